"""Whom to get back in touch with, why, and with which words; explained, never random."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from netlog.records.reciprocity import OwedFor
from netlog.records.reconnect import Acquaintance, Opening, Suggestion, Why
from netlog.rules.dates import is_whole, next_birthday
from netlog.rules.reciprocity import said_of
from netlog.wording import count, days_phrase, describe_cadence, short_day, shortened

BIRTHDAY_WITHIN = timedelta(days=30)
# Whoever you met lately needs no getting back to for old times' sake.
LATELY = timedelta(days=14)
# How much each reason weighs in the order. Neglect counts by cadences missed: it grows without end
# towards MOST_NEGLECT, so that years of it do not drown out debts.
WEIGHTS = {"thanks": 3.0, "outcome": 2.5, "promise": 2.0, "birthday": 1.5, "gave_more": 1.5}
INTRODUCED = 1.0
MOST_NEGLECT = 4.0
DEBTS = ("thanks", "outcome", "promise")
LONGEST_TOPIC = 80


class Candidate(NamedTuple):
    """Somebody worth getting back to, and what speaks for it."""

    known: Acquaintance
    why: tuple[Why, ...]


def candidates(
    people: Iterable[Acquaintance], today: date, *, whoever: bool = False
) -> list[Candidate]:
    """Those with a reason, the weightiest first; `whoever` keeps the ones without any.

    For somebody put off until later, only what you owe them speaks.
    """
    ranked = []
    for known in people:
        why = tuple(_why(known, today))
        if not whoever and known.snoozed_until and known.snoozed_until > today:
            why = tuple(reason for reason in why if reason.code in DEBTS)
        if why or whoever:
            ranked.append((_weight(known, why, today), Candidate(known, why)))
    ranked.sort(key=lambda pair: (-pair[0], pair[1].known.contact.name, pair[1].known.contact.id))
    return [candidate for _, candidate in ranked]


def suggestion(candidate: Candidate, last_topic: OwedFor | None, today: date) -> Suggestion:
    """The candidate with an opening."""
    known = candidate.known._replace(last_topic=last_topic)
    return Suggestion(
        contact=known.contact,
        last_touch_on=known.last_touch_on,
        days_overdue=_days_overdue(known, today),
        why=candidate.why,
        opening=opening(known, today),
    )


def _days_overdue(known: Acquaintance, today: date) -> int:
    return max(0, (today - known.next_due_on).days) if known.next_due_on else 0


def _why(known: Acquaintance, today: date) -> Iterable[Why]:
    debts = [owed for owed in known.thanks if owed.due_on is None or owed.due_on <= today]
    if debts:
        yield Why("thanks", f"thanks owed for {said_of(debts[0], today)}")
    if known.outcomes:
        yield Why("outcome", f"an outcome to tell: {known.outcomes[0].what}")
    if known.promises:
        yield Why("promise", f"you promised: {known.promises[0].what}")
    if on := _birthday_near(known, today):
        yield Why("birthday", f"birthday on {short_day(on, today)}")
    if known.next_due_on and known.next_due_on <= today:
        yield Why("overdue", _overdue_text(known, today))
    if known.last_touch_on and today - known.last_touch_on <= LATELY:
        return
    if known.received > known.given:
        yield Why(
            "gave_more", f"did {count(known.received, 'favor')} for you, you {known.given} for them"
        )
    if known.introduced:
        names = ", ".join(known.introduced[:3])
        yield Why("introduced", f"introduced you to {names}")


def _overdue_text(known: Acquaintance, today: date) -> str:
    last = known.last_touch_on
    seen = f"last in touch {short_day(last, today)}" if last else "not in touch yet"
    days = _days_overdue(known, today)
    late = f", {days_phrase(days)} overdue" if days else ", due today"
    meant = f", meant {describe_cadence(known.every_days)}" if known.every_days else ""
    return f"{seen}{meant}{late}"


def _birthday_near(known: Acquaintance, today: date) -> date | None:
    if not known.birthday or not is_whole(known.birthday):
        return None
    on = next_birthday(known.birthday, today)
    greeted = known.birthday_done_on is not None and known.birthday_done_on >= on
    return on if on - today <= BIRTHDAY_WITHIN and not greeted else None


def _weight(known: Acquaintance, why: tuple[Why, ...], today: date) -> float:
    total = sum(WEIGHTS.get(reason.code, 0.0) for reason in why)
    if any(reason.code == "overdue" for reason in why):
        missed = 1 + _days_overdue(known, today) / max(known.every_days, 1)
        total += MOST_NEGLECT * missed / (missed + 2)
    return total + (INTRODUCED if any(reason.code == "introduced" for reason in why) else 0.0)


def opening(known: Acquaintance, today: date) -> Opening:
    """How to begin without asking for anything, from what is on record."""
    if known.thanks:
        owed = known.thanks[0]
        return Opening(f"Thank them for {said_of(owed, today)}.", owed.ref)
    if known.outcomes:
        owed = known.outcomes[0]
        return Opening(f"Tell them how it turned out: {owed.what}.", owed.ref)
    if known.promises:
        owed = known.promises[0]
        return Opening(f"Bring what you promised: {owed.what}.", owed.ref)
    if on := _birthday_near(known, today):
        return Opening(f"Wish them well for their birthday on {short_day(on, today)}.", None)
    if known.last_topic:
        topic = known.last_topic
        said = shortened(topic.what.split("\n")[0], LONGEST_TOPIC)
        return Opening(f"Go on from {short_day(topic.on, today)}: {said}", topic.ref)
    return Opening("Ask how they are and what you can do for them.", None)
