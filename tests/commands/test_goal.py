"""netlog goal: what you are after, in targets that count themselves."""

from datetime import date

import pytest

from netlog.errors import UsageMistake
from netlog.records.contacts import NewContact
from netlog.records.goals import NewTarget
from netlog.records.meetings import KINDS
from netlog.rules import goals as rules
from netlog.store.writes import contacts


@pytest.fixture
def book(netlog, recording, seeded):
    """Helen and Ada, of whom Helen is kept in touch with, and one goal."""

    def fill() -> None:
        with recording() as opened:
            contacts.add(opened, NewContact("Helen Roe", cadence_days=30))
            contacts.add(opened, NewContact("Ada Lovelace", cadence_days=0))

    seeded(fill)
    return netlog


@pytest.fixture
def on(monkeypatch):
    """Let it be another day."""
    return lambda day: monkeypatch.setenv("NETLOG_TODAY", day)


def told(book, *words: str):
    done = book(*words, "--json")
    assert done.status == 0, done.err
    return done.json


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("5 coffees a week", NewTarget(5, "coffee", "week")),
        ("1 coffee a day", NewTarget(1, "coffee", "day")),
        ("two lunches per month", NewTarget(2, "lunch", "month")),
        ("3 touches/day", NewTarget(3, "touches", "day")),
        ("a gives each week", NewTarget(1, "gives", "week")),
        ("4 asks a month", NewTarget(4, "asks", "month")),
        ("10 thanks a week", NewTarget(10, "thanks", "week")),
        ("2 new people a month", NewTarget(2, "new people", "month")),
        ("1 new person a week", NewTarget(1, "new people", "week")),
        ("3 Interviews every Week", NewTarget(3, "interview", "week")),
    ],
)
def test_a_target_is_a_number_of_what_in_which_time(typed, target) -> None:
    assert rules.target(typed, KINDS) == target


@pytest.mark.parametrize(
    "typed",
    ["", "5", "coffees a week", "0 coffees a week", "5 teas a week", "5 coffees a year",
     "5 coffees", "-1 coffees a week", "5 coffees week", "x coffees a week"],
)  # fmt: skip
def test_anything_else_is_refused_with_examples(book, typed) -> None:
    with pytest.raises(UsageMistake, match="5 coffees a week"):
        rules.target(typed, KINDS)
    done = book("goal", "add", "x", "--horizon", "short", "--target", typed)
    assert done.status == 2
    assert told(book, "goal", "list") == []


def test_weeks_begin_on_monday() -> None:
    sunday, monday = date(2026, 11, 29), date(2026, 11, 23)
    assert rules.begun("week", sunday) == monday
    assert rules.before("week", sunday) == date(2026, 11, 16)
    assert rules.before("month", date(2027, 1, 31)) == date(2026, 12, 1)


def test_targets_count_themselves(book) -> None:
    book(
        *("goal", "add", "a post in data", "--horizon", "short", "--by", "2027-03-01"),
        *("--target", "5 coffees a week", "--target", "3 touches a day"),
        *("--target", "2 gives a week", "--target", "1 ask a month", "--target", "4 thanks a week"),
        *("--target", "3 new people a month"),
    )
    book("log", "helen", "ada", "coffee", "--paid", "me", "--asked", "an intro")
    book("log", "helen", "coffee", "2026-11-20")
    book("thank", "helen", "note")
    (goal,) = told(book, "goal", "list")
    assert [(t["what"], t["done"], t["before"]) for t in goal["targets"]] == [
        *(("coffee", 1, 1), ("touches", 2, 0), ("gives", 1, 0)),
        *(("asks", 1, 0), ("thanks", 2, 0), ("new people", 2, 0)),
    ]
    assert "▓▓░░░░░░░░ 1 of 5 coffees this week" in book("goal").out
    assert "g1  a post in data, by 1 Mar 2027" in book("goal").out


def test_a_monday_begins_with_it(book, on) -> None:
    book("goal", "add", "a post", "--horizon", "short", "--target", "5 coffees a week")
    book("log", "ada", "coffee", "--no-thanks")
    on("2026-11-30")
    said = book("due").out
    assert said.startswith("Monday 30 November 2026\nGoals: a post (1 of 5 coffees last week)\n")
    assert book("due", "--exit-code").status == 0
    assert book("due", "--json").json == []
    assert book("due", "--brief").out == ""
    on("2026-12-01")
    assert "Goals" not in book("due").out


