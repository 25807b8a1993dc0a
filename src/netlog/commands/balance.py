"""netlog balance: give and take, with one person or over all."""

from typing import Annotated

import typer

from netlog import clock, render
from netlog.commands.frame import options, who
from netlog.commands.frame.app import of
from netlog.records.reciprocity import Balance
from netlog.render.pages import reciprocity as page
from netlog.rules import reciprocity as rules
from netlog.store.reads import reciprocity as reads

RECORD = list[Balance]
EXAMPLES = ("netlog balance", "netlog balance carol", "netlog balance --limit 5 --json")


def command(
    ctx: typer.Context,
    typed: Annotated[
        str | None,
        typer.Argument(metavar="[WHO]", help="Only with this person."),
    ] = None,
    limit: options.Limit = None,
) -> None:
    """Show what was given and taken: first who gave you most and got least, last the reverse.

    Asks and gives are those of the last twelve months.
    """
    app, since = of(ctx), rules.twelve_months_before(clock.today())
    with app.reading() as connection:
        person = who.one(app, connection, typed) if typed else None
        found = rules.balances(reads.tallies(connection, since, person.id if person else None))
    report = page.balances(
        clock.today(), wide=app.out.room == "wide", name=person.name if person else None
    )
    render.listing(app.out, report, found[:limit])
