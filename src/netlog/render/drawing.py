"""The network drawn by ourselves: a tree from left to right, as SVG and as one page of HTML.

The page asks nothing of anybody: its script and its style stand in it and are allowed by their
hashes alone, and every name is text. Where scripts do not run, the drawing and the list remain.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from html import escape

from netlog.folding import fold
from netlog.named import NamedTuple
from netlog.records.network import Network, Node
from netlog.render.cells import cut, width_of
from netlog.render.clean import clean
from netlog.wording import count

# Everybody has a row, so that an indent says enough: a phone shows three links side by side.
ROW, INDENT, PAD = 34, 40, 16
BOX_WIDTH, BOX_HEIGHT = 240, 26
# How wide letters are in the widest of the usual fonts, in pixels: by cell, and how much more some.
CELL, CAPITAL, BROAD, MARGIN = 8.3, 2.0, 6.0, 8
BROAD_LETTERS = frozenset("mwMW@%ÆŒæœ…")
LONGEST_NAME = 26


class Box(NamedTuple):
    """Somebody on the drawing: the middle of the left side of their box."""

    node: Node
    x: int
    y: int


class Sketch(NamedTuple):
    """Boxes, lines between them by their numbers, and how large it is."""

    boxes: tuple[Box, ...]
    lines: tuple[tuple[int, int], ...]
    dotted: tuple[tuple[int, int], ...]
    width: int
    height: int


def drawn(network: Network) -> Sketch:
    """Everybody a row of their own, under whom they came through: no two boxes ever meet."""
    boxes = tuple(
        Box(node, PAD + node.depth * INDENT, PAD + ROW // 2 + row * ROW)
        for row, node in enumerate(network.nodes)
    )
    at = {box.node.contact.id: number for number, box in enumerate(boxes)}
    lines = tuple(
        (at[node.via.id], number)
        for number, node in enumerate(network.nodes)
        if node.via and node.depth and node.via.id in at
    )
    dotted = tuple(
        (at[pair.one.id], at[pair.other.id])
        for pair in network.introduced
        if pair.one.id in at and pair.other.id in at
    )
    deepest = max((node.depth for node in network.nodes), default=0)
    width = 2 * PAD + deepest * INDENT + BOX_WIDTH
    return Sketch(boxes, lines, dotted, width, 2 * PAD + max(len(boxes), 1) * ROW)


def svg(network: Network) -> str:
    """The drawing as a picture of its own, with a text alternative."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_svg(network, style=SVG_STYLE)}\n'


def _svg(network: Network, style: str = "", role: str = "img") -> str:
    found = drawn(network)
    inside = f"<style>{style}</style>" if style else ""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {found.width} {found.height}" '
        f'width="{found.width}" height="{found.height}" role="{role}" '
        'aria-labelledby="drawing-title drawing-text" id="drawing">'
    )
    return "\n".join(
        [
            head,
            '<title id="drawing-title">Who led you to whom</title>',
            f'<desc id="drawing-text">{_said(network)}</desc>{inside}',
            '<g id="all">',
            *(_line(found, pair, "led") for pair in found.lines),
            *(_line(found, pair, "together") for pair in found.dotted),
            *map(_box, found.boxes),
            "</g></svg>",
        ]
    )


def _line(found: Sketch, pair: tuple[int, int], kind: str) -> str:
    one, other = (found.boxes[number] for number in pair)
    if kind == "together":
        x = max(one.x, other.x) + BOX_WIDTH
        bend = x + 30
        path = f"M{one.x + BOX_WIDTH} {one.y} C{bend} {one.y} {bend} {other.y} "
        path += f"{other.x + BOX_WIDTH} {other.y}"
    else:
        path = f"M{one.x + 16} {one.y + BOX_HEIGHT // 2} V{other.y} H{other.x}"
    return f'<path class="{kind}" d="{path}" data-one="{one.node.contact.ref}" ' + (
        f'data-other="{other.node.contact.ref}"/>'
    )