def test_brief_and_check_quote_the_nearest_goal(book, home) -> None:
    book("goal", "add", "my own firm", "--horizon", "long")
    book("goal", "add", "a post in data.", "--horizon", "short")
    question = "I am looking for a post in data; what would make my search succeed?"
    assert question in told(book, "brief", "helen")[0]["questions"]
    book("favor", "ask", "helen", "an intro")
    book("favor", "ask", "helen", "another")
    book("log", "helen", "coffee")
    assert told(book, "check", "helen")["advice"] in (question, None)
    book("goal", "drop", "g2", "--done")
    assert "my own firm" in " ".join(told(book, "brief", "helen")[0]["questions"])


def test_telling_is_a_touch_and_ends_no_row_of_asks(book) -> None:
    book("goal", "add", "a post", "--horizon", "short")
    assert told(book, "goal", "show", "g1")["next"] is None
    book("favor", "ask", "helen", "an intro", "--json")
    assert told(book, "goal", "show", "g1")["next"]["ref"] == "c1"
    said = book("goal", "tell", "g1", "ada")
    assert said.out == "Told Ada Lovelace of it: a post (g1).\n"
    goal = told(book, "goal", "show", "g1")
    assert [one["contact"]["ref"] for one in goal["knows"]] == ["c2"]
    assert goal["next"] is None  # one a day
    assert told(book, "show", "ada")["last_touch_on"] == "2026-11-23"
    assert "knew of it already" in book("goal", "tell", "g1", "ada", "helen").out
    assert [one["kind"] for one in told(book, "show", "helen")["meetings"]] == ["message"]


def test_whom_to_tell_next_is_another_tomorrow(book, on) -> None:
    book("goal", "add", "a post", "--horizon", "short")
    book("log", "helen", "call", "--no-thanks")
    book("goal", "tell", "g1", "ada")
    on("2026-11-24")
    assert told(book, "goal", "show", "g1")["next"]["ref"] == "c1"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("goal", "add", "x"), 2),
        (("goal", "add", "x", "--horizon", "never"), 2),
        (("goal", "add", "x", "--horizon", "short", "--by", "2020-01-01"), 1),
        (("goal", "show", "g9"), 3),
        (("goal", "show", "p1"), 2),
        (("goal", "edit", "g1"), 2),
        (("goal", "drop", "g1", "--done", "--why", "x"), 2),
        (("goal", "tell", "g1", "nobody"), 3),
        (("log", "ada", "coffee", "--goal", "g9"), 3),
        (("plan", "ada", "friday", "--goal", "c1"), 2),
        (("done", "g1"), 2),
    ],
)
def test_what_cannot_be_is_refused(book, words, status) -> None:
    book("goal", "add", "a post", "--horizon", "short")
    before = book("history", "--json").json
    assert book(*words).status == status
    assert book("history", "--json").json == before


def test_what_serves_it_is_counted(book) -> None:
    book("goal", "add", "a post", "--horizon", "short")
    book("log", "ada", "coffee", "--goal", "g1")
    book("plan", "ada", "friday", "--goal", "g1")
    book("add", "New One", "--goal", "g1")
    book("lead", "add", "Mill", "--goal", "g1")
    goal = told(book, "goal", "show", "g1")
    assert (goal["people"], goal["meetings"], goal["plans"]) == (1, 1, 1)
    assert [one["ref"] for one in goal["leads"]] == ["l1"]
    assert "Serve it   1 person, 1 meeting and 1 plan" in book("goal", "show", "g1").out


def test_it_is_edited_let_go_found_and_taken_back(book) -> None:
    book("goal", "add", "a post", "--horizon", "short", "--target", "5 coffees a week")
    book("goal", "edit", "g1", "--by", "2027-03-01", "--target", "2 calls a day")
    goal = told(book, "goal", "show", "g1")
    assert (goal["by"], [t["what"] for t in goal["targets"]]) == ("2027-03-01", ["call"])
    assert told(book, "goal", "edit", "g1", "--by", "")["by"] is None
    assert told(book, "edit", "g1", "--text", "a post at sea")["text"] == "a post at sea"
    assert told(book, "search", "sea")[0]["ref"] == "g1"
    assert book("goal", "drop", "g1", "--why", "found one").out == "Let go: a post at sea (g1).\n"
    assert told(book, "goal", "list") == []
    assert told(book, "goal", "list", "--all")[0]["dropped_why"] == "found one"
    book("undo")
    assert told(book, "goal", "list")[0]["state"] == "open"
    book("remove", "g1", "--yes")
    assert told(book, "goal", "list", "--all") == []
    book("undo")
    assert "target" in book("history", "g1").out


