"""Transactions on a server: how one is begun, who waits for whom, which version the book is of."""

import os

from netlog import clock
from netlog.errors import DamagedFile, FileTrouble, Saved
from netlog.named import NamedTuple
from netlog.store import connect, migrate
from netlog.store.postgres import failures
from netlog.store.postgres.address import PATIENCE, driver, password_of, said, settings
from netlog.store.postgres.wire import Wire, cursors
from netlog.typed import TYPE_CHECKING, Any
from netlog.wording import listed

if TYPE_CHECKING:
    from netlog.store.doors import Judge

FOLDER = os.path.join(migrate.FOLDER, "postgres")
# The lock that whoever writes holds until their transaction ends: "netl" and one for the book.
LOCK = f"SELECT pg_advisory_xact_lock({migrate.APPLICATION_ID}, 1)"
SETTINGS = """
SELECT set_config('timezone', :zone, true), set_config('netlog.night', :night, true)
"""
# The steps that a server alone takes, after those that it shares with a file.
OWN = os.path.join(FOLDER, "own")
LATEST_OWN = 2
THERE = "SELECT to_regclass('netlog_book') IS NOT NULL, to_regclass('netlog_own') IS NOT NULL"
VERSION = "SELECT version, 0, NULL FROM netlog_book"
BOTH = """
SELECT b.version, o.version, to_json(o) ->> 'office' FROM netlog_book b, netlog_own o
"""
# Since when of them a book may be an office, and with what the names of its groups begin then.
OFFICES = 2
OFFICE = "SELECT office FROM netlog_own"
TAKE_OWN = """
CREATE TABLE netlog_own (version BIGINT NOT NULL);
INSERT INTO netlog_own (version) VALUES (0)
"""
KEEPERS = """
SELECT r.rolname FROM pg_class c JOIN pg_roles r ON pg_has_role(r.oid, c.relowner, 'USAGE')
WHERE c.oid = to_regclass('netlog_book') AND r.rolcanlogin
ORDER BY r.rolsuper, r.rolname
"""
IS_THERE = "SELECT 1 FROM batch WHERE uid = :uid"


def begin(
    wire: Wire,
    address: str,
    judge: "Judge",
    patience: float | None = None,
    *,
    upgrading: bool = False,
) -> None:
    """Begin a transaction in which nobody else writes, on a book of the latest version.

    judge says what derived columns must be, where the book has to be upgraded first; patience is
    for how many seconds, where that is not what `connect.patience` says; upgrading says that an
    older office is to be upgraded, which by itself it never is.
    """
    _begin(wire, address, patience)
    if not version_of(wire, address).is_latest:
        _apply(wire, address, judge, upgrading=upgrading)
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


class Steps(NamedTuple):
    """How far the steps have been taken, those that are shared with files and a server's own."""

    shared: int
    own: int

    @property
    def is_latest(self) -> bool:
        """Whether none is left to take."""
        return self == Steps(migrate.LATEST, LATEST_OWN)


def begun(wire: Wire, address: str) -> Steps:
    """The version of the book, in a transaction that is told where and when it is."""
    wire.execute(SETTINGS, _settings())
    return version_of(wire, address)


def version_of(wire: Wire, address: str) -> Steps:
    """The version of the book's schema, 0 where there is none yet."""
    is_there, has_own = wire.execute(THERE).fetchone()
    if not is_there:
        return Steps(0, 0)
    shared, own, wire.office = wire.execute(BOTH if has_own else VERSION).fetchone()
    found = Steps(shared, own)
    if found.shared > migrate.LATEST or found.own > LATEST_OWN:
        raise DamagedFile(
            f"{said(address)} was written by a newer netlog (version {found.shared}.{found.own} "
            f"of its format, this one knows {migrate.LATEST}.{LATEST_OWN}).",
            advice="Upgrade netlog to use it.",
        )
    return found


def _apply(wire: Wire, address: str, judge: "Judge", *, upgrading: bool) -> None:
    """Run the steps that the book has not taken, and what follows; the caller holds the lock."""
    import netlog.store.postgres.words  # noqa: F401 - what is said otherwise by who writes
    from netlog.store.writes import derived, searchable

    since = version_of(wire, address)
    office = wire.execute(OFFICE).fetchone()[0] if since.own >= OFFICES else None
    if since.shared and (not wire.keeps() or (office and not upgrading)):
        raise _has_to_be_upgraded(wire, address)
    if office:
        # What is made belongs to all who keep it.
        wire.driver.cursor().execute(f'SET LOCAL ROLE "{office}_keeper"')
    _take(wire, FOLDER, since.shared, "netlog_book")
    if since.own == 0:
        wire.driver.cursor().execute(TAKE_OWN)
    _take(wire, OWN, since.own, "netlog_own")
    if since.shared and since.shared < migrate.LATEST:
        derived.renew(wire, since.shared, judge)
        searchable.renew(wire, since.shared)
    if office:
        wire.execute("SELECT netlog_protect()")


def _has_to_be_upgraded(wire: Wire, address: str) -> FileTrouble:
    """That who keeps the book has to upgrade it, and who that is."""
    keepers = [name for (name,) in wire.execute(KEEPERS)]
    who = "" if wire.keeps() else f"Ask {listed(keepers, 'or')} to: "
    return FileTrouble(
        f"{said(address)} was written by an older netlog, and has to be upgraded first.",
        advice=f"{who}netlog office upgrade",
        saved=False,
    )


def _take(wire: Wire, folder: str, since: int, book: str) -> None:
    """Take the steps of the folder after that one, and write down how far that is."""
    for number, name in migrate.steps(folder):
        if number > since:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                wire.driver.cursor().execute(file.read())
            wire.execute(f"UPDATE {book} SET version = :number", {"number": number})
