"""The one place that keeps search_text: the folded words by which a record is found.

Triggers take it from there into the search index, in the same transaction.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from netlog.folding import searchable
from netlog.store.reads.searchable import ALL, texts

SET_TEXT = {table: f"UPDATE {table} SET search_text = ? WHERE id = ?" for table in ALL}
TRIGGER = "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = :name"
INDEXED = dict.fromkeys(ALL, ("search_text",)) | {"contact": ("name_key", "search_text")}
REBUILD = tuple(f"INSERT INTO {table}_search ({table}_search) VALUES ('rebuild')" for table in ALL)


def index(connection: sqlite3.Connection, touched: Mapping[str, Iterable[int] | None]) -> None:
    """Make what is searched of these records (None: of all) what they say."""
    for table, ids in touched.items():
        connection.executemany(
            SET_TEXT[table],
            ((searchable(text), id_) for id_, text in texts(connection, table, ids)),
        )


@contextmanager
def at_once(connection: sqlite3.Connection, table: str) -> Iterator[None]:
    """Let many rows into the table, each with its search_text: the index takes them at the end.

    The trigger that would take them one by one, eight times as slow, stands aside meanwhile; it is
    back within the same transaction.
    """
    (trigger,) = connection.execute(TRIGGER, {"name": f"{table}_search_insert"}).fetchone()
    (before,) = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()
    connection.execute(f"DROP TRIGGER {table}_search_insert")
    yield
    connection.execute(trigger)
    columns = ", ".join(INDEXED[table])
    connection.execute(
        f"INSERT INTO {table}_search (rowid, {columns}) SELECT id, {columns} FROM {table} "
        "WHERE id > ? AND search_text IS NOT NULL",
        (before,),
    )


def rebuild(connection: sqlite3.Connection) -> None:
    """Make every search_text and the whole search index anew, whatever they hold."""
    index(connection, dict.fromkeys(ALL))
    for statement in REBUILD:
        connection.execute(statement)
