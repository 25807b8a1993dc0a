"""Stored people as the records that the formats write."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from netlog.actions import relations
from netlog.folding import name_key
from netlog.records.contacts import (
    Beyond,
    Contact,
    ContactSheet,
    NameKind,
    NewDate,
    OtherName,
)
from netlog.records.incoming import (
    IncomingMethod,
    IncomingOrganization,
    IncomingPerson,
    IncomingRelation,
)
from netlog.records.people import PeopleFilter, Person
from netlog.records.relations import StoredRelation
from netlog.store.connect import Book
from netlog.store.reads import (
    contacts,
    favors,
    goals,
    jobs,
    leads,
    meetings,
    organizations,
    thanks,
)
from netlog.wording import NEVER

NOBODY_GROUPED: Mapping[int, tuple[str, ...]] = MappingProxyType({})


def people(
    connection: Book,
    chosen: Sequence[Contact],
    *,
    uids: bool | Callable[[Sequence[str]], bool] = True,
    grouped: Mapping[int, tuple[str, ...]] = NOBODY_GROUPED,
) -> Iterator[IncomingPerson]:
    """The contacts with all that a card has a place for; grouped are tags that other cards say.

    An introducer among them is named by uid where uids says so, perhaps by the kept lines, and
    always where the name alone would lead to somebody else.
    """
    further = contacts.beyond(connection, [contact.id for contact in chosen])
    known = {contact.id: contact.uid for contact in chosen}
    namesakes = Counter(name_key(contact.name, None) for contact in chosen)

    def introducer(via: Person, by_uid: bool) -> str:
        others = namesakes[name_key(via.name, None)] - (via.id in known)
        if via.id in known and (by_uid or others):
            return known[via.id]
        if not others:
            return via.name
        return contacts.uid_of_id(connection, via.id) or via.name

    for row, (contact, beyond) in enumerate(zip(chosen, further, strict=True), 1):
        names_somebody = contact.introduced_by or beyond.relations
        by_uid = names_somebody and (uids(beyond.kept) if callable(uids) else uids)
        named = partial(introducer, by_uid=bool(by_uid))
        related = tuple(_related(connection, one, named) for one in beyond.relations)
        card = _card(row, contact, beyond, related, named)
        yield card._replace(grouped=grouped.get(contact.id, ()))


def _card(
    row: int,
    contact: Contact,
    beyond: Beyond,
    related: tuple[IncomingRelation, ...],
    named: Callable[[Person], str],
) -> IncomingPerson:
    """One contact as a card has it; named is how it calls somebody else."""
    via = contact.introduced_by
    return IncomingPerson(
        row,
        contact.name,
        uid=contact.uid,
        nickname=contact.nickname,
        names=other_names(contact),
        dates=tuple(NewDate(*date) for date in contact.dates),
        relations=related,
        organization=contact.organization,
        title=contact.title,
        city=contact.city,
        birthday=contact.birthday,
        how_met=contact.how_met,
        met_on=contact.met_on,
        introduced_by=via and named(via),
        circles=contact.circles,
        tags=contact.tags,
        methods=tuple(
            IncomingMethod(one.kind, one.value, one.label, one.preferred) for one in contact.methods
        ),
        cadence_days=_own_cadence(contact),
        notes=contact.notes,
        fields=tuple(contact.fields.items()),
        jobs=tuple(job[:2] for job in beyond.jobs),
        kept=beyond.kept,
        revised_at=contact.updated_at,
    )


def companies(connection: Book) -> Iterator[tuple[str, IncomingOrganization]]:
    """The companies as cards have them, each with its ref."""
    for row, one in enumerate(organizations.companies(connection), 1):
        yield (
            one.ref,
            IncomingOrganization(
                row,
                one.name,
                uid=one.uid,
                aliases=one.aliases,
                city=one.city,
                methods=tuple(
                    IncomingMethod(way.kind, way.value, way.label, way.preferred)
                    for way in one.methods
                ),
                notes=one.notes,
                kept=organizations.kept(connection, one.id),
                revised_at=one.updated_at,
            ),
        )


def _related(
    connection: Book, one: StoredRelation, named: Callable[[Person], str]
) -> IncomingRelation:
    """A relation as a card has it, with all by which an older card may name the other."""
    if one.other is None:
        return IncomingRelation(one.tie, one.name or "")
    uid = contacts.uid_of_id(connection, one.other.id)
    known_as = (uid, one.other.name, one.name)
    return IncomingRelation(one.tie, named(one.other), known_as=tuple(filter(None, known_as)))


def one(connection: Book, contact_id: int) -> IncomingPerson:
    """One contact as a card has it."""
    contact = contacts.contact(connection, contact_id)
    assert contact is not None
    (person,) = people(connection, [contact], uids=False)
    return person


def chosen(connection: Book, people: PeopleFilter) -> list[Contact]:
    """The contacts of the filter, by id: an export twice is the same file twice."""
    found = contacts.contacts(connection, people)
    return sorted(found, key=lambda contact: contact.id)


def sheets(connection: Book, chosen: Collection[Contact]) -> Iterator[ContactSheet]:
    """The contacts with everything known of them; of who else was there only the chosen."""
    ids = {contact.id for contact in chosen}
    for contact in chosen:
        yield ContactSheet(
            contact,
            tuple(
                meeting._replace(contacts=tuple(p for p in meeting.contacts if p.id in ids))
                for meeting in meetings.of_contact(connection, contact.id)
            ),
            favors.of_contact(connection, contact.id),
            thanks.of_contact(connection, contact.id),
            jobs.of_contact(connection, contact.id),
            relations=relations.of(connection, contact.id),
            leads=leads.of_contact(connection, contact.id),
            goals=goals.of_contact(connection, contact.id),
        )


def other_names(contact: Contact) -> tuple[OtherName, ...]:
    """The names that have no column, in the order of their kinds."""
    held: dict[NameKind, Sequence[str | None]] = {
        "former": contact.former_names,
        "merged": contact.merged_names,
        "nickname": contact.nicknames[1:],
        "phonetic_first": [contact.phonetic_first],
        "phonetic_last": [contact.phonetic_last],
    }
    return tuple(OtherName(kind, value) for kind in held for value in held[kind] if value)


def _own_cadence(contact: Contact) -> int | None:
    """Its own, not that of a rule; days, 0 for never."""
    return (contact.cadence_days or NEVER) if contact.cadence_from == "contact" else None
