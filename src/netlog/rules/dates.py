"""Days in words: a closed English grammar in, short English out; nothing else is guessed at.

Pure: `today` is an argument, the clock is never read, month names never follow the locale.

    2026-11-20        2026/11/20   20.11.2026   2026-W47-5   20-nov-2026   friday, 20 nov 2026
                      20.11.26
                      20261120   20/11 and 11/20, where one order alone is a day
    today             yesterday   tomorrow   last night   this morning   tonight   just now
                      the day before yesterday   the day after tomorrow   friday evening
    3d  2w  6m  1y    also `3 days`, `a week`, `two weeks ago`, `in 2 weeks`, `a fortnight`,
                      `a couple of days`, `half a year`, `2w3d`, `6 mths`; m is months
    a week from friday   also `two days before friday`, `a week after the 20th`
    friday  fri       past: today or the last one before; future: the next one after today
    last fri          strictly before today; `friday before last` a week earlier
    next fri          strictly after today
    friday two weeks ago   in its week; also `two fridays ago`, `friday in two weeks`
    friday last week  also `this week`, `next week`; `this friday`; `last weekend` is its Saturday
    last week         one week, month or year before today; `next` after; `week before last`
    the 20th          past: today or the last one before; future: today or the next one after;
                      `the 20th of last month`, `the first of december`
    first monday of november   also `last friday of the month`, `second monday of next month`
    end of month      also start and middle, of a week, quarter, year, of november, of next month
    12 nov  nov 12    also `12.11.`, `Nov. 12`; past: today or before; future: today or after
    12 nov 2025       also `nov 12, 2025`, `12th november 2025`, `the 12th of november`

Looking to the past, what is tomorrow is taken (it is so already somewhere), and a day without its
year that is nearer ahead than behind is the one ahead, for the command to refuse: nothing is put
into last year. `behind` looks back without either. A command's direction settles the bare forms
only: `tomorrow`, `3 days ago`, `in 2 weeks` and whole dates are the day that was said.
"""

from collections.abc import Callable
from datetime import date, timedelta

from netlog.errors import Refused, StillToCome, UsageMistake
from netlog.rules.months import add_months, clamped
from netlog.typed import TYPE_CHECKING
from netlog.wording import WEEKDAYS, long_day, quoted, said_birthday

if TYPE_CHECKING:
    from netlog.rules.figures import Direction

__all__ = ["add_months"]

# What has happened may be dated so: somewhere it is tomorrow already.
MOST_DAYS_AHEAD = timedelta(days=1)
FIRST_YEAR = 1900
# Of one word, for whoever misspells it.
DAYS = ("yesterday", "today", "tomorrow", "tonight", *(day.lower() for day in WEEKDAYS))
LONGEST_AHEAD = 100


def parse_date(text: str, today: date, direction: "Direction") -> date:
    """The day `text` names, read on `today` by a command that looks in `direction`.

    Raises UsageMistake for anything outside the grammar above, Refused for a year that nobody
    meant: before 1900, or over a hundred years ahead.
    """
    try:
        day = _read(text, today, direction)
    except (ValueError, OverflowError) as error:
        examples = {
            "past": f'{_near(today, -3)}, yesterday or "3 days ago"',
            "behind": f"{_near(today, -3)}, yesterday or 6m",
            "future": f'{_near(today, 3)}, friday or "in 2 weeks"',
        }[direction]
        raise _unread("date", text, error, examples, today, direction) from None
    return _of_our_times(text, day, today)


def is_date(text: str, today: date, direction: "Direction") -> bool:
    """Whether `parse_date` reads the text, or refuses its year, which nobody meant."""
    try:
        _read(text, today, direction)
    except (ValueError, OverflowError):
        return False
    return True


def parse_happened(text: str, today: date, instead: Callable[[str], str] | None = None) -> date:
    """The day on which something happened, tomorrow at the latest.

    instead is the command for what happens on a day to come. Raises UsageMistake for what cannot be
    read, StillToCome for a day that is nowhere yet.
    """
    day = parse_date(text, today, "past")
    if day > today + MOST_DAYS_AHEAD:
        then = instead(day.isoformat()) if instead else "say the day on which it happened."
        raise StillToCome(f"{long_day(day)} is still to come: {then}")
    return day


def happened_on(text: str | None, today: date, instead: Callable[[str], str] | None = None) -> date:
    """The day that was typed, as `parse_happened` reads it; today where none was."""
    return today if text is None else parse_happened(text, today, instead)


def parse_duration(text: str, today: date) -> date:
    """The day a wait of `text` ends, always after `today`; the grammar of dates to come.

    Raises UsageMistake for what cannot be read and for a day that is not after today.
    """
    examples = f'3d, "2 weeks" or {_near(today, 3)}'
    try:
        end = _read(text, today, "future")
    except (ValueError, OverflowError) as error:
        raise _unread("duration", text, error, examples, today, "future") from None
    if end <= today:
        raise UsageMistake(f"The duration {quoted(text)} does not end after today: try {examples}.")
    return _of_our_times(text, end, today)


def _read(text: str, today: date, direction: "Direction") -> date:
    # Imported here: whoever only looks reads no phrase.
    from netlog.rules import figures, phrases

    return phrases.read_day(figures.split_words(text), today, direction)


