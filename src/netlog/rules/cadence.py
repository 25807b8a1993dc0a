"""How often to be in touch: cadences in words, as days.

Pure: values in, values out. A month is 30 days and a year 365, so that a cadence is one number.
"""

from datetime import date

from netlog.errors import UsageMistake
from netlog.rules.dates import of_what, parse_date
from netlog.wording import DAYS_IN, NEVER, quoted

LONGEST_CADENCE = 3650
INHERIT = "inherit"

_NAMED = {
    "never": NEVER,
    "daily": 1,
    "weekly": 7,
    "biweekly": 14,
    "bi-weekly": 14,
    "fortnightly": 14,
    "monthly": 30,
    "quarterly": 90,
    "half-yearly": 180,
    "half yearly": 180,
    "semiannually": 180,
    "semi-annually": 180,
    "every half year": 180,
    "yearly": 365,
    "annually": 365,
}
_A_TIME = {"once": 1, "twice": 2, "thrice": 3}
_EVERY = ("every", "each")


def parse_cadence(text: str) -> int:
    """A cadence in days, 1 to 3650, or 0 for never.

    Reads `weekly` and its like, `every month`, `every 6 weeks`, `6 weeks` and `6w` (m is months),
    `every other week`, `every third month`, `twice a month`, and `every monday`, which is every 7
    days. Raises UsageMistake for anything else.
    """
    from netlog.rules.figures import split_words

    words = split_words(text)
    named = _NAMED.get(" ".join(words))
    if named is not None:
        return named
    examples = 'weekly, "every 6 weeks" or never'
    try:
        days = _in_days(words)
    except ValueError:
        if text.isascii() and text.strip().isdecimal():
            raise of_what(text) from None
        raise UsageMistake(f"Cannot read the cadence {quoted(text)}: try {examples}.") from None
    if not 1 <= days <= LONGEST_CADENCE:
        raise UsageMistake(
            f"The cadence {quoted(text)} is not 1 to {LONGEST_CADENCE} days: try {examples}."
        )
    return days


def _in_days(words: list[str]) -> int:
    """Raises ValueError for what is no cadence."""
    from netlog.rules.phrases import read_amount

    match words:
        case ["once", "every" | "each" | "in", *amount] | ["on", *amount]:
            return _in_days(["every", *amount] if words[0] == "once" else amount)
        case [times, "a" | "per" as a, name] if times[:-1].isdigit() and times.endswith("x"):
            return _in_days([times[:-1], "times", a, name])
        case [each, "couple", "of", name] if each in _EVERY:
            return _in_days([each, "2", name])
        case [often, "a" | "per" | "every" | "each", name] if often in _A_TIME:
            return _span(name) // _A_TIME[often]
        case [times, "times", "a" | "per" | "every" | "each", name]:
            number, _ = read_amount([times, "days"])
            return _span(name) // max(1, number)
        case ["once" | "twice" | "thrice" as often, adverb] if adverb in _NAMED:
            return _NAMED[adverb] // _A_TIME[often]
        case [each, "other" | "second" | "2nd", name] if each in _EVERY:
            return 2 * _span(name)
        case [each, "third" | "3rd", name] if each in _EVERY:
            return 3 * _span(name)
        case [each, name] if each in _EVERY and not name[0].isdigit():
            return _span(name)
        case [name] if name.endswith("s") and _is_weekday(name):
            return 7
        case [each, *amount] if each in _EVERY:
            words = amount
    number, unit = read_amount(words)
    return number * DAYS_IN[unit]


def _span(name: str) -> int:
    """The days of one day, week, fortnight, month, quarter or year; a weekday comes every 7."""
    from netlog.rules.phrases import read_amount

    if _is_weekday(name):
        return 7
    if name.endswith("s") or len(name) == 1:
        raise ValueError
    number, unit = read_amount(["1", name])
    return number * DAYS_IN[unit]


def _is_weekday(name: str) -> bool:
    from netlog.rules.phrases import weekday

    return weekday(name) is not None or (
        len(name) > 5 and weekday(name.removesuffix("s")) is not None
    )


def remark(text: str) -> str | None:
    """What a cadence cannot keep of the words that were typed; None when it keeps them all."""
    from netlog.rules.figures import split_words

    if not any(map(_is_weekday, split_words(text))):
        return None
    days = parse_cadence(text)
    return f"That is every {days} days, whatever the weekday."


def parse_own_cadence(text: str) -> int | None:
    """Like `parse_cadence`; None for `inherit`, which leaves it to the rules."""
    return None if text.strip().lower() == INHERIT else parse_cadence(text)


def parse_within(text: str, today: date) -> int:
    """How many days ahead to look: 0d, 7d, 2w, "3 months"; raises UsageMistake."""
    if text.isascii() and text.strip().isdecimal():
        raise of_what(text, "--within ")
    until = parse_date(text, today, "future")
    if until < today:
        raise UsageMistake(f"{quoted(text)} lies behind: look ahead by 7d, 2w or 1m.")
    return (until - today).days
