"""The ask of whoever is a step of a lead, and the step: one thing, whichever was noted first."""

from netlog.actions.leads import finding
from netlog.records.favors import TO_ME, Favor
from netlog.records.leads import Lead, Step, StepState
from netlog.records.refs import Ref
from netlog.rules import chains, phases
from netlog.store.connect import Book
from netlog.store.reads import favors, history
from netlog.store.reads import leads as reads
from netlog.store.reads.values import day
from netlog.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


def join(book: "Recording", favor_id: int) -> None:
    """Whoever is asked for a lead is asked as its step; whoever helped with it did their part."""
    from netlog.store.writes import leads as writes

    book.session.flush()
    found = _step_of(book, favor_id)
    if found is None:
        return
    favor, one, at = found
    if favor.asked and favor.state == "open":
        _ask(book, favor, one, at)
    elif favor.state == "done" and favor.done_on and not open_asks(book, one, at):
        writes.step_state(book, one.id, at.number, "done", favor.done_on)


def join_all(book: "Recording", lead_id: int, contact_id: int) -> None:
    """Whoever became a step may have been asked for the lead before."""
    book.session.flush()
    for favor_id, whose in reads.favors(book.connection, lead_id):
        if whose.id == contact_id:
            join(book, favor_id)


def rejoin(book: "Recording", favor: Favor, lead_id: int | None) -> None:
    """A favor is for that lead from now on, or for none; the step that it left is as without it."""
    from netlog.store.writes import leads as writes

    if (favor.lead and favor.lead.id) == lead_id:
        return
    writes.untie(book, favor.id)
    part(book, favor)
    if lead_id is not None:
        writes.tie(book, lead_id, favor.id)
        join(book, favor.id)


def part(book: "Recording", favor: Favor) -> None:
    """An ask was let go, or left: without another one its step is still to be asked."""
    from netlog.store.writes import leads as writes

    book.session.flush()
    one = reads.lead(book.connection, favor.lead.id) if favor.lead else None
    if one is None or one.state != "open" or not favor.asked or favor.state != "open":
        return
    for at in one.steps:
        if at.contact == favor.contact and at.state == "asked" and not open_asks(book, one, at):
            writes.step_state(book, one.id, at.number, "waiting", favor.opened_on)


def undone(book: "Recording", favor: Favor) -> None:
    """What was asked of a step, or did it, is removed: the step is as far as without it.

    That a step is done was said of the step itself, where the favor says no more than that.
    """
    from netlog.store.writes import leads as writes

    book.session.flush()
    one = reads.lead(book.connection, favor.lead.id) if favor.lead else None
    if one is None or one.state != "open" or favor.direction != TO_ME:
        return
    at = one.step_of(favor.contact)
    was: dict[str, StepState] = {"open": "asked", "done": "done"}
    if at is None or at.state != was.get(favor.state):
        return
    left = finding.favors_of(book.connection, one, favor.contact)
    if at.state == "done" and (any(other.done_on for other in left) or chains.is_help(favor.text)):
        return
    asked = [other.opened_on for other in left if other.asked and other.state == "open"]
    state: StepState = "asked" if asked else "waiting"
    writes.step_state(book, one.id, at.number, state, min(asked, default=favor.opened_on))
    if not asked and (day_was := _day_before(book.connection, favor, at)):
        writes.change_step(book, one.id, at.number, day_was)


def _day_before(connection: Book, favor: Favor, at: Step) -> dict[str, str | None] | None:
    """The day of a step before the favor brought its own, which it still has; None for none."""
    began = [one.batch.id for one in history.of_row(connection, "favor", favor.id)][-1:]
    for one in history.of_row(connection, "lead_step", at.id):
        if one.batch.id in began and one.before and one.after:
            by = at.by and at.by.isoformat()
            is_its = one.before["due_on"] != one.after["due_on"] == by
            return {"due_on": one.before["due_on"]} if is_its else None
    return None


def move(book: "Recording", favor_id: int) -> None:
    """An ask has another day: its step, too."""
    from netlog.store.writes import leads as writes

    book.session.flush()
    if (found := _step_of(book, favor_id)) and found[0].state == "open" and found[0].asked:
        favor, one, at = found
        writes.change_step(book, one.id, at.number, {"due_on": favor.due_on})


def open_asks(book: "Recording", one: Lead, at: Step) -> list[Favor]:
    """What whoever a step is was asked for on the way, and waits."""
    theirs = finding.favors_of(book.connection, one, at.contact) if at.contact else []
    return [favor for favor in theirs if favor.asked and favor.state == "open"]


def _step_of(book: "Recording", favor_id: int) -> tuple[Favor, Lead, Step] | None:
    """A favor to you, and the step of the open lead that it is for, if that is still to be done."""
    favor = favors.favor(book.connection, favor_id)
    if favor is None or favor.lead is None or favor.direction != TO_ME:
        return None
    one = finding.there(book.connection, Ref("l", favor.lead.id))
    for at in one.steps if one.state == "open" else ():
        if at.contact == favor.contact and at.state in ("waiting", "asked"):
            return favor, one, at
    return None


def _ask(book: "Recording", favor: Favor, one: Lead, at: Step) -> None:
    """The step is asked since that day; both are due on the day that was said of either."""
    from netlog.store.writes import editing
    from netlog.store.writes import leads as writes

    row = writes.step(book, one.id, at.number)
    by, since = day(row.due_on), day(row.asked_on) if row.state == "asked" else None
    columns: dict[str, Any] = {}
    if phases.has_own_day(favor.opened_on, favor.due_on):
        columns = {"due_on": favor.due_on}
    elif by and by <= favor.opened_on:
        columns = {"due_on": None}
    elif by:
        editing.change_favor(book, favor.id, {"due_on": by})
    first = min(favor.opened_on, since or favor.opened_on)
    writes.step_state(book, one.id, at.number, "asked", first)
    if columns:
        writes.change_step(book, one.id, at.number, columns)
