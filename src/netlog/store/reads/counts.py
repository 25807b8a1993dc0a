"""How many records of each noun there are."""

import sqlite3

from netlog.records.refs import NOUNS

COUNTS = " UNION ALL ".join(
    f"SELECT '{noun.plural}', count(*) FROM {noun.table}" for noun in NOUNS.values()
)


def by_noun(connection: sqlite3.Connection) -> dict[str, int]:
    """The number of records by the plural of their noun, in the order of NOUNS."""
    return dict(connection.execute(COUNTS))
