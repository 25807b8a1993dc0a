"""netlog plan: meetings still to come, and what becomes of them."""

import shlex
from datetime import date, timedelta

import pytest

from netlog.records.contacts import NewContact
from netlog.store.writes import contacts

UID = "0b8f3f0e-6d9c-4a39-9d55-3c1d0a4f5b11"


@pytest.fixture
def book(netlog, recording, seeded):
    """Helen and Ada, neither with a cadence."""

    def fill() -> None:
        with recording() as opened:
            for name in ("Helen Roe", "Ada Lovelace"):
                contacts.add(opened, NewContact(name, cadence_days=0))

    seeded(fill)
    return netlog


def planned(netlog, *words: str):
    done = netlog("plan", *words, "--json")
    assert done.status == 0, done.err
    return done.json


@pytest.fixture
def on(monkeypatch):
    """Let it be another day."""
    return lambda day: monkeypatch.setenv("NETLOG_TODAY", day)


# Words


@pytest.mark.parametrize(
    ("words", "kind", "day", "time"),
    [
        (["helen", "2026-12-01"], "meeting", "2026-12-01", None),
        (["helen", "coffee", "friday"], "coffee", "2026-11-27", None),
        (["helen", "friday", "10:00", "lunch"], "lunch", "2026-11-27", "10:00"),
        (["helen", "tomorrow", "9am"], "meeting", "2026-11-24", "09:00"),
        (["helen", "today", "14h30"], "meeting", "2026-11-23", "14:30"),
        (["helen", "friday at 10:00"], "meeting", "2026-11-27", "10:00"),
        (["helen", "1 dec noon"], "meeting", "2026-12-01", "12:00"),
        (
            ["helen", "--on", "2w", "--at", "9.30pm", "--kind", "call"],
            "call",
            "2026-12-07",
            "21:30",
        ),
        (["add", "helen", "in 2 weeks", "video"], "video", "2026-12-07", None),
    ],
)
def test_a_plan_is_who_what_and_when(book, words, kind, day, time) -> None:
    plan = planned(book, *words)
    assert (plan["kind"], plan["happens_on"], plan["starts_at"]) == (kind, day, time)
    assert ([p["ref"] for p in plan["contacts"]], plan["state"]) == (["c1"], "open")


def test_all_that_is_said_is_kept(book) -> None:
    said = book(
        *("plan", "helen", "+Zed", "lunch", "friday", "12:30", "--place", "Balthazar"),
        *("--invited", "me", "--", "second", "round --json"),
    )
    assert said.out == (
        "Added Zed (c3).\n"
        "Planned: lunch with Helen Roe and Zed on Fri 27 Nov, 12:30 (p1). "
        "It comes up on 26 Nov.\n"
    )
    plan = planned(book, "show", "p1")
    assert (plan["place"], plan["invited_by"], plan["text"]) == (
        *("Balthazar", "me", "second round --json"),
    )


@pytest.mark.parametrize(
    "words",
    [
        ("helen",),
        ("friday",),
        ("helen", "coffee"),
        ("helen", "friday", "--on", "friday"),
        ("helen", "friday", "monday"),
        ("helen", "friday", "10:00", "--at", "9am"),
        ("helen", "friday", "--at", "ten"),
        ("helen", "friday", "-m", "a", "--", "b"),
    ],
    ids=" ".join,
)
def test_without_whom_or_when_or_said_twice_it_is_a_mistake(book, words: tuple[str, ...]) -> None:
    assert book("plan", *words).status == 2
    assert planned(book, "list") == []


def test_a_day_that_is_past_is_refused_with_the_way_to_log_it(book) -> None:
    refused = book("plan", "helen", "2026-11-20")
    assert refused.status == 1
    assert "netlog log helen 2026-11-20\n" in refused.err


def test_a_name_that_reads_as_a_day_is_not_guessed(book) -> None:
    book("add", "Li Sun")
    refused = book("plan", "helen", "sun", "--json")
    assert refused.status == 4
    assert [one["ref"] for one in refused.error["candidates"]] == ["--on sun", "c3"]


def test_who_is_there_is_not_added_again(book) -> None:
    assert book("plan", "+Helen Roe", "friday").status == 5


