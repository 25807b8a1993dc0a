"""Backups: whole, checked and private copies of the book, by hand or before anything large."""

import os
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from netlog.errors import WouldConflict
from netlog.records.backups import BY_HAND, ENCRYPTED, Backup
from netlog.store import connect, failures, files, migrate, sealing, sums
from netlog.store.creation import make_folder, remove, sweep, sync_folder, written
from netlog.store.guard import TEMPORARY_PREFIX

DAILY, WEEKLY = 7, 4
OURS = re.compile(r"(\d{4}[01]\d[0-3]\dT\d{6}Z)-(.+?)(?:_\d+)?\.db(?:\.age)?", re.ASCII)
HELD = """
SELECT (SELECT count(*) FROM contact), (SELECT at FROM {} ORDER BY id DESC LIMIT 1)
"""


def back_up(path: str, at: str, reason: str, lock: sealing.Locking | None = None) -> str:
    """Copy the file at path into its backups folder and return the copy's path.

    at is the UTC instant that names it. The copy is checked, locked if it shall be, synced, never
    overwrites another, and has its SHA-256 beside it. Raises FileTrouble or DamagedFile; then no
    copy remains.
    """
    folder = failures.backups_of(path)
    stamp = at.replace("-", "").replace(":", "")
    try:
        make_folder(folder)
        with _copied(path, folder, lock) as temporary:
            ending = f".db{ENCRYPTED if lock else ''}"
            target = _link(temporary, folder, f"{stamp}-{reason}", ending)
            sync_folder(folder)
            sweep(folder, since=temporary)
            sweep(folder, since=temporary, is_left=_is_orphan)
            sweep(os.path.dirname(path), since=temporary)
        _thin_out(folder, today=stamp[:8])
    except OSError as error:
        raise failures.from_os(error, folder) from None
    except sqlite3.Error as error:
        raise failures.from_sqlite(error, path) from None
    return target


def back_up_to(path: str, target: str, lock: sealing.Locking | None = None) -> str:
    """Copy the file at path to a file of that name, which must not be there; returns its real path.

    Where it is locked, no other copy is ever in that folder.

    Raises WouldConflict when it is, FileTrouble or DamagedFile; then no copy remains.
    """
    files.check_target(target, force=None, book=path)
    target = os.path.realpath(target)
    folder = os.path.dirname(target)
    is_left = sums.is_left_behind(target)
    files.check_target(sums.beside(target), force=is_left or None, book=path)
    try:
        with _copied(path, folder, lock) as temporary:
            if is_left:
                remove(sums.beside(target))
            _place(temporary, target, sums.of(temporary))
            sync_folder(folder)
            sweep(folder, since=temporary)
    except OSError as error:
        raise failures.from_os(error, target) from None
    except sqlite3.Error as error:
        is_full = getattr(error, "sqlite_errorname", "") == "SQLITE_FULL"
        raise failures.from_sqlite(error, target if is_full else path) from None
    return target


def replace(path: str, ready: str) -> None:
    """Let another whole copy take the place of a backup, with its own SHA-256 beside it.

    In between it has none, rather than that of the other.
    """
    try:
        remove(sums.beside(path))
        os.replace(ready, path)
        sums.seal(path)
    except OSError as error:
        raise failures.from_os(error, path) from None


def seal_again(path: str) -> None:
    """Write the SHA-256 of a backup that has none, where it is whole; a kill may have left it so.

    Raises DamagedFile where it is not, OSError and sqlite3.Error.
    """
    if not sealing.is_locked(path):
        _check_whole(path, path)
    remove(sums.beside(path))  # whoever wrote it did not come to the end
    sums.seal(path)


def found(path: str) -> list[Backup]:
    """The backups in the folder of the book at path, the newest first."""
    folder = failures.backups_of(path)
    try:
        names = list(filter(OURS.fullmatch, os.listdir(folder)))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise failures.from_os(error, folder) from None
    paths = [os.path.join(folder, name) for name in names]
    # Of those of one second the name does not say which came first.
    paths.sort(key=lambda path: (os.path.basename(path)[:16], written(path)), reverse=True)
    return [one for path in paths if (one := described(path))]


def described(path: str) -> Backup | None:
    """The backup at path; None when another process has removed it."""
    try:
        about = os.stat(path)
    except OSError:
        return None
    named = OURS.fullmatch(os.path.basename(path))
    encrypted = sealing.is_locked(path)
    people, last = (None, None) if encrypted else _held(path)
    return Backup(
        path,
        _instant(named[1]) if named else last,
        named[2] if named else BY_HAND,
        about.st_size,
        sums.said(path),
        people,
        encrypted,
    )


