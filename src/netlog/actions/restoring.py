"""Bring a backup back: what that would change, and the change."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from netlog import clock
from netlog.actions import history
from netlog.actions.doors import Doors, derive, reading
from netlog.errors import DamagedFile, Refused
from netlog.records.backups import BEFORE_DOCTOR, Held, Restored
from netlog.records.copies import Copy
from netlog.records.history import Batch, Command
from netlog.store import backups, restoring, sealing
from netlog.store.connect import Book
from netlog.store.reads import copies as copy_reads
from netlog.store.reads import counts
from netlog.store.reads import history as reads

LATEST = "latest"


class Restoring:
    """A backup that is ready to take the place of the book; `record` tells what that changes."""

    def __init__(
        self, doors: Doors, ready: restoring.Ready, record: Restored, written: list[Copy]
    ) -> None:
        self._doors = doors
        self._ready = ready
        self.record = record
        self._written = written

    def carry_out(self) -> Restored:
        """Let it take the place of the book, which is kept. Raises FileTrouble or DamagedFile."""
        from netlog.store.writes import copies as writes

        self._doors.tried = True
        writes.keep(self._ready.path, self._written)
        kept = restoring.put_in_place(self._ready.path, self._doors.path, clock.now())
        self._doors.saved = True
        return self.record._replace(kept=kept, dry_run=False)


def found(path: str, typed: str) -> str:
    """The path of the backup that was named; the newest of the book at path for `latest`.

    One that was made of a book as `doctor` found it is passed over where there is another: it is
    as ill. Raises Refused where there is none.
    """
    if typed != LATEST:
        return os.path.realpath(os.path.expanduser(typed))
    there = backups.found(path)
    well = (one for one in there if one.reason != BEFORE_DOCTOR)
    newest = next(well, None) or next(iter(there), None)
    if newest is None:
        raise Refused(f"There are no backups of {path}.", advice="Name the file of one.")
    return newest.path


@contextmanager
def ready(doors: Doors, source: str, key: sealing.Opener | None = None) -> Iterator[Restoring]:
    """The backup, checked, and what it would change. Raises as `restoring.prepared` does."""
    doors.looked = doors.restoring = True
    with restoring.prepared(source, doors.path, derive, key) as copy:
        about = backups.described(source)
        lacks, last, now, written = _compared(doors, copy.path)
        with reading(copy.path) as connection:
            then = counts.by_noun(connection)
        held = (Held(noun, now.get(noun) if now else None, number) for noun, number in then.items())
        record = Restored(
            doors.path,
            source,
            about.at if about else None,
            copy.checked,
            copy.upgraded_from,
            tuple(one for one in held if one.now or one.then),
            lacks,
            last,
            kept=None,
            dry_run=True,
        )
        yield Restoring(doors, copy, record, written)


def _compared(
    doors: Doors, copy: str
) -> tuple[int | None, Command | None, dict[str, int] | None, list[Copy]]:
    """How many commands the copy lacks, what the last did, what the book holds and has written."""
    try:
        with doors.reading() as book, reading(copy) as backup:
            known = {batch.id for batch in reads.batches(backup)}
            lacking = [batch for batch in reads.batches(book) if batch.id not in known]
            counted = counts.by_noun(book)
            return len(lacking), _last(book, lacking), counted, copy_reads.copies(book)
    except DamagedFile:
        return None, None, None, []


def _last(book: Book, lacking: list[Batch]) -> Command | None:
    return history.told(book, lacking[0], undone=False) if lacking else None
