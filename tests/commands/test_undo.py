"""netlog undo and redo: what was done is taken back, said in words, and brought back."""

from datetime import date
from pathlib import Path

import pytest
from tests.conftest import Contents, Sql
from tests.crowds import crowd_csv

from netlog.records.history import Command
from netlog.render.pages.history import able


@pytest.fixture
def book(netlog, seeded):
    """Three commands: Grace is added, a lunch is logged, a cadence set."""

    def fill() -> None:
        netlog("add", "Grace Hopper")
        netlog(
            "log", "grace", "-m", "Lunch", "--kind", "lunch", "--on", "3d", "--owe", "the slides"
        )
        netlog("every", "grace", "2w")

    seeded(fill)
    return netlog


def commands(netlog) -> list[str]:
    """What can be taken back, the last first."""
    return [one["command"] for one in netlog("undo", "--list", "--json").json]


def test_it_takes_back_the_last_command_and_says_what_that_was(book) -> None:
    said = "Took back: every, 23 Nov: Grace Hopper (c1), cadence: every 2 weeks.\n"
    assert book("undo") == (0, said, "")
    assert book("show", "grace", "--json").json["cadence_days"] == 90
    assert commands(book) == ["log", "add"]


def test_it_names_the_records_with_their_refs(book) -> None:
    book("undo")
    assert book("undo").out == (
        "Took back: log, 23 Nov: lunch with Grace Hopper (m1); "
        "favor to Grace Hopper: the slides (f1); thanks to Grace Hopper (t1).\n"
    )


def test_several_are_taken_back_at_once_the_last_first(book) -> None:
    lines = book("undo", "2").out.splitlines()
    assert [line.split(",")[0] for line in lines] == ["Took back: every", "Took back: log"]
    assert commands(book) == ["add"]


def test_what_was_undone_is_no_last_command(book) -> None:
    book("undo")
    book("undo")
    assert book("undo").out == "Took back: add, 23 Nov: Grace Hopper (c1).\n"
    assert book("list", "--json").json == []


def test_an_undo_goes_before_what_came_before_the_last_undo(book) -> None:
    book("undo")
    book("add", "Ada Lovelace")
    assert commands(book) == ["add", "log", "add"]


@pytest.mark.parametrize("words", [("undo",), ("undo", "3"), ("undo", "--dry-run")])
def test_an_empty_book_has_nothing_to_take_back(
    netlog, contents: Contents, words: tuple[str, ...]
) -> None:
    said = "netlog: There is nothing to take back.\n"
    assert netlog(*words) == (1, "", said)
    assert not contents()


def test_more_than_there_is_is_refused_whole(book) -> None:
    refused = book("undo", "4")
    assert refused.status == 1
    assert "Only 3 commands can be taken back." in refused.err
    assert commands(book) == ["every", "log", "add"]


@pytest.mark.parametrize("number", ["0", "-1", "many"])
def test_a_number_that_is_none_is_wrong_usage(book, number: str) -> None:
    assert book("undo", number).status == 2


def test_json_is_the_commands_that_were_taken_back(book) -> None:
    (one,) = book("undo", "--json").json
    assert {**one, "id": ""} == {
        "id": "",
        "command": "every",
        "at": "2026-11-23T12:00:00Z",
        "undone": True,
        "undoes": None,
        "what": [{"ref": "c1", "name": "Grace Hopper", "what": "cadence: every 2 weeks"}],
        "who": None,
    }


# What can be taken back


def test_the_list_has_what_each_command_did(book) -> None:
    line = book("undo", "--list", "--limit", "1").out
    # An id whose beginning could be a number is longer.
    assert line.partition(" ")[2] == " 23 Nov  every  Grace Hopper (c1), cadence: every 2 weeks\n"
    assert commands(book) == ["every", "log", "add"]


def test_what_the_list_calls_a_command_takes_it_back(book) -> None:
    handle = book("undo", "--list").out.splitlines()[1].split()[0]
    assert book("undo", handle, "--json").json[0]["command"] == "log"


def test_what_could_be_a_ref_is_told_in_full_enough_to_be_none() -> None:
    ids = ("c1234567-89ab-4cde-8f01-23456789abcd", "0a1b2c3d-89ab-4cde-8f01-23456789abcd")
    shown = [able(date(2026, 11, 23)).columns[0].cell(command(id_)).text for id_ in ids]
    assert shown == ["c1234567-89ab", "0a1b2c3d"]


def command(id_: str) -> Command:
    return Command(id_, "log", "2026-11-23T12:00:00Z", False, None, ())


def test_an_empty_list_says_so(netlog) -> None:
    assert netlog("undo", "--list").err == "There is nothing to take back.\n"
    assert netlog("undo", "--list", "--json").json == []


