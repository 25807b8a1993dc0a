"""How far the journal can be folded: no further than what is to stay needs it."""

from netlog.records.history import COMPACT
from netlog.store.connect import Book
from netlog.store.reads.history import last_number

FIRST_SINCE = "SELECT min(id) FROM batch WHERE at >= :before"
FOLDED = "SELECT coalesce(max(id), 0) FROM batch WHERE command = :compact"
# What the commands behind that number took their rows from, or took back.
NEEDED = """
SELECT min(number) FROM (
    SELECT min(source_id) AS number FROM batch WHERE id > :number
    UNION ALL
    SELECT min(u.id) FROM batch b JOIN batch u ON u.uid = b.undoes WHERE b.id > :number
) AS needed
"""
# Who was merged into whom stays, so that the number of a merge is none to fold at.
BELOW = "SELECT coalesce(max(id), 0) FROM batch WHERE id <= :number AND command <> 'merge'"
COMMANDS = "SELECT count(*) FROM batch WHERE id > :folded AND id <= :number"
ROOM = "SELECT freelist_count FROM pragma_freelist_count"


def last_to_fold(connection: Book, before: str, at_most: int) -> int | None:
    """The number of the last command that can be folded with all before it.

    It is no later than at_most, and all of them are from before that day, YYYY-MM-DD. None where
    there is none.
    """
    (since,) = connection.execute(FIRST_SINCE, {"before": before}).fetchone()
    number = min(at_most, last_number(connection) if since is None else since - 1)
    number = _not_needed(connection, number)
    return number if number > _folded(connection) else None


def commands_to_fold(connection: Book, number: int) -> int:
    """How many commands would go with the one of that number."""
    binds = {"folded": _folded(connection), "number": number}
    found: int = connection.execute(COMMANDS, binds).fetchone()[0]
    return found


def has_room(connection: Book) -> bool:
    """Whether the file would be smaller if it were written anew."""
    return bool(connection.execute(ROOM).fetchone()[0])


def _not_needed(connection: Book, number: int) -> int:
    """The number, lowered until nothing that stays needs what goes."""
    before = None
    while number != before:
        before = number
        (needed,) = connection.execute(NEEDED, {"number": number}).fetchone()
        number = number if needed is None else min(number, needed - 1)
        (number,) = connection.execute(BELOW, {"number": number}).fetchone()
    return number


def _folded(connection: Book) -> int:
    found: int = connection.execute(FOLDED, {"compact": COMPACT}).fetchone()[0]
    return found
