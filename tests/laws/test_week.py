"""The week and the morning are one judgement, over random books made through the real commands."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.examples import examples
from tests.laws.books import Book, Step, stories

from netlog.rules.due import DEBTS
from netlog.rules.week import LONGEST_OPEN

pytestmark = pytest.mark.slow

# What the morning calls what a line of the plan is there for.
LINES = {
    "thank": {"thanks"},
    "tell": {"outcome"},
    "nudge": {"waiting", "lead"},
    "give": {"promise", "waiting"},
}
FOR = {"thank": "thanks", "tell": "news", "nudge": "nudge", "give": "reconnect"}
OF_NO_DEBT = ("helped", "introduced", "birthday", "overdue")


@settings(
    max_examples=examples(6),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(stories, st.sampled_from((0, 1, 30, 50, 95, 130)))
def test_the_week_says_what_the_morning_says(
    new_book: Callable[[], Book], story: list[Step], later: int
) -> None:
    book = new_book()
    for step in story:
        step(book)
    book.on(book.today + timedelta(days=later))
    week = book.json("week")
    plan = week["plan"]
    coming = book.due("--within", "7d")
    for turn in plan:
        _is_in_the_morning(turn, coming)
        _begins_as_reconnect_and_the_draft(book, turn)
    named = {turn["contact"]["id"] for turn in plan}
    for item in coming:
        # A step of which nobody is known, or which broke, is open, and nobody to turn to.
        is_over = item["kind"] == "lead" and "chase kindly" not in item["what"]
        if item["kind"] != "plan" and item["contact"]["id"] and not is_over:
            assert item["contact"]["id"] in named, item
    debts = {item["ref"] for item in book.due() if item["kind"] in DEBTS}
    longest = {item["ref"] for item in week["open"]}
    assert longest <= debts
    assert len(longest) == min(len(debts), LONGEST_OPEN)


def _is_in_the_morning(turn: dict[str, Any], coming: list[dict[str, Any]]) -> None:
    code = turn["why"][0]["code"]
    if turn["errand"] in LINES and code not in OF_NO_DEBT:
        theirs = [item for item in coming if item["contact"] == turn["contact"]]
        assert LINES[turn["errand"]] & {item["kind"] for item in theirs}, turn


def _begins_as_reconnect_and_the_draft(book: Book, turn: dict[str, Any]) -> None:
    ref = turn["contact"]["ref"]
    due = [item["kind"] for item in book.due() if item["contact"] == turn["contact"]]
    resting = {item["ref"] for item in book.due("--all") if item["rested"]}
    (said,) = book.json("reconnect", ref)
    wanted = LINES.get(turn["errand"], set()) & set(due)
    # Of a reminder that is for a later day of the week nothing is said today.
    comes_later = turn["why"][0]["text"].startswith("you wanted") and "reconnect" not in due
    is_due = wanted or (turn["errand"] not in (*LINES, "advice") and not comes_later)
    # Of several that are owed the week turns to the most urgent, as the draft does.
    owed = {"thanks", "outcome", "promise"} & set(due)
    if is_due and len(owed) < 2 and said["opening"]["ref"] not in resting:
        assert turn["opening"] == said["opening"]
    if wanted and turn["opening"]["text"].startswith(("Thank", "Tell", "Bring")):
        assert book.json("draft", ref)["for"] == FOR[turn["errand"]], turn
