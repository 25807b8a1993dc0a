"""How many records of each noun there are."""

from netlog.records.refs import NOUNS
from netlog.store.connect import Book

COUNTS = " UNION ALL ".join(
    f"SELECT '{noun.plural}', count(*) FROM {noun.table}" for noun in NOUNS.values()
)


def by_noun(connection: Book) -> dict[str, int]:
    """The number of records by the plural of their noun, in the order of NOUNS."""
    return dict(connection.execute(COUNTS))
