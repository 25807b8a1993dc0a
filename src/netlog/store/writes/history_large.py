"""Taking back a command of very many rows: SQLite looks at the journal, a bit at a time.

The same steps as for a small one, each a pass over the rows of the command; none of them is held.
"""

from collections.abc import Iterator

from sqlalchemy import Table

from netlog.records.history import Batch, Change, Obstacle
from netlog.store.reads import history as reads
from netlog.store.writes import history
from netlog.store.writes.history import OWNERS, TABLES
from netlog.store.writes.recording import Recording

AT_ONCE = 2_000  # rows
# Rows of a table that the command changed, and those that it added.
CHANGED = """
SELECT row_id FROM change
WHERE id BETWEEN :first AND :last AND table_name = :table AND after IS NOT NULL
"""
ADDED = f"{CHANGED} AND before IS NULL"
NAMED = "SELECT DISTINCT table_name FROM change WHERE id BETWEEN :first AND :last"


def take_back(book: Recording, batch: Batch) -> Obstacle | None:
    """Make every row what it was before the command, and journal that.

    Returns what stands in the way, if anything; then the caller must not let it be saved.
    """
    obstacle = _first(history.changed_since(book, some) for some in _pieces(book, batch))
    if obstacle is None:
        obstacle = _put_back(book, batch)
    if obstacle is None:
        book.journal.put_back_whole(batch)
    return obstacle


def _first(found: Iterator[Obstacle | None]) -> Obstacle | None:
    return next(filter(None, found), None)


def _pieces(book: Recording, batch: Batch, table: str | None = None) -> Iterator[list[Change]]:
    """The changes of the command, of one table where it is named, so many at a time."""
    some: list[Change] = []
    for change in reads.passing(book.connection, batch, table):
        some.append(change)
        if len(some) == AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _put_back(book: Recording, batch: Batch) -> Obstacle | None:
    connection = book.connection
    connection.execute("PRAGMA defer_foreign_keys = ON")
    named = {name for (name,) in connection.execute(NAMED, _binds(batch))}
    concerned = [table for table in TABLES if table.name in named]
    owners = [table for table in concerned if table in OWNERS]
    for table in owners:
        for some in _pieces(book, batch, table.name):
            history.insert_rows(book, table, (c.before for c in some if not c.after))
            history.update_rows(book, table, (c.before for c in some if c.after))
    for table in (table for table in concerned if table not in OWNERS):
        binds = _binds(batch, table)
        connection.execute(f"DELETE FROM {table.name} WHERE id IN ({CHANGED})", binds)
        for some in _pieces(book, batch, table.name):
            history.insert_rows(book, table, (c.before for c in some))
    obstacle = _first(history.missing(book, some) for some in _pieces(book, batch))
    for table in reversed(owners):
        obstacle = obstacle or _referring(book, table, batch)
        if obstacle is None:
            binds = _binds(batch, table)
            connection.execute(f"DELETE FROM {table.name} WHERE id IN ({ADDED})", binds)
    return obstacle


def _referring(book: Recording, owner: Table, batch: Batch) -> Obstacle | None:
    """A row that stays, and refers to one that would go."""
    for table in TABLES:
        for key in table.foreign_keys:
            if key.column.table is not owner:
                continue
            stays = f"AND id NOT IN ({ADDED})" if table is owner else ""
            found = book.connection.execute(
                f"SELECT id FROM {table.name} WHERE {key.parent.name} IN ({ADDED}) {stays} LIMIT 1",
                _binds(batch, owner),
            ).fetchone()
            if found:
                return history.referring_row(book, table, found[0], batch)
    return None


def _binds(batch: Batch, table: Table | None = None) -> dict[str, object]:
    name = "" if table is None else table.name
    return {"first": batch.first, "last": batch.last, "table": name}
