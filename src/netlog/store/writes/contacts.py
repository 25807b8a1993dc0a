"""Contacts: added, given a cadence, put off, marked as greeted."""

from collections.abc import Iterable
from datetime import date, timedelta

from netlog.errors import NothingMatches
from netlog.folding import fold
from netlog.records.contacts import NewContact, NewDate, NewMethod
from netlog.records.refs import BIRTHDAY
from netlog.store.tables.contacts import ContactRow
from netlog.store.writes import day_numbers
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import insert, load, put_off, rows_where, wake
from netlog.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.store.tables.belongings import ContactDate, ContactMethod


BELONGING = ("circles", "tags", "methods", "names", "dates", "fields")


def add(book: Recording, new: NewContact) -> int:
    """Store a contact with what belongs to it; returns its id."""
    plain = new._asdict()
    several = [plain.pop(name) for name in BELONGING]
    contact_id = insert(book, ContactRow, plain)
    if any(several):
        _hang(book, contact_id, new)
    return contact_id


def _hang(book: Recording, contact_id: int, new: NewContact) -> None:
    """Store what hangs on a new contact, whose tables are loaded for who has any of it."""
    from netlog.store.tables.belongings import (
        ContactCircle,
        ContactField,
        ContactName,
        ContactTag,
    )

    book.session.add_all(
        [
            *(ContactCircle(contact_id=contact_id, circle=circle) for circle in new.circles),
            *(ContactTag(contact_id=contact_id, tag=tag) for tag in new.tags),
            *(_method(contact_id, method) for method in new.methods),
            *(ContactName(contact_id=contact_id, **name._asdict()) for name in new.names),
            *(
                yearly(contact_id, *one)
                for one in zip(new.dates, day_numbers.first(new.dates), strict=True)
            ),
            *(
                ContactField(contact_id=contact_id, key=key, value=value)
                for key, value in new.fields
            ),
        ]
    )


def _method(contact_id: int, new: NewMethod) -> "ContactMethod":
    from netlog.store.tables.belongings import ContactMethod

    values = {**new._asdict(), "preferred": int(new.preferred)}
    return ContactMethod(contact_id=contact_id, **values)


def yearly(contact_id: int, new: NewDate, number: int) -> "ContactDate":
    """The row of a day that comes every year, and has that number."""
    from netlog.store.tables.belongings import ContactDate

    return ContactDate(
        contact_id=contact_id,
        label=new.label,
        day=new.on,
        day_key=new.on[-5:],
        done_on=new.done_on,
        snoozed_until=new.snoozed_until,
        number=number,
    )


def note(book: Recording, contact_id: int, text: str) -> None:
    """Add a line to the notes of a contact, unless it stands there."""
    row = _load(book, contact_id)
    lines = (row.notes or "").split("\n") if row.notes else []
    if text not in lines:
        row.notes = "\n".join([*lines, text])


def reach(book: Recording, contact_id: int, methods: Iterable[NewMethod]) -> None:
    """Add ways to reach a contact to those that are there."""
    from netlog.store.tables.belongings import ContactMethod

    there = rows_where(book, ContactMethod, "contact_id", [contact_id])
    known = {(row.kind, row.normal) for row in there}
    new = (method for method in methods if (method.kind, method.normal) not in known)
    book.session.add_all([_method(contact_id, method) for method in new])


def set_cadence(book: Recording, contact_id: int, days: int | None) -> None:
    """Give a contact its own cadence in days: 0 never, None whatever the rules say.

    A slower one for somebody who waits, and was never got in touch with, counts from today.
    """
    row = _load(book, contact_id)
    row.cadence_days = days
    if days and _waits_for_a_first_time(row, book.today) and days > (row.every_days or 0):
        row.first_on = (book.today + timedelta(days=days)).isoformat()


def _waits_for_a_first_time(row: ContactRow, today: date) -> bool:
    due_on = row.next_due_on
    return not row.last_touch_on and due_on is not None and due_on <= today.isoformat()


