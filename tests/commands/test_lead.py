"""netlog lead: what may come, step by step, chased kindly, and the day it lands."""

import re
from datetime import date, timedelta

import pytest

from netlog.records.contacts import NewContact
from netlog.store.writes import contacts

UID = "0b8f3f0e-6d9c-4a39-9d55-3c1d0a4f5b22"


@pytest.fixture
def book(netlog, recording, seeded):
    """Maria, Anne through her, Gus, two Graces; none with a cadence."""

    def fill() -> None:
        with recording() as opened:
            names = ("Maria Lopez", "Anne Kim", "Gus Gruen", "Grace Hopper", "Grace Kelly")
            for name in names:
                via = 1 if name == "Anne Kim" else None
                contacts.add(opened, NewContact(name, introduced_by_id=via, cadence_days=0))

    seeded(fill)
    return netlog


@pytest.fixture
def on(monkeypatch):
    """Let it be another day."""
    return lambda day: monkeypatch.setenv("NETLOG_TODAY", day)


def due(book, *words):
    found = book("due", "--json", *words).json
    return sorted((one["kind"], one["ref"], one["contact"]["name"]) for one in found)


def told(book, *words: str):
    done = book(*words, "--json")
    assert done.status == 0, done.err
    return done.json


# Who a step is


def test_a_lead_is_told_in_one_line(book) -> None:
    said = book("lead", "add", "Harbor Trust", "--via", "gus", "--via", "his HR director")
    assert said.out == (
        "Lead: Harbor Trust (l1).\n"
        "you … Gus Gruen (waiting 0 days) → his HR director → Harbor Trust\n"
    )
    lead = told(book, "lead", "show", "l1")
    assert [(s["ref"], s["contact"] and s["contact"]["ref"], s["text"]) for s in lead["steps"]] == [
        *(("l1.1", "c3", None), ("l1.2", None, "his HR director")),
    ]
    assert (lead["stage"], lead["state"], lead["steps"][0]["since"]) == (
        *("heard", "open", "2026-11-23"),
    )


def test_a_via_that_fits_several_is_no_guess(book) -> None:
    refused = book("lead", "add", "Navy", "--via", "grace", "--json")
    assert (refused.status, refused.error["code"]) == (4, "several_match")
    assert book("lead", "list", "--json").json == []


def test_a_near_name_is_told_and_not_taken(book) -> None:
    said = book("lead", "add", "Navy", "--via", "Maria Lopes")
    assert "Maria Lopes is a description: nearest is Maria Lopez (c1)." in said.err
    said = book("lead", "add-step", "l1", "Lopes")
    assert "Lopes is a description: nearest is Maria Lopes (l1.1)." in said.err
    assert told(book, "lead", "show", "l1")["steps"][0]["contact"] is None


@pytest.mark.parametrize(
    ("typed", "near"),
    [("my professor", "Professor Xu (c1)"), ("the professor of law", None), ("her boss", None)],
)
def test_whoever_is_called_as_a_description_is_told(netlog, typed: str, near: str | None) -> None:
    netlog("add", "Professor Xu")
    said = netlog("lead", "add", "Navy", "--via", typed)
    assert said.err == (f"{typed} is a description: nearest is {near}.\n" if near else "")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("lead", "add", "x", "--via", "c99"), 3),
        (("lead", "add", "x", "--via", "gus", "--via", "c3"), 2),
        (("lead", "add", "x", "--stage", "landed"), 2),
        (("lead", "add", "x", "--stage", "dreaming"), 2),
        (("lead", "add", "x", "--goal", "g1"), 3),
        (("lead", "add", "x", "--goal", "nonsense"), 2),
        (("lead", "show", "l9"), 3),
        (("lead", "step", "l9.1", "done"), 3),
        (("lead", "step", "l1", "done"), 2),
        (("lead", "step", "l1.1"), 2),
        (("lead", "step", "l1.1", "finished"), 2),
        (("lead", "step", "l1.1", "--by", "2020-01-01"), 1),
        (("lead", "step", "l1.9", "done"), 3),
        (("lead", "add-step", "l1", "maria"), 1),
        (("lead", "stage", "l1", "landed"), 2),
        (("lead", "declined", "l1", "--every", "3m"), 2),
        (("done", "l1"), 1),
        (("remove", "l1.1", "--yes"), 2),
        (("edit", "l1.1", "--title", "x"), 2),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(book, words, status) -> None:
    book("lead", "add", "Mill", "--via", "maria")
    before = book("history", "--json").json
    assert book(*words).status == status
    assert book("history", "--json").json == before


def test_an_unknown_step_becomes_somebody(book) -> None:
    book("lead", "add", "Harbor Trust", "--via", "maria", "--via", "her HR director")
    said = book("lead", "step", "l1.2", "--who", "Anneke Vos")
    assert said.out.startswith("Added Anneke Vos. l1.2 is Anneke Vos: Harbor Trust (l1).\n")
    new = told(book, "show", "anneke")
    assert new["introduced_by"]["name"] == "Maria Lopez"
    assert told(book, "lead", "show", "l1")["steps"][1]["contact"]["name"] == "Anneke Vos"
    book("lead", "add", "Other", "--via", "somebody")
    assert book("lead", "step", "l2.1", "--who", "grace", "--json").status == 4
    book("lead", "step", "l2.1", "--who", "anne kim")
    assert told(book, "lead", "show", "l2")["steps"][0]["contact"]["ref"] == "c2"


def test_a_retry_is_harmless(book) -> None:
    once = told(book, "lead", "add", "Mill", "--via", "gus", "--id", UID)
    again = told(book, "lead", "add", "Mill", "--via", "gus", "--id", UID)
    assert once == again
    assert book("lead", "add", "Other", "--id", UID).status == 5


# In the morning


def test_a_step_is_chased_ten_days_after_it_became_the_current_one(book, on) -> None:
    book("lead", "add", "Harbor Trust", "--via", "gus", "--via", "maria")
    on("2026-12-02")
    assert due(book) == []
    on("2026-12-03")
    assert due(book) == [("lead", "l1.1", "Gus Gruen")]
    (item,) = book("due", "--json").json
    assert item["what"] == "chase kindly: Gus Gruen, for Harbor Trust"
    assert item["settle"] == ["netlog", "done", "l1.1"]
    assert "Chains in motion" in book("due").out
    said = book("done", "l1.1")
    assert said.out == ("Gus Gruen did their part for Harbor Trust (l1.1); a thank-you is open.\n")
    assert due(book, "--kind", "lead") == []
    on("2026-12-13")
    (item,) = book("due", "--json", "--kind", "lead").json
    assert item["what"] == (
        "thank Gus Gruen first, then chase kindly: Maria Lopez, for Harbor Trust"
    )


def test_its_own_day_comes_first(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "step", "l1.1", "--by", "2026-11-25")
    on("2026-11-25")
    assert due(book) == [("lead", "l1.1", "Gus Gruen")]


def test_somebody_unknown_is_chased_at_whoever_stands_before(book, on) -> None:
    book("lead", "add", "Mill", "--via", "maria", "--via", "her boss")
    book("lead", "step", "l1.1", "done")
    book("thank", "maria")
    on("2026-12-03")
    assert due(book) == [("lead", "l1.2", "Maria Lopez")]
    assert (
        book("due", "--json").json[0]["what"]
        == "chase kindly: Maria Lopez, about her boss, for Mill"
    )


