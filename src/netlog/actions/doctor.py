"""Examine the book, and mend what can be mended from what it knows itself."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from netlog import clock
from netlog.actions.doors import Doors, derive
from netlog.actions.soundness import day_of, of_changes
from netlog.errors import DamagedFile, NetlogError, UsageMistake
from netlog.folding import searchable
from netlog.records.backups import BEFORE_DOCTOR
from netlog.records.doctor import FIX, RESTORE, Finding, Severity, Strayed
from netlog.records.history import Batch
from netlog.records.refs import LETTERS, NOUNS, ref
from netlog.rules import doctor as rules
from netlog.rules import flips
from netlog.store import failures, guard, migrate, surroundings
from netlog.store.connect import Book, of_file
from netlog.store.reads import doctor as reads
from netlog.store.reads.cadence import facts
from netlog.store.reads.searchable import ALL, texts

MENDABLE = {*rules.STRAYED, "journal", "derived", "search", "index", "integrity", "copy"}

ANY_COPY = "If you have a copy: netlog restore FILE"
# What comes of a day that is none any more.
NO_DAY = (ValueError, TypeError)


def examined(doors: Doors) -> list[Finding]:
    """Everything that is wrong with the book, its place, its backups and the config file."""
    found = list(_of_config())
    path = doors.path
    if not os.path.lexists(path):
        absent = list(_of_absent(path))
        doors.looked = not absent  # a named book that is not there is said so, once
        return [*found, *absent]
    found += surroundings.open_to_others(path)
    try:
        guard.check(path)
    except NetlogError as error:
        return [*found, _unreadable(error)]
    found += surroundings.around(path)
    found += _within(doors)
    try:
        found += surroundings.bad_backups(path)
    except NetlogError as error:
        found.append(_unreadable(error))
    return found


def _of_absent(path: str) -> Iterator[Finding]:
    """Why no book could be there, or that only its backups are."""
    try:
        guard.check(path)
    except NetlogError as error:
        yield _unreadable(error)
    if fix := failures.bring_back(path):
        said = "There is no book, but there are backups of one."
        yield Finding("absent", "warning", None, None, said, fix)


def _within(doors: Doors) -> list[Finding]:
    """What is wrong with the book itself, as far as it can be read."""
    found: list[Finding] = []
    try:
        with doors.reading() as connection:
            found += _of_book(connection)
    except NetlogError as error:
        if not any(one.severity == "damage" for one in found):  # of which it comes
            found.append(_unreadable(error))
    except UnicodeDecodeError:  # sqlite3 cannot tell which part of the schema is none
        found.append(_unreadable(failures.damaged(doors.path)))
    return found


def damage(doors: Doors) -> DamagedFile | None:
    """What is wrong with the book itself, where something is: why a command could not read it."""
    wrong = (one for one in _within(doors) if one.severity == "damage" or one.code == "derived")
    found = next(wrong, None)
    if found is None:
        return None
    whole = found.code == DamagedFile.code  # which says so itself
    said = found.what if whole else f"The book is damaged: {found.what}"
    return DamagedFile(said, advice=found.fix)


def mended(doors: Doors, found: list[Finding]) -> tuple[list[Finding], str | None]:
    """The findings, those that could be mended marked as fixed, and where the book is backed up.

    Raises DamagedFile, and changes nothing, where the book is not whole enough to be backed up.
    """
    if not any(one.fix and FIX in one.fix for one in found):
        return found, None
    surroundings.make_private(doors.path)
    surroundings.seal_backups(doors.path)
    backup = None
    if any(one.code in MENDABLE for one in found):
        backup = _kept_as_it_was(doors.path, found)
        with suppress(*NO_DAY):  # which cannot be mended
            _mend_rows(doors, is_unsearchable=rules.is_unsearchable(found))
    elif any(one.code == "wal" for one in found):
        with doors.recording("doctor"):
            pass  # the door itself puts it back
    still = set(examined(doors))
    return [one._replace(fixed=one not in still) for one in found], backup


def _kept_as_it_was(path: str, found: list[Finding]) -> str:
    """Where the book is backed up; byte by byte where it is not whole, and can be mended."""
    from netlog.store import backups

    try:
        return backups.back_up(path, clock.now(), BEFORE_DOCTOR)
    except DamagedFile:
        if any(one.severity == "damage" and one.fix != FIX for one in found):
            raise
        from netlog.store import restoring

        return restoring.keep(path, clock.now())


@contextmanager
def despite_config(doors: Doors) -> Iterator[str | None]:
    """Within, a config file that cannot be used keeps nothing else from being examined.

    Gives the book that is, where it is not certain that it is the one.
    """
    from netlog.store.config import unheeded

    if not any(_of_config()):
        yield None
        return
    with unheeded():
        yield doors.path


def _of_config() -> Iterator[Finding]:
    from netlog.store.config import read

    try:
        read()
    except UsageMistake as error:
        yield Finding("config", "warning", None, None, error.message, error.advice or "Edit it.")


def _unreadable(error: NetlogError) -> Finding:
    severity: Severity = "damage" if isinstance(error, DamagedFile) else "warning"
    advice = error.advice or (ANY_COPY if severity == "damage" else None)
    return Finding(error.code, severity, None, None, error.message, advice)


def _of_book(connection: Book) -> Iterator[Finding]:
    reads.as_it_is(connection)
    structure = list(_of_structure(connection))
    yield from structure
    at = reads.contradicted(connection)
    strayed = list(_strayed(connection)) if at is None else []
    yield from _of_orphans(connection, FIX if strayed else RESTORE)
    if at is not None:
        yield _of_contradiction(connection, at)
    yield from map(rules.of_row, strayed)
    if all(one.is_readable for one in strayed):
        yield from _of_journal(connection)
    try:
        yield from _of_derived(connection)
    except NO_DAY:
        if at is None and not (structure or strayed):
            said = "A day in the book is none, so what follows from it cannot be examined."
            yield Finding("integrity", "damage", None, None, said, RESTORE)
    yield from _of_copies(connection)
    newest = day_of(reads.newest(connection) or "")
    if newest and newest > clock.day_of(clock.now()):
        said = f"The newest change is of {newest}, which is still to come."
        yield Finding("clock", "warning", None, None, said, "See that the clock is right.")


def _of_contradiction(connection: Book, at: str) -> Finding:
    """That the journal is not as written; one flipped bit of a command is mended by its digest."""
    wrong = [flips.flipped(one) for one in reads.wrong(connection)]
    is_mendable = bool(wrong) and all(wrong)
    said = f"The journal is not as written{of_changes(at)}"
    if not is_mendable:
        said += ": no row is mended from it"
    return Finding("journal", "damage", None, None, f"{said}.", FIX if is_mendable else RESTORE)


def _of_structure(connection: Book) -> Iterator[Finding]:
    lines = [line for (line,) in connection.execute("PRAGMA integrity_check(20)")]
    if lines != ["ok"]:
        # An index can be made anew from its table, whatever happened to it, and a value of another
        # type from the journal.
        only_index = all("index" in line for line in lines)
        mendable = all("index" in line or " value in " in line for line in lines)
        yield Finding(
            "index" if only_index else "integrity",
            "damage",
            None,
            None,
            f"SQLite finds the file not whole: {lines[0]}.",
            FIX if mendable else RESTORE,
        )
    if not migrate.is_ours(of_file(connection)):
        said = "The tables are not those that netlog makes."
        yield Finding("schema", "damage", None, None, said, RESTORE)


def _of_orphans(connection: Book, fix: str) -> Iterator[Finding]:
    """Rows that refer to none; fix is what helps them."""
    for table, row_id, owner, _ in connection.execute("PRAGMA foreign_key_check"):
        said = f"Row {row_id} of {table} refers to a row of {owner} that is not there."
        yield Finding("foreign_key", "damage", None, None, said, fix)


def _strayed(connection: Book) -> Iterator[Strayed]:
    for table in reads.tables(connection):
        rows = reads.rows(connection, table)
        yield from rules.strayed(table, rows, reads.images(connection, table))


def _of_journal(connection: Book) -> Iterator[Finding]:
    """What the journal holds of older changes, which nothing in the book contradicts."""
    for at in reads.unreadable(connection):
        said = f"The journal cannot be read{of_changes(at)}."
        yield Finding("journal", "damage", None, None, said, RESTORE)


def _of_copies(connection: Book) -> Iterator[Finding]:
    for path in reads.copies(connection):
        said = f"Where a copy was put is not as written: {path}. Mended, it is no longer known."
        yield Finding("copy", "damage", None, None, said, FIX)


def _of_derived(connection: Book) -> Iterator[Finding]:
    """What follows from the rest, and does not follow: it is stored for speed alone."""
    stored = reads.derived(connection)
    for known in facts(connection):
        should = derive(known)
        for name, value, now in zip(should._fields, should, stored[known.id], strict=True):
            if value != now:
                whose = ref("c", known.id)
                said = f"{whose}: {name} is not what follows from the rest."
                yield Finding("derived", "warning", whose, name, said, FIX)
    for table in ALL:
        searched = reads.searched(connection, table)
        for id_, text in texts(connection, table, None):
            if (searched.get(id_) or "") != (searchable(text) or ""):
                owner = rules.named(Strayed(table, id_, None, None, ()))
                said = f"{owner} is not found by all its words."
                yield Finding("search", "warning", owner, "search_text", said, FIX)
    for table in reads.unsearchable(connection):
        called = NOUNS[LETTERS[table]].name
        said = f"Not every {called} is found by its words: their index is wrong."
        yield Finding("search", "warning", None, None, said, FIX)


def _mend_rows(doors: Doors, *, is_unsearchable: bool) -> None:
    from netlog.store.writes import copies, history, mending
    from netlog.store.writes.derived import recompute
    from netlog.store.writes.searchable import rebuild

    with doors.recording("doctor") as book:
        book.connection.execute("REINDEX")
        reads.as_it_is(book.connection)
        if is_unsearchable:
            rebuild(book.connection)  # or nothing could be changed
        mending.mend(
            book.connection, filter(None, map(flips.flipped, reads.wrong(book.connection)))
        )
        batch = Batch(book.journal.batch, "doctor", clock.now(), None, 0, 0)
        strayed = []
        if reads.contradicted(book.connection) is None:
            strayed = [one for one in _strayed(book.connection) if one.is_readable]
        history.mend(book, [rules.mending(one, batch) for one in strayed], rules.moved(strayed))
        copies.drop_unsound(book.connection)
        recompute(book.connection, None, derive)
        rebuild(book.connection)
