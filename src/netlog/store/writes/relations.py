"""Relations said of somebody, completed, and taken back."""

from collections.abc import Iterable

from netlog.records.relations import NewRelation
from netlog.store.tables.belongings import RelationRow
from netlog.store.tables.contacts import ContactRow
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import load, rows_where


def add(book: Recording, contact_id: int, new: NewRelation) -> None:
    """Let somebody have that relation."""
    owner = load(book, ContactRow, contact_id)
    if new.other_id is not None:
        load(book, ContactRow, new.other_id)
    kind, word = new.tie
    row = RelationRow(
        contact_id=contact_id, other_id=new.other_id, kind=kind, word=word, name=new.name
    )
    book.session.add(row)
    owner.updated_at = book.at
    book.session.flush()


def complete(book: Recording, relation_id: int, new: NewRelation) -> bool:
    """Let a relation say what it lacks: who it is, a better word. Returns whether it changed."""
    (row,) = rows_where(book, RelationRow, "id", [relation_id])
    before = row.other_id, row.word
    row.other_id = row.other_id if new.other_id is None else new.other_id
    row.word = new.tie.word or row.word
    changed = (row.other_id, row.word) != before
    if changed:
        load(book, ContactRow, row.contact_id).updated_at = book.at
        book.session.flush()
    return changed


def end(book: Recording, ids: Iterable[int]) -> None:
    """Take these relations back."""
    rows = list(rows_where(book, RelationRow, "id", list(ids)))
    for row in rows:
        book.session.delete(row)
    for contact_id in {row.contact_id for row in rows}:
        load(book, ContactRow, contact_id).updated_at = book.at
    book.session.flush()


def give(book: Recording, kept_id: int, other_id: int) -> None:
    """All of one contact to another, each once, and none with oneself."""
    for row in list(rows_where(book, RelationRow, "other_id", [other_id])):
        if row.contact_id == kept_id or _has(book, row.contact_id, kept_id, row):
            book.session.delete(row)
        else:
            row.other_id = kept_id
    book.session.flush()
    for row in list(rows_where(book, RelationRow, "contact_id", [other_id])):
        if row.other_id == kept_id or _has(book, kept_id, row.other_id, row):
            book.session.delete(row)
        else:
            row.contact_id = kept_id
    book.session.flush()


def _has(book: Recording, contact_id: int, other_id: int | None, like: RelationRow) -> bool:
    """Whether somebody has that relation already."""
    return any(
        row is not like
        and (row.kind, row.word, row.other_id) == (like.kind, like.word, other_id)
        and (other_id is not None or row.name == like.name)
        for row in rows_where(book, RelationRow, "contact_id", [contact_id])
    )
