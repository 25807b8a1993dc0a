"""Whether a backup may be trusted, as far as it can be told without bringing it back."""

import os
import sqlite3
import stat

from netlog.errors import DamagedFile
from netlog.records.backups import (
    CHANGED,
    DAMAGED,
    FOREIGN,
    NEWER,
    UNSEALED,
    WHOLE,
    Backup,
)
from netlog.store import backups, connect, guard, migrate, sums


def judged(path: str) -> list[Backup]:
    """The backups in the folder of the book at path, the newest first, each with its state."""
    return [one._replace(state=_state(one)) for one in backups.found(path)]


def _state(one: Backup) -> str:
    """What is seen of it: its SHA-256 spares the look at every page that one without it needs."""
    try:
        if not stat.S_ISREG(os.stat(one.path).st_mode):
            return FOREIGN  # a pipe would be waited for
        if one.sha256 is not None and sums.of(one.path) != one.sha256:
            return CHANGED
        if not one.encrypted:
            guard.check_is_ours(one.path)
            if (seen := _seen_inside(one.path, is_sealed=one.sha256 is not None)) != WHOLE:
                return seen
    except DamagedFile:
        return FOREIGN
    except (OSError, sqlite3.Error):
        return DAMAGED
    return WHOLE if one.sha256 is not None else UNSEALED


def _seen_inside(path: str, *, is_sealed: bool) -> str:
    """WHOLE, or why `restore` would refuse it; raises DamagedFile for another program's."""
    connection = connect.for_reading(path)
    try:
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found > migrate.LATEST:
            return NEWER
        if not is_sealed and connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            return DAMAGED
        # The text of an older one is compared when it has been brought up to date.
        is_ours = found < migrate.LATEST or migrate.is_ours(connection)
        return WHOLE if is_ours else FOREIGN
    finally:
        connection.close()
