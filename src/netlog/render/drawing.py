"""The network drawn by ourselves: a tree from left to right, as SVG; every name is text."""

from html import escape

from netlog.folding import fold
from netlog.named import NamedTuple
from netlog.records.network import Network, Node, Together
from netlog.render.cells import cut, width_of
from netlog.render.clean import clean
from netlog.wording import count, listed

# Everybody has a row, so that an indent says enough: a phone shows three links side by side.
ROW, INDENT, PAD = 34, 40, 16
BOX_WIDTH, BOX_HEIGHT = 240, 26
# How wide letters are in the widest of the usual fonts, in pixels: by cell, and how much more some.
CELL, CAPITAL, BROAD, MARGIN = 8.3, 2.0, 6.0, 8
BROAD_LETTERS = frozenset("mwMW@%ÆŒæœ…")
LONGEST_NAME = 26
# How far a dotted line bends out, beside every box that it goes past.
BEND = 30
LEGEND_WIDTH = 460
DASHED = "Dashed box: whoever led you there is to be thanked yet."
DOTTED = "Dotted line: you introduced them to each other."


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


def drawn(network: Network, first_row: int = 0) -> Sketch:
    """Everybody a row of their own, under whom they came through: no two boxes ever meet."""
    boxes = tuple(
        Box(node, PAD + node.depth * INDENT, PAD + ROW // 2 + row * ROW)
        for row, node in enumerate(network.nodes, first_row)
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
    width = 2 * PAD + deepest * INDENT + BOX_WIDTH + BEND * bool(dotted)
    rows = first_row + max(len(boxes), 1)
    return Sketch(boxes, lines, dotted, width, 2 * PAD + rows * ROW)


def legend(network: Network) -> list[str]:
    """What the lines and boxes mean that are not as usual."""
    dashed = any(node.owed and not node.thanked for node in network.nodes)
    return [DASHED] * dashed + [DOTTED] * bool(network.introduced)


def svg(network: Network) -> str:
    """The drawing as a picture of its own, with a text alternative."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{picture(network, style=SVG_STYLE)}\n'


def picture(network: Network, style: str = "", role: str = "img") -> str:
    """The drawing, with a text alternative; with a style of its own also with a legend."""
    told = legend(network) if style else []
    found = drawn(network, len(told))
    if told:
        found = found._replace(width=max(found.width, LEGEND_WIDTH))
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
            *(
                f'<text class="legend" x="{PAD}" y="{PAD + ROW // 2 + row * ROW + 5}">{said}</text>'
                for row, said in enumerate(told)
            ),
            *(_line(found, pair, "led") for pair in found.lines),
            *(_line(found, pair, "together") for pair in found.dotted),
            *map(_box, found.boxes),
            "</g></svg>",
        ]
    )


def _line(found: Sketch, pair: tuple[int, int], kind: str) -> str:
    one, other = (found.boxes[number] for number in pair)
    if kind == "together":
        between = found.boxes[min(pair) : max(pair) + 1]
        bend = max(box.x for box in between) + BOX_WIDTH + BEND
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
    said = [name, *map(clean, node.nicknames), clean(node.organization or "")]
    words = " ".join(filter(None, said))
    sought = " ".join(dict.fromkeys((words.lower(), fold(words))))
    # A tag may be of several words.
    labels = "\n".join([*node.circles, *(f"#{clean(tag)}" for tag in node.tags)])
    kind = "who unthanked" if node.owed and not node.thanked else "who"
    return (
        f'<g class="{kind}" id="{node.contact.ref}" data-name="{escaped(sought)}" '
        f'data-labels="{escaped(labels)}"><title>{escaped(about(node))}</title>'
        f'<rect x="{box.x}" y="{top}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="5"/>'
        f'<text x="{box.x + MARGIN}" y="{box.y + 5}">{escaped(shown)}{through}</text></g>'
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


def about(node: Node) -> str:
    """All that is said of somebody, in words."""
    parts = [f"{clean(node.contact.name)} ({node.contact.ref})"]
    if node.nicknames:
        parts.append(f"called {listed(list(map(clean, node.nicknames)), 'or')}")
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
    said = [*map(about, network.nodes), *map(introduced, network.introduced)]
    return escaped(". ".join(said) or "Nobody led you to anybody yet.")


def introduced(pair: Together) -> str:
    """That you brought two together, and what came of it, in words."""
    names = " and ".join(f"{clean(one.name)} ({one.ref})" for one in (pair.one, pair.other))
    came = f": {clean(pair.outcome)}" if pair.outcome else ""
    return f"You introduced {names} on {pair.on.isoformat()}{came}"


def escaped(text: str) -> str:
    """The text where markup stands, or in an attribute."""
    return escape(text, quote=True)


SVG_STYLE = """
text{font:14px system-ui,sans-serif;fill:#1a1a1a}rect{fill:#fff;stroke:#555}
.unthanked rect{stroke:#a30000;stroke-dasharray:5 3}.led{fill:none;stroke:#777}
.together{fill:none;stroke:#555;stroke-dasharray:2 4}
"""
