"""netlog history: what commands did, what happened with somebody, what became of a record."""

from datetime import date

import pytest
from tests.conftest import Sql

from netlog.records.contacts import NewContact
from netlog.records.favors import TO_ME, TO_THEM, NewFavor
from netlog.records.meetings import NewMeeting
from netlog.records.thanks import NewThanks
from netlog.store.tables.belongings import ContactTag
from netlog.store.tables.contacts import ContactRow
from netlog.store.writes import contacts, favors, meetings, thanks

AT = "2026-11-{:02}T12:00:00Z"


@pytest.fixture
def book(netlog, recording, seeded):
    """Grace, a coffee with her and Ada, thanks, two favors; then a new employer and a tag."""

    def fill() -> None:
        with recording("add", at=AT.format(1)) as opened:
            contacts.add(opened, NewContact("Grace Hopper", organization="US Navy"))
            contacts.add(opened, NewContact("Ada Lovelace"))
        with recording("log", at=AT.format(5)) as opened:
            coffee = NewMeeting(
                date(2026, 11, 4), "coffee", (1, 2), text="Compilers", place="Joe's"
            )
            meetings.log(opened, coffee)
            thanks.add(opened, NewThanks(1, date(2026, 11, 4), date(2026, 11, 6), meeting_id=1))
            favors.add(opened, NewFavor(1, TO_THEM, "the slides", date(2026, 11, 4)))
            favors.add(opened, NewFavor(1, TO_ME, "an intro", date(2026, 11, 4), asked=True))
        with recording("thank", at=AT.format(7)) as opened:
            thanks.send(opened, 1, date(2026, 11, 7), "note")
        with recording("edit", at=AT.format(8)) as opened:
            opened.session.get(ContactRow, 1).organization = "Harvard"
        with recording("tag", at=AT.format(9)) as opened:
            opened.session.add(ContactTag(contact_id=1, tag="hiring"))

    seeded(fill)
    return netlog


# What commands did


def test_bare_it_tells_what_commands_did_the_last_first(book) -> None:
    assert book("history").out == (
        "9 Nov  tag    Grace Hopper (c1), tag hiring added\n"
        "8 Nov  edit   Grace Hopper (c1), organization: US Navy → Harvard\n"
        "7 Nov  thank  thanks to Grace Hopper (t1), sent on 7 Nov (note)\n"
        "5 Nov  log    coffee with Grace Hopper and Ada Lovelace (m1); "
        "favor to Grace Hopper: the slides (f1); favor from Grace Hopper: an intro (f2); "
        "thanks to Grace Hopper (t1)\n"
        "1 Nov  add    Grace Hopper (c1); Ada Lovelace (c2)\n"
    )


def test_what_was_undone_is_marked(book) -> None:
    book("undo")
    assert [(one["command"], one["undone"]) for one in book("history", "--json").json][:3] == [
        ("undo", False),
        ("tag", True),
        ("edit", False),
    ]
    assert book("history", "--limit", "2").out == (
        "23 Nov  undo          Grace Hopper (c1), tag hiring removed\n"
        "9 Nov   tag (undone)  Grace Hopper (c1), tag hiring added\n"
    )


def test_an_undo_names_what_it_undid(book) -> None:
    book("undo")
    first, second, *_ = book("history", "--json").json
    assert first["undoes"] == second["id"]


def test_without_a_limit_only_the_last_are_told_and_it_says_so(book, recording) -> None:
    for days in range(20):
        with recording("every") as opened:
            contacts.set_cadence(opened, 1, days + 1)
    shown = book("history")
    assert len(shown.out.splitlines()) == 20
    assert shown.err == "These are the last 20. For more: netlog history --limit 100\n"
    assert len(book("history", "--since", "2026-11-01", "--json").json) == 25


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--since", "2026-11-08"), ["tag", "edit"]),
        (("--until", "2026-11-05"), ["log", "add"]),
        (("--since", "2026-11-05", "--until", "2026-11-07"), ["thank", "log"]),
        (("--limit", "1"), ["tag"]),
    ],
)
def test_days_and_a_limit_narrow_it(book, options: tuple[str, ...], told: list[str]) -> None:
    assert [one["command"] for one in book("history", *options, "--json").json] == told


def test_nothing_done_is_said(netlog) -> None:
    assert netlog("history").err == "Nothing was done.\n"
    assert netlog("history", "--json").json == []


def test_a_day_that_cannot_be_read_is_wrong_usage(book) -> None:
    assert book("history", "--since", "sometime").status == 2


# What happened with somebody


def test_of_a_person_it_tells_the_days(book) -> None:
    assert book("history", "grace").out == (
        "c1  9 Nov  tag hiring added\n"
        "c1  8 Nov  organization: US Navy → Harvard\n"
        "t1  7 Nov  thanks sent by note for coffee on 4 Nov\n"
        "t1  4 Nov  thanks owed for coffee on 4 Nov\n"
        "f2  4 Nov  you asked for: an intro\n"
        "f1  4 Nov  you promised: the slides\n"
        "m1  4 Nov  coffee at Joe's with Ada Lovelace: Compilers\n"
        "c1  1 Nov  added\n"
    )


