"""The week and the morning are one judgement, over random books made through the real commands."""

from collections.abc import Callable
from datetime import timedelta
from itertools import product
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
    assert len({turn["errand"] for turn in plan}) >= _most_errands(coming)
    debts = {item["ref"] for item in book.due() if item["kind"] in DEBTS}
    longest = {item["ref"] for item in week["open"]}
    assert longest <= debts
    assert len(longest) == min(len(debts), LONGEST_OPEN)


def _is_in_the_morning(turn: dict[str, Any], coming: list[dict[str, Any]]) -> None:
    code = turn["why"][0]["code"]
    if turn["errand"] in LINES and code not in OF_NO_DEBT:
        theirs = [item for item in coming if item["contact"] == turn["contact"]]
        assert LINES[turn["errand"]] & {item["kind"] for item in theirs}, turn


def _most_errands(coming: list[dict[str, Any]]) -> int:
    """How many errands can have somebody of their own, of all that is owed and waited for."""
    owed: dict[int, set[str]] = {}
    for item in coming:
        nudges = "kindly" in item["what"]
        errands = {kind for kind, lines in LINES.items() if item["kind"] in lines}
        # How it went with whom you introduced is asked, and not told.
        is_asked = item["kind"] == "outcome" and "how it went" in item["what"]
        errands -= {"give"} if nudges else {"nudge"}
        if errands and not is_asked:
            owed.setdefault(item["contact"]["id"], set()).update(errands)
    for item in coming:
        if item["kind"] == "date" and item["days_overdue"] == 0:
            owed.get(item["contact"]["id"], set()).discard("nudge")
    return max(len(set(each)) for each in product(*(filter(None, owed.values()))))


def _begins_as_reconnect_and_the_draft(book: Book, turn: dict[str, Any]) -> None:
    ref = turn["contact"]["ref"]
    kinds = {item["ref"]: item["kind"] for item in book.due() if item["contact"] == turn["contact"]}
    (said,) = book.json("reconnect", ref)
    wanted = LINES.get(turn["errand"], set()) & set(kinds.values())
    # Of a reminder that is for a later day of the week nothing is said today.
    comes_later = turn["why"][0]["text"].startswith("you wanted") and "reconnect" not in kinds
    is_due = wanted or (turn["errand"] not in (*LINES, "advice") and not comes_later)
    if is_due and turn["opening"] != said["opening"]:
        # They are turned to for another line of theirs, and that is what it begins with.
        of_a_day = turn["opening"]["text"].startswith(("Wish them well", "Come back to this"))
        assert of_a_day or kinds.get(turn["opening"]["ref"]) in wanted, turn
        assert kinds.get(said["opening"]["ref"]) not in wanted, (turn, said)
    if wanted:
        # No message brings up a step of which no ask is on record.
        written = {turn["for"], *(["reconnect"] if "lead" in wanted else [])}
        assert book.json("draft", ref, "--for", turn["for"])["for"] in written, turn
