"""netlog balance: what was given and taken, with one person and over all."""

import re

import pytest


@pytest.fixture
def book(netlog, seeded):
    """Carol gave and got nothing, Ada is even, Grace got most; Bob was never part of it."""

    def fill() -> None:
        for name in ("Ada Lovelace", "Bob Moog", "Carol Danvers", "Grace Hopper"):
            netlog("add", name)
        netlog("favor", "give", "ada", "a reference", "--on", "2026-10-01")
        netlog("favor", "receive", "ada", "a hint", "--on", "2026-10-02")
        netlog("favor", "receive", "carol", "read my CV", "--on", "2026-09-01")
        netlog("favor", "receive", "carol", "a review", "--on", "2026-09-08")
        netlog("favor", "give", "grace", "the garden", "--on", "2026-10-03")

    seeded(fill)
    return netlog


def names(netlog, *argv: str) -> list[str]:
    return [one["contact"]["name"] for one in netlog("balance", *argv, "--json").json]


def one(netlog, who: str) -> dict:
    (found,) = netlog("balance", who, "--json").json
    return found


def test_who_gave_you_most_and_got_least_comes_first(book) -> None:
    assert names(book) == ["Carol Danvers", "Ada Lovelace", "Grace Hopper"]


def test_limit_keeps_the_first(book) -> None:
    assert names(book, "--limit", "1") == ["Carol Danvers"]


def test_each_count_and_each_last_day_is_data(book) -> None:
    book("favor", "promise", "carol", "the slides")
    book("favor", "ask", "carol", "an intro")
    assert one(book, "carol") == {
        "contact": {"id": 3, "ref": "c3", "name": "Carol Danvers"},
        "given": 0,
        "received": 2,
        "open_to_them": 1,
        "open_to_me": 1,
        "last_given_on": None,
        "last_received_on": "2026-09-08",
        "asks": 1,
        "gives": 0,
        "text": "Carol Danvers helped you: think of something for them.",
    }


def test_a_promise_kept_is_given(book) -> None:
    book("favor", "promise", "carol", "the slides")
    book("done", "f6")
    kept = one(book, "carol")
    assert (kept["given"], kept["open_to_them"], kept["last_given_on"]) == (1, 0, "2026-11-23")


def test_an_ask_that_came_is_received(book) -> None:
    book("favor", "ask", "carol", "an intro")
    book("done", "f6")
    came = one(book, "carol")
    assert (came["received"], came["open_to_me"], came["last_received_on"]) == (3, 0, "2026-11-23")


def test_what_was_dropped_is_neither_open_nor_given(book) -> None:
    book("favor", "promise", "grace", "the slides")
    before = one(book, "grace")
    book("drop", "f6")
    assert one(book, "grace") == before | {"open_to_them": 0}


def test_what_was_logged_at_a_meeting_counts_alike(book) -> None:
    book("log", "bob", "--asked", "an intro", "--owe", "the slides", "--got", "a synth")
    counted = one(book, "bob")
    counts = ("given", "received", "open_to_them", "open_to_me", "asks", "gives")
    assert [counted[key] for key in counts] == [0, 1, 1, 1, 1, 0]


def test_a_lunch_that_you_paid_is_given(book) -> None:
    book("log", "bob", "lunch", "--paid", "me", "--no-thanks")
    counted = one(book, "bob")
    assert (counted["given"], counted["gives"]) == (1, 1)
    assert counted["text"] == "You have been there for Bob Moog."
    assert "Bob Moog" in names(book)


@pytest.mark.parametrize(("on", "gives"), [("2025-11-24", 1), ("2025-11-23", 0)])
def test_asks_and_gives_are_those_of_the_last_twelve_months(book, on: str, gives: int) -> None:
    book("favor", "give", "bob", "a lift", "--on", on)
    counted = one(book, "bob")
    assert (counted["gives"], counted["given"]) == (gives, 1)


def test_asks_of_more_than_a_year_ago_are_forgotten(book, monkeypatch) -> None:
    book("favor", "ask", "bob", "a synth")
    assert one(book, "bob")["asks"] == 1
    monkeypatch.setenv("NETLOG_TODAY", "2027-11-24")
    assert one(book, "bob")["asks"] == 0


