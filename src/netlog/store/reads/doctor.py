"""The rows of the book beside what the journal last said of each."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from netlog.store.reads.searchable import ALL

Rows = dict[int, dict[str, Any]]

TABLES = """
SELECT name FROM sqlite_schema
WHERE type = 'table' AND name IN (SELECT DISTINCT table_name FROM change) ORDER BY name
"""
LAST = """
SELECT row_id, after FROM change
WHERE id IN (SELECT max(id) FROM change WHERE table_name = :table GROUP BY row_id)
"""
NEWEST = "SELECT max(at) FROM change"
DERIVED = """
SELECT id, name_key, birthday_key, every_days, every_from, last_touch_on, next_due_on FROM contact
"""
SEARCHED = {table: f"SELECT id, search_text FROM {table}" for table in ALL}


def as_it_is(connection: sqlite3.Connection) -> None:
    """Read also text that is not text any more: a flipped bit must be found, not fall over it."""
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")


def tables(connection: sqlite3.Connection) -> list[str]:
    """The tables of which the journal holds something."""
    return [name for (name,) in connection.execute(TABLES)]


def rows(connection: sqlite3.Connection, table: str) -> Rows:
    """The rows of the table by id, as columns and values."""
    found = connection.execute(f"SELECT * FROM {table}")
    names = [about[0] for about in found.description]
    whole = (dict(zip(names, row, strict=True)) for row in found)
    return {row["id"]: row for row in whole}


def images(
    connection: sqlite3.Connection, table: str
) -> Iterator[tuple[int, dict[str, Any] | None, bool]]:
    """Of each row the journal knows: its id, its last image, and whether that could be read.

    The image is None of a row that was removed.
    """
    for row_id, after in connection.execute(LAST, {"table": table}):
        try:
            image = None if after is None else json.loads(after)
        except ValueError:
            yield row_id, None, False
        else:
            yield row_id, image, True


def derived(connection: sqlite3.Connection) -> dict[int, tuple[Any, ...]]:
    """The derived columns of each contact, in the order of records.cadence.Derived."""
    return {row[0]: tuple(row[1:]) for row in connection.execute(DERIVED)}


def searched(connection: sqlite3.Connection, table: str) -> dict[int, str | None]:
    """What is searched of each record of the table."""
    return dict(connection.execute(SEARCHED[table]))


def newest(connection: sqlite3.Connection) -> str | None:
    """The instant of the newest change."""
    at: str | None = connection.execute(NEWEST).fetchone()[0]
    return at
