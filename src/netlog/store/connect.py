"""A connection to the file with the settings that keep it safe, for reading or for writing."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from netlog import clock
from netlog.errors import FileTrouble
from netlog.later import Later
from netlog.typed import Any, Protocol, TypeVar, cast

# Between two tries; everybody waits alike, however long already, so that nobody is passed for ever.
PAUSE_SECONDS = (0.005, 0.025)
TOLD_AFTER_SECONDS = 2.0
WAL_WAIT_SECONDS = 1.0
# Pages; SQLite looks at the last byte alone to see whether it is more than none.
MOST_WAITING = 8_001

_ALWAYS = ("PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA mmap_size=0")
# EXTRA also syncs the folder after the journal goes: FULL loses acknowledged writes in power cuts.
_WRITING = (
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA cache_spill=OFF",
)


# Who is told of each statement as it begins, with the values in it; nobody, unless asked for.
trace: Callable[[str], None] | None = None
# Who says for how many seconds other programs are waited for; asked only when one is busy.
patience: Callable[[], float] = (120.0).__float__
# Who is told, once, that another program is waited for; nobody, unless asked for.
waiting: Callable[[], None] | None = None

# That references be whole when the transaction is committed, and not before.
DEFER = "PRAGMA defer_foreign_keys = ON"

T = TypeVar("T")
_together = Later("store.postgres.together", "together")


Bound = Mapping[str, Any] | Sequence[Any]


def listed(values: Iterable[Any]) -> tuple[str, dict[str, Any]]:
    """The values as what stands between the brackets of an IN, and its binds."""
    binds = {f"n{nth}": value for nth, value in enumerate(values)}
    return ", ".join(f":{name}" for name in binds) or "NULL", binds


class Answer(Protocol):
    """What a statement found, one row after the other; description names the columns."""

    @property
    def description(self) -> Any: ...

    def __iter__(self) -> Iterator[Any]: ...
    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...


class Book(Protocol):
    """What is asked of a connection to the book, whichever engine keeps it."""

    def execute(self, sql: str, binds: Bound = ..., /) -> Answer: ...
    def executemany(self, sql: str, binds: Iterable[Bound], /) -> Answer: ...


class Server(Book, Protocol):
    """A book on a server, with what a server has ways of its own for."""

    def stream(self, sql: str, binds: Bound = ..., /) -> Iterator[Any]: ...
    def copy(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None: ...
    @property
    def guesses(self) -> bool: ...
    def whoever(self) -> str: ...
    def keeps(self) -> bool: ...
    def highest(self, table: str) -> int: ...
    def keep_highest(self, highest: Mapping[str, int]) -> None: ...


def is_address(path: str) -> bool:
    """Whether that is where a server keeps a book, and no path of a file."""
    return path[:13].lower().startswith(("postgresql://", "postgres://"))


def server(book: Book) -> Server | None:
    """The book as one on a server, where it is."""
    return None if isinstance(book, sqlite3.Connection) else cast("Server", book)


def of_file(book: Book) -> sqlite3.Connection:
    """The book as the connection to a file, for who looks at the file itself."""
    assert isinstance(book, sqlite3.Connection)
    return book


def stream(book: Book, sql: str, binds: Bound = ()) -> Iterator[Any]:
    """What the statement finds, of which no more is fetched than is taken."""
    elsewhere = server(book)
    return elsewhere.stream(sql, binds) if elsewhere else iter(book.execute(sql, binds))


def together(book: Book, read: Callable[[Book], T]) -> T:
    """What that reads, of which a server is asked in as few messages as can be.

    It must change nothing: there it is run until all that it asks is known.
    """
    if server(book) is None:
        return read(book)
    found: T = _together(book, read)
    return found


def may_hold(book: Book, found: Any) -> bool:
    """Whether something was found, or may be there all the same: see `together`.

    For who asks one thing before the next: what is asked in any case goes with it.
    """
    elsewhere = server(book)
    return bool(found) or (elsewhere is not None and elsewhere.guesses)


def for_reading(path: str) -> sqlite3.Connection:
    """A connection that cannot change the file; raises sqlite3.Error."""
    return _open(path, "ro", (*_ALWAYS, "PRAGMA query_only=ON"))


def for_writing(
    path: str, *, large: bool = False, at_most: float | None = None
) -> sqlite3.Connection:
    """A connection in autocommit mode, to be used under an explicit BEGIN; raises sqlite3.Error.

    large is for a transaction that may not fit into memory: past 16 to 32 MB it goes on on the
    disk as soon as nobody reads, and readers wait for it. at_most is as `patiently` has it.
    """
    from netlog.store import digests  # which whoever only reads goes without

    connection = _open(path, "rw", _ALWAYS)
    digests.know(connection)
    try:
        patiently(lambda: _leave_wal(connection, path), at_most)
        for setting in _WRITING:
            connection.execute(setting)
        if large:
            connection.execute(f"PRAGMA cache_spill={MOST_WAITING}")
    except BaseException:
        connection.close()
        raise
    return connection


def _leave_wal(connection: sqlite3.Connection, path: str) -> None:
    """Raise FileTrouble for a book that another program keeps in WAL: no wait would end that."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        return
    connection.execute(f"PRAGMA busy_timeout = {WAL_WAIT_SECONDS * 1000:.0f}")
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_BUSY":
            raise
        raise FileTrouble(
            f"Another program keeps the book {path} in WAL, as Litestream does.",
            advice="Stop it, and run the command again.",
            saved=False,
        ) from None
    connection.execute("PRAGMA busy_timeout = 0")