def _box(box: Box) -> str:
    node = box.node
    name = clean(node.contact.name)
    through = f" +{node.through}" if node.through else ""
    shown = _cut(name, BOX_WIDTH - 2 * MARGIN - _width(through))
    top = box.y - BOX_HEIGHT // 2
    sought = " ".join(dict.fromkeys((name.lower(), fold(name))))
    # A tag may be of several words.
    labels = "\n".join([*node.circles, *(f"#{clean(tag)}" for tag in node.tags)])
    kind = "who unthanked" if node.owed and not node.thanked else "who"
    return (
        f'<g class="{kind}" id="{node.contact.ref}" data-name="{_in(sought)}" '
        f'data-labels="{_in(labels)}"><title>{_in(_about(node))}</title>'
        f'<rect x="{box.x}" y="{top}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="5"/>'
        f'<text x="{box.x + MARGIN}" y="{box.y + 5}">{_in(shown)}{through}</text></g>'
    )


def _cut(name: str, room: float) -> str:
    """As much of a name as there is room for."""
    for longest in range(LONGEST_NAME, 0, -1):
        shown = cut(name, longest)
        if _width(shown) <= room:
            return shown
    return ""


def _width(text: str) -> float:
    broad = sum(char in BROAD_LETTERS for char in text)
    capitals = sum(char.isupper() for char in text)
    return CELL * width_of(text) + BROAD * broad + CAPITAL * capitals


def _about(node: Node) -> str:
    """All that is said of somebody, in words."""
    parts = [f"{clean(node.contact.name)} ({node.contact.ref})"]
    if node.organization:
        parts.append(clean(node.organization))
    if node.via:
        thanked = ", who was thanked" if node.thanked else ", no thanks noted"
        thanked = ", who is to be thanked yet" if node.owed and not node.thanked else thanked
        parts.append(f"through {clean(node.via.name)}{thanked}")
    if node.through:
        parts.append(f"{node.through} came through them")
    parts.append(count(node.meetings, "meeting") if node.meetings else "not met yet")
    if node.last_touch_on:
        parts.append(f"last in touch {node.last_touch_on.isoformat()}")
    if node.became:
        parts.append(clean(node.became))
    return "; ".join(parts)


def _said(network: Network) -> str:
    return _in(". ".join(map(_about, network.nodes)) or "Nobody led you to anybody yet.")


def _in(text: str) -> str:
    return escape(text, quote=True)


def html(network: Network) -> str:
    """One page: the drawing, search and filters, details on a click, and the same as a list."""
    policy = (
        f"default-src 'none'; script-src '{_hash(SCRIPT)}'; style-src '{_hash(STYLE)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    circles = sorted({label for node in network.nodes for label in node.circles})
    tags = sorted({f"#{clean(tag)}" for node in network.nodes for tag in node.tags})
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>Who led you to whom</title><style>{STYLE}</style></head><body>",
            "<header><h1>Who led you to whom</h1>",
            '<p><label for="search">Search</label> <input id="search" type="search"> ',
            '<label for="label">Circle or tag</label> <select id="label">',
            '<option value="">everybody</option>',
            *(f'<option value="{_in(one)}">{_in(one)}</option>' for one in (*circles, *tags)),
            '</select> <button id="closer" type="button">Closer</button>',
            '<button id="further" type="button">Further</button></p>',
            '<p id="about" role="status">Click somebody, or move with Tab, for more. Dashed: '
            "whoever led you there is to be thanked yet.</p></header>",
            '<main><div id="stage" tabindex="0" role="region" aria-label="The drawing">',
            _svg(network, role="group"),
            "</div><h2>The same as a list</h2>",
            *_list(network.nodes),
            f"</main><script>{SCRIPT}</script></body></html>",
            "",
        ]
    )


def _list(nodes: Sequence[Node]) -> Iterator[str]:
    yield "<ul>"
    for node in nodes:
        yield f'<li data-for="{node.contact.ref}">{_in(_about(node))}</li>'
    yield "</ul>"


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


