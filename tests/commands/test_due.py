"""netlog due: what wants you this morning, why, since when, and what settles it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from netlog.records.contacts import NewContact
from netlog.records.due import KINDS
from netlog.records.favors import TO_ME, TO_THEM, NewFavor
from netlog.records.meetings import NewMeeting
from netlog.records.thanks import NewThanks
from netlog.store.writes import contacts, favors, meetings, thanks

Seed = Callable[[Any, Any, Any], None]


def due(netlog, *argv: str) -> list[tuple[str, str]]:
    return [(item["kind"], item["ref"]) for item in netlog("due", *argv, "--json").json]


def earlier(monkeypatch, day: str = "2026-10-01") -> None:
    monkeypatch.setenv("NETLOG_TODAY", day)


@pytest.fixture
def book(netlog, recording, seeded):
    """A promise to Grace, an ask of Ada and being in touch with Carol are overdue."""

    def fill() -> None:
        with recording(at="2026-11-01T12:00:00Z") as opened:
            people = (
                NewContact("Grace Hopper", circles=("business",), tags=("navy",)),
                NewContact("Ada Lovelace", circles=("peer",), tags=("math",)),
                NewContact("Carol Danvers", tags=("navy", "math"), cadence_days=7),
            )
            grace, ada, _ = (contacts.add(opened, person) for person in people)
            first = date(2026, 11, 1)
            favors.add(opened, NewFavor(grace, TO_THEM, "the slides", first, due_on=first))
            favors.add(opened, NewFavor(ada, TO_ME, "an intro", first, due_on=date(2026, 11, 15)))
            for person, kind, day in ((grace, "coffee", 22), (ada, "lunch", 20)):
                on = date(2026, 11, day)
                meeting = meetings.log(opened, NewMeeting(on, kind, (person,)))
                due_on = on + timedelta(days=2)
                thanks.add(opened, NewThanks(person, on, due_on, meeting_id=meeting))

    seeded(fill)
    return netlog


PLAIN = """\
Monday 23 November 2026

Thanks to send
  Ada Lovelace   thanks for lunch on 20 Nov         1 day overdue    netlog thank t2
  Grace Hopper   thanks for coffee on 22 Nov        by 24 Nov        netlog thank t1

Promises to keep
  Grace Hopper   you promised on 1 Nov: the slides  22 days overdue  netlog done f1

Waiting for
  Ada Lovelace   you asked on 1 Nov for: an intro   8 days overdue   netlog done f2

Get back in touch
  Carol Danvers  not in touch yet, meant weekly     15 days overdue  netlog log c3 --kind message
