"""Days written with figures and names of months, of which one year alone may be missing.

Pure values in and out; an impossible day raises ValueError.
"""

import re
from datetime import date

from netlog.typed import Final, Literal
from netlog.wording import MONTHS

Direction = Literal["past", "behind", "future"]

MONTH_OF: Final = {
    said.lower(): index for index, name in enumerate(MONTHS, 1) for said in (name, name[:3])
} | {"sept": 9}

DIGITS = "0123456789"
ORDINALS = ("st", "nd", "rd", "th")
_LONGEST_LEAP_GAP = 8  # 1896 to 1904: 1900 was a common year

_YEAR_FIRST = r"(\d{4})([-/.])(\d{2})\2(\d{2})"
_YEAR_LAST = r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})"
_WEEK_DATE = r"(\d{4})-?w(\d\d)-?([1-7])"
_JOINED = r"(\d{1,2})([-/.])([a-z]{3,9})\2(\d{4})"
WITHOUT_YEAR = r"(\d{1,2})\.(\d{1,2})\.?"
RUN_TOGETHER = r"(\d{4})(\d{2})(\d{2})"
_DAY_AND_MONTH = r"(?!24/7$)(\d{1,2})[/-](\d{1,2})"
_YEAR_OF_TWO = r"(\d{1,2})([/.])(\d{1,2})\2(\d{2})"


class Unclear(ValueError):
    """A day that can be read in two ways, or contradicts itself; the message says how."""


def is_of_two(word: str) -> bool:
    """Whether a word is two figures, as a day of some year is written: 06-01, 6/1."""
    return re.fullmatch(_DAY_AND_MONTH, word) is not None


def split_words(text: str) -> list[str]:
    """The words of a phrase in lower case, a comma being one; none at all unless it is ASCII."""
    # str.lower and int know other scripts: the Kelvin sign is a k, an Arabic-Indic 3 a 3.
    return text.lower().replace(",", " , ").split() if text.isascii() else []


def whole_number(digits: str, longest: int) -> int:
    if not digits.isdecimal() or len(digits) > longest:
        raise ValueError
    return int(digits)


def month_of(word: str) -> int | None:
    """January is 1; None for what is no month."""
    return MONTH_OF.get(word)


def month_and_day(words: list[str]) -> tuple[int | None, int, int]:
    """The year, if it was said, the month and the day: '12 nov', 'nov 12th, 2025'.

    Raises ValueError for anything else.
    """
    year: str | None = None
    match words:
        case [first, second]:
            pass
        case [first, second, year] | [first, second, ",", year]:
            pass
        case _:
            raise ValueError
    name, day = (first, second) if first in MONTH_OF else (second, first)
    name = name.rstrip(".") if len(name) == 4 else name
    if name not in MONTH_OF or day.lstrip(DIGITS) not in ("", ".", *ORDINALS):
        raise ValueError
    if year is not None and len(year) == 3 and year[0] == "'":
        year = f"20{year[1:]}"
    if year is not None and len(year) != 4:
        raise ValueError
    in_month = whole_number(day.rstrip(".stndrh"), 2)
    return None if year is None else whole_number(year, 4), MONTH_OF[name], in_month


def written(word: str, today: date, direction: Direction) -> date:
    """A day in figures, as one word."""
    if found := re.fullmatch(_YEAR_FIRST, word):
        return date(int(found[1]), int(found[3]), int(found[4]))
    if found := re.fullmatch(RUN_TOGETHER, word):
        return date(*map(int, found.groups()))
    if is_of_two(word):
        return in_some_year(*in_one_order(word), today, direction)
    if found := re.fullmatch(_WEEK_DATE, word):
        return date.fromisocalendar(*map(int, found.groups()))
    if found := re.fullmatch(_JOINED, word):
        return date(int(found[4]), MONTH_OF.get(found[3], 0), int(found[1]))
    if found := re.fullmatch(WITHOUT_YEAR, word):
        return in_some_year(int(found[2]), int(found[1]), today, direction)
    if found := re.fullmatch(_YEAR_OF_TWO, word):
        return year_last(word, found, today.year // 100 * 100 + int(found[4]))
    if found := re.fullmatch(_YEAR_LAST, word):
        return year_last(word, found, int(found[4]))
    raise ValueError


def year_last(word: str, found: "re.Match[str]", year: int) -> date:
    """26.11.2026 of that year; with slashes or dashes only what is a day in one order alone."""
    one, two = int(found[1]), int(found[3])
    if found[2] == "." or one > 12:
        return date(year, two, one)
    if two > 12 or one == two:
        return date(year, one, two)
    either = sorted((date(year, two, one), date(year, one, two)))
    raise Unclear(
        f"{word} is {either[0].isoformat()} or {either[1].isoformat()}: write one of them"
    )


def in_one_order(word: str) -> tuple[int, int]:
    """Month and day of what `is_of_two`, such as 20/11, where they can be so in one order alone."""
    one, two = (int(figure) for figure in word.replace("-", "/").split("/"))
    if 1 <= one <= 12 and 1 <= two <= 12 and one != two:
        either = " or ".join(
            f'"{day} {MONTHS[month - 1].lower()}"' for day, month in ((one, two), (two, one))
        )
        raise Unclear(f"{word} may begin with the day or with the month: write {either}")
    return (two, one) if one > 12 else (one, two)


def in_some_year(month: int, day: int, today: date, direction: Direction) -> date:
    """The nearest such day on the side of the command.

    What happened is never put into last year when it is nearer ahead than behind.
    """
    ahead = _next(month, day, today, 1)
    if direction == "future":
        return ahead
    behind = _next(month, day, today, -1)
    if direction == "past" and behind.year < today.year and ahead - today < today - behind:
        return ahead
    return behind


def _next(month: int, day: int, today: date, step: int) -> date:
    for distance in range(_LONGEST_LEAP_GAP + 1):
        try:
            found = date(today.year + distance * step, month, day)
        except ValueError:
            continue
        if (found - today).days * step >= 0:
            return found
    raise ValueError