def test_a_touch_gives_two_weeks_and_after_two_another_way_is_tried(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    on("2026-12-03")
    book("log", "gus", "message")
    assert due(book) == []
    on("2026-12-17")
    assert due(book) == [("lead", "l1.1", "Gus Gruen")]
    book("log", "gus", "message")
    on("2026-12-31")
    (item,) = book("due", "--json").json
    assert item["what"] == "still waiting: Gus Gruen, for Mill; try another way: netlog path Mill"
    on("2027-01-01")
    assert due(book) == []
    assert due(book, "--all") == [("lead", "l1.1", "Gus Gruen")]


def test_after_45_days_without_a_word_too(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    on("2027-01-17")
    assert "try another way" in book("due", "--json").json[0]["what"]
    on("2027-01-18")
    assert due(book) == []


def test_its_line_names_nobody_twice_and_keeps_what_to_do(book, on, monkeypatch) -> None:
    long = "The old mill on the long canal by the sea"
    book("lead", "add", long, "--via", "gus", "--via", "maria")
    book("lead", "add", "Cannery", "--via", "anne", "--via", "her boss")
    book("done", "l1.1", "l2.1")
    book("thank", "anne")
    on("2026-12-03")
    assert "l2.2  Anne Kim" in book("due").out
    assert "Cannery: chase kindly about her boss\n" in book("due").out
    assert f"{long}: thank Gus Gruen first, then chase kindly\n" in book("due").out
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("FORCE_COLOR", "1")
    (line,) = [one for one in book("due").out.splitlines() if "l1.2" in one]
    assert line.count("Maria Lopez") == 1
    assert line.endswith(": thank Gus Gruen first, then chase kindly")
    assert "…: thank" in line


@pytest.mark.parametrize("width", ["60", "66", "72", "80"])
def test_beside_a_long_name_what_to_do_is_not_cut(book, on, monkeypatch, width) -> None:
    book("add", "Bartholomew Featherstonehaug", "--every", "never")
    book("lead", "add", "Mill", "--org", "Harbor Trust", "--via", "bart", "--via", "his brother")
    book("done", "l1.1")
    book("thank", "bart")
    on("2026-12-05")
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.setenv("FORCE_COLOR", "1")
    (line,) = [one for one in book("due").out.splitlines() if "Bartholomew" in one]
    assert re.search(r"Harb\w*.*: chase", line)


def test_a_chain_without_a_step_to_take_asks_what_came_of_it(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "add", "Dock")
    book("done", "l1.1")
    book("thank", "gus")
    on("2026-12-02")
    assert due(book) == []
    on("2026-12-03")
    assert due(book) == [("lead", "l1", "Gus Gruen"), ("lead", "l2", "Dock")]
    dock, mill = book("due", "--json").json
    asked = "what came of it? Landed, declined, or another step; say so: netlog lead landed"
    assert [one["what"] for one in (dock, mill)] == [f"Dock: {asked} l2", f"Mill: {asked} l1"]
    assert mill["settle"] == ["netlog", "lead", "landed", "l1"]
    on("2026-12-04")
    look = told(book, "check", "gus")
    assert [(one["code"], one["text"]) for one in look["reasons"]] == [
        ("not_told", "they have not heard what came of the way to Mill")
    ]
    assert look["instead"] == "Tell them where it stands with Mill."
    assert "netlog lead landed l1" in book("done", "l1").err
    assert "comes up again on 18 Dec" in book("snooze", "l1", "2w").out
    assert due(book) == [("lead", "l2", "Dock")]
    book("lead", "add-step", "l2", "anne")
    on("2027-01-17")
    assert due(book) == [("lead", "l1", "Gus Gruen"), ("lead", "l2.1", "Anne Kim")]
    on("2027-01-30")
    assert due(book) == []
    assert due(book, "--all") == [("lead", "l1", "Gus Gruen"), ("lead", "l2.1", "Anne Kim")]


def test_an_ask_of_a_step_is_one_line(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "step", "l1.1", "asked")
    book("favor", "ask", "maria", "a word with the boss", "--lead", "l1")
    (ask,) = told(book, "favor", "list", "gus")
    assert (ask["state"], ask["lead"]["ref"]) == ("open", "l1")
    on("2026-12-20")
    assert due(book) == [("lead", "l1.1", "Gus Gruen"), ("waiting", "f2", "Maria Lopez")]
    assert not told(book, "check", "gus")["fine"]
    book("done", "f1")
    assert told(book, "lead", "show", "l1")["steps"][0]["state"] == "done"


def test_a_chain_of_four_breaks_at_the_third(book, on) -> None:
    four = ("--via", "gus", "--via", "maria", "--via", "anne", "--via", "her boss")
    book("lead", "add", "Mill", *four)
    for number in (1, 2):
        book("done", f"l1.{number}")
    book("thank", "gus")
    book("thank", "maria")
    said = book("lead", "step", "l1.3", "broken").out
    assert said.endswith(
        "✗ Anne Kim (broken) → her boss → Mill\n"
        "Try another way: netlog path Mill, then netlog lead add-step l1 WHO\n"
    )
    assert "Around it  netlog path Mill, then" in book("lead", "show", "l1").out
    on("2026-11-24")
    (item,) = book("due", "--json").json
    assert (item["ref"], item["what"]) == (
        "l1.3",
        "it broke here: Anne Kim, for Mill; try another way: netlog path Mill",
    )
    # Nobody did it: what ends the line says that it is gone around.
    assert item["settle"] == ["netlog", "drop", "l1.3"]
    assert [way["argv"][1:] for way in item["choices"]] == [
        ["drop", "l1.3"],
        ["lead", "closed", "l1"],
    ]
    foot = book("due").out.splitlines()[-1]
    assert "Settle: netlog drop l1.3" in foot
    assert "done l1.3" not in foot
    assert "let go:" not in foot
    for way in item["choices"]:
        assert book(*way["argv"][1:]).status == 0
        assert "l1.3" not in {one["ref"] for one in book("due", "--json").json}
        book("undo")
    around = book("lead", "add-step", "l1", "hopper").out
    assert "Around it" not in book("lead", "show", "l1").out
    assert around.endswith(
        "✗ Anne Kim (broken) … Grace Hopper (waiting 0 days) → her boss → Mill\n"
    )
    assert due(book) == []


def test_a_step_is_put_off_and_let_go(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    on("2026-12-03")
    said = book("snooze", "l1.1", "2w").out
    assert said == "The chase for Mill (l1) comes up again on 17 Dec.\n"
    assert due(book) == []
    on("2026-12-17")
    assert due(book) == [("lead", "l1.1", "Gus Gruen")]
    assert book("drop", "l1.1").out == "Let go of Gus Gruen for Mill (l1.1).\n"
    assert due(book, "--all") == []
    assert book("drop", "l1.1").status == 3
    assert "let go" in book("lead").out


def test_a_step_of_somebody_unknown_before_whom_nobody_stands_is_to_be_found_out(book, on) -> None:
    book("lead", "add", "Mill", "--via", "its owner", "--via", "gus")
    on("2026-12-02")
    assert book("due", "--json").json == []
    on("2026-12-03")
    (item,) = book("due", "--json").json
    assert (item["kind"], item["ref"], item["contact"], item["what"]) == (
        *("lead", "l1.1", {"id": 0, "ref": "l1.1", "name": "its owner"}),
        "find out who it is: its owner, for Mill; who may know: netlog path Mill",
    )
    assert "l1.1  its owner  today  Mill: find out who it is" in book("due").out
    assert book("due", "--tag", "x", "--json").json == []
    assert (
        "SUMMARY:find out who it is: its owner\\, for Mill\\; who may know"
        in book("export", "--format", "ics").out
    )
    said = book("snooze", "l1.1", "5d").out
    assert said == "The chase for Mill (l1) comes up again on 8 Dec.\n"
    on("2027-01-17")
    (item,) = book("due", "--json").json
    assert item["what"] == "still unknown: its owner, for Mill; try another way: netlog path Mill"
    on("2027-01-18")
    assert book("due", "--json").json == []
    assert [one["rested"] for one in book("due", "--all", "--json").json] == [True]
    book("lead", "step", "l1.1", "--who", "anne kim")
    assert due(book, "--all") == []
    on("2027-01-28")
    assert due(book) == [("lead", "l1.1", "Anne Kim")]


def test_a_step_whose_place_is_with_an_unknown_one_says_whence_you_heard_of_it(book, on) -> None:
    book("lead", "add", "Mill", "--via", "its owner", "--source", "a neighbour.")
    on("2026-12-03")
    (item,) = book("due", "--json").json
    assert item["what"] == (
        "find out who it is: its owner, for Mill; you heard of it from a neighbour"
    )


def test_a_step_of_somebody_in_the_archive_is_told_with_what_ends_it(book, on) -> None:
    book("lead", "add", "Mill", "--via", "maria", "--via", "gus", "--via", "her boss")
    book("done", "l1.1")
    book("thank", "maria")
    book("archive", "gus", "--yes")
    on("2026-11-24")
    (item,) = book("due", "--json").json
    assert (item["ref"], item["contact"]["name"], item["what"]) == (
        *("l1.2", "Gus Gruen"),
        "in the archive: Gus Gruen, for Mill; go on without them: netlog lead step l1.2 broken",
    )
    assert "go on without them: netlog lead step l1.2 broken" in book("due").out
    assert book("lead", "step", "l1.2", "broken").status == 0
    assert book("lead", "add-step", "l1", "a clerk").status == 0
    # An unknown one is asked for at whoever stands before and is there.
    on("2026-12-04")
    assert due(book) == [("lead", "l1.4", "Maria Lopez")]


def test_what_was_put_off_to_the_last_is_not_gone_the_day_after(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("snooze", "l1.1", "2m")
    on("2027-01-25")
    assert due(book) == [("lead", "l1.1", "Gus Gruen")]


def test_nobody_is_chased_for_somebody_after_they_broke(book, on) -> None:
    book("lead", "add", "Mill", "--via", "maria", "--via", "gus", "--via", "her boss")
    book("done", "l1.1")
    book("thank", "maria")
    book("lead", "step", "l1.2", "broken")
    book("lead", "add-step", "l1", "the owner", "--after", "l1.2")
    on("2026-12-04")
    assert due(book) == [("lead", "l1.4", "Maria Lopez")]
    book("lead", "step", "l1.4", "--who", "Uwe Mill")
    assert told(book, "show", "uwe")["introduced_by"]["name"] == "Maria Lopez"


# The day it lands


def test_what_was_told_before_it_landed_keeps_its_words(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "maria")
    book("favor", "receive", "gus", "a word with the owner", "--lead", "l1")
    book("told", "gus", "the owner saw me")
    book("favor", "receive", "maria", "my name to the board", "--lead", "l1")
    book("favor", "outcome", "f2", "they asked me in")
    found = told(book, "lead", "landed", "l1", "-m", "I begin in May")
    assert [(one["contact"]["name"], one["favor"]) for one in found["owed"]] == [
        *(("Maria Lopez", "f2"), ("Gus Gruen", "f3")),
    ]
    said = [told(book, "favor", "show", ref)["outcome"] for ref in ("f1", "f2", "f3")]
    assert said == [
        *("the owner saw me", "they asked me in; I begin in May", "I begin in May"),
    ]
    on("2026-11-25")
    assert [line for line in due(book) if line[0] != "thanks"] == [
        *(("outcome", "f2", "Maria Lopez"), ("outcome", "f3", "Gus Gruen")),
    ]


def test_the_attorneys_story(book, on) -> None:
    book("lead", "add", "Harbor Trust", "--via", "anne")
    landed = book("lead", "landed", "l1", "--", "I begin in May")
    assert landed.out == (
        "Landed: Harbor Trust (l1): I begin in May\n"
        "Tell them, the nearest first:\n"
        "1. Anne Kim (c2): netlog done f1\n"
        "   Anne, here is how it went with Harbor Trust: I begin in May. Thank you.\n"
        "2. Maria Lopez (c1): netlog done f2\n"
        "   Maria, you introduced me to Anne Kim, and this came of it: I begin in May. "
        "Thank you.\n"
    )
    on("2026-11-24")
    assert due(book) == [("outcome", "f1", "Anne Kim"), ("outcome", "f2", "Maria Lopez")]
    book("told", "anne")
    book("thank", "maria", "note")
    assert due(book, "--all") == []
    assert told(book, "lead", "show", "l1")["state"] == "landed"
    assert book("lead", "landed", "l1").status == 1


def test_whoever_did_their_part_has_one_line_and_one_undo(book, on) -> None:
    book("lead", "add", "Harbor Trust", "--via", "gus", "--via", "anne")
    book("done", "l1.1")
    book("done", "l1.2")
    before = told(book, "show", "gus")
    book("lead", "landed", "l1", "--", "I begin in May")
    on("2026-11-26")
    assert due(book) == [
        *(("outcome", "f1", "Gus Gruen"), ("outcome", "f2", "Anne Kim")),
        ("outcome", "f3", "Maria Lopez"),
    ]
    book("thank", "gus")
    assert due(book) == [("outcome", "f2", "Anne Kim"), ("outcome", "f3", "Maria Lopez")]
    sheet = told(book, "show", "gus")
    assert [one["state"] for one in sheet["thanks"]] == ["sent"]
    assert sheet["favors"][0]["told_on"] == "2026-11-26"
    book("undo")
    book("undo")
    assert told(book, "show", "gus") == before
    assert told(book, "lead", "show", "l1")["state"] == "open"


def test_everybody_on_the_way_hears_of_it_but_of_whom_it_broke_and_who_was_let_go(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "anne", "--via", "grace h")
    book("lead", "add-step", "l1", "kelly")
    book("drop", "l1.4")
    book("lead", "step", "l1.1", "done")
    book("lead", "step", "l1.2", "broken")
    landed = book("lead", "landed", "l1", "--", "I begin in May")
    assert landed.out == (
        "Landed: Mill (l1): I begin in May\n"
        "Tell them, the nearest first:\n"
        "1. Grace Hopper (c4): netlog done f2\n"
        "   Grace, here is how it went with Mill: I begin in May. Thank you.\n"
        "2. Gus Gruen (c3): netlog done f1\n"
        "   Gus, you helped me on the way to Mill: I begin in May. Thank you.\n"
    )
    on("2026-11-24")
    assert [line for line in due(book) if line[0] == "outcome"] == [
        ("outcome", "f1", "Gus Gruen"),
        ("outcome", "f2", "Grace Hopper"),
    ]


def test_who_never_answered_did_not_help_by_its_landing(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "anne")
    book("lead", "step", "l1.1", "asked")
    book("favor", "ask", "gus", "a word with her", "--lead", "l1")
    on("2026-12-20")
    book("lead", "landed", "l1", "--", "I begin in May")
    sheet = told(book, "show", "gus")
    assert sheet["last_touch_on"] == "2026-11-23"
    assert sorted((one["state"], one["done_on"]) for one in sheet["favors"]) == [
        ("closed", None),
        ("dropped", None),
    ]
    assert [(one["given"], one["received"]) for one in told(book, "balance")] == [(0, 0)]
    on("2026-12-21")
    assert due(book, "--kind", "waiting", "--all") == []
    assert [line[2] for line in due(book, "--kind", "outcome")] == [
        "Gus Gruen",
        "Anne Kim",
        "Maria Lopez",
    ]
    assert {act["kind"] for act in told(book, "check", "gus")["last"]} == {"ask"}


@pytest.mark.parametrize(
    "closing", [("told", "f1"), ("told", "gus"), ("thank", "gus"), ("thank", "f1"), ("done", "f1")]
)
def test_who_never_answered_is_told_once(book, on, closing: tuple[str, ...]) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "step", "l1.1", "asked")
    book("lead", "landed", "l1", "--", "I begin in May")
    on("2026-11-28")
    assert book(*closing).status == 0
    sheet = told(book, "show", "gus")
    assert sheet["last_touch_on"] == "2026-11-28"
    (favor,) = sheet["favors"]
    assert (favor["state"], favor["done_on"], favor["told_on"]) == ("closed", None, "2026-11-28")
    assert due(book, "--all") == []
    assert "received" not in book("favor", "list").out
    assert told(book, "favor", "list", "--open") == []
    on("2027-01-15")
    assert due(book, "--kind", "outcome", "--all") == []


def test_the_news_for_whom_nobody_waits_any_more_can_be_let_go(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "step", "l1.1", "asked")
    book("lead", "landed", "l1", "--", "I begin in May")
    book("drop", "f1")
    on("2026-11-28")
    assert due(book, "--all") == []
    assert "without them" not in book("favor", "list").out
    assert book("edit", "f1", "--on", "2026-11-24").status != 0


def test_a_favor_that_landed_unanswered_is_owed_the_news_alone(book, on) -> None:
    book("favor", "ask", "gus", "a word with Mill")
    on("2026-12-01")
    book("favor", "outcome", "f1", "I begin in May", "--landed")
    (step,) = told(book, "lead", "show", "l1")["steps"]
    assert (step["state"], step["asked_on"]) == ("asked", "2026-11-23")
    sheet = told(book, "show", "gus")
    assert (sheet["favors"][0]["state"], sheet["thanks"]) == ("closed", [])
    assert sheet["last_touch_on"] == "2026-11-23"
    assert '"state": "closed"' in book("export").out


@pytest.mark.parametrize("is_told", [False, True], ids=["draft", "landed"])
def test_each_is_told_the_news_in_words_that_are_true_of_them(book, is_told) -> None:
    book("goal", "add", "a post in data", "--horizon", "short")
    book("lead", "add", "Mill", "--via", "gus", "--via", "anne", "--goal", "g1")
    book("lead", "step", "l1.1", "done")
    book("lead", "step", "l1.2", "asked")
    book("favor", "receive", "hopper", "read my CV", "--goal", "g1")
    book("favor", "ask", "kelly", "a word with the owner", "--goal", "g1")
    if is_told:
        book("lead", "landed", "l1", "-m", "I begin in May")
    draft = ("--draft",) if not is_told else ()
    words = ("lead", "landed", "l1", *draft, "-m", "I begin in May")
    found = told(book, *words) if not is_told else told(book, "lead", "landed", "l1", "--draft")
    assert [one["draft"].removesuffix(": I begin in May. Thank you.") for one in found["owed"]] == [
        "Anne, you may remember what I asked you on the way to Mill",
        "Gus, you helped me on the way to Mill",
        "Maria, you introduced me to Anne Kim, and this came of it",
        'Grace, you helped me with this: "read my CV". Here is what came of it',
        "Grace, you may remember what I asked you on my way",
    ]


def test_news_that_are_told_thank_as_well(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("done", "l1.1")
    book("lead", "landed", "l1")
    on("2026-11-26")
    book("done", "f1")
    assert due(book, "--all") == []


def test_landing_is_no_touch(book, on) -> None:
    book("lead", "add", "Mill", "--via", "anne")
    on("2026-12-01")
    book("lead", "landed", "l1")
    assert told(book, "show", "maria")["last_touch_on"] is None
    assert told(book, "show", "anne")["last_touch_on"] is None


def test_drafts_are_printed_and_nothing_is_written(book) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    said = book("lead", "landed", "l1", "--draft", "--", "I begin in May")
    assert said.out == (
        "To Gus Gruen:\nGus, here is how it went with Mill: I begin in May. Thank you.\n"
    )
    assert told(book, "lead", "show", "l1")["state"] == "open"


def test_a_favor_may_land_without_a_lead(book, on) -> None:
    book("favor", "receive", "anne", "a word with her boss")
    said = book("favor", "outcome", "f1", "hired", "--landed")
    assert "1. Anne Kim (c2)" in said.out
    assert "2. Maria Lopez (c1)" in said.out
    on("2026-11-26")
    assert due(book) == [("outcome", "f1", "Anne Kim"), ("outcome", "f2", "Maria Lopez")]
    assert told(book, "lead", "list", "--all")[0]["state"] == "landed"


def test_who_said_no_stays_and_is_left_in_peace(book, on) -> None:
    book("favor", "ask", "anne", "a reference", "--by", "2026-11-30")
    book("lead", "add", "Mill", "--via", "anne")
    said = book("lead", "declined", "l1", "--keep", "anne", "--every", "1w", "--", "hired inside")
    assert said.out == (
        "Mill (l1) is declined: hired inside.\n"
        "Anne Kim stays: thank them for saying why, and leave them in peace until 23 Dec.\n"
    )
    assert told(book, "lead", "show", "l1")["kept"]["ref"] == "c2"
    on("2026-12-10")
    assert due(book) == [("thanks", "t1", "Anne Kim")]
    assert (
        book("due", "--json")
        .json[0]["what"]
        .startswith("thanks for this: told me why: hired inside")
    )
    on("2026-12-23")
    assert {kind for kind, *_ in due(book)} == {"thanks", "waiting", "reconnect"}
    assert told(book, "show", "anne")["cadence_days"] == 7


def test_who_did_not_say_why_is_owed_no_thanks_and_left_in_peace_all_the_same(book, on) -> None:
    book("every", "anne", "1w")
    book("lead", "add", "Mill", "--via", "anne")
    assert book("lead", "declined", "l1", "--keep", "anne").out == (
        "Mill (l1) is declined.\nAnne Kim stays: leave them in peace until 23 Dec.\n"
    )
    assert (told(book, "favor", "list", "anne"), told(book, "show", "anne")["thanks"]) == ([], [])
    on("2026-12-22")
    assert due(book, "--all") == []
    on("2026-12-23")
    assert due(book) == [("reconnect", "c2", "Anne Kim")]


def test_peace_is_kept_by_all_that_speak_of_somebody(book, on) -> None:
    book("every", "anne", "1w")
    book("log", "anne", "coffee", "--thanked")
    book("goal", "add", "a post in data", "--horizon", "short")
    book("log", "gus", "coffee", "2026-11-20", "--no-thanks")
    book("every", "gus", "1w")
    book("lead", "add", "The mill", "--org", "Mill & Co", "--via", "anne", "--via", "gus")
    book("lead", "declined", "l1", "--keep", "anne")
    on("2026-12-10")
    leave = "Leave them in peace until 23 Dec: they said no to Mill & Co."
    look = told(book, "check", "anne")
    assert (look["fine"], look["instead"], look["advice"]) == (False, leave, None)
    assert [(one["code"], one["text"]) for one in look["reasons"]] == [
        ("said_no", "they said no to Mill & Co on 23 Nov: leave them in peace until 23 Dec"),
    ]
    assert told(book, "goal", "show", "g1")["next"]["name"] == "Gus Gruen"
    assert told(book, "reconnect", "anne")[0]["opening"]["text"] == leave
    paths = told(book, "path", "mill")
    assert [one["hops"][0]["contact"]["ref"] for one in paths] == ["c3", "c1", "c2"]
    assert paths[-1]["opening"] == leave
    assert "  until 23 Dec: they said no to Mill & Co\n" in book("show", "anne").out
    assert told(book, "show", "anne")["next_due_on"] == "2026-12-23"
    assert not any("a post in data" in one for one in told(book, "brief", "anne")[0]["questions"])
    assert "until 23 Dec" in book("draft", "anne").err
    assert book("snooze", "anne", "--off").out == "Anne Kim comes up again on 23 Dec.\n"
    on("2026-12-23")
    assert told(book, "show", "anne")["peace"] is None
    assert told(book, "check", "anne")["reasons"][0]["code"] != "said_no"


def test_what_you_ask_for_after_a_no_comes_on_its_day(book, on) -> None:
    book("favor", "ask", "anne", "a reference", "--by", "2026-11-30")
    book("log", "anne", "note", "--next", "2026-12-01", "--", "her exam")
    book("lead", "add", "Mill", "--via", "anne")
    book("lead", "declined", "l1", "--keep", "anne")
    book("favor", "ask", "anne", "a copy of the plan", "--by", "2026-11-30")
    on("2026-12-02")
    assert due(book) == [("waiting", "f2", "Anne Kim")]
    book("log", "anne", "note", "--next", "2026-12-04", "--", "her exam")
    on("2026-12-04")
    assert ("reconnect", "c2", "Anne Kim") in due(book)


def test_a_lead_that_goes_on_ends_the_peace_and_has_become_nothing(book, on) -> None:
    book("every", "anne", "1w")
    book("favor", "ask", "anne", "a reference", "--by", "2026-11-30")
    before = told(book, "show", "anne")
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "declined", "l1", "--keep", "anne", "--", "hired inside")
    book("lead", "stage", "l1", "exploring")
    lead = told(book, "lead", "show", "l1")
    assert (lead["state"], lead["outcome"], lead["kept"]) == ("open", None, None)
    assert "Became" not in book("lead", "show", "l1").out
    now = told(book, "show", "anne")
    assert (now["peace"], now["next_due_on"]) == (None, before["next_due_on"])
    assert told(book, "favor", "show", "f1")["snoozed_until"] is None


def test_who_said_no_stays_so_when_they_are_merged_removed_and_taken_along(book, tmp_path) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("every", "hopper", "1w")
    book("lead", "declined", "l1", "--keep", "kelly")
    before = book("export").out
    other = str(tmp_path / "other.db")
    file = tmp_path / "book.json"
    book("export", "-o", str(file))
    assert book("import", str(file), "--db", other, "--yes").status == 0
    assert told(book, "show", "kelly", "--db", other)["peace"]["until"] == "2026-12-23"
    assert book("merge", "hopper", "kelly", "--yes").status == 0
    assert told(book, "show", "hopper")["next_due_on"] == "2026-12-23"
    assert "kept: " in book("history", "l1").out
    book("undo")
    assert book("export").out == before
    assert book("remove", "kelly", "--yes").status == 0
    assert told(book, "lead", "show", "l1")["kept"] is None
    book("undo")
    assert book("export").out == before


def test_stages_have_their_history_and_own_names(book, home) -> None:
    config = home / "config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[leads]\nstages = ["rumour", "talking"]\nendings = ["won", "no", "over"]\n')
    book("lead", "add", "Mill")
    refused = book("lead", "stage", "l1", "interview")
    assert refused.status == 2
    assert "no stage: rumour or talking. Names of your own: stages under [leads] in " in refused.err
    assert str(config) in refused.err
    book("lead", "stage", "l1", "talking", "--on", "yesterday", "--", "with both")
    book("lead", "closed", "l1", "--", "the post was cut")
    lead = told(book, "lead", "show", "l1")
    assert [(s["stage"], s["text"]) for s in lead["stages"]] == [
        *(("rumour", None), ("talking", "with both"), ("over", "the post was cut")),
    ]
    assert (lead["state"], lead["stage"]) == ("closed", "over")
    assert told(book, "lead", "stage", "l1", "rumour")["state"] == "open"


# With everything else


def test_a_person_who_goes_stays_as_text(book) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("remove", "gus", "--yes")
    (step,) = told(book, "lead", "show", "l1")["steps"]
    assert (step["contact"], step["text"]) == (None, "Gus Gruen")
    book("undo")
    assert told(book, "lead", "show", "l1")["steps"][0]["contact"]["ref"] == "c3"


def test_of_two_steps_that_are_one_person_one_stays(book) -> None:
    book("lead", "add", "Mill", "--via", "hopper", "--via", "kelly")
    book("done", "l1.2")
    book("lead", "add", "Navy", "--via", "kelly")
    book("merge", "hopper", "kelly", "--yes")
    steps = told(book, "lead", "show", "l1")["steps"]
    assert [(s["contact"]["ref"], s["state"]) for s in steps] == [("c4", "done")]
    assert told(book, "lead", "show", "l2")["steps"][0]["contact"]["ref"] == "c4"


def test_it_is_found_shown_told_and_taken_back(book) -> None:
    book("lead", "add", "Harbor Trust", "--via", "gus", "--source", "a neighbour")
    assert told(book, "search", "neighbour")[0]["ref"] == "l1"
    assert "Harbor Trust (heard)" in book("show", "gus").out
    assert told(book, "brief", "gus")[0]["leads"][0]["ref"] == "l1"
    book("lead", "step", "l1.1", "asked")
    assert "step 1, Gus Gruen: asked" in book("history", "l1").out
    book("edit", "l1", "--title", "Harbour Trust")
    assert told(book, "lead", "show", "l1")["title"] == "Harbour Trust"
    book("remove", "l1", "--yes")
    assert told(book, "lead", "list") == []
    book("undo")
    assert told(book, "lead", "list")[0]["title"] == "Harbour Trust"


def test_leads_go_out_and_in_and_do_not_double(book, tmp_path) -> None:
    book("goal", "add", "a post", "--horizon", "short", "--target", "5 coffees a week")
    book("goal", "tell", "g1", "gus")
    book("lead", "add", "Mill", "--via", "gus", "--via", "her boss", "--goal", "g1")
    book("lead", "step", "l1.1", "asked", "--by", "friday")
    book("log", "anne", "coffee", "--goal", "g1")
    file, other = str(tmp_path / "b.json"), str(tmp_path / "other.db")
    assert book("export", "-o", file).status == 0
    assert book("import", file, "--db", other).status == 0
    for words in (("lead", "list"), ("goal", "list"), ("favor", "list")):
        assert told(book, *words, "--db", other) == told(book, *words)
    again = book("import", file, "--db", other, "--json").json
    assert [one["new"] for one in (again if isinstance(again, list) else [again])] == [[]]
    book("tag", "anne", "sea")
    part = tmp_path / "part.json"
    book("export", "--tag", "sea", "-o", str(part))
    assert '"leads": [\n]' in part.read_text()


def test_a_lead_of_another_machine_takes_no_step_twice(book, tmp_path) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    file = tmp_path / "b.json"
    book("export", "-o", str(file))
    text = file.read_text()
    uid = told(book, "lead", "show", "l1")["steps"][0]["uid"]
    file.write_text(text.replace(uid, UID))
    done = book("import", str(file))
    assert done.status == 0, done.err
    assert len(told(book, "lead", "show", "l1")["steps"]) == 1
    stray = '{"type": "lead_step", "number": 1, "position": 1, "state": "waiting", '
    stray += '"opened_on": "2026-11-23", "text": "x", "lead": {"uid": "nowhere"}}\n'
    (tmp_path / "s.jsonl").write_text(stray)
    assert "is not in your book" in book("import", str(tmp_path / "s.jsonl")).out


def test_the_history_of_a_person_tells_of_their_leads(book, on) -> None:
    book("lead", "add", "Harbor Trust", "--via", "gus", "--via", "maria")
    on("2026-11-24")
    book("lead", "step", "l1.1", "broken")
    on("2026-11-25")
    book("lead", "closed", "l1", "--", "the post was cut")
    told_ = [
        (e["on"], e["ref"], e["what"]) for e in told(book, "history", "gus") if e["ref"] != "c3"
    ]
    assert told_ == [
        ("2026-11-25", "l1", "Harbor Trust: closed: the post was cut"),
        ("2026-11-24", "l1.1", "on the way to Harbor Trust: broken"),
        ("2026-11-23", "l1.1", "on the way to Harbor Trust: a step"),
    ]


def test_markdown_tells_of_leads_and_goals(book, tmp_path) -> None:
    book("goal", "add", "a post in data", "--horizon", "short", "--target", "5 coffees a week")
    book("goal", "tell", "g1", "maria")
    book("lead", "add", "Harbor *Trust*", "--via", "gus", "--via", "a # person", "--goal", "g1")
    book("edit", "gus", "--goal", "g1")
    whole = book("export", "--format", "md").out
    assert "- Serves: a post in data\n" in whole
    assert "### Leads\n\n- 2026-11-23 Harbor \\*Trust\\*, heard\n" in whole
    assert "# Leads\n\n## Harbor \\*Trust\\*\n\n- Goal: a post in data\n- Stage: heard\n" in whole
    assert "### Steps\n\n- Gus Gruen, waiting\n- a \\# person, waiting\n" in whole
    assert (
        "# Goals\n\n## a post in data\n\n- Horizon: short term\n- Target: 5 coffees a week" in whole
    )
    assert "### They know\n\n- Maria Lopez, since 2026-11-23\n" in whole
    assert "# Leads" not in book("export", "--format", "md", "--tag", "x").out
    book("export", "--format", "md", "-o", f"{tmp_path}/pages/")
    assert (tmp_path / "pages" / "harbor-trust-l1.md").read_text().startswith("# Harbor")
    assert (tmp_path / "pages" / "a-post-in-data-g1.md").exists()
    assert book("export", "--format", "friends").status == 0


def test_check_says_what_a_lead_waits_for_from_somebody(book, on) -> None:
    def reasons() -> list[tuple[str, str]]:
        return [(one["code"], one["text"]) for one in told(book, "check", "gus")["reasons"]]

    book("lead", "add", "Harbor Trust", "--via", "gus", "--via", "her boss")
    on("2026-12-04")
    assert reasons() == [
        (
            "still_waiting",
            "the way to Harbor Trust has stood with them since 23 Nov: ask for that first",
        )
    ]
    book("lead", "step", "l1.1", "asked")
    assert reasons() == []
    assert [one["open_to_me"] for one in told(book, "balance")] == [1]
    waits = "you still wait for them on the way to Harbor Trust: answer or nudge first"
    on("2026-12-18")
    assert reasons() == [("still_waiting", waits)]
    book("done", "l1.1")
    book("thank", "gus")
    assert [one["open_to_me"] for one in told(book, "balance")] == [0]
    on("2027-01-02")
    waits = "the way to Harbor Trust has stood with her boss since 18 Dec 2026: ask them about that"
    assert reasons() == [("still_waiting", f"{waits} first")]
    book("lead", "step", "l1.2", "asked")
    on("2027-01-20")
    waits = "you still wait for her boss on the way to Harbor Trust: ask them about that first"
    assert reasons() == [("still_waiting", waits)]


# What was asked on the way


def open_asks(book):
    return [one["ref"] for one in told(book, "favor", "list") if one["state"] == "open"]


@pytest.mark.parametrize(
    "words",
    [
        ("lead", "step", "l1.1", "broken"),
        ("lead", "step", "l1.1", "waiting"),
        ("lead", "step", "l1.1", "--who", "maria"),
        ("drop", "l1.1"),
        ("drop", "l1"),
        ("lead", "drop", "l1", "--why", "too far"),
        ("lead", "closed", "l1"),
        ("lead", "declined", "l1", "-m", "hired inside"),
    ],
)
def test_what_is_waited_for_no_longer_is_no_open_ask(book, on, words) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "her boss")
    book("lead", "step", "l1.1", "asked")
    assert open_asks(book) == ["f1"]
    before = told(book, "lead", "show", "l1")
    assert book(*words).status == 0
    assert open_asks(book) == []
    on("2026-12-20")
    assert [line for line in due(book, "--all") if line[0] == "waiting"] == []
    book("undo")
    assert (open_asks(book), told(book, "lead", "show", "l1")) == (["f1"], before)


def test_asked_again_keeps_its_day_and_a_new_day_is_that_of_the_ask(book) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    said = book("lead", "step", "l1.1", "asked", "--on", "2026-11-10").out
    assert said.startswith("Asked Gus Gruen: Mill (l1).\nyou … Gus Gruen (asked 13 days) → Mill")
    book("lead", "step", "l1.1", "asked", "--by", "2026-12-01")
    (step,) = told(book, "lead", "show", "l1")["steps"]
    assert (step["asked_on"], step["since"], step["by"]) == (
        *("2026-11-10", "2026-11-10", "2026-12-01"),
    )
    assert told(book, "favor", "show", "f1")["due_on"] == "2026-12-01"


def test_an_ask_that_is_repeated_is_a_nudge_and_counts(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "step", "l1.1", "asked")
    before = book("export").out
    same = book("lead", "step", "l1.1", "asked").out
    assert same.startswith("Asked Gus Gruen already, on 23 Nov: Mill (l1).\n")
    assert told(book, "show", "gus")["meetings"] == []
    assert told(book, "favor", "list") != []
    on("2026-12-01")
    soon = book("lead", "step", "l1.1", "asked").out
    assert soon.startswith("Asked Gus Gruen again: Mill (l1).\n")
    on("2026-12-15")
    assert due(book) == [("lead", "l1.1", "Gus Gruen")]
    again = book("lead", "step", "l1.1", "asked").out
    assert again.startswith("Asked Gus Gruen again, which is a nudge: Mill (l1).\n")
    sheet = told(book, "show", "gus")
    assert (sheet["last_touch_on"], [one["asked"] for one in sheet["meetings"]]) == (
        *("2026-12-15", ["help on the way to Mill"] * 2),
    )
    assert (due(book), len(sheet["favors"])) == ([], 1)
    book("lead", "step", "l1.1", "asked")
    assert len(told(book, "show", "gus")["meetings"]) == 2
    on("2026-12-29")
    assert due(book) == [("lead", "l1.1", "Gus Gruen")]
    for _ in range(3):
        book("undo")
    assert told(book, "show", "gus")["meetings"] == []
    assert before != ""


def test_an_ask_of_an_earlier_day_is_put_right(book) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "step", "l1.1", "asked")
    assert book("lead", "step", "l1.1", "asked", "--on", "2026-11-10").out.startswith("Asked Gus")
    assert told(book, "lead", "show", "l1")["steps"][0]["asked_on"] == "2026-11-10"
    assert told(book, "favor", "show", "f1")["opened_on"] == "2026-11-10"


@pytest.mark.parametrize(
    ("ending", "state"),
    [
        (("lead", "declined", "l1"), "declined"),
        (("lead", "closed", "l1"), "closed"),
        (("drop", "l1"), "let go"),
    ],
)
def test_what_came_to_nothing_lands_only_when_it_goes_on_again(book, ending, state) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "stage", "l1", "interview")
    book(*ending)
    for words in (("lead", "landed", "l1"), ("lead", "landed", "l1", "--draft")):
        refused = book(*words)
        assert (refused.status, refused.err) == (
            1,
            f"netlog: l1 is {state}. To go on: netlog lead stage l1 interview\n",
        )
    assert book("lead", "stage", "l1", "interview").status == 0
    assert book("lead", "landed", "l1").status == 0


