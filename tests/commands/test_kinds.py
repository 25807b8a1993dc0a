"""Kinds of meetings of one's own: typed, offered, thanked for, exported and brought back."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import netlog as netlog_room
from netlog.errors import UsageMistake
from netlog.records.meetings import is_kind
from netlog.rules import bare
from netlog.rules.bare import Grammar
from netlog.rules.figures import Direction
from netlog.store.config import check_is_no_other

TODAY = date(2026, 11, 26)

OWN = "[kinds]\ndinner = {thanks = 3}\nboard-game = {}\n"


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(OWN)
    monkeypatch.setenv("NETLOG_CONFIG", str(path))
    return path


@pytest.fixture
def book(netlog: Any, config: Path, seeded: Any) -> Any:
    def fill() -> None:
        netlog("add", "Ann")

    seeded(fill)
    return netlog


@pytest.mark.parametrize(
    "typed", [("dinner",), ("--kind", "dinner"), ("Dinner", "yesterday")], ids=" ".join
)
def test_it_is_typed_as_the_others_are(book, typed: tuple[str, ...]) -> None:
    assert book("log", "ann", *typed, "--json").json["kind"] == "dinner"
    assert book("plan", "ann", "friday", "dinner", "--json").json["kind"] == "dinner"


def test_thanks_are_owed_as_the_config_says(book, config: Path) -> None:
    (owed,) = book("log", "ann", "dinner", "--json").json["thanks"]
    assert owed["due_on"] == "2026-11-26"
    assert book("log", "ann", "board-game", "--json").json["thanks"] == []
    config.write_text(f"{OWN}[thanks]\ndinner = 1\n")
    (owed,) = book("log", "ann", "dinner", "--on", "yesterday", "--json").json["thanks"]
    assert owed["due_on"] == "2026-11-23"


def test_it_counts_as_a_touch(book) -> None:
    book("log", "ann", "dinner")
    assert book("show", "ann", "--json").json["last_touch_on"] == "2026-11-23"


def test_a_meeting_is_edited_to_it(book) -> None:
    book("log", "ann", "coffee")
    assert book("edit", "m1", "--kind", "dinner", "--json").json["kind"] == "dinner"


def test_a_slip_is_told_with_what_was_meant(book) -> None:
    refused = book("log", "ann", "--kind", "dinnr")
    assert (refused.status, refused.err) == (
        2,
        "netlog: dinnr is no kind of meeting. Did you mean dinner?\n",
    )


def test_a_kind_that_is_not_configured_is_none(netlog) -> None:
    netlog("add", "Ann")
    assert netlog("log", "ann", "--kind", "dinner").status == 2


def test_it_leaves_and_comes_back_into_a_book_that_does_not_know_it(
    book, config: Path, tmp_path: Path
) -> None:
    book("log", "ann", "dinner", "-m", "x")
    book("plan", "ann", "friday", "dinner")
    told, other = tmp_path / "book.json", str(tmp_path / "other.db")
    told.write_text(book("export", "--format", "json").out)
    config.write_text("")
    assert book("--db", other, "import", str(told)).status == 0
    whole = json.loads(book("--db", other, "export", "--format", "json").out)
    assert [one["kind"] for one in (*whole["meetings"], *whole["plans"])] == ["dinner", "dinner"]


@pytest.mark.parametrize("format_", ["friends", "md", "ics"])
def test_it_is_written_in_every_format(book, format_: str) -> None:
    book("log", "ann", "dinner", "-m", "x")
    assert book("export", "--format", format_).status == 0


def test_an_event_of_a_calendar_that_is_called_so_is_of_that_kind(
    book, config: Path, tmp_path: Path
) -> None:
    config.write_text(f'{OWN}[card]\nname = "Me"\nemail = "me@x.org"\n')
    event = tmp_path / "e.ics"
    event.write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20261120T180000\n"
        "SUMMARY:Dinner with Ann\nATTENDEE;CN=Me:mailto:me@x.org\n"
        "ATTENDEE;CN=Ann:mailto:ann@x.org\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    book("edit", "ann", "--add-email", "ann@x.org")
    book("import", str(event), "--yes")
    assert [one["kind"] for one in book("show", "ann", "--json").json["meetings"]] == ["dinner"]


@pytest.mark.parametrize(
    "wrong",
    [
        "[kinds]\ncoffee = {}",
        "[kinds]\nfavor = {}",
        "[kinds]\nyesterday = {}",
        "[kinds]\nmon = {thanks = 2}",
        "[kinds]\nnoon = {}",
        "[kinds]\nc5 = {}",
        "[kinds]\nm12 = {}",
        '[kinds]\n"Big Dinner" = {}',
        "[kinds]\ndinner = 2",
        "[kinds]\ndinner = {thank = 2}",
        '[kinds]\ndinner = {thanks = "soon"}',
        'kinds = ["dinner"]',
    ],
)
def test_a_mistake_in_the_config_is_told(netlog, config: Path, wrong: str) -> None:
    config.write_text(wrong)
    refused = netlog("log", "ann", "--kind", "dinner")
    assert (refused.status, "[kinds]" in refused.err) == (2, True)


def test_no_word_of_a_day_or_a_time_can_be_a_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every word of the sources that may stand for a day beside a name is refused as a kind."""
    sources = (path.read_text().lower() for path in Path(netlog_room.__file__).parent.rglob("*.py"))
    words = {word for text in sources for word in re.findall(r"[a-z][a-z0-9-]*", text)}
    directions: list[Direction] = ["past", "behind", "future"]
    refused = []
    for word in filter(is_kind, words):
        grammars = [Grammar(TODAY, direction=one, times=True) for one in directions]
        try:
            check_is_no_other("config.toml", word)
        except UsageMistake:
            refused.append(word)
        else:
            assert [bare.meaning(word, one) for one in grammars] == [None] * 3, word
    assert {"yesterday", "fri", "noon", "c1"} <= set(refused)
    assert not {"dinner", "walk", "mentoring", "march", "board-game"} & set(refused)


def test_completion_offers_it(book, monkeypatch: pytest.MonkeyPatch) -> None:
    from netlog.commands.completion import words

    assert [offer.value for offer in words.kinds(None, [], "d")] == ["dinner"]
