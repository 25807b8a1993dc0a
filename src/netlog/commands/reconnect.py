"""netlog reconnect: whom to get back in touch with, why, and how to begin."""

from typing import Annotated

import typer

from netlog import clock, render
from netlog.commands.frame import options, who
from netlog.commands.frame.app import of
from netlog.errors import UsageMistake
from netlog.records.contacts import PeopleFilter
from netlog.records.reconnect import Suggestion
from netlog.render.pages import reconnect as page
from netlog.rules import due
from netlog.rules import reconnect as rules
from netlog.store.reads import reconnect as reads

RECORD = list[Suggestion]
EXAMPLES = (
    "netlog reconnect",
    "netlog reconnect --limit 3 --circle peer",
    "netlog reconnect carol",
)


def command(
    ctx: typer.Context,
    typed: Annotated[
        str | None,
        typer.Argument(metavar="[WHO]", help="Only this person."),
    ] = None,
    circle: options.OnCircle = None,
    tag: options.OnTags = None,
    limit: options.Limit = None,
) -> None:
    """Show whom to reconnect with, and an opening for each that asks for nothing.

    Overdue people, debts of thanks and outcomes, birthdays, and those who gave you more.
    """
    app, today = of(ctx), clock.today()
    near = due.birthday_keys(today, rules.BIRTHDAY_WITHIN.days)
    people = options.people_filter(circle, tag)
    if typed and people != PeopleFilter():
        raise UsageMistake("--circle and --tag choose among all: leave them out with a name.")
    with app.reading() as connection:
        if typed:
            ids = [who.one(app, connection, typed).id]
        else:
            ids = reads.candidates(connection, people, today, near)
        known = reads.acquaintances(connection, ids)
        chosen = rules.candidates(known, today, whoever=bool(typed))[:limit]
        found = [
            rules.suggestion(one, reads.last_topic(connection, one.known.contact.id), today)
            for one in chosen
        ]
    report = page.listing(wide=app.out.room == "wide", among_all=people == PeopleFilter())
    render.listing(app.out, report, found)
