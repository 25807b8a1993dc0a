"""One event of a calendar: whether it was a meeting with somebody, and with whom.

The values are those of the `icalendar` library; a property may be there once, several times, or
broken, so that everything is asked for and nothing taken for granted.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, tzinfo

from netlog.formats.ical import own
from netlog.formats.ical.guests import INVITED, Guest, but_mine, guests_of, person, quoted
from netlog.formats.ical.kinds import PLACES, every, kind_of, part
from netlog.formats.ical.lines import CRLF, Component
from netlog.formats.uids import made_uid
from netlog.named import NamedTuple
from netlog.records.incoming import (
    Declined,
    IncomingMeeting,
    IncomingPerson,
    IncomingPlan,
)
from netlog.typed import Any

OLDEST = 1900
REPEATING = ("RRULE", "RDATE", "RECURRENCE-ID")
LONGEST_SEQUENCE = 10  # figures
MOST_GUESTS = 15  # beyond them nobody was met, unless the config says so
CANCELLED = "it was cancelled"
DECLINED = "you declined it"
ALL_DECLINED = "everybody else declined or sent a deputy"
NO_START = "its start cannot be read"
TO_COME = "it is still to come"
OURS = "netlog wrote it, of what was due then"
KEPT = frozenset(
    {"UID", "DTSTART", "DTEND", "DURATION", "EXDATE", "STATUS", "SUMMARY", "ATTENDEE", "ORGANIZER"}
    | {"SEQUENCE", *REPEATING, *PLACES, *own.NAMES}
)
# What Exchange and others write before the title of what was called off or declined.
_CALLED_OFF = re.compile(
    r"\s*(?:cancell?ed|abgesagt|annul[ée]e?|annullat[oa]|cancelad[oa]|geannuleerd|aflyst|inst[äa]llt"
    r"|avlyst|odwołane|zrušeno|отменено)\s*:\s",
    re.IGNORECASE,
)
_CALLED_DECLINED = re.compile(
    r"\s*(?:declined|abgelehnt|refus[ée]e?|rifiutat[oa]|rechazad[oa]|recusad[oa]|geweigerd"
    r"|afgewezen|afvist|avböjt|avslått|odrzucone|odmítnuto|отклонено)\s*:\s",
    re.IGNORECASE,
)


class Calendar(NamedTuple):
    """What a calendar says for all of its events: its method, where and whose it is.

    zone None is the machine's own; most is how many guests one can have met.
    """

    method: str = ""
    zone: tzinfo | None = None
    mine: frozenset[str] = frozenset()
    most: int = MOST_GUESTS


class Attended(NamedTuple):
    """A meeting that was, or that is to come, and who was there."""

    meeting: IncomingMeeting | IncomingPlan
    people: tuple[IncomingPerson, ...]


def component(block: Component) -> Any:
    """The event as the library's component; raises what the library raises on lines it rejects."""
    import warnings

    import icalendar

    # "BYDAY=MO, TU" is common, and no rule without spaces means anything else.
    lines = ("".join(line.split()) if line[:5].upper() == "RRULE" else line for line in block.lines)
    lines = (quoted(line) if line[:9].upper() in INVITED else line for line in lines)
    text = CRLF.join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of zones whose names it had to guess
        return icalendar.Event.from_ical(text)


def judged(event: Any, row: int, calendar: Calendar, today: date) -> Attended | Declined:
    """The event as a meeting, or why it is none; one of `today` or later is still to come."""
    title = _text(event, "SUMMARY")
    start = _start(event)
    if start is None:
        return Declined(row, NO_START, source=title)
    if own.is_ours(uid(event)):
        return _ours(event, row, start, calendar)
    if start.year < OLDEST:
        return _too_old(row, title)
    guests = guests_of(event)
    reason = _skipped(event, start, guests, calendar)
    day = local_day(start, calendar.zone) if isinstance(start, datetime) else start
    if reason:
        return Declined(row, reason, rejected=False, source=title)
    others = [guest for guest in but_mine(guests, calendar.mine) if not guest.absent]
    if len(others) > calendar.most:
        reason = (
            f"{len(others)} guests are too many to have met them: [import] guests says how many"
        )
        return Declined(row, reason, rejected=False, source=title)
    place = _text(event, "LOCATION")
    who = tuple(guest.mail or guest.name for guest in others)
    absent = tuple(guest.mail for guest in guests if guest.absent and guest.mail)
    people = tuple(person(guest, row) for guest in others)
    kind, where = kind_of(event, title, place), place if place and "://" not in place else None
    if day >= today:
        at = _local(start, calendar.zone).strftime("%H:%M") if isinstance(start, datetime) else None
        plan = IncomingPlan(row, day, kind, who, at, meeting_uid(event), title or None, where)
        return Attended(plan._replace(absent=absent, sequence=sequence(event)), people)
    meeting = IncomingMeeting(row, day, kind, who, meeting_uid(event), title or None, where)
    return Attended(meeting._replace(absent=absent, sequence=sequence(event)), people)