def test_again_under_one_id_is_one_plan(book) -> None:
    words = ("plan", "helen", "friday", "10:00", "--id", UID)
    assert (book(*words).status, book(*words).status) == (0, 0)
    assert len(planned(book, "list")) == 1
    assert book("plan", "helen", "monday", "--id", UID).status == 5


# Looking


def test_bare_it_lists_what_is_planned_the_soonest_first(book) -> None:
    book("plan", "helen", "2w", "--", "later")
    book("plan", "ada", "tomorrow", "9am", "call")
    assert book("plan").out == (
        "p2  Tue 24 Nov, 09:00  call with Ada Lovelace\n"
        "p1  Mon 7 Dec          meeting with Helen Roe: later\n"
    )
    assert [one["ref"] for one in planned(book)] == ["p2", "p1"]
    assert [one["ref"] for one in planned(book, "list", "helen")] == ["p1"]
    assert book("plan", "list", "--limit", "1", "--json").json[0]["ref"] == "p2"


def test_an_empty_list_says_so(book) -> None:
    assert book("plan").err == "Nothing is planned.\n"


def test_it_is_shown_and_searched_and_told_in_a_history(book) -> None:
    book("plan", "helen", "coffee", "friday", "10:00", "--place", "Balthazar", "--", "her novel")
    assert "coffee at Balthazar: her novel" in book("show", "helen").out
    assert book("show", "helen", "--json").json["plans"][0]["ref"] == "p1"
    assert "coffee at Balthazar" in book("brief", "helen").out
    assert book("brief", "helen", "--json").json[0]["plans"][0]["ref"] == "p1"
    assert "Balthazar" in book("show", "p1").out
    for word in ("novel", "balthazar"):
        (found,) = book("search", word, "--json").json
        assert (found["kind"], found["ref"], found["on"]) == ("plan", "p1", "2026-11-27")
    assert book("search", "novel", "--in", "meetings", "--json").json == []
    assert "planned coffee for 27 Nov, 10:00: her novel" in book("history", "helen").out
    assert "added" in book("history", "p1").out
    assert "planned coffee with Helen Roe" in book("history").out


def test_it_is_in_due_the_day_before_and_asked_about_after(book, on) -> None:
    book("plan", "helen", "friday", "--", "second round")
    assert book("due", "--json").json == []
    for day in ("2026-11-26", "2026-11-27", "2026-11-28", "2026-12-04"):
        on(day)
        assert [item["kind"] for item in book("due", "--json").json] == ["plan"], day
    on("2026-12-05")
    assert book("due", "--json").json == []
    assert book("show", "helen", "--json").json["last_touch_on"] is None


@pytest.mark.parametrize("ahead", range(7))
def test_what_is_printed_of_a_plan_can_be_done(book, ahead: int) -> None:
    day = date.fromisoformat("2026-11-23") + timedelta(days=ahead)
    book("plan", "helen", "call", day.isoformat())
    (item,) = book("due", "--within", "1w", "--json").json
    for argv in (item["settle"], *(choice["argv"] for choice in item["choices"])):
        done = book(*argv[1:])
        assert done.status == 0, (argv, done.err)
        book("undo")


@pytest.mark.parametrize(
    ("days", "foot"),
    [
        (["friday"], "Another day: netlog plan edit p1 --on 2026-12-04 let go: netlog drop p1"),
        (["friday", "today"], "Settle: netlog done p2 another day: netlog plan edit p2 --on"),
        (["yesterday"], "Settle: netlog done p1 later: netlog snooze p1 3d"),
    ],
    ids=str,
)
def test_a_plan_to_come_is_not_put_off_past_its_day(book, on, days: list[str], foot: str) -> None:
    on("2026-11-22")
    for day in days:
        book(
            "plan",
            "helen",
            "call",
            {"yesterday": "2026-11-22", "today": "2026-11-23"}.get(day, day),
        )
    on("2026-11-23")
    assert foot in " ".join(book("due", "--within", "1w").out.split())


# Changing


def test_another_day_and_other_people(book) -> None:
    book("plan", "helen", "friday", "10:00")
    plan = planned(book, "edit", "p1", "--on", "monday", "--at", "9am", "--add-who", "ada")
    assert (plan["happens_on"], plan["starts_at"]) == ("2026-11-30", "09:00")
    assert [p["ref"] for p in plan["contacts"]] == ["c1", "c2"]
    plan = planned(book, "edit", "p1", "--at", "", "--rm-who", "helen", "--place", "here")
    assert (plan["starts_at"], plan["place"]) == (None, "here")
    assert [p["ref"] for p in plan["contacts"]] == ["c2"]