SVG_STYLE = """
text{font:14px system-ui,sans-serif;fill:#1a1a1a}rect{fill:#fff;stroke:#555}
.unthanked rect{stroke:#a30000;stroke-dasharray:5 3}.led{fill:none;stroke:#777}
.together{fill:none;stroke:#555;stroke-dasharray:2 4}
"""
STYLE = """
:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--line:#666;--late:#a30000}
@media (prefers-color-scheme:dark){:root{--ink:#eee;--paper:#181818;--line:#aaa;--late:#ff9c9c}}
body{font:16px system-ui,sans-serif;margin:1rem;color:var(--ink);background:var(--paper)}
header p{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
input,select,button{font:inherit;min-height:2rem;max-width:100%}
#stage{overflow:auto;border:1px solid var(--line);max-height:75vh}
#stage:focus-visible,.who:focus-visible{outline:3px solid #06c}
text{font:14px system-ui,sans-serif;fill:var(--ink)}rect{fill:var(--paper);stroke:var(--line)}
.unthanked rect{stroke:var(--late);stroke-dasharray:5 3}.led{fill:none;stroke:var(--line)}
.together{fill:none;stroke:var(--line);stroke-dasharray:2 4}.who{cursor:pointer}
.hidden{display:none}li{overflow-wrap:anywhere}
"""
SCRIPT = """
(function () {
  'use strict';
  var search = document.getElementById('search');
  var label = document.getElementById('label');
  var about = document.getElementById('about');
  var stage = document.getElementById('stage');
  var drawing = document.getElementById('drawing');
  var people = Array.from(document.querySelectorAll('.who'));
  var size = [Number(drawing.getAttribute('width')), Number(drawing.getAttribute('height'))];
  var zoom = 1, help = about.textContent;
  function plain(word) { return word.normalize('NFKD').replace(/[\\u0300-\\u036f]/g, ''); }
  function filter() {
    var words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    var shown = {};
    people.forEach(function (one) {
      var labels = one.dataset.labels.split('\\n');
      var is = words.every(function (word) {
        return one.dataset.name.includes(word) || one.dataset.name.includes(plain(word));
      }) &&
        (!label.value || labels.includes(label.value));
      shown[one.id] = is;
      one.classList.toggle('hidden', !is);
    });
    document.querySelectorAll('path').forEach(function (line) {
      line.classList.toggle('hidden', !(shown[line.dataset.one] && shown[line.dataset.other]));
    });
    document.querySelectorAll('li').forEach(function (line) {
      line.classList.toggle('hidden', !shown[line.dataset.for]);
    });
    var found = people.filter(function (one) { return shown[one.id]; });
    if (!words.length && !label.value) { about.textContent = help; return; }
    about.textContent = found.length === 1 ? '1 person' :
      found.length ? found.length + ' people' : 'Nobody is called or labelled that.';
    if (found.length) { found[0].scrollIntoView({block: 'nearest', inline: 'nearest'}); }
  }
  function scale(by) {
    zoom = Math.min(4, Math.max(0.2, zoom * by));
    drawing.setAttribute('width', size[0] * zoom);
    drawing.setAttribute('height', size[1] * zoom);
  }
  function tell(one) { about.textContent = one.querySelector('title').textContent; }
  people.forEach(function (one) {
    one.setAttribute('tabindex', '0');
    one.setAttribute('role', 'button');
    one.setAttribute('aria-label', one.querySelector('text').textContent + ': ' +
      one.querySelector('title').textContent);
    one.addEventListener('click', function () { tell(one); });
    one.addEventListener('focus', function () { tell(one); });
  });
  search.addEventListener('input', filter);
  label.addEventListener('change', filter);
  document.getElementById('closer').addEventListener('click', function () { scale(1.25); });
  document.getElementById('further').addEventListener('click', function () { scale(0.8); });
  stage.addEventListener('keydown', function (event) {
    if (event.key === '+') { scale(1.25); }
    if (event.key === '-') { scale(0.8); }
  });
  var from = null;
  stage.addEventListener('pointerdown', function (event) {
    from = [event.clientX + stage.scrollLeft, event.clientY + stage.scrollTop];
  });
  stage.addEventListener('pointermove', function (event) {
    if (from && event.buttons) {
      stage.scrollLeft = from[0] - event.clientX;
      stage.scrollTop = from[1] - event.clientY;
    }
  });
  stage.addEventListener('pointerup', function () { from = null; });
}());
"""
