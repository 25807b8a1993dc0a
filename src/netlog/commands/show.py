"""netlog show: everything about one person, or one record by its ref."""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Annotated

from netlog import clock, render
from netlog.actions import organizations, records, relations
from netlog.commands.frame import anything, options
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Context, Option
from netlog.records.contacts import Contact, ContactSheet
from netlog.records.favors import Favor
from netlog.records.goals import Goal
from netlog.records.leads import Lead
from netlog.records.meetings import Meeting
from netlog.records.organizations import CompanySheet
from netlog.records.plans import Plan
from netlog.records.thanks import Thanks
from netlog.render.page import Sheet
from netlog.render.pages import contacts as contacts_page
from netlog.render.pages import favors as favors_page
from netlog.render.pages import goals as goals_page
from netlog.render.pages import leads as leads_page
from netlog.render.pages import meetings as meetings_page
from netlog.render.pages import organizations as organizations_page
from netlog.render.pages import plans as plans_page
from netlog.render.pages import thanks as thanks_page
from netlog.store.reads import brief, favors, goals, jobs, kept, leads, meetings, plans, thanks

RECORD = ContactSheet | Meeting | Favor | Thanks | Plan | CompanySheet | Goal | Lead
SHEETS: dict[str, Callable[[date], Sheet]] = {
    "c": contacts_page.sheet,
    "m": meetings_page.sheet,
    "f": favors_page.sheet,
    "t": thanks_page.sheet,
    "p": plans_page.sheet,
    "o": organizations_page.sheet,
    "g": goals_page.sheet,
    "l": leads_page.sheet,
}
EXAMPLES = (
    "netlog show grace",
    "netlog show grace@example.org --json",
    "netlog show m40",
)


def command(
    ctx: Context,
    typed: options.WhoOrRef,
    everything: Annotated[
        bool, Option("--all", help="Also what an address book says and netlog only keeps.")
    ] = False,
) -> None:
    """Show everything about somebody, or the record with that ref, such as m40."""
    app = of(ctx)
    today = clock.today()
    with app.reading() as connection:
        ref = anything.one(app, connection, typed)
        record = records.record(connection, ref)
        if ref.letter == "c":
            record = _sheet(connection, record)
            if everything:
                record = record._replace(kept=kept.of_contact(connection, record.contact.id))
        elif ref.letter == "o":
            record = organizations.sheet(connection, record)
    render.sheet(app.out, SHEETS[ref.letter](today), record)


def _sheet(connection: sqlite3.Connection, contact: Contact) -> ContactSheet:
    return ContactSheet(
        contact,
        meetings.of_contact(connection, contact.id),
        favors.of_contact(connection, contact.id),
        thanks.of_contact(connection, contact.id),
        jobs.of_contact(connection, contact.id),
        brief.introduced(connection, contact.id),
        plans.of_contact(connection, contact.id),
        relations=relations.of(connection, contact.id),
        leads=leads.of_contact(connection, contact.id),
        goals=goals.of_contact(connection, contact.id),
    )
