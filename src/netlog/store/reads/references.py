"""Which tables there are and what refers to what, as the file itself says: no table is mapped."""

from graphlib import TopologicalSorter

from netlog.records.history import ForeignKey
from netlog.store.connect import Book

KEYS = """
SELECT m.name, k."from", k."table"
FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) k
WHERE m.type = 'table' ORDER BY m.name, k.id
"""
COLUMNS = "SELECT name FROM pragma_table_info(:table) ORDER BY cid"


def keys(connection: Book) -> list[ForeignKey]:
    """What refers to what, in the order of the tables' names."""
    return [ForeignKey(*row) for row in connection.execute(KEYS)]


def owners(keys: list[ForeignKey]) -> list[str]:
    """The tables to which others refer, each after those to which it refers itself."""
    known: dict[str, set[str]] = {key.owner: set() for key in keys}
    for key in keys:
        if key.table in known and key.table != key.owner:
            known[key.table].add(key.owner)
    return list(TopologicalSorter({name: sorted(known[name]) for name in known}).static_order())


def columns(connection: Book, table: str) -> list[str]:
    """The names of the table's columns."""
    return [name for (name,) in connection.execute(COLUMNS, {"table": table})]
