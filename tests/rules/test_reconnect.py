"""Whom to get back in touch with, why, in which order, and with which words."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import permutations

import pytest

from netlog.records.people import Person
from netlog.records.reciprocity import OwedFor
from netlog.records.reconnect import Acquaintance, Suggestion
from netlog.rules.reconnect import candidates, opening, suggestion

TODAY = date(2026, 11, 23)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


COFFEE = OwedFor("t1", date(2026, 11, 10), "coffee", is_meeting=True)
HIRED = OwedFor("f1", ago(9), "they hired me")
SLIDES = OwedFor("f2", ago(8), "the slides")
TOPIC = OwedFor("m1", date(2026, 10, 2), "Her garden and the bees")
BIRTHDAY = "--12-01"


def someone(name: str = "Carol", id: int = 1, **known: object) -> Acquaintance:  # noqa: A002
    """Somebody for whom nothing speaks."""
    nothing = Acquaintance(
        contact=Person(id, f"c{id}", name),
        every_days=90,
        added_on=ago(900),
        last_touch_on=ago(20),
        next_due_on=TODAY + timedelta(days=80),
        snoozed_until=None,
        birthday=None,
        birthday_done_on=None,
        thanks=(),
        outcomes=(),
        promises=(),
        given=0,
        received=0,
        introduced=(),
        last_topic=None,
    )
    return nothing._replace(**known)


def suggestions(
    people: Iterable[Acquaintance], today: date, *, whoever: bool = False
) -> list[Suggestion]:
    found = candidates(people, today, whoever=whoever)
    return [suggestion(one, one.known.last_topic, today) for one in found]


def why(**known: object) -> list[tuple[str, str]]:
    return [tuple(reason) for one in suggestions([someone(**known)], TODAY) for reason in one.why]


def names(*people: Acquaintance) -> list[str]:
    return [one.contact.name for one in suggestions(people, TODAY)]


def test_somebody_for_whom_nothing_speaks_is_left_alone() -> None:
    assert suggestions([someone()], TODAY) == []


# Each reason


@pytest.mark.parametrize(
    ("known", "code", "text"),
    [
        ({"thanks": (COFFEE,)}, "thanks", "thanks owed for coffee on 10 Nov"),
        ({"promises": (SLIDES,)}, "promise", "you promised: the slides"),
        ({"birthday": BIRTHDAY}, "birthday", "birthday on 1 Dec"),
        ({"birthday": "1970-12-01"}, "birthday", "birthday on 1 Dec"),
        (
            {"received": 3, "given": 1},
            "gave_more",
            "did 3 favors for you, you 1 for them",
        ),
        ({"introduced": ("Ada", "Grace")}, "introduced", "introduced you to Ada, Grace"),
        (
            {"last_touch_on": ago(120), "next_due_on": ago(30)},
            "overdue",
            "last in touch 26 Jul, meant quarterly, 30 days overdue",
        ),
        (
            {"last_touch_on": None, "next_due_on": TODAY},
            "overdue",
            "not in touch yet, meant quarterly, due today",
        ),
    ],
)
def test_each_reason_is_said_in_its_own_words(known: dict, code: str, text: str) -> None:
    assert why(**known) == [(code, text)]


def test_an_outcome_to_tell_is_a_reason() -> None:
    ((code, text),) = why(outcomes=(HIRED,))
    assert code == "outcome"
    assert "they hired me" in text


def test_every_reason_is_given() -> None:
    everything = why(
        thanks=(COFFEE,),
        outcomes=(HIRED,),
        promises=(SLIDES,),
        birthday=BIRTHDAY,
        next_due_on=ago(5),
        received=1,
        introduced=("Ada",),
    )
    assert [code for code, _ in everything] == [
        *("thanks", "outcome", "promise", "birthday", "overdue", "gave_more", "introduced")
    ]


@pytest.mark.parametrize(
    ("birthday", "near"),
    [("--11-23", True), ("--12-23", True), ("--12-24", False), ("--11-22", False)],
)
def test_a_birthday_is_near_for_thirty_days_ahead(birthday: str, near: bool) -> None:
    assert bool(why(birthday=birthday)) is near


def test_a_birthday_after_the_new_year_is_near_too() -> None:
    new_year = suggestions([someone(birthday="--01-05")], date(2026, 12, 20))
    assert [reason.text for reason in new_year[0].why] == ["birthday on 5 Jan 2027"]


def test_giving_as_much_as_was_received_is_no_reason() -> None:
    assert why(received=2, given=2) == []


def test_somebody_who_is_due_tomorrow_is_not_overdue() -> None:
    assert why(next_due_on=TODAY + timedelta(days=1)) == []


def test_somebody_who_is_never_due_may_still_be_worth_getting_back_to() -> None:
    assert [code for code, _ in why(every_days=0, next_due_on=None, received=1)] == ["gave_more"]


def test_of_many_introductions_three_are_named() -> None:
    ((_, text),) = why(introduced=("Ada", "Bob", "Cyd", "Dan"))
    assert text == "introduced you to Ada, Bob, Cyd"


# The order


def test_neglect_counts_in_proportion_to_the_cadence() -> None:
    weekly = someone("Weekly", every_days=7, next_due_on=ago(14))
    yearly = someone("Yearly", every_days=365, next_due_on=ago(30))
    assert names(yearly, weekly) == ["Weekly", "Yearly"]


def test_debts_come_in_the_order_thanks_outcome_promise() -> None:
    thanks = someone("Thanks", thanks=(COFFEE,))
    outcome = someone("Outcome", outcomes=(HIRED,))
    promise = someone("Promise", promises=(SLIDES,))
    birthday = someone("Birthday", birthday=BIRTHDAY)
    introduced = someone("Introduced", introduced=("Ada",))
    ordered = names(introduced, birthday, promise, outcome, thanks)
    assert ordered == ["Thanks", "Outcome", "Promise", "Birthday", "Introduced"]


def test_more_reasons_weigh_more() -> None:
    one = someone("One", thanks=(COFFEE,))
    two = someone("Two", thanks=(COFFEE,), received=1)
    assert names(one, two) == ["Two", "One"]


def test_neglect_grows_without_end() -> None:
    anna = someone("Anna", 1, every_days=7, next_due_on=ago(24))
    zed = someone("Zed", 2, every_days=7, next_due_on=ago(205))
    assert names(anna, zed) == ["Zed", "Anna"]


def test_a_neglect_of_years_does_not_drown_out_debts() -> None:
    forgotten = someone("Forgotten", every_days=1, next_due_on=ago(4000))
    owed = someone("Owed", thanks=(COFFEE,), outcomes=(HIRED,))
    assert names(forgotten, owed) == ["Owed", "Forgotten"]


def test_the_order_does_not_depend_on_the_order_of_the_facts() -> None:
    people = [
        someone("Ada", 4, received=1),
        someone("Bob", 3, received=1),
        someone("Bob", 2, received=1),
        someone("Cyd", 1, promises=(SLIDES,)),
    ]
    expected = suggestions(people, TODAY)
    assert [one.contact.id for one in expected] == [1, 4, 2, 3]
    assert all(suggestions(shuffled, TODAY) == expected for shuffled in permutations(people))


# Put off


def test_somebody_put_off_is_left_out_until_that_day() -> None:
    put_off = someone(birthday=BIRTHDAY, snoozed_until=TODAY + timedelta(days=1))
    assert suggestions([put_off], TODAY) == []
    assert len(suggestions([put_off], TODAY + timedelta(days=1))) == 1


def test_whoever_is_asked_for_is_shown_put_off_and_without_a_reason() -> None:
    put_off = someone(snoozed_until=TODAY + timedelta(days=9))
    (one,) = suggestions([put_off], TODAY, whoever=True)
    assert (one.contact.name, one.why) == ("Carol", ())


def test_how_long_overdue_they_are_is_never_negative() -> None:
    assert suggestions([someone()], TODAY, whoever=True)[0].days_overdue == 0
    assert suggestions([someone(next_due_on=ago(3))], TODAY)[0].days_overdue == 3
    assert suggestions([someone(next_due_on=None)], TODAY, whoever=True)[0].days_overdue == 0


# The opening

OPENINGS = [
    ({"thanks": (COFFEE,)}, "Thank them for coffee on 10 Nov.", "t1"),
    ({"outcomes": (HIRED,)}, "Tell them how it turned out: they hired me.", "f1"),
    ({"promises": (SLIDES,)}, "Bring what you promised: the slides.", "f2"),
    ({"birthday": BIRTHDAY}, "Wish them well for their birthday on 1 Dec.", None),
    ({"last_topic": TOPIC}, "Go on from 2 Oct: Her garden and the bees", "m1"),
    ({}, "Ask how they are and what you can do for them.", None),
]


@pytest.mark.parametrize(("known", "text", "ref"), OPENINGS)
def test_each_opening_says_what_it_comes_from(known: dict, text: str, ref: str | None) -> None:
    assert opening(someone(**known), TODAY) == (text, ref)


@pytest.mark.parametrize("first", range(len(OPENINGS)))
def test_thanks_come_before_outcomes_promises_birthdays_and_topics(first: int) -> None:
    known = {key: value for each, _, _ in OPENINGS[first:] for key, value in each.items()}
    assert opening(someone(**known), TODAY) == OPENINGS[first][1:]


def test_the_oldest_debt_is_the_opening() -> None:
    older = OwedFor("t7", ago(60), "the review")
    said = opening(someone(thanks=(older, COFFEE)), TODAY)
    assert said == ("Thank them for this: the review.", "t7")


def test_an_overdue_person_with_no_record_is_asked_what_you_can_do() -> None:
    (one,) = suggestions([someone(next_due_on=ago(3))], TODAY)
    assert one.opening.text == "Ask how they are and what you can do for them."
