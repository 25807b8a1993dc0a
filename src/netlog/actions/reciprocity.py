"""How you stand with somebody: the same judgement for all that ask something of them."""

import sqlite3
from datetime import date

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


def standing(connection: sqlite3.Connection, person: Person, today: date) -> str | None:
    """How you stand with them, in a sentence; None when nothing has passed between you."""
    found = reads.tallies(connection, rules.twelve_months_before(today), person.id)
    return rules.balance(found[0]).text if found else None
