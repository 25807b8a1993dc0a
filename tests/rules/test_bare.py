"""Bare words: what is a kind, a day or a time, and a day at the end of what is promised."""

from datetime import date

import pytest

from netlog.errors import UsageMistake
from netlog.records.matching import Named
from netlog.records.meetings import KINDS
from netlog.rules.bare import Grammar, bearers, dated, meaning, time

TODAY = date(2026, 11, 27)  # a Friday
LOG = Grammar(TODAY, kinds=KINDS, direction="past")
PLAN = Grammar(TODAY, kinds=KINDS, direction="future", times=True)
THANK = Grammar(TODAY, hows=("note", "call", "in-person"))


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("coffee", "kind"),
        ("Coffee", "kind"),
        ("note", "kind"),
        ("yesterday", "day"),
        ("fri", "day"),
        ("last friday", "day"),
        ("3d", "day"),
        ("2026-11-20", "day"),
        ("12 nov", "day"),
        ("cofee", None),
        ("coffees", None),
        ("coffee grace", None),
        ("grace", None),
        ("last", None),
        ("c3", None),
        ("12", None),
        ("may", None),
        ("+49 170 123", None),
        ("10:00", None),
    ],
)
def test_a_word_is_a_kind_or_a_day_when_the_whole_of_it_is_one(word: str, means: str) -> None:
    assert meaning(word, LOG) == means


def test_each_command_has_words_of_its_own() -> None:
    assert meaning("10:00", PLAN) == "time"
    assert meaning("note", THANK) == "how"
    assert meaning("coffee", THANK) is None
    assert meaning("friday", THANK) is None


@pytest.mark.parametrize(
    ("said", "is_at"),
    [
        ("10:00", "10:00"),
        ("9:05", "09:05"),
        ("9am", "09:00"),
        ("9 am", "09:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("9.30pm", "21:30"),
        ("14h", "14:00"),
        ("14h30", "14:30"),
        ("noon", "12:00"),
        ("24:00", None),
        ("13pm", None),
        ("0am", None),
        ("10:60", None),
        ("14", None),
        ("am", None),
        ("14h30h", None),
        ("١٠:٠٠", None),
        ("10:00:00", None),
    ],
)
def test_a_time_is_read(said: str, is_at: str | None) -> None:
    assert time(said) == is_at


def test_a_whole_word_of_a_name_is_borne() -> None:
    april = Named(1, "April Coffee", None, "\n april coffee\n ace\n")
    assert bearers("Coffee", [april]) == [april]
    assert bearers("ace", [april]) == [april]
    assert bearers("coff", [april]) == []
    assert bearers("coffee bean", [april]) == []


@pytest.mark.parametrize(
    ("said", "what", "day"),
    [
        ("the slides by monday", "the slides", "2026-11-30"),
        ("the slides by Monday.", "the slides", "2026-11-30"),
        ("the slides, by monday", "the slides", "2026-11-30"),
        ("slides before 1 dec", "slides", "2026-12-01"),
        ("an answer until 2026-12-24", "an answer", "2026-12-24"),
        ("my notes BY tomorrow", "my notes", "2026-11-28"),
        ("it by next week", "it", "2026-12-04"),
        ("stop by the office by friday", "stop by the office", "2026-12-04"),
        ("a book by 3d", "a book", "2026-11-30"),
        ("two lines\nand more by monday", "two lines\nand more", "2026-11-30"),
    ],
)
def test_a_day_at_the_end_is_the_day(said: str, what: str, day: str) -> None:
    assert dated(said, TODAY, TODAY) == (what, date.fromisoformat(day))


@pytest.mark.parametrize(
    "said",
    [
        "the monday slides",
        "lunch on monday",
        "the slides monday",
        "by hand",
        "a book by Knuth",
        "call before you leave",
        "the report by monday at noon sharp",
        "stand by",
        "the minutes by yesterday",
        "the deed by 1999-01-01",
        "standby monday",
    ],
)
def test_any_other_day_stays_text(said: str) -> None:
    assert dated(said, TODAY, TODAY) == (said, None)


@pytest.mark.parametrize("said", ["by monday", "- by monday.", "Before friday", "until 1 dec"])
def test_a_day_without_a_word_of_what_is_refused(said: str) -> None:
    with pytest.raises(UsageMistake, match="What is due by"):
        dated(said, TODAY, TODAY)
