-- The journal takes a quarter of the room: a command stands once, what it did to rows beside it,
-- and the images of up to 32 rows together, compressed, with a checksum (see store/packs.py).
-- What takes back or brings back a whole command refers to its rows.

CREATE TABLE batch (
    id INTEGER NOT NULL PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    command TEXT NOT NULL,
    undoes TEXT,
    source_id INTEGER NOT NULL,
    turned INTEGER NOT NULL DEFAULT 0 CHECK (turned IN (0, 1)),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL
) STRICT;
CREATE INDEX ix_batch_source_id ON batch (source_id);
INSERT INTO batch (uid, at, command, undoes, source_id, first, last)
SELECT batch, min(at), min(command), min(undoes), 0, min(id), max(id)
FROM change GROUP BY batch ORDER BY min(id);
UPDATE batch SET source_id = id;

CREATE TABLE pack (
    id INTEGER NOT NULL PRIMARY KEY,
    images BLOB NOT NULL
) STRICT;
INSERT INTO pack (id, images)
SELECT min(id), packed(id, before, after) FROM change GROUP BY id / 32 ORDER BY 1;

ALTER TABLE change RENAME TO change_unpacked;
CREATE TABLE change (
    id INTEGER NOT NULL PRIMARY KEY,
    batch_id INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    was_there INTEGER NOT NULL CHECK (was_there IN (0, 1)),
    is_there INTEGER NOT NULL CHECK (is_there IN (0, 1)),
    contact_id INTEGER
) STRICT;
INSERT INTO change (id, batch_id, table_name, row_id, was_there, is_there, contact_id)
SELECT c.id, b.id, c.table_name, c.row_id, c.before IS NOT NULL, c.after IS NOT NULL, c.contact_id
FROM change_unpacked c JOIN batch b ON b.uid = c.batch ORDER BY c.id;
DROP TABLE change_unpacked;
CREATE INDEX ix_change_row ON change (table_name, row_id);
CREATE INDEX ix_change_contact_id ON change (contact_id) WHERE contact_id IS NOT NULL;
