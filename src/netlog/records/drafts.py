"""A draft: words to send, made of what is on record."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.people import Person


class Draft(NamedTuple):
    """What to send to whom; nothing is sent or stored."""

    contact: Person
    text: str


class ThankFor(NamedTuple):
    """Something to thank for: a meeting of that kind, or what they did, on that day.

    favor is empty where the note of what they did is not quoted.
    """

    on: date
    kind: str | None = None
    favor: str | None = None


class ThanksFacts(NamedTuple):
    """What a draft of thanks is made of: what for, and what may be said beside it.

    outcome is how their help turned out, spoken what you noted of the time together, promise what
    you still owe them; the days are those of what is not quoted, in words.
    """

    things: tuple[ThankFor, ...]
    outcome: str | None = None
    outcome_day: str | None = None
    spoken: str | None = None
    promise: str | None = None
    promise_day: str | None = None
