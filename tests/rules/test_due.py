"""What is in the morning report, in which order, and in which words."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netlog.records.due import (
    Birthday,
    DueFacts,
    DueItem,
    OpenFavor,
    OutOfTouch,
    OwedThanks,
)
from netlog.records.favors import TO_ME, TO_THEM
from netlog.records.people import person
from netlog.rules.due import birthday_keys, report

TODAY = date(2026, 11, 23)
NOTHING = DueFacts((), (), (), ())
GRACE = person(1, "Grace")

todays = st.dates(date(1900, 1, 1), date(2200, 12, 31))
birthdays = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(
    lambda day: f"-{day.isoformat()[4:]}"
)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def thanks(id_: int = 1, due: int = 0, **more: Any) -> OwedThanks:
    """Thanks that have been due for that many days."""
    told = {"meeting_kind": "coffee", "meeting_on": ago(due + 2), "favor_text": None, **more}
    return OwedThanks(id_, GRACE, opened_on=ago(due + 2), due_on=ago(due), **told)


def favor(id_: int = 1, due: int = 0, **more: Any) -> OpenFavor:
    told = {"direction": TO_THEM, "text": "the slides", "outcome": None, **more}
    return OpenFavor(id_, GRACE, since=ago(due + 7), due_on=ago(due), **told)


def out_of_touch(id_: int = 1, due: int = 0, every: int = 30, **more: Any) -> OutOfTouch:
    told = {"last_touch_on": ago(due + every), "added_on": ago(999), "remind_on": None, **more}
    return OutOfTouch(person(id_, f"P{id_}"), every, next_due_on=ago(due), **told)


def birthday(said: str, id_: int = 1, **more: Any) -> Birthday:
    return Birthday(
        person(id_, f"P{id_}"), said, **{"done_on": None, "last_touch_on": None, **more}
    )


def only(**facts: Any) -> DueItem:
    """The one item that these facts make."""
    (item,) = report(NOTHING._replace(**facts), TODAY)
    return item


def refs(facts: DueFacts, **more: Any) -> list[str]:
    return [item.ref for item in report(facts, TODAY, **more)]


# The order


def test_thanks_come_first_then_promises_outcomes_waiting_dates_and_reconnects() -> None:
    facts = DueFacts(
        thanks=(thanks(),),
        favors=(favor(1, direction=TO_ME), favor(2, outcome="hired"), favor(3)),
        out_of_touch=(out_of_touch(),),
        birthdays=(birthday("--11-25", 2),),
    )
    kinds = [item.kind for item in report(facts, TODAY)]
    assert kinds == ["thanks", "promise", "outcome", "waiting", "date", "reconnect"]


def test_overdue_thanks_come_before_a_promise_that_is_older() -> None:
    facts = NOTHING._replace(thanks=(thanks(due=1),), favors=(favor(due=200),))
    assert refs(facts) == ["t1", "f1"]


def test_within_a_kind_the_longest_overdue_comes_first() -> None:
    facts = NOTHING._replace(thanks=(thanks(1, due=1), thanks(2, due=9), thanks(3, due=-2)))
    assert refs(facts) == ["t2", "t1", "t3"]


def test_reconnects_go_by_how_overdue_they_are_for_their_cadence() -> None:
    weekly = out_of_touch(1, due=7, every=7)  # once over
    yearly = out_of_touch(2, due=100, every=365)  # not a third over
    monthly = out_of_touch(3, due=60, every=30)  # twice over
    assert refs(NOTHING._replace(out_of_touch=(weekly, yearly, monthly))) == ["c3", "c1", "c2"]


def test_somebody_without_a_cadence_is_ordered_as_if_due_daily() -> None:
    asked_for = out_of_touch(1, due=3, every=0, remind_on=ago(3))
    monthly = out_of_touch(2, due=30, every=30)
    assert refs(NOTHING._replace(out_of_touch=(monthly, asked_for))) == ["c1", "c2"]


@given(st.permutations([thanks(1), thanks(2), thanks(3, due=1), thanks(4)]))
def test_the_order_does_not_depend_on_how_the_facts_came(found: list[OwedThanks]) -> None:
    assert refs(NOTHING._replace(thanks=tuple(found))) == ["t3", "t1", "t2", "t4"]


def test_only_the_kinds_asked_for_are_reported() -> None:
    facts = NOTHING._replace(thanks=(thanks(),), favors=(favor(),), out_of_touch=(out_of_touch(),))
    assert refs(facts, kinds=("promise", "thanks")) == ["t1", "f1"]


# What an item says


def test_thanks_say_for_which_meeting() -> None:
    item = only(thanks=(thanks(due=1, meeting_kind="coffee"),))
    assert item == DueItem(
        kind="thanks",
        ref="t1",
        contact=GRACE,
        what="thanks for coffee on 20 Nov",
        since=date(2026, 11, 20),
        due_on=date(2026, 11, 22),
        days_overdue=1,
        settle=("netlog", "thank", "t1"),
    )


def test_thanks_say_for_which_favor_and_since_when() -> None:
    owed = thanks(meeting_kind=None, meeting_on=None, favor_text="read my CV")
    assert only(thanks=(owed,)).what == "thanks for a favor on 21 Nov: read my CV"


def test_a_promise_says_what_was_promised_and_since_when() -> None:
    item = only(favors=(favor(due=3),))
    assert item.kind == "promise"
    assert (item.what, item.since) == ("you promised on 13 Nov: the slides", ago(10))
    assert (item.days_overdue, item.settle) == (3, ("netlog", "done", "f1"))


def test_waiting_says_what_was_asked_for_and_since_when() -> None:
    item = only(favors=(favor(direction=TO_ME, text="an intro"),))
    assert (item.kind, item.what) == ("waiting", "you asked on 16 Nov for: an intro")


@pytest.mark.parametrize("direction", [TO_ME, TO_THEM])
def test_an_outcome_is_to_be_told(direction: str) -> None:
    item = only(favors=(favor(direction=direction, outcome="hired"),))
    assert (item.kind, item.what) == ("outcome", "tell them how it turned out on 16 Nov: hired")


def test_a_reconnect_says_when_you_were_last_in_touch_and_meant_to_be() -> None:
    item = only(out_of_touch=(out_of_touch(due=3, every=7),))
    assert item.what == "last in touch 13 Nov, meant weekly"
    assert (item.since, item.days_overdue) == (date(2026, 11, 13), 3)
    assert item.settle == ("netlog", "log", "c1", "--kind", "message")


def test_a_reconnect_without_a_touch_counts_from_the_day_they_were_added() -> None:
    item = only(out_of_touch=(out_of_touch(last_touch_on=None, added_on=ago(30)),))
    assert item.what.startswith("not in touch yet")
    assert item.since == ago(30)


def test_a_reminder_says_that_you_wanted_it() -> None:
    item = only(out_of_touch=(out_of_touch(remind_on=TODAY),))
    assert item.what.startswith("you wanted to be reminded")


def test_the_end_of_a_snooze_says_so() -> None:
    item = only(out_of_touch=(out_of_touch(every=0),))
    assert item.what.startswith("put off until 23 Nov")


def test_what_is_still_to_come_is_not_overdue() -> None:
    assert only(thanks=(thanks(due=-2),)).days_overdue == 0


# Dates


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("--11-23", "birthday today"),
        ("--11-24", "birthday tomorrow"),
        ("--11-30", "birthday on 30 Nov"),
        ("1996-11-30", "birthday on 30 Nov, turning 30"),
    ],
)
def test_a_birthday_within_a_week_is_reported(said: str, what: str) -> None:
    item = only(birthdays=(birthday(said),))
    assert (item.kind, item.what, item.settle) == ("date", what, ("netlog", "done", "c1"))


def test_a_birthday_stands_in_the_report_for_a_week() -> None:
    assert only(birthdays=(birthday("--11-25"),)).since == date(2026, 11, 18)


@pytest.mark.parametrize("said", ["--12-01", "--11-22"])
def test_a_birthday_farther_off_or_past_is_not(said: str) -> None:
    assert refs(NOTHING._replace(birthdays=(birthday(said),))) == []


def test_looking_further_ahead_finds_birthdays_further_off() -> None:
    facts = NOTHING._replace(birthdays=(birthday("--12-20"),))
    (item,) = report(facts, TODAY, within_days=30)
    assert (item.ref, item.since) == ("c1", TODAY)


@pytest.mark.parametrize("how", ["done_on", "last_touch_on"])
def test_a_birthday_that_was_wished_or_talked_on_is_not_reported(how: str) -> None:
    past = birthday("--11-25", **{how: date(2026, 11, 25)})
    assert refs(NOTHING._replace(birthdays=(past,))) == []


def test_last_years_wishes_do_not_count_for_this_year() -> None:
    wished = birthday("--11-25", done_on=date(2025, 11, 25), last_touch_on=ago(3))
    assert refs(NOTHING._replace(birthdays=(wished,))) == ["c1"]


@pytest.mark.parametrize(
    ("today", "on"),
    [
        (date(2027, 2, 25), date(2027, 2, 28)),
        (date(2027, 2, 28), date(2027, 2, 28)),
        (date(2028, 2, 25), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_a_leap_day_birthday_is_kept_on_the_28th_in_common_years(today: date, on: date) -> None:
    (item,) = report(NOTHING._replace(birthdays=(birthday("1996-02-29"),)), today)
    assert item.due_on == on


def test_a_birthday_in_january_is_near_in_december() -> None:
    facts = NOTHING._replace(birthdays=(birthday("1990-01-02"),))
    (item,) = report(facts, date(2026, 12, 30))
    assert (item.due_on, item.what) == (date(2027, 1, 2), "birthday on 2 Jan 2027, turning 37")


def test_the_days_to_look_up_wrap_around_the_end_of_the_year() -> None:
    assert birthday_keys(date(2026, 12, 30)) == (("12-30", "12-31"), ("01-01", "01-06"))


@given(todays, birthdays, st.integers(0, 400))
@example(date(2027, 2, 21), "--02-29", 0)
@example(date(2028, 2, 22), "--02-29", 0)
def test_every_birthday_that_is_near_is_looked_up(today: date, said: str, within: int) -> None:
    facts = NOTHING._replace(birthdays=(birthday(said),))
    if report(facts, today, within_days=within):
        looked_up = birthday_keys(today, within)
        assert any(start <= said[-5:] <= end for start, end in looked_up)
