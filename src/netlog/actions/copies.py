"""What was written out of the book is remembered: whoever is forgotten is looked for there."""

import json
import os
import re
from collections.abc import Collection, Iterator

from netlog import clock
from netlog.actions.doors import Doors, derive
from netlog.errors import NetlogError
from netlog.records.copies import Copy, CopyKind
from netlog.store import sums
from netlog.store.connect import Book
from netlog.store.reads import copies as reads

NOT_KEPT = "The book could not note where that is: forget will not look there."
# How a page of a person is called, and how far below the folder that was named.
PAGES = (".md", ".vcf", ".txt")
DEEPEST = 2
PIECE, OVERLAP = 1 << 20, 1 << 12  # characters
# A long line of a card or a calendar goes on in the next.
_FOLDED = re.compile(r"\r?\n[ \t]")
_ESCAPED = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")


def remember(doors: Doors, path: str, kind: CopyKind) -> str | None:
    """Note where a copy was written; returns what to say where the book does not take that."""
    from netlog.store.writes import copies as writes

    if not doors.is_on_server and not os.path.exists(doors.path):
        return None
    try:
        real = os.path.realpath(path)
        said = sums.said(real) if kind == "backup" else None
        digest = said or (sums.of(real) if os.path.isfile(real) else None)
        copy = Copy(real, clock.now(), kind, digest)
        if doors.is_on_server:
            from netlog.store.postgres.door import noting

            with noting(doors.path, derive, writes.PATIENCE) as book:
                writes.write(book, [copy])
        else:
            writes.keep(doors.path, [copy])
    except (NetlogError, OSError):
        return NOT_KEPT
    return None


def backups_elsewhere(connection: Book, folder: str) -> list[str]:
    """The backups that were written to other folders and are still there."""
    return [
        one.path
        for one in reads.copies(connection)
        if one.kind == "backup" and os.path.dirname(one.path) != folder and os.path.isfile(one.path)
    ]


def exports_with(
    connection: Book, uids: Collection[str], sought: re.Pattern[str] | None
) -> list[str]:
    """The files that were exported and still have one of the uids, or one of the words, in them.

    What cannot be read may have it.
    """
    files = (
        file
        for one in reads.copies(connection)
        if one.kind == "export"
        for file in _files(one.path)
    )
    return [file for file in files if _has(file, uids, sought)]


def _files(path: str) -> Iterator[str]:
    """The file, or those of the folder that may be pages of netlog's; of what is neither, none."""
    if os.path.isfile(path):
        yield path
    for folder, within, names in os.walk(path):
        within[:] = sorted(within) if folder.count(os.sep) - path.count(os.sep) < DEEPEST else []
        pages = (os.path.join(folder, name) for name in sorted(names) if name.endswith(PAGES))
        yield from filter(os.path.isfile, pages)


def _has(path: str, uids: Collection[str], sought: re.Pattern[str] | None) -> bool:
    """Whether it says so anywhere, piece by piece; a name may stand in two of them."""
    before = ""
    try:
        with open(path, encoding="utf-8", errors="replace", newline="") as file:
            while piece := file.read(PIECE):
                text = _ESCAPED.sub(_meant, _FOLDED.sub("", before + piece))
                if any(uid in text for uid in uids) or (sought is not None and sought.search(text)):
                    return True
                before = piece[-OVERLAP:]
    except OSError:
        return True
    return False


def _meant(found: re.Match[str]) -> str:
    r""" "é" of "\u00e9", as JSON has it."""
    return str(json.loads(f'"{found[0]}"'))
