"""Files that netlog writes for the user: private from the first byte, whole or not at all."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterable

from netlog.errors import FileTrouble, Refused, WouldConflict
from netlog.store.creation import make_folder, sync_folder
from netlog.store.guard import TEMPORARY_PREFIX

_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK)


def check_target(path: str, *, force: bool | None, book: str) -> None:
    """Raise what `write` would, as far as that can be told before there is anything to write.

    WouldConflict when there is a file and it is not to be replaced, FileTrouble when it is none or
    its folder is missing, Refused when it is the book itself.
    """
    if book and os.path.realpath(path) == os.path.realpath(book):
        raise Refused(f"{path} is your book. Nothing was changed; name another file.")
    folder = os.path.dirname(os.path.realpath(path))
    if not os.path.isdir(folder):
        raise FileTrouble(f"There is no folder {folder}. Nothing was written; make it first.")
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _trouble(path, error) from None
    if not stat.S_ISREG(found.st_mode):
        kind = "a folder" if stat.S_ISDIR(found.st_mode) else "not a file"
        raise FileTrouble(f"{path} is {kind}. Nothing was written; name a file.")
    if not force:
        raise _taken(path, force)


def write(path: str, pieces: Iterable[bytes], *, force: bool | None, book: str) -> int:
    """Write the pieces to a file of the user's own, 0600; returns how many bytes they are.

    A file that is there is replaced with force only, and at once; None says that the command has
    no --force. Raises as `check_target` does,
    and FileTrouble when the disk does not take it; then nothing is left behind.
    """
    check_target(path, force=force, book=book)
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    try:
        handle, temporary = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, suffix=".tmp", dir=folder)
        try:
            size = _fill(handle, pieces)
            _place(temporary, target, force=force)
        finally:
            _remove(temporary)
        sync_folder(folder)
    except OSError as error:
        raise _trouble(path, error) from None
    return size


def write_pages(folder: str, pages: Iterable[tuple[str, bytes]], *, force: bool) -> int:
    """Write each page to a file of its name in the folder, which is made; returns the bytes.

    Without force nothing is written when a file that is there says something else.
    """
    named = list(pages)
    path = os.path.realpath(folder)
    try:
        make_folder(path)
        for name, content in named:
            target = os.path.join(path, name)
            if not force and os.path.lexists(target) and _read(target) != content:
                raise _taken(target, force)
        return sum(
            write(os.path.join(path, name), [content], force=True, book="")
            for name, content in named
        )
    except OSError as error:
        raise _trouble(folder, error) from None


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _fill(handle: int, pieces: Iterable[bytes]) -> int:
    size = 0
    with os.fdopen(handle, "wb") as file:
        for piece in pieces:
            size += file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return size


def _place(temporary: str, target: str, *, force: bool | None) -> None:
    """Give the file its name; without force never that of another, however late it came."""
    if force:
        os.replace(temporary, target)
        return
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise _taken(target, force) from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            raise _taken(target, force) from None
        os.rename(temporary, target)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


def _taken(path: str, force: bool | None) -> WouldConflict:
    hint = "name another file" if force is None else "--force replaces it"
    return WouldConflict(f"{path} is there already. Nothing was written; {hint}.")


def _trouble(path: str, error: OSError) -> FileTrouble:
    reason = os.strerror(error.errno).lower() if error.errno else "unknown reason"
    return FileTrouble(f"{path} cannot be written: {reason}. Nothing was written.")
