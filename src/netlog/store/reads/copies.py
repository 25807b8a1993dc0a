"""Which copies of the book, and files with people of it, were written, and where."""

import sqlite3

from netlog.records.copies import Copy

COPIES = "SELECT path, at, kind, sha256 FROM copy ORDER BY at, id"


def copies(connection: sqlite3.Connection) -> list[Copy]:
    """All that were ever written, the oldest first, whether they are still there or not."""
    return [Copy(*row) for row in connection.execute(COPIES)]
