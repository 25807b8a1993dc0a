"""Forget somebody for good: in the book, in its journal, in its backups."""

import os
import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing

from netlog.actions import copies
from netlog.actions.doors import Doors, derive
from netlog.actions.soundness import check_journal
from netlog.errors import FileTrouble, NetlogError
from netlog.formats.vcard import asides
from netlog.records.backups import ENCRYPTED
from netlog.records.forgetting import Apart, BecamePart, Forgotten, Mention
from netlog.records.history import FORGET, Image
from netlog.records.refs import LETTERS, NOUNS, ref
from netlog.records.removing import IdsByLetter
from netlog.rules import forgetting as rules
from netlog.rules import history, uids
from netlog.store import backups, connect, failures, migrate, restoring, sealing
from netlog.store.connect import Book
from netlog.store.creation import check_room, write_anew
from netlog.store.reads import forgetting as reads
from netlog.store.reads import removing
from netlog.store.reads.doctor import rows
from netlog.store.reads.history import batches

PIECE = 1 << 20  # bytes of a backup that are looked at together


NOBODY = Apart(frozenset(), frozenset(), frozenset())


class Known:
    """Somebody as the book knows them: their ids, what goes with them, and how they are called.

    besides are those who stay in another book, though they may be part of them in this one.
    """

    def __init__(self, connection: Book, uids: Collection[str], besides: Apart = NOBODY) -> None:
        self.ids = reads.ids(connection, uids, besides.uids)
        self.apart = reads.apart(connection, self.ids) | besides
        in_vain = history.merges_taken_back(batches(connection))
        names, methods = reads.called(connection, self.ids, in_vain)
        self.methods = methods - self.apart.methods
        self.terms = rules.terms(names, self.methods, self.apart.names)
        self.sought = rules.pattern(self.terms)
        asked: IdsByLetter = {letter: frozenset() for letter in NOUNS}
        going = removing.going(connection, {**asked, "c": frozenset(self.ids)})
        self.named = {NOUNS[letter].table: set(ids) for letter, ids in going.items()}
        self.named["meeting"] |= reads.gone_meetings(connection, self.ids, in_vain)

    def people(self, connection: Book) -> dict[str, BecamePart]:
        """Them and those who became part of them, by uid, in the order of their refs."""
        found = {}
        for id_ in sorted(self.ids):
            if (last := reads.name_of(connection, id_)) is not None:
                found[last[1]] = BecamePart(ref("c", id_), last[0])
        return found


def forget(
    doors: Doors, contact_id: int, *, keep_mentions: bool, with_backups: bool, dry_run: bool
) -> Forgotten:
    """Forget them; dry_run says what would go. Raises FileTrouble or DamagedFile.

    With the backups those are written anew without them; a .damaged one is deleted, and one that
    cannot be written anew is among those that still hold them.
    """
    with doors.reading() as connection:
        check_journal(connection)
        _, uid = reads.name_of(connection, contact_id) or ("", "")
        known = Known(connection, [uid])
        people = known.people(connection)
        told = _told(connection, known, people, ref("c", contact_id))
        elsewhere = copies.backups_elsewhere(connection, failures.backups_of(doors.path))
        exports = copies.exports_with(connection, people, known.sought)
    told = told._replace(kept_mentions=keep_mentions, dry_run=dry_run, exports=tuple(exports))
    still = [*holding(doors.path, people), *(path for path in elsewhere if _holds(path, people))]
    if dry_run:
        return told._replace(backups=tuple(still))
    check_room(doors.path)
    _purge(doors, people, NOBODY, keep_mentions=keep_mentions)
    try:
        write_anew(doors.path)
    except FileTrouble:
        told = told._replace(traces=True)
    rewritten = []
    for path in still if with_backups else ():
        if path.endswith(ENCRYPTED) or sealing.is_locked(path):
            continue  # nobody but who has its key writes it anew
        try:
            _purge_backup(doors, path, people, known.apart, keep_mentions=keep_mentions)
        except NetlogError:
            continue  # and the others all the same
        rewritten.append(path)
    return told._replace(
        merged=tuple(one._replace(name=None) for one in told.merged),
        backups=tuple(path for path in still if path not in rewritten),
        rewritten=tuple(rewritten),
    )


