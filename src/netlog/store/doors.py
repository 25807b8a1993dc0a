"""The doors to the file: `reading` and `glancing`, sqlite3 and read-only; `recording`, SQLModel."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date

from netlog.contexts import contextmanager
from netlog.errors import FileTrouble
from netlog.later import Later
from netlog.store import connect, guard, migrate
from netlog.typed import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from netlog.records.cadence import ContactFacts, Derived
    from netlog.store.writes.recording import Recording

# Readers are kept out while a writer commits; one that takes longer is not waited for.
_GLANCE = "PRAGMA busy_timeout = 300"

# What may go wrong is told by those to whom it happens, and few have an older file.
from_sqlite = Later("store.failures", "from_sqlite")
_upgrade = Later("store.upgrading", "upgrade")
_reading, _asked, _glancing, _rehearsing = (
    Later("store.postgres.door", name) for name in ("reading", "asked", "glancing", "rehearsing")
)
T = TypeVar("T")

Judge = Callable[["ContactFacts"], "Derived"]


@contextmanager
def reading(
    path: str, at: str, judge: Judge, kept: "Views | None" = None
) -> Iterator[connect.Book]:
    """One consistent, read-only view of the file; an empty one when there is no file yet.

    at is this instant in UTC, which names the backup when an older file has to be upgraded first;
    judge says what its derived columns must be then; kept is what earlier views of this run left.
    Raises FileTrouble or DamagedFile.
    """
    if connect.is_address(path):
        with _reading(path, judge, kept) as book:
            yield book
        return
    here = _identity(path)
    try:
        connection = (kept and kept.taken(path, here)) or _open_view(path, at, judge)
    except sqlite3.Error as error:
        raise from_sqlite(error, path) from None
    try:
        yield connection
        if kept and here:
            kept.leave(connection, here)
    except sqlite3.Error as error:
        raise from_sqlite(error, path) from None
    finally:
        if not (kept and kept.holds(connection)):
            connection.close()


def asked(path: str, at: str, judge: Judge, kept: "Views", read: Callable[[connect.Book], T]) -> T:
    """What that reads of one such view; on a server in as few messages as can be.

    It must change nothing: there it is run until all that it asks is known.
    """
    if connect.is_address(path):
        found: T = _asked(path, judge, kept, read)
        return found
    with reading(path, at, judge, kept) as book:
        return read(book)


class Views:
    """What one run's views leave to the next: a connection that has read the schema already.

    In between it locks nothing. A book in WAL is locked by each connection, so none is kept of it.
    """

    def __init__(self) -> None:
        self._idle: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self.elsewhere: Any = None  # a server's

    def taken(self, path: str, here: tuple[int, int] | None) -> sqlite3.Connection | None:
        """A view through what is kept; None when nothing is, or another file is there by now."""
        idle, self._idle = self._idle, None
        if idle is None:
            return None
        try:
            if here == self._file and guard.check(path):
                idle.execute("BEGIN")
                if migrate.version(idle, path) == migrate.LATEST:
                    return idle
        except sqlite3.Error:
            pass  # as when a writer was killed meanwhile: whoever opens it anew sees to that
        except BaseException:
            idle.close()
            raise
        idle.close()
        return None

    def leave(self, connection: sqlite3.Connection, here: tuple[int, int]) -> None:
        """Keep the connection of a view that has ended, unless one is kept already."""
        if self._idle is None and connection.in_transaction:
            (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
            if mode == "delete":
                connection.execute("ROLLBACK")
                self._idle, self._file = connection, here

    def holds(self, connection: sqlite3.Connection) -> bool:
        """Whether it is this connection that is kept."""
        return self._idle is connection

    def close(self) -> None:
        """Let go of the file."""
        for one in filter(None, (self._idle, self.elsewhere)):
            one.close()
        self._idle = self.elsewhere = None


def _identity(path: str) -> tuple[int, int] | None:
    """Which file is there, whatever it is called; None when none is."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _open_view(path: str, at: str, judge: Judge) -> sqlite3.Connection:
    if not guard.check(path):
        empty = connect.to_nothing()
        migrate.apply(empty, since=0)
        return empty
    try:
        connection, found = _begin_view(path)
    except sqlite3.OperationalError as error:
        if not _needs_recovery(error):
            raise
        _recover(path)
        connection, found = _begin_view(path)
    if found < migrate.LATEST:
        connection.close()
        _upgrade(path, at, judge)
        connection, _ = _begin_view(path)
    return connection


