"""Undo in the store: whatever a command did to rows, they become exactly what they were."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel, select
from tests.examples import examples
from tests.store.killing import killed, leave

from netlog.records.cadence import Derived
from netlog.records.contacts import NewContact
from netlog.records.favors import NewFavor
from netlog.records.history import Batch, Obstacle
from netlog.records.meetings import NewMeeting
from netlog.records.thanks import NewThanks
from netlog.rules.derived import derive
from netlog.rules.doctor import strayed
from netlog.rules.history import to_redo, to_undo
from netlog.store import doors
from netlog.store.reads import doctor as reads
from netlog.store.reads import history, references
from netlog.store.reads.cadence import facts
from netlog.store.tables import whole
from netlog.store.tables.belongings import (
    ContactCircle,
    ContactDate,
    ContactField,
    ContactJob,
    ContactKept,
    ContactMethod,
    ContactName,
    ContactTag,
    ContactUid,
    NotDuplicate,
)
from netlog.store.tables.contacts import ContactRow
from netlog.store.tables.favors import FavorRow, ThanksRow
from netlog.store.tables.history import JOURNAL
from netlog.store.tables.meetings import MeetingContact
from netlog.store.tables.plans import PlanContact
from netlog.store.writes import (
    cadence,
    contacts,
    derived,
    favors,
    history_large,
    meetings,
    taking_back,
    thanks,
)
from netlog.store.writes.recording import Recording

AT = "2026-11-23T12:00:00Z"
LATER = "2026-11-24T12:00:00Z"
DAY = date(2026, 11, 20)
TABLES = [name for name in SQLModel.metadata.tables if name not in JOURNAL]

Begin = Callable[..., AbstractContextManager[Recording]]
Dump = dict[str, list[tuple[Any, ...]]]


def dump(path: Path) -> Dump:
    """All rows of all tables but the journal, derived columns too."""
    with doors.reading(str(path), AT, derive) as connection:
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY id").fetchall()
            for name in TABLES
        }


def check(path: Path) -> None:
    """Raise when a derived column is not what follows, a reference leads nowhere, or the journal
    says of a row something else than what it is.
    """
    columns = ", ".join(Derived._fields)
    with doors.reading(str(path), AT, derive) as connection:
        rows = connection.execute(f"SELECT id, {columns} FROM contact").fetchall()
        stored = {id_: Derived(*values) for id_, *values in rows}
        assert stored == {known.id: derive(known) for known in facts(connection)}
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for table in reads.tables(connection):
            told = reads.images(connection, table)
            assert list(strayed(table, reads.rows(connection, table), told)) == []


def recorded(path: Path, at: str = AT) -> AbstractContextManager[Recording]:
    return doors.recording(str(path), command="test", at=at, judge=derive)


def able(path: Path, choose: Any = to_undo) -> list[Batch]:
    with doors.reading(str(path), AT, derive) as connection:
        return list(choose(history.batches(connection)))


@pytest.fixture(scope="module", params=["held", "passing"], autouse=True)
def _large_or_not(request: pytest.FixtureRequest) -> Iterator[None]:
    """All of it once as for commands that are held in memory, once as for those too large."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "passing":
            patch.setattr(taking_back, "MOST_HELD", 0)
            patch.setattr(history_large, "AT_ONCE", 3)
        yield


class InTheWay(Exception):
    """Leaves a transaction as it was."""


def test_the_file_says_of_what_refers_to_what_all_that_the_tables_say(tmp_path: Path) -> None:
    with recorded(tmp_path / "new.db") as book:
        keys = references.keys(book.connection)
    said = {
        (key.parent.table.name, key.parent.name, key.column.table.name)
        for table in whole.TABLES
        for key in table.foreign_keys
    }
    assert len(keys) == len(said)
    assert {*keys} == said
    order = references.owners(keys)
    assert {*order} == {owner for _, _, owner in said}
    later = [(table, owner) for table, _, owner in said if table in order and table != owner]
    assert all(order.index(owner) < order.index(table) for table, owner in later)


def take_back(path: Path, number: int = 1, choose: Any = to_undo) -> Obstacle | None:
    """Undo, or redo with to_redo; what stands in the way is returned, and nothing changed."""
    return take_back_these(path, lambda batches: islice(choose(batches), number), choose)


