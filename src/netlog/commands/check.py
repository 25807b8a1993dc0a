"""netlog check: a look before you ask."""

from netlog import clock, render
from netlog.actions import standing
from netlog.commands.frame import options, who
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Context
from netlog.records.reciprocity import Check
from netlog.render.pages import reciprocity as page

RECORD = Check
EXAMPLES = ("netlog check carol", "netlog check carol --json | jq -r '.reasons[].text'")


def command(ctx: Context, typed: options.Who) -> None:
    """Look before you ask: asks in a row, thanks and news owed, promises, long silence.

    When something speaks against it, it says how to begin instead.
    """
    app, today = of(ctx), clock.today()
    with app.reading() as connection:
        person = who.one(app, connection, typed)
        found = standing.look(connection, person, today)
    render.sheet(app.out, page.check(today), found)
