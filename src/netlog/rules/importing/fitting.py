"""What a file says of somebody beside what is known: it fills a gap, says no more, or differs.

What it says otherwise and is not followed in is told, whoever said the first: the book or the file.
"""

from collections.abc import Iterator

from netlog.folding import fold, words
from netlog.records.contacts import NewContact, StoredContact
from netlog.records.importing import Arrival
from netlog.records.kept import lines_of
from netlog.rules.dates import is_fuller
from netlog.rules.importing import reaching
from netlog.rules.names import PHONETIC, is_address, says_less
from netlog.rules.organizations import are_one
from netlog.typed import Any

COLUMNS = ("nickname", "city", "birthday", "how_met", "met_on", "cadence_days", "notes")
JOB = ("organization", "title")
NAMED = {
    "former": "former name",
    "merged": "merged name",
    "nickname": "nickname",
    "phonetic_first": "spoken first name",
    "phonetic_last": "spoken last name",
}
OF_THE_ROW = ("id", "created_at", "updated_at")


def columns(there: StoredContact, arrival: Arrival, via: int | None) -> Iterator[tuple[str, Any]]:
    """Each column in which a file says another thing, with that; via is who introduced them."""
    said = {name: getattr(arrival.contact, name) for name in (*COLUMNS, *JOB)}
    said |= {"name": arrival.contact.name, "introduced_by_id": via}
    said |= {name: value for name, value in arrival.exact if name in StoredContact._fields}
    for name, new in said.items():
        old = getattr(there, name)
        stored = new.isoformat() if name == "met_on" and new else new
        if stored is None or stored == old or name in OF_THE_ROW:
            continue
        if name != "name" or not says_less(new, old):
            yield name, stored


def is_filled(there: StoredContact | NewContact, name: str, new: NewContact) -> bool:
    """Whether that column is empty, and what the file says of it fits what stands beside it."""
    old = getattr(there, name)
    if name == "name":
        return is_address(old) and not is_address(new.name)
    if name == "birthday" and old is not None:
        return bool(new.birthday and is_fuller(new.birthday, old))
    if name in JOB and old is None:
        beside = JOB[name == "organization"]
        one, other = getattr(there, beside), getattr(new, beside)
        is_same = are_one if beside == "organization" else _folds
        return not (one and other) or is_same(one, other)
    return old is None or (name == "snoozes" and not old)


def differing(there: StoredContact, arrival: Arrival, via: int | None) -> tuple[str, ...]:
    """In what somebody who is there is otherwise than the file says, as it is told."""
    said = (
        name.removesuffix("_id")
        for name, new in columns(there, arrival, via)
        # A further nickname is kept beside the first.
        if name != "nickname" and not _says_no_more(name, new, getattr(there, name))
    )
    return (*said, *_beside_columns(there, arrival))


def all_of(one: StoredContact) -> tuple[Any, ...] | None:
    """All that is known of somebody but the name, to be compared; None where that is nothing."""
    said = (
        *(getattr(one, name) for name in (*COLUMNS, *JOB)),
        *(frozenset(several) for several in (one.circles, one.tags, one.names, lines_of(one.kept))),
        frozenset(method[:2] for method in one.methods),
        frozenset((date.label, date.on) for date in one.dates),
        frozenset(job[:2] for job in one.jobs),
        frozenset(one.fields.items()),
    )
    return said if any(said) else None


def _beside_columns(there: StoredContact, arrival: Arrival) -> Iterator[str]:
    """What ways are called, the days, spoken names and fields that are otherwise there."""
    yield from dict.fromkeys(reaching.relabelled(there.methods, arrival.contact.methods))
    days = {fold(date.label): date.on for date in there.dates}
    for date in arrival.contact.dates:
        on = days.get(fold(date.label), date.on)
        if on != date.on and not is_fuller(on, date.on):
            yield date.label
    spoken = {kind: called for kind, called in there.names if kind in PHONETIC}
    for kind, called in arrival.contact.names:
        if spoken.get(kind, called) != called:
            yield NAMED[kind]
    yield from (key for key, value in arrival.fields if there.fields.get(key, value) != value)


def _says_no_more(name: str, new: Any, old: Any) -> bool:
    """Whether what is there says all of it, and more."""
    if name == "birthday":
        return old is not None and is_fuller(old, new)
    return name == "how_met" and str(old or "").startswith(new)


def _folds(one: str, other: str) -> bool:
    return words(one) == words(other)
