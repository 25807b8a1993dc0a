"""The doors to a book on a server: reading it, and recording in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from netlog.errors import FileTrouble
from netlog.store import connect, migrate
from netlog.store.connect import Book
from netlog.store.postgres.address import said
from netlog.store.postgres.failures import told
from netlog.store.postgres.together import Tape, finished
from netlog.store.postgres.transactions import Steps, begin, begun, connected, looked, upgrade
from netlog.store.postgres.wire import Wire
from netlog.typed import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from netlog.records.cadence import ContactFacts, Derived
    from netlog.store.doors import Judge
    from netlog.store.writes.recording import Recording

T = TypeVar("T")
# How long whoever completes a word is ready to wait for the server, in seconds.
GLANCE = 1
# Views that nothing ended yet: most often the run ends with them.
_LEFT: list[Wire] = []


@contextmanager
def reading(address: str, judge: "Judge", kept: Any = None) -> Iterator[Book]:
    """One consistent, read-only view of the book; an empty one where there is none yet.

    kept is what earlier views of this run left. Raises FileTrouble or DamagedFile.
    """
    with told(address):
        wire = (kept and kept.elsewhere) or connected(address)
        if kept:
            kept.elsewhere = None
        try:
            found = _latest(wire, address, judge, begun(wire, address))
            if found.shared:
                yield wire
            else:
                with _nothing() as empty:
                    yield empty
            wire.ended()
            if kept:
                kept.elsewhere, wire = wire, None
        finally:
            if wire:
                wire.close()


def asked(address: str, judge: "Judge", kept: Any, read: Callable[[Book], T]) -> T:
    """What that reads of one view of the book, in as few messages as can be.

    It must change nothing: it is run until all that it asks is known. Raises as `reading` does.
    """
    with told(address):
        wire = kept.elsewhere or connected(address)
        kept.elsewhere = None
        try:
            known = Tape(wire)
            known.tried(read)
            found, answers = looked(wire, address, known.asked())
            if found.is_latest:
                known.learn(answers)
            elif _latest(wire, address, judge, found).shared:
                known = Tape(wire)
            else:
                with _nothing() as empty:
                    return read(empty)
            done = finished(known, read)
            _LEFT.append(wire)
            kept.elsewhere, wire = wire, None
            return done
        finally:
            if wire:
                wire.close()


def _latest(wire: Wire, address: str, judge: "Judge", found: Steps) -> Steps:
    """The view of a book of the latest version, which is upgraded where it has to be."""
    if found.is_latest or not found.shared:
        return found
    wire.ended()
    upgrade(address, judge)
    return begun(wire, address)


@contextmanager
def glancing(address: str) -> Iterator[Book]:
    """The book in passing: its server is hardly waited for. Raises FileTrouble where it is not."""
    with told(address):
        wire = connected(address, patience=GLANCE)
        try:
            if not begun(wire, address).is_latest:
                raise FileTrouble(f"There is no book {said(address)} yet.")
            yield wire
        finally:
            wire.close()


@contextmanager
def rehearsing(
    address: str,
    command: str,
    at: str,
    judge: "Callable[[ContactFacts], Derived]",
    today: date | None,
) -> Iterator["Recording"]:
    """One transaction that changes the book; unless the caller commits, it never happened."""
    from netlog.store.postgres import session
    from netlog.store.writes import ahead
    from netlog.store.writes.recording import Recording

    ahead.load(command)
    # Of a pool there may be one connection, which a view that is open would keep.
    while _LEFT:
        _LEFT.pop().ended()
    with told(address, saved=False):
        book = Recording(address, command, at, judge, today=today, server=session)
        try:
            yield book
        finally:
            book.close()


@contextmanager
def noting(address: str, judge: "Judge", patience: float) -> Iterator[Book]:
    """One transaction past the journal, for which others are waited for so many seconds."""
    with told(address):
        wire = connected(address)
        try:
            begin(wire, address, judge, patience)
            yield wire
            wire.driver.commit()
        finally:
            wire.close()


@contextmanager
def _nothing() -> Iterator[Book]:
    empty = connect.to_nothing()
    try:
        migrate.apply(empty, since=0)
        yield empty
    finally:
        empty.close()
