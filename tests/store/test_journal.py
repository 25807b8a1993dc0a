"""The journal: what each command did to each row, enough to take it back."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from netlog.errors import Refused
from netlog.records.contacts import NewContact, NewMethod
from netlog.records.favors import NewFavor
from netlog.records.meetings import NewMeeting
from netlog.rules.derived import derive
from netlog.store import doors
from netlog.store.reads import history
from netlog.store.tables.belongings import ContactTag
from netlog.store.tables.contacts import ContactRow
from netlog.store.tables.history import JOURNAL
from netlog.store.writes import cadence, contacts, favors, meetings
from netlog.store.writes.recording import Recording

AT = "2026-11-23T12:00:00Z"
LATER = "2026-11-24T12:00:00Z"
DAY = date(2026, 11, 20)

# No column of that name is anything else in another table.
DERIVED = ContactRow.derived

Begin = Callable[..., AbstractContextManager[Recording]]


class Change(NamedTuple):
    """One row of the journal."""

    id: int
    batch: str
    at: str
    command: str
    table: str
    row_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def journal(path: Path) -> list[Change]:
    with doors.reading(str(path), AT, derive) as connection:
        batches = sorted(history.batches(connection), key=lambda one: one.number)
        return [
            Change(c.batch.first, c.batch.id, c.batch.at, c.batch.command, *c[1:])
            for batch in batches
            for c in history.changes(connection, batch)
        ]


def row(path: Path, table: str, row_id: int = 1) -> dict[str, Any]:
    """The row as it is stored, without its derived columns."""
    with doors.reading(str(path), AT, derive) as connection:
        connection.row_factory = sqlite3.Row
        found = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,)).fetchone()
    return {name: found[name] for name in found.keys() if name not in DERIVED}  # noqa: SIM118


@pytest.fixture
def book(db: Path, recording: Begin, seeded: Callable[[Callable[[], Any]], None]) -> Path:
    """A file with one person in it, and a journal of that."""

    def fill() -> None:
        with recording("add") as book:
            contacts.add(book, NewContact("Grace Hopper"))

    seeded(fill)
    return db


# What is written


def test_an_insert_has_the_row_after_and_nothing_before(book: Path) -> None:
    assert [change._replace(batch="") for change in journal(book)] == [
        Change(1, "", AT, "add", "contact", 1, None, row(book, "contact"))
    ]


def test_every_row_that_belongs_to_it_has_its_own_change(db: Path, recording: Begin) -> None:
    email = NewMethod("email", "Grace@navy.mil", "grace@navy.mil", preferred=True)
    with recording() as book:
        contacts.add(
            book, NewContact("Grace", circles=("peer",), tags=("a", "b"), methods=(email,))
        )
        meetings.log(book, NewMeeting(DAY, "coffee", (1,)))
    changes = journal(db)
    assert sorted(change.table for change in changes) == [
        "contact",
        "contact_circle",
        "contact_method",
        "contact_tag",
        "contact_tag",
        "meeting",
        "meeting_contact",
    ]
    assert all(change.after == row(db, change.table, change.row_id) for change in changes)


def test_an_update_has_the_row_before_and_after(book: Path, recording: Begin) -> None:
    before = row(book, "contact")
    with recording("every") as opened:
        contacts.set_cadence(opened, 1, 30)
    change = journal(book)[-1]
    assert (change.command, change.row_id) == ("every", 1)
    assert change.before == before
    assert change.after == {**before, "cadence_days": 30}


def test_a_delete_has_the_row_before_and_nothing_after(book: Path, recording: Begin) -> None:
    with recording() as opened:
        cadence.set_rule(opened, "default", "", 30)
    before = row(book, "cadence_rule")
    with recording() as opened:
        cadence.set_rule(opened, "default", "", None)
    assert journal(book)[-1][-3:] == (1, before, None)


def test_text_is_kept_as_it_was_typed(db: Path, recording: Begin) -> None:
    typed = 'Zoë — "李" \\ \n\t\x1b[0m \N{SPARKLES}'
    with recording() as book:
        contacts.add(book, NewContact("Zoë", notes=typed))
    assert journal(db)[0].after["notes"] == typed


def test_derived_columns_are_in_no_image(book: Path) -> None:
    assert not ContactRow.derived & set(journal(book)[0].after)


def test_the_changes_of_one_command_are_one_batch(db: Path, recording: Begin) -> None:
    for name in ("Grace", "Ada"):
        with recording() as book:
            contacts.add(book, NewContact(name, tags=("chess",)))
    batches = [change.batch for change in journal(db)]
    assert batches[0] == batches[1] != batches[2] == batches[3]


def test_the_instant_is_the_commands(book: Path, recording: Begin) -> None:
    with recording(at=LATER) as opened:
        contacts.set_cadence(opened, 1, 30)
    assert [change.at for change in journal(book)] == [AT, LATER]


# What is not


def test_a_row_that_did_not_change_is_not_written(book: Path, recording: Begin) -> None:
    with recording() as opened:
        contacts.set_cadence(opened, 1, None)
    assert len(journal(book)) == 1


def test_a_row_changed_and_changed_back_is_not_written(book: Path, recording: Begin) -> None:
    with recording() as opened:
        contacts.set_cadence(opened, 1, 30)
        contacts.set_cadence(opened, 1, None)
    assert len(journal(book)) == 1


def test_several_changes_of_a_row_in_one_command_are_one(book: Path, recording: Begin) -> None:
    before = row(book, "contact")
    with recording() as opened:
        contacts.set_cadence(opened, 1, 30)
        opened.session.flush()
        contacts.set_cadence(opened, 1, 60)
        opened.session.flush()
        contacts.remind(opened, 1, DAY)
    assert len(journal(book)) == 2
    assert journal(book)[-1].before == before
    assert journal(book)[-1].after == row(book, "contact")


def test_a_row_made_and_changed_in_one_command_is_an_insert(db: Path, recording: Begin) -> None:
    with recording() as book:
        contacts.set_cadence(book, contacts.add(book, NewContact("Grace")), 30)
    (change,) = journal(db)
    assert change.before is None
    assert change.after == row(db, "contact")


def test_a_row_made_and_deleted_in_one_command_leaves_no_trace(
    book: Path, recording: Begin
) -> None:
    with recording() as opened:
        tag = ContactTag(contact_id=1, tag="chess")
        opened.session.add(tag)
        opened.session.flush()
        opened.session.delete(tag)
    assert len(journal(book)) == 1


def test_a_row_deleted_and_made_again_in_one_command_is_an_update(
    book: Path, recording: Begin
) -> None:
    with recording() as opened:
        opened.session.add(ContactTag(id=1, contact_id=1, tag="chess"))
    with recording() as opened:
        opened.session.delete(opened.session.get(ContactTag, 1))
        opened.session.flush()
        opened.session.add(ContactTag(id=1, contact_id=1, tag="go"))
    change = journal(book)[-1]
    assert (change.before["tag"], change.after["tag"]) == ("chess", "go")


def test_a_command_that_failed_is_not_in_it(book: Path, recording: Begin) -> None:
    def fail() -> None:
        with recording() as opened:
            contacts.set_cadence(opened, 1, 30)
            opened.session.flush()
            raise Refused("No.")

    with pytest.raises(Refused):
        fail()
    assert len(journal(book)) == 1


def test_reading_is_not_in_it(book: Path) -> None:
    row(book, "contact")
    assert len(journal(book)) == 1


# When a row was changed


def test_a_new_row_is_as_new_as_its_command(book: Path) -> None:
    stored = row(book, "contact")
    assert (stored["created_at"], stored["updated_at"]) == (AT, AT)


def test_a_changed_row_says_when(book: Path, recording: Begin) -> None:
    with recording(at=LATER) as opened:
        contacts.set_cadence(opened, 1, 30)
    stored = row(book, "contact")
    assert (stored["created_at"], stored["updated_at"]) == (AT, LATER)


def test_a_row_that_only_follows_does_not(book: Path, recording: Begin) -> None:
    with recording(at=LATER) as opened:
        meetings.log(opened, NewMeeting(DAY, "coffee", (1,)))
        favors.add(opened, NewFavor(1, "to_me", "advice", DAY))
    assert row(book, "contact")["updated_at"] == AT


# Taking back


def tables(path: Path) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables but the journal, without derived columns."""
    with doors.reading(str(path), AT, derive) as connection:
        connection.row_factory = sqlite3.Row
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {
            name: [
                {key: row[key] for key in row.keys() if key not in DERIVED}  # noqa: SIM118
                for row in connection.execute(f"SELECT * FROM {name} ORDER BY id")
            ]
            for (name,) in names
            if name not in JOURNAL and "_search" not in name
        }


