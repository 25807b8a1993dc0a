"""The journal: which command changed which row, before and after, in the same transaction.

It listens to the session, so that no write can forget it. Rows must be deleted as objects: what
SQLite deletes by cascade would not be seen here. Derived columns are not journaled; they follow.
"""

import json
import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, event, insert, inspect, select
from sqlmodel import Session, SQLModel

from netlog.records.history import Batch, Change, Image
from netlog.store.reads.searchable import ALL
from netlog.store.tables.base import Row, Stamped
from netlog.store.tables.history import ChangeRow

CHUNK = 500
JOURNAL = SQLModel.metadata.tables[str(ChangeRow.__tablename__)]

LABELS = {"contact_tag", "contact_method", "contact_field", "relation"}

HIGHEST = """
SELECT max(
    coalesce((SELECT max(id) FROM {table}), 0),
    coalesce((SELECT max(row_id) FROM change WHERE table_name = ?), 0)
)
"""

# Whose parts are searched with them: the log of an organization, the steps of a lead.
OWNERS = ("organization", "lead")
# By which columns of a row is known whom it touches: contacts, and what has parts.
PEOPLE = ("contact_id", "kept_id")
NAMED = (*PEOPLE, *(f"{owner}_id" for owner in OWNERS))

# What is before and after change places; whose it is, is told by what there is then.
REVERSE = """
INSERT INTO change
    (batch, at, command, undoes, table_name, row_id, before, after, contact_id)
SELECT ?, ?, ?, ?, table_name, row_id, after, before,
       json_extract(coalesce(before, after), '$.contact_id')
FROM {changes} WHERE id BETWEEN ? AND ? ORDER BY id
"""
TOUCHED = "SELECT table_name, row_id, {} FROM change WHERE batch = ?".format(
    ", ".join(
        f"json_extract({image}, '$.{name}')" for image in ("before", "after") for name in NAMED
    )
)
Key = tuple[type[Row], int]


