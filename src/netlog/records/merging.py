"""Two contacts that become one: what is decided, and what came of it."""

from netlog.errors import Candidate
from netlog.named import NamedTuple
from netlog.records.contacts import Contact, NewDate, NewMethod, OtherName
from netlog.records.leads import LetGo
from netlog.typed import Any


class Taken(NamedTuple):
    """Something that the one that is kept has from the other."""

    field: str
    value: str


class Conflict(NamedTuple):
    """Something that both have, and differently: what is kept, of whom, and what is not.

    noted says that the notes keep what is lost.
    """

    field: str
    kept: str | None
    kept_of: str
    lost: str
    noted: bool


class MergePlan(NamedTuple):
    """What is to be done: columns of the one that is kept, and what it lacks of the other's.

    names and dates are given whole; spelled are methods of the kept one by kind and form, as they
    are to be.
    """

    values: dict[str, Any]
    circles: frozenset[str]
    tags: frozenset[str]
    methods: tuple[NewMethod, ...]
    spelled: dict[tuple[str, str], NewMethod]
    names: tuple[OtherName, ...]
    dates: tuple[NewDate, ...]
    fields: dict[str, str]
    taken: tuple[Taken, ...]
    conflicts: tuple[Conflict, ...]


class Moved(NamedTuple):
    """How much goes over; meetings that both were at are counted in `together` alone.

    tellings are goals that the other was told of and the kept one was not; goals those
    that it serves.
    """

    meetings: int
    together: int
    favors: int
    thanks: int
    introductions: int
    plans: int
    leads: int
    tellings: int
    goals: int


class StepGiven(NamedTuple):
    """A step of a lead that goes over, or is one with another of it, which stays: `into`."""

    ref: str
    into: str | None


class Merged(NamedTuple):
    """The contact as it now stands, and what came of the other; JSON lays its keys out flat.

    let_go is what is waited for no longer, as their part is done or the news is the same.
    """

    contact: Contact
    merged: Candidate
    dry_run: bool
    taken: tuple[Taken, ...]
    moved: Moved
    conflicts: tuple[Conflict, ...]
    steps: tuple[StepGiven, ...] = ()
    let_go: tuple[LetGo, ...] = ()

    @property
    def flattened(self) -> str:
        return "contact"
