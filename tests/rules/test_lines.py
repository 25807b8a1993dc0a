"""What is due, in words: each line as a sentence, and in fewer words under its heading."""

from datetime import date
from typing import Any

import pytest
from tests.rules.known import (
    CAROL,
    TODAY,
    ago,
    ahead,
    ask,
    favor,
    help_,
    judged,
    met,
    planned,
    thanks,
)

from netlog.records.due import Choice, DueItem
from netlog.records.standing import Source, YearlyDay
from netlog.rules.lines import line


def said(today: date = TODAY, **facts: Any) -> tuple[str, str]:
    """The sentence and the words of the one line of these facts."""
    found = judged(today, **facts)
    (one,) = found.open
    made = line(found, one, today)
    return made.item.what, made.words.whole


def item(today: date = TODAY, **facts: Any) -> DueItem:
    found = judged(today, **facts)
    (one,) = found.open
    return line(found, one, today).item


# Words


@pytest.mark.parametrize(
    ("owed", "what", "words"),
    [
        (thanks(ago(3)), "thanks for the coffee of 20 Nov", "the coffee of 20 Nov"),
        (
            thanks(ago(3), "video"),
            "thanks for the video call of 20 Nov",
            "the video call of 20 Nov",
        ),
        (
            thanks(ago(3), None, text="a warm word"),
            "thanks for this: a warm word (20 Nov)",
            "a warm word (20 Nov)",
        ),
        (thanks(ago(3), None), "thanks for your time together", "your time together"),
        (
            thanks(ago(14), "interview"),
            "thanks for the interview of 9 Nov; late, and still welcome",
            "the interview of 9 Nov; late, and still welcome",
        ),
        (
            thanks(ago(14), None, text="a warm word"),
            "thanks for this: a warm word (9 Nov); late, and still welcome",
            "a warm word (9 Nov); late, and still welcome",
        ),
    ],
)  # fmt: skip
def test_thanks_say_what_for_and_when(owed: Any, what: str, words: str) -> None:
    assert said(thanks=(owed,)) == (what, words)


@pytest.mark.parametrize(
    ("due", "more"), [(3, ""), (60, ": still meant? Keep it, tell them, or let it go")]
)
def test_a_promise_says_when_and_from_sixty_days_on_asks_whether_it_is_meant(
    due: int, more: str
) -> None:
    promised = favor(opened_on=ago(70), due_on=ago(due))
    assert said(favors=(promised,)) == (
        f"you promised on 14 Sep: the slides{more}",
        f"the slides (14 Sep){more}",
    )


@pytest.mark.parametrize(
    ("due", "more"), [(6, "nudge kindly"), (45, "let it rest, and do something for them")]
)
def test_an_ask_is_to_be_nudged_and_at_last_to_be_let_rest(due: int, more: str) -> None:
    assert said(favors=(ask(on=ago(60), due_on=ago(due)),)) == (
        f"you asked on 24 Sep for an intro to HR: {more}",
        f"an intro to HR (24 Sep): {more}",
    )


def test_an_outcome_that_is_known_is_to_be_told() -> None:
    known = help_(outcome="hired", outcome_on=ago(5))
    assert said(favors=(known,)) == ("tell them how it turned out: hired", "tell them: hired")


def test_of_an_outcome_that_is_not_it_is_asked_how_it_went() -> None:
    assert said(favors=(help_(on=ago(30)),)) == (
        "how did it go? They helped on 24 Oct: read my CV",
        "how did it go? read my CV (24 Oct)",
    )


@pytest.mark.parametrize(
    ("on", "what", "words"),
    [
        (ahead(1), "tomorrow: coffee at 09:30: the fair", "coffee at 09:30: the fair"),
        (TODAY, "today: coffee at 09:30: the fair", "coffee at 09:30: the fair"),
        (ahead(4), "on 27 Nov: coffee at 09:30: the fair", "coffee at 09:30: the fair"),
        (
            ago(1),
            "how was it? coffee at 09:30: the fair (22 Nov)",
            "how was it? coffee at 09:30: the fair (22 Nov)",
        ),
    ],
)
def test_a_plan_says_when_it_is_and_afterwards_asks_how_it_was(
    on: date, what: str, words: str
) -> None:
    assert said(plans=(planned(on, text="the fair", at="09:30"),)) == (what, words)


