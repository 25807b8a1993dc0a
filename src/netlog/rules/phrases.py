"""Days as people say them: every form `dates` lists, word by word; nothing else is guessed at.

Pure words and arithmetic. Which days a command takes is judged in `dates`.
"""

from datetime import date, timedelta
from typing import Final, Literal

from netlog.rules.figures import (
    DIGITS,
    MONTH_OF,
    ORDINALS,
    Direction,
    Unclear,
    in_some_year,
    month_and_day,
    whole_number,
    written,
)
from netlog.rules.months import add_months
from netlog.wording import WEEKDAYS

Unit = Literal["day", "week", "month", "year"]

_UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
_UNIT_OF: Final[dict[str, tuple[int, Unit]]] = {
    said: (1, unit) for unit in _UNITS for said in (unit[0], unit, f"{unit}s")
} | {
    "fortnight": (2, "week"), "fortnights": (2, "week"),
    "quarter": (3, "month"), "quarters": (3, "month"),
}  # fmt: skip
_NUMBER_OF: Final = {
    said: number
    for number, said in enumerate(
        (
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ),
        1,
    )
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_AMOUNTS: Final = frozenset({"a", "an", "half", *_NUMBER_OF})
_DAYS_FROM_TODAY: Final = {
    ("yesterday",): -1,
    ("today",): 0,
    ("tonight",): 0,
    ("tomorrow",): 1,
    ("day", "before", "yesterday"): -2,
    ("day", "after", "tomorrow"): 2,
}
_MONTHS_FROM: Final = {"last": -1, "this": 0, "next": 1}
_PARTS_OF_DAY: Final = frozenset({"morning", "noon", "afternoon", "evening", "night"})
_SPANS: Final = ("week", "month", "quarter", "year")
_ENDS: Final = {"eod": "day", "eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}
_EDGES: Final = frozenset({"start", "beginning", "mid", "middle", "end"})
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
    return (_NUMBER_OF.get(number) or whole_number(number, 4)) * times, unit


def weekday(word: str) -> int | None:
    """Monday is 0; None for what is no day of the week."""
    return _WEEKDAY_OF.get(word)


def read_day(words: list[str], today: date, direction: Direction) -> date:
    """The day that was said.

    Raises ValueError or OverflowError when there is none, Unclear when there are two.
    """
    match words:
        case ["on" | "by" | "until" | "till" | "since", _, *_]:
            words = words[1:]
    words = _without_part_of_day(_without_fillers(words))
    for read in (_relative, _of_week, _edge, _counted):
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
        case [first, *_] if (first[0].isdigit() and not _is_nth(first)) or first in _AMOUNTS:
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
            side in _MONTHS_FROM and name in _WEEKDAY_OF
        ):
            return monday + _MONTHS_FROM[side] * _A_WEEK + _WEEKDAY_OF[name] * _A_DAY
        case [side, "weekend"] if side in _MONTHS_FROM:
            return monday + _MONTHS_FROM[side] * _A_WEEK + _SATURDAY * _A_DAY
    return None


def _weekday_by(latest: date, name: str) -> date:
    return latest - (latest.weekday() - _WEEKDAY_OF[name]) % 7 * _A_DAY


def _edge(words: list[str], today: date, direction: Direction) -> date | None:
    """The start, the middle or the end of a week, a month, a quarter or a year."""
    match words:
        case [word] if word in _ENDS:
            edge, span = "end", [_ENDS[word]]
        case [word] if word.startswith("mid-"):
            edge, span = "mid", [word.removeprefix("mid-")]
        case [edge, *span] if edge in _EDGES and span:
            pass
        case _:
            return None
    match span:
        case ["day" | "today"] if edge == "end":
            return today
        case [side, name] if side in _MONTHS_FROM and name in _SPANS:
            return _edge_of(edge, name, _shifted(today, name, _MONTHS_FROM[side]))
        case [name] if name in _SPANS:
            return _nearest(
                [_edge_of(edge, name, _shifted(today, name, by)) for by in (-1, 0, 1)],
                today, direction,
            )  # fmt: skip
        case [name] if name in MONTH_OF:
            years = range(today.year - 1, today.year + 2)
            months = [date(year, MONTH_OF[name], 1) for year in years]
            return _nearest([_edge_of(edge, "month", day) for day in months], today, direction)
        case [name, year] if name in MONTH_OF and len(year) == 4:
            return _edge_of(edge, "month", date(whole_number(year, 4), MONTH_OF[name], 1))
        case [year] if len(year) == 4:
            return _edge_of(edge, "year", date(whole_number(year, 4), 1, 1))
    raise ValueError


def _shifted(day: date, span: str, by: int) -> date:
    """A day of the span that many spans on."""
    if span == "week":
        return day + by * _A_WEEK
    return add_months(day.replace(day=1), by * {"month": 1, "quarter": 3, "year": 12}[span])


def _edge_of(edge: str, span: str, day: date) -> date:
    """The edge of that span in which the day is; a week ends on its Sunday."""
    if span == "week":
        offset = {"end": 6, "mid": 2, "middle": 2}.get(edge, 0)
        return day + (offset - day.weekday()) * _A_DAY
    months = {"month": 1, "quarter": 3, "year": 12}[span]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    if edge == "end":
        return add_months(first, months) - _A_DAY
    if edge in ("start", "beginning"):
        return first
    return first.replace(day=15) if span == "month" else add_months(first, months // 2)


def _counted(words: list[str], today: date, direction: Direction) -> date | None:
    """The 20th, of this month or another."""
    match words:
        case [nth, side, "month"] if side in _MONTHS_FROM and _is_nth(nth):
            month = add_months(today.replace(day=1), _MONTHS_FROM[side])
            return month.replace(day=_nth(nth))
        case [nth] if _is_nth(nth):
            first = today.replace(day=1)
            days = [_day_of(add_months(first, by), _nth(nth)) for by in range(-2, 3)]
            there = [day for day in days if day]
            soon = [day for day in there if today < day <= today + _SOON]
            return soon[0] if soon and direction == "past" else _nearest(there, today, direction)
    return None


def _is_nth(word: str) -> bool:
    return word[:1].isdigit() and word.lstrip(DIGITS) in ORDINALS


def _nth(word: str) -> int:
    return whole_number(word.rstrip("stndrh"), 2)


def _day_of(month: date, number: int) -> date | None:
    try:
        return month.replace(day=number)
    except ValueError:
        return None


def _nearest(days: list[date], today: date, direction: Direction) -> date:
    """Of days in order the first from today on, or the last until today."""
    if direction == "future":
        return next(day for day in days if day >= today)
    # Somewhere it is tomorrow already.
    latest = today + (_A_DAY if direction == "past" else 0 * _A_DAY)
    return next(day for day in reversed(days) if day <= latest)


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
