"""Pages laid out in so many cells: lines of pieces, each with its style; an engine colours them.

A ref and a name are always whole; what is longest shrinks first. Where it is narrow, what may wrap
stands under its ref, and so does what has no room beside it; elsewhere that is said below.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import groupby

from netlog.named import NamedTuple
from netlog.output import CRAMPED, WIDEST
from netlog.render.cell_lines import MOST_LINES, cell_lines
from netlog.render.cells import cut, cut_at_word, width_of
from netlog.render.clean import clean, clean_block
from netlog.render.page import BETWEEN, Cell, Column, Listing, Sheet, filled
from netlog.render.pieces import Piece, Pieces, lines_of_text
from netlog.render.widths import GAP, Widths, below_others, left_out, running_on, widths_of
from netlog.typed import Any

# So narrow a value may be.
LEAST = 6
INDENT = 2
WIDEST_REF = 8
EMPTY = ("", "–")
LEFT_OUT = "No room here for: {}."


class Arrangement(NamedTuple):
    """The columns that stand side by side with their cells, those of names that have less than they
    need, those that stand below, and the heads of what is left out.
    """

    widths: Widths
    short: Sequence[Column]
    below: Sequence[Column]
    left: list[str]


def listing(page: Listing, records: Sequence[Any], width: int, inset: int = 0) -> Iterator[Pieces]:
    """The lines of the page, which stands that far in on a screen that is as much wider."""
    if page.title:
        yield from _title(page, width)
        if page.note:
            for line in _phrases(page.note.split(BETWEEN), width):
                yield from lines_of_text(line, width, "soft")
        if page.tight and records:
            yield []
    if not records:
        yield from ([[]] if page.title and page.empty else [])
        yield from lines_of_text(page.empty, width)
        return
    if width + inset < page.narrow_below:
        yield from ([Piece(cut_at_word(clean(page.line(record)), width))] for record in records)
        yield from lines_of_text(page.narrow_note, width, "foot")
    else:
        left = yield from _rows(page, records, width, inset)
        if left and not page.unsaid:
            yield []
            yield from lines_of_text(LEFT_OUT.format(", ".join(left)), width, "foot")
    if page.foot:
        yield []
        for line in page.foot if page.foot_in_lines else _phrases(page.foot, width):
            yield from lines_of_text(line, width, "foot")


def left_unsaid(page: Listing, records: Sequence[Any], width: int) -> str:
    """What would stand below the page of columns that have no room; nothing where all have."""
    left = _arranged(page, records, width, 0).left if records else ()
    return LEFT_OUT.format(", ".join(left)) if left else ""


def sheet(page: Sheet, record: Any, width: int) -> Iterator[Pieces]:
    """The lines of the page: its title, its fields, its listings."""
    title = cut_at_word(clean(page.title(record)), MOST_LINES * width)
    yield from lines_of_text(title, width, "title")
    shown = [(field, value) for field in page.fields if (value := field.value(record))]
    label_width = max((width_of(field.label) for field, _ in shown), default=0)
    for field, value in shown:
        # A sentence without a label stands at the margin.
        beside = label_width + GAP if field.label else 0
        label = field.label
        value = value.replace(BETWEEN, "\n") if field.phrases else value
        if _wants_a_line(value, width - INDENT - beside, width - 2 * INDENT):
            yield [Piece(f"{' ' * INDENT}{label}", "soft")]
            label, beside = "", INDENT
        texts = lines_of_text(value, max(width - INDENT - beside, LEAST), field.style)
        for number, line in enumerate(texts):
            before = f"{' ' * INDENT}{('' if number else label).ljust(beside)}"
            yield [Piece(before, "soft"), *line]
    for part in page.parts:
        if records := part.records(record):
            yield []
            yield [Piece(clean(part.heading), "heading")]
            for line in listing(part.page, records, max(width - INDENT, 1), INDENT):
                yield [Piece(" " * INDENT), *line]


def _wants_a_line(value: str, beside: int, below: int) -> bool:
    """Whether a word of the value, such as an address, is whole below its label alone."""
    longest = max(map(width_of, clean_block(value).split()), default=0)
    return beside < longest <= below


def _title(page: Listing, width: int) -> Iterator[Pieces]:
    """The title, and what stands aside at the right of it, or below where there is no room."""
    title, aside = clean(page.title), clean(page.aside)
    room = width - width_of(title) - width_of(aside)
    if width >= WIDEST:
        room = GAP
    if aside and room >= GAP:
        yield [Piece(title, "title"), Piece(" " * room), Piece(aside)]
        return
    yield from lines_of_text(title, width, "title")
    if aside:
        yield from lines_of_text(aside, width)


def _phrases(phrases: Sequence[str], width: int, between: str = BETWEEN) -> list[str]:
    """The phrases side by side as far as they fit, each whole."""
    lines: list[str] = []
    end = between.rstrip()
    room = width - len(end)
    for phrase in map(clean, phrases):
        longer = f"{lines[-1]}{between}{phrase}" if lines else phrase
        lines[-1:] = [longer] if width_of(longer) <= room else [*lines[-1:], phrase]
    return [*(f"{line}{end}" for line in lines[:-1]), *lines[-1:]]


def _rows(
    page: Listing, records: Sequence[Any], width: int, inset: int
) -> Generator[Pieces, None, list[str]]:
    """The lines of the records, section by section; returns what is left out of all of them."""
    widths, short, below, left = _arranged(page, records, width, inset)
    groups: Iterable[tuple[str, Iterable[Any]]] = [("", records)]
    if page.section is not None:
        groups = groupby(records, key=page.section)
    is_first = not page.title
    for heading, group in groups:
        if heading:
            yield from ([] if page.tight or is_first else [[]])
            yield [Piece(clean(heading), "heading")]
        is_first = False
        if page.heads:
            yield _heads(widths)
        for record in group:
            own = running_on(page, record, widths, short, width)
            yield from _row(record, own, below, width)
    return left


def _arranged(page: Listing, records: Sequence[Any], width: int, inset: int) -> Arrangement:
    """Which columns stand where, and the heads of those that have no room."""
    shown = filled(page.columns, records)
    room = width + inset
    columns = [c for c in shown if c.from_width <= room < (c.until_width or room + 1)]
    below = below_others(columns, room)
    if page.one_line:
        columns = [c if c in below else c._replace(grow=False) for c in columns]
    beside = [column for column in columns if column not in below]
    widths, short = widths_of(beside, page, records, width)
    left = left_out(shown, [*widths, *below])
    if left and room < CRAMPED:
        below, left = [_stacked(left, width - _indent(widths)), *below], []
    return Arrangement(widths, short, below, [column.head for column in left])


def _stacked(columns: Sequence[Column], width: int) -> Column:
    """What has no room beside the others, under them: "2 given, due 15 Dec", each phrase whole."""

    def said(record: Any) -> Cell:
        cells = [(c.stacked, c.cell(record)) for c in columns]
        phrases = {
            form.format(shown): cell.style
            for form, cell in cells
            if (shown := clean(cell.text)) not in EMPTY
        }
        text = "\n".join(_phrases([*phrases], width, ", "))
        at = [(text.find(one), len(one)) for one, style in phrases.items() if style == "late"]
        return Cell(text, marks=[(start, start + long) for start, long in at], marked="late")

    return Column("", said, grow=True, under=True)


def _heads(widths: Widths) -> Pieces:
    return _joined([([Piece(cut(c.head, width), "head")], width) for c, width in widths.items()])


def _row(record: Any, widths: Widths, below: Sequence[Column], width: int) -> Iterator[Pieces]:
    """One record: its cells side by side, and under its ref what wraps where it is narrow."""
    cells = [list(cell_lines(c, record, room)) for c, room in widths.items()]
    for number in range(max(map(len, cells))):
        yield _joined(
            [
                (lines[number] if number < len(lines) else [], room)
                for lines, room in zip(cells, widths.values(), strict=True)
            ]
        )
    indent = _indent(widths)
    for column in below:
        for line in cell_lines(column, record, width - indent):
            if any(piece.text for piece in line):
                yield [Piece(" " * indent), *line]


def _indent(widths: Widths) -> int:
    """How far in it is under a ref; what is longer than one is no margin."""
    beside = next(iter(widths.values()))
    return (beside if beside <= WIDEST_REF else 0) + GAP


def _joined(cells: Sequence[tuple[Pieces, int]]) -> Pieces:
    """The cells side by side, each padded, nothing at the end of the line."""
    line: Pieces = []
    for pieces, width in cells:
        used = sum(width_of(piece.text) for piece in pieces)
        line += [*pieces, Piece(" " * (width - used + GAP))]
    while line and not line[-1].text.strip():
        line.pop()
    return line
