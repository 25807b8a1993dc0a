"""The only clock: today as a local calendar day, now as a UTC instant, and whose day that was."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from netlog.errors import UsageMistake

# Dates reckoned from today must stay within the calendar.
FIRST_YEAR, LAST_YEAR = 1900, 2999
# The hour at which a day may end at the latest.
LATEST_END = 11

_ends_at: Callable[[], int] | None = None


def end_days_at(hour: Callable[[], int]) -> None:
    """Let a day end at that hour of the next: asked only while it can make a difference."""
    global _ends_at
    _ends_at = hour


def today() -> date:
    """The local calendar day, or NETLOG_TODAY when it is set.

    Until the hour at which days end, as end_days_at was told, it is still the day before.

    Raises UsageMistake when NETLOG_TODAY is not a YYYY-MM-DD date.
    """
    pinned = os.environ.get("NETLOG_TODAY")
    if not pinned:
        return _day(datetime.now().astimezone())
    try:
        day = date.fromisoformat(pinned)
    except ValueError:
        day = date.min
    if day.isoformat() != pinned or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UsageMistake(
            "NETLOG_TODAY is not a date of our times: write it as YYYY-MM-DD, such as 2026-11-23."
        )
    return day


def night() -> int:
    """How many hours of a day are still of the day before."""
    return min(_ends_at(), LATEST_END) if _ends_at else 0


def now() -> str:
    """This instant in UTC, as YYYY-MM-DDTHH:MM:SSZ; noon of NETLOG_TODAY when that is set."""
    return noon(today()) if os.environ.get("NETLOG_TODAY") else _said(datetime.now(UTC))


def noon(day: date) -> str:
    """Noon of that day, here, as an instant in UTC."""
    return _said(datetime(day.year, day.month, day.day, 12).astimezone(UTC))


def day_of(at: str) -> date:
    """The local calendar day of an instant in UTC, as today was then."""
    return _day(local(at))


def local(at: str) -> datetime:
    """The instant as the time here; as it stands where that is outside of the calendar."""
    moment = datetime.fromisoformat(at)
    try:
        return moment.astimezone()
    except (ValueError, OverflowError, OSError):
        return moment


def _said(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _day(moment: datetime) -> date:
    is_night = _ends_at and moment.hour < LATEST_END and moment.hour < _ends_at()
    return moment.date() - timedelta(days=1) if is_night else moment.date()
