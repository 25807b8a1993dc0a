"""netlog snooze puts off every kind of due item, counts how often, and keeps why."""

from datetime import date, timedelta

import pytest


@pytest.fixture
def book(netlog, seeded, monkeypatch):
    """Due on 23 November: t1, a promise f1, an ask f2, outcomes f3 and f4, a birthday, Carol."""

    def fill() -> None:
        netlog("add", "Grace Hopper", "--every", "never", "--log", "Coffee", "--kind", "coffee")
        netlog("log", "grace", "--kind", "note", "--owe", "the slides", "--asked", "an intro")
        netlog("log", "grace", "--kind", "email", "--got", "a hint", "--no-thanks")
        netlog("log", "grace", "--kind", "email", "--got", "a review", "--no-thanks")
        netlog("favor", "outcome", "f3", "hired")
        netlog("add", "Ada Lovelace", "--birthday", "25 nov", "--every", "never")
        netlog("add", "Carol Danvers", "--every", "weekly")

    monkeypatch.setenv("NETLOG_TODAY", "2026-10-24")
    seeded(fill)
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    return netlog


ALL = ["t1", "f1", "f2", "f3", "f4", "c2", "c3"]


def items(netlog) -> list[dict]:
    return netlog("due", "--json").json


def due(netlog) -> dict[str, dict]:
    """What is due by its ref; of a person's items the first."""
    return {item["ref"]: item for item in reversed(items(netlog))}


def test_everything_is_due_at_first(book) -> None:
    assert sorted(due(book)) == sorted(ALL)


@pytest.mark.parametrize("ref", ALL)
def test_what_is_put_off_is_left_out_until_that_day(book, monkeypatch, ref: str) -> None:
    assert book("snooze", ref, "tomorrow").status == 0
    assert ref not in due(book)
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    assert ref in due(book)


@pytest.mark.parametrize("ref", ALL)
def test_only_that_one_is_put_off(book, ref: str) -> None:
    book("snooze", ref, "1w")
    assert sorted(due(book)) == sorted(set(ALL) - {ref})


@pytest.mark.parametrize("ref", ["t1", "f1", "f2", "f3", "f4", "c3"])
def test_what_comes_up_again_comes_on_the_day_it_was_put_off_to(
    book, monkeypatch, ref: str
) -> None:
    before = due(book)[ref]["due_on"]
    book("snooze", ref, "2026-12-07")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-06")
    assert ref not in due(book)
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-07")
    item = due(book)[ref]
    assert item["due_on"] == ("2026-12-07" if ref in ("f4", "c3") else before)


@pytest.mark.parametrize("ref", ALL)
def test_from_the_third_time_on_the_report_says_how_often(book, monkeypatch, ref: str) -> None:
    for _ in range(2):
        book("snooze", ref, "tomorrow")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    assert "times" not in due(book)[ref]["what"]
    book("snooze", ref, "tomorrow")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-25")
    assert due(book)[ref]["what"].endswith("; put off 3 times")


def test_a_birthday_that_was_put_off_comes_up_again_as_one_thing(book, monkeypatch) -> None:
    book("snooze", "ada", "tomorrow")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    about_ada = [item["kind"] for item in items(book) if item["ref"] == "c2"]
    assert about_ada == ["date"]


def test_how_often_is_data_too(book) -> None:
    for _ in range(2):
        book("snooze", "f1", "1w")
    record = book("snooze", "f1", "2w", "--json").json
    assert (record["snoozes"], record["snoozed_until"]) == (3, "2026-12-07")


def test_once_you_were_in_touch_the_counting_begins_anew(book, monkeypatch) -> None:
    for _ in range(3):
        book("snooze", "carol", "tomorrow")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    assert "put off 3 times" in due(book)["c3"]["what"]
    book("log", "carol", "--kind", "email")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-24")
    assert "put off" not in due(book)["c3"]["what"]


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("t1", "The thanks to Grace Hopper for coffee on 24 Oct (t1) come up again on 30 Nov.\n"),
        ("f1", "Your promise to Grace Hopper: the slides (f1) comes up again on 30 Nov.\n"),
        ("f2", "What you asked Grace Hopper for: an intro (f2) comes up again on 30 Nov.\n"),
        ("f3", "The news for Grace Hopper: hired (f3) comes up again on 30 Nov.\n"),
        (
            "f4",
            "The question how it went with the help of Grace Hopper: a review (f4) "
            "comes up again on 30 Nov.\n",
        ),
        ("carol", "Carol Danvers comes up again on 30 Nov.\n"),
    ],
)
def test_it_says_when_it_comes_up_again(book, ref: str, said: str) -> None:
    assert book("snooze", ref, "1w").out == said


@pytest.mark.parametrize(("ref", "table"), [("t1", "thanks"), ("f2", "favor"), ("c3", "contact")])
def test_why_is_kept_in_the_book(book, sql, ref: str, table: str) -> None:
    book("snooze", ref, "1w", "--why", "she is travelling")
    kept = sql(f"SELECT snoozed_why FROM {table} WHERE id = {ref[1:]}")
    assert kept == [("she is travelling",)]


