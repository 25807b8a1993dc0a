"""People as Markdown to read and to keep: one page each, or all in one book.

CommonMark, whatever was typed: text is escaped so that it shows as it is and can neither end the
part it stands in nor begin another. For people's eyes: netlog does not read it back.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from netlog.folding import fold
from netlog.formats.circumstances import Going
from netlog.formats.mapping import Mapped
from netlog.formats.markdown.chains import goal_page, in_short, lead_page
from netlog.formats.markdown.happened import (
    favor_line,
    job_line,
    meeting_line,
    plan_line,
    thanks_line,
)
from netlog.formats.markdown.marks import escaped, paragraph, part
from netlog.records.contacts import Contact, ContactSheet, Method
from netlog.records.exporting import NOTHING_SERVES, PersonPage, Serve
from netlog.records.goals import Goal
from netlog.records.leads import Lead
from netlog.records.organizations import AtCompany, CompanyEntry, CompanySheet
from netlog.wording import capitalized, describe_cadence

TITLE = "Markdown"
ABOUT = "`md`, written: one text, or with `--format md` a page each in a folder."
MAPPING = (
    Mapped("name", "the heading"),
    Mapped("nickname, nicknames, former_names, merged_names", "the list under it, unless empty"),
    Mapped("phonetic_first, phonetic_last, dates", "the same list"),
    Mapped("organization, title, city, birthday", "the same list"),
    Mapped("how_met, met_on, introduced_by, circles, tags, archived", "the same list"),
    Mapped("cadence_days, last_touch_on, next_due_on, methods, fields", "the same list"),
    Mapped("relations", "the same list, by what they are to them"),
    Mapped("notes", "a part of their own, line by line"),
    Mapped("meetings, plans, favors", "a part each, newest first; behind each what it serves"),
    Mapped("thanks", "likewise", "dropped thanks; due days"),
    Mapped("former jobs", "the list under the heading"),
    Mapped("organizations", "under a heading of their own, or a page each", "spellings"),
    Mapped("leads, goals", "likewise; of a person the leads in short", "what a target counts"),
    Mapped("ref", "the name of the page's file"),
    Mapped("id, uid, created_at, updated_at", "", "all"),
    Mapped("cadence_from, snoozed_until, snoozed_why, snoozes, remind_on, remind_why", "", "all"),
)

Paged = ContactSheet | PersonPage | CompanySheet | Lead | Goal
LONGEST_FILE_NAME = 60
MOST_BYTES = 150  # with its ref and its ending it is well below what file systems take
_LINK = re.compile(r"https?://[^\s<>\\]+|[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_NOT_IN_NAMES = re.compile(r"[\x00-/:-`{-\x7f]+")


def write(sheets: Iterable[Paged], going: Going) -> Iterator[str]:
    """All of them in one text, by name: people, then companies, leads and goals if there are any.

    Leads and goals stand in the order in which they come.
    """
    told = list(sheets)
    people = [one for one in told if isinstance(one, (ContactSheet, PersonPage))]
    people.sort(key=lambda one: (one.contact.name.casefold(), one.contact.id))
    lines = ["# People", *(line for one in people for line in ("", *_told(one, "##"))), ""]
    companies = [one for one in told if isinstance(one, CompanySheet)]
    companies.sort(key=lambda sheet: (sheet.company.name.casefold(), sheet.company.id))
    if companies:
        pages = (line for one in companies for line in ("", *_company(one, "##")))
        lines += ["# Companies", *pages, ""]
    for heading, kind in (("# Leads", Lead), ("# Goals", Goal)):
        those = [one for one in told if isinstance(one, kind)]
        if those:
            pages = (line for one in those for line in ("", *_told(one, "##")))
            lines += [heading, *pages, ""]
    yield "\n".join(lines)


def page(sheet: Paged) -> str:
    """The page of one contact, one company, one lead or one goal."""
    return "\n".join([*_told(sheet, "#"), ""])


def _told(sheet: Paged, heading: str) -> Iterator[str]:
    match sheet:
        case PersonPage():
            return _page(sheet.sheet, heading, sheet.serve)
        case ContactSheet():
            return _page(sheet, heading)
        case CompanySheet():
            return _company(sheet, heading)
        case Lead():
            return lead_page(sheet, heading)
        case Goal():
            return goal_page(sheet, heading)


def file_name(sheet: Paged) -> str:
    """A name for the page: letters, digits and hyphens, and no two of a book the same."""
    match sheet:
        case ContactSheet() | PersonPage():
            name, ref = sheet.contact.name, sheet.contact.ref
        case CompanySheet():
            name, ref = sheet.company.name, sheet.company.ref
        case Lead():
            name, ref = sheet.title, sheet.ref
        case Goal():
            name, ref = sheet.text, sheet.ref
    return f"{plain_name(name, ref)}.md"


def plain_name(name: str, ref: str) -> str:
    """A name for a file of somebody, without its ending: Łukasz-Żak is lukasz-zak, 山田 is 山田.

    What is written without Latin letters keeps its own.
    """
    said = _NOT_IN_NAMES.sub("-", _plain(unicodedata.normalize("NFC", name)))
    slug = said[:LONGEST_FILE_NAME].encode()[:MOST_BYTES].decode("utf-8", "ignore").strip("-")
    return f"{slug}-{ref}" if slug else ref


def _plain(name: str) -> str:
    """The letters and digits, Latin ones without their marks, and hyphens for all else."""
    plain = ""
    for char in name:
        if unicodedata.category(char).startswith("M"):
            # What stands on a letter of another script makes another one of it.
            plain += char if plain and not plain[-1].isascii() else ""
        elif (folded := char if char.isascii() else fold(char)).isascii():
            plain += folded.lower()
        else:
            plain += char.lower() if char.isalnum() else "-"
    return plain


def _page(sheet: ContactSheet, heading: str, serve: Serve = NOTHING_SERVES) -> Iterator[str]:
    contact = sheet.contact

    def goals(ref: str) -> list[str]:
        return [goal.text for goal in serve.get(ref, ())]

    yield f"{heading} {escaped(contact.name) or '?'}"
    worked = (f"Formerly: {said}" for job in sheet.jobs if (said := job_line(job)))
    serves = (f"Serves: {escaped(goal.text)}" for goal in sheet.goals)
    known = (*_known(contact), *worked, *_related(sheet), *serves)
    yield from part("", [f"- {said}" for said in known])
    if contact.notes:
        yield from ("", f"{heading}# Notes", "", *paragraph(contact.notes))
    plans = sorted(sheet.plans, key=lambda each: (each.happens_on, each.id), reverse=True)
    yield from part(f"{heading}# Plans", [plan_line(p, contact, goals(p.ref)) for p in plans])
    meetings = sorted(sheet.meetings, key=lambda each: (each.happened_on, each.id), reverse=True)
    met = [meeting_line(each, contact, goals(each.ref)) for each in meetings]
    yield from part(f"{heading}# Meetings", met)
    favors = sorted(sheet.favors, key=lambda each: (each.opened_on, each.id), reverse=True)
    yield from part(f"{heading}# Favors", [favor_line(f, goals(f.ref)) for f in favors])
    thanks = [each for each in sheet.thanks if each.dropped_on is None]
    thanks.sort(key=lambda each: (each.opened_on, each.id), reverse=True)
    yield from part(f"{heading}# Thanks", [thanks_line(each) for each in thanks])
    yield from part(f"{heading}# Leads", [f"- {in_short(each)}" for each in sheet.leads])


def _company(sheet: CompanySheet, heading: str) -> Iterator[str]:
    company = sheet.company
    yield f"{heading} {escaped(company.name) or '?'}"
    named = (("Also", ", ".join(company.aliases)), ("City", company.city))
    known = [f"- {name}: {escaped(value)}" for name, value in named if value]
    yield from part("", [*known, *(f"- {_method(one)}" for one in company.methods)])
    if company.notes:
        yield from ("", f"{heading}# Notes", "", *paragraph(company.notes))
    yield from part(f"{heading}# People", [f"- {_there(one)}" for one in sheet.people])
    yield from part(f"{heading}# Were there", [f"- {_there(one)}" for one in sheet.former])
    yield from part(f"{heading}# Log", [f"- {_entry(one)}" for one in sheet.log])


def _there(one: AtCompany) -> str:
    until = f"until {one.until.isoformat()}" if one.until else ""
    return ", ".join(filter(None, (escaped(one.contact.name), escaped(one.title or ""), until)))


def _entry(one: CompanyEntry) -> str:
    lead = f"{one.happened_on.isoformat()} {escaped(one.kind)}"
    return ": ".join(filter(None, (lead, escaped(one.text or ""))))


def _known(contact: Contact) -> Iterator[str]:
    introduced = contact.introduced_by.name if contact.introduced_by else None
    every = describe_cadence(contact.cadence_days) if contact.cadence_days else None
    named: tuple[tuple[str, str | None], ...] = (
        ("Nickname", ", ".join(contact.nicknames)),
        ("Before", ", ".join(contact.former_names)),
        ("Also", ", ".join(contact.merged_names)),
        ("Spoken", " ".join(filter(None, (contact.phonetic_first, contact.phonetic_last)))),
        ("Organization", contact.organization),
        ("Title", contact.title),
        ("City", contact.city),
        ("Birthday", contact.birthday),
        *((date.label.capitalize(), date.on) for date in contact.dates),
        ("How met", contact.how_met),
        ("Met on", _day(contact.met_on)),
        ("Introduced by", introduced),
        ("Circles", ", ".join(contact.circles)),
        ("Tags", ", ".join(contact.tags)),
        ("In touch", every),
        ("Last in touch", _day(contact.last_touch_on)),
        ("Next", _day(contact.next_due_on)),
        ("Archived", "yes" if contact.archived else None),
    )
    yield from (f"{name}: {escaped(value)}" for name, value in named if value)
    yield from (_method(method) for method in contact.methods)
    yield from (f"{escaped(key)}: {escaped(value)}" for key, value in contact.fields.items())


def _related(sheet: ContactSheet) -> Iterator[str]:
    """Who belongs to them, by what they are to them."""
    for one in sheet.relations:
        word = escaped(one.word)
        yield f"{capitalized(word)}: {escaped(one.name)}"


def _method(method: Method) -> str:
    label = f" ({escaped(method.label)})" if method.label else ""
    preferred = ", preferred" if method.preferred else ""
    value = f"<{method.value}>" if _LINK.fullmatch(method.value) else escaped(method.value)
    return f"{escaped(method.kind.capitalize())}{label}{preferred}: {value}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
