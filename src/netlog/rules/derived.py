"""The derived columns of a contact, judged from its facts: which cadence holds, what is next."""

from datetime import date, timedelta

from netlog.folding import name_key
from netlog.records.cadence import ContactFacts, Derived, LabelledDays
from netlog.rules import peace
from netlog.rules.dates import is_whole
from netlog.wording import NEVER

DEFAULT_DAYS = 90


def derive(facts: ContactFacts) -> Derived:
    """What the contact's derived columns must hold for these facts."""
    every = cadence_in_force(facts)
    return Derived(
        name_key=name_key(facts.name, facts.nickname, facts.other_names),
        birthday_key=_day_of_year(facts.birthday),
        every_days=every.days,
        every_from=every.label,
        last_touch_on=_iso(facts.last_touch_on),
        next_due_on=_iso(next_due_on(facts, every.days)),
    )


def _day_of_year(birthday: str | None) -> str | None:
    """MM-DD; None where no more than a month or a year is known."""
    return birthday[-5:] if birthday and is_whole(birthday) else None


def cadence_in_force(facts: ContactFacts) -> LabelledDays:
    """The contact's own cadence, else its tags' shortest, else its circles', else the default.

    A rule that says never gives way to any rule of its kind that names days.
    """
    if facts.cadence_days is not None:
        return LabelledDays("contact", facts.cadence_days)
    for rules in (facts.tag_days, facts.circle_days):
        if rules:
            return min(rules, key=lambda rule: (rule.days == NEVER, rule.days, rule.label))
    default = DEFAULT_DAYS if facts.default_days is None else facts.default_days
    return LabelledDays("default", default)


def next_due_on(facts: ContactFacts, every_days: int) -> date | None:
    """The day to be back in touch; None for never and for the archived.

    A day asked for (remind_on) comes before the cadence until a touch on or after it. Snoozing
    somebody whose cadence is never is such a day too; a later touch ends it. Whoever is left in
    peace comes for the cadence, or after having been put off, when that is over.
    """
    if facts.archived:
        return None
    touched = facts.last_touch_on or date.min
    if facts.remind_on and touched < facts.remind_on:
        return _put_off(facts, facts.remind_on)
    due: date | None = None
    if every_days != NEVER and facts.first_on and not facts.last_touch_on:
        due = facts.first_on
    elif every_days != NEVER:
        due = _later(facts.last_touch_on or facts.met_on or facts.added_on, every_days)
    due = _put_off(facts, due)
    return max(due, peace.until(facts.said_no_on)) if due and facts.said_no_on else due


def _put_off(facts: ContactFacts, due: date | None) -> date | None:
    """The day, or that of a snooze that no touch has ended."""
    touched, snoozed = facts.last_touch_on or date.min, facts.snoozed_until
    if snoozed and touched < snoozed and touched <= (facts.snoozed_on or snoozed):
        return max(due, snoozed) if due else snoozed
    return due


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
