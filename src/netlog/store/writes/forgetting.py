"""Forgetting somebody: out of the tables, and out of the journal, which all else only adds to.

It goes past the session on purpose. It knows tables only by their columns and what refers to what,
so that new ones need nothing here.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from sqlmodel import SQLModel

from netlog.records.history import FORGET, Image
from netlog.store.tables import whole
from netlog.store.writes.journal import CHUNK
from netlog.store.writes.recording import Recording

TABLES = [table for table in whole.TABLES if table.name != "change"]
Scrub = Callable[[str, Image], Image]


def doomed(
    connection: sqlite3.Connection, named: Mapping[str, Iterable[int]]
) -> dict[str, set[int]]:
    """The rows by table that go: those named, and what belongs to them."""
    going: dict[str, set[int]] = defaultdict(set, {table: set(ids) for table, ids in named.items()})
    grew = True
    while grew:
        grew = False
        for table in TABLES:
            for key in table.foreign_keys:
                if key.ondelete != "CASCADE":
                    continue
                owners = going[key.column.table.name]
                found = set(_referring(connection, table.name, key.parent.name, owners))
                grew = grew or not found <= going[table.name]
                going[table.name] |= found
    return {table: ids for table, ids in going.items() if ids}


def forget(book: Recording, going: Mapping[str, set[int]], scrub: Scrub) -> None:
    """Let these rows go, and what the journal knows of them; all others become what scrub says.

    What remains is that something was forgotten, with the highest id of each table: a ref must
    never come to mean something else.
    """
    connection = book.connection
    connection.execute("PRAGMA defer_foreign_keys = ON")

    def left(table: str, image: Image) -> Image:
        return _unlinked(table, scrub(table, image), going)

    for table in TABLES:
        _rewrite_rows(connection, table.name, going.get(table.name, set()), left)
    _rewrite_journal(connection, going, left)
    for table in reversed(TABLES):
        ids = [(row_id,) for row_id in going.get(table.name, ())]
        connection.executemany(f"DELETE FROM {table.name} WHERE id = ?", ids)
    connection.executemany(
        "INSERT INTO change (batch, at, command, table_name, row_id) VALUES (?, ?, ?, ?, ?)",
        [
            (book.journal.batch, book.at, FORGET, table, max(ids))
            for table, ids in sorted(going.items())
        ],
    )


def _referring(
    connection: sqlite3.Connection, table: str, column: str, owners: set[int]
) -> Iterator[int]:
    wanted = sorted(owners)
    for start in range(0, len(wanted), CHUNK):
        some = wanted[start : start + CHUNK]
        marks = ", ".join("?" * len(some))
        rows = connection.execute(f"SELECT id FROM {table} WHERE {column} IN ({marks})", some)
        yield from (row_id for (row_id,) in rows)


def _unlinked(table: str, image: Image, going: Mapping[str, set[int]]) -> Image:
    """The row without what it says of rows that go, where it stays itself."""
    for key in SQLModel.metadata.tables[table].foreign_keys:
        name = key.parent.name
        if image.get(name) in going.get(key.column.table.name, ()):
            image = {**image, name: None}
    return image


def _rewrite_rows(
    connection: sqlite3.Connection, table: str, gone: set[int], left: Callable[[str, Image], Image]
) -> None:
    found = connection.execute(f"SELECT * FROM {table}")
    names = [about[0] for about in found.description]
    for row in found.fetchall():
        image = dict(zip(names, row, strict=True))
        after = image if image["id"] in gone else left(table, image)
        changed = [name for name in names if after[name] != image[name]]
        if changed:
            settings = ", ".join(f'"{name}" = :{name}' for name in changed)
            connection.execute(f"UPDATE {table} SET {settings} WHERE id = :id", after)


def _rewrite_journal(
    connection: sqlite3.Connection,
    going: Mapping[str, set[int]],
    left: Callable[[str, Image], Image],
) -> None:
    people = going.get("contact", set())
    rows = connection.execute(
        "SELECT id, table_name, row_id, before, after, contact_id FROM change ORDER BY id"
    ).fetchall()
    gone, written = [], []
    for id_, table, row_id, before, after, contact_id in rows:
        if row_id in going.get(table, ()) or contact_id in people:
            gone.append((id_,))
            continue
        images = [_rewritten(table, image, left) for image in (before, after)]
        if images != [before, after]:
            written.append((*images, id_))
    connection.executemany("DELETE FROM change WHERE id = ?", gone)
    connection.executemany("UPDATE change SET before = ?, after = ? WHERE id = ?", written)


def _rewritten(table: str, image: str | None, left: Callable[[str, Image], Image]) -> str | None:
    if image is None:
        return None
    before = json.loads(image)
    after = left(table, before)
    return image if after == before else json.dumps(after, ensure_ascii=False)