@pytest.mark.parametrize("words", [("2", "--list"), ("--list", "--dry-run"), ("--limit", "3")])
def test_options_that_do_not_go_together_are_refused(book, words: tuple[str, ...]) -> None:
    assert book("undo", *words).status == 2
    assert commands(book) == ["every", "log", "add"]


def test_a_rehearsal_changes_nothing(book) -> None:
    assert book("undo", "2", "--dry-run").out.startswith("Would take back: every, 23 Nov")
    assert commands(book) == ["every", "log", "add"]


def test_a_large_command_is_told_in_numbers(netlog, home: Path) -> None:
    netlog("import", crowd_csv(home, 1200), "--tag", "chess", "--yes")
    assert netlog("undo").out == "Took back: import, 23 Nov: 1,200 contacts added.\n"
    assert netlog("list", "--json").json == []
    assert netlog("redo").out == "Brought back: import, 23 Nov: 1,200 contacts added.\n"
    assert len(netlog("list", "--json").json) == 1200


def test_names_are_shown_harmless(netlog, recording) -> None:
    from netlog.records.contacts import NewContact
    from netlog.store.writes import contacts

    with recording("add") as book:
        contacts.add(book, NewContact("Eve\x1b[2J\u202e"))
    assert netlog("undo").out == "Took back: add, 23 Nov: Eve\\x1b[2J\\u202e (c1).\n"


# Bringing back


def test_redo_brings_back_what_was_taken_back_last(book) -> None:
    book("undo", "2")
    assert book("redo").out.startswith("Brought back: log, 23 Nov: lunch with Grace Hopper (m1)")
    assert book("redo").out.startswith("Brought back: every, 23 Nov")
    assert book("show", "grace", "--json").json["cadence_days"] == 14


def test_redo_brings_back_several_at_once(book) -> None:
    book("undo", "3")
    assert len(book("redo", "3").out.splitlines()) == 3
    assert commands(book) == ["every", "log", "add"]


def test_what_was_brought_back_can_be_taken_back_again(book) -> None:
    book("undo")
    book("redo")
    assert book("undo").out.startswith("Took back: every")
    assert commands(book) == ["log", "add"]


def test_a_rehearsed_redo_changes_nothing(book) -> None:
    book("undo")
    assert book("redo", "--dry-run").out.startswith("Would bring back: every")
    assert commands(book) == ["log", "add"]


def test_redo_without_undo_is_refused(book, netlog) -> None:
    refused = book("redo")
    assert refused.status == 1
    assert "nothing to bring back: the last command was every" in refused.err


def test_an_empty_book_has_nothing_to_bring_back(netlog) -> None:
    assert netlog("redo").err == "netlog: There is nothing to bring back.\n"


def test_a_new_command_ends_what_can_be_brought_back(book) -> None:
    book("undo")
    book("add", "Ada Lovelace")
    refused = book("redo")
    assert refused.status == 1
    assert "the last command was add, and a new command ends" in refused.err


def test_it_stays_ended_when_that_command_is_undone(book) -> None:
    book("undo")
    book("add", "Ada Lovelace")
    book("undo")
    assert book("redo", "2").status == 1
    assert book("redo").out.startswith("Brought back: add, 23 Nov: Ada Lovelace (c2)")


# What stands in the way


def test_a_record_changed_outside_stands_in_the_way(book, sql: Sql) -> None:
    sql("UPDATE contact SET city = 'Arlington'")
    refused = book("undo")
    assert refused.status == 5
    assert refused.err == (
        "netlog: every of 23 Nov cannot be taken back: Grace Hopper (c1) was changed since, "
        "outside netlog. Nothing was changed.\n"
    )
    assert commands(book) == ["every", "log", "add"]


def test_a_record_that_needs_what_would_go_stands_in_the_way(book, sql: Sql) -> None:
    sql("INSERT INTO contact_tag (contact_id, tag) VALUES (1, 'chess')")
    refused = book("undo", "3")
    assert refused.status == 5
    assert "Grace Hopper (c1) needs what it added" in refused.err
    assert commands(book) == ["every", "log", "add"]


def test_a_rehearsal_says_what_would_stand_in_the_way(book, sql: Sql) -> None:
    sql("DELETE FROM thanks")
    refused = book("undo", "2", "--dry-run")
    assert refused.status == 5
    assert "thanks to Grace Hopper (t1) is no longer there" in refused.err


def test_the_conflict_as_json_is_an_error(book, sql: Sql) -> None:
    sql("DELETE FROM contact")
    assert book("undo", "--json").error["code"] == "conflict"


