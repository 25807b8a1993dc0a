"""What finding a person needs to know of each, and what came of it."""

from netlog.errors import Candidate
from netlog.named import NamedTuple
from netlog.typed import Literal

Nearness = Literal["exact", "words", "near", "nobody"]


class Named(NamedTuple):
    """A contact by its folded words, as stored in name_key."""

    id: int
    name: str
    organization: str | None
    name_key: str
    archived: bool = False


class Referred(NamedTuple):
    """A record by its ref: whose it is, and what it is about."""

    ref: str
    contact: Named
    about: str


class Match(NamedTuple):
    """Who could be meant, best first, and by which stage they were found."""

    how: Nearness
    candidates: tuple[Candidate, ...]
