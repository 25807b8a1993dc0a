"""Stats drawn by ourselves: a calendar and bars, as SVG and as one page of HTML.

The page asks nothing of anybody and has no script; every name is text, and all that is drawn stands
in words beside it.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from html import escape

from netlog.named import NamedTuple
from netlog.records.stats import Stats
from netlog.render import offline, told_months
from netlog.render.cells import cut, wrapped
from netlog.render.clean import clean
from netlog.render.pages import stats as page

CELL, GAP, PAD = 12, 3, 20
LABEL, BAR, LINE = 260, 260, 24
MOST_LABEL = 30
# How wide a letter may be, in pixels, and how far a line stands below another of the same text.
LETTER, BELOW = 8, 18
WIDTH = 2 * PAD + 40 + page.MOST_WEEKS * (CELL + GAP)
TITLE = "Your network in numbers"


class Chart(NamedTuple):
    """Bars under a heading: each with its label, its length, and what is said of it."""

    heading: str
    rows: tuple[tuple[str, int, str], ...]


def charts(stats: Stats) -> list[Chart]:
    """Everything but the calendar, without what there is nothing of."""
    kinds = [
        (page.said_kind(one.kind), one.number, f"{one.number} {page.said_meetings(one)}".rstrip())
        for one in stats.kinds
    ]
    new = [
        (page.month_name(m), m.new, str(m.new))
        for m in told_months.told(stats.months, told_months.any_new)
    ]
    given = [
        (page.month_name(m), m.given, f"{m.given} {page.taken(m)}")
        for m in told_months.told(stats.months, told_months.any_given)
    ]
    circles = [
        (
            one.circle,
            one.in_touch,
            f"{one.in_touch} of {one.people} in touch in 90 days{page.said_thin(stats, one)}",
        )
        for one in stats.circles
    ]
    cadence = [
        (name, number, str(number)) for name, number in zip(page.HEALTH, stats.cadence, strict=True)
    ]
    brought = [
        (one.contact.name, len(one.people), f"{len(one.people)}: {page.names(one)}")
        for one in stats.brought
    ]
    odds = [(name, 0, said) for name, said in map(page.said_odds, stats.odds)]
    named = (
        ("By kind", kinds),
        ("New people", new),
        (page.GIVEN, given),
        ("Circles", circles),
        ("Cadence", cadence),
        ("Who brought whom", brought),
    )
    found = [Chart(heading, tuple(rows)) for heading, rows in named if any(n for _, n, _ in rows)]
    return [*found, Chart("Honest odds", tuple(odds))]


def svg(stats: Stats) -> str:
    """All of it as one picture, with a text alternative."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_svg(stats, SVG_STYLE)}\n'


def _svg(stats: Stats, style: str = "") -> str:
    body = _text(_said(stats), PAD, PAD + 10, "heading")
    top = PAD + _more(body)
    body += _calendar(stats, top)
    y = top + 36 + 8 * (CELL + GAP)
    for chart in charts(stats):
        y += LINE
        body.append(f'<text class="heading" x="{PAD}" y="{y + 14}">{_in(chart.heading)}</text>')
        most = max((page.length(label, n) for label, n, _ in chart.rows), default=0)
        for label, number, said in chart.rows:
            y += LINE
            drawn, at = _bar(label, page.length(label, number), most, y)
            lines = _text(said, at, y + 14)
            body += [*drawn, *lines]
            y += _more(lines)
        y += LINE // 2
    height = y + LINE + PAD
    inside = f"<style>{style}</style>" if style else ""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" aria-labelledby="title text">'
    )
    return "\n".join(
        [
            head,
            f'<title id="title">{TITLE}</title><desc id="text">{_in(_said(stats))}</desc>{inside}',
            *body,
            "</svg>",
        ]
    )


def _said(stats: Stats) -> str:
    span = f"{stats.since.isoformat()} to {stats.until.isoformat()}"
    return " ".join(
        filter(None, (f"{stats.touches} touches from {span}, a person once a day.", stats.saying))
    )