def yearly(on: str, label: str = "birthday") -> dict[str, Any]:
    return {"days": (YearlyDay(label, on, None, "c1"),), "last_touch_on": None}


@pytest.mark.parametrize(
    ("on", "what"),
    [
        ("--11-23", "birthday today"),
        ("--11-24", "birthday tomorrow"),
        ("--11-30", "birthday on 30 Nov"),
        ("1996-11-30", "birthday on 30 Nov, turning 30"),
        ("--11-21", "birthday on 21 Nov; belated wishes are welcome"),
        ("1996-11-21", "birthday on 21 Nov, turned 30; belated wishes are welcome"),
    ],
)
def test_a_birthday_says_when_and_how_old(on: str, what: str) -> None:
    assert said(**yearly(on)) == (what, what)


def test_another_yearly_day_says_which_and_how_many_years() -> None:
    assert said(**yearly("2016-11-30", "anniversary"))[0] == "anniversary on 30 Nov, 10 years"
    assert said(**yearly("2025-11-30", "wedding"))[0] == "wedding on 30 Nov, 1 year"
    assert said(**yearly("2016-11-30", "in, then out"))[0] == "in, then out on 30 Nov, 10 years"
    assert said(**yearly("--11-30", "wedding in St."))[0] == "wedding in St. on 30 Nov"
    assert said(**yearly("2016-11-30", "wedding in St."))[0] == "wedding in St. on 30 Nov, 10 years"


@pytest.mark.parametrize(
    ("facts", "what", "words"),
    [
        (
            {"last_touch_on": ago(33)},
            "last in touch 21 Oct, meant monthly",
            "last 21 Oct, meant monthly",
        ),
        (
            {"last_touch_on": None, "met_on": date(2014, 5, 1)},
            "not in touch since you met in 2014, meant monthly",
            "not in touch since you met in 2014, meant monthly",
        ),
        (
            {"last_touch_on": None, "added_on": ago(33)},
            "not in touch yet, added 21 Oct, meant monthly",
            "not in touch yet, added 21 Oct, meant monthly",
        ),
        (
            {"every_days": 0, "next_due_on": ago(2), "last_touch_on": ago(33)},
            "put off until 21 Nov; last in touch 21 Oct",
            "put off until 21 Nov; last in touch 21 Oct",
        ),
        (
            {"remind_on": ago(3), "remind_why": "the exam", "last_touch_on": ago(33)},
            "you wanted to be reminded: the exam (last in touch 21 Oct)",
            "reminder: the exam (last 21 Oct)",
        ),
        (
            {"remind_on": ago(3), "last_touch_on": ago(33)},
            "you wanted to be reminded; last in touch 21 Oct",
            "you wanted to be reminded; last in touch 21 Oct",
        ),
    ],
)  # fmt: skip
def test_getting_back_says_since_when_and_why(facts: dict[str, Any], what: str, words: str) -> None:
    assert said(**{"every_days": 30, "next_due_on": ago(3), **facts}) == (what, words)


@pytest.mark.parametrize(("due", "offered"), [(59, False), (60, True)])
def test_never_touched_and_twice_overdue_offers_a_slower_cadence(due: int, offered: bool) -> None:
    facts = {"every_days": 30, "next_due_on": ago(due)}
    never = said(last_touch_on=None, **facts)[0]
    assert never.endswith("; less often would do: netlog every c1 2m") is offered
    assert "less often" not in said(last_touch_on=ago(due + 30), **facts)[0]


@pytest.mark.parametrize(
    ("facts", "words"),
    [({}, "not in touch yet"), ({"met_on": date(2014, 5, 1)}, "met in 2014, not since")],
)
def test_the_offer_has_room_on_a_small_screen(facts: dict[str, Any], words: str) -> None:
    offered = said(last_touch_on=None, every_days=180, next_due_on=ago(400), **facts)[1]
    assert offered == f"{words}; less often? netlog every c1 1y"


@pytest.mark.parametrize(("times", "says"), [(2, ""), (3, "; put off 3 times")])
def test_from_the_third_time_on_it_is_said_how_often_it_was_put_off(times: int, says: str) -> None:
    what, words = said(thanks=(thanks(ago(3), snoozes=times),))
    assert (what, words) == (
        f"thanks for the coffee of 20 Nov{says}",
        f"the coffee of 20 Nov{says}",
    )


