"""The journal folded up to a command: what is known of each row stays, how it came so does not.

A row that only one command made stays that command's, and who was merged into whom stays; all else
becomes what one command says, the last of those that go. It goes past the session on purpose.
"""

from collections.abc import Iterator

from netlog.records.history import COMPACT, Image
from netlog.store import digests, packs
from netlog.store.connect import Book
from netlog.store.reads.images import NEAREST, PACK, Images
from netlog.store.writes.recording import Recording

# What stays, in the order of the old ids; the new ones are the lowest there are. as_it_was says
# that before stays, too. What has no old id is there so that no id is ever given twice.
KEPT = """
CREATE TEMP TABLE kept (
    id INTEGER PRIMARY KEY, old INTEGER, batch_id INTEGER, table_name TEXT, row_id INTEGER,
    was_there INTEGER, is_there INTEGER, contact_id INTEGER, turned INTEGER, as_it_was INTEGER
)
"""
# Of each row the newest change. It is its maker's alone where no other command changed it, whatever
# was taken back and brought back; what several imports made of it is the last one's.
LAST = """
SELECT table_name, row_id, id, now, maker, turned, contact_id, max((number << 40) + id),
       maker < :number AND (count(DISTINCT id) = 1 AND NOT was OR count(*) = sum(imported)) AS alone
FROM (
    SELECT c.table_name, c.row_id, c.id, c.contact_id, b.id AS number, b.turned,
           c.batch_id AS maker, m.command = 'import' AS imported,
           iif(b.turned, c.is_there, c.was_there) AS was,
           iif(b.turned, c.was_there, c.is_there) AS now
    FROM change c JOIN batch b ON b.source_id = c.batch_id JOIN batch m ON m.id = c.batch_id
    WHERE b.id <= :number
)
GROUP BY table_name, row_id
"""
KEEP_LAST = f"""
INSERT INTO kept (old, batch_id, table_name, row_id, was_there, is_there, contact_id, turned,
                  as_it_was)
SELECT id, iif(alone, maker, :number), table_name, row_id, 0, 1, contact_id, turned, 0
FROM ({LAST}) WHERE now ORDER BY id
"""
KEEP_MERGED = """
INSERT INTO kept (old, batch_id, table_name, row_id, was_there, is_there, contact_id, turned,
                  as_it_was)
SELECT c.id, b.id, c.table_name, c.row_id, c.was_there, c.is_there, c.contact_id, 0, 1
FROM change c JOIN batch b ON b.id = c.batch_id
WHERE b.id < :number AND b.command = 'merge' AND c.table_name = 'contact' ORDER BY c.id
"""
KEEP_HIGHEST = """
INSERT INTO kept (batch_id, table_name, row_id, was_there, is_there, turned, as_it_was)
SELECT :number, table_name, highest, 0, 0, 0, 0 FROM (
    SELECT table_name, max(row_id) AS highest FROM change WHERE id < :first_left GROUP BY table_name
) h WHERE NOT EXISTS (
    SELECT 1 FROM kept k WHERE k.table_name = h.table_name AND k.row_id >= h.highest)
"""
BY_BATCH = "CREATE INDEX temp.kept_batch_id ON kept (batch_id)"
FIRST_LEFT = """
SELECT coalesce((SELECT min(first) FROM batch WHERE id > :number AND source_id = id),
                (SELECT max(id) + 1 FROM change), 1)
"""
ALL_KEPT = "SELECT id, old, was_there, is_there, turned, as_it_was FROM kept ORDER BY id"
FLAGS = "SELECT was_there, is_there FROM change WHERE id = :id"
HOW_MANY = "SELECT count(*) FROM kept"
REPACKED = "CREATE TEMP TABLE repacked (id INTEGER PRIMARY KEY, images BLOB)"
REPACK = "INSERT INTO repacked (id, images) VALUES (:id, :images)"
FOLD = """
DELETE FROM change WHERE id < :first_left;
INSERT INTO change (id, batch_id, table_name, row_id, was_there, is_there, contact_id)
SELECT id, batch_id, table_name, row_id, was_there, is_there, contact_id FROM kept;
DELETE FROM pack WHERE id < :first_left;
INSERT INTO pack (id, images) SELECT id, images FROM repacked;
DELETE FROM batch WHERE id < :number AND id NOT IN (SELECT batch_id FROM kept);
UPDATE batch SET (first, last) =
    (SELECT min(id), max(id) FROM kept WHERE batch_id = batch.id) WHERE id < :number;
UPDATE batch SET uid = :uid, command = :command, undoes = NULL, source_id = id, turned = 0,
    first = 1, last = :last WHERE id = :number;
DROP TABLE kept;
DROP TABLE repacked
"""


def fold(book: Recording, number: int) -> bool:
    """Fold the journal up to the command of that number, as `reads.compacting` found it.

    Returns whether there was anything to gain by it; if not, nothing is changed.
    """
    connection = book.connection
    connection.execute(KEPT)
    connection.execute(REPACKED)
    binds = {"number": number}
    (first_left,) = connection.execute(FIRST_LEFT, binds).fetchone()
    for statement in (KEEP_LAST, KEEP_MERGED, KEEP_HIGHEST):
        connection.execute(statement, {**binds, "first_left": first_left})
    (last,) = connection.execute(HOW_MANY).fetchone()
    if last >= first_left:
        return False
    for made in (packs.packed(1, _images(connection)), _cut(connection, first_left)):
        connection.executemany(REPACK, ({"id": id_, "images": pack} for id_, pack in made))
    connection.execute(BY_BATCH)
    uid = book.journal.batch
    values = {"first_left": first_left, "uid": uid, "command": COMPACT, "last": last}
    for statement in FOLD.split(";"):
        connection.execute(statement, {**binds, **values})
    connection.execute(digests.SEAL_ALL)
    return True


def _images(connection: Book) -> Iterator[packs.Stored]:
    images = Images(connection)
    for _, old, was_there, is_there, turned, as_it_was in connection.execute(ALL_KEPT):
        if old is None:
            yield None, None
        elif as_it_was:
            before, after = images.of(old, was_there=was_there, is_there=is_there)
            yield packs.dumped(before), packs.dumped(after)
        else:
            was, now = connection.execute(FLAGS, {"id": old}).fetchone()
            before, after = images.of(old, was_there=was, is_there=now)
            yield None, packs.dumped(before if turned else after)


def _cut(connection: Book, first_left: int) -> Iterator[tuple[int, bytes]]:
    """The rest of a pack that holds changes on both sides, as a pack of its own."""
    found = connection.execute(NEAREST, {"id": first_left}).fetchone()
    if found is None or found[0] == first_left:
        return
    (pack,) = connection.execute(PACK, {"id": found[0]}).fetchone()
    rest: list[tuple[Image | None, Image | None]] = packs.unpacked(found[0], pack)
    rest = rest[first_left - found[0] :]
    if rest:
        yield first_left, packs.again(first_left, rest)