def test_what_is_for_a_lead_that_is_over_is_told(book) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "closed", "l1")
    said = book("favor", "receive", "gus", "a word with the owner", "--lead", "l1")
    assert (said.status, "l1 is closed. To go on: netlog lead stage l1 heard" in said.err) == (
        *(0, True),
    )


@pytest.mark.parametrize("state", ["broken", "done"])
def test_what_a_step_is_already_keeps_its_day(book, on, state) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "step", "l1.1", state)
    before = told(book, "lead", "show", "l1")
    on("2026-11-25")
    assert " already, on 23 Nov: Mill (l1).\n" in book("lead", "step", "l1.1", state).out
    assert told(book, "lead", "show", "l1") == before
    book("lead", "step", "l1.1", state, "--on", "2026-11-24")
    (step,) = told(book, "lead", "show", "l1")["steps"]
    assert step[f"{state}_on"] == "2026-11-24"


@pytest.mark.of_file("it is put back")
def test_what_a_step_that_broke_offers_ends_its_line_for_good(book, on, db) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "maria")
    book("lead", "step", "l1.1", "broken")
    on("2026-11-24")
    (item,) = book("due", "--json").json
    whole = db.read_bytes()
    for choice in item["choices"]:
        assert book(*choice["argv"][1:]).status == 0
        on("2026-11-25")
        assert [one for one in due(book) if one[1] == "l1.1"] == [], choice
        db.write_bytes(whole)
        on("2026-11-24")


