"""Backups: whole, checked and private copies of the book, by hand or before anything large."""

import hashlib
import os
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from netlog.records.backups import BY_HAND, ENCRYPTED, Backup
from netlog.store import connect, failures, files, migrate, sealing
from netlog.store.creation import ABANDONED_AFTER, make_folder, sweep, sync_folder, written
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
            _sweep_digests(folder, since=temporary)
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
    files.check_target(digest_of(target), force=None, book=path)
    target = os.path.realpath(target)
    try:
        with _copied(path, os.path.dirname(target), lock) as temporary:
            files.place(temporary, target, force=None)
        _sealed(target)
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
        _remove_file(digest_of(path))
        os.replace(ready, path)
        _write_digest(path, digest(path))
        sync_folder(os.path.dirname(path))
    except OSError as error:
        raise failures.from_os(error, path) from None


def seal_again(path: str) -> None:
    """Write the SHA-256 of a backup that has none, where it is whole; a kill may have left it so.

    Raises OSError and sqlite3.Error.
    """
    if not sealing.is_locked(path):
        _check_whole(path, path)
    _remove_file(digest_of(path))  # whoever wrote it did not come to the end
    _write_digest(path, digest(path))
    sync_folder(os.path.dirname(path))


def digest_of(path: str) -> str:
    """The file beside a backup that holds its SHA-256, as sha256sum writes it."""
    return f"{path}.sha256"


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
        sealed_digest(path),
        people,
        encrypted,
    )


def sealed_digest(path: str) -> str | None:
    """The SHA-256 beside the file, in hexadecimal; None where there is no whole one."""
    try:
        with open(digest_of(path), encoding="ascii", errors="replace") as file:
            sha256 = file.read(64)
    except OSError:
        return None
    return sha256 if len(sha256) == 64 else None


def digest(path: str) -> str:
    """The SHA-256 of the file as it is, in hexadecimal; raises OSError."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _instant(stamp: str) -> str | None:
    """20261123T120000Z as it is written everywhere else; None where it is no instant."""
    try:
        return datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return None


def _held(path: str) -> tuple[int | None, str | None]:
    """How many people it holds, and the instant of its last change; None where it is unreadable."""
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
        _remove_file(temporary)


def _sealed(target: str) -> None:
    """Write its SHA-256 beside it, durably; without that it does not stay."""
    try:
        _write_digest(target, digest(target))
    except BaseException:
        _remove(target)
        raise
    sync_folder(os.path.dirname(target))


def _copy(path: str, temporary: str) -> None:
    source = connect.for_writing(path)
    try:
        source.execute("VACUUM INTO ?", (temporary,))
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
    """Give the copy its name, or a numbered one when that second has a backup; returns its path.

    Its SHA-256 is there before it: whoever is killed in between leaves no backup without one.
    """
    number = 1
    sha256 = digest(temporary)
    while True:
        # An underscore sorts after a dot: the newest is the last by name, too.
        suffix = "" if number == 1 else f"_{number}"
        target = os.path.join(folder, f"{name}{suffix}{ending}")
        try:
            _write_digest(target, sha256)
        except FileExistsError:
            number += 1
            continue
        try:
            os.link(temporary, target)
            return target
        except FileExistsError:
            _remove_file(digest_of(target))
            number += 1
        except BaseException:
            _remove_file(digest_of(target))
            raise


def _write_digest(target: str, sha256: str) -> None:
    """Raises FileExistsError where there is one, and OSError, and then there is none."""
    handle = os.open(digest_of(target), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        _fill(handle, f"{sha256}  {os.path.basename(target)}\n")
    except BaseException:
        _remove_file(digest_of(target))
        raise


def _fill(handle: int, text: str) -> None:
    with open(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _sweep_digests(folder: str, since: str) -> None:
    """Remove the SHA-256 of backups that are not there, as `sweep` does with temporary files."""
    before = written(since) - ABANDONED_AFTER
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        backup = path.removesuffix(digest_of(""))
        is_one = path != backup and OURS.fullmatch(os.path.basename(backup))
        if is_one and not os.path.lexists(backup) and written(path) < before:
            _remove_file(path)


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
    for path in (target, digest_of(target)):
        _remove_file(path)


def _remove_file(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass  # another process thins out, too


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
