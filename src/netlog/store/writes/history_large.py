"""Taking back a command of very many rows: SQLite looks at the journal, a bit at a time.

The same steps as for a small one, each a pass over the rows of the command; none of them is held.
Rows that later commands changed too are put back in part: what of them is put back stands aside, in
a table of SQLite's that lives as long as the connection.
"""

import json
from collections.abc import Iterator
from itertools import islice

from netlog.records.history import Batch, Change, ForeignKey, Obstacle
from netlog.store.connect import DEFER
from netlog.store.reads import history as reads
from netlog.store.reads import references
from netlog.store.writes import history
from netlog.store.writes.recording import Recording

AT_ONCE = 2_000  # rows
# Rows of a table that the command changed, and those that it added.
CHANGED = """
SELECT row_id FROM change
WHERE id BETWEEN :first AND :last AND batch_id = :source AND table_name = :table
  AND CASE WHEN :turned = 1 THEN was_there ELSE is_there END = 1
"""
ADDED = f"{CHANGED} AND CASE WHEN :turned = 1 THEN is_there ELSE was_there END = 0"
NAMED = """
SELECT DISTINCT table_name FROM change
WHERE id BETWEEN :first AND :last AND batch_id = :source
"""
# What of a change is put back, where it is not all of it.
PARTS = "CREATE TEMP TABLE IF NOT EXISTS part (id INTEGER PRIMARY KEY, before TEXT, after TEXT)"
NO_PARTS = "DELETE FROM part"
PART = "INSERT INTO part (id, before, after) VALUES (:id, :before, :after)"
PARTS_OF = "SELECT id, before, after FROM part WHERE id BETWEEN :first AND :last"
ANY_PARTS = "SELECT EXISTS (SELECT 1 FROM part)"


def take_back(book: Recording, batch: Batch, *, alone: bool = False) -> Obstacle | None:
    """Make every row what it was before the command, and journal that.

    alone: what later commands changed of the same rows stays, where it is something else. Returns
    what stands in the way, if anything; then the caller must not let it be saved.
    """
    book.connection.execute(PARTS)
    book.connection.execute(NO_PARTS)
    if alone:
        for some in _pieces(book, batch):
            _set_parts_aside(book, some)
    obstacle = _first(history.changed_since(book, some) for some in _pieces(book, batch))
    if obstacle is None:
        obstacle = _put_back(book, batch)
    if obstacle is None:
        (parts,) = book.connection.execute(ANY_PARTS).fetchone()
        all_of_it = (change for some in _pieces(book, batch) for change in some)
        book.journal.put_back_many(all_of_it, batch, whole=not parts)
    return obstacle


def _set_parts_aside(book: Recording, changes: list[Change]) -> None:
    alone = {(c.table, c.row_id): c for c in history.theirs_alone(book, changes)}
    pairs = ((change, alone[change.table, change.row_id]) for change in changes)
    parts = (
        {
            "id": change.batch.first,
            "before": json.dumps(part.before),
            "after": json.dumps(part.after),
        }
        for change, part in pairs
        if part is not change and (part.before, part.after) != (change.before, change.after)
    )
    book.connection.executemany(PART, parts)


def _first(found: Iterator[Obstacle | None]) -> Obstacle | None:
    return next(filter(None, found), None)


def _pieces(book: Recording, batch: Batch, table: str | None = None) -> Iterator[list[Change]]:
    """The changes of the command, of one table where it is named, so many at a time."""
    changes = reads.passing(book.connection, batch, table)
    while some := list(islice(changes, AT_ONCE)):
        yield _in_part(book, some)


def _in_part(book: Recording, changes: list[Change]) -> list[Change]:
    """With what of each is put back; a change is a batch of one row."""
    between = {"first": changes[0].batch.first, "last": changes[-1].batch.last}
    parts = {id_: images for id_, *images in book.connection.execute(PARTS_OF, between)}
    if not parts:
        return changes
    return [
        change._replace(before=json.loads(parts[id_][0]), after=json.loads(parts[id_][1]))
        if (id_ := change.batch.first) in parts
        else change
        for change in changes
    ]


def _put_back(book: Recording, batch: Batch) -> Obstacle | None:
    connection = book.connection
    connection.execute(DEFER)
    named = {name for (name,) in connection.execute(NAMED, _binds(batch))}
    keys = references.keys(connection)
    owners = [table for table in references.owners(keys) if table in named]
    for table in owners:
        for some in _pieces(book, batch, table):
            history.insert_rows(book, table, (c.before for c in some if not c.after))
            history.update_rows(book, table, (c.before for c in some if c.after))
    for table in sorted(named - {*owners}):
        binds = _binds(batch, table)
        connection.execute(f"DELETE FROM {table} WHERE id IN ({CHANGED})", binds)
        for some in _pieces(book, batch, table):
            history.insert_rows(book, table, (c.before for c in some))
    obstacle = _first(history.missing(book, some) for some in _pieces(book, batch))
    for table in reversed(owners):
        obstacle = obstacle or _referring(book, table, batch, keys)
        if obstacle is None:
            binds = _binds(batch, table)
            connection.execute(f"DELETE FROM {table} WHERE id IN ({ADDED})", binds)
    return obstacle


def _referring(
    book: Recording, owner: str, batch: Batch, keys: list[ForeignKey]
) -> Obstacle | None:
    """A row that stays, and refers to one that would go."""
    for table, column, _ in (key for key in keys if key.owner == owner):
        stays = f"AND id NOT IN ({ADDED})" if table == owner else ""
        found = book.connection.execute(
            f"SELECT id FROM {table} WHERE {column} IN ({ADDED}) {stays} LIMIT 1",
            _binds(batch, owner),
        ).fetchone()
        if found:
            return history.referring_row(book, table, found[0], batch)
    return None


def _binds(batch: Batch, table: str = "") -> dict[str, object]:
    return {**batch._asdict(), "table": table}
