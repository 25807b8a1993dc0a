"""How far a step is, and what follows from it: who was asked has an ask, who did it did a favor."""

from datetime import date
from typing import TYPE_CHECKING

from netlog.actions import introducing, thanking
from netlog.actions.leads import finding
from netlog.named import NamedTuple
from netlog.records.favors import TO_ME, NewFavor
from netlog.records.leads import Lead, Step, StepState
from netlog.records.people import Person
from netlog.records.refs import Ref
from netlog.records.thanks import ThanksRules
from netlog.rules import reciprocity
from netlog.store.reads import favors
from netlog.store.reads import leads as reads

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


class StepChange(NamedTuple):
    """What is to change of a step: how far it is from that day on, and its day where moves."""

    state: StepState | None
    on: date
    due_on: date | None = None
    moves: bool = False


def change(book: "Recording", one: Lead, at: Step, asked: StepChange, rules: ThanksRules) -> None:
    """Let a step have another day, another state, or both."""
    from netlog.store.writes import leads as writes

    if asked.moves:
        writes.change_step(book, one.id, at.number, {"due_on": asked.due_on})
        at = at._replace(by=asked.due_on)
    if asked.state is not None:
        take(book, one, at, asked.state, asked.on, rules)


def become(book: "Recording", one: Lead, at: Step, contact_id: int, *, is_new: bool) -> Step:
    """A step is somebody; who is new came through whoever stands before them."""
    from netlog.store.writes import leads as writes

    writes.change_step(book, one.id, at.number, {"contact_id": contact_id})
    steps = one.steps[: one.steps.index(at)]
    before = [step.contact for step in steps if step.contact and step.state != "broken"]
    if is_new and before:
        introducing.note(book, before[-1], [contact_id])
    book.session.flush()
    return finding.step_there(book.connection, Ref("l", one.id, at.number))[1]


def take(
    book: "Recording", one: Lead, at: Step, state: StepState, on: date, rules: ThanksRules
) -> int | None:
    """Let a step be that far; returns the favor that it comes to.

    Who was asked has an ask, who did their part did a favor, for which thanks are owed.
    """
    from netlog.store.writes import leads as writes

    writes.step_state(book, one.id, at.number, state, on)
    if at.contact is None or state not in ("asked", "done"):
        return None
    theirs = [f for f, whose in reads.favors(book.connection, one.id) if whose.id == at.contact.id]
    known = [f for id_ in theirs if (f := favors.favor(book.connection, id_))]
    open_ = next((f for f in known if f.state == "open"), None)
    if state == "asked":
        return open_.id if open_ else _favor(book, one, at.contact, on, asked=True, by=at.by)
    return _did(book, one, at.contact, on, (open_.id if open_ else None, bool(known)), rules)


def _did(
    book: "Recording",
    one: Lead,
    whom: Person,
    on: date,
    known: tuple[int | None, bool],
    rules: ThanksRules,
) -> int | None:
    """Their part is done: the ask that waits for it, else a favor, unless they did one for it."""
    from netlog.store.writes import favors as writes

    waiting, has_done = known
    if waiting is None and has_done:
        return None
    if waiting is None:
        waiting = _favor(book, one, whom, on, asked=False, by=None)
    else:
        writes.finish(book, waiting, on)
    thanking.for_favor(book, whom.id, waiting, on, rules)
    return waiting


def _favor(
    book: "Recording", one: Lead, whom: Person, on: date, *, asked: bool, by: date | None
) -> int:
    from netlog.store.writes import favors as writes
    from netlog.store.writes import leads

    words = f"help on the way to {one.leads_to}"
    new = NewFavor(whom.id, TO_ME, words, on, asked=asked)
    due_on = reciprocity.waiting_due_on(on, by) if asked else None
    new = new._replace(due_on=due_on, done_on=None if asked else on)
    favor_id = writes.add(book, new)
    leads.tie(book, one.id, favor_id)
    return favor_id
