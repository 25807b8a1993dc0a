"""What SQLite and the operating system report, told as errors a person can act on."""

import os
import sqlite3

from netlog.errors import DamagedFile, FileTrouble, NetlogError, Saved, WouldConflict

AFTERWARDS = {
    True: "It was saved.",
    False: "Nothing was changed.",
    "unknown": "It may have been saved: look before you repeat it.",
}

_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_SENTENCES = (
    ("SQLITE_BUSY", "Another program is busy with the file {path}; try again when it has finished"),
    ("SQLITE_LOCKED", "Another program has locked the file {path}; try again when it has finished"),
    ("SQLITE_FULL", "The disk is full, no space is left for {path}; make room and try again"),
    ("SQLITE_READONLY", "The file {path} may not be written; check its permissions"),
    ("SQLITE_PERM", "The file {path} may not be opened; check its permissions"),
    ("SQLITE_CANTOPEN", "The file {path} cannot be opened; check its folder and permissions"),
    ("SQLITE_IOERR", "The disk reported an error on {path}; check it and its free space"),
    ("SQLITE_NOMEM", "Memory ran out while working on {path}; close something and try again"),
)


def from_sqlite(error: sqlite3.Error, path: str, *, saved: Saved = False) -> NetlogError:
    """The error to raise for what sqlite3 reported about the file at path."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(_DAMAGED):
        return damaged(path, saved=saved)
    if name.startswith("SQLITE_CONSTRAINT"):
        return WouldConflict(
            "Another command has just recorded the same, or it contradicts what is there. "
            "Nothing was changed; look before you repeat it."
        )
    for prefix, sentence in _SENTENCES:
        if name.startswith(prefix):
            return FileTrouble(f"{sentence.format(path=path)}. {AFTERWARDS[saved]}", saved=saved)
    return FileTrouble(
        f"The file {path} could not be used ({name or type(error).__name__}). {AFTERWARDS[saved]}",
        saved=saved,
    )


def damaged(path: str, *, saved: Saved = False) -> DamagedFile:
    """The error for a file whose content is not whole."""
    return DamagedFile(
        f"The file {path} is damaged or not netlog's. {AFTERWARDS[saved]} "
        "Move it aside and bring back a backup.",
        saved=saved,
    )


def from_os(error: OSError, path: str) -> FileTrouble:
    """The error to raise for what the operating system reported about the file at path."""
    reason = os.strerror(error.errno).lower() if error.errno else "unknown reason"
    return FileTrouble(f"The file {path} cannot be used: {reason}. Nothing was changed.")
