"""The calendar of what is due: what another program makes of it."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as st

from netlog.formats.circumstances import Going
from netlog.formats.ical.lines import escaped, folded
from netlog.formats.ical.writer import write
from netlog.records.people import person
from netlog.records.plans import Plan

TODAY = date(2026, 11, 23)
STAMP = "2026-11-23T12:00:00Z"


def calendar(
    items: list, people: list, today: date = TODAY, plans: tuple[Plan, ...] = ()
) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(
        "".join(write((items, people, plans), Going("ics", today=today, at=STAMP)))
    )


def test_a_due_item_is_an_event_of_a_whole_day(made: SimpleNamespace) -> None:
    (event,) = calendar([made.due(due_on=date(2026, 12, 1))], [made.contact()]).events
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 12, 1), date(2026, 12, 2))
    assert event["SUMMARY"] == "Grace Hopper: thanks for coffee on 20 Nov"
    assert event["TRANSP"] == "TRANSPARENT"


def test_what_is_overdue_stands_on_today_and_says_since_when(made: SimpleNamespace) -> None:
    (event,) = calendar([made.due()], [made.contact()]).events
    assert event["DTSTART"].dt == TODAY
    assert "Due Sunday 22 November 2026, 1 day overdue" in event["DESCRIPTION"]


def test_it_says_the_command_that_settles_it(made: SimpleNamespace) -> None:
    (event,) = calendar([made.due()], [made.contact()]).events
    assert event["DESCRIPTION"].endswith("netlog thank t9")


def test_the_uid_stays_when_the_day_and_the_words_change(made: SimpleNamespace) -> None:
    people = [made.contact()]
    (before,) = calendar([made.due()], people).events
    later = made.due(what="thanks, put off 3 times", due_on=date(2027, 1, 1), days_overdue=0)
    (after,) = calendar([later], people, date(2026, 12, 24)).events
    assert before["UID"] == after["UID"]


def test_the_uids_of_two_books_differ(made: SimpleNamespace) -> None:
    (mine,) = calendar([made.due()], [made.contact()]).events
    (theirs,) = calendar([made.due()], [made.contact(uid="another")]).events
    assert mine["UID"] != theirs["UID"]


def test_the_stamp_is_the_one_that_was_given(made: SimpleNamespace) -> None:
    text = "".join(write(([made.due()], [], ()), Going("ics", today=TODAY, at=STAMP)))
    assert "DTSTAMP:20261123T120000Z\r\n" in text


@pytest.mark.parametrize("birthday", ["1906-12-09", "--12-09"])
def test_a_birthday_comes_every_year(made: SimpleNamespace, birthday: str) -> None:
    whole = calendar([], [made.contact(birthday=birthday)])
    found = recurring_ical_events.of(whole).between(date(2026, 1, 1), date(2029, 1, 1))
    days = [each["DTSTART"].dt for each in found]
    assert days == [date(2026, 12, 9), date(2027, 12, 9), date(2028, 12, 9)]


@pytest.mark.parametrize("birthday", ["1992-02-29", "--02-29"])
def test_one_of_29_february_is_kept_on_the_28th_in_common_years(
    made: SimpleNamespace, birthday: str
) -> None:
    whole = calendar([], [made.contact(birthday=birthday)])
    found = recurring_ical_events.of(whole).between(date(2027, 1, 1), date(2030, 1, 1))
    days = [each["DTSTART"].dt for each in found]
    assert days == [date(2027, 2, 28), date(2028, 2, 29), date(2029, 2, 28)]


def test_a_birthday_that_is_due_is_there_once(made: SimpleNamespace) -> None:
    near = made.due("date", "c12", what="birthday tomorrow", about="birthday")
    (yearly,) = calendar([near], [made.contact(birthday="--11-24")]).events
    (once,) = calendar([near], []).events
    assert yearly["SUMMARY"] == once["SUMMARY"] == "Birthday of Grace Hopper"


@pytest.mark.parametrize("label", ["party, 3 years", "party", "birthday, the cat's"])
def test_a_day_that_is_due_is_called_as_it_is(made: SimpleNamespace, label: str) -> None:
    (once,) = calendar([made.due("date", "c12", what=f"{label} tomorrow", about=label)], []).events
    assert once["SUMMARY"] == f"Grace Hopper: {label}"


def plan(**said: object) -> Plan:
    empty: dict = dict.fromkeys(Plan._fields)
    given = {"id": 3, "ref": "p3", "uid": "u-3", "happens_on": date(2026, 12, 1), "kind": "coffee"}
    return Plan(
        **(empty | given | {"contacts": (person(12, "Grace Hopper"),), "state": "open"} | said)
    )


def test_a_plan_is_an_event_at_its_time(made: SimpleNamespace) -> None:
    planned = plan(starts_at="10:00", place="Balthazar", text="her novel, twice; once more")
    (event,) = calendar([], [], plans=(planned,)).events
    assert event["DTSTART"].dt == datetime(2026, 12, 1, 10, 0)
    assert event["DURATION"].dt == timedelta(hours=1)
    assert (event["SUMMARY"], event["LOCATION"]) == ("Coffee with Grace Hopper", "Balthazar")
    assert event["DESCRIPTION"] == "her novel, twice; once more\nnetlog done p3"
    assert (event["UID"], event["TRANSP"]) == ("plan-u-3@netlog", "OPAQUE")
    assert "ATTENDEE" not in event


def test_a_plan_without_a_time_is_an_event_of_its_day(made: SimpleNamespace) -> None:
    (event,) = calendar([], [], plans=(plan(),)).events
    assert (event["DTSTART"].dt, event["TRANSP"]) == (date(2026, 12, 1), "TRANSPARENT")


def test_a_plan_that_is_due_is_there_once(made: SimpleNamespace) -> None:
    (event,) = calendar([made.due("plan", "p3")], [], plans=(plan(),)).events
    assert event["UID"] == "plan-u-3@netlog"


def test_an_empty_calendar_is_still_one(made: SimpleNamespace) -> None:
    assert calendar([], []).events == []


@given(st.text(st.characters(exclude_categories=["C"]), max_size=300))
def test_any_text_comes_back_from_another_reader(text: str) -> None:
    line = folded(f"SUMMARY:{escaped(text)}")
    event = icalendar.Event.from_ical(f"BEGIN:VEVENT\r\n{line}END:VEVENT\r\n")
    assert event["SUMMARY"] == text


@given(st.text(max_size=300))
def test_no_text_breaks_a_line_or_the_75_octets(text: str) -> None:
    line = folded(f"SUMMARY:{escaped(text)}")
    parts = line.split("\r\n")
    assert parts.pop() == ""
    assert all(part.startswith(" ") for part in parts[1:])
    assert all(len(part.encode("utf-8", "replace")) <= 75 for part in parts)
    assert not any(char in "".join(parts) for char in "\r\n\0")
