"""Plans in the file: who is to come, what is open, what became of it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from netlog.records.contacts import NewContact
from netlog.records.meetings import NewMeeting
from netlog.records.plans import NewPlan, PlanFilter
from netlog.rules.derived import derive
from netlog.store import doors
from netlog.store.reads import contacts as people
from netlog.store.reads import plans as reads
from netlog.store.writes import contacts, meetings, plans

AT = "2026-11-23T12:00:00Z"
DAY = date(2026, 12, 1)


@pytest.fixture
def book(recording: Any) -> None:
    """Grace and Ada; a lunch with both, a call with Ada the day after."""
    with recording() as opened:
        grace, ada = (contacts.add(opened, NewContact(name)) for name in ("Grace", "Ada"))
        plans.add(opened, NewPlan(DAY, "lunch", (grace, ada), "12:30", text="Compilers"))
        plans.add(opened, NewPlan(DAY + timedelta(days=1), "call", (ada,)))


@pytest.fixture
def open_book(book: None, db: Path) -> Iterator[Any]:
    with doors.reading(str(db), AT, derive) as connection:
        yield connection


def refs(found: Any) -> list[str]:
    return [plan.ref for plan in found]


def test_a_plan_is_whole(open_book: Any) -> None:
    plan = reads.plan(open_book, 1)
    assert plan is not None
    assert (plan.ref, plan.happens_on, plan.starts_at, plan.kind, plan.text, plan.state) == (
        *("p1", DAY, "12:30", "lunch", "Compilers", "open"),
    )
    assert [person.name for person in plan.contacts] == ["Grace", "Ada"]


def test_what_is_open_by_a_day_is_found_in_its_order(open_book: Any) -> None:
    assert refs(reads.open_plans(open_book, DAY)) == ["p1"]
    assert refs(reads.open_plans(open_book, DAY + timedelta(days=9))) == ["p1", "p2"]
    assert refs(reads.open_on(open_book, DAY + timedelta(days=1))) == ["p2"]


def test_they_are_found_by_person(open_book: Any) -> None:
    assert refs(reads.plans(open_book, PlanFilter(contact_id=1))) == ["p1"]
    assert refs(reads.plans(open_book, PlanFilter(contact_id=2))) == ["p1", "p2"]
    assert refs(reads.of_contact(open_book, 2)) == ["p2", "p1"]
    assert refs(reads.plans(open_book, PlanFilter(), limit=1)) == ["p1"]


def test_one_that_became_a_meeting_is_done(book: None, recording: Any, db: Path) -> None:
    with recording() as opened:
        meeting = meetings.log(opened, NewMeeting(DAY, "lunch", (1, 2)))
        plans.keep(opened, 1, meeting, DAY)
    with doors.reading(str(db), AT, derive) as connection:
        (kept,) = reads.of_meeting(connection, meeting)
        assert (kept.state, kept.done_on, kept.meeting and kept.meeting.ref) == ("done", DAY, "m1")
        assert refs(reads.plans(connection, PlanFilter())) == ["p2"]
        assert refs(reads.plans(connection, PlanFilter(open_only=False))) == ["p1", "p2"]


def test_one_that_was_dropped_says_why(book: None, recording: Any, db: Path) -> None:
    with recording() as opened:
        plans.drop(opened, 2, DAY, "she is ill")
    with doors.reading(str(db), AT, derive) as connection:
        plan = reads.plan(connection, 2)
        assert plan is not None
        assert (plan.state, plan.dropped_on, plan.dropped_why) == ("dropped", DAY, "she is ill")


def test_a_day_to_come_up_on_keeps_its_reason(book: None, recording: Any, db: Path) -> None:
    with recording() as opened:
        contacts.snooze(opened, 1, DAY + timedelta(days=30), "travelling")
        contacts.remind(opened, 1, DAY, "second round")
    with doors.reading(str(db), AT, derive) as connection:
        grace = people.contact(connection, 1)
        assert grace is not None
        assert (grace.remind_on, grace.remind_why) == (DAY, "second round")
        assert (grace.next_due_on, grace.snoozed_until) == (DAY, None)


def test_a_later_snooze_moves_that_day(book: None, recording: Any, db: Path) -> None:
    with recording() as opened:
        contacts.remind(opened, 1, DAY, "second round")
        contacts.snooze(opened, 1, DAY + timedelta(days=3), None)
    with doors.reading(str(db), AT, derive) as connection:
        grace = people.contact(connection, 1)
        assert grace is not None
        assert (grace.next_due_on, grace.remind_why) == (DAY + timedelta(days=3), "second round")
