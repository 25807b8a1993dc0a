"""The account between you: what was given, asked and received, and whose turn it is to pay.

Of the facts behind a standing, and apart from it: a morning of many people needs none of it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from netlog.asking import kindness
from netlog.records.favors import TO_THEM, Favor
from netlog.records.reciprocity import Bill, Bills, GiveAndTake
from netlog.records.refs import ref
from netlog.records.standing import Act, Open, Standing, Topic
from netlog.records.thanks import Thanks
from netlog.rules import phases
from netlog.rules.acts import acts, gifts
from netlog.wording import short_day

YEAR = timedelta(days=365)
ASKS_WITHIN = timedelta(days=90)
ENDS_A_ROW = ("gift", "told")


def account(of: Standing, today: date) -> GiveAndTake:
    """What was given and received, with the acts that tell of it."""
    known = of.facts
    found = acts(known)
    received = _received(known.favors)
    given = [act.on for act in found if act.kind == "gift"]
    thanked = {thanks.favor.id for thanks in known.thanks if thanks.sent_on and thanks.favor}
    since = today - YEAR
    thanks = [one for one in known.thanks if (one.sent_on or one.opened_on) > since]
    helped = [one for one in received if (one.told_on or one.done_on or since) > since]
    return GiveAndTake(
        acts=found,
        row_of_asks=_row_of_asks(found, today),
        asks_in_90_days=tuple(
            act.on for act in found if act.kind == "ask" and today - act.on < ASKS_WITHIN
        ),
        given=len(given),
        received=len(received),
        unthanked=sum(not _is_thanked(favor, thanked, known.thanks) for favor in received),
        untold=sum(not _is_told(favor) for favor in received),
        asked_in_a_year=sum(act.kind == "ask" and act.on > since for act in found),
        given_in_a_year=sum(on > since for on in given),
        last_given_on=max(given, default=None),
        last_received_on=max((f.done_on for f in received if f.done_on), default=None),
        thanked=_are_thanked(thanks),
        told=_are_told(helped),
        let_go=any(one.dropped_on for one in thanks) or any(one.dropped_on for one in helped),
        heard=any(favor.told_on for favor in received),
    )


def gave_more(of: Standing) -> bool:
    """Whether they did more for you than you for them."""
    return len(_received(of.facts.favors)) > gifts(of.facts)


def _received(favors: Iterable[Favor]) -> list[Favor]:
    return [one for one in favors if one.done_on and one.direction != TO_THEM]


def _row_of_asks(found: Sequence[Act], today: date) -> tuple[date, ...]:
    """The days of the asks since you last gave, or told how their help turned out."""
    ended = max((act.on for act in found if act.kind in ENDS_A_ROW), default=date.min)
    since = max(ended, today - YEAR)
    return tuple(dict.fromkeys(act.on for act in found if act.kind == "ask" and act.on > since))


def _are_thanked(thanks: Iterable[Thanks]) -> bool:
    """Whether you thanked them, and for all that they are owed thanks for."""
    sent = [bool(one.sent_on) for one in thanks]
    return bool(sent) and all(sent)


def _are_told(received: Iterable[Favor]) -> bool:
    """Whether they heard how their help turned out, and of all of it."""
    heard = [
        bool(one.told_on) for one in received if one.told_on or not phases.is_courtesy(one.text)
    ]
    return bool(heard) and all(heard)


def _is_thanked(favor: Favor, thanked: set[int], thanks: Sequence[Thanks]) -> bool:
    """Whether they were thanked for it, by name or after it."""
    return favor.id in thanked or any(
        one.sent_on and favor.done_on and one.sent_on >= favor.done_on for one in thanks
    )


def _is_told(favor: Favor) -> bool:
    """Whether they heard what came of it, as far as there was something to tell."""
    return bool(favor.told_on or favor.dropped_on or phases.is_courtesy(favor.text))


def last_help(of: Standing) -> Topic | None:
    """The last thing that they did for you."""
    came = [
        Topic(favor.ref, favor.done_on, favor.text)
        for favor in _received(of.facts.favors)
        if favor.done_on
    ]
    return max(came, key=lambda help_: help_.on, default=None)


def thanked_for(owed: Open) -> str:
    """What thanks are for, as it follows the word: "the coffee of 20 Nov", "this: read my CV"."""
    is_meeting = owed.about.startswith(("the ", "your "))
    return owed.about if is_meeting else f"this: {kindness(owed.about)}"


def bills(of: Standing, today: date) -> Bills:
    """Who paid last, and whose turn that makes it."""
    return whose_turn(
        [
            Bill(ref("m", one.id), one.on, one.kind, one.invited_by, one.paid_by)
            for one in of.facts.meetings
            if one.invited_by or one.paid_by
        ],
        today,
    )


def whose_turn(bills: Sequence[Bill], today: date) -> Bills:
    """Who paid last and whose turn it is, of bills newest first; whoever invites, pays."""
    if not bills:
        return Bills(None, None, None, None)
    last = bills[0]
    payer = last.paid_by or last.invited_by or ""
    turn = {"me": "them", "them": "me"}.get(payer)
    did = "paid" if last.paid_by else "invited"
    who = {"me": f"You {did}", "them": f"They {did}", "split": "You split the bill"}[payer]
    said = f"{who} last ({last.kind} on {short_day(last.on, today)})"
    said += {"me": ": your turn to invite and pay.", "them": ": their turn.", None: "."}[turn]
    return Bills(payer, last.on, turn, said)
