"""Whom to get back in touch with, why, and with which words; explained, never random."""

from collections.abc import Iterable
from datetime import date, timedelta

from netlog.records.reconnect import Acquaintance, Opening, Suggestion, Why
from netlog.rules.dates import next_birthday
from netlog.rules.reciprocity import said_of
from netlog.wording import count, days_phrase, describe_cadence, short_day

BIRTHDAY_WITHIN = timedelta(days=30)
# How much each reason weighs in the order; neglect counts by cadences missed, up to MOST_NEGLECT.
WEIGHTS = {"thanks": 3.0, "outcome": 2.5, "promise": 2.0, "birthday": 1.5, "gave_more": 1.5}
INTRODUCED = 1.0
MOST_NEGLECT = 4.0


def suggestions(
    people: Iterable[Acquaintance], today: date, *, whoever: bool = False
) -> list[Suggestion]:
    """Those with a reason, the weightiest first; `whoever` keeps the ones without any.

    Somebody put off until later is left out.
    """
    ranked = []
    for known in people:
        if known.snoozed_until and known.snoozed_until > today and not whoever:
            continue
        why = tuple(_why(known, today))
        if why or whoever:
            ranked.append((_weight(known, why, today), _suggestion(known, why, today)))
    ranked.sort(key=lambda pair: (-pair[0], pair[1].contact.name, pair[1].contact.id))
    return [suggestion for _, suggestion in ranked]


def _suggestion(known: Acquaintance, why: tuple[Why, ...], today: date) -> Suggestion:
    return Suggestion(
        contact=known.contact,
        last_touch_on=known.last_touch_on,
        days_overdue=_days_overdue(known, today),
        why=why,
        opening=opening(known, today),
    )


def _days_overdue(known: Acquaintance, today: date) -> int:
    return max(0, (today - known.next_due_on).days) if known.next_due_on else 0


def _why(known: Acquaintance, today: date) -> Iterable[Why]:
    if known.thanks:
        yield Why("thanks", f"thanks owed for {said_of(known.thanks[0], today)}")
    if known.outcomes:
        yield Why("outcome", f"an outcome to tell: {known.outcomes[0].what}")
    if known.promises:
        yield Why("promise", f"you promised: {known.promises[0].what}")
    if on := _birthday_near(known, today):
        yield Why("birthday", f"birthday on {short_day(on, today)}")
    if known.next_due_on and known.next_due_on <= today:
        yield Why("overdue", _overdue_text(known, today))
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
    if not known.birthday:
        return None
    on = next_birthday(known.birthday, today)
    return on if on - today <= BIRTHDAY_WITHIN else None


def _weight(known: Acquaintance, why: tuple[Why, ...], today: date) -> float:
    total = sum(WEIGHTS.get(reason.code, 0.0) for reason in why)
    if any(reason.code == "overdue" for reason in why):
        total += min(1 + _days_overdue(known, today) / max(known.every_days, 1), MOST_NEGLECT)
    return total + (INTRODUCED if known.introduced else 0.0)


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
        return Opening(f"Go on from {short_day(topic.on, today)}: {topic.what}", topic.ref)
    return Opening("Ask how they are and what you can do for them.", None)
