"""Stored values as records hold them: the conversions that row factories share."""

from datetime import date

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
