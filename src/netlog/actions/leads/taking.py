"""How far a step is, and what follows from it: who was asked has an ask, who did it did a favor."""

from collections.abc import Iterator
from datetime import date

from netlog.actions import capture, introducing, thanking
from netlog.actions.leads import finding, joining
from netlog.asking import help_for
from netlog.errors import Refused
from netlog.named import NamedTuple
from netlog.records.favors import TO_ME, Favor, NewFavor
from netlog.records.leads import Lead, Step, StepState
from netlog.records.meetings import NewMeeting
from netlog.records.people import Person
from netlog.records.refs import Ref
from netlog.records.thanks import ThanksRules
from netlog.rules import asks, chains, reciprocity
from netlog.store.connect import Book
from netlog.store.reads import favors, meetings, thanks
from netlog.store.reads import leads as reads
from netlog.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


# Why an ask is let go with a step of that state.
NOT_DONE = "not done after all"
NOT_AWAITED: dict[StepState, str] = {"waiting": "not asked yet", "broken": "it came to nothing"}


class StepChange(NamedTuple):
    """What is to change of a step: how far it is from that day on, and its day where it moves.

    dated says that the day was said, not merely that of the command.
    """

    state: StepState | None
    on: date
    dated: bool = False
    due_on: date | None = None
    moves: bool = False


def asked_before(at: Step, asked: StepChange) -> bool:
    """Whether the step was asked before the day on which it is asked now, or on it."""
    is_again = asked.state == at.state == "asked"
    return is_again and at.asked_on is not None and asked.on >= at.asked_on


def is_so_already(at: Step, asked: StepChange) -> bool:
    """Whether it is said again, without a day, that a step is done or broke."""
    return asked.state == at.state and at.state in ("done", "broken") and not asked.dated


def is_repeated(connection: Book, one: Lead, at: Step, asked: StepChange) -> bool:
    """Whether it is noted that the step was asked on that day: the same ask, typed twice."""
    if not asked_before(at, asked):
        return False
    same = [
        meeting
        for meeting in (meetings.of_contact(connection, at.contact.id) if at.contact else ())
        if (meeting.happened_on, meeting.asked) == (asked.on, help_for(one.leads_to))
    ]
    return asked.on == at.asked_on or at.contact is None or bool(same)


def change(book: "Recording", one: Lead, at: Step, asked: StepChange, rules: ThanksRules) -> None:
    """Let a step have another day, another state, or both.

    Whoever is asked again keeps the day on which they were asked first; it is a nudge.
    """
    from netlog.store.writes import leads as writes

    if asked.moves:
        writes.change_step(book, one.id, at.number, {"due_on": asked.due_on})
        at = at._replace(by=asked.due_on)
        _await(book, one, at)
    if asked.state is None or is_so_already(at, asked):
        return
    if not asked_before(at, asked):
        take(book, one, at, asked.state, asked.on, rules)
        return
    if at.contact and not is_repeated(book.connection, one, at, asked):
        message = NewMeeting(asked.on, "message", (at.contact.id,), asked=help_for(one.leads_to))
        capture.log(book, capture.Occasion(message, thanks="none"), rules)
    take(book, one, at, asked.state, at.asked_on or asked.on, rules)


def let_go(book: "Recording", one: Lead, at: Step, on: date) -> None:
    """Chase a step no more, and wait no longer for what was asked of whoever it is."""
    from netlog.store.writes import leads as writes

    writes.let_go(book, one.id, at.number, on)
    if at.contact:
        release(book, one, on, "let go", at.contact)


def release(book: "Recording", one: Lead, on: date, why: str, whom: Person | None = None) -> None:
    """Wait no longer for what was asked on the way: of one person, or of anybody."""
    from netlog.store.writes import favors as writes

    for favor in _asked(book, one):
        if whom is None or favor.contact.id == whom.id:
            writes.drop(book, favor.id, max(on, favor.opened_on), why)


def _await(book: "Recording", one: Lead, at: Step) -> None:
    """What was asked for a step is due on the day of the step."""
    from netlog.store.writes import editing as writes

    for favor in _asked(book, one):
        if at.contact and favor.contact.id == at.contact.id:
            due_on = reciprocity.waiting_due_on(favor.opened_on, at.by)
            writes.change_favor(book, favor.id, {"due_on": due_on})


def _asked(book: "Recording", one: Lead) -> list[Favor]:
    """The asks on the way that are open."""
    book.session.flush()
    tied = (favors.favor(book.connection, id_) for id_, _ in reads.favors(book.connection, one.id))
    return [favor for favor in tied if favor and favor.state == "open"]


