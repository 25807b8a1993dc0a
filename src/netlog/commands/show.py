"""netlog show: everything about one person, or one record by its ref."""

import sqlite3
from typing import Any

import typer

from netlog import clock, render
from netlog.commands import options, who
from netlog.commands.app import App, of
from netlog.errors import NothingMatches
from netlog.records.contacts import ContactSheet
from netlog.records.favors import Favor
from netlog.records.meetings import Meeting
from netlog.records.refs import Ref, parse_ref
from netlog.records.thanks import Thanks
from netlog.render.pages import contacts as contacts_page
from netlog.render.pages import favors as favors_page
from netlog.render.pages import meetings as meetings_page
from netlog.render.pages import thanks as thanks_page
from netlog.store.reads import contacts, favors, jobs, meetings, thanks

RECORD = ContactSheet | Meeting | Favor | Thanks
EXAMPLES = (
    "netlog show grace",
    "netlog show grace@example.org --json",
    "netlog show m40",
)


def command(ctx: typer.Context, typed: options.Who) -> None:
    """Show everything about somebody, or the meeting, favor or thanks with that ref."""
    app = of(ctx)
    today = clock.today()
    ref = parse_ref(typed)
    with app.reading() as connection:
        record = _record(connection, ref) if ref and ref.letter != "c" else None
        if record is None:
            record = _person(app, connection, typed, ref)
    pages = {
        Meeting: meetings_page.sheet,
        Favor: favors_page.sheet,
        Thanks: thanks_page.sheet,
        ContactSheet: contacts_page.sheet,
    }
    render.sheet(app.out, pages[type(record)](today), record)


def _record(connection: sqlite3.Connection, ref: Ref) -> Any:
    reads: dict[str, Any] = {"m": meetings.meeting, "f": favors.favor, "t": thanks.thanks}
    return reads[ref.letter](connection, ref.id)


def _person(app: App, connection: sqlite3.Connection, typed: str, ref: Ref | None) -> ContactSheet:
    if ref and ref.letter != "c" and not who.find_by_name(connection, typed).candidates:
        raise NothingMatches(f"There is no {ref.noun} {ref}.")
    person = who.one(app, connection, typed)
    contact = contacts.contact(connection, person.id)
    assert contact is not None
    return ContactSheet(
        contact,
        meetings.of_contact(connection, person.id),
        favors.of_contact(connection, person.id),
        thanks.of_contact(connection, person.id),
        jobs.of_contact(connection, person.id),
    )
