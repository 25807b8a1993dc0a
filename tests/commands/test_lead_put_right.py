"""netlog lead, put right afterwards: who a step is, what was not done after all, what goes on."""

import pytest

from netlog.records.contacts import NewContact
from netlog.store.writes import contacts


@pytest.fixture
def book(netlog, recording, seeded):
    """Maria, Anne through her, and Gus; none with a cadence."""

    def fill() -> None:
        with recording() as opened:
            for name, via in (("Maria Lopez", None), ("Anne Kim", 1), ("Gus Gruen", None)):
                contacts.add(opened, NewContact(name, introduced_by_id=via, cadence_days=0))

    seeded(fill)
    return netlog


@pytest.fixture
def on(monkeypatch):
    """Let it be another day."""
    return lambda day: monkeypatch.setenv("NETLOG_TODAY", day)


def chased(book, *words):
    return [
        (one["ref"], one["contact"]["name"], one["due_on"])
        for one in book("due", "--kind", "lead", "--json", *words).json
    ]


def step(book, number=1):
    return book("lead", "show", "l1", "--json").json["steps"][number - 1]


def asks(book):
    return [
        (one["ref"], one["contact"]["name"], one["state"])
        for one in book("favor", "list", "--json").json
    ]


def test_whoever_is_learned_late_is_to_be_asked_from_that_day_on(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "his boss", "--via", "maria")
    book("lead", "step", "l1.1", "done")
    book("lead", "step", "l1.2", "--by", "2026-12-01")
    book("thank", "gus")
    on("2027-02-05")
    said = book("lead", "step", "l1.2", "--who", "Uwe Brandt").out
    assert said == (
        "Added Uwe Brandt. l1.2 is Uwe Brandt; its day, 1 Dec 2026, has passed: Mill (l1).\n"
        "you ✓ Gus Gruen … Uwe Brandt (waiting 0 days) → Maria Lopez → Mill\n"
    )
    assert chased(book, "--all") == []
    assert book("check", "uwe", "--json").json["fine"] is True
    on("2027-02-15")
    assert chased(book) == [("l1.2", "Uwe Brandt", "2027-02-15")]
    assert "chase kindly: Uwe Brandt" in book("due", "--json").json[0]["what"]


def test_a_day_to_come_stays_with_the_step_and_a_new_one_is_said(book) -> None:
    book("lead", "add", "Mill", "--via", "his boss")
    book("lead", "step", "l1.1", "--by", "2026-12-01")
    book("lead", "step", "l1.1", "--who", "gus")
    assert (step(book)["by"], step(book)["since"]) == ("2026-12-01", "2026-11-23")
    said = book("lead", "step", "l1.1", "--who", "gus", "asked", "--by", "2026-12-09").out
    assert said.startswith("Asked Gus Gruen, by 9 Dec: Mill (l1).")


def test_who_takes_the_place_of_somebody_who_was_asked_is_not_asked_yet(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "step", "l1.1", "asked")
    on("2026-12-20")
    said = book("lead", "step", "l1.1", "--who", "maria").out
    assert said.splitlines()[1:] == [
        "you … Maria Lopez (waiting 0 days) → Mill",
        "Let go of what you asked Gus Gruen for: help on the way to Mill (f1).",
    ]
    assert (step(book)["state"], step(book)["asked_on"]) == ("waiting", None)
    assert asks(book) == [("f1", "Gus Gruen", "dropped")]
    again = book("lead", "step", "l1.1", "--who", "anne", "asked").out
    assert again.startswith("Asked Anne Kim: Mill (l1).")
    assert asks(book)[0] == ("f2", "Anne Kim", "open")


@pytest.mark.parametrize(
    ("state", "favor"),
    [("asked", ("f1", "Gus Gruen", "open")), ("done", ("f1", "Gus Gruen", "done"))],
)
def test_what_was_said_of_a_step_without_a_name_is_theirs(book, on, state, favor) -> None:
    book("lead", "add", "Mill", "--via", "his boss")
    book("lead", "step", "l1.1", state)
    on("2026-11-26")
    book("lead", "step", "l1.1", "--who", "gus")
    assert (step(book)["state"], step(book)[f"{state}_on"]) == (state, "2026-11-23")
    assert asks(book) == [favor]


