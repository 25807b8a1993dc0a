"""The journal: what commands changed, and what that was in words."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from netlog.named import NamedTuple
from netlog.typed import Any

Image = dict[str, Any]
# The commands behind which nothing is undone.
FORGET, COMPACT = "forget", "compact"
# What is told of what the journal cannot tell any more.
UNREADABLE = "unreadable"


class Batch(NamedTuple):
    """One command in the journal, from its first row to its last; undoes names another batch.

    number is its place among the commands. Its rows are those of the one of the number source,
    itself as a rule; where it is turned it took them back. who gave it is known on a server alone.
    """

    id: str
    command: str
    at: str
    undoes: str | None
    first: int
    last: int
    number: int = 0
    source: int = 0
    turned: bool = False
    who: str | None = None

    @property
    def rows(self) -> int:
        """How many rows it changed."""
        return self.last - self.first + 1


class Change(NamedTuple):
    """What a command did to one row: before is None when it is new, after when it is gone."""

    batch: Batch
    table: str
    row_id: int
    before: Image | None
    after: Image | None

    @property
    def image(self) -> Image:
        """The row as it was last known."""
        return self.after or self.before or {}


class Tally(NamedTuple):
    """How many rows of a table a command added, changed or removed."""

    table: str
    did: str
    number: int


class Names(NamedTuple):
    """What changes name by id only: contacts; who was at a meeting, and of which kind it was.

    planned and plan_kinds are the same of plans; companies their names; titles what goals and leads
    are called, by table.
    """

    names: dict[int, str]
    present: dict[int, tuple[int, ...]]
    kinds: dict[int, str]
    planned: Mapping[int, tuple[int, ...]] = MappingProxyType({})
    plan_kinds: Mapping[int, str] = MappingProxyType({})
    companies: Mapping[int, str] = MappingProxyType({})
    titles: Mapping[tuple[str, int], str] = MappingProxyType({})


class Obstacle(NamedTuple):
    """Why a change cannot be taken back: what was done to which row since, by what.

    did is "changed", "removed" or "refers" to what would go; command is null when it was not
    netlog. who gave it is known on a server alone.
    """

    change: Change
    did: str
    command: str | None
    at: str | None
    who: str | None = None


class Deed(NamedTuple):
    """What a command did to one record: ref is null for what has none, as a rule."""

    ref: str | None
    name: str
    what: str


class Command(NamedTuple):
    """What a command did; undone when it was taken back, undoes names the one it took back.

    who gave it is known on a server alone.
    """

    id: str
    command: str
    at: str
    undone: bool
    undoes: str | None
    what: tuple[Deed, ...]
    who: str | None = None


class Event(NamedTuple):
    """What happened on a day: kind is meeting, favor, thanks, plan, lead or change.

    at is when netlog heard of it. command is null for what was not read from the journal. who told
    it is known on a server alone.
    """

    on: date
    at: str
    kind: str
    ref: str | None
    what: str
    command: str | None = None
    undone: bool = False
    who: str | None = None


class Hands(NamedTuple):
    """Who added a record, and who changed it last; known on a server alone."""

    added_by: str | None = None
    changed_by: str | None = None


class ForeignKey(NamedTuple):
    """A column of a table whose values are ids of rows of its owner."""

    table: str
    column: str
    owner: str
