"""A run's views go through one connection: it sees what is there, and holds up nobody."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from netlog.actions.doors import Doors

NAMES = "SELECT name FROM contact ORDER BY id"


@pytest.fixture
def run(netlog, db: Path) -> Iterator[Doors]:
    netlog("add", "Ada")
    with closing(Doors(str(db))) as found:
        yield found


def names(run: Doors) -> list[str]:
    with run.reading() as connection:
        return [name for (name,) in connection.execute(NAMES)]


def test_the_next_view_sees_what_was_written_meanwhile(run: Doors, netlog) -> None:
    assert names(run) == ["Ada"]
    assert netlog("add", "Grace").status == 0
    assert names(run) == ["Ada", "Grace"]


def test_the_schema_is_read_once(run: Doors) -> None:
    with run.reading() as first:
        pass
    with run.reading() as second:
        assert second is first


def test_what_the_run_itself_wrote_is_seen_through_it_too(run: Doors) -> None:
    with run.reading() as before:
        pass
    with run.recording("test") as book:
        book.connection.execute("UPDATE contact SET name = 'Ada Lovelace'")
    with run.reading() as after:
        assert after is before
        assert after.execute(NAMES).fetchall() == [("Ada Lovelace",)]


def test_another_file_of_that_name_is_another_file(run: Doors, db: Path, netlog) -> None:
    copy = db.with_name("copy.db")
    shutil.copy2(db, copy)
    netlog("add", "Grace")
    assert names(run) == ["Ada", "Grace"]
    os.replace(copy, db)
    assert names(run) == ["Ada"]
    db.unlink()
    assert names(run) == []


def test_between_two_views_nobody_is_held_up(run: Doors, db: Path) -> None:
    assert names(run) == ["Ada"]
    with closing(sqlite3.connect(db, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")


def test_a_view_inside_a_view_is_one_of_its_own(run: Doors) -> None:
    with run.reading() as outer:
        with run.reading() as inner:
            assert inner is not outer
        assert outer.execute(NAMES).fetchall() == [("Ada",)]
    assert names(run) == ["Ada"]


def test_of_a_book_in_wal_nothing_is_kept(run: Doors, db: Path) -> None:
    with closing(sqlite3.connect(db)) as other:
        other.execute("PRAGMA journal_mode=WAL")
    names(run)
    with closing(sqlite3.connect(db, timeout=0)) as other:
        assert other.execute("PRAGMA journal_mode=DELETE").fetchone() == ("delete",)
