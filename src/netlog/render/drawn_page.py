"""The network as one page of HTML: our own drawing, search and filters, and the same as a list.

The page asks nothing of anybody, and every name in it is text. Where scripts do not run, the
drawing and the list remain.
"""

from collections.abc import Iterator

from netlog.records.network import Network
from netlog.render import offline
from netlog.render.clean import clean
from netlog.render.drawing import about, escaped, introduced, legend, picture


def html(network: Network) -> str:
    """One page: the drawing, search and filters, details on a click, and the same as a list."""
    circles = sorted({label for node in network.nodes for label in node.circles})
    tags = sorted({f"#{clean(tag)}" for node in network.nodes for tag in node.tags})
    return "\n".join(
        [
            *offline.head("Who led you to whom", STYLE, SCRIPT),
            "<header><h1>Who led you to whom</h1>",
            '<p><label for="search">Search</label> <input id="search" type="search"> ',
            '<label for="label">Circle or tag</label> <select id="label">',
            '<option value="">everybody</option>',
            *(
                f'<option value="{escaped(one)}">{escaped(one)}</option>'
                for one in (*circles, *tags)
            ),
            '</select> <button id="closer" type="button">Closer</button>',
            '<button id="further" type="button">Further</button></p>',
            '<p id="about" role="status">Click somebody, or move with Tab, for more.</p>',
            *(f"<p>{said}</p>" for said in legend(network)),
            "</header>",
            '<main><div id="stage" tabindex="0" role="region" aria-label="The drawing">',
            picture(network, role="group"),
            "</div><h2>The same as a list</h2>",
            *_list(network),
            f"</main><script>{SCRIPT}</script></body></html>",
            "",
        ]
    )


def _list(network: Network) -> Iterator[str]:
    yield "<ul>"
    for node in network.nodes:
        yield f'<li data-for="{node.contact.ref}">{escaped(about(node))}</li>'
    for pair in network.introduced:
        whose = f'data-for="{pair.one.ref}" data-other="{pair.other.ref}"'
        yield f"<li {whose}>{escaped(introduced(pair))}</li>"
    yield "</ul>"


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
      line.classList.toggle('hidden', !shown[line.dataset.for] && !shown[line.dataset.other]);
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
