"""The rows of the book beside what the journal last said of each."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from netlog.records.flips import MOST_ROWS, OF_BATCH, OF_CHANGE, Doubted
from netlog.store import digests, packs
from netlog.store.connect import Book, of_file
from netlog.store.reads.images import IDS, PACK, Images
from netlog.store.reads.searchable import ALL
from netlog.typed import Any

Rows = dict[int, dict[str, Any]]

TABLES = """
SELECT name FROM sqlite_schema
WHERE type = 'table' AND name IN (SELECT DISTINCT table_name FROM change) ORDER BY name
"""
# Of the changes of a row that of the newest command; of that command's the last.
LAST = """
SELECT row_id, id, was_there, is_there, turned FROM (
    SELECT c.row_id, c.id, c.was_there, c.is_there, b.turned, max((b.id << 40) + c.id)
    FROM change c JOIN batch b ON b.source_id = c.batch_id
    WHERE c.table_name = :table GROUP BY c.row_id)
"""
AT = """
SELECT coalesce(max(b.at), '') FROM change c JOIN batch b ON b.id = c.batch_id WHERE c.id = :id
"""
# A command that has rows of its own is none that took another back; one that did has the rows of
# that, turned the other way.
CONTRADICTED = """
SELECT b.at FROM batch b WHERE b.source_id = b.id AND b.turned
UNION
SELECT b.at FROM batch b LEFT JOIN batch s ON s.id = b.source_id AND s.source_id = s.id
WHERE b.source_id <> b.id AND (s.id IS NULL OR s.first <> b.first OR s.last <> b.last)
UNION
SELECT b.at FROM batch b JOIN batch u ON u.uid = b.undoes
WHERE b.source_id <> b.id AND (u.source_id <> b.source_id OR u.turned = b.turned)
UNION
SELECT coalesce(b.at, '') FROM change c LEFT JOIN batch b ON b.id = c.batch_id
WHERE b.id IS NULL OR b.source_id <> b.id OR c.id NOT BETWEEN b.first AND b.last
ORDER BY 1
"""
NOT_AS_WRITTEN = f"SELECT at FROM batch WHERE digest <> {digests.OF_BATCH} ORDER BY id"
COPIES_NOT_AS_WRITTEN = f"SELECT path FROM copy WHERE digest <> {digests.OF_COPY} ORDER BY id"
_TEXTS = {"uid", "at", "command", "undoes", "table_name"}
WRONG = f"""
SELECT {", ".join(f"CAST({name} AS BLOB)" if name in _TEXTS else name for name in OF_BATCH)}, digest
FROM batch WHERE digest <> {digests.OF_BATCH} ORDER BY id
"""
IN_RANGE = f"""
SELECT {", ".join(f"CAST({name} AS BLOB)" if name in _TEXTS else name for name in OF_CHANGE)}
FROM change WHERE batch_id = :id OR id BETWEEN :first AND :last ORDER BY id LIMIT {MOST_ROWS + 1}
"""
NEWEST = "SELECT max(at) FROM batch"
DERIVED = """
SELECT id, name_key, birthday_key, every_days, every_from, last_touch_on, next_due_on FROM contact
"""
# With 1 it reads the records themselves as well, and writes nothing; yet it counts as writing.
VERIFY = {
    table: f"INSERT INTO {table}_search ({table}_search, rank) VALUES ('integrity-check', 1)"
    for table in ALL
}
SEARCHED = {table: f"SELECT id, search_text FROM {table}" for table in ALL}


def as_it_is(connection: Book) -> None:
    """Read also text that is not text any more: a flipped bit must be found, not fall over it.

    The connection computes digests from then on.
    """
    file = of_file(connection)
    digests.know(file)
    file.text_factory = lambda raw: raw.decode("utf-8", "replace")


def tables(connection: Book) -> list[str]:
    """The tables of which the journal holds something."""
    return [name for (name,) in connection.execute(TABLES)]


def rows(connection: Book, table: str) -> Rows:
    """The rows of the table by id, as columns and values."""
    found = connection.execute(f"SELECT * FROM {table}")
    names = [about[0] for about in found.description]
    whole = (dict(zip(names, row, strict=True)) for row in found)
    return {row["id"]: row for row in whole}


def images(connection: Book, table: str) -> Iterator[tuple[int, dict[str, Any] | None, bool]]:
    """Of each row the journal knows: its id, its last image, and whether that could be read.

    The image is None of a row that was removed.
    """
    images = Images(connection)
    for row_id, id_, was_there, is_there, turned in connection.execute(LAST, {"table": table}):
        try:
            before, after = images.of(id_, was_there=was_there, is_there=is_there)
        except packs.Unreadable:
            yield row_id, None, False
        else:
            whose = (after or before or {}).get("id", row_id)
            yield row_id, before if turned else after, whose == row_id


def contradicted(connection: Book) -> str | None:
    """The instant of the first command of which the journal contradicts itself, "" of an unknown.

    What it says of rows is then not to be trusted.
    """
    found = connection.execute(CONTRADICTED).fetchone()
    found = found or connection.execute(NOT_AS_WRITTEN).fetchone()
    return found and str(found[0])


def wrong(connection: Book) -> list[Doubted]:
    """What the journal says of each command of which it is not as written."""
    found = []
    for *batch, digest in connection.execute(WRONG).fetchall():
        values = dict(zip(OF_BATCH, batch, strict=True))
        bounds = {name: values[name] for name in ("id", "first", "last")}
        changes = tuple(map(tuple, connection.execute(IN_RANGE, bounds)))
        found.append(Doubted(tuple(batch), changes, digest))
    return found


def copies(connection: Book) -> list[str]:
    """The paths of copies of which what is remembered is not as it was written."""
    return [path for (path,) in connection.execute(COPIES_NOT_AS_WRITTEN)]


def unreadable(connection: Book) -> Iterator[str]:
    """Of each pack that is not as it was written the instant of its first change."""
    for (first,) in connection.execute(IDS).fetchall():
        (pack,) = connection.execute(PACK, {"id": first}).fetchone()
        try:
            packs.unpacked(first, pack)
        except packs.Unreadable:
            yield connection.execute(AT, {"id": first}).fetchone()[0]


def derived(connection: Book) -> dict[int, tuple[Any, ...]]:
    """The derived columns of each contact, in the order of records.cadence.Derived."""
    return {row[0]: tuple(row[1:]) for row in connection.execute(DERIVED)}


def searched(connection: Book, table: str) -> dict[int, str | None]:
    """What is searched of each record of the table."""
    return dict(connection.execute(SEARCHED[table]))


def unsearchable(connection: Book) -> list[str]:
    """The tables whose search index is not what their records say, to the last word.

    SQLite's own check looks into none before 3.44. The book is copied into memory for it.
    """
    found = []
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        of_file(connection).backup(copy)
        for table in ALL:
            try:
                copy.execute(VERIFY[table])
            except sqlite3.DatabaseError:
                found.append(table)
    return found


def newest(connection: Book) -> str | None:
    """The instant of the newest change."""
    at: str | None = connection.execute(NEWEST).fetchone()[0]
    return at
