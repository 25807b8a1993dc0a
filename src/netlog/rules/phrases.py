"""Days as people say them: every form `dates` lists, word by word; nothing else is guessed at.

Pure words and arithmetic. Which days a command takes is judged in `dates`.
"""

from datetime import date, timedelta
from typing import Final, Literal

from netlog.rules.edges import MONTHS_FROM, edge, nearest
from netlog.rules.figures import (
    DIGITS,
    Direction,
    Unclear,
    in_some_year,
    month_and_day,
    whole_number,
    written,
)
from netlog.rules.months import add_months
from netlog.rules.spoken import NUMBER_OF, is_nth, plain
from netlog.wording import WEEKDAYS

Unit = Literal["day", "week", "month", "year"]

_UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
_UNIT_OF: Final[dict[str, tuple[int, Unit]]] = {
    said: (1, unit) for unit in _UNITS for said in (unit[0], unit, f"{unit}s")
} | {
    "fortnight": (2, "week"), "fortnights": (2, "week"),
    "quarter": (3, "month"), "quarters": (3, "month"),
}  # fmt: skip
_AMOUNTS: Final = frozenset({"a", "an", "half", *NUMBER_OF})
_DAYS_FROM_TODAY: Final = {
    ("yesterday",): -1,
    ("today",): 0,
    ("tonight",): 0,
    ("tomorrow",): 1,
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


def read_amount(words: list[str]) -> tuple[int, Unit]:
    """A number of up to four digits and its unit, from ['3d'], ['3', 'days'] or ['two', 'weeks'].

    Raises ValueError for anything else.
    """
    match words:
        case [number, said]:
            pass
        case [word]:
            said = word.lstrip(DIGITS)
            number = word.removesuffix(said)
        case _:
            raise ValueError
    if said not in _UNIT_OF:
        raise ValueError
    times, unit = _UNIT_OF[said]
    return (NUMBER_OF.get(number) or whole_number(number, 4)) * times, unit


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
    for read in (_relative, _of_week, edge, _counted):
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
        case ["past", day] if day in _WEEKDAY_OF:
            return ["last", day]
        case ["this", part] if part in _PARTS_OF_DAY:
            return ["today"]
        case ["earlier", "today"] | ["just", "now"]:
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
            return _moved(today, ["1", name], forward=side == "next")
        case ["week" | "month" | "year" as name, "before", "last"]:
            return _moved(today, ["2", name], forward=False)
        case ["week" | "month" | "year" as name, "after", "next"]:
            return _moved(today, ["2", name], forward=True)
        case ["in", *amount, "time"] | ["in", *amount]:
            return _moved(today, amount, forward=True)
        case [*amount, "ago"]:
            return _moved(today, amount, forward=False)
        case [*amount, "from", start] if start in ("now", "today"):
            return _moved(today, amount, forward=True)
        case [*amount, "from", start] if _is_day_word(start):
            return _moved(read_day([start], today, "future"), amount, forward=True)
        case [first, *_] if (first[0].isdigit() and not is_nth(first)) or first in _AMOUNTS:
            if words[-1].lstrip(DIGITS) not in _UNIT_OF:
                return None
            return _moved(today, words, forward=direction == "future")
    return None


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
        case [nth, side, "month"] if side in MONTHS_FROM and is_nth(nth):
            month = add_months(today.replace(day=1), MONTHS_FROM[side])
            return month.replace(day=_nth(nth))
        case [nth, name, *month] if is_nth(nth) and name in _WEEKDAY_OF and month:
            return _nth_weekday(_nth(nth), name, edge(["start", *month], today, direction))
        case ["last", name, *month] if name in _WEEKDAY_OF and month:
            return _weekday_by(_end(month, today, direction), name)
        case [nth] if is_nth(nth):
            first = today.replace(day=1)
            days = [_day_of(add_months(first, by), _nth(nth)) for by in range(-2, 3)]
            there = [day for day in days if day]
            soon = [d for d in there if today < d <= today + _SOON and d.month == today.month]
            return soon[0] if soon and direction == "past" else nearest(there, today, direction)
    return None


def _nth_weekday(number: int, name: str, first: date | None) -> date:
    """Of the month with that first day."""
    if first is None or first.day > 1:
        raise ValueError
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


def _moved(start: date, amount: list[str], *, forward: bool) -> date:
    match amount:
        case ["a", "couple", name]:
            amount = ["2", name]
        case ["half", "a" | "an", "year"] | ["a", "half", "year"]:
            amount = ["6", "months"]
        case ["a" | "an", name]:
            amount = ["1", name]
    number, unit = read_amount([word.rstrip("'") for word in amount])
    number = number if forward else -number
    match unit:
        case "day":
            return start + timedelta(days=number)
        case "week":
            return start + timedelta(weeks=number)
        case "month":
            return add_months(start, number)
        case "year":
            return add_months(start, number * 12)
