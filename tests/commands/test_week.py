"""netlog week: what was done, what is open, whom to turn to next; and the record of a search."""

import csv
import io
import re
from collections import Counter
from datetime import date, timedelta

import pexpect
import pytest
from tests.demo import demo_book

from netlog.actions.week import span

LINES = (
    ("add", "Ann Thank", "--log", "Which tools I use", "--kind", "interview", "--on", "7d"),
    ("add", "Bo Tell"),
    ("favor", "receive", "bo", "an introduction to Mill & Co", "--on", "20d"),
    ("thank", "bo", "note", "--on", "19d"),
    ("favor", "outcome", "f1", "they want to see me again"),
    ("add", "Cy Give"),
    ("log", "cy", "email", "--on", "20d", "--owe", "the slides"),
    ("add", "Dee Silent", "--every", "2w", "--circle", "peer"),
    ("log", "dee", "coffee", "--on", "60d", "--thanked", "--", "her move to Lisbon"),
    ("add", "Eve Wise", "--every", "6m", "--circle", "business"),
    ("log", "eve", "coffee", "--on", "30d", "--thanked"),
    ("add", "Fay Phone", "--every", "6m", "--phone", "555 0100"),
    ("log", "fay", "email", "--on", "40d"),
    ("add", "Gil Gone"),
    ("log", "gil", "email", "--on", "20d", "--owe", "a book"),
    ("archive", "gil", "--yes"),
    ("add", "Hal Later"),
    ("log", "hal", "email", "--on", "20d"),
    ("every", "hal", "2w"),
    ("snooze", "hal", "2w"),
)


@pytest.fixture
def book(netlog, seeded):
    """Somebody for each errand, one who is archived, and one who was put off."""

    def fill() -> None:
        for argv in LINES:
            done = netlog(*argv)
            assert done.status == 0, (argv, done.err)

    seeded(fill)
    return netlog


def plan(book) -> dict[str, str]:
    return {one["errand"]: one["contact"]["name"] for one in book("week", "--json").json["plan"]}


def test_the_plan_has_one_person_for_each_errand(book) -> None:
    assert plan(book) == {
        "thank": "Ann Thank",
        "tell": "Bo Tell",
        "give": "Cy Give",
        "reconnect": "Dee Silent",
        "advice": "Eve Wise",
        "call": "Fay Phone",
    }


@pytest.fixture
def owing(netlog, monkeypatch):
    """Three who are owed thanks: one is owed a promise too, one is waited for."""
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-18")
    for argv in (
        ("add", "Dana Ray"),
        ("log", "dana", "coffee", "--got", "a hint", "--owe", "my slides", "--by", "2026-11-20"),
        ("add", "Ed Fox"),
        ("log", "ed", "coffee"),
        ("log", "ed", "message", "--asked", "a word with Jo", "--on", "2026-11-05"),
        ("add", "Gus Hill"),
        ("log", "gus", "coffee"),
    ):
        done = netlog(*argv)
        assert done.status == 0, done.err
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-25")
    return netlog


def test_a_promise_and_an_ask_come_up_beside_thanks_that_are_owed_to_all(owing) -> None:
    assert plan(owing) == {"thank": "Gus Hill", "give": "Dana Ray", "nudge": "Ed Fox"}
    said = owing("week").out
    assert "Bring what you promised: my slides." in said
    assert "nudge: you asked on 5 Nov for a word with Jo" in said


def test_what_is_less_late_than_their_own_thanks_comes_up_where_others_are_thanked(owing) -> None:
    for who in ("dana", "ed"):
        owing("log", who, "coffee", "2026-11-12")
    found = owing("week", "--json").json["plan"]
    assert [(one["errand"], one["contact"]["name"], one["for"]) for one in found] == [
        ("thank", "Gus Hill", "thanks"),
        ("give", "Dana Ray", "reconnect"),
        ("nudge", "Ed Fox", "nudge"),
    ]
    assert found[1]["opening"]["text"] == "Bring what you promised: my slides."
    assert "netlog draft c3 --for thanks" in owing("week").out
    for one in found:
        drafted = owing("draft", one["contact"]["ref"], "--for", one["for"], "--json").json
        assert drafted["for"] == one["for"]
    # Of one alone the latest line comes, as the morning heads it.
    owing("archive", "dana", "gus", "--yes")
    assert plan(owing) == {"thank": "Ed Fox"}


