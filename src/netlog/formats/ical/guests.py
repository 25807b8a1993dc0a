"""Whom an event of a calendar invites: who of them may be met, and who declined."""

import re
from collections.abc import Iterable

from netlog.formats.ical.kinds import every, part
from netlog.formats.ical.mailbox import mailbox
from netlog.named import NamedTuple
from netlog.records.incoming import IncomingMethod, IncomingPerson
from netlog.typed import Any

_NOBODY = ("ROOM", "RESOURCE", "GROUP")
_ABSENT = ("DECLINED", "DELEGATED")
# How a line begins that names somebody; a colon in what it calls them ought to be in quotes.
INVITED = frozenset({"ATTENDEE;", "ORGANIZER"})
_ADDRESS = ":mailto:"
_IN_QUOTES = re.compile(r'"[^"]*"')
_PARAMETER = re.compile(r";(?=[\w-]+=)")
# Addresses at which programs write and nobody reads.
_UNREAD = re.compile(
    r"(?:no[._-]?reply|do[._-]?not[._-]?reply|notifications?|mailer-daemon|calendar-notification)"
    r"(?:[+._-][^@]*)?@.*",
    re.IGNORECASE,
)
# To which people subscribe.
_OF_MANY = re.compile(
    r"[^@]*@(?:(?:mail)?lists?|groups|listserv?)\..*|[^@]*@(?:google|yahoo)groups\..*",
    re.IGNORECASE,
)
# Google's own addresses of calendars and rooms, which are nobody's.
_NO_PERSON = "calendar.google.com"


class Guest(NamedTuple):
    """Somebody invited: e-mail, which may be missing, and name, else the e-mail again.

    absent is who declined or sent a deputy.
    """

    mail: str
    name: str
    absent: bool


def quoted(line: str) -> str:
    """The line with quotes around a name that has a colon, as `CN=Team: Ann:mailto:ann@x.org`."""
    at = line.lower().rfind(_ADDRESS)
    if at < 0 or ":" not in _IN_QUOTES.sub("", line[:at]):
        return line
    name, *said = _PARAMETER.split(line[:at])
    pairs = (each.partition("=") for each in said)
    params = (f'{key}="{value.replace(chr(34), "")}"' for key, _, value in pairs)
    return ";".join((name, *params)) + line[at:]


def guests_of(event: Any) -> list[Guest]:
    """Attendees and the organizer, each once."""
    guests: dict[str, Guest] = {}
    for value in (*every(event, "ATTENDEE"), *every(event, "ORGANIZER")):
        guest = _guest(value)
        if guest:
            guests.setdefault(guest.mail or guest.name, guest)
    return list(guests.values())


def but_mine(guests: Iterable[Guest], mine: frozenset[str]) -> list[Guest]:
    """Those who are not you; mine are your addresses."""
    return [guest for guest in guests if guest.mail not in mine or not guest.mail]


def person(guest: Guest, row: int) -> IncomingPerson:
    """A guest as somebody of the file."""
    methods = (IncomingMethod("email", guest.mail),) if guest.mail else ()
    return IncomingPerson(row=row, name=guest.name, methods=methods)


def _guest(value: Any) -> Guest | None:
    said = part(value, "params") or {}
    mail, name = mailbox((str(value), _param(said, "EMAIL")), _param(said, "CN"))
    name = name or mail
    nobody = _param(said, "CUTYPE").upper() in _NOBODY or mail.endswith(_NO_PERSON)
    nobody = nobody or bool(_UNREAD.fullmatch(mail) or _OF_MANY.fullmatch(mail))
    # Who came for somebody else is nobody whom you wanted to see.
    nobody = nobody or bool(_param(said, "DELEGATED-FROM"))
    if not name or nobody or _param(said, "ROLE").upper() == "NON-PARTICIPANT":
        return None
    return Guest(mail, name, _param(said, "PARTSTAT").upper() in _ABSENT)


def _param(params: Any, name: str) -> str:
    value = params.get(name, "")
    value = value[0] if isinstance(value, list) and value else value
    return " ".join(str(value).strip().strip("\"'").split())
