"""Each line of the morning ends as its confirmation says: what was meant, and nothing beside it."""

import pytest


@pytest.fixture
def book(netlog, seeded):
    """Thanks, a birthday tomorrow and a name day are of Carl."""

    def fill() -> None:
        netlog("add", "Carl Dee", "--birthday", "1980-11-24")
        netlog("log", "carl", "coffee", "3 days ago")
        netlog("edit", "carl", "--add-date", "name day=--11-28")

    seeded(fill)
    return netlog


def due(netlog) -> list[tuple[str, str]]:
    return [(one["kind"], one["ref"]) for one in netlog("due", "--json").json]


def test_a_birthday_of_today_that_was_put_off_is_not_put_off_to_today(book, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    book("snooze", "c1.1", "1d")
    days = [one for one in book("due", "--within", "2d", "--json").json if one["kind"] == "date"]
    assert "2026-11-24" in [one["due_on"] for one in days]
    for argv in (choice["argv"] for one in days for choice in one["choices"]):
        assert argv[1] != "snooze" or book(*argv[1:]).status == 0


def test_days_that_are_let_go_are_named_and_so_is_what_stays(book) -> None:
    assert book("drop", "c1").out == (
        "Carl Dee: the birthday of 24 Nov and the name day of 28 Nov are let go.\n"
        "Carl Dee comes up again on 18 Feb 2027, and today for the thanks.\n"
    )
    assert due(book) == [("thanks", "t1")]


def test_days_that_are_seen_to_are_named(book) -> None:
    said = "the birthday of 24 Nov and the name day of 28 Nov are seen to"
    assert book("done", "c1").out == f"Noted a message to Carl Dee today; {said}.\n"
    assert due(book) == [("thanks", "t1")]


def test_a_reminder_stays_when_a_day_is_let_go(netlog) -> None:
    netlog("add", "Bo", "--birthday", "1980-11-24", "--every", "never")
    netlog("log", "bo", "note", "--next", "2027-02-13", "--", "her exam")
    assert "reminder" not in netlog("drop", "c1").out
    assert netlog("show", "bo", "--json").json["remind_on"] == "2027-02-13"


def test_a_birthday_is_put_off_on_its_day_to_the_next(netlog, monkeypatch) -> None:
    netlog("add", "Bo", "--birthday", "1980-11-23", "--every", "never")
    netlog("snooze", "bo", "1d")
    assert due(netlog) == []
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    assert due(netlog) == [("date", "c1")]


def test_a_birthday_is_not_missed_for_having_been_put_off_before(netlog, monkeypatch) -> None:
    netlog("add", "Bo", "--birthday", "1980-11-25", "--every", "never")
    netlog("snooze", "bo", "2w")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-25")
    assert due(netlog) == [("date", "c1.1")]


def test_a_reminder_that_had_moved_is_dropped_from_where_it_stands(netlog) -> None:
    netlog("add", "Bo")
    netlog("log", "bo", "note", "--next", "2027-02-13", "--", "her exam")
    netlog("snooze", "bo", "2027-04-10")
    said = netlog("snooze", "bo", "--off").out
    assert "The reminder of Bo for 10 Apr 2027 (her exam) is dropped." in said


@pytest.mark.parametrize("rehearsed", [(), ("--dry-run",)])
def test_done_before_the_day_of_a_reminder_says_that_it_ends(netlog, rehearsed) -> None:
    netlog("add", "Bo")
    netlog("log", "bo", "note", "--next", "2026-12-01", "--", "her exam")
    said = netlog("done", "c1", *rehearsed).out
    assert "Noted a message to Bo today.\n" in said
    assert "The reminder of Bo for 1 Dec (her exam) is dropped.\n" in said


def test_done_as_json_says_it_beside_the_record(netlog) -> None:
    netlog("add", "Bo")
    netlog("log", "bo", "note", "--next", "2026-12-01", "--", "her exam")
    assert (
        "The reminder of Bo for 1 Dec (her exam) is dropped." in netlog("done", "c1", "--json").err
    )


def test_done_on_the_day_of_a_reminder_says_no_more_than_that(netlog, monkeypatch) -> None:
    netlog("add", "Bo")
    netlog("log", "bo", "note", "--next", "2026-12-01", "--", "her exam")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-01")
    assert netlog("done", "c1").out == "Noted a message to Bo today.\n"


@pytest.mark.parametrize(
    ("touched", "typed", "named"),
    [
        (True, ("done", "c1"), False),
        (True, ("drop", "c1"), False),
        (True, ("snooze", "c1", "--off"), False),
        (False, ("done", "c1"), False),  # its day has come: it happened
        (False, ("drop", "c1"), True),
    ],
)
def test_undo_names_a_reminder_as_dropped_where_it_was(
    netlog, monkeypatch, touched: bool, typed: tuple[str, ...], named: bool
) -> None:
    """Neither one that being in touch ended, nor one that took place."""
    netlog("add", "Bo", "--every", "1w")
    netlog("log", "bo", "note", "--next", "2026-12-01", "--", "her exam")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-01")
    if touched:
        netlog("log", "bo", "message")
        monkeypatch.setenv("NETLOG_TODAY", "2026-12-10")
    assert netlog(*typed).status == 0
    assert ("reminder of 1 Dec dropped (her exam)" in netlog("history").out) == named
    assert ("reminder of 1 Dec dropped (her exam)" in netlog("undo").out) == named


def test_history_says_of_a_birthday_that_it_was_let_go(netlog) -> None:
    netlog("add", "Bo", "--birthday", "1980-11-25", "--add-date", "name day=--11-25")
    netlog("drop", "c1.1", "c1.2")
    taken_back = netlog("undo").out
    assert "birthday of 25 Nov let go" in taken_back
    assert "name day let go" in taken_back


def test_one_kindness_is_one_line_and_telling_thanks_for_it(netlog, monkeypatch) -> None:
    netlog("add", "Bo")
    netlog("favor", "receive", "bo", "a lead")
    netlog("favor", "outcome", "f1", "got it")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-27")
    assert due(netlog) == [("outcome", "f1")]
    said = netlog("told", "f1").out
    assert said == "Told Bo how it turned out: got it (f1, a lead).\nThanked Bo for: a lead (t1).\n"
    assert netlog("due", "--all", "--json").json == []


def test_thanks_that_rest_are_no_second_line_beside_how_it_went(netlog, monkeypatch) -> None:
    netlog("add", "Bo", "--every", "never")
    netlog("favor", "receive", "bo", "a lead")
    for day in ("2027-02-28", "2027-03-25"):
        monkeypatch.setenv("NETLOG_TODAY", day)
        assert len(netlog("due", "--all", "--json").json) == 1


def test_a_slower_cadence_for_somebody_never_touched_counts_from_today(netlog) -> None:
    netlog("add", "Bo", "--met-on", "2014-05-01", "--every", "2w")
    (item,) = netlog("due", "--json").json
    assert item["choices"][2]["argv"] == ["netlog", "every", "c1", "1m"]
    assert netlog("every", "c1", "1m").out == "Bo: monthly, due 23 Dec.\n"
    assert due(netlog) == []


def test_a_slower_cadence_is_one_that_ends_the_line(netlog) -> None:
    netlog("add", "Bo", "--every", "2w")
    netlog("log", "bo", "email", "2026-07-20")
    (item,) = [one for one in netlog("due", "--json").json if one["kind"] == "reconnect"]
    assert item["choices"][2]["argv"] == ["netlog", "every", "c1", "6m"]
    netlog(*item["choices"][2]["argv"][1:])
    assert ("reconnect", "c1") not in due(netlog)


@pytest.mark.parametrize(
    "argv",
    [
        ("favor", "promise", "carl", "the deck by friday", "--by", "monday"),
        ("favor", "ask", "carl", "the deck until friday", "--by", "monday"),
        ("log", "carl", "call", "--owe", "the deck by friday", "--by", "monday"),
        ("log", "carl", "call", "--asked", "the deck before friday", "--by", "monday"),
    ],
)
def test_two_days_for_one_promise_are_refused(book, argv: tuple[str, ...]) -> None:
    refused = book(*argv)
    assert refused.status == 2
    assert "both say the day: leave one out" in refused.err


def test_of_several_one_with_its_own_day_takes_that(book) -> None:
    book("log", "carl", "call", "--owe", "x by friday", "--asked", "y", "--by", "monday")
    favors = book("favor", "list", "--json").json
    assert {(one["text"], one["due_on"]) for one in favors} == {
        ("x", "2026-11-27"),
        ("y", "2026-11-30"),
    }


def test_thanks_of_tomorrow_are_not_those_of_today(netlog) -> None:
    netlog("add", "Gil")
    netlog("thank", "gil", "--on", "tomorrow")
    assert netlog("thank", "gil", "call").out == "Thanked Gil by call (t2).\n"
    assert [one["how"] for one in netlog("show", "gil", "--json").json["thanks"]] == [None, "call"]


def test_a_lead_without_a_step_cannot_be_put_off(netlog) -> None:
    netlog("lead", "add", "Mill")
    refused = netlog("snooze", "l1", "2w")
    assert (refused.status, "has no step to put off" in refused.err) == (1, True)


def test_what_is_quoted_ends_before_the_next_sentence() -> None:
    from netlog.rules.path import opening

    said = opening("Bo", "Mill", True, 'Ask how this has gone since 2 Oct: "Her garden"')
    assert '"Her garden". Then ask Bo' in said
