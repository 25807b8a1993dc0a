"""Plans: recorded with everybody who is to be there, kept, dropped."""

from datetime import date

from netlog.records.plans import NewPlan
from netlog.store.tables.contacts import ContactRow
from netlog.store.tables.plans import PlanContact, PlanRow
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import insert, load, put_off


def add(book: Recording, new: NewPlan) -> int:
    """Store a plan; returns its id. Raises NothingMatches when one of them is gone."""
    for contact_id in new.contact_ids:
        load(book, ContactRow, contact_id)
    plain = new._asdict()
    del plain["contact_ids"]
    plan_id = insert(book, PlanRow, plain)
    book.session.add_all(
        PlanContact(plan_id=plan_id, contact_id=contact_id) for contact_id in new.contact_ids
    )
    return plan_id


def keep(book: Recording, plan_id: int, meeting_id: int, on: date) -> None:
    """Note that the plan became that meeting, on that day; it serves the goals of the plan."""
    from netlog.store.writes import goals

    row = _load(book, plan_id)
    row.meeting_id, row.done_on = meeting_id, on.isoformat()
    goals.pass_on(book, plan_id, meeting_id)


def drop(book: Recording, plan_id: int, on: date, why: str | None) -> None:
    """Mark a plan as dropped on that day."""
    row = _load(book, plan_id)
    row.dropped_on, row.dropped_why = on.isoformat(), why


def snooze(book: Recording, plan_id: int, until: date, why: str | None) -> None:
    """Leave a plan out of the morning report until that day."""
    put_off(_load(book, plan_id), until, why)


def _load(book: Recording, plan_id: int) -> PlanRow:
    return load(book, PlanRow, plan_id)
