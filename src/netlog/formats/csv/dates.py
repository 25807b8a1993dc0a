"""Dates as address books write them into CSV; an impossible one is None, never an error."""

import re
from datetime import UTC, date, datetime

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", re.ASCII)
_NO_YEAR = re.compile(r"--(\d{2})-?(\d{2})", re.ASCII)
_PARTIAL = re.compile(r"(\d{4}|-)-(0[1-9]|1[0-2])|\d{4}|\d{3}X", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_PARTED = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)", re.ASCII)
_SPOKEN = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]*\.?[ -](\d{4})(?!\d)", re.ASCII)
_UTC = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(UTC|Z)", re.ASCII
)
_LEAP_YEAR = 2000
_APPLE_NO_YEAR = 1604


def day(text: str, day_first: bool = False) -> date | None:
    """The day of '2024-03-05', '5 Mar 2024', '3/5/24, 9:10 AM', '5.3.2024' or '20240305'.

    With dots the day comes first; with slashes the month, unless it cannot or `day_first`.
    """
    if found := _ISO.match(text) or _COMPACT.fullmatch(text):
        year, month, number = map(int, found.groups())
        return _date(year, month, number)
    if found := _SPOKEN.match(text):
        name = found[2].lower()
        return (
            _date(int(found[3]), _MONTHS.index(name) + 1, int(found[1]))
            if name in _MONTHS
            else None
        )
    if found := _PARTED.match(text):
        one, two, year = int(found[1]), int(found[3]), int(found[4])
        if len(found[4]) == 2:
            year += 2000 if year < 70 else 1900
        swapped = one > 12 or ((day_first or found[2] == ".") and two <= 12)
        return _date(year, two, one) if swapped else _date(year, one, two)
    return None


def birthday(text: str, day_first: bool = False) -> str | None:
    """YYYY-MM-DD; --MM-DD without a year; YYYY-MM, --MM, YYYY or 199X of what is less known."""
    if _PARTIAL.fullmatch(text):
        return text
    if found := _NO_YEAR.fullmatch(text):
        known = _date(_LEAP_YEAR, int(found[1]), int(found[2]))
        return f"--{known:%m-%d}" if known else None
    known = day(text, day_first)
    if known is None:
        return None
    return f"--{known:%m-%d}" if known.year == _APPLE_NO_YEAR else known.isoformat()


def local_day(text: str) -> date | None:
    """The day of a moment: one in UTC, as '2024-03-05 23:10:00 UTC', is put into local time."""
    found = _UTC.match(text)
    if not found:
        return day(text)
    year, month, number, hour, minute, second = (int(each or 0) for each in found.groups()[:6])
    try:
        moment = datetime(year, month, number, hour, minute, second, tzinfo=UTC)
        return moment.astimezone().date()
    except (ValueError, OverflowError, OSError):
        return None


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
