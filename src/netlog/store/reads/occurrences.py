"""What a calendar brought: the occurrences on record of an event, and what of them is the owner's.

What an import wrote is told from what somebody changed since by the journal.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from netlog.named import NamedTuple
from netlog.store.connect import Book
from netlog.store.reads import history
from netlog.typed import Any

IMPORT, MERGE = "import", "merge"
CONTACTS = "contacts"
# What a calendar says of a meeting and of a plan.
OF_CALENDAR = {
    "meeting": ("happened_on", "kind", "text", "place"),
    "plan": ("happens_on", "starts_at", "kind", "text", "place"),
}

# A series has the uids `uid/planned start`; the sign after / is 0.
UNDER = {
    "meeting": """
SELECT id, uid, happened_on, 1, coalesce(sequence, 0) FROM meeting
WHERE uid = :uid OR (uid > :uid || '/' AND uid < :uid || '0') ORDER BY id
""",
    "plan": """
SELECT id, uid, happens_on, done_on IS NULL AND dropped_on IS NULL, coalesce(sequence, 0) FROM plan
WHERE uid = :uid OR (uid > :uid || '/' AND uid < :uid || '0') ORDER BY id
""",
}
# Of those too that are gone.
GONE = """
SELECT uid, sequence FROM event_gone
WHERE uid = :uid OR (uid > :uid || '/' AND uid < :uid || '0') ORDER BY id
"""
BY_HAND = "SELECT by_hand FROM {table} WHERE id = :id"
SEQUENCE = "SELECT coalesce(sequence, 0) FROM {table} WHERE id = :id"
# Whether something was done is known without the images of it.
WAS_DONE = "CASE WHEN b.turned = 1 THEN c.is_there ELSE c.was_there END"
BROUGHT = f"""
SELECT p.contact_id FROM {{table}}_contact p
WHERE p.{{table}}_id = :id AND EXISTS (
    SELECT 1 FROM change c JOIN batch b ON b.source_id = c.batch_id
    WHERE c.table_name = '{{table}}_contact' AND c.row_id = p.id AND b.command = 'import'
      AND {WAS_DONE} = 0
)
"""
EDITED = f"""
SELECT 1 FROM change c JOIN batch b ON b.source_id = c.batch_id
WHERE c.table_name = :table AND c.row_id = :id AND {WAS_DONE} = 1
  AND b.command NOT IN ('import', 'undo', 'redo', 'merge', 'snooze')
"""
KEPT_BY = "SELECT id FROM plan WHERE meeting_id = :id ORDER BY id"


class Occurrence(NamedTuple):
    """A meeting or a plan of an event: the day it was planned on, whether it is there to change.

    sequence is which change of the event it is, the first one 0; moved says that it is on another
    day than its series planned it on.
    """

    id: int
    uid: str
    on: date
    is_open: bool
    sequence: int
    moved: bool = False


def under(connection: Book, table: str, uid: str) -> list[Occurrence]:
    """The meetings, or the plans, of the event of that uid, single or of a series."""
    found = []
    for id_, own, day, is_open, sequence in connection.execute(UNDER[table], {"uid": uid}):
        planned = own.removeprefix(uid).removeprefix("/")
        try:
            on = date.fromisoformat((planned or day)[:10])
        except ValueError:
            continue  # another event, whose uid happens to begin so
        moved = bool(planned) and on.isoformat() != day
        found.append(Occurrence(id_, own, on, bool(is_open), sequence, moved))
    return found


def sequence(connection: Book, table: str, id_: int) -> int:
    """Which change of its event a meeting or a plan is."""
    found: int = connection.execute(SEQUENCE.format(table=table), {"id": id_}).fetchone()[0]
    return found


def gone(connection: Book, uid: str) -> dict[str, int]:
    """Which change of the event of that uid, or of each of a series, went with its record."""
    return dict(connection.execute(GONE, {"uid": uid}).fetchall())


def changed_by_hand(connection: Book, table: str, id_: int, now: Mapping[str, Any]) -> set[str]:
    """Of those columns the ones whose values no import wrote, here or in the book before."""
    written: set[tuple[str, Any]] = set()
    for change in history.of_row(connection, table, id_):
        if change.batch.command == IMPORT and change.after:
            written |= change.after.items() - (change.before or {}).items()
    said = {
        key: value.isoformat() if isinstance(value, date) else value for key, value in now.items()
    }
    brought = {key for key, value in said.items() if (key, value) in written}
    return said.keys() - (brought - by_hand(connection, table, id_))


def by_hand(connection: Book, table: str, id_: int) -> set[str]:
    """What had been changed by hand in the book that it came from: columns, and contacts."""
    (said,) = connection.execute(BY_HAND.format(table=table), {"id": id_}).fetchone()
    return set(said.split()) if said else set()


def brought(connection: Book, table: str, id_: int) -> set[int]:
    """Who of those at a meeting, or of a plan, an import put there and nobody else."""
    if CONTACTS in by_hand(connection, table, id_):
        return set()
    rows = connection.execute(BROUGHT.format(table=table), {"id": id_})
    return {contact_id for (contact_id,) in rows}


def taken_off(connection: Book, table: str, id_: int, contact_ids: Iterable[int]) -> set[int]:
    """Who of these was taken off it by hand, or may have been."""
    if CONTACTS in by_hand(connection, table, id_):
        return set(contact_ids)
    return {
        contact_id
        for contact_id in contact_ids
        if any(
            change.after is None
            and change.image.get(f"{table}_id") == id_
            and change.batch.command not in (IMPORT, MERGE)
            for change in history.of_part(connection, f"{table}_contact", contact_id)
        )
    }


def is_edited(connection: Book, table: str, id_: int) -> bool:
    """Whether anybody but an import has changed it."""
    edited = connection.execute(EDITED, {"table": table, "id": id_}).fetchone()
    return bool(edited or by_hand(connection, table, id_))


def kept_by(connection: Book, meeting_id: int) -> list[int]:
    """The plans that became that meeting."""
    return [id_ for (id_,) in connection.execute(KEPT_BY, {"id": meeting_id})]
