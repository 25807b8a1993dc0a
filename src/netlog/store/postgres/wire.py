"""A connection to PostgreSQL, asked as any book is: named binds, numbers for truth, plain bytes."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain, islice

from netlog.later import pattern
from netlog.store.connect import Answer, Bound
from netlog.store.postgres.address import driver
from netlog.store.postgres.sending import several
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
NUMBERS = """
SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema()
"""
# What is known without being asked.
AT_HAND: dict[str, list[tuple[Any, ...]]] = {}
# So many rows go like any others.
FEW = 200
# What is answered by nothing.
_CHANGES = pattern(r"\s*(?:INSERT|UPDATE|DELETE)\b(?!.*\bRETURNING\b)")
_BIND = pattern(r"(?<![:\w]):(\w+)")
# The types by their numbers in the catalogue of PostgreSQL.
_BOOLEAN, _BYTES, _NUMERIC = 16, 17, 1700
_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


class AtHand:
    """What a statement found, as it is known already."""

    def __init__(self, rows: Iterable[tuple[Any, ...]], names: Sequence[str] = ()) -> None:
        self.description = [(name,) for name in names]
        self._rows = iter(rows)

    def __iter__(self) -> Iterator[Any]:
        return self._rows

    def fetchone(self) -> Any:
        """The next row, if there is one."""
        return next(self._rows, None)

    def fetchall(self) -> list[Any]:
        """The rows that are left."""
        return list(self._rows)


class Wire:
    """A book on a server, as `connect.Server` describes it.

    `driver` is the connection itself.
    """

    def __init__(self, connection: Any) -> None:
        self.driver = connection
        self.numbers: dict[str, int | None] | None = None
        # Whether a view of the book is open, which nothing ends but who opens the next.
        self.is_looking = False
        self._streams = 0
        _teach(connection)

    @property
    def guesses(self) -> bool:
        """Whether there may be more than is told."""
        return False

    def execute(self, sql: str, binds: Bound = (), /) -> Answer:
        """What the statement finds, all at once."""
        if sql in AT_HAND:
            return AtHand(AT_HAND[sql])
        cursor, said = self.driver.cursor(), translated(sql)
        if _CHANGES.match(said):
            cursor.later(cursor.mogrify(said, binds or {}))
        else:
            cursor.execute(said, binds or {})
        return cursor  # type: ignore[no-any-return]

    def executemany(self, sql: str, binds: Iterable[Bound], /) -> Answer:
        """The statement with each of the binds, many in one message."""
        cursor = self.driver.cursor()
        several(cursor, translated(sql), binds)
        return cursor  # type: ignore[no-any-return]

    def stream(self, sql: str, binds: Bound = (), /) -> Iterator[Any]:
        """What the statement finds, fetched as it is taken."""
        self._streams += 1
        name = f"netlog_{self._streams}"
        cursor = self.driver.cursor()
        said = cursor.mogrify(translated(sql), binds or {})
        fetch = f"FETCH {AT_ONCE} FROM {name}"
        cursor.execute(b"DECLARE %s CURSOR FOR %s;\n%s" % (name.encode(), said, fetch.encode()))
        while rows := cursor.fetchall():
            yield from rows
            if len(rows) < AT_ONCE:
                return
            cursor.execute(fetch)

    def copy(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Store the rows, as fast as the server takes them."""
        names = ", ".join(f'"{name}"' for name in columns)
        rest = iter(rows)
        first = list(islice(rest, FEW))
        # Where it looks at each row whose that is, it takes none as a file.
        if len(first) < FEW or self._looks_at_rows:
            places = ", ".join(["%s"] * len(columns))
            sql = f"INSERT INTO {table} ({names}) VALUES ({places})"
            several(self.driver.cursor(), sql, chain(first, rest))
            return
        self.driver.send()
        lines = ("\t".join(map(_copied, row)) + "\n" for row in chain(first, rest))
        self.driver.cursor().copy_expert(f"COPY {table} ({names}) FROM STDIN", _Lines(lines))

    @cached_property
    def _looks_at_rows(self) -> bool:
        return bool(self.execute("SELECT row_security_active('contact')").fetchone()[0])

    def whoever(self) -> str:
        """As whom the server knows us, as it signs what we do."""
        return str(self.execute("SELECT session_user").fetchone()[0])

    def keeps(self) -> bool:
        """Whether the server knows us as one who keeps the book."""
        return bool(self.execute(KEEPS).fetchone()[0])

    def highest(self, table: str) -> int:
        """The highest id that a row of the table ever had."""
        if self.numbers is None:
            self.numbers = dict(self.execute(NUMBERS).fetchall())
        return self.numbers[f"{table}_id_seq"] or 0

    def keep_highest(self, highest: Mapping[str, int]) -> None:
        """Let no row of these tables get an id up to these."""
        sets = [f"setval('{table}_id_seq', {id_})" for table, id_ in highest.items() if id_]
        if sets:
            self.numbers = None
            self.driver.cursor().later(f"SELECT {', '.join(sets)}".encode())

    def ended(self) -> None:
        """End the view that is open."""
        if self.is_looking and not self.driver.closed:
            self.driver.cursor().execute("ROLLBACK")
            self.is_looking = False

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
