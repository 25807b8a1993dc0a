"""Give and take: when a promise or an ask comes up if nobody named a day."""

from datetime import date, timedelta

PROMISE_DAYS = 7
WAITING_DAYS = 14


def promise_due_on(opened_on: date, by: date | None) -> date:
    """When a promise to them is due."""
    return by or opened_on + timedelta(days=PROMISE_DAYS)


def waiting_due_on(opened_on: date, by: date | None) -> date:
    """When to ask again after what they were asked for."""
    return by or opened_on + timedelta(days=WAITING_DAYS)