def test_what_somebody_did_is_nobody_elses(book) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "step", "l1.1", "done")
    refused = book("lead", "step", "l1.1", "--who", "maria")
    assert (refused.status, step(book)["contact"]["name"]) == (1, "Gus Gruen")


@pytest.mark.parametrize("state", ["waiting", "asked"])
@pytest.mark.parametrize("before", [(), ("asked",)], ids=["done", "asked and done"])
def test_what_was_not_done_after_all_is_no_help_and_wants_no_thanks(
    book, on, state, before
) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    for one in (*before, "done"):
        book("lead", "step", "l1.1", one)
    was = book("export").out
    on("2026-11-27")
    book("lead", "step", "l1.1", state)
    assert [one["kind"] for one in book("due", "--json").json] == []
    assert {one for _, _, one in asks(book)} <= {"open", "dropped"}
    assert [one for _, _, one in asks(book)].count("open") == (state == "asked")
    on("2026-11-23")
    book("undo")
    assert book("export").out == was


@pytest.mark.parametrize("words", [("done",), ("broken",)])
def test_a_step_that_is_over_has_no_day_to_come(book, words) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    assert book("lead", "step", "l1.1", *words, "--by", "2026-12-01").status == 1
    book("lead", "step", "l1.1", *words)
    assert book("lead", "step", "l1.1", "--by", "2026-12-01").status == 1
    assert step(book)["by"] is None


def test_the_day_of_a_step_that_was_asked_moves_and_says_so(book) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "step", "l1.1", "asked", "--by", "2026-11-30")
    said = book("lead", "step", "l1.1", "asked", "--by", "2026-12-04").out
    assert said.startswith("Asked Gus Gruen already, on 23 Nov, by 4 Dec: Mill (l1).")
    assert step(book)["by"] == "2026-12-04"
    assert book("favor", "show", "f1", "--json").json["due_on"] == "2026-12-04"
    assert book("lead", "step", "l1.1", "--by", "").out.startswith("Gus Gruen, by no day: ")


# What goes on


@pytest.mark.parametrize("ending", ["declined", "closed", "drop"])
def test_what_goes_on_is_waited_for_afresh(book, on, ending) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "maria")
    book("lead", "step", "l1.1", "asked", "--by", "2026-12-04")
    book("lead", ending, "l1")
    assert asks(book) == [("f1", "Gus Gruen", "dropped")]
    on("2027-05-01")
    said = book("lead", "stage", "l1", "heard").out
    assert said.splitlines()[1:] == [
        "you … Gus Gruen (asked 159 days) → Maria Lopez → Mill",
        "Open again: what you asked Gus Gruen for: help on the way to Mill (f1).",
    ]
    assert (asks(book), chased(book, "--all")) == ([("f1", "Gus Gruen", "open")], [])
    on("2027-05-15")
    assert chased(book) == [("l1.1", "Gus Gruen", "2027-05-15")]


# The day it lands


def test_help_is_never_older_than_what_it_was_for(book, on) -> None:
    book("log", "gus", "coffee", "--no-thanks")
    book("log", "maria", "coffee", "--no-thanks")
    on("2026-12-10")
    book("lead", "add", "Mill", "--via", "gus", "--via", "anne")
    on("2027-01-20")
    book("lead", "landed", "l1", "--", "I begin in May")
    did = {
        one["contact"]["name"]: (one["text"], one["opened_on"], one["done_on"])
        for one in book("favor", "list", "--json").json
    }
    assert did == dict.fromkeys(
        ("Gus Gruen", "Anne Kim", "Maria Lopez"), ("led to Mill", "2026-12-10", None)
    )


def test_a_step_that_was_never_asked_did_nothing(book) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "anne")
    book("lead", "step", "l1.2", "done")
    landed = book("lead", "landed", "l1", "--", "I begin in May").out
    assert "Gus, here is how it went with Mill: I begin in May. Thank you." in landed
    found = book("balance", "--json").json
    assert {one["contact"]["name"]: one["received"] for one in found} == {"Anne Kim": 1}


# What goes along with what is settled is named


THANKED = "Thanked Gus Gruen for: help on the way to Mill (t1).\n"


