"""When thanks are owed: which kinds of meeting open a thank-you, and when it is due."""

from collections.abc import Mapping
from datetime import date, timedelta

from netlog.records.thanks import FAVOR

DUE_AFTER_DAYS = 2
OPENED_BY = frozenset({"coffee", "lunch", "meeting", "call", "video", "interview", "event"})


def due_on(kind: str, happened_on: date, configured: Mapping[str, int | None]) -> date | None:
    """When thanks for a meeting of that kind (or a "favor") are due; None when none are owed.

    configured maps a kind to its days, or to None for no thanks, and wins over the built-in rule.
    """
    built_in = DUE_AFTER_DAYS if kind in OPENED_BY or kind == FAVOR else None
    days = configured.get(kind, built_in)
    return None if days is None else happened_on + timedelta(days=days)
