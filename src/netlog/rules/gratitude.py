"""When thanks are owed: which kinds of meeting open a thank-you, and when it is due."""

from collections.abc import Mapping
from datetime import date, timedelta

from netlog.records.thanks import FAVOR, ThanksRules, Whom

DUE_AFTER_DAYS = 2
# What is noted later than that is history, and owes nothing.
LATE_AFTER = timedelta(days=60)
OPENED_BY = frozenset({"coffee", "lunch", "meeting", "call", "video", "interview", "event"})


def due_on(kind: str, happened_on: date, configured: Mapping[str, int | None]) -> date | None:
    """When thanks for a meeting of that kind (or a "favor") are due; None when none are owed.

    configured maps a kind to its days, or to None for no thanks, and wins over the built-in rule.
    """
    built_in = DUE_AFTER_DAYS if kind in OPENED_BY or kind == FAVOR else None
    days = configured.get(kind, built_in)
    return None if days is None else happened_on + timedelta(days=days)


def owed_on(
    kind: str, happened_on: date, noted_on: date, whom: Whom, rules: ThanksRules
) -> date | None:
    """When thanks to them for a meeting of that kind (or a "favor") are due; None: none are owed.

    None to the archived, to those with one of the tags that you excepted, nor for what had
    happened long before it was noted.
    """
    if whom.archived or whom.tags & set(rules.never_for_tags):
        return None
    if noted_on - happened_on > LATE_AFTER:
        return None
    return due_on(kind, happened_on, rules.days)
