"""The one place where facts and the config become a standing."""

from collections.abc import Iterable, Iterator
from datetime import date

from netlog.records.standing import Relationship, Standing
from netlog.rules.standing import standing
from netlog.store.config import settings


def judged(known: Relationship, today: date) -> Standing:
    """Where you stand with one person, today."""
    return standing(known, today, settings().thanks.never_for_tags)


def all_judged(known: Iterable[Relationship], today: date) -> Iterator[Standing]:
    """Where you stand with each of them."""
    never = settings().thanks.never_for_tags
    return (standing(one, today, never) for one in known)
