"""Occasions: what several meetings were part of, and who was met there."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.people import Person


class MetThere(NamedTuple):
    """Somebody met at an occasion: at which meetings, and which thanks they still wait for."""

    contact: Person
    meetings: tuple[str, ...]
    waits: tuple[str, ...]


class OccasionMet(NamedTuple):
    """An occasion by its name: from which day to which, and everybody who was met."""

    name: str
    since: date
    until: date
    people: tuple[MetThere, ...]
