"""What SQLite is told in words of its own, and what PostgreSQL is told instead."""

from netlog.store import digests
from netlog.store.connect import DEFER
from netlog.store.postgres.wire import AT_HAND, INSTEAD
from netlog.store.reads import references
from netlog.store.writes import copies, history_large, packing
from netlog.store.writes.derived import SET_DERIVED

_KEYS = """
SELECT c.relname, a.attname, o.relname
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class o ON o.oid = k.confrelid
JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace
ORDER BY c.relname COLLATE "C", a.attnum
"""
_COLUMNS = """
SELECT attname FROM pg_attribute
WHERE attrelid = CAST(:table AS regclass) AND attnum > 0 AND NOT attisdropped
  AND attgenerated = '' ORDER BY attnum
"""

INSTEAD |= {
    DEFER: "SET CONSTRAINTS ALL DEFERRED",
    SET_DERIVED: SET_DERIVED.replace("IS NOT (", "IS DISTINCT FROM ("),
    references.KEYS: _KEYS,
    references.COLUMNS: _COLUMNS,
    # Also what is not seen is there.
    packing.NEXT: "SELECT number, last FROM netlog_next()",
    copies.KEEP: copies.KEEP.replace("ON CONFLICT (path)", "ON CONFLICT (path, owner)"),
    # A server looks for damage itself.
    digests.SEAL: "UPDATE batch SET last = :last WHERE id = :id",
    history_large.PARTS: """
CREATE TEMP TABLE IF NOT EXISTS part (id BIGINT PRIMARY KEY, before TEXT, after TEXT)
ON COMMIT DROP
""",
}
AT_HAND[digests.OF_CHANGES] = [(0,)]
