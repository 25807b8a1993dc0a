"""Telling people what you are after: a touch with each, and no ask."""

from collections.abc import Sequence
from datetime import date

from netlog.actions import capture
from netlog.actions.capture import Occasion
from netlog.records.goals import Goal
from netlog.records.meetings import NewMeeting
from netlog.records.people import Person
from netlog.records.thanks import ThanksRules
from netlog.store.reads import goals as reads
from netlog.store.reads import meetings
from netlog.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


def tell(
    book: "Recording", goal: Goal, people: Sequence[Person], on: date, rules: ThanksRules
) -> list[Person]:
    """Note that these people were told of it, each by a message; returns who did not know yet.

    Whoever was told on that day is not told twice on it.
    """
    from netlog.store.writes import goals as writes

    known = {one.contact.id for one in reads.knows(book.connection, goal.id)}
    for one in people:
        message = NewMeeting(on, "message", (one.id,), text=f"told them: {goal.text}")
        before = meetings.of_contact(book.connection, one.id)
        if any((met.happened_on, met.text) == (on, message.text) for met in before):
            continue
        capture.log(book, Occasion(message, thanks="none"), rules)
        writes.tell(book, goal.id, one.id, on)
    return [one for one in people if one.id not in known]
