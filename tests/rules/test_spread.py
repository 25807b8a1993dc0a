"""First days of many at once are spread over their cadence, the same on every run."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.records.contacts import NewMethod
from netlog.rules.spread import first_on

SINCE = date(2026, 11, 23)


def way(value: str) -> NewMethod:
    return NewMethod("email", value, value)


def test_the_day_follows_from_the_name_and_the_first_way_alone() -> None:
    first = first_on(SINCE, 90, "Grace Hopper", [way("grace@navy.mil")])
    assert first == first_on(SINCE, 90, "Grace Hopper", [way("grace@navy.mil"), way("g@x.org")])
    assert first != first_on(SINCE, 90, "Grace Hopper", [])
    assert first != first_on(SINCE, 90, "Ada Lovelace", [way("grace@navy.mil")])


def test_neither_case_nor_accents_change_it() -> None:
    assert first_on(SINCE, 90, "Inês CARVALHO", []) == first_on(SINCE, 90, "ines carvalho", [])


def test_it_is_the_same_on_every_run_and_every_machine() -> None:
    assert first_on(SINCE, 90, "Grace Hopper", []) == date(2027, 1, 25)


@given(st.text(min_size=1), st.integers(1, 1000), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_it_lies_within_one_cadence_after_today(name: str, every: int, since: date) -> None:
    on = first_on(since, every, name, [])
    assert timedelta(days=1) <= on - since <= timedelta(days=every)


@pytest.mark.parametrize("every", [30, 90, 365])
def test_two_thousand_people_are_spread_evenly(every: int) -> None:
    days = Counter(first_on(SINCE, every, f"Person {n}", []) for n in range(2000))
    share = 2000 / every
    assert max(days.values()) < 2 * share + 8
    assert len(days) > 0.9 * every
