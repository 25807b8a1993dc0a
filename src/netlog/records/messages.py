"""Messages: a few plain lines to send, made of what is on record, and the templates they fill."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.contacts import Contact
from netlog.records.favors import Favor
from netlog.records.meetings import Meeting
from netlog.records.people import Person
from netlog.records.plans import Plan
from netlog.records.thanks import Thanks
from netlog.typed import Literal

For = Literal["thanks", "news", "reconnect", "advice", "intro", "nudge", "decline"]
Language = Literal["en", "de", "fr", "es", "pt"]


class Message(NamedTuple):
    """What to send to whom: what it is for, in which language, its subject and its text."""

    contact: Person
    for_: For
    language: str
    subject: str
    body: str


class Wish(NamedTuple):
    """A yearly day of theirs that somebody is wished well for: its label, and when it is."""

    label: str
    on: date


class Settled(NamedTuple):
    """What was noted of a message that was sent, as it now stands.

    asked are asks that came with it; moved are the refs of what it counts as a nudge for, with the
    days on which those come up again; unwished are days of theirs that end with it, without a wish;
    away is who is archived, of whom nothing does.
    """

    contact: Person
    thanks: tuple[Thanks, ...] = ()
    told: tuple[Favor, ...] = ()
    dropped: tuple[Favor | Plan, ...] = ()
    meeting: Meeting | None = None
    asked: tuple[Favor, ...] = ()
    moved: tuple[tuple[str, date], ...] = ()
    wishes: tuple[Wish, ...] = ()
    unwished: tuple[Wish, ...] = ()
    away: Contact | None = None


class Template(NamedTuple):
    """A template: what for, its language, the file it is in (null: netlog's own), its text."""

    for_: For
    language: str
    file: str | None
    text: str


class Letters(NamedTuple):
    """What was written: the folder, and how many messages are in it, a file each."""

    folder: str
    files: int
    bytes: int
