"""Another netlog book as a source: what it holds as netlog's own JSON, and its file left alone."""

import os
import shutil
import tempfile
from collections.abc import Callable

from netlog import clock
from netlog.actions.doors import reading
from netlog.actions.exporting import book, pieces, portable
from netlog.errors import DamagedFile, FileTrouble, Refused
from netlog.formats.circumstances import Going
from netlog.store.migrate import APPLICATION_ID, LATEST
from netlog.typed import BinaryIO

FORMAT = "json"
_SQLITE = b"SQLite format 3\0"
# Where SQLite's header holds them.
_VERSION = slice(60, 64)
_APPLICATION = slice(68, 72)
_JOURNAL = "-journal"


def is_database(head: bytes) -> bool:
    """Whether the bytes are the beginning of a file of SQLite's."""
    return head.startswith(_SQLITE)


def told(opened: Callable[[], BinaryIO], head: bytes, path: str | None, called: str) -> bytes:
    """The book as netlog's own JSON; path is where the file is, if it is one.

    A copy is opened: an older book has to be upgraded to be read, and a crashed writer's journal
    played back. Raises Refused for what is no book, or a newer netlog's; DamagedFile for a damaged
    one.
    """
    if int.from_bytes(head[_APPLICATION], "big") != APPLICATION_ID:
        raise Refused(f"{called} is a database, but no netlog book.")
    if int.from_bytes(head[_VERSION], "big") > LATEST:
        raise Refused(
            f"{called} was written by a newer netlog.", advice="Upgrade netlog to read it."
        )
    with tempfile.TemporaryDirectory(prefix="netlog-") as folder:
        copy = os.path.join(folder, "book.db")
        with opened() as source, open(copy, "wb") as file:
            shutil.copyfileobj(source, file)
        if path and os.path.exists(path + _JOURNAL):
            shutil.copyfile(path + _JOURNAL, copy + _JOURNAL)
        try:
            return _exported(copy)
        except (DamagedFile, FileTrouble):
            raise DamagedFile(f"{called} is damaged, or was being written to.") from None


def _exported(path: str) -> bytes:
    going = Going(FORMAT, today=clock.today(), at=clock.now())
    with reading(path) as connection:
        chosen = portable.chosen(connection, book.EVERYBODY)
        return b"".join(pieces.pieces(connection, going, chosen, book.EVERYBODY))
