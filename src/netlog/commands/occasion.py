"""netlog occasion: who was met at a conference or the like."""

from netlog import clock, render
from netlog.actions import occasions
from netlog.commands.frame import gatherings
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context
from netlog.records.occasions import OccasionMet
from netlog.render.pages import occasions as page
from netlog.typed import Annotated

RECORD = OccasionMet
EXAMPLES = ('netlog occasion "PyCon Berlin"', "netlog occasion pycon")


def command(
    ctx: Context,
    typed: Annotated[
        list[str], Argument(metavar="OCCASION", help="What it is called, or a part of that.")
    ],
) -> None:
    """Show whom you met at an occasion, and who still waits for a word.

    Meetings are part of one with `netlog log --occasion NAME`.
    """
    app = of(ctx)
    with app.reading() as connection:
        name = gatherings.one(app, connection, " ".join(typed))
        found = occasions.occasion(connection, name)
    render.sheet(app.out, page.sheet(clock.today()), found)
