"""Standing: where you stand with one contact, and the facts that it is judged from."""

from collections.abc import Mapping
from datetime import date

from netlog.named import NamedTuple
from netlog.records.favors import Favor
from netlog.records.people import Person
from netlog.records.thanks import Thanks
from netlog.typed import Literal

ActKind = Literal["touch", "ask", "gift", "thanks", "told", "help"]
Mover = Literal["you", "them", "both"]
Phase = Literal[
    "ahead", "due", "late", "last", "after", "known", "introduced", "broken", "archived", "walked"
]
# Where a lead stands with no one.
NOBODY = 0


class Happened(NamedTuple):
    """A meeting as far as the standing is concerned; text is what was noted of it.

    Where a reminder was asked for then, and no reason beside it, the text is that.
    """

    id: int
    on: date
    kind: str
    text: str | None
    asked: str | None
    invited_by: str | None
    paid_by: str | None
    remind_on: str | None = None
    remind_why: str | None = None

    @property
    def is_reason(self) -> bool:
        """Whether the text says what you wanted to be reminded of."""
        return self.remind_on is not None and self.remind_why is None


class ToCome(NamedTuple):
    """A plan that is still open: a meeting of that kind on that day, perhaps at a time.

    others are the names of whoever else is to be there.
    """

    ref: str
    on: date
    at: str | None
    kind: str
    text: str | None
    snoozed_until: date | None = None
    snoozes: int = 0
    others: tuple[str, ...] = ()
    invited_by: str | None = None
    place: str | None = None


class Chase(NamedTuple):
    """A step of an open lead that stands with them: theirs, or of somebody unknown after them.

    walked: the last step was theirs, and no other is to be taken; ref is that of the lead.

    whom says who it is; since is from when on the way has stood there, by the
    day that was named. unthanked are those before it who are owed thanks still. broken_on: it came
    to nothing, and another way is wanted. archived_on: it is theirs who are in the archive. heard
    is where you heard of the lead; asked_on is when they were asked for it.
    """

    ref: str
    lead: int
    leads_to: str
    whom: str
    state: str
    since: date
    by: date | None
    broken_on: date | None
    snoozed_until: date | None
    snoozes: int
    unthanked: tuple[str, ...] = ()
    archived_on: date | None = None
    heard: str | None = None
    walked: bool = False
    asked_on: date | None = None


class SaidNo(NamedTuple):
    """That somebody said no to a lead and is kept: on which day, and where it led."""

    on: date
    leads_to: str


class Peace(NamedTuple):
    """That somebody is left in peace until that day: since when, and what they said no to."""

    until: date
    since: date
    leads_to: str


class Topic(NamedTuple):
    """What was noted of a meeting, where it is something to go on from."""

    ref: str
    on: date
    text: str


class YearlyDay(NamedTuple):
    """A day of theirs that comes every year; on is YYYY-MM-DD or --MM-DD, done_on the one seen to.

    ref is what settles it, put_off_to the day that it was put off to by itself.
    """

    label: str
    on: str
    done_on: date | None
    ref: str
    put_off_to: date | None = None


class Relationship(NamedTuple):
    """Everything between you and one contact, unjudged.

    heard_of are introductions, by the id of the favor, of which the other told how it went; places
    are where news of what landed stand among those for others, by the id of the favor.
    snoozed_on is when they were put off, until snoozed_until.
    Favors and thanks are whole, unless what is open alone was asked for; of the meetings, newest
    first, there may be only those that count: with a bill, or since an ask that is still open.
    """

    contact: Person
    added_on: date
    met_on: date | None
    tags: tuple[str, ...]
    every_days: int
    last_touch_on: date | None
    next_due_on: date | None
    snoozed_until: date | None
    snoozes: int
    remind_on: date | None
    remind_why: str | None
    days: tuple[YearlyDay, ...]
    favors: tuple[Favor, ...]
    thanks: tuple[Thanks, ...]
    introduced: tuple[Person, ...] = ()
    meetings: tuple[Happened, ...] = ()
    plans: tuple[ToCome, ...] = ()
    chases: tuple[Chase, ...] = ()
    said_no: tuple[SaidNo, ...] = ()
    heard_of: frozenset[int] = frozenset()
    snoozed_on: date | None = None
    places: Mapping[int, tuple[int, int, int]] = {}


class Act(NamedTuple):
    """One dated thing between you and them: what it was, who moved, and the record behind it."""

    on: date
    kind: ActKind
    by: Mover
    ref: str


class Source(NamedTuple):
    """The record behind something open: its ref, its kind, its day."""

    ref: str
    kind: str
    on: date


class Open(NamedTuple):
    """Something open between you: the morning shows it from comes_on until before rests_on.

    kind is that of the due item; since the day of what is behind it, due_on its own day; rests_on
    None: until it is settled. phase says in which words: due, from a certain age on late, at last
    last, known for news to tell, introduced for how it went with somebody whom about names, and
    after what was planned, broken and archived for a step that nobody takes, walked for a chain
    that has no step to take. first are those who
    are to be thanked before, to where a chain leads, heard where you heard of it, asked whether
    they were asked for their step of it.
    faded: not even among what rests. favor is what thanks are for, by its ref, asks what a
    step was asked for. place is where it
    stands among lines that are as urgent, of somebody else by their id. label is what a yearly day
    is called, with which about begins, at the hour of a plan, as about says it.
    """

    kind: str
    ref: str
    about: str
    source: Source | None
    since: date
    due_on: date
    comes_on: date
    rests_on: date | None = None
    phase: Phase = "due"
    rested: bool = False
    faded: bool = False
    snoozes: int = 0
    nudges: int = 0
    own_day: date | None = None
    first: tuple[str, ...] = ()
    to: str = ""
    heard: str = ""
    asked: bool = False
    favor: str = ""
    asks: tuple[str, ...] = ()
    place: tuple[int, int, int] | None = None
    label: str = ""
    at: str = ""

    @property
    def part(self) -> str:
        """Under which heading of the morning it stands: its kind, or past for a plan that is."""
        return "past" if self.kind == "plan" and self.phase == "after" else self.kind

    @property
    def asked_until(self) -> date:
        """Its own day, which no nudge and no snooze moves."""
        return self.own_day or self.due_on

    @property
    def is_put_off(self) -> bool:
        """Whether a debt comes later than on its own day because it was put off."""
        moves = self.kind == "lead" or self.nudges
        return self.snoozes > 0 and not moves and self.asked_until < self.due_on

    def late_since(self, today: date) -> date:
        """Since when it is late: a snooze that is over put off the line, not its own day."""
        return self.asked_until if self.is_put_off and self.due_on <= today else self.due_on


class Silence(NamedTuple):
    """How long it has been since the last touch, or since you met them, against what was meant."""

    since: date
    days: int
    every_days: int
    ever_touched: bool


class Standing(NamedTuple):
    """Where you stand with one contact: every command that concludes something reads it.

    facts are what it is judged from, of which few commands need to know more. introduced are
    whom you know through them, remind_on a day asked for since you were last in touch.
    peace: they said no to a lead and are kept, and nobody gets back to them for a while.
    unthanked are thanks without a line of their own, as the news thank for the same.
    """

    contact: Person
    tags: tuple[str, ...]
    last_touch_on: date | None
    met_on: date | None
    added_on: date
    open: tuple[Open, ...]
    silence: Silence
    facts: Relationship
    introduced: tuple[Person, ...] = ()
    snoozed_until: date | None = None
    remind_on: date | None = None
    peace: Peace | None = None
    unthanked: tuple[Open, ...] = ()
