"""Many rows at once, past the session: statements made of the tables, ids, values by column.

Whoever uses it tells the journal, as no session listens.
"""

import uuid
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from functools import cache

from sqlalchemy import bindparam, insert
from sqlalchemy.dialects import sqlite

from netlog.folding import searchable
from netlog.records.incoming import Exact
from netlog.store.connect import server
from netlog.store.tables.base import Row
from netlog.store.writes import searchable as searchable_writes
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import as_stored
from netlog.typed import Any

HIGHEST_ID = 1_000_000_000  # a file's own wish goes no further: the ids to come stand after it

_BY = sqlite.dialect()


def id_of(new: Sequence[int], known: int) -> int:
    """The id of somebody: of the nth who is new where it is -n."""
    return known if known > 0 else new[-known - 1]


def ids_of(book: Recording, table: type[Row], exact: Sequence[Exact]) -> Sequence[int]:
    """Ids for records: those the file has, where no row of the table has or had any."""
    return ids_for(book, table, [dict(one).get("id") for one in exact])


def ids_for(book: Recording, table: type[Row], wanted: Sequence[Any]) -> Sequence[int]:
    """Ids for so many rows: those wanted, where no row of the table has or had any."""
    fresh = book.journal.new_ids(table, len(wanted))
    own = {id_ for id_ in wanted if isinstance(id_, int) and 0 < id_ < HIGHEST_ID}
    if fresh and fresh[0] == 1 and len(own) == len(wanted):
        book.journal.new_ids(table, max(own) - len(wanted))
        return wanted
    return fresh


def write(
    book: Recording,
    table: type[Row],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
) -> None:
    name = str(table.__tablename__)
    at_once = (
        searchable_writes.at_once(book.connection, name)
        if name in searchable_writes.INDEXED
        else nullcontext()
    )
    if elsewhere := server(book.connection):
        elsewhere.copy(name, columns, rows)
        return
    statement, order = _insertion(table, tuple(columns))
    if order != list(range(len(columns))):
        rows = (tuple(row[at] for at in order) for row in rows)
    with at_once:
        book.connection.executemany(statement, rows)


@cache
def _insertion(table: type[Row], columns: tuple[str, ...]) -> tuple[str, list[int]]:
    """The statement that stores rows, and which of the columns it takes first, second and so on."""
    values: dict[str, Any] = {name: bindparam(name) for name in columns}
    compiled = insert(table).values(values).compile(dialect=_BY)
    return str(compiled), [columns.index(name) for name in compiled.positiontup or columns]


def values_of(
    book: Recording, table: type[Row], id_: int, plain: dict[str, Any], exact: Exact
) -> dict[str, Any]:
    """The row by column, in the order of the table."""
    said = {
        "snoozes": 0,
        "created_at": book.at,
        "updated_at": book.at,
        **{name: as_stored(value) for name, value in plain.items()},
        **dict(exact),
        "id": id_,
    }
    said["uid"] = said.get("uid") or str(uuid.uuid4())
    return {name: said.get(name) for name in columns_of(table)}


def columns_of(table: type[Row]) -> list[str]:
    return list(table.__table__.columns.keys())  # type: ignore[attr-defined]


def searched(*said: str | None) -> str:
    return searchable("\n".join(one or "" for one in said))
