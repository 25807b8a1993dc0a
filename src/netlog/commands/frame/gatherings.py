"""From what was typed to the occasion that is meant: asks on a terminal, refuses elsewhere."""

import sqlite3

from netlog.actions import occasions
from netlog.commands.frame import who
from netlog.commands.frame.app import App


def one(app: App, connection: sqlite3.Connection, typed: str) -> str:
    """The name of the occasion that is meant.

    Raises NothingMatches where there is none, SeveralMatch with those that may be.
    """
    found = occasions.meant(connection, typed)
    if len(found) == 1:
        return found[0]
    at = who.picked("Which one?", found) if app.can_ask else None
    if at is None:
        raise occasions.several(typed, found)
    return found[at]
