"""Files that netlog writes for the user: private from the first byte, whole or not at all."""

import errno
import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Sequence

from netlog.errors import FileTrouble, Refused, WouldConflict
from netlog.named import NamedTuple
from netlog.store.creation import make_folder, remove, sweep, sync_folder
from netlog.store.guard import TEMPORARY_PREFIX


class Page(NamedTuple):
    """A file in a folder: its name, how many bytes it is, and those piece by piece."""

    name: str
    size: int
    pieces: Callable[[], Iterable[bytes]]


def page(name: str, content: bytes) -> Page:
    """One that is in memory."""
    return Page(name, len(content), lambda: (content,))


_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK)
# What SQLite keeps beside the book, and would take for its own.
_BESIDE = ("", "-journal", "-wal", "-shm")


def check_target(path: str, *, force: bool | None, book: str) -> None:
    """Raise what `write` would, as far as that can be told before there is anything to write.

    WouldConflict when there is a file and it is not to be replaced, FileTrouble when it is none or
    its folder is missing, Refused when it is the book itself.
    """
    if not path or path.endswith("/"):
        raise FileTrouble(f"{path or 'That'} is no name of a file.")
    _check_not_book(path, book)
    folder = os.path.dirname(os.path.realpath(path))
    if not os.path.isdir(folder):
        raise FileTrouble(f"There is no folder {folder}.", advice="Make it first.")
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise _trouble(path, error) from None
    _check_is_file(path, found)
    if not force:
        raise _taken(path, force)


def write(path: str, pieces: Iterable[bytes], *, force: bool | None, book: str) -> int:
    """Write the pieces to a file of the user's own, 0600; returns how many bytes they are.

    A file that is there is replaced with force only, and at once; None says that the command has
    no --force. Raises as `check_target` does, and FileTrouble when the disk does not take it; then
    nothing is left behind.
    """
    check_target(path, force=force, book=book)
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    try:
        ready, size = temporary(folder, pieces, sync=True)
        try:
            place(ready, target, force=force)
            sweep(folder, since=target)
        finally:
            remove(ready)
        sync_folder(folder)
    except OSError as error:
        raise _trouble(path, error) from None
    return size


def write_pages(folder: str, pages: Sequence[Page], *, force: bool, book: str) -> int:
    """Write each page to a file of its name in the folder, which is made; returns the bytes.

    A name may lead into folders of the folder. A file that says the same already is left alone, as
    what watches the folder goes by its time. Without force nothing is written when one says
    something else. What stands in the way is found before anything is written.
    """
    path = os.path.realpath(folder)
    written: list[tuple[str, str]] = []
    placed = 0
    try:
        make_folder(path)
        new = [
            (target, each)
            for each in pages
            if _is_new(target := os.path.join(path, each.name), each, force=force, book=book)
        ]
        try:
            for target, each in new:
                within = os.path.dirname(target)
                make_folder(within)
                ready, _ = temporary(within, each.pieces(), sync=False)
                written.append((ready, target))
            os.sync()  # once: a page each would take minutes
            for ready, target in written:
                os.replace(ready, target)
                placed += 1
        finally:
            for ready, _ in written[placed:]:
                remove(ready)
        for within in sorted({os.path.dirname(target) for target, _ in new} | {path}):
            sync_folder(within)
    except OSError as error:
        raise _trouble(folder, error, placed) from None
    return sum(each.size for each in pages)


def _is_new(target: str, page: Page, *, force: bool, book: str) -> bool:
    """Whether the page does not stand there already; raises when it may not come to."""
    _check_not_book(target, book)
    try:
        found = os.lstat(target)
    except FileNotFoundError:
        return True
    is_link = stat.S_ISLNK(found.st_mode)
    if not is_link:
        _check_is_file(target, found)
        if found.st_size == page.size and _says(target, page.pieces()):
            return False
    if not force:
        raise _taken(target, force)
    return True


def _check_not_book(path: str, book: str) -> None:
    for suffix in _BESIDE:
        beside = f"{book}{suffix}"
        same = os.path.realpath(path) == os.path.realpath(beside)
        if same or (os.path.exists(path) and os.path.exists(beside) and _is_one(path, beside)):
            raise Refused(f"{path} is your book, or its own.", advice="Name another.")


def _is_one(path: str, beside: str) -> bool:
    """However they are spelt or mounted."""
    try:
        return os.path.samefile(path, beside)
    except OSError:
        return False


def _check_is_file(path: str, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        kind = "a folder" if stat.S_ISDIR(found.st_mode) else "not a file"
        raise FileTrouble(f"{path} is {kind}.", advice="Name a file.")


def _says(path: str, pieces: Iterable[bytes]) -> bool:
    """Whether a file of that length is those pieces."""
    with open(path, "rb") as file:
        return all(file.read(len(piece)) == piece for piece in pieces)


def temporary(folder: str, pieces: Iterable[bytes], *, sync: bool) -> tuple[str, int]:
    """A private file with the pieces, and how long it is; none remains when it fails.

    Raises OSError.
    """
    handle, path = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, suffix=".tmp", dir=folder)
    size = 0
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                size += file.write(piece)
            file.flush()
            if sync:
                os.fsync(file.fileno())
    except BaseException:
        remove(path)
        raise
    return path, size


def place(ready: str, target: str, *, force: bool | None) -> None:
    """Give the file its name; without force never that of another, however late it came.

    Raises WouldConflict, or OSError.
    """
    if force:
        os.replace(ready, target)
        return
    try:
        os.link(ready, target)
    except FileExistsError:
        raise _taken(target, force) from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            raise _taken(target, force) from None
        os.rename(ready, target)


def _taken(path: str, force: bool | None) -> WouldConflict:
    hint = "Name another file." if force is None else "--force replaces it."
    return WouldConflict(f"{path} is there already.", advice=hint)


def _trouble(path: str, error: OSError, placed: int = 0) -> FileTrouble:
    reason = os.strerror(error.errno).lower() if error.errno else "unknown reason"
    how_far = f"{placed} pages were written before." if placed else "Nothing was written."
    return FileTrouble(
        f"{path} cannot be written: {reason}.", saved=bool(placed), afterwards=how_far
    )
