"""The network: who led you to whom, and whom you brought together."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.people import Person


class Link(NamedTuple):
    """Somebody who was led to you by somebody, led you to others or met one through you."""

    contact: Person
    via: int | None
    organization: str | None
    known_on: date
    last_touch_on: date | None
    meetings: int
    circles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    became: str | None = None
    nicknames: tuple[str, ...] = ()


class ThanksTo(NamedTuple):
    """Thanks to somebody who led you to others, sent on that day or owed still, by their ref.

    said is the kindness that they are for; concerns are the others who were at the meeting or are a
    step of the lead that they are for, by id, None where they are for nothing that was named.
    """

    ref: str
    opened_on: date
    sent_on: date | None
    said: str | None
    concerns: frozenset[int] | None


class Node(NamedTuple):
    """Somebody in the network, in the order of the tree: under whom they came through.

    depth is 0 for whom nobody led you to. came are those who came through them at once, through all
    who did in the end; thanked says whether whoever led you to them was thanked for it, null where
    nobody did; owed is the ref of thanks for it that are not sent yet. became is what became of it:
    the lead that they are a step of and its stage, else how what they did turned out last.
    """

    contact: Person
    depth: int
    via: Person | None
    came: int
    through: int
    thanked: bool | None
    organization: str | None
    known_on: date
    last_touch_on: date | None
    meetings: int
    circles: tuple[str, ...]
    tags: tuple[str, ...]
    became: str | None
    owed: str | None = None
    nicknames: tuple[str, ...] = ()


class Together(NamedTuple):
    """Two people whom you brought together, and what they said came of it."""

    ref: str
    one: Person
    other: Person
    on: date
    outcome: str | None


class Network(NamedTuple):
    """Everybody in it, in the order of the tree, and whom you brought together yourself: all of
    them stand among the nodes.
    """

    nodes: tuple[Node, ...]
    introduced: tuple[Together, ...]
