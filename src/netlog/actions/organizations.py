"""Companies: which is meant by what was typed, who is there, and two made one."""

from collections.abc import Iterable
from datetime import date

from netlog.errors import Candidate, NothingMatches, WouldConflict
from netlog.later import pattern
from netlog.records.leads import Lead
from netlog.records.organizations import (
    AtCompany,
    Company,
    CompanyLine,
    CompanyNames,
    CompanySheet,
    NewCompany,
)
from netlog.records.people import Person
from netlog.records.refs import parse_ref, ref
from netlog.records.standing import Relationship
from netlog.rules import organizations as rules
from netlog.store.connect import Book
from netlog.store.reads import leads
from netlog.store.reads import organizations as reads
from netlog.store.reads.values import day
from netlog.typed import TYPE_CHECKING, Any
from netlog.wording import typed_anew

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

_N = pattern(r"(?i)(?:[\w-]{1,100}\.)?N[:;]")


def find(connection: Book, typed: str, *, whole: bool = False) -> tuple[Candidate, ...]:
    """The companies that may be meant: by ref, by name, by words that begin its words.

    whole leaves out those of whose name it is only a beginning.
    """
    known = reads.names(connection)
    meant = parse_ref(typed)
    named = meant.id if meant and meant.letter == "o" else None
    found = [one for one in known if one.id == named] or rules.meant(typed, known)
    if not (found or whole):
        found = rules.begun(typed, known)
    return tuple(candidate(one) for one in found)


def candidate(one: CompanyNames) -> Candidate:
    """The company as it is offered."""
    return Candidate(one.id, ref("o", one.id), one.names[0], None)


def nobody(connection: Book, typed: str) -> NothingMatches:
    """The error for what no company is called; people may say that they are there."""
    text = next((one for one in reads.spellings(connection) if rules.are_one(one, typed)), None)
    if text:
        return NothingMatches(
            f"{text} has no record yet.",
            advice=f"To give it one: netlog org add {typed_anew(text)}",
        )
    return NothingMatches(f'No company matches "{typed}".', advice="netlog org list")


def refuse_double(connection: Book, new: NewCompany) -> None:
    """Raise WouldConflict where one of its names means a company that is there."""
    known = reads.names(connection)
    for name in (new.name, *new.aliases):
        if found := rules.meant(name, known):
            there = candidate(found[0])
            raise WouldConflict(
                f"{there.name} ({there.ref}) is there already.",
                advice="Another one: --force. Another name of it: "
                f'netlog org edit {there.ref} --add-alias "{name}"',
                candidates=(there,),
            )


def spelled(connection: Book, company_id: int) -> tuple[str, ...]:
    """The texts on people that mean that company."""
    texts = reads.spellings(connection)
    return rules.by_company(texts, reads.names(connection)).get(company_id, ())


def meaning(connection: Book, company_id: int, texts: Iterable[str]) -> tuple[str, ...]:
    """Those of the texts that mean that company, whatever its legal form or alias."""
    return rules.by_company(texts, reads.names(connection)).get(company_id, ())


def sheet(connection: Book, company: Company) -> CompanySheet:
    """The company with who is and was there, by the texts on them, and its log."""
    texts = spelled(connection, company.id)
    people = sorted(reads.people(connection, texts), key=lambda one: one.contact.name.casefold())
    there = {one.contact.id for one in people}
    former = [one for one in reads.former(connection, texts) if one.contact.id not in there]
    last = _last([*people, *former])
    known = _known(connection, company, last)
    return CompanySheet(
        company,
        texts,
        last,
        tuple(people),
        tuple(former),
        reads.entries(connection, company.id),
        _leads(connection, company.id),
        next_due_on=known.next_due_on if company.cadence_days else None,
        last_touch_on=known.last_touch_on,
        contact=_contact(company.name, reads.kept(connection, company.id)),
    )


def kept(connection: Book, company: Company) -> tuple[str, ...]:
    """The lines of its card that netlog only keeps."""
    return reads.kept_to_show(connection, company.id)


def _contact(name: str, kept: tuple[str, ...]) -> str | None:
    """The person in N of a company's card."""
    lines = [line for line in kept if _N.match(line)]
    if not lines:
        return None
    from netlog.formats.vcard.names import of_company

    return next(filter(None, (of_company(line, name) for line in lines)), None)


def asked_to_come_up(connection: Book) -> list[Relationship]:
    """The companies that come up, as if each were somebody: who is there is in touch for it."""
    return [
        _known(connection, one, _last(_ever_there(connection, one.id)))
        for one in reads.asked_to_come_up(connection)
    ]


def _ever_there(connection: Book, company_id: int) -> list[AtCompany]:
    texts = spelled(connection, company_id)
    return [*reads.people(connection, texts), *reads.former(connection, texts)]


def _known(connection: Book, one: Company, last: AtCompany | None) -> Relationship:
    """What is known of being in touch: with anybody there, or by its own log."""
    touched = (last and last.last_touch_on, reads.last_entry(connection, one.id))
    touch = max((on for on in touched if on), default=None)
    added_on = date.fromisoformat(one.created_at[:10])
    return Relationship(
        contact=Person(one.id, one.ref, one.name),
        added_on=added_on,
        met_on=None,
        tags=(),
        every_days=one.cadence_days or 0,
        last_touch_on=touch,
        next_due_on=rules.next_due_on(one, touch or added_on, touch),
        snoozed_until=one.snoozed_until,
        snoozes=0,
        remind_on=None,
        remind_why=None,
        days=(),
        favors=(),
        thanks=(),
    )


def _leads(connection: Book, company_id: int) -> tuple[Lead, ...]:
    """The leads of which the organization, or the title alone, means that company."""
    texts = reads.of_leads(connection)
    meaning = rules.by_company(set(texts.values()), reads.names(connection)) if texts else {}
    meant = meaning.get(company_id, ())
    ids = [id_ for id_, text in texts.items() if text in meant]
    found = [one for id_ in ids if (one := leads.lead(connection, id_))]
    return tuple(sorted(found, key=lambda one: (one.closed_on is not None, one.id)))


def _last(people: list[AtCompany]) -> AtCompany | None:
    """Who of them you were last in touch with."""
    met = [one for one in people if one.last_touch_on]
    return max(met, key=lambda one: str(one.last_touch_on), default=None)


def lines(connection: Book) -> list[CompanyLine]:
    """All companies that have a record, by name."""
    counted = reads.counted(connection)
    meaning = rules.by_company(counted, reads.names(connection))
    found = []
    for one in reads.companies(connection):
        theirs = [counted[text] for text in meaning[one.id]]
        touched = [day(on) for _, on in theirs] + [reads.last_entry(connection, one.id)]
        last = max((on for on in touched if on), default=None)
        number = sum(people for people, _ in theirs)
        found.append(CompanyLine(one.id, one.ref, one.name, one.aliases, one.city, number, last))
    return sorted(found, key=lambda line: (line.name.casefold(), line.id))


def merge(book: "Recording", kept: Company, other: Company) -> None:
    """Make one company of two: what the first lacks it has from the other, whose names find it."""
    from netlog.store.writes import organizations as writes

    notes = "\n\n".join(dict.fromkeys(filter(None, (kept.notes, other.notes)))) or None
    if kept.city and other.city and kept.city.casefold() != other.city.casefold():
        notes = "\n\n".join(filter(None, (notes, f"{other.name}: {other.city}")))
    columns: dict[str, Any] = {"city": kept.city or other.city, "notes": notes}
    columns["cadence_days"] = kept.cadence_days or other.cadence_days
    writes.merge(book, kept.id, other.id, columns)
