"""Where you stand with somebody, judged once: facts and today in, a Standing out.

Every command that concludes something reads it, so that no two can contradict each other.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from netlog.records.favors import TO_THEM, Favor
from netlog.records.refs import ref
from netlog.records.standing import (
    Act,
    Bill,
    Bills,
    GiveAndTake,
    Happened,
    Open,
    Relationship,
    Silence,
    Standing,
    Topic,
)
from netlog.records.thanks import Thanks
from netlog.rules import peace, phases
from netlog.rules.acts import acts
from netlog.rules.open_lines import open_lines, reminder_of, thanks_with_news
from netlog.rules.topics import topics
from netlog.wording import short_day, unpointed

YEAR = timedelta(days=365)
ASKS_WITHIN = timedelta(days=90)
# Whoever is shown unasked; while somebody waits to be got back to, so many of the seven are left to
# them; of fewer, fewer.
PEOPLE = 7
KEPT_FREE = 2
ENDS_A_ROW = ("gift", "told")


def standing(known: Relationship, today: date, unthanked: Collection[str] = ()) -> Standing:
    """What the facts of one relationship come to, today; to those tags no thanks are owed."""
    found = acts(known)
    thanks = set(known.tags).isdisjoint(unthanked)
    return Standing(
        contact=known.contact,
        tags=known.tags,
        acts=found,
        last_touch_on=known.last_touch_on,
        met_on=known.met_on,
        added_on=known.added_on,
        row_of_asks=_row_of_asks(found, today),
        asks_in_90_days=tuple(
            act.on for act in found if act.kind == "ask" and today - act.on < ASKS_WITHIN
        ),
        account=_account(known, found, today),
        open=tuple(open_lines(known, today, thanks=thanks)),
        unthanked=tuple(thanks_with_news(known, today)) if thanks else (),
        silence=_silence(known, today),
        bills=whose_turn(_bills(known.meetings), today),
        introduced=known.introduced,
        topics=topics(known.meetings, known.remind_why),
        helped=_last_help(known.favors),
        snoozed_until=known.snoozed_until,
        remind_on=reminder_of(known),
        peace=peace.of(known.said_no, today),
    )


def is_shown(line: Open, until: date, today: date) -> bool:
    """Whether the morning that looks ahead until that day shows the line."""
    return line.comes_on <= until and not is_over(line, today)


def kept_free(people: int) -> int:
    """Of so many places those that are left to whoever waits to be got back to."""
    return min(KEPT_FREE, round(people * KEPT_FREE / PEOPLE))


def with_room(debts: Sequence[bool], people: int) -> list[int]:
    """Whose turn it is, so many by their place: debts leave room to those who merely wait.

    debts says, in their order, of whom something is owed.
    """
    first = range(min(people, len(debts)))
    owed = [at for at in first if debts[at]]
    wanted = max(kept_free(people) - (len(first) - len(owed)), 0)
    waiting = [at for at in range(len(first), len(debts)) if not debts[at]][:wanted]
    left_out = owed[len(owed) - len(waiting) :]
    return [*(at for at in first if at not in left_out), *waiting]


def is_reminder(found: Standing, line: Open) -> bool:
    """Whether a line to get back to them comes of a day that was asked for, not of the cadence."""
    return found.remind_on is not None and found.remind_on <= line.due_on


def is_over(line: Open, today: date) -> bool:
    """Whether the line has had its time."""
    return line.rests_on is not None and line.rests_on <= today


def _row_of_asks(found: Sequence[Act], today: date) -> tuple[date, ...]:
    """The days of the asks since you last gave, or told how their help turned out."""
    ended = max((act.on for act in found if act.kind in ENDS_A_ROW), default=date.min)
    since = max(ended, today - YEAR)
    return tuple(dict.fromkeys(act.on for act in found if act.kind == "ask" and act.on > since))


def _account(known: Relationship, found: Sequence[Act], today: date) -> GiveAndTake:
    received = [f for f in known.favors if f.done_on and f.direction != TO_THEM]
    given = [act.on for act in found if act.kind == "gift"]
    thanked = {thanks.favor.id for thanks in known.thanks if thanks.sent_on and thanks.favor}
    since = today - YEAR
    thanks = [one for one in known.thanks if (one.sent_on or one.opened_on) > since]
    helped = [one for one in received if (one.told_on or one.done_on or since) > since]
    return GiveAndTake(
        given=len(given),
        received=len(received),
        unsettled=sum(not _is_settled(favor, thanked, known.thanks) for favor in received),
        asked_in_a_year=sum(act.kind == "ask" and act.on > since for act in found),
        given_in_a_year=sum(on > since for on in given),
        last_given_on=max(given, default=None),
        last_received_on=max((f.done_on for f in received if f.done_on), default=None),
        thanked=_are_thanked(thanks),
        told=_are_told(helped),
        let_go=any(one.dropped_on for one in thanks) or any(one.dropped_on for one in helped),
        heard=any(favor.told_on for favor in received),
    )


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


def _is_settled(favor: Favor, thanked: set[int], thanks: Sequence[Thanks]) -> bool:
    """Whether they were thanked for it and told, as far as there was something to tell."""
    grateful = favor.id in thanked or any(
        one.sent_on and favor.done_on and one.sent_on >= favor.done_on for one in thanks
    )
    told = favor.told_on or favor.dropped_on or phases.is_courtesy(favor.text)
    return bool(grateful and told)


def _last_help(favors: Sequence[Favor]) -> Topic | None:
    came = [
        Topic(favor.ref, favor.done_on, favor.text)
        for favor in favors
        if favor.done_on and favor.direction != TO_THEM
    ]
    return max(came, key=lambda help_: help_.on, default=None)


def _silence(known: Relationship, today: date) -> Silence:
    since = known.last_touch_on or known.met_on or known.added_on
    return Silence(since, (today - since).days, known.every_days, known.last_touch_on is not None)


def _bills(meetings: Sequence[Happened]) -> list[Bill]:
    return [
        Bill(ref("m", one.id), one.on, one.kind, one.invited_by, one.paid_by)
        for one in meetings
        if one.invited_by or one.paid_by
    ]


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


def last_seen(found: Standing, today: date) -> str:
    """When you were last in touch, in words: "last in touch 5 Nov", or since when never."""
    if found.last_touch_on:
        return f"last in touch {short_day(found.last_touch_on, today)}"
    if found.met_on:
        return f"not in touch since you met in {found.met_on.year}"
    return f"not in touch yet, added {short_day(found.added_on, today)}"


def is_of_another(found: Standing, one: Open) -> bool:
    """Whether a step of a chain is of somebody else, about whom they may be asked."""
    return unpointed(one.about) != unpointed(found.contact.name)
