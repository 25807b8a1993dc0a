"""What `edit` changes: columns by name, and the rows that belong to a contact or a meeting.

Sets (circles, tags, methods, who was there) are given whole; rows that stay are not touched.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from netlog.named import NamedTuple
from netlog.records.contacts import NewDate, NewMethod, OtherName
from netlog.store.tables.base import Stamped
from netlog.store.tables.belongings import ContactCircle, ContactJob, ContactTag
from netlog.store.tables.contacts import ContactRow
from netlog.store.tables.favors import FavorRow, ThanksRow
from netlog.store.tables.meetings import MeetingContact, MeetingRow
from netlog.store.tables.plans import PlanContact, PlanRow
from netlog.store.writes.belongings import (
    merge_fields,
    replace,
    replace_dates,
    replace_methods,
    replace_names,
    rows_of,
)
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import as_stored, load, wake
from netlog.typed import Any


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
        and replace(book, ContactCircle, "circle", contact_id, owned.circles),
        owned.tags is not None and replace(book, ContactTag, "tag", contact_id, owned.tags),
        owned.methods is not None and replace_methods(book, contact_id, owned.methods),
        owned.names is not None and replace_names(book, contact_id, owned.names),
        owned.dates is not None and replace_dates(book, contact_id, owned.dates),
        owned.fields is not None and merge_fields(book, contact_id, owned.fields),
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
        for owed in rows_of(book, ThanksRow, favor_id=favor_id):
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
    there = rows_of(book, MeetingContact, meeting_id=meeting_id)
    if replace(book, MeetingContact, "contact_id", meeting_id, contact_ids, "meeting_id"):
        row.updated_at = book.at
    absent = {present.contact_id for present in there} - set(contact_ids)
    for owed in rows_of(book, ThanksRow, meeting_id=meeting_id):
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
    if replace(book, PlanContact, "contact_id", plan_id, contact_ids, "plan_id"):
        row.updated_at = book.at


def _move(book: Recording, meeting_id: int, before: date, after: date) -> None:
    """Days that were the meeting's are so still; open thanks are due as many days later."""
    old, new = before.isoformat(), after.isoformat()
    for owed in rows_of(book, ThanksRow, meeting_id=meeting_id):
        if owed.sent_on == old:
            owed.sent_on = new
        if owed.opened_on == old:
            owed.opened_on = min(new, owed.sent_on or new)
        if not (owed.sent_on or owed.dropped_on):
            owed.due_on = _shifted(owed.due_on, after - before)
    for favor in rows_of(book, FavorRow, meeting_id=meeting_id):
        if favor.opened_on == old:
            favor.opened_on = new
        if favor.done_on == old:
            favor.done_on = new


def _shifted(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()


def _assign(row: Stamped, columns: Mapping[str, Any]) -> None:
    for name, value in columns.items():
        setattr(row, name, as_stored(value))
