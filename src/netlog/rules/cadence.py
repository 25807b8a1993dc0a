"""How often to be in touch: cadences in words, as days.

Pure: values in, values out. A month is 30 days and a year 365, so that a cadence is one number.
"""

from datetime import date

from netlog.errors import UsageMistake
from netlog.rules.dates import parse_date, read_amount, split_words
from netlog.wording import DAYS_IN, NEVER, quoted

LONGEST_CADENCE = 3650
INHERIT = "inherit"

_NAMED = {
    "never": NEVER,
    "daily": 1,
    "weekly": 7,
    "biweekly": 14,
    "fortnightly": 14,
    "monthly": 30,
    "quarterly": 90,
    "yearly": 365,
    "annually": 365,
    "every day": 1,
    "every week": 7,
    "every month": 30,
    "every quarter": 90,
    "every year": 365,
}


def parse_cadence(text: str) -> int:
    """A cadence in days, 1 to 3650, or 0 for never.

    Reads `weekly` and its like, `every month`, `every 6 weeks`, `6 weeks` and `6w`; m is months.
    Raises UsageMistake for anything else.
    """
    words = split_words(text)
    named = _NAMED.get(" ".join(words))
    if named is not None:
        return named
    examples = 'weekly, "every 6 weeks" or never'
    try:
        number, unit = read_amount(words[1:] if words[:1] == ["every"] else words)
    except ValueError:
        raise UsageMistake(f"Cannot read the cadence {quoted(text)}: try {examples}.") from None
    days = number * DAYS_IN[unit]
    if not 1 <= days <= LONGEST_CADENCE:
        raise UsageMistake(
            f"The cadence {quoted(text)} is not 1 to {LONGEST_CADENCE} days: try {examples}."
        )
    return days


def parse_own_cadence(text: str) -> int | None:
    """Like `parse_cadence`; None for `inherit`, which leaves it to the rules."""
    return None if text.strip().lower() == INHERIT else parse_cadence(text)


def parse_within(text: str, today: date) -> int:
    """How many days ahead to look: 0d, 7d, 2w, "3 months"; raises UsageMistake."""
    until = parse_date(text, today, "future")
    if until < today:
        raise UsageMistake(f"{quoted(text)} lies behind: look ahead by 7d, 2w or 1m.")
    return (until - today).days
