"""People and what happened as the bytes of a format, which is imported when it is asked for."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, count
from typing import Any

from netlog import formats
from netlog.actions import goals, organizations
from netlog.actions.exporting import book, portable
from netlog.actions.exporting.asides import Asides, asides_of
from netlog.formats import NAMED
from netlog.formats.circumstances import Going
from netlog.named import NamedTuple
from netlog.records.contacts import Contact, ContactSheet
from netlog.records.due import DueItem
from netlog.records.goals import Goal
from netlog.records.incoming import IncomingCard, IncomingOrganization, IncomingPerson
from netlog.records.leads import Lead
from netlog.records.organizations import CompanySheet
from netlog.records.people import PeopleFilter
from netlog.records.plans import Plan, PlanFilter
from netlog.store.reads import leads, plans
from netlog.store.reads import organizations as reads

Carded = IncomingPerson | IncomingOrganization | IncomingCard
OF_COMPANIES = ("vcf", "csv")  # which have a place for companies among people


def pieces(
    connection: sqlite3.Connection,
    going: Going,
    chosen: Sequence[Contact],
    people: PeopleFilter,
    items: Sequence[DueItem] = (),
) -> Iterator[bytes]:
    """The bytes of it, piece by piece, in UTF-8; items are what a calendar shows as due."""
    told = _told(connection, going, chosen, people, items)
    for text in formats.writer(going.format).write(told, going):
        yield text.encode("utf-8", "replace")


def pages(
    connection: sqlite3.Connection,
    going: Going,
    chosen: Sequence[Contact],
    people: PeopleFilter,
) -> Iterator[tuple[str, bytes]]:
    """A file for each contact, a page of Markdown or a card, with its name.

    Cards that were in one file together go back into it, where nobody was chosen among people.
    """
    writer = formats.writer(going.format)
    if NAMED[going.format].told == "people":
        from netlog.formats.vcard import filing

        gathered: dict[object, list[_Written]] = {}
        for at, (of, ref) in enumerate(_cards(connection, going, chosen, people)):
            file, place = filing.place(of) if _is_everybody(people) else ("", 0)
            content = writer.file(of, going.vcard_version)
            one = _Written(place, filing.file_names(of, ref), content, of)
            gathered.setdefault(file if place else at, []).append(one)
        files = [sorted(each, key=lambda one: one.place) for each in gathered.values()]
        names = _each_its_own([each[0].names for each in files])
        for name, each in zip(names, files, strict=True):
            content = b"".join(one.content for one in each)
            yield name, filing.together(each[0].of, content) if each[0].place else content
        return
    for sheet in _sheets(connection, going, chosen, people):
        yield writer.file_name(sheet), writer.page(sheet).encode("utf-8", "replace")


class _Written(NamedTuple):
    """A card as it is written: its place in a file with others or 0, names to choose from."""

    place: int
    names: Sequence[str]
    content: bytes
    of: Carded


def _cards(
    connection: sqlite3.Connection,
    going: Going,
    chosen: Sequence[Contact],
    people: PeopleFilter,
) -> Iterator[tuple[Carded, str]]:
    """Those of whom cards are written, each with its ref."""
    everybody = _is_everybody(people)
    asides = asides_of(connection, [contact.id for contact in chosen], all_=everybody)
    if everybody:
        chosen = [*chosen, *_beside(connection, chosen)]
    found = _people(connection, going, chosen, asides)
    yield from zip(found, (contact.ref for contact in chosen), strict=True)
    if everybody:
        yield from ((company, ref) for ref, company in portable.companies(connection))
    yield from ((one, str(one.row)) for one in asides.cards)


def _beside(connection: sqlite3.Connection, chosen: Sequence[Contact]) -> list[Contact]:
    """Whoever is archived and stood in one file with others, which would lose their card."""
    from netlog.formats.vcard import filing

    known = {contact.id for contact in chosen}
    archived = [
        contact
        for contact in portable.chosen(connection, book.EVERYBODY)
        if contact.id not in known
    ]
    stood = zip(archived, portable.people(connection, archived, uids=False), strict=True)
    return [contact for contact, person in stood if filing.place(person)[1]]


def _each_its_own(names: Sequence[Sequence[str]]) -> list[str]:
    """Of each one's names one that nobody else has: its first, if it is the first to ask for it."""
    found = [""] * len(names)
    taken: set[str] = set()
    for choice in range(max(map(len, names), default=0)):
        for at, offered in enumerate(names):
            name = offered[min(choice, len(offered) - 1)]
            if not found[at] and name.casefold() not in taken:
                found[at] = name
                taken.add(name.casefold())
    free = (f"{number}.vcf" for number in count(1) if f"{number}.vcf" not in taken)
    return [name or next(free) for name in found]


