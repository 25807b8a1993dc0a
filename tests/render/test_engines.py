"""The engines on small pages of their own: plain lines for pipes, tables for a terminal, JSON."""

import json
import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from io import StringIO
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from netlog.render import as_json, as_plain, as_rich, in_colour
from netlog.render.cells import cut_around, folded, width_of
from netlog.render.clean import clean, clean_block
from netlog.render.page import Cell, Column, Field, Listing, Part, Sheet
from netlog.render.pieces import Piece, pieces_of


class Row(NamedTuple):
    """What the pages below show."""

    name: str
    why: str = "a reason"


NAMES = Listing(
    columns=(
        Column("name", lambda r: Cell(r.name, "strong"), most=30),
        Column("why", lambda r: Cell(r.why, "late"), grow=True),
        Column("wide", lambda r: Cell("only wide"), from_width=100),
    ),
    empty="Nobody yet.",
    line=lambda r: f"{r.name}: {r.why}",
)
SECTIONS = NAMES._replace(title="Monday", section=lambda r: f"because {len(r.why)}", heads=False)
SHEET = Sheet(
    title=lambda r: r.name,
    fields=(Field("Why", lambda r: r.why), Field("Nothing", lambda r: None)),
    parts=(
        Part("Others", lambda r: [Row("Other")] if r.why else [], NAMES),
        Part("Nobody", lambda r: [], NAMES),
    ),
)
HOSTILE = (
    "Bob [/]",
    "[red]x[/red]",
    "[link=file:///etc]x[/link]",
    ":smile:",
    "trailing\\",
    "12 http://a.org 'quoted' None",
)
SGR = re.compile(r"\x1b\[[0-9;]*m")

texts = st.text(max_size=30) | st.text(
    alphabet="ab [/]\\李龙👨\u200d\u202e\x1b\x9b\n\t", max_size=20
)


def rich(page: Listing, rows: Sequence[Row], width: int = 80, colour: bool = False) -> str:
    return in_colour.listing(page, rows, width, colour)


def lines(text: str) -> list[str]:
    """The lines of a text that ends in a newline."""
    assert text.endswith("\n")
    return text.split("\n")[:-1]


