"""netlog brief: one screen before a meeting."""

from netlog import clock, render
from netlog.actions import brief
from netlog.commands.frame import options, who
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Context
from netlog.records.brief import Brief
from netlog.render.pages import brief as page

RECORD = list[Brief]
EXAMPLES = ("netlog brief grace", "netlog brief grace carol")


def command(ctx: Context, typed: options.SeveralWho) -> None:
    """Show one screen before you meet: what you know, what is open both ways, whose turn to pay.

    And questions from the record that ask for advice, never for a job. Several people give a page
    each.
    """
    app, today = of(ctx), clock.today()
    with app.reading() as connection:
        found = [
            brief.of(connection, person, today) for person in who.several(app, connection, typed)
        ]
    render.sheets(app.out, page.sheet(today), found)
