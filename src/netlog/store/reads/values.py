"""Stored values as records hold them: the conversions that row factories share."""

from collections.abc import Iterator, Sequence
from datetime import date

from netlog.records.meetings import MeetingBrief
from netlog.records.refs import ref
from netlog.store.connect import Answer, Book
from netlog.typed import Any

known_day = date.fromisoformat

# Of an instant that may be of those days: no zone is a whole day from UTC, so whatever was long
# before or after needs no look at its local day.
ABOUT_THEN = "BETWEEN date(:first, '-2 days') AND date(:last, '+3 days')"
# What stands between two texts, in SQL that either engine takes.
LINE = "'\n'"
# A LIMIT that is none.
ALL = 2**63 - 1
# So many ids a statement names one by one; more are told, and looked up, sooner as one list.
FEW_NAMES = 100


def day(stored: str | None) -> date | None:
    """The date of a stored YYYY-MM-DD, None for none."""
    return None if stored is None else date.fromisoformat(stored)


def meeting_brief(
    meeting_id: int | None, kind: str | None, happened_on: str | None
) -> MeetingBrief | None:
    """The short form of a joined meeting, None when nothing was joined."""
    if meeting_id is None or kind is None or happened_on is None:
        return None
    return MeetingBrief(meeting_id, ref("m", meeting_id), kind, known_day(happened_on))


def rows_of(
    connection: Book, sql: str, key: str, ids: Sequence[int], few: int
) -> Iterator[tuple[Any, ...]]:
    """The rows whose key is one of the ids: {whose} in the SQL; of more than so few, all rows."""
    if len(ids) > few:
        yield from connection.execute(sql.format(whose="1 = 1"))
        return
    if len(ids) > FEW_NAMES:
        binds: dict[str, Any] = {"ids": f"[{', '.join(map(str, ids))}]"}
        among = "SELECT value FROM json_each(CAST(:ids AS TEXT))"
    else:
        binds = {f"id_{number}": id_ for number, id_ in enumerate(ids)}
        among = ", ".join(f":{name}" for name in binds)
    yield from connection.execute(sql.format(whose=f"{key} IN ({among})"), binds)


class Beside:
    """The rows of a side table, owner by owner in rising order; its first column says whose."""

    def __init__(self, cursor: Answer) -> None:
        self._cursor = cursor
        self._next = cursor.fetchone()

    def of(self, owner_id: int) -> list[tuple[Any, ...]]:
        """Its rows without that column; whoever comes before it is passed over."""
        found = []
        while self._next is not None and self._next[0] <= owner_id:
            if self._next[0] == owner_id:
                found.append(self._next[1:])
            self._next = self._cursor.fetchone()
        return found
