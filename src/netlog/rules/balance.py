"""A balanced week: one of each errand before there are two of any, the latest first.

Of whom several things are to be said each is a line here, and one of them is chosen.
"""

from collections.abc import Collection, Iterable, Sequence

from netlog.records.people import Person
from netlog.records.week import Errand, TurnTo
from netlog.typed import Final

# The order in which errands stand.
ERRANDS: Final[tuple[Errand, ...]] = (
    *("thank", "tell", "give", "reconnect", "advice", "call", "nudge"),
)
ONCE: Final = ("advice", "call")


def balanced(lines: Sequence[TurnTo], people: int) -> tuple[TurnTo, ...]:
    """So many people at most, each once and by their errands, of all lines, the most urgent first.

    As many errands as can be have one of them, before any has two.
    """
    chosen: list[TurnTo] = []
    while lines and len(chosen) < people:
        chosen += _one_of_each(lines)[: people - len(chosen)]
        known = {one.contact for one in chosen}
        lines = [one for one in lines if one.contact not in known and one.errand not in ONCE]
    return tuple(sorted(chosen, key=lambda one: ERRANDS.index(one.errand)))


def _one_of_each(lines: Iterable[TurnTo]) -> list[TurnTo]:
    """The most urgent line first, as long as none of the errands must be left out for it."""
    chosen: list[TurnTo] = []
    left = _first_of_each(lines)
    while left:
        most = _how_many(left)
        for one in left:
            others = [o for o in left if o.contact != one.contact and o.errand != one.errand]
            if 1 + _how_many(others) == most:
                break
        chosen.append(one)
        left = others
    return chosen


def _first_of_each(lines: Iterable[TurnTo]) -> list[TurnTo]:
    """Of each errand as many as there are errands: one of them is free, whoever the others take."""
    kept: list[TurnTo] = []
    number = dict.fromkeys(ERRANDS, 0)
    for one in lines:
        number[one.errand] += 1
        if number[one.errand] <= len(ERRANDS):
            kept.append(one)
    return kept


def _how_many(lines: Collection[TurnTo]) -> int:
    """How many errands can have somebody of their own."""
    whose: dict[Person, Errand] = {}
    people = {
        errand: [one.contact for one in lines if one.errand == errand]
        for errand in dict.fromkeys(one.errand for one in lines)
    }

    def finds(errand: Errand, seen: set[Person]) -> bool:
        for who in people[errand]:
            if who not in seen:
                seen.add(who)
                # Whoever has another errand may leave it to somebody else.
                if who not in whose or finds(whose[who], seen):
                    whose[who] = errand
                    return True
        return False

    return sum(finds(errand, set()) for errand in people)