def _calendar(stats: Stats, top: int) -> Iterator[str]:
    columns = page.weeks(stats, page.MOST_WEEKS)
    most = max((n or 0 for column in columns for n in column), default=0)
    monday = page.monday(stats.until)
    for number, initial in enumerate(page.initials(stats.until, len(columns))):
        if initial != " ":
            yield f'<text x="{PAD + 40 + number * (CELL + GAP)}" y="{top + 30}">{initial}</text>'
    for at, name in enumerate(page.WEEKDAYS):
        y = top + 36 + at * (CELL + GAP)
        yield f'<text x="{PAD}" y="{y + CELL - 2}">{name}</text>'
        for number, column in enumerate(columns):
            touches = column[at]
            if touches is not None:
                x = PAD + 40 + number * (CELL + GAP)
                on = monday - timedelta(days=7 * (len(columns) - 1 - number) - at)
                yield (
                    f'<rect class="level{page.level(touches, most)}" x="{x}" y="{y}" '
                    f'width="{CELL}" height="{CELL}" rx="2">'
                    f"<title>{on.isoformat()}: {touches}</title></rect>"
                )
    if said := page.said_shorter(stats, page.MOST_WEEKS):
        yield f'<text x="{PAD + 40}" y="{top + 36 + 7 * (CELL + GAP) + 14}">{_in(said)}</text>'


def _bar(label: str, number: int, most: int, y: int) -> tuple[list[str], int]:
    """A bar beside its label, and where what is said of it begins."""
    drawn = [f'<text x="{PAD}" y="{y + 14}">{_in(cut(clean(label), MOST_LABEL))}</text>']
    length = max(2, number * BAR // most) if most and number else 0
    if length:
        place = f'x="{PAD + LABEL}" y="{y + 3}" width="{length}" height="14"'
        drawn.append(f'<rect class="bar" {place} rx="2"/>')
    return drawn, PAD + LABEL + length + (8 if length else 0)


def _text(said: str, x: int, y: int, kind: str = "") -> list[str]:
    """A text from there to the right edge, on as many lines as it needs."""
    named = f'class="{kind}" ' if kind else ""
    text = " ".join(clean(said).split())
    lines = wrapped(text, (WIDTH - PAD - x) // LETTER)
    return [
        f'<text {named}x="{x}" y="{y + row * BELOW}">{_in(text[start:end])}</text>'
        for row, (start, end) in enumerate(lines)
    ]


def _more(lines: Sequence[str]) -> int:
    """How much more than one line those of a text take, in pixels."""
    return BELOW * (len(lines) - 1)


def _in(text: str) -> str:
    return escape(clean(text), quote=True)


def html(stats: Stats) -> str:
    """One page: the picture, and all of it as tables."""
    return "\n".join(
        [
            *offline.head(TITLE, STYLE),
            f"<header><h1>{TITLE}</h1><p>{_in(_said(stats))}</p></header><main>",
            '<div class="stage" tabindex="0" role="region" aria-label="The picture">',
            _svg(stats),
            "</div><h2>The same as tables</h2>",
            *(line for chart in charts(stats) for line in _table(chart)),
            "</main></body></html>",
            "",
        ]
    )


def _table(chart: Chart) -> Sequence[str]:
    rows = [
        f'<tr><th scope="row">{_in(label)}</th><td>{_in(said)}</td></tr>'
        for label, _, said in chart.rows
    ]
    return [f"<table><caption>{_in(chart.heading)}</caption>", *rows, "</table>"]


SVG_STYLE = """
text{font:14px system-ui,sans-serif;fill:#1a1a1a}.heading{font-weight:bold}
.bar{fill:#2f6f4f}.level0{fill:#e6e6e6}.level1{fill:#b9dcc8}.level2{fill:#7fbf9b}
.level3{fill:#3f8f66}.level4{fill:#17513a}
"""
STYLE = """
:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--line:#666;--bar:#2f6f4f;
--l0:#e6e6e6;--l1:#b9dcc8;--l2:#7fbf9b;--l3:#3f8f66;--l4:#17513a}
@media (prefers-color-scheme:dark){:root{--ink:#eee;--paper:#181818;--line:#aaa;--bar:#6fc498;
--l0:#333;--l1:#1d4a36;--l2:#2f7a58;--l3:#56ad83;--l4:#a5e6c6}}
body{font:16px system-ui,sans-serif;margin:1rem;color:var(--ink);background:var(--paper)}
.stage{overflow:auto;border:1px solid var(--line)}
.stage svg{display:block;max-width:100%;height:auto}
.stage:focus-visible{outline:3px solid #06c}
text{font:14px system-ui,sans-serif;fill:var(--ink)}.heading{font-weight:bold}
.bar{fill:var(--bar)}.level0{fill:var(--l0)}.level1{fill:var(--l1)}.level2{fill:var(--l2)}
.level3{fill:var(--l3)}.level4{fill:var(--l4)}
table{border-collapse:collapse;margin:1rem 0}caption{font-weight:bold;text-align:left}
th,td{text-align:left;font-weight:normal;padding:.15rem 1rem .15rem 0;overflow-wrap:anywhere}
th{overflow-wrap:break-word;max-width:min(14rem,50vw)}
"""
