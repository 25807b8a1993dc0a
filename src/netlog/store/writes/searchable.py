"""The one place that keeps search_text: the folded words by which a record is found.

Triggers take it from there into the search index, in the same transaction.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from netlog.folding import searchable
from netlog.store.connect import Book, server, together
from netlog.store.reads.searchable import ALL, SOME, texts

SET_TEXT = {table: f"UPDATE {table} SET search_text = :text WHERE id = :id" for table in ALL}
TRIGGER = "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = :name"
INDEXED = dict.fromkeys(ALL, ("search_text",)) | {"contact": ("name_key", "search_text")}
REBUILD = {
    table: f"INSERT INTO {table}_search ({table}_search) VALUES ('rebuild')" for table in ALL
}
# Since which version of the schema what is searched of a table is made as it is now: whoever makes
# it otherwise, or folds otherwise, raises it, with a step of the schema.
SINCE = dict.fromkeys(ALL, 27) | {"contact": 28, "organization": 28, "favor": 29}
UPDATING = """
SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = :table
  AND name IN (:table || '_search_leave', :table || '_search_enter')
"""
STORED = {
    table: f"SELECT id, search_text FROM {table} WHERE id > :after ORDER BY id LIMIT :most"
    for table in ALL
}
AT_ONCE = 5_000


def index(connection: Book, touched: Mapping[str, Iterable[int]]) -> None:
    """Make what is searched of these records what they say."""
    found = together(connection, partial(_texts, touched))
    for table, said in found.items():
        connection.executemany(
            SET_TEXT[table], ({"text": searchable(text), "id": id_} for id_, text in said)
        )


def _texts(touched: Mapping[str, Iterable[int]], book: Book) -> dict[str, list[tuple[int, str]]]:
    return {table: list(texts(book, table, ids)) for table, ids in touched.items()}


@contextmanager
def at_once(connection: Book, table: str) -> Iterator[None]:
    """Let many rows into the table, each with its search_text: the index takes them at the end.

    The trigger that would take them one by one, eight times as slow, stands aside meanwhile; it is
    back within the same transaction.
    """
    if server(connection):  # whose index keeps itself
        yield
        return
    (trigger,) = connection.execute(TRIGGER, {"name": f"{table}_search_insert"}).fetchone()
    (before,) = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()
    connection.execute(f"DROP TRIGGER {table}_search_insert")
    yield
    connection.execute(trigger)
    columns = ", ".join(INDEXED[table])
    connection.execute(
        f"INSERT INTO {table}_search (rowid, {columns}) SELECT id, {columns} FROM {table} "
        "WHERE id > :before AND search_text IS NOT NULL",
        {"before": before},
    )


def renew(connection: Book, found: int) -> None:
    """Make anew what a file of that version made otherwise of what is searched."""
    rebuild(connection, [table for table in ALL if found < SINCE[table]])


def rebuild(connection: Book, tables: Iterable[str] = tuple(ALL)) -> None:
    """Make every search_text and the whole search index of those tables anew, whatever they hold.

    The triggers that would take the texts one by one stand aside meanwhile.
    """
    keeps_itself = server(connection) is not None
    for table in tables:
        found = [] if keeps_itself else connection.execute(UPDATING, {"table": table}).fetchall()
        for name, _ in found:
            connection.execute(f"DROP TRIGGER {name}")
        for new in _said_otherwise(connection, table):
            connection.executemany(SET_TEXT[table], new)
        for _, trigger in found:
            connection.execute(trigger)
        if not keeps_itself:
            connection.execute(REBUILD[table])


def _said_otherwise(connection: Book, table: str) -> Iterator[list[dict[str, object]]]:
    """The search_text and the id of each record that has another one, some at a time."""
    after = 0
    while True:
        span = {"after": after, "most": AT_ONCE}
        stored = connection.execute(STORED[table], span).fetchall()
        if not stored:
            return
        texts = connection.execute(SOME[table], span).fetchall()
        made = ((searchable(text), id_) for id_, text in texts)
        yield [
            {"text": text, "id": id_}
            for (text, id_), (_, old) in zip(made, stored, strict=True)
            if text != old
        ]
        after = stored[-1][0]
