"""An import carried out: new rows in bulk, past the session, and what changes of those there.

The statements are made of the tables, so that the schema has one home; the journal, the derived
columns and the search index are written in the same transaction, as for any other write.
"""

from collections.abc import Callable, Sequence
from datetime import date

from netlog.records.importing import ImportPlan
from netlog.records.layouts import LAYOUTS
from netlog.records.refs import LETTERS
from netlog.store.connect import DEFER
from netlog.store.reads import occurrences
from netlog.store.tables.contacts import ContactRow
from netlog.store.writes import editing, removing
from netlog.store.writes.importing import happenings
from netlog.store.writes.importing.bulk import id_of
from netlog.store.writes.importing.organizations import store_companies
from netlog.store.writes.importing.people import People, renew
from netlog.store.writes.importing.relations import store_relations
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import load

# What other programs have as well, or has no uid.
BY_HAND = ("meeting", "favor", "cadence_rule", "not_duplicate")


def _nothing() -> None:
    """What a tick does when nobody looks."""


def carry_out(
    book: Recording, plan: ImportPlan, today: date, tick: Callable[[], None] = _nothing
) -> dict[str, Sequence[int]]:
    """Store what is new and change what is there; a job that this ends ended today.

    Returns by letter the ids that new records got: the nth is that of the nth of the plan.

    tick is called for each person and each meeting that is stored.
    """
    happenings.drop_parts(book, plan)
    # An introduction may name somebody who is stored later.
    book.connection.execute(DEFER)
    contacts = People(book, plan, tick).store()
    for renewal in plan.renewals:
        renew(book, renewal, today)
    for contact_id, via in plan.introductions:
        if contact_id > 0:
            load(book, ContactRow, contact_id).introduced_by_id = id_of(contacts, via)
    store_relations(book, plan, contacts)
    happenings.store_rules(book, plan)
    meetings = happenings.store_meetings(book, plan, contacts, tick)
    for one in plan.meeting_renewals:
        people = [id_of(contacts, known) for known in one.contact_ids] if one.contact_ids else None
        editing.change_meeting(book, one.id, one.columns, people)
    if plan.withdrawals:
        nothing: dict[str, frozenset[int]] = dict.fromkeys(LETTERS.values(), frozenset())
        kept = frozenset(
            plan_id
            for meeting_id in plan.withdrawals
            for plan_id in occurrences.kept_by(book.connection, meeting_id)
        )
        removing.remove(book, {**nothing, "m": frozenset(plan.withdrawals), "p": kept})
    happenings.change_plans(book, plan, contacts, today)
    favors = happenings.store_favors(book, plan, contacts)
    companies = store_companies(book, plan)
    ids = {"c": contacts, "m": meetings, "f": favors, "o": companies}
    for layout in LAYOUTS:
        if layout.table not in BY_HAND:
            stored = happenings.store_records(book, plan, contacts, layout)
            if layout.table in LETTERS:
                ids[LETTERS[layout.table]] = stored
    happenings.change_records(book, plan, contacts)
    happenings.store_answers(book, plan, contacts)
    return ids
