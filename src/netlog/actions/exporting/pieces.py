"""People and what happened as the bytes of a format, which is imported when it is asked for."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from netlog import formats
from netlog.actions import goals, organizations
from netlog.actions.exporting import book, portable
from netlog.actions.exporting.asides import Asides, asides_of
from netlog.formats import NAMED
from netlog.formats.circumstances import Going
from netlog.records.contacts import Contact
from netlog.records.due import DueItem
from netlog.records.exporting import PersonPage
from netlog.records.goals import Goal
from netlog.records.incoming import IncomingCard, IncomingOrganization, IncomingPerson
from netlog.records.leads import Lead
from netlog.records.organizations import CompanySheet
from netlog.records.people import PeopleFilter
from netlog.records.plans import Plan, PlanFilter
from netlog.store.connect import Book
from netlog.store.reads import exporting, leads, plans
from netlog.store.reads import organizations as reads
from netlog.typed import Any

Carded = IncomingPerson | IncomingOrganization | IncomingCard
OF_COMPANIES = ("vcf", "csv")  # which have a place for companies among people


def pieces(
    connection: Book,
    going: Going,
    chosen: Sequence[Contact],
    people: PeopleFilter,
    items: Sequence[DueItem] = (),
) -> Iterator[bytes]:
    """The bytes of it, piece by piece, in UTF-8; items are what a calendar shows as due."""
    told = _told(connection, going, chosen, people, items)
    for text in formats.writer(going.format).write(told, going):
        yield text.encode("utf-8", "replace")


class _Carded:
    """Those who are written, read anew each time that somebody goes through them."""

    def __init__(self, begin: Callable[[], Iterator[Carded]]) -> None:
        self._begin = begin

    def __iter__(self) -> Iterator[Carded]:
        return self._begin()


def _carded(
    connection: Book, going: Going, chosen: Sequence[Contact], people: PeopleFilter
) -> Iterator[Carded]:
    """People, companies and the cards of nobody that go along."""
    asides = Asides()
    if going.format == "vcf":
        asides = asides_of(connection, [one.id for one in chosen], all_=is_everybody(people))
    yield from people_of(connection, going, chosen, asides)
    yield from _companies(connection, going, people)
    yield from asides.cards


def _to_come(connection: Book, chosen: Sequence[Contact], today: date) -> list[Plan]:
    """What is planned with one of those people from today on."""
    ids = {contact.id for contact in chosen}
    return [
        plan
        for plan in plans.plans(connection, PlanFilter())
        if plan.happens_on >= today and any(one.id in ids for one in plan.contacts)
    ]


def _told(
    connection: Book,
    going: Going,
    chosen: Sequence[Contact],
    people: PeopleFilter,
    items: Sequence[DueItem],
) -> Any:
    """What the writer of that format asks for."""
    match NAMED[going.format].told:
        case "people":
            return _Carded(partial(_carded, connection, going, chosen, people))
        case "pages":
            if going.format == "friends":  # which has a place for people alone
                return portable.sheets(connection, chosen)
            return sheets(connection, going, chosen, people)
        case "due":
            return items, chosen, _to_come(connection, chosen, going.today)
        case "book":
            return book.sections(connection, chosen, people)


def companies_along(connection: Book, going: Going, people: PeopleFilter) -> int:
    """How many companies go along with the people."""
    has_place = going.format in OF_COMPANIES or NAMED[going.format].told in ("book", "pages")
    if not has_place or going.format == "friends" or not is_everybody(people):
        return 0
    return reads.how_many(connection)


def is_everybody(people: PeopleFilter) -> bool:
    """Whether nobody was chosen among people: then companies go along."""
    return people._replace(archived=False) == PeopleFilter()


def _companies(
    connection: Book, going: Going, people: PeopleFilter
) -> Iterator[IncomingOrganization]:
    if going.format in OF_COMPANIES and is_everybody(people):
        yield from (company for _, company in portable.companies(connection))


def sheets(
    connection: Book, going: Going, chosen: Sequence[Contact], people: PeopleFilter
) -> Iterator[PersonPage | CompanySheet | Lead | Goal]:
    """The pages of people; where nobody was chosen those of companies, leads and goals as well."""
    ids = {contact.id for contact in chosen}
    serve = exporting.serve(connection)
    for sheet in portable.sheets(connection, chosen):
        to_come = tuple(
            plan._replace(contacts=tuple(p for p in plan.contacts if p.id in ids))
            for plan in plans.of_contact(connection, sheet.contact.id)
        )
        yield PersonPage(sheet._replace(plans=to_come), serve)
    if is_everybody(people):
        for company in reads.companies(connection):
            yield organizations.sheet(connection, company)
        yield from leads.leads(connection, everything=True)
        yield from goals.goals(connection, going.today, everything=True)


def people_of(
    connection: Book, going: Going, chosen: Sequence[Contact], asides: Asides
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
