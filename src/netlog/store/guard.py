"""What is checked before the file is opened: that it is one netlog may touch, and private."""

import os
import stat

from netlog.errors import FileTrouble
from netlog.store import failures

SMALLEST = 512
TEMPORARY_PREFIX = ".netlog-"


def check(path: str) -> bool:
    """True when a file is there and may be opened, False when there is none yet.

    Raises FileTrouble or DamagedFile for anything that must be left untouched. A file that others
    may read is made private.
    """
    try:
        found = os.stat(path)
    except FileNotFoundError:
        if os.path.islink(path):
            raise FileTrouble(
                f"{path} is a link to nothing. Nothing was changed; remove the link or mend it."
            ) from None
        return False
    except OSError as error:
        raise failures.from_os(error, path) from None
    if not stat.S_ISREG(found.st_mode):
        raise FileTrouble(f"{path} is not a file. Nothing was changed; name a file to use.")
    if found.st_nlink > 1 and not _finish_creation(path, found):
        raise FileTrouble(
            f"{path} has a second name (a hard link), which a crash would damage. "
            "Nothing was changed; remove the other name, or use a copy."
        )
    if found.st_size < SMALLEST:
        raise failures.damaged(path)
    _make_private(path, found)
    return True


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
        raise failures.from_os(error, path) from None
    return os.stat(path).st_nlink == 1


def _make_private(path: str, found: os.stat_result) -> None:
    if found.st_mode & 0o077 and hasattr(os, "getuid") and found.st_uid == os.getuid():
        try:
            os.chmod(path, found.st_mode & 0o700)
        except OSError:
            pass  # a read-only file system; reading may go on
