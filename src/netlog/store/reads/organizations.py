"""Companies, with who is and was there by the texts on people, and their own log."""

from collections.abc import Iterator, Sequence
from datetime import date

from netlog.records.contacts import Method, NewMethod
from netlog.records.incoming import COMPANY as COMPANY_LINE
from netlog.records.kept import FORM
from netlog.records.organizations import (
    AtCompany,
    Company,
    CompanyEntry,
    CompanyNames,
)
from netlog.records.people import person
from netlog.records.refs import ref
from netlog.store.connect import Book
from netlog.store.reads.values import day, known_day
from netlog.typed import Any

COMPANY = """
SELECT id, uid, name, city, notes, created_at, updated_at, cadence_days, snoozed_on, snoozed_until
FROM organization WHERE id = :id
"""
ASKED = "SELECT id FROM organization WHERE cadence_days > 0 ORDER BY id"
LAST_ENTRY = """
SELECT max(happened_on) FROM organization_entry WHERE organization_id = :id AND kind <> 'note'
"""
IDS = "SELECT id FROM organization ORDER BY id"
HOW_MANY = "SELECT count(*) FROM organization"
ALIASES = """
SELECT alias FROM organization_alias WHERE organization_id = :id ORDER BY id
"""
METHODS = """
SELECT kind, value, normal, label, preferred FROM organization_method
WHERE organization_id = :id ORDER BY id
"""
KEPT = "SELECT line FROM organization_kept WHERE organization_id = :id ORDER BY id"
ENTRIES = """
SELECT id, happened_on, kind, text FROM organization_entry
WHERE organization_id = :id ORDER BY happened_on DESC, id DESC
"""
NAMES = """
SELECT id, name FROM organization
UNION ALL SELECT organization_id, alias FROM organization_alias ORDER BY 1
"""
LEADS = "SELECT id, coalesce(organization, title) FROM lead ORDER BY id"
UID_TO_ID = "SELECT id FROM organization WHERE uid = :uid"
SPELLINGS = """
SELECT organization FROM contact WHERE organization IS NOT NULL
UNION SELECT organization FROM contact_job WHERE organization IS NOT NULL ORDER BY 1
"""
PEOPLE = """
SELECT id, name, title, last_touch_on FROM contact
WHERE organization = :text AND archived_at IS NULL ORDER BY name_key, id
"""
FORMER = """
SELECT c.id, c.name, j.title, j.ended_on, c.last_touch_on
FROM contact_job j JOIN contact c ON c.id = j.contact_id
WHERE j.organization = :text ORDER BY j.ended_on DESC, c.name_key, c.id
"""
COUNTED = """
SELECT organization, sum(there), max(last_touch_on) FROM (
  SELECT organization, 1 AS there, last_touch_on FROM contact WHERE archived_at IS NULL
  UNION ALL
  SELECT j.organization, 0, c.last_touch_on FROM contact_job j JOIN contact c ON c.id = j.contact_id
) AS named WHERE organization IS NOT NULL GROUP BY organization
"""


def company(connection: Book, company_id: int) -> Company | None:
    """The company with that id, None when there is none."""
    row = connection.execute(COMPANY, {"id": company_id}).fetchone()
    if row is None:
        return None
    id_, uid, name, city, notes, created_at, updated_at, cadence_days, *snoozed = row
    held = methods(connection, id_)
    return Company(
        id=id_,
        ref=ref("o", id_),
        uid=uid,
        name=name,
        aliases=tuple(alias for (alias,) in connection.execute(ALIASES, {"id": id_})),
        url=next((one.value for one in held if one.kind == "url"), None),
        city=city,
        methods=tuple(Method(one.kind, one.label, one.value, one.preferred) for one in held),
        notes=notes,
        created_at=created_at,
        updated_at=updated_at,
        cadence_days=cadence_days,
        snoozed_on=day(snoozed[0]),
        snoozed_until=day(snoozed[1]),
    )


def asked_to_come_up(connection: Book) -> list[Company]:
    """Those with a cadence, by id."""
    ids = [id_ for (id_,) in connection.execute(ASKED)]
    return [found for id_ in ids if (found := company(connection, id_))]


def last_entry(connection: Book, company_id: int) -> date | None:
    """The last day on which something happened with the company itself; a note is nothing."""
    return day(connection.execute(LAST_ENTRY, {"id": company_id}).fetchone()[0])


def companies(connection: Book) -> Iterator[Company]:
    """All of them, by id."""
    for (id_,) in connection.execute(IDS).fetchall():
        found = company(connection, id_)
        if found:
            yield found


def how_many(connection: Book) -> int:
    """How many companies have a record."""
    found: int = connection.execute(HOW_MANY).fetchone()[0]
    return found


def methods(connection: Book, company_id: int) -> list[NewMethod]:
    """The ways to reach a company, with the form in which each is looked up."""
    return [
        NewMethod(kind, value, normal, label, bool(preferred))
        for kind, value, normal, label, preferred in connection.execute(METHODS, {"id": company_id})
    ]


def kept(connection: Book, company_id: int) -> tuple[str, ...]:
    """The lines of its card that netlog has no place for."""
    return tuple(line for (line,) in connection.execute(KEPT, {"id": company_id}))


def kept_to_show(connection: Book, company_id: int) -> tuple[str, ...]:
    """The same, without what says how the card was written, or what it is of."""
    lines = kept(connection, company_id)
    return tuple(one for one in lines if one != COMPANY_LINE and not one.startswith(f"{FORM}:"))


def entries(connection: Book, company_id: int) -> tuple[CompanyEntry, ...]:
    """What happened with the company itself, the latest first."""
    return tuple(
        CompanyEntry(id_, known_day(on), kind, text)
        for id_, on, kind, text in connection.execute(ENTRIES, {"id": company_id})
    )


def names(connection: Book) -> list[CompanyNames]:
    """By what each company is found, its own name first."""
    found: dict[int, list[str]] = {}
    for id_, name in connection.execute(NAMES):
        found.setdefault(id_, []).append(name)
    return [CompanyNames(id_, tuple(called)) for id_, called in found.items()]


def id_of_uid(connection: Book, uid: str) -> int | None:
    """The id of the company with that uid."""
    row = connection.execute(UID_TO_ID, {"uid": uid}).fetchone()
    return row and int(row[0])


def spellings(connection: Book) -> list[str]:
    """Every text that is or was somebody's organization."""
    return [text for (text,) in connection.execute(SPELLINGS)]


def of_leads(connection: Book) -> dict[int, str]:
    """What each lead says of where it may come from: its organization, else its title."""
    return dict(connection.execute(LEADS).fetchall())


def counted(connection: Book) -> dict[str, tuple[int, str | None]]:
    """By spelling how many people have it, and the last touch with any who has it or had."""
    return {text: (number, last) for text, number, last in connection.execute(COUNTED)}


def people(connection: Book, texts: Sequence[str]) -> list[AtCompany]:
    """Who is where one of these texts says; the archived are left out."""
    rows = (row for text in texts for row in connection.execute(PEOPLE, {"text": text}))
    return [
        AtCompany(person(id_, name), title, last_touch_on=day(last))
        for id_, name, title, last in rows
    ]


def former(connection: Book, texts: Sequence[str]) -> list[AtCompany]:
    """Who was there, and until when that was known."""
    rows: list[tuple[Any, ...]] = [
        row for text in texts for row in connection.execute(FORMER, {"text": text})
    ]
    return [
        AtCompany(person(id_, name), title, day(until or None), day(last))
        for id_, name, title, until, last in rows
    ]