def test_a_full_stop_that_was_typed_ends_no_sentence_of_ours() -> None:
    facts = {"favors": (ask("an intro to HR.", on=ago(20)),)}
    assert said(**facts)[0] == "you asked on 3 Nov for an intro to HR: nudge kindly"
    assert item(**facts).about == "an intro to HR."


# The item


def test_an_item_is_complete() -> None:
    assert item(thanks=(thanks(ago(3), id=5),)) == DueItem(
        kind="thanks",
        ref="t5",
        contact=CAROL,
        what="thanks for the coffee of 20 Nov",
        about="the coffee of 20 Nov",
        source=Source("m5", "coffee", ago(3)),
        since=ago(3),
        due_on=ago(1),
        days_overdue=1,
        settle=("netlog", "done", "t5"),
        choices=(
            Choice("thanked", ("netlog", "done", "t5")),
            Choice("it came to nothing", ("netlog", "drop", "t5", "--why", "it came to nothing")),
            Choice("let it go", ("netlog", "drop", "t5")),
        ),
        rested=False,
    )


def test_what_is_still_to_come_is_not_overdue() -> None:
    assert item(plans=(planned(ahead(1)),)).days_overdue == 0


def test_about_is_never_empty() -> None:
    """Where nothing was typed it holds the words of the line."""
    lost = item(every_days=30, next_due_on=ago(3), last_touch_on=ago(33))
    assert lost.about == "last 21 Oct, meant monthly"


def test_what_had_its_time_says_so() -> None:
    assert item(favors=(favor(due_on=ago(121)),)).rested
    assert not item(favors=(favor(due_on=ago(120)),)).rested


LINES: dict[str, dict[str, Any]] = {
    "thanks": {"thanks": (thanks(ago(3), id=5),)},
    "promise": {"favors": (favor(id=5),)},
    "waiting": {"favors": (ask(id=5),)},
    "outcome": {"favors": (help_(id=5, outcome="x", outcome_on=ago(2)),)},
    "plan": {"plans": (planned(TODAY),)},
    "date": yearly("--11-24"),
    "reconnect": {"every_days": 30, "next_due_on": ago(3)},
}


@pytest.mark.parametrize("kind", LINES)
def test_every_kind_is_settled_by_one_verb_and_offers_three_ends(kind: str) -> None:
    made = item(**LINES[kind])
    assert (made.kind, made.settle) == (kind, ("netlog", "done", made.ref))
    assert len(made.choices) == len({choice.argv for choice in made.choices}) == 3
    assert all(choice.argv[0] == "netlog" for choice in made.choices)


def test_getting_back_offers_a_message_a_pause_and_a_slower_cadence() -> None:
    assert item(**LINES["reconnect"]).choices == (
        Choice("a message today", ("netlog", "log", "c1", "message")),
        Choice("skip this once", ("netlog", "drop", "c1")),
        Choice("every 2 months from now on", ("netlog", "every", "c1", "2m")),
    )


@pytest.mark.parametrize(
    ("every", "label", "argv"),
    [
        (365, "never from now on", ("netlog", "every", "c1", "never")),
        (0, "in a month", ("netlog", "snooze", "c1", "1m")),
    ],
)
def test_where_no_cadence_is_slower_another_end_is_offered(
    every: int, label: str, argv: tuple[str, ...]
) -> None:
    made = item(every_days=every, next_due_on=ago(3))
    assert made.choices[2] == Choice(label, argv)


def test_an_ask_that_came_to_nothing_owes_nothing() -> None:
    assert item(**LINES["waiting"]).choices[1].argv == (
        *("netlog", "favor", "outcome", "f5", "it came to nothing", "--without-them"),
    )


def test_of_two_lines_of_a_person_each_speaks_of_its_own_record() -> None:
    found = judged(thanks=(thanks(ago(3), id=5),), favors=(favor(id=6),), meetings=(met(3),))
    made = [line(found, one, TODAY).item for one in found.open]
    assert [(one.ref, one.kind) for one in made] == [("t5", "thanks"), ("f6", "promise")]
