"""Contacts: added, given a cadence, put off, marked as greeted."""

from datetime import date

from netlog.records.contacts import NewContact, NewMethod
from netlog.store.tables import ContactCircle, ContactMethod, ContactRow, ContactTag
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import insert, load, put_off, wake


def add(book: Recording, new: NewContact) -> int:
    """Store a contact with its circles, tags and methods; returns its id."""
    plain = new._asdict()
    for several in ("circles", "tags", "methods"):
        del plain[several]
    contact_id = insert(book, ContactRow, plain)
    book.session.add_all(
        [
            *(ContactCircle(contact_id=contact_id, circle=circle) for circle in new.circles),
            *(ContactTag(contact_id=contact_id, tag=tag) for tag in new.tags),
            *(_method(contact_id, method) for method in new.methods),
        ]
    )
    return contact_id


def _method(contact_id: int, new: NewMethod) -> ContactMethod:
    values = {**new._asdict(), "preferred": int(new.preferred)}
    return ContactMethod(contact_id=contact_id, **values)


def set_cadence(book: Recording, contact_id: int, days: int | None) -> None:
    """Give a contact its own cadence in days: 0 never, None whatever the rules say."""
    _load(book, contact_id).cadence_days = days


def snooze(book: Recording, contact_id: int, until: date, why: str | None) -> None:
    """Leave a contact out of the morning report until that day."""
    row = _load(book, contact_id)
    put_off(row, until, why)
    # Somewhere it is tomorrow already: a touch may be dated so.
    row.snoozed_on = max(book.today.isoformat(), row.last_touch_on or "")


def remind(book: Recording, contact_id: int, on: date, why: str | None = None) -> None:
    """Bring a contact up on that day, whatever the cadence and whatever was put off before."""
    row = _load(book, contact_id)
    wake(row)
    row.remind_on, row.remind_why = on.isoformat(), why


def skip(book: Recording, contact_id: int, until: date | None) -> None:
    """Forget the day a contact was to come up on; bring it up again on `until`, if ever."""
    row = _load(book, contact_id)
    wake(row)
    row.remind_on = row.remind_why = None
    if until:
        row.snoozed_until = until.isoformat()
        row.snoozed_on = max(book.today.isoformat(), row.last_touch_on or "")


def settle_birthday(book: Recording, contact_id: int, on: date) -> None:
    """Note that the birthday of that day needs no more reminding, nor what it was put off to."""
    row = _load(book, contact_id)
    row.birthday_done_on = on.isoformat()
    if row.snoozed_until and row.snoozed_until <= row.birthday_done_on:
        wake(row)


def _load(book: Recording, contact_id: int) -> ContactRow:
    return load(book, ContactRow, contact_id)