def test_whoever_did_more_for_you_is_given_to_where_another_is_got_back_to(
    netlog, monkeypatch
) -> None:
    for who in ("Ann", "Bo"):
        netlog("add", who, "--every", "2w")
        netlog("log", who, "call", "--thanked")
    netlog("favor", "receive", "bo", "a name")
    netlog("thank", "bo")
    netlog("told", "f1", "it helped")
    monkeypatch.setenv("NETLOG_TODAY", "2027-01-10")
    assert plan(netlog) == {"reconnect": "Ann", "give": "Bo"}


def test_what_is_owed_to_the_last_of_many_comes_up_too(owing, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-17")
    for number in range(8):
        owing("add", f"Early {number} Bird{number}", "--log", "Tea", "--kind", "coffee")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-25")
    errands = Counter(one["errand"] for one in owing("week", "--json").json["plan"])
    assert errands == {"thank": 5, "give": 1, "nudge": 1}


@pytest.mark.parametrize(
    ("who", "for_"), [("dana", "reconnect"), ("ed", "nudge"), ("gus", "thanks")]
)
def test_a_draft_is_for_the_line_by_which_the_morning_heads_them(owing, who, for_) -> None:
    assert owing("draft", who, "--json").json["for"] == for_


def test_on_their_birthday_they_are_not_nudged_but_thanked(owing) -> None:
    owing("edit", "ed", "--birthday", "1980-11-25")
    assert owing("draft", "ed", "--json").json["for"] == "thanks"


def test_whom_and_why_is_what_reconnect_says(book, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    for one in book("week", "--json").json["plan"]:
        (said,) = book("reconnect", one["contact"]["ref"], "--json").json
        if one["errand"] not in ("advice", "call"):
            assert one["why"] == said["why"]
        if one["errand"] != "advice":
            assert one["opening"] == said["opening"]


def test_advice_is_asked_with_the_goal_and_never_for_the_job(book) -> None:
    book("goal", "a post in data", "--horizon", "short")
    (said,) = (o for o in book("week", "--json").json["plan"] if o["errand"] == "advice")
    assert said["opening"]["text"] == (
        'Ask for advice: "I am looking for a post in data; what would make my search succeed?"'
    )


def test_nobody_comes_who_is_archived_or_was_put_off(book) -> None:
    said = book("week", "--json").out
    assert "Gil" not in said
    assert "Hal" not in said


def test_of_whom_was_put_off_comes_what_is_owed_and_nothing_else(book) -> None:
    book("log", "hal", "email", "--on", "20d", "--owe", "a map")
    book("snooze", "hal", "2w")
    for command in (("due",), ("reconnect", "hal"), ("week",)):
        assert "a map" in book(*command).out, command
    found = book("week", "--json").json
    assert "Hal Later" in {one["contact"]["name"] for one in found["open"]}
    (hal,) = (one for one in found["plan"] if one["contact"]["name"] == "Hal Later")
    assert (hal["errand"], hal["opening"]["text"]) == ("give", "Bring what you promised: a map.")


def test_whoever_said_no_and_why_is_left_in_peace(book, monkeypatch) -> None:
    book("lead", "add", "Mill", "--via", "dee")
    book("lead", "declined", "l1", "--keep", "dee", "--every", "2w", "--", "hired inside")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-10")  # 17 days later
    for command in ("week", "reconnect"):
        found = book(command, "--json").json
        people = found["plan"] if command == "week" else found
        of_dee = [one for one in people if one["contact"]["name"] == "Dee Silent"]
        assert [one for one in of_dee if one["why"][0]["code"] != "thanks"] == []


def test_there_are_never_more_than_seven_people_and_each_is_there_once(book) -> None:
    for number in range(8):
        book("add", f"Zed Number{number}", "--force")
        book("log", f"Zed Number{number}", "email", "--on", "20d", "--owe", "a thing")
    people = [one["contact"]["id"] for one in book("week", "--json").json["plan"]]
    assert len(people) == len(set(people)) == 7


def test_what_was_done_is_counted_from_monday_beside_the_week_before(book) -> None:
    book("log", "eve", "cy", "coffee", "today")
    book("log", "eve", "note", "today")
    book("favor", "give", "eve", "a reference")
    book("thank", "ann", "note")
    found = book("week", "--json").json
    assert (found["since"], found["until"]) == ("2026-11-23", "2026-11-23")
    assert found["did"] == {"met": 2, "asked": 0, "given": 1, "thanked": 1, "new": 8}
    assert found["before"] == {"met": 1, "asked": 0, "given": 0, "thanked": 0, "new": 0}
    assert [one["name"] for one in found["met"]] == ["Cy Give", "Eve Wise"]


@pytest.mark.parametrize(
    ("kind", "met"),
    [
        ("coffee", 1), ("lunch", 1), ("meeting", 1), ("call", 1), ("video", 1), ("event", 1),
        ("interview", 1), ("message", 0), ("email", 0), ("note", 0),
    ],
)  # fmt: skip
def test_whoever_was_only_written_to_was_not_met(book, kind: str, met: int) -> None:
    book("log", "eve", kind, "today")
    found = book("week", "--json").json
    assert (found["did"]["met"], len(found["met"])) == (met, met)


def test_a_company_that_comes_up_is_one_of_those_to_turn_to(netlog, monkeypatch) -> None:
    netlog("org", "add", "Acme")
    netlog("every", "o1", "2w")
    monkeypatch.setenv("NETLOG_TODAY", "2027-01-04")
    (due,) = netlog("due", "--json").json
    (one,) = netlog("week", "--json").json["plan"]
    assert one["contact"] == due["contact"] == {"id": 1, "ref": "o1", "name": "Acme"}
    assert one["errand"] == "reconnect"
    page = netlog("week").out
    assert "o1  Acme  get back in touch:" in page
    assert "netlog brief" not in page


def test_a_step_of_which_nobody_is_known_is_open_and_nobody_to_turn_to(netlog, monkeypatch) -> None:
    netlog("lead", "add", "Mill", "--via", "their HR director")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-14")
    found = netlog("week", "--json").json
    assert [item["ref"] for item in found["open"]] == ["l1.1"]
    assert found["plan"] == []


def test_where_all_has_come_to_rest_the_week_says_where_it_is(netlog, monkeypatch) -> None:
    netlog("add", "Ann", "--every", "never")
    assert "What has come to rest" not in netlog("week").out
    netlog("favor", "ask", "ann", "a name at Mill")
    monkeypatch.setenv("NETLOG_TODAY", "2027-05-03")
    assert "Nothing is due. What has come to rest: netlog due --all" in netlog("week").out
    assert "a name at Mill" in netlog("due", "--all").out


@pytest.mark.parametrize(
    ("argv", "days"),
    [
        (("log", "ann", "coffee"), 40),
        (("log", "ann", "interview"), 100),
        (("favor", "receive", "ann", "a hint"), 100),
        (("favor", "promise", "ann", "the slides"), 140),
        (("favor", "ask", "ann", "a name"), 100),
    ],
)
def test_what_rests_or_has_faded_is_nothing_to_turn_to_somebody_for(
    netlog, monkeypatch, argv, days
) -> None:
    netlog("add", "Ann", "--every", "never")
    netlog(*argv)
    monkeypatch.setenv("NETLOG_TODAY", f"{date(2026, 11, 23) + timedelta(days=days)}")
    due = {item["kind"] for item in netlog("due", "--within", "7d", "--json").json}
    assert not due & {"thanks", "promise", "waiting"}
    errands = {one["errand"] for one in netlog("week", "--json").json["plan"]}
    assert not errands & {"thank", "nudge"}
    assert "Bring what" not in netlog("week").out


@pytest.mark.parametrize(
    ("argv", "begins", "for_"),
    [
        (("log", "ann", "interview"), "Thank them for the interview of 23 Nov", "thanks"),
        (("favor", "promise", "ann", "her slides"), "Bring what you promised", "reconnect"),
    ],
)
def test_whoever_is_got_back_to_is_begun_with_as_anywhere_where_a_debt_rests(
    netlog, monkeypatch, argv, begins: str, for_: str
) -> None:
    netlog("add", "Ann", "--every", "2w")
    netlog(*argv)
    monkeypatch.setenv("NETLOG_TODAY", "2027-03-10")
    netlog("log", "ann", "message", "--", "her new garden")
    monkeypatch.setenv("NETLOG_TODAY", "2027-04-20")
    (turn,) = netlog("week", "--json").json["plan"]
    assert (turn["errand"], turn["for"]) == ("reconnect", for_)
    assert turn["opening"]["text"].startswith(begins)
    assert turn["opening"] == netlog("reconnect", "--json").json[0]["opening"]
    assert turn["opening"]["text"] == netlog("check", "ann", "--json").json["instead"]
    assert "garden" not in netlog("draft", "ann").out


def test_nobody_whom_the_week_brings_up_is_asked_for_advice(book) -> None:
    assert plan(book)["advice"] == "Eve Wise"
    book("edit", "eve", "--birthday", "--11-26")
    assert plan(book)["advice"] != "Eve Wise"


def test_what_to_nudge_for_is_said_at_every_width(netlog, monkeypatch) -> None:
    netlog("add", "Cy", "--every", "never")
    netlog("log", "cy", "email", "--on", "20d", "--asked", "the map", "--", "Her garden and bees")
    for columns in ("0", "40", "80", "200"):
        monkeypatch.setenv("COLUMNS", columns)
        shown = " ".join(netlog("week").out.split())
        assert "nudge: you asked on 3 Nov for the map" in shown


def test_another_week_is_counted_whole_and_one_to_come_is_refused(book) -> None:
    found = book("week", "--of", "2026-11-18", "--json").json
    assert (found["since"], found["until"]) == ("2026-11-16", "2026-11-22")
    assert found["did"]["met"] == 1
    assert book("week", "--of", "2026-12-01").status == 1


def test_targets_are_those_of_the_goals_as_they_count(book) -> None:
    book("goal", "a post", "--horizon", "short", "--target", "2 coffees a week")
    book("log", "eve", "coffee", "today")
    (one,) = book("week", "--json").json["targets"]
    assert one["goal"]["ref"] == "g1"
    assert (one["target"]["done"], one["target"]["number"]) == (1, 2)
    assert "▓▓▓▓▓░░░░░ 1 of 2 coffees a week" in book("week").out


def test_what_is_open_is_what_the_morning_shows_the_oldest_first(book) -> None:
    due = {item["ref"] for item in book("due", "--json").json}
    found = book("week", "--json").json["open"]
    assert {item["ref"] for item in found} <= due
    assert [item["since"] for item in found] == sorted(item["since"] for item in found)


def test_the_thinnest_circle_is_the_one_with_fewest_in_touch(book) -> None:
    assert book("week", "--json").json["thin"] == {
        "circle": "community", "people": 0, "in_touch": 0,
    }  # fmt: skip


def test_an_empty_book_has_an_empty_week(netlog) -> None:
    netlog("add", "Ann", "--every", "never")
    found = netlog("week", "--json").json
    assert (found["plan"], found["open"], found["targets"], found["thin"]) == ([], [], [], None)
    assert netlog("week").status == 0


def test_as_a_table_it_is_safe_in_a_spreadsheet(book) -> None:
    book("log", "eve", "email", "--on", "20d", "--owe", "=1+1 | x")
    book("log", "eve", "call", "today", "--", "=2+2\nand more")
    rows = list(csv.reader(io.StringIO(book("week", "--format", "csv").out)))
    assert rows[0] == ["part", "ref", "name", "what", "more"]
    assert rows[1] == ["Done", "", "met", "1", "1 before"]
    assert not [cell for row in rows for cell in row if cell.startswith("=")]
    table = book("week", "--format", "md").out.splitlines()
    assert {line.replace("\\|", "").count("|") for line in table} == {6}


def test_the_record_of_a_search_has_day_person_organization_how_and_what(book) -> None:
    book("edit", "eve", "--org", "Mill & Co")
    book("lead", "add", "Mill & Co", "--via", "eve")
    book("lead", "stage", "l1", "applied", "-m", "by their form")
    book("log", "eve", "call", "today", "--asked", "whom to write to", "--", "about the post")
    book("thank", "ann", "email")
    found = book("week", "--log", "2026-11-16..today", "--json").json
    assert [(o["on"], o["how"], o["organization"], o["what"]) for o in found] == [
        ("2026-11-16", "interview", None, "Which tools I use"),
        ("2026-11-23", "call", "Mill & Co", "about the post\nasked: whom to write to"),
        ("2026-11-23", "email", None, "thanked them for: interview on 2026-11-16"),
        ("2026-11-23", "heard", None, "Mill & Co"),
        ("2026-11-23", "applied", None, "Mill & Co: by their form"),
    ]
    rows = list(csv.reader(io.StringIO(book("week", "--log", "16 nov..", "--format", "csv").out)))
    assert rows[0] == ["day", "person", "organization", "how", "what"]
    assert rows[2][-1] == "about the post / asked: whom to write to"
    assert "2026-11-16  Ann Thank" in book("week", "--log", "16 nov..yesterday").out


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("last week", "2026-11-16", "2026-11-22"),
        ("the week before last", "2026-11-09", "2026-11-15"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("last quarter", "2026-07-01", "2026-09-30"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("last weekend", "2026-11-21", "2026-11-22"),
        ("last month..last week", "2026-10-01", "2026-11-22"),
        ("since last week", "2026-11-16", "2026-11-25"),
        ("until last month", "0001-01-01", "2026-10-31"),
        ("2w", "2026-11-11", "2026-11-25"),
        ("last 3 days", "2026-11-22", "2026-11-25"),
        ("half a year", "2026-05-25", "2026-11-25"),
        ("2w..", "2026-11-11", "2026-11-25"),
        ("2 weeks ago", "2026-11-11", "2026-11-11"),
        ("last friday", "2026-11-20", "2026-11-20"),
        ("friday last week", "2026-11-20", "2026-11-20"),
    ],
)
def test_the_record_of_a_search_is_of_all_the_days_that_are_named(
    typed: str, first: str, last: str
) -> None:
    days = span(typed, date(2026, 11, 25))
    assert [day.isoformat() for day in days] == [first, last]


@pytest.mark.parametrize("columns", ["40", "60", "80", "100"])
def test_the_record_of_a_search_has_names_and_kinds_whole_at_every_width(
    netlog, monkeypatch, columns: str
) -> None:
    netlog("add", "Fatima Zahra El Idrissi", "--org", "Pellworth Insurance and Sons")
    netlog("log", "fatima", "interview", "--", "Signed. Eight weeks, starting next month.")
    monkeypatch.setenv("COLUMNS", columns)
    shown = netlog("week", "--log", "today").out
    for whole in ("Fatima Zahra El Idrissi", "interview", "Eight weeks"):
        assert whole in shown


@pytest.mark.parametrize(
    "argv",
    [("--log", ".."), ("--log", ""), ("--log", "today..3d"), ("--log", "x..y"), ("--log", "x"),
     ("--log", "3d..", "--of", "today"), ("--json", "--format", "md")],
)  # fmt: skip
def test_what_cannot_be_meant_is_a_mistake(book, argv) -> None:
    assert book("week", *argv).status == 2


def test_the_record_of_a_search_holds_each_act_once_as_stats_counts_them(book) -> None:
    for argv in (
        (
            *("log", "eve", "cy", "lunch", "today", "--asked", "a name", "--asked", "a map"),
            *("--got", "tea"),
        ),
        ("log", "dee", "note", "today", "--asked", "a word"),
        ("favor", "ask", "fay", "a reference"),
        ("favor", "receive", "fay", "a reference"),
        ("favor", "give", "gil", "a lift"),
        ("introduce", "eve", "cy"),
        ("favor", "outcome", "f10", "they had coffee"),
        ("thank", "eve", "note"),
        ("told", "f8", "it led to Mill"),
        ("lead", "add", "Mill", "--via", "his director", "--via", "dee"),
        ("lead", "step", "l1.1", "asked"),
        ("lead", "step", "l1.1", "done"),
        ("lead", "step", "l1.2", "asked"),
        ("org", "add", "Acme"),
        ("org", "log", "o1", "call", "--", "rang reception"),
    ):
        done = book(*argv)
        assert done.status == 0, (argv, done.err)
    found = book("week", "--log", "2020-01-01..today", "--json").json
    assert len({str(one) for one in found}) == len(found)
    assert [one["on"] for one in found] == sorted(one["on"] for one in found)
    of_people = Counter(one["how"] for one in found if one["contact"])
    of_people["asked"] += sum(one["what"].count("asked: ") for one in found)
    of_people["asked"] += sum("a name; a map" in one["what"] for one in found)
    kinds = book("stats", "--since", "2020-01-01", "--json").json["kinds"]
    counted = {one["kind"]: one["number"] for one in kinds}
    thanks = counted.pop("thanks")
    assert sum(of_people.pop(how) for how in ("note", "in-person", "thanks")) == thanks
    assert of_people == counted
    lines = [(one["contact"] and one["contact"]["name"], one["how"], one["what"]) for one in found]
    for line in (
        ("Eve Wise", "lunch", "asked: a name; a map"),
        ("Cy Give", "lunch", ""),
        ("Eve Wise", "received", "tea"),
        ("Dee Silent", "asked", "a word"),
        ("Eve Wise", "note", "thanked them for: tea"),
        ("Eve Wise", "told", "asked them how it went: they had coffee"),
        ("Fay Phone", "told", "told them how it turned out: it led to Mill"),
        (None, "asked", "his director: help on the way to Mill"),
        (None, "received", "his director: help on the way to Mill"),
        (None, "call", "rang reception"),
    ):
        assert lines.count(line) == 1, (line, lines)


@pytest.mark.parametrize(
    ("today", "typed", "monday"),
    [
        ("2026-11-23", "2026-W47", "2026-11-16"),
        ("2026-11-23", "w 47", "2026-11-16"),
        ("2026-11-23", "This week", "2026-11-23"),
        ("2026-11-23", "2020-W53", "2020-12-28"),
        ("2027-01-01", "week 53", "2026-12-28"),
        ("2027-01-01", "today", "2026-12-28"),
        ("2026-01-01", "w1", "2025-12-29"),
    ],
)
def test_a_week_may_be_named(netlog, monkeypatch, today, typed, monday) -> None:
    netlog("add", "Ann")
    monkeypatch.setenv("NETLOG_TODAY", today)
    assert netlog("week", "--of", typed, "--json").json["since"] == monday


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-W53", "The week of 2026-12-28 is still to come."),
        ("2025-W53", "2025 has no week 53."),
        ("0001-W01", "Cannot read the date"),
        ("november", "that is a month"),
    ],
)
def test_a_week_that_there_is_not_is_refused(netlog, typed, said) -> None:
    netlog("add", "Ann")
    done = netlog("week", "--of", typed)
    assert done.status
    assert said in done.err


