"""Everything dated between you and somebody, as acts: what is a touch, and who moved."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from netlog.records.favors import TO_THEM, Favor
from netlog.records.meetings import NOT_A_TOUCH
from netlog.records.refs import ref
from netlog.records.standing import Act, Happened, Relationship
from netlog.records.thanks import Thanks

# Of one day, what you gave stands before thanks, and those before what they are for.
_WEIGHT = ("touch", "ask", "help", "thanks", "told", "gift")


def acts(known: Relationship) -> tuple[Act, ...]:
    """All of them, newest first; a meeting but where something else is said of it."""
    found = [*_of_favors(known.favors), *_of_thanks(known.thanks)]
    told_of = {
        (one.meeting.ref, on)
        for one in known.favors
        if one.meeting
        for on in (one.opened_on if one.asked else None, one.done_on)
    } | {(one.meeting.ref, one.sent_on) for one in known.thanks if one.meeting}
    found += (
        act
        for act in _of_meetings(known.meetings)
        if act.kind != "touch" or (act.ref, act.on) not in told_of
    )
    found.sort(key=lambda act: (act.on, _WEIGHT.index(act.kind), int(act.ref[1:])), reverse=True)
    return tuple(found)


def gifts(known: Relationship) -> int:
    """How many of them are something that you gave."""
    found = chain(_of_favors(known.favors), _of_thanks(known.thanks), _of_meetings(known.meetings))
    return sum(act.kind == "gift" for act in found)


def _of_meetings(meetings: Iterable[Happened]) -> Iterator[Act]:
    for meeting in meetings:
        said = ref("m", meeting.id)
        if meeting.paid_by == "me":
            yield Act(meeting.on, "gift", "you", said)
        elif meeting.kind != NOT_A_TOUCH:
            yield Act(meeting.on, "touch", "both", said)


def _of_favors(favors: Iterable[Favor]) -> Iterator[Act]:
    for favor in favors:
        if favor.asked:
            yield Act(favor.opened_on, "ask", "you", favor.ref)
        if favor.done_on and favor.direction == TO_THEM:
            yield Act(favor.done_on, "gift", "you", favor.ref)
        elif favor.done_on:
            yield Act(favor.done_on, "help", "them", favor.ref)
        for on in (*(told.told_on for told in favor.told_before), favor.told_on):
            if on and not favor.introduced:
                yield Act(on, "told", "you", favor.ref)
            elif on and on != favor.done_on:
                yield Act(on, "touch", "you", favor.ref)


def _of_thanks(thanks: Iterable[Thanks]) -> Iterator[Act]:
    for one in thanks:
        if one.sent_on:
            yield Act(one.sent_on, "gift" if one.how == "gift" else "thanks", "you", one.ref)


def touches(known: Relationship) -> list[date]:
    """The days on which you were in touch, from either side."""
    days = {act.on for act in (*_of_favors(known.favors), *_of_thanks(known.thanks))}
    return sorted(days | {act.on for act in _of_meetings(known.meetings)})
