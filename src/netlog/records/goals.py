"""Goals: what you are after, in targets that count themselves, and who knows of it."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.leads import LeadBrief
from netlog.records.people import Person
from netlog.typed import Literal

Horizon = Literal["short", "long"]
Per = Literal["day", "week", "month"]
PERS: tuple[Per, ...] = ("day", "week", "month")
# What may serve a goal, by the column of its id.
Served = Literal["contact_id", "meeting_id", "plan_id", "favor_id"]
# What a target may count beside the kinds of meetings.
COUNTED = ("touches", "gives", "asks", "thanks", "new people")
_ONE_OF = {"touches": "touch", "gives": "gift", "asks": "ask", "new people": "new person"}


def plural(what: str, number: int) -> str:
    """ "coffees", "touches", "new people", "1 coffee"."""
    if what in COUNTED:
        return _ONE_OF.get(what, what) if number == 1 else what
    if number == 1:
        return what
    return f"{what}es" if what.endswith(("s", "ch", "sh", "x")) else f"{what}s"


class NewTarget(NamedTuple):
    """So many of what in each day, week or month: what is a kind of meeting, or one of COUNTED."""

    number: int
    what: str
    per: Per


class CountedTarget(NamedTuple):
    """A target, and how far it is: so many of them in the present day, week or month.

    since is the first day of that; before is how many there were in the one before it. set_on is
    the day on which it was set.
    """

    number: int
    what: str
    per: Per
    done: int
    since: date
    before: int
    set_on: date | None = None

    @property
    def said(self) -> str:
        """ "5 coffees a week"."""
        return f"{self.number} {plural(self.what, self.number)} a {self.per}"


class Knows(NamedTuple):
    """Somebody who was told of a goal, and when first."""

    contact: Person
    on: date


class LandedFor(NamedTuple):
    """A lead that landed for a goal, and when."""

    ref: str
    title: str
    on: date


class ServedBy(NamedTuple):
    """What serves a goal: a meeting, a plan to come, a favor, or a person alone, who has no day.

    kind is that of the meeting or the plan, else favor or person.
    """

    ref: str
    kind: str
    on: date | None
    contacts: tuple[Person, ...]
    text: str | None


class Goal(NamedTuple):
    """A goal; state is open, done or dropped, by the day by which it is to be.

    knows are who was told of it, next is whom to tell now, null when somebody was told today.
    untold are those tied to it who were not told yet. people, meetings, plans to come and favors
    are how many are tied to it, serving all of them, the newest first. goes_on is the day on which
    it was last said to, landed the lead that landed since: is it reached?
    """

    id: int
    ref: str
    uid: str
    text: str
    horizon: str
    state: str
    opened_on: date
    by: date | None
    done_on: date | None
    dropped_on: date | None
    dropped_why: str | None
    targets: tuple[CountedTarget, ...]
    leads: tuple[LeadBrief, ...]
    knows: tuple[Knows, ...]
    next: Person | None
    people: int
    meetings: int
    plans: int
    created_at: str
    updated_at: str
    favors: int = 0
    goes_on: date | None = None
    landed: LandedFor | None = None
    untold: tuple[Person, ...] = ()
    serving: tuple[ServedBy, ...] = ()

    def is_past(self, today: date) -> bool:
        """Whether it is open though the day by which it was to be has gone by."""
        return self.state == "open" and self.by is not None and self.by < today


class NewGoal(NamedTuple):
    """A goal to store, with its targets."""

    text: str
    horizon: Horizon
    opened_on: date
    due_on: date | None = None
    uid: str | None = None
    targets: tuple[NewTarget, ...] = ()
