"""Plans: meetings still to come."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.leads import GoalBrief
from netlog.records.meetings import MeetingBrief
from netlog.records.people import Person


class Plan(NamedTuple):
    """A meeting to come; starts_at is HH:MM on the clock of the day, null for no time.

    state is open, done or dropped; meeting is what became of it, done_on the day of that. goals are
    what it serves.
    """

    id: int
    ref: str
    uid: str
    happens_on: date
    starts_at: str | None
    kind: str
    text: str | None
    place: str | None
    invited_by: str | None
    contacts: tuple[Person, ...]
    state: str
    meeting: MeetingBrief | None
    done_on: date | None
    dropped_on: date | None
    dropped_why: str | None
    snoozed_until: date | None
    snoozed_why: str | None
    snoozes: int
    created_at: str
    updated_at: str
    goals: tuple[GoalBrief, ...] = ()


class NewPlan(NamedTuple):
    """A plan to record, with the ids of who is to be there; sequence is that of an event."""

    happens_on: date
    kind: str
    contact_ids: tuple[int, ...]
    starts_at: str | None = None
    uid: str | None = None
    text: str | None = None
    place: str | None = None
    invited_by: str | None = None
    sequence: int | None = None


class PlanFilter(NamedTuple):
    """Which plans: with this contact, only the open ones."""

    contact_id: int | None = None
    open_only: bool = True
