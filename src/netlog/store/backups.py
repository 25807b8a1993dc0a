"""Backups that netlog makes by itself before anything large: whole, checked and private."""

import hashlib
import os
import re
import sqlite3
import tempfile
from datetime import date

from netlog.errors import FileTrouble
from netlog.store import connect, failures
from netlog.store.creation import make_folder, sweep, sync_folder
from netlog.store.guard import TEMPORARY_PREFIX

DAILY, WEEKLY = 7, 4
OURS = re.compile(r"\d{4}[01]\d[0-3]\dT\d{6}Z-.+\.db", re.ASCII)


def back_up(path: str, at: str, reason: str) -> str:
    """Copy the file at path into its backups folder and return the copy's path.

    at is the UTC instant that names it. The copy is checked, synced, never overwrites another, and
    has its SHA-256 beside it. Raises FileTrouble or DamagedFile; then no copy remains.
    """
    folder = failures.backups_of(path)
    stamp = at.replace("-", "").replace(":", "")
    try:
        make_folder(folder)
        handle, temporary = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, suffix=".tmp", dir=folder)
        os.close(handle)
        try:
            _copy(path, temporary)
            target = _link(temporary, folder, f"{stamp}-{reason}")
            sweep(folder, since=temporary)
        finally:
            os.unlink(temporary)
        try:
            _write_digest(target)
        except BaseException:
            _remove(target)
            raise
        sync_folder(folder)
        _thin_out(folder, today=stamp[:8])
    except OSError as error:
        raise failures.from_os(error, folder) from None
    except sqlite3.Error as error:
        raise failures.from_sqlite(error, path) from None
    return target


def _copy(path: str, temporary: str) -> None:
    source = connect.for_writing(path)
    try:
        source.execute("VACUUM INTO ?", (temporary,))
    finally:
        source.close()
    copy = connect.for_reading(temporary)
    try:
        verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        copy.close()
    if verdict != "ok":
        raise FileTrouble(f"The backup of {path} did not come out whole.")
    with open(temporary, "rb+") as file:
        os.fsync(file.fileno())


def _link(temporary: str, folder: str, name: str) -> str:
    """Give the copy its name, or a numbered one when that second has a backup; returns its path."""
    number = 1
    while True:
        # An underscore sorts after a dot: the newest is the last by name, too.
        suffix = "" if number == 1 else f"_{number}"
        target = os.path.join(folder, f"{name}{suffix}.db")
        try:
            os.link(temporary, target)
        except FileExistsError:
            number += 1
        else:
            return target


def _write_digest(target: str) -> None:
    with open(target, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    with open(f"{target}.sha256", "w", encoding="ascii") as file:
        os.fchmod(file.fileno(), 0o600)
        file.write(f"{digest}  {os.path.basename(target)}\n")
        file.flush()
        os.fsync(file.fileno())


def _thin_out(folder: str, today: str) -> None:
    """Remove what `kept` does not keep, but for other files and for the backups of today.

    The one before a mishap must not go because of the one after it.
    """
    names = sorted((name for name in os.listdir(folder) if OURS.fullmatch(name)), reverse=True)
    for name in set(names) - set(kept(names)):
        if not name.startswith(today):
            _remove(os.path.join(folder, name))


def _remove(target: str) -> None:
    for path in (target, f"{target}.sha256"):
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