def _to_come(connection: sqlite3.Connection, chosen: Sequence[Contact], today: date) -> list[Plan]:
    """What is planned with one of those people from today on."""
    ids = {contact.id for contact in chosen}
    return [
        plan
        for plan in plans.plans(connection, PlanFilter())
        if plan.happens_on >= today and any(one.id in ids for one in plan.contacts)
    ]


def _told(
    connection: sqlite3.Connection,
    going: Going,
    chosen: Sequence[Contact],
    people: PeopleFilter,
    items: Sequence[DueItem],
) -> Any:
    """What the writer of that format asks for."""
    match NAMED[going.format].told:
        case "people":
            everybody = _is_everybody(people)
            asides = Asides()
            if going.format == "vcf":
                asides = asides_of(connection, [one.id for one in chosen], all_=everybody)
            found = _people(connection, going, chosen, asides)
            return chain(found, _companies(connection, going, people), asides.cards)
        case "pages":
            if going.format == "friends":  # which has a place for people alone
                return portable.sheets(connection, chosen)
            return _sheets(connection, going, chosen, people)
        case "due":
            return items, chosen, _to_come(connection, chosen, going.today)
        case "book":
            return book.sections(connection, chosen, people)


def companies_along(connection: sqlite3.Connection, going: Going, people: PeopleFilter) -> int:
    """How many companies go along with the people."""
    has_place = going.format in OF_COMPANIES or NAMED[going.format].told in ("book", "pages")
    if not has_place or going.format == "friends" or not _is_everybody(people):
        return 0
    return reads.how_many(connection)


def _is_everybody(people: PeopleFilter) -> bool:
    """Whether nobody was chosen among people: then companies go along."""
    return people._replace(archived=False) == PeopleFilter()


def _companies(
    connection: sqlite3.Connection, going: Going, people: PeopleFilter
) -> Iterator[IncomingOrganization]:
    if going.format in OF_COMPANIES and _is_everybody(people):
        yield from (company for _, company in portable.companies(connection))


def _sheets(
    connection: sqlite3.Connection, going: Going, chosen: Sequence[Contact], people: PeopleFilter
) -> Iterator[ContactSheet | CompanySheet | Lead | Goal]:
    """The pages of people; where nobody was chosen those of companies, leads and goals as well."""
    yield from portable.sheets(connection, chosen)
    if _is_everybody(people):
        for company in reads.companies(connection):
            yield organizations.sheet(connection, company)
        yield from leads.leads(connection, everything=True)
        yield from goals.goals(connection, going.today, everything=True)


def _people(
    connection: sqlite3.Connection, going: Going, chosen: Sequence[Contact], asides: Asides
) -> Iterator[IncomingPerson]:
    """As cards and tables have them: in 4.0 an introducer is named by uid."""
    if going.format != "vcf":
        return portable.people(connection, chosen, uids=False)
    in_which = formats.writer("vcf").version_of
    return portable.people(
        connection,
        chosen,
        uids=lambda kept: (going.vcard_version or in_which(kept)) == "4.0",
        grouped=asides.grouped,
    )
