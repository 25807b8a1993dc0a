"""Why words are no day and no cadence, and what to say instead: for whoever typed them.

Pure words; a reason goes on after a colon, and never names a day that was not meant.
"""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches

from netlog.rules.figures import DIGITS, MONTH_OF
from netlog.typed import Final
from netlog.wording import MONTHS, WEEKDAYS

NEAR: Final = 0.8
_TIME: Final = re.compile(r"\d{1,2}(?::\d\d(?::\d\d)?(?:am|pm)?|am|pm)|noon|midnight|o'clock")
_STAMP: Final = re.compile(r"(\d{4}-?\d\d-?\d\d)t\d\d.*")
_WEEK: Final = re.compile(r"(?:\d{4}-?)?k?w\d{1,2}")
_MONTH: Final = re.compile(r"(\d{4})[-/](\d{1,2})|(\d{1,2})[-/](\d{4})")
_LESS_THAN_A_DAY: Final = frozenset(
    {"h", "hr", "hrs", "hour", "hours", "min", "mins", "minute", "minutes"}
)
_OFFICE: Final = frozenset({"working", "business"})
_OF_A_MONTH: Final = frozenset(
    {"in", "last", "next", "this", "early", "late", "during", "of", "the"}
)
_DAY_WORDS: Final = (
    *("yesterday", "today", "tomorrow", "tonight"),
    *(day.lower() for day in WEEKDAYS),
    *(month.lower() for month in MONTHS),
    *("day", "days", "week", "weeks", "month", "months", "year", "years", "fortnight", "quarter"),
    *("ago", "next", "last", "this", "before", "after", "from", "weekend", "morning", "evening"),
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
)
_CADENCE_WORDS: Final = (
    *("daily", "weekly", "biweekly", "fortnightly", "monthly", "quarterly", "half-yearly"),
    *("yearly", "annually", "never", "every", "other", "twice", "once", "times"),
    *(word for word in _DAY_WORDS if word not in ("ago", "before", "after", "from")),
)


def no_end(words: list[str]) -> str | None:
    """What to type for a span without an end; None for one that has one."""
    endless = words in (["forever"], ["never"], ["always"], ["indefinitely"])
    return "for good is netlog every WHO never" if endless else None


def no_day(words: list[str]) -> str | None:
    """Why the words are no day: 'january is a month: try "start of january"'; None when unsaid."""
    words = words[1:] if words[:1] in (["on"], ["by"], ["until"], ["till"]) else words
    if any(word.lstrip(DIGITS) in _LESS_THAN_A_DAY for word in words):
        return "netlog counts in days, 1d at the least"
    if not _OFFICE.isdisjoint(words):
        return 'netlog counts every day, weekends too: try 3d or "1 week"'
    if stamp := _STAMP.fullmatch(words[0] if words else ""):
        return f"a day has no time here: try {stamp[1]}"
    if any(map(_TIME.fullmatch, words)):
        return f"a day has no time here: try {_typed(_without_time(words))}"
    return _longer(words)


def _without_time(words: list[str]) -> list[str]:
    return [word for word in words if not _TIME.fullmatch(word) and word != "at"] or ["today"]


def _longer(words: list[str]) -> str | None:
    """Of a week, a month or a year, which has more than one day."""
    rest = [word for word in words if word not in _OF_A_MONTH and not re.fullmatch(r"\d{4}", word)]
    year = next((word for word in words if re.fullmatch(r"\d{4}", word)), "")
    if len(rest) == 1 and rest[0] in MONTH_OF:
        month = f"{MONTHS[MONTH_OF[rest[0]] - 1].lower()} {year}".strip()
        return f'that is a month: try "start of {month}" or "end of {month}"'
    if len(words) == 1 and (found := _MONTH.fullmatch(words[0])):
        number = int(found[2] or found[3])
        if 1 <= number <= 12:
            month = f"{MONTHS[number - 1].lower()} {found[1] or found[4]}"
            return f'that is a month: try "start of {month}" or "end of {month}"'
    if words == [year] and "1900" <= year <= "2199":
        return f'that is a year: try "start of {year}" or "end of {year}"'
    if words in (["this", "week"], ["earlier", "this", "week"], ["later", "this", "week"]) or (
        words and _WEEK.fullmatch("".join(words).replace("week", "w"))
    ):
        return 'that is a week: try "friday this week" or 2026-W48-5'
    if words in (["weekend"], ["the", "weekend"]):
        return 'try "this weekend" or "last weekend"'
    return None


def no_cadence(words: list[str]) -> str | None:
    """Why the words are no cadence, and what to say instead; None when nothing is known."""
    if not words:
        return None
    last = words[-1].removesuffix("s")
    if words[0] in ("bimonthly", "bi-monthly"):
        return 'say "every 2 months" or "twice a month"'
    if last in ("biannual", "biannually", "bi-annual", "bi-annually"):
        return 'say "every 2 years" or "twice a year"'
    if last in ("weekday", "workday"):
        return 'netlog counts every day, weekends too: try daily or "twice a week"'
    if last in ("hour", "hourly", "minute", "h"):
        return "daily is the most often"
    weekdays = [word for word in words if word.removesuffix("s") in _WEEKDAY_NAMES]
    if len(weekdays) > 1:
        return f'netlog counts days, whatever the weekday: try "{_times(len(weekdays))} a week"'
    if weekdays and last == "month":
        return "netlog counts days, whatever the weekday: try monthly"
    return None


_WEEKDAY_NAMES: Final = frozenset(
    name for day in WEEKDAYS for name in (day.lower(), day[:3].lower())
)


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"


def meant(words: list[str], reads: Callable[[str], object], *, cadence: bool = False) -> str | None:
    """The words as one types them without their slips, where that can be read; else None."""
    known = _CADENCE_WORDS if cadence else _DAY_WORDS
    mended = [_mended(word, known) for word in words]
    said = " ".join(mended).replace(" ,", ",")
    if mended == words:
        return None
    try:
        reads(said)
    except (ValueError, OverflowError):
        return None
    return _typed(mended)


def _mended(word: str, known: Iterable[str]) -> str:
    """The known word that was meant, or the word itself; figures stay."""
    number = word[: len(word) - len(word.lstrip(DIGITS))]
    letters = word.removeprefix(number)
    choices = list(known)
    if len(letters) < 3 or letters in choices:
        return word
    near = get_close_matches(letters, choices, n=1, cutoff=NEAR)
    return f"{number}{near[0]}" if near else word


def _typed(words: list[str]) -> str:
    said = " ".join(words).replace(" ,", ",")
    return f'"{said}"' if " " in said else said
