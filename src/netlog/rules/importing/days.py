"""Days of a file as the book takes them; what is none becomes a field, as it was written."""

import re
from collections.abc import Iterable
from datetime import date

from netlog.folding import fold
from netlog.records.contacts import NewDate
from netlog.rules import yearly
from netlog.rules.dates import MOST_DAYS_AHEAD
from netlog.rules.importing.texts import line

_BIRTHDAY = re.compile(r"(\d{4}|-)-(\d\d)-(\d\d)", re.ASCII)
_PARTIAL = re.compile(r"(\d{4}|-)-(0[1-9]|1[0-2])|(?!0000)\d{4}|\d{3}X", re.ASCII)
_LEAP_YEAR = 2000

# What is kept of a contact beside its columns: labels and words.
Fields = list[tuple[str, str]]


def birthday(text: str | None, today: date, extra: Fields) -> str | None:
    """As a contact holds it, down to a decade alone; what is no day so far becomes a field."""
    said = line(text)
    if not said:
        return None
    if _PARTIAL.fullmatch(said) and said.replace("X", "0") <= today.isoformat():
        return said
    found = _BIRTHDAY.fullmatch(said)
    if found:
        year, month, day = found.groups()
        try:
            born = date(_LEAP_YEAR if year == "-" else int(year), int(month), int(day))
        except ValueError:
            born = date.max
        if born <= today or (year == "-" and born != date.max):
            return said
    extra.append(("birthday", said))
    return None


def every_year(
    born: str | None, said: Iterable[NewDate], today: date, extra: Fields
) -> tuple[str | None, tuple[NewDate, ...]]:
    """The birthday, and the other yearly days, one a label.

    What is no day so far becomes a field, and so does a second birthday.
    """
    found: dict[str, NewDate] = {}
    for one in said:
        label = line(one.label) or "date"
        is_day = _is_day(one.on) and not yearly.is_to_come(one.on, today)
        if is_day and fold(label) not in found:
            found[fold(label)] = one._replace(label=label)
        elif not is_day or found[fold(label)].on != one.on:
            extra.append((label, one.on))
    born, others, second = yearly.parted(born, found.values())
    if second:
        extra.append((second.label, second.on))
    return born, others


def _is_day(said: str) -> bool:
    found = _BIRTHDAY.fullmatch(said)
    if not found:
        return False
    year, month, day = found.groups()
    try:
        date(_LEAP_YEAR if year == "-" else int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def past(day: date | None, today: date, extra: Fields) -> date | None:
    if day and day > today and day - MOST_DAYS_AHEAD > today:
        extra.append(("met on", day.isoformat()))
        return None
    return day
