"""Where copies were written, kept beside the record: past the session, for no command is told.

What takes the lock for long is not waited for: whoever exports is not to stand behind an import.
"""

import sqlite3
from collections.abc import Callable, Sequence

from netlog.records.copies import Copy
from netlog.store import connect, digests, failures, migrate
from netlog.store.connect import Book

PATIENCE = 2.0  # seconds
KEEP = """
INSERT INTO copy (path, at, kind, sha256) VALUES (:path, :at, :kind, :sha256)
ON CONFLICT (path) DO UPDATE SET at = excluded.at, kind = excluded.kind, sha256 = excluded.sha256
"""
SEAL = f"UPDATE copy SET digest = {digests.OF_COPY} WHERE path = :path"
PATHS = "SELECT id, path FROM copy"
DROP = "DELETE FROM copy WHERE id = :id"
DROP_UNSOUND = f"DELETE FROM copy WHERE digest <> {digests.OF_COPY}"


def keep(path: str, found: Sequence[Copy]) -> None:
    """Note in the book at path where they were written; raises FileTrouble or DamagedFile."""
    try:
        connection = connect.for_writing(path, at_most=PATIENCE)
        try:
            connect.begin(connection, PATIENCE)
            migrate.version(connection, path)
            write(connection, found)
            connection.executemany(SEAL, [{"path": one.path} for one in found])
            connect.commit(connection, PATIENCE)
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise failures.from_sqlite(error, path) from None


def write(book: Book, found: Sequence[Copy]) -> None:
    """Note in the book, in the transaction of the caller, where they were written."""
    book.executemany(KEEP, [one._asdict() for one in found])


def drop(connection: Book, is_gone: Callable[[str], bool]) -> None:
    """Forget those paths."""
    gone = [{"id": id_} for id_, path in connection.execute(PATHS).fetchall() if is_gone(path)]
    connection.executemany(DROP, gone)


def drop_unsound(connection: Book) -> None:
    """Forget those that are not as they were written."""
    connection.execute(DROP_UNSOUND)
