"""Transactions on a server: how one is begun, who waits for whom, which version the book is of."""

import json
import os
from collections.abc import Sequence

from netlog import clock
from netlog.errors import DamagedFile, FileTrouble, Saved
from netlog.named import NamedTuple
from netlog.store import connect, migrate
from netlog.store.postgres import failures
from netlog.store.postgres.address import PATIENCE, driver, password_of, said, settings
from netlog.store.postgres.sending import connections, cursors
from netlog.store.postgres.wire import Wire, translated
from netlog.typed import TYPE_CHECKING, Any
from netlog.wording import listed

if TYPE_CHECKING:
    from netlog.store.doors import Judge

FOLDER = os.path.join(migrate.FOLDER, "postgres")
# The lock that whoever writes holds until their transaction ends: "netl" and one for the book.
LOCK = f"SELECT pg_advisory_xact_lock({migrate.APPLICATION_ID}, 1)"
_SETTINGS = "set_config('timezone', :zone, true), set_config('netlog.night', :night, true)"
SETTINGS = f"SELECT {_SETTINGS}"
# One view of the book, in which nothing is written.
VIEW = b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n"
# The steps that a server alone takes, after those that it shares with a file.
OWN = os.path.join(FOLDER, "own")
LATEST_OWN = 3
THERE = "SELECT to_regclass('netlog_book') IS NOT NULL, to_regclass('netlog_own') IS NOT NULL"
VERSION = "SELECT version, 0 FROM netlog_book"
_BOTH = "b.version, o.version"
_BOOK = "FROM netlog_book b, netlog_own o"
BOTH = f"SELECT {_BOTH} {_BOOK}"
# The same, with what each transaction is told; with what else is asked, for who looks.
OPENED = f"SELECT {_BOTH}, {_SETTINGS} {_BOOK}"
LOOKED = f"SELECT {_BOTH}, {_SETTINGS}{{}} {_BOOK}"
# And with the numbers that were given, for who writes.
TAKEN = f"""
SELECT {_BOTH}, {_SETTINGS}, (
  SELECT json_object_agg(sequencename, last_value)::text FROM pg_sequences
  WHERE schemaname = current_schema()) {_BOOK}
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


class Steps(NamedTuple):
    """How far the steps have been taken, those that are shared with files and a server's own."""

    shared: int
    own: int

    @property
    def is_latest(self) -> bool:
        """Whether none is left to take."""
        return self == Steps(migrate.LATEST, LATEST_OWN)


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
    if not _begin(wire, address, patience).is_latest:
        _apply(wire, address, judge, upgrading=upgrading)
        wire.driver.commit()
        _begin(wire, address, patience)


def _begin(wire: Wire, address: str, patience: float | None) -> Steps:
    """Begin it, under the lock; returns of which version the book is."""
    wire.driver.rollback()
    wire.driver.set_session(isolation_level="READ COMMITTED", readonly=False, autocommit=False)
    try:
        *found, _, _, numbers = _under_lock(wire, address, patience, TAKEN)
    except driver().errors.UndefinedTable:
        # As where no book is yet.
        wire.driver.rollback()
        _under_lock(wire, address, patience, SETTINGS)
        return version_of(wire, address)
    wire.numbers = json.loads(numbers)
    return _known(address, *found)


def _under_lock(wire: Wire, address: str, patience: float | None, then: str) -> Any:
    """What that finds, asked in the message that takes the lock: what is read before is old."""
    most = connect.patience() if patience is None else patience
    soon = min(most, connect.TOLD_AFTER_SECONDS)
    found = _locked(wire, soon, then)
    if found is None:
        if connect.waiting is not None:
            connect.waiting()
        found = _locked(wire, most - soon, then) if most > soon else None
    if found is None:
        raise FileTrouble(
            f"Another person is writing in {said(address)}.",
            advice="Try again in a while.",
            saved=False,
        )
    return found


def _locked(wire: Wire, seconds: float, then: str) -> Any:
    """What that finds under the lock; None where that could not be had within that time."""
    cursor = wire.driver.cursor()
    try:
        cursor.execute(
            f"SET LOCAL lock_timeout = {max(1, int(seconds * 1000))}; {LOCK}; "
            f"SET LOCAL lock_timeout = 0; {cursor.mogrify(translated(then), _settings()).decode()}"
        )
    except driver().OperationalError as error:
        if error.pgcode != failures.BUSY:
            raise
        wire.driver.rollback()
        return None
    return cursor.fetchone()


def is_there(address: str, batch: str) -> Saved:
    """What became of a commit that reported an error: the server alone can tell."""
    try:
        wire = connected(address)
        try:
            # Until the lock is free, the commit may still be under way.
            if _locked(wire, PATIENCE, SETTINGS) is None:
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
        psycopg2.connect(
            address,
            connection_factory=connections(),
            cursor_factory=cursors(),
            application_name="netlog",
            **beside,
        )
    )


def _settings() -> dict[str, str]:
    return {**settings(os.environ), "night": str(clock.night())}


def begun(wire: Wire, address: str) -> Steps:
    """The version of the book, in a view of it that is told where and when it is."""
    found, _ = looked(wire, address, ())
    return found


def looked(wire: Wire, address: str, asked: Sequence[bytes]) -> tuple[Steps, Sequence[Any]]:
    """The same, with what those statements find, each as one value: all of it in one message."""
    wire.driver.autocommit = True
    cursor = wire.driver.cursor()
    also = b"".join(b",\n" + one for one in asked)
    said = cursor.mogrify(translated(LOOKED), _settings()).replace(b"{}", also)
    ended = b"ROLLBACK;\n" if wire.is_looking else b""
    wire.is_looking = True
    try:
        cursor.execute(ended + VIEW + said)
    except driver().errors.UndefinedTable:
        # As where no book is yet.
        cursor.execute(b"ROLLBACK;\n" + VIEW + cursor.mogrify(translated(SETTINGS), _settings()))
        return version_of(wire, address), ()
    shared, own, _, _, *rest = cursor.fetchone()
    return _known(address, shared, own), rest


def _known(address: str, shared: int, own: int) -> Steps:
    found = Steps(shared, own)
    if found.shared > migrate.LATEST or found.own > LATEST_OWN:
        raise DamagedFile(
            f"{said(address)} was written by a newer netlog (version {found.shared}.{found.own} "
            f"of its format, this one knows {migrate.LATEST}.{LATEST_OWN}).",
            advice="Upgrade netlog to use it.",
        )
    return found


def version_of(wire: Wire, address: str) -> Steps:
    """The version of the book's schema, 0 where there is none yet."""
    is_there, has_own = wire.execute(THERE).fetchone()
    if not is_there:
        return Steps(0, 0)
    row = wire.execute(BOTH if has_own else VERSION).fetchone()
    return _known(address, *row)


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
