"""Records removed, with the rows that are nothing without them; what merely named them stays."""

from collections.abc import Iterable

from netlog.records.removal import Going
from netlog.store.tables import (
    Contact,
    ContactCircle,
    ContactField,
    ContactJob,
    ContactKept,
    ContactMethod,
    ContactTag,
    ContactUid,
    Favor,
    Meeting,
    MeetingContact,
    NotDuplicate,
    Row,
    Thanks,
)
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import gone, rows_where

PARTS = (
    *(ContactCircle, ContactTag, ContactMethod, ContactField, ContactJob, ContactKept, ContactUid),
    MeetingContact,
)


def remove(book: Recording, going: Going) -> None:
    """Delete all of these; raises NothingMatches when one of them is gone already."""
    contacts, meetings = going.contacts, going.meetings
    for part in PARTS:
        _delete(book, rows_where(book, part, "contact_id", contacts))
    _delete(book, rows_where(book, MeetingContact, "meeting_id", meetings))
    for column in ("contact_id", "other_id"):
        _delete(book, rows_where(book, NotDuplicate, column, contacts))
    for introduced in rows_where(book, Contact, "introduced_by_id", contacts):
        if introduced.id not in contacts:
            introduced.introduced_by_id = None
    for thanks in rows_where(book, Thanks, "meeting_id", meetings):
        if thanks.id not in going.thanks:
            thanks.meeting_id = None
    for thanks in rows_where(book, Thanks, "favor_id", going.favors):
        if thanks.id not in going.thanks:
            thanks.favor_id = None
    for favor in rows_where(book, Favor, "meeting_id", meetings):
        if favor.id not in going.favors:
            favor.meeting_id = None
    book.session.flush()
    # One after the other: SQLite would delete by cascade what the journal has not seen go.
    for table, letter, ids in (
        (Thanks, "t", going.thanks),
        (Favor, "f", going.favors),
        (Meeting, "m", meetings),
        (Contact, "c", contacts),
    ):
        found: dict[int | None, Row] = {row.id: row for row in rows_where(book, table, "id", ids)}
        for id_ in sorted(ids):
            if id_ not in found:
                raise gone(f"{letter}{id_}")
        _delete(book, found.values())
        book.session.flush()


def _delete(book: Recording, rows: Iterable[Row]) -> None:
    for row in rows:
        book.session.delete(row)