def holding(path: str, uids: Collection[str]) -> list[str]:
    """The backups beside the book in which one is; damaged and locked ones may hold anybody."""
    folder = failures.backups_of(path)
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    kinds = (".db", ENCRYPTED, restoring.DAMAGED)
    paths = [os.path.join(folder, name) for name in names if name.endswith(kinds)]
    return [one for one in paths if _holds(one, uids)]


def _holds(path: str, uids: Collection[str]) -> bool:
    if path.endswith((restoring.DAMAGED, ENCRYPTED)) or sealing.is_locked(path):
        return True  # whatever can be read of it
    sought, before = [uid.encode() for uid in uids], b""
    longest = max(map(len, sought), default=0)
    with open(path, "rb") as file:
        while piece := file.read(PIECE):
            both = before + piece
            if any(one in both for one in sought):
                return True
            before = piece[-longest:]
    return _remembers(path, uids)


def _remembers(path: str, uids: Collection[str]) -> bool:
    """Whether its journal knows them, where it is packed; what cannot be read may know anybody."""
    try:
        copy = connect.for_reading(path)
        try:
            packed = copy.execute("PRAGMA user_version").fetchone()[0] >= migrate.PACKED
            return packed and bool(reads.ids(copy, uids))
        finally:
            copy.close()
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorname", None) != "SQLITE_NOTADB"


def _told(
    connection: Book, known: Known, people: Mapping[str, BecamePart], whose: str
) -> Forgotten:
    from netlog.store.writes import forgetting as writes

    going = writes.doomed(connection, known.named)
    mentions = []
    for table in writes.TABLES:
        for row_id, image in rows(connection, table.name).items():
            if row_id not in going.get(table.name, ()) and known.sought is not None:
                after = rules.without(image, known.sought)
                mentions += [
                    Mention(_ref(table.name, row_id, image), name)
                    for name in image
                    if after[name] != image[name]
                ]
    records = sum(len(ids) for table, ids in going.items() if table in LETTERS)
    merged = tuple(one for one in people.values() if one.ref != whose)
    return Forgotten(whose, records, merged, tuple(mentions), False, (), (), (), True)


def _purge(doors: Doors, people: Collection[str], besides: Apart, *, keep_mentions: bool) -> None:
    from netlog.store.writes import copies as copy_writes
    from netlog.store.writes import forgetting as writes
    from netlog.store.writes.derived import recompute
    from netlog.store.writes.searchable import rebuild

    with doors.recording(FORGET) as book:
        check_journal(book.connection)
        known = Known(book.connection, people, besides)
        sought = None if keep_mentions else known.sought
        member = {*map(uids.key, people), *(f"mailto:{way.casefold()}" for way in known.methods)}

        def scrub(table: str, image: Image) -> Image:
            if table == "kept_card" and image.get("card"):
                image = {**image, "card": asides.without(str(image["card"]), member)}
            return rules.without(image, sought) if sought else image

        writes.forget(book, writes.doomed(book.connection, known.named), scrub)
        copy_writes.drop(book.connection, lambda path: rules.in_path(path, known.terms))
        recompute(book.connection, None, derive)
        rebuild(book.connection)


def _purge_backup(
    doors: Doors, path: str, people: Collection[str], besides: Apart, *, keep_mentions: bool
) -> None:
    if path.endswith(restoring.DAMAGED):
        os.unlink(path)
        return
    with restoring.prepared(path, doors.path, derive) as ready:
        with closing(Doors(ready.path)) as copy:
            _purge(copy, people, besides, keep_mentions=keep_mentions)
            write_anew(ready.path)
        backups.replace(path, ready.path)


def _ref(table: str, row_id: int, image: Image) -> str | None:
    letter = LETTERS.get(table)
    if letter:
        return ref(letter, row_id)
    return ref("c", image["contact_id"]) if image.get("contact_id") else None
