"""Birthdays as people say them, down to the decade alone; `dates` says which forms there are."""

import re
from datetime import date

from netlog.rules.figures import (
    RUN_TOGETHER,
    WITHOUT_YEAR,
    in_one_order,
    is_of_two,
    month_and_day,
    month_of,
    split_words,
    year_last,
)

_LEAP_YEAR = 2000  # in which 29 February is always a day
_STANDARD = r"(\d{4}|-)-(\d\d)-(\d\d)"
_YEAR_FIRST = r"(\d{4})([/.])(\d\d)\2(\d\d)"
_YEAR_LAST = r"(\d{1,2})\.(\d{1,2})\.(\d{4})"
_SLASHED = r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})"
_MONTH = r"(\d{4}|-)-(\d\d)"


def read(text: str) -> str:
    """YYYY-MM-DD, --MM-DD, YYYY-MM, --MM, YYYY or YYYX; raises ValueError for anything else."""
    words = [word for word in split_words(text) if word not in ("the", "of")]
    match words:
        case [word]:
            return _of_word(word)
        case ["in", word] if month_of(word):
            return f"--{month_of(word):02}"
        case [name, ",", year] | [name, year] if month_of(name) and _is_year(year):
            return f"{year}-{month_of(name):02}"
    said, month, day = month_and_day(words)
    return _day("-" if said is None else f"{said:04}", month, day)


def _of_word(word: str) -> str:
    if found := re.fullmatch(_STANDARD, word, re.ASCII):
        return _day(found[1], int(found[2]), int(found[3]))
    if found := re.fullmatch(_YEAR_FIRST, word, re.ASCII):
        return _day(found[1], int(found[3]), int(found[4]))
    if found := re.fullmatch(_YEAR_LAST, word, re.ASCII):
        return _day(found[3], int(found[2]), int(found[1]))
    if found := re.fullmatch(WITHOUT_YEAR, word, re.ASCII):
        return _day("-", int(found[2]), int(found[1]))
    if found := re.fullmatch(RUN_TOGETHER, word, re.ASCII):
        return _day(found[1], int(found[2]), int(found[3]))
    if is_of_two(word):
        return _day("-", *in_one_order(word))
    if found := re.fullmatch(_SLASHED, word, re.ASCII):
        return year_last(word, found, int(found[4])).isoformat()
    if found := re.fullmatch(_MONTH, word, re.ASCII):
        date(int(found[1]) if found[1] != "-" else _LEAP_YEAR, int(found[2]), 1)
        return word
    if re.fullmatch(r"\d{3}(x|0s)", word, re.ASCII):
        return f"{word[:3]}X"
    if month_of(word):
        return f"--{month_of(word):02}"
    if _is_year(word):
        return word
    raise ValueError


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word != "0000"


def _day(year: str, month: int, day: int) -> str:
    """Raises ValueError for a day that no calendar has."""
    number = _LEAP_YEAR if year == "-" else int(year)
    known = date(number, month, day).isoformat()
    return f"-{known[4:]}" if year == "-" else known
