"""From what was typed to a person or a record of any kind: what show and remove share."""

import sqlite3
from typing import Any

from netlog.commands import who
from netlog.commands.app import App
from netlog.errors import NothingMatches
from netlog.records.refs import Ref, parse_ref
from netlog.store.reads import contacts, favors, meetings, thanks

READS: dict[str, Any] = {
    "c": contacts.contact,
    "m": meetings.meeting,
    "f": favors.favor,
    "t": thanks.thanks,
}


def one(app: App, connection: sqlite3.Connection, typed: str) -> Ref:
    """The ref of what is meant, which is there.

    Raises NothingMatches and SeveralMatch as `who.one` does.
    """
    ref = parse_ref(typed)
    if ref and ref.letter != "c":
        if record(connection, ref) is not None:
            return ref
        if not who.find_by_name(connection, typed).candidates:
            raise NothingMatches(f"There is no {ref.noun} {ref}.")
    return Ref("c", who.one(app, connection, typed).id)


def record(connection: sqlite3.Connection, ref: Ref) -> Any:
    """The record with that ref; None when there is none, or nothing of that kind yet."""
    read = READS.get(ref.letter)
    return read and read(connection, ref.id)
