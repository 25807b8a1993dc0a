"""Two doors to the file: `reading`, sqlite3 and read-only; `recording`, one SQLModel session."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from netlog.records.cadence import ContactFacts, Derived
from netlog.store import connect, failures, guard, migrate

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

Judge = Callable[[ContactFacts], Derived]


@contextmanager
def reading(path: str, at: str) -> Iterator[sqlite3.Connection]:
    """One consistent, read-only view of the file; an empty one when there is no file yet.

    at is this instant in UTC, which names the backup when an older file has to be upgraded first.
    Raises FileTrouble or DamagedFile.
    """
    try:
        connection = _open_view(path, at)
    except sqlite3.Error as error:
        raise failures.from_sqlite(error, path) from None
    try:
        yield connection
    except sqlite3.Error as error:
        raise failures.from_sqlite(error, path) from None
    finally:
        connection.close()


def _open_view(path: str, at: str) -> sqlite3.Connection:
    if not guard.check(path):
        empty = sqlite3.connect(":memory:", isolation_level=None)
        migrate.apply(empty, since=0)
        return empty
    try:
        connection, found = _begin_view(path)
    except sqlite3.OperationalError as error:
        if not _needs_recovery(error, path):
            raise
        _recover(path)
        connection, found = _begin_view(path)
    if found < migrate.LATEST:
        connection.close()
        upgrade(path, at)
        connection, _ = _begin_view(path)
    return connection


def _begin_view(path: str) -> tuple[sqlite3.Connection, int]:
    connection = connect.for_reading(path)
    try:
        connection.execute("BEGIN")
        return connection, migrate.version(connection, path)
    except BaseException:
        connection.close()
        raise


def _needs_recovery(error: sqlite3.OperationalError, path: str) -> bool:
    """A killed writer's journal can only be rolled back by a connection that may write."""
    name = getattr(error, "sqlite_errorname", "")
    return name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")) and os.path.exists(
        f"{path}-journal"
    )


def _recover(path: str) -> None:
    connection = connect.for_writing(path)
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")
    finally:
        connection.close()


def upgrade(path: str, at: str) -> None:
    """Back the file up and bring its schema to the latest version, in one transaction."""
    from netlog.store.backups import back_up

    back_up(path, at, "before-upgrade")
    connection = connect.for_writing(path)
    try:
        connection.execute("BEGIN IMMEDIATE")
        # Another process may have upgraded it since the backup: look again under the lock.
        found = migrate.version(connection, path)
        if found < migrate.LATEST:
            migrate.apply(connection, since=found)
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise failures.from_sqlite(error, path) from None
    finally:
        connection.close()


@contextmanager
def recording(path: str, *, command: str, at: str, judge: Judge) -> Iterator["Recording"]:
    """One transaction that changes the file: journaled, its derived columns judged, committed once.

    command names the change in the journal, at is this instant in UTC, judge says what the derived
    columns of a contact must be. Whatever is raised inside, nothing is changed.
    """
    from sqlalchemy.exc import DBAPIError

    from netlog.store.writes.recording import Recording, cause

    _ready(path)
    book = None
    try:
        book = Recording(path, command, at, judge)
        if book.outdated:
            book.close()
            upgrade(path, at)
            book = Recording(path, command, at, judge)
        yield book
        book.commit()
    except DBAPIError as error:
        raise failures.from_sqlite(cause(error), path) from None
    except sqlite3.Error as error:
        raise failures.from_sqlite(error, path) from None
    finally:
        if book is not None:
            book.close()


def _ready(path: str) -> None:
    """See that a file is there, making it when there is none."""
    if not guard.check(path):
        from netlog.store.creation import create

        create(path)
        guard.check(path)
