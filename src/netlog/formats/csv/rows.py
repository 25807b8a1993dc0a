"""The rows of a CSV text: delimiters, quotes and what is broken about them; no meaning of columns.

One pass from position to position: a row that cannot be read costs at most itself.
"""

import re
from collections.abc import Iterator
from itertools import islice

from netlog.named import NamedTuple

DELIMITERS = (",", ";", "\t", "|")
LONGEST_ROW = 1_000_000  # characters
MOST_CELLS = 5_000
SHOWN = 10_000  # characters of a broken row that are shown

_END = re.compile(r"\r\n|\r|\n")
_SEPARATOR = re.compile(r"[ \t]*\"?sep=([,;\t|])\"?[ \t]*(\r\n|\r|\n)", re.IGNORECASE)
_PLAIN = {each: re.compile(rf"[^{re.escape(each)}\r\n]*") for each in DELIMITERS}
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


class CsvRow(NamedTuple):
    """Cells, trimmed; number counts all rows from 1 as a spreadsheet does; fault: why unread."""

    number: int
    cells: list[str]
    source: str
    fault: str = ""


class _Unreadable(Exception):
    """The row that begins here; the message says why."""


def rows(text: str, delimiter: str) -> Iterator[CsvRow]:
    """Every row in order, empty ones with cells that are all empty."""
    named = _SEPARATOR.match(text)
    at, number = (named.end(), 1) if named else (0, 0)
    while at < len(text):
        number += 1
        start = at
        try:
            cells, at = _row(text, start, delimiter)
        except _Unreadable as fault:
            at = _next_line(text, start)
            yield CsvRow(
                number, [], text[start : min(at, start + SHOWN)].rstrip("\r\n"), str(fault)
            )
        else:
            yield CsvRow(number, cells, text[start : min(at, start + SHOWN)].rstrip("\r\n"))


def first_rows(text: str, delimiter: str, most: int) -> list[CsvRow]:
    """The first rows, at most so many."""
    return list(islice(rows(text, delimiter), most))


def delimiters(text: str) -> tuple[str, ...]:
    """Which delimiters to try: the one that a `sep=` line names, as Excel knows it, else all."""
    named = _SEPARATOR.match(text)
    return (named[1],) if named else DELIMITERS


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it when a spreadsheet would calculate it."""
    return f"'{cell}" if (cell[:1] in "=+-@\t\r" and cell) or _GUARDED.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without the apostrophe that kept a spreadsheet from calculating it."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _row(text: str, at: int, delimiter: str) -> tuple[list[str], int]:
    """The cells from `at` on, and where the next row begins."""
    start, cells = at, list[str]()
    while True:
        cell, at = _cell(text, at, delimiter)
        if at - start > LONGEST_ROW:
            raise _Unreadable(f"The row is longer than {LONGEST_ROW:,} characters.")
        if len(cells) == MOST_CELLS:
            raise _Unreadable(f"The row has more than {MOST_CELLS:,} cells.")
        cells.append(unguarded(cell.strip()).strip())
        if text[at : at + 1] != delimiter:
            end = _END.match(text, at)
            return cells, end.end() if end else at
        at += 1


def _cell(text: str, at: int, delimiter: str) -> tuple[str, int]:
    """A cell and the position of the delimiter, line end or end of text behind it."""
    opening = at
    while text.startswith(" ", opening) and opening - at < LONGEST_ROW:
        opening += 1
    if not text.startswith('"', opening):
        plain = _PLAIN[delimiter].match(text, at, at + LONGEST_ROW + 1)
        return (plain[0], plain.end()) if plain else ("", at)
    closing = _closing(text, opening)
    rest = _PLAIN[delimiter].match(text, closing + 1, closing + LONGEST_ROW + 1)
    after = rest[0] if rest else ""
    inside = text[opening + 1 : closing]
    if after.strip() and _END.search(inside):
        raise _Unreadable("A quote is opened and not closed.")
    return inside.replace('""', '"') + after.rstrip(), closing + 1 + len(after)


def _closing(text: str, opening: int) -> int:
    """Where the quote that closes the one at `opening` is."""
    at, end = opening + 1, opening + LONGEST_ROW
    while (at := text.find('"', at, end)) >= 0:
        if not text.startswith('""', at):
            return at
        at += 2
    raise _Unreadable("A quote is opened and not closed.")


def _next_line(text: str, at: int) -> int:
    found = _END.search(text, at)
    return found.end() if found else len(text)
