"""A look before you ask, whose turn it is to pay, and how things stand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.records.people import Person
from netlog.records.reciprocity import (
    Bill,
    Check,
    Exchange,
    GiveAndTake,
    OwedFor,
    Tally,
    Thresholds,
)
from netlog.rules.reciprocity import (
    balance,
    balances,
    check,
    latest_first,
    twelve_months_before,
    whose_turn,
)

TODAY = date(2026, 11, 23)
CAROL = Person(1, "c1", "Carol")
LIMITS = Thresholds()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def facts(**known: object) -> GiveAndTake:
    """Carol, seen yesterday, with nothing owed: nothing speaks against asking her."""
    nothing = GiveAndTake(CAROL, ago(900), ago(1), (), (), (), ())
    return nothing._replace(**known)


def exchanges(*kinds: str, first: int = 1, apart: int = 1) -> tuple[Exchange, ...]:
    """Newest first, the newest `first` days ago and each `apart` days before the next."""
    return tuple(Exchange(ago(first + n * apart), kind, f"m{n}") for n, kind in enumerate(kinds))


def codes(found: Check) -> list[str]:
    return [reason.code for reason in found.reasons]


def the_reason(found: Check, code: str):
    (reason,) = [reason for reason in found.reasons if reason.code == code]
    return reason


def test_nothing_speaks_against_asking_somebody_to_whom_nothing_is_owed() -> None:
    found = check(facts(), TODAY, LIMITS)
    assert (found.fine, found.reasons) == (True, ())


# Asks in a row


def test_three_asks_in_a_row_are_named_with_the_day_they_began() -> None:
    found = check(facts(exchanges=exchanges("ask", "ask", "ask", "touch")), TODAY, LIMITS)
    reason = the_reason(found, "asks_in_a_row")
    assert reason.text == "your last three contacts with Carol were asks"
    assert (reason.number, reason.since) == (3, ago(3))


def test_two_asks_in_a_row_are_not_yet_too_many() -> None:
    two = exchanges("ask", "ask", "touch", "ask")
    assert "asks_in_a_row" not in codes(check(facts(exchanges=two), TODAY, LIMITS))


@pytest.mark.parametrize("kind", ["touch", "give", "thanks"])
def test_anything_but_an_ask_ends_the_row(kind: str) -> None:
    row = exchanges(kind, "ask", "ask", "ask")
    assert "asks_in_a_row" not in codes(check(facts(exchanges=row), TODAY, LIMITS))


def test_a_long_row_is_counted_to_its_end() -> None:
    row = exchanges(*["ask"] * 10)
    reason = the_reason(check(facts(exchanges=row), TODAY, LIMITS), "asks_in_a_row")
    assert reason.text == "your last 10 contacts with Carol were asks"


def test_how_many_asks_in_a_row_are_too_many_is_the_users_to_say() -> None:
    five = LIMITS._replace(asks_in_a_row=5)
    four = facts(exchanges=exchanges(*["ask"] * 4))
    assert "asks_in_a_row" not in codes(check(four, TODAY, five))
    assert "asks_in_a_row" in codes(check(four, TODAY, five._replace(asks_in_a_row=4)))


def test_one_ask_is_spoken_of_as_one() -> None:
    found = check(facts(exchanges=exchanges("ask")), TODAY, LIMITS._replace(asks_in_a_row=1))
    text = the_reason(found, "asks_in_a_row").text
    assert text == "your last contact with Carol was an ask"


# Thanks and outcomes owed


def test_a_meeting_without_thanks_is_named_with_its_day() -> None:
    owed = OwedFor("t1", date(2026, 9, 1), "coffee", is_meeting=True)
    reason = the_reason(check(facts(unthanked=(owed,)), TODAY, LIMITS), "not_thanked")
    assert reason.text == "you have not thanked Carol for coffee on 1 Sep"
    assert (reason.number, reason.since) == (83, date(2026, 9, 1))


def test_a_favor_without_thanks_is_named_in_its_own_words() -> None:
    owed = OwedFor("t1", ago(1), "the review")
    reason = the_reason(check(facts(unthanked=(owed,)), TODAY, LIMITS), "not_thanked")
    assert reason.text == "you have not thanked Carol for this: the review"


def test_each_thanks_owed_is_a_reason_of_its_own() -> None:
    owed = (OwedFor("t1", ago(9), "coffee", True), OwedFor("t2", ago(5), "lunch", True))
    found = check(facts(unthanked=owed), TODAY, LIMITS)
    assert [reason.since for reason in found.reasons] == [ago(9), ago(5)]


def test_what_happened_today_need_not_be_thanked_for_yet() -> None:
    owed = OwedFor("t1", TODAY, "coffee", is_meeting=True)
    assert check(facts(unthanked=(owed,)), TODAY, LIMITS).fine


def test_an_outcome_that_was_not_told_is_named_by_the_favor() -> None:
    owed = OwedFor("f1", ago(4), "an intro to HR")
    reason = the_reason(check(facts(untold=(owed,)), TODAY, LIMITS), "not_told")
    assert reason.text == "you have not told Carol how this turned out: an intro to HR"
    assert (reason.number, reason.since) == (4, ago(4))


# Silence


def test_silence_is_named_in_months_with_something_to_do_about_it() -> None:
    reason = the_reason(check(facts(last_touch_on=ago(426)), TODAY, LIMITS), "silent")
    assert reason.text == "silent for 14 months: start with something for them"
    assert (reason.number, reason.since) == (426, ago(426))


@pytest.mark.parametrize(("days", "silent"), [(364, False), (365, True)])
def test_silence_begins_after_a_year(days: int, silent: bool) -> None:
    found = check(facts(last_touch_on=ago(days)), TODAY, LIMITS)
    assert ("silent" in codes(found)) is silent


@pytest.mark.parametrize(("days", "silent"), [(29, False), (30, True)])
def test_silence_begins_when_the_user_says(days: int, silent: bool) -> None:
    found = check(facts(last_touch_on=ago(days)), TODAY, LIMITS._replace(silent_days=30))
    assert ("silent" in codes(found)) is silent


def test_a_short_silence_is_said_in_days() -> None:
    found = check(facts(last_touch_on=ago(12)), TODAY, LIMITS._replace(silent_days=10))
    text = the_reason(found, "silent").text
    assert text == "silent for 12 days: start with something for them"


@pytest.mark.parametrize(("days", "silent"), [(364, False), (365, True)])
def test_whom_you_never_met_is_silent_since_they_were_added(days: int, silent: bool) -> None:
    found = check(facts(last_touch_on=None, added_on=ago(days)), TODAY, LIMITS)
    assert ("silent" in codes(found)) is silent


@pytest.mark.parametrize(("kind", "silent"), [("give", False), ("thanks", False), ("ask", True)])
def test_a_kindness_breaks_the_silence_and_an_ask_does_not(kind: str, silent: bool) -> None:
    found = check(facts(last_touch_on=ago(400), exchanges=exchanges(kind)), TODAY, LIMITS)
    assert ("silent" in codes(found)) is silent


# Asks this quarter


def test_the_fourth_ask_of_a_quarter_is_named_before_it_is_asked() -> None:
    asks = exchanges("touch", "ask", "touch", "ask", "touch", "ask")
    reason = the_reason(check(facts(exchanges=asks), TODAY, LIMITS), "asks_this_quarter")
    assert reason.text == "fourth ask of Carol this quarter"
    assert (reason.number, reason.since) == (3, ago(6))


def test_two_asks_in_a_quarter_are_not_yet_too_many() -> None:
    asks = exchanges("touch", "ask", "touch", "ask")
    assert check(facts(exchanges=asks), TODAY, LIMITS).fine


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 3, 31), date(2026, 1, 1)),
        (date(2026, 6, 30), date(2026, 4, 1)),
        (date(2026, 9, 30), date(2026, 7, 1)),
        (date(2026, 12, 31), date(2026, 10, 1)),
    ],
    ids=str,
)
def test_a_quarter_is_one_of_the_calendar_from_its_first_day_to_its_last(
    today: date, first: date
) -> None:
    only_one = LIMITS._replace(asks_in_a_quarter=1, asks_in_a_row=99)
    on_the_first = facts(last_touch_on=today, exchanges=(Exchange(first, "ask", "m1"),))
    assert codes(check(on_the_first, today, only_one)) == ["asks_this_quarter"]
    assert codes(check(on_the_first, first, only_one)) == ["asks_this_quarter"]
    day_before = (Exchange(first - timedelta(days=1), "ask", "m1"),)
    assert check(on_the_first._replace(exchanges=day_before), today, only_one).fine


def test_a_new_quarter_begins_anew() -> None:
    asks = facts(
        last_touch_on=date(2026, 12, 31),
        exchanges=tuple(
            Exchange(date(2026, 12, day), kind, "m1")
            for day, kind in ((31, "touch"), (30, "ask"), (29, "ask"), (28, "ask"))
        ),
    )
    assert codes(check(asks, date(2026, 12, 31), LIMITS)) == ["asks_this_quarter"]
    assert check(asks, date(2027, 1, 1), LIMITS).fine


@pytest.mark.parametrize(
    ("before", "ordinal"), [(1, "second"), (4, "fifth"), (7, "eighth"), (8, "9th"), (11, "12th")]
)
def test_asks_are_numbered_in_words_while_they_are_few(before: int, ordinal: str) -> None:
    limits = Thresholds(asks_in_a_row=99, asks_in_a_quarter=1)
    found = check(facts(exchanges=exchanges(*["ask"] * before)), TODAY, limits)
    assert [reason.text for reason in found.reasons] == [f"{ordinal} ask of Carol this quarter"]


# All together


def test_the_reasons_come_in_one_order() -> None:
    everything = facts(
        last_touch_on=ago(400),
        exchanges=exchanges("ask", "ask", "ask"),
        unthanked=(OwedFor("t1", ago(9), "coffee", True),),
        untold=(OwedFor("f1", ago(9), "an intro"),),
    )
    assert codes(check(everything, TODAY, LIMITS)) == [
        *("asks_in_a_row", "not_thanked", "not_told", "silent", "asks_this_quarter")
    ]


def test_the_last_five_contacts_are_shown() -> None:
    seven = exchanges(*["touch"] * 7)
    assert check(facts(exchanges=seven), TODAY, LIMITS).last == seven[:5]


days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
owed_things = st.lists(st.builds(OwedFor, st.just("t1"), days, st.text(), st.booleans()))
kinds = st.sampled_from(["ask", "give", "thanks", "touch"])
who = st.sampled_from([None, "me", "them", "split"])
relationships = st.builds(
    GiveAndTake,
    contact=st.builds(Person, st.just(1), st.just("c1"), st.text()),
    added_on=days,
    last_touch_on=st.none() | days,
    exchanges=st.lists(st.builds(Exchange, days, kinds, st.just("m1"))).map(latest_first),
    unthanked=owed_things.map(tuple),
    untold=owed_things.map(tuple),
    bills=st.lists(st.builds(Bill, st.just("m1"), days, st.just("lunch"), who, who)).map(tuple),
)
thresholds = st.builds(Thresholds, *[st.integers(1, 10**6)] * 3)


@given(relationships, days, thresholds)
def test_any_relationship_can_be_looked_at(
    anything: GiveAndTake, today: date, limits: Thresholds
) -> None:
    found = check(anything, today, limits)
    assert found.fine is (not found.reasons)
    assert all(reason.text for reason in found.reasons)


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
    bills = whose_turn([bill(None, 1, invited_by=None), bill("them", 9)], TODAY)
    assert (bills.paid_by, bills.paid_on) == ("them", ago(9))


def test_without_bills_nobody_knows_whose_turn_it_is() -> None:
    assert whose_turn([], TODAY) == (None, None, None, None)


# How things stand


def tally(name: str = "Carol", **counts: int) -> Tally:
    nothing = Tally(Person(1, "c1", name), 0, 0, 0, 0, None, None, 0, 0)
    return nothing._replace(**counts)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"received": 1}, "Carol did more for you than you for them: thank and help them."),
        ({"given": 2, "received": 1}, "You did more for Carol than they for you."),
        ({"given": 1, "received": 1}, "You and Carol are even."),
        (
            {"open_to_me": 1, "asks": 1},
            "Nothing has passed between you and Carol yet; you wait for 1 favor.",
        ),
        ({"asks": 2, "gives": 1}, "You asked Carol twice this year and gave once: give first."),
        (
            {"given": 3, "asks": 4, "gives": 3},
            "You asked Carol four times this year and gave three times: give first.",
        ),
    ],
)
def test_how_things_stand_is_one_plain_sentence(counts: dict[str, int], said: str) -> None:
    assert balance(tally(**counts)).text == said


def test_a_balance_keeps_the_counts_and_the_days() -> None:
    known = tally(given=1, received=2)._replace(last_given_on=ago(5), last_received_on=ago(2))
    assert balance(known)[:-1] == tuple(known)


def test_who_gave_most_and_got_least_comes_first() -> None:
    tallies = [
        tally("Even", given=1, received=1),
        tally("Drained by me", given=1, received=9),
        tally("Helped by me", given=9, received=1),
    ]
    ordered = [one.contact.name for one in balances(tallies)]
    assert ordered == ["Drained by me", "Even", "Helped by me"]


def test_among_equals_who_was_asked_more_comes_first() -> None:
    tallies = [tally("Ada", gives=1), tally("Bob", asks=3), tally("Cyd", asks=1)]
    assert [one.contact.name for one in balances(tallies)] == ["Bob", "Cyd", "Ada"]


def test_among_equals_the_order_is_by_name_and_never_by_chance() -> None:
    tallies = [tally("Bob"), tally("Ada"), tally("Cyd")]
    assert balances(tallies) == balances(reversed(tallies))
    assert [one.contact.name for one in balances(tallies)] == ["Ada", "Bob", "Cyd"]


def test_asks_and_gives_are_counted_for_a_year() -> None:
    assert twelve_months_before(TODAY) == date(2025, 11, 23)


# Contacts in order


def test_contacts_are_put_newest_first() -> None:
    ordered = latest_first([Exchange(ago(n), "touch", f"m{n}") for n in (5, 1, 9)])
    assert [exchange.ref for exchange in ordered] == ["m1", "m5", "m9"]


@pytest.mark.parametrize(
    ("one_day", "kinds"),
    [
        (("touch", "thanks"), ["thanks"]),
        (("thanks", "give", "touch"), ["give", "thanks"]),
        (("ask", "give", "thanks"), ["give", "thanks", "ask"]),
        (("touch", "touch"), ["touch", "touch"]),
    ],
)
def test_of_one_day_kindness_comes_first_and_a_touch_counts_when_alone(
    one_day: tuple[str, ...], kinds: list[str]
) -> None:
    same = [Exchange(TODAY, each, f"m{n}") for n, each in enumerate(one_day)]
    assert [exchange.kind for exchange in latest_first(same)] == kinds
    assert [exchange.kind for exchange in latest_first(reversed(same))] == kinds


def test_several_asks_of_one_day_are_one_contact_in_a_row() -> None:
    asked = latest_first([Exchange(ago(1), "ask", f"f{n}") for n in (1, 2, 3)])
    assert [exchange.ref for exchange in asked] == ["f3", "f2", "f1"]
    assert "asks_in_a_row" not in codes(check(facts(exchanges=asked), TODAY, LIMITS))


def test_a_kindness_on_the_day_of_an_ask_ends_the_row() -> None:
    row = exchanges("ask", "ask", "ask")
    kind = latest_first([*row, Exchange(row[0].on, "give", "f9")])
    assert "asks_in_a_row" not in codes(check(facts(exchanges=kind), TODAY, LIMITS))
