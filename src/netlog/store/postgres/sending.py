"""How statements travel: those whose answer nobody waits for go with the next that is waited for.

Over a network it is messages that take time, and while the lock is held everybody waits for them.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from netlog.later import pattern
from netlog.store import connect
from netlog.store.postgres.address import driver
from netlog.typed import Any

# Statements that wait for one to go with, and characters of them.
MOST_WAITING, FULL = 1_000, 1 << 20
_INSERTS = pattern(r"\s*(INSERT INTO [^%]*?\bVALUES\s*)(\((?:[^()]|%\(\w+\)s)*\))\s*")
_RETURNING = " RETURNING "


@cache
def connections() -> Any:
    """The class of connections that keep what nobody waits for until something is."""

    class Connection(driver().extensions.connection):  # type: ignore[misc]
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            self.waiting: list[bytes] = []
            self.length = 0

        def taken(self) -> list[bytes]:
            """What waits, which waits no more."""
            found, self.waiting, self.length = self.waiting, [], 0
            return found

        def send(self) -> None:
            """Let nothing wait any more."""
            if self.waiting:
                self.cursor().execute(b";\n".join(self.taken()))

        def commit(self) -> None:
            self.send()
            super().commit()

        def rollback(self) -> None:
            self.taken()
            super().rollback()

    return Connection


@cache
def cursors() -> Any:
    """The class of cursors that take truth for a number, and tell each message if asked to."""

    class Asking(driver().extensions.cursor):  # type: ignore[misc]
        def mogrify(self, query: Any, binds: Any = None) -> Any:
            return super().mogrify(query, _plain(binds))

        def execute(self, query: Any, binds: Any = None) -> Any:
            # Whoever maps rows looks how many an update found, and at nothing of an insert.
            if isinstance(query, str) and query.startswith("INSERT") and _RETURNING not in query:
                self.later(self.mogrify(query, binds))
                return None
            waiting = self.connection.taken()
            if not waiting:
                self.tell(query, binds)
                return super().execute(query, _plain(binds))
            said = self.mogrify(query, binds) if binds else _bytes(query)
            whole = b";\n".join((*waiting, said))
            self.tell(whole, None)
            return super().execute(whole)

        def executemany(self, query: Any, several: Any) -> Any:
            each = list(several)
            if query.startswith("INSERT"):
                for binds in each:
                    self.execute(query, binds)
                return None
            self.connection.send()
            for binds in each:
                self.tell(query, binds)
            return super().executemany(query, list(map(_plain, each)))

        def later(self, statement: bytes) -> None:
            """Let the statement go with the next."""
            connection = self.connection
            connection.waiting.append(statement)
            connection.length += len(statement)
            if len(connection.waiting) >= MOST_WAITING or connection.length >= FULL:
                connection.send()

        def tell(self, query: Any, binds: Any) -> None:
            if connect.trace is not None:
                said = self.mogrify(query, binds) if binds else _bytes(query)
                connect.trace(said.decode())

    return Asking


def several(cursor: Any, sql: str, each: Iterable[Any]) -> None:
    """Let the statement go with each of the binds; rows that are added in one."""
    found = _INSERTS.fullmatch(sql)
    if not found:
        for binds in each:
            cursor.later(cursor.mogrify(sql, binds))
        return
    begun, row = found.group(1).encode(), found.group(2)
    rows: list[bytes] = []
    length = 0
    for binds in each:
        rows.append(cursor.mogrify(row, binds))
        length += len(rows[-1])
        if len(rows) >= MOST_WAITING or length >= FULL:
            cursor.later(begun + b",".join(rows))
            rows, length = [], 0
    if rows:
        cursor.later(begun + b",".join(rows))


def _bytes(query: Any) -> bytes:
    return query if isinstance(query, bytes) else str(query).encode()


def _plain(binds: Any) -> Any:
    """The binds as SQLite keeps them: truth is a number."""
    if isinstance(binds, Mapping):
        return {name: int(one) if isinstance(one, bool) else one for name, one in binds.items()}
    if isinstance(binds, Sequence) and any(isinstance(one, bool) for one in binds):
        return tuple(int(one) if isinstance(one, bool) else one for one in binds)
    return binds
