"""netlog brief: one screen before a meeting."""

import sqlite3
from datetime import date

import typer

from netlog import clock, render
from netlog.actions import reciprocity
from netlog.commands.frame import options, who
from netlog.commands.frame.app import of
from netlog.records.brief import Brief
from netlog.records.meetings import NOT_A_TOUCH, Meeting
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
    look = reciprocity.look(connection, person, today)
    return Brief(
        contact=contact,
        meetings=_touches(connection, person)[:LAST_MEETINGS],
        favors=tuple(f for f in exchanged if f.state == "open" or f.is_untold),
        thanks=tuple(t for t in thanks.of_contact(connection, person.id) if t.state == "open"),
        in_common=reads.in_common(connection, person.id, IN_COMMON),
        dates=rules.near_dates(contact, today),
        bills=look.bills,
        mind=look.reasons,
        questions=rules.questions(contact, exchanged),
    )


def _touches(connection: sqlite3.Connection, person: Person) -> tuple[Meeting, ...]:
    """The meetings at which you were in touch, newest first."""
    found = meetings.of_contact(connection, person.id)
    return tuple(meeting for meeting in found if meeting.kind != NOT_A_TOUCH)
