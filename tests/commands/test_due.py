"""netlog due: what wants you this morning, why, since when, and what settles it."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from netlog.records.contacts import NewContact
from netlog.records.due import KINDS
from netlog.records.favors import TO_ME, TO_THEM, NewFavor
from netlog.records.meetings import NewMeeting
from netlog.records.thanks import NewThanks
from netlog.store import connect
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
            favors.add(opened, NewFavor(ada, TO_ME, "an intro", first, due_on=date(2026, 11, 21)))
            for person, kind, day in ((grace, "coffee", 22), (ada, "lunch", 20)):
                on = date(2026, 11, day)
                meeting = meetings.log(opened, NewMeeting(on, kind, (person,)))
                due_on = on + timedelta(days=2)
                thanks.add(opened, NewThanks(person, on, due_on, meeting_id=meeting))

    seeded(fill)
    return netlog


PLAIN = """\
Monday 23 November 2026

Promises to keep
f1  Grace Hopper   22d late  the slides (1 Nov)
t1                 in 1d     thanks for the coffee of 22 Nov
Waiting for
f2  Ada Lovelace   2d late   an intro (1 Nov): nudge kindly
t2                 1d late   thanks for the lunch of 20 Nov
Get back in touch
c3  Carol Danvers  15d late  not in touch yet; less often? netlog every c3 2w