def _unread(
    what: str, text: str, error: Exception, examples: str, today: date, direction: "Direction"
) -> UsageMistake:
    """What cannot be read; an Unclear one says why in its message."""
    from netlog.rules import unread
    from netlog.rules.figures import Unclear, split_words

    words = split_words(text)
    if words and words[-1].isdecimal() and len(words[-1]) <= 3 and words[:-1] in ([], ["in"]):
        return of_what(words[-1])
    said = f"Cannot read the {what} {quoted(text)}"
    near = unread.meant(words, lambda mended: _read(mended, today, direction))
    if near:
        return UsageMistake(f"{said}.", advice=f"Did you mean {near}?")
    if isinstance(error, Unclear):
        return UsageMistake(f"{said}: {error}.")
    why = unread.no_end(words) if what == "duration" else None
    return UsageMistake(f"{said}: {why or unread.no_day(words) or f'try {examples}'}.")


def of_what(text: str, option: str = "") -> UsageMistake:
    """The mistake for a number that does not say of what; option is what it was given to."""
    number = text.strip()
    return UsageMistake(f"{number} what?", advice=f"{option}{number}d, 2w or 1m.")


def _of_our_times(text: str, day: date, today: date) -> date:
    if day.year < FIRST_YEAR and today.year >= FIRST_YEAR:
        raise Refused(f"{quoted(text)} is in the year {day.year}, which nobody meant.")
    if day.year > today.year + LONGEST_AHEAD:
        raise Refused(f"{quoted(text)} is in the year {day.year}, over a hundred years from now.")
    return day


def parse_birthday(text: str) -> str:
    """YYYY-MM-DD; --MM-DD without a year; YYYY-MM, --MM, YYYY or 199X where no more is known.

    Reads those, `12 nov`, `nov 12, 1990`, `26.11.1990`, `26.11.`, `11-26`, `may 1990`, `may` and
    `1990s`. Raises UsageMistake for anything else, Refused for a year before 1900.
    """
    try:
        return parse_yearly(text, "birthday")
    except ValueError:
        short = ", whose year needs four digits" if _lacks_century(text) else ""
        raise UsageMistake(
            f'Cannot read the birthday {quoted(text)}{short}: try 1990-11-12, --11-12, "12 nov", '
            "1990-11, 1990 or 199X."
        ) from None


def _lacks_century(text: str) -> bool:
    """Whether that is a birthday but for the century of its year: 15.5.90, or 15 may '90."""
    from netlog.rules import birthdays

    day, year = text.strip()[:-2], text.strip()[-2:]
    if not (year.isdecimal() and day[-1:] in (".", "/", "-", " ", "'")):
        return False
    begun = day.rstrip("'")
    try:
        return len(birthdays.read(f"{begun}19{year}")) == len("1990-05-15")
    except ValueError:
        return False


def parse_yearly(text: str, label: str) -> str:
    """Like `parse_birthday`, of a day that is called so; raises ValueError for anything else.

    UsageMistake is for what may be two days alone.
    """
    from netlog.rules import birthdays
    from netlog.rules.figures import Unclear

    try:
        birthday = birthdays.read(text)
    except Unclear as error:
        raise UsageMistake(f"Cannot read the {label} {quoted(text)}: {error}.") from None
    if birthday[:2] != "--" and int(birthday[:3]) * 10 < FIRST_YEAR:
        raise Refused(f"{quoted(text)} is in the year {birthday[:4]}, which nobody meant.")
    return birthday


def parse_past_birthday(text: str, today: date) -> str:
    """Like `parse_birthday`; raises UsageMistake also for a day that is still to come."""
    birthday = parse_birthday(text)
    if birthday.replace("X", "0") > today.isoformat():
        raise UsageMistake(f"The birthday, {said_birthday(birthday)}, is still to come.")
    return birthday


def is_whole(birthday: str) -> bool:
    """Whether a parse_birthday result names a day, and not a month, a year or a decade alone."""
    return len(birthday) == (7 if birthday.startswith("--") else 10)


def is_fuller(birthday: str, other: str) -> bool:
    """Whether one birthday says all that the other does, and more: 1990-05-12, 1990-05, 199X."""
    year, day = _year_and_rest(birthday)
    others_year, others_day = _year_and_rest(other)
    return (
        birthday != other
        and day.startswith(others_day)
        and (not others_year or year == others_year or year[:3] + "X" == others_year)
    )


def _year_and_rest(birthday: str) -> tuple[str, str]:
    """'1990' and '-05-12'; the year is empty where it is not known."""
    return ("", birthday[1:]) if birthday.startswith("--") else (birthday[:4], birthday[4:])


def next_birthday(birthday: str, today: date) -> date:
    """The next day, today or later, on which a whole parse_birthday result is kept.

    29 February is kept on the 28th in common years. Raises ValueError past the year 9999.
    """
    month, day = int(birthday[-5:-3]), int(birthday[-2:])
    this_year = clamped(today.year, month, day)
    return this_year if this_year >= today else clamped(today.year + 1, month, day)


def _near(today: date, days: int) -> date:
    ordinal = today.toordinal() + days
    return date.fromordinal(max(1, min(ordinal, date.max.toordinal())))