@pytest.mark.parametrize(
    ("argv", "status"),
    [
        (("t99", "1w"), 3),
        (("f99", "1w"), 3),
        (("nobody", "1w"), 3),
        (("m1", "1w"), 2),
        (("t1", "yesterday"), 2),
        (("f1", "a while"), 2),
        (("f1",), 2),
        (("f1", "1w", "--why", ""), 2),
    ],
)
def test_a_mistake_puts_nothing_off(book, contents, argv: tuple[str, ...], status: int) -> None:
    before = contents()
    assert book("snooze", *argv).status == status
    assert contents() == before


@pytest.mark.parametrize("closing_it", [("thank", "t1"), ("drop", "t1")])
def test_what_is_closed_cannot_be_put_off(book, closing_it: tuple[str, str]) -> None:
    book(*closing_it)
    refused = book("snooze", "t1", "1w")
    assert refused.status == 3
    assert "t1" in refused.err


def test_an_ask_that_was_put_off_hides_no_outcome(netlog) -> None:
    netlog("add", "Carol", "--every", "never")
    netlog("favor", "ask", "carol", "an intro")
    for _ in range(3):
        netlog("snooze", "f1", "6m")
    netlog("done", "f1")
    netlog("favor", "outcome", "f1", "hired")
    (item,) = netlog("due", "--kind", "outcome", "--within", "1d", "--json").json
    assert (item["what"], item["due_on"]) == ("tell them how it turned out: hired", "2026-11-24")


def test_a_promise_with_a_new_day_comes_up_on_it(netlog, monkeypatch) -> None:
    netlog("add", "Carol", "--every", "never")
    netlog("favor", "promise", "carol", "the slides")
    netlog("snooze", "f1", "2m")
    netlog("favor", "edit", "f1", "--by", "2026-11-25")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-25")
    assert [item["ref"] for item in netlog("due", "--json").json] == ["f1"]


@pytest.mark.parametrize("every", ["monthly", "never"])
def test_a_birthday_is_not_lost_behind_somebody_put_off(netlog, monkeypatch, every: str) -> None:
    netlog("add", "Dan", "--every", every, "--birthday", "--11-28")
    netlog("snooze", "dan", "3w")
    assert netlog("due", "--json").json == []
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-28")
    assert [item["kind"] for item in netlog("due", "--json").json] == ["date"]


def test_a_birthday_let_go_leaves_no_snooze_behind(netlog, monkeypatch) -> None:
    netlog("add", "Dan", "--every", "never", "--birthday", "--11-28")
    for _ in range(3):
        netlog("snooze", "dan", "1d")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-28")
    netlog("drop", "c1")
    assert netlog("due", "--json").json == []
    assert netlog("show", "dan", "--json").json["snoozes"] == 0


@pytest.mark.parametrize("what", ["c1", "t1", "f1"])
def test_why_and_how_often_are_shown(netlog, what: str) -> None:
    netlog("add", "Carol", "--log", "Tea", "--kind", "coffee")
    netlog("favor", "promise", "carol", "the slides")
    netlog("snooze", what, "1w")
    netlog("snooze", what, "2w", "--why", "travelling")
    assert netlog("show", what, "--json").json["snoozed_why"] == "travelling"
    assert "7 Dec (put off 2 times): travelling" in netlog("show", what).out


@pytest.mark.parametrize(
    ("noted", "late", "own_late"),
    [
        (("favor", "promise", "cy", "a map", "--by", "2026-12-01"), 0, 24),
        (("favor", "promise", "cy", "a map", "--by", "2026-12-01"), 3, 27),
        (("favor", "ask", "cy", "a map", "--by", "2026-12-01"), 0, 24),
        (("favor", "receive", "cy", "a map of the coast"), 0, 30),
    ],
)
def test_what_was_put_off_is_as_late_as_its_own_day(
    netlog, monkeypatch, noted: tuple[str, ...], late: int, own_late: int
) -> None:
    """It comes on the day it was put off to, which is said, and its age goes on."""
    netlog("add", "Cy", "--every", "never")
    ref = "t1" if "receive" in noted else "f1"
    netlog(*noted)
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-10")
    netlog("snooze", ref, "2026-12-25")
    (ahead,) = [
        line for line in netlog("due", "--within", "20d").out.splitlines() if line.startswith(ref)
    ]
    assert " in 15d " in ahead
    assert "put off" not in ahead
    monkeypatch.setenv("NETLOG_TODAY", f"2026-12-{25 + late}")
    (line,) = [one for one in netlog("due").out.splitlines() if one.startswith(ref)]
    assert f" {own_late}d late " in line
    until = "25 Dec" if late else "today"
    assert line.endswith(f"; put off until {until}")
    (item,) = netlog("due", "--json").json
    assert item["days_overdue"] == own_late
    assert (date.fromisoformat(item["due_on"]) + timedelta(days=own_late)).isoformat() == (
        f"2026-12-{25 + late}"
    )
    assert item["what"].endswith(f"; put off until {until}")
