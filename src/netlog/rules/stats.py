"""Honest odds: ratios from your own record alone, and none from fewer than ten."""

from collections.abc import Iterator, Sequence
from datetime import date

from netlog.named import NamedTuple
from netlog.records.stats import MonthCount, Odds, OddsName
from netlog.rules.months import add_months
from netlog.typed import Final
from netlog.wording import spelt

ENOUGH = 10
COFFEE = "coffee"
INTERVIEW, OFFER, LANDED = "interview", "offer", "landed"
MONTHS = 12
MOST_BROUGHT = 10
WHAT: Final = ("new", "given", "received", "asked", "thanked")


class Sample(NamedTuple):
    """What the odds are counted from.

    interviews and offers are leads that came so far, hops the days that each step took.
    """

    conversations: int
    introductions: int
    coffees: int
    leads: int
    interviews: int
    offers: int
    hops: tuple[int, ...]
    asks: int
    answers: int


def began(until: date) -> date:
    """The first day of the twelve months that end with that day."""
    return add_months(until, -MONTHS)


def odds(found: Sample) -> tuple[Odds, ...]:
    """All of them, with the samples they stand on."""
    pairs: tuple[tuple[OddsName, int, int], ...] = (
        ("conversations_per_introduction", found.conversations, found.introductions),
        ("introductions_per_lead", found.introductions, found.leads),
        ("leads_per_interview", found.leads, found.interviews),
        ("leads_per_offer", found.leads, found.offers),
        ("days_per_hop", sum(found.hops), len(found.hops)),
        ("answers_per_ask", found.answers, found.asks),
    )
    return tuple(
        Odds(name, number, of, round(number / of, 2) if of >= ENOUGH else None)
        for name, number, of in pairs
    )


def saying(found: Sample) -> str | None:
    """What an essay would add: "Eleven coffees brought two introductions: keep knocking."

    Of fewer than ten nothing is said to have brought anything: they are counted, side by side.
    """
    number, what = found.coffees, COFFEE
    if not number:
        number, what = found.conversations, "conversation"
    if not number:
        return None
    knocks = f"{_said(number)} {what if number == 1 else what + 's'}"
    what = "introduction" if found.introductions < 2 else "introductions"
    came = f"{_said(found.introductions)} {what}"
    if number < ENOUGH:
        return f"{knocks.capitalize()}, {came} so far: keep knocking."
    yet = "" if found.introductions else " yet"
    return f"{knocks.capitalize()} brought {came}{yet}: keep knocking."


def _said(number: int) -> str:
    more = {10: "ten", 11: "eleven", 12: "twelve"}
    return more.get(number, spelt(number))


def stage_of(wanted: str, stages: Sequence[str], from_end: int) -> str:
    """The stage that is meant by the name, else the one so far from the end, as you call it."""
    if wanted in stages or len(stages) < from_end:
        return wanted
    return stages[-from_end]


def months(counted: dict[tuple[str, str], int], since: date, until: date) -> tuple[MonthCount, ...]:
    """Every month of the span, with what was counted in it."""
    return tuple(
        MonthCount(month, *(counted.get((month, what), 0) for what in WHAT))
        for month in _named(since, until)
    )


def _named(since: date, until: date) -> Iterator[str]:
    year, month = since.year, since.month
    while (year, month) <= (until.year, until.month):
        yield f"{year:04}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