@pytest.mark.parametrize(
    ("span", "number"),
    [
        ("2026-10..2026-10", 2), ("october..october", 2), ("2026-W44..w44", 2), ("2026..", 3),
        ("november..november", 1), ("this week..", 0), ("2026..2026", 3),
        ("2026-11-01", 1), ("2026-10", 2), ("w44", 2), ("..2026-10-31", 2), ("yesterday", 0),
    ],
)  # fmt: skip
def test_the_record_of_a_search_may_be_that_of_months_and_weeks(
    netlog, seeded, span, number
) -> None:
    def fill() -> None:
        netlog("add", "Ann")
        for day in ("2026-10-01", "2026-10-31", "2026-11-01"):
            netlog("log", "ann", "email", "--on", day)

    seeded(fill)
    assert len(netlog("week", "--log", span, "--json").json) == number


def test_the_record_of_a_search_says_where_they_were_on_that_day(netlog, monkeypatch) -> None:
    netlog("add", "Ann", "--org", "Old & Co", "--title", "Head")
    netlog("log", "ann", "coffee", "10d", "--asked", "a name")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-20")
    netlog("edit", "ann", "--org", "Mid")
    netlog("log", "ann", "call")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-22")
    netlog("edit", "ann", "--org", "")
    netlog("log", "ann", "email")
    netlog("add", "Bo", "--log", "met", "--on", "2026-11-22")
    netlog("edit", "bo", "--org", "Mill")  # where Bo was before is not known
    found = netlog("week", "--log", "2026-11-01..today", "--json").json
    assert [(one["how"], one["organization"]) for one in found] == [
        ("coffee", "Old & Co"), ("call", "Mid"), ("email", None), ("meeting", "Mill"),
    ]  # fmt: skip


