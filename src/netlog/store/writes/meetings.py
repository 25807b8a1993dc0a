"""Meetings: recorded with everybody who was there."""

from netlog.records.meetings import NOT_A_TOUCH, NewMeeting
from netlog.store.tables.contacts import ContactRow
from netlog.store.tables.meetings import MeetingContact, MeetingRow
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import insert, load, rows_where, touched


def log(book: Recording, new: NewMeeting) -> int:
    """Store a meeting; returns its id. Raises NothingMatches when a participant is gone.

    Being in touch ends what somebody was put off to, and the count of how often.
    """
    several = len(new.contact_ids) > 1
    # Held until each was asked for, so that they are asked for together.
    held = list(rows_where(book, ContactRow, "id", new.contact_ids)) if several else None
    for contact_id in new.contact_ids:
        if new.kind == NOT_A_TOUCH:
            load(book, ContactRow, contact_id)
        else:
            touched(book, contact_id, new.happened_on)
    del held
    plain = new._asdict()
    del plain["contact_ids"]
    meeting_id = insert(book, MeetingRow, plain)
    book.session.add_all(
        MeetingContact(meeting_id=meeting_id, contact_id=contact_id)
        for contact_id in new.contact_ids
    )
    return meeting_id