def take_back_these(
    path: Path, which: Any, choose: Any = to_undo, *, alone: bool = False
) -> Obstacle | None:
    command = "undo" if choose is to_undo else "redo"
    obstacle = None
    try:
        with doors.recording(str(path), command=command, at=LATER, judge=derive) as book:
            for batch in list(which(history.batches(book.connection))):
                obstacle = taking_back.take_back(book, batch, alone=alone)
                if obstacle:
                    raise InTheWay
    except InTheWay:
        pass
    return obstacle


redo = partial(take_back, choose=to_redo)


# Whatever was done

OF_CONTACT = (
    *(ContactCircle, ContactTag, ContactMethod, ContactName, ContactDate, ContactField),
    *(ContactJob, ContactKept, ContactUid),
    *(MeetingContact, PlanContact, ThanksRow, FavorRow),
)


def remove(book: Recording, who: int) -> None:
    """A contact goes with all that is theirs, and is nobody's introduction any more."""
    for table in OF_CONTACT:
        for row in book.session.exec(select(table).where(table.contact_id == who)):
            book.session.delete(row)
        book.session.flush()
    for row in book.session.exec(select(NotDuplicate)):
        if who in (row.contact_id, row.other_id):
            book.session.delete(row)
    book.session.flush()
    for row in book.session.exec(select(ContactRow).where(ContactRow.introduced_by_id == who)):
        row.introduced_by_id = None
    book.session.flush()
    book.session.delete(book.session.get(ContactRow, who))
    book.session.flush()


def hand_over(book: Recording, who: int, to: int) -> None:
    """All that is somebody's becomes somebody else's, but what both have."""
    for table, key in ((ContactTag, "tag"), (MeetingContact, "meeting_id"), (FavorRow, "id")):
        has = {getattr(r, key) for r in book.session.exec(select(table).filter_by(contact_id=to))}
        for row in book.session.exec(select(table).filter_by(contact_id=who)):
            if getattr(row, key) in has:
                book.session.delete(row)
            else:
                row.contact_id = to
        book.session.flush()


def relabel(book: Recording, who: int, old: str, new: str) -> None:
    """A tag comes to be called as another that goes."""
    found = {r.tag: r for r in book.session.exec(select(ContactTag).filter_by(contact_id=who))}
    if new in found:
        book.session.delete(found[new])
        book.session.flush()
    if old in found:
        found[old].tag = new
        book.session.flush()


def meddle(data: st.DataObject, book: Recording) -> None:
    """Do to somebody's rows what no command does yet, or does in other words."""
    book.session.flush()
    ids = book.session.exec(select(ContactRow.id)).all()
    if ids:
        who, other = (data.draw(st.sampled_from(ids)) for _ in range(2))
        acts = [
            partial(remove, book, who),
            partial(relabel, book, who, "friends", "chess"),
            *([partial(hand_over, book, who, other)] if who != other else ()),
        ]
        data.draw(st.sampled_from(acts))()


@given(data=st.data())
@settings(max_examples=examples(3), deadline=None)
def test_undoing_restores_every_state_there_was_and_redoing_too(
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
    write_anything: Callable[[st.DataObject, Recording], None],
) -> None:
    path = tmp_path_factory.mktemp("book") / "netlog.db"
    states = [dump(path)]
    for _ in range(data.draw(st.integers(1, 5), label="commands")):
        known = len(able(path))
        with recorded(path) as book:
            for _ in range(data.draw(st.integers(1, 4), label="writes")):
                write_anything(data, book)
                if data.draw(st.integers(0, 3), label="meddle") == 0:
                    meddle(data, book)
        check(path)
        if len(able(path)) > known:
            states.append(dump(path))
    for state in reversed(states[:-1]):
        assert take_back(path) is None
        assert dump(path) == state
        check(path)
    for state in states[1:]:
        assert redo(path) is None
        assert dump(path) == state
    some = data.draw(st.integers(0, len(states) - 1), label="some")
    take_back(path, some)
    assert dump(path) == states[len(states) - 1 - some]
    redo(path, some)
    take_back(path, len(states) - 1)
    assert dump(path) == states[0]
    check(path)


# Row by row


@pytest.fixture
def book(db: Path, recording: Begin, seeded: Callable[[Callable[[], Any]], None]) -> Path:
    """Grace and Ada, whom Grace introduced, and a coffee with both that is owed thanks."""

    def fill() -> None:
        with recording("add") as book:
            grace = contacts.add(book, NewContact("Grace Hopper", tags=("chess", "friends")))
            contacts.add(book, NewContact("Ada Lovelace", introduced_by_id=grace))
        with recording("log") as book:
            coffee = meetings.log(book, NewMeeting(DAY, "coffee", (1, 2)))
            thanks.add(book, NewThanks(1, DAY, DAY, meeting_id=coffee))

    seeded(fill)
    return db


