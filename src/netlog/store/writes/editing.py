"""What `edit` changes: columns by name, and the rows that belong to a contact or a meeting.

Sets (circles, tags, methods, who was there) are given whole; rows that stay are not touched.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import takewhile
from operator import eq
from typing import Any

from sqlmodel import select

from netlog.folding import fold
from netlog.named import NamedTuple
from netlog.records.contacts import NAME_KINDS, NewDate, NewMethod, OtherName
from netlog.store.tables import (
    ContactCircle,
    ContactDate,
    ContactField,
    ContactJob,
    ContactMethod,
    ContactName,
    ContactRow,
    ContactTag,
    FavorRow,
    MeetingContact,
    MeetingRow,
    PlanContact,
    PlanRow,
    Stamped,
    ThanksRow,
)
from netlog.store.writes import contacts
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import AnyRow, as_stored, load, wake


class Belongings(NamedTuple):
    """What belongs to a contact, whole; None leaves it. Of fields a None takes the key away."""

    circles: Sequence[str] | None = None
    tags: Sequence[str] | None = None
    methods: Sequence[NewMethod] | None = None
    names: Sequence[OtherName] | None = None
    dates: Sequence[NewDate] | None = None
    fields: Mapping[str, str | None] | None = None


def change_contact(
    book: Recording,
    contact_id: int,
    columns: Mapping[str, Any],
    owned: Belongings | None = None,
    job_ended_on: date | None = None,
) -> None:
    """Change a contact; with job_ended_on, what it was until now becomes a former job."""
    row = load(book, ContactRow, contact_id)
    if job_ended_on and (row.organization or row.title):
        book.session.add(
            ContactJob(
                contact_id=contact_id,
                organization=row.organization,
                title=row.title,
                ended_on=job_ended_on.isoformat(),
            )
        )
    _assign(row, columns)
    owned = owned or Belongings()
    changed = [
        owned.circles is not None
        and _replace(book, ContactCircle, "circle", contact_id, owned.circles),
        owned.tags is not None and _replace(book, ContactTag, "tag", contact_id, owned.tags),
        owned.methods is not None and _replace_methods(book, contact_id, owned.methods),
        owned.names is not None and replace_names(book, contact_id, owned.names),
        owned.dates is not None and replace_dates(book, contact_id, owned.dates),
        owned.fields is not None and _merge_fields(book, contact_id, owned.fields),
    ]
    if any(changed):
        row.updated_at = book.at


def change(book: Recording, table: type[Stamped], row_id: int, columns: Mapping[str, Any]) -> None:
    """Change columns of a record on which nothing hangs."""
    _assign(load(book, table, row_id), columns)


def change_favor(book: Recording, favor_id: int, columns: Mapping[str, Any]) -> None:
    """Change a favor; without its outcome nothing of that is left to tell.

    A new day to be due on is not put off; a new day on which it came is that of its thanks too.
    """
    row = load(book, FavorRow, favor_id)
    before = row.done_on
    _assign(row, columns)
    if "due_on" in columns:
        row.snoozed_until = None
    if before and row.done_on:
        row.opened_on = row.done_on if row.opened_on == before else row.opened_on
        for owed in _rows(book, ThanksRow, favor_id=favor_id):
            owed.opened_on = row.done_on if owed.opened_on == before else owed.opened_on
    if not row.outcome:
        row.outcome_on = row.told_on = None


def change_thanks(book: Recording, thanks_id: int, columns: Mapping[str, Any]) -> None:
    """Change a thank-you; one that was not sent after all is open again."""
    row = load(book, ThanksRow, thanks_id)
    _assign(row, columns)
    if not row.sent_on:
        row.how = None


def change_meeting(
    book: Recording,
    meeting_id: int,
    columns: Mapping[str, Any],
    contact_ids: Sequence[int] | None = None,
) -> None:
    """Change a meeting; what hangs on its day moves along.

    Who was not there after all is owed no thanks for it.
    """
    row = load(book, MeetingRow, meeting_id)
    before = date.fromisoformat(row.happened_on)
    _assign(row, columns)
    after = date.fromisoformat(row.happened_on)
    if after != before:
        _move(book, meeting_id, before, after)
    if contact_ids is None:
        return
    for contact_id in contact_ids:
        load(book, ContactRow, contact_id)
    there = _rows(book, MeetingContact, meeting_id=meeting_id)
    if _replace(book, MeetingContact, "contact_id", meeting_id, contact_ids, "meeting_id"):
        row.updated_at = book.at
    absent = {present.contact_id for present in there} - set(contact_ids)
    for owed in _rows(book, ThanksRow, meeting_id=meeting_id):
        if owed.contact_id in absent and not (owed.sent_on or owed.dropped_on):
            book.session.delete(owed)


def change_plan(
    book: Recording,
    plan_id: int,
    columns: Mapping[str, Any],
    contact_ids: Sequence[int] | None = None,
) -> None:
    """Change a plan; on another day it is not put off."""
    row = load(book, PlanRow, plan_id)
    _assign(row, columns)
    if "happens_on" in columns:
        wake(row)
    if contact_ids is None:
        return
    for contact_id in contact_ids:
        load(book, ContactRow, contact_id)
    if _replace(book, PlanContact, "contact_id", plan_id, contact_ids, "plan_id"):
        row.updated_at = book.at


def _move(book: Recording, meeting_id: int, before: date, after: date) -> None:
    """Days that were the meeting's are so still; open thanks are due as many days later."""
    old, new = before.isoformat(), after.isoformat()
    for owed in _rows(book, ThanksRow, meeting_id=meeting_id):
        if owed.sent_on == old:
            owed.sent_on = new
        if owed.opened_on == old:
            owed.opened_on = min(new, owed.sent_on or new)
        if not (owed.sent_on or owed.dropped_on):
            owed.due_on = _shifted(owed.due_on, after - before)
    for favor in _rows(book, FavorRow, meeting_id=meeting_id):
        if favor.opened_on == old:
            favor.opened_on = new
        if favor.done_on == old:
            favor.done_on = new


