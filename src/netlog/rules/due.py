"""The morning report: what is due, in which order, and the command that settles each."""

from collections.abc import Iterable
from datetime import date, timedelta

from netlog.records.due import (
    KINDS,
    Birthday,
    DueFacts,
    DueItem,
    OpenFavor,
    OutOfTouch,
    OwedThanks,
)
from netlog.records.favors import TO_THEM
from netlog.rules.dates import next_birthday
from netlog.wording import describe_cadence, short_day

BIRTHDAY_DAYS = 7
OUTCOME_AFTER_DAYS = 30
# From here on the report says how often something was put off.
OFTEN = 3


def horizon(today: date, within_days: int) -> date:
    """The last day the report looks at."""
    return today + timedelta(days=within_days)


def received_by(until: date) -> date:
    """The day by which a favor must have come for its outcome to be asked for."""
    return until - timedelta(days=OUTCOME_AFTER_DAYS)


def birthday_keys(today: date, within_days: int = 0) -> tuple[tuple[str, str], ...]:
    """The ranges of MM-DD in which birthdays are near, both ends included."""
    last = today + timedelta(days=max(BIRTHDAY_DAYS, within_days))
    if last - today >= timedelta(days=365):
        return (("01-01", "12-31"),)
    start, end = f"{today:%m-%d}", f"{last:%m-%d}"
    # 29 February is kept on the 28th in common years.
    end = "02-29" if end == "02-28" else end
    return ((start, end),) if start <= end else ((start, "12-31"), ("01-01", end))


def report(
    facts: DueFacts, today: date, kinds: Iterable[str] = (), within_days: int = 0
) -> list[DueItem]:
    """Everything due by then, ordered: thanks, promises, outcomes, waiting, dates, reconnects.

    Within a kind the longest overdue comes first; reconnects go by how overdue they are in
    proportion to their cadence.
    """
    wanted = set(kinds) or set(KINDS)
    near = [birthday for birthday in facts.birthdays if _is_near(birthday, today, within_days)]
    named = {birthday.contact for birthday in near}
    ranked = [
        *((_thanks(owed, today), 0.0) for owed in facts.thanks),
        *((_favor(favor, today), 0.0) for favor in facts.favors),
        *((_date(birthday, today), 0.0) for birthday in near),
        *(
            (_reconnect(person, today), _neglect(person, today))
            for person in facts.out_of_touch
            if person.every_days or person.remind_on or person.contact not in named
        ),
    ]
    ordered = sorted(
        ((item, neglect) for item, neglect in ranked if item.kind in wanted),
        key=lambda pair: (
            KINDS.index(pair[0].kind),
            -pair[1],
            pair[0].due_on,
            pair[0].contact.name,
            pair[0].ref,
        ),
    )
    return [item for item, _ in ordered]


def _overdue(due_on: date, today: date) -> int:
    return max(0, (today - due_on).days)


def _put_off(what: str, snoozes: int) -> str:
    return f"{what}; put off {snoozes} times" if snoozes >= OFTEN else what


def _thanks(owed: OwedThanks, today: date) -> DueItem:
    since = owed.meeting_on or owed.opened_on
    reason = owed.meeting_kind or ("a favor" if owed.favor_text else "your time together")
    what = f"thanks for {reason} on {short_day(since, today)}"
    what += f": {owed.favor_text}" if owed.favor_text else ""
    ref = f"t{owed.id}"
    return DueItem(
        kind="thanks",
        ref=ref,
        contact=owed.contact,
        what=_put_off(what, owed.snoozes),
        since=since,
        due_on=owed.due_on,
        days_overdue=_overdue(owed.due_on, today),
        settle=("netlog", "thank", ref),
    )


def _favor(favor: OpenFavor, today: date) -> DueItem:
    ref, due_on = f"f{favor.id}", favor.due_on
    on = f"on {short_day(favor.since, today)}"
    settle: tuple[str, ...] = ("netlog", "done", ref)
    if favor.outcome is not None:
        kind, what = "outcome", f"tell them how it turned out {on}: {favor.outcome}"
        settle = ("netlog", "favor", "told", ref)
    elif favor.received_on:
        kind, what = "outcome", f"how did it turn out? They helped {on}: {favor.text}"
        what += f" (netlog favor outcome {ref} …)"
        due_on = max(due_on, favor.received_on + timedelta(days=OUTCOME_AFTER_DAYS), today)
        settle = ("netlog", "drop", ref)
    elif favor.direction == TO_THEM:
        kind, what = "promise", f"you promised {on}: {favor.text}"
    else:
        kind, what = "waiting", f"you asked {on} for: {favor.text}"
    return DueItem(
        kind=kind,
        ref=ref,
        contact=favor.contact,
        what=_put_off(what, favor.snoozes),
        since=favor.since,
        due_on=due_on,
        days_overdue=_overdue(due_on, today),
        settle=settle,
    )


def _is_near(near: Birthday, today: date, within_days: int) -> bool:
    """Whether the coming birthday is near and neither greeted nor talked of on the day."""
    on = next_birthday(near.birthday, today)
    if on - today > timedelta(days=max(BIRTHDAY_DAYS, within_days)):
        return False
    # Putting somebody off until after the day must not let it pass.
    if near.snoozed_until and min(near.snoozed_until, on) > today:
        return False
    greeted = near.done_on is not None and near.done_on >= on
    return not greeted and not (near.last_touch_on and near.last_touch_on >= on)


def _date(near: Birthday, today: date) -> DueItem:
    on = next_birthday(near.birthday, today)
    if on == today:
        what = "birthday today"
    elif on == today + timedelta(days=1):
        what = "birthday tomorrow"
    else:
        what = f"birthday on {short_day(on, today)}"
    if not near.birthday.startswith("-"):
        what += f", turning {on.year - int(near.birthday[:4])}"
    what = _put_off(what, near.snoozes)
    return DueItem(
        kind="date",
        ref=near.contact.ref,
        contact=near.contact,
        what=what,
        since=min(on - timedelta(days=BIRTHDAY_DAYS), today),
        due_on=on,
        days_overdue=0,
        settle=("netlog", "done", near.contact.ref),
    )


def _neglect(person: OutOfTouch, today: date) -> float:
    """Days overdue in proportion to the cadence."""
    return (today - person.next_due_on).days / max(person.every_days, 1)


def _reconnect(person: OutOfTouch, today: date) -> DueItem:
    last = person.last_touch_on
    seen = f"last in touch {short_day(last, today)}" if last else "not in touch yet"
    settle: tuple[str, ...] = ("netlog", "log", person.contact.ref, "--kind", "message")
    if person.remind_on == person.next_due_on:
        what = f"you wanted to be reminded; {seen}"
        settle = ("netlog", "done", person.contact.ref)
    elif person.every_days:
        what = f"{seen}, meant {describe_cadence(person.every_days)}"
    else:
        what = f"put off until {short_day(person.next_due_on, today)}; {seen}"
    what = _put_off(what, person.snoozes)
    return DueItem(
        kind="reconnect",
        ref=person.contact.ref,
        contact=person.contact,
        what=what,
        since=last or person.added_on,
        due_on=person.next_due_on,
        days_overdue=_overdue(person.next_due_on, today),
        settle=settle,
    )
