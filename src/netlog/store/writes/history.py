"""Taking a command back: every row as it was, exactly, or nothing and what stands in the way.

It knows tables only by what the file says of their columns and of what refers to what: new ones
need nothing here, and none is mapped. It goes past the session, which would stamp the rows anew;
the journal is told what was done.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from netlog.records.history import Batch, Change, ForeignKey, Image, Obstacle
from netlog.store.connect import DEFER, listed
from netlog.store.reads import history, references
from netlog.store.writes import day_numbers
from netlog.store.writes.journal import CHUNK
from netlog.store.writes.recording import Recording
from netlog.typed import Literal

STAMP = "updated_at"


def take_back(book: Recording, batch: Batch, *, alone: bool = False) -> Obstacle | None:
    """Make every row that the command changed what it was before, and journal that.

    alone: what later commands changed of the same rows stays, where it is something else. Returns
    what stands in the way, if anything; then the caller must not let it be saved.
    """
    changes = did = history.changes(book.connection, batch)
    if alone:
        changes = list(theirs_alone(book, did))
    obstacle = changed_since(book, changes) or _put_back(book, changes)
    if obstacle is None:
        book.journal.put_back(changes, batch, whole=changes == did)
    return obstacle


def mend(book: Recording, changes: list[Change], strangers: Mapping[str, list[int]]) -> None:
    """Make each row what is before in its change, and journal that.

    strangers are rows of which the journal never knew, by table: they go first.
    """
    book.connection.execute(DEFER)
    for name, ids in strangers.items():
        _delete(book, name, ids)
    obstacle = _put_back(book, changes)
    if obstacle is None:
        day_numbers.fill(book)
        book.journal.put_back(changes, None, whole=False)


def theirs_alone(book: Recording, changes: list[Change]) -> Iterator[Change]:
    """The changes as they would be, had the command been the last: of rows it changed, its part."""
    for table, theirs in _by_table(changes).items():
        present = {row["id"]: row for row in _rows(book, table, "id", [*theirs])}
        for row_id, change in theirs.items():
            row = present.get(row_id)
            yield _part_alone(change, row) if row and change.before and change.after else change


def _part_alone(change: Change, row: Image) -> Change:
    before, after = change.before or {}, change.after or {}
    changed = {name for name in after if before.get(name) != after[name] and name in row}
    if any(row[name] != after[name] for name in changed - {STAMP}):
        return change  # which is then found to stand in the way
    now = {name: row[name] for name in after if name in row}
    back = {name: before.get(name) for name in changed if row[name] == after[name]}
    return change._replace(before={**now, **back}, after=now)


def changed_since(book: Recording, changes: list[Change]) -> Obstacle | None:
    """The first of these rows that is no longer what the command made of it."""
    for table, theirs in _by_table(changes).items():
        present = {row["id"]: row for row in _rows(book, table, "id", [*theirs])}
        for row_id, change in theirs.items():
            row = present.get(row_id)
            if not _same(change.after, row):
                return _obstacle(book, change, "changed" if row else "removed", row)
    return None


def _put_back(book: Recording, changes: list[Change]) -> Obstacle | None:
    """Restore the rows, in an order in which nothing goes by cascade and no two are alike."""
    book.connection.execute(DEFER)
    found, keys = _by_table(changes), references.keys(book.connection)
    # What other rows refer to goes last and comes first; an order among the others nobody minds.
    owners = [table for table in references.owners(keys) if table in found]
    for table in owners:
        insert_rows(book, table, (c.before for c in found[table].values() if not c.after))
        update_rows(book, table, (c.before for c in found[table].values() if c.after))
    for table in sorted(found.keys() - {*owners}):
        # Anew also what only changed: on the way two rows must not be alike.
        _delete(book, table, [c.row_id for c in found[table].values() if c.after])
        insert_rows(book, table, (c.before for c in found[table].values()))
    obstacle = _missing(book, found, keys)
    for table in reversed(owners):
        gone = [c.row_id for c in found[table].values() if not c.before]
        obstacle = obstacle or _referring(book, table, gone, changes[0].batch, keys)
        if obstacle is None:
            _delete(book, table, gone)
    return obstacle


def missing(book: Recording, changes: list[Change]) -> Obstacle | None:
    """A row to which one of those that were restored refers, and which is not there."""
    return _missing(book, _by_table(changes), references.keys(book.connection))


def _missing(
    book: Recording, found: dict[str, dict[int, Change]], keys: list[ForeignKey]
) -> Obstacle | None:
    """A row to which a restored one refers, and which is not there."""
    for table, name, owner in (key for key in keys if key.table in found):
        # Whoever had no such column yet referred to nothing by it.
        befores = {
            c.before[name]: c for c in found[table].values() if c.before and c.before.get(name)
        }
        wanted = befores.keys()
        there = {row["id"] for row in _rows(book, owner, "id", [*wanted])}
        for owner_id in sorted(wanted - there):
            batch = befores[owner_id].batch
            last = history.last_of_row(book.connection, owner, owner_id)
            change = last or Change(batch, owner, owner_id, None, None)
            return _obstacle(book, change, "removed", None)
    return None


def _referring(
    book: Recording, owner: str, gone: list[int], batch: Batch, keys: list[ForeignKey]
) -> Obstacle | None:
    """A row that stays, and refers to one that would go."""
    going = set(gone)
    for table, column, _ in (key for key in keys if key.owner == owner):
        for row in _rows(book, table, column, gone):
            if table != owner or row["id"] not in going:
                change = Change(batch, table, row["id"], None, row)
                return _obstacle(book, change, "refers", row)
    return None


def referring_row(book: Recording, table: str, row_id: int, batch: Batch) -> Obstacle:
    """That this row, which stays, refers to one that would go."""
    (row,) = _rows(book, table, "id", [row_id])
    change = Change(batch, table, row_id, None, row)
    return _obstacle(book, change, "refers", row)


def _obstacle(
    book: Recording,
    change: Change,
    did: Literal["changed", "removed", "refers"],
    present: Image | None,
) -> Obstacle:
    """With the command that left the row as it is, if the journal knows one."""
    last = history.last_of_row(book.connection, change.table, change.row_id)
    if last and _same(last.after, present):
        return Obstacle(change, did, last.batch.command, last.batch.at, last.batch.who)
    return Obstacle(change, did, None, None)


def _same(image: Image | None, present: Image | None) -> bool:
    """Whether the row is what the image says, in the columns that there were then."""
    if image is None or present is None:
        return image is present
    return all(present[name] == image[name] for name in image if name in present)


def _by_table(changes: Iterable[Change]) -> dict[str, dict[int, Change]]:
    found: dict[str, dict[int, Change]] = defaultdict(dict)
    for change in changes:
        found[change.table][change.row_id] = change
    return found


def _rows(book: Recording, table: str, column: str, values: list[int]) -> Iterator[Image]:
    for start in range(0, len(values), CHUNK):
        some, binds = listed(values[start : start + CHUNK])
        rows = book.connection.execute(f"SELECT * FROM {table} WHERE {column} IN ({some})", binds)
        names = [about[0] for about in rows.description]
        yield from [dict(zip(names, row, strict=True)) for row in rows]


def _delete(book: Recording, table: str, ids: list[int]) -> None:
    gone = [{"id": row_id} for row_id in ids]
    book.connection.executemany(f"DELETE FROM {table} WHERE id = :id", gone)


def insert_rows(book: Recording, table: str, images: Iterable[Image | None]) -> None:
    """Have the rows that these images are of, where there are any."""
    for names, rows in _alike(book, table, images):
        values = ", ".join(f":{name}" for name in names)
        statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})"
        book.connection.executemany(statement, rows)


def update_rows(book: Recording, table: str, images: Iterable[Image | None]) -> None:
    """Make the rows that are there what these images are."""
    for names, rows in _alike(book, table, images):
        values = ", ".join(f"{name} = :{name}" for name in names if name != "id")
        book.connection.executemany(f"UPDATE {table} SET {values} WHERE id = :id", rows)


def _alike(
    book: Recording, table: str, images: Iterable[Image | None]
) -> Iterator[tuple[tuple[str, ...], list[Image]]]:
    """The images that are there, with those together that have the same of the table's columns.

    An older netlog knew fewer of them.
    """
    known = references.columns(book.connection, table)
    rows = [{name: image[name] for name in known if name in image} for image in images if image]
    for names, group in groupby(sorted(rows, key=tuple), key=tuple):
        yield names, list(group)
