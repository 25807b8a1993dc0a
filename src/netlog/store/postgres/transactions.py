"""Transactions on a server: how one is begun, who waits for whom, which version the book is of."""

import os

from netlog import clock
from netlog.errors import DamagedFile, FileTrouble, Saved
from netlog.store import connect, migrate
from netlog.store.postgres import failures
from netlog.store.postgres.address import PATIENCE, driver, password_of, said, settings
from netlog.store.postgres.wire import Wire, cursors
from netlog.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlog.store.doors import Judge

FOLDER = os.path.join(migrate.FOLDER, "postgres")
# The lock that whoever writes holds until their transaction ends: "netl" and one for the book.
LOCK = f"SELECT pg_advisory_xact_lock({migrate.APPLICATION_ID}, 1)"
SETTINGS = """
SELECT set_config('timezone', :zone, true), set_config('netlog.night', :night, true)
"""
VERSION = "SELECT version FROM netlog_book"
IS_THERE = "SELECT 1 FROM batch WHERE uid = :uid"


def begin(wire: Wire, address: str, judge: "Judge", patience: float | None = None) -> None:
    """Begin a transaction in which nobody else writes, on a book of the latest version.

    judge says what derived columns must be, where the book has to be upgraded first; patience is
    for how many seconds, where that is not what `connect.patience` says.
    """
    _begin(wire, address, patience)
    if version_of(wire, address) < migrate.LATEST:
        _apply(wire, address, judge)
        wire.driver.commit()
        _begin(wire, address, patience)


def _begin(wire: Wire, address: str, patience: float | None) -> None:
    # The lock comes first: what is read before it may be old when it is there.
    wire.driver.rollback()
    wire.driver.set_session(isolation_level="READ COMMITTED", readonly=False)
    most = connect.patience() if patience is None else patience
    soon = min(most, connect.TOLD_AFTER_SECONDS)
    if not _locked(wire, soon):
        if connect.waiting is not None:
            connect.waiting()
        if most <= soon or not _locked(wire, most - soon):
            raise FileTrouble(
                f"Another person is writing in {said(address)}.",
                advice="Try again in a while.",
                saved=False,
            )
    wire.execute(SETTINGS, _settings())


def _locked(wire: Wire, seconds: float) -> bool:
    """Whether the lock could be had within that time."""
    try:
        wire.driver.cursor().execute(
            f"SET LOCAL lock_timeout = {max(1, int(seconds * 1000))}; {LOCK}; "
            "SET LOCAL lock_timeout = 0"
        )
    except driver().OperationalError as error:
        if error.pgcode != failures.BUSY:
            raise
        wire.driver.rollback()
        return False
    return True


def is_there(address: str, batch: str) -> Saved:
    """What became of a commit that reported an error: the server alone can tell."""
    try:
        wire = connected(address)
        try:
            # Until the lock is free, the commit may still be under way.
            if not _locked(wire, PATIENCE):
                return "unknown"
            return wire.execute(IS_THERE, {"uid": batch}).fetchone() is not None
        finally:
            wire.close()
    except driver().Error:
        return "unknown"


def upgrade(address: str, judge: "Judge") -> None:
    """Bring the schema to the latest version, in one transaction under the lock."""
    wire = connected(address)
    try:
        begin(wire, address, judge)
    finally:
        wire.close()


def connected(address: str, patience: int = PATIENCE) -> Wire:
    """A connection to the server, which has to answer within so many seconds; nothing is begun."""
    psycopg2 = driver()
    beside: dict[str, Any] = {} if "connect_timeout=" in address else {"connect_timeout": patience}
    if password := password_of(address):
        beside["password"] = password
    return Wire(
        psycopg2.connect(address, cursor_factory=cursors(), application_name="netlog", **beside)
    )


def _settings() -> dict[str, str]:
    return {**settings(os.environ), "night": str(clock.night())}


def begun(wire: Wire, address: str) -> int:
    """The version of the book, in a transaction that is told where and when it is."""
    wire.execute(SETTINGS, _settings())
    return version_of(wire, address)


def version_of(wire: Wire, address: str) -> int:
    """The version of the book's schema, 0 where there is none yet."""
    if wire.execute("SELECT to_regclass('netlog_book')").fetchone()[0] is None:
        return 0
    found = int(wire.execute(VERSION).fetchone()[0])
    if found > migrate.LATEST:
        raise DamagedFile(
            f"{said(address)} was written by a newer netlog (version {found} of its format, "
            f"this one knows {migrate.LATEST}).",
            advice="Upgrade netlog to use it.",
        )
    return found


def _apply(wire: Wire, address: str, judge: "Judge") -> None:
    """Run the steps that the book has not taken, and what follows; the caller holds the lock."""
    import netlog.store.postgres.words  # noqa: F401 - what is said otherwise by who writes
    from netlog.store.writes import derived, searchable

    since = version_of(wire, address)
    for number, name in migrate.steps(FOLDER):
        if number > since:
            with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
                wire.driver.cursor().execute(file.read())
            wire.execute("UPDATE netlog_book SET version = :number", {"number": number})
    if since:
        derived.renew(wire, since, judge)
        searchable.renew(wire, since)
