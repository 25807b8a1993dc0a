"""Where people come from, twelve places to a circle, and what a line of names says."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from netlog.errors import UsageMistake
from netlog.folding import fold
from netlog.named import NamedTuple
from netlog.records.recall import RecallPlace
from netlog.rules import text
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
OF_ANY: Final = ("Whom did you see there last?", "Who is always there?", "Who knows everybody?")
_NOT_IN_TAGS = re.compile(r"[^\w]+")
_BETWEEN = re.compile(r"[,;]")


class PlaceLine(NamedTuple):
    """A line of names: the place, its circle if it is a known one, its tag, and the names."""

    place: str
    circle: str | None
    tag: str
    names: tuple[str, ...]


def places(own: Mapping[str, Sequence[str]]) -> list[RecallPlace]:
    """Every place in the order of the walk; own are the user's lists, by circle, in their stead."""
    found: list[RecallPlace] = []
    for circle in ORDER:
        ours = PLACES[circle]
        named = own.get(circle, tuple(ours))
        found += [RecallPlace(circle, one, tag(one), ours.get(one, OF_ANY)) for one in named]
    return found


def tag(place: str) -> str:
    """The tag for who was there already: "coffee-shop"."""
    return _NOT_IN_TAGS.sub("-", place.casefold()).strip("-") or "recalled"


def names(line: str) -> tuple[str, ...]:
    """The names of a line, between commas or semicolons, each once; raises UsageMistake."""
    said = [text.line(one, "name") for one in _BETWEEN.split(line) if one.strip()]
    return tuple({fold(one): one for one in reversed(said)}.values())[::-1]


def place_lines(lines: Sequence[str], known: Sequence[RecallPlace]) -> list[PlaceLine]:
    """Lines such as "gym: Ann Lee, Bo"; raises UsageMistake, with the line, for any other."""
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        said, colon, rest = line.partition(":")
        if not (colon and said.strip()):
            raise UsageMistake(
                f"Line {number}, {quoted(line.strip())}, names no place.",
                advice="Write it as gym: Ann Lee, Bo",
            )
        place = text.line(said, "place")
        circle = next((one.circle for one in known if fold(one.place) == fold(place)), None)
        named = names(rest)
        if named:
            found.append(PlaceLine(place, circle, tag(place), named))
    return found
