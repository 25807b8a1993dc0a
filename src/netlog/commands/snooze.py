"""netlog snooze: somebody is put off until later."""

from typing import Annotated

import typer

from netlog import clock, render
from netlog.commands import options, who
from netlog.commands.app import of
from netlog.records.contacts import Contact
from netlog.rules import dates
from netlog.store.reads import contacts as reads
from netlog.wording import short_day

RECORD = Contact
EXAMPLES = ("netlog snooze grace 2w", "netlog snooze c12 2027-01-15", "netlog snooze ada monday")


def command(
    ctx: typer.Context,
    typed: options.Who,
    duration: Annotated[
        list[str], typer.Argument(metavar="DURATION", help="2w, 3d, monday, 2027-01-15.")
    ],
) -> None:
    """Leave somebody out of the morning report until later."""
    app = of(ctx)
    today = clock.today()
    until = dates.parse_duration(" ".join(duration), today)
    with app.reading() as connection:
        person = who.one(app, connection, typed)
    from netlog.store.writes import contacts as writes

    with app.recording("snooze") as book:
        writes.snooze(book, person.id, until)
    with app.reading() as connection:
        contact = reads.contact(connection, person.id)
    render.said(app.out, f"{person.name} comes up again on {short_day(until, today)}.", contact)
