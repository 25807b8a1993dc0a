"""When a promise or an ask comes up."""

from datetime import date

from netlog.rules.reciprocity import promise_due_on, waiting_due_on

DAY = date(2026, 11, 20)
BY = date(2026, 12, 24)


def test_a_promise_comes_up_a_week_later() -> None:
    assert promise_due_on(DAY, None) == date(2026, 11, 27)


def test_an_ask_comes_up_two_weeks_later() -> None:
    assert waiting_due_on(DAY, None) == date(2026, 12, 4)


def test_a_day_that_was_named_holds_for_a_promise() -> None:
    assert promise_due_on(DAY, BY) == BY


def test_a_day_that_was_named_holds_for_an_ask() -> None:
    assert waiting_due_on(DAY, BY) == BY