def test_targets_stand_on_one_line_in_a_pipe(book, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    targets = ("--target", "2 coffees a week", "--target", "3 calls a month")
    book("goal", "add", "a post", "--horizon", "short", *targets)
    said = book("goal", "list").out
    assert ("\\n" not in said, "this week · " in said) == (True, True)


def test_who_is_told_twice_on_a_day_is_told_once(book) -> None:
    book("goal", "add", "a post", "--horizon", "short")
    book("goal", "tell", "g1", "ada")
    said = book("goal", "tell", "g1", "ada")
    assert said.out.endswith("Ada Lovelace knew of it already.\n")
    assert len(told(book, "show", "ada")["meetings"]) == 1


def test_who_knows_is_one_when_two_become_one(book) -> None:
    book("goal", "add", "a post", "--horizon", "short")
    book("goal", "tell", "g1", "ada", "helen")
    book("merge", "ada", "helen", "--yes")
    assert len(told(book, "goal", "show", "g1")["knows"]) == 1
    book("remove", "ada", "--yes")
    assert told(book, "goal", "show", "g1")["knows"] == []


REF_OF = {"ada": "c2"}


@pytest.mark.parametrize("typed", ["ada", "m1", "p1", "f1"])
def test_what_is_there_serves_it_by_an_edit(book, typed) -> None:
    book("goal", "add", "a post in data", "--horizon", "short")
    book("log", "ada", "coffee")
    book("plan", "ada", "coffee", "friday")
    book("favor", "receive", "ada", "a good word")
    said = book("edit", typed, "--goal", "g1")
    assert said.out.endswith(": serves a post in data (g1).\n")
    book("edit", typed, "--goal", "g1")
    assert "Serves" in book("show", typed).out
    assert [goal["text"] for goal in told(book, "show", typed)["goals"]] == ["a post in data"]
    (one,) = told(book, "goal", "show", "g1")["serving"]
    assert (one["ref"], [who["ref"] for who in one["contacts"]]) == (
        REF_OF.get(typed, typed),
        ["c2"],
    )
    assert f"\nServe it\n  {one['ref']}" in book("goal", "show", "g1").out
    assert "serves a post in data (g1)" in book("history", typed).out
    assert f"served by {'Ada' if typed == 'ada' else typed}" in book("history", "g1").out
    links = book("export").json["goal_links"]
    assert len(links) == 1
    assert book("edit", typed, "--goal", "").out.endswith(": serves no goal.\n")
    assert book("export").json["goal_links"] == told(book, "goal", "show", "g1")["serving"] == []
    assert "no longer serves" in book("history", typed).out
    book("undo", REF_OF.get(typed, typed))
    assert book("export").json["goal_links"] == links
    book("undo", REF_OF.get(typed, typed))
    assert told(book, "show", typed)["goals"] == []


def test_a_person_shows_what_they_serve_and_history_names_them(book) -> None:
    book("goal", "add", "a post in data", "--horizon", "short")
    book("edit", "ada", "--goal", "g1", "--city", "Oslo")
    assert "  Serves   a post in data (g1)\n" in book("show", "ada").out
    assert [goal["ref"] for goal in told(book, "show", "ada")["goals"]] == ["g1"]
    assert "served by Ada Lovelace" in book("history").out
    for words in (("edit", "ada", "--goal", "g9"), ("edit", "g1", "--goal", "g1")):
        assert book(*words).status in (2, 3)


def test_all_that_serves_it_stands_newest_first_on_its_pages(book) -> None:
    for text in ("a post", "a firm"):
        book("goal", "add", text, "--horizon", "short")
    book("log", "ada", "helen", "coffee", "yesterday", "--goal", "g1", "--", "banks")
    book("plan", "ada", "friday", "--goal", "g1")
    book("favor", "ask", "ada", "a word", "--goal", "g1")
    book("edit", "m1", "--goal", "g2")
    goal = told(book, "goal", "show", "g1")
    assert [one["ref"] for one in goal["serving"]] == ["p1", "f1", "m1"]
    assert told(book, "goal", "list")[0] == goal
    assert [one["ref"] for one in told(book, "show", "m1")["goals"]] == ["g1", "g2"]
    assert told(book, "favor", "list")[0]["goals"] == told(book, "plan", "list")[0]["goals"]
    page = book("export", "--format", "md").out
    assert "coffee with Ada Lovelace and Helen Roe: banks\n" in page.split("## Serve it")[1]


def test_one_edit_is_one_undo_and_targets_go_too(book) -> None:
    book("goal", "add", "a post", "--horizon", "short", "--target", "5 coffees a week")
    before = told(book, "goal", "show", "g1")
    now = told(book, "goal", "edit", "g1", "--by", "2027-03-01", "--target", "2 lunches a month")
    assert (now["by"], [one["what"] for one in now["targets"]]) == ("2027-03-01", ["lunch"])
    book("undo")
    assert told(book, "goal", "show", "g1") == before
    assert told(book, "goal", "edit", "g1", "--target", "")["targets"] == []
    assert book("edit", "g1", "--target", "x").status == 2


def test_its_history_names_targets_that_are_gone(book) -> None:
    book("goal", "add", "a post", "--horizon", "short", "--target", "2 coffees a week")
    book("goal", "add", "a book", "--horizon", "long", "--target", "9 asks a month")
    book("goal", "edit", "g1", "--target", "3 coffees a week")
    book("goal", "edit", "g2", "--target", "")
    said = "target 2 coffees a week removed, target 3 coffees a week added"
    assert said in book("history", "g1").out
    assert "target 9 asks a month removed" in book("history", "g2").out
    assert "9 asks" not in book("history", "g1").out


def test_a_list_without_any_open_says_so(book) -> None:
    assert book("goal").err.startswith("No goals yet: ")
    book("goal", "add", "a post", "--horizon", "short")
    book("goal", "drop", "g1", "--done")
    assert book("goal").err == "No goal is open. Those that are over: netlog goal list --all\n"


@pytest.mark.parametrize(
    ("ending", "state"), [((), "was let go"), (("--done",), "was reached")], ids=["drop", "done"]
)
def test_a_goal_that_is_over_says_so_and_opens_again(book, ending, state) -> None:
    book("goal", "add", "a post in data", "--horizon", "short")
    before = told(book, "goal", "show", "g1")
    book("goal", "drop", "g1", *ending)
    over = f"a post in data (g1) {state} on 23 Nov."
    again = "To go on: netlog goal edit g1 --reopen"
    for words in (
        ("log", "ada", "coffee", "--goal", "g1"),
        ("plan", "ada", "coffee", "friday", "--goal", "g1"),
        ("favor", "receive", "ada", "a good word", "--goal", "g1"),
        ("add", "Zed", "--goal", "g1"),
        ("edit", "ada", "--goal", "g1"),
        ("lead", "add", "Mill", "--goal", "g1"),
        ("lead", "edit", "l1", "--goal", "g1"),
    ):
        done = book(*words)
        assert (done.status, f"{over} {again}" in done.err) == (0, True), words
    assert book("goal", "tell", "g1", "ada", "--on", "2026-11-23").status == 0
    said = book("goal", "edit", "g1", "--reopen")
    assert said.out == "Open again: a post in data (g1).\n"
    assert told(book, "goal", "show", "g1")["state"] == "open"
    assert book("goal", "edit", "g1", "--reopen").err == "netlog: g1 is open.\n"
    assert book("goal", "edit", "g1", "--reopen", "--text", "x").status == 2
    book("undo")
    assert told(book, "goal", "show", "g1")["state"] != before["state"]


def test_of_a_goal_that_is_over_nobody_is_told(book, monkeypatch) -> None:
    book("goal", "add", "a post in data", "--horizon", "short")
    book("goal", "drop", "g1", "--done")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-25")
    refused = book("goal", "tell", "g1", "ada")
    assert (refused.status, refused.err) == (
        1,
        "netlog: a post in data (g1) was reached on 23 Nov. To go on: "
        "netlog goal edit g1 --reopen\n",
    )
    assert told(book, "goal", "show", "g1")["knows"] == []


def test_a_goal_is_not_blamed_for_a_week_in_which_it_was_not_set(book, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-25")
    book("goal", "add", "a post", "--horizon", "short", "--target", "5 coffees a week")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-30")
    assert "Goals: a post (5 coffees a week)\n" in book("due").out
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-07")
    assert "Goals: a post (0 of 5 coffees last week)\n" in book("due").out
    book("goal", "edit", "g1", "--target", "2 lunches a week")
    assert "Goals: a post (2 lunches a week)\n" in book("due").out


def test_what_they_did_or_were_asked_for_at_a_meeting_serves_its_goal(book) -> None:
    book("goal", "add", "a post in data", "--horizon", "short")
    book("favor", "ask", "ada", "an intro to her boss")
    words = ("--got", "an intro to her boss", "--got", "read my CV", "--asked", "a reference")
    book("log", "ada", "coffee", "--goal", "g1", *words, "--owe", "the slides")
    goal = told(book, "goal", "show", "g1")
    assert (goal["meetings"], goal["favors"]) == (1, 3)
    assert "1 meeting and 3 favors" in book("goal", "show", "g1").out
    book("lead", "add", "Mill", "--goal", "g1")
    assert [o["contact"]["name"] for o in told(book, "lead", "landed", "l1")["owed"]] == [
        "Ada Lovelace"
    ]


# What a lead landed for


@pytest.fixture
def landed(book, seeded, monkeypatch):
    """On 26 November, three days after the mill landed for a post in data."""

    def fill() -> None:
        book("goal", "add", "a post in data", "--horizon", "short")
        book("lead", "add", "The mill", "--goal", "g1", "--via", "helen")
        book("lead", "landed", "l1", "--", "I begin in May")

    seeded(fill)
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-26")
    return book


ASKED = (
    "The mill landed on 23 Nov: is 'a post in data' (g1) reached? "
    "Yes: netlog goal drop g1 --done   still going: netlog goal edit g1 --reopen"
)


def sentences(book) -> str:
    """What netlog gives to be read aloud: nothing of what was found."""
    for text in ("one", "two"):
        book("favor", "ask", "ada", text)
    said = [*told(book, "brief", "helen")[0]["questions"], told(book, "check", "helen")["advice"]]
    return " ".join([*filter(None, said), book("path", "ada").out, book("week").out])


def test_nobody_looks_for_what_a_lead_landed_for_until_it_goes_on(landed) -> None:
    landed("goal", "edit", "g1", "--reopen")
    landed("undo")
    assert "post in data" not in sentences(landed)
    assert landed("goal", "edit", "g1", "--reopen").out == "It goes on: a post in data (g1).\n"
    assert "I am looking for a post in data" in sentences(landed)
    assert landed("goal", "edit", "g1", "--reopen").err == "netlog: g1 is open.\n"


def test_a_lead_that_is_begun_after_it_says_that_it_goes_on(landed) -> None:
    landed("lead", "add", "The dock", "--goal", "g1")
    assert "I am looking for a post in data" in sentences(landed)
    assert ASKED not in landed("due").out


@pytest.mark.parametrize(
    "ending", [("drop", "g1", "--done"), ("edit", "g1", "--reopen"), ("drop", "g1")]
)
def test_whether_it_is_reached_is_asked_until_that_is_said(landed, ending) -> None:
    assert f"Thursday 26 November 2026\n{ASKED}\n" in landed("due").out
    assert ASKED in landed("goal", "show", "g1").out
    assert told(landed, "goal", "show", "g1")["landed"]["ref"] == "l1"
    assert told(landed, "goal", "show", "g1")["next"] is None
    landed("goal", *ending)
    assert ASKED not in landed("due").out + landed("goal", "show", "g1").out


@pytest.mark.parametrize(
    ("day", "asked"),
    [("2026-11-23", False), ("2026-11-24", True), ("2026-11-30", True), ("2026-12-01", False)],
)
def test_for_a_week_it_is_asked_each_morning(landed, monkeypatch, day: str, asked: bool) -> None:
    monkeypatch.setenv("NETLOG_TODAY", day)
    assert (ASKED in landed("due").out) is asked
    assert "reached" not in landed("due", "--json").out


def test_on_a_monday_it_is_asked_instead_of_told(landed, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-30")
    landed("goal", "add", "my own firm", "--horizon", "long")
    assert f"\nGoals: my own firm   {ASKED}\n" in landed("due").out
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-07")
    told_of = "Goals: a post in data (a lead landed: is it reached?); my own firm\n"
    assert told_of in landed("due").out


def test_that_a_goal_goes_on_comes_back_from_json(landed, home) -> None:
    landed("goal", "edit", "g1", "--reopen")
    landed("export", "-o", str(home / "book.json"))
    other = str(home / "other.db")
    landed("--db", other, "import", str(home / "book.json"))
    goal = landed("--db", other, "goal", "show", "g1", "--json").json
    assert (goal["goes_on"], goal["landed"]) == ("2026-11-26", None)


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("a role in privacy law", "I am looking for a role in privacy law; what would make my"),
        ("work", "I am looking for work; what would make my search succeed?"),
        ("my firm", "I am working towards this: 'my firm'; what would make it succeed?"),
        ("become a judge.", "I am working towards this: 'become a judge'; what would make it"),
        ("Eine neue Stelle", "I am working towards this: 'Eine neue Stelle'; what would make it"),
    ],
)
def test_a_goal_that_does_not_read_on_is_quoted(book, goal: str, said: str) -> None:
    book("goal", "add", goal, "--horizon", "short")
    assert said in " ".join(told(book, "brief", "helen")[0]["questions"])


# A goal whose day has passed

PAST = (
    "'a post in data' (g1) was to be by 1 Dec: is it reached? Yes: netlog goal drop g1 --done   "
    "later: netlog goal edit g1 --by 3m   let go: netlog goal drop g1"
)


@pytest.fixture
def past(book, monkeypatch):
    """On Monday 7 December, a week after a post in data was to be."""
    book("goal", "add", "a post in data", "--horizon", "short", "--by", "2026-12-01")
    book("goal", "add", "my own firm", "--horizon", "long")
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-07")
    return book


def test_on_its_day_a_goal_is_told_and_after_it_what_becomes_of_it_is_asked(past, monkeypatch):
    assert f"\nGoals: my own firm   {PAST}\n" in past("due").out
    assert PAST in past("goal", "show", "g1").out
    assert "a post in data, was to be by 1 Dec" in past("goal", "list").out
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-30")
    assert "\nGoals: a post in data, by 1 Dec; my own firm\n" in past("due").out


def test_after_four_weeks_its_line_rests(past, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-28")
    assert PAST in past("due").out
    monkeypatch.setenv("NETLOG_TODAY", "2027-01-04")
    assert "\nGoals: my own firm\n" in past("due").out
    assert "was to be by 1 Dec 2026" in past("goal", "show", "g1").out


@pytest.mark.parametrize(
    "ending", [("drop", "g1", "--done"), ("edit", "g1", "--by", "3m"), ("drop", "g1")]
)
def test_each_answer_ends_the_question_whether_a_past_goal_is_reached(past, ending) -> None:
    assert past("goal", *ending).status == 0
    assert "was to be" not in past("due").out + past("goal", "show", "g1").out


def test_what_is_still_to_be_is_quoted_before_what_was_to_be(past) -> None:
    assert "a post in data" in past("brief", "ada").out
    past("goal", "add", "a flat by the sea", "--horizon", "short")
    assert "I am looking for a flat by the sea" in past("brief", "ada").out


# What is said of goals in little room


THREE = (
    "--target",
    "5 coffees a week",
    "--target",
    "5 touches a month",
    "--target",
    "1 thanks a day",
)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 160])
@pytest.mark.parametrize("goals", [1, 2, 5])
def test_on_mondays_goals_are_one_line(book, seeded, on, monkeypatch, width, goals) -> None:
    def fill() -> None:
        for number in range(goals):
            text = f"work at a publishing house {number}"
            book("goal", "add", text, "--horizon", "short", *THREE)

    seeded(fill, goals)
    on("2026-11-30")
    whole = book("due").out.splitlines()[1]
    assert whole.count("0 of 5 coffees last week, ") == min(goals, 3)
    monkeypatch.setenv("COLUMNS", str(width))
    first, second, *_ = book("due").out.splitlines()[1:]
    assert first.startswith("Goals: work")
    assert len(first) <= width
    assert second == ""
    if width >= 80:
        assert "0/5 coffees" in first or "0 of 5 coffees" in first
        assert first.endswith(("+4", "+3", "+2")) is (goals == 5)


@pytest.mark.parametrize("words", [("goal", "show", "g1"), ("show", "g1"), ("due",)])
@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_what_ends_a_goal_stands_on_a_line_of_its_own_to_be_copied(
    book, on, monkeypatch, width, words
) -> None:
    book("goal", "add", "work at a publishing house", "--horizon", "short", "--by", "2027-01-06")
    on("2027-01-11")
    monkeypatch.setenv("COLUMNS", str(width))
    lines = book(*words).out.splitlines()
    for command in ("drop g1 --done", "edit g1 --by 3m", "drop g1"):
        assert any(f"netlog goal {command}" in line for line in lines), command


@pytest.mark.parametrize("width", [30, 40, 60, 80])
def test_since_when_somebody_knows_keeps_its_year(book, on, monkeypatch, width) -> None:
    book("goal", "add", "a post", "--horizon", "short")
    book("goal", "tell", "g1", "helen")
    on("2027-11-29")
    monkeypatch.setenv("COLUMNS", str(width))
    assert "since 23 Nov 2026" in book("goal", "show", "g1").out