def test_a_lead_without_an_organization_is_given_none_in_the_record(netlog) -> None:
    netlog("add", "Ann")
    netlog("lead", "add", "Mill", "--via", "his boss", "--via", "ann")
    netlog("lead", "step", "l1.1", "asked")
    netlog("lead", "step", "l1.2", "asked")
    netlog("lead", "add", "CTO", "--org", "Beta")
    netlog("remove", "ann", "--yes")
    found = netlog("week", "--log", "today..today", "--json").json
    assert sorted((one["organization"] or "", one["what"]) for one in found) == [
        ("", "Ann: help on the way to Mill"), ("", "Mill"),
        ("", "his boss: help on the way to Mill"), ("Beta", "CTO"),
    ]  # fmt: skip


def test_a_reminder_of_this_week_is_begun_with_what_it_is_for(netlog, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-10-10")
    netlog(
        *("log", "+Ida Noor", "call", "--no-thanks", "--next", "2026-11-26: ask about the school"),
        *("--", "moves to Lisbon"),
    )
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    (one,) = netlog("week", "--json").json["plan"]
    assert one["opening"]["text"] == 'Come back to this: "ask about the school"'


@pytest.mark.parametrize("format_", ["csv", "md"])
def test_a_table_says_once_what_is_said_of_a_person(book, format_: str) -> None:
    done = book("week", "--format", format_)
    lines = [*csv.reader(io.StringIO(done.out))] if format_ == "csv" else []
    lines = lines or [
        [*map(str.strip, line.strip("|").split(" | "))] for line in done.out.split("\n") if line
    ]
    said = [(line[3], line[4]) for line in lines if line[0] == "Next"]
    assert said
    assert not [more for what, more in said if more and more in what]
    assert [more for _, more in said if more]


@pytest.mark.parametrize("on", ["2026-11-25", "2026-11-27", "2026-12-02"])
def test_the_week_of_the_demo_is_one_screen(terminal, tmp_path, on: str) -> None:
    path = str(demo_book(tmp_path / "demo.db", date.fromisoformat(on)))
    child = terminal("week", NETLOG_DB=path, NETLOG_TODAY=on, PAGER="false")
    child.expect(pexpect.EOF)
    child.close()
    assert child.before.count("\n") < 24
    assert "the week before: netlog week" in child.before


@pytest.mark.parametrize("columns", [80, 120])
def test_of_a_full_week_fewer_of_what_is_open_longest_are_shown_where_it_is_low(
    book, terminal, columns: int
) -> None:
    for number in range(5):
        whom = f"Una{number} Owed{number}"
        book("add", whom, "--log", "Tools", "--kind", "interview", "--on", f"{20 + number}d")

    def lines(rows: int) -> list[str]:
        child = terminal("week", rows=rows, columns=columns, PAGER="cat")
        child.expect(pexpect.EOF)
        child.close()
        return re.sub(r"\x1b\[[0-9;]*m", "", child.before).rstrip().split("\r\n")

    whole = lines(60)
    first = whole.index("Open longest") + 1
    for fewer in (1, 4):
        assert lines(len(whole) + 1 - fewer) == whole[: first + 5 - fewer] + whole[first + 5 :]
    # The longest stays; what is longer than the screen is whole.
    assert lines(len(whole) - 4) == whole
