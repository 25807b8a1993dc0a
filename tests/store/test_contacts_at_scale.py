"""Lists of people: counted by index, and asked in as many statements at any length."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from netlog.records.contacts import NewContact, Slice
from netlog.records.people import PeopleFilter
from netlog.rules.derived import derive
from netlog.store import doors
from netlog.store.reads import contacts as reads
from netlog.store.writes import archive, contacts

AT = "2026-11-23T12:00:00Z"


@pytest.fixture
def open_book(recording: Any, db: Path) -> Iterator[Any]:
    """Nine people, two of whom are archived."""
    with recording() as opened:
        for number in range(9):
            contacts.add(opened, NewContact(f"Ada {number}", tags=(f"t{number}",)))
        archive.archive(opened, (3, 5))
    with doors.reading(str(db), AT, derive) as connection:
        yield connection


def test_who_is_not_archived_is_counted_from_indexes_alone(open_book: Any) -> None:
    steps = [detail for *_, detail in open_book.execute(f"EXPLAIN QUERY PLAN {reads.COUNT_ACTIVE}")]
    assert [step for step in steps if "contact" in step and "COVERING INDEX" not in step] == []


def test_both_counts_are_those_of_the_lists(open_book: Any) -> None:
    for people in (PeopleFilter(), PeopleFilter(archived=True), PeopleFilter(tags=("t3",))):
        assert reads.number(open_book, people) == len(reads.contacts(open_book, people))


def test_a_longer_list_asks_no_more_statements(open_book: Any) -> None:
    asked: list[str] = []
    open_book.set_trace_callback(asked.append)
    reads.contacts(open_book, PeopleFilter(), Slice(limit=1))
    of_one = len(asked)
    assert len(reads.contacts(open_book, PeopleFilter())) == 7
    assert len(asked) == 2 * of_one


def test_people_are_told_in_the_order_in_which_they_are_named(open_book: Any) -> None:
    found = reads.contacts_by_id(open_book, [9, 1, 77, 4])
    assert [(one.id, one.tags) for one in found] == [(9, ("t8",)), (1, ("t0",)), (4, ("t3",))]
