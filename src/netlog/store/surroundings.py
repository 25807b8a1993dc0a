"""Where the book lies: who else may read it, what moves it about, what else writes to it."""

import os
import re
import shlex
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import suppress

from netlog.errors import NetlogError
from netlog.records.backups import CHANGED, DAMAGED, FOREIGN, NEWER, UNSEALED, WHOLE
from netlog.records.doctor import FIX, Finding
from netlog.store import backups, failures, guard, judging

MOUNTS = "/proc/mounts"
REMOTE = re.compile(
    r"nfs\d?|cifs|smb\w*|9p|afs|ceph|davfs|fuse\.(sshfs|rclone|davfs\d?|s3fs|gvfsd-fuse)"
)
# Folders that a service copies to other machines, by their name or by what it keeps in them.
SYNCED = {
    "Dropbox": "Dropbox",
    "OneDrive": "OneDrive",
    "Google Drive": "Google Drive",
    "GoogleDrive": "Google Drive",
    "Mobile Documents": "iCloud",
    "Nextcloud": "Nextcloud",
    "ownCloud": "ownCloud",
    "pCloudDrive": "pCloud",
    "MEGA": "MEGA",
}
MARKS = {".dropbox": "Dropbox", ".stfolder": "Syncthing", ".owncloudsync.log": "ownCloud"}
CONFLICT = re.compile(r"conflicted copy|sync-conflict|\(conflict|case conflict", re.IGNORECASE)
BAD = {
    UNSEALED: "has no SHA-256 beside it",
    CHANGED: "is not what was written",
    DAMAGED: "is damaged",
    FOREIGN: "is not one of netlog's",
    NEWER: "was written by a newer netlog",
}
REMOVE = "Remove it, then: netlog backup"
REMEDIES = {UNSEALED: FIX, NEWER: "Upgrade netlog to use it."}
# Where SQLite's header says how it is written: 2 is WAL.
_WRITE_VERSION = 18
_WAL = 2


def open_to_others(path: str) -> Iterator[Finding]:
    """The book, its folder or its backups, where somebody else may read them.

    To be asked first: opening the book makes it private. Of what is no book nothing is said.
    """
    if not guard.is_ours(path):
        return
    folder = failures.backups_of(path)
    for place, what in ((path, "The book"), (folder, "The folder of the backups")):
        if _mode(place) & 0o077:
            yield Finding("permissions", "warning", None, None, f"{what} was open to others.", FIX)
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    for name in names:
        if _mode(os.path.join(folder, name)) & 0o077:
            said = f"The backup {name} is open to others."
            yield Finding("permissions", "warning", None, None, said, FIX)


def make_private(path: str) -> None:
    """Take from others what `open_to_others` finds, where we may."""
    if not guard.is_ours(path):
        return
    folder = failures.backups_of(path)
    places = [path, folder]
    if os.path.isdir(folder):
        places += [os.path.join(folder, name) for name in os.listdir(folder)]
    for place in places:
        if mode := _mode(place):
            os.chmod(place, stat.S_IMODE(mode) & 0o700)


def around(path: str) -> Iterator[Finding]:
    """What about the place of the book may harm it."""
    yield from _written_ahead(path)
    if kind := _remote(path):
        said = (
            f"The book lies on a network file system ({kind}), where locks are not to be trusted."
        )
        yield Finding("network", "warning", None, None, said, "Keep it on a disk of this machine.")
    if service := _synced(path):
        said = f"The book lies in a folder of {service}, which copies it while it is being written."
        yield Finding("synced", "warning", None, None, said, "Keep it elsewhere; back up there.")
    for name in _conflicts(path):
        said = f"{name} is another copy of the book, made by what syncs the folder."
        copy = shlex.quote(os.path.join(os.path.dirname(path), name))
        fix = f"netlog import {copy} takes in what it has; then remove it."
        yield Finding("conflict_copy", "warning", None, None, said, fix)


def bad_backups(path: str) -> Iterator[Finding]:
    """Backups that are not what was written, or cannot be read."""
    for one in judging.judged(path):
        if one.state != WHOLE:
            said = f"The backup {os.path.basename(one.path)} {BAD[one.state]}."
            code = "unsealed_backup" if one.state == UNSEALED else "bad_backup"
            yield Finding(code, "warning", None, None, said, REMEDIES.get(one.state, REMOVE))


def seal_backups(path: str) -> None:
    """Give the backups that have no SHA-256 theirs, where they are whole."""
    for one in backups.found(path):
        if one.sha256 is None:
            with suppress(NetlogError, OSError, sqlite3.Error):
                backups.seal_again(one.path)


def _written_ahead(path: str) -> Iterator[Finding]:
    try:
        with open(path, "rb") as file:
            is_wal = file.read(_WRITE_VERSION + 1)[-1:] == bytes([_WAL])
    except OSError:
        return
    if is_wal or os.path.exists(f"{path}-wal"):
        said = "Another program has turned the book to WAL, as Litestream does."
        yield Finding("wal", "warning", None, None, said, f"Stop it, then: {FIX}")


def _mode(place: str) -> int:
    """Its mode; 0 for what is not there or is somebody else's."""
    try:
        found = os.stat(place)
    except OSError:
        return 0
    is_ours = hasattr(os, "getuid") and found.st_uid == os.getuid()
    return found.st_mode if is_ours else 0


def _remote(path: str) -> str | None:
    """The type of the network file system it lies on, where the system tells."""
    try:
        with open(MOUNTS, encoding="utf-8", errors="replace") as file:
            mounts = [line.split()[1:3] for line in file]
    except OSError:
        return None
    best, kind = "", ""
    for place, type_ in mounts:
        point = place.replace("\\040", " ")
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, type_
    return kind if REMOTE.fullmatch(kind) else None


def _synced(path: str) -> str | None:
    """The service that copies the folder, if one is known to."""
    folder = os.path.dirname(path)
    while True:
        name = os.path.basename(folder)
        for known, service in SYNCED.items():
            if name == known or name.startswith((f"{known} ", f"{known}-")):
                return service
        for mark, service in MARKS.items():
            if os.path.lexists(os.path.join(folder, mark)):
                return service
        if folder == os.path.dirname(folder):
            return None
        folder = os.path.dirname(folder)


def _conflicts(path: str) -> list[str]:
    stem = os.path.splitext(os.path.basename(path))[0]
    try:
        names = sorted(os.listdir(os.path.dirname(path)))
    except OSError:
        return []
    return [name for name in names if name.startswith(stem) and CONFLICT.search(name)]
