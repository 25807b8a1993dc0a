"""netlog balance: give and take, with one person or over all."""

from netlog import clock, render
from netlog.actions import standing
from netlog.commands.frame import options, who
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context
from netlog.records.reciprocity import Balance
from netlog.render.pages import reciprocity as page
from netlog.typed import Annotated

RECORD = list[Balance]
EXAMPLES = ("netlog balance", "netlog balance carol", "netlog balance --limit 5 --json")


def command(
    ctx: Context,
    typed: Annotated[
        str | None,
        Argument(metavar="[WHO]", help="Only with this person."),
    ] = None,
    limit: options.Limit = None,
) -> None:
    """Show what was given and taken: first who gave you most and got least, last the reverse.

    Asks and gives are those of the last twelve months; a lunch that you paid counts as given.
    """
    app, today = of(ctx), clock.today()
    with app.reading() as connection:
        person = who.one(app, connection, typed) if typed else None
        found = standing.balances(connection, person, today)
    report = page.balances(today, found, name=person.name if person else None)
    render.listing(app.out, report, found[:limit])
