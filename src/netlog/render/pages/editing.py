"""The sentences that confirm an edit: what changed from what to what, and the job that is over."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from netlog.folding import fold
from netlog.records.contacts import Contact, Method, YearlyDate
from netlog.records.editing import JobFate
from netlog.records.meetings import Meeting
from netlog.records.organizations import Company
from netlog.render.pages.contacts import joined
from netlog.typed import Any
from netlog.wording import describe_cadence, said_birthday, sentence, short_day, typed_anew

# What can be edited, by the word it is confirmed with.
VALUES = {
    "name": "name",
    "phonetic_first": "spoken first name",
    "phonetic_last": "spoken last name",
    "organization": "organization",
    "title": "title",
    "city": "city",
    "birthday": "birthday",
    "how_met": "met",
    "met_on": "met on",
    "introduced_by": "introduced by",
    "cadence": "cadence",
    "happened_on": "day",
    "happens_on": "day",
    "starts_at": "time",
    "kind": "kind",
    "place": "place",
    "invited_by": "invited by",
    "paid_by": "paid by",
    "asked": "asked for",
    "occasion": "occasion",
    "text": "text",
    "due_on": "due",
    "by": "by",
    "horizon": "horizon",
    "source": "source",
    "goal": "goal",
    "done_on": "done",
    "sent_on": "sent",
    "how": "how",
    "outcome": "outcome",
    "asked_for": "asked for",
    "notes": "notes",
}
# Of what nothing is said any more, where "no" does not go before its name.
NOTHING = {
    "met": "no word of how you met",
    "met on": "no day on which you met",
    "introduced by": "no word of who introduced you",
    "invited by": "no word of who invited",
    "paid by": "no word of who paid",
    "asked for": "nothing asked for",
    "due": "no day due",
}
LONGEST = 40


def changed(before: Any, after: Any, today: date, also: Sequence[str] = ()) -> str:
    """ "Grace Hopper (c1): organization Acme → Initech, +hiring." """
    said = ", ".join((*_changes(before, after, today), *also)) or "nothing was changed"
    return sentence(f"{title(after, today)}: {said}")


def former_job(before: Contact, after: Contact, found: JobFate) -> str | None:
    """What became of the job that was there; None when it is as it was, or was to be mended."""
    if (before.organization, before.title) == (after.organization, after.title) or found.mends:
        return None
    job = joined(before.organization, before.title)
    if found.is_kept:
        return sentence(f"{job} is kept as a former job")
    if found.stays:
        one = f"{before.organization} and {after.organization} are one company"
        return f"{one}: with --no-fix {job} is a former job."
    gone = any(old and old != new for old, new in _jobs(before, after))
    return f"{job} is taken for a mistake: with --no-fix it is a former job." if gone else None


def former_name(before: Contact, after: Contact, told: bool | None) -> str | None:
    """What became of the name that was there; None when it is as it was."""
    if before.name == after.name:
        return None
    if before.name in after.former_names and before.name not in before.former_names:
        return f"{before.name} still finds them, as a former name."
    if told is None and before.name not in after.former_names:
        kept = f"netlog edit {after.ref} --add-former {typed_anew(before.name)}"
        return f"{before.name} is taken for a mistake. To keep it as a former name: {kept}"
    return None


def _jobs(before: Contact, after: Contact) -> Iterator[tuple[str | None, str | None]]:
    yield before.organization, after.organization
    yield before.title, after.title


def title(record: Any, today: date) -> str:
    """What was edited, by name and ref."""
    return f"{TITLES[record.ref[0]](record, today)} ({record.ref})"


TITLES: dict[str, Callable[[Any, date], str]] = {
    "c": lambda contact, _: str(contact.name),
    "m": lambda meeting, today: f"{meeting.kind} on {short_day(meeting.happened_on, today)}",
    "f": lambda favor, _: str(favor.contact.name),
    "t": lambda thanks, _: f"Thanks to {thanks.contact.name}",
    "o": lambda company, _: str(company.name),
    "g": lambda goal, _: str(goal.text),
    "l": lambda lead, _: str(lead.title),
    "p": lambda plan, today: f"{plan.kind} on {short_day(plan.happens_on, today)}",
}


def _changes(before: Any, after: Any, today: date) -> Iterator[str]:
    for key, word in VALUES.items():
        old, new = (_said(record, key, today) for record in (before, after))
        if old != new:
            yield _notes(old, new) if key == "notes" else _value(word, old, new)
        if key == "name" and isinstance(after, Contact):
            yield from _other_names(before, after)
    if isinstance(after, Meeting):
        yield from _labels(_names(before.contacts), _names(after.contacts))
    elif isinstance(after, Company):
        yield from _labels(before.aliases, after.aliases)
        yield from _methods(before.methods, after.methods)
    elif isinstance(after, Contact):
        yield from _dates(before.dates, after.dates)
        yield from _labels(before.circles, after.circles)
        yield from _labels(before.tags, after.tags)
        yield from _methods(before.methods, after.methods)
        yield from _fields(before.fields, after.fields)


def _said(record: Any, key: str, today: date) -> str:
    if key == "cadence":
        own = getattr(record, "cadence_from", None) == "contact"
        own = own or (isinstance(record, Company) and bool(record.cadence_days))
        return describe_cadence(record.cadence_days or 0) if own else ""
    value = getattr(record, key, None)
    if isinstance(value, date):
        return short_day(value, today)
    if key == "birthday" and value:
        return said_birthday(value)
    named = getattr(value, "name", None) or getattr(value, "text", None)
    return str(named or value or "")


def _value(word: str, old: str, new: str) -> str:
    if not new:
        return NOTHING.get(word, f"no {word}")
    if any(len(text) > LONGEST or "\n" in text for text in (old, new)):
        return word
    return f"{word} {old} → {new}" if old else f"{word} {new}"


def _notes(old: str, new: str) -> str:
    """What became of the notes: added to, replaced, or cleared."""
    if old and not new:
        return "no notes"
    if not old or new.startswith(f"{old}\n"):
        return _value("note added:", "", new.removeprefix(f"{old}\n")).removesuffix(":")
    return _value("notes replaced:", old, new).removesuffix(":")


def _names(people: Sequence[Any]) -> list[str]:
    return [person.name for person in people]


def _labels(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    yield from (f"+{one}" for one in after if one not in before)
    yield from (f"−{one}" for one in before if one not in after)


def _fields(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            yield _value(f"{key}:", before.get(key, ""), after.get(key, "")).removesuffix(":")


OTHER_NAMES: dict[str, Callable[[Contact], Sequence[str]]] = {
    "former name": lambda contact: contact.former_names,
    "merged name": lambda contact: contact.merged_names,
}


def _other_names(before: Contact, after: Contact) -> Iterator[str]:
    if max(len(before.nicknames), len(after.nicknames)) <= 1:
        if before.nickname != after.nickname:
            yield _value("nickname", before.nickname or "", after.nickname or "")
    else:
        for change in _labels(before.nicknames, after.nicknames):
            yield f"{change[0]}nickname {change[1:]}"
    for kind, held in OTHER_NAMES.items():
        for change in _labels(held(before), held(after)):
            if change[1:] != before.name:  # told in a sentence of its own
                yield f"{change[0]}{kind} {change[1:]}"


def _dates(before: Sequence[YearlyDate], after: Sequence[YearlyDate]) -> Iterator[str]:
    old, new = ({fold(date.label): date for date in dates} for dates in (before, after))
    for key in dict.fromkeys((*old, *new)):
        was, now = old.get(key), new.get(key)
        said, anew = (said_birthday(one.on) if one else "" for one in (was, now))
        if said != anew:
            yield _value((now or was or old[key]).label, said, anew)
        elif was and now and was.label != now.label:
            yield _value("day", was.label, now.label)


def _methods(before: Sequence[Method], after: Sequence[Method]) -> Iterator[str]:
    old, new = ({(one.kind, one.value): one for one in held} for held in (before, after))
    for key, method in new.items():
        if method != old.get(key):
            told = _method(method)
            yield told if key in old else _signed("+", "added", method, told)
    gone = (method for key, method in old.items() if key not in new)
    yield from (_signed("−", "removed", method, method.value) for method in gone)


def _signed(sign: str, word: str, method: Method, told: str) -> str:
    """What was added or taken away; a number that has a sign of its own is told in words."""
    return f"{word} {method.kind} {told}" if told.startswith("+") else f"{sign}{told}"


def _method(method: Method) -> str:
    about = [*filter(None, [method.label]), *(["preferred"] if method.preferred else [])]
    return f"{method.value} ({', '.join(about)})" if about else method.value
