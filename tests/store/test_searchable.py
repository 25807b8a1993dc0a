"""The search index: whatever is written, it says what the records say."""

import sqlite3
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from netlog.errors import DamagedFile
from netlog.folding import searchable as searchable_text
from netlog.folding import words
from netlog.records.contacts import NewContact
from netlog.rules.derived import derive
from netlog.store import doors, migrate
from netlog.store.reads.searchable import ALL, texts
from netlog.store.writes import contacts, derived, searchable
from netlog.store.writes.recording import Recording

AT = "2026-11-23T12:00:00Z"
SPELLED = (
    "Zoë Müller's Ægir, ČERNÝ-Šimek & 李小龍; O'Brien C++ .NET ﬁn naïve 1,5 €, bei Ågård, A\u200bda"
)
MADE = {
    "contact": (28, "b7f2bc0f"),
    "meeting": (27, "cb2de905"),
    "favor": (29, "89545253"),
    "plan": (27, "badb6b73"),
    "organization": (28, "f3ab7a76"),
    "goal": (27, "2ec767e3"),
    "lead": (27, "9bcc6ee0"),
}


def check(connection: sqlite3.Connection) -> None:
    """Raise unless every search_text follows from its record, and the index from that."""
    for table in ALL:
        stored = dict(connection.execute(f"SELECT id, search_text FROM {table}"))
        folded = {id_: " ".join(words(text)) for id_, text in texts(connection, table, None)}
        assert stored == folded
        index = f"INSERT INTO {table}_search ({table}_search, rank) VALUES ('integrity-check', 1)"
        connection.execute(index)


@given(data=st.data())
@settings(max_examples=examples(5), deadline=None)
def test_it_is_kept_in_step(
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
    write_anything: Callable[[st.DataObject, Recording], None],
) -> None:
    path = tmp_path_factory.mktemp("book") / "netlog.db"
    for _ in range(data.draw(st.integers(1, 5), label="commands")):
        with doors.recording(str(path), command="test", at=AT, judge=derive) as book:
            for _ in range(data.draw(st.integers(1, 4), label="writes")):
                write_anything(data, book)
        with doors.recording(str(path), command="check", at=AT, judge=derive) as book:
            check(book.connection)


def test_it_can_be_made_anew(db: Path, recording) -> None:
    with recording() as book:
        contacts.add(book, NewContact("Grace Hopper", notes="clocks"))
    with recording() as book:
        book.connection.execute("UPDATE contact SET search_text = 'lies'")
        searchable.rebuild(book.connection)
        check(book.connection)


def made(table: str) -> str:
    """What tells how the text of a table is made: of which facts, and how it is folded."""
    facts = " ".join(ALL[table].split())
    return sha256(f"{facts}{searchable_text(SPELLED)}".encode()).hexdigest()[:8]


def test_whoever_makes_a_text_otherwise_says_since_which_version() -> None:
    """An upgrade makes anew only what older files made otherwise.

    Where this fails: raise SINCE of the table to the version of a new step, and write both down.
    """
    assert {table: (searchable.SINCE[table], made(table)) for table in ALL} == MADE


def test_an_upgrade_leaves_alone_what_is_as_it_should_be(db: Path, recording) -> None:
    with recording() as book:
        contacts.add(book, NewContact("Grace Hopper", notes="clocks"))
    with recording() as book:
        before = book.connection.total_changes
        searchable.renew(book.connection, migrate.LATEST)
        derived.renew(book.connection, migrate.LATEST, derive)
        assert book.connection.total_changes == before
        book.connection.execute("UPDATE contact SET search_text = 'lies', name_key = 'lies'")
        searchable.renew(book.connection, 1)
        derived.renew(book.connection, 1, derive)
        check(book.connection)
        (key,) = book.connection.execute("SELECT name_key FROM contact").fetchone()
        assert key == "\n grace hopper\n"


def test_a_trigger_that_is_not_netlogs_is_not_let_run(db: Path, recording) -> None:
    with recording() as book:
        contacts.add(book, NewContact("Grace Hopper"))
    foreign = sqlite3.connect(db)
    foreign.execute("CREATE TRIGGER x AFTER INSERT ON contact BEGIN DELETE FROM thanks; END")
    foreign.close()
    before = db.read_bytes()
    with pytest.raises(DamagedFile, match="not netlog's"), recording() as book:
        contacts.add(book, NewContact("Ada Lovelace"))
    assert db.read_bytes() == before
