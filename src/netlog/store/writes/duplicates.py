"""Pairs who are not the same person."""

from netlog.store.reads.duplicates import answered
from netlog.store.tables.belongings import NotDuplicate
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import check_there


def tell_apart(book: Recording, contact_id: int, other_id: int) -> bool:
    """Remember that two are not the same person; returns whether that was new."""
    check_there(book, (contact_id, other_id))
    low, high = sorted((contact_id, other_id))
    if (low, high) in answered(book.connection):
        return False
    book.session.add(NotDuplicate(contact_id=low, other_id=high))
    book.session.flush()
    return True
