"""Give and take: when promises come up, when asking is one too many, and how things stand."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import islice, takewhile

from netlog.records.reciprocity import (
    Balance,
    Bill,
    Bills,
    Check,
    Exchange,
    GiveAndTake,
    OwedFor,
    Reason,
    Tally,
    Thresholds,
)
from netlog.wording import count, short_day

PROMISE_DAYS = 7
WAITING_DAYS = 14
LAST_SHOWN = 5
YEAR_DAYS = 365
DAYS_IN_A_MONTH = 30.44

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def promise_due_on(opened_on: date, by: date | None) -> date:
    """When a promise to them is due."""
    return by or opened_on + timedelta(days=PROMISE_DAYS)


def waiting_due_on(opened_on: date, by: date | None) -> date:
    """When to ask again after what they were asked for."""
    return by or opened_on + timedelta(days=WAITING_DAYS)


def twelve_months_before(today: date) -> date:
    """The day since which asks and gives are counted."""
    return today - timedelta(days=YEAR_DAYS)


def check(facts: GiveAndTake, today: date, limits: Thresholds) -> Check:
    """What to think of before asking them for something, today."""
    found = (
        _asks_in_a_row(facts, limits),
        *_unthanked(facts, today),
        *_untold(facts, today),
        _silent(facts, today, limits),
        _asks_this_quarter(facts, today, limits),
    )
    reasons = tuple(reason for reason in found if reason)
    return Check(
        contact=facts.contact,
        fine=not reasons,
        reasons=reasons,
        last=facts.exchanges[:LAST_SHOWN],
        bills=whose_turn(facts.bills, today),
    )


def _asks_in_a_row(facts: GiveAndTake, limits: Thresholds) -> Reason | None:
    asks = list(takewhile(lambda exchange: exchange.kind == "ask", facts.exchanges))
    days = list(dict.fromkeys(exchange.on for exchange in asks))
    row = len(days)
    if row < limits.asks_in_a_row:
        return None
    since = days[-1]
    name = facts.contact.name
    text = f"your last {_spelt(row)} contacts with {name} were asks"
    if row == 1:
        text = f"your last contact with {name} was an ask"
    return Reason("asks_in_a_row", text, row, since)


def _unthanked(facts: GiveAndTake, today: date) -> Iterable[Reason]:
    for owed in facts.unthanked:
        if owed.on < today:
            said = f"you have not thanked {facts.contact.name} for {said_of(owed, today)}"
            yield Reason("not_thanked", said, (today - owed.on).days, owed.on)


def said_of(owed: OwedFor, today: date) -> str:
    """What it is for, in words: "coffee on 20 Nov", or "this: read my CV"."""
    when = short_day(owed.on, today)
    return f"{owed.what} on {when}" if owed.is_meeting else f"this: {owed.what}"


def _untold(facts: GiveAndTake, today: date) -> Iterable[Reason]:
    for owed in facts.untold:
        said = f"you have not told {facts.contact.name} how this turned out: {owed.what}"
        yield Reason("not_told", said, (today - owed.on).days, owed.on)


def _silent(facts: GiveAndTake, today: date, limits: Thresholds) -> Reason | None:
    # To ask is not to be in touch for their sake.
    kind = (exchange.on for exchange in facts.exchanges if exchange.kind != "ask")
    last = max((facts.last_touch_on or facts.added_on, *islice(kind, 1)))
    silent = (today - last).days
    if silent < limits.silent_days:
        return None
    months = round(silent / DAYS_IN_A_MONTH)
    said = count(months, "month") if months > 1 else count(silent, "day")
    return Reason("silent", f"silent for {said}: start with something for them", silent, last)


def _asks_this_quarter(facts: GiveAndTake, today: date, limits: Thresholds) -> Reason | None:
    start = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    asked = [e for e in facts.exchanges if e.kind == "ask" and start <= e.on <= today]
    if len(asked) < limits.asks_in_a_quarter:
        return None
    nth = len(asked) + 1
    said = f"{_ordinal(nth)} ask of {facts.contact.name} this quarter"
    return Reason("asks_this_quarter", said, len(asked), asked[-1].on)


def whose_turn(bills: Sequence[Bill], today: date) -> Bills:
    """Who paid last and whose turn it is; whoever invites, pays."""
    known = [bill for bill in bills if bill.paid_by or bill.invited_by]
    if not known:
        return Bills(None, None, None, None)
    last = known[0]
    payer = last.paid_by or last.invited_by or ""
    turn = {"me": "them", "them": "me"}.get(payer)
    did = "paid" if last.paid_by else "invited"
    who = {"me": f"You {did}", "them": f"They {did}", "split": "You split the bill"}[payer]
    said = f"{who} last ({last.kind} on {short_day(last.on, today)})"
    said += {"me": ": your turn to invite and pay.", "them": ": their turn.", None: "."}[turn]
    return Bills(payer, last.on, turn, said)


def balance(tally: Tally) -> Balance:
    """How things stand with one contact, in one plain sentence."""
    return Balance(*tally, text=_standing(tally))


def balances(tallies: Iterable[Tally]) -> list[Balance]:
    """Everybody with something given or taken: who gave you most and got least comes first."""
    ordered = sorted(
        tallies, key=lambda t: (t.given - t.received, t.gives - t.asks, t.contact.name, t.contact)
    )
    return [balance(tally) for tally in ordered]


def _standing(tally: Tally) -> str:
    name = tally.contact.name
    drained = ""
    if tally.asks > tally.gives and tally.asks > 1:
        gave = f"gave {_times(tally.gives) if tally.gives else 'nothing'}"
        drained = f" You asked {name} {_times(tally.asks)} this year and {gave}: give first."
    if tally.received > tally.given:
        return f"{name} did more for you than you for them: thank and help them.{drained}"
    if drained:
        return drained.strip()
    if tally.given > tally.received:
        return f"You did more for {name} than they for you."
    if tally.given == 0:
        pending = (("wait for", tally.open_to_me), ("promised", tally.open_to_them))
        said = " and ".join(f"{verb} {count(n, 'favor')}" for verb, n in pending if n)
        return f"Nothing has passed between you and {name} yet{f'; you {said}' if said else ''}."
    return f"You and {name} are even."


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{_spelt(number)} times")


def _ordinal(number: int) -> str:
    if number < len(_ORDINALS):
        return _ORDINALS[number]
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _spelt(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def latest_first(exchanges: Iterable[Exchange]) -> tuple[Exchange, ...]:
    """The exchanges, newest first; of one day what you gave comes first, then thanks, then asks.

    Simply being in touch counts on a day on which it was for nothing else.
    """
    known = list(exchanges)
    busy = {exchange.on for exchange in known if exchange.kind != "touch"}
    told = (exchange for exchange in known if exchange.kind != "touch" or exchange.on not in busy)
    weight = ("touch", "ask", "thanks", "give")
    ordered = sorted(told, key=lambda e: (e.on, weight.index(e.kind), int(e.ref[1:])))
    return tuple(reversed(ordered))
