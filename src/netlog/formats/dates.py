"""Dates as people and programs write them; an impossible one is None, never an error."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

from netlog.formats.months import FILLERS, month
from netlog.named import NamedTuple
from netlog.records.incoming import GuessedDay

_ISO = re.compile(r"(\d{4})([-/. ])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)", re.ASCII)
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?.*", re.ASCII)
_COMPACT = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T\d.*)?", re.ASCII)
_NO_YEAR = re.compile(r"--(\d{2})(\d{2})(?:T.*)?|--(\d{1,2})-(\d{1,2})(?:T.*)?", re.ASCII)
_PARTED = re.compile(r"(\d{1,2})([./ -])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)", re.ASCII)
_DAY_AND_MONTH = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})(?!\d)\2?", re.ASCII)
_WORDS = re.compile(r"[^\W\d_]+|[0-9]+")
_CLOCK = re.compile(
    r"[T,]?\s*(?:\b(?:at|um|à)\s+)?\d{1,2}[:.h]\d{2}\b.*", re.IGNORECASE | re.DOTALL
)
_UTC = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(UTC|Z)", re.ASCII
)
_YEAR_AND_MONTH = re.compile(r"(\d{4}|-)-(\d\d)", re.ASCII)
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[/.](\d{4})", re.ASCII)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d", re.ASCII)
_DECADE = re.compile(r"(\d{3})(?:0s|0er|x)", re.ASCII | re.IGNORECASE)
_LEAP_YEAR = 2000
# Years that programs write where none is known.
_NO_YEARS = (0, 1, 1604)
_ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "e", "ste", "de"})

YearMonthDay = tuple[int | None, int, int]


def day(text: str, day_first: bool = False) -> date | None:
    """The day of '2024-03-05', '5 Mar 2024', 'May 5, 1980', '3/5/24, 9:10 AM' or '20240305'.

    With dots the day comes first; with slashes the month, unless it cannot or `day_first`. A name
    of a month may be in any language that files come in.
    """
    found = _parts(text.strip(), day_first)
    return _date(found[0], found[1], found[2]) if found and found[0] else None


def birthday(text: str, day_first: bool = False, today: date = date.max) -> str | None:
    """YYYY-MM-DD, or --MM-DD when the year is not known; a year in two figures is past.

    A month, a year or a decade alone is 1990-05, --05, 1990 or 199X.
    """
    if partial := _partial(text.strip()):
        return partial
    found = _parts(text.strip(), day_first, with_year=False)
    if found is None:
        return None
    year, month_, number = found
    if not number:
        if month_ == 0 and _YEAR.match(text.strip()):
            return f"{year}"  # 1985-00-00
        return f"{year:04}-{month_:02}" if year and 1 <= month_ <= 12 else None
    if year is None or year in _NO_YEARS:
        known = _date(_LEAP_YEAR, month_, number)
        return f"--{known:%m-%d}" if known else None
    born = _date(year, month_, number)
    if born and born > today and not re.search(rf"(?<!\d){year}(?!\d)|^{year}", text):
        born = _date(year - 100, month_, number)
    return born.isoformat() if born else None


def yearly(text: str, day_first: bool = False, today: date = date.max) -> str | None:
    """A day of every year as YYYY-MM-DD or --MM-DD; None for what names no day."""
    on = birthday(text, day_first, today)
    return on if on and len(on) == (7 if on.startswith("--") else 10) else None


def is_ambiguous(text: str) -> bool:
    """Whether day and month could be either way round: 05/06/1990."""
    found = _PARTED.match(text.strip()) or _DAY_AND_MONTH.fullmatch(text.strip())
    if not found or found[2] in ". ":
        return False
    one, two = int(found[1]), int(found[3])
    return one != two and one <= 12 and two <= 12


class DayOrder(NamedTuple):
    """Whether the day comes first where either could, and whether a file says so by itself."""

    day_first: bool = False
    is_sure: bool = False


UNTOLD = DayOrder()


def order(texts: Iterable[str]) -> DayOrder:
    """The order in which the days of a file are written, as far as those tell that can be read."""
    day_first = month_first = False
    for text in texts:
        found = _PARTED.match(text.strip()) or _DAY_AND_MONTH.match(text.strip())
        if found and found[2] not in ". ":
            day_first |= int(found[1]) > 12
            month_first |= int(found[3]) > 12
    return DayOrder(day_first and not month_first, day_first is not month_first)


def guessed(days: Iterable[tuple[str, str, str | None]], order: DayOrder) -> tuple[GuessedDay, ...]:
    """Those days, by what they are, as written and as read, that were not read for sure."""
    return tuple(
        GuessedDay(*one)
        for one in days
        if one[2] is None or (not order.is_sure and is_ambiguous(one[1]))
    )


def local_day(text: str, day_first: bool = False) -> date | None:
    """The day of a moment: one in UTC, as '2024-03-05 23:10:00 UTC', is put into local time."""
    found = _UTC.match(text)
    if not found:
        return day(text, day_first)
    year, month_, number, hour, minute, second = (int(each or 0) for each in found.groups()[:6])
    try:
        moment = datetime(year, month_, number, hour, minute, second, tzinfo=UTC)
        return moment.astimezone().date()
    except (ValueError, OverflowError, OSError):
        return None


def _parts(text: str, day_first: bool, *, with_year: bool = True) -> YearMonthDay | None:
    """Year, month and day; the year None where none is said, which only a birthday may be."""
    if found := _ISO.match(text):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _COMPACT.fullmatch(text) or _CJK.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _PARTED.match(text):
        one, two, year = int(found[1]), int(found[3]), int(found[4])
        if len(found[4]) == 2:
            year += 2000 if year < 70 else 1900
        swapped = one > 12 or ((day_first or found[2] in ". ") and two <= 12)
        return (year, two, one) if swapped else (year, one, two)
    spoken = _spoken(_CLOCK.sub("", text))
    if spoken and (spoken[0] or not with_year):
        return spoken
    return None if with_year else _yearless(text, day_first)


def _partial(text: str) -> str | None:
    """What says no day, but a month, a year or a decade."""
    if found := _YEAR_AND_MONTH.fullmatch(text):
        return f"{found[1]}-{int(found[2]):02}" if 1 <= int(found[2]) <= 12 else None
    if found := _MONTH_AND_YEAR.fullmatch(text):
        return f"{found[2]}-{int(found[1]):02}" if 1 <= int(found[1]) <= 12 else None
    if _YEAR.fullmatch(text):
        return text
    if found := _DECADE.fullmatch(text):
        return f"{found[1]}X"
    return None


def _yearless(text: str, day_first: bool) -> YearMonthDay | None:
    if found := _NO_YEAR.fullmatch(text):
        return None, int(found[1] or found[3]), int(found[2] or found[4])
    if not (found := _DAY_AND_MONTH.fullmatch(text)):
        return None
    one, two = int(found[1]), int(found[3])
    swapped = one > 12 or ((day_first or found[2] == ".") and two <= 12)
    return (None, two, one) if swapped else (None, one, two)


def _spoken(text: str) -> YearMonthDay | None:
    """'5 March 1990', 'March 5th, 1990', '5. Mai', '1990 March 5': a month by its name."""
    numbers: list[int] = []
    named: int | None = None
    for at, word in enumerate(words := _WORDS.findall(text)):
        if word.isascii() and word.isdigit():
            numbers.append(int(word))
        elif named is None and (found := month(word)):
            named = found
        elif not _is_filler(word, words[at - 1] if at else "", at):
            return None
    if named is None or not 1 <= len(numbers) <= 2:
        return None
    if len(numbers) == 1:
        alone = numbers[0]
        return (alone, named, 0) if alone > 999 else (None, named, alone)
    number, year = sorted(numbers) if max(numbers) > 31 else numbers
    if year < 100:
        year += 2000 if year < 70 else 1900
    return year, named, number


def _is_filler(word: str, before: str, at: int) -> bool:
    said = word.casefold()
    is_ordinal = before.isdigit() and said in _ORDINALS
    is_weekday = at == 0 and len(said) >= 2  # Tuesday, 5 March
    return is_ordinal or said in FILLERS or is_weekday


def _date(year: int | None, month_: int, number: int) -> date | None:
    try:
        return date(year or 0, month_, number)
    except ValueError:
        return None
