"""Due: the facts that the morning report is judged from, and its items."""

from datetime import date
from typing import Literal, NamedTuple, get_args

from netlog.records.people import Person

Kind = Literal["thanks", "promise", "outcome", "waiting", "date", "reconnect"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class OwedThanks(NamedTuple):
    """Open thanks, with the meeting or the favor they are for."""

    id: int
    contact: Person
    opened_on: date
    due_on: date
    meeting_kind: str | None
    meeting_on: date | None
    favor_text: str | None
    snoozes: int = 0


class OpenFavor(NamedTuple):
    """A favor still open, or received and owed its outcome: to be told, or still to be noted.

    since is the day of the promise or the ask, of the outcome, or of the help.
    """

    id: int
    contact: Person
    direction: str
    text: str
    since: date
    due_on: date
    outcome: str | None
    received_on: date | None = None
    snoozes: int = 0


class OutOfTouch(NamedTuple):
    """A contact whose next_due_on has come."""

    contact: Person
    every_days: int
    last_touch_on: date | None
    added_on: date
    next_due_on: date
    remind_on: date | None
    snoozes: int = 0


class Birthday(NamedTuple):
    """A contact whose birthday may be near."""

    contact: Person
    birthday: str
    done_on: date | None
    last_touch_on: date | None
    snoozed_until: date | None = None
    snoozes: int = 0


class DueFacts(NamedTuple):
    """Everything that may be due, unjudged and unordered."""

    thanks: tuple[OwedThanks, ...]
    favors: tuple[OpenFavor, ...]
    out_of_touch: tuple[OutOfTouch, ...]
    birthdays: tuple[Birthday, ...]


class DueItem(NamedTuple):
    """One thing that wants you; settle is the argv that closes it.

    since is the day it has been so: of the meeting, the promise, the outcome, the last touch; for
    a date the day it came into the report.
    """

    kind: str
    ref: str
    contact: Person
    what: str
    since: date
    due_on: date
    days_overdue: int
    settle: tuple[str, ...]