@pytest.mark.parametrize(
    "ending", [("lead", "declined", "l1"), ("lead", "closed", "l1"), ("drop", "l1")]
)
def test_how_it_went_is_asked_of_help_with_a_lead_that_came_to_nothing(book, on, ending) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "step", "l1.1", "done")
    book("thank", "gus")
    on("2026-12-23")
    assert due(book) == [("lead", "l1", "Gus Gruen")]
    book(*ending)
    assert due(book) == [("outcome", "f1", "Gus Gruen")]
    assert book("told", "gus", "they took somebody else").status == 0
    assert due(book) == []


def test_why_it_was_a_no_is_not_asked_about(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("lead", "declined", "l1", "--keep", "gus", "--", "hired inside")
    book("thank", "gus")
    on("2026-12-23")
    assert [kind for kind, *_ in due(book)] == []


def test_a_lead_that_is_let_go_says_so_among_its_stages(book) -> None:
    book("lead", "add", "Mill", "--stage", "interview")
    book("lead", "drop", "l1", "--why", "too far")
    assert "  heard" not in book("lead", "show", "l1").out
    assert "  let go 23 Nov: too far\n" in book("lead", "show", "l1").out
    book("lead", "stage", "l1", "interview")
    assert book("lead", "stage", "l1", "closed").err == (
        "netlog: A lead ends as closed with netlog lead closed l1.\n"
    )


def test_a_step_keeps_no_reason_and_says_so(book) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    refused = book("drop", "l1.1", "--why", "no time")
    assert (refused.status, told(book, "lead", "show", "l1")["steps"][0]["dropped_on"]) == (2, None)


def test_a_stage_said_again_is_no_news(book) -> None:
    book("lead", "add", "Mill", "--stage", "offer")
    assert book("lead", "stage", "l1", "Offer").out.startswith("Still offer: Mill (l1).")
    assert len(told(book, "lead", "show", "l1")["stages"]) == 1
    book("lead", "stage", "l1", "offer", "--", "the second one")
    reached = told(book, "lead", "show", "l1")["stages"]
    assert [(one["stage"], one["text"]) for one in reached] == [("offer", "the second one")]


def test_a_list_without_any_says_why(book) -> None:
    assert book("lead").err.startswith("No leads yet: ")
    book("lead", "add", "Mill")
    assert book("lead", "list", "--stage", "offer").err == "No lead is like that.\n"
    book("lead", "closed", "l1")
    assert book("lead").err == "No lead is open. Those that ended: netlog lead list --all\n"


def test_who_goes_into_the_archive_takes_no_chain_along_unseen(book) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    refused = book("archive", "gus")
    assert (refused.status, refused.err) == (
        2,
        "netlog: Still open with Gus Gruen: 1 step of a lead (l1.1). Add --yes to archive all the "
        "same.\n",
    )


def test_show_says_of_leads_and_goals_what_their_commands_say(book) -> None:
    book("goal", "add", "a post in data", "--horizon", "short", "--target", "5 coffees a week")
    book("lead", "add", "Mill", "--via", "gus", "--via", "her boss", "--goal", "g1")
    assert book("show", "l1").out == book("lead", "show", "l1").out
    assert book("show", "g1").out == book("goal", "show", "g1").out


def test_a_favor_says_for_which_lead_it_is_and_one_that_landed_is_a_step_done(book) -> None:
    book("favor", "receive", "gus", "a word with the owner")
    book("favor", "outcome", "f1", "hired", "--landed")
    assert "\n  Lead     a word with the owner (l1)\n" in book("favor", "show", "f1").out
    assert "you ✓ Gus Gruen → " in book("lead", "show", "l1").out
    book("undo")
    assert told(book, "favor", "show", "f1")["lead"] is None


def test_of_two_who_become_one_nothing_is_waited_for_that_is_done(book) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "grace h")
    book("lead", "step", "l1.1", "asked")
    book("lead", "step", "l1.2", "done")
    before = told(book, "favor", "list")
    assert book("merge", "gus", "hopper", "--yes").status == 0
    assert [one["state"] for one in told(book, "lead", "show", "l1")["steps"]] == ["done"]
    assert open_asks(book) == []
    book("undo")
    assert told(book, "favor", "list") == before


