"""Meetings: any interaction on a day with one or more contacts."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.leads import GoalBrief
from netlog.records.people import Person
from netlog.typed import Literal, get_args

Kind = Literal[
    "coffee",
    "lunch",
    "meeting",
    "call",
    "video",
    "email",
    "message",
    "event",
    "interview",
    "note",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
NOT_A_TOUCH: Kind = "note"
LONGEST_KIND = 30
WhoInvited = Literal["me", "them"]
WhoPaid = Literal["me", "them", "split"]


def is_kind(word: str) -> bool:
    """Whether a word can be a kind, one of KINDS or of your own: small letters, digits, dashes."""
    plain = word.replace("-", "")
    return (
        len(word) <= LONGEST_KIND
        and plain.isalnum()
        and plain[0].isalpha()
        and word == word.lower()
        and word[0] != "-"
    )


class Meeting(NamedTuple):
    """A meeting; happened_on is the local day, asked what you asked of them, occasion what it was
    part of. remind_on is the day of the reminder that was asked for then, remind_why its reason
    where that is not the text. goals are what it serves.
    """

    id: int
    ref: str
    uid: str
    happened_on: date
    kind: str
    text: str | None
    place: str | None
    asked: str | None
    invited_by: str | None
    paid_by: str | None
    contacts: tuple[Person, ...]
    created_at: str
    updated_at: str
    occasion: str | None = None
    remind_on: date | None = None
    remind_why: str | None = None
    goals: tuple[GoalBrief, ...] = ()

    @property
    def is_reason(self) -> bool:
        """Whether the text says what you wanted to be reminded of."""
        return self.remind_on is not None and self.remind_why is None


class MeetingBrief(NamedTuple):
    """The meeting that something is owed for."""

    id: int
    ref: str
    kind: str
    happened_on: date


class NewMeeting(NamedTuple):
    """A meeting to record, with the ids of who was there; sequence is that of an event."""

    happened_on: date
    kind: str
    contact_ids: tuple[int, ...]
    uid: str | None = None
    text: str | None = None
    place: str | None = None
    asked: str | None = None
    invited_by: str | None = None
    paid_by: str | None = None
    occasion: str | None = None
    remind_on: date | None = None
    remind_why: str | None = None
    sequence: int | None = None
