"""Stats: what was done over a span of days, and what came of it, counted from the record alone."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.people import Person
from netlog.records.week import CircleCount
from netlog.typed import Literal

OddsName = Literal[
    "conversations_per_introduction",
    "introductions_per_lead",
    "leads_per_interview",
    "leads_per_offer",
    "days_per_hop",
    "answers_per_ask",
]


class DayCount(NamedTuple):
    """How many touches there were on a day: each person once, whatever happened with them on it."""

    on: date
    touches: int


class KindCount(NamedTuple):
    """How often something happened with somebody: a kind of meeting, or another act.

    meetings are how many meetings of that kind those were, with however many people; null of acts.
    """

    kind: str
    number: int
    meetings: int | None


class MonthCount(NamedTuple):
    """A month as YYYY-MM: people added, things given and received, asks made, thanks sent."""

    month: str
    new: int
    given: int
    received: int
    asked: int
    thanked: int


class CadenceHealth(NamedTuple):
    """Of those with a cadence, today: in time, late, and silent for a whole cadence more."""

    on_time: int
    late: int
    lost: int


class Brought(NamedTuple):
    """Somebody, and whom they led you to in that time."""

    contact: Person
    people: tuple[Person, ...]


class Odds(NamedTuple):
    """One ratio: number over of, the sample it stands on; null where that is too small to say."""

    name: OddsName
    number: int
    of: int
    ratio: float | None


class Stats(NamedTuple):
    """A span of days, both included, in numbers.

    days are those with a touch, months all of the span, brought the ten who led you to most. People
    in circles, and cadence, are of today; saying is what the odds come to, null without any.
    """

    since: date
    until: date
    touches: int
    days: tuple[DayCount, ...]
    kinds: tuple[KindCount, ...]
    months: tuple[MonthCount, ...]
    circles: tuple[CircleCount, ...]
    thin: CircleCount | None
    cadence: CadenceHealth
    brought: tuple[Brought, ...]
    odds: tuple[Odds, ...]
    saying: str | None