"""


def test_a_pipe_gets_plain_lines_with_the_command_that_settles_each(book) -> None:
    assert book("due", "--within", "7d").out == PLAIN


def test_json_has_these_keys_and_no_others(book) -> None:
    first = book("due", "--json").json[0]
    assert first == {
        "kind": "thanks",
        "ref": "t2",
        "contact": {"id": 2, "ref": "c2", "name": "Ada Lovelace"},
        "what": "thanks for lunch on 20 Nov",
        "since": "2026-11-20",
        "due_on": "2026-11-22",
        "days_overdue": 1,
        "settle": ["netlog", "thank", "t2"],
    }


def test_what_is_not_due_yet_is_left_out(book) -> None:
    assert due(book) == [
        ("thanks", "t2"),
        ("promise", "f1"),
        ("waiting", "f2"),
        ("reconnect", "c3"),
    ]


def test_within_looks_ahead(book) -> None:
    assert ("thanks", "t1") in due(book, "--within", "1d")
    assert ("thanks", "t1") not in due(book, "--within", "0d")


def test_within_reaches_reconnects_that_are_still_to_come(book) -> None:
    assert ("reconnect", "c1") in due(book, "--within", "3m")


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("--kind thanks", ["t2"]),
        ("--kind promise --kind thanks", ["t2", "f1"]),
        ("--kind date", []),
        ("--circle business", ["f1"]),
        ("--tag math", ["t2", "f2", "c3"]),
        ("--tag math --tag navy", ["c3"]),
        ("--tag Math --kind waiting", ["f2"]),
        ("--limit 2", ["t2", "f1"]),
    ],
)
def test_the_report_can_be_narrowed_down(book, options: str, found: list[str]) -> None:
    assert [ref for _, ref in due(book, *options.split())] == found


@pytest.mark.parametrize(
    "wrong",
    [
        ("--kind", "coffee"),
        ("--circle", "family"),
        ("--within", "soon"),
        ("--within", ""),
        ("--limit", "0"),
        ("--limit", "many"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_read_is_refused(book, wrong: tuple[str, ...]) -> None:
    assert book("due", *wrong).status == 2


def test_what_a_limit_leaves_out_is_counted(book) -> None:
    assert book("due", "--limit", "1").err == "3 more are due: leave --limit out.\n"
    assert book("due").err == ""


def test_several_circles_are_any_of_them(book) -> None:
    assert due(book, "--circle", "business", "--circle", "peer") == [
        ("thanks", "t2"),
        ("promise", "f1"),
        ("waiting", "f2"),
    ]


def test_brief_is_one_line(book) -> None:
    assert book("due", "--brief").out == "1 thanks · 1 promise · 1 waiting · 1 to reconnect\n"
    assert book("due", "--brief", "--within", "7d").out.startswith("2 thanks · ")


def test_brief_says_nothing_when_nothing_is_due(book) -> None:
    assert book("due", "--brief", "--kind", "date") == (0, "", "")


def test_the_exit_code_tells_a_script_whether_anything_is_due(book) -> None:
    assert book("due", "--exit-code").status == 10
    assert book("due", "--exit-code", "--json").status == 10
    assert book("due", "--exit-code", "--brief", "--kind", "date").status == 0
    assert book("due").status == 0


def test_the_archived_are_left_alone(book, recording) -> None:
    with recording() as opened:
        opened.connection.execute("UPDATE contact SET archived_at = '2026-11-20T12:00:00Z'")
    assert due(book) == []


def test_a_touch_today_takes_somebody_off_the_report(book) -> None:
    book("log", "carol", "--kind", "call", "--no-thanks")
    assert ("reconnect", "c3") not in due(book)


# When nothing is due


def test_an_empty_book_says_how_to_start(netlog) -> None:
    report = netlog("due")
    assert report.status == 0
    assert "Start with: netlog add" in report.out


def test_nothing_due_is_one_calm_line_with_the_next_day(netlog) -> None:
    netlog("add", "Grace", "--every", "2w")
    assert netlog("due").out == "Monday 23 November 2026\n\nNothing is due. Next: 7 Dec.\n"


def test_nothing_ever_due_names_no_day(netlog) -> None:
    netlog("add", "Grace", "--every", "never")
    assert netlog("due").out == "Monday 23 November 2026\n\nNothing is due.\n"


def test_nothing_due_is_an_empty_array(netlog) -> None:
    assert netlog("due", "--json").out == "[]\n"


# On a terminal


def shown(netlog, monkeypatch, columns: int) -> list[str]:
    for name, value in (("FORCE_COLOR", "1"), ("NO_COLOR", "1"), ("COLUMNS", str(columns))):
        monkeypatch.setenv(name, value)
    return netlog("due", "--within", "7d").out.splitlines()


def test_a_person_sees_sections(book, monkeypatch) -> None:
    found = [line for line in shown(book, monkeypatch, 80) if line and line[0] != " "]
    headings = ("Thanks to send", "Promises to keep", "Waiting for", "Get back in touch")
    assert [line for line in found if line in headings] == list(headings)


@pytest.mark.parametrize("columns", [40, 80, 160])
def test_a_person_sees_who_why_when_and_how_at_any_width(book, monkeypatch, columns: int) -> None:
    words = " ".join(" ".join(shown(book, monkeypatch, columns)).split())
    assert "Ada Lovelace" in words
    for word in ("lunch", "20 Nov", "1 day overdue", "netlog thank t2"):
        assert word in words, word


@pytest.mark.parametrize("columns", [40, 60, 160])
def test_the_command_can_be_copied_from_its_line(book, monkeypatch, columns: int) -> None:
    lines = shown(book, monkeypatch, columns)
    assert any(line.endswith("netlog log c3 --kind message") for line in lines)


def test_under_40_columns_each_item_is_one_line(book, monkeypatch) -> None:
    title, *items, note = shown(book, monkeypatch, 39)
    assert title == "Monday 23 November 2026"
    starts = ["t2 1d late", "t1 in 1d", "f1 22d late", "f2 8d late", "c3 15d late"]
    assert [line[: len(start)] for line, start in zip(items, starts, strict=True)] == starts
    assert max(map(len, items)) <= 39
    assert note == "netlog done REF, or drop REF"


def test_what_is_overdue_is_coloured_and_said(book, monkeypatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    assert "\x1b[1;31m15 days overdue" in book("due").out


# Birthdays


@pytest.mark.parametrize(
    ("today", "birthday", "what"),
    [
        ("2026-11-23", "--11-23", "birthday today"),
        ("2026-11-23", "1996-11-30", "birthday on 30 Nov, turning 30"),
        ("2026-12-29", "1990-01-02", "birthday on 2 Jan 2027, turning 37"),
        ("2027-02-21", "--02-29", "birthday on 28 Feb"),
        ("2027-02-28", "2000-02-29", "birthday today, turning 27"),
        ("2028-02-28", "--02-29", "birthday tomorrow"),
    ],
)
def test_a_birthday_is_told_a_week_before(
    netlog, monkeypatch, today: str, birthday: str, what: str
) -> None:
    monkeypatch.setenv("NETLOG_TODAY", today)
    netlog("add", "Grace", "--birthday", birthday)
    (item,) = netlog("due", "--json").json
    assert (item["kind"], item["what"], item["days_overdue"]) == ("date", what, 0)


@pytest.mark.parametrize(
    ("today", "birthday"),
    [("2026-11-23", "--12-01"), ("2026-11-23", "--11-22"), ("2027-03-01", "--02-29")],
)
def test_a_birthday_that_is_far_or_past_is_not_told(
    netlog, monkeypatch, today: str, birthday: str
) -> None:
    monkeypatch.setenv("NETLOG_TODAY", today)
    netlog("add", "Grace", "--birthday", birthday)
    assert due(netlog) == []


# Each item's own command closes it


def thanks_for_a_meeting(netlog, recording, monkeypatch) -> None:
    netlog("add", "Grace", "--log", "Coffee", "--kind", "coffee", "--on", "5d")


def thanks_for_a_favor(netlog, recording, monkeypatch) -> None:
    netlog("add", "Grace")
    netlog("log", "grace", "--kind", "email", "--got", "a hint", "--on", "5d")


def a_promise(netlog, recording, monkeypatch) -> None:
    netlog("add", "Grace")
    netlog("log", "grace", "--kind", "email", "--owe", "the slides", "--on", "2w")


def an_ask(netlog, recording, monkeypatch) -> None:
    netlog("add", "Grace")
    netlog("log", "grace", "--kind", "email", "--asked", "an intro", "--on", "3w")


def an_outcome(netlog, recording, monkeypatch) -> None:
    netlog("add", "Grace")
    with recording() as book:
        received = {"opened_on": "2026-11-01", "done_on": "2026-11-01", "outcome_on": "2026-11-20"}
        favors.add(book, NewFavor(1, TO_ME, "a hint", outcome="hired", **received))


def a_birthday_today(netlog, recording, monkeypatch) -> None:
    netlog("add", "Grace", "--birthday", "1906-11-23")


def a_birthday_this_week(netlog, recording, monkeypatch) -> None:
    netlog("add", "Grace", "--birthday", "--11-29")


def a_birthday_next_month(netlog, recording, monkeypatch) -> None:
    netlog("add", "Grace", "--birthday", "--12-20", "--every", "never")


def a_leap_day_birthday(netlog, recording, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2027-02-26")
    netlog("add", "Grace", "--birthday", "--02-29")


def a_cadence(netlog, recording, monkeypatch) -> None:
    earlier(monkeypatch, "2026-06-01")
    netlog("add", "Grace", "--every", "quarterly")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")


def a_reminder(netlog, recording, monkeypatch) -> None:
    earlier(monkeypatch)
    netlog("add", "Grace", "--every", "never")
    netlog("log", "grace", "--kind", "email", "--next", "2026-11-23")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")


def a_reminder_to_come(netlog, recording, monkeypatch) -> None:
    netlog("add", "Grace", "--every", "never")
    netlog("log", "grace", "--kind", "note", "--next", "2026-12-10")


def the_end_of_a_snooze(netlog, recording, monkeypatch) -> None:
    earlier(monkeypatch)
    netlog("add", "Grace", "--every", "never")
    netlog("snooze", "grace", "2026-11-20")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")


SEEDS: list[tuple[str, Seed]] = [
    ("thanks", thanks_for_a_meeting),
    ("thanks", thanks_for_a_favor),
    ("promise", a_promise),
    ("waiting", an_ask),
    ("outcome", an_outcome),
    ("date", a_birthday_today),
    ("date", a_birthday_this_week),
    ("date", a_leap_day_birthday),
    ("date", a_birthday_next_month),
    ("reconnect", a_cadence),
    ("reconnect", a_reminder),
    ("reconnect", a_reminder_to_come),
    ("reconnect", the_end_of_a_snooze),
]


def test_every_kind_is_tried_below() -> None:
    assert {kind for kind, _ in SEEDS} == set(KINDS)


@pytest.mark.parametrize(
    ("kind", "seed"), SEEDS, ids=lambda value: getattr(value, "__name__", None)
)
def test_what_an_item_says_settles_it_really_does(
    netlog, recording, monkeypatch, kind: str, seed: Seed
) -> None:
    seed(netlog, recording, monkeypatch)
    (item,) = netlog("due", "--within", "30d", "--kind", kind, "--json").json
    program, *argv = item["settle"]
    assert program == "netlog"
    settled = netlog(*argv)
    assert settled.status == 0, settled.err
    assert netlog("due", "--within", "30d", "--kind", kind, "--json").json == []


def test_settle_acts_on_the_file_that_was_reported(book, home) -> None:
    other = str(home / "other.db")
    book("--db", other, "add", "Zed", "--log", "Coffee", "--kind", "coffee", "--on", "5d")
    (item,) = book("--db", other, "due", "--json").json
    assert book(*item["settle"][1:]).status == 0
    assert book("--db", other, "due", "--json").json == []