@pytest.mark.parametrize(
    "words",
    [
        ("thank", "gus"),
        ("thank", "f1"),
        ("thank", "t1"),
        ("told", "gus"),
        ("told", "f1"),
        ("done", "f1"),
        ("favor", "told", "f1"),
        ("log", "gus", "call", "--told", "f1", "--no-thanks"),
        ("draft", "gus", "--sent"),
    ],
    ids=" ".join,
)
def test_what_settles_the_news_of_a_landing_names_the_thanks_as_well(book, on, words) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "step", "l1.1", "done")
    book("lead", "landed", "l1", "--", "I begin in May")
    on("2026-11-26")
    done = book(*words)
    said = done.err if words[0] == "draft" else done.out
    assert done.status == 0
    assert "(f1" in said
    assert THANKED in said
    assert book("due", "--all", "--json").json == []


@pytest.mark.parametrize(
    "words",
    [
        ("done", "f1"),
        ("favor", "receive", "gus", "help on the way to Mill"),
        ("favor", "outcome", "f1", "they will see me"),
        ("log", "gus", "coffee", "--got", "help on the way to Mill"),
    ],
    ids=" ".join,
)
def test_what_answers_the_ask_of_a_step_names_the_step(book, words) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "step", "l1.1", "asked")
    assert "Gus Gruen did their part for Mill (l1.1).\n" in book(*words).out
    assert step(book)["state"] == "done"


# What it was for


def test_what_lands_offers_the_goal_as_reached_and_the_goal_says_what_landed(book) -> None:
    book("goal", "add", "a post in data", "--horizon", "short")
    book("lead", "add", "Mill", "--via", "gus", "--goal", "g1")
    book("lead", "add", "The dock", "--via", "maria", "--goal", "g1")
    assert "Reached" not in book("goal", "show", "g1").out
    landed = book("lead", "landed", "l1").out
    assert landed.endswith("\nIf that is a post in data (g1): netlog goal drop g1 --done\n")
    shown = book("goal", "show", "g1").out
    assert "Mill (l1), landed" in shown
    assert "Yes: netlog goal drop g1 --done   still going: netlog goal edit g1 --reopen\n" in shown
    book("goal", "drop", "g1", "--done")
    assert "State    done 23 Nov\n" in book("goal", "show", "g1").out
    assert "If reached" not in book("goal", "show", "g1").out
    assert "goal drop" not in book("lead", "landed", "l2").out


@pytest.mark.parametrize("words", [("done", "p1"), ("log", "gus", "coffee")])
def test_the_meeting_that_a_plan_becomes_serves_its_goal(book, on, words) -> None:
    book("goal", "add", "a post in data", "--horizon", "short")
    book("plan", "gus", "coffee", "2026-11-25", "--goal", "g1")
    on("2026-11-25")
    assert book(*words).status == 0
    goal = book("goal", "show", "g1", "--json").json
    assert (goal["meetings"], goal["plans"]) == (1, 0)
    book("undo")
    goal = book("goal", "show", "g1", "--json").json
    assert (goal["meetings"], goal["plans"]) == (0, 1)


def test_commands_to_type_name_the_book_that_was_named(netlog, tmp_path) -> None:
    other = str(tmp_path / "my book.db")

    def there(*words):
        return netlog("--db", other, *words)

    named = f"netlog --db '{other}'"
    there("add", "Gus Gruen")
    assert f": {named} thank t1\n" in there("log", "gus", "coffee").out
    assert f"When it is sent: {named} draft gus --for thanks --sent\n" in there("draft", "gus").err
    there("lead", "add", "Mill", "--via", "gus")
    broken = there("lead", "step", "l1.1", "broken").out
    assert f"Try another way: {named} path Mill, then {named} lead add-step l1 WHO\n" in broken
    there("lead", "step", "l1.1", "done")
    landed = there("lead", "landed", "l1")
    assert f"1. Gus Gruen (c1): {named} done f1\n" in landed.out
    assert there("lead", "landed", "l1").err.endswith(f"{named} lead show l1\n")
    settle = there("lead", "landed", "l1", "--draft", "--json").json["owed"][0]["settle"]
    assert settle == ["netlog", "--db", other, "done", "f1"]
    assert netlog(*settle[1:]).status == 0