def _ours(event: Any, row: int, start: date, calendar: Calendar) -> Attended | Declined:
    """A plan that netlog wrote is a plan, whenever it is read; what was due is due no more."""
    start = _local(start, calendar.zone) if isinstance(start, datetime) else start
    found = own.plan(event, uid(event), start)
    if found is None:
        return Declined(row, OURS, rejected=False, source=_text(event, "SUMMARY"))
    if start.year < OLDEST:
        return _too_old(row, _text(event, "SUMMARY"))
    if _is_cancelled(event, calendar):
        return Declined(row, CANCELLED, rejected=False, source=_text(event, "SUMMARY"))
    day = start.date() if isinstance(start, datetime) else start
    place = _text(event, "LOCATION") or None
    plan = IncomingPlan(row, day, found.kind, found.who, found.starts_at, found.uid, found.text)
    plan = plan._replace(place=place, names=found.names, exact=True, sequence=sequence(event))
    people = (
        IncomingPerson(row=row, name=name, uid=said if said != name else None)
        for said, name in zip(found.who, found.names, strict=True)
    )
    return Attended(plan, tuple(people))


def _too_old(row: int, title: str) -> Declined:
    return Declined(row, f"its start is before {OLDEST}", source=title)


def _is_cancelled(event: Any, calendar: Calendar) -> bool:
    method = calendar.method.replace("CANCEL", "CANCELLED")
    return "CANCELLED" in (_text(event, "STATUS").upper(), method)


def local_day(start: datetime, zone: tzinfo | None) -> date:
    """The day on the event's own clock; an instant in UTC is told in the zone."""
    return _local(start, zone).date()


def _local(start: datetime, zone: tzinfo | None) -> datetime:
    if start.tzname() != "UTC":
        return start
    try:
        return start.astimezone(zone)
    except (OverflowError, ValueError, OSError):
        return start


def repeats(event: Any) -> bool:
    """Whether it is one of a series, or the rule of one."""
    return any(name in event for name in REPEATING)


def uid(event: Any) -> str:
    """The event's own UID, or nothing."""
    return _text(event, "UID")


def sequence(event: Any) -> int:
    """Which change of the event it is, the first one 0."""
    said = _text(event, "SEQUENCE")
    return int(said) if said.isdecimal() and len(said) < LONGEST_SEQUENCE else 0


def _text(event: Any, name: str) -> str:
    return next((str(value).strip() for value in every(event, name)), "")


def _start(event: Any) -> date | None:
    """A datetime, or a date for an event of whole days."""
    for value in every(event, "DTSTART"):
        start = part(value, "dt")
        if isinstance(start, date):
            return start
    return None


def _skipped(event: Any, start: date, guests: list[Guest], calendar: Calendar) -> str:
    if not isinstance(start, datetime):
        return "it lasts all day"
    if _is_cancelled(event, calendar):
        return CANCELLED
    title = _text(event, "SUMMARY")
    if _CALLED_OFF.match(title):
        return CANCELLED
    if any(guest.absent and guest.mail in calendar.mine for guest in guests):
        return DECLINED
    if _CALLED_DECLINED.match(title):
        return DECLINED
    others = but_mine(guests, calendar.mine)
    # Where nothing says whose calendar it is: who organized what nobody is invited to is you.
    if not others or (len(others) == 1 and not calendar.mine and not every(event, "ATTENDEE")):
        return "nobody else was invited"
    if all(guest.absent for guest in others):
        return ALL_DECLINED
    return ""


def meeting_uid(event: Any) -> str:
    """The UID, with the planned start when it is one of a series."""
    start = _start(event)
    said = uid(event) or made_uid(
        "ical", start.isoformat() if start else "", _text(event, "SUMMARY")
    )
    planned = next(_planned(event, "RECURRENCE-ID"), None)
    return f"{said}/{planned.isoformat()}" if planned else said


def excluded_uids(event: Any) -> Iterator[str]:
    """The uids of those of a series that were taken out of it."""
    yield from (f"{uid(event)}/{planned.isoformat()}" for planned in _planned(event, "EXDATE"))


def _planned(event: Any, name: str) -> Iterator[date]:
    """The planned starts that a property names, on the clock of the event."""
    start = _start(event)
    for value in every(event, name):
        for each in part(value, "dts") or (value,):
            planned = part(each, "dt")
            if isinstance(planned, date):
                yield _on_the_clock_of(start, planned)


def _on_the_clock_of(start: date | None, planned: date) -> date:
    if not isinstance(planned, datetime) or not isinstance(start, datetime):
        return planned
    if planned.tzname() != "UTC" or not start.tzinfo:
        return planned
    try:
        return planned.astimezone(start.tzinfo)
    except (OverflowError, ValueError, OSError):
        return planned
