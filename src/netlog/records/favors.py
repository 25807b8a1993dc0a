"""Favors: kindnesses given, received, promised and asked for."""

from datetime import date
from typing import NamedTuple

from netlog.records.meetings import MeetingBrief
from netlog.records.people import Person

TO_THEM = "to_them"
TO_ME = "to_me"


class Favor(NamedTuple):
    """One kindness: direction to_them or to_me; state open, done or dropped."""

    id: int
    ref: str
    uid: str
    contact: Person
    meeting: MeetingBrief | None
    direction: str
    state: str
    text: str
    opened_on: date
    due_on: date | None
    done_on: date | None
    dropped_on: date | None
    dropped_why: str | None
    outcome: str | None
    outcome_on: date | None
    told_on: date | None
    snoozed_until: date | None
    created_at: str
    updated_at: str


class FavorBrief(NamedTuple):
    """The favor that thanks are owed for."""

    id: int
    ref: str
    text: str


class NewFavor(NamedTuple):
    """A favor to record; done_on is set when it is already given or received."""

    contact_id: int
    direction: str
    text: str
    opened_on: date
    uid: str | None = None
    meeting_id: int | None = None
    due_on: date | None = None
    done_on: date | None = None
    outcome: str | None = None
    outcome_on: date | None = None
    told_on: date | None = None
