"""Past events of an iCalendar file into meetings with those who were invited.

Events are read one by one, so that a broken one loses no other; the `icalendar` library reads
their values and `recurring_ical_events` counts out the repeating ones, both in the extra `ical`.
An event is on the day that its own clock shows; one in UTC on the day of the calendar's zone.
Series come after the single events, as their parts may lie anywhere in the file.
"""

import re
from collections.abc import Iterator
from datetime import date, tzinfo

from netlog.errors import Refused
from netlog.formats.charset import decoded
from netlog.formats.circumstances import UNKNOWN, Circumstances, RawSource, content
from netlog.formats.ical.event import (
    ALL_DECLINED,
    CANCELLED,
    DECLINED,
    KEPT,
    MOST_GUESTS,
    NO_START,
    TO_COME,
    Attended,
    Calendar,
    component,
    excluded_uids,
    judged,
    meeting_uid,
    repeats,
    sequence,
    uid,
)
from netlog.formats.ical.lines import Component, blocks
from netlog.formats.ical.owner import Ownership, owner
from netlog.formats.ical.series import occurrences, refusal, starts_after, upcoming
from netlog.formats.ical.standing import Parts, alone, is_plan, none_of, older_rows, standing
from netlog.formats.mapping import Mapped
from netlog.records.calendars import IncomingWithdrawal
from netlog.records.incoming import (
    Declined,
    Noted,
    Reading,
)
from netlog.typed import Any

EXTRA = "ical"

TITLE = "iCalendar: what was, and what is to come"
ABOUT = """\
`ics`, read: past events with others become meetings, those to come plans; of a series the next
one. Needs the extra: `pip install "netlog-cli[ical]"`. People who are not in the book are
offered."""
MAPPING = (
    Mapped("meeting.happened_on", "DTSTART", "the time of day, and how long it lasted"),
    Mapped("meeting.text", "SUMMARY", "DESCRIPTION (mostly how to dial in), attachments, alarms"),
    Mapped("meeting.place", "LOCATION", "an address of the web"),
    Mapped("meeting.kind", "a word of SUMMARY such as 'lunch'; Teams, Zoom, Meet and the like"),
    Mapped(
        "meeting.who",
        "ATTENDEE and ORGANIZER by e-mail",
        "rooms, groups, those who declined; deputies (DELEGATED-FROM) and who sent one; "
        "all of more than 15",
    ),
    Mapped(
        "meeting.absent",
        "ATTENDEE who declined: with --update overwrite taken off it, as who is no longer in it",
    ),
    Mapped("meeting.uid", "UID, with the planned start for one of a series"),
    Mapped("meeting.sequence", "SEQUENCE: an older one changes nothing"),
    Mapped("plan: happens_on, starts_at", "DTSTART of an event still to come", "how long it lasts"),
    Mapped("plan of netlog's own", "UID, X-NETLOG-WITH, X-NETLOG-KIND: a plan, on whatever day"),
    Mapped(
        "people: name, e-mail",
        "CN of ATTENDEE, else the name beside the address: to be offered when unknown",
    ),
    Mapped("", "VTIMEZONE", "all: a zone without a name of the world's is read by its own clock"),
    Mapped("", "VTODO, VJOURNAL", "all, counted as skipped"),
)

MOST_EVENTS = 50_000  # some twenty seconds; a century of two meetings a workday
_BEGINNING = re.compile(r"^BEGIN:VEVENT", re.IGNORECASE | re.MULTILINE)
_START = "DTSTART"
_OTHERS = {"VTODO": "a task, not an event", "VJOURNAL": "a journal entry, not an event"}
_WANTED = frozenset({"VEVENT", *_OTHERS})
_SPARED = frozenset({"DESCRIPTION"})
_OF_CALENDAR = frozenset({"METHOD", "X-WR-CALNAME", "X-WR-TIMEZONE"})
_UNDONE = (CANCELLED, DECLINED, ALL_DECLINED)
_TWICE = "another change of the same occurrence came before"
_REPLACED = "a newer change of the same occurrence stands"
_OLDER = "a newer change of the event stands in the file"
_WHOSE = "Nobody in it is known to be you: say your address as card.email in the config file."


