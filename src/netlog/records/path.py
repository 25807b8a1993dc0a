"""Paths: from you to a person, an organization or a word, through people who know people."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.people import Person


class Hop(NamedTuple):
    """Somebody on the way: why the way leads to them, and how warm you and they are.

    given and received count what was done for one another.
    """

    contact: Person
    why: str
    last_touch_on: date | None
    given: int
    received: int


class Path(NamedTuple):
    """A way to somebody; leads_to is why it ends there, opening how to begin with the first hop."""

    hops: tuple[Hop, ...]
    leads_to: str
    opening: str


class Acquaintance(NamedTuple):
    """Somebody of the book, and when you were in touch last."""

    contact: Person
    last_touch_on: date | None


class Sought(NamedTuple):
    """Somebody who is what is looked for, why, how surely, from 0 to 1, and since which day."""

    known: Acquaintance
    why: str
    weight: float
    on: date | None = None


class Tied(NamedTuple):
    """Two people who know one another: how, how surely, from 0 to 1, and on which day last."""

    one: int
    other: Acquaintance
    why: str
    weight: float
    on: date | None = None


class OccasionGuest(NamedTuple):
    """Somebody who was at an occasion on a day; whoever is archived leads nowhere."""

    occasion: str
    on: date
    known: Acquaintance
    archived: bool
