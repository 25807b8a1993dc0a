"""A backup in the place of the book: a copy is checked first, then the two change places."""

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from netlog.errors import DamagedFile, FileTrouble, Refused, UsageMistake
from netlog.named import NamedTuple
from netlog.store import backups, connect, failures, guard, migrate, sealing, sums, upgrading
from netlog.store.creation import make_folder, sweep, sync_folder
from netlog.store.doors import Judge

REASON = "before-restore"
DAMAGED = ".damaged"
_JOURNAL = "-journal"


class Ready(NamedTuple):
    """A copy that may come into the book's place: where it is, and whether a digest spoke for it.

    upgraded_from is the version of its format where that was older.
    """

    path: str
    checked: bool
    upgraded_from: int | None


@contextmanager
def prepared(
    source: str, book: str, judge: Judge, key: sealing.Opener | None = None
) -> Iterator[Ready]:
    """A whole, current and private copy of the backup beside the book, gone afterwards.

    key opens one that is encrypted. Raises FileTrouble for what is no file, Refused for the book
    itself and for a key that does not open it, UsageMistake without one, and DamagedFile for what
    is not the backup that was made, is not whole, holds what netlog does not make, or is newer.
    """
    _check_source(source, book)
    folder = os.path.dirname(book)
    try:
        make_folder(folder)
        handle, temporary = tempfile.mkstemp(
            prefix=guard.TEMPORARY_PREFIX, suffix=".tmp", dir=folder
        )
        os.close(handle)
    except OSError as error:
        raise failures.from_os(error, book) from None
    try:
        sweep(folder, since=temporary)
        checked = _copy(source, temporary, key)
        yield Ready(temporary, checked, _whole(temporary, source, judge))
    except OSError as error:
        is_ours = error.errno in failures.FULL  # the copy beside the book, not what is copied
        raise failures.from_os(error, book if is_ours else source) from None
    except sqlite3.Error as error:
        raise failures.from_sqlite(error, source) from None
    finally:
        for path in (temporary, temporary + _JOURNAL):
            if os.path.lexists(path):
                os.unlink(path)


def put_in_place(ready: str, book: str, at: str) -> str | None:
    """Let the prepared copy take the place of the book, at once; returns where that one is kept.

    A book that cannot be read is kept as it is, as a file that ends in .damaged; at names it.
    Raises FileTrouble or DamagedFile; then the book is as it was.
    """
    try:
        kept = None
        if os.path.lexists(book):
            kept = _replace(ready, book, at)
        else:
            guard.check(book)
            os.link(ready, book)
        sync_folder(os.path.dirname(book))
    except OSError as error:
        raise failures.from_os(error, book) from None
    return kept


def _check_source(source: str, book: str) -> None:
    try:
        found = os.stat(source)
    except OSError as error:
        raise failures.from_os(error, source) from None
    if not stat.S_ISREG(found.st_mode):
        raise FileTrouble(f"{source} is not a file.", advice="Name a backup.")
    if os.path.exists(book) and os.path.samefile(source, book):
        raise Refused(f"{source} is the book itself.", advice="netlog backup --list has others.")
    if not sealing.is_locked(source):
        _check_is_ours(source, source)


def _check_is_ours(path: str, source: str) -> None:
    try:
        guard.check_is_ours(path)
    except DamagedFile:
        raise _none(source) from None
    if os.path.getsize(path) < guard.SMALLEST:
        raise _none(source)


def _copy(source: str, temporary: str, key: sealing.Opener | None) -> bool:
    """Copy it as it is; True when its SHA-256 says so, DamagedFile is raised when it does not."""
    if sealing.is_locked(source):
        checked = _agrees(source, source)
        sealing.open_file(source, temporary, key)
        _check_is_ours(temporary, source)
        return checked
    if key is not None:
        raise UsageMistake(f"{source} is not encrypted: --identity opens nothing.")
    shutil.copyfile(source, temporary)
    if os.path.exists(source + _JOURNAL):
        # The copy of a book rather than a backup: what a crashed writer left has to be played back.
        shutil.copyfile(source + _JOURNAL, temporary + _JOURNAL)
    return _agrees(source, temporary)


def _agrees(source: str, copy: str) -> bool:
    """True when the SHA-256 beside the source is that of the copy, False where there is none."""
    sealed = sums.said(source)
    if sealed is not None and sealed != sums.of(copy):
        raise DamagedFile(
            f"{source} is not what was written: its SHA-256 differs.",
            advice="netlog backup --list has others.",
        )
    return sealed is not None


def _whole(temporary: str, source: str, judge: Judge) -> int | None:
    """See that the copy is a whole book of ours, and bring it up to date; returns what it was."""
    connection = connect.for_writing(temporary)
    try:
        connection.execute("PRAGMA foreign_keys=OFF")
        connect.begin(connection)
        found = migrate.version(connection, source)
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise _broken(source)
        if found < migrate.LATEST:
            upgrading.bring_up_to_date(connection, source, found, judge)
        if not migrate.is_ours(connection):
            raise DamagedFile(
                f"{source} holds tables that are not netlog's, or lacks some.",
                advice="netlog backup --list has others.",
            )
        connection.execute("COMMIT")
    finally:
        connection.close()
    with open(temporary, "rb+") as file:
        os.fsync(file.fileno())
    return found if found < migrate.LATEST else None


def _replace(ready: str, book: str, at: str) -> str:
    try:
        guard.check(book)
        return _change_places(ready, book, at)
    except DamagedFile:
        # Not a word of it is lost, and a file that never was a book is nobody's to replace.
        if not backups.found(book):
            raise
        return _put_aside(ready, book, at)


def _change_places(ready: str, book: str, at: str) -> str:
    """Under the lock; who waits for it writes no more to the old file, SQLite sees it moved."""
    try:
        connection = connect.for_writing(book)
        try:
            connect.begin(connection)
            kept = backups.back_up(book, at, REASON)
            os.replace(ready, book)
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise failures.from_sqlite(error, book) from None
    return kept


def keep(book: str, at: str) -> str:
    """Copy a damaged file byte by byte, to one that ends in .damaged; returns its path.

    Raises OSError.
    """
    folder = failures.backups_of(book)
    make_folder(folder)
    stamp = at.replace("-", "").replace(":", "")
    return _kept(book, os.path.join(folder, stamp))


def _put_aside(ready: str, book: str, at: str) -> str:
    """Keep the damaged file byte by byte, with its journal, before the copy takes its place."""
    kept = keep(book, at)
    folder = os.path.dirname(kept)
    journal = book + _JOURNAL
    if os.path.lexists(journal):
        # Left beside the new file, it would be played back into it.
        _kept(journal, kept.removesuffix(DAMAGED) + _JOURNAL)
        os.unlink(journal)
    sync_folder(folder)
    os.replace(ready, book)
    return kept


def _kept(source: str, beginning: str) -> str:
    """A private copy of the file, under a name that nothing has yet."""
    number = 1
    while True:
        target = f"{beginning}{'' if number == 1 else f'_{number}'}{DAMAGED}"
        try:
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            number += 1
            continue
        with os.fdopen(handle, "wb") as copy, open(source, "rb") as file:
            shutil.copyfileobj(file, copy)
            copy.flush()
            os.fsync(copy.fileno())
        return target


def _none(source: str) -> DamagedFile:
    return DamagedFile(f"{source} is no netlog backup.", advice="netlog backup --list has others.")


def _broken(source: str) -> DamagedFile:
    return DamagedFile(
        f"The backup {source} is damaged.", advice="netlog backup --list has others."
    )