def test_the_sentence_says_what_check_would_say(book, monkeypatch) -> None:
    for day in ("2026-11-02", "2026-11-03"):
        monkeypatch.setenv("NETLOG_TODAY", day)
        book("favor", "ask", "bob", "a synth")
    (reason,) = book("check", "bob", "--json").json["reasons"]
    assert one(book, "bob")["text"] == f"Before you ask Bob Moog again: {reason['text']}."


def test_what_was_thanked_and_told_owes_nothing_more(book, monkeypatch) -> None:
    book("favor", "receive", "bob", "an idea")
    book("thank", "bob")
    book("told", "bob", "it won the prize")
    assert one(book, "bob")["text"] == "What Bob Moog did for you is thanked and told."


def test_what_nobody_was_told_of_is_not_called_told(book) -> None:
    book("favor", "receive", "bob", "a lunch at the harbour")
    book("thank", "bob")
    assert one(book, "bob")["text"] == "What Bob Moog did for you is thanked."


def test_what_speaks_against_asking_is_said_though_nothing_was_given_or_taken(book) -> None:
    assert names(book, "bob") == []
    book("log", "bob", "coffee", "--on", "2026-11-10")
    (reason,) = book("check", "bob", "--json").json["reasons"]
    assert one(book, "bob")["text"] == f"Before you ask Bob Moog again: {reason['text']}."
    assert "Bob Moog" not in names(book)


def test_nothing_is_called_settled_that_is_open(book) -> None:
    book("favor", "ask", "bob", "a synth")
    assert one(book, "bob")["text"] == "You asked Bob Moog for a synth."
    book("drop", "f6")
    assert one(book, "bob")["text"] == "Nothing is open between you and Bob Moog."


def test_nobody_is_given_a_score(book) -> None:
    for found in book("balance", "--json").json:
        assert [key for key in found if "score" in key or "percent" in key] == []
        assert not any(isinstance(value, float) for value in found.values())


def test_a_pipe_gets_a_line_each_and_one_sentence(book) -> None:
    *lines, blank, last = book("balance").out.splitlines()
    assert [line.split() for line in lines] == [
        ["c3", "Carol", "Danvers", "–", "2", "–"],
        ["c1", "Ada", "Lovelace", "1", "1", "–"],
        ["c4", "Grace", "Hopper", "1", "–", "–"],
    ]
    assert (blank, last) == ("", "Before you ask again, think of 1 person first: netlog check c1")


def test_when_nobody_waits_for_anything_the_sentence_is_calm(book) -> None:
    book("thank", "ada")
    book("told", "ada", "it worked")
    last = book("balance").out.splitlines()[-1]
    assert last == "Nothing is late with any of them: give where you can."


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_whom_and_the_sentence_are_seen_at_any_width(book, monkeypatch, columns: int) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = re.sub(r"\x1b\[[0-9;]*m", "", book("balance").out)
    words = " ".join(shown.split())
    table = ("ref name given received asked", "c3 Carol Danvers – 2")
    stacked = ("ref name", "c3 Carol Danvers 2 received")
    for said in (*(stacked if columns < 60 else table), "first: netlog check c1"):
        assert said in words
    assert max(map(len, shown.splitlines())) <= columns
    of_one = re.sub(r"\x1b\[[0-9;]*m", "", book("balance", "carol").out)
    assert "Carol Danvers helped you: think of something for them." in " ".join(of_one.split())


def test_the_archived_are_left_out(book, recording) -> None:
    with recording() as opened:
        opened.connection.execute(
            "UPDATE contact SET archived_at = '2026-11-20T12:00:00Z' WHERE id = 3"
        )
    assert names(book) == ["Ada Lovelace", "Grace Hopper"]


def test_an_empty_book_says_how_to_start(netlog) -> None:
    assert "Start with: netlog favor receive" in netlog("balance").err
    assert netlog("balance", "--json") == (0, "[]\n", "")


def test_with_somebody_between_whom_and_you_nothing_passed_it_is_an_empty_array(book) -> None:
    assert book("balance", "bob").err == (
        "Nothing was given, asked or received between you and Bob Moog yet.\n"
    )
    assert book("balance", "bob", "--json").json == []


@pytest.mark.parametrize(
    ("argv", "status"), [(("nobody",), 3), (("--limit", "-1"), 2), (("ada", "bob"), 2)]
)
def test_a_mistake_is_refused(book, argv: tuple[str, ...], status: int) -> None:
    refused = book("balance", *argv)
    assert (refused.status, refused.out) == (status, "")
