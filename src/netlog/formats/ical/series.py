"""The occurrences of a repeating event up to a day, counted out by `recurring_ical_events`.

A rule of a file may be endless, impossible or every second: only rules as calendars write them
are followed, a day at a time at most, and so many occurrences.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from netlog.formats.ical.event import OLDEST
from netlog.formats.ical.kinds import every, part
from netlog.typed import Any

AHEAD = timedelta(days=62)  # of a series, which may go on for ever
MOST = 20_000  # daily for more than fifty years
LONGEST_INTERVAL = 1_000
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_PARTS = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"}
    | {"BYHOUR", "BYMINUTE", "BYSECOND"}
)
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ROW = "X-NETLOG-ROW"


def refusal(event: Any) -> str:
    """Why the rule of that event is not followed; empty when it is, or when it has none."""
    rules = every(event, "RRULE")
    # Older versions of the library leave a broken property out, newer ones leave it in as broken.
    broken = any(name == "RRULE" for name, _ in getattr(event, "errors", ()))
    if broken or not all(isinstance(rule, dict) for rule in rules):
        return "how it repeats cannot be read"
    if not all(map(_is_followed, rules)):
        return "it repeats in a way that netlog does not follow"
    dates = [value for name in ("RDATE", "EXDATE") for value in every(event, name)]
    if sum(len(part(value, "dts") or ()) for value in dates) > MOST:
        return f"it names more than {MOST:,} days"
    return ""


def occurrences(events: Sequence[tuple[int, Any]], today: date) -> list[tuple[int, Any]]:
    """What there was before `today` of one series, given with its changed occurrences, by rows.

    Raises ValueError when the library can make nothing of it.
    """
    return _between(events, date(OLDEST, 1, 1), today + timedelta(days=1))


def upcoming(events: Sequence[tuple[int, Any]], today: date) -> list[tuple[int, Any]]:
    """What comes of the series from `today` on, the next first; not further ahead than AHEAD.

    Raises ValueError as `occurrences` does.
    """
    found = _between(events, today, today + AHEAD)
    return sorted(found, key=lambda pair: _when(pair[1]))


def _when(event: Any) -> str:
    starts = (part(value, "dt") for value in every(event, "DTSTART"))
    return next((start.isoformat() for start in starts if isinstance(start, date)), "")


def _between(events: Sequence[tuple[int, Any]], first: date, until: date) -> list[tuple[int, Any]]:
    import warnings

    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar()
    for row, event in events:
        event[_ROW] = str(row)
        calendar.add_component(event)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            query = recurring_ical_events.of(calendar)
            found = query.between(first, until)
    except Exception as trouble:  # the library fails in every way on values that do not fit
        raise ValueError(str(trouble)) from trouble
    if len(found) > MOST:
        raise ValueError("too many occurrences")
    rule = events[0][0]
    own = {row: event.get("SEQUENCE") for row, event in events}
    return [(row, _numbered(each, own.get(row))) for each in found for row in [_row(each, rule)]]


def _numbered(event: Any, sequence: Any) -> Any:
    """With the SEQUENCE of its own part: the library gives each the highest of the series."""
    event.pop("SEQUENCE", None)
    if sequence is not None:
        event["SEQUENCE"] = sequence
    return event


def _row(event: Any, otherwise: int) -> int:
    said = str(event.get(_ROW, ""))
    return int(said) if said.isdecimal() else otherwise


def _is_followed(rule: Any) -> bool:
    parts = {str(name).upper(): _listed(values) for name, values in rule.items()}
    if not set(parts) <= _PARTS or len(parts.get("FREQ", [])) != 1:
        return False
    frequency = str(parts["FREQ"][0]).upper()
    intervals = parts.get("INTERVAL", [1])
    return (
        frequency in _FREQUENCIES
        and all(isinstance(each, int) and 0 < each <= LONGEST_INTERVAL for each in intervals)
        and all(len(parts.get(name, [])) <= 1 for name in ("BYHOUR", "BYMINUTE", "BYSECOND"))
        and not _may_never_come(frequency, intervals, parts)
        and _has_a_day(parts.get("BYMONTH", []), parts.get("BYMONTHDAY", []))
    )


def _may_never_come(frequency: str, intervals: list[int], parts: dict[str, list[Any]]) -> bool:
    """Whether it may name no day at all, which the library would look for until the year 9999."""
    if "BYSETPOS" in parts:
        few = all(isinstance(each, int) and 0 < abs(each) <= 5 for each in parts["BYSETPOS"])
        return not few or "BYDAY" not in parts or frequency not in ("MONTHLY", "YEARLY")
    weeks = any(each % 7 == 0 for each in intervals)
    return weeks and frequency == "DAILY" and "BYDAY" in parts


def _listed(values: Any) -> list[Any]:
    return values if isinstance(values, list) else [values]


def _has_a_day(months: list[Any], days: list[Any]) -> bool:
    """Whether there is such a day at all: looking for 31 February takes seconds."""
    if not days:
        return True
    try:
        longest = max(_DAYS_IN_MONTH[int(month) - 1] for month in months or range(1, 13))
        return any(0 < abs(int(day)) <= longest for day in days)
    except (ValueError, TypeError, IndexError):
        return False


def starts_after(event: Any, today: date) -> bool:
    """Whether the series has not begun, so that there is nothing to count out."""
    starts = [part(value, "dt") for value in every(event, "DTSTART")]
    days = [each.date() if isinstance(each, datetime) else each for each in starts]
    return any(isinstance(day, date) and day > today for day in days)
