"""Give and take over a large book: found by index, and no meeting read but those with a bill."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from netlog.store.reads import reciprocity, standing

pytestmark = pytest.mark.of_file("how SQLite means to find it")

ONES = "IN (1, 2)"


@pytest.fixture
def plan(netlog, db) -> Callable[[str], list[str]]:
    """The steps of a statement on a real file, as SQLite explains them."""
    netlog("add", "Carol Danvers")

    def explained(sql: str) -> list[str]:
        with closing(sqlite3.connect(db)) as file:
            return [detail for *_, detail in file.execute(f"EXPLAIN QUERY PLAN {sql}")]

    return explained


def test_with_whom_anything_was_given_is_read_from_indexes_alone(plan) -> None:
    steps = [step for step in plan(reciprocity.WITH_FAVORS) if step.startswith(("SCAN", "SEARCH"))]
    assert all("COVERING INDEX" in step or "PRIMARY KEY" in step for step in steps)
    assert [step for step in steps if " m " in step] == [
        "SEARCH m USING COVERING INDEX ix_meeting_paid_by (paid_by=?)"
    ]


def test_whom_it_is_worth_getting_back_to_is_found_by_index(plan) -> None:
    steps = plan(reciprocity.WORTH_A_WORD.format(who="c.archived_at IS NULL"))
    assert [step for step in steps if step.startswith("SCAN")] == []


@pytest.mark.parametrize(
    ("sql", "key"),
    [
        (standing.CONTACTS, "c.id"),
        (standing.INTRODUCED, "introduced_by_id"),
        (standing.TAGS, "contact_id"),
        (standing.FAVORS, "f.contact_id"),
        (standing.THANKS, "t.contact_id"),
        (standing.MEETINGS, "mc.contact_id"),
        (standing.BILLED, "mc.contact_id"),
        (standing.PLANS, "pc.contact_id"),
        (standing.COMPANY, "pc.contact_id"),
    ],
)
def test_of_a_few_people_nothing_is_read_from_end_to_end(plan, sql: str, key: str) -> None:
    steps = plan(sql.format(whose=f"{key} {ONES}"))
    # "told" and "serves" are the rows of one record, put in order.
    own = ("SCAN told", "SCAN serves")
    assert [step for step in steps if "SCAN" in step and step not in own] == []
