"""The table of the morning: when each line comes, in which words it stays, and when it ends."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.known import ask, favor, help_, judged, met, only, planned, thanks

from netlog.records.meetings import KINDS
from netlog.records.standing import Open, YearlyDay
from netlog.rules import peace, phases
from netlog.rules.standing import is_over, is_shown

DAY = date(2026, 3, 2)  # what happened, happened then


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def shown_on(days: int, /, **facts: Any) -> bool:
    """Whether the morning that many days after DAY shows the one line of these facts."""
    one = only(after(days), **facts)
    return is_shown(one, after(days), after(days))


def phase_on(days: int, /, **facts: Any) -> str:
    return only(after(days), **facts).phase


def span(last: int = 220, /, **facts: Any) -> list[tuple[int, int]]:
    """The stretches of days on which the line is shown, first and last day of each."""
    shown = [day for day in range(last) if shown_on(day, **facts)]
    starts = [day for day in shown if day - 1 not in shown]
    return [(day, next(n for n in range(day, last + 1) if n + 1 not in shown)) for day in starts]


# Thanks

HELP = {"text": "read my CV", "kind": None}


@pytest.mark.parametrize(
    "owed",
    [HELP, {"kind": "interview"}, {"kind": "coffee", "text": "read my CV"}, {"kind": None}],
    ids=["a favor", "an interview", "a favor at a coffee", "nothing named"],
)
def test_thanks_that_last_come_after_two_days_and_rest_after_ninety(owed: dict[str, Any]) -> None:
    assert span(thanks=(thanks(DAY, **owed),)) == [(2, 90)]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "interview"])
def test_thanks_for_other_meetings_fade_after_thirty_days(kind: str) -> None:
    assert span(thanks=(thanks(DAY, kind),)) == [(2, 30)]


@pytest.mark.parametrize(("days", "phase"), [(2, "due"), (13, "due"), (14, "late"), (90, "late")])
def test_thanks_that_last_are_late_and_welcome_from_the_fourteenth_day(
    days: int, phase: str
) -> None:
    assert phase_on(days, thanks=(thanks(DAY, **HELP),)) == phase


def test_thanks_for_a_coffee_are_never_called_late() -> None:
    assert {phase_on(day, thanks=(thanks(DAY),)) for day in range(31)} == {"due"}


def test_thanks_that_faded_show_not_even_among_what_rests() -> None:
    assert only(after(31), thanks=(thanks(DAY),)).faded
    assert not only(after(30), thanks=(thanks(DAY),)).faded


@pytest.mark.parametrize(("days", "rested"), [(90, False), (91, True), (900, True)])
def test_thanks_that_last_rest_and_do_not_fade(days: int, rested: bool) -> None:
    one = only(after(days), thanks=(thanks(DAY, **HELP),))
    assert (one.rested, one.faded) == (rested, False)


def test_thanks_due_at_once_come_at_once() -> None:
    assert span(thanks=(thanks(DAY, due_on=DAY),)) == [(0, 30)]


# Promises


def promised(**told: Any) -> dict[str, Any]:
    return {"favors": (favor(opened_on=after(-7), due_on=DAY, **told),)}


def test_a_promise_comes_on_its_day_and_rests_after_120() -> None:
    assert span(**promised()) == [(0, 120)]


@pytest.mark.parametrize(("days", "phase"), [(0, "due"), (59, "due"), (60, "late"), (120, "late")])
def test_whether_a_promise_is_still_meant_is_asked_from_sixty_days_on(
    days: int, phase: str
) -> None:
    assert phase_on(days, **promised()) == phase


@pytest.mark.parametrize(("days", "rested"), [(120, False), (121, True)])
def test_a_promise_rests_from_the_121st_day_on(days: int, rested: bool) -> None:
    assert only(after(days), **promised()).rested is rested


# Asks without an answer


def asked(*touched: int, **told: Any) -> dict[str, Any]:
    """An ask due on DAY, and meetings so many days after it."""
    meetings = [met(0)._replace(on=after(days)) for days in touched]
    return {"favors": (ask(on=after(-14), **told),), "meetings": tuple(reversed(meetings))}


def test_an_ask_comes_on_its_day_and_rests_a_week_after_45() -> None:
    assert span(**asked()) == [(0, 51)]


@pytest.mark.parametrize(("days", "phase"), [(0, "due"), (44, "due"), (45, "last"), (51, "last")])
def test_an_ask_is_to_be_let_rest_for_a_week_from_45_days_on(days: int, phase: str) -> None:
    assert phase_on(days, **asked()) == phase


def test_being_in_touch_while_it_is_shown_is_a_nudge_and_gives_fourteen_days() -> None:
    assert span(**asked(5)) == [(0, 4), (19, 51)]
    assert phase_on(19, **asked(5)) == "late"


def test_after_two_nudges_it_may_rest_whatever_the_day() -> None:
    assert span(**asked(1, 20)) == [(0, 0), (15, 19), (34, 40)]
    assert (phase_on(19, **asked(1, 20)), phase_on(34, **asked(1, 20))) == ("late", "last")


def test_being_in_touch_before_it_comes_up_is_no_nudge() -> None:
    assert span(**asked(-3)) == span(**asked())


def test_being_in_touch_while_a_nudge_rests_is_no_other_nudge() -> None:
    assert span(**asked(1, 3, 8)) == span(**asked(1))


def test_a_third_time_in_touch_does_not_keep_it_up() -> None:
    assert span(**asked(1, 20, 35, 36)) == span(**asked(1, 20))


def test_being_in_touch_once_it_rests_does_not_wake_it() -> None:
    assert span(**asked(60, 200)) == span(**asked())


def test_the_ask_itself_is_no_nudge() -> None:
    """An ask for today's answer comes up today."""
    assert span(favors=(ask(on=DAY, due_on=DAY),)) == [(0, 51)]


