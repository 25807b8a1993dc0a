"""People who may be in the book twice, and pairs who are not."""

from netlog.errors import Candidate
from netlog.named import NamedTuple
from netlog.typed import Literal

Confidence = Literal["certain", "likely", "possible"]
CONFIDENCES: tuple[Confidence, ...] = ("certain", "likely", "possible")


class Way(NamedTuple):
    """A way to reach somebody, with the form in which two spellings of it are equal."""

    kind: str
    value: str
    normal: str


class Traits(NamedTuple):
    """What tells whether two contacts are one person; words are those of the name, folded.

    also are other names of several words: former ones, or with umlauts spelled out; short are those
    of one word, such as nicknames.
    """

    id: int
    name: str
    organization: str | None
    words: tuple[str, ...]
    ways: tuple[Way, ...] = ()
    also: tuple[tuple[str, ...], ...] = ()
    short: tuple[str, ...] = ()


class Sign(NamedTuple):
    """Why two may be one; code is stable."""

    code: str
    text: str


class Pair(NamedTuple):
    """Two contacts by id, the lower first, with what they share."""

    a: int
    b: int
    confidence: Confidence
    reasons: tuple[Sign, ...]


class Duplicate(NamedTuple):
    """Two contacts who may be one person, and the command that makes them one."""

    a: Candidate
    b: Candidate
    confidence: Confidence
    reasons: tuple[Sign, ...]
    merge: tuple[str, ...]


class NotSame(NamedTuple):
    """Two contacts who are not the same person, whatever they share."""

    a: Candidate
    b: Candidate