# Searched with its steps


def leads_found(netlog, word: str) -> list[str]:
    return [one["ref"] for one in netlog("search", word, "--json").json if one["ref"][0] == "l"]


@pytest.fixture
def stepped(netlog) -> None:
    netlog("add", "Maria")
    netlog("lead", "add", "Operations", "--via", "maria", "--via", "her landlady", "--json")


def test_a_step_of_whom_nobody_is_known_is_found(netlog, stepped) -> None:
    assert leads_found(netlog, "landlady") == ["l1"]


def test_what_was_said_with_a_stage_is_found(netlog, stepped) -> None:
    netlog("lead", "stage", "l1", "interview", "--", "three of the panel")
    assert leads_found(netlog, "panel") == ["l1"]


def test_a_step_that_was_taken_back_is_found_no_more(netlog, stepped) -> None:
    netlog("lead", "add-step", "l1", "the mayor")
    assert leads_found(netlog, "mayor") == ["l1"]
    netlog("undo")
    assert leads_found(netlog, "mayor") == []
    netlog("redo")
    assert leads_found(netlog, "mayor") == ["l1"]
    netlog("drop", "l1.3")
    assert leads_found(netlog, "mayor") == []


def test_steps_that_come_in_are_found(netlog, stepped, tmp_path) -> None:
    book = tmp_path / "book.json"
    netlog("export", "-o", str(book))
    there = ("--db", str(tmp_path / "other.db"))
    assert netlog("import", str(book), "--yes", *there).status == 0
    assert netlog("search", "landlady", "--json", *there).json[0]["ref"] == "l1"
    assert netlog("doctor", *there).status == 0


