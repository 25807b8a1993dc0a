"""Which copies of the book, and files with people of it, were written, and where."""

from netlog.records.copies import Copy
from netlog.store.connect import Book

COPIES = "SELECT path, at, kind, sha256 FROM copy ORDER BY at, id"


def copies(connection: Book) -> list[Copy]:
    """All that were ever written, the oldest first, whether they are still there or not."""
    return [Copy(*row) for row in connection.execute(COPIES)]
