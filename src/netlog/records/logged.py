"""A meeting with what it opened."""

from netlog.named import NamedTuple
from netlog.records.favors import Favor
from netlog.records.meetings import Meeting
from netlog.records.plans import Plan
from netlog.records.thanks import Thanks


class LoggedMeeting(NamedTuple):
    """A meeting, its thanks, its favors and the plan it was; JSON lays its own keys out flat."""

    meeting: Meeting
    thanks: tuple[Thanks, ...]
    favors: tuple[Favor, ...]
    plans: tuple[Plan, ...] = ()

    @property
    def flattened(self) -> str:
        return "meeting"
