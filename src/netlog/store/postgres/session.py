"""SQLModel's writes on a server: a session whose connection is open, under the lock."""

from functools import cache

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlmodel import Session

import netlog.store.postgres.words  # noqa: F401 - what is said otherwise by who writes
from netlog.store.postgres.address import driver
from netlog.store.postgres.failures import from_postgres
from netlog.store.postgres.transactions import begin, connected, is_there
from netlog.store.postgres.wire import Wire
from netlog.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlog.store.doors import Judge


def opened(address: str, judge: "Judge") -> tuple[Session, Wire]:
    """A session, and its connection as other statements go by it."""
    wire = connected(address)
    session = Session(_engine(), autoflush=False, expire_on_commit=False)
    try:
        _OPEN.append(wire.driver)
        session.connection()
        begin(wire, address, judge)
    except BaseException:
        session.close()
        wire.close()
        raise
    return session, wire


def commit(session: Session, address: str, batch: str) -> None:
    """Commit; where that is reported to have failed, ask the server what became of it."""
    psycopg2 = driver()
    try:
        session.commit()
    except (DBAPIError, psycopg2.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        session.close()
        raise from_postgres(cause, address, saved=is_there(address, batch)) from None


_OPEN: list[Any] = []


@cache
def _engine() -> Engine:
    """One for the process, whatever book is opened: what it has compiled once stays compiled."""
    engine = create_engine(
        "postgresql+psycopg2://",
        creator=_OPEN.pop,
        poolclass=NullPool,
        use_native_hstore=False,
        # Without this, exceptions carry people's notes.
        hide_parameters=True,
    )
    # It would ask the server four things of which nothing here depends.
    engine.dialect.initialize = _known  # type: ignore[assignment,method-assign]
    return engine


def _known(_: Connection) -> None:
    """What a dialect is to ask of a server that it meets first: nothing."""
