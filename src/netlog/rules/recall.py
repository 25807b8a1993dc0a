"""Where people come from, twelve places to a circle, and what a line of names says."""

import re
from collections.abc import Collection, Mapping, Sequence

from netlog.errors import UsageMistake
from netlog.folding import fold, spellings
from netlog.named import NamedTuple
from netlog.records.recall import RecallPlace
from netlog.rules import said_names, text
from netlog.rules.duplicates import is_same_name
from netlog.rules.methods import each_once
from netlog.rules.names import bare_spellings
from netlog.rules.place_names import circle_called, place_called
from netlog.rules.said_names import CalledAs
from netlog.typed import Final
from netlog.wording import quoted

# In its own words: the place, then what one may ask oneself there.
PLACES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "business": {
        "previous bosses": ("Who hired you?", "Who gave you your first chance?"),
        "colleagues": ("Who sits near you?", "With whom do you have lunch?"),
        "former colleagues": ("Who left before you did?", "Whom would you hire tomorrow?"),
        "people you led": ("Who grew under your eyes?", "Who leads others by now?"),
        "clients": ("Who came back?", "Who recommended you?"),
        "suppliers": ("Who always picks up the phone?", "Who visits you twice a year?"),
        "recruiters": ("Who called you out of the blue?", "Who placed a friend of yours?"),
        "interviewers": ("Who turned you down kindly?", "With whom was it a good talk?"),
        "boards": ("Who sits on one with you?", "Who chairs it?"),
        "conferences": ("Who spoke well?", "Who stood beside you at the coffee?"),
        "advisers": ("Who does your taxes?", "Who knows the law for you?"),
        "competitors": ("Whom do you respect over there?", "Who changed sides?"),
    },
    "peer": {
        "gym": ("Who is there when you are?", "Who runs the course?"),
        "salon": ("Who cuts your hair?", "Whom does everybody tell everything?"),
        "coffee shop": ("Who knows your order?", "Who sits there every morning?"),
        "neighbours": ("Who has your key?", "Who moved in, who moved away?"),
        "parents": ("Whose children play with yours?", "Who organizes the feasts?"),
        "online groups": ("Whose answers do you read?", "Whom have you never met in person?"),
        "old friends": ("Who was at your wedding, or would be?", "Whom did you lose from sight?"),
        "family": ("Which cousin knows everybody?", "Who married into it?"),
        "friends of friends": ("Who was at the last birthday?", "Who hosts?"),
        "travels": ("With whom did you share a table?", "Who said: come and see us?"),
        "doctors and dentists": ("Who treats you?", "Who greets you at the desk?"),
        "commute": ("Who takes the same train?", "Whom do you nod to?"),
    },
    "community": {
        "schools": ("Who sat beside you?", "Which teacher remembers you?"),
        "universities": ("With whom did you study for the exam?", "Who became what?"),
        "courses": ("Who learned with you?", "Who taught it?"),
        "clubs": ("Who keeps it going?", "Who joined with you?"),
        "sports teams": ("Who was captain?", "Who drives everybody?"),
        "places of worship": ("Who greets at the door?", "Who sings beside you?"),
        "volunteering": ("Who else turns up in the rain?", "Whom did you help?"),
        "associations": ("Who is in the same trade?", "Who writes the newsletter?"),
        "local politics": ("Who speaks up?", "Who collects the signatures?"),
        "arts and music": ("With whom do you play?", "Who gave you the ticket?"),
        "shops and market": ("Who asks how you are?", "Who knows the whole street?"),
        "post and deliveries": ("Who brings your letters?", "Who carries it up for you?"),
    },
}
ORDER: Final = ("business", "peer", "community")
# Of a line longer than a few bytes more a terminal hands on no more, and says nothing of the rest.
LONGEST_TYPED: Final = 4090
OF_ANY: Final = ("Whom did you see there last?", "Who is always there?", "Who knows everybody?")
_NOT_IN_TAGS = re.compile(r"[^\w]+")
# Signs that stand in names, and make no other name of one.
_IN_NAMES = frozenset("-'’‘.,")


