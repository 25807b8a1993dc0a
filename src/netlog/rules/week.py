"""The weekly review: what is open longest, which circle is thin, and whom to turn to next.

Whom and why is what `due` and `reconnect` say of them: of whom was put off or is left in peace what
is owed, and nothing else. Never more than seven people come.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from netlog.records.due import DueItem
from netlog.records.people import CIRCLES
from netlog.records.reciprocity import Thresholds
from netlog.records.reconnect import Opening, Why
from netlog.records.standing import Standing
from netlog.records.week import CircleCount, Errand, TurnTo
from netlog.rules import due, reciprocity, reconnect
from netlog.rules.brief import is_close
from netlog.rules.standing import last_seen
from netlog.rules.turning import turn
from netlog.typed import Final

DAYS = 7
PEOPLE = 7
LONGEST_OPEN = 5
LATELY = timedelta(days=90)
# One of each in turn, until seven people are there.
ROUND: Final[tuple[Errand, ...]] = ("thank", "tell", "give", "reconnect", "advice", "call", "nudge")
ONCE: Final = ("advice", "call")


def since(day: date) -> date:
    """The Monday of that day's week."""
    return day - timedelta(days=day.weekday())


def longest_open(standings: Iterable[Standing], today: date) -> tuple[DueItem, ...]:
    """What the morning shows that is open, the oldest first."""
    found = [
        item
        for one in standings
        for item in due.of_person(one, today, today)
        if item.kind in due.DEBTS
    ]
    return tuple(sorted(found, key=lambda item: (item.since, item.contact))[:LONGEST_OPEN])


def thin(counts: Sequence[CircleCount]) -> CircleCount | None:
    """The circle in which you were in touch with fewest; None where nobody is in any."""
    if not any(one.people for one in counts):
        return None
    return min(all_circles(counts), key=lambda one: (one.in_touch, one.people))


def all_circles(counts: Sequence[CircleCount]) -> tuple[CircleCount, ...]:
    """Every circle in its order, the empty ones as well."""
    known = {one.circle: one for one in counts}
    return tuple(known.get(circle, CircleCount(circle, 0, 0)) for circle in CIRCLES)


def plan(
    standings: Sequence[Standing],
    advisers: Iterable[Standing],
    uncalled: Iterable[Standing],
    today: date,
    limits: Thresholds,
    looking_for: Mapping[int, str | None],
) -> tuple[TurnTo, ...]:
    """At most seven people for the coming week, of each errand one before any has two.

    standings are those of whom anything is due or owed, companies among them, advisers whom you may
    ask for advice, those whom you were in touch with last first, uncalled those whom you never
    called. looking_for is what you look for, by whom you may ask for it.
    """
    queues: dict[Errand, list[TurnTo]] = {kind: [] for kind in ROUND}
    for found in _in_order([one for one in standings if one.contact.id], today):
        if one := errand(found, today):
            queues[one.errand].append(one)
    queues["advice"] = [
        _advice(one, today, looking_for.get(one.contact.id))
        for one in advisers
        if _may_be_asked(one, today, limits)
    ]
    queues["call"] = [_call(one, today) for one in uncalled if _is_free(one, today)]
    return _in_turn(queues)


def _in_turn(queues: dict[Errand, list[TurnTo]]) -> tuple[TurnTo, ...]:
    chosen: list[TurnTo] = []
    again = True
    while again and len(chosen) < PEOPLE:
        again = False
        for kind in ROUND:
            known = {one.contact for one in chosen}
            left = [one for one in queues[kind] if one.contact not in known]
            if left and len(chosen) < PEOPLE:
                chosen.append(left[0])
                again = again or kind not in ONCE
            queues[kind] = [] if kind in ONCE else left[1:]
    return tuple(sorted(chosen, key=lambda one: ROUND.index(one.errand)))


def _in_order(standings: Sequence[Standing], today: date) -> list[Standing]:
    """As the morning has them, then as `reconnect` does."""
    until = due.horizon(today, DAYS)
    ranked = [block.contact for block in due.blocks(standings, today, until)]
    place = {contact: number for number, contact in enumerate(ranked)}
    found = reconnect.candidates(standings, today, whoever=True)
    return sorted(found, key=lambda one: place.get(one.contact, len(place)))


def errand(found: Standing, today: date) -> TurnTo | None:
    """What to turn to them for, if anything is to be said of them in the coming week."""
    one = turn(found, today, due.horizon(today, DAYS))
    return one and TurnTo(found.contact, one.errand, one.why, one.opening)


def _is_free(found: Standing, today: date) -> bool:
    """Whether to bring them up though nothing asks for it: not met lately, and not soon."""
    met_lately = found.last_touch_on and today - found.last_touch_on <= reconnect.LATELY
    planned = any(one.kind == "plan" for one in found.open)
    return not (met_lately or planned or reconnect.is_left(found, today))


def _may_be_asked(found: Standing, today: date, limits: Thresholds) -> bool:
    is_open = any(one.kind in due.DEBTS and not one.faded for one in found.open)
    comes_up = due.of_person(found, today, due.horizon(today, DAYS))
    if is_open or comes_up or not _is_free(found, today) or is_close(found):
        return False
    return next(reciprocity.reasons(found, today, limits), None) is None


def _advice(found: Standing, today: date, looking_for: str | None) -> TurnTo:
    why = Why("advice", f"{last_seen(found, today)}, and nothing is open between you")
    asking = f'Ask for advice: "{reciprocity.advice(looking_for)}"'
    return TurnTo(found.contact, "advice", (why,), Opening(asking, None))


def _call(found: Standing, today: date) -> TurnTo:
    why = Why("call", f"you have a number, and no call is on record; {last_seen(found, today)}")
    return TurnTo(found.contact, "call", (why,), reconnect.opening(found, today))