def test_who_said_no_at_first_is_told_without_a_word_of_help(book) -> None:
    book("lead", "add", "Mill")
    book("lead", "declined", "l1", "--keep", "gus", "--", "they hired inside")
    book("lead", "stage", "l1", "interview")
    (owed,) = book("lead", "landed", "l1", "--json", "--", "at last").json["owed"]
    assert owed["draft"] == "Gus, here is how it went with Mill: at last. Thank you."


def test_check_speaks_of_a_chain_on_the_days_on_which_the_morning_does(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "anne", "--via", "her boss")
    book("lead", "step", "l1.1", "asked")
    book("lead", "add", "Harbor Trust", "--via", "grace h")

    def shown(day: str) -> set[str]:
        on(day)
        there = {line[2] for line in due(book, "--kind", "lead")}
        for name in ("Gus Gruen", "Anne Kim", "Grace Hopper"):
            reasons = told(book, "check", name)["reasons"]
            said = any(one["code"] == "still_waiting" for one in reasons)
            assert said == (name in there), (day, name)
        return there

    assert shown("2026-12-02") == set()
    assert told(book, "balance", "gus")[0]["text"] == (
        "You asked Gus Gruen for help on the way to Mill."
    )
    assert shown("2026-12-03") == {"Grace Hopper"}
    assert shown("2026-12-07") == {"Gus Gruen", "Grace Hopper"}
    book("lead", "step", "l1.1", "done")
    assert shown("2026-12-08") == {"Grace Hopper"}
    book("lead", "step", "l1.2", "done")
    book("lead", "step", "l2.1", "asked")
    assert shown("2026-12-17") == set()
    assert shown("2026-12-21") == {"Anne Kim"}
    assert shown("2026-12-22") == {"Anne Kim", "Grace Hopper"}


