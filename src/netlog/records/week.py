"""The week: what was done in it, what is open, whom to turn to next; and the record of a search."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.due import DueItem
from netlog.records.goals import CountedTarget
from netlog.records.leads import GoalBrief
from netlog.records.messages import For
from netlog.records.people import Person
from netlog.records.reconnect import Opening, Why
from netlog.typed import Literal

# What a line of the plan is there for, in the order of the plan.
Errand = Literal["thank", "tell", "give", "reconnect", "advice", "call", "nudge"]


class Did(NamedTuple):
    """What was done in a week: people met, asks made, things given, thanks sent, people added.

    Whoever was spoken with was met, and whoever was only written to was not.
    """

    met: int
    asked: int
    given: int
    thanked: int
    new: int


class WeekTarget(NamedTuple):
    """A target of a goal, as far as it was come by the end of that week."""

    goal: GoalBrief
    target: CountedTarget


class CircleCount(NamedTuple):
    """How many people are in a circle, and with how many of them you were in touch lately."""

    circle: str
    people: int
    in_touch: int


class TurnTo(NamedTuple):
    """Somebody to turn to in the coming week: what for, why them, and how to begin.

    for is what `netlog draft` writes it for.
    """

    contact: Person
    errand: Errand
    for_: For
    why: tuple[Why, ...]
    opening: Opening


class Week(NamedTuple):
    """A week from its Monday until its Sunday, or until today: what you did, and what is next.

    before is what was done in the week before it, met are those whom you met. open, thin and plan
    are of today: what is open longest, the circle that is thinnest (null where nobody is in one),
    and at most seven people.
    """

    since: date
    until: date
    did: Did
    before: Did
    met: tuple[Person, ...]
    targets: tuple[WeekTarget, ...]
    open: tuple[DueItem, ...]
    thin: CircleCount | None
    plan: tuple[TurnTo, ...]


class Effort(NamedTuple):
    """One line of the record of a search: on that day, with whom, where, how, and what it was.

    how is a kind of meeting, the way thanks were sent, "asked", "received", "given", "told", or the
    stage of a lead.
    """

    on: date
    contact: Person | None
    organization: str | None
    how: str
    what: str
