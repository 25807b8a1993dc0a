"""What `done` and `drop` share: refs of what is due, each closed in its own way, all or none."""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from netlog.errors import NothingMatches, UsageMistake
from netlog.records.contacts import PeopleFilter
from netlog.records.due import DueItem
from netlog.records.favors import Favor
from netlog.records.refs import Ref, parse_ref
from netlog.rules import due as rules
from netlog.store.reads import contacts, favors, thanks
from netlog.store.reads import due as reads

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

RECORDS: dict[str, Callable[[sqlite3.Connection, int], Any]] = {
    "c": contacts.contact,
    "f": favors.favor,
    "t": thanks.thanks,
}


class Target(NamedTuple):
    """Something to close: its record, and what is due about it when it is a person."""

    ref: Ref
    record: Any
    items: tuple[DueItem, ...] = ()


Close = Callable[["Recording", Target], str]


def targets(connection: sqlite3.Connection, typed: list[str], today: date) -> list[Target]:
    """What the refs stand for.

    Raises UsageMistake for what is not a ref, NothingMatches for one that is not open.
    """
    return [_target(connection, one, today) for one in dict.fromkeys(typed)]


def _target(connection: sqlite3.Connection, typed: str, today: date) -> Target:
    ref = parse_ref(typed)
    if ref is None or ref.letter not in RECORDS:
        raise UsageMistake("That is not a ref of something due, such as t9. Nothing was changed.")
    record = RECORDS[ref.letter](connection, ref.id)
    if record is None:
        raise NothingMatches(f"There is no {ref}. Nothing was changed.")
    if ref.letter == "c":
        items = _due_about(connection, ref.id, today)
        if not items:
            raise NothingMatches(f"Nothing about {record.name} is due. Nothing was changed.")
        return Target(ref, record, items)
    if record.state != "open" and not (ref.letter == "f" and _is_untold(record)):
        raise NothingMatches(f"{ref} is {record.state} already. Nothing was changed.")
    return Target(ref, record)


def _is_untold(favor: Favor) -> bool:
    return favor.outcome is not None and favor.told_on is None and favor.dropped_on is None


def _due_about(connection: sqlite3.Connection, contact_id: int, today: date) -> tuple[DueItem, ...]:
    """The date and the reconnect that are due about one person."""
    facts = reads.facts(connection, PeopleFilter(), today, rules.birthday_keys(today))
    items = rules.report(facts, today, ("date", "reconnect"))
    return tuple(item for item in items if item.contact.id == contact_id)


def closed(connection: sqlite3.Connection, found: list[Target]) -> list[Any]:
    """The records as they now stand."""
    return [RECORDS[target.ref.letter](connection, target.ref.id) for target in found]