@pytest.mark.parametrize("was_told", [False, True])
def test_two_who_become_one_hear_of_a_lead_once(book, on, was_told: bool) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "grace h")
    book("lead", "step", "l1.1", "asked")
    book("lead", "landed", "l1", "--", "I begin in May")
    if was_told:
        book("told", "grace h")
    before = told(book, "favor", "list")
    book("merge", "gus", "grace h", "--yes")
    on("2026-11-24")
    assert [ref for _, ref, _ in due(book, "--kind", "outcome")] == ([] if was_told else ["f1"])
    book("undo")
    assert told(book, "favor", "list") == before


def test_of_a_step_in_the_archive_check_says_what_it_says_of_others(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "anne")
    book("lead", "step", "l1.1", "asked")
    on("2026-12-08")
    before = told(book, "check", "gus")["reasons"]
    assert [one["code"] for one in before] == ["still_waiting"]
    book("archive", "gus", "--yes")
    assert told(book, "check", "gus")["reasons"] == before
    said = book("lead", "step", "l1.2", "asked").out
    assert said.endswith("\nGus Gruen is in the archive: netlog unarchive c3\n")
    assert "11 Dec" in book("snooze", "l1.1", "3d").out
    on("2026-12-11")
    assert [one[1] for one in due(book, "--kind", "lead")] == ["l1.1"]
    book("lead", "landed", "l1")
    assert told(book, "show", "gus")["favors"][0]["state"] == "closed"
    book("unarchive", "gus")
    on("2026-12-20")
    assert [line[0] for line in due(book, "--all") if line[2] == "Gus Gruen"] == ["outcome"]


