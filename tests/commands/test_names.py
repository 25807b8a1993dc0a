"""Names that hold what a terminal, Rich or a careless program would take for something else."""

import re
import unicodedata
from datetime import date

import pytest

from netlog.records.contacts import NewContact
from netlog.records.meetings import NewMeeting
from netlog.records.thanks import NewThanks
from netlog.rules import text
from netlog.store.writes import contacts, meetings, thanks

FAMILY = "👨\u200d👩\u200d👧"
# As typed, and as shown on one line.
NAMES = {
    "markup": ("Bob [/]", "Bob [/]"),
    "colour": ("[red]x[/red]", "[red]x[/red]"),
    "link": ("[link=file:///etc]x[/]", "[link=file:///etc]x[/]"),
    "backslash": ("Bob\\", "Bob\\"),
    "emoji code": (":smile:", ":smile:"),
    "emoji": (f"Al {FAMILY}", f"Al {FAMILY}"),
    "bidi": ("Al\u202eecila", "Al\\u202eecila"),
    "isolate": ("Al\u2066x", "Al\\u2066x"),
    "invisible": ("Al\u200bice", "Al\\u200bice"),
    "separator": ("Al\u2028ice", "Al\\u2028ice"),
    "filler": ("Al\u3164", "Al\\u3164"),
    "decomposed": ("Zoe\u0308", "Zo\u00eb"),
    "wide": ("李小龙", "李小龙"),
    "rtl": ("עדה", "עדה"),
    "option": ("--help me", "--help me"),
    "quotes": ('Pat "O\'Brien" $(reboot)', 'Pat "O\'Brien" $(reboot)'),
}
LONG = "x" * 10_000
SGR = re.compile(r"\x1b\[[0-9;]*m")

hostile = pytest.mark.parametrize("name", NAMES)
modes = pytest.mark.parametrize("columns", [None, 80, 39], ids=["pipe", "terminal", "narrow"])
COMMANDS = (("list",), ("show", "c1"), ("due", "--within", "7d"))
commands = pytest.mark.parametrize("argv", COMMANDS, ids=" ".join)


def add(netlog, name: str) -> None:
    added = netlog("add", "--log", "Coffee", "--kind", "coffee", "--", name)
    assert added.status == 0, added.err


def terminal(monkeypatch, columns: int | None) -> None:
    """A terminal of so many columns; None for a pipe."""
    if columns:
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("COLUMNS", str(columns))


