"""How their help turned out: asked for once, owed until told, or let go."""

import pytest


@pytest.fixture
def book(netlog, monkeypatch, seeded):
    """Carol read the CV on 1 October, was thanked, and never heard of it again."""
    monkeypatch.setenv("NETLOG_TODAY", "2026-10-01")

    def fill() -> None:
        netlog("add", "Carol Danvers", "--every", "never")
        netlog("favor", "receive", "carol", "read my CV")
        netlog("thank", "carol")

    seeded(fill)
    return netlog


def due(netlog) -> list[dict]:
    return netlog("due", "--json").json


def on(monkeypatch, day: str) -> None:
    monkeypatch.setenv("NETLOG_TODAY", day)


@pytest.mark.parametrize(("day", "asks"), [("2026-10-30", 0), ("2026-10-31", 1), ("2027-10-31", 1)])
def test_after_thirty_days_it_is_asked_for_once(book, monkeypatch, day: str, asks: int) -> None:
    on(monkeypatch, day)
    assert len(due(book)) == asks


def test_it_is_asked_for_gently_with_what_to_type(book, monkeypatch) -> None:
    on(monkeypatch, "2026-11-02")
    (item,) = due(book)
    assert item == {
        "kind": "outcome",
        "ref": "f1",
        "contact": {"id": 1, "ref": "c1", "name": "Carol Danvers"},
        "what": "how did it turn out? They helped on 1 Oct: read my CV (netlog favor outcome f1 …)",
        "since": "2026-10-01",
        "due_on": "2026-11-02",
        "days_overdue": 0,
        "settle": ["netlog", "drop", "f1"],
    }


def test_it_comes_up_in_what_is_near(book, monkeypatch) -> None:
    on(monkeypatch, "2026-10-28")
    assert due(book) == []
    assert [item["ref"] for item in book("due", "--within", "7d", "--json").json] == ["f1"]


def test_the_question_can_be_dropped_for_good(book, monkeypatch) -> None:
    on(monkeypatch, "2026-11-02")
    assert book("drop", "f1", "--why", "nothing came of it").status == 0
    assert due(book) == []
    on(monkeypatch, "2027-11-02")
    assert due(book) == []


def test_dropping_the_question_does_not_take_the_favor_away(book, monkeypatch) -> None:
    on(monkeypatch, "2026-11-02")
    book("drop", "f1")
    (balance,) = book("balance", "carol", "--json").json
    assert balance["received"] == 1
    assert book("favor", "show", "f1", "--json").json["done_on"] == "2026-10-01"


def test_the_question_cannot_be_called_done(book, monkeypatch, db) -> None:
    on(monkeypatch, "2026-11-02")
    before = db.read_bytes()
    refused = book("done", "f1")
    assert refused.status == 3
    assert "netlog favor outcome f1 TEXT" in refused.err
    assert db.read_bytes() == before


@pytest.mark.parametrize("verb", ["promise", "give", "ask"])
def test_only_help_that_came_is_asked_about(netlog, monkeypatch, verb: str) -> None:
    netlog("add", "Carol Danvers", "--every", "never")
    netlog("favor", verb, "carol", "the slides")
    on(monkeypatch, "2027-11-23")
    assert [item["kind"] for item in due(netlog)] in ([], ["promise"], ["waiting"])


def test_an_ask_that_came_is_asked_about_too(netlog, monkeypatch) -> None:
    netlog("add", "Carol Danvers", "--every", "never")
    netlog("favor", "ask", "carol", "an intro")
    netlog("done", "f1")
    netlog("thank", "carol")
    on(monkeypatch, "2026-12-23")
    assert [(item["kind"], item["ref"]) for item in due(netlog)] == [("outcome", "f1")]


@pytest.mark.parametrize(("day", "said"), [("2026-10-02", "2 Oct"), ("2026-11-23", "23 Nov")])
def test_once_noted_telling_it_is_owed_at_once(book, monkeypatch, day: str, said: str) -> None:
    on(monkeypatch, day)
    book("favor", "outcome", "f1", "first interview on Monday")
    (item,) = due(book)
    assert (item["kind"], item["ref"], item["due_on"]) == ("outcome", "f1", day)
    assert item["what"] == f"tell them how it turned out on {said}: first interview on Monday"
    assert item["settle"] == ["netlog", "favor", "told", "f1"]


@pytest.mark.parametrize(
    "telling",
    [("favor", "told", "f1"), ("log", "carol", "--kind", "email", "--told", "f1"), ("done", "f1")],
    ids=" ".join,
)
def test_it_is_owed_until_it_was_told(book, monkeypatch, telling: tuple[str, ...]) -> None:
    on(monkeypatch, "2026-11-02")
    book("favor", "outcome", "f1", "hired")
    on(monkeypatch, "2026-11-20")
    assert [item["days_overdue"] for item in due(book)] == [18]
    assert book(*telling).status == 0
    assert due(book) == []
    assert book("favor", "show", "f1", "--json").json["told_on"] == "2026-11-20"
    on(monkeypatch, "2027-11-20")
    assert due(book) == []


def test_the_command_that_due_names_settles_it(book, monkeypatch) -> None:
    on(monkeypatch, "2026-11-02")
    book("favor", "outcome", "f1", "hired")
    (item,) = due(book)
    assert book(*item["settle"][1:]).status == 0
    assert due(book) == []


def test_several_outcomes_are_told_at_one_meeting(book, monkeypatch) -> None:
    book("favor", "receive", "carol", "a hint")
    book("thank", "carol")
    book("favor", "outcome", "f1", "hired")
    book("favor", "outcome", "f2", "it worked")
    book("log", "carol", "--kind", "email", "--told", "f1", "--told", "f2")
    assert due(book) == []


def test_telling_may_be_let_go(book) -> None:
    book("favor", "outcome", "f1", "hired")
    book("drop", "f1")
    assert due(book) == []
