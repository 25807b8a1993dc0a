"""Which cadence holds for a contact, and the day to be back in touch: the latest word wins."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.records.cadence import ContactFacts, LabelledDays
from netlog.rules.derived import cadence_in_force, derive, next_due_on

ADDED = date(2026, 11, 1)
BASE = ContactFacts(
    id=1,
    name="Grace Hopper",
    nickname=None,
    other_names=(),
    birthday=None,
    archived=False,
    cadence_days=None,
    tag_days=(),
    circle_days=(),
    default_days=None,
    added_on=ADDED,
    met_on=None,
    first_on=None,
    last_touch_on=None,
    snoozed_until=None,
    snoozed_on=None,
    remind_on=None,
)
TAGS = (LabelledDays("tag slow", 60), LabelledDays("tag quick", 14))
CIRCLES = (LabelledDays("circle peer", 40), LabelledDays("circle business", 7))

days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
facts = st.builds(
    ContactFacts,
    id=st.just(1),
    name=st.just("Grace"),
    nickname=st.none(),
    other_names=st.just(()),
    birthday=st.none(),
    archived=st.booleans(),
    cadence_days=st.none() | st.integers(0, 400),
    tag_days=st.just(()),
    circle_days=st.just(()),
    default_days=st.none() | st.integers(0, 400),
    added_on=days,
    met_on=st.none() | days,
    first_on=st.none() | days,
    last_touch_on=st.none() | days,
    snoozed_until=st.none() | days,
    snoozed_on=st.none() | days,
    remind_on=st.none() | days,
    said_no_on=st.none() | days,
)


# Which cadence holds


def test_a_contacts_own_cadence_comes_first() -> None:
    known = BASE._replace(cadence_days=100, tag_days=TAGS, circle_days=CIRCLES, default_days=5)
    assert cadence_in_force(known) == LabelledDays("contact", 100)


def test_then_the_shortest_of_the_tags_rules() -> None:
    known = BASE._replace(tag_days=TAGS, circle_days=CIRCLES, default_days=5)
    assert cadence_in_force(known) == LabelledDays("tag quick", 14)


def test_then_the_shortest_of_the_circles_rules() -> None:
    known = BASE._replace(circle_days=CIRCLES, default_days=5)
    assert cadence_in_force(known) == LabelledDays("circle business", 7)


def test_then_the_default_rule() -> None:
    assert cadence_in_force(BASE._replace(default_days=5)) == LabelledDays("default", 5)


def test_the_default_is_ninety_days_until_somebody_says_otherwise() -> None:
    assert cadence_in_force(BASE) == LabelledDays("default", 90)


def test_a_contact_that_is_never_due_is_so_whatever_the_rules_say() -> None:
    known = BASE._replace(cadence_days=0, tag_days=TAGS)
    assert cadence_in_force(known) == LabelledDays("contact", 0)


def test_never_by_one_tag_gives_way_to_days_by_another() -> None:
    known = BASE._replace(tag_days=(LabelledDays("tag old", 0), LabelledDays("tag slow", 60)))
    assert cadence_in_force(known) == LabelledDays("tag slow", 60)


def test_never_by_the_only_tag_holds_against_circles() -> None:
    known = BASE._replace(tag_days=(LabelledDays("tag old", 0),), circle_days=CIRCLES)
    assert cadence_in_force(known) == LabelledDays("tag old", 0)


def test_the_default_may_be_never() -> None:
    assert cadence_in_force(BASE._replace(default_days=0)) == LabelledDays("default", 0)


# The day to be back in touch


def test_it_is_a_cadence_after_the_last_touch() -> None:
    known = BASE._replace(last_touch_on=date(2026, 11, 20))
    assert next_due_on(known, 30) == date(2026, 12, 20)


def test_without_a_touch_it_is_a_cadence_after_the_contact_was_added() -> None:
    assert next_due_on(BASE, 30) == date(2026, 12, 1)


def test_without_a_touch_it_is_a_cadence_after_you_met() -> None:
    assert next_due_on(BASE._replace(met_on=date(2014, 5, 1)), 30) == date(2014, 5, 31)


def test_the_first_day_that_an_import_set_holds_until_the_first_touch() -> None:
    spread = BASE._replace(met_on=date(2014, 5, 1), first_on=date(2026, 12, 24))
    assert next_due_on(spread, 30) == date(2026, 12, 24)
    assert next_due_on(spread, 0) is None
    touched = spread._replace(last_touch_on=date(2026, 11, 20))
    assert next_due_on(touched, 30) == date(2026, 12, 20)


def test_never_has_no_day() -> None:
    assert next_due_on(BASE._replace(last_touch_on=ADDED), 0) is None


def test_the_archived_have_no_day() -> None:
    known = BASE._replace(archived=True, remind_on=date(2026, 12, 1))
    assert next_due_on(known, 30) is None


def test_snoozing_puts_the_day_off() -> None:
    known = BASE._replace(snoozed_until=date(2027, 1, 15))
    assert next_due_on(known, 30) == date(2027, 1, 15)


def test_a_snooze_that_ends_before_the_day_changes_nothing() -> None:
    known = BASE._replace(snoozed_until=date(2026, 11, 10))
    assert next_due_on(known, 30) == date(2026, 12, 1)


def test_snoozing_somebody_who_is_never_due_brings_them_up_then() -> None:
    known = BASE._replace(snoozed_until=date(2027, 1, 15))
    assert next_due_on(known, 0) == date(2027, 1, 15)


def test_a_touch_after_the_snooze_ended_forgets_it() -> None:
    known = BASE._replace(snoozed_until=date(2026, 11, 10), last_touch_on=date(2026, 11, 10))
    assert next_due_on(known, 0) is None


@pytest.mark.parametrize(
    ("touched", "due"),
    [
        (date(2026, 11, 19), date(2027, 1, 15)),
        (date(2026, 11, 20), date(2027, 1, 15)),
        (date(2026, 11, 21), date(2026, 12, 21)),
    ],
    ids=["before", "on the same day", "after"],
)
def test_a_touch_after_somebody_was_put_off_is_the_latest_word(touched: date, due: date) -> None:
    put_off = BASE._replace(snoozed_on=date(2026, 11, 20), snoozed_until=date(2027, 1, 15))
    assert next_due_on(put_off._replace(last_touch_on=touched), 30) == due


def test_a_day_asked_for_comes_before_the_cadence() -> None:
    known = BASE._replace(remind_on=date(2026, 11, 10))
    assert next_due_on(known, 30) == date(2026, 11, 10)


def test_a_day_asked_for_may_lie_after_the_cadence() -> None:
    known = BASE._replace(remind_on=date(2027, 6, 1))
    assert next_due_on(known, 30) == date(2027, 6, 1)


def test_a_day_asked_for_holds_for_those_who_are_never_due() -> None:
    assert next_due_on(BASE._replace(remind_on=date(2027, 6, 1)), 0) == date(2027, 6, 1)


def test_a_touch_before_the_day_asked_for_leaves_it() -> None:
    known = BASE._replace(remind_on=date(2026, 12, 10), last_touch_on=date(2026, 12, 9))
    assert next_due_on(known, 30) == date(2026, 12, 10)


def test_a_touch_on_the_day_asked_for_returns_to_the_cadence() -> None:
    known = BASE._replace(remind_on=date(2026, 12, 10), last_touch_on=date(2026, 12, 10))
    assert next_due_on(known, 30) == date(2027, 1, 9)


def test_snoozing_puts_off_the_day_asked_for_too() -> None:
    known = BASE._replace(remind_on=date(2026, 12, 10), snoozed_until=date(2026, 12, 20))
    assert next_due_on(known, 30) == date(2026, 12, 20)


def test_a_day_past_the_end_of_the_calendar_is_its_last_day() -> None:
    assert next_due_on(BASE._replace(last_touch_on=date.max), 30) == date.max


@given(facts)
def test_a_touch_today_is_never_followed_by_a_day_that_has_come(known: ContactFacts) -> None:
    """A reminder that ignores that you spoke yesterday is the fault people complain of most."""
    today = max(filter(None, known[-8:]))
    touched = known._replace(last_touch_on=today)
    due = next_due_on(touched, cadence_in_force(touched).days)
    assert due is None or due > today


@given(facts)
def test_nobody_comes_up_before_a_snooze_ends(known: ContactFacts) -> None:
    today = max(filter(None, known[-8:]))
    until = today + timedelta(days=1)
    snoozed = known._replace(snoozed_on=today, snoozed_until=until)
    due = next_due_on(snoozed, cadence_in_force(snoozed).days)
    assert due is None if known.archived else due is not None and due >= until


@given(facts, days)
def test_nobody_comes_up_for_the_cadence_while_they_are_left_in_peace(
    known: ContactFacts, on: date
) -> None:
    said_no = known._replace(said_no_on=on, remind_on=None)
    due = next_due_on(said_no, cadence_in_force(said_no).days)
    assert due is None or due >= on + timedelta(days=30)
    # A day that you ask for comes on its day.
    asked = said_no._replace(remind_on=on + timedelta(days=3), last_touch_on=on, archived=False)
    asked = asked._replace(snoozed_until=None)
    assert next_due_on(asked, cadence_in_force(asked).days) == asked.remind_on


# What is stored of it


def test_the_derived_columns_follow_from_the_facts() -> None:
    known = BASE._replace(
        nickname="Amazing", birthday="1906-12-09", last_touch_on=date(2026, 11, 20), cadence_days=10
    )
    assert derive(known)._asdict() == {
        "name_key": "\n grace hopper\n amazing\n",
        "birthday_key": "12-09",
        "every_days": 10,
        "every_from": "contact",
        "last_touch_on": "2026-11-20",
        "next_due_on": "2026-11-30",
    }


@pytest.mark.parametrize(("birthday", "key"), [("--02-29", "02-29"), (None, None)])
def test_a_birthday_is_found_by_month_and_day(birthday: str | None, key: str | None) -> None:
    assert derive(BASE._replace(birthday=birthday)).birthday_key == key
