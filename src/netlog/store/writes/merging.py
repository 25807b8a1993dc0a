"""Two contacts made one: what hangs on the other goes to the one that is kept, then it is gone."""

from collections.abc import Callable

from netlog.records.merging import MergePlan
from netlog.store.tables.belongings import (
    ContactCircle,
    ContactDate,
    ContactField,
    ContactJob,
    ContactKept,
    ContactMethod,
    ContactName,
    ContactTag,
    ContactUid,
    NotDuplicate,
)
from netlog.store.tables.contacts import ContactRow
from netlog.store.tables.favors import FavorRow, FavorTold, ThanksRow
from netlog.store.tables.meetings import MeetingContact
from netlog.store.tables.plans import PlanContact
from netlog.store.writes import belongings, goals, leads, relations
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import AnyRow, load, rows_where


def merge(book: Recording, kept_id: int, other_id: int, plan: MergePlan) -> None:
    """Carry the plan out: one contact stays, the other's row is deleted."""
    kept = load(book, ContactRow, kept_id)
    other = load(book, ContactRow, other_id)
    for name, value in plan.values.items():
        setattr(kept, name, value)
    kept.updated_at = book.at
    book.session.flush()  # first in the journal, where c9 is looked up that was merged into c1
    _give_labels(book, kept_id, other_id, plan)
    belongings.replace_names(book, kept_id, plan.names)
    belongings.replace_dates(book, kept_id, plan.dates)
    for give in GIVES.values():
        give(book, kept_id, other_id)
    leads.hear_once(book, kept_id)
    for table in (ContactJob, ContactKept, ContactUid):
        _give(book, table, kept_id, other_id)
    _give_answers(book, kept_id, other_id)
    relations.give(book, kept_id, other_id)
    # A file in which they are still two is then known to speak of one.
    book.session.add(ContactUid(contact_id=kept_id, uid=other.uid))
    book.session.flush()
    book.session.delete(other)
    book.session.flush()


def _give_labels(book: Recording, kept_id: int, other_id: int, plan: MergePlan) -> None:
    """Circles, tags, methods and fields: those of the plan go over, the others go.

    So do its names and dates, which the kept one then has as the plan says.
    """
    methods = {(method.kind, method.normal): method for method in plan.methods}
    rows = [
        *((row, row.circle in plan.circles) for row in _of(book, ContactCircle, other_id)),
        *((row, row.tag in plan.tags) for row in _of(book, ContactTag, other_id)),
        *((row, row.key in plan.fields) for row in _of(book, ContactField, other_id)),
    ]
    for method in _of(book, ContactMethod, other_id):
        planned = methods.get((method.kind, method.normal))
        if planned and bool(method.preferred) != planned.preferred:
            method.preferred = planned.preferred
        rows.append((method, planned is not None))
    for method in _of(book, ContactMethod, kept_id):
        if better := plan.spelled.get((method.kind, method.normal)):
            method.value, method.normal, method.label = better.value, better.normal, better.label
    rows += [(row, False) for row in _of(book, ContactName, other_id)]
    rows += [(row, False) for row in _of(book, ContactDate, other_id)]
    for row, goes_over in rows:
        if goes_over:
            row.contact_id = kept_id
        else:
            book.session.delete(row)


def _give(
    book: Recording,
    table: type[FavorRow]
    | type[FavorTold]
    | type[ContactJob]
    | type[ContactKept]
    | type[ContactUid],
    kept_id: int,
    other_id: int,
) -> None:
    for row in rows_where(book, table, "contact_id", [other_id]):
        row.contact_id = kept_id


def _give_introductions(book: Recording, kept_id: int, other_id: int) -> None:
    for introduced in rows_where(book, ContactRow, "introduced_by_id", [other_id]):
        if introduced.id not in (kept_id, other_id):
            introduced.introduced_by_id = kept_id


def _give_favors(book: Recording, kept_id: int, other_id: int) -> None:
    _give(book, FavorRow, kept_id, other_id)
    _give(book, FavorTold, kept_id, other_id)
    for row in rows_where(book, FavorRow, "introduced_id", [kept_id, other_id]):
        # Two who were brought together, and are one, were not introduced to anybody.
        row.introduced_id = None if row.contact_id == kept_id else kept_id


def _give_company(book: Recording, kept_id: int, other_id: int) -> None:
    """Meetings; one that both were at keeps the kept one once."""
    there = {row.meeting_id for row in _of(book, MeetingContact, kept_id)}
    for row in _of(book, MeetingContact, other_id):
        if row.meeting_id in there:
            book.session.delete(row)
        else:
            row.contact_id = kept_id


def _give_plans(book: Recording, kept_id: int, other_id: int) -> None:
    """Plans; one that both are in keeps the kept one once."""
    there = {row.plan_id for row in _of(book, PlanContact, kept_id)}
    for row in _of(book, PlanContact, other_id):
        if row.plan_id in there:
            book.session.delete(row)
        else:
            row.contact_id = kept_id


def _give_thanks(book: Recording, kept_id: int, other_id: int) -> None:
    """Thanks; of two for one meeting an open one goes when the other is open or sent."""
    owed = {row.meeting_id: row for row in _of(book, ThanksRow, kept_id) if row.meeting_id}
    for row in _of(book, ThanksRow, other_id):
        double = owed.get(row.meeting_id) if row.meeting_id else None
        if double and _is_open(row) and not double.dropped_on:
            book.session.delete(row)
            continue
        if double and row.sent_on and _is_open(double):
            book.session.delete(double)
        row.contact_id = kept_id


def _is_open(row: ThanksRow) -> bool:
    return row.sent_on is None and row.dropped_on is None


# What of each noun goes over.
GIVES: dict[str, Callable[[Recording, int, int], None]] = {
    "m": _give_company,
    "t": _give_thanks,
    "f": _give_favors,
    "c": _give_introductions,
    "p": _give_plans,
    "g": goals.give,
    "l": leads.give,
}


def _give_answers(book: Recording, kept_id: int, other_id: int) -> None:
    """From whom the other was told apart, the kept one is, too."""
    answers = [
        *rows_where(book, NotDuplicate, "contact_id", [other_id]),
        *rows_where(book, NotDuplicate, "other_id", [other_id]),
    ]
    known = {
        frozenset((row.contact_id, row.other_id))
        for column in ("contact_id", "other_id")
        for row in rows_where(book, NotDuplicate, column, [kept_id])
    }
    for row in answers:
        third = row.other_id if row.contact_id == other_id else row.contact_id
        if third == kept_id or frozenset((kept_id, third)) in known:
            book.session.delete(row)
        else:
            row.contact_id, row.other_id = sorted((kept_id, third))


def _of(book: Recording, table: type[AnyRow], contact_id: int) -> list[AnyRow]:
    return list(rows_where(book, table, "contact_id", [contact_id]))