def test_what_is_yet_to_happen_nudged_nobody() -> None:
    assert shown_on(3, **asked(5))


@pytest.mark.parametrize("days", [52, 500])
def test_an_ask_that_had_its_time_rests(days: int) -> None:
    assert only(after(days), **asked()).rested


def test_how_often_they_were_nudged_is_known() -> None:
    assert [only(after(day), **asked(1, 20)).nudges for day in (0, 1, 19, 20, 90)] == [
        0,
        1,
        1,
        2,
        2,
    ]


# Outcomes


def test_an_outcome_that_is_known_comes_the_day_after_and_rests_after_120() -> None:
    told = help_(on=after(-30), outcome="hired", outcome_on=DAY)
    assert span(favors=(told,)) == [(1, 121)]
    assert phase_on(1, favors=(told,)) == "known"


def test_how_it_went_is_asked_for_a_week_after_30_60_and_120_days() -> None:
    assert span(favors=(help_(on=DAY),)) == [(30, 36), (60, 66), (120, 126)]


@pytest.mark.parametrize(
    ("days", "rested"), [(29, False), (36, False), (37, True), (59, True), (60, False), (127, True)]
)
def test_how_it_went_rests_between_those_weeks(days: int, rested: bool) -> None:
    assert only(after(days), favors=(help_(on=DAY),)).rested is rested


def test_an_outcome_put_off_is_asked_for_on_that_day_and_on_the_days_after_it() -> None:
    put_off = help_(on=DAY, snoozed_until=after(45))
    assert span(favors=(put_off,)) == [(45, 51), (60, 66), (120, 126)]


@pytest.mark.parametrize(
    "text",
    [
        *("paid for lunch", "a bottle of wine", "flowers", "a lift home", "Birthday cake"),
        *("her sofa", "held the door", "kind words", "congratulated me", "lent me her car"),
        *("a book", "borrowed his ladder", "praised my talk", "drove me to the airport"),
    ],
)
def test_nobody_asks_how_a_courtesy_went(text: str) -> None:
    assert judged(after(30), favors=(help_(text, on=DAY),)).open == ()


@pytest.mark.parametrize("text", ["a loan", "loaned me 900", "lent me money for the rent"])
def test_a_loan_is_no_small_courtesy(text: str) -> None:
    assert span(favors=(help_(text, on=DAY),))[0] == (30, 36)


@pytest.mark.parametrize(
    "text",
    [
        *("an introduction over lunch", "read my CV", "advice at coffee"),
        *("the number of a recruiter", "edited my book", "a kind word to her boss"),
    ],
)
def test_what_came_with_a_meal_may_have_an_outcome(text: str) -> None:
    assert shown_on(30, favors=(help_(text, on=DAY),))


@pytest.mark.parametrize("end", ["told_on", "dropped_on"])
def test_told_or_let_go_is_the_end(end: str) -> None:
    for outcome in (None, "hired"):
        settled = help_(on=DAY, outcome=outcome, outcome_on=outcome and after(9), **{end: after(9)})
        assert judged(after(30), favors=(settled,)).open == ()


# Birthdays


def birthday(on: str = "--03-02", **told: Any) -> dict[str, Any]:
    seen = told.pop("last_touch_on", None)
    fields = {"label": "birthday", "done_on": None, "ref": "c1", **told}
    return {"days": (YearlyDay(on=on, **fields),), "last_touch_on": seen}


@pytest.mark.parametrize(
    ("days", "phase", "shown"),
    [
        (-8, "ahead", False), (-7, "ahead", True), (-1, "ahead", True), (0, "due", True),
        (1, "after", True), (3, "after", True), (4, "ahead", False),
    ],
)  # fmt: skip
def test_a_birthday_comes_a_week_before_and_is_belated_for_three_days(
    days: int, phase: str, shown: bool
) -> None:
    assert (phase_on(days, **birthday()), shown_on(days, **birthday())) == (phase, shown)


@pytest.mark.parametrize("how", ["done_on", "last_touch_on"])
def test_a_birthday_that_was_wished_or_spoken_on_comes_next_year(how: str) -> None:
    one = only(after(2), **birthday(**{how: DAY}))
    assert one.due_on == date(2027, 3, 2)
    assert not is_shown(one, after(2), after(2))