def test_the_way_around_is_typed_whole_however_long_the_name(book, on) -> None:
    long = "The Old Harbour and Riverside Savings and Loan Company"
    book("edit", "maria", "--org", long)
    book("lead", "add", "a desk there", "--org", long, "--via", "gus")
    said = book("lead", "step", "l1.1", "broken").out
    assert f'Try another way: netlog path "{long}", then ' in said
    on("2026-11-24")
    assert book("due", "--json").json[0]["what"].endswith(f'netlog path "{long}"')
    assert book("path", long, "--json").status == 0


@pytest.mark.parametrize("stage", ["heard", "interview"])
@pytest.mark.parametrize("ending", ["closed", "declined", "drop"])
def test_a_lead_that_goes_on_the_day_it_ended_is_where_its_stages_say(book, on, ending, stage):
    book("lead", "add", "Mill", "--via", "gus", "--via", "anne")
    book("lead", "step", "l1.1", "asked")
    if stage != "heard":
        book("lead", "stage", "l1", stage)
    assert book("lead", ending, "l1").status == 0
    said = book("lead", "stage", "l1", stage).out
    assert said.splitlines() == [
        f"Now {stage}: Mill (l1).",
        "you … Gus Gruen (asked 0 days) → Anne Kim → Mill",
        "Open again: what you asked Gus Gruen for: help on the way to Mill (f1).",
    ]
    shown = book("lead", "show", "l1", "--json").json
    assert (shown["state"], shown["stage"], shown["stages"][-1]["stage"]) == ("open", stage, stage)
    on("2026-11-30")
    assert book("lead", ending, "l1").status == 0
    on("2026-12-20")
    assert "Open again" in book("lead", "stage", "l1", stage).out
    assert step(book)["since"] == "2026-12-20"


def test_what_is_said_of_one_stage_on_one_day_stands_together(book) -> None:
    book("lead", "add", "Mill")
    for said in ("with Anne", "with Bo", "with Anne"):
        book("lead", "stage", "l1", "interview", "--", said)
    stages = book("lead", "show", "l1", "--json").json["stages"]
    assert [(one["stage"], one["text"]) for one in stages] == [
        ("heard", None),
        ("interview", "with Anne; with Bo"),
    ]


def test_thanks_for_what_was_not_done_after_all_are_named(book) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "step", "l1.1", "done")
    said = book("lead", "step", "l1.1", "waiting").out.splitlines()
    assert said[2:] == [
        "Let go of the help of Gus Gruen: help on the way to Mill (f1).",
        "Let go of the thanks to Gus Gruen for: help on the way to Mill (t1).",
    ]
    book("lead", "step", "l1.1", "asked")
    book("lead", "step", "l1.1", "done")
    again = book("lead", "step", "l1.1", "asked", "--json").json
    assert [(one["ref"], one["contact"]["name"]) for one in again["let_go"]] == [
        ("t2", "Gus Gruen")
    ]
    book("lead", "step", "l1.1", "done")
    book("thank", "gus")
    assert book("lead", "step", "l1.1", "waiting", "--json").json["let_go"][1:] == []


@pytest.mark.parametrize(
    ("state", "way"),
    [
        ("done", "✓ the partner → Mill"),
        ("asked", "… the partner (asked 0 days) → Mill"),
    ],
)
def test_a_way_that_goes_on_past_a_break_went_around_it(book, on, state, way) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "maria", "--via", "the partner")
    book("lead", "step", "l1.1", "done")
    book("thank", "gus")
    assert "Try another way" in book("lead", "step", "l1.2", "broken").out
    said = book("lead", "step", "l1.3", state).out
    assert said.endswith(f"you ✓ Gus Gruen ✗ Maria Lopez (broken) {way}\n")
    assert "Around it" not in book("lead", "show", "l1").out
    on("2026-11-24")
    assert chased(book) == []
    assert book("done", "l1.2").status == 3
    book("lead", "step", "l1.3", "waiting")
    on("2026-11-25")
    assert [ref for ref, *_ in chased(book)] == ["l1.2"]


def test_whoever_was_asked_before_it_broke_is_no_way_around_it(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "maria", "--via", "the partner")
    book("lead", "step", "l1.3", "asked")
    on("2026-11-24")
    assert "Try another way" in book("lead", "step", "l1.1", "broken").out
    on("2026-11-25")
    assert [ref for ref, *_ in chased(book)] == ["l1.1"]
