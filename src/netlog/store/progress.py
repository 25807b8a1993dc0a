"""How far a walk has come that somebody may break off, by book: a small file beside the data."""

import json
import os
from collections.abc import Mapping
from types import MappingProxyType

from netlog.named import NamedTuple
from netlog.store import files
from netlog.store.creation import make_folder
from netlog.store.folders import user_folder
from netlog.typed import Any

NAME = "recall.json"
LARGEST = 1_000_000  # bytes


class Walked(NamedTuple):
    """The place at which to go on, None for the first; kept are the commands of what was kept.

    They are ids by place, of the last line that was kept there. before are the places that it had
    behind it: where the one to go on at is listed no more, they tell where that was.
    """

    place: str | None = None
    kept: Mapping[str, str] = MappingProxyType({})
    before: tuple[str, ...] = ()


def reached(book: str) -> Walked:
    """How far the walk through that book has come."""
    found = _read().get(os.path.realpath(book))
    if isinstance(found, str):  # as it was noted when nothing was said of what was kept
        return Walked(found)
    if not isinstance(found, dict):
        return Walked()
    place, kept, before = (found.get(key) for key in ("place", "kept", "before"))
    ids = kept.items() if isinstance(kept, dict) else ()
    return Walked(
        place if isinstance(place, str) else None,
        {said: id_ for said, id_ in ids if isinstance(id_, str)},
        tuple(one for one in before if isinstance(one, str)) if isinstance(before, list) else (),
    )


def note(book: str, walked: Walked) -> None:
    """Remember where to go on, and what was kept. Raises FileTrouble."""
    known = _read()
    known.pop(os.path.realpath(book), None)
    if walked != Walked():
        known[os.path.realpath(book)] = {**walked._asdict(), "kept": dict(walked.kept)}
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
