"""Days in words: a closed English grammar in, short English out; nothing else is guessed at.

Pure: `today` is an argument, the clock is never read, month names never follow the locale.

    2026-11-20   today   yesterday   tomorrow
    3d  2w  6m  1y    also `3 days`, `a week`, `3 days ago`, `in 2 weeks`; m is months
    friday  fri       past: today or the last one before; future: the next one after today
    last fri          strictly before today
    next fri          strictly after today
    last week         one week, month or year before today; `next` after
    12 nov  nov 12    past: today or the nearest before; future: today or the nearest after
    12 nov 2025       also `nov 12, 2025`, `12th november 2025`

A command's direction settles the bare forms only: `tomorrow`, `3 days ago`, `in 2 weeks` and
whole dates are the day that was said, and the command refuses what it cannot use.
"""

from datetime import date, timedelta
from typing import Literal

from netlog.errors import UsageMistake
from netlog.wording import MONTHS, WEEKDAYS, quoted

# What has happened may be dated so: somewhere it is tomorrow already.
MOST_DAYS_AHEAD = timedelta(days=1)

Direction = Literal["past", "future"]
Unit = Literal["day", "week", "month", "year"]

_UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
_UNIT_OF = {said: unit for unit in _UNITS for said in (unit[0], unit, f"{unit}s")}
_DAYS_FROM_TODAY = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WEEKDAY_OF = {
    said.lower(): index for index, name in enumerate(WEEKDAYS) for said in (name, name[:3])
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_MONTH_OF = {
    said.lower(): index for index, name in enumerate(MONTHS, 1) for said in (name, name[:3])
} | {"sept": 9}

_DIGITS = "0123456789"
_LEAP_YEAR = 2000
_LONGEST_LEAP_GAP = 8  # 1896 to 1904: 1900 was a common year


def parse_date(text: str, today: date, direction: Direction) -> date:
    """The day `text` names, read on `today` by a command that looks in `direction`.

    Raises UsageMistake for anything outside the grammar above or the years 1 to 9999.
    """
    try:
        return _read_day(split_words(text), today, direction)
    except (ValueError, OverflowError):
        examples = {
            "past": f'{_near(today, -3)}, yesterday or "3 days ago"',
            "future": f'{_near(today, 3)}, friday or "in 2 weeks"',
        }[direction]
        raise UsageMistake(f"Cannot read the date {quoted(text)}: try {examples}.") from None


def parse_duration(text: str, today: date) -> date:
    """The day a wait of `text` ends, always after `today`; the grammar of dates to come.

    Raises UsageMistake for what cannot be read and for a day that is not after today.
    """
    examples = f'3d, "2 weeks" or {_near(today, 3)}'
    try:
        end = _read_day(split_words(text), today, "future")
    except (ValueError, OverflowError):
        raise UsageMistake(f"Cannot read the duration {quoted(text)}: try {examples}.") from None
    if end <= today:
        raise UsageMistake(f"The duration {quoted(text)} does not end after today: try {examples}.")
    return end


def add_months(day: date, months: int) -> date:
    """`day` moved by `months`, either way, kept inside a shorter month: 31 Jan + 1 = 28 Feb.

    Raises ValueError or OverflowError outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return _clamped(year, month + 1, day.day)


def parse_birthday(text: str) -> str:
    """'YYYY-MM-DD', or '--MM-DD' when no year is said; then 29 February is always a day.

    Reads `1990-11-12`, `--11-12`, `12 nov`, `nov 12` and the last two with a year. Raises
    UsageMistake for anything else.
    """
    try:
        match split_words(text):
            case [word] if word.startswith("--"):
                return "-" + _iso_day(f"{_LEAP_YEAR}{word[1:]}").isoformat()[4:]
            case [word]:
                return _iso_day(word).isoformat()
            case words:
                year, month, day = _month_and_day(words)
                if year is None:
                    return "-" + date(_LEAP_YEAR, month, day).isoformat()[4:]
                return date(year, month, day).isoformat()
    except ValueError:
        raise UsageMistake(
            f'Cannot read the birthday {quoted(text)}: try 1990-11-12, --11-12 or "12 nov".'
        ) from None


def parse_past_birthday(text: str, today: date) -> str:
    """Like `parse_birthday`; raises UsageMistake also for a day that is still to come."""
    birthday = parse_birthday(text)
    if birthday > today.isoformat():
        raise UsageMistake(f"The birthday {birthday} is still to come. Nothing was saved.")
    return birthday


def next_birthday(birthday: str, today: date) -> date:
    """The next day, today or later, on which a parse_birthday result is kept.

    29 February is kept on the 28th in common years. Raises ValueError past the year 9999.
    """
    month, day = int(birthday[-5:-3]), int(birthday[-2:])
    this_year = _clamped(today.year, month, day)
    return this_year if this_year >= today else _clamped(today.year + 1, month, day)


def split_words(text: str) -> list[str]:
    """The words of a phrase in lower case, a comma being one; none at all unless it is ASCII."""
    # str.lower and int know other scripts: the Kelvin sign is a k, an Arabic-Indic 3 a 3.
    return text.lower().replace(",", " , ").split() if text.isascii() else []


def read_amount(words: list[str]) -> tuple[int, Unit]:
    """A number of up to four digits and its unit, from ['3d'] or ['3', 'days'].

    Raises ValueError for anything else.
    """
    match words:
        case [number, said]:
            pass
        case [word]:
            said = word.lstrip(_DIGITS)
            number = word.removesuffix(said)
        case _:
            raise ValueError
    if said not in _UNIT_OF:
        raise ValueError
    return _number(number, 4), _UNIT_OF[said]


def _read_day(words: list[str], today: date, direction: Direction) -> date:
    """Raises ValueError or OverflowError when there is no such day."""
    future = direction == "future"
    match words:
        case [word] if word in _DAYS_FROM_TODAY:
            return today + timedelta(days=_DAYS_FROM_TODAY[word])
        case ["last" | "next" as side, name] if name in _WEEKDAY_OF:
            return _weekday_by(today + timedelta(days=7 if side == "next" else -1), name)
        case ["last" | "next" as side, "week" | "month" | "year" as name]:
            return _moved(today, ["1", name], forward=side == "next")
        case ["in", *amount]:
            return _moved(today, amount, forward=True)
        case [*amount, "ago"]:
            return _moved(today, amount, forward=False)
        case [name] if name in _WEEKDAY_OF:
            # "by friday", said on a Friday, promises next week's; "met on friday" may be today.
            return _weekday_by(today + timedelta(days=7 if future else 0), name)
        case [*_, word] if word.lstrip(_DIGITS) in _UNIT_OF:
            return _moved(today, words, forward=future)
        case [word]:
            return _iso_day(word)
    year, month, day = _month_and_day(words)
    if year is None:
        return _nearest(month, day, today, forward=future)
    return date(year, month, day)


def _moved(today: date, amount: list[str], *, forward: bool) -> date:
    match amount:
        case ["a" | "an", name]:
            amount = ["1", name]
    number, unit = read_amount(amount)
    number = number if forward else -number
    match unit:
        case "day":
            return today + timedelta(days=number)
        case "week":
            return today + timedelta(weeks=number)
        case "month":
            return add_months(today, number)
        case "year":
            return add_months(today, number * 12)


def _weekday_by(latest: date, name: str) -> date:
    return latest - timedelta(days=(latest.weekday() - _WEEKDAY_OF[name]) % 7)


def _month_and_day(words: list[str]) -> tuple[int | None, int, int]:
    year: str | None = None
    match words:
        case [first, second]:
            pass
        case [first, second, year] | [first, second, ",", year]:
            pass
        case _:
            raise ValueError
    name, day = (first, second) if first in _MONTH_OF else (second, first)
    ordinal = day.lstrip(_DIGITS)
    if name not in _MONTH_OF or ordinal not in ("", "st", "nd", "rd", "th"):
        raise ValueError
    if year is not None and len(year) != 4:
        raise ValueError
    in_month = _number(day.removesuffix(ordinal), 2)
    return None if year is None else _number(year, 4), _MONTH_OF[name], in_month


def _nearest(month: int, day: int, today: date, *, forward: bool) -> date:
    for distance in range(_LONGEST_LEAP_GAP + 1):
        try:
            found = date(today.year + (distance if forward else -distance), month, day)
        except ValueError:
            continue
        if found == today or (found > today) is forward:
            return found
    raise ValueError


def _iso_day(word: str) -> date:
    day = date.fromisoformat(word)
    # fromisoformat reads week dates and the form without dashes too.
    if day.isoformat() != word:
        raise ValueError
    return day


def _number(digits: str, longest: int) -> int:
    if not digits.isdecimal() or len(digits) > longest:
        raise ValueError
    return int(digits)


def _clamped(year: int, month: int, day: int) -> date:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    longest = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return date(year, month, min(day, longest))


def _near(today: date, days: int) -> date:
    ordinal = today.toordinal() + days
    return date.fromordinal(max(1, min(ordinal, date.max.toordinal())))
