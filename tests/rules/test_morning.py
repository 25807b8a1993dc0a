"""The morning: one block a person, in which order, seven people, and what is left for tomorrow."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.rules.known import (
    TODAY,
    ago,
    ahead,
    ask,
    favor,
    help_,
    known,
    planned,
    somebody,
    thanks,
)

from netlog.records.due import Block, BriefDue
from netlog.records.leads import LeadBrief
from netlog.records.reciprocity import Thresholds
from netlog.records.standing import Standing, YearlyDay
from netlog.rules.due import birthday_keys, blocks, brief, horizon, morning, next_day, of_person
from netlog.rules.reciprocity import check
from netlog.rules.reconnect import suggestion
from netlog.rules.standing import standing

todays = st.dates(date(1900, 1, 1), date(2200, 12, 31))
birthdays = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(
    lambda day: f"-{day.isoformat()[4:]}"
)


def person(number: int, today: date = TODAY, **facts: Any) -> Standing:
    return standing(known(contact=somebody(number), **facts), today)


def thanked(number: int, late: int = 0) -> Standing:
    """Somebody to whom thanks have been due for that many days."""
    return person(number, thanks=(thanks(ago(late + 2), "interview", id=number),))


def promised(number: int, late: int = 0) -> Standing:
    return person(number, favors=(favor(id=number, due_on=ago(late)),))


def waiting(number: int, late: int = 0) -> Standing:
    return person(number, favors=(ask(on=ago(late + 14), id=number),))


def to_tell(number: int, late: int = 0) -> Standing:
    told = help_(on=ago(99), id=number, outcome="hired", outcome_on=ago(late + 1))
    return person(number, favors=(told,))


def silent(number: int, late: int = 0, every: int = 30, **facts: Any) -> Standing:
    """Somebody to get back to since that many days."""
    last = {"last_touch_on": ago(late + every), **facts}
    return person(number, every_days=every, next_due_on=ago(late), **last)


def untouched(number: int, late: int = 0, every: int = 30) -> Standing:
    return silent(number, late, every, last_touch_on=None)


def born(number: int, on: date) -> Standing:
    days = (YearlyDay("birthday", f"--{on:%m-%d}", None, f"c{number}"),)
    return person(number, days=days, last_touch_on=None, added_on=ago(5))


def going(number: int, on: date, ref: str = "p1") -> Standing:
    return person(number, plans=(planned(on, ref=ref),))


def found(*standings: Standing, today: date = TODAY, within: int = 0, **how: Any) -> list[Block]:
    return blocks(standings, today, horizon(today, within), **how)


def refs(found_: Sequence[Block]) -> list[list[str]]:
    return [[line.item.ref for line in block.lines] for block in found_]


def people(found_: Sequence[Block]) -> list[int]:
    return [block.contact.id for block in found_]


# One block a person


def test_a_person_is_one_block_with_a_line_for_each_debt_the_latest_first() -> None:
    carol = person(
        1,
        thanks=(thanks(ago(5), id=1), thanks(ago(9), id=2)),
        favors=(favor(id=3, due_on=ago(30)),),
        every_days=30,
        next_due_on=ago(60),
    )
    assert refs(found(carol)) == [["f3", "t2", "t1", "c1"]]


def test_the_latest_line_says_under_which_heading_the_block_stands() -> None:
    carol = person(1, thanks=(thanks(ago(9)),), favors=(favor(due_on=ago(30)),))
    assert [block.part for block in found(carol)] == ["promise"]


def test_whoever_has_nothing_due_is_no_block() -> None:
    assert found(person(1), thanked(2, late=-1)) == []


def test_what_is_planned_with_several_is_one_line() -> None:
    assert refs(found(going(1, TODAY), going(2, TODAY))) == [["p1"]]
    assert refs(found(going(1, TODAY), going(2, TODAY, "p2"))) == [["p1"], ["p2"]]


def test_only_the_kinds_asked_for_are_reported() -> None:
    carol = person(1, thanks=(thanks(ago(9), id=5),), favors=(favor(id=6),))
    assert refs(found(carol, kinds=("promise",))) == [["f6"]]
    assert refs(found(carol, kinds=("outcome",))) == []


def test_what_rests_shows_only_when_asked_for_and_last_in_its_block() -> None:
    carol = person(
        1,
        thanks=(thanks(ago(5), id=1), thanks(ago(200), "interview", id=2)),
        favors=(favor(id=3, due_on=ago(200)),),
    )
    assert refs(found(carol)) == [["t1"]]
    (block,) = found(carol, resting=True)
    assert {line.item.ref: line.item.rested for line in block.lines} == {
        "t1": False,
        "f3": True,
        "t2": True,
    }
    assert block.lines[0].item.ref == "t1"


def test_somebody_of_whom_everything_rests_comes_after_everybody_else() -> None:
    resting = promised(1, late=200)
    assert people(found(resting, silent(2, 1), resting=True)) == [2, 1]
    assert people(found(resting, silent(2, 1))) == [2]


def test_thanks_that_faded_do_not_even_rest() -> None:
    assert found(person(1, thanks=(thanks(ago(31)),)), resting=True) == []


def test_a_line_that_rests_until_its_next_week_is_not_yet_to_come() -> None:
    """Between two questions how it went, it rests; it is still announced for its next day."""
    helped = person(1, favors=(help_(on=ago(40), id=4),))
    assert found(helped) == []
    assert refs(found(helped, resting=True)) == [["f4"]]
    (block,) = found(helped, within=20)
    assert [(line.item.ref, line.item.rested) for line in block.lines] == [("f4", False)]
    assert block.part == "outcome"


@pytest.mark.parametrize("within", [0, 3, 4])
def test_looking_ahead_brings_what_comes_by_then(within: int) -> None:
    assert bool(found(promised(1, late=-4), within=within)) is (within >= 4)


def test_one_person_is_judged_as_in_the_morning() -> None:
    carol = person(1, thanks=(thanks(ago(5), id=1),), favors=(favor(id=3, due_on=ago(30)),))
    assert [one.ref for one in of_person(carol, TODAY, TODAY)] == ["f3", "t1"]


# The order


def test_today_comes_first_then_debts_then_near_days_then_silence() -> None:
    order = [
        going(4, TODAY),
        born(5, TODAY),
        thanked(1, late=9),
        promised(8, late=3),
        born(2, ahead(1)),
        going(3, ahead(1), "p2"),
        silent(6, late=900),
    ]
    assert people(found(*reversed(order))) == [4, 5, 1, 8, 2, 3, 6]


def test_of_debts_the_latest_comes_first_whatever_its_kind() -> None:
    order = waiting(4, late=9), thanked(3, late=7), to_tell(2, late=5), promised(1, late=3)
    assert people(found(*reversed(order))) == [4, 3, 2, 1]


def test_silence_goes_by_how_far_it_is_over_the_cadence() -> None:
    weekly, yearly, monthly = silent(1, 7, 7), silent(2, 100, 365), silent(3, 60, 30)
    assert people(found(weekly, yearly, monthly)) == [3, 1, 2]


def test_ties_go_by_the_number_of_the_person() -> None:
    assert people(found(thanked(3), thanked(1), thanked(2))) == [1, 2, 3]


def test_a_day_that_was_asked_for_is_todays_and_then_a_debt() -> None:
    asked_for = silent(1, 0, remind_on=TODAY, remind_why="the exam")
    assert [block.part for block in found(asked_for)] == ["today"]
    late = silent(2, 5, remind_on=ago(5), remind_why="the exam")
    assert people(found(late, thanked(3, late=4), thanked(4, late=6))) == [4, 2, 3]


def test_a_reminder_to_come_stands_among_the_days_that_are_near() -> None:
    asked_for = silent(2, -5, remind_on=ahead(5), remind_why="the exam")
    order = [promised(9, late=-6), born(1, ahead(4)), asked_for, going(3, ahead(6)), silent(4, -1)]
    assert people(found(*reversed(order), within=7)) == [9, 1, 2, 3, 4]
    later = ahead(84)
    days = (YearlyDay("birthday", f"--{ahead(6):%m-%d}", None, "c5.1"),)
    both = silent(5, -84, days=days, remind_on=later, remind_why="the exam", last_touch_on=ago(1))
    (block,) = found(both, within=90)
    assert (block.part, refs([block])) == ("date", [["c5.1", "c5"]])


@given(st.permutations([thanked(1), promised(2), silent(3, 9), born(4, TODAY), waiting(5)]))
def test_the_order_does_not_depend_on_how_they_came(standings: list[Standing]) -> None:
    assert people(found(*standings)) == [4, 1, 2, 5, 3]


# Seven people


def shown(*standings: Standing, most: int | None = 7) -> list[int]:
    return sorted(people(morning(found(*standings), most).blocks))


def many(kind: Any, first: int, number: int) -> list[Standing]:
    """So many people of that kind, the most urgent first."""
    return [kind(first + n, 60 - n) for n in range(number)]


def test_a_morning_shows_seven_people_and_says_how_many_wait() -> None:
    report = morning(found(*many(thanked, 1, 12)), 7)
    assert (people(report.blocks), report.waiting) == ([1, 2, 3, 4, 5, 6, 7], 12)


def test_at_most_five_are_shown_for_debts_while_others_wait_to_be_got_back_to() -> None:
    assert shown(*many(thanked, 1, 9), *many(silent, 11, 9)) == [1, 2, 3, 4, 5, 11, 12]
    assert shown(*many(thanked, 1, 9), silent(11, 5)) == [1, 2, 3, 4, 5, 11]


def test_debts_leave_their_room_to_those_to_be_got_back_to() -> None:
    assert shown(*many(thanked, 1, 2), *many(silent, 11, 9)) == [1, 2, 11, 12, 13, 14, 15]


def test_at_most_three_are_shown_who_were_never_touched() -> None:
    assert shown(*many(untouched, 1, 9)) == [1, 2, 3]
    later = [silent(11 + n, 1) for n in range(9)]
    assert shown(*many(untouched, 1, 9), *later) == [1, 2, 3, 11, 12, 13, 14]


def test_somebody_never_touched_to_whom_something_is_owed_counts_for_the_debt() -> None:
    owed = [
        person(n, thanks=(thanks(ago(9), "interview"),), last_touch_on=None) for n in range(1, 6)
    ]
    assert shown(*owed, *many(untouched, 11, 5)) == [1, 2, 3, 4, 5, 11, 12]


def test_a_birthday_of_somebody_never_touched_brings_no_fourth_one_to_get_back_to() -> None:
    def born_and_untouched(number: int, late: int) -> Standing:
        days = (YearlyDay("birthday", f"--{ahead(5):%m-%d}", None, f"c{number}.2"),)
        how = {"every_days": 30, "next_due_on": ago(late), "last_touch_on": None}
        return person(number, days=days, **how)

    eight = many(born_and_untouched, 1, 8)
    seen = morning(found(*eight), 7)
    assert brief(seen) == BriefDue(7, 1, {"reconnect": 3, "date": 7})
    alone = morning(found(*eight[:2], *many(untouched, 11, 9)), 7)
    assert refs(alone.blocks) == [["c11"], ["c12"], ["c13"], ["c1.2"], ["c2.2"]]
    assert len(morning(found(*eight), None).items) == 16


def test_a_reminder_of_today_beside_a_plan_gives_way_to_no_first_ones() -> None:
    both = person(
        1,
        plans=(planned(TODAY),),
        next_due_on=TODAY,
        remind_on=TODAY,
        remind_why="the exam",
        last_touch_on=None,
    )
    seen = morning(found(both, *many(untouched, 11, 4)), 7)
    assert refs(seen.blocks)[0] == ["p1", "c1"]


def test_what_is_today_is_always_shown_first() -> None:
    todays_ = [born(n, TODAY) for n in range(1, 4)]
    assert shown(*todays_, *many(thanked, 11, 9), silent(31, 5)) == [1, 2, 3, 11, 12, 13, 31]
    all_day = [born(n, TODAY) for n in range(1, 10)]
    assert shown(*all_day, silent(31, 5)) == [1, 2, 3, 4, 5, 6, 31]


def test_those_to_get_back_to_keep_their_room_beside_plans_and_birthdays_and_debts() -> None:
    owed_and_met = person(1, plans=(planned(TODAY),), thanks=(thanks(ago(9), "interview", id=99),))
    others = [owed_and_met, born(2, TODAY), *many(thanked, 11, 5)]
    waiting_ = [silent(31, 270), silent(32, 280)]
    assert {31, 32} < set(shown(*others, *waiting_))
    assert 32 in shown(*others, *waiting_, most=4)
    assert shown(*[born(n, TODAY) for n in range(1, 10)]) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("most", "for_debts"), [(1, 1), (2, 1), (3, 2), (5, 4), (6, 4), (7, 5), (8, 6), (20, 9)]
)
def test_how_many_people_is_the_users_to_say(most: int, for_debts: int) -> None:
    everybody = [*many(thanked, 1, 9), *many(silent, 11, 9)]
    assert sum(id_ < 10 for id_ in shown(*everybody, most=most)) == for_debts
    assert len(shown(*everybody, most=most)) == min(18, most)


def reminded(number: int, late: int) -> Standing:
    """Somebody of whom you wanted to be reminded so many days ago."""
    return person(number, remind_on=ago(late), next_due_on=ago(late), last_touch_on=ago(late + 40))


def first_are_first(*everybody: Standing, most: int = 7) -> bool:
    """Whether of those to get back to nobody is shown before somebody who stands before them."""
    order = [one for one in people(found(*everybody)) if one >= 11]
    there = [one for one in shown(*everybody, most=most) if one >= 11]
    return sorted(order[: len(there)]) == there


@pytest.mark.parametrize("late", range(1, 8))
def test_a_reminder_that_came_stays_before_those_over_their_cadence(late: int) -> None:
    everybody = [*many(thanked, 1, 5), reminded(11, late), *many(silent, 12, 3)]
    assert shown(*everybody) == [1, 2, 3, 4, 5, 11, 12]
    assert all(first_are_first(*everybody, most=most) for most in range(1, 10))


def test_a_reminder_older_than_a_debt_takes_nobodys_room_but_the_last() -> None:
    assert shown(*many(thanked, 1, 6), reminded(11, 90), *many(silent, 12, 3)) == [
        *(1, 2, 3, 4, 5, 11, 12)
    ]


def test_a_reminder_beside_a_debt_keeps_its_room() -> None:
    both = reminded(11, 2)
    owed = standing(
        known(
            contact=somebody(11),
            remind_on=ago(2),
            next_due_on=ago(2),
            last_touch_on=ago(42),
            thanks=(thanks(ago(7), "interview", id=11),),
        ),
        TODAY,
    )
    for one in (both, owed):
        assert 11 in shown(*many(thanked, 1, 6), one, *many(silent, 12, 3))


def test_all_are_shown_when_no_number_holds() -> None:
    assert len(shown(*many(thanked, 1, 9), *many(untouched, 11, 9), most=None)) == 18


def test_the_parts_stand_in_one_order_whoever_is_most_urgent() -> None:
    report = morning(
        found(
            silent(1, 90), to_tell(2, 9), waiting(3, 30), promised(4, 20), thanked(5, 1),
            going(6, ahead(1)), born(7, TODAY), born(8, ahead(2)),
        ),
        None,
    )  # fmt: skip
    assert [block.part for block in report.blocks] == [
        *("today", "thanks", "promise", "waiting", "outcome", "plan", "reconnect", "date")
    ]


counts = st.lists(st.integers(0, 12), min_size=5, max_size=5)


@given(counts, st.integers(1, 20))
def test_the_morning_never_passes_its_measure(numbers: list[int], most: int) -> None:
    makers = (thanked, silent, untouched)
    everybody = [
        one for n, make in enumerate(makers) for one in many(make, 100 * n + 1, numbers[n])
    ]
    everybody += [born(400 + n, TODAY) for n in range(numbers[3])]
    everybody += [going(500 + n, ahead(1), f"p{n}") for n in range(numbers[4])]
    report = morning(found(*everybody), most)
    here = people(report.blocks)
    assert len(here) == len(set(here)) <= most
    assert report.waiting == len(everybody)
    waits = numbers[1] or numbers[2]
    debts = [id_ for id_ in here if id_ < 100]
    assert len(debts) <= (max(1, most - 1) if waits and most < 6 else most - 2 if waits else most)
    assert sum(200 < id_ < 300 for id_ in here) <= 3
    # The calm have no empty place while somebody waits who may have it.
    if len(here) < most:
        assert set(range(101, 101 + numbers[1])) <= set(here)


# In numbers


def test_the_brief_counts_the_morning_as_it_is_shown() -> None:
    carol = person(1, thanks=(thanks(ago(9)), thanks(ago(8))), favors=(favor(),))
    report = morning(found(carol, *many(silent, 11, 9)), 7)
    assert brief(report) == BriefDue(7, 3, {"thanks": 2, "promise": 1, "reconnect": 6})


def test_the_brief_of_a_calm_morning_counts_nothing() -> None:
    assert brief(morning([], 7)) == BriefDue(0, 0, {})


# The next day


def test_the_next_day_is_the_first_on_which_anything_comes() -> None:
    coming = promised(1, late=-9), thanked(2, late=-4), silent(3, -12)
    assert next_day(coming, TODAY) == ahead(4)


def test_the_next_day_passes_over_what_has_come_and_what_rests() -> None:
    assert next_day([promised(1, late=2), promised(2, late=300)], TODAY) is None


def test_the_next_day_knows_birthdays_snoozes_and_questions_to_come() -> None:
    put_off = person(1, thanks=(thanks(ago(9), snoozed_until=ahead(3)),))
    assert next_day([put_off], TODAY) == ahead(3)
    assert next_day([born(1, ahead(20))], TODAY) == ahead(13)
    assert next_day([person(1, favors=(help_(on=ago(40)),))], TODAY) == ahead(20)


@given(st.integers(-50, 50), st.integers(-50, 50))
def test_on_the_next_day_something_is_due_and_on_none_before(one: int, other: int) -> None:
    def at(today: date) -> list[Standing]:
        facts = [
            known(contact=somebody(1), favors=(favor(id=1, due_on=ahead(one)),)),
            known(contact=somebody(2), thanks=(thanks(ahead(other - 2), id=2),)),
        ]
        return [standing(each, today) for each in facts]

    after = next_day(at(TODAY), TODAY)
    new = {ref for n in range(1, 60) for block in refs(found(*at(ahead(n)), today=ahead(n)))
           for ref in block} - {r for block in refs(found(*at(TODAY))) for r in block}  # fmt: skip
    assert (after is None) == (not new)
    if after:
        here = {ref for block in refs(found(*at(after), today=after)) for ref in block}
        assert here & new


# Which birthdays are looked up


def test_the_days_to_look_up_begin_three_days_ago_and_wrap_around_the_year() -> None:
    today = date(2026, 12, 30)
    assert birthday_keys(today, today) == (("12-27", "12-31"), ("01-01", "01-07"))
    assert birthday_keys(TODAY, TODAY) == (("11-20", "12-01"),)


def test_looking_a_year_ahead_looks_up_every_day() -> None:
    assert birthday_keys(TODAY, ahead(400)) == (("01-01", "12-31"),)


@given(todays, birthdays, st.integers(0, 400))
@example(date(2027, 2, 21), "--02-29", 0)
@example(date(2028, 2, 22), "--02-29", 0)
@example(date(2027, 3, 3), "--02-29", 0)
def test_every_birthday_that_is_near_is_looked_up(today: date, said: str, within: int) -> None:
    until = horizon(today, within)
    days = (YearlyDay("birthday", said, None, "c1"),)
    one = standing(known(days=days, last_touch_on=None), today)
    if found(one, today=today, within=within):
        looked_up = birthday_keys(today, until)
        assert any(start <= said[-5:] <= end for start, end in looked_up)


@st.composite
def kindnesses(draw: st.DrawFn) -> dict[str, Any]:
    """What somebody did, thanked for or not, with news of it or without, of a lead or of none."""
    favors, owed = [], []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        on, news = draw(st.integers(3, 60)), draw(st.none() | st.integers(0, 3))
        landed = LeadBrief(1, "l1", "the mill", "landed") if draw(st.booleans()) else None
        came = {} if news is None else {"outcome": "I begin in May", "outcome_on": ago(news)}
        favors.append(help_("a letter", on=ago(on), id=number, lead=landed, **came))
        sent = draw(st.none() | st.just(ago(on)))
        owed.append(thanks(ago(on), None, text="a letter", favor_id=number, sent_on=sent))
    return {"favors": tuple(favors), "thanks": tuple(owed)}


@given(kindnesses())
def test_of_no_kindness_the_thanks_end_before_its_news_have_come(facts: dict[str, Any]) -> None:
    def lines(today: date, until: date) -> set[str]:
        shown = of_person(standing(known(**facts), today), today, until)
        return {one.ref for one in shown if one.kind == "thanks" or one.ref in news}

    unsent = {one.favor.ref for one in facts["thanks"] if one.favor and not one.sent_on}
    of_favor = {one.ref: one.favor.ref for one in facts["thanks"] if one.favor}
    news = {one.ref for one in facts["favors"] if one.outcome}
    for today in (ago(1), TODAY, ahead(1), ahead(2)):
        found, shown = standing(known(**facts), today), lines(today, today)
        known_by = {f.ref for f in facts["favors"] if f.outcome_on and f.outcome_on < today}
        assert sorted(of_favor.get(ref, ref) for ref in shown) == sorted(unsent | known_by)
        assert len(lines(today, ahead(30))) == len(unsent | news)
        kinds = {"thanks" if ref in of_favor else "outcome" for ref in shown}
        codes = {one.code for one in check(found, today, Thresholds()).reasons}
        assert {"not_thanked" if kind == "thanks" else "not_told" for kind in kinds} <= codes
        said = suggestion(found, today, whoever=True)
        assert kinds <= {why.code for why in said.why}
        assert not kinds or said.opening.ref in shown
