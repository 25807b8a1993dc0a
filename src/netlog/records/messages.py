"""Messages: a few plain lines to send, made of what is on record, and the templates they fill."""

from typing import Literal

from netlog.named import NamedTuple
from netlog.records.people import Person

For = Literal["thanks", "news", "reconnect", "advice", "intro", "nudge", "decline"]
Language = Literal["en", "de", "fr", "es", "pt"]


class Message(NamedTuple):
    """What to send to whom: what it is for, in which language, its subject and its text."""

    contact: Person
    for_: For
    language: str
    subject: str
    body: str


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
