"""Spans as people say them: 3d, two weeks, 2w3d, half a year; and the day that lies so far off.

Pure words and arithmetic.
"""

import re
from datetime import date, timedelta

from netlog.rules.figures import DIGITS, whole_number
from netlog.rules.months import add_months
from netlog.rules.spoken import NUMBER_OF
from netlog.typed import Final, Literal

Unit = Literal["day", "week", "month", "year"]

_UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
UNIT_OF: Final[dict[str, tuple[int, Unit]]] = {
    said: (1, unit) for unit in _UNITS for said in (unit[0], unit, f"{unit}s")
} | {
    "wk": (1, "week"), "wks": (1, "week"),
    "mo": (1, "month"), "mos": (1, "month"), "mth": (1, "month"), "mths": (1, "month"),
    "yr": (1, "year"), "yrs": (1, "year"),
    "fortnight": (2, "week"), "fortnights": (2, "week"),
    "quarter": (3, "month"), "quarters": (3, "month"),
}  # fmt: skip
_RUN_TOGETHER: Final = re.compile(r"(?:\d{1,4}[a-z]+){2,}")
# What is said of a span without a number of it.
_SAID: Final = {
    ("half", "a", "year"): ["6", "months"],
    ("half", "an", "year"): ["6", "months"],
    ("half", "year"): ["6", "months"],
    ("a", "half", "year"): ["6", "months"],
}


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
    if said not in UNIT_OF:
        raise ValueError
    times, unit = UNIT_OF[said]
    return (NUMBER_OF.get(number) or whole_number(number, 4)) * times, unit


def is_amount(words: list[str]) -> bool:
    """Whether the words are a span."""
    try:
        _parts(words)
    except ValueError:
        return False
    return True


def moved(start: date, words: list[str], *, forward: bool) -> date:
    """The day that the span leads to; raises ValueError where the words are none."""
    for number, unit in _parts(words):
        signed = number if forward else -number
        match unit:
            case "day":
                start += timedelta(days=signed)
            case "week":
                start += timedelta(weeks=signed)
            case "month":
                start = add_months(start, signed)
            case "year":
                start = add_months(start, signed * 12)
    return start


def weeks(words: list[str]) -> int:
    """How many whole weeks the words are; raises ValueError where they are no weeks."""
    ((number, unit),) = _parts(words)
    if unit != "week":
        raise ValueError
    return number


def _parts(words: list[str]) -> list[tuple[int, Unit]]:
    """The amounts of a span, one after the other: two of "2 weeks and 3 days"."""
    words = _SAID.get(tuple(words), [word.rstrip("'") for word in words])
    if len(words) == 1 and _RUN_TOGETHER.fullmatch(words[0]):
        return [read_amount([one]) for one in re.findall(r"\d+[a-z]+", words[0])]
    for at in range(1, len(words)):
        if words[at] in ("and", ","):
            return [*_parts(words[:at]), *_parts(words[at + 1 :])]
    if len(words) == 4 and words[0][0].isdigit():
        return [*_parts(words[:2]), *_parts(words[2:])]
    match words:
        case ["a", "couple", name] | ["couple", name]:
            words = ["2", name]
        case ["a" | "an", name]:
            words = ["1", name]
    return [read_amount(words)]
