"""Backups that netlog makes by itself before anything large: whole, checked and private."""

import hashlib
import os
import sqlite3
import tempfile

from netlog.errors import FileTrouble
from netlog.store import connect, failures
from netlog.store.creation import sync_folder
from netlog.store.guard import TEMPORARY_PREFIX

DAILY, WEEKLY = 7, 4


def back_up(path: str, at: str, reason: str) -> str:
    """Copy the file at path into its backups folder and return the copy's path.

    at is the UTC instant that names it. The copy is checked, synced, never overwrites another, and
    has its SHA-256 beside it. Raises FileTrouble; then no copy remains.
    """
    folder = os.path.join(os.path.dirname(path), "backups")
    stamp = at.replace("-", "").replace(":", "")
    target = os.path.join(folder, f"{stamp}-{reason}.db")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=TEMPORARY_PREFIX, suffix=".tmp", dir=folder)
        os.close(handle)
        try:
            _copy(path, temporary)
            os.link(temporary, target)
        except FileExistsError:
            return target  # the same second, the same reason: it is there
        finally:
            os.unlink(temporary)
        _write_digest(target)
        sync_folder(folder)
        _thin_out(folder)
    except OSError as error:
        raise failures.from_os(error, target) from None
    except sqlite3.Error as error:
        raise failures.from_sqlite(error, target) from None
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
        raise FileTrouble(f"The backup of {path} did not come out whole. Nothing was changed.")
    with open(temporary, "rb+") as file:
        os.fsync(file.fileno())


def _write_digest(target: str) -> None:
    with open(target, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    with open(f"{target}.sha256", "w", encoding="ascii") as file:
        file.write(f"{digest}  {os.path.basename(target)}\n")
        file.flush()
        os.fsync(file.fileno())


def _thin_out(folder: str) -> None:
    """Keep the newest of each of the last seven days and four weeks that have a backup."""
    names = sorted((n for n in os.listdir(folder) if n.endswith(".db")), reverse=True)
    for name in set(names) - set(kept(names)):
        os.unlink(os.path.join(folder, name))
        if os.path.exists(digest := os.path.join(folder, f"{name}.sha256")):
            os.unlink(digest)


def kept(names: list[str]) -> list[str]:
    """Of names that start with YYYYMMDD, newest first, those to keep."""
    from datetime import date

    days: dict[str, str] = {}
    weeks: dict[tuple[int, int], str] = {}
    for name in names:
        day = date(int(name[:4]), int(name[4:6]), int(name[6:8]))
        days.setdefault(name[:8], name)
        weeks.setdefault(day.isocalendar()[:2], name)
    keep = {*list(days.values())[:DAILY], *list(weeks.values())[:WEEKLY]}
    return [name for name in names if name in keep]
