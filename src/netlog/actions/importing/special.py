"""What is no regular file and can be read all the same: a pipe, a terminal."""

import os
import select
import stat

from netlog.errors import Refused

# How long a pipe is waited for into which nobody writes yet, in milliseconds.
PATIENCE = 5_000


def read(name: str, largest: int) -> bytes:
    """What it gives until it ends, at most so many bytes.

    Raises Refused for what would never end, and OSError.
    """
    found = os.stat(name)
    mode = found.st_mode
    if stat.S_ISBLK(mode) or stat.S_ISCHR(mode):
        _check_ends(name)
    begun = _begun(name) if stat.S_ISFIFO(mode) else None
    if begun is None:
        with open(name, "rb") as file:
            return file.read(largest)
    handle, first = begun
    with os.fdopen(handle, "rb") as file:
        return first + file.read(largest)


def _check_ends(name: str) -> None:
    """Raise Refused for a device: one such as /dev/zero never ends. A terminal does."""
    if not (_is_terminal(name) or os.path.samefile(name, os.devnull)):
        raise Refused(f"The file {name} is a device, and no file.")


def _is_terminal(name: str) -> bool:
    with open(name, "rb", buffering=0) as file:
        return file.isatty()


def _begun(name: str) -> tuple[int, bytes]:
    """The pipe, open, and what was read of it; Refused where nobody writes into it for so long."""
    handle = os.open(name, os.O_RDONLY | os.O_NONBLOCK)
    first = b""
    try:
        waiting = select.poll()
        waiting.register(handle, select.POLLIN)
        if not waiting.poll(PATIENCE):
            first = _first(handle, name)
        os.set_blocking(handle, True)
    except BaseException:
        os.close(handle)
        raise
    return handle, first


def _first(handle: int, name: str) -> bytes:
    try:
        first = os.read(handle, 1)
    except BlockingIOError:
        return b""  # somebody is there, and slow
    if not first:
        raise Refused(f"The file {name} is a pipe into which nobody writes.")
    return first
