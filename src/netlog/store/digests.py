"""Digests of what no image tells: which command did what to which rows, and where copies were put.

A command's is the CRC-32 of itself added to those of its rows, so that rows may be added as they
come. SQL knows CRC-32 as checksum, of a BLOB.
"""

import sqlite3
import zlib


def _line(columns: str, prefix: str = "") -> str:
    """SQL for the checksum of the columns, whatever bytes they hold; "?" ends what may be NULL."""
    names = [f"{prefix}{name}" for name in columns.split()]
    values = [f"ifnull({name[:-1]}, '')" if name.endswith("?") else name for name in names]
    return f"checksum(CAST({' || char(31) || '.join(values)} AS BLOB))"


OF_CHANGE = _line("id batch_id table_name row_id was_there is_there contact_id?", "c.")
OF_COPY = _line("path at kind sha256?")
_BATCH = "id uid at command undoes? source_id turned first"
OF_CHANGES = f"""
SELECT coalesce(sum({OF_CHANGE}), 0) FROM change c
WHERE c.id BETWEEN :first AND :last AND c.batch_id = :id
"""
OF_BATCH = f"""(
    {_line(f"{_BATCH} last", "batch.")}
    + coalesce((SELECT sum({OF_CHANGE}) FROM change c
        WHERE batch.source_id = batch.id AND c.batch_id = batch.id
        AND c.id BETWEEN batch.first AND batch.last), 0)
) & 4294967295"""

# The last of a command's rows, and its digest, whose rows' is known.
SEAL = f"""
UPDATE batch SET last = :last, digest = (:sum + {_line(f"{_BATCH} :last")}) & 4294967295
WHERE id = :id
"""
SEAL_ALL = f"UPDATE batch SET digest = {OF_BATCH} WHERE digest <> {OF_BATCH}"


def know(connection: sqlite3.Connection) -> None:
    """Let the connection's statements compute digests."""
    connection.create_function("checksum", 1, _checksum, deterministic=True)


def _checksum(line: bytes | None) -> int:
    return zlib.crc32(line or b"")
