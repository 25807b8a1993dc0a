"""One screen before a meeting, put together from the record and from where you stand."""

from datetime import date

from netlog.actions import relations, seeking
from netlog.actions.judged import judged
from netlog.records.brief import Brief
from netlog.records.meetings import NOT_A_TOUCH
from netlog.records.people import Person
from netlog.records.plans import PlanFilter
from netlog.rules import account, reciprocity, standing, topics
from netlog.rules import brief as rules
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.store.reads import brief as reads
from netlog.store.reads import contacts, favors, leads, meetings, plans, thanks
from netlog.store.reads.standing import relationship

LAST_MEETINGS = 3
LAST_NOTES = 5
IN_COMMON = 5


def of(connection: Book, person: Person, today: date) -> Brief:
    """What to know of that person before you meet."""
    contact = contacts.contact(connection, person.id)
    assert contact is not None
    configured = settings()
    known = relationship(connection, person.id)
    found = judged(known, today)
    looking_for = seeking.looking_for(connection, configured.looking_for, person.id)
    waiting = {one.ref for one in found.open if one.kind == "thanks" and not one.faded}
    exchanged = standing.awaited(found.open, favors.of_contact(connection, person.id), today)
    happened = meetings.of_contact(connection, person.id)
    noted = topics.notes(known.meetings, known.remind_why)[:LAST_NOTES]
    related = relations.of(connection, person.id)
    return Brief(
        contact=contact,
        meetings=tuple(m for m in happened if m.kind != NOT_A_TOUCH)[:LAST_MEETINGS],
        known=noted,
        favors=tuple(f for f in exchanged if f.state == "open" or f.is_untold),
        thanks=tuple(
            owed for owed in thanks.of_contact(connection, person.id) if owed.ref in waiting
        ),
        in_common=reads.in_common(connection, person.id, IN_COMMON),
        introduced=found.introduced,
        dates=rules.near_dates(found, today),
        bills=account.bills(found, today),
        mind=tuple(reciprocity.reasons(found, today, configured.check)),
        plans=plans.plans(connection, PlanFilter(person.id)),
        relations=related,
        belonging=relations.spoken(connection, contact, related),
        questions=rules.questions(
            contact, found, today, None if found.peace else looking_for, noted
        ),
        leads=tuple(one for one in leads.of_contact(connection, person.id) if one.state == "open"),
    )
