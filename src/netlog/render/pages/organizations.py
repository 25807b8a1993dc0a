"""Companies as pages: the list, and one with who is there."""

from collections.abc import Callable
from datetime import date

from netlog.output import CRAMPED
from netlog.records.contacts import METHOD_KINDS, Method
from netlog.records.leads import Lead
from netlog.records.organizations import (
    AtCompany,
    Company,
    CompanyEntry,
    CompanyLine,
    CompanySheet,
    NewEntry,
)
from netlog.render.page import Cell, Column, Field, Listing, Part, Sheet, shortened
from netlog.wording import NEVER, count, describe_cadence, said_kind, short_day

EMPTY = "No company has a record yet: netlog org add Acme. All that people name: netlog orgs"


def listing(today: date) -> Listing:
    """Companies, a line each: how many people you know there, and the last touch with them."""

    def last(line: CompanyLine) -> Cell:
        return Cell(short_day(line.last_touch_on, today) if line.last_touch_on else "", "soft")

    return Listing(
        columns=(
            Column("ref", lambda line: Cell(line.ref)),
            Column("name", lambda line: Cell(line.name, "strong"), most=40, firm=True),
            Column("people", lambda line: Cell(count(line.people, "person", "people")), firm=True),
            Column(
                "last touch", last, from_width=CRAMPED, blank=True, firm=True, stacked="last {}"
            ),
            Column("city", lambda line: Cell(line.city or ""), from_width=CRAMPED, blank=True),
        ),
        empty=EMPTY,
        line=lambda line: f"{line.ref} {line.name}: {count(line.people, 'person', 'people')}",
    )


def sheet(today: date) -> Sheet:
    """Everything known of one company."""

    def last_touch(sheet: CompanySheet) -> str | None:
        on, last = sheet.last_touch_on, sheet.last_touch
        if on is None:
            return None
        is_with_somebody = last and last.last_touch_on == on
        whom = f", {last.contact.name} ({last.contact.ref})" if last and is_with_somebody else ""
        return f"{short_day(on, today)}{whom}"

    def comes_up(sheet: CompanySheet) -> str | None:
        if not sheet.next_due_on:
            return None
        every = describe_cadence(sheet.company.cadence_days or NEVER)
        return f"{every}, next {short_day(sheet.next_due_on, today)}"

    return Sheet(
        title=lambda s: f"{s.company.name} ({s.company.ref})",
        fields=(
            Field("Also", lambda s: ", ".join(s.company.aliases)),
            Field("Spelled", _spelled),
            Field("City", lambda s: s.company.city),
            *(Field(kind.capitalize(), _methods(kind)) for kind in METHOD_KINDS),
            Field("Contact", lambda s: s.contact),
            Field("Last touch", last_touch),
            Field("Comes up", comes_up),
            Field("Notes", lambda s: s.company.notes),
            Field("Kept", lambda s: "\n".join(map(shortened, s.kept or ()))),
        ),
        parts=(
            Part("People", lambda s: s.people, _people(today)),
            Part("Were there", lambda s: s.former, _people(today)),
            Part("Leads", lambda s: s.leads, _leads()),
            Part("Log", lambda s: s.log, _log(today)),
        ),
    )


def _spelled(sheet: CompanySheet) -> str:
    """How people's organization spells it, where that is another way."""
    names = {sheet.company.name, *sheet.company.aliases}
    return ", ".join(one for one in sheet.spelled if one not in names)


def _methods(kind: str) -> Callable[[CompanySheet], str]:
    def said(sheet: CompanySheet) -> str:
        return ", ".join(_method(one) for one in sheet.company.methods if one.kind == kind)

    return said


def _method(method: Method) -> str:
    return f"{method.value} ({method.label})" if method.label else method.value


def _people(today: date) -> Listing:
    def when(one: AtCompany) -> Cell:
        if one.until:
            return Cell(f"until {short_day(one.until, today)}", "soft")
        last = one.last_touch_on
        return Cell(f"last {short_day(last, today)}" if last else "", "soft")

    return Listing(
        columns=(
            Column("ref", lambda one: Cell(one.contact.ref)),
            Column("name", lambda one: Cell(one.contact.name, "strong"), most=28, firm=True),
            Column("title", lambda one: Cell(one.title or ""), grow=True, blank=True),
            Column("when", when, from_width=CRAMPED, blank=True, firm=True),
        ),
        empty="",
        line=lambda one: " ".join(filter(None, (one.contact.ref, one.contact.name, one.title))),
        heads=False,
        one_line=True,
    )


def _leads() -> Listing:
    def stage(lead: Lead) -> str:
        return lead.stage if lead.state == "open" else lead.state

    return Listing(
        columns=(
            Column("ref", lambda one: Cell(one.ref)),
            Column("title", lambda one: Cell(one.title, "strong"), most=28, firm=True),
            Column("stage", lambda one: Cell(stage(one)), firm=True),
        ),
        empty="",
        line=lambda one: f"{one.ref} {one.title}: {stage(one)}",
        heads=False,
    )


def _log(today: date) -> Listing:
    def said(entry: CompanyEntry) -> str:
        kind = "" if entry.kind == "note" and entry.text else said_kind(entry.kind)
        return ": ".join(filter(None, (kind, entry.text)))

    return Listing(
        columns=(
            Column("on", lambda one: Cell(short_day(one.happened_on, today), "soft")),
            Column("what", lambda one: Cell(said(one)), grow=True),
        ),
        empty="",
        line=lambda one: f"{short_day(one.happened_on, today)} {said(one)}",
        heads=False,
    )


def added(sheet: CompanySheet, *, is_new: bool) -> str:
    """The record is there, and whom it finds."""
    name = f"{sheet.company.name} ({sheet.company.ref})"
    if not is_new:
        return f"{name} was added already."
    if not sheet.people:
        return f"{name} added."
    return f"{name} added: {count(len(sheet.people), 'person', 'people')} there."


def noted(company: Company, entry: NewEntry, today: date) -> str:
    """What was noted of a company."""
    kind = said_kind(entry.kind)
    return (
        f"Noted of {company.name} ({company.ref}): {kind} on {short_day(entry.happened_on, today)}."
    )
