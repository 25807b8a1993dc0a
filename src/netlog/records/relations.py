"""Who belongs to whom: a relation as one of the two has it, and as it is shown."""

from netlog.named import NamedTuple
from netlog.records.people import Person
from netlog.typed import Literal, get_args

RelationKind = Literal[
    "spouse",
    "partner",
    "parent",
    "child",
    "sibling",
    "friend",
    "colleague",
    "assistant",
    "manager",
    "report",
    "assists",
    "other",
]
RELATION_KINDS: tuple[RelationKind, ...] = get_args(RelationKind)


class Tie(NamedTuple):
    """What somebody is to somebody: the kind, and what they are called where that says more.

    The word of a husband is "husband", that of whatever is an `other` always there.
    """

    kind: RelationKind
    word: str | None = None

    @property
    def said(self) -> str:
        return self.word or self.kind


class NewRelation(NamedTuple):
    """A relation to store of somebody: the other is the tie of theirs.

    name is how the other was named, and all there is where other_id is None.
    """

    tie: Tie
    other_id: int | None = None
    name: str | None = None


class StoredRelation(NamedTuple):
    """A relation as a row has it; other is who is in the book, name how they were named."""

    id: int
    tie: Tie
    other: Person | None
    name: str | None

    @property
    def called(self) -> str:
        return self.other.name if self.other else self.name or ""


class Relation(NamedTuple):
    """Somebody who belongs to a contact, as JSON shows it: the word is what they are to them.

    contact is null for somebody who is not in the book, of whom there is the name alone.
    """

    kind: RelationKind
    word: str
    contact: Person | None
    name: str


class Related(NamedTuple):
    """A relation with whose it is: other is the word of contact, or name where other is null."""

    contact: Person
    kind: RelationKind
    word: str
    other: Person | None
    name: str
