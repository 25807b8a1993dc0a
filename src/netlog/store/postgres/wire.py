"""A connection to PostgreSQL, asked as any book is: named binds, numbers for truth, plain bytes."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from netlog.later import pattern
from netlog.store import connect
from netlog.store.connect import Answer, Bound
from netlog.store.postgres.address import driver
from netlog.store.reads.history import WHO
from netlog.typed import Any

AT_ONCE = 1_000  # statements, or rows
# What is said instead of statements in SQLite's own words: those of `words`, for whoever writes.
INSTEAD: dict[str, str] = {}
# Whose the tables are keeps the book: themselves, or all who belong to a group.
KEEPS = """
SELECT pg_has_role(session_user, relowner, 'USAGE') FROM pg_class
WHERE oid = to_regclass(quote_ident(current_schema()) || '.netlog_book')
"""
_BIND = pattern(r"(?<![:\w]):(\w+)")
# The types by their numbers in the catalogue of PostgreSQL.
_BOOLEAN, _BYTES, _NUMERIC = 16, 17, 1700
_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


class Wire:
    """A book on a server, as `connect.Server` describes it.

    `driver` is the connection itself; `office` with what the names of its groups begin, where it is
    one.
    """

    def __init__(self, connection: Any) -> None:
        self.driver = connection
        self.office: str | None = None
        self._streams = 0
        _teach(connection)

    def execute(self, sql: str, binds: Bound = (), /) -> Answer:
        """What the statement finds, all at once."""
        cursor = self.driver.cursor()
        cursor.execute(translated(sql), binds or {})
        return cursor  # type: ignore[no-any-return]

    def executemany(self, sql: str, binds: Iterable[Bound], /) -> Answer:
        """The statement with each of the binds, many in one message."""
        cursor = self.driver.cursor()
        driver().extras.execute_batch(cursor, translated(sql), binds, page_size=AT_ONCE)
        return cursor  # type: ignore[no-any-return]

    def stream(self, sql: str, binds: Bound = (), /) -> Iterator[Any]:
        """What the statement finds, fetched as it is taken."""
        self._streams += 1
        cursor = self.driver.cursor(name=f"netlog_{self._streams}")
        cursor.itersize = AT_ONCE
        cursor.execute(translated(sql), binds or {})
        return iter(cursor)

    def copy(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Store the rows, as fast as the server takes them."""
        names = ", ".join(f'"{name}"' for name in columns)
        if self.execute("SELECT row_security_active(:table)", {"table": table}).fetchone()[0]:
            # Where it looks at each row whose that is, it takes none as a file.
            sql = f"INSERT INTO {table} ({names}) VALUES %s"
            driver().extras.execute_values(self.driver.cursor(), sql, rows, page_size=AT_ONCE)
            return
        lines = ("\t".join(map(_copied, row)) + "\n" for row in rows)
        self.driver.cursor().copy_expert(f"COPY {table} ({names}) FROM STDIN", _Lines(lines))

    def whoever(self) -> str:
        """As whom the server knows us, as it signs what we do."""
        return str(self.execute("SELECT session_user").fetchone()[0])

    def keeps(self) -> bool:
        """Whether the server knows us as one who keeps the book."""
        return bool(self.execute(KEEPS).fetchone()[0])

    def highest(self, table: str) -> int:
        """The highest id that a row of the table ever had."""
        found = self.execute(f"SELECT last_value, is_called FROM {table}_id_seq").fetchone()
        return int(found[0]) if found[1] else 0

    def keep_highest(self, highest: Mapping[str, int]) -> None:
        """Let no row of these tables get an id up to these."""
        sets = [f"setval('{table}_id_seq', {id_})" for table, id_ in highest.items() if id_]
        if sets:
            self.execute(f"SELECT {', '.join(sets)}")

    def close(self) -> None:
        """Let go of the server; what was not committed never happened."""
        self.driver.close()


@cache
def translated(sql: str) -> str:
    """The statement as the driver wants it."""
    said = INSTEAD.get(sql, sql).replace("%", "%%").replace("IN ()", "IN (NULL)")
    said = said.replace(WHO, "who")
    return _BIND.sub(r"%(\1)s", said)


def _teach(connection: Any) -> None:
    """Let values come and go as SQLite has them."""
    extensions = driver().extensions
    for numbers, name, cast in (
        ((_BOOLEAN,), "TRUTH", _truth),
        ((_NUMERIC,), "NUMBER", _number),
        ((_BYTES,), "OCTETS", _octets),
    ):
        extensions.register_type(extensions.new_type(numbers, name, cast), connection)


def _truth(value: str | None, _: Any) -> int | None:
    return None if value is None else int(value == "t")


def _number(value: str | None, _: Any) -> float | int | None:
    if value is None:
        return None
    return int(value) if value.lstrip("-").isdecimal() else float(value)


def _octets(value: str | None, cursor: Any) -> bytes | None:
    return None if value is None else bytes(driver().BINARY(value, cursor))


def _copied(value: Any) -> str:
    if value is None:
        return "\\N"
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, bytes):
        return f"\\\\x{value.hex()}"
    return str(value).translate(_ESCAPED)


class _Lines(io.TextIOBase):
    """Lines as a file that is read piece by piece."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)

    def read(self, size: int | None = -1, /) -> str:
        """Lines of that many characters together, or somewhat more."""
        pieces, length = [], 0
        for line in self._lines:
            pieces.append(line)
            length += len(line)
            if size is not None and 0 <= size <= length:
                break
        return "".join(pieces)


@cache
def cursors() -> Any:
    """The class of cursors that take truth for a number, and tell each statement if asked to."""

    class Asking(driver().extensions.cursor):  # type: ignore[misc]
        def mogrify(self, query: Any, binds: Any = None) -> Any:
            return super().mogrify(query, _plain(binds))

        def execute(self, query: Any, binds: Any = None) -> Any:
            self.tell(query, (binds,))
            return super().execute(query, _plain(binds))

        def executemany(self, query: Any, several: Any) -> Any:
            each = list(several)
            self.tell(query, each)
            return super().executemany(query, list(map(_plain, each)))

        def tell(self, query: Any, each: Sequence[Any]) -> None:
            if connect.trace is not None:
                for binds in each:
                    connect.trace(self.mogrify(query, binds).decode())

    return Asking


def _plain(binds: Any) -> Any:
    """The binds as SQLite keeps them: truth is a number."""
    if isinstance(binds, Mapping):
        return {name: int(one) if isinstance(one, bool) else one for name, one in binds.items()}
    return binds