def changed_back(path: Path, recording: Begin, act: Callable[[Recording], Any]) -> None:
    """Check that a command is undone and redone to the byte."""
    before = dump(path)
    with recording("act", at=LATER) as opened:
        act(opened)
    after = dump(path)
    assert before != after
    assert take_back(path) is None
    assert dump(path) == before
    assert redo(path) is None
    assert dump(path) == after
    check(path)


@pytest.mark.parametrize(
    "act",
    [
        lambda book: contacts.set_cadence(book, 1, 7),
        lambda book: cadence.set_rule(book, "tag", "chess", 7),
        lambda book: remove(book, 1),
        lambda book: hand_over(book, 1, 2),
        lambda book: relabel(book, 1, "chess", "friends"),
        lambda book: meetings.log(book, NewMeeting(DAY, "call", (2,))),
        lambda book: favors.add(book, NewFavor(1, "to_me", "advice", DAY, meeting_id=1)),
        lambda book: thanks.send(book, 1, DAY, "note"),
    ],
    ids=["update", "rule", "remove", "hand-over", "relabel", "meeting", "favor", "thanks"],
)
def test_it_is_exact(book: Path, recording: Begin, act: Callable[[Recording], Any]) -> None:
    changed_back(book, recording, act)


def test_the_stamps_are_what_they_were(book: Path, recording: Begin) -> None:
    with recording(at=LATER) as opened:
        contacts.set_cadence(opened, 1, 7)
    take_back(book)
    stamps = dump(book)["contact"][0][19:21]
    assert stamps == (AT, AT)


def test_people_who_introduced_each_other_come_back_together(db: Path, recording: Begin) -> None:
    with recording() as opened:
        ada = contacts.add(opened, NewContact("Ada"))
        grace = contacts.add(opened, NewContact("Grace", introduced_by_id=ada))
        opened.session.get(ContactRow, ada).introduced_by_id = grace
    before = dump(db)
    take_back(db)
    assert dump(db)["contact"] == []
    redo(db)
    assert dump(db) == before


