"""netlog remove: what goes, what stays, what follows, and that it asks before."""

import io
import sys
from typing import Any

import pexpect
import pytest

GRACE_ALONE = "Removed Grace Hopper (c1), and with them 1 meeting, 1 favor and 2 thanks.\n"


@pytest.fixture
def book(netlog, seeded):
    """Grace (c1) and Ada (c2): a coffee of both (m1), a lunch with Grace alone (m2)."""

    def fill() -> None:
        netlog("add", "Grace Hopper", "--email", "g@x.org", "--tag", "navy", "--circle", "peer")
        netlog("add", "Ada Lovelace", "--via", "grace")
        netlog("log", "grace", "ada", "--kind", "coffee", "--on", "2026-11-20")
        netlog("log", "grace", "--kind", "lunch", "--on", "2026-11-21", "--owe", "slides")

    seeded(fill)
    return netlog


def shown(netlog, ref: str) -> Any:
    return netlog("show", ref, "--json").json


def backups(db) -> list[str]:
    folder = db.parent / "backups" / db.name
    return sorted(folder.glob("*.db")) if folder.exists() else []


# What goes and what stays


def test_with_a_person_goes_what_is_nothing_without_them(book, sql, on_server) -> None:
    assert book("remove", "grace", "--yes").out == GRACE_ALONE
    assert [p["name"] for p in book("list", "--json").json] == ["Ada Lovelace"]
    ada = shown(book, "ada")
    assert ada["introduced_by"] is None
    assert [m["ref"] for m in ada["meetings"]] == ["m1"]
    assert [p["name"] for p in ada["meetings"][0]["contacts"]] == ["Ada Lovelace"]
    for ref in ("c1", "m2", "f1", "t1"):
        assert book("show", ref).status == 3
    assert on_server or sql("PRAGMA foreign_key_check") == []


def test_every_row_that_goes_is_in_the_journal_as_one_change(book, sql) -> None:
    counts = {
        table: sql(f"SELECT count(*) FROM {table}")[0][0]
        for table in ("contact_tag", "contact_circle", "contact_method", "meeting_contact")
    }
    book("remove", "grace", "--yes")
    gone = sql(
        "SELECT batch_id, table_name FROM change c JOIN batch b ON b.id = c.batch_id "
        "WHERE command = 'remove' AND is_there = 0",
    )
    assert len({batch for batch, _ in gone}) == 1
    tables = [table for _, table in gone]
    for table, before in counts.items():
        left = sql(f"SELECT count(*) FROM {table}")[0][0]
        assert tables.count(table) == before - left > 0


def test_a_meeting_goes_with_the_last_who_was_there(book) -> None:
    book("remove", "grace", "--yes")
    assert book("remove", "ada", "--yes").out == (
        "Removed Ada Lovelace (c2), and with them 1 meeting and 1 thank-you.\n"
    )


def test_two_who_were_alone_together_take_their_meeting_along(book) -> None:
    book("remove", "grace", "ada", "--yes")
    assert book("show", "m1").status == 3


def test_without_a_meeting_the_touch_before_it_counts(book) -> None:
    assert book("remove", "m2", "--yes").status == 0
    grace = shown(book, "grace")
    assert (grace["last_touch_on"], grace["next_due_on"]) == ("2026-11-20", "2027-02-18")
    assert book("remove", "m1", "--yes").status == 0
    assert shown(book, "grace")["last_touch_on"] is None


def test_with_a_meeting_go_its_open_thanks_the_sent_ones_stay(book) -> None:
    book("thank", "t1")
    assert book("remove", "m1", "--yes", "--json").json == {
        "removed": [{"ref": "m1", "name": "coffee with Grace Hopper and Ada Lovelace on 20 Nov"}],
        "also": ["t2"],
        "backup": None,
        "dry_run": False,
    }
    assert shown(book, "t1")["meeting"] is None
    assert [item["ref"] for item in book("due", "--within", "7d", "--json").json][:1] == ["t3"]


def test_a_promise_outlives_the_meeting_where_it_was_made(book) -> None:
    book("remove", "m2", "--yes")
    favor = shown(book, "f1")
    assert (favor["state"], favor["meeting"]) == ("open", None)


def test_with_a_favor_go_its_open_thanks(book) -> None:
    book("favor", "receive", "ada", "a book")
    assert book("remove", "f2", "--yes", "--json").json["also"] == ["t4"]


def test_thanks_alone_can_be_removed(book) -> None:
    assert book("remove", "t1", "--yes").out == "Removed thanks to Grace Hopper (t1).\n"


def test_many_kinds_at_once_are_all_or_none(book, contents) -> None:
    before = contents()
    refused = book("remove", "grace", "f9", "--yes")
    assert (refused.status, refused.err) == (
        3,
        "netlog: There is no f9.\n",
    )
    assert contents() == before
    assert book("remove", "c1", "m1", "f1", "t2", "--yes").status == 0


@pytest.mark.parametrize("ref", ["m99", "f99", "t99", "l3", "g1", "c99"])
def test_what_is_not_there_is_neither_shown_nor_removed(book, ref: str) -> None:
    assert book("show", ref).status == 3
    assert book("remove", ref, "--yes").status == 3


# Asking


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_without_a_terminal_it_takes_a_yes(book, contents, options: tuple[str, ...]) -> None:
    before = contents()
    refused = book("remove", "grace", *options)
    assert (refused.status, refused.out) == (2, "")
    assert "with them 1 meeting, 1 favor and 2 thanks: add --yes." in refused.err
    assert contents() == before


@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("", 1), ("no", 1)])
def test_on_a_terminal_it_asks_and_nothing_but_a_yes_removes(
    book, terminal, answer, status
) -> None:
    child = terminal("remove", "ada", columns=100)
    child.expect(r"Remove Ada Lovelace \(c2\), and with them 1 thank-you\? \[y/N\] ")
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == status
    assert ("Nothing was removed." in child.before) is (status == 1)
    assert book("show", "c2").status == (3 if status == 0 else 0)


# Many


@pytest.mark.of_file("its backups")
def test_a_few_are_removed_without_a_backup(book, db) -> None:
    book("remove", "grace", "--yes")
    assert backups(db) == []


@pytest.mark.of_file("its backups")
def test_people_by_pipe_are_removed_after_a_backup(book, db, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"c1\nc2\n")))
    removed = book("remove", "-", "--yes", "--json")
    (backup,) = backups(db)
    assert removed.json["backup"] == str(backup)
    assert removed.err == f"The book as it was is in {backup}.\n"
    assert [p["ref"] for p in book("list", "--db", str(backup), "--json").json] == ["c2", "c1"]


@pytest.mark.of_file("its backups")
def test_many_are_removed_after_a_backup_and_counted(netlog, db, recording) -> None:
    from netlog.records.contacts import NewContact
    from netlog.store.writes import contacts

    with recording() as opened:
        for number in range(11):
            contacts.add(opened, NewContact(f"Person {number}"))
    refs = [f"c{number}" for number in range(1, 12)]
    assert netlog("remove", *refs, "--yes").out == "Removed 11 people.\n"
    assert len(backups(db)) == 1