def test_edit_knows_plans_too(book) -> None:
    book("plan", "helen", "friday")
    said = book("edit", "p1", "--at", "10:00", "--text", "the novel")
    assert said.out == "meeting on 27 Nov (p1): time 10:00, text the novel.\n"


@pytest.mark.parametrize(
    "words",
    [("--on", "yesterday"), ("--at", "ten"), ("--rm-who", "helen"), (), ("--kind", "tea")],
)
def test_what_no_plan_can_be_is_refused(book, words: tuple[str, ...]) -> None:
    book("plan", "helen", "friday")
    assert book("plan", "edit", "p1", *words).status in (1, 2)
    assert planned(book, "show", "p1")["happens_on"] == "2026-11-27"


def test_what_became_of_it_is_edited_there(book) -> None:
    book("plan", "helen", "today")
    book("done", "p1")
    refused = book("plan", "edit", "p1", "--on", "friday")
    assert (refused.status, "m1" in refused.err) == (1, True)


@pytest.mark.parametrize("command", [("plan", "drop", "p1"), ("drop", "p1")])
def test_one_is_let_go(book, command: tuple[str, ...]) -> None:
    book("plan", "helen", "coffee", "friday")
    said = book(*command, "--why", "ill")
    assert said.out == "Dropped the coffee with Helen Roe on Fri 27 Nov (p1).\n"
    assert planned(book) == []
    (plan,) = planned(book, "list", "--all")
    assert (plan["state"], plan["dropped_why"]) == ("dropped", "ill")
    assert book(*command).status == 3
    book("undo")
    assert len(planned(book)) == 1


def test_one_is_put_off_and_no_longer(book, on) -> None:
    book("plan", "helen", "coffee", "friday")
    assert book("snooze", "p1", "2026-12-03").out == (
        "Coffee with Helen Roe (p1) comes up again on 3 Dec.\n"
    )
    assert book("snooze", "p1", "--off").out == (
        "Coffee with Helen Roe (p1) comes up again on 26 Nov.\n"
    )
    assert planned(book, "show", "p1")["snoozed_until"] is None


def test_one_is_removed(book) -> None:
    book("plan", "helen", "coffee", "friday")
    assert book("remove", "p1", "--yes").out == (
        "Removed the plan coffee with Helen Roe on Fri 27 Nov (p1).\n"
    )
    assert book("plan", "show", "p1").status == 3


def test_with_people_go_plans_where_nobody_else_comes(book) -> None:
    book("plan", "helen", "friday")
    book("plan", "helen", "ada", "monday")
    assert "1 plan" in book("remove", "helen", "--yes").out
    (left,) = planned(book)
    assert [p["ref"] for p in left["contacts"]] == ["c2"]
    book("undo")
    assert len(planned(book)) == 2


def test_a_merge_takes_plans_over(book) -> None:
    book("plan", "ada", "friday")
    book("plan", "helen", "ada", "monday")
    merged = book("merge", "helen", "ada", "--json", "--yes").json
    assert merged["moved"]["plans"] == 2
    assert [[p["ref"] for p in plan["contacts"]] for plan in planned(book)] == [["c1"], ["c1"]]
    book("undo")
    assert [p["ref"] for p in planned(book)[1]["contacts"]] == ["c1", "c2"]


@pytest.mark.parametrize("verb", ["show", "edit", "drop"])
@pytest.mark.parametrize("ref", ["p9", "helen", "m1"])
def test_only_a_ref_of_a_plan_names_one(book, verb: str, ref: str) -> None:
    more = ("--on", "friday") if verb == "edit" else ()
    assert book("plan", verb, ref, *more).status == (3 if ref == "p9" else 2)


# What becomes of it


