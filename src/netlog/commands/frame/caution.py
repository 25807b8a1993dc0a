"""A word of caution before an ask is recorded: for `favor ask` and `log --asked`."""

from datetime import date
from itertools import groupby

from netlog.actions import standing
from netlog.commands.frame.app import App
from netlog.records.people import Person
from netlog.store.connect import Book


def warn(app: App, connection: Book, person: Person, today: date, lead: int | None = None) -> None:
    """Say on stderr what speaks against asking now; it never keeps anybody from it.

    lead is the id of the one that they are asked for, if any.
    """
    found = standing.look(connection, person, today, lead)
    for _, group in groupby(found.reasons, lambda reason: reason.code):
        first, *others = group
        more = f", and {len(others)} more like it" if others else ""
        app.mention(f"Mind: {first.text}{more}.")
