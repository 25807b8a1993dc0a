"""How far a walk has come that somebody may break off, by book: a small file beside the data."""

import json
import os
from typing import Any

from netlog.store import files
from netlog.store.creation import make_folder
from netlog.store.folders import user_folder

NAME = "recall.json"
LARGEST = 100_000  # bytes


def reached(book: str) -> str | None:
    """Where the walk through that book is to go on; None where it is to begin."""
    found = _read().get(os.path.realpath(book))
    return found if isinstance(found, str) else None


def note(book: str, place: str | None) -> None:
    """Remember where to go on; None: from the beginning. Raises FileTrouble."""
    known = _read()
    known.pop(os.path.realpath(book), None)
    if place is not None:
        known[os.path.realpath(book)] = place
    make_folder(user_folder("data"))
    files.write(_path(), [json.dumps(known).encode()], force=True, book=book)


def _path() -> str:
    return os.path.join(user_folder("data"), NAME)


def _read() -> dict[str, Any]:
    """What is noted; what cannot be read is nothing: the walk then begins anew."""
    try:
        with open(_path(), "rb") as file:
            found = json.loads(file.read(LARGEST))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
