"""Organizations: texts on contacts, counted."""

from netlog.named import NamedTuple


class Organization(NamedTuple):
    """An organization in its most common spelling, and how many people are with it."""

    organization: str
    people: int
