"""Search: what is looked for, and what was found."""

from collections.abc import Iterator
from datetime import date

from netlog.named import NamedTuple
from netlog.records.people import PeopleFilter, Person
from netlog.typed import Literal, get_args

Place = Literal["contacts", "meetings", "favors", "plans", "organizations", "goals", "leads"]
PLACES: tuple[Place, ...] = get_args(Place)
# A word that may be two or three of a name, written together.
SHORTEST_OF_TWO, LONGEST_OF_TWO = 5, 20


class Term(NamedTuple):
    """Folded words that stand side by side; the last may be the beginning of one.

    spelled are the same words with umlauts as two letters, in each way that makes a difference.
    """

    words: tuple[str, ...]
    begins: bool
    spelled: tuple[tuple[str, ...], ...] = ()

    @property
    def spellings(self) -> tuple[tuple[str, ...], ...]:
        return (self.words, *self.spelled)

    @property
    def apart(self) -> Iterator[tuple[str, ...]]:
        """The two or three words of which the only one may be made: mary jane of maryjane."""
        (first, *others) = self.words
        if others or not first.isalpha() or not SHORTEST_OF_TWO <= len(first) <= LONGEST_OF_TWO:
            return
        for at in range(2, len(first) - 1):
            yield first[:at], first[at:]
            for end in range(at + 2, len(first) - 1):
                yield first[:at], first[at:end], first[end:]


class SearchFilter(NamedTuple):
    """Where to look: these places, these people, these days (both ends included).

    digits are those of a phone number, where what is looked for may be one.
    """

    places: tuple[Place, ...] = PLACES
    people: PeopleFilter = PeopleFilter()
    since: date | None = None
    until: date | None = None
    digits: str | None = None


class Hit(NamedTuple):
    """A record that matches, with all its text; rank is lower for a better match."""

    kind: str
    id: int
    contacts: tuple[Person, ...]
    on: date | None
    about: str
    texts: tuple[str, ...]
    rank: float


class Mark(NamedTuple):
    """A matching word of a text, from start up to end."""

    start: int
    end: int


class Found(NamedTuple):
    """What was found; text is the part that matches, marks are its matching words.

    kind is contact, meeting, favor, plan, organization (of which there are no contacts), goal or
    lead; on is the day of the meeting, the favor or the plan, or that on which a goal or a lead was
    opened.
    """

    kind: str
    id: int
    ref: str
    contacts: tuple[Person, ...]
    on: date | None
    about: str
    text: str
    marks: tuple[Mark, ...]
