"""netlog due: the morning report."""

from typing import Annotated

import typer

from netlog import clock, output, render
from netlog.actions import due
from netlog.commands.frame import options
from netlog.commands.frame.app import of
from netlog.records.contacts import PeopleFilter
from netlog.records.due import KINDS, DueItem
from netlog.render.pages import due as page
from netlog.rules.cadence import parse_within
from netlog.store.reads import due as reads

RECORD = list[DueItem]
SOMETHING_IS_DUE = 10
EXAMPLES = (
    "netlog due",
    "netlog due --within 7d --kind thanks --kind promise",
    "netlog due --brief    # one line for a prompt: 3 thanks · 1 promise",
    "netlog due --json | jq -r '.[].contact.name'",
)


def command(
    ctx: typer.Context,
    within: Annotated[
        str | None, typer.Option(metavar="DURATION", help="Look ahead: 7d, 2w, 1m.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar=f"[{'|'.join(KINDS)}]",
            help="Only this kind; repeat for several.",
        ),
    ] = None,
    circle: options.OnCircle = None,
    tag: options.OnTags = None,
    limit: options.Limit = None,
    brief: Annotated[
        bool, typer.Option("--brief", help="One line, nothing when nothing is due.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 10 when something is due.")
    ] = False,
) -> None:
    """Show what is due: thanks, promises, outcomes, answers, birthdays, people to get back to.

    Each item comes with the command that settles it.
    """
    app = of(ctx)
    today = clock.today()
    kinds = options.chosen(kind, KINDS, "--kind")
    days = parse_within(within, today) if within is not None else 0
    people = options.people_filter(circle, tag)
    with app.reading() as connection:
        items = due.items(connection, today, people, kinds, days)
        narrowed = items or kinds or people != PeopleFilter()
        next_due_on = None if narrowed else reads.next_due_on(connection)
        is_empty = not items and reads.is_empty(connection)
    if brief and not app.json:
        output.write(f"{page.brief(items)}\n" if items else "")
    else:
        report = page.page(today, app.out.room, next_due_on, is_empty)
        shown = items[:limit]
        render.listing(app.out, report, app.settled_here(shown))
        if len(shown) < len(items):
            app.mention(f"{len(items) - len(shown)} more are due: leave --limit out.")
    if exit_code and items:
        raise typer.Exit(SOMETHING_IS_DUE)
