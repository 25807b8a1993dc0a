"""A favor recorded: or, where it was asked for, the ask that it answers."""

from datetime import date

from netlog.actions import answering, retries, settle, thanking
from netlog.actions.answering import Got
from netlog.actions.doors import Doors
from netlog.actions.serving import Serving, tie
from netlog.named import NamedTuple
from netlog.records.favors import TO_ME, NewFavor
from netlog.store.config import settings
from netlog.store.reads import favors as reads


class RecordedFavor(NamedTuple):
    """A favor by id; answered says that it was asked for, is_new that no earlier try stored it."""

    id: int
    answered: bool = False
    is_new: bool = True


def record(
    doors: Doors,
    new: NewFavor,
    typed: date | None,
    answers: int | None,
    serving: Serving = Serving(),
) -> RecordedFavor:
    """Store the favor, or let it answer the ask that it is, which is known or seen.

    typed is the day that was named, if any; answers the id of the ask, serving what it is for. A
    received one opens thanks.
    Raises WouldConflict where the same --id stored something else before.
    """
    from netlog.store.writes import favors as writes

    rules = settings().thanks
    with doors.recording(f"favor {_verb(new)}") as book:
        known = reads.id_of_uid(book.connection, new.uid) if new.uid else None
        if known:
            retries.check_same_favor(settle.favor(book.connection, known), new, typed)
            return RecordedFavor(known, is_new=False)
        if new.direction != TO_ME or new.done_on is None:
            opened = writes.add(book, new)
            tie(book, serving, "favor_id", opened)
            return RecordedFavor(opened)
        before = retries.answered_before(book.connection, new) if new.uid else None
        if before:
            return RecordedFavor(before, is_new=False)
        waiting = answering.open_asks(book.connection, new.contact_id, new.done_on)
        ask = answering.answer(book, new.contact_id, Got(new.text, answers), waiting, new.done_on)
        favor_id = ask.id if ask else writes.add(book, new)
        tie(book, serving, "favor_id", favor_id)
        if ask is None or ask.done_on is None:
            thanking.for_favor(book, new.contact_id, favor_id, new.done_on, rules)
    return RecordedFavor(favor_id, answered=ask is not None)


def _verb(new: NewFavor) -> str:
    """The command that makes such a favor."""
    if new.direction == TO_ME:
        return "ask" if new.asked else "receive"
    return "give" if new.done_on else "promise"
