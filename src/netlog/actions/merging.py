"""Whether two contacts seem to be one person, as `duplicates` judges it of all."""

import sqlite3

from netlog.records.people import Person
from netlog.rules import duplicates as rules
from netlog.store.reads import duplicates as reads


def seem_one(connection: sqlite3.Connection, one: Person, two: Person) -> bool:
    """Whether `duplicates` shows the two."""
    both = [traits for traits in reads.everybody(connection) if traits.id in (one.id, two.id)]
    apart = reads.answered(connection) | reads.related(connection)
    return bool(rules.pairs(both, apart))