def test_what_stands_in_the_way_of_redo_is_said_too(book, sql: Sql) -> None:
    book("undo", "3")
    sql(
        "INSERT INTO meeting (id, uid, happened_on, kind, created_at, updated_at)"
        " VALUES (1, 'u', '', 'call', '', '')",
    )
    book("redo")
    refused = book("redo")
    assert refused.status == 5
    assert "log of 23 Nov cannot be brought back: lunch (m1) was changed since" in refused.err


# One command alone, by a record or by its id


def test_one_older_command_on_which_nothing_depends_is_taken_back_alone(book) -> None:
    assert book("undo", "m1").out.startswith("Took back: log, 23 Nov: lunch with Grace Hopper (m1)")
    grace = book("show", "grace", "--json").json
    assert (grace["meetings"], grace["cadence_days"]) == ([], 14)
    assert commands(book) == ["every", "add"]


def test_a_later_change_of_the_same_record_stays(book) -> None:
    book("edit", "grace", "--city", "Rome")
    book("edit", "grace", "--org", "Navy")
    book("edit", "grace", "--add-tag", "chess")
    ids = [one["id"] for one in book("undo", "--list", "--json").json]
    assert book("undo", ids[2][:8]).status == 0
    grace = book("show", "grace", "--json").json
    assert (grace["city"], grace["organization"], grace["tags"]) == (None, "Navy", ["chess"])
    assert book("redo").status == 0
    assert book("show", "grace", "--json").json["city"] == "Rome"


def test_by_a_ref_it_is_the_last_command_that_changed_the_record(book) -> None:
    book("edit", "m1", "--place", "Balthazar")
    assert book("undo", "m1").out.startswith("Took back: edit")
    assert book("undo", "m1").out.startswith("Took back: log")
    gone = book("undo", "m1")
    assert (gone.status, gone.err) == (
        1,
        "netlog: Nothing that was done to m1 can be taken back.\n",
    )


@pytest.mark.parametrize(
    ("meanwhile", "ref", "stands"),
    [
        (("thank", "grace"), "m1", "thanks to Grace Hopper (t1) was changed since, by thank"),
        (("log", "grace", "-m", "x"), "c1", None),
        (("edit", "m1", "--place", "Rome"), "f1", "lunch with Grace Hopper (m1) was changed since"),
    ],
)
def test_what_stands_in_the_way_is_said(book, meanwhile, ref: str, stands: str | None) -> None:
    book(*meanwhile)
    refused = book("undo", ref)
    assert (refused.status == 5) is (stands is not None)
    if stands:
        assert stands in refused.err


def test_a_command_whose_record_is_needed_cannot_be_taken_back(book) -> None:
    book("undo")
    (*_, added) = book("undo", "--list", "--json").json
    refused = book("undo", added["id"])
    assert refused.status == 5
    assert "needs what it added" in refused.err


@pytest.mark.parametrize(
    ("typed", "status"), [("m99", 3), ("soon", 2), ("0", 2), ("deadbeef", 3), ("-1", 2), ("zz", 2)]
)
def test_what_names_no_command_is_refused(book, typed: str, status: int) -> None:
    assert book("undo", typed).status == status


def test_a_command_that_was_taken_back_is_none_to_take_back(book) -> None:
    first = book("undo", "--list", "--json").json[0]["id"]
    book("undo")
    assert book("undo", first).status == 1


def test_a_dry_run_of_one_changes_nothing(book, contents: Contents) -> None:
    before = contents()
    assert book("undo", "m1", "--dry-run").out.startswith("Would take back: log")
    assert contents() == before


# What was removed or merged is back


@pytest.fixture
def named_everywhere(netlog, seeded):
    """Carol stands in a lead, a goal, a meeting of two, and led to Ada."""

    def fill() -> None:
        netlog("add", "Carol Whitfield")
        netlog("add", "Ada Lovelace", "--via", "carol")
        netlog("log", "carol", "coffee", "-m", "her loom", "--owe", "the slides")
        netlog("log", "carol", "ada", "lunch", "-m", "looms", "--no-thanks")
        netlog("goal", "add", "a post in data", "--horizon", "short")
        netlog("lead", "add", "Harbor Trust", "--via", "carol", "--goal", "g1")
        netlog("plan", "carol", "coffee", "friday")
        netlog("org", "add", "Acme")

    seeded(fill)
    return netlog