def begin(connection: sqlite3.Connection, at_most: float | None = None) -> None:
    """BEGIN IMMEDIATE, as soon as no other program is writing; waits as `patiently` does."""
    patiently(lambda: connection.execute("BEGIN IMMEDIATE"), at_most)


def commit(connection: sqlite3.Connection, at_most: float | None = None) -> None:
    """COMMIT, as soon as no other program is reading; waits as `patiently` does.

    Meanwhile nobody begins to read.
    """
    patiently(lambda: connection.execute("COMMIT"), at_most)


def patiently(act: Callable[[], T], at_most: float | None = None) -> T:
    """Do it, again and again while another program is busy with the file; raises sqlite3.Error.

    at_most is for how many seconds, where that is not what `patience` says. SQLite's own waiting
    looks less and less often, and lets those who came later go first.
    """
    started: float | None = None
    told = False
    while True:
        try:
            return act()
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise
            now = time.monotonic()
            started = now if started is None else started
            at_most = patience() if at_most is None else at_most
            if now - started >= at_most:
                raise
        if waiting is not None and now - started > TOLD_AFTER_SECONDS and not told:
            waiting()
            told = True
        from random import uniform  # which few need: most find nobody there

        time.sleep(uniform(*PAUSE_SECONDS))


def to_nothing() -> sqlite3.Connection:
    """A connection to an empty database in memory, for a file that is not there yet."""
    return _traced(sqlite3.connect(":memory:", isolation_level=None))


def _open(path: str, mode: str, settings: tuple[str, ...]) -> sqlite3.Connection:
    escaped = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    connection = sqlite3.connect(
        # Two slashes of the URI's own, or a path that begins with two would name a host.
        f"file://{escaped}?mode={mode}",
        uri=True,
        timeout=0,  # `patiently` waits
        isolation_level=None,
    )
    try:
        for setting in settings:
            connection.execute(setting)
    except BaseException:
        connection.close()
        raise
    return _traced(connection)


def _traced(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.create_function("local_day", 1, _local_day)
    if trace is not None:
        connection.set_trace_callback(trace)
    return connection


def _local_day(at: str) -> str:
    """What statements know as local_day: the calendar day, here, of an instant in UTC."""
    return clock.day_of(at).isoformat()