@pytest.mark.parametrize("how", ["done_on", "last_touch_on"])
def test_what_was_before_the_day_does_not_count_as_wishes(how: str) -> None:
    assert shown_on(0, **birthday(**{how: after(-1)}))


def test_putting_somebody_off_lets_no_birthday_pass() -> None:
    put_off = {**birthday(), "snoozed_until": after(2), "snoozes": 1}
    assert not any(shown_on(day, **put_off) for day in range(-7, 0))
    assert shown_on(0, **put_off)


@pytest.mark.parametrize("year", [2027, 2028])
def test_a_leap_day_is_kept_on_the_28th_in_common_years(year: int) -> None:
    on = date(year, 2, 29 if year == 2028 else 28)
    one = only(on - timedelta(days=3), **birthday("1996-02-29"))
    assert (one.due_on, one.about) == (on, f"birthday, turning {year - 1996}")


@pytest.mark.parametrize("said", ["--03", "1990-03", "1990", "199X"])
def test_a_birthday_of_which_the_day_is_unknown_never_comes(said: str) -> None:
    assert judged(DAY, **birthday(said)).open == ()


# Plans


@pytest.mark.parametrize(
    ("days", "phase", "shown"),
    [
        (-2, "ahead", False), (-1, "ahead", True), (0, "due", True),
        (1, "after", True), (7, "after", True), (8, "after", False),
    ],
)  # fmt: skip
def test_a_plan_comes_on_its_eve_and_is_asked_about_for_a_week(
    days: int, phase: str, shown: bool
) -> None:
    facts = {"plans": (planned(DAY),)}
    assert (phase_on(days, **facts), shown_on(days, **facts)) == (phase, shown)


# Getting back in touch


def test_getting_back_in_touch_has_no_end_of_its_own() -> None:
    one = only(after(4000), every_days=30, next_due_on=DAY)
    assert (one.comes_on, one.rests_on, one.rested) == (DAY, None, False)


# Put off


def put_off_until(days: int) -> list[tuple[str, dict[str, Any]]]:
    day = after(days)
    return [
        ("thanks", {"thanks": (thanks(DAY, **HELP, snoozed_until=day),)}),
        ("small thanks", {"thanks": (thanks(DAY, snoozed_until=day),)}),
        ("promise", promised(snoozed_until=day)),
        ("waiting", asked(snoozed_until=day)),
        ("how it went", {"favors": (help_(on=DAY, snoozed_until=day),)}),
        ("outcome", {"favors": (help_(on=DAY, outcome="x", outcome_on=DAY, snoozed_until=day),)}),
        ("plan", {"plans": (planned(DAY, snoozed_until=day),)}),
    ]  # fmt: skip


@pytest.mark.parametrize("days", [5, 29, 31, 44, 60, 90, 119, 130, 300])
def test_whatever_is_put_off_comes_on_that_day_for_a_week_at_least(days: int) -> None:
    """What a confirmation announced comes true, however late."""
    for _, facts in put_off_until(days):
        one = only(after(days - 1), **facts)
        assert not is_shown(one, after(days - 1), after(days - 1))
        assert all(shown_on(days + day, **facts) for day in range(7))


# Laws of every line

ends: dict[str, Callable[[int], dict[str, Any]]] = {
    "thanks": lambda days: {"thanks": (thanks(after(-days)),)},
    "lasting": lambda days: {"thanks": (thanks(after(-days), **HELP),)},
    "promise": lambda days: {"favors": (favor(opened_on=after(-days), due_on=after(7 - days)),)},
    "waiting": lambda days: {"favors": (ask(on=after(-days)),)},
    "outcome": lambda days: {"favors": (help_(on=after(-days)),)},
    "known": lambda days: {
        "favors": (help_(on=after(-days), outcome="x", outcome_on=after(-days)),)
    },
    "plan": lambda days: {"plans": (planned(after(-days)),)},
}


@pytest.mark.parametrize("kind", ends)
def test_nothing_stays_on_the_morning_for_more_than_four_months(kind: str) -> None:
    def is_here(days: int) -> bool:
        one: Open = only(DAY, **ends[kind](days))
        return is_shown(one, DAY, DAY)

    ages = [days for days in range(1000) if is_here(days)]
    assert ages
    assert max(ages) <= 130


@given(st.sampled_from(list(ends)), st.integers(0, 1000))
def test_what_is_over_rests(kind: str, days: int) -> None:
    one = only(DAY, **ends[kind](days))
    if is_over(one, DAY):
        assert one.rested


def test_days_past_the_end_of_the_calendar_are_its_last_day() -> None:
    assert phases.promise(date.max, None, DAY).rests_on == date.max
    assert phases.waiting(date.max, [], None, DAY)[0].rests_on == date.max


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("hired inside", "told me why: hired inside"),
        ("told me why", "told me why"),
        ("Told me why: hired inside", "told me why: hired inside"),
        ("told me why not, kindly", "told me why not, kindly"),
    ],
)
def test_why_it_is_a_no_is_said_once(said: str, kept: str) -> None:
    assert peace.told_why(said) == kept
    assert phases.is_courtesy(kept)
