"""A record of any kind by its ref, as it now stands."""

from netlog.later import Later
from netlog.records.refs import Ref
from netlog.store.connect import Book
from netlog.typed import Any

# (connection, id) to the record; one kind is asked for, so no other is loaded.
READ = {
    "c": Later("store.reads.contacts", "contact"),
    "m": Later("store.reads.meetings", "meeting"),
    "f": Later("store.reads.favors", "favor"),
    "t": Later("store.reads.thanks", "thanks"),
    "p": Later("store.reads.plans", "plan"),
    "o": Later("store.reads.organizations", "company"),
    "l": Later("store.reads.leads", "lead"),
    "g": Later("actions.goals", "goal"),
}


def record(connection: Book, ref: Ref) -> Any:
    """The record with that ref; None when there is none, or nothing of that kind yet."""
    read = READ.get(ref.letter)
    return read and read(connection, ref.id)
