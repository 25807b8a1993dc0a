"""What is open with people who are to be left in peace."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netlog.records.favors import TO_THEM
from netlog.records.people import Person
from netlog.records.plans import PlanFilter
from netlog.store.reads import favors, plans, thanks


class Debts(NamedTuple):
    """What is open with somebody: refs by what it is, as a due item calls it."""

    contact: Person
    refs: dict[str, list[str]]


def debts(connection: sqlite3.Connection, people: Sequence[Person], today: date) -> list[Debts]:
    """Of those people with whom anything is open, all that is, whether it is shown or rests."""
    found = [_debts(connection, person, today) for person in people]
    return [one for one in found if one.refs]


def _debts(connection: sqlite3.Connection, person: Person, today: date) -> Debts:
    refs: dict[str, list[str]] = {}

    def note(kind: str, ref: str) -> None:
        refs.setdefault(kind, []).append(ref)

    for owed in reversed(thanks.of_contact(connection, person.id)):
        if owed.state == "open":
            note("thanks", owed.ref)
    for favor in reversed(favors.of_contact(connection, person.id)):
        if favor.state == "open":
            note("promise" if favor.direction == TO_THEM else "waiting", favor.ref)
        elif favor.is_untold:
            note("outcome", favor.ref)
    for plan in plans.plans(connection, PlanFilter(person.id)):
        if plan.happens_on >= today:
            note("plan", plan.ref)
    return Debts(person, refs)
