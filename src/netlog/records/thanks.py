"""Thanks: one thank-you owed to a contact for a meeting or a favor."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from netlog.named import NamedTuple
from netlog.records.favors import FavorBrief
from netlog.records.meetings import MeetingBrief
from netlog.records.people import Person
from netlog.typed import Literal, get_args

How = Literal["note", "email", "call", "message", "in-person", "gift"]
HOWS: tuple[How, ...] = get_args(How)
# Beside the kinds of meetings, what thanks may be owed for.
FAVOR = "favor"


class Thanks(NamedTuple):
    """A thank-you; state is open, sent or dropped."""

    id: int
    ref: str
    uid: str
    contact: Person
    meeting: MeetingBrief | None
    favor: FavorBrief | None
    state: str
    opened_on: date
    due_on: date
    sent_on: date | None
    how: str | None
    dropped_on: date | None
    dropped_why: str | None
    snoozed_until: date | None
    snoozed_why: str | None
    snoozes: int
    created_at: str
    updated_at: str


class ThanksRules(NamedTuple):
    """What you configured: days by kind of meeting or "favor" (None: no thanks), and tags.

    Nobody who has one of never_for_tags is owed thanks.
    """

    days: Mapping[str, int | None] = MappingProxyType({})
    never_for_tags: tuple[str, ...] = ("family",)


class Whom(NamedTuple):
    """What says whether thanks may be owed to somebody."""

    tags: frozenset[str]
    archived: bool


class NewThanks(NamedTuple):
    """A thank-you to open; sent_on is set when it was said on the spot."""

    contact_id: int
    opened_on: date
    due_on: date
    uid: str | None = None
    meeting_id: int | None = None
    favor_id: int | None = None
    sent_on: date | None = None
    how: str | None = None
