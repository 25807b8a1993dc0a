"""A meeting with what it opened."""

from typing import NamedTuple

from netlog.records.favors import Favor
from netlog.records.meetings import Meeting
from netlog.records.thanks import Thanks


class LoggedMeeting(NamedTuple):
    """A meeting, its thanks and its favors; JSON lays the meeting's own keys out flat."""

    meeting: Meeting
    thanks: tuple[Thanks, ...]
    favors: tuple[Favor, ...]

    @property
    def flattened(self) -> str:
        return "meeting"