def test_many_rows_are_as_exact_as_few(
    db: Path, recording: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(derived, "FEW", 40)

    def fill(book: Recording) -> None:
        for number in range(60):
            contacts.add(book, NewContact(f"N{number}", tags=("chess",), introduced_by_id=1))

    with recording() as opened:
        contacts.add(opened, NewContact("Grace"))
    changed_back(db, recording, fill)


# What the journal says of it


def test_it_is_a_command_of_its_own_that_names_what_it_undoes(book: Path) -> None:
    log = able(book)[0]
    take_back(book)
    with doors.reading(str(book), AT, derive) as connection:
        last = next(history.batches(connection))
        rows = history.changes(connection, last)
    assert (last.command, last.at, last.undoes) == ("undo", LATER, log.id)
    assert {(row.table, row.after) for row in rows} == {
        (table, None) for table in ("meeting", "meeting_contact", "thanks")
    }


def test_taken_back_and_brought_back_its_rows_are_written_once(book: Path) -> None:
    def rows() -> tuple[int, int]:
        with doors.reading(str(book), AT, derive) as connection:
            counts = "SELECT (SELECT count(*) FROM change), (SELECT count(*) FROM pack)"
            return connection.execute(counts).fetchone()

    before = rows()
    for _ in range(3):
        take_back(book, 2)
        redo(book, 2)
    assert rows() == before
    take_back(book)
    check(book)


def test_several_are_each_a_command_in_one_transaction(book: Path) -> None:
    undone = able(book)
    take_back(book, 2)
    with doors.reading(str(book), AT, derive) as connection:
        made = list(islice(history.batches(connection), 2))
    assert [batch.undoes for batch in made] == [undone[1].id, undone[0].id]


def test_an_undone_id_is_not_given_again(book: Path, recording: Begin) -> None:
    take_back(book, 2)
    with recording() as opened:
        assert contacts.add(opened, NewContact("Mary")) == 3


def test_a_file_of_the_first_version_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes((Path(__file__).parent / "released" / "v1.db").read_bytes())
    path.chmod(0o600)
    full, commands = dump(path), len(able(path))
    take_back(path, commands)
    assert all(rows == [] for rows in dump(path).values())
    redo(path, commands)
    assert dump(path) == full


def test_a_file_of_the_first_version_knows_whose_rows_changed(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes((Path(__file__).parent / "released" / "v1.db").read_bytes())
    path.chmod(0o600)
    with doors.reading(str(path), AT, derive) as connection:
        tables = {change.table for change in history.of_contact(connection, 1)}
    assert tables == {"contact", "contact_circle", "contact_tag", "contact_method"}


# What stands in the way


def outside(path: Path, sql: str) -> None:
    """Change the file as another program would."""
    connection = sqlite3.connect(path)
    connection.execute(sql)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("sql", "table", "row_id", "did"),
    [
        ("UPDATE thanks SET how = 'call'", "thanks", 1, "changed"),
        ("DELETE FROM thanks", "thanks", 1, "removed"),
        (
            "INSERT INTO favor (id, uid, contact_id, meeting_id, direction, text, opened_on, "
            "created_at, updated_at) VALUES (9, 'u', 2, 1, 'to_me', 'a', '', '', '')",
            "favor",
            9,
            "refers",
        ),
    ],
)
def test_what_was_done_outside_stands_in_the_way(
    book: Path, sql: str, table: str, row_id: int, did: str
) -> None:
    outside(book, sql)
    before = dump(book)
    found = take_back(book)
    assert found is not None
    assert (found.change.table, found.change.row_id, found.did) == (table, row_id, did)
    assert found.command is None
    assert dump(book) == before


def test_what_a_restored_row_needs_must_be_there(book: Path, recording: Begin) -> None:
    with recording() as opened:
        opened.session.delete(opened.session.get(ThanksRow, 1))
    outside(book, "DELETE FROM meeting_contact")
    outside(book, "DELETE FROM meeting")
    found = take_back(book)
    assert found is not None
    assert (found.change.table, found.change.row_id, found.did) == ("meeting", 1, "removed")


def test_a_later_command_that_the_journal_knows_is_named(book: Path, recording: Begin) -> None:
    log = able(book)[0]
    with recording("thank", at=LATER) as opened:
        thanks.send(opened, 1, DAY, None)
    found = take_back_these(book, lambda _: [log])
    assert found is not None
    assert (found.change.table, found.did, found.command, found.at) == (
        "thanks",
        "changed",
        "thank",
        LATER,
    )


def test_a_later_record_that_needs_it_is_named(book: Path, recording: Begin) -> None:
    log = able(book)[0]
    with recording("favor give", at=LATER) as opened:
        favors.add(opened, NewFavor(2, "to_them", "slides", DAY, meeting_id=1))
    found = take_back_these(book, lambda _: [log])
    assert found is not None
    assert (found.change.table, found.did, found.command) == ("favor", "refers", "favor give")


# One command alone


def alone(path: Path, which: Batch, choose: Any = to_undo) -> Obstacle | None:
    return take_back_these(path, lambda _: [which], choose, alone=True)


def test_what_later_commands_changed_of_the_same_rows_stays(book: Path, recording: Begin) -> None:
    def edit(book: Recording, **what: str) -> None:
        for row in book.session.exec(select(ContactRow)):
            for name, value in what.items():
                setattr(row, name, value)

    with recording() as opened:
        edit(opened, organization="Navy")
    expected = dump(book)
    take_back(book)
    with recording() as opened:
        edit(opened, city="Rome", title="Admiral")
        contacts.set_cadence(opened, 1, 7)
    meant = able(book)[0]
    with recording() as opened:
        edit(opened, organization="Navy")
    full = dump(book)
    assert alone(book, meant) is None
    assert dump(book) == expected
    check(book)
    assert redo(book) is None
    assert dump(book) == full
    check(book)


def test_what_a_later_command_made_of_the_same_cell_stands_in_the_way(
    book: Path, recording: Begin
) -> None:
    for days in (7, 14):
        with recording() as opened:
            contacts.set_cadence(opened, 1, days)
    before = dump(book)
    found = alone(book, able(book)[1])
    assert found is not None
    assert (found.change.table, found.did) == ("contact", "changed")
    assert dump(book) == before


# Killed in the middle


@pytest.mark.slow
def test_a_killed_undo_never_happened(book: Path, home: Path) -> None:
    before = dump(book)
    statements, left = killed(lambda: take_back(book, 2), book.parent)
    assert statements > 20
    assert len(left) > 3
    for number, files in enumerate(left):
        path = home / str(number) / book.name
        leave(files, path.parent)
        assert dump(path) in (before, {name: [] for name in TABLES})
        if dump(path) != before:
            redo(path, 2)
            assert dump(path) == before
