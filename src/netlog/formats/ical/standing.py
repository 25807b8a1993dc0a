"""What a calendar has of each event as it is now: all its occurrences, and its newest change."""

import re
from collections.abc import Iterator
from datetime import date

from netlog.formats.ical.event import (
    LONGEST_SEQUENCE,
    Attended,
    Calendar,
    excluded_uids,
    judged,
    meeting_uid,
    sequence,
    uid,
)
from netlog.formats.ical.lines import blocks
from netlog.records.calendars import IncomingSeries
from netlog.records.incoming import (
    Declined,
    IncomingPlan,
)
from netlog.typed import Any

Parts = list[tuple[int, Any]]

_KEPT = frozenset({"UID", "SEQUENCE", "RECURRENCE-ID"})
_CHANGED = re.compile(r"^SEQUENCE(?:;[^:\r\n]*)?:[ \t]*0*[1-9]", re.IGNORECASE | re.MULTILINE)


def alone(event: Any, verdict: Attended | Declined) -> Iterator[IncomingSeries]:
    """That a single event is all there is of its uid, which may have been a series before."""
    own = uid(event)
    if isinstance(verdict, Attended):
        one = (own, _day(verdict))
        coming = frozenset({own}) if is_plan(verdict) else frozenset[str]()
        found = IncomingSeries(verdict.meeting.row, own, (one,), coming)
    else:
        found = IncomingSeries(verdict.row, own, reason=verdict.reason)
    if own and not (isinstance(verdict, Declined) and verdict.rejected):
        yield found._replace(sequence=sequence(event))


def none_of(parts: Parts, left: list[Declined]) -> Iterator[IncomingSeries]:
    """That nothing of the series was a meeting, and why, where the file has the whole of it."""
    for (_, event), verdict in zip(parts, left, strict=True):
        if "RECURRENCE-ID" not in event and uid(event):
            none = IncomingSeries(verdict.row, uid(event), reason=verdict.reason)
            yield none._replace(sequence=sequence(event), apart=_apart(parts))


def standing(
    parts: Parts, found: Parts, coming: Parts, calendar: Calendar, today: date
) -> Iterator[IncomingSeries]:
    """What the series holds as the file has it now; a part of one says nothing of the rest."""
    row, rule = next(((row, one) for row, one in parts if "RECURRENCE-ID" not in one), (0, None))
    if rule is None or not uid(rule):
        return
    stands: dict[str, date] = {}
    ahead: set[str] = set()
    for part_row, event in (*found, *coming):
        verdict = judged(event, part_row, calendar, today)
        if isinstance(verdict, Attended):
            stands[meeting_uid(event)] = _day(verdict)
            ahead |= {meeting_uid(event)} if is_plan(verdict) else set()
    coming_uids = frozenset(ahead)
    found_now = IncomingSeries(row, uid(rule), tuple(stands.items()), coming_uids)
    yield found_now._replace(sequence=sequence(rule), apart=_apart(parts))


def _apart(parts: Parts) -> frozenset[str]:
    """The uids of those that were changed or taken out on their own."""
    changed = [meeting_uid(event) for _, event in parts if "RECURRENCE-ID" in event]
    return frozenset((*changed, *(out for _, event in parts for out in excluded_uids(event))))


def _day(verdict: Attended) -> date:
    one = verdict.meeting
    return one.happens_on if isinstance(one, IncomingPlan) else one.happened_on


def is_plan(verdict: Attended | Declined) -> bool:
    return isinstance(verdict, Attended) and isinstance(verdict.meeting, IncomingPlan)


def older_rows(text: str, wanted: frozenset[str]) -> set[int]:
    """The rows of events of which the file has a newer change, by SEQUENCE: the newest stands."""
    if not _CHANGED.search(text):
        return set()
    newest: dict[str, tuple[int, int]] = {}
    older: set[int] = set()
    for block in blocks(text, wanted, _KEPT):
        said = {}
        for line in block.lines:
            name, _, value = line.partition(":")
            said[name.partition(";")[0].upper()] = value.strip()
        own = said.get("UID")
        if block.name != "VEVENT" or not own or "RECURRENCE-ID" in said:
            continue
        number = said.get("SEQUENCE", "0")
        at = int(number) if number.isdecimal() and len(number) < LONGEST_SEQUENCE else 0
        before, row = newest.get(own, (-1, 0))
        if row and before != at:
            older.add(row if at > before else block.row)
        if at >= before:
            newest[own] = at, block.row
    return older