def _instant(stamp: str) -> str | None:
    """20261123T120000Z as it is written everywhere else; None where it is no instant."""
    try:
        return datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return None


def _held(path: str) -> tuple[int | None, str | None]:
    """How many people it holds, and the instant of its last change; None where it is unreadable."""
    if not os.path.isfile(path):
        return None, None  # a pipe would be waited for
    try:
        copy = connect.for_reading(path)
        try:
            (version,) = copy.execute("PRAGMA user_version").fetchone()
            commands = "batch" if version >= migrate.PACKED else "change"
            people, last = copy.execute(HELD.format(commands)).fetchone()
        finally:
            copy.close()
    except sqlite3.Error:
        return None, None
    return people, last


@contextmanager
def _copied(path: str, folder: str, lock: sealing.Locking | None) -> Iterator[str]:
    """A whole copy of the book under a temporary name in the folder, gone afterwards."""
    with _temporary(folder) as temporary:
        if lock is None:
            _copy(path, temporary)
        else:
            with _temporary(os.path.dirname(path)) as plain:
                _copy(path, plain)
                sealing.lock_file(plain, temporary, lock)
            _sync(temporary)
        yield temporary


@contextmanager
def _temporary(folder: str) -> Iterator[str]:
    handle, temporary = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, suffix=".tmp", dir=folder)
    os.close(handle)
    try:
        yield temporary
    finally:
        remove(temporary)


def _copy(path: str, temporary: str) -> None:
    source = connect.for_writing(path)
    try:
        connect.patiently(lambda: source.execute("VACUUM INTO ?", (temporary,)))
    finally:
        source.close()
    _check_whole(temporary, path)
    _sync(temporary)


def _check_whole(copy: str, path: str) -> None:
    """Raise DamagedFile, about the file at path, where its copy is not whole."""
    connection = connect.for_reading(copy)
    try:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        connection.close()
    if verdict != "ok":
        raise failures.damaged(path)


def _sync(path: str) -> None:
    with open(path, "rb+") as file:
        os.fsync(file.fileno())


def _link(temporary: str, folder: str, name: str, ending: str) -> str:
    """Give the copy its name, or a numbered one when that second has a backup; returns its path."""
    number = 1
    sha256 = sums.of(temporary)
    while True:
        # An underscore sorts after a dot: the newest is the last by name, too.
        suffix = "" if number == 1 else f"_{number}"
        target = os.path.join(folder, f"{name}{suffix}{ending}")
        try:
            _place(temporary, target, sha256)
            return target
        except WouldConflict:
            number += 1


def _place(temporary: str, target: str, sha256: str) -> None:
    """Give the copy that name, its SHA-256 beside it; raises WouldConflict where either is there.

    The SHA-256 is there before it: whoever is killed in between leaves no backup without one.
    """
    sums.write(target, sha256)
    try:
        files.place(temporary, target, force=None)
    except BaseException:
        remove(sums.beside(target))
        raise


def _is_orphan(path: str) -> bool:
    """Whether it is the SHA-256 of a backup that is not there."""
    backup = path.removesuffix(sums.beside(""))
    is_one = path != backup and OURS.fullmatch(os.path.basename(backup)) is not None
    return is_one and not os.path.lexists(backup)


def _thin_out(folder: str, today: str) -> None:
    """Remove what `kept` does not keep, but for those of today, those by hand and other files.

    The one before a mishap must not go because of the one after it.
    """
    names = sorted((name for name in os.listdir(folder) if _goes(name)), reverse=True)
    for name in set(names) - set(kept(names)):
        if not name.startswith(today):
            _remove(os.path.join(folder, name))


def _goes(name: str) -> bool:
    """Whether it is a backup that netlog made by itself, and may remove by itself."""
    named = OURS.fullmatch(name)
    return named is not None and named[2] != BY_HAND


def _remove(target: str) -> None:
    for path in (target, sums.beside(target)):
        remove(path)


def kept(names: list[str]) -> list[str]:
    """Of names that start with YYYYMMDD, newest first, those to keep.

    They are the newest of each of the last seven days and four weeks that have a backup.
    """
    days: dict[date, str] = {}
    weeks: dict[tuple[int, int], str] = {}
    for name in names:
        day = date.fromisoformat(name[:8])
        days.setdefault(day, name)
        weeks.setdefault(day.isocalendar()[:2], name)
    keep = {*list(days.values())[:DAILY], *list(weeks.values())[:WEEKLY]}
    return [name for name in names if name in keep]
