"""The only clock: today as a local calendar day, now as a UTC instant."""

import os
from datetime import UTC, date, datetime

from netlog.errors import UsageMistake

# Dates reckoned from today must stay within the calendar.
FIRST_YEAR, LAST_YEAR = 1900, 2999


def today() -> date:
    """The local calendar day, or NETLOG_TODAY when it is set.

    Raises UsageMistake when NETLOG_TODAY is not a YYYY-MM-DD date.
    """
    pinned = os.environ.get("NETLOG_TODAY")
    if not pinned:
        return datetime.now().astimezone().date()
    try:
        day = date.fromisoformat(pinned)
    except ValueError:
        day = date.min
    if day.isoformat() != pinned or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UsageMistake(
            "NETLOG_TODAY is not a date of our times: write it as YYYY-MM-DD, such as 2026-11-23."
        )
    return day


def now() -> str:
    """This instant in UTC, as YYYY-MM-DDTHH:MM:SSZ; noon of NETLOG_TODAY when that is set."""
    if os.environ.get("NETLOG_TODAY"):
        return f"{today().isoformat()}T12:00:00Z"
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
