"""With whom the way of each open lead stands."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from netlog.records.leads import Lead
from netlog.records.people import Person
from netlog.records.standing import NOBODY, Chase
from netlog.store.connect import Book, may_hold
from netlog.store.reads import leads

UNTHANKED = """
SELECT DISTINCT contact_id FROM thanks WHERE sent_on IS NULL AND dropped_on IS NULL
  AND contact_id IN (SELECT s.contact_id FROM lead_step s JOIN lead l ON l.id = s.lead_id
                     WHERE l.closed_on IS NULL)
"""


def chases(connection: Book) -> dict[int, list[Chase]]:
    """At whose door the way of each open lead stands, by the id of whom to ask, NOBODY's too."""
    found: dict[int, list[Chase]] = defaultdict(list)
    open_ = leads.open_leads(connection)
    if not may_hold(connection, open_):
        return found
    unthanked = {id_ for (id_,) in connection.execute(UNTHANKED)}
    archived = leads.archived(connection)
    for lead in open_:
        at = next((n for n, step in enumerate(lead.steps) if step.since), None)
        if at is None or lead.steps[at].dropped_on:
            whose, walked = _walked(lead, archived)
            found[whose].append(walked)
            continue
        whom, chase = _at_step(lead, at, unthanked, archived)
        found[whom.id if whom and not chase.archived_on else NOBODY].append(chase)
        if whom and chase.archived_on:
            # No morning shows what is open with them; whoever looks at them is told of it.
            found[whom.id].append(chase._replace(archived_on=None))
    return found


def _at_step(
    lead: Lead, at: int, unthanked: Collection[int], archived: Mapping[int, date]
) -> tuple[Person | None, Chase]:
    """The step at which a lead stands, and who is to be asked: theirs, else the last before it."""
    step = lead.steps[at]
    others = [
        one.contact
        for one in lead.steps[:at]
        if one.contact and one.state != "broken" and one.contact.id not in archived
    ]
    whom = step.contact or (others[-1] if others else None)
    return whom, Chase(
        ref=step.ref,
        lead=lead.id,
        leads_to=lead.leads_to,
        whom=step.name,
        state=step.state,
        since=step.since or lead.opened_on,
        by=step.by,
        broken_on=step.broken_on if step.state == "broken" else None,
        snoozed_until=step.snoozed_until,
        snoozes=step.snoozes,
        unthanked=tuple(one.name for one in others if one.id in unthanked and one != whom),
        archived_on=archived.get(step.contact.id) if step.contact else None,
        heard=lead.source,
        asked_on=step.asked_on if step.state == "asked" else None,
    )


def _walked(lead: Lead, archived: Collection[int]) -> tuple[int, Chase]:
    """A lead without a step to take, and with whom it stands: the last who did their part."""
    did = [one.contact for one in lead.steps if one.contact and one.state == "done"]
    whom = did[-1].id if did and did[-1].id not in archived else NOBODY
    ended = [day for one in lead.steps for day in (one.done_on, one.broken_on, one.dropped_on)]
    put_off = [one.snoozed_until for one in lead.steps if one.snoozed_until]
    since = max([lead.opened_on, *(one.on for one in lead.stages), *filter(None, ended)])
    return whom, Chase(
        ref=lead.ref,
        lead=lead.id,
        leads_to=lead.leads_to,
        whom=lead.title,
        state="done",
        since=since,
        by=None,
        broken_on=None,
        snoozed_until=max(put_off, default=None),
        snoozes=max((one.snoozes for one in lead.steps), default=0),
        walked=True,
    )
