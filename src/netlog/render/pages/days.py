"""The yearly days of somebody that were seen to or let go: the words that confirm it."""

from collections.abc import Sequence
from datetime import date

from netlog.records.standing import Open
from netlog.wording import listed, short_day


def passed(name: str, days: Sequence[Open], today: date) -> str:
    """The sentence for days of theirs that were let go, each by its name."""
    are = "is" if len(days) == 1 else "are"
    return f"{name}: {_named(days, today)} {are} let go."


def seen_to(days: Sequence[Open], today: date) -> str:
    """That those days need no more reminding, each by its name, in words that end a sentence."""
    are = "is" if len(days) == 1 else "are"
    return f"; {_named(days, today)} {are} seen to" if days else ""


def _named(days: Sequence[Open], today: date) -> str:
    return listed([f"the {day.label} of {short_day(day.due_on, today)}" for day in days])