Settle: netlog done f1   later: netlog snooze f1 3d   let go: netlog drop f1
"""


def test_a_pipe_gets_plain_lines_and_one_that_says_what_settles_them(book) -> None:
    assert book("due", "--within", "7d").out == PLAIN


def test_json_has_these_keys_and_no_others(book) -> None:
    last = book("due", "--kind", "thanks", "--json").json[-1]
    assert last == {
        "kind": "thanks",
        "ref": "t2",
        "contact": {"id": 2, "ref": "c2", "name": "Ada Lovelace"},
        "what": "thanks for the lunch of 20 Nov",
        "about": "the lunch of 20 Nov",
        "source": {"ref": "m2", "kind": "lunch", "on": "2026-11-20"},
        "since": "2026-11-20",
        "due_on": "2026-11-22",
        "days_overdue": 1,
        "settle": ["netlog", "done", "t2"],
        "choices": [
            {"label": "thanked", "argv": ["netlog", "done", "t2"]},
            {
                "label": "it came to nothing",
                "argv": ["netlog", "drop", "t2", "--why", "it came to nothing"],
            },
            {"label": "let it go", "argv": ["netlog", "drop", "t2"]},
        ],
        "rested": False,
    }


def test_all_that_is_due_of_a_person_stands_under_the_latest_of_it(book) -> None:
    assert due(book) == [
        ("promise", "f1"),
        ("waiting", "f2"),
        ("thanks", "t2"),
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
        ("--tag math", ["f2", "t2", "c3"]),
        ("--tag math --tag navy", ["c3"]),
        ("--tag Math --kind waiting", ["f2"]),
        ("--limit 1", ["f1"]),
        ("--limit 2", ["f1", "c3"]),
        ("--limit 3", ["f1", "f2", "t2", "c3"]),
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


def test_whom_a_limit_leaves_out_is_counted_above_and_where_all_are_said_below(book) -> None:
    first, *_, last = book("due", "--limit", "2").out.splitlines()
    assert first == "Monday 23 November 2026  3 people wait; here are two"
    assert last.endswith("everybody: netlog due --all")
    assert "--all" not in book("due").out
    assert book("due").out.startswith("Monday 23 November 2026\n")


def test_several_circles_are_any_of_them(book) -> None:
    assert due(book, "--circle", "business", "--circle", "peer") == [
        ("promise", "f1"),
        ("waiting", "f2"),
        ("thanks", "t2"),
    ]


def test_brief_is_one_line(book) -> None:
    assert book("due", "--brief").out == "1 thanks · 1 promise · 1 waiting · 1 to get back to\n"
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


def test_the_next_day_knows_the_archive_what_was_put_off_and_birthdays(netlog) -> None:
    def last() -> str:
        return netlog("due").out.splitlines()[-1]

    netlog("add", "Grace", "--every", "never", "--birthday", "1990-12-24")
    netlog("add", "Ada", "--every", "never")
    birthday = last()
    assert birthday.startswith("Nothing is due. Next: ")
    netlog("favor", "promise", "ada", "the slides", "--by", "2026-12-01")
    assert last() not in (birthday, "Nothing is due.")
    netlog("snooze", "f1", "2026-12-10")
    assert last() == "Nothing is due. Next: 10 Dec."
    netlog("archive", "ada", "--yes")
    assert last() == birthday
    netlog("archive", "grace", "--yes")
    assert last() == "Nothing is due."


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
    headings = ("Promises to keep", "Waiting for", "Get back in touch")
    assert [line for line in found if line in headings] == list(headings)


@pytest.mark.parametrize("columns", [30, 40, 59, 60, 80, 160])
def test_a_person_sees_whom_how_late_what_and_how_at_any_width(
    book, monkeypatch, columns: int
) -> None:
    lines = shown(book, monkeypatch, columns)
    assert max(map(len, lines)) <= columns
    words = " ".join(" ".join(lines).split())
    for word in ("f2 Ada Lovelace 2d late", "thanks for the lunch", "netlog done f1"):
        assert word in words, word


@pytest.mark.parametrize("columns", [60, 80, 160])
def test_from_sixty_columns_on_an_item_is_one_line(book, monkeypatch, columns: int) -> None:
    lines = shown(book, monkeypatch, columns)
    for ref in ("f1", "t1", "f2", "t2", "c3"):
        assert sum(line.startswith(ref) for line in lines) == 1
    assert not any(line.startswith(" ") for line in lines)


@pytest.fixture
def long_names(netlog, seeded, monkeypatch):
    """Every line that says what to do, each beside a name of 28 letters."""

    def fill() -> None:
        earlier(monkeypatch, "2026-09-15")
        for name in ("Wilhelmina Featherstonehaugh", "Bartholomew Featherstonehaug"):
            netlog("add", name)
        netlog("favor", "promise", "c1", "my notes on late meter readings")
        netlog("favor", "ask", "c1", "the address of the recruiter", "--by", "2026-11-20")
        netlog("favor", "ask", "c2", "an introduction at Pellworth", "--by", "2026-10-05")
        earlier(monkeypatch, "2026-11-05")
        netlog("lead", "add", "A job at Pellworth Insurance", "--via", "c1")
        netlog("lead", "add", "Nothing to it yet that counts")
        netlog("lead", "add", "Harbor Trust and Sons", "--via", "his HR director")
        netlog("done", "l1.1")
        earlier(monkeypatch, "2026-11-20")
        netlog("plan", "c2", "coffee", "2026-11-21", "--", "about meters and what comes after")

    seeded(fill)
    earlier(monkeypatch, "2026-11-23")
    return netlog


@pytest.mark.parametrize("columns", [60, 63, 66, 70, 80])
def test_what_is_cut_is_never_what_to_do(long_names, monkeypatch, columns: int) -> None:
    lines = shown(long_names, monkeypatch, columns)
    words = {line.split()[0]: line for line in lines if line[1:2].isdigit()}
    wanted = {"f1": "meant?", "f2": "nudge", "f3": "rest", "l1": "what ", "l2": "what came of"}
    for ref, said in (wanted | {"l3.1": "find out", "p1": "how was it?"}).items():
        assert said in words.get(ref, ""), "\n".join(lines)


@pytest.mark.parametrize("columns", [30, 40, 59])
def test_below_the_words_stand_under_their_ref(book, monkeypatch, columns: int) -> None:
    lines = shown(book, monkeypatch, columns)
    place = lines.index("f1  Grace Hopper  22d late")
    assert lines[place + 1 : place + 3] == ["    the slides (1 Nov)", "t1  in 1d"]


def test_what_settles_it_is_said_once(book) -> None:
    report = book("due").out
    assert report.count("netlog done") == report.count("netlog snooze") == 1


def test_what_is_overdue_is_coloured_and_said(book, monkeypatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    assert "\x1b[1;31m15d late" in book("due").out


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
    ("today", "birthday", "what"),
    [
        ("2026-11-23", "--11-22", "birthday on 22 Nov; belated wishes are welcome"),
        ("2027-03-03", "--02-29", "birthday on 28 Feb; belated wishes are welcome"),
        (
            "2027-01-02",
            "1990-12-30",
            "birthday on 30 Dec 2026, turned 36; belated wishes are welcome",
        ),
    ],
)
def test_for_three_days_wishes_are_belated_and_welcome(
    netlog, monkeypatch, today: str, birthday: str, what: str
) -> None:
    monkeypatch.setenv("NETLOG_TODAY", today)
    netlog("add", "Grace", "--birthday", birthday)
    (item,) = netlog("due", "--json").json
    assert (item["kind"], item["what"]) == ("date", what)


@pytest.mark.parametrize(
    ("today", "birthday"),
    [("2026-11-23", "--12-01"), ("2026-11-23", "--11-19"), ("2027-03-04", "--02-29")],
)
def test_a_birthday_that_is_far_or_past_is_not_told(
    netlog, monkeypatch, today: str, birthday: str
) -> None:
    monkeypatch.setenv("NETLOG_TODAY", today)
    netlog("add", "Grace", "--birthday", birthday)
    assert due(netlog) == []


# How many


def fill(netlog, debts: int, silent: int, untouched: int, monkeypatch) -> None:
    """So many people of each kind, whose names begin with D, S and U."""
    earlier(monkeypatch)
    for number in range(untouched):
        netlog("add", f"U{number}", "--every", "weekly")
    for number in range(silent):
        netlog("add", f"S{number}", "--every", "weekly", "--log", "hello", "--kind", "message")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    for number in range(debts):
        on = ("--on", "2026-11-10")
        netlog("add", f"D{number}", "--every", "never", "--log", "x", "--kind", "coffee", *on)


def people(netlog, *argv: str) -> list[str]:
    """The first letters of whom the report shows on a screen."""
    lines = netlog("due", *argv).out.splitlines()
    return sorted(line.split()[1][0] for line in lines if line[:1] in "ct" and line[1:2].isdigit())


def test_a_morning_is_seven_people_and_says_how_many_wait(netlog, monkeypatch) -> None:
    fill(netlog, 9, 4, 0, monkeypatch)
    assert netlog("due").out.startswith("Monday 23 November 2026  13 people wait; here are seven\n")
    assert people(netlog) == [*"DDDDDSS"]
    assert len(people(netlog, "--all")) == 13
    assert netlog("due", "--brief").out == "5 thanks · 2 to get back to +6\n"
    assert netlog("due", "--brief", "--json").json == {
        "people": 7,
        "more": 6,
        "counts": {"thanks": 5, "reconnect": 2},
    }


def test_three_people_a_morning_are_new_at_most(netlog, monkeypatch) -> None:
    fill(netlog, 0, 2, 6, monkeypatch)
    assert people(netlog) == [*"SSUUU"]


def test_a_script_gets_everybody_who_does_not_rest(netlog, monkeypatch) -> None:
    fill(netlog, 9, 4, 5, monkeypatch)
    assert len(netlog("due", "--json").json) == 18
    assert len(netlog("due", "--json", "--limit", "4").json) == 4


def test_how_many_people_a_morning_shows_can_be_configured(netlog, home, monkeypatch) -> None:
    fill(netlog, 9, 4, 0, monkeypatch)
    config = home / "config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text("[due]\npeople = 3\n")
    assert people(netlog) == [*"DDS"]
    config.write_text("[due]\npeople = 0\n")
    assert netlog("due").status != 0


def test_what_had_its_time_shows_with_all_and_says_so(netlog, monkeypatch) -> None:
    earlier(monkeypatch, "2026-05-01")
    netlog("add", "Grace", "--every", "never")
    netlog("favor", "promise", "grace", "the slides")
    netlog("log", "grace", "--kind", "interview")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    assert netlog("due", "--json").json == []
    found = netlog("due", "--all", "--json").json
    assert [(item["ref"], item["rested"]) for item in found] == [("t1", True), ("f1", True)]
    assert "rests" in netlog("due", "--all").out


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


def a_plan(netlog, recording, monkeypatch) -> None:
    netlog("add", "Grace", "--every", "never")
    netlog("plan", "grace", "coffee", "2026-11-24")


def a_plan_that_is_over(netlog, recording, monkeypatch) -> None:
    earlier(monkeypatch, "2026-11-15")
    netlog("add", "Grace", "--every", "never")
    netlog("plan", "grace", "coffee", "2026-11-20")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")


def how_it_went(netlog, recording, monkeypatch) -> None:
    netlog("add", "Grace", "--every", "never")
    netlog("favor", "receive", "grace", "read my CV", "--on", "2026-10-24")
    netlog("thank", "grace")


def a_belated_birthday(netlog, recording, monkeypatch) -> None:
    netlog("add", "Grace", "--birthday", "1906-11-21", "--every", "never")


def a_step_of_a_lead(netlog, recording, monkeypatch) -> None:
    earlier(monkeypatch, "2026-11-10")
    netlog("add", "Grace", "--every", "never")
    netlog("lead", "add", "Harbor Trust", "--via", "grace")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")


SEEDS: list[tuple[str, Seed]] = [
    ("thanks", thanks_for_a_meeting),
    ("thanks", thanks_for_a_favor),
    ("promise", a_promise),
    ("waiting", an_ask),
    ("outcome", an_outcome),
    ("outcome", how_it_went),
    ("plan", a_plan),
    ("plan", a_plan_that_is_over),
    ("date", a_belated_birthday),
    ("date", a_birthday_today),
    ("date", a_birthday_this_week),
    ("date", a_leap_day_birthday),
    ("date", a_birthday_next_month),
    ("lead", a_step_of_a_lead),
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
    after = netlog("due", "--within", "30d", "--kind", kind, "--json").json
    # What comes of a lead is asked of the lead itself.
    assert [one["ref"] for one in after] == (["l1"] if kind == "lead" else [])


def test_settle_acts_on_the_file_that_was_reported(book, home) -> None:
    other = str(home / "other.db")
    book("--db", other, "add", "Zed", "--log", "Coffee", "--kind", "coffee", "--on", "5d")
    (item,) = book("--db", other, "due", "--json").json
    assert book(*item["settle"][1:]).status == 0
    assert book("--db", other, "due", "--json").json == []


def test_years_of_silence_are_said_in_years(netlog, monkeypatch) -> None:
    netlog("add", "Cy", "--met-on", "2014-05-01", "--every", "yearly")
    assert "Cy  11y late  " in netlog("due").out
    assert "11y late" in netlog("reconnect").out
    assert netlog("due", "--json").json[0]["days_overdue"] > 4000


@pytest.mark.parametrize(("argv", "looks"), [(("--json",), 0), (("--brief",), 0), ((), 1)])
def test_only_a_page_looks_for_the_next_day(netlog, monkeypatch, argv, looks: int) -> None:
    """In a book of 100,000 that takes twenty times as long as to see that nothing is due."""
    netlog("add", "Grace Hopper")
    netlog("every", "grace", "weekly")
    seen: list[str] = []
    monkeypatch.setattr(connect, "trace", seen.append)
    netlog("due", *argv)
    assert sum("next_due_on >" in sql for sql in seen) == looks


@pytest.mark.parametrize(
    ("width", "said"), [("60", "she starts a bakery"), ("100", "(last 11 Oct)")]
)
def test_the_reason_of_a_reminder_stays_before_when_you_were_last_in_touch(
    netlog, monkeypatch, width: str, said: str
) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-10-11")
    netlog("log", "+Jo", "coffee", "--no-thanks", "--next", "2026-11-23: she starts a bakery")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    assert said in netlog("due").out


def test_a_command_that_is_offered_ends_where_it_ends(netlog, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-10-11")
    netlog("lead", "add", "Harbor Trust", "--via", "his director")
    for day in ("2026-11-01", "2026-11-08", "2026-11-15"):
        monkeypatch.setenv("NETLOG_TODAY", day)
        netlog("snooze", "l1.1", "7d")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    out = netlog("due").out
    assert "put off 3 times" in out
    assert 'who may know: netlog path "Harbor Trust"\n' in out


def test_news_to_tell_have_an_age_and_silence_is_said_in_full_beside_a_plan(
    netlog, monkeypatch
) -> None:
    netlog("add", "Di", "--every", "10d")
    netlog("favor", "receive", "di", "a name", "--on", "2026-11-01")
    netlog("favor", "outcome", "f1", "they signed")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-30")
    netlog("plan", "di", "lunch", "2026-11-30")
    lines = [re.sub(" {2,}", "  ", line) for line in netlog("due").out.splitlines()]
    assert "f1  6d late  tell them how it turned out: they signed" in lines
    assert "c1  19d late  last in touch 1 Nov, meant every 10 days" in lines


AS_EVERYWHERE = ["a message today", "skip this once"]
TODAY_ALREADY = ["skip this once", "not before"]


@pytest.mark.parametrize(
    ("cadence", "words", "within", "settle", "labels"),
    [
        ("2w", ("message", "yesterday"), "13d", ("done", "c1"), AS_EVERYWHERE),
        ("2w", ("message", "yesterday"), "20d", ("done", "c1"), AS_EVERYWHERE),
        ("2w", ("message", "yesterday"), "1y", ("done", "c1"), AS_EVERYWHERE),
        ("90d", ("message", "yesterday"), "1y", ("log", "c1", "message"), AS_EVERYWHERE),
        ("2w", (), "1y", ("done", "c1"), AS_EVERYWHERE),
        ("90d", (), "1y", ("log", "c1", "message"), AS_EVERYWHERE),
        ("2w", ("message",), "20d", ("drop", "c1"), TODAY_ALREADY),
        ("90d", ("message",), "1y", ("snooze", "c1", "2027-05-22"), TODAY_ALREADY),
    ],
)
def test_getting_back_to_somebody_ahead_is_settled_by_a_touch_however_far_one_looks(
    netlog, cadence: str, words: tuple[str, ...], within: str, settle: tuple[str, ...], labels
) -> None:
    """What follows is another line, as it is on the day; who was written to today is skipped."""
    netlog("add", "Bix", "--every", cadence)
    if words:
        netlog("log", "bix", *words)
    (item,) = netlog("due", "--within", within, "--json").json
    assert item["settle"] == item["choices"][0]["argv"] == ["netlog", *settle]
    said = [one["label"] for one in item["choices"]]
    assert [part for part, label in zip(labels, said[:2], strict=True) if part in label] == labels
    assert said[2].endswith("from now on")
    assert netlog(*settle).status == 0
    before = (item["due_on"], item["what"])
    after = netlog("due", "--within", within, "--json").json
    assert before not in [(one["due_on"], one["what"]) for one in after]


def test_who_was_put_off_without_a_cadence_is_skipped_by_lifting_that(netlog) -> None:
    netlog("add", "Bix", "--every", "never")
    netlog("snooze", "c1", "2m")
    (item,) = netlog("due", "--within", "1y", "--json").json
    skip = next(one for one in item["choices"] if one["label"] == "skip this once")
    assert skip["argv"] == ["netlog", "snooze", "c1", "--off"]
    assert netlog(*skip["argv"][1:]).status == 0
    assert netlog("due", "--within", "1y", "--json").json == []


@pytest.mark.parametrize(
    ("words", "ref", "comes"),
    [
        (("log", "ann", "message", "yesterday", "--next", "2027-02-01"), "c1", "2027-02-08"),
        (("favor", "promise", "ann", "the slides", "--by", "2027-02-01"), "f1", "2027-02-08"),
        (("edit", "ann", "--birthday", "--02-01"), "c1", "2027-02-01"),
        (("edit", "ann", "--birthday", "--11-28"), "c1", "3d"),
    ],
)
def test_what_is_days_ahead_is_put_off_past_its_day(netlog, words, ref, comes) -> None:
    netlog("add", "Ann", "--every", "never")
    assert netlog(*words).status == 0
    assert f"later: netlog snooze {ref} {comes} " in netlog("due", "--within", "3m").out
    assert "comes up again on" in netlog("snooze", ref, comes).out