def _begin_view(path: str) -> tuple[sqlite3.Connection, int]:
    connection = connect.for_reading(path)
    try:
        connection.execute("BEGIN")
        # Whoever has read once is in nobody's way, nor anybody in theirs.
        return connection, connect.patiently(lambda: migrate.version(connection, path))
    except BaseException:
        connection.close()
        raise


def _needs_recovery(error: sqlite3.OperationalError) -> bool:
    """A killed writer's journal can only be rolled back by a connection that may write.

    Whether it is still there says nothing: another process may have been quicker.
    """
    name = getattr(error, "sqlite_errorname", "")
    return name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN"))


def _recover(path: str) -> None:
    connection = connect.for_writing(path)
    try:
        connect.begin(connection)
        connection.execute("ROLLBACK")
    finally:
        connection.close()


@contextmanager
def glancing(path: str) -> Iterator[connect.Book]:
    """The file read-only and in passing: it is not waited for, made, upgraded or repaired.

    Raises FileTrouble when it is not there or not ready, and whatever else is wrong with it.
    """
    if connect.is_address(path):
        with _glancing(path) as book:
            yield book
        return
    if not guard.check(path):
        raise FileTrouble(f"There is no file {path} yet.")
    connection = connect.for_reading(path)
    try:
        connection.execute(_GLANCE)
        if migrate.version(connection, path) < migrate.LATEST:
            raise FileTrouble(f"The file {path} has to be upgraded first.")
        yield connection
    finally:
        connection.close()


@contextmanager
def recording(
    path: str,
    *,
    command: str,
    at: str,
    judge: Judge,
    today: date | None = None,
    large: bool = False,
) -> Iterator["Recording"]:
    """One transaction that changes the file: journaled, its derived columns judged, committed once.

    command names the change in the journal, at is this instant in UTC, judge says what the derived
    columns of a contact must be; today is the local day, else that of the instant; large says that
    it may not fit into memory. Whatever is raised inside, nothing is changed.
    """
    with rehearsing(path, command=command, at=at, judge=judge, today=today, large=large) as book:
        yield book
        book.commit()


@contextmanager
def rehearsing(
    path: str,
    *,
    command: str,
    at: str,
    judge: Judge,
    today: date | None = None,
    large: bool = False,
) -> Iterator["Recording"]:
    """Like `recording`, without its commit: unless the caller commits, it never happened."""
    if connect.is_address(path):
        with _rehearsing(path, command, at, judge, today) as elsewhere:
            yield elsewhere
        return
    from sqlalchemy.exc import DBAPIError

    from netlog.store.writes import ahead
    from netlog.store.writes.recording import Recording, cause

    _ready(path)
    ahead.load(command)
    book = None
    try:
        book = Recording(path, command, at, judge, today=today, large=large)
        if book.outdated:
            book.close()
            _upgrade(path, at, judge)
            book = Recording(path, command, at, judge, today=today, large=large)
        yield book
    except DBAPIError as error:
        raise from_sqlite(cause(error), path, saved=False) from None
    except sqlite3.Error as error:
        raise from_sqlite(error, path, saved=False) from None
    finally:
        if book is not None:
            book.close()


def _ready(path: str) -> None:
    """See that a file is there, making it when there is none."""
    if not guard.check(path):
        from netlog.store.creation import create

        create(path)
        guard.check(path)
