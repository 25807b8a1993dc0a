"""What acts leave behind that are killed: one run that is killed everywhere.

A killed process leaves what it has written so far and no lock, which is what a copy made at that
moment holds (test_recovery.py compares it with real kills).
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from netlog.store import connect

Files = dict[str, bytes]


class Killed(NamedTuple):
    """How many SQL statements there were, and what may be left of the folder, each once.

    The last that is left is of an act that was not killed.
    """

    statements: int
    left: list[Files]


def killed(act: Callable[[], Any], folder: Path) -> Killed:
    """What is left of the folder if the act is killed as it comes to any of its SQL statements."""
    found: dict[tuple[tuple[str, bytes], ...], None] = {}
    statements = 0

    def look(_: str = "") -> None:
        nonlocal statements
        statements += 1
        found[tuple(contents(folder).items())] = None

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connect, "for_writing", traced(look))
        act()
    look()
    return Killed(statements - 1, [dict(files) for files in found])


def traced(look: Callable[[str], None]) -> Callable[..., sqlite3.Connection]:
    """Opens connections that write and that tell of each statement as they come to it."""
    open_for_writing = connect.for_writing

    def for_writing(path: str, **how: bool) -> sqlite3.Connection:
        connection = open_for_writing(path, **how)
        connection.set_trace_callback(look)
        return connection

    return for_writing


def contents(folder: Path) -> Files:
    """Each file of a folder by its name there, in the order of names."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def leave(files: Files, folder: Path) -> None:
    """Write into a new folder what a killed act left of its own."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(data)
