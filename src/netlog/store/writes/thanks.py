"""Thanks: opened, sent, dropped."""

from datetime import date

from netlog.records.thanks import NewThanks
from netlog.store.tables.favors import ThanksRow
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import insert, load, put_off, touched


def add(book: Recording, new: NewThanks) -> int:
    """Store one thank-you; returns its id."""
    if new.sent_on:
        touched(book, new.contact_id, new.sent_on)
    return insert(book, ThanksRow, new._asdict())


def send(book: Recording, thanks_id: int, on: date, how: str | None) -> None:
    """Mark thanks as sent on that day, and how."""
    row = _load(book, thanks_id)
    row.sent_on, row.how = on.isoformat(), how
    touched(book, row.contact_id, on)


def drop(book: Recording, thanks_id: int, on: date, why: str | None) -> None:
    """Mark thanks as dropped on that day."""
    row = _load(book, thanks_id)
    row.dropped_on, row.dropped_why = on.isoformat(), why


def join(book: Recording, thanks_id: int, meeting_id: int) -> None:
    """Let thanks be for that meeting as well."""
    _load(book, thanks_id).meeting_id = meeting_id


def remove(book: Recording, thanks_id: int) -> None:
    """Take away thanks that are not owed after all."""
    book.session.delete(_load(book, thanks_id))


def snooze(book: Recording, thanks_id: int, until: date, why: str | None) -> None:
    """Leave thanks out of the morning report until that day."""
    put_off(_load(book, thanks_id), until, why)


def _load(book: Recording, thanks_id: int) -> ThanksRow:
    return load(book, ThanksRow, thanks_id)
