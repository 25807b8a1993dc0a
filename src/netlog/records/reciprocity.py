"""Give and take with one contact: what was said and done, and what follows from it."""

from datetime import date
from typing import Literal, NamedTuple

from netlog.records.people import Person

ContactKind = Literal["ask", "give", "thanks", "touch"]


class Exchange(NamedTuple):
    """One time you were in contact, by what it was for; ref is the record behind it."""

    on: date
    kind: ContactKind
    ref: str


class OwedFor(NamedTuple):
    """Thanks not sent or an outcome not told; what is a meeting's kind, or a favor's words.

    due_on is the day on which thanks become a debt.
    """

    ref: str
    on: date
    what: str
    is_meeting: bool = False
    due_on: date | None = None


class Bill(NamedTuple):
    """Who invited to and who paid for a meeting."""

    ref: str
    on: date
    kind: str
    invited_by: str | None
    paid_by: str | None


class GiveAndTake(NamedTuple):
    """The facts of one relationship: exchanges newest first, bills newest first."""

    contact: Person
    added_on: date
    last_touch_on: date | None
    exchanges: tuple[Exchange, ...]
    unthanked: tuple[OwedFor, ...]
    untold: tuple[OwedFor, ...]
    bills: tuple[Bill, ...]


class Reason(NamedTuple):
    """Why to think twice before asking; code is stable, number and since say how much."""

    code: str
    text: str
    number: int | None
    since: date | None


class Bills(NamedTuple):
    """Who paid last, and whose turn that makes it: me, them, or null when nobody knows."""

    paid_by: str | None
    paid_on: date | None
    turn: str | None
    text: str | None


class Check(NamedTuple):
    """A look before you ask: fine when there is no reason to wait."""

    contact: Person
    fine: bool
    reasons: tuple[Reason, ...]
    last: tuple[Exchange, ...]
    bills: Bills


class Thresholds(NamedTuple):
    """From when on an ask is one too many; days and counts."""

    asks_in_a_row: int = 3
    asks_in_a_quarter: int = 3
    silent_days: int = 365


class Balance(NamedTuple):
    """What passed between you and one contact; asks and gives count the last twelve months."""

    contact: Person
    given: int
    received: int
    open_to_them: int
    open_to_me: int
    last_given_on: date | None
    last_received_on: date | None
    asks: int
    gives: int
    text: str


class Tally(NamedTuple):
    """The counts behind a balance, unjudged."""

    contact: Person
    given: int
    received: int
    open_to_them: int
    open_to_me: int
    last_given_on: date | None
    last_received_on: date | None
    asks: int
    gives: int
