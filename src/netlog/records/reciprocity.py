"""Give and take with one contact: a look before you ask, and what passed between you."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.people import Person
from netlog.records.standing import Act


class Bill(NamedTuple):
    """Who invited to and who paid for a meeting."""

    ref: str
    on: date
    kind: str
    invited_by: str | None
    paid_by: str | None


class Bills(NamedTuple):
    """Who paid last, and whose turn that makes it: me, them, or null when nobody knows."""

    paid_by: str | None
    paid_on: date | None
    turn: str | None
    text: str | None


class GiveAndTake(NamedTuple):
    """What was given and received, over all and in twelve months.

    acts are newest first; row_of_asks the days of asks since you last gave or told, newest first.
    unthanked and untold count their help for which no thanks were sent, and of which there is still
    something to tell. thanked and told say whether you did so within the twelve months, and of all
    that is from then; let_go that some of it never was. heard: they were ever told how anything
    turned out.
    """

    acts: tuple[Act, ...]
    row_of_asks: tuple[date, ...]
    asks_in_90_days: tuple[date, ...]
    given: int
    received: int
    unthanked: int
    untold: int
    asked_in_a_year: int
    given_in_a_year: int
    last_given_on: date | None
    last_received_on: date | None
    thanked: bool
    told: bool
    let_go: bool
    heard: bool


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
