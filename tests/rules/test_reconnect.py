"""Whom to get back in touch with, why, in which order, and with which words."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from tests.rules.known import (
    TODAY,
    ago,
    ahead,
    favor,
    gift,
    help_,
    known,
    met,
    somebody,
    thanks,
)

from netlog.records.reciprocity import Thresholds
from netlog.records.reconnect import Suggestion
from netlog.records.standing import Peace, Standing, YearlyDay
from netlog.rules.reciprocity import check
from netlog.rules.reconnect import candidates, opening, suggestion
from netlog.rules.standing import standing

COFFEE = thanks(ago(13), id=1)
HIRED = help_(on=ago(40), outcome="they hired me", outcome_on=ago(9), id=1)
SLIDES = favor(opened_on=ago(15), due_on=ago(8), id=2)
TOPIC = met(52, text="Her garden and the bees", id=1)
MOVE = met(42, text="She moves to Lisbon", id=2)


def born(on: str) -> tuple[YearlyDay, ...]:
    return (YearlyDay("birthday", on, None, "c1"),)


BIRTHDAY = born("--11-28")


def someone(name: str = "Carol", number: int = 1, **facts: Any) -> Standing:
    """Somebody for whom nothing speaks: seen twenty days ago, meant quarterly."""
    calm = {"every_days": 90, "last_touch_on": ago(20), "next_due_on": ahead(70)}
    return standing(known(contact=somebody(number, name), **{**calm, **facts}), TODAY)


def suggestions(*people: Standing, whoever: bool = False) -> list[Suggestion]:
    found = candidates(people, TODAY, whoever=whoever)
    return [suggestion(one, TODAY, whoever=whoever) for one in found]


def why(**facts: Any) -> list[tuple[str, str]]:
    return [tuple(reason) for one in suggestions(someone(**facts)) for reason in one.why]


def names(*people: Standing) -> list[str]:
    return [one.contact.name for one in suggestions(*people)]


def test_somebody_for_whom_nothing_speaks_is_left_alone() -> None:
    assert suggestions(someone()) == []


# Each reason


@pytest.mark.parametrize(
    ("facts", "code", "text"),
    [
        ({"thanks": (COFFEE,)}, "thanks", "thanks for the coffee of 10 Nov"),
        (
            {"thanks": (thanks(ago(13), None, text="a word"),)},
            "thanks",
            "thanks for this: a word (10 Nov)",
        ),
        ({"favors": (HIRED, gift())}, "outcome", "news to tell: they hired me"),
        ({"favors": (SLIDES,)}, "promise", "you promised on 8 Nov: the slides"),
        ({"days": BIRTHDAY}, "birthday", "birthday on 28 Nov"),
        ({"days": born("1970-11-28")}, "birthday", "birthday on 28 Nov"),
        (
            {"favors": (help_(on=ago(20)),)},
            "helped",
            "helped you with this: read my CV (3 Nov)",
        ),
        (
            {"introduced": (somebody(2, "Ada"), somebody(3, "Grace"))},
            "introduced",
            "introduced you to Ada and Grace",
        ),
        (
            {"last_touch_on": ago(120), "next_due_on": ago(30)},
            "overdue",
            "last in touch 26 Jul, meant quarterly, 30 days overdue",
        ),
        (
            {"last_touch_on": None, "added_on": ago(90), "next_due_on": TODAY},
            "overdue",
            "not in touch yet, added 25 Aug, meant quarterly, due today",
        ),
        (
            {"remind_on": ago(2), "remind_why": "the exam", "next_due_on": ago(2)},
            "overdue",
            "you wanted to be reminded: the exam; "
            "last in touch 3 Nov, meant quarterly, 2 days overdue",
        ),
    ],
)
def test_each_reason_is_said_in_its_own_words(facts: dict[str, Any], code: str, text: str) -> None:
    assert why(**facts) == [(code, text)]


def test_every_reason_is_given_debts_first() -> None:
    everything = why(
        thanks=(COFFEE,),
        favors=(HIRED, SLIDES, help_("a name", on=ago(30), id=3)),
        days=BIRTHDAY,
        next_due_on=ago(5),
        introduced=(somebody(2, "Ada"),),
    )
    assert [code for code, _ in everything] == [
        *("outcome", "thanks", "promise", "birthday", "overdue", "helped", "introduced")
    ]


@pytest.mark.parametrize(
    "facts",
    [
        {"favors": (HIRED,)},
        {"favors": (help_("a name", id=4),), "thanks": (thanks(ago(20), None, text="a name"),)},
    ],
)
def test_one_kindness_is_one_reason(facts: dict[str, Any]) -> None:
    assert len(why(**facts)) == 1


def test_a_day_that_was_asked_for_comes_though_you_met_lately() -> None:
    reminded = {"remind_on": TODAY, "remind_why": "her exam.", "next_due_on": TODAY}
    (found,) = suggestions(someone(last_touch_on=ago(3), **reminded))
    assert [reason.code for reason in found.why] == ["overdue"]
    assert found.opening.text == 'Come back to this: "her exam"'
    assert suggestions(someone(last_touch_on=ago(3), next_due_on=TODAY)) == []


def test_of_somebody_asked_for_by_name_all_reasons_are_given() -> None:
    met_lately = someone(last_touch_on=ago(3), next_due_on=ago(1), every_days=2)
    assert suggestions(met_lately) == []
    (found,) = suggestions(met_lately, whoever=True)
    assert [reason.code for reason in found.why] == ["overdue"]


def test_news_that_rests_is_still_something_to_begin_with() -> None:
    old = help_("a lead", on=ago(300), id=5, outcome="they hired me", outcome_on=ago(200))
    found = someone(favors=(old,), meetings=(TOPIC,))
    assert opening(found, TODAY).text == "Tell them how it turned out: they hired me."


@pytest.mark.parametrize(
    "facts",
    [
        {"thanks": (thanks(ago(1)),)},
        {"thanks": (thanks(ago(31)),)},
        {"favors": (favor(due_on=ahead(1)),)},
        {"favors": (help_(on=ago(45)), gift())},
        {"favors": (help_(on=ago(300), outcome="x", outcome_on=ago(130)), gift())},
        {"next_due_on": ahead(1)},
    ],
    ids=[
        *("thanks not yet due", "thanks that faded", "a promise for tomorrow"),
        *("nothing to tell yet", "news of long ago", "due tomorrow"),
    ],
)
def test_what_is_not_due_or_had_its_time_is_no_reason(facts: dict[str, Any]) -> None:
    assert why(**facts) == []


@pytest.mark.parametrize(
    ("birthday", "near"),
    [
        ("--11-23", True),
        ("--11-30", True),
        ("--12-01", False),
        ("--11-20", True),
        ("--11-19", False),
    ],
)
def test_a_birthday_is_near_for_as_long_as_the_morning_has_it(birthday: str, near: bool) -> None:
    assert bool(why(days=born(birthday))) is near
    (one,) = suggestions(someone(days=born(birthday)), whoever=True)
    assert one.opening.text.startswith("Wish them well") is near


@pytest.mark.parametrize(
    "facts",
    [
        {"thanks": (thanks(ago(91), None, text="a word", due_on=ago(89)),)},
        {"favors": (favor(opened_on=ago(140), due_on=ago(121)),)},
    ],
    ids=["thanks", "a promise"],
)
def test_for_what_has_come_to_rest_nobody_comes_who_was_not_asked_for(
    facts: dict[str, Any],
) -> None:
    assert why(**facts) == []
    late = someone(**facts, next_due_on=ago(1))
    overdue, asked_for = (suggestion(late, TODAY, whoever=whoever) for whoever in (False, True))
    assert [one.code for one in overdue.why] == ["overdue"]
    assert overdue.opening == asked_for.opening
    assert overdue.opening.text == check(late, TODAY, Thresholds()).instead
    (named,) = suggestions(someone(**facts), whoever=True)
    assert [one.code for one in named.why] in (["thanks"], ["promise"])
    assert named.opening.text.startswith("Thank" if "thanks" in facts else "Bring what you")


def test_no_reason_counts_favors() -> None:
    said = why(favors=tuple(help_(on=ago(20 + n)) for n in range(9)))
    assert not any(character.isdigit() for _, text in said for character in text[:24])
    assert [code for code, _ in said] == ["helped"]


def test_having_given_as_much_as_was_received_is_no_reason() -> None:
    assert why(favors=(help_(on=ago(20)), gift())) == []


def test_somebody_who_is_never_due_may_still_be_worth_getting_back_to() -> None:
    said = why(every_days=0, next_due_on=None, favors=(help_(on=ago(20)),))
    assert [code for code, _ in said] == ["helped"]


def test_of_many_introductions_three_are_named() -> None:
    people = tuple(somebody(n, name) for n, name in enumerate(("Ada", "Bob", "Cyd", "Dan")))
    ((_, text),) = why(introduced=people)
    assert text == "introduced you to Ada, Bob and Cyd"


# Whom you met lately


@pytest.mark.parametrize(("days", "left_out"), [(0, True), (14, True), (15, False)])
def test_whom_you_met_in_the_last_two_weeks_comes_for_no_kindness(
    days: int, left_out: bool
) -> None:
    assert (why(last_touch_on=ago(days), days=BIRTHDAY) == []) is left_out


def test_whom_you_met_lately_still_comes_for_a_debt() -> None:
    said = why(last_touch_on=ago(3), thanks=(COFFEE,), days=BIRTHDAY)
    assert [code for code, _ in said] == ["thanks"]


# The order


def test_neglect_counts_in_proportion_to_the_cadence() -> None:
    weekly = someone("Weekly", 1, every_days=7, next_due_on=ago(14))
    yearly = someone("Yearly", 2, every_days=365, next_due_on=ago(30))
    assert names(yearly, weekly) == ["Weekly", "Yearly"]


def test_debts_weigh_in_the_order_thanks_outcome_promise() -> None:
    ordered = names(
        someone("Introduced", 1, introduced=(somebody(9, "Ada"),)),
        someone("Birthday", 2, days=BIRTHDAY),
        someone("Promise", 3, favors=(SLIDES,)),
        someone("Outcome", 4, favors=(HIRED, gift())),
        someone("Thanks", 5, thanks=(COFFEE,)),
    )
    assert ordered == ["Thanks", "Outcome", "Promise", "Birthday", "Introduced"]


def test_more_reasons_weigh_more() -> None:
    one = someone("One", 1, thanks=(COFFEE,))
    two = someone("Two", 2, thanks=(COFFEE,), introduced=(somebody(9, "Ada"),))
    assert names(one, two) == ["Two", "One"]


def test_neglect_grows_without_end() -> None:
    anna = someone("Anna", 1, every_days=7, next_due_on=ago(24))
    zed = someone("Zed", 2, every_days=7, next_due_on=ago(205))
    assert names(anna, zed) == ["Zed", "Anna"]


def test_a_neglect_of_years_does_not_drown_out_debts() -> None:
    forgotten = someone("Forgotten", 1, every_days=1, next_due_on=ago(4000))
    owed = someone("Owed", 2, thanks=(COFFEE,), favors=(HIRED, gift()))
    assert names(forgotten, owed) == ["Owed", "Forgotten"]


def test_the_order_does_not_depend_on_the_order_of_the_facts() -> None:
    helped = help_(on=ago(20))
    people = [
        someone("Ada", 4, favors=(helped,)),
        someone("Bob", 3, favors=(helped,)),
        someone("Bob", 2, favors=(helped,)),
        someone("Cyd", 1, favors=(SLIDES,)),
    ]
    expected = suggestions(*people)
    assert [one.contact.id for one in expected] == [1, 2, 3, 4]
    assert all(suggestions(*shuffled) == expected for shuffled in permutations(people))


# Put off


def test_somebody_put_off_comes_for_a_debt_alone_until_that_day() -> None:
    facts = {"days": BIRTHDAY, "thanks": (COFFEE,)}
    put_off = why(snoozed_until=ahead(1), **facts)
    assert [code for code, _ in put_off] == ["thanks"]
    assert [code for code, _ in why(snoozed_until=TODAY, **facts)] == ["thanks", "birthday"]


def test_whoever_is_asked_for_is_shown_put_off_and_without_a_reason() -> None:
    (one,) = suggestions(someone(snoozed_until=ahead(9)), whoever=True)
    assert (one.contact.name, one.why) == ("Carol", ())


def test_how_long_overdue_they_are_is_never_negative() -> None:
    assert suggestions(someone(), whoever=True)[0].days_overdue == 0
    assert suggestions(someone(next_due_on=ago(3)))[0].days_overdue == 3
    assert suggestions(someone(next_due_on=None), whoever=True)[0].days_overdue == 0


# The opening

OPENINGS: list[tuple[dict[str, Any], str, str | None]] = [
    ({"favors": (HIRED, SLIDES)}, "Tell them how it turned out: they hired me.", "f1"),
    ({"thanks": (COFFEE,)}, "Thank them for the coffee of 10 Nov.", "t1"),
    ({"favors": (SLIDES,)}, "Bring what you promised: the slides.", "f2"),
    ({"days": BIRTHDAY}, "Wish them well for their birthday on 28 Nov.", None),
    (
        {"days": (YearlyDay("birthday", "--11-21", None, "c1"),), "last_touch_on": ago(60)},
        "Wish them well, though late, for their birthday on 21 Nov.",
        None,
    ),
    (
        {"meetings": (TOPIC,)},
        'Ask how they are; you noted on 2 Oct: "Her garden and the bees"',
        "m1",
    ),
    (
        {"meetings": (MOVE,)},
        'Ask how this has gone since 12 Oct: "She moves to Lisbon"',
        "m2",
    ),
    ({}, "Ask how they are.", None),
]


@pytest.mark.parametrize(("facts", "text", "ref"), OPENINGS)
def test_each_opening_says_what_it_comes_from(
    facts: dict[str, Any], text: str, ref: str | None
) -> None:
    assert opening(someone(**facts), TODAY) == (text, ref)


@pytest.mark.parametrize("first", range(len(OPENINGS)))
def test_news_come_before_thanks_promises_birthdays_and_topics(first: int) -> None:
    facts: dict[str, Any] = {}
    for each, _, _ in reversed(OPENINGS[first:]):
        facts |= each
    assert opening(someone(**facts), TODAY) == OPENINGS[first][1:]


def test_the_opening_answers_the_first_reason() -> None:
    one = someone(thanks=(COFFEE,), favors=(SLIDES,), days=BIRTHDAY, meetings=(TOPIC,))
    (found,) = suggestions(one)
    assert (found.why[0].code, found.opening.ref) == ("thanks", "t1")


def test_the_oldest_debt_is_the_opening() -> None:
    older = thanks(ago(60), None, text="read my CV", id=7)
    said = opening(someone(thanks=(COFFEE, older)), TODAY)
    assert said == ("Thank them for this: read my CV (24 Sep).", "t7")


def test_thanks_that_are_no_debt_yet_are_a_good_beginning() -> None:
    assert opening(someone(thanks=(thanks(ago(1), id=3),)), TODAY).ref == "t3"
    assert opening(someone(thanks=(thanks(TODAY, id=3),)), TODAY).ref == "t3"


@pytest.mark.parametrize("text", ["both tired", "Nice chat", "coffee", ""])
def test_a_mood_is_no_topic_to_begin_with(text: str) -> None:
    mood = met(30, text=text or None)
    assert opening(someone(meetings=(mood,)), TODAY).text == "Ask how they are."
    assert opening(someone(meetings=(mood, TOPIC)), TODAY).ref == "m1"


def test_of_a_long_topic_the_beginning_of_its_first_line_is_quoted() -> None:
    long = met(30, text=f"She moves to Lisbon {'soon ' * 40}\nSecond line", id=4)
    said = opening(someone(meetings=(long,)), TODAY).text
    assert said.startswith('Ask how this has gone since 24 Oct: "She moves to Lisbon soon')
    assert said.endswith('…"')
    assert "Second" not in said


def test_what_was_spoken_of_today_is_nothing_to_ask_after() -> None:
    today = met(0, text="moving to Lisbon", id=8)
    assert opening(someone(meetings=(today,)), TODAY).text == "Ask how they are."
    assert opening(someone(meetings=(today, TOPIC)), TODAY).ref == "m1"


def test_no_opening_asks_for_anything() -> None:
    """Neither an open ask nor their help is a way to begin."""
    found = opening(someone(favors=(help_(on=ago(20)),), met_on=date(2014, 5, 1)), TODAY)
    assert found.text == "Ask how they are."


def test_reminders_that_came_stand_first_as_in_the_morning() -> None:
    owed = someone("Owed", 1, thanks=(COFFEE,), favors=(HIRED,))
    early, late, today = (
        someone(name, number, remind_on=on, next_due_on=on, remind_why="her exam")
        for name, number, on in (("Early", 2, ago(2)), ("Late", 3, ago(9)), ("Now", 4, TODAY))
    )
    assert names(owed, early, late, today) == ["Now", "Late", "Early", "Owed"]


def test_a_sentence_has_one_full_stop_behind_what_ends_in_one() -> None:
    left = someone()._replace(peace=Peace(ahead(5), ago(25), "a job at Acme Inc."))
    assert opening(left, TODAY).text.endswith(": they said no to a job at Acme Inc.")
    both = favor(opened_on=ago(31), done_on=ago(31), introduced=somebody(99, "Bo Ray Jr."))
    assert opening(someone(favors=(both,)), TODAY).text == "Ask how it went with Bo Ray Jr."
