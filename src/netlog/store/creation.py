"""How a file comes to be: whole under a temporary name first, then linked into place."""

import math
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import suppress

from netlog.errors import FileTrouble
from netlog.store import connect, failures, migrate
from netlog.store.guard import TEMPORARY_PREFIX

ABANDONED_AFTER = 3600  # seconds
# Each table and index takes a page at least: an empty book is half as large as with SQLite's own.
PAGE_BYTES = 2048


def create(path: str) -> None:
    """Make an empty netlog file at path, 0600 in a 0700 folder; one that is there already stays.

    Raises FileTrouble when the folder or the file cannot be written.
    """
    folder = os.path.dirname(path)
    try:
        make_folder(folder)
        handle, temporary = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, suffix=".tmp", dir=folder)
        os.close(handle)
    except OSError as error:
        raise failures.from_os(error, path) from None
    try:
        _fill(temporary)
        _link(temporary, path)
        sweep(folder, since=temporary)
    except OSError as error:
        raise failures.from_os(error, path) from None
    except sqlite3.Error as error:
        raise failures.from_sqlite(error, path) from None
    finally:
        remove(temporary)
        remove(temporary + "-journal")
    sync_folder(folder)


def _fill(path: str) -> None:
    connection = connect.for_writing(path)
    try:
        connection.execute(f"PRAGMA page_size={PAGE_BYTES}")
        connection.execute("BEGIN IMMEDIATE")
        migrate.apply(connection, since=0)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _link(temporary: str, path: str) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        pass  # another process was first: its file is as good


def check_room(path: str) -> None:
    """Raise FileTrouble where the disk has no room for the file a second time.

    `write_anew` takes that much.
    """
    size = os.stat(path).st_size
    if shutil.disk_usage(os.path.dirname(path)).free < size:
        megabytes = math.ceil(size / 1_000_000)
        raise FileTrouble(
            f"The disk has no room to write {path} anew, which takes {megabytes} MB.",
            advice="Make room and try again.",
            saved=False,
        )


def write_anew(path: str) -> None:
    """Write the whole file anew, so that nothing is left in its free space, nor room for it.

    What killed processes left beside it long ago goes as well.

    Raises FileTrouble; what was saved before is saved.
    """
    connection = connect.for_writing(path)
    try:
        connect.patiently(lambda: connection.execute("VACUUM"))
    except sqlite3.Error as error:
        raise failures.from_sqlite(error, path, saved=True) from None
    finally:
        connection.close()
    with suppress(OSError):  # of a folder that may not be looked into
        sweep(os.path.dirname(path), since=path)


def remove(path: str) -> None:
    """Remove the file, unless another process has."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


def _is_temporary(path: str) -> bool:
    name = os.path.basename(path)
    return name.startswith(TEMPORARY_PREFIX) and name.endswith((".tmp", ".tmp-journal"))


def sweep(folder: str, since: str, is_left: Callable[[str], bool] = _is_temporary) -> None:
    """Remove what a process killed there left behind, an hour before the file `since` was written.

    A younger one may belong to a process under way. is_left tells it by its path; temporary files
    are, unless said otherwise.
    """
    before = os.stat(since).st_mtime - ABANDONED_AFTER
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if is_left(path) and written(path) < before:
            remove(path)


def written(path: str) -> float:
    """When the file was last written, in seconds; never, when another process removed it."""
    try:
        return os.stat(path, follow_symlinks=False).st_mtime
    except FileNotFoundError:
        return math.inf


def make_folder(folder: str) -> None:
    """Make the folder, 0700, and those above it that are missing; they are there for good."""
    if os.path.isdir(folder):
        return
    above = os.path.dirname(folder)
    make_folder(above)
    try:
        os.mkdir(folder, mode=0o700)
    except FileExistsError:
        if not os.path.isdir(folder):
            raise
    sync_folder(above)


def sync_folder(folder: str) -> None:
    """Make the folder's own entries durable, where the system can."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass  # not every file system syncs folders
    finally:
        os.close(handle)
