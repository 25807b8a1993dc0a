"""Leads: what may come, and the steps through which it may, in order."""

from collections.abc import Iterator, Sequence
from datetime import date

from netlog.named import NamedTuple
from netlog.records.people import Person
from netlog.typed import Literal

StepState = Literal["waiting", "asked", "done", "broken"]
Ending = Literal["landed", "declined", "closed", "dropped"]
# A later state says more of two steps that are the same.
STEP_STATES: tuple[StepState, ...] = ("waiting", "broken", "asked", "done")
STAGES = ("heard", "exploring", "applied", "interview", "offer")
ENDINGS = ("landed", "declined", "closed")
# How a way that is told in one line says what became of each step.
DONE, BROKEN, ARROW, AHEAD = "✓", "✗", "→", "…"


class LeadBrief(NamedTuple):
    """A lead as others name it; state is open, landed, declined, closed or dropped."""

    id: int
    ref: str
    title: str
    state: str


class GoalBrief(NamedTuple):
    """A goal as others name it."""

    id: int
    ref: str
    text: str

    @property
    def said(self) -> str:
        """ "a job (g1)"."""
        return f"{self.text} ({self.ref})"


class Step(NamedTuple):
    """A step: somebody, or a description of somebody who is not known yet.

    ref is as l3.2, whose number stays what it is wherever the step stands. since is the day from
    which it has been the current one, null unless it is; by the day by which it is to be done.
    """

    id: int
    ref: str
    uid: str
    number: int
    contact: Person | None
    text: str | None
    state: StepState
    opened_on: date
    since: date | None
    by: date | None
    asked_on: date | None
    done_on: date | None
    broken_on: date | None
    dropped_on: date | None
    snoozed_until: date | None
    snoozed_why: str | None
    snoozes: int

    @property
    def name(self) -> str:
        """Who it is, or what is known of them."""
        return self.contact.name if self.contact else self.text or "somebody"

    @property
    def is_over(self) -> bool:
        """Whether the way has passed it: done, or broken and gone around."""
        return self.state == "done" or (self.state == "broken" and self.dropped_on is not None)


def gone_around(steps: Sequence[Step]) -> list[Step]:
    """The steps; one that broke is gone around once a later one is done, or was asked since."""
    found: list[Step] = []
    done_on = asked_on = date.min
    for step in reversed(steps):
        if step.state == "broken" and step.broken_on and not step.dropped_on:
            around = asked_on if asked_on >= step.broken_on else done_on
            if around > date.min:
                step = step._replace(dropped_on=max(around, step.broken_on))
        elif step.state == "done" and step.done_on:
            done_on = max(done_on, step.done_on)
        elif step.state == "asked" and step.asked_on:
            asked_on = max(asked_on, step.asked_on)
        found.insert(0, step)
    return found


def dated(steps: Sequence[Step], last: date) -> Iterator[Step]:
    """The steps; the current one knows from when on it has been that, not before that day."""
    is_ahead = True
    for step in steps:
        if is_ahead and not step.is_over:
            is_ahead = False
            yield step._replace(since=max(last, step.asked_on or step.opened_on))
            continue
        last = max(last, _ended(step)) if is_ahead else last
        yield step


def _ended(step: Step) -> date:
    return (step.done_on if step.state == "done" else step.broken_on) or date.min


class StageReached(NamedTuple):
    """A stage, the day on which it was reached, and what was said of it."""

    stage: str
    on: date
    text: str | None


class Lead(NamedTuple):
    """Something that may come; state is open, or how it ended: landed, declined, closed, dropped.

    steps are in the order of the way; outcome is what became of it, kept who said no to it and is
    left in peace.
    """

    id: int
    ref: str
    uid: str
    title: str
    organization: str | None
    source: str | None
    goal: GoalBrief | None
    stage: str
    state: str
    opened_on: date
    closed_on: date | None
    outcome: str | None
    steps: tuple[Step, ...]
    stages: tuple[StageReached, ...]
    created_at: str
    updated_at: str
    kept: Person | None = None

    @property
    def leads_to(self) -> str:
        """Where it leads: the organization, else what it is called."""
        return self.organization or self.title

    def step_of(self, whom: Person) -> Step | None:
        """The step that somebody is, None where they are none of it."""
        return next((step for step in self.steps if step.contact == whom), None)


class NewStep(NamedTuple):
    """A step to store: somebody by id, or a description."""

    contact_id: int | None
    text: str | None = None
    due_on: date | None = None


class NewLead(NamedTuple):
    """A lead to store, with its steps in order."""

    title: str
    stage: str
    opened_on: date
    organization: str | None = None
    source: str | None = None
    goal_id: int | None = None
    uid: str | None = None
    steps: tuple[NewStep, ...] = ()


Role = Literal["helped", "asked", "introduced", "named"]


class Upstream(NamedTuple):
    """Somebody through whom a lead came, and their part in it.

    They helped with it, were asked to, introduced you to led_to, or were merely named as a step of
    a way of which nothing more was noted. for_goal: it was for the goal that the lead serves. did
    is their help in words of yours.
    """

    contact: Person
    part: Role
    led_to: Person | None = None
    for_goal: bool = False
    did: str | None = None


class OwedNews(NamedTuple):
    """Somebody upstream who is owed the news: the favor that says so (null of what is only
    drafted), a line to send, and whether they are archived: it comes up when they are back.
    """

    contact: Person
    favor: str | None
    settle: tuple[str, ...]
    draft: str
    archived: bool = False


class LetGo(NamedTuple):
    """What somebody was asked for on the way, and is waited for no longer; not asked: what was
    noted of their help, and is not so, or by its ref the thanks that were owed for it.
    """

    ref: str
    contact: Person
    text: str
    asked: bool


class LeadNow(NamedTuple):
    """A lead as it now stands, and what is waited for no longer with what was said of it."""

    lead: Lead
    let_go: tuple[LetGo, ...] = ()

    @property
    def flattened(self) -> str:
        return "lead"


class Landed(NamedTuple):
    """A lead that landed, everybody who is owed the news, the nearest first, and what is waited
    for no longer.
    """

    lead: Lead
    owed: tuple[OwedNews, ...]
    let_go: tuple[LetGo, ...] = ()

    @property
    def flattened(self) -> str:
        return "lead"
