"""netlog reconnect: whom to get back in touch with, why, and how to begin."""

from netlog import clock, render
from netlog.actions import due, standing
from netlog.commands.frame import options, who
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context
from netlog.errors import UsageMistake
from netlog.records.people import PeopleFilter
from netlog.records.reconnect import Suggestion
from netlog.render.pages import reconnect as page
from netlog.rules.standing import PEOPLE
from netlog.typed import Annotated

RECORD = list[Suggestion]
EXAMPLES = (
    "netlog reconnect",
    "netlog reconnect --limit 3 --circle peer",
    "netlog reconnect carol",
)


def command(
    ctx: Context,
    typed: Annotated[
        str | None,
        Argument(metavar="[WHO]", help="Only this person."),
    ] = None,
    circle: options.OnCircle = None,
    tag: options.OnTags = None,
    limit: Annotated[int, options.limiting(f"{PEOPLE} people")] = PEOPLE,
) -> None:
    """Show whom to reconnect with, and an opening for each that asks for nothing.

    News and thanks you owe, promises, birthdays, long silence, those who helped you.
    """
    app, today = of(ctx), clock.today()
    people = options.people_filter(circle, tag)
    if typed and people != PeopleFilter():
        raise UsageMistake("--circle and --tag choose among all: leave them out with a name.")
    with app.reading() as connection:
        if typed:
            found = [standing.suggestion(connection, who.one(app, connection, typed), today)]
        else:
            found = standing.suggestions(connection, people, today, limit)
        in_morning = not found and bool(due.blocks(connection, today, people))
    among_all = people == PeopleFilter()
    report = page.listing(
        found, app.out.room, among_all=among_all, in_morning=in_morning, whole=typed is not None
    )
    render.listing(app.out, report, found)
