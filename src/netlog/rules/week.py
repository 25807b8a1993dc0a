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
from netlog.records.week import CircleCount, TurnTo
from netlog.rules import due, reciprocity, reconnect
from netlog.rules.balance import balanced
from netlog.rules.brief import is_close
from netlog.rules.standing import last_seen
from netlog.rules.turning import turn, turns
from netlog.typed import Final

DAYS = 7
PEOPLE = 7
LONGEST_OPEN = 5
LATELY = timedelta(days=90)
# Of what no line of a morning asks for comes last.
UNASKED: Final = (due.SILENCE + 1, 0.0)


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
    lines = _in_order([one for one in standings if one.contact.id], today)
    lines += [
        _advice(one, today, looking_for.get(one.contact.id))
        for one in advisers
        if _may_be_asked(one, today, limits)
    ]
    lines += [_call(one, today) for one in uncalled if _is_free(one, today)]
    return balanced(lines, PEOPLE)


def _in_order(standings: Sequence[Standing], today: date) -> list[TurnTo]:
    """All that each is turned to for, the most urgent line first; then as `reconnect` has it."""
    until = due.horizon(today, DAYS)
    found = []
    for place, one in enumerate(reconnect.candidates(standings, today, whoever=True)):
        for said in turns(one, today, until):
            asked = said.line and (*due.urgency(one, said.line, today), one.contact.id)
            turn_to = TurnTo(one.contact, said.errand, said.for_, said.why, said.opening)
            found.append((asked or (*UNASKED, place), turn_to))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


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
    return TurnTo(
        found.contact, "advice", "advice", (why,), Opening(reciprocity.asking(looking_for), None)
    )


def _call(found: Standing, today: date) -> TurnTo:
    why = Why("call", f"you have a number, and no call is on record; {last_seen(found, today)}")
    said = turn(found, today, due.horizon(today, DAYS))
    begin = said.opening if said else reconnect.opening(found, today)
    return TurnTo(found.contact, "call", said.for_ if said else "reconnect", (why,), begin)