def cells(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def obeyed(text: str) -> list[str]:
    """The characters that would move a cursor, turn text round or hide it."""
    categories = ("Cc", "Cf", "Zl", "Zp", "Cs")
    found = [char for char in text if unicodedata.category(char) in categories]
    return [char for char in found if char not in "\n\u200d"]


@hostile
def test_a_name_is_stored_as_typed_in_nfc(netlog, name: str) -> None:
    typed, _ = NAMES[name]
    add(netlog, typed)
    (contact,) = netlog("list", "--json").json
    assert contact["name"] == unicodedata.normalize("NFC", typed)


@pytest.fixture
def everybody(netlog, recording, seeded):
    """All of them in one book, each owed thanks for a coffee."""

    def fill() -> None:
        with recording() as book:
            for typed, _ in NAMES.values():
                contact_id = contacts.add(book, NewContact(text.line(typed, "name")))
                coffee = NewMeeting(date(2026, 11, 23), "coffee", (contact_id,))
                meeting_id = meetings.log(book, coffee)
                days = {"opened_on": date(2026, 11, 23), "due_on": date(2026, 11, 25)}
                thanks.add(book, NewThanks(contact_id, meeting_id=meeting_id, **days))

    seeded(fill)
    return netlog


@modes
def test_names_are_shown_harmless(everybody, monkeypatch, columns: int | None) -> None:
    terminal(monkeypatch, columns)
    sheets = [("show", f"c{number}") for number, _ in enumerate(NAMES, 1)]
    screens = []
    for argv in (("list",), ("due", "--within", "7d", "--all"), *sheets):
        printed = everybody(*argv)
        assert printed.status == 0
        screens.append(SGR.sub("", printed.out) if columns else printed.out)
    assert obeyed("".join(screens)) == []
    listed, due, *shown = screens
    for (_, name), sheet in zip(NAMES.values(), shown, strict=True):
        assert name in listed
        assert name in due
        assert name in sheet


def test_json_of_names_is_ascii_and_exact(everybody) -> None:
    listed = everybody("list", "--json")
    assert listed.out.isascii()
    assert {contact["name"] for contact in listed.json} == {
        unicodedata.normalize("NFC", typed) for typed, _ in NAMES.values()
    }


@hostile
def test_a_name_is_confirmed_harmless(netlog, name: str) -> None:
    typed, shown = NAMES[name]
    added = netlog("add", "--", typed)
    assert added.out == f"{shown} (c1) added.\n"


@hostile
def test_an_error_that_names_people_is_harmless(netlog, name: str) -> None:
    typed, shown = NAMES[name]
    add(netlog, typed)
    refused = netlog("add", "--", typed)
    assert refused.status == 5
    assert shown in refused.err
    assert obeyed(refused.err) == []


@pytest.mark.parametrize("typed", ["\x1b[2J", "Al\u202eice", "[red]x[/red]"])
def test_what_was_typed_is_harmless_in_an_error_too(netlog, typed: str) -> None:
    refused = netlog("show", f"a{typed}")
    assert refused.status in (2, 3)
    assert obeyed(refused.err) == []


# Ten thousand characters


def test_a_name_of_10000_characters_is_stored_whole(netlog) -> None:
    add(netlog, LONG)
    assert netlog("list", "--json").json[0]["name"] == LONG


@commands
def test_a_pipe_gets_the_whole_of_it(netlog, argv: tuple[str, ...]) -> None:
    add(netlog, LONG)
    assert LONG in netlog(*argv).out


@pytest.mark.parametrize("name", [LONG, "李" * 10_000], ids=["narrow letters", "wide letters"])
@pytest.mark.parametrize("columns", [80, 39])
@commands
def test_a_terminal_gets_it_cut_to_its_width(
    netlog, monkeypatch, name: str, columns: int, argv: tuple[str, ...]
) -> None:
    add(netlog, name)
    terminal(monkeypatch, columns)
    lines = SGR.sub("", netlog(*argv).out).splitlines()
    assert max(map(cells, lines)) <= columns
    assert any("…" in line for line in lines)
    assert len(lines) < 20


def test_an_error_does_not_repeat_the_whole_of_it(netlog) -> None:
    add(netlog, LONG)
    assert len(netlog("add", LONG).err) < 500
    assert len(netlog("show", "y" * 10_000).err) < 500


# What is refused


@pytest.mark.parametrize(
    "option", [None, "--org", "--title", "--nick", "--city", "--met", "--tag", "--email"]
)
def test_a_control_character_on_one_line_is_refused(netlog, option: str | None) -> None:
    for control in "\x00\x07\x1b\n\t\r\x7f\x9b":
        bad = f"a{control}b@example.org"
        refused = netlog("add", "Al", option, bad) if option else netlog("add", bad)
        assert (refused.status, refused.out) == (2, "")
        assert f"control character (U+{ord(control):04X})" in refused.err
    assert netlog("list", "--json").json == []


@pytest.mark.parametrize(
    "argv", [("add", "Bob", "--note"), ("add", "Bob", "--log"), ("log", "al", "-m")], ids=" ".join
)
def test_a_control_character_in_a_note_is_refused(netlog, contents, argv: tuple[str, ...]) -> None:
    netlog("add", "Al")
    before = contents()
    for control in "\x07\x1b\x0b\x7f\x9b":
        assert netlog(*argv, f"a{control}b").status == 2
    assert contents() == before


@pytest.mark.parametrize("option", ["--place", "--owe", "--asked", "--got"])
def test_what_follows_a_meeting_stays_on_one_line(netlog, option: str) -> None:
    netlog("add", "Al")
    assert netlog("log", "al", option, "two\nlines").status == 2
    assert netlog("show", "al", "--json").json["meetings"] == []


def test_newlines_and_tabs_in_a_note_are_kept(netlog) -> None:
    netlog("add", "Al", "--note", "one\n\ttwo")
    netlog("log", "al", "-m", "three\n\tfour")
    sheet = netlog("show", "al", "--json").json
    assert sheet["notes"] == "one\n\ttwo"
    assert sheet["meetings"][0]["text"] == "three\n\tfour"


@modes
def test_newlines_and_tabs_in_a_note_are_shown_harmless(netlog, monkeypatch, columns) -> None:
    netlog("add", "Al", "--note", "one\n\ttwo")
    netlog("log", "al", "-m", "three\n\tfour")
    terminal(monkeypatch, columns)
    shown = SGR.sub("", netlog("show", "al").out)
    for word in ("one", "two", "three", "four"):
        assert word in shown
    assert obeyed(shown) == []
