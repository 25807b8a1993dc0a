"""Options that are repeated, with a name before an =: yearly days and fields of one's own."""

from collections.abc import Iterable, Sequence
from datetime import date

from netlog.errors import Refused, UsageMistake
from netlog.folding import fold
from netlog.records.contacts import NewDate
from netlog.rules import fields, patch_lists, yearly
from netlog.rules.patch_values import Footing
from netlog.wording import said_birthday


def days(typed: Iterable[str]) -> dict[str, dict[str, str]]:
    """The days of LABEL=DAY by their folded labels; raises UsageMistake for two of one label."""
    found: dict[str, dict[str, str]] = {}
    for one in typed:
        label, on = (part.strip() for part in one.partition("=")[::2])
        if not (label and on):
            raise UsageMistake(
                'A date is written as LABEL=DAY: --add-date "anniversary=2010-06-01".'
            )
        day = {"label": label, "on": on}
        if found.setdefault(fold(label), day)["on"] != on:
            raise UsageMistake(f"--add-date {label} stands twice: one day for each.")
    return found


def days_of_somebody_new(
    typed: Sequence[str], birthday: str | None, today: date
) -> tuple[str | None, tuple[NewDate, ...]]:
    """Their birthday, and the other days; what is called a birthday is the birthday.

    Raises UsageMistake for what is no day that has been, Refused for two birthdays.
    """
    said = patch_lists.dates(list(days(typed).values()), "dates", Footing(today))
    born, others, second = yearly.parted(birthday, said)
    if second:
        both = f"{said_birthday(born or '')} and {said_birthday(second.on)}"
        raise Refused(f"A birthday is one day, not {both}.")
    return born, others


def own_fields(typed: Iterable[str]) -> dict[str, str]:
    """The values of KEY=VALUE by their keys; raises UsageMistake for two of one key."""
    found: dict[str, str] = {}
    for key, value in map(fields.assignment, typed):
        if found.setdefault(key, value) != value:
            raise UsageMistake(f"--set {key} stands twice: one value for each.")
    return found
