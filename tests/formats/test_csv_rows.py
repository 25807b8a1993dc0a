"""Rows of CSV, compared with what the standard library writes."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.formats.csv.rows import DELIMITERS, guarded, rows, unguarded

CELL = st.text(st.sampled_from("ab \"',;\t|\n\r=é"), max_size=8).filter(
    lambda each: each == unguarded(each.strip()).strip()
)
TABLE = st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=5)


@given(TABLE, st.sampled_from(DELIMITERS), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
def test_what_the_standard_library_writes_is_read(
    table: list[list[str]], delimiter: str, quoting: int
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=quoting).writerows(table)
    assert [row.cells for row in rows(text.getvalue(), delimiter)] == table


def test_rows_are_numbered_as_a_spreadsheet_does() -> None:
    text = 'a,b\n\n"two\nlines",c\nd,e\n'
    assert [(row.number, row.cells[0]) for row in rows(text, ",")] == [
        (1, "a"),
        (2, ""),
        (3, "two\nlines"),
        (4, "d"),
    ]


def test_unicodes_line_ends_end_no_row() -> None:
    assert len(list(rows("a\u2028b,c\x85d\x0be\n", ","))) == 1


@pytest.mark.parametrize("text", ['a,"b', '"a\n"b",c', "a," * 6_000, "a" * 1_100_000])
def test_a_broken_row_says_why(text: str) -> None:
    assert next(rows(text, ",")).fault


@given(st.text(st.sampled_from("'=+-@\t\ra"), max_size=5))
def test_a_guard_comes_off_as_it_was_put_on(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(tuple("=+-@\t\r"))
