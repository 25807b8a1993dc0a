"""Where you stand with somebody: last touch, asks, what is open, give and take, the bill."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from tests.rules.known import (
    TODAY,
    ago,
    ahead,
    ask,
    favor,
    gift,
    help_,
    judged,
    met,
    only,
    planned,
    somebody,
    thanks,
)

from netlog.records.reciprocity import Bill
from netlog.records.standing import Source, Standing, YearlyDay
from netlog.rules.account import account as account_of
from netlog.rules.account import bills as bills_of
from netlog.rules.account import last_help, whose_turn
from netlog.rules.standing import is_over, is_shown

# The row of asks


def row(*favors: Any, **more: Any) -> tuple[date, ...]:
    return account_of(judged(favors=favors, **more), TODAY).row_of_asks


def test_asks_since_you_last_gave_anything_are_in_a_row_newest_first() -> None:
    assert row(ask(on=ago(3)), ask(on=ago(9)), gift(on=ago(20)), ask(on=ago(30))) == (
        ago(3),
        ago(9),
    )


def test_a_day_counts_once_however_much_was_asked() -> None:
    assert row(ask(on=ago(3)), ask(on=ago(3)), ask(on=ago(9))) == (ago(3), ago(9))


@pytest.mark.parametrize(
    "end",
    [
        gift(on=ago(5)),
        favor(opened_on=ago(60), done_on=ago(5)),
        help_(on=ago(60), outcome="hired", outcome_on=ago(6), told_on=ago(5)),
    ],
    ids=["a gift", "a promise kept", "news told"],
)
def test_what_you_gave_or_told_ends_a_row(end: Any) -> None:
    assert row(ask(on=ago(9)), end) == ()
    assert row(ask(on=ago(3)), end) == (ago(3),)


def test_a_lunch_that_you_paid_ends_a_row() -> None:
    assert row(ask(on=ago(9)), meetings=(met(5, "lunch", paid_by="me"),)) == ()


def test_thanks_meetings_and_their_help_do_not_end_a_row() -> None:
    asked = ask(on=ago(9)), help_(on=ago(5))
    assert row(*asked, thanks=(thanks(sent_on=ago(4)),), meetings=(met(3),)) == (ago(9),)


@pytest.mark.parametrize(("days", "counts"), [(364, True), (365, False)])
def test_twelve_months_end_a_row(days: int, counts: bool) -> None:
    assert bool(row(ask(on=ago(days)))) is counts


def test_an_ask_on_the_day_of_a_gift_is_none_of_the_row() -> None:
    assert row(ask(on=ago(9)), gift(on=ago(9))) == ()


# Asks in 90 days


@pytest.mark.parametrize(("days", "counts"), [(0, True), (89, True), (90, False)])
def test_asks_count_for_ninety_days_whatever_the_quarter(days: int, counts: bool) -> None:
    assert bool(account(ask(on=ago(days))).asks_in_90_days) is counts


def test_gifts_leave_the_asks_of_ninety_days() -> None:
    asked = ask(on=ago(5)), ask(on=ago(40)), gift(on=ago(2))
    assert account(*asked).asks_in_90_days == (ago(5), ago(40))


# Give and take


def account(*favors: Any, **more: Any) -> Any:
    return account_of(judged(favors=favors, **more), TODAY)


def test_what_was_given_and_received_is_counted_over_all_and_over_a_year() -> None:
    found = account(
        gift(on=ago(5)), gift(on=ago(364)), gift(on=ago(365)), help_(on=ago(800)), ask(on=ago(4))
    )
    assert (found.given, found.given_in_a_year) == (3, 2)
    assert (found.received, found.asked_in_a_year) == (1, 1)
    assert (found.last_given_on, found.last_received_on) == (ago(5), ago(800))


def test_a_lunch_that_you_paid_counts_as_given() -> None:
    bills = (met(5, "lunch", paid_by="me"), met(6, paid_by="them"), met(7, paid_by="split"))
    assert account(meetings=bills).given == 1


def test_what_is_open_or_dropped_is_neither_given_nor_received() -> None:
    found = account(favor(), favor(dropped_on=ago(1)), ask(), ask(dropped_on=ago(1)))
    assert (found.given, found.received) == (0, 0)


HELPED = help_(on=ago(40), outcome="hired", outcome_on=ago(20), told_on=ago(19), id=7)
SENT = thanks(ago(40), None, text="read my CV", favor_id=7, sent_on=ago(38))


def owed(*favors: Any, **more: Any) -> tuple[int, int]:
    """How much of their help waits for thanks, and of how much there is news to tell."""
    found = account(*favors, **more)
    return found.unthanked, found.untold


def test_help_that_was_thanked_for_and_told_of_is_settled() -> None:
    assert owed(HELPED, thanks=(SENT,)) == (0, 0)


def test_help_without_thanks_or_without_news_is_not() -> None:
    assert owed(HELPED) == (1, 0)
    assert owed(HELPED._replace(told_on=None), thanks=(SENT,)) == (0, 1)


def test_any_thanks_since_settle_help_and_earlier_ones_do_not() -> None:
    assert owed(HELPED, thanks=(thanks(sent_on=ago(39)),)) == (0, 0)
    assert owed(HELPED, thanks=(thanks(sent_on=ago(41)),)) == (1, 0)


def test_a_courtesy_is_settled_by_thanks_alone() -> None:
    lunch = help_("paid for lunch", on=ago(40))
    assert owed(lunch, thanks=(thanks(sent_on=ago(38)),)) == (0, 0)


# What is open


def kinds(**facts: Any) -> list[str]:
    return [one.kind for one in judged(**facts).open]


def test_thanks_say_what_for_and_name_the_record() -> None:
    one = only(thanks=(thanks(ago(3), "coffee", id=5),))
    assert (one.kind, one.ref, one.about) == ("thanks", "t5", "the coffee of 20 Nov")
    assert one.source == Source("m5", "coffee", ago(3))
    assert (one.since, one.due_on) == (ago(3), ago(1))


def test_thanks_for_a_favor_say_it_in_its_own_words() -> None:
    one = only(thanks=(thanks(ago(3), None, text="read my CV", favor_id=9),))
    assert (one.about, one.source) == ("read my CV", Source("f9", "favor", ago(3)))


def test_thanks_for_nothing_named_are_for_your_time_together() -> None:
    one = only(thanks=(thanks(ago(3), None),))
    assert (one.about, one.source) == ("your time together", None)


def test_thanks_that_were_sent_or_dropped_are_not_open() -> None:
    assert kinds(thanks=(thanks(sent_on=TODAY), thanks(dropped_on=TODAY))) == []


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (favor(), "promise"),
        (ask(), "waiting"),
        (help_(), "outcome"),
        (help_(outcome="hired", outcome_on=ago(2)), "outcome"),
        (gift()._replace(outcome="it worked", outcome_on=ago(2)), "outcome"),
    ],
)
def test_a_favor_is_open_as_one_thing(one: Any, kind: str) -> None:
    assert kinds(favors=(one,)) == [kind]


@pytest.mark.parametrize("one", [gift(), favor(dropped_on=ago(1)), ask(dropped_on=ago(1))])
def test_a_favor_given_or_let_go_is_not_open(one: Any) -> None:
    assert kinds(favors=(one,)) == []


def test_an_open_favor_keeps_the_day_that_was_named_when_it_is_put_off() -> None:
    one = only(favors=(favor(due_on=ago(3), snoozed_until=ahead(5)),))
    assert (one.due_on, one.asked_until) == (ahead(5), ago(3))


def test_a_plan_says_what_with_whom_and_when() -> None:
    plan = planned(ahead(1), text="second round", at="09:30", others=("Dana", "Wes"))
    assert only(plans=(plan,)).about == "coffee with Dana and Wes at 09:30: second round"
    assert only(plans=(planned(ahead(1)),)).about == "coffee"


def test_getting_back_comes_on_its_day_and_counts_from_the_last_touch() -> None:
    one = only(every_days=30, next_due_on=ago(2), last_touch_on=ago(32))
    assert (one.kind, one.ref, one.since, one.due_on) == ("reconnect", "c1", ago(32), ago(2))


@pytest.mark.parametrize(
    ("facts", "since"), [({"met_on": ago(400)}, ago(400)), ({"added_on": ago(50)}, ago(50))]
)
def test_without_a_touch_silence_counts_from_when_you_met_or_added_them(
    facts: dict[str, Any], since: date
) -> None:
    found = judged(last_touch_on=None, **facts).silence
    assert (found.since, found.days, found.ever_touched) == (since, (TODAY - since).days, False)


def test_a_day_that_was_asked_for_has_its_reason() -> None:
    reminded = {"next_due_on": ago(2), "remind_on": ago(2), "remind_why": "her exam"}
    reminded["last_touch_on"] = ago(9)
    assert only(**reminded).about == "her exam"
    # A later snooze keeps the reason; what came of the cadence before has none.
    assert only(**{**reminded, "next_due_on": TODAY}).about == "her exam"
    assert only(**{**reminded, "next_due_on": ago(3)}).about == ""


@pytest.mark.parametrize(("touched", "pending"), [(3, ago(2)), (2, None), (1, None)])
def test_a_touch_on_or_after_the_day_asked_for_ends_it(touched: int, pending: date | None) -> None:
    facts = {"next_due_on": TODAY, "remind_on": ago(2), "remind_why": "her exam"}
    found = judged(last_touch_on=ago(touched), **facts)
    assert found.remind_on == pending
    assert found.open[0].about == ("her exam" if pending else "")


def test_a_birthday_that_was_put_off_is_one_line() -> None:
    born = YearlyDay("birthday", "--11-25", None, "c1")
    put_off = {"days": (born,), "snoozed_until": ahead(1), "next_due_on": ahead(1), "snoozes": 1}
    assert kinds(last_touch_on=None, **put_off) == ["date"]
    assert kinds(last_touch_on=None, **{**put_off, "every_days": 7}) == ["date", "reconnect"]


def test_whether_a_line_shows_is_said_in_one_place() -> None:
    one = only(thanks=(thanks(ago(3), id=5),))
    shown = [is_shown(one, day, day) for day in (ago(2), ago(1), ahead(27), ahead(28))]
    assert shown == [False, True, True, False]
    assert [is_over(one, day) for day in (ahead(27), ahead(28))] == [False, True]


# What else is known


def test_the_last_help_is_known() -> None:
    found = judged(favors=(help_("an idea", on=ago(9), id=3), help_("a CV", on=ago(20)), gift()))
    assert last_help(found) == ("f3", ago(9), "an idea")
    assert last_help(judged(favors=(gift(), ask()))) is None


def test_whom_they_introduced_is_known() -> None:
    assert judged(introduced=(somebody(4, "Ada"),)).introduced == (somebody(4, "Ada"),)


def test_a_standing_is_the_same_whatever_the_order_of_the_facts() -> None:
    favors = (gift(on=ago(5)), ask(on=ago(9)), help_(on=ago(30)), ask(on=ago(3)))

    def said(found: Iterable[Any]) -> tuple[Any, ...]:
        one: Standing = judged(favors=tuple(found))
        return account_of(one, TODAY), set(one.open)

    assert said(favors) == said(reversed(favors))


# Whose turn it is to pay


def bill(paid_by: str | None, days: int = 3, invited_by: str | None = None) -> Bill:
    return Bill("m1", ago(days), "lunch", invited_by, paid_by)


@pytest.mark.parametrize(
    ("paid_by", "turn", "said"),
    [
        ("me", "them", "You paid last (lunch on 20 Nov): their turn."),
        ("them", "me", "They paid last (lunch on 20 Nov): your turn to invite and pay."),
        ("split", None, "You split the bill last (lunch on 20 Nov)."),
    ],
)
def test_it_is_the_turn_of_who_did_not_pay_last(paid_by: str, turn: str | None, said: str) -> None:
    bills = whose_turn([bill(paid_by)], TODAY)
    assert (bills.paid_by, bills.paid_on, bills.turn, bills.text) == (paid_by, ago(3), turn, said)


def test_only_the_last_bill_counts() -> None:
    assert whose_turn([bill("me", 3), bill("them", 9)], TODAY).turn == "them"


def test_who_invited_pays_unless_it_was_noted_otherwise() -> None:
    bills = whose_turn([bill(None, 1, invited_by="me"), bill("them", 9)], TODAY)
    assert (bills.paid_by, bills.paid_on, bills.turn) == ("me", ago(1), "them")


def test_a_meeting_of_which_nothing_was_noted_is_passed_over() -> None:
    bills = bills_of(judged(meetings=(met(1), met(9, "lunch", paid_by="them"))), TODAY)
    assert (bills.paid_by, bills.paid_on) == ("them", ago(9))


def test_without_bills_nobody_knows_whose_turn_it_is() -> None:
    assert bills_of(judged(meetings=(met(1),)), TODAY) == (None, None, None, None)
