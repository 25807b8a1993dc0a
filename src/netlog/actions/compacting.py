"""Fold the older part of the journal, and write the file anew without the room it took."""

import os
from datetime import date
from itertools import islice

from netlog import clock
from netlog.actions.doors import Doors
from netlog.actions.soundness import check_journal
from netlog.records.compacting import Compacted
from netlog.records.history import COMPACT
from netlog.rules import history as rules
from netlog.store import backups
from netlog.store.connect import Book
from netlog.store.creation import write_anew
from netlog.store.reads import compacting as reads
from netlog.store.reads import history

REASON = "before-compact"


def would(doors: Doors, before: date, keep: int) -> Compacted:
    """What would go if the book were compacted: what was done before that day.

    The last commands, so many as keep says, stay in any case. Raises DamagedFile.
    """
    with doors.reading() as connection:
        check_journal(connection)
        number = _last_to_fold(connection, before, keep)
        commands = reads.commands_to_fold(connection, number) if number else 0
    return Compacted(commands, before.isoformat(), _size(doors.path), None, None, dry_run=True)


def compact(doors: Doors, before: date, keep: int) -> Compacted:
    """Do it, after a backup. Raises FileTrouble or DamagedFile."""
    from netlog.store.writes import compacting as writes

    told = would(doors, before, keep)._replace(dry_run=False)
    backup = None
    if told.commands:
        backup = backups.back_up(doors.path, clock.now(), REASON)
        with doors.recording(COMPACT, large=True) as book:
            # Anew, under the lock: another command may have come in between.
            check_journal(book.connection)
            number = _last_to_fold(book.connection, before, keep)
            commands = reads.commands_to_fold(book.connection, number) if number else 0
            folded = bool(number) and writes.fold(book, number or 0)
            told = told._replace(commands=commands if folded else 0)
    with doors.reading() as connection:
        has_room = reads.has_room(connection)
    if has_room:
        write_anew(doors.path)
    return told._replace(size=_size(doors.path), backup=backup)


def _last_to_fold(connection: Book, before: date, keep: int) -> int | None:
    able = rules.to_undo(history.batches(connection))
    kept = list(islice(able, keep))
    if len(kept) < keep:
        return None  # none is left beside those
    at_most = kept[-1].number - 1 if kept else history.last_number(connection)
    return reads.last_to_fold(connection, before.isoformat(), at_most)


def _size(path: str) -> int:
    return os.stat(path).st_size
