"""netlog snooze: somebody is put off until later."""

import pytest


@pytest.fixture
def book(netlog, monkeypatch, seeded):
    """Grace, due for three weeks; Ada, who is never due."""

    def fill() -> None:
        with monkeypatch.context() as then:
            then.setenv("NETLOG_TODAY", "2026-10-26")
            netlog("add", "Grace Hopper", "--every", "weekly")
            netlog("add", "Ada Lovelace", "--every", "never")

    seeded(fill)
    return netlog


def due(netlog) -> list[str]:
    return [item["contact"]["name"] for item in netlog("due", "--json").json]


def test_they_are_left_out_of_the_morning_report(book) -> None:
    assert due(book) == ["Grace Hopper"]
    assert book("snooze", "grace", "2w").out == "Grace Hopper comes up again on 7 Dec.\n"
    assert due(book) == []


def test_they_come_up_again_on_that_day(book, monkeypatch) -> None:
    book("snooze", "grace", "2w")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-06")
    assert due(book) == []
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-07")
    assert due(book) == ["Grace Hopper"]


def test_being_in_touch_after_the_snooze_returns_to_the_cadence(book, monkeypatch) -> None:
    book("snooze", "grace", "2w")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-08")
    book("log", "grace", "--kind", "email")
    assert book("show", "grace", "--json").json["next_due_on"] == "2026-12-15"


def test_somebody_who_is_never_due_comes_up_once(book, monkeypatch) -> None:
    book("snooze", "ada", "monday")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-30")
    assert "Ada Lovelace" in due(book)
    book("log", "ada", "--kind", "email")
    assert "Ada Lovelace" not in due(book)


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("3d", "2026-11-26"),
        ("2 weeks", "2026-12-07"),
        ("in 2 weeks", "2026-12-07"),
        ("monday", "2026-11-30"),
        ("2027-01-15", "2027-01-15"),
        ("6m", "2027-05-23"),
    ],
)
def test_the_day_is_read_as_to_come_with_or_without_quotes(book, said: str, until: str) -> None:
    for argv in ((said,), said.split()):
        assert book("snooze", "grace", *argv, "--json").json["snoozed_until"] == until


@pytest.mark.parametrize("said", ["yesterday", "today", "0d", "2020-01-01", "a while", ""])
def test_what_does_not_lie_ahead_is_refused(book, said: str) -> None:
    assert book("snooze", "grace", said).status == 2
    assert due(book) == ["Grace Hopper"]


def test_a_snooze_needs_a_duration(book) -> None:
    assert book("snooze", "grace").status == 2


@pytest.mark.parametrize(
    ("opened", "said"),
    [
        (("favor", "promise", "cy", "the slides"), ", and on 30 Nov for what you promised."),
        (("favor", "ask", "cy", "a name"), ", and on 7 Dec for what you asked for."),
        (("plan", "cy", "lunch", "2026-11-30"), ", and on 29 Nov for what is planned."),
        (("log", "cy", "coffee", "yesterday"), ", and on 24 Nov for the thanks."),
    ],
)
def test_what_comes_before_all_the_same_is_said(netlog, opened: tuple[str, ...], said: str) -> None:
    netlog("add", "Cy Fox")
    netlog(*opened)
    comes, stays = netlog("snooze", "cy", "2m").out.splitlines()
    assert comes.endswith(said)
    what = said.removesuffix(".").rpartition(" for ")[2]
    (ref,) = {one["ref"] for one in netlog("due", "--json", "--within", "15d").json}
    there = "stay where they are" if what == "the thanks" else "stays where it is"
    assert stays.lower() == f"{what} ({ref}) {there}: netlog snooze {ref} 2m"


def test_debts_are_named_once_and_said_to_stay(netlog) -> None:
    netlog("add", "Cy Fox", "--birthday", "--12-20")
    netlog("log", "cy", "coffee", "2026-11-19")
    netlog("log", "cy", "lunch", "yesterday", "--owe", "the slides")
    assert netlog("snooze", "cy", "1m").out == (
        "Cy Fox comes up again on 20 Feb 2027, and today for the thanks, and on 29 Nov for what "
        "you promised, and on 20 Dec for the birthday.\n"
        "The thanks (t1, t2) and what you promised (f1) stay where they are: netlog snooze t1 1m\n"
    )
    assert netlog("snooze", "t1", "1m").out.count("\n") == 1


def test_several_chases_are_said_to_stay_as_several(netlog) -> None:
    netlog("add", "Cy Fox", "--every", "2w")
    netlog("lead", "add", "Mill", "--via", "cy")
    netlog("lead", "add", "Bank", "--via", "cy")
    said = netlog("snooze", "cy", "1y").out
    assert "The chases (l1.1, l2.1) stay where they are: netlog snooze l1.1 1y\n" in said


def test_what_comes_on_one_day_is_told_together(netlog) -> None:
    netlog("add", "Cy Fox")
    netlog("log", "cy", "coffee", "2026-11-19")
    netlog("favor", "promise", "cy", "the slides", "--by", "today")
    assert netlog("snooze", "cy", "1m").out.startswith(
        "Cy Fox comes up again on 17 Feb 2027, and today for the thanks and what you promised.\n"
    )
