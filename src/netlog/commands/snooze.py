"""netlog snooze: somebody, or one thing that is due, is put off until later."""

import sqlite3
from datetime import date
from typing import Annotated

import typer

from netlog import clock, render
from netlog.actions import settle
from netlog.actions.settle import Target
from netlog.commands.frame import options, who
from netlog.commands.frame.app import App, of
from netlog.errors import UsageMistake
from netlog.records.contacts import Contact
from netlog.records.favors import Favor
from netlog.records.refs import Ref, parse_ref
from netlog.records.thanks import Thanks
from netlog.rules import dates, text
from netlog.store.reads import contacts
from netlog.wording import short_day

RECORD = Contact | Favor | Thanks
EXAMPLES = (
    "netlog snooze grace 2w",
    'netlog snooze t9 monday --why "she is travelling"',
    "netlog snooze f7 2027-01-15",
)


def command(
    ctx: typer.Context,
    typed: options.WhoOrRef,
    duration: Annotated[
        list[str], typer.Argument(metavar="DURATION", help="2w, 3d, monday, 2027-01-15.")
    ],
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why, for the record.")] = None,
) -> None:
    """Put off getting back to somebody, or one thing that is due, until later.

    What is owed to somebody stays due: snooze it by its own ref. From the third time on the
    report says how often.
    """
    app, today = of(ctx), clock.today()
    until = _until(duration, today)
    reason = text.optional_line(why, "text of --why")
    with app.reading() as connection:
        target = _target(app, connection, typed)
    from netlog.store.writes.snoozing import SNOOZES

    with app.recording("snooze") as book:
        SNOOZES[target.ref.letter](book, target.ref.id, until, reason)
    with app.reading() as connection:
        record = settle.closed(connection, [target])[0]
    name = record.name if isinstance(record, Contact) else f"{record.contact.name} ({target.ref})"
    render.said(app.out, f"{name} comes up again on {short_day(until, today)}.", record)


def _until(duration: list[str], today: date) -> date:
    try:
        return dates.parse_duration(" ".join(duration), today)
    except UsageMistake as error:
        raise options.name_in_quotes(error, duration) from None


def _target(app: App, connection: sqlite3.Connection, typed: str) -> Target:
    ref = parse_ref(typed)
    if ref and ref.letter != "c" and ref.letter in settle.CAN_BE_DUE:
        return settle.open_target(connection, ref)
    person = who.one(app, connection, typed)
    return Target(Ref("c", person.id), contacts.contact(connection, person.id))
