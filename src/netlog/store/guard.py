"""What is checked before the file is opened: that it is one netlog may touch, and private."""

import os
import stat

from netlog.errors import FileTrouble, NetlogError
from netlog.later import Later
from netlog.store.migrate import APPLICATION_ID

foreign = Later("store.failures", "foreign")
from_os = Later("store.failures", "from_os")

SMALLEST = 512
MAGIC = b"SQLite format 3\0"
APPLICATION_ID_AT = slice(68, 72)
TEMPORARY_PREFIX = ".netlog-"


def check(path: str) -> bool:
    """True when a file is there and may be opened, False when there is none yet.

    Raises FileTrouble or DamagedFile for anything that must be left untouched. A file that others
    may read is made private. To be called before this process opens the file, as it looks into it:
    closing a file lets go of every lock that the process has on it.
    """
    try:
        found = os.stat(path)
    except FileNotFoundError:
        if os.path.islink(path):
            raise FileTrouble(
                f"{path} is a link to nothing.", advice="Remove the link or mend it."
            ) from None
        _check_could_be_made(path)
        _check_no_orphan(path)
        return False
    except OSError as error:
        raise from_os(error, path) from None
    if not stat.S_ISREG(found.st_mode):
        raise FileTrouble(f"{path} is not a file.", advice="Name a file to use.")
    if found.st_nlink > 1 and not _finish_creation(path, found):
        raise FileTrouble(
            f"{path} has a second name (a hard link), which a crash would damage.",
            advice="Remove the other name, or use a copy.",
        )
    if found.st_size < SMALLEST:
        raise foreign(path)
    check_is_ours(path)
    _make_private(path, found)
    return True


def is_ours(path: str) -> bool:
    """Whether a book of netlog's is there, sound or not; what is another's is left as it is."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return False
        check_is_ours(path)
    except (OSError, NetlogError):
        return False
    return True


def check_is_ours(path: str) -> None:
    """Raise DamagedFile for another program's file, which opening it for writing would change."""
    try:
        with open(path, "rb") as file:
            header = file.read(SMALLEST)
    except OSError as error:
        raise from_os(error, path) from None
    ours = APPLICATION_ID.to_bytes(4, "big")
    if not header.startswith(MAGIC) or header[APPLICATION_ID_AT] != ours:
        raise foreign(path)


def _check_could_be_made(path: str) -> None:
    """Raise FileTrouble when no file could be made there, as where a disk is not mounted.

    An empty list would then pass for an empty book.
    """
    folder = os.path.dirname(path)
    while not os.path.exists(folder) and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
    if not (os.path.isdir(folder) and os.access(folder, os.W_OK | os.X_OK)):
        raise FileTrouble(
            f"There is no file {path}, and {folder} does not let one be made.",
            advice="Check the path and its permissions.",
        )


def _check_no_orphan(path: str) -> None:
    """Raise FileTrouble for the journal of a file that is gone.

    SQLite would roll it back into the next file of that name.
    """
    journal = f"{path}-journal"
    # In this order: the file of a writer under way is there before its journal.
    if os.path.lexists(journal) and not os.path.lexists(path):
        raise FileTrouble(
            f"There is no file {path}, and yet {journal}, without which it may not be whole.",
            advice="Bring the file back beside it, or move the journal away.",
        )


def _finish_creation(path: str, found: os.stat_result) -> bool:
    """Remove the temporary name that a creation under way or killed left; True if it was that."""
    folder = os.path.dirname(path)
    try:
        for entry in os.scandir(folder):
            if (
                entry.name.startswith(TEMPORARY_PREFIX)
                and entry.inode() == found.st_ino
                and entry.path != path
            ):
                os.unlink(entry.path)
    except FileNotFoundError:
        pass  # its creator was quicker
    except OSError as error:
        raise from_os(error, path) from None
    return os.stat(path).st_nlink == 1


def _make_private(path: str, found: os.stat_result) -> None:
    if found.st_mode & 0o077 and hasattr(os, "getuid") and found.st_uid == os.getuid():
        try:
            os.chmod(path, found.st_mode & 0o700)
        except OSError:
            pass  # a read-only file system; reading may go on