def test_done_makes_it_a_meeting_on_its_day(book, on) -> None:
    book("plan", "helen", "ada", "lunch", "2026-11-25", "--place", "Balthazar", "--", "her novel")
    on("2026-11-27")
    said = book("done", "p1")
    assert said.out.startswith("Logged lunch with Helen Roe and Ada Lovelace on 25 Nov (m1).")
    met = book("show", "m1", "--json").json
    assert (met["happened_on"], met["kind"], met["place"], met["text"]) == (
        *("2026-11-25", "lunch", "Balthazar", "her novel"),
    )
    assert book("show", "helen", "--json").json["last_touch_on"] == "2026-11-25"
    assert len(book("show", "helen", "--json").json["thanks"]) == 1
    plan = planned(book, "show", "p1")
    assert (plan["state"], plan["meeting"]["ref"]) == ("done", "m1")
    book("undo")
    assert planned(book, "show", "p1")["state"] == "open"


def test_done_says_which_thanks_are_owed_for_it(book, on) -> None:
    book("plan", "helen", "ada", "lunch", "2026-11-25")
    book("plan", "helen", "message", "2026-11-25")
    on("2026-11-25")
    assert book("done", "p1").out.splitlines()[1:] == [
        "Thanks to Helen Roe due 27 Nov: netlog thank t1",
        "Thanks to Ada Lovelace due 27 Nov: netlog thank t2",
    ]
    assert len(book("done", "p2").out.splitlines()) == 1
    book("undo")
    book("undo")
    done = book("done", "p1", "--json").json
    assert [one["ref"] for one in done] == ["p1", "t3", "t4"]


def test_done_as_json_names_the_thanks_for_help_that_came(book) -> None:
    book("favor", "ask", "helen", "an intro")
    assert [one["ref"] for one in book("done", "f1", "--json").json] == ["f1", "t1"]


def test_what_is_still_to_come_is_not_done(book, on) -> None:
    book("plan", "helen", "2026-11-25")
    assert book("done", "p1").status == 1
    on("2026-11-24")
    assert book("done", "p1").status == 0


def test_a_log_of_the_same_people_on_that_day_is_it(book, on) -> None:
    book("plan", "helen", "coffee", "2026-11-25", "--place", "Balthazar", "--invited", "me")
    on("2026-11-26")
    logged = book("log", "helen", "yesterday", "--", "went well", "--json")
    assert logged.out.endswith("It was planned (p1).\n")
    met = book("show", "m1", "--json").json
    assert (met["kind"], met["place"], met["invited_by"]) == ("coffee", "Balthazar", "me")
    assert planned(book) == []
    book("undo")
    assert len(planned(book)) == 1


@pytest.mark.parametrize(
    ("words", "text"), [((), "her garden"), (("--", "her roses"), "her roses")], ids=str
)
def test_what_was_planned_stays_where_nothing_else_is_said(book, words, text: str) -> None:
    book("plan", "helen", "lunch", "today", "--", "her garden")
    assert book("log", "helen", "--json", *words).json["text"] == text


def test_what_is_said_otherwise_stands(book) -> None:
    book("plan", "helen", "coffee", "today", "--place", "Balthazar")
    kept = book("log", "helen", "ada", "lunch", "--place", "here", "--json").json
    assert (kept["kind"], kept["place"]) == ("lunch", "here")
    assert [plan["ref"] for plan in kept["plans"]] == ["p1"]


@pytest.mark.parametrize(
    "words",
    [
        ("helen", "yesterday"),
        ("ada", "call"),
        ("helen", "note"),
        ("helen", "message"),
        ("helen", "email"),
    ],
    ids=" ".join,
)
def test_another_day_other_people_or_words_about_it_are_not(book, words: tuple[str, ...]) -> None:
    book("plan", "helen", "coffee", "today")
    book("log", *words)
    assert len(planned(book)) == 1


def test_of_two_none_is_taken_and_both_are_mentioned(book) -> None:
    book("plan", "helen", "coffee", "today")
    book("plan", "helen", "call", "today")
    logged = book("log", "helen")
    assert "(p1)" in logged.err
    assert "(p2)" in logged.err
    assert len(planned(book)) == 2


def test_of_several_the_one_of_the_kind_that_was_logged_is_it(book) -> None:
    book("plan", "helen", "coffee", "today")
    book("plan", "helen", "call", "today")
    assert "It was planned (p2)." in book("log", "helen", "call").out
    assert [plan["ref"] for plan in planned(book)] == ["p1"]


