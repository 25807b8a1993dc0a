"""The book as netlog's own JSON has it: everything, or what belongs to some people."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from netlog.records.contacts import Contact, PeopleFilter
from netlog.store.reads import everything

EVERYBODY = PeopleFilter(archived=True)


def sections(
    connection: sqlite3.Connection, chosen: Sequence[Contact], people: PeopleFilter
) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    """Of some people, what is only theirs: the rules for everybody stay at home."""
    of = None if people == EVERYBODY else {contact.id for contact in chosen}
    yield "contacts", everything.contacts(connection, chosen)
    yield "meetings", everything.meetings(connection, of)
    yield "favors", everything.favors(connection, of)
    yield "thanks", everything.thanks(connection, of)
    yield "cadence_rules", everything.cadence_rules(connection) if of is None else ()
    yield "not_duplicates", everything.answers(connection, of)