def test_what_became_of_favors_is_told_on_its_day(book, recording) -> None:
    with recording("favor", at=AT.format(12)) as opened:
        favors.finish(opened, 1, date(2026, 11, 10))
        favors.finish(opened, 2, date(2026, 11, 10))
        favors.turn_out(opened, 2, "hired", date(2026, 11, 11))
        favors.tell(opened, 2, date(2026, 11, 12))
    with recording("drop", at=AT.format(13)) as opened:
        favors.drop(opened, 1, date(2026, 11, 13), "too late")
    since = book("history", "grace", "--since", "2026-11-10").out.splitlines()
    assert since == [
        "f1  13 Nov  dropped: the slides (too late)",
        "f2  12 Nov  you told how it turned out: an intro",
        "f2  11 Nov  it turned out: hired",
        "f1  10 Nov  you did: the slides",
        "f2  10 Nov  they did: an intro",
    ]


def test_what_was_undone_is_not_among_somebodys_days(book) -> None:
    book("undo", "2")
    days = [(one["kind"], one["what"]) for one in book("history", "grace", "--json").json]
    assert [what for kind, what in days if kind == "change"] == ["added"]
    book("redo")
    assert "organization: US Navy → Harvard" in book("history", "grace").out


def test_json_says_what_kind_and_which_command(book) -> None:
    newest = book("history", "grace", "--limit", "1", "--json").json
    assert newest == [
        {
            "on": "2026-11-09",
            "at": "2026-11-09T12:00:00Z",
            "kind": "change",
            "ref": "c1",
            "what": "tag hiring added",
            "command": "tag",
            "undone": False,
            "who": None,
        }
    ]


def test_somebody_else_has_days_of_their_own(book) -> None:
    assert [one["ref"] for one in book("history", "ada", "--json").json] == ["m1", "c2"]


def test_no_days_in_a_span_is_said(book) -> None:
    assert book("history", "ada", "--since", "2026-11-20").err == "Nothing happened then.\n"


def test_nobody_of_that_name_is_as_everywhere(book) -> None:
    assert book("history", "zelda").status == 3


# What became of a record


def test_of_a_record_it_tells_its_changes(book) -> None:
    assert book("history", "t1").out == ("t1  7 Nov  sent on 7 Nov (note)\nt1  5 Nov  added\n")


def test_changes_that_were_undone_are_marked(book) -> None:
    book("undo", "3")
    assert book("history", "t1").out == (
        "t1  7 Nov  sent on 7 Nov (note) (undone)\nt1  5 Nov  added\n"
    )


def test_a_record_that_is_gone_still_has_a_history(book) -> None:
    book("undo", "5")
    assert book("history", "m1").out == "m1  5 Nov  added (undone)\n"
    assert book("history", "c1").out.splitlines() == [
        "c1  9 Nov  tag hiring added (undone)",
        "c1  8 Nov  organization: US Navy → Harvard (undone)",
        "c1  1 Nov  added (undone)",
    ]


@pytest.mark.parametrize("ref", ["c9", "m9", "f9", "t9"])
def test_a_ref_that_never_was_is_nothing(book, ref: str) -> None:
    missing = book("history", ref)
    assert missing.status == 3
    assert f" {ref}, and there never was." in missing.err


def test_people_are_completed(book, monkeypatch) -> None:
    monkeypatch.setenv("_NETLOG_COMPLETE", "fish")
    assert book("history", "gr").out == "Grace Hopper\tHarvard\n"


def test_what_the_journal_cannot_tell_is_left_out_and_named(netlog, sql: Sql) -> None:
    netlog("add", "Grace Hopper")
    netlog("log", "grace", "call", "--", "looms")
    sql("UPDATE pack SET images = substr(images, 1, 9) WHERE id = 1")
    done = netlog("history")
    assert "add  what it did unreadable" in done.out
    assert "call with Grace Hopper (m1)" in done.out
    assert "netlog doctor" in done.err
    assert "call" in netlog("history", "grace").out
    assert "unreadable" in netlog("undo", "--list").out
    assert netlog("undo", "2").status == 7  # what cannot be read cannot be taken back


def test_a_command_of_no_day_is_left_out_of_the_history(netlog, sql: Sql) -> None:
    netlog("add", "Grace Hopper")
    netlog("log", "grace", "call", "--", "looms")
    sql("UPDATE batch SET at = '2026-1q-26T' WHERE id = 1")
    for argv in (("history",), ("history", "grace"), ("history", "c1"), ("undo", "--list")):
        done = netlog(*argv)
        assert (done.status, "call" in done.out) == (0, True)
        assert "netlog doctor" in done.err


def test_what_became_of_a_step_of_a_lead_is_told_by_its_ref(netlog) -> None:
    netlog("add", "Gus Gruen")
    netlog("lead", "add", "Harbor", "--via", "gus", "--via", "Priscilla")
    netlog("lead", "step", "l1.1", "done")
    assert netlog("history", "l1.1").out.splitlines() == [
        "l1  23 Nov  step 1, Gus Gruen: done",
        "l1  23 Nov  step 1, Gus Gruen added",
    ]
    assert netlog("history", "l1.2").out == "l1  23 Nov  step 2, Priscilla added\n"
    assert netlog("history", "l1.3").status == 3