def test_which_plan_it_was_can_be_said(book) -> None:
    book("plan", "helen", "coffee", "today", "--place", "Balthazar")
    book("plan", "helen", "call", "today")
    hint = book("log", "helen").err
    assert "If this was one of them: netlog undo, then the same with --plan p1 or --plan p2" in hint
    book("undo")
    logged = book("log", "helen", "--plan", "p1", "--json").json
    assert (logged["kind"], logged["place"]) == ("coffee", "Balthazar")
    assert [plan["ref"] for plan in planned(book)] == ["p2"]
    assert book("plan", "show", "p1", "--json").json["state"] == "done"


@pytest.mark.parametrize(("typed", "status"), [("p9", 1), ("p1", 1), ("helen", 2)])
def test_what_cannot_have_been_the_plan_is_refused(book, typed: str, status: int) -> None:
    book("plan", "helen", "coffee", "friday")
    assert book("log", "helen", "coffee", "--plan", typed).status == status
    assert book("show", "helen", "--json").json["meetings"] == []


def test_with_some_of_them_it_is_mentioned_only(book) -> None:
    book("plan", "helen", "ada", "coffee", "today")
    logged = book("log", "helen")
    assert "Still planned: coffee with Helen Roe and Ada Lovelace" in logged.err
    assert len(planned(book)) == 1


def test_archiving_somebody_with_a_plan_says_so(book) -> None:
    book("plan", "helen", "friday")
    refused = book("archive", "helen")
    assert (refused.status, "1 plan (p1)" in refused.err) == (2, True)
    assert book("archive", "helen", "--yes").status == 0
    assert "It comes up" not in book("plan", "helen", "monday").out


# What is past


def test_a_plan_that_is_past_asks_how_it_was_wherever_it_stands(book, on) -> None:
    book("plan", "helen", "coffee", "tomorrow", "10:00", "--", "her book")
    book("plan", "helen", "lunch", "1 dec")
    assert "how was it?" not in book("brief", "helen").out
    on("2026-11-25")
    for command in ("brief", "show"):
        assert (
            "Past plans\n  p1  Tue 24 Nov, 10:00  how was it? coffee: her book\n\n"
            "Planned\n  p2  Tue 1 Dec  lunch\n"
        ) in book(command, "helen").out
    assert book("plan", "list").out == (
        "p1  Tue 24 Nov, 10:00  how was it? coffee with Helen Roe: her book\n"
        "p2  Tue 1 Dec          lunch with Helen Roe\n"
    )
    assert "past: how was it? netlog done p1, or netlog drop p1" in book("plan", "show", "p1").out
    assert "State  open\n" in book("plan", "show", "p2").out
    due = book("due").out
    assert "Past plans\np1  Helen Roe  how was it? coffee at 10:00: her book (24 Nov)\n" in due
    assert "Planned" not in due
    book("done", "p1")
    assert "how was it?" not in book("brief", "helen").out


def test_long_after_it_still_asks_before_you_meet_and_with_all_of_the_morning(book, on) -> None:
    book("plan", "helen", "coffee", "tomorrow")
    on("2026-12-25")
    assert book("due").out.endswith("Nothing is due.\n")
    for argv in (("due", "--all"), ("brief", "helen"), ("show", "helen")):
        shown = book(*argv).out
        assert "how was it?" in shown
        assert "Planned" not in shown


@pytest.mark.parametrize(("word", "day"), [("tomorow", "tomorrow"), ("fridey", "friday")])
def test_a_mistyped_day_is_named(book, word: str, day: str) -> None:
    refused = book("plan", "helen", "coffee", word, "15:00")
    assert refused.status == 2
    assert refused.err == f"netlog: '{word}' is nobody here, and no day. Did you mean {day}?\n"
    assert "On which day?" in book("plan", "helen", "coffee").err


@pytest.mark.parametrize("time", ["25:00", "24:00", "13pm", "9.75"])
def test_what_is_no_time_of_the_day_is_nobody_either(netlog, time: str) -> None:
    netlog("add", "Carol")
    refused = netlog("plan", "carol", "coffee", "friday", time)
    assert refused == (2, "", f"netlog: {time} is no time of the day. A time is 10:00 or 9am.\n")
    assert netlog("plan", "carol", "coffee", time).err.startswith(f"netlog: {time} is no time")


@pytest.mark.parametrize("word", ["soon", "christmas", "2026-W50"])
def test_what_is_nobody_and_no_day_is_named(netlog, word: str) -> None:
    netlog("add", "Carol")
    refused = netlog("plan", "carol", "coffee", word)
    example = "netlog plan carol coffee friday 10:00"
    assert refused == (2, "", f"netlog: '{word}' is nobody here, and no day. {example}\n")