def cells(line: str) -> int:
    """How many cells a terminal gives it, for text without combining characters."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def unsafe(text: str) -> list[str]:
    """The characters of it that a terminal would obey."""
    return [
        char for char in text if unicodedata.category(char) in ("Cc", "Zl", "Zp") and char != "\n"
    ]


# All of them


@pytest.mark.parametrize("name", HOSTILE)
def test_plain_lines_show_markup_as_typed(name: str) -> None:
    assert name in as_plain.listing(NAMES, [Row(name)])


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [29, 39, 80])
def test_a_terminal_shows_markup_as_typed(name: str, colour: bool, width: int) -> None:
    shown = SGR.sub("", rich(NAMES, [Row(name, "")], width, colour))
    assert name[: width - 5] in shown


@pytest.mark.parametrize("name", HOSTILE)
def test_text_is_never_coloured_by_what_it_says(name: str) -> None:
    styles = [SGR.findall(rich(NAMES, [Row(text)], colour=True)) for text in (name, "Bob")]
    assert styles[0] == styles[1]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_title_shows_markup_as_typed(name: str) -> None:
    assert name in in_colour.sheet(SHEET, Row(name), 80, colour=False)
    assert name in as_plain.sheet(SHEET, Row(name))


@given(st.lists(st.builds(Row, texts, texts), min_size=1, max_size=3))
def test_plain_lines_are_one_per_record_and_harmless(rows: list[Row]) -> None:
    shown = as_plain.listing(NAMES, rows)
    assert unsafe(shown) == []
    assert len(lines(shown)) == len(rows)


@given(st.builds(Row, texts, texts), st.sampled_from([1, 10, 29, 30, 39, 60, 80]), st.booleans())
def test_a_terminal_gets_nothing_to_obey_but_colours(row: Row, width: int, colour: bool) -> None:
    shown = rich(NAMES, [row], width, colour) + in_colour.sheet(SHEET, row, width, colour)
    assert unsafe(SGR.sub("", shown)) == []


@given(st.builds(Row, texts, texts))
def test_without_colour_a_terminal_gets_no_escape_at_all(row: Row) -> None:
    assert "\x1b" not in rich(SECTIONS, [row]) + in_colour.sheet(SHEET, row, 80, colour=False)


def test_colour_is_there_when_asked_for() -> None:
    assert SGR.search(rich(NAMES, [Row("Bob")], colour=True))


# Widths


@pytest.mark.parametrize("width", [20, 29, 30, 40, 60, 80, 120])
@pytest.mark.parametrize("name", ["x" * 10_000, "李" * 10_000, "李小龙", "a李" * 40])
def test_no_line_is_wider_than_the_terminal(width: int, name: str) -> None:
    shown = rich(SECTIONS, [Row(name, name[:200])], width)
    assert max(map(cells, lines(shown))) <= width


@pytest.mark.parametrize("width", [20, 39, 80])
def test_no_line_of_a_sheet_is_wider_than_the_terminal(width: int) -> None:
    shown = in_colour.sheet(SHEET, Row("李" * 10_000, "龙" * 1000), width, colour=False)
    assert max(map(cells, lines(shown))) <= width


@pytest.mark.parametrize("name", ["x" * 10_000, "two\nlines", "李" * 10_000])
def test_under_30_columns_each_item_is_one_line(name: str) -> None:
    rows = [Row(name), Row("Bob")]
    assert len(lines(rich(NAMES, rows, 29))) == 2
    assert len(lines(rich(SECTIONS, rows, 29))) == 3


def test_what_does_not_fit_is_cut_with_an_ellipsis() -> None:
    assert lines(rich(NAMES, [Row("x" * 50)], 29)) == ["x" * 28 + "…"]
    assert "x" * 29 + "…" in rich(NAMES, [Row("x" * 10_000)], 80)


def test_a_listing_within_a_sheet_goes_by_the_width_of_the_screen() -> None:
    (_, _, _, heading, *rows) = lines(in_colour.sheet(SHEET, Row("Bob"), 60, colour=False))
    assert heading == "Others"
    assert rows == ["  name   why", "  Other  a reason", "", "  No room here for: wide."]


@pytest.mark.parametrize(
    ("text", "mark", "shown"),
    [
        ("a word that is near", (2, 6), "a word that is…"),
        ("what stands far behind is shown", (16, 22), "…far behind is…"),
        ("all the end of it is shown here", (27, 31), "…is shown here"),
        ("unbrokenunbrokenunbroken", (20, 24), "…nbrokenunbroken"),
    ],
)
def test_a_cell_is_cut_around_the_words_that_match(text, mark, shown) -> None:
    start, end = cut_around(text, 16, *mark)
    assert f"{'…' * (start > 0)}{text[start:end].strip()}{'…' * (end < len(text))}" == shown
    assert text[slice(*mark)] in text[start:end]


@given(texts, st.lists(st.tuples(st.integers(-1, 31), st.integers(0, 31)), max_size=4))
def test_a_marked_text_is_the_text(text: str, marks: list[tuple[int, int]]) -> None:
    within = [(start, min(end, len(text))) for start, end in marks]
    shown = "".join(piece.text for piece in pieces_of(Cell(text, marks=within)))
    assert shown == clean_block(text)


@given(texts, st.integers(3, 20), st.integers(0, 30), st.integers(1, 6))
def test_what_is_cut_around_a_match_is_no_wider_than_its_room(text, width, first, size) -> None:
    text = clean(text)
    start, end = cut_around(text, width, min(first, len(text)), min(first + size, len(text)))
    assert (start > 0) + width_of(text[start:end]) + (end < len(text)) <= width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Nobody is here: netlog add Bob", ["Nobody is here:", "netlog add Bob"]),
        ("Thanks due: netlog thank t1", ["Thanks due:", "netlog thank t1"]),
        ("To be typed is netlog thank t12345", ["To be typed is", "netlog thank", "t12345"]),
    ],
)
def test_a_command_at_the_end_stays_on_one_line(text: str, lines: list[str]) -> None:
    assert folded(text, 16) == "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("Zoë", 3),
        ("Zoe\u0308", 3),
        ("李小龙", 6),
        ("김철수", 6),
        ("สมชาย", 5),
        ("🚀", 2),
        ("👩\u200d🚀", 2),
        ("👨\u200d👩\u200d👧\u200d👦", 2),
        ("👍🏽", 2),
        ("❤\ufe0f", 2),
        ("🇩🇪", 2),
        ("ﾊﾝ", 2),
        ("क\u094d\u200dष", 2),
    ],
)
def test_a_text_is_as_wide_as_a_terminal_draws_it(text: str, wide: int) -> None:
    assert width_of(text) == wide
    first, _ = lines(as_plain.listing(NAMES, [Row(text, "x"), Row("Barbara Liskov", "x")]))
    assert first == f"{text}{' ' * (16 - wide)}x  only wide"


def test_a_folded_line_stays_as_far_in_as_it_began() -> None:
    assert folded("Who?\n  1  Ada Lovelace of London", 18) == (
        "Who?\n  1  Ada Lovelace\n  of London"
    )


def test_a_long_reason_wraps_whole() -> None:
    why = " ".join(f"word{number}" for number in range(60))
    shown = rich(NAMES, [Row("Bob", why)], 60)
    assert re.findall(r"word\d+", shown) == why.split()


def test_a_column_appears_where_there_is_room_for_it() -> None:
    assert "only wide" not in rich(NAMES, [Row("Bob")], 99)
    assert "only wide" in rich(NAMES, [Row("Bob")], 100)


def test_plain_lines_are_never_cut_nor_wrapped() -> None:
    (line,) = lines(as_plain.listing(NAMES, [Row("x" * 10_000, "y" * 10_000)]))
    assert "x" * 10_000 in line
    assert "y" * 10_000 in line


def test_plain_columns_stand_under_one_another() -> None:
    first, second = lines(as_plain.listing(NAMES, [Row("Al"), Row("Barbara")]))
    assert first.index("a reason") == second.index("a reason")


def test_one_long_value_does_not_push_the_others_apart() -> None:
    first, _ = lines(as_plain.listing(NAMES, [Row("Al"), Row("x" * 1000)]))
    assert len(first) < 80


def test_plain_lines_end_without_spaces() -> None:
    shown = as_plain.listing(SECTIONS, [Row("Al", ""), Row("Barbara", "")])
    assert [line for line in lines(shown) if line != line.rstrip()] == []


# Sections, sheets, nothing


def test_records_stand_under_their_headings_once_each() -> None:
    rows = [Row("A", "-"), Row("B", "-"), Row("C", "--")]
    for shown in (as_plain.listing(SECTIONS, rows), rich(SECTIONS, rows)):
        words = ("Monday", "because 1", "A", "B", "because 2", "C")
        places = [shown.index(word) for word in words]
        assert places == sorted(places)
        assert shown.count("because 1") == 1


@pytest.mark.parametrize("width", [0, 80])
def test_headings_and_what_is_said_of_none_are_harmless(width: int) -> None:
    evil = "a\x1b[2Jb\u202ec"
    page = NAMES._replace(section=lambda _: evil, empty=evil)
    sheet = SHEET._replace(parts=(Part(evil, lambda _: [Row("A")], NAMES),))
    shown = [
        as_plain.listing(page, [Row("A")], width),
        as_plain.listing(page, [], width),
        as_plain.sheet(sheet, Row("A"), width),
        rich(page, [Row("A")], width or 80),
        rich(page, [], width or 80),
    ]
    for text in shown:
        assert unsafe(text) == []
        assert "\u202e" not in text
        assert "\\x1b" in text


def test_no_records_are_a_sentence() -> None:
    assert as_plain.listing(NAMES, []) == "Nobody yet.\n"
    assert rich(NAMES, []) == "Nobody yet.\n"


def test_a_sheet_leaves_out_what_is_empty() -> None:
    for shown in (
        as_plain.sheet(SHEET, Row("Bob")),
        in_colour.sheet(SHEET, Row("Bob"), 80, colour=False),
    ):
        assert "Why" in shown
        assert "Others" in shown
        assert "Nothing" not in shown
        assert "Nobody" not in shown


def test_a_value_of_several_lines_keeps_them_under_one_another() -> None:
    shown = lines(as_plain.sheet(SHEET, Row("Bob", "one\n\ttwo")))
    assert shown[1:3] == ["  Why  one", "           two"]


# JSON


class Inner(NamedTuple):
    """A record inside another."""

    on: date
    names: tuple[str, ...]


class Outer(NamedTuple):
    """A record that lays the inner one out flat."""

    inner: Inner
    note: str | None
    fields: dict[str, str]

    @property
    def flattened(self) -> str:
        return "inner"


def test_json_is_the_record() -> None:
    record = Outer(Inner(date(2026, 11, 23), ("Bob", "Zoë")), None, {"k": "v"})
    assert json.loads(as_json.dumps(record)) == {
        "on": "2026-11-23",
        "names": ["Bob", "Zoë"],
        "note": None,
        "fields": {"k": "v"},
    }


@given(texts)
def test_json_is_ascii_and_exact(text: str) -> None:
    for dumps in (as_json.dumps, as_json.dumps_line):
        dumped = dumps([Row(text)])
        assert dumped.isascii()
        assert json.loads(dumped)[0]["name"] == text


scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_json_is_laid_out_as_the_standard_library_does(value: object) -> None:
    assert as_json.dumps(value) == json.dumps(value, indent=2)
    assert as_json.dumps_line(value) == json.dumps(value)


@given(texts)
def test_json_of_an_error_is_one_line(text: str) -> None:
    assert len(as_json.dumps_line(Row(text)).splitlines()) == 1


def test_no_records_are_an_empty_array() -> None:
    assert as_json.dumps([]) == "[]"


@pytest.mark.parametrize("style", in_colour.CODES)
def test_colours_are_those_that_rich_draws(style: str) -> None:
    console = Console(file=StringIO(), force_terminal=True, color_system="standard")
    console.print(as_rich.drawn([Piece("a b", style), Piece(" c")]), soft_wrap=True, end="")
    assert isinstance(console.file, StringIO)
    assert in_colour.text([[Piece("a b", style), Piece(" c")]], colour=True) == (
        f"{console.file.getvalue()}\n"
    )
    assert in_colour.text([[Piece("a b", style)]], colour=False) == "a b\n"


@pytest.mark.parametrize("number", [0, 1, 2, 3, 5])
def test_json_in_pieces_is_the_same(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(as_json, "AT_ONCE", 2)
    records = [Row("Grace")] * number
    assert "".join(as_json.pieces(records)) == as_json.dumps(records)
