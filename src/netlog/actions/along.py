"""What a command settles besides what it names: the news told with thanks, the thanks sent with
news, the step of a lead that is done with an ask.
"""

from collections.abc import Collection, Iterable, Iterator

from netlog.records.along import Waiting
from netlog.records.favors import Favor
from netlog.records.leads import Lead, Step
from netlog.records.thanks import Thanks
from netlog.store.connect import Book
from netlog.store.reads import favors, leads, thanks


def waiting(connection: Book, ids: Iterable[int], lead: int | None = None) -> Waiting:
    """What waits with the people of those ids; their steps of the lead with that id, too."""
    people = list(dict.fromkeys(ids))
    theirs = [one for id_ in people for one in favors.of_contact(connection, id_)]
    on_the_way = {f.lead.id for f in theirs if f.lead and f.lead.state == "open"}
    on_the_way |= {lead} if lead is not None else set()
    found = [one for id_ in sorted(on_the_way) if (one := leads.lead(connection, id_))]
    return Waiting(
        tuple(
            one
            for id_ in people
            for one in thanks.of_contact(connection, id_)
            if one.state == "open"
        ),
        tuple(one for one in theirs if one.is_untold),
        tuple(
            (one, step)
            for one in found
            for step in one.steps
            if step.contact and step.contact.id in people
        ),
    )


def settled(connection: Book, before: Waiting, named: Collection[str]) -> Waiting:
    """What of it waits no more, as it now stands, but for what was named."""
    return Waiting(
        tuple(one for one in _thanks(connection, before) if one.sent_on and one.ref not in named),
        tuple(one for one in _news(connection, before) if one.told_on and one.ref not in named),
        tuple((lead, step) for lead, step in _steps(connection, before) if step.ref not in named),
    )


def opened(connection: Book, before: Waiting, ids: Iterable[int]) -> tuple[Thanks, ...]:
    """The thanks that are owed to the people of those ids since then."""
    were = {one.id for one in before.thanks}
    return tuple(
        one
        for id_ in dict.fromkeys(ids)
        for one in thanks.of_contact(connection, id_)
        if one.state == "open" and one.id not in were
    )


def _thanks(connection: Book, before: Waiting) -> Iterator[Thanks]:
    for one in before.thanks:
        if now := thanks.thanks(connection, one.id):
            yield now


def _news(connection: Book, before: Waiting) -> Iterator[Favor]:
    for one in before.news:
        if now := favors.favor(connection, one.id):
            yield now


def _steps(connection: Book, before: Waiting) -> Iterator[tuple[Lead, Step]]:
    """The steps that are further now than they were, or less far."""
    for lead, was in before.steps:
        now = leads.lead(connection, lead.id)
        for step in now.steps if now else ():
            if now and step.ref == was.ref and step.state != was.state:
                yield now, step