# One offered for another


@pytest.mark.parametrize(
    ("words", "plan", "left"),
    [
        (("--place", "The Keens", "--invited", "me"), ' --place "The Keens" --invited me', ""),
        (("--paid", "me"), "", "Say --paid once it was. "),
        (
            ("--owe", "the slides", "--asked", "x", "--next", "2w", "--no-thanks", "--goal", "g1"),
            " --goal g1",
            "Say --asked, --next, --no-thanks and --owe once it was. ",
        ),
    ],
    ids=str,
)
def test_of_a_log_of_a_day_to_come_the_plan_keeps_what_it_can(book, words, plan, left) -> None:
    said = book("log", "helen", "lunch", "2026-12-04", *words, "--", "her book")
    assert said.status == 1
    told = f'plan helen lunch 2026-12-04{plan} -- "her book"'
    assert said.err.startswith(f"netlog: {left}Friday 4 December 2026 is still to come")
    assert told in said.err


def test_of_a_year_that_nobody_meant_nothing_is_put_off(book) -> None:
    said = book("log", "helen", "lunch", "--on", "1066-12-04", "--owe", "the slides")
    assert said.status == 1
    assert said.err == "netlog: '1066-12-04' is in the year 1066, which nobody meant.\n"


def test_of_a_plan_that_is_past_the_log_keeps_what_it_can(book) -> None:
    words = ("--place", "Keens", "--invited", "them", "--", "talk")
    said = book("plan", "helen", "coffee", "yesterday", "10:00", *words).err
    assert "netlog log helen coffee 2026-11-22 --place Keens --invited them -- talk" in said
    assert "Without the time, 10:00" in said


def test_of_a_meeting_moved_ahead_the_plan_keeps_what_it_can(book) -> None:
    book("log", "helen", "lunch", "--place", "Keens", "--", "talk")
    said = book("edit", "m1", "--on", "2026-12-04").err
    assert "netlog plan c1 lunch 2026-12-04 --place Keens -- talk" in said


@pytest.mark.parametrize(
    "words",
    [
        ("thank", "t1"),
        ("thank", "f1"),
        ("thank", "m1"),
        ("thank", "c1"),
        ("told", "f1", "well"),
        ("told", "c1", "well"),
        ("favor", "told", "f1"),
    ],
    ids=" ".join,
)
def test_whatever_is_two_days_ahead_offers_a_plan(book, words) -> None:
    book("log", "helen", "lunch", "--got", "a hint")
    book("favor", "outcome", "f1", "fine")
    refused = book(*words, "--on", "2026-11-25")
    assert refused.status == 1
    assert "still to come: netlog plan c1 2026-11-25" in refused.err


@pytest.mark.parametrize(
    ("words", "plan"),
    [
        (("told", "helen", "they hired me"), 'helen 2026-11-25 -- "they hired me"'),
        (("told", "f1", "they hired me"), 'c1 2026-11-25 -- "they hired me"'),
        (("favor", "told", "f1"), "c1 2026-11-25 -- fine"),
        (("thank", "helen", "call"), "helen call 2026-11-25"),
        (("thank", "helen", "note"), 'helen 2026-11-25 -- "thanks by note"'),
        (("introduce", "helen", "di", "-m", "the talk"), 'helen di 2026-11-25 -- "the talk"'),
        (("goal", "tell", "g1", "helen"), "helen 2026-11-25 --goal g1"),
    ],
)
def test_the_plan_that_is_offered_keeps_what_was_typed(book, words, plan: str) -> None:
    book("add", "Di Ash")
    book("goal", "add", "a chair", "--horizon", "long")
    book("log", "helen", "lunch", "--got", "a hint")
    book("favor", "outcome", "f1", "fine")
    refused = book(*words, "--on", "2026-11-25")
    assert refused.status == 1
    assert refused.err.endswith(f"still to come: netlog plan {plan}\n")


