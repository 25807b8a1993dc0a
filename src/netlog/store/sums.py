"""The SHA-256 beside a copy of the book, as sha256sum writes it."""

import hashlib
import os
import re

from netlog.store import files
from netlog.store.creation import remove, sync_folder

LONGEST = 1_000  # bytes
_HEX = re.compile(rb"[0-9a-f]{64}")


def beside(path: str) -> str:
    """The file that holds the SHA-256 of the one at path."""
    return f"{path}.sha256"


def said(path: str) -> str | None:
    """The SHA-256 beside the file, in hexadecimal; None where there is no whole one."""
    if not os.path.isfile(beside(path)):
        return None  # a pipe would be waited for
    try:
        with open(beside(path), encoding="ascii", errors="replace") as file:
            sha256 = file.read(64)
    except OSError:
        return None
    return sha256 if len(sha256) == 64 else None


def of(path: str) -> str:
    """The SHA-256 of the file as it is, in hexadecimal; raises OSError."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def seal(path: str) -> None:
    """Write the SHA-256 of the file beside it, durably; raises as `write` does."""
    write(path, of(path))
    sync_folder(os.path.dirname(path))


def write(path: str, sha256: str) -> None:
    """Write that SHA-256 beside the file at path, which need not be there yet.

    It is whole or not there. Raises WouldConflict where there is one, and OSError.
    """
    line = os.fsencode(f"{sha256}  {os.path.basename(path)}\n")
    temporary, _ = files.temporary(os.path.dirname(path), (line,), sync=True)
    try:
        files.place(temporary, beside(path), force=None)
    finally:
        remove(temporary)


def is_left_behind(path: str) -> bool:
    """Whether a SHA-256 was written for that file, and the file never came."""
    if os.path.lexists(path):
        return False
    try:
        with open(beside(path), "rb") as file:
            said, _, name = file.read(LONGEST).partition(b"  ")
    except OSError:
        return False
    return _HEX.fullmatch(said) is not None and name == os.fsencode(f"{os.path.basename(path)}\n")
