"""On which day somebody, or what was put off, comes up: the sentence that confirms it."""

from collections.abc import Sequence
from datetime import date

from netlog.records.contacts import Contact
from netlog.records.favors import Favor
from netlog.records.leads import Lead
from netlog.records.organizations import Company
from netlog.records.plans import Plan
from netlog.records.standing import Open
from netlog.records.thanks import Thanks
from netlog.render.pages import favors, plans, thanks
from netlog.typed import Any
from netlog.wording import capitalized, listed, short_day

MOST_TOLD = 3
# What a line of the morning is for; of a yearly day its own name is said.
FOR = {
    "thanks": "the thanks",
    "promise": "what you promised",
    "waiting": "what you asked for",
    "outcome": "how it turned out",
    "plan": "what is planned",
    "lead": "the chase",
}


def comes_up(
    record: Contact | Favor | Thanks | Plan | Lead | Company,
    on: date | None,
    days: Sequence[Open],
    today: date,
) -> str:
    """When it comes up; on is the day on which it really does, None where it does not.

    days is what is open and comes before, the first first.
    """
    name, command = _named(record, today)
    first = {one.kind if one.kind in FOR else one.about: one for one in reversed(days)}
    each = [one for one in days if one in first.values()]
    # Of what comes on one day all is named, or it would read as all there is.
    told_until = max((max(one.comes_on, today) for one in each[:MOST_TOLD]), default=today)
    before = _by_day([one for one in each if one.comes_on <= told_until], today)
    several = isinstance(record, Thanks)
    come, do, are = ("come", "do", "are") if several else ("comes", "does", "is")
    if on is None and before:
        return f"{name} {come} up {listed(before)}."
    if on is None:
        return f"{name} {do} not come up by itself{command}."
    if on <= today:
        return f"{name} {are} due now."
    told = "".join(f", and {one}" for one in before)
    return f"{name} {come} up again on {short_day(on, today)}{told}."


def day_comes_up(one: Open, record: Contact, on: date | None, today: date) -> str:
    """When a yearly day of theirs comes up that was put off by itself."""
    then = f"comes up again on {short_day(on, today)}" if on else "does not come up by itself"
    return f"{day(one, record)} {'is due now' if on and on <= today else then}."


def day(one: Open, record: Contact) -> str:
    """A yearly day of theirs at the beginning of a sentence: "The birthday of Ada (c2.1)"."""
    return f"The {one.label} of {record.name} ({one.ref})"


def stays(days: Sequence[Open], typed: str) -> list[str]:
    """What of a person was not put off with them, each by its ref, and how that is done."""
    of_kind: dict[str, list[str]] = {}
    for one in days:
        if one.kind in FOR:
            of_kind.setdefault(FOR[one.kind], []).append(one.ref)
    if not of_kind:
        return []
    said = listed([f"{_several(what, refs)} ({', '.join(refs)})" for what, refs in of_kind.items()])
    refs = [ref for refs in of_kind.values() for ref in refs]
    # One "thanks" are several, too.
    alone = len(refs) == 1 and FOR["thanks"] not in of_kind
    there = "stays where it is" if alone else "stay where they are"
    return [f"{_capital(said)} {there}: netlog snooze {refs[0]} {typed}"]


def _several(what: str, refs: Sequence[str]) -> str:
    return f"{what}s" if what == FOR["lead"] and len(refs) > 1 else what


def reminder(before: Any, until: date | None, today: date) -> list[str]:
    """What became of the reminder of a person who was put off until then; of no day: dropped."""
    if not isinstance(before, Contact) or before.remind_on is None:
        return []
    if (before.last_touch_on or date.min) >= before.remind_on:
        return []
    # It may have been moved before.
    on = max(before.remind_on, before.snoozed_until or date.min)
    now = max(before.remind_on, until) if until else None
    if now == on:
        return []
    moved = f"moves to {short_day(now, today)}" if now else "is dropped"
    why = f" ({before.remind_why})" if before.remind_why else ""
    return [f"The reminder of {before.name} for {short_day(on, today)}{why} {moved}."]


def _by_day(several: Sequence[Open], today: date) -> list[str]:
    """What comes on each day: "today for the thanks and what you promised"."""
    found: dict[str, list[str]] = {}
    for one in several:
        when = "today" if one.comes_on <= today else f"on {short_day(one.comes_on, today)}"
        found.setdefault(when, []).append(FOR.get(one.kind, f"the {one.label}"))
    return [f"{when} for {listed(what)}" for when, what in found.items()]


def _named(
    record: Contact | Favor | Thanks | Plan | Lead | Company, today: date
) -> tuple[str, str]:
    """What it is called, and what would let it come up."""
    match record:
        case Contact():
            archived = f": netlog unarchive {record.ref}"
            every = f": netlog every {record.ref} monthly"
            return record.name, archived if record.archived else every
        case Company():
            return record.name, f": netlog every {record.ref} quarterly"
        case Plan():
            return f"{_capital(record.kind)} with {plans.names(record)} ({record.ref})", ""
        case Lead():
            return f"The chase for {record.title} ({record.ref})", ""
        case Favor():
            return _capital(favors.subject(record)), ""
        case Thanks():
            return _capital(thanks.subject(record, today)), ""


def _capital(said: str) -> str:
    return capitalized(said)
