"""The one place where facts and the config become a standing."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from netlog.records.standing import Relationship, Standing
from netlog.rules.standing import standing
from netlog.store.config import settings
from netlog.store.connect import Book


def in_place(connection: Book, known: Sequence[Relationship]) -> list[Relationship]:
    """The same; whoever is to hear of a lead that landed knows who comes before them."""
    leads = {lead.id for one in known for favor in one.favors if (lead := favor.news_of)}
    if not leads:
        return [*known]
    from netlog.actions.leads.hearing import places

    found = places(connection, sorted(leads))
    return [one._replace(places=found) for one in known]


def judged(known: Relationship, today: date) -> Standing:
    """Where you stand with one person, today."""
    return standing(known, today, settings().thanks.never_for_tags)


def all_judged(known: Iterable[Relationship], today: date) -> Iterator[Standing]:
    """Where you stand with each of them."""
    never = settings().thanks.never_for_tags
    return (standing(one, today, never) for one in known)