class Journal:
    """What one command did so far to which rows."""

    def __init__(self, session: Session, command: str, at: str) -> None:
        self.session = session
        self.command = command
        self.at = at
        self.batch = str(uuid.uuid4())
        self._before: dict[Key, Image | None] = {}
        self._rows: dict[Key, Row] = {}
        self._gone: set[Key] = set()
        self._next_id: dict[type[Row], int] = {}
        self._reversed: list[dict[str, Any]] = []
        self._put_back: list[Change] = []
        self._whole: list[str] = []
        self._passed: set[int] = set()
        event.listen(session, "before_flush", self._before_flush)

    def _before_flush(self, session: Session, *_: object) -> None:
        for row in session.new:
            if row.id is None:
                row.id = self._new_id(type(row))
            self._note(row, None)
            self._gone.discard((type(row), row.id))
        for row in _in_order(session):
            if session.is_modified(row):
                self._note(row, _image_before(row))
                if isinstance(row, Stamped):
                    row.updated_at = self.at
        for row in session.deleted:
            self._note(row, _image_before(row))
            self._gone.add((type(row), row.id))

    def _note(self, row: Row, before: Image | None) -> None:
        assert row.id is not None
        key = (type(row), row.id)
        self._before.setdefault(key, before)
        self._rows[key] = row

    def new_ids(self, table: type[Row], number: int) -> range:
        """So many ids in a row that no row has or had, for what is stored past the session."""
        first = self._new_id(table)
        self._next_id[table] = first + number
        return range(first, first + number)

    def passed(self, table: type[Row], ids: Collection[int], contact_ids: Iterable[int]) -> None:
        """Journal rows that went into the file past the session, and whom they touch.

        ids are all rows of the table from the lowest of them on. SQLite writes the images, many
        times as fast as Python.
        """
        if not ids:
            return
        columns = [c.key for c in inspect(table).columns if c.key not in table.derived]
        image = ", ".join(f"'{name}', \"{name}\"" for name in columns)
        name = str(table.__tablename__)
        whose = "contact_id" if "contact_id" in columns else "NULL"
        self.session.connection().exec_driver_sql(
            "INSERT INTO change (batch, at, command, table_name, row_id, after, contact_id) "
            f"SELECT ?, ?, ?, '{name}', id, json_object({image}), {whose} "
            f"FROM {name} WHERE id >= ? ORDER BY id",
            (self.batch, self.at, self.command, min(ids)),
        )
        self._passed.update(contact_ids)

    def _new_id(self, table: type[Row]) -> int:
        """An id that no row has or had: a ref must never come to mean somebody else."""
        if table not in self._next_id:
            name = str(table.__tablename__)
            connection = self.session.connection()
            highest = connection.exec_driver_sql(HIGHEST.format(table=name), (name,)).scalar_one()
            self._next_id[table] = highest + 1
        self._next_id[table] += 1
        return self._next_id[table] - 1

    def touched_contacts(self) -> set[int] | None:
        """The contacts whose derived columns may have changed; None when it may be all of them."""
        touched = set(self._passed)
        meetings = []
        for table, row_id, images in self._touched():
            if table == "cadence_rule":
                return None
            if table == "contact":
                touched.add(row_id)
            elif table == "meeting":
                meetings.append(row_id)
            touched.update(image[name] for image in images for name in PEOPLE if image.get(name))
        return touched | self._present(meetings)

    def _touched(self) -> Iterator[tuple[Any, int, tuple[Image, ...]]]:
        for key, row in self._rows.items():
            now = {name: getattr(row, name, None) for name in NAMED}
            yield key[0].__tablename__, key[1], (self._before[key] or {}, now)
        for change in self._put_back:
            yield change.table, change.row_id, (change.before or {}, change.after or {})
        yield from self._touched_whole()

    def _present(self, meetings: list[int]) -> set[int]:
        from netlog.store.tables.meetings import MeetingContact

        contacts = select(_column(MeetingContact, "contact_id"))
        found: set[int] = set()
        for start in range(0, len(meetings), CHUNK):
            those = _column(MeetingContact, "meeting_id").in_(meetings[start : start + CHUNK])
            found.update(self.session.scalars(contacts.where(those)))
        return found

    def put_back(self, changes: Sequence[Change], undoes: str | None) -> None:
        """Journal that these changes were reversed, by a batch that names theirs, if they had one.

        For what goes past the session, once it is done.
        """
        batch = str(uuid.uuid4()) if self._put_back or self._whole else self.batch
        self._put_back += changes
        self._reversed += [
            self._row(batch, c.table, c.row_id, c.after, c.before, undoes) for c in changes
        ]

    def put_back_whole(self, batch: Batch, changes: str = "change") -> None:
        """Journal that all of a command was reversed, without a look at each of its rows.

        changes is what stands for the journal where not all of each row was.
        """
        name = str(uuid.uuid4()) if self._put_back or self._whole else self.batch
        self._flush_reversed()  # commands stand in the journal in the order in which they were done
        binds = (name, self.at, self.command, batch.id, batch.first, batch.last)
        self.session.connection().exec_driver_sql(REVERSE.format(changes=changes), binds)
        self._whole.append(name)

    def _touched_whole(self) -> Iterator[tuple[Any, int, tuple[Image, ...]]]:
        for batch in self._whole:
            rows = self.session.connection().exec_driver_sql(TOUCHED, (batch,))
            for table, row_id, *whose in rows:
                before, after = whose[: len(NAMED)], whose[len(NAMED) :]
                yield table, row_id, (_named(before), _named(after))

    def touched_texts(self) -> dict[str, set[int]]:
        """The records, by table, of which something searched may have changed."""
        touched: dict[str, set[int]] = {table: set() for table in ALL}
        for table, row_id, images in self._touched():
            if table in touched:
                touched[table].add(row_id)
            elif owner := next((one for one in OWNERS if table.startswith(f"{one}_")), None):
                found = (image.get(f"{owner}_id") for image in images)
                touched[owner].update(id_ for id_ in found if id_)
            elif table in LABELS:
                touched["contact"].update(i["contact_id"] for i in images if i.get("contact_id"))
        return touched

    def write(self) -> None:
        """Add this command's changes to the journal table."""
        self._reversed += [
            change
            for key, row in self._rows.items()
            if (change := self._change(key, row)) is not None
        ]
        self._flush_reversed()

    def _flush_reversed(self) -> None:
        if self._reversed:
            # Past the ORM, which makes a statement of its own for each set of empty columns.
            self.session.connection().execute(insert(JOURNAL), self._reversed)
        self._reversed = []

    def _change(self, key: Key, row: Row) -> dict[str, Any] | None:
        before = self._before[key]
        after = None if key in self._gone else _image(row)
        if before == after:
            return None
        return self._row(self.batch, str(key[0].__tablename__), key[1], before, after)

    def _row(
        self,
        batch: str,
        table: str,
        row_id: int,
        before: Image | None,
        after: Image | None,
        undoes: str | None = None,
    ) -> dict[str, Any]:
        return {
            "batch": batch,
            "at": self.at,
            "command": self.command,
            "table_name": table,
            "row_id": row_id,
            "before": _json(before),
            "after": _json(after),
            "undoes": undoes,
            "contact_id": (after or before or {}).get("contact_id"),
        }


def _in_order(session: Session) -> list[Any]:
    """The rows that may have changed, in the order in which they were asked for.

    The session's own order is that of addresses in memory, another on each run.
    """
    changed = session.dirty
    return [row for row in session.identity_map.values() if row in changed] if changed else []


def _named(values: Sequence[Any]) -> Image:
    return dict(zip(NAMED, values, strict=True))


def _column(table: type[Row], name: str) -> ColumnElement[Any]:
    column: ColumnElement[Any] = inspect(table).columns[name]
    return column


def _columns(row: Row) -> list[str]:
    return [column.key for column in inspect(type(row)).columns if column.key not in row.derived]


def _image(row: Row) -> Image:
    return {name: getattr(row, name) for name in _columns(row)}


def _image_before(row: Row) -> Image:
    """The row as it was loaded, whatever has been assigned to it since."""
    state = inspect(row)
    image = {}
    for name in _columns(row):
        history = state.attrs[name].history
        image[name] = history.deleted[0] if history.deleted else getattr(row, name)
    return image


def _json(image: Image | None) -> str | None:
    return None if image is None else json.dumps(image, ensure_ascii=False)
