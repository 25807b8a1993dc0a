"""The SHA-256 beside a copy of the book, as sha256sum writes it."""

import hashlib
import os

from netlog.store.creation import remove, sync_folder


def beside(path: str) -> str:
    """The file that holds the SHA-256 of the one at path."""
    return f"{path}.sha256"


def said(path: str) -> str | None:
    """The SHA-256 beside the file, in hexadecimal; None where there is no whole one."""
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

    Raises FileExistsError where there is one, and OSError, and then there is none.
    """
    handle = os.open(beside(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        _fill(handle, f"{sha256}  {os.path.basename(path)}\n")
    except BaseException:
        remove(beside(path))
        raise


def _fill(handle: int, text: str) -> None:
    with open(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
