"""Reconnect: the facts on everybody who may be worth getting back to, and the suggestions."""

from datetime import date
from typing import NamedTuple

from netlog.records.people import Person
from netlog.records.reciprocity import OwedFor


class Acquaintance(NamedTuple):
    """What is known of a contact that may speak for getting back in touch."""

    contact: Person
    every_days: int
    added_on: date
    last_touch_on: date | None
    next_due_on: date | None
    snoozed_until: date | None
    birthday: str | None
    birthday_done_on: date | None
    thanks: tuple[OwedFor, ...]
    outcomes: tuple[OwedFor, ...]
    promises: tuple[OwedFor, ...]
    given: int
    received: int
    introduced: tuple[str, ...]
    last_topic: OwedFor | None = None


class Why(NamedTuple):
    """One reason to get back in touch; code is stable."""

    code: str
    text: str


class Opening(NamedTuple):
    """A beginning that asks for nothing, and the record it comes from, if any."""

    text: str
    ref: str | None


class Suggestion(NamedTuple):
    """Whom to reconnect with, why, and how to begin."""

    contact: Person
    last_touch_on: date | None
    days_overdue: int
    why: tuple[Why, ...]
    opening: Opening
