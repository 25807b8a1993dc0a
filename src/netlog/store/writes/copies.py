"""Where copies were written, kept beside the record: past the session, for no command is told.

What takes the lock for long is not waited for: whoever exports is not to stand behind an import.
"""

import sqlite3
from collections.abc import Callable, Iterable

from netlog.records.copies import Copy
from netlog.store import connect, failures, migrate

PATIENCE = "PRAGMA busy_timeout = 2000"
KEEP = """
INSERT INTO copy (path, at, kind, sha256) VALUES (?, ?, ?, ?)
ON CONFLICT (path) DO UPDATE SET at = excluded.at, kind = excluded.kind, sha256 = excluded.sha256
"""
PATHS = "SELECT id, path FROM copy"
DROP = "DELETE FROM copy WHERE id = ?"


def keep(path: str, found: Iterable[Copy]) -> None:
    """Note in the book at path where they were written; raises FileTrouble or DamagedFile."""
    try:
        connection = connect.for_writing(path)
        try:
            connection.execute(PATIENCE)
            connection.execute("BEGIN IMMEDIATE")
            migrate.version(connection, path)
            connection.executemany(KEEP, found)
            connection.execute("COMMIT")
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise failures.from_sqlite(error, path) from None


def drop(connection: sqlite3.Connection, is_gone: Callable[[str], bool]) -> None:
    """Forget those paths."""
    gone = [(id_,) for id_, path in connection.execute(PATHS).fetchall() if is_gone(path)]
    connection.executemany(DROP, gone)
