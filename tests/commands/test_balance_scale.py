"""The balance over a large book: its plan reads favors, and never the meetings."""

import sqlite3
from contextlib import closing

import pytest

from netlog.store.reads.reciprocity import TALLIES

BINDS = {"since": "2025-11-23", "id": 1}


@pytest.fixture
def plan(netlog, db):
    """The steps of the statement on a real file, as SQLite explains them."""

    def explained(whose: str) -> list[str]:
        netlog("add", "Carol Danvers")
        with closing(sqlite3.connect(db)) as file:
            sql = f"EXPLAIN QUERY PLAN {TALLIES.format(whose=whose)}"
            return [detail for *_, detail in file.execute(sql, BINDS)]

    return explained


WHOLE_BOOK, ONE_PERSON = "c.archived_at IS NULL", "c.id = :id"


@pytest.mark.parametrize("whose", [WHOLE_BOOK, ONE_PERSON])
def test_no_meeting_is_read(plan, whose: str) -> None:
    assert [step for step in plan(whose) if "meeting" in step or " m" in step.lower()] == []


@pytest.mark.parametrize("whose", [WHOLE_BOOK, ONE_PERSON])
def test_favors_are_found_by_index_or_in_one_pass(plan, whose: str) -> None:
    (step,) = [step for step in plan(whose) if step.startswith(("SCAN f", "SEARCH f"))]
    assert step == "SCAN f" or "USING INDEX" in step


def test_for_one_person_nothing_is_read_from_end_to_end(plan) -> None:
    assert [step for step in plan(ONE_PERSON) if step.startswith("SCAN")] == []
