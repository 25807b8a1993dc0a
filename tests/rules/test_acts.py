"""Everything dated between you and somebody: who moved, what it was, and which are touches."""

from datetime import date
from itertools import permutations

import pytest
from tests.rules.known import TODAY, ago, ask, favor, gift, help_, known, met, planned, thanks

from netlog.records.meetings import KINDS, MeetingBrief
from netlog.records.standing import Act, Relationship
from netlog.rules.acts import acts, touches

DAY = ago(20)


def kinds(**facts: object) -> list[tuple[date, str, str]]:
    return [(act.on, act.kind, act.by) for act in acts(known(**facts))]


def test_every_favor_is_an_act_of_whoever_moved() -> None:
    assert kinds(favors=(gift(on=DAY),)) == [(DAY, "gift", "you")]
    assert kinds(favors=(help_(on=DAY),)) == [(DAY, "help", "them")]
    assert kinds(favors=(ask(on=DAY),)) == [(DAY, "ask", "you")]


def test_an_ask_that_was_answered_is_two_acts_and_news_told_a_third() -> None:
    answered = ask(on=ago(30), done_on=ago(20), outcome="hired", outcome_on=ago(9), told_on=ago(8))
    assert kinds(favors=(answered,)) == [
        (ago(8), "told", "you"),
        (ago(20), "help", "them"),
        (ago(30), "ask", "you"),
    ]


def test_thanks_are_an_act_once_they_are_sent() -> None:
    assert kinds(thanks=(thanks(DAY),)) == []
    assert kinds(thanks=(thanks(DAY, sent_on=ago(5)),)) == [(ago(5), "thanks", "you")]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "note"])
def test_every_meeting_is_being_in_touch(kind: str) -> None:
    assert kinds(meetings=(met(5, kind),)) == [(ago(5), "touch", "both")]


def test_a_note_is_no_act() -> None:
    assert kinds(meetings=(met(5, "note"),)) == []


def test_a_lunch_that_you_paid_is_a_gift() -> None:
    assert kinds(meetings=(met(5, "lunch", paid_by="me"),)) == [(ago(5), "gift", "you")]
    assert kinds(meetings=(met(5, "lunch", paid_by="them"),)) == [(ago(5), "touch", "both")]


def test_what_was_only_promised_planned_or_dropped_is_no_act() -> None:
    let_go = (favor(), favor(dropped_on=DAY), thanks(DAY, dropped_on=ago(2)))
    found = kinds(favors=let_go[:2], thanks=let_go[2:], plans=(planned(TODAY),))
    assert found == []


def test_an_ask_that_was_dropped_was_made_all_the_same() -> None:
    assert kinds(favors=(ask(on=DAY, dropped_on=ago(2)),)) == [(DAY, "ask", "you")]


def test_a_meeting_stands_for_itself_but_where_it_is_told_of() -> None:
    lunch = met(20, "lunch", id=9)
    at_it = MeetingBrief(9, "m9", "lunch", DAY)
    assert kinds(favors=(ask(on=DAY, meeting=at_it),), meetings=(lunch,)) == [(DAY, "ask", "you")]
    assert kinds(favors=(ask(on=DAY),), meetings=(lunch,)) == [
        (DAY, "ask", "you"),
        (DAY, "touch", "both"),
    ]
    sent = thanks(DAY, sent_on=DAY, kind="lunch")
    sent = sent._replace(meeting=at_it)
    assert kinds(thanks=(sent,), meetings=(lunch,)) == [(DAY, "thanks", "you")]
    assert kinds(favors=(ask(on=DAY),), meetings=(met(19),)) == [
        (ago(19), "touch", "both"),
        (DAY, "ask", "you"),
    ]


def test_acts_are_newest_first_and_of_one_day_the_kindest_before() -> None:
    one_day = (
        ask(on=DAY, id=1),
        gift(on=DAY)._replace(id=2, ref="f2"),
        help_(on=DAY, id=3, told_on=DAY),
    )
    sent = (thanks(ago(30), sent_on=DAY, id=4),)
    found = [acts(known(favors=favors, thanks=sent)) for favors in permutations(one_day)]
    assert [act.kind for act in found[0]] == ["gift", "told", "thanks", "help", "ask"]
    assert all(other == found[0] for other in found)


def test_an_act_names_the_record_behind_it() -> None:
    facts = known(favors=(gift(on=DAY)._replace(ref="f7"),), meetings=(met(5, id=9),))
    assert acts(facts) == (
        Act(ago(5), "touch", "both", "m9"),
        Act(DAY, "gift", "you", "f7"),
    )


def everything() -> Relationship:
    return known(
        favors=(
            gift(on=ago(2)),
            ask(on=ago(4)),
            help_(on=ago(6), outcome="x", outcome_on=ago(5), told_on=ago(5)),
            favor(opened_on=ago(1)),
        ),
        thanks=(thanks(ago(30), sent_on=ago(8)), thanks(ago(7))),
        meetings=(met(3, "note"), met(9), met(9, "call")),
    )


def test_the_days_in_touch_are_those_of_every_act_from_either_side() -> None:
    assert touches(everything()) == [ago(9), ago(8), ago(6), ago(5), ago(4), ago(2)]
