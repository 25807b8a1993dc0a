"""An office: a book that several people share on a server, and whose each person in it is."""

from netlog.named import NamedTuple
from netlog.records.people import Person
from netlog.typed import Literal, get_args

Group = Literal["reader", "member", "keeper"]
GROUPS: tuple[Group, ...] = get_args(Group)
# With whom everybody of an office is meant.
EVERYBODY = "everybody"


class Colleague(NamedTuple):
    """A user of the server, and what of the office: who reads, writes, or keeps it."""

    user: str
    group: Group


class Office(NamedTuple):
    """A book on a server, without passwords; who asks, and who belongs to it, in that order.

    group is null for who does not belong to it, people are none where it is no office.
    """

    book: str
    you: str
    group: Group | None
    people: tuple[Colleague, ...]


class Grant(NamedTuple):
    """With whom somebody is shared, and whether to read alone."""

    who: str
    may: Literal["read", "write"]


class Sharing(NamedTuple):
    """Whose somebody is in an office, and with whom shared."""

    contact: Person
    owner: str | None
    shared_with: tuple[Grant, ...] = ()
