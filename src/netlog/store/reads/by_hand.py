"""What of the events of calendars was changed by hand, as another book has to be told."""

from collections import defaultdict
from collections.abc import Mapping

from netlog.store.connect import Book
from netlog.store.reads import history, occurrences
from netlog.store.reads.occurrences import CONTACTS, IMPORT, OF_CALENDAR, WAS_DONE
from netlog.typed import Any

BESIDES = "besides"  # one word for all that no calendar says

EDITED = {
    table: f"""
SELECT c.row_id FROM change c JOIN batch b ON b.source_id = c.batch_id
WHERE c.table_name = '{table}' AND {WAS_DONE} = 1
  AND b.command NOT IN ('import', 'undo', 'redo', 'merge', 'snooze')
UNION SELECT id FROM {table} WHERE by_hand IS NOT NULL
"""
    for table in OF_CALENDAR
}
# The changes of a command lie together.
PEOPLE = {
    table: f"""
SELECT DISTINCT c.row_id FROM batch b JOIN change c ON c.id BETWEEN b.first AND b.last
  AND c.batch_id = b.source_id
WHERE b.command = 'edit' AND c.table_name = '{table}_contact'
"""
    for table in OF_CALENDAR
}
THERE = {
    table: f"SELECT contact_id FROM {table}_contact WHERE {table}_id = :id" for table in OF_CALENDAR
}


class ByHand:
    """The meetings, or the plans, that anybody but an import has changed, here or before."""

    def __init__(self, connection: Book, table: str) -> None:
        self._connection, self._table = connection, table
        self._edited = {id_ for (id_,) in connection.execute(EDITED[table])}
        self._people: dict[int, set[int]] = defaultdict(set)
        for (row_id,) in connection.execute(PEOPLE[table]).fetchall():
            last = history.last_of_row(connection, f"{table}_contact", row_id)
            if last:
                self._people[last.image[f"{table}_id"]].add(last.image["contact_id"])

    def told(self, row: Mapping[str, Any]) -> str | None:
        """The columns of one that were changed, and contacts, sorted; None for nothing."""
        id_ = row["id"]
        if id_ not in self._edited and id_ not in self._people:
            return None
        changes = history.of_row(self._connection, self._table, id_)
        if not any(change.batch.command == IMPORT for change in changes):
            return None  # it is of no calendar
        said = {key: row[key] for key in OF_CALENDAR[self._table]}
        mine = occurrences.changed_by_hand(self._connection, self._table, id_, said)
        mine |= occurrences.by_hand(self._connection, self._table, id_)
        mine |= {CONTACTS} if self._has_other_people(id_) else set()
        mine |= {BESIDES} if id_ in self._edited and not mine else set()
        return " ".join(sorted(mine)) or None

    def _has_other_people(self, id_: int) -> bool:
        """Whether somebody was added or taken off, of whom it is still so."""
        touched = self._people.get(id_, set())
        there = {one for (one,) in self._connection.execute(THERE[self._table], {"id": id_})}
        brought = occurrences.brought(self._connection, self._table, id_)
        off = occurrences.taken_off(self._connection, self._table, id_, touched - there)
        return bool(off or touched & there - brought)