@pytest.mark.parametrize(
    "words",
    [
        ("add", "Zed", "--id", "0190a0c0-0000-7000-8000-000000000001", "--log", "x"),
        ("add", "12 Monkeys", "--log", "x"),
        ("add", "Bo Lind", "--force", "--log", "x"),
        ("log", "bo", "Zoe Q", "12 Monkeys", "Bo Linda", "--create", "-m", "x"),
    ],
    ids=" ".join,
)
def test_what_is_offered_for_a_day_to_come_runs_as_printed(book, words) -> None:
    book("add", "Bo Lind")
    refused = book(*words, "--on", "2026-12-04")
    said, _, offered = refused.err.rpartition("still to come: ")
    assert (refused.status, said) == (1, "netlog: Friday 4 December 2026 is ")
    for command in offered.strip().split(", then "):
        ran = book(*shlex.split(command)[1:])
        assert ran.status == 0, (command, ran.err)
    assert book("plan", "list", "--json").json[0]["text"] == "x"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("log", "zed", "lunch"), 3),
        (("log", "helen", "c99"), 3),
        (("log", "a professor", "--create"), 3),
        (("told", "zed", "they hired me"), 3),
        (("thank", "zed"), 3),
        (("introduce", "helen", "zed", "-m", "the talk"), 3),
        (("favor", "give", "zed", "x"), 3),
        (("favor", "receive", "zed", "x"), 3),
        (("log", "ann", "lunch"), 4),
        (("log", "helen", "ann", "+Zoe", "lunch", "--create"), 4),
        (("told", "ann", "they hired me"), 4),
        (("thank", "ann"), 4),
        (("introduce", "helen", "ann", "-m", "the talk"), 4),
        (("favor", "give", "ann", "x"), 4),
        (("favor", "receive", "ann", "x"), 4),
        (("favor", "receive", "the roes", "x"), 4),
        (("goal", "tell", "g1", "ann"), 4),
    ],
    ids=str,
)
def test_of_a_day_to_come_who_is_meant_is_settled_first_as_of_any_other(
    book, words, status: int
) -> None:
    for name in ("Ann Berg", "Ann Lee", "Max Roe"):
        book("add", name)
    book("goal", "add", "a chair", "--horizon", "long")
    refused = book(*words, "--on", "2026-12-04")
    assert (refused.status, refused.out) == (status, "")
    assert refused.err == book(*words).err
    assert "2026-12-04" not in refused.err


@pytest.mark.parametrize(("name", "status"), [("zed", 3), ("ann", 4)])
def test_of_a_plan_that_is_past_who_is_meant_is_settled_first(book, name: str, status: int) -> None:
    for one in ("Ann Berg", "Ann Lee"):
        book("add", one)
    refused = book("plan", name, "coffee", "2026-11-02")
    assert refused.status == status
    assert refused.err == book("plan", name, "coffee", "2026-12-04").err


def test_who_is_there_already_is_no_one_to_add_on_a_day_to_come(book) -> None:
    refused = book("add", "Helen Roe", "--log", "x", "--on", "2026-12-04")
    assert refused.status == 5, refused.err
    assert book("log", "+Helen Roe", "--on", "2026-12-04").status == 5


def test_a_plan_names_no_option_that_it_has_not(book) -> None:
    assert book("plan", "nobody", "friday").err.endswith('To add them: +"nobody".\n')
    assert book("log", "nobody").err.endswith('To add them: +"nobody", or --create.\n')
    assert "t9" not in book("told", "--help").out


def test_the_hour_is_read_before_who_else_comes(book, on, monkeypatch) -> None:
    book("add", "Bartholomew Featherstonehaugh-Cholmondeley")
    book("plan", "helen", "barth", "coffee", "tomorrow", "9am", "--", "budget and much else")
    for name, value in (("FORCE_COLOR", "1"), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)
    for columns in (120, 80, 70, 60, 50, 40):
        monkeypatch.setenv("COLUMNS", str(columns))
        assert "at 09:00" in " ".join(book("due").out.split()), columns
    (item,) = book("due", "--json").json
    told = "coffee with Bartholomew Featherstonehaugh-Cholmondeley at 09:00: budget and much else"
    assert item["about"] == told


@pytest.mark.parametrize("at", [(), ("9am",)])
def test_the_morning_names_the_place_of_a_plan(netlog, at: tuple[str, ...]) -> None:
    netlog("add", "Bo Diaz")
    netlog("plan", "bo", "coffee", "tomorrow", *at, "--place", "Keens", "--json")
    (item,) = netlog("due", "--json").json
    assert item["about"] == f"coffee{' at 09:00' if at else ''}, Keens"
