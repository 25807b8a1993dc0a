"""The journal: which command changed which row, before and after, in the same transaction.

It listens to the session, so that no write can forget it. Rows must be deleted as objects: what
SQLite deletes by cascade would not be seen here. Derived columns are not journaled; they follow.
"""

import uuid
from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import event, inspect
from sqlmodel import Session

from netlog.records.history import Batch, Change, Image
from netlog.store import connect
from netlog.store.connect import Book, listed
from netlog.store.reads.searchable import ALL
from netlog.store.tables.base import Row, Stamped
from netlog.store.writes.packing import Journaled, Packing
from netlog.typed import Any

CHUNK = 500

PRESENT = "SELECT contact_id FROM meeting_contact WHERE meeting_id IN ({})"

LABELS = {"contact_tag", "contact_method", "contact_field", "relation"}

HIGHEST = """
SELECT coalesce(max(id), 0) FROM (
    SELECT max(id) AS id FROM {table}
    UNION ALL SELECT max(row_id) FROM change WHERE table_name = :table
) AS highest
"""

# Whose parts are searched with them: the log of an organization, the steps of a lead, what was told
# of a favor.
OWNERS = ("organization", "lead", "favor")
# By which columns of a row is known whom it touches: contacts, and what has parts.
PEOPLE = ("contact_id", "kept_id")
NAMED = (*PEOPLE, *(f"{owner}_id" for owner in OWNERS))

Key = tuple[type[Row], int]


class Journal:
    """What one command did so far to which rows."""

    def __init__(self, session: Session, connection: Book, command: str, at: str) -> None:
        self.session = session
        self.connection = connection
        self.command = command
        self.at = at
        self.batch = str(uuid.uuid4())
        self._before: dict[Key, Image | None] = {}
        self._rows: dict[Key, Row] = {}
        self._gone: set[Key] = set()
        self._next_id: dict[type[Row], int] = {}
        self._packing = Packing(connection, command, at, self.batch, None)
        self._put_back: list[Change] = []
        self._whole: list[Packing] = []
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

        ids are all rows of the table from the lowest of them on.
        """
        if not ids:
            return
        columns = [c.key for c in inspect(table).columns if c.key not in table.derived]
        self._packing.added(str(table.__tablename__), columns, min(ids), len(ids))
        self._passed.update(contact_ids)

    def _new_id(self, table: type[Row]) -> int:
        """An id that no row has or had: a ref must never come to mean somebody else."""
        if table not in self._next_id:
            name = _name(table)
            if server := connect.server(self.connection):
                highest = server.highest(name)
            else:
                sql = HIGHEST.format(table=name)
                (highest,) = self.connection.execute(sql, {"table": name}).fetchone()
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
        found: set[int] = set()
        for start in range(0, len(meetings), CHUNK):
            names, binds = listed(meetings[start : start + CHUNK])
            rows = self.connection.execute(PRESENT.format(names), binds)
            found.update(contact_id for (contact_id,) in rows)
        return found

    def put_back(self, changes: Sequence[Change], batch: Batch | None, *, whole: bool) -> None:
        """Journal that these changes were reversed, of that command, if they had one.

        whole says that they are all of it. For what goes past the session, once it is done.
        """
        packing = self._another(batch)
        if batch and whole:
            packing.refer(batch)
        else:
            packing.add(Journaled(c.table, c.row_id, c.after, c.before) for c in changes)
        self._put_back += changes

    def put_back_many(self, changes: Iterable[Change], batch: Batch, *, whole: bool) -> None:
        """The same of more changes than are held; they are passed over again for what follows."""
        packing = self._another(batch)
        if whole:
            packing.refer(batch)
        else:
            packing.add(Journaled(c.table, c.row_id, c.after, c.before) for c in changes)
        self._whole.append(packing)

    def _another(self, batch: Batch | None) -> Packing:
        """For what is taken back, each a command of its own in the journal, in their order."""
        uid = str(uuid.uuid4()) if self._put_back or self._whole else self.batch
        return Packing(self.connection, self.command, self.at, uid, batch and batch.id)

    def _touched_whole(self) -> Iterator[tuple[Any, int, tuple[Image, ...]]]:
        for packing in self._whole:
            for change in packing.changes():
                yield change.table, change.row_id, (change.before or {}, change.after or {})

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
        """Add this command's changes to the journal."""
        self._packing.add(filter(None, (self._entry(*one) for one in self._rows.items())))
        if self._next_id and (server := connect.server(self.connection)):
            server.keep_highest({_name(table): id_ - 1 for table, id_ in self._next_id.items()})

    @property
    def is_written(self) -> bool:
        """Whether the command changed anything of its own: of one that did not nothing is there."""
        return self._packing.is_begun

    def _entry(self, key: Key, row: Row) -> Journaled | None:
        before = self._before[key]
        after = None if key in self._gone else _image(row)
        return (
            None if before == after else Journaled(str(key[0].__tablename__), key[1], before, after)
        )


def _name(table: type[Row]) -> str:
    return str(table.__tablename__)


def _in_order(session: Session) -> list[Any]:
    """The rows that may have changed, in the order in which they were asked for.

    The session's own order is that of addresses in memory, another on each run.
    """
    changed = session.dirty
    return [row for row in session.identity_map.values() if row in changed] if changed else []


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
