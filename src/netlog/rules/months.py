"""The arithmetic of months, which are of unequal length."""

from datetime import date


def add_months(day: date, months: int) -> date:
    """`day` moved by `months`, either way, kept inside a shorter month: 31 Jan + 1 = 28 Feb.

    Raises ValueError or OverflowError outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return clamped(year, month + 1, day.day)


def clamped(year: int, month: int, day: int) -> date:
    """That day, or the last of a shorter month."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    longest = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return date(year, month, min(day, longest))
