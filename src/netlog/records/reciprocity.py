"""Give and take with one contact: a look before you ask, and what passed between you."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.people import Person
from netlog.records.standing import Act, Bills


class Reason(NamedTuple):
    """Why to think twice before asking; code is stable, number and since say how much."""

    code: str
    text: str
    number: int | None
    since: date | None


class Check(NamedTuple):
    """A look before you ask: fine when there is no reason to wait.

    go_ahead says then how you stand. Otherwise instead is how to begin. advice is the question to
    put in place of the ask, where one speaks against it or it is known what you look for.
    """

    contact: Person
    fine: bool
    reasons: tuple[Reason, ...]
    last: tuple[Act, ...]
    bills: Bills
    last_touch_on: date | None
    go_ahead: str | None
    instead: str | None
    advice: str | None


class Thresholds(NamedTuple):
    """From when on an ask is one too many; days and counts."""

    asks_in_a_row: int = 2
    asks_in_90_days: int = 3
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