def test_a_draft_of_news_thanks_for_no_help_that_never_came(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("favor", "ask", "anne", "a reference", "--lead", "l1")
    book("favor", "receive", "hopper", "a good word", "--lead", "l1")
    on("2026-11-25")
    book("lead", "landed", "l1", "--", "I begin in May")
    on("2026-11-26")

    def begun(name: str) -> str:
        body: str = told(book, "draft", name, "--for", "news")["body"]
        return body.split("\n\n")[1].partition(" I would like you to hear")[0]

    assert begun("gus") == "This is about the way to Mill."
    assert begun("anne") == 'I asked you on 23 November for this: "a reference".'
    assert begun("hopper") == 'You helped me with this, and I thank you for it: "a good word".'


def test_what_comes_soon_after_it_landed_answers_the_ask(book, on) -> None:
    book("lead", "add", "Mill", "--via", "gus")
    book("favor", "ask", "anne", "a reference", "--lead", "l1")
    book("lead", "landed", "l1", "--", "I begin in May")
    on("2026-11-26")
    book("log", "anne", "call", "--got", "a reference")
    (favor,) = told(book, "favor", "list", "anne")
    assert (favor["state"], favor["done_on"], favor["told_on"]) == ("done", "2026-11-26", None)


def test_an_ask_after_the_day_of_a_step_gives_it_two_weeks(netlog, monkeypatch) -> None:
    def on(day: str) -> str:
        monkeypatch.setenv("NETLOG_TODAY", day)
        return netlog("due").out

    on("2026-01-10")
    netlog("add", "Ann Kim", "--every", "never")
    netlog("lead", "add", "Harbor", "--via", "ann")
    netlog("lead", "step", "l1.1", "--by", "2026-01-15")
    assert "chase kindly" in on("2026-01-16")
    netlog("lead", "step", "l1.1", "asked")
    assert "chase kindly" not in on("2026-01-16")
    assert "due 30 Jan" in netlog("show", "ann").out
    assert "chase kindly" not in on("2026-01-29")
    assert "chase kindly" in on("2026-01-30")


ASKED = ("favor", "ask", "ann", "a word", "--lead", "l1")
STEP_ASKED = ("lead", "step", "l1.1", "asked")
FIRST_DONE = ("lead", "step", "l1.1", "done")
BOTH = ("--via", "bo", "--via", "ann")


@pytest.mark.parametrize(
    ("via", "told"),
    [
        (("--via", "ann"), [(15, ASKED)]),
        (("--via", "ann"), [(15, (*ASKED, "--by", "2026-01-18"))]),
        (("--via", "ann"), [(15, STEP_ASKED), (21, ASKED)]),
        (("--via", "ann"), [(15, ASKED), (21, STEP_ASKED)]),
        (("--via", "ann"), [(12, ("lead", "step", "l1.1", "--by", "2026-01-15")), (15, ASKED)]),
        (BOTH, [(10, FIRST_DONE), (11, ("lead", "step", "l1.2", "asked"))]),
        (BOTH, [(11, ASKED), (20, FIRST_DONE)]),
        (("--via", "ann", "--via", "her boss"), [(11, FIRST_DONE), (15, ASKED)]),
    ],
)
def test_an_ask_for_a_step_says_when_it_is_chased(netlog, monkeypatch, via, told) -> None:
    """One day, which the confirmation, the sheets and the morning all name."""

    def on(day: str) -> None:
        monkeypatch.setenv("NETLOG_TODAY", day)

    on("2026-01-10")
    for name in ("Ann Kim", "Bo"):
        netlog("add", name, "--every", "never")
    netlog("lead", "add", "Harbor", *via)
    for day, typed in told:
        on(f"2026-01-{day}")
        said = netlog(*typed).out
    items = netlog("due", "--within", "30d", "--json").json
    (line,) = [one for one in items if one["kind"] == "lead"]
    comes = date.fromisoformat(line["due_on"])
    by_name = f"{comes.day} {comes:%b}"
    if typed[0] == "favor":
        assert f", due {by_name} (" in said
    open_ = [one for one in netlog("favor", "list", "ann", "--json").json if one["state"] == "open"]
    assert {one["due_on"] for one in open_} == {line["due_on"]}
    for one in open_:
        assert f"due {by_name}" in netlog("show", one["ref"]).out
    assert f"due {by_name}" in netlog("show", "ann").out
    for days, is_there in ((-1, False), (0, True)):
        on((comes + timedelta(days=days)).isoformat())
        assert ("chase kindly" in netlog("due").out) == is_there


@pytest.mark.parametrize("ask", [STEP_ASKED, ASKED], ids=["step", "favor"])
@pytest.mark.parametrize(
    ("touched", "asked", "comes"),
    [
        (None, "10", "2026-01-24"),
        (None, "19", "2026-02-02"),
        (None, "20", "2026-02-03"),
        (None, "21", "2026-02-04"),
        ("20", "21", "2026-02-04"),
    ],
)
def test_an_ask_gives_a_step_two_weeks_from_its_day(
    netlog, monkeypatch, ask, touched, asked, comes
) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-01-10")
    netlog("add", "Ann Kim", "--every", "never")
    netlog("lead", "add", "Harbor", "--via", "ann")
    if touched:
        monkeypatch.setenv("NETLOG_TODAY", f"2026-01-{touched}")
        netlog("log", "ann", "message")
    monkeypatch.setenv("NETLOG_TODAY", f"2026-01-{asked}")
    netlog(*ask)
    (line,) = netlog("due", "--within", "30d", "--json").json
    assert (line["ref"], line["due_on"]) == ("l1.1", comes)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        ("a word with Ann", "asked you for a word with Ann"),
        ("for a look at my CV", "asked you for a look at my CV"),
        ("read my CV", "asked you to read my CV"),
        ("whether they are hiring", "asked you whether they are hiring"),
    ],
)
def test_whoever_never_answered_is_told_of_the_ask_in_a_sentence(book, ask: str, said: str) -> None:
    book("favor", "ask", "maria", ask)
    landed = book("favor", "outcome", "f1", "they hired me", "--landed").out
    line = f"Maria, you may remember that I {said}: they hired me. Thank you."
    assert line in landed.replace("\n", " ")


def test_a_plus_is_no_letter_of_a_name(book) -> None:
    added = book("lead", "add", "Mill", "--via", "+New One", "--via", "+gus")
    assert added.err == 'New One is a description, and not added: netlog add "New One"\n'
    assert "… New One (waiting 0 days) → Gus Gruen → Mill" in added.out


def test_what_is_no_option_of_edit_names_what_a_step_has(book) -> None:
    book("lead", "add", "Mill", "--via", "a friend")
    refused = book("edit", "l1.1", "--who", "Anne Kim").err
    assert refused.endswith('netlog lead step l1.1 --who "Anne Kim"\n')
    book("goal", "add", "x", "--horizon", "short")
    assert book("goal", "edit", "g1", "--title", "y").err.endswith("the text is --text y.\n")


@pytest.mark.parametrize(
    ("word", "shown"), [("HR director", "her HR director"), ("letter", "heard by letter")]
)
def test_what_is_found_of_a_lead_is_shown(book, word: str, shown: str) -> None:
    book("lead", "add", "Mill", "--via", "gus", "--via", "her HR director")
    book("lead", "stage", "l1", "applied", "--", "heard by letter")
    assert shown in book("search", word).out
    assert told(book, "search", word)[0]["text"] == shown