def become(
    book: "Recording",
    one: Lead,
    at: Step,
    contact_id: int,
    on: date,
    rules: ThanksRules,
    *,
    is_new: bool,
) -> Step:
    """A step is somebody, as is known from that day on; who is new came through whoever stands
    before them.

    Whoever was not asked yet is to be asked from that day on: what was waited for till then was
    waited for from nobody, or from somebody else. Raises Refused where somebody else did it.
    """
    from netlog.store.writes import leads as writes

    is_other = at.contact is not None and at.contact.id != contact_id
    if is_other and at.state == "done":
        raise Refused(f"{at.ref} is {at.name}, who did their part.", advice="netlog undo")
    columns: dict[str, Any] = {"contact_id": contact_id}
    if is_other or (at.contact is None and at.state == "waiting"):
        columns |= {
            "state": "waiting",
            "opened_on": on,
            "due_on": None if is_past(at, on) else at.by,
        }
        columns |= dict.fromkeys(("asked_on", "broken_on", "dropped_on"))
    writes.change_step(book, one.id, at.number, columns)
    if at.contact and is_other:
        release(book, one, on, "it was somebody else", at.contact)
    steps = one.steps[: one.steps.index(at)]
    before = [step.contact for step in steps if step.contact and step.state != "broken"]
    if is_new and before:
        introducing.note(book, before[-1], [contact_id])
    joining.join_all(book, one.id, contact_id)
    book.session.flush()
    _, now = finding.step_there(book.connection, Ref("l", one.id, at.number))
    if at.contact is None and now.state in ("asked", "done"):
        take(book, one, now, now.state, now.done_on or now.asked_on or on, rules)
    return now


def is_past(at: Step, on: date) -> bool:
    """Whether the day by which a step was to be done has gone by."""
    return at.by is not None and at.by < on


def take(
    book: "Recording", one: Lead, at: Step, state: StepState, on: date, rules: ThanksRules
) -> int | None:
    """Let a step be that far; returns the favor that it comes to.

    Who was asked has an ask, who did their part did a favor, for which thanks are owed; of whom it
    broke, or who was not asked after all, nothing is waited for.
    """
    from netlog.store.writes import leads as writes

    writes.step_state(book, one.id, at.number, state, on)
    if at.contact and at.state == "done" and state in ("waiting", "asked"):
        _take_back(book, one, at.contact, on)
    if at.contact and state in NOT_AWAITED:
        release(book, one, on, NOT_AWAITED[state], at.contact)
    if at.contact is None or state not in ("asked", "done"):
        return None
    known = finding.favors_of(book.connection, one, at.contact)
    open_ = next((f for f in known if f.state == "open"), None)
    if state == "asked" and open_:
        _open_since(book, open_, on)
        return open_.id
    if state == "asked" and (told := noted(book.connection, one, at, on)):
        writes.tie(book, one.id, told.id)
        joining.join(book, told.id)
        return told.id
    if state == "asked":
        return _favor(book, one, at.contact, on, asked=True, by=at.by)
    return _did(book, one, at.contact, on, (open_.id if open_ else None, bool(known)), rules)


def noted(connection: Book, one: Lead, at: Step, on: date) -> Favor | None:
    """The ask of that day that is theirs and sounds like the lead, or like whoever comes behind
    them: it is noted, for nothing yet.
    """
    place = [step.number for step in one.steps].index(at.number)
    behind = " ".join(step.name for step in one.steps[place + 1 :])
    leads_to = f"{one.title} {one.organization or ''}"
    there = tuple(unbound(connection, one, at, on))
    return asks.answered(leads_to, there) or asks.answered(behind, there)


def unbound(connection: Book, one: Lead, at: Step, on: date) -> Iterator[Favor]:
    """What a step was asked that day, for nothing yet; nothing where something is for the lead."""
    if at.contact and not finding.favors_of(connection, one, at.contact):
        for ask in favors.of_contact(connection, at.contact.id):
            if ask.asked and ask.state == "open" and not ask.lead and ask.opened_on == on:
                yield ask


def _take_back(book: "Recording", one: Lead, whom: Person, on: date) -> None:
    """They did not do their part after all: what was noted of it goes, with thanks that are owed.

    What was asked of them is open again, to be let go or waited for.
    """
    from netlog.store.writes import editing
    from netlog.store.writes import favors as writes
    from netlog.store.writes import thanks as thanks_writes

    for favor in finding.favors_of(book.connection, one, whom):
        is_its = favor.asked or chains.is_help(favor.text)
        if not is_its or not favor.done_on or favor.outcome:
            continue
        for owed in thanks.of_favor(book.connection, favor.id):
            if owed.state == "open":
                thanks_writes.drop(book, owed.id, max(on, owed.opened_on), NOT_DONE)
        editing.change_favor(book, favor.id, {"done_on": None})
        if not favor.asked:
            writes.drop(book, favor.id, max(on, favor.opened_on), NOT_DONE)
    book.session.flush()


def _open_since(book: "Recording", ask: Favor, on: date) -> None:
    """They were asked on that day already."""
    from netlog.store.writes import editing as writes

    if on < ask.opened_on:
        writes.change_favor(book, ask.id, {"opened_on": on})


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

    new = NewFavor(whom.id, TO_ME, help_for(one.leads_to), on, asked=asked)
    still = by if by and by > on else None
    due_on = reciprocity.waiting_due_on(on, still) if asked else None
    new = new._replace(due_on=due_on, done_on=None if asked else on)
    favor_id = writes.add(book, new)
    leads.tie(book, one.id, favor_id)
    return favor_id
