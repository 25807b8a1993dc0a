"""How often to be in touch: cadences in words, as days.

Pure: values in, values out. A month is 30 days and a year 365, so that a cadence is one number.
"""

from datetime import date

from netlog.errors import UsageMistake
from netlog.rules.dates import of_what, parse_date
from netlog.wording import DAYS_IN, NEVER, quoted

LONGEST_CADENCE = 3650
INHERIT = "inherit"
EXAMPLES = 'weekly, "every 6 weeks" or never'

_NAMED = {
    "never": NEVER,
    "daily": 1,
    "weekly": 7,
    "biweekly": 14,
    "bi-weekly": 14,
    "fortnightly": 14,
    "monthly": 30,
    "quarterly": 90,
    **dict.fromkeys(("semimonthly", "semi-monthly"), 15),
    **dict.fromkeys(("half-yearly", "half yearly", "halfyearly", "every half year"), 180),
    **dict.fromkeys(("half a year", "every half a year", "half year", "a half year"), 180),
    **dict.fromkeys(("semiannually", "semi-annually", "semiannual", "semi-annual"), 180),
    **dict.fromkeys(("yearly", "annually", "annual"), 365),
    **dict.fromkeys(("biennially", "biennial"), 730),
    "everyday": 1,
}
_NO = ("none", "off", "no", "0", "stop")
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
    try:
        days = _in_days(words)
    except ValueError:
        raise _unread(text, words) from None
    if not 1 <= days <= LONGEST_CADENCE and text.strip() not in _NO:
        raise UsageMistake(
            f"The cadence {quoted(text)} is not 1 to {LONGEST_CADENCE} days: try {EXAMPLES}."
        )
    if not days:
        raise _unread(text, words)
    return days


def _unread(text: str, words: list[str]) -> UsageMistake:
    """What is no cadence, and what to say instead."""
    from netlog.rules import unread

    said = f"Cannot read the cadence {quoted(text)}"
    if " ".join(words) in _NO:
        return UsageMistake(f"{said}.", advice="Did you mean never?")
    if words in (["default"], ["reset"], ["auto"]):
        return UsageMistake(f"{said}.", advice=f"Did you mean {INHERIT}?")
    if words and words[-1].isdecimal() and words[:-1] in ([], ["every"]):
        return of_what(words[-1])
    reason = unread.no_cadence(words)
    near = None if reason else unread.meant(words, parse_quietly, cadence=True)
    if near:
        return UsageMistake(f"{said}.", advice=f"Did you mean {near}?")
    return UsageMistake(f"{said}: {reason or f'try {EXAMPLES}'}.")


def parse_quietly(text: str) -> int:
    """Like `parse_cadence`; raises ValueError for what is none."""
    from netlog.rules.figures import split_words

    words = split_words(text)
    named = _NAMED.get(" ".join(words))
    return _in_days(words) if named is None else named


def _in_days(words: list[str]) -> int:
    """Raises ValueError for what is no cadence."""
    from netlog.rules.amounts import read_amount

    match words:
        case ["once", "every" | "each" | "in", *amount] | ["on", *amount]:
            return _in_days(["every", *amount] if words[0] == "once" else amount)
        case [times, "a" | "per" as a, name] if times[:-1].isdigit() and times.endswith("x"):
            return _in_days([times[:-1], "times", a, name])
        case [each, "couple", "of", name] if each in _EVERY:
            return _in_days([each, "2", name])
        case [often, "a" | "per" | "every" | "each", name] if often in _A_TIME:
            return _parted(_span(name), _A_TIME[often])
        case [times, "times", "a" | "per" | "every" | "each", name]:
            number, _ = read_amount([times, "days"])
            return _parted(_span(name), max(1, number))
        case ["once" | "twice" | "thrice" as often, adverb] if adverb in _NAMED:
            return _parted(_NAMED[adverb], _A_TIME[often])
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


def _parted(days: int, times: int) -> int:
    """So often in that span: twice a year is every 6 months, which are 180 days, as half-yearly."""
    if days == DAYS_IN["year"] and times > 1 and not 12 % times:
        return 12 // times * DAYS_IN["month"]
    return days // times


def _span(name: str) -> int:
    """The days of one day, week, fortnight, month, quarter or year; a weekday comes every 7."""
    from netlog.rules.amounts import read_amount

    if _is_weekday(name):
        return 7
    if name.endswith("s") or len(name) == 1:
        raise ValueError
    number, unit = read_amount(["1", name])
    return number * DAYS_IN[unit]


def _is_weekday(name: str) -> bool:
    from netlog.rules.phrases import weekday

    return (
        name in ("weekend", "weekends")
        or weekday(name) is not None
        or (len(name) > 5 and weekday(name.removesuffix("s")) is not None)
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


def is_cadence(text: str) -> bool:
    """Whether `parse_own_cadence` reads it."""
    try:
        parse_own_cadence(text)
    except UsageMistake:
        return False
    return True


def parse_within(text: str, today: date) -> int:
    """How many days ahead to look: 0d, 7d, 2w, "3 months"; raises UsageMistake."""
    if text.isascii() and text.strip().isdecimal():
        raise of_what(text, "--within ")
    until = parse_date(text, today, "future")
    if until < today:
        raise UsageMistake(f"{quoted(text)} lies behind: look ahead by 7d, 2w or 1m.")
    return (until - today).days
