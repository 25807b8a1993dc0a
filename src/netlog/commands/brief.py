"""netlog brief: one screen before a meeting."""

import sqlite3
from datetime import date

import typer

from netlog import clock, render
from netlog.commands import caution, options, who
from netlog.commands.app import of
from netlog.records.brief import Brief
from netlog.records.people import Person
from netlog.render.pages import brief as page
from netlog.rules import brief as rules
from netlog.store.reads import brief as reads
from netlog.store.reads import contacts, favors, meetings, thanks

RECORD = list[Brief]
EXAMPLES = ("netlog brief grace", "netlog brief grace carol")

LAST_MEETINGS = 3
IN_COMMON = 5


def command(ctx: typer.Context, typed: options.SeveralWho) -> None:
    """Show one screen before you meet: history, what is open both ways, whose turn it is to pay.

    And five questions that ask for advice, never for a job. Several people give a page each.
    """
    app, today = of(ctx), clock.today()
    with app.reading() as connection:
        found = [
            _brief(connection, person, today) for person in who.several(app, connection, typed)
        ]
    render.sheets(app.out, page.sheet(today), found)


def _brief(connection: sqlite3.Connection, person: Person, today: date) -> Brief:
    contact = contacts.contact(connection, person.id)
    assert contact is not None
    exchanged = favors.of_contact(connection, person.id)
    look = caution.look(connection, person, today)
    return Brief(
        contact=contact,
        meetings=meetings.of_contact(connection, person.id)[:LAST_MEETINGS],
        favors=tuple(f for f in exchanged if f.state == "open" or f.is_untold),
        thanks=tuple(t for t in thanks.of_contact(connection, person.id) if t.state == "open"),
        in_common=reads.in_common(connection, person.id, IN_COMMON),
        dates=rules.near_dates(contact, today),
        bills=look.bills,
        mind=look.reasons,
        questions=rules.questions(contact, exchanged),
    )