class PlaceLine(NamedTuple):
    """A line of names: the place, its circle if it is a known one, its tag, and the names.

    twice are the names that stand in it once more.
    """

    place: str
    circle: str | None
    tag: str
    names: tuple[CalledAs, ...]
    twice: tuple[str, ...] = ()


def places(own: Mapping[str, Sequence[str]]) -> list[RecallPlace]:
    """Every place in the order of the walk; own are the user's lists, by circle, in their stead."""
    found: list[RecallPlace] = []
    for circle in ORDER:
        ours = PLACES[circle]
        named = own.get(circle, tuple(ours))
        found += [RecallPlace(circle, one, tag(one), ours.get(one, OF_ANY)) for one in named]
    return found


def way(
    places: Sequence[RecallPlace],
    stopped_at: str | None,
    before: Sequence[str],
    gone: Collection[str],
    begin: int | None,
) -> tuple[list[int], list[int]]:
    """The numbers of the places to come back to, then those of the places to go on with.

    stopped_at is where the last walk did, None where it came to its end: then all begins anew,
    unless there is something to come back to; before are the places that it had behind it. gone
    are the places to come back to, begin is the number of the one to begin at in any case.
    """
    again = [number for number, one in enumerate(places) if one.place in gone]
    if begin is None and stopped_at is None:
        begin = len(places) if again else 0
    elif begin is None:
        begin = _stopped(places, stopped_at or "", before)
    return again, [number for number in range(begin, len(places)) if number not in again]


def _stopped(places: Sequence[RecallPlace], at: str, before: Sequence[str]) -> int:
    """The number of the place at which a walk stopped; where it is listed no more, of the next.

    That is the one behind the last of those before it which is still listed.
    """
    if one := place_called(at, places):
        return places.index(one)
    there = (place_called(name, places) for name in reversed(before))
    last = next(filter(None, there), None)
    behind = places.index(last) + 1 if last else 0
    return behind if behind < len(places) else 0


def tag(place: str) -> str:
    """The tag for who was there already: "coffee-shop"."""
    return _NOT_IN_TAGS.sub("-", place.casefold()).strip("-") or "recalled"


def named(line: str, place: RecallPlace) -> PlaceLine:
    """What a line of names says, between commas or semicolons; raises UsageMistake."""
    found, nobodys = clear(line, place)
    for error in nobodys:
        raise error
    return found


def clear(line: str, place: RecallPlace) -> tuple[PlaceLine, list[UsageMistake]]:
    """What of a line of names is clear, and why anything else in it names nobody."""
    found: list[CalledAs] = []
    twice: list[str] = []
    nobodys: list[UsageMistake] = []
    spots: dict[str, list[int]] = {}
    for said in said_names.parts(line):
        try:
            one = said_names.called(text.line(said, "name"))
        except UsageMistake as error:
            nobodys.append(error)
            continue
        so_called = spots.setdefault(as_typed(one.name), [])
        at = next((n for n in so_called if is_same(one, found[n])), None)
        if at is None:
            so_called.append(len(found))
            found.append(one)
        else:
            twice.append(one.name)
            found[at] = joined(found[at], one)
    kept = PlaceLine(place.place, place.circle or None, place.tag, tuple(found), tuple(twice))
    return kept, nobodys


def at_place(
    typed: str, place: RecallPlace, known: Sequence[RecallPlace]
) -> tuple[RecallPlace, str]:
    """The place that a line is of, and its names: "gym: Ann Lee" says it, else it is the place.

    Raises UsageMistake for a colon behind anything else.
    """
    said, names = said_names.at_colon(typed)
    if said is None:
        return place, typed
    one = place_called(said, (place, *known)) or _of_circle(said)
    if one is not None:
        return one, names
    raise UsageMistake(f"This line is of {place.place}: names alone, between commas.")


