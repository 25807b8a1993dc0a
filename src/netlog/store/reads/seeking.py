"""What is looked for: the open goals in short, and whom they serve."""

from datetime import date

from netlog.store.connect import Book
from netlog.store.reads.values import day

OPEN = "g.done_on IS NULL AND g.dropped_on IS NULL"
# Of a goal the leads that landed after it was last said to go on, or another lead was begun.
LANDED_FOR = """
ld.goal_id = g.id AND ld.ended = 'landed' AND ld.closed_on > coalesce(g.goes_on, '')
  AND NOT EXISTS (SELECT 1 FROM lead o WHERE o.goal_id = g.id AND o.opened_on > ld.closed_on)
"""
IN_SHORT = f"""
SELECT g.id, g.text, g.horizon, g.due_on FROM goal g
WHERE {OPEN} AND NOT EXISTS (SELECT 1 FROM lead ld WHERE {LANDED_FOR}) ORDER BY g.id
"""
# Whom open goals serve.
SERVED = f"""
SELECT l.contact_id, g.id FROM goal g JOIN goal_link l ON l.goal_id = g.id
WHERE {OPEN} AND l.contact_id IS NOT NULL
"""


def in_short(connection: Book) -> dict[int, tuple[str, str, date | None]]:
    """The open goals by id: text, horizon, and the day by which each is to be.

    One for which a lead has landed may be reached: nobody looks for that, until it is to go on.
    """
    rows = connection.execute(IN_SHORT)
    return {id_: (text, horizon, day(due_on)) for id_, text, horizon, due_on in rows}


def served(connection: Book) -> frozenset[tuple[int, int]]:
    """Whom open goals serve: pairs of a person and a goal, by id."""
    return frozenset(connection.execute(SERVED))
