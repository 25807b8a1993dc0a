"""Stored values as records hold them: the conversions that row factories share."""

import sqlite3
from datetime import date
from typing import Any

from netlog.records.meetings import MeetingBrief
from netlog.records.refs import ref

known_day = date.fromisoformat


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


class Beside:
    """The rows of a side table, owner by owner in rising order; its first column says whose."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
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
