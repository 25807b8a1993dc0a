"""Reconnect: whom to get back in touch with, and how to begin."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.people import Person
from netlog.typed import Literal

# What one begins with: news, thanks, a promise, a day of theirs, what one wanted to come back to,
# how it went with whom one introduced, how their help turned out, a lead that they helped with,
# what was last spoken of, or how they are.
Begins = Literal[
    "outcome", "thanks", "promise", "date", "reminder", "introduced", "unknown", "lead", "peace",
    "topic", "hello",
]  # fmt: skip


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
