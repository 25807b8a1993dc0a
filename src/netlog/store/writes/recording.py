"""One transaction on the file: its session, its journal, its one commit."""

import sqlite3
from collections.abc import Callable
from contextvars import ContextVar
from datetime import date
from functools import cache

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from netlog import clock
from netlog.errors import Saved
from netlog.records.cadence import ContactFacts, Derived
from netlog.store import connect, failures, migrate
from netlog.store.connect import Book
from netlog.store.writes import searchable
from netlog.store.writes.derived import recompute
from netlog.store.writes.journal import Journal
from netlog.typed import Protocol

IS_THERE = "SELECT 1 FROM batch WHERE uid = :uid"


class Elsewhere(Protocol):
    """How a book is opened that is no file, and what a commit is there."""

    def opened(
        self, path: str, judge: Callable[[ContactFacts], Derived], /
    ) -> tuple[Session, Book]: ...
    def commit(self, session: Session, path: str, batch: str, /) -> None: ...


class Recording:
    """An open transaction: `session` is for writes, `connection` for reads inside it.

    at is its instant in UTC, today the local day.
    """

    connection: Book

    def __init__(
        self,
        path: str,
        command: str,
        at: str,
        judge: Callable[[ContactFacts], Derived],
        *,
        today: date | None = None,
        large: bool = False,
        server: Elsewhere | None = None,
    ) -> None:
        """Take the write lock on the file, or on what that server keeps at the path, an address.

        Raises sqlite3.Error, DBAPIError or DamagedFile.
        """
        self.path = path
        self.at = at
        self.today = today or clock.day_of(at)
        self.judge = judge
        self.outdated = False
        self._server = server
        if server:
            self.session, self.connection = server.opened(path, judge)
            self.journal = Journal(self.session, self.connection, command, at)
            return
        self.session = _session(path, large=large)
        try:
            driver = _driver(self.session)
            self.connection = driver
            self.journal = Journal(self.session, self.connection, command, at)
            self.outdated = migrate.version(driver, path) < migrate.LATEST
            if not self.outdated:
                migrate.trust(driver, path)
        except BaseException:
            self.session.close()
            raise

    def settle(self) -> None:
        """Flush and recompute what follows: a read inside the transaction then sees it all."""
        self.session.flush()
        recompute(self.connection, self.journal.touched_contacts(), self.judge)
        searchable.index(self.connection, self.journal.touched_texts())

    def commit(self) -> None:
        """Settle, journal what was changed, and commit.

        Raises FileTrouble, whose `saved` is "unknown" when the disk failed in the commit itself.
        """
        self.settle()
        self.journal.write()
        if self._server:
            self._server.commit(self.session, self.path, self.journal.batch)
            return
        try:
            self.session.commit()
        except (DBAPIError, sqlite3.Error) as error:
            # The lock must go first: it would keep us, too, from looking.
            self.close()
            raise failures.from_sqlite(cause(error), self.path, saved=self._is_there()) from None

    def _is_there(self) -> Saved:
        """What became of a commit that reported an error."""
        try:
            fresh = connect.for_writing(self.path)
            try:
                wanted = {"uid": self.journal.batch}
                found = connect.patiently(lambda: fresh.execute(IS_THERE, wanted).fetchone())
            finally:
                fresh.close()
        except sqlite3.Error:
            return "unknown"
        # It can be seen, but the disk may not have it for good.
        return "unknown" if found else False

    def close(self) -> None:
        """Let go of the file; what was not committed never happened."""
        self.session.close()


def _session(path: str, *, large: bool) -> Session:
    """A session whose connection is open, under the write lock."""
    session = Session(_engine(), autoflush=False, expire_on_commit=False)
    opening = _OPEN.set(lambda: connect.for_writing(path, large=large))
    try:
        session.connection()
    except BaseException:
        session.close()
        raise
    finally:
        _OPEN.reset(opening)
    return session


_OPEN: ContextVar[Callable[[], sqlite3.Connection]] = ContextVar("_OPEN")


@cache
def _engine() -> Engine:
    """One for the process, whatever file is opened: what it has compiled once stays compiled."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: _OPEN.get()(),
        poolclass=NullPool,
        # Without this, exceptions carry people's notes.
        hide_parameters=True,
    )
    event.listen(engine, "begin", lambda connection: connect.begin(_of(connection)))
    # What SQLAlchemy then commits is committed.
    event.listen(engine, "commit", lambda connection: connect.commit(_of(connection)))
    return engine


def _driver(session: Session) -> sqlite3.Connection:
    return _of(session.connection())


def _of(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def cause(error: DBAPIError | sqlite3.Error) -> sqlite3.Error:
    """The sqlite3 error, which may be inside SQLAlchemy's."""
    if isinstance(error, sqlite3.Error):
        return error
    return error.orig if isinstance(error.orig, sqlite3.Error) else sqlite3.Error(str(error.orig))
