"""After a crash: what a killed writer leaves is rolled back by the next command, all or nothing."""

import os
import shutil
import signal
import sqlite3
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.store.killing import killed, leave

from netlog.errors import DamagedFile, FileTrouble
from netlog.records.contacts import NewContact
from netlog.records.meetings import NewMeeting
from netlog.rules.derived import derive
from netlog.store import connect, doors
from netlog.store.creation import PAGE_BYTES
from netlog.store.writes import contacts, meetings

AT = "2026-11-23T12:00:00Z"
PEOPLE = 60


@pytest.fixture(autouse=True)
def copied_when_empty() -> None:
    """Here every book is made in earnest."""


def add(path: Path, *names: str) -> None:
    with doors.recording(str(path), command="add", at=AT, judge=derive) as book:
        for name in names:
            contacts.add(book, NewContact(name, notes="before " * 50, tags=("friend",)))


def names(path: Path) -> list[str]:
    with doors.reading(str(path), AT, derive) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM contact ORDER BY id")]


def notes(path: Path) -> set[str]:
    with doors.reading(str(path), AT, derive) as connection:
        return {words.split()[0] for (words,) in connection.execute("SELECT notes FROM contact")}


def tables(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, once SQLite finds the file whole."""
    with doors.reading(str(path), AT, derive) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {
            name: connection.execute(f"SELECT * FROM {name}").fetchall()
            for (name,) in found
            if "_search" not in name  # the index, which says the same in its own way
        }


def write_half_and_die(path: Path) -> None:
    """Be killed in a transaction that has outgrown its cache: part of it is in the file."""
    connection = connect.for_writing(str(path))
    connection.execute("PRAGMA cache_spill = 1")
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE contact SET notes = replace(notes, 'before', 'after')")
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def crashed(db: Path, child: Any) -> Path:
    """A book that a killed writer left half changed, with the journal that undoes it."""
    add(db, *(f"Person {number}" for number in range(PEOPLE)))
    before = db.read_bytes()
    child(lambda: write_half_and_die(db))
    assert db.read_bytes() != before
    assert needs_recovery(db)
    return db


def needs_recovery(path: Path) -> bool:
    """Whether SQLite itself takes the journal beside the file for one to roll back."""
    connection = connect.for_reading(str(path))
    try:
        connection.execute("SELECT * FROM contact")
    except sqlite3.OperationalError as error:
        return error.sqlite_errorname == "SQLITE_READONLY_ROLLBACK"
    finally:
        connection.close()
    return False


# A journal left behind


def test_reading_rolls_a_killed_write_back(crashed: Path) -> None:
    assert notes(crashed) == {"before"}
    assert os.listdir(crashed.parent) == [crashed.name]


def test_recording_rolls_a_killed_write_back(crashed: Path) -> None:
    add(crashed, "Grace Hopper")
    assert notes(crashed) == {"before"}
    assert len(names(crashed)) == PEOPLE + 1


def test_reading_through_a_link_rolls_it_back_too(home: Path, crashed: Path) -> None:
    (home / "link.db").symlink_to(crashed)
    assert notes(home / "link.db") == {"before"}


def test_several_readers_at_once_all_see_it_rolled_back(crashed: Path, children: Any) -> None:
    assert children([lambda: notes(crashed)] * 6) == [{"before"}] * 6


def test_where_nothing_may_be_written_it_is_refused_and_left_for_later(
    crashed: Path, child: Any, powerless: Any
) -> None:
    crashed.chmod(0o400)
    crashed.parent.chmod(0o500)
    with pytest.raises(FileTrouble, match="may not be written") as raised:
        child(powerless(lambda: notes(crashed)))
    assert raised.value.status == 6
    assert not raised.value.saved
    crashed.parent.chmod(0o700)
    crashed.chmod(0o600)
    assert notes(crashed) == {"before"}


# Killed anywhere


def log(path: Path) -> None:
    with doors.recording(str(path), command="log", at=AT, judge=derive) as book:
        grace = contacts.add(book, NewContact("Grace Hopper", circles=("peer",)))
        contacts.set_cadence(book, 1, 30)
        meetings.log(book, NewMeeting(date(2026, 11, 20), "coffee", (1, grace)))


def test_a_write_killed_at_any_statement_changes_nothing_at_all(db: Path, home: Path) -> None:
    add(db, "Ada Lovelace")
    before = tables(db)
    statements, (*left, whole) = killed(lambda: log(db), db.parent)
    assert statements > 20
    assert len(left) > 3
    for number, files in enumerate(left):
        leave(files, home / str(number))
        assert tables(home / str(number) / db.name) == before
    leave(whole, home / "whole")
    assert names(home / "whole" / db.name) == ["Ada Lovelace", "Grace Hopper"]


def test_a_first_write_killed_anywhere_leaves_an_empty_book(home: Path) -> None:
    begun = home / "begun"
    statements, (*left, whole) = killed(partial(add, begun / "n.db", "Grace Hopper"), begun)
    assert statements > 200
    assert len(left) > 3
    for number, files in enumerate(left):
        path = home / str(number) / "n.db"
        leave(files, path.parent)
        assert not any(tables(path).values())
        add(path, "Ada Lovelace")
        assert names(path) == ["Ada Lovelace"]
    leave(whole, home / "whole")
    assert names(home / "whole" / "n.db") == ["Grace Hopper"]


@pytest.mark.parametrize("statement", [1, 20, 45])
def test_a_killed_process_leaves_what_was_written_and_nothing_else(
    db: Path, home: Path, kill: Any, statement: int
) -> None:
    """So that `killed` is a kill; what a journal says is drawn anew each time, but not how much."""
    add(db, "Ada Lovelace")
    there = Path(shutil.copytree(db.parent, home / "there"))
    before = db.read_bytes()
    _, left = killed(lambda: log(db), db.parent)
    kill(lambda: log(there / db.name), statement)
    assert (there / db.name).read_bytes() == before
    found = {path.name: path.stat().st_size for path in there.iterdir() if path.is_file()}
    assert found in [{name: len(data) for name, data in files.items()} for files in left]


@pytest.mark.parametrize("acknowledged", [1, 2, 5, 9, 14])
def test_what_was_acknowledged_survives_a_kill_at_any_moment(
    db: Path, started: Any, acknowledged: int
) -> None:
    add(db, "Person 0")
    told, tell = os.pipe()

    def write_on() -> None:
        for number in range(1, 1000):
            add(db, f"Person {number}")
            os.write(tell, b".")

    writer = started(write_on)
    os.close(tell)
    for _ in range(acknowledged):
        assert os.read(told, 1) == b"."
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    with open(told, "rb") as pipe:
        confirmed = acknowledged + len(pipe.read())
    found = names(db)
    assert len(found) - 1 in (confirmed, confirmed + 1)
    assert found == [f"Person {number}" for number in range(len(found))]
    assert len(tables(db)["change"]) == 2 * len(found)


# Damage


def test_a_file_cut_short_is_never_read_as_a_shorter_book(db: Path) -> None:
    add(db, *(f"Person {number}" for number in range(PEOPLE)))
    whole = db.stat().st_size
    for kept in range(whole - 4096, 0, -4096 * 7):
        os.truncate(db, kept)
        with pytest.raises(DamagedFile) as raised:
            names(db)
        assert raised.value.status == 7


def test_a_page_overwritten_with_noise_is_told_as_damage(db: Path) -> None:
    add(db, *(f"Person {number}" for number in range(PEOPLE)))
    with doors.reading(str(db), AT, derive) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'contact'")
        page = root.fetchone()[0]
    with open(db, "r+b") as file:
        file.seek((page - 1) * PAGE_BYTES)
        file.write(bytes(range(256)) * (PAGE_BYTES // 256))
    with pytest.raises(DamagedFile, match="damaged"):
        names(db)
