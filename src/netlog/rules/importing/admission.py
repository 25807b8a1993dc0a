"""What of a foreign file may be stored, and as what: cleaned rather than refused.

A character that cannot be kept goes, what is no e-mail, phone or day becomes a field of its own:
one slip in a file must cost neither a person nor what is said of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import zip_longest

from netlog.errors import UsageMistake
from netlog.records.contacts import (
    METHOD_KINDS,
    NAME_KINDS,
    FormerJob,
    NewContact,
    NewMethod,
    OtherName,
)
from netlog.records.importing import Arrival, Wishes
from netlog.records.incoming import (
    Declined,
    IncomingMethod,
    IncomingOrganization,
    IncomingPerson,
    IncomingRelation,
    IncomingRule,
)
from netlog.records.organizations import NewCompany, NewEntry
from netlog.records.people import CIRCLES
from netlog.records.relations import Tie
from netlog.rules import fields, methods, organizations
from netlog.rules.cadence import LONGEST_CADENCE, parse_quietly
from netlog.rules.importing import days
from netlog.rules.importing.days import Fields
from netlog.rules.importing.texts import block, kept, line, uid
from netlog.rules.spread import first_on
from netlog.wording import NEVER

LONGEST_LABEL = 100
_NOT = frozenset({"no", "none", "off", "don't keep in touch", "do not keep in touch"})


def person(
    incoming: IncomingPerson, today: date, wishes: Wishes, region: str | None
) -> Arrival | Declined:
    """The person as it may be stored; Declined when it has no name that can be shown."""
    # What was netlog's own before was judged then, and stands.
    latest, text = (date.max, block) if incoming.exact else (today, line)
    name = text(incoming.name)
    if not name:
        return Declined(incoming.row, "the name is empty")
    extra: Fields = []
    known, odd = _methods(incoming.methods, region)
    extra += odd
    born = days.birthday(incoming.birthday, latest, extra)
    born, yearly = days.every_year(born, incoming.dates, latest, extra)
    contact = NewContact(
        name=name,
        uid=uid(incoming.uid),
        nickname=text(incoming.nickname),
        organization=text(incoming.organization),
        title=text(incoming.title),
        city=text(incoming.city),
        birthday=born,
        how_met=text(incoming.how_met),
        met_on=days.past(incoming.met_on, latest, extra),
        circles=_circles((*incoming.circles, *wishes.circles)),
        tags=_tags((*incoming.tags, *_not_circles(incoming.circles), *wishes.tags)),
        methods=known,
        cadence_days=_cadence(incoming, wishes, extra),
        notes=block(incoming.notes),
        names=_names(incoming.names),
        dates=yearly,
    )
    contact = contact._replace(first_on=_first_on(contact, wishes))
    return Arrival(
        incoming.row,
        contact,
        introduced_by=line(incoming.introduced_by),
        relations=_relations(incoming.relations),
        fields=_fields((*incoming.fields, *extra)),
        jobs=tuple(_jobs(incoming)),
        kept=tuple(filter(None, map(kept, incoming.kept))),
        uids=tuple(_uids(incoming)),
        exact=incoming.exact,
        rows=incoming.rows,
        touched_on=incoming.touched_on,
    )


def organization(incoming: IncomingOrganization, region: str | None) -> NewCompany | Declined:
    """The company as it may be stored; Declined when it has no name that can be shown."""
    name = line(incoming.name)
    if not name:
        return Declined(incoming.row, "the name is empty")
    known, odd = _methods(incoming.methods, region)
    notes = [incoming.notes or "", *(f"{key}: {value}" for key, value in odd)]
    return NewCompany(
        name,
        uid=uid(incoming.uid),
        aliases=organizations.own_aliases(name, filter(None, map(line, incoming.aliases))),
        city=line(incoming.city),
        methods=known,
        notes=block("\n".join(filter(None, notes))),
        kept=tuple(filter(None, map(kept, incoming.kept))),
        cadence_days=_days(incoming.cadence_days),
        entries=tuple(NewEntry(one.happened_on, one.kind, block(one.text)) for one in incoming.log),
    )


def rule(incoming: IncomingRule) -> IncomingRule | Declined:
    """The cadence rule as it may be stored; Declined when nobody could have set it."""
    label = line(incoming.label) or ""
    if incoming.scope == "tag":
        label = label.removeprefix("#").strip().casefold()
    is_one = {"default": not label, "circle": label in CIRCLES, "tag": bool(label)}
    if not is_one.get(incoming.scope):
        return Declined(incoming.row, f"there is no {incoming.scope} {label!a} to have a cadence")
    if not NEVER <= incoming.days <= LONGEST_CADENCE:
        return Declined(incoming.row, f"a cadence is 0 (never) to {LONGEST_CADENCE} days")
    return incoming._replace(label=label, uid=uid(incoming.uid))


def _uids(incoming: IncomingPerson) -> Iterator[str]:
    found = dict.fromkeys(map(uid, incoming.uids))
    yield from (one for one in found if one and one != uid(incoming.uid))


def _jobs(incoming: IncomingPerson) -> Iterator[FormerJob]:
    text = block if incoming.exact else line
    for (organization, title), ended_on in zip_longest(incoming.jobs, incoming.ended_on):
        said = text(organization), text(title)
        if any(said):
            yield (*said, ended_on)


def _methods(
    incoming: Sequence[IncomingMethod], region: str | None
) -> tuple[tuple[NewMethod, ...], Fields]:
    """The ways to reach somebody, the same one once, and what is none, by its kind."""
    found: dict[tuple[str, str], NewMethod] = {}
    odd: Fields = []
    preferred: set[str] = set()
    for one in incoming:
        value = block(one.value) if one.kind == "address" else line(one.value)
        if not value:
            continue
        label = line(one.label)
        try:
            read = _method(one, value, label, region)
        except UsageMistake:
            odd.append((one.kind if not label else f"{label} {one.kind}", value))
            continue
        first = one.preferred and one.kind not in preferred
        if first:
            preferred.add(one.kind)
        key = (read.kind, read.normal)
        known = found.get(key)
        found[key] = (known or read)._replace(
            preferred=first or bool(known and known.preferred),
            label=(known and known.label) or read.label,
        )
    if any(one.normal for one in incoming):
        return tuple(found.values()), odd  # ours: in the order in which they stood
    in_order = sorted(found.values(), key=lambda method: METHOD_KINDS.index(method.kind))
    return tuple(in_order), odd


def _method(one: IncomingMethod, value: str, label: str | None, region: str | None) -> NewMethod:
    """The method; raises UsageMistake when it is none, unless netlog itself had it."""
    if one.normal:
        return NewMethod(one.kind, value, one.normal, label)
    return methods.method(one.kind, value, label and label[:LONGEST_LABEL], region)


def _names(said: Iterable[OtherName]) -> tuple[OtherName, ...]:
    """Each once, in the order of their kinds."""
    found = dict.fromkeys(OtherName(one.kind, value) for one in said if (value := line(one.value)))
    return tuple(sorted(found, key=lambda one: NAME_KINDS.index(one.kind)))


def _relations(said: Iterable[IncomingRelation]) -> tuple[IncomingRelation, ...]:
    """Each once; a word that is too long is cut, for it is none."""
    found: dict[tuple[Tie, str], IncomingRelation] = {}
    for one in said:
        who, word, name = line(one.who), line(one.tie.word), line(one.name)
        if who:
            of = one.tie._replace(word=word and word[:LONGEST_LABEL])
            found.setdefault((of, who), IncomingRelation(of, who, name))
    return tuple(found.values())


def _circles(said: Iterable[str]) -> tuple[str, ...]:
    named = [(line(one) or "").casefold() for one in said]
    return tuple(dict.fromkeys(one for one in named if one in CIRCLES))


def _not_circles(said: Iterable[str]) -> Iterator[str]:
    return (one for one in said if (line(one) or "").casefold() not in CIRCLES)


def _tags(said: Iterable[str]) -> tuple[str, ...]:
    found = ((line(one) or "").removeprefix("#").strip().casefold() for one in said)
    return tuple(dict.fromkeys(tag for tag in found if tag))


def _days(days: int | None) -> int | None:
    return days if days is not None and NEVER <= days <= LONGEST_CADENCE else None


def _cadence(incoming: IncomingPerson, wishes: Wishes, extra: Fields) -> int | None:
    """How often they are to come up, as the file says it, else as was wished for."""
    known = _days(incoming.cadence_days)
    if incoming.cadence:
        called, said = incoming.cadence
        read = _in_words(said) if known is None else None
        known = read if known is None else known
        extra += [(called, said)] if read is None else []
    return wishes.cadence_days if known is None else known


def _in_words(said: str) -> int | None:
    """The cadence as `every` reads it; a bare number does not say what it counts, and is none."""
    if said.strip().casefold().replace("’", "'") in _NOT:
        return NEVER
    try:
        return _days(parse_quietly(said))
    except ValueError:
        return None


def _first_on(contact: NewContact, wishes: Wishes) -> date | None:
    """When to be in touch with them first; left to the cadence where there is none."""
    if not contact.cadence_days or wishes.since is None:
        return None
    if wishes.first_on:
        return wishes.first_on
    return first_on(wishes.since, contact.cadence_days, contact.name, contact.methods)


def _fields(said: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Under keys that netlog accepts, no two the same."""
    found: dict[str, str] = {}
    for name, text in said:
        value = block(text)
        key = _key(name)
        if not value or found.get(key) == value:
            continue
        number = 1
        while (key if number == 1 else f"{key} {number}") in found:
            number += 1
        found[key if number == 1 else f"{key} {number}"] = value
    return tuple(found.items())


@lru_cache(maxsize=10_000)
def _key(name: str) -> str:
    """The name as a key: what a key may not have becomes a space, and it is cut to its length."""
    try:
        return fields.key(name)
    except UsageMistake:
        pass
    spaced = "".join(
        c if c.isalnum() or c in fields.ALSO_ALLOWED else " " for c in line(name) or ""
    )
    # Folding may lengthen it; room is left for a number.
    key = " ".join(spaced.split()).casefold()[: fields.LONGEST_KEY - 4].strip()
    return key if key and all(c.isalnum() or c in fields.ALSO_ALLOWED for c in key) else "field"
