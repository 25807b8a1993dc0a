"""What SQLite and the operating system report, told as errors a person can act on."""

import errno
import os
import sqlite3

from netlog.errors import DamagedFile, FileTrouble, NetlogError, Saved, WouldConflict

# Of who writes: there is no more room, or none is given.
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
# Of a statement of ours, which is tried on whole books: what it asks of is not there.
_WITHOUT = ("no such table", "no such column", "no such module", "no such index")
_NO_TEXT = "Could not decode to UTF-8"  # of sqlite3 itself, without a name
_SENTENCES = (
    ("SQLITE_BUSY", "{who} is busy with the file {path}.", "Try again when it has finished."),
    (
        "SQLITE_LOCKED",
        "Another program has locked the file {path}.",
        "Try again when it has finished.",
    ),
    (
        "SQLITE_FULL",
        "The disk is full, no space is left for {path}.",
        "Make room and try again.",
    ),
    (
        "SQLITE_READONLY_DBMOVED",
        "The book {path} was replaced by another meanwhile.",
        "Run the command again.",
    ),
    ("SQLITE_READONLY", "The file {path} may not be written.", "Check its permissions."),
    ("SQLITE_PERM", "The file {path} may not be opened.", "Check its permissions."),
    ("SQLITE_CANTOPEN", "The file {path} cannot be opened.", "Check its folder and permissions."),
    ("SQLITE_IOERR", "The disk reported an error on {path}.", "Check it and its free space."),
    (
        "SQLITE_NOMEM",
        "Memory ran out while working on {path}.",
        "Close something and try again.",
    ),
)


def from_sqlite(error: sqlite3.Error, path: str, *, saved: Saved | None = None) -> NetlogError:
    """The error to raise for what sqlite3 reported about the file at path."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(_DAMAGED):
        return damaged(path, saved=saved)
    if name == "SQLITE_ERROR" and str(error).startswith(_WITHOUT):
        return strange(path, saved=saved)
    if _NO_TEXT in str(error):
        return DamagedFile(
            f"The file {path} is damaged: a text in it is none.",
            advice="netlog doctor says where.",
            saved=saved,
        )
    if name.startswith("SQLITE_CONSTRAINT"):
        return contradicted(saved)
    for prefix, sentence, advice in _SENTENCES:
        if name.startswith(prefix):
            who = _holder(path) if "{who}" in sentence else None
            return FileTrouble(sentence.format(path=path, who=who), advice=advice, saved=saved)
    reason = name or type(error).__name__
    return FileTrouble(f"The file {path} could not be used ({reason}).", saved=saved)


def contradicted(saved: Saved | None) -> WouldConflict:
    """The error for what the rules of the tables refuse, whichever engine keeps them."""
    return WouldConflict(
        "Another command has just recorded the same, or it contradicts what is there.",
        saved=saved,
        advice="Look before you repeat it.",
    )


def _holder(path: str) -> str:
    from netlog.store.holders import holder

    return holder(path) or "Another program"


def foreign(path: str) -> DamagedFile:
    """The error for a file that is not netlog's, or no longer looks it."""
    return DamagedFile(f"{path} is not a netlog book.", advice=bring_back(path))


def damaged(path: str, *, saved: Saved | None = None) -> DamagedFile:
    """The error for a book whose content is not whole."""
    return DamagedFile(f"The file {path} is damaged.", advice=bring_back(path), saved=saved)


def strange(path: str, *, saved: Saved | None = None) -> DamagedFile:
    """The error for a book that lacks what netlog made, or has what it did not make."""
    said = f"The file {path} is damaged: its tables are not those that netlog makes."
    return DamagedFile(said, advice=bring_back(path), saved=saved)


def backups_of(path: str) -> str:
    """The folder of the backups of the file at path: each book has one of its own."""
    folder, name = os.path.split(path)
    return os.path.join(folder, "backups", name)


def bring_back(path: str) -> str | None:
    """What to do where the book has a backup."""
    folder = backups_of(path)
    try:
        names = [name for name in os.listdir(folder) if name.endswith(".db")]
    except OSError:
        return None
    if not names:
        return None
    from netlog.records.backups import BEFORE_DOCTOR  # which few need

    # As `restore latest` takes it.
    newest = max([name for name in names if BEFORE_DOCTOR not in name] or names)
    return f"Bring the newest backup back: netlog restore latest ({os.path.join(folder, newest)})."


def from_os(error: OSError, path: str) -> FileTrouble:
    """The error to raise for what the operating system reported about the file at path."""
    reason = os.strerror(error.errno).lower() if error.errno else "unknown reason"
    return FileTrouble(f"The file {path} cannot be used: {reason}.")