def whole(typed: str) -> tuple[str, str | None]:
    """What of a line of a terminal is whole, and the last name of that where more may be cut."""
    if len(typed.encode("utf-8", "surrogateescape")) < LONGEST_TYPED:
        return typed, None
    kept = typed[: max(0, *map(typed.rfind, said_names.BETWEEN))]
    return kept, kept[max(map(kept.rfind, said_names.BETWEEN)) + 1 :].strip()


def joined(one: CalledAs, other: CalledAs) -> CalledAs:
    """Two names of one person, with what was noted beside both, and all ways to reach them."""
    notes = dict.fromkeys(filter(None, (one.note, other.note)))
    return one._replace(
        note="; ".join(notes) or None, methods=each_once((*one.methods, *other.methods))
    )


def is_same(one: CalledAs, other: CalledAs) -> bool:
    """Whether both say the same name, and no two things of whom they mean."""
    notes = {said.note for said in (one, other) if said.note}
    ways = {said.methods for said in (one, other) if said.methods}
    return as_typed(one.name) == as_typed(other.name) and len(notes) < 2 and len(ways) < 2


def may_be_two(one: CalledAs, other: CalledAs) -> bool:
    """Whether two names of a list may mean two people: José and Jose, Bo (Mill) and Bo (Acme)."""
    alike = not spellings(one.name).isdisjoint(spellings(other.name))
    return alike and signs(one.name) == signs(other.name) and not is_same(one, other)


def is_nearly(one: CalledAs, other: CalledAs) -> bool:
    """Whether two names may be one person's: in another order, with a title, or but for a letter.

    They are compared as a name is with those of the book.
    """
    return one.name != other.name and any(
        is_same_name(first, second)
        for first in bare_spellings(one.name)
        for second in bare_spellings(other.name)
    )


def as_typed(name: str) -> str:
    """A name as it is compared letter by letter, accents and all, but for case and spaces."""
    return " ".join(name.casefold().split())


def signs(name: str) -> frozenset[str]:
    """The signs in a name that stand in few, by which it may be another one: "Bo [/]"."""
    return frozenset(c for c in fold(name) if not (c.isalnum() or c.isspace() or c in _IN_NAMES))


def place_lines(
    lines: Sequence[str], known: Sequence[RecallPlace], at: str | None = None
) -> list[PlaceLine]:
    """Lines such as "gym: Ann Lee, Bo"; raises UsageMistake, with the line, for any other.

    Of a line that names no place, `at` is the place.
    """
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        said, rest = said_names.at_colon(line)
        if said is None:
            said, rest = (at, line) if at else _first_column(line, known)
        if not said:
            raise UsageMistake(
                f"Line {number}, {quoted(line.strip())}, names no place.",
                advice="Write it as gym: Ann Lee, Bo",
            )
        try:
            place = text.line(said_names.without_bullet(" ".join(said.split())), "place")
            one = named(rest, _place(place, known))
        except UsageMistake as error:
            raise UsageMistake(f"Line {number}: {error.message}", advice=error.advice) from None
        if one.names:
            found.append(one)
    return found


def _first_column(line: str, known: Sequence[RecallPlace]) -> tuple[str | None, str]:
    """The place that a line of a sheet begins with, None for none that is known, and the rest."""
    first, _, rest = line.strip().partition("\t")
    is_place = rest and (place_called(first, known) or _of_circle(first))
    return (first, rest) if is_place else (None, line)


def _place(said: str, known: Sequence[RecallPlace]) -> RecallPlace:
    """The place of that name, spelled as it was; one that is not known is of no circle.

    Another form of a known one is that one: what is met at gyms was met at the gym.
    """
    one = place_called(said, known)
    if one is None:
        return _of_circle(said) or RecallPlace("", said, tag(said), ())
    return one._replace(place=said) if fold(said) == fold(one.place) else one


def _of_circle(said: str) -> RecallPlace | None:
    """A circle as a place: whoever is named there is of it."""
    circle = circle_called(said)
    return RecallPlace(circle, circle, tag(circle), OF_ANY) if circle else None