def _shifted(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()


def _assign(row: Stamped, columns: Mapping[str, Any]) -> None:
    for name, value in columns.items():
        setattr(row, name, as_stored(value))


def _rows(book: Recording, table: type[AnyRow], **where: int) -> list[AnyRow]:
    """The rows that refer to it, what this transaction has added among them."""
    book.session.flush()
    return list(book.session.exec(select(table).filter_by(**where).order_by("id")))


def _replace(
    book: Recording,
    table: type[AnyRow],
    column: str,
    owner_id: int,
    values: Sequence[Any],
    owner: str = "contact_id",
) -> bool:
    """Make the owner's rows hold these values, one each; returns whether any changed."""
    there = {getattr(row, column): row for row in _rows(book, table, **{owner: owner_id})}
    gone = [row for value, row in there.items() if value not in values]
    new = [value for value in dict.fromkeys(values) if value not in there]
    for row in gone:
        book.session.delete(row)
    book.session.add_all(table(**{owner: owner_id, column: value}) for value in new)
    return bool(gone or new)


def _replace_methods(book: Recording, contact_id: int, methods: Sequence[NewMethod]) -> bool:
    there = _rows(book, ContactMethod, contact_id=contact_id)
    kept: dict[int, NewMethod] = {}
    new = []
    for method in methods:
        row = _same(there, method, kept)
        if row is None or row.id is None:
            new.append(method)
        else:
            kept[row.id] = method
    gone = [row for row in there if row.id not in kept]
    for row in gone:
        book.session.delete(row)
    # A new one may have the form of one that goes.
    book.session.flush()
    changed = [_update(row, kept[row.id]) for row in there if row.id in kept]
    for method in new:
        values = {**method._asdict(), "preferred": int(method.preferred)}
        book.session.add(ContactMethod(contact_id=contact_id, **values))
    return bool(gone or new or any(changed))


def _same(
    there: Sequence[ContactMethod], method: NewMethod, taken: Mapping[int, object]
) -> ContactMethod | None:
    """The row that is that method: by its value, or else by its normal form."""
    free = [row for row in there if row.kind == method.kind and row.id not in taken]
    by_value = [row for row in free if row.value == method.value]
    by_form = [row for row in free if row.normal == method.normal]
    return next(iter(by_value + by_form), None)


def _update(row: ContactMethod, method: NewMethod) -> bool:
    """Bring the row up to date; its form stays as long as what it follows from does."""
    if (row.value, row.label) != (method.value, method.label):
        row.value, row.label, row.normal = method.value, method.label, method.normal
    elif bool(row.preferred) == method.preferred:
        return False
    row.preferred = method.preferred
    return True


def replace_names(book: Recording, contact_id: int, names: Sequence[OtherName]) -> bool:
    """Make the names these; each kind of them stands in the order in which it was stored."""
    there = sorted(_rows(book, ContactName, contact_id=contact_id), key=lambda row: row.kind)
    changed = False
    for kind in NAME_KINDS:
        rows = [row for row in there if row.kind == kind]
        wanted = [name.value for name in names if name.kind == kind]
        held = [row.value for row in rows]
        same = sum(1 for _ in takewhile(bool, map(eq, held, wanted)))
        changed = changed or held != wanted
        for row in rows[same:]:
            book.session.delete(row)
        book.session.flush()
        book.session.add_all(
            ContactName(contact_id=contact_id, kind=kind, value=value) for value in wanted[same:]
        )
    return changed


def replace_dates(book: Recording, contact_id: int, dates: Sequence[NewDate]) -> bool:
    """Make the yearly days these; one that stays keeps whether it was kept this year."""
    there = {fold(row.label): row for row in _rows(book, ContactDate, contact_id=contact_id)}
    wanted = {fold(date.label): date for date in dates}
    changed = there.keys() != wanted.keys()
    for key, row in there.items():
        if key not in wanted:
            book.session.delete(row)
            continue
        new = wanted[key]
        done_on = new.done_on or (row.done_on if row.day_key == new.on[-5:] else None)
        if (row.label, row.day, row.done_on) != (new.label, new.on, done_on):
            row.label, row.day, row.day_key, row.done_on = new.label, new.on, new.on[-5:], done_on
            changed = True
    book.session.add_all(
        contacts.yearly(contact_id, date) for key, date in wanted.items() if key not in there
    )
    return changed


def _merge_fields(book: Recording, contact_id: int, fields: Mapping[str, str | None]) -> bool:
    there = {row.key: row for row in _rows(book, ContactField, contact_id=contact_id)}
    changed = False
    for key, value in fields.items():
        row = there.get(key)
        if row and value is None:
            book.session.delete(row)
        elif row and value is not None and row.value != value:
            row.value = value
        elif row is None and value is not None:
            book.session.add(ContactField(contact_id=contact_id, key=key, value=value))
        else:
            continue
        changed = True
    return changed