def test_a_removal_that_touched_others_is_told_by_who_is_back(named_everywhere) -> None:
    netlog = named_everywhere
    netlog("remove", "carol", "--yes")
    (said, beside) = netlog("undo", "--dry-run").out.split(". ")
    with_her = "with 1 meeting, 1 favor, 1 thank-you and 1 plan"
    assert said == f"Carol Whitfield (c1) would be back, {with_her}"
    assert beside.endswith(" would be as before.\n")
    assert netlog("undo").out == (
        "Carol Whitfield (c1) is back, with 1 meeting, 1 favor, 1 thank-you and 1 plan. "
        "Ada Lovelace (c2), lunch with Carol Whitfield and Ada Lovelace (m2) and lead Harbor Trust "
        "(l1) are as before.\n"
    )
    assert netlog("redo").out == (
        "Carol Whitfield (c1) is removed again, with 1 meeting, 1 favor, 1 thank-you and 1 plan.\n"
    )


@pytest.mark.parametrize(
    ("removal", "back"),
    [
        ("remove m2 --yes", "Lunch with Carol Whitfield and Ada Lovelace (m2) is back."),
        ("remove f1 --yes", "Favor to Carol Whitfield: the slides (f1) is back."),
        ("remove t1 --yes", "Thanks to Carol Whitfield (t1) is back."),
        ("remove p1 --yes", "Planned coffee with Carol Whitfield (p1) is back."),
        ("remove l1 --yes", "Lead Harbor Trust (l1) is back."),
        (
            "remove g1 --yes",
            "Goal a post in data (g1) is back. Lead Harbor Trust (l1) is as before.",
        ),
        ("org remove acme --yes", "Acme (o1) is back."),
        ("remove ada o1 --yes", "Ada Lovelace (c2) is back, with 1 organization. "),
    ],
)
def test_a_removal_of_any_noun_is_told_alike(named_everywhere, removal: str, back: str) -> None:
    assert named_everywhere(*removal.split()).status == 0
    assert named_everywhere("undo").out.startswith(back)


def test_what_a_merge_let_go_of_whoever_is_kept_was_not_theirs(netlog) -> None:
    for name in ("Gus Gruen", "Augusta Gruen"):
        netlog("add", name, "--every", "never")
    netlog("lead", "add", "Mill", "--via", "augusta", "--via", "gus")
    netlog("lead", "step", "l1.1", "done")
    netlog("lead", "step", "l1.2", "asked")
    netlog("merge", "c1", "c2", "--yes")
    with_her = "with 1 favor, 1 thank-you and 1 lead"
    assert netlog("undo").out == (
        f"Augusta Gruen (c2) is back, {with_her}. Gus Gruen (c1) and favor from Gus Gruen: help on "
        "the way to Mill (f2) are as before.\n"
    )
    again = f"Augusta Gruen (c2) is merged into Gus Gruen (c1) again, {with_her}.\n"
    assert netlog("redo").out == again


def test_what_named_whoever_was_merged_was_not_theirs(netlog) -> None:
    for name in ("Bea Cole", "Cy Post"):
        netlog("add", name, "--every", "never")
    netlog("introduce", "bea", "cy")
    netlog("merge", "bea", "cy", "--yes")
    said = netlog("undo").out
    assert said.startswith(
        "Cy Post (c2) is back, with 1 favor. Bea Cole (c1) and favor to Bea Cole"
    )


def test_a_merge_is_told_by_who_is_back_and_what_was_theirs(named_everywhere) -> None:
    netlog = named_everywhere
    netlog("merge", "ada", "carol", "--yes")
    theirs = "with 2 meetings, 1 favor, 1 thank-you, 1 plan and 1 lead"
    assert netlog("undo").out == (
        f"Carol Whitfield (c1) is back, {theirs}. Ada Lovelace (c2) is as before.\n"
    )
    assert netlog("redo").out == (
        f"Carol Whitfield (c1) is merged into Ada Lovelace (c2) again, {theirs}.\n"
    )


def test_whoever_is_back_has_a_name_however_much_is_back_with_them(book) -> None:
    tags = (word for number in range(120) for word in ("--add-tag", f"t{number}"))
    book("edit", "grace", *tags)
    book("remove", "grace", "--yes")
    back = "Grace Hopper (c1) is back, with 1 meeting, 1 favor and 1 thank-you.\n"
    assert book("undo").out == back


@pytest.mark.of_file("forget is")
def test_nothing_comes_back_that_was_forgotten(book) -> None:
    added = book("undo", "--list", "--json").json[-1]["id"]
    book("forget", "grace", "--yes")
    assert "forget cannot be undone, nor what was done before it." in book("undo").err
    assert book("undo", added).status == 3


def test_a_command_that_was_undone_is_said_to_be(book) -> None:
    last = book("undo", "--list", "--json").json[0]["id"]
    book("undo", last)
    again = book("undo", last)
    assert (again.status, again.err) == (
        1,
        "netlog: every of 23 Nov was undone already. netlog redo brings it back.\n",
    )
    book("redo")
    book("undo", last)
    book("add", "Ada")
    assert book("undo", last).err == "netlog: every of 23 Nov was undone already.\n"