def snooze(book: Recording, contact_id: int, until: date, why: str | None) -> None:
    """Leave a contact out of the morning report until that day; a reminder moves to it."""
    row = _load(book, contact_id)
    put_off(row, until, why)
    _remind_later(row, until)
    # Somewhere it is tomorrow already: a touch may be dated so.
    row.snoozed_on = max(book.today.isoformat(), row.last_touch_on or "")


def remind(book: Recording, contact_id: int, on: date, why: str | None = None) -> None:
    """Bring a contact up on that day, whatever the cadence and whatever was put off before."""
    row = _load(book, contact_id)
    wake(row)
    row.remind_on, row.remind_why = on.isoformat(), why


def remind_later(book: Recording, contact_id: int, until: date) -> None:
    """Let a day that was asked for be that one at the earliest."""
    _remind_later(_load(book, contact_id), until)


def _remind_later(row: ContactRow, until: date) -> None:
    # What a touch has ended stays ended.
    if row.remind_on and (row.last_touch_on or "") < row.remind_on < until.isoformat():
        row.remind_on = until.isoformat()


def skip(book: Recording, contact_id: int, until: date | None, touched: date = date.min) -> None:
    """Forget the day a contact was to come up on; bring it up again on `until`, if ever.

    What a touch on that day ends is left to the touch.
    """
    row = _load(book, contact_id)
    wake(row)
    forget_reminder(row, touched)
    if until:
        row.snoozed_until = until.isoformat()
        row.snoozed_on = max(book.today.isoformat(), row.last_touch_on or "")


def forget_reminder(row: ContactRow, touched: date = date.min) -> None:
    """Forget the day that was asked for, unless being in touch ended it: it is none any more."""
    ended = max(row.last_touch_on or "", touched.isoformat())
    if row.remind_on and row.remind_on > ended:
        row.remind_on = row.remind_why = None


def settle_day(book: Recording, contact_id: int, number: int, on: date) -> None:
    """Note that a yearly day, by its number, needs no more reminding of the one on that day.

    Nor what it was put off to.
    """
    row, done_on = _load(book, contact_id), on.isoformat()
    if number == BIRTHDAY:
        row.birthday_done_on, row.birthday_snoozed_until = done_on, None
    else:
        one = _yearly(book, contact_id, number)
        one.done_on, one.snoozed_until = done_on, None
    if row.snoozed_until and row.snoozed_until <= done_on:
        wake(row)


def put_off_day(book: Recording, contact_id: int, number: int, until: date | None) -> None:
    """Leave a yearly day, by its number, out of the morning report until then; None: no longer."""
    said = until.isoformat() if until else None
    if number == BIRTHDAY:
        _load(book, contact_id).birthday_snoozed_until = said
    else:
        _yearly(book, contact_id, number).snoozed_until = said


def wake_days(book: Recording, contact_id: int) -> None:
    """Put no yearly day off any longer."""
    _load(book, contact_id).birthday_snoozed_until = None
    for one in _days(book, contact_id):
        one.snoozed_until = None


def number_of_day(book: Recording, contact_id: int, label: str) -> int:
    """The number of the yearly day of that label; BIRTHDAY where no other is called so."""
    there = (one.number for one in _days(book, contact_id) if fold(one.label) == fold(label))
    return next(there, BIRTHDAY)


def _yearly(book: Recording, contact_id: int, number: int) -> "ContactDate":
    """The row of a yearly day; raises NothingMatches when another command removed it meanwhile."""
    for one in _days(book, contact_id):
        if one.number == number:
            return one
    raise NothingMatches(f"There is no c{contact_id}.{number} any more.")


def _days(book: Recording, contact_id: int) -> Iterable["ContactDate"]:
    """The yearly days beside the birthday."""
    from netlog.store.tables.belongings import ContactDate

    return rows_where(book, ContactDate, "contact_id", [contact_id])


def _load(book: Recording, contact_id: int) -> ContactRow:
    return load(book, ContactRow, contact_id)
