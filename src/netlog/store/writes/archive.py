"""People put aside, and brought back; each returns whom it changed."""

from collections.abc import Collection

from netlog.store.tables.contacts import ContactRow
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import check_there, rows_where


def archive(book: Recording, contact_ids: Collection[int]) -> set[int]:
    """Archive people; whoever is archived stays so."""
    return _set(book, contact_ids, book.at)


def unarchive(book: Recording, contact_ids: Collection[int]) -> set[int]:
    """Bring archived people back."""
    return _set(book, contact_ids, None)


def _set(book: Recording, contact_ids: Collection[int], at: str | None) -> set[int]:
    check_there(book, contact_ids)
    changed = set()
    for row in rows_where(book, ContactRow, "id", contact_ids):
        if (row.archived_at is None) != (at is None):
            row.archived_at = at
            changed.add(row.id or 0)
    book.session.flush()
    return changed
