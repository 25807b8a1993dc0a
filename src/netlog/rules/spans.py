"""Days that begin and end something: a week, a month or a year stands for its first or last one."""

from datetime import date, timedelta

from netlog.errors import UsageMistake
from netlog.later import pattern
from netlog.rules.dates import parse_date
from netlog.typed import Literal
from netlog.wording import MONTHS

Edge = Literal["start", "end"]
_WEEK = pattern(r"(?:((?:19|2\d)\d\d)[ -]?)?w(?:eek)? ?(\d{1,2})")
_MONTH = pattern(r"(\d{4})-(\d{1,2})")
_A_WEEK = timedelta(days=7)
_A_DAY = timedelta(days=1)


def week(text: str, today: date) -> date | None:
    """The Monday of a week, as `2026-W48`, `w48`, `week 48` or `this week`; None of all else.

    Without its year it is the last one that has begun. Raises UsageMistake for a week that the year
    has not.
    """
    said = " ".join(text.casefold().split())
    if said == "this week":
        return today - today.weekday() * _A_DAY
    found = _WEEK.fullmatch(said)
    if not found:
        return None
    this = today.isocalendar().year
    years = [int(found[1])] if found[1] else [this, this - 1]
    mondays = [_begins(one, int(found[2])) for one in years]
    begun = next((one for one in mondays if one and one <= today), mondays[0])
    if begun is None:
        raise UsageMistake(f"{years[0]} has no week {int(found[2])}.")
    return begun


def edge(text: str, today: date, which: Edge) -> date:
    """The day that is named, or the first or last day of the week, the month or the year that is.

    A month is `2026-11` or `november`; `last week` and `last month` are whole ones. Raises
    UsageMistake and Refused as `parse_date` does.
    """
    if monday := week(text, today):
        return monday if which == "start" else monday + _A_WEEK - _A_DAY
    first, last = _whole(text.strip(), today) or _day(text, today)
    return first if which == "start" else last


def until_today(text: str, today: date) -> date | None:
    """The first day of so much time up to today, as `2w` or `last 3 days`; None of all else."""
    from netlog.rules.amounts import is_amount
    from netlog.rules.figures import split_words

    words = [word for word in split_words(text) if word != "the"]
    if words[:1] in (["last"], ["past"]):
        words = words[1:]
    return parse_date(" ".join(words), today, "past") if is_amount(words) else None


def _whole(said: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of a month, a year or what else is longer than a day."""
    if (found := _MONTH.fullmatch(said)) and 1 <= int(found[2]) <= 12:
        said = f"{MONTHS[int(found[2]) - 1].lower()} {found[1]}"
    try:
        first = parse_date(f"start of {said}", today, "past")
        last = parse_date(f"end of {said}", today, "past")
        if last < first:  # of a month that is not over yet it was the one a year ago
            last = parse_date(f"end of {said}", first, "future")
    except UsageMistake:
        return None
    return first, last


def _day(text: str, today: date) -> tuple[date, date]:
    """The day that is named, on both sides; a weekend begins on its Saturday."""
    day = parse_date(text, today, "past")
    return day, day + _A_DAY if text.casefold().split()[-1:] == ["weekend"] else day


def _begins(year: int, number: int) -> date | None:
    try:
        return date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
