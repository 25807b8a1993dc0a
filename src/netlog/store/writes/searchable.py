"""The one place that keeps search_text: the folded words by which a record is found.

Triggers take it from there into the search index, in the same transaction.
"""

import sqlite3
from collections.abc import Iterable, Mapping

from netlog.folding import words
from netlog.store.reads.searchable import ALL, texts

SET_TEXT = {
    "contact": "UPDATE contact SET search_text = ? WHERE id = ?",
    "meeting": "UPDATE meeting SET search_text = ? WHERE id = ?",
    "favor": "UPDATE favor SET search_text = ? WHERE id = ?",
}
REBUILD = tuple(f"INSERT INTO {table}_search ({table}_search) VALUES ('rebuild')" for table in ALL)


def index(connection: sqlite3.Connection, touched: Mapping[str, Iterable[int] | None]) -> None:
    """Make what is searched of these contacts, meetings and favors (None: of all) what they say."""
    for table, ids in touched.items():
        connection.executemany(
            SET_TEXT[table],
            ((" ".join(words(text)), id_) for id_, text in texts(connection, table, ids)),
        )


def rebuild(connection: sqlite3.Connection) -> None:
    """Make every search_text and the whole search index anew, whatever they hold."""
    index(connection, dict.fromkeys(ALL))
    for statement in REBUILD:
        connection.execute(statement)
