"""What is due, asked and judged in one place for every command that needs to know."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from netlog.records.contacts import PeopleFilter
from netlog.records.due import DueItem
from netlog.rules import due as rules
from netlog.store.reads import due as reads


def items(
    connection: sqlite3.Connection,
    today: date,
    people: PeopleFilter = PeopleFilter(),
    kinds: Iterable[str] = (),
    within_days: int = 0,
) -> list[DueItem]:
    """What is due by then among those people, in the order of the report; no kinds means all."""
    until = rules.horizon(today, within_days)
    near = rules.birthday_keys(today, within_days)
    facts = reads.facts(connection, people, until, rules.received_by(until), near)
    return rules.report(facts, today, kinds, within_days)
