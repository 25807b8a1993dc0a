"""From what was typed to the occasion that is meant: asks on a terminal, refuses elsewhere."""

from netlog.actions import occasions
from netlog.commands.frame import who
from netlog.commands.frame.app import App
from netlog.store.connect import Book


def one(app: App, connection: Book, typed: str) -> str:
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
