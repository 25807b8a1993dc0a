"""Days as people say them: every form `dates` lists, word by word; nothing else is guessed at.

Pure words and arithmetic. Which days a command takes is judged in `dates`.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from functools import partial

from netlog.rules.amounts import is_amount, moved, weeks
from netlog.rules.edges import MONTHS_FROM, edge, nearest
from netlog.rules.figures import (
    Direction,
    Unclear,
    in_some_year,
    month_and_day,
    whole_number,
    written,
)
from netlog.rules.months import add_months
from netlog.rules.spoken import NUMBER_OF, is_nth, plain
from netlog.typed import Final
from netlog.wording import WEEKDAYS

_AMOUNTS: Final = frozenset({"a", "an", "half", "couple", *NUMBER_OF})
_DAYS_FROM_TODAY: Final = {
    ("yesterday",): -1,
    ("today",): 0,
    ("tonight",): 0,
    ("tomorrow",): 1,
    ("tmrw",): 1,
    ("tmr",): 1,
    ("now",): 0,
    ("right", "now"): 0,
    ("just", "now"): 0,
    ("earlier", "today"): 0,
    ("day", "before", "yesterday"): -2,
    ("day", "after", "tomorrow"): 2,
}
_PARTS_OF_DAY: Final = frozenset({"morning", "noon", "afternoon", "evening", "night"})
_WEEKDAY_OF: Final = {
    said.lower(): index for index, name in enumerate(WEEKDAYS) for said in (name, name[:3])
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

# "The 28th", said of what happened on the 26th, is in two days and not four weeks ago.
_SOON = timedelta(days=7)
_A_DAY = timedelta(days=1)
_A_WEEK = timedelta(days=7)
_SATURDAY = 5


def weekday(word: str) -> int | None:
    """Monday is 0; None for what is no day of the week."""
    return _WEEKDAY_OF.get(word)


def read_day(words: list[str], today: date, direction: Direction) -> date:
    """The day that was said.

    Raises ValueError or OverflowError when there is none, Unclear when there are two.
    """
    match words:
        case ["on" | "by" | "before" | "until" | "till" | "since", _, *_]:
            words = words[1:]
    words = _without_part_of_day(_without_fillers(plain(words)))
    for read in (_relative, _reckoned, _of_week, _weeks_off, edge, _counted):
        found = read(words, today, direction)
        if found is not None:
            return found
    match words:
        case [word]:
            return written(word, today, direction)
        case [name, ",", _, *_] | [name, _, *_] if name in _WEEKDAY_OF:
            return _checked(name, words[2 if words[1] == "," else 1 :], today, direction)
    year, month, day = month_and_day(words)
    if year is None:
        return in_some_year(month, day, today, direction)
    return date(year, month, day)


def _without_fillers(words: list[str]) -> list[str]:
    """The words without "the", and without "of" between two others."""
    return [
        word
        for at, word in enumerate(words)
        if not (word == "the" and at < len(words) - 1)
        and not (word == "of" and 0 < at < len(words) - 1)
    ]


def _without_part_of_day(words: list[str]) -> list[str]:
    """The day alone, of "friday evening", "last night", "this morning"; no hour is kept."""
    match words:
        case ["last", "night" | "evening"]:
            return ["yesterday"]
        case ["past", day] | ["this", "past", day] if day in _WEEKDAY_OF:
            return ["last", day]
        case ["this", part] if part in _PARTS_OF_DAY:
            return ["today"]
        case [*day, part] if part in _PARTS_OF_DAY and day and _is_day_word(day[-1]):
            return day
    return words


def _is_day_word(word: str) -> bool:
    return word in _WEEKDAY_OF or word in ("yesterday", "today", "tomorrow")


def _relative(words: list[str], today: date, direction: Direction) -> date | None:
    """Days reckoned from today; None for another form."""
    if (days := _DAYS_FROM_TODAY.get(tuple(words))) is not None:
        return today + days * _A_DAY
    match words:
        case ["last" | "next" as side, "week" | "month" | "year" as name]:
            return moved(today, ["1", name], forward=side == "next")
        case ["week" | "month" | "year" as name, "before", "last"]:
            return moved(today, ["2", name], forward=False)
        case ["week" | "month" | "year" as name, "after", "next"]:
            return moved(today, ["2", name], forward=True)
        case ["in", *amount, "time"] | ["in", *amount] if is_amount(amount):
            return moved(today, amount, forward=True)
        case ["day" | "week" | "month" | "quarter" | "year" as name, "ago"]:
            return moved(today, ["1", name], forward=False)
        case [*amount, "ago" | "back"] if is_amount(amount):
            return moved(today, amount, forward=False)
        case ["fortnight" | "week" | "month" | "quarter" | "year" as name] if direction == "future":
            return moved(today, ["1", name], forward=True)
        case [first, *_] if (first[0].isdigit() or first in _AMOUNTS) and is_amount(words):
            return moved(today, words, forward=direction == "future")
    return None


def _reckoned(words: list[str], today: date, direction: Direction) -> date | None:
    """Days reckoned from another: a week from friday, two days before yesterday."""
    for at, word in enumerate(words):
        amount, start = words[:at], words[at + 1 :]
        if word not in ("from", "before", "after") or not start or not is_amount(amount):
            continue
        if start == ["now"]:
            start = ["today"]
        ahead = word == "from" and direction != "future" and len(start) == 1
        base = read_day(start, today, "future" if ahead else direction)
        return moved(base, amount, forward=word != "before")
    return None


def _weeks_off(words: list[str], today: date, _: Direction) -> date | None:
    """A day of the week that is so many weeks off: friday two weeks ago, in two weeks on friday."""
    match words:
        case [name, *amount, "ago"] if name in _WEEKDAY_OF:
            return _in_week(today, name, -weeks(amount))
        case [*amount, "ago", "on", name] | [*amount, "ago", name] if name in _WEEKDAY_OF:
            return _in_week(today, name, -weeks(amount))
        case [name, "in", *amount] if name in _WEEKDAY_OF:
            return _in_week(today, name, weeks(amount))
        case ["in", *amount, "on", name] | ["in", *amount, name] if name in _WEEKDAY_OF:
            return _in_week(today, name, weeks(amount))
        case [*amount, "on", name] if name in _WEEKDAY_OF:
            return _weekday_by(today + _A_WEEK, name) + weeks(amount) * _A_WEEK
        case [number, several, "ago"] if several.endswith("s") and several[:-1] in _WEEKDAY_OF:
            times = NUMBER_OF.get(number) or whole_number(number, 2)
            return _weekday_by(today - _A_DAY, several[:-1]) - (times - 1) * _A_WEEK
    return None


def _in_week(today: date, name: str, number: int) -> date:
    """That day of the week which lies so many weeks from this one."""
    monday = today - today.weekday() * _A_DAY
    return monday + number * _A_WEEK + _WEEKDAY_OF[name] * _A_DAY


def _of_week(words: list[str], today: date, direction: Direction) -> date | None:
    """Days of a week: friday, last friday, friday next week, last weekend."""
    monday = today - today.weekday() * _A_DAY
    match words:
        case [name] if name in _WEEKDAY_OF:
            # "by friday", said on a Friday, promises next week's; "met on friday" may be today.
            return _weekday_by(today + (_A_WEEK if direction == "future" else 0 * _A_DAY), name)
        case ["last" | "next" as side, name] if name in _WEEKDAY_OF:
            return _weekday_by(today + (_A_WEEK if side == "next" else -_A_DAY), name)
        case ["this", name] if name in _WEEKDAY_OF:
            day = monday + _WEEKDAY_OF[name] * _A_DAY
            return day + _A_WEEK if day < today and direction == "future" else day
        case [name, "before", "last"] if name in _WEEKDAY_OF:
            return _weekday_by(today - _A_DAY, name) - _A_WEEK
        case [name, "after", "next"] if name in _WEEKDAY_OF:
            return _weekday_by(today + _A_WEEK, name) + _A_WEEK
        case [name, "week"] if name in _WEEKDAY_OF:
            return _weekday_by(today + _A_WEEK, name) + _A_WEEK
        case [side, "week", name] | [name, side, "week"] if (
            side in MONTHS_FROM and name in _WEEKDAY_OF
        ):
            return monday + MONTHS_FROM[side] * _A_WEEK + _WEEKDAY_OF[name] * _A_DAY
        case [side, "weekend"] if side in MONTHS_FROM:
            return monday + MONTHS_FROM[side] * _A_WEEK + _SATURDAY * _A_DAY
    return None


def _weekday_by(latest: date, name: str) -> date:
    return latest - (latest.weekday() - _WEEKDAY_OF[name]) % 7 * _A_DAY


def _counted(words: list[str], today: date, direction: Direction) -> date | None:
    """The 20th, of this month or another."""
    match words:
        case [nth, side, "month"] | [side, "month", "on", nth] | [side, "month", nth] if (
            side in MONTHS_FROM and is_nth(nth)
        ):
            month = add_months(today.replace(day=1), MONTHS_FROM[side])
            return month.replace(day=_nth(nth))
        case [nth, name, *month] if is_nth(nth) and name in _WEEKDAY_OF and month:
            return _of_month(partial(_nth_weekday, _nth(nth), name), month, today, direction)
        case ["last", name, *month] if name in _WEEKDAY_OF and month:
            return _weekday_by(_end(month, today, direction), name)
        case [nth, "day", *month] if is_nth(nth) and month:
            return _of_month(lambda first: first.replace(day=_nth(nth)), month, today, direction)
        case ["last", "day", *month] if month:
            return _end(month, today, direction)
        case [nth] | [nth, "month"] if is_nth(nth):
            first = today.replace(day=1)
            days = [_day_of(add_months(first, by), _nth(nth)) for by in range(-2, 3)]
            there = [day for day in days if day]
            if not there:
                raise ValueError
            soon = [d for d in there if today < d <= today + _SOON and d.month == today.month]
            return soon[0] if soon and direction == "past" else nearest(there, today, direction)
    return None


def _of_month(
    find: Callable[[date], date], month: list[str], today: date, direction: Direction
) -> date:
    """The day that find makes of the month's first; one to come is this year's, if it can be."""
    first = edge(["start", *month], today, direction)
    if first is None or first.day > 1:
        raise ValueError
    if direction == "future" and first > today:
        with suppress(ValueError):
            day = find(first.replace(year=first.year - 1))
            if day >= today:
                return day
    return find(first)


def _nth_weekday(number: int, name: str, first: date) -> date:
    """Of the month with that first day."""
    day = _weekday_by(first + 6 * _A_DAY, name) + (number - 1) * _A_WEEK
    if not number or day.month != first.month:
        raise ValueError
    return day


def _end(month: list[str], today: date, direction: Direction) -> date:
    found = edge(["end", *month], today, direction)
    if found is None:
        raise ValueError
    return found


def _nth(word: str) -> int:
    return whole_number(word.rstrip("stndrh"), 2)


def _day_of(month: date, number: int) -> date | None:
    try:
        return month.replace(day=number)
    except ValueError:
        return None


def _checked(name: str, rest: list[str], today: date, direction: Direction) -> date:
    """A day with its weekday, which must be the right one."""
    day = read_day(rest, today, direction)
    if day.weekday() != _WEEKDAY_OF[name]:
        raise Unclear(f"{day.isoformat()} is a {WEEKDAYS[day.weekday()]}")
    return day
