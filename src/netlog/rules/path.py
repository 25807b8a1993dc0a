"""Which way is the strongest: how warm the first hop is, how surely each knows the next."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby

from netlog.named import NamedTuple
from netlog.records.path import Acquaintance, OccasionGuest, Sought, Tied
from netlog.wording import short_day

HOPS = 4
# So many people are looked at from each step to the next: the surest.
WIDEST = 150
PATHS = 5
# Whoever is in the book and was never in touch is hardly known; who was years ago, a little.
COLD, COOL = 0.04, 0.12
HALVED_IN = 120
# With whom you were in touch within so many days, them you ask yourself.
IN_TOUCH = 180
# An occasion of several days has no longer pause in it.
PAUSE = timedelta(days=3)
# How surely somebody is who is sought: who is at the organization now, or the person themselves.
SURE = 1.0


class Trail(NamedTuple):
    """Somebody from whom a way leads on to what is sought: through whom, why, and how surely."""

    known: Acquaintance
    weight: float
    why: str
    next: "Trail | None"

    @property
    def people(self) -> list["Trail"]:
        """Everybody on it, from here on."""
        found: list[Trail] = []
        at: Trail | None = self
        while at:
            found.append(at)
            at = at.next
        return found


Ties = Callable[[Sequence[int], bool], Iterable[Tied]]


def together(guests: Sequence[OccasionGuest], ids: Collection[int], most: int) -> Iterator[Tied]:
    """Whom those people were with at an occasion: in one meeting, or noted one by one.

    guests are in the order of occasions and days. What has a pause of days in it are several
    occasions; one with more guests than that links nobody.
    """
    for _, noted in groupby(guests, key=lambda guest: guest.occasion):
        for there in _times(noted):
            last = {guest.known.contact.id: guest for guest in there}
            if len(last) > most:
                continue
            for id_ in last.keys() & set(ids):
                for other in last.values():
                    if other.known.contact.id != id_ and not other.archived:
                        why = f"both were at {other.occasion}"
                        yield Tied(id_, other.known, why, 0.4, there[-1].on)


def _times(noted: Iterable[OccasionGuest]) -> Iterator[list[OccasionGuest]]:
    """An occasion by the times that there was one: those of days that follow on one another."""
    there: list[OccasionGuest] = []
    for guest in noted:
        if there and guest.on - there[-1].on > PAUSE:
            yield there
            there = []
        there.append(guest)
    if there:
        yield there


def warmth(known: Acquaintance, today: date) -> float:
    """How warm you and somebody are, from 0 to 1, by the days since the last touch."""
    if known.last_touch_on is None:
        return COLD
    days = max(0, (today - known.last_touch_on).days)
    return max(COOL, HALVED_IN / (HALVED_IN + days))


def ways(
    sought: Iterable[Sought],
    ties: Ties,
    today: date,
    most: int = PATHS,
    left: Collection[int] = (),
    *,
    is_person: bool = False,
) -> list[Trail]:
    """The strongest ways to whoever is sought, each through another first person.

    A person with whom you are in touch comes first, then whoever knows them. Unless it is a person
    who is sought, those whom you know there now come first, then the others whom you know yourself,
    then those whom somebody knows, as many ends as there are rather than many ways to one. Nobody
    is asked to lead you to others with whom you are in touch. Ways that begin with somebody who is
    left in peace, or gave no answer, come last: those whose ids are left.
    """

    def is_near(way: Trail) -> bool:
        on = way.known.last_touch_on
        return bool(on and (today - on).days <= IN_TOUCH and way.known.contact.id not in left)

    ahead: dict[int, Trail] = {}
    for one in sought:
        id_ = one.known.contact.id
        if id_ not in ahead or ahead[id_].weight < one.weight:
            ahead[id_] = Trail(one.known, one.weight, _said(one, today), None)
    own = {} if is_person else {id_: way for id_, way in ahead.items() if way.known.last_touch_on}
    best = dict(ahead)
    for hop in range(1, HOPS):
        is_end = is_person and hop == 1
        further = [way for way in ahead.values() if is_end or not is_near(way)]
        ahead = _back(_surest(further, today), ties, today, colleagues=hop == 1)
        ahead = {
            id_: way
            for id_, way in ahead.items()
            if id_ not in best or best[id_].weight < way.weight
        }
        if not ahead:
            break
        best |= ahead

    def place(way: Trail) -> tuple[bool, int, float, int]:
        id_ = way.known.contact.id
        nearness = int(not (way.next is None and is_near(way))) if is_person else _nearness(way)
        return id_ in left, nearness, -_strength(way, today), id_

    ordered = sorted((best | own).values(), key=place)
    if is_person:
        return _chosen(ordered, today, most)
    turns = zip(_turns(ordered), ordered, strict=True)
    by_end = sorted(turns, key=lambda one: (place(one[1])[0], one[0]))
    return sorted(_chosen((way for _, way in by_end), today, most), key=place)


def _nearness(way: Trail) -> int:
    """Whether you know somebody there now, know them otherwise, or somebody knows them."""
    if way.next is not None or way.known.last_touch_on is None:
        return 2
    return 0 if way.weight == SURE else 1


def _turns(ordered: Iterable[Trail]) -> Iterator[int]:
    """Of each way, how many lead to the same end up to it."""
    found: dict[int, int] = defaultdict(int)
    for way in ordered:
        end = way.people[-1].known.contact.id
        found[end] += 1
        yield found[end]


def _surest(found: Iterable[Trail], today: date) -> list[Trail]:
    ordered = sorted(
        found, key=lambda way: (-way.weight, -warmth(way.known, today), way.known.contact.id)
    )
    return ordered[:WIDEST]


def _said(one: Sought | Tied, today: date) -> str:
    """Why, and on which day that was, where there was one."""
    return f"{one.why} on {short_day(one.on, today)}" if one.on else one.why


def _back(found: Sequence[Trail], ties: Ties, today: date, *, colleagues: bool) -> dict[int, Trail]:
    """From those on, who knows them: of several ways from one person the surest."""
    at = {way.known.contact.id: way for way in found}
    before: dict[int, Trail] = {}
    for tied in ties(list(at), colleagues):
        way = at[tied.one]
        other = tied.other.contact.id
        weight = way.weight * tied.weight
        is_on_it = any(one.known.contact.id == other for one in way.people)
        if not is_on_it and (other not in before or before[other].weight < weight):
            before[other] = Trail(tied.other, weight, _said(tied, today), way)
    return before


def _strength(way: Trail, today: date) -> float:
    return way.weight * warmth(way.known, today)


def _chosen(ordered: Iterable[Trail], today: date, most: int) -> list[Trail]:
    """The first ones; a way through whoever is warmer themselves says nothing new."""
    chosen: list[Trail] = []
    for way in ordered:
        if len(chosen) == most:
            break
        later = [one.known for one in way.people[1:]]
        is_needless = any(
            one.known in later and _strength(one, today) >= _strength(way, today) for one in chosen
        )
        if not is_needless:
            chosen.append(way)
    return chosen


def whys(way: Trail, today: date) -> list[str]:
    """Why the way leads to each of its people, the first one first."""
    first = way.known
    touched = first.last_touch_on
    said = f"you were in touch on {short_day(touched, today)}" if touched else "in your book"
    ties = [one.why for one in way.people[:-1]]
    return [said, *ties]


def opening(name: str, sought: str, direct: bool, instead: str | None) -> str:
    """How to begin with the first person: what is owed comes first, then a question for advice."""
    # What is quoted may end without a full stop.
    end = "" if instead is None or instead.rstrip("\"'”’").endswith((".", "!", "?", "…")) else "."
    before = f"{instead}{end} Then ask" if instead else "Ask"
    if direct:
        return f'{before} {name}: "What should I know about {sought}, if you were me?"'
    return f'{before} {name}: "Whom would you talk to about {sought}, if you were me?"'


def exchange(given: Mapping[int, tuple[int, int]], contact_id: int) -> tuple[int, int]:
    """What was given to and received from somebody, in number."""
    return given.get(contact_id, (0, 0))
