"""netlog edit m40, f7, t9: what depends on them follows."""

import io
import sys
from types import SimpleNamespace

import pytest


@pytest.fixture
def book(netlog, seeded):
    """A coffee with Grace three days ago, with a promise, thanks and Ada knowing nothing of it."""

    def fill() -> None:
        netlog("add", "Grace Hopper")
        netlog("add", "Ada Lovelace")
        netlog("log", "grace", "-m", "Hi", "--kind", "coffee", "--on", "3d", "--owe", "the slides")

    seeded(fill)
    return netlog


@pytest.mark.parametrize(
    ("argv", "key", "stored"),
    [
        (("--on", "5d"), "happened_on", "2026-11-18"),
        (("--kind", "lunch"), "kind", "lunch"),
        (("--text", "Two\nlines"), "text", "Two\nlines"),
        (("--text", ""), "text", None),
        (("--place", "Mel's"), "place", "Mel's"),
        (("--invited", "me"), "invited_by", "me"),
        (("--paid", "split"), "paid_by", "split"),
        (("--asked", "an intro"), "asked", "an intro"),
    ],
)
def test_a_meeting_is_changed_by_options(book, argv, key, stored) -> None:
    edited = book("edit", "m1", *argv, "--json")
    assert edited.status == 0, edited
    assert edited.json[key] == book("show", "m1", "--json").json[key] == stored


def test_the_last_touch_moves_with_the_meeting(book) -> None:
    said = book("edit", "m1", "--on", "5d").out
    assert said == "coffee on 18 Nov (m1): day 20 Nov → 18 Nov.\n"
    assert book("show", "grace", "--json").json["last_touch_on"] == "2026-11-18"


def test_what_is_no_touch_moves_it_as_well(book) -> None:
    book("edit", "m1", "--kind", "note")
    assert book("show", "grace", "--json").json["last_touch_on"] is None


def test_thanks_and_favors_of_the_day_move_with_it(book) -> None:
    book("edit", "m1", "--on", "5d")
    owed, promised = (book("show", ref, "--json").json for ref in ("t1", "f1"))
    assert (owed["opened_on"], owed["due_on"]) == ("2026-11-18", "2026-11-20")
    assert promised["opened_on"] == "2026-11-18"


def test_who_was_there_as_well_was_touched_and_is_owed_thanks(book) -> None:
    said = book("edit", "m1", "--add-who", "ada").out
    assert said == "coffee on 20 Nov (m1): +Ada Lovelace.\n"
    ada = book("show", "ada", "--json").json
    assert ada["last_touch_on"] == "2026-11-20"
    assert [thanks["due_on"] for thanks in ada["thanks"]] == ["2026-11-22"]


def test_who_was_not_there_after_all_is_neither(book) -> None:
    book("edit", "m1", "--add-who", "ada", "--rm-who", "grace")
    grace = book("show", "grace", "--json").json
    assert (grace["last_touch_on"], grace["thanks"], grace["meetings"]) == (None, [], [])


@pytest.mark.parametrize(
    ("argv", "status", "words"),
    [
        (("m1", "--rm-who", "grace"), 2, "Somebody must have been there"),
        (("m1", "--rm-who", "ada"), 3, "has no c2"),
        (("m1", "--on", "2027-01-01"), 1, "still to come"),
        (("m1", "--on", ""), 2, "needs a day"),
        (("m1", "--kind", "party"), 2, "party is no kind of meeting. Did you mean event?"),
        (("m1", "--org", "Acme"), 2, "--org does not go with a meeting"),
        (("m9", "--place", "x"), 3, "There is no m9"),
        (("f1", "--on", "yesterday"), 1, "not done yet: netlog done f1"),
        (("f1", "--by", "2026-01-01"), 1, "a day to come"),
        (("f1", "--text", ""), 2, "The text is empty"),
        (("t1", "--how", "note"), 1, "not sent: netlog thank t1"),
        (("t1", "--by", ""), 2, "needs a day"),
    ],
)
def test_a_mistake_is_explained_and_changes_nothing(book, contents, argv, status, words) -> None:
    before = contents()
    result = book("edit", *argv)
    assert result.status == status
    assert words in result.err
    assert contents() == before


def test_a_favor_is_changed_as_by_favor_edit(book) -> None:
    assert book("edit", "f1", "--by", "2w", "--json").json["due_on"] == "2026-12-07"
    assert book("edit", "f1", "--by", "", "--json").json["due_on"] is None
    book("done", "f1")
    assert book("edit", "f1", "--on", "yesterday", "--json").json["done_on"] == "2026-11-22"


def test_an_outcome_that_is_cleared_is_owed_no_more(book, monkeypatch) -> None:
    book("favor", "receive", "grace", "read my CV", "--on", "yesterday")
    book("favor", "outcome", "f2", "an interview")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b'{"outcome": null}')))
    favor = book("edit", "f2", "--stdin", "--json").json
    assert (favor["outcome"], favor["outcome_on"], favor["told_on"]) == (None, None, None)


def test_thanks_are_changed_by_options(book) -> None:
    assert book("edit", "t1", "--by", "friday", "--json").json["due_on"] == "2026-11-27"
    book("thank", "t1")
    sent = book("edit", "t1", "--on", "yesterday", "--how", "gift", "--json").json
    assert (sent["sent_on"], sent["how"]) == ("2026-11-22", "gift")


def test_thanks_that_were_not_sent_after_all_are_open_again(book) -> None:
    book("thank", "t1", "--how", "note")
    thanks = book("edit", "t1", "--on", "", "--json").json
    assert (thanks["state"], thanks["how"]) == ("open", None)
    assert "t1" in book("due").out
