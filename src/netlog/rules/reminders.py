"""Reminders: the day that was asked for, and why, as `log --next` takes them."""

from datetime import date

from netlog.errors import UsageMistake
from netlog.rules import dates

# What may stand between a day and its reason: "in 2 weeks: send the slides".
BETWEEN = (":", ",", " to ", " - ", " -- ")


def read(text: str, today: date) -> tuple[date, str | None]:
    """The day, and the reason that was said with it, if one was.

    Raises UsageMistake for what is no day to come.
    """
    try:
        return dates.parse_duration(text, today), None
    except UsageMistake as mistake:
        for between in BETWEEN:
            day, _, why = text.partition(between)
            if why.strip():
                try:
                    return dates.parse_duration(day.strip(), today), why
                except UsageMistake:
                    continue
        raise mistake