def read(source: RawSource, at: Circumstances = UNKNOWN, zone: tzinfo | None = None) -> Reading:
    """Each event with somebody else as a meeting or a plan, its people first; the rest as Declined.

    zone is where you are, else the calendar's own zone or the machine's. Raises Refused when the
    extra is not installed.
    """
    try:
        import icalendar  # noqa: F401
        import recurring_ical_events  # noqa: F401
    except ImportError:
        raise Refused(
            f"Calendars need two more libraries: pip install 'netlog-cli[{EXTRA}]'."
        ) from None
    return _read(decoded(content(source), at.charset), at, zone)


def ownership(source: RawSource, at: Circumstances = UNKNOWN) -> Ownership:
    """Whose calendar it is, as far as it or the config tells."""
    return owner(decoded(content(source), at.charset), at.mine, at.me)


def _read(text: str, at: Circumstances, zone: tzinfo | None) -> Reading:
    if sum(1 for _ in _BEGINNING.finditer(text)) > MOST_EVENTS:
        raise Refused(
            f"The calendar has more than {MOST_EVENTS:,} events.", advice="Import it in parts."
        )
    today, whose = at.today, owner(text, at.mine, at.me)
    if whose.taken:
        yield Noted(f"Taken for you: {whose.taken}, in every event.")
    elif whose.candidates:
        yield Noted(_WHOSE)
    own = Calendar("", zone, whose.mine, at.guests or MOST_GUESTS)
    calendar, number = own, 0
    series: dict[tuple[int, str], tuple[Calendar, Parts]] = {}
    met: set[str] = set()
    older = older_rows(text, _WANTED)
    block = None
    for block in blocks(text, _WANTED, KEPT | _OF_CALENDAR, _SPARED):
        if block.name == "VCALENDAR":
            calendar, number = _calendar(block, own), number + 1
        elif block.name != "VEVENT":
            yield Declined(block.row, _OTHERS[block.name], rejected=False)
        elif block.row in older:
            yield Declined(block.row, _OLDER, rejected=False)
        elif isinstance(event := _component(block), Declined):
            yield event
        elif repeats(event):
            key = (number, uid(event) or f"row {block.row}")
            series.setdefault(key, (calendar, []))[1].append((block.row, event))
        else:
            verdict = _judged(event, block.row, calendar, today)
            yield from alone(event, verdict)
            yield from _told(verdict, met)
            yield from _withdrawn(event, verdict)
    if block is None:
        yield Declined(1, "this is not a calendar")
    for calendar, parts in series.values():
        yield from _series(parts, calendar, today, met)


def _component(block: Component) -> Any:
    if block.refused:
        return Declined(block.row, block.refused)
    if not any(line[: len(_START)].upper() == _START for line in block.lines):
        # Which the library is not asked for: a file may be a million lines that begin an event.
        lines = ("BEGIN:VEVENT", *block.lines, "END:VEVENT")
        return Declined(block.row, NO_START, source="\r\n".join(lines))
    try:
        event = component(block)
    except Exception:  # the library fails in every way on lines that it cannot read
        return Declined(block.row, "the event cannot be read", source="\r\n".join(block.lines))
    reason = refusal(event)
    return _rejected(block.row, reason, event) if reason else event


def _judged(event: Any, row: int, calendar: Calendar, today: date) -> Attended | Declined:
    verdict = judged(event, row, calendar, today)
    if isinstance(verdict, Declined) and verdict.rejected:
        return _rejected(row, verdict.reason, event)
    return verdict


def _rejected(row: int, reason: str, event: Any) -> Declined:
    """With the event's own text, for the file of rejects."""
    try:
        source = event.to_ical().decode("utf-8", "replace")
    except Exception:  # a broken value may refuse to be written too
        source = ""
    return Declined(row, reason, source=source)