def take_back(path: Path, changes: list[Change]) -> None:
    """Put every row back to what it was before: all that changed goes, then what was there comes.

    Within one command a row may have taken another's place, so that no order of rows does.
    """
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA trusted_schema = ON")
    for change in changes:
        connection.execute(f"DELETE FROM {change.table} WHERE id = ?", (change.row_id,))
    for change in changes:
        if change.before is not None:
            names = ", ".join(f'"{name}"' for name in change.before)
            values = ", ".join(f":{name}" for name in change.before)
            sql = f"INSERT INTO {change.table} ({names}) VALUES ({values})"
            connection.execute(sql, change.before)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.commit()
    connection.close()


@given(data=st.data())
@settings(max_examples=examples(6), deadline=None)
def test_taking_changes_back_one_by_one_restores_every_state_there_was(
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
    write_anything: Callable[[st.DataObject, Recording], None],
) -> None:
    path = tmp_path_factory.mktemp("book") / "netlog.db"
    before = []
    for number in range(data.draw(st.integers(1, 6), label="commands")):
        before.append(tables(path))
        with doors.recording(str(path), command=str(number), at=AT, judge=derive) as book:
            for _ in range(data.draw(st.integers(1, 4), label="writes")):
                write_anything(data, book)
    changes = journal(path)
    for number, state in reversed(list(enumerate(before))):
        take_back(path, [change for change in changes if change.command == str(number)])
        assert tables(path) == state
