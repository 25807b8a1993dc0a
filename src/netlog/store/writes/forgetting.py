"""Forgetting somebody: out of the tables, and out of the journal, which all else only adds to.

It goes past the session on purpose. It knows tables only by their columns and what refers to what,
so that new ones need nothing here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from sqlmodel import SQLModel

from netlog.records.history import FORGET, Image
from netlog.store import digests, packs
from netlog.store.connect import DEFER, Book, listed
from netlog.store.packs import BothImages
from netlog.store.reads import forgetting as reads
from netlog.store.reads.images import IDS, PACK
from netlog.store.tables import whole
from netlog.store.tables.history import JOURNAL
from netlog.store.writes.journal import CHUNK
from netlog.store.writes.packing import Journaled, Packing
from netlog.store.writes.recording import Recording

TABLES = [table for table in whole.TABLES if table.name not in JOURNAL]
CHANGES = "SELECT id, table_name, row_id FROM change WHERE id BETWEEN :first AND :last"
OF_OTHER = "UPDATE change SET contact_id = :contact_id WHERE id = :id"
DROP_CHANGE = "DELETE FROM change WHERE id = :id"
REPACK = "UPDATE pack SET images = :images WHERE id = :id"
# A command of which nothing is left; what was forgotten before has no image, and stays.
EMPTY = """
DELETE FROM batch WHERE NOT EXISTS (
    SELECT 1 FROM change c WHERE c.id BETWEEN batch.first AND batch.last
    AND c.batch_id = batch.source_id)
"""
Scrub = Callable[[str, Image], Image]


def doomed(connection: Book, named: Mapping[str, Iterable[int]]) -> dict[str, set[int]]:
    """The rows by table that go: those named, and what belongs to them."""
    going: dict[str, set[int]] = defaultdict(set, {table: set(ids) for table, ids in named.items()})
    grew = True
    while grew:
        grew = False
        for table in TABLES:
            for key in table.foreign_keys:
                if key.ondelete != "CASCADE":
                    continue
                owners = going[key.column.table.name]
                found = set(_referring(connection, table.name, key.parent.name, owners))
                grew = grew or not found <= going[table.name]
                going[table.name] |= found
    return {table: ids for table, ids in going.items() if ids}


def forget(book: Recording, going: Mapping[str, set[int]], scrub: Scrub) -> None:
    """Let these rows go, and what the journal knows of them; all others become what scrub says.

    What remains is that something was forgotten, with the highest id of each table: a ref must
    never come to mean something else.
    """
    connection = book.connection
    connection.execute(DEFER)

    def left(table: str, image: Image) -> Image:
        return _unlinked(table, scrub(table, image), going)

    for table in TABLES:
        _rewrite_rows(connection, table.name, going.get(table.name, set()), left)
    _rewrite_journal(connection, going, left)
    for table in reversed(TABLES):
        ids = [{"id": row_id} for row_id in going.get(table.name, ())]
        connection.executemany(f"DELETE FROM {table.name} WHERE id = :id", ids)
    # That alone is left: no image of anything.
    packing = Packing(connection, FORGET, book.at, book.journal.batch, None)
    packing.add(Journaled(table, max(ids), None, None) for table, ids in sorted(going.items()))
    connection.execute(EMPTY)
    connection.execute(digests.SEAL_ALL)


def _referring(connection: Book, table: str, column: str, owners: set[int]) -> Iterator[int]:
    wanted = sorted(owners)
    for start in range(0, len(wanted), CHUNK):
        some, binds = listed(wanted[start : start + CHUNK])
        rows = connection.execute(f"SELECT id FROM {table} WHERE {column} IN ({some})", binds)
        yield from (row_id for (row_id,) in rows)


def _unlinked(table: str, image: Image, going: Mapping[str, set[int]]) -> Image:
    """The row without what it says of rows that go, where it stays itself."""
    for key in SQLModel.metadata.tables[table].foreign_keys:
        name = key.parent.name
        if image.get(name) in going.get(key.column.table.name, ()):
            image = {**image, name: None}
    return image


def _rewrite_rows(
    connection: Book, table: str, gone: set[int], left: Callable[[str, Image], Image]
) -> None:
    names = list(SQLModel.metadata.tables[table].columns.keys())
    said = ", ".join(f'"{name}"' for name in names)
    for row in connection.execute(f"SELECT {said} FROM {table}").fetchall():
        image = dict(zip(names, row, strict=True))
        after = image if image["id"] in gone else left(table, image)
        changed = [name for name in names if after[name] != image[name]]
        if changed:
            settings = ", ".join(f'"{name}" = :{name}' for name in changed)
            connection.execute(f"UPDATE {table} SET {settings} WHERE id = :id", after)


class _Whose:
    """Whose rows of the journal are, of those that were a forgotten one's at any time."""

    def __init__(self, connection: Book, going: Mapping[str, set[int]]) -> None:
        self._connection, self._going = connection, going
        self._people = going.get("contact", set())
        self._owners: dict[tuple[str, int], int | None] = {}

    def is_theirs(self, table: str, row_id: int, images: Iterable[Image | None]) -> bool:
        """Whether it goes, or was of somebody who goes."""
        whose = (image.get("contact_id") for image in images if image)
        return row_id in self._going.get(table, ()) or any(one in self._people for one in whose)

    def stays_with(self, table: str, row_id: int) -> int | None:
        """Who has it, or had it last: theirs it was for a while alone, as until a merge was undone.

        None where it goes.
        """
        if row_id in self._going.get(table, ()):
            return None
        if (table, row_id) not in self._owners:
            self._owners[table, row_id] = reads.owner(self._connection, table, row_id)
        owner = self._owners[table, row_id]
        return None if owner in self._people else owner


def _rewrite_journal(
    connection: Book,
    going: Mapping[str, set[int]],
    left: Callable[[str, Image], Image],
) -> None:
    whose = _Whose(connection, going)

    def rewritten(id_: int, table: str, row_id: int, images: BothImages) -> BothImages:
        was, now = images
        if whose.is_theirs(table, row_id, images):
            owner = whose.stays_with(table, row_id)
            if owner is None:
                connection.execute(DROP_CHANGE, {"id": id_})
                return None, None
            connection.execute(OF_OTHER, {"contact_id": owner, "id": id_})
            was, now = was and {**was, "contact_id": owner}, now and {**now, "contact_id": owner}
        return was and left(table, was), now and left(table, now)

    for (first,) in connection.execute(IDS).fetchall():
        (pack,) = connection.execute(PACK, {"id": first}).fetchone()
        before = packs.unpacked(first, pack)
        after = list(before)
        span = {"first": first, "last": first + len(before) - 1}
        for id_, table, row_id in connection.execute(CHANGES, span).fetchall():
            after[id_ - first] = rewritten(id_, table, row_id, before[id_ - first])
        if after != before:
            connection.execute(REPACK, {"images": packs.again(first, after), "id": first})