def _series(parts: Parts, calendar: Calendar, today: date, met: set[str]) -> Reading:
    """Its occurrences so far; what is true of all of them is said once for each part."""
    verdicts = [_judged(event, row, calendar, today) for row, event in parts]
    rejected = {each.row: each for each in verdicts if isinstance(each, Declined) and each.rejected}
    yield from rejected.values()
    undone = [
        each
        for (_, event), verdict in zip(parts, verdicts, strict=True)
        for each in _withdrawn(event, verdict)
    ]
    parts = [(row, event) for row, event in parts if row not in rejected]
    left = [each for each in verdicts if isinstance(each, Declined) and not each.rejected]
    if len(left) == len(parts):
        yield from none_of(parts, left)
        yield from undone
        yield from left
        return
    begun = [(row, event) for row, event in parts if not starts_after(event, today)]
    try:
        found = occurrences(parts, today) if begun else []
        coming = upcoming(parts, today)
    except ValueError:
        reason = "its repetitions cannot be counted out"
        yield from (_rejected(row, reason, event) for row, event in parts)
        yield from undone
        return
    # An occurrence that was taken out by itself has that reason, and that change, for its own.
    yield from (each for each in undone if each.off and not each.whole)
    yield from standing(parts, found, coming, calendar, today)
    yield from (each for each in undone if each.whole or not each.off)
    yield from _heard(parts, found, coming, calendar, today, met)


def _heard(
    parts: Parts, found: Parts, coming: Parts, calendar: Calendar, today: date, met: set[str]
) -> Reading:
    """What was and the next that is to come; of the parts that say neither, why not."""
    unheard = {row: Declined(row, TO_COME, rejected=False) for row, _ in parts}
    unheard |= {row: Declined(row, why, rejected=False) for row, why in _again(parts)}
    said: set[tuple[int, str]] = set()
    for row, event in found:
        verdict = judged(event, row, calendar, today)
        if is_plan(verdict) or (isinstance(verdict, Declined) and (row, verdict.reason) in said):
            continue
        if isinstance(verdict, Declined):
            said.add((row, verdict.reason))
        unheard.pop(row, None)
        yield from _told(verdict, met)
    for row, event in coming:
        verdict = judged(event, row, calendar, today)
        if is_plan(verdict):  # of a series the next one is planned, and no further one yet
            unheard.pop(row, None)
            yield from _told(verdict, met)
            break
    yield from unheard.values()


def _told(verdict: Attended | Declined, met: set[str]) -> Reading:
    """The meeting after those of its people who have not been named yet."""
    if isinstance(verdict, Declined):
        yield verdict
        return
    for who, person in zip(verdict.meeting.who, verdict.people, strict=True):
        if who not in met:
            met.add(who)
            yield person
    yield verdict.meeting


def _again(parts: Parts) -> Iterator[tuple[int, str]]:
    """The rows that change an occurrence that another one changes, too; which stands is counted."""
    first: dict[str, int] = {}
    for row, event in parts:
        if "RECURRENCE-ID" in event:
            before = first.setdefault(meeting_uid(event), row)
            if before != row:
                yield from ((before, _REPLACED), (row, _TWICE))


def _withdrawn(event: Any, verdict: Attended | Declined) -> Iterator[IncomingWithdrawal]:
    """That what was told of before did not happen after all."""
    if isinstance(verdict, Declined) and verdict.reason in _UNDONE:
        whole = "RECURRENCE-ID" not in event
        off = IncomingWithdrawal(verdict.row, meeting_uid(event), verdict.reason, whole)
        yield off._replace(sequence=sequence(event))
    elif is_plan(verdict) and "RRULE" not in event:
        # What was told of as a meeting before has been moved to a day that is still to come.
        row = verdict.row if isinstance(verdict, Declined) else verdict.meeting.row
        later = IncomingWithdrawal(row, meeting_uid(event), TO_COME, off=False)
        yield later._replace(sequence=sequence(event))
    row = verdict.row if isinstance(verdict, Declined) else verdict.meeting.row
    for each in excluded_uids(event):
        yield IncomingWithdrawal(row, each, CANCELLED, sequence=sequence(event), listed=True)


def _calendar(block: Component, own: Calendar) -> Calendar:
    said = {}
    for line in block.lines:
        name, _, value = line.partition(":")
        said[name.partition(";")[0].upper()] = value.strip()
    method = said.get("METHOD", "").upper()
    return own._replace(method=method, zone=own.zone or _zone(said))


def _zone(said: dict[str, str]) -> tzinfo | None:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(said["X-WR-TIMEZONE"])
    except (KeyError, ValueError, OSError):
        return None
