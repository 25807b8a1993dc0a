"""A look before you ask: the same judgement for `check`, `favor ask` and `log --asked`."""

import sqlite3
from datetime import date
from itertools import groupby

from netlog.commands.app import App
from netlog.records.people import Person
from netlog.records.reciprocity import Check
from netlog.rules import reciprocity as rules
from netlog.store.config import settings
from netlog.store.reads import reciprocity as reads


def look(connection: sqlite3.Connection, person: Person, today: date) -> Check:
    """What to think of before asking them, by the user's thresholds."""
    facts, exchanges = reads.give_and_take(connection, person.id)
    ordered = facts._replace(exchanges=rules.latest_first(exchanges))
    return rules.check(ordered, today, settings().check)


def warn(app: App, connection: sqlite3.Connection, person: Person, today: date) -> None:
    """Say on stderr what speaks against asking now; it never keeps anybody from it."""
    for _, group in groupby(look(connection, person, today).reasons, lambda reason: reason.code):
        first, *others = group
        more = f", and {len(others)} more like it" if others else ""
        app.mention(f"Mind: {first.text}{more}.")


def standing(connection: sqlite3.Connection, person: Person, today: date) -> str | None:
    """How you stand with them, in a sentence; None when nothing has passed between you."""
    found = reads.tallies(connection, rules.twelve_months_before(today), person.id)
    return rules.balance(found[0]).text if found else None
