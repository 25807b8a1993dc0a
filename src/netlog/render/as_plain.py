"""Plain lines for pipes and dumb terminals: whole values, no colour, no boxes, no wrapping."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from netlog.render.clean import clean, clean_block
from netlog.render.page import Column, Listing, Sheet

# Wider values stand out to the right: one long name must not push every line apart.
WIDEST_PAD = 72
# An empty cell would shift the words that follow it.
NOTHING = "–"


def listing(page: Listing, records: Sequence[Any]) -> str:
    """The page as text that ends in a newline."""
    title = "  ".join(filter(None, (clean(page.title), clean(page.aside))))
    lines = [title, ""] if title else []
    if not records:
        return "\n".join([*lines, page.empty, ""])
    cells = [[_text(column, record) for column in page.columns] for record in records]
    widths = [
        max((len(row[i]) for row in cells if len(row[i]) <= WIDEST_PAD), default=0)
        for i in range(len(page.columns))
    ]
    rows = zip(records, cells, strict=True)
    section = page.section
    if section is None:
        lines += [_line(row, widths) for _, row in rows]
        return "\n".join([*lines, *_foot(page), ""])
    for heading, group in groupby(rows, key=lambda pair: section(pair[0])):
        indent, after = ("", []) if page.tight else ("  ", [""])
        lines += [heading, *(f"{indent}{_line(row, widths)}" for _, row in group), *after]
    if not page.tight:
        lines.pop()
    return "\n".join([*lines, *_foot(page), ""])


def _text(column: Column, record: Any) -> str:
    return clean(column.cell(record).text) or ("" if column.blank else NOTHING)


def _foot(page: Listing) -> list[str]:
    return ["", "   ".join(map(clean, page.foot))] if page.foot else []


def sheet(page: Sheet, record: Any) -> str:
    """The page as text that ends in a newline."""
    shown = [(field.label, field.value(record)) for field in page.fields]
    width = max((len(label) for label, value in shown if value), default=0)
    lines = [clean(page.title(record))]
    for label, value in shown:
        if value:
            lines += _labelled(label.ljust(width), clean_block(value).split("\n"))
    for part in page.parts:
        if records := part.records(record):
            body = listing(part.page, records).rstrip("\n").split("\n")
            lines += ["", part.heading, *(f"  {line}" for line in body)]
    return "\n".join([*lines, ""])


def _labelled(label: str, value: Iterable[str]) -> list[str]:
    first, *rest = value
    return [f"  {label}  {first}", *(f"  {' ' * len(label)}  {line}" for line in rest)]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()
