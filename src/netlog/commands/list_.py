"""netlog list: people, one a line."""

from typing import Annotated, Literal

import typer

from netlog import clock, render
from netlog.commands import options
from netlog.commands.app import of
from netlog.records.contacts import Contact
from netlog.render.pages import contacts as page
from netlog.store.reads import contacts as reads

RECORD = list[Contact]
EXAMPLES = (
    "netlog list",
    "netlog list --circle business --tag hiring --sort due",
    "netlog list --json | jq -r '.[] | select(.last_touch_on == null) | .name'",
)


def command(
    ctx: typer.Context,
    circle: options.OnCircle = None,
    tag: options.OnTags = None,
    archived: Annotated[
        bool, typer.Option("--archived", help="The archived ones as well.")
    ] = False,
    sort: Annotated[
        Literal["name", "last", "due", "added"], typer.Option(help="The order.")
    ] = "name",
    limit: options.Limit = None,
) -> None:
    """List people with when you were last in touch and when they are due."""
    app = of(ctx)
    people = options.people_filter(circle, tag)._replace(archived=archived)
    with app.reading() as connection:
        found = reads.contacts(connection, people, sort, limit)
    render.listing(app.out, page.listing(clock.today()), found)
