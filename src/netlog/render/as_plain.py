"""Plain lines for pipes and dumb terminals, without colour: whole values, never wrapped, unless
somebody said how wide they may be.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from netlog.render.cells import padded, width_of
from netlog.render.clean import clean, clean_block
from netlog.render.page import Cell, Column, Listing, Sheet, filled
from netlog.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlog.render.pieces import Pieces

# Wider values stand out to the right: one long name must not push every line apart.
WIDEST_PAD = 72
# An empty cell would shift the words that follow it.
NOTHING = "–"


def listing(page: Listing, records: Sequence[Any], width: int = 0, *, read: bool = False) -> str:
    """The page as text that ends in a newline; width 0 is no bound.

    read: by somebody at a terminal, who is told of columns that have no room.
    """
    if width:
        from netlog.render import layout  # which a pipe does without

        return _joined(layout.listing(_bare(page)._replace(unsaid=not read), records, width))
    title = "  ".join(filter(None, (clean(page.title), clean(page.aside))))
    note = [clean(page.note)] if page.note else []
    lines = [title, *note, ""] if title else []
    if not records:
        return "\n".join([*lines, clean_block(page.empty), ""])
    columns = filled([c for c in page.columns if not c.until_width], records)
    cells = [[_text(column, record) for column in columns] for record in records]
    widths = [
        max((used for row in cells if (used := width_of(row[i])) <= WIDEST_PAD), default=0)
        for i in range(len(columns))
    ]
    rows = zip(records, cells, strict=True)
    section = page.section
    if section is None:
        lines += [_line(row, widths) for _, row in rows]
        return "\n".join([*lines, *_foot(page), ""])
    for heading, group in groupby(rows, key=lambda pair: section(pair[0])):
        indent, after = ("", []) if page.tight else ("  ", [""])
        lines += [clean(heading), *(f"{indent}{_line(row, widths)}" for _, row in group), *after]
    if not page.tight:
        lines.pop()
    return "\n".join([*lines, *_foot(page), ""])


def tabbed(page: Listing, records: Sequence[Any]) -> str:
    """A line a record, with tabs between the cells, which hold none; nothing for none."""
    return "".join(
        "\t".join(_bare_text(c, record) for c in page.columns if not c.until_width) + "\n"
        for record in records
    )


def _bare_text(column: Column, record: Any) -> str:
    text = clean(column.cell(record).text)
    return "" if text == NOTHING else text


def left_unsaid(page: Listing, records: Sequence[Any], width: int) -> str:
    """What to tell of columns that have no room in so wide a pipe; nothing where all have."""
    if not width:
        return ""
    from netlog.render import layout

    return layout.left_unsaid(_bare(page), records, width)


def _bare(page: Listing) -> Listing:
    """The page without heads, and a word for what is empty: its lines are read by programs too."""

    def said(column: Column) -> Callable[[Any], Cell]:
        return lambda record: _bare_cell(column, record)

    columns = tuple(column._replace(cell=said(column)) for column in page.columns)
    return page._replace(columns=columns, heads=False, unsaid=True)


def _bare_cell(column: Column, record: Any) -> Cell:
    """The cell in no colour; what ends it, and what it is cut around, stay."""
    cell, text = column.cell(record), _text(column, record)
    return cell._replace(text=text, style="", marks=cell.marks if text == cell.text else ())


def _text(column: Column, record: Any) -> str:
    return clean(column.cell(record).text) or ("" if column.blank else NOTHING)


def _foot(page: Listing) -> list[str]:
    said = [clean(one) for one in page.foot]
    if page.foot_in_lines:
        return ["", *said] if said else []
    return ["", "   ".join(said)] if said else []


def sheet(page: Sheet, record: Any, width: int = 0) -> str:
    """The page as text that ends in a newline; width 0 is no bound."""
    if width:
        from netlog.render import layout

        parts = tuple(part._replace(page=_bare(part.page)) for part in page.parts)
        return _joined(layout.sheet(page._replace(parts=parts), record, width))
    shown = [(field.label, field.value(record)) for field in page.fields]
    width = max((len(label) for label, value in shown if value), default=0)
    lines = [clean(page.title(record))]
    for label, value in shown:
        if value:
            lines += _labelled(label.ljust(width) if label else "", clean_block(value).split("\n"))
    for part in page.parts:
        if records := part.records(record):
            body = listing(part.page, records).rstrip("\n").split("\n")
            lines += ["", clean(part.heading), *(f"  {line}" for line in body)]
    return "\n".join([*lines, ""])


def _labelled(label: str, value: Iterable[str]) -> list[str]:
    first, *rest = value
    margin = " " * (len(label) + 4 if label else 2)
    return [f"  {label}  {first}" if label else f"  {first}", *(f"{margin}{line}" for line in rest)]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(map(padded, cells, widths)).rstrip()


def _joined(lines: "Iterable[Pieces]") -> str:
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)
