"""Peace: whoever said no to a lead and is kept is left alone for a while.

No getting back to them, no chase, no nudge; what is owed to them stays owed. Judged here alone.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from netlog.records.standing import Peace, SaidNo
from netlog.wording import short_day, unpointed

LASTS = timedelta(days=30)
TOLD_WHY = "told me why"


def until(said_no_on: date) -> date:
    """The first day on which they may come up again."""
    try:
        return said_no_on + LASTS
    except OverflowError:
        return date.max


def told_why(said: str) -> str:
    """What they did who said why it is a no, in words that may say just that."""
    if said.casefold().startswith(TOLD_WHY):
        return TOLD_WHY + said[len(TOLD_WHY) :]
    return f"{TOLD_WHY}: {said}"


def is_why(favor: str) -> bool:
    """Whether a favor is that they said why it is a no."""
    return favor.startswith(TOLD_WHY)


def of(said_no: Iterable[SaidNo], today: date) -> Peace | None:
    """The peace in which somebody is left today, by the last no of theirs; None for none."""
    last = max(said_no, key=lambda one: one.on, default=None)
    if last is None or until(last.on) <= today:
        return None
    return Peace(until(last.on), last.on, last.leads_to)


def left(said_no: Mapping[int, date], today: date) -> frozenset[int]:
    """Who is left in peace today, by id, of those who said no the last time on those days."""
    return frozenset(id_ for id_, on in said_no.items() if until(on) > today)


def why(peace: Peace, today: date) -> str:
    """ "they said no to Harbor Trust on 22 May: leave them in peace until 21 Jun"."""
    said = f"they said no to {peace.leads_to} on {short_day(peace.since, today)}"
    return f"{said}: leave them in peace until {short_day(peace.until, today)}"


def instead(peace: Peace, today: date) -> str:
    """ "Leave them in peace until 21 Jun: they said no to Harbor Trust."."""
    day = short_day(peace.until, today)
    return f"Leave them in peace until {day}: they said no to {unpointed(peace.leads_to)}."
