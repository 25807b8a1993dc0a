"""Leads: stored, taken on step by step and stage by stage, ended."""

from collections.abc import Iterable, Mapping
from datetime import date

from netlog import clock
from netlog.errors import NothingMatches
from netlog.records.favors import told_already
from netlog.records.leads import STEP_STATES, Ending, NewLead, NewStep, StepState
from netlog.store.reads import favors
from netlog.store.tables.contacts import ContactRow
from netlog.store.tables.favors import FavorRow
from netlog.store.tables.leads import LeadFavor, LeadRow, LeadStage, LeadStep
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import as_stored, insert, load, put_off, rows_where, wake
from netlog.typed import Any

AHEAD = ("waiting", "asked")


def add(book: Recording, new: NewLead) -> int:
    """Store a lead with its steps and its first stage; returns its id."""
    plain = new._asdict()
    del plain["steps"]
    lead_id = insert(book, LeadRow, plain)
    _note_stage(book, lead_id, new.stage, new.opened_on, None)
    for at, step in enumerate(new.steps, 1):
        _insert_step(book, lead_id, step, at, at, new.opened_on)
    return lead_id


def _note_stage(book: Recording, lead_id: int, stage: str, on: date, text: str | None) -> None:
    """Keep that it was at that stage from that day on; one to which it came back is another one."""
    last = _reached(book, lead_id, on)[-1:]
    if not _said_besides(last, stage, text):
        said = {"lead_id": lead_id, "stage": stage, "reached_on": on, "text": text}
        insert(book, LeadStage, said)


def note_earlier(book: Recording, lead_id: int, stage: str, on: date, text: str | None) -> None:
    """Keep a stage of before the present one, which stays."""
    load(book, LeadRow, lead_id).updated_at = book.at
    if not _said_besides(_reached(book, lead_id, on), stage, text):
        _note_stage(book, lead_id, stage, on, text)


def _reached(book: Recording, lead_id: int, on: date) -> list[LeadStage]:
    """The stages that were reached on that day, in order."""
    found = rows_where(book, LeadStage, "lead_id", [lead_id])
    same = (row for row in found if row.reached_on == on.isoformat())
    return sorted(same, key=lambda row: row.id or 0)


def _said_besides(rows: Iterable[LeadStage], stage: str, text: str | None) -> bool:
    """Whether that stage is among them, to which the text is added: nothing said is lost."""
    for row in rows:
        if row.stage == stage:
            before = row.text.split("; ") if row.text else []
            row.text = "; ".join(dict.fromkeys([*before, *filter(None, [text])])) or None
            return True
    return False


def begin(book: Recording, lead_id: int, on: date) -> None:
    """Let a lead of which nothing but its beginning is known have begun on that day."""
    load(book, LeadRow, lead_id).opened_on = on.isoformat()
    for row in rows_where(book, LeadStage, "lead_id", [lead_id]):
        row.reached_on = on.isoformat()
    book.session.flush()


def _insert_step(
    book: Recording, lead_id: int, new: NewStep, number: int, position: int, on: date
) -> int:
    if new.contact_id is not None:
        load(book, ContactRow, new.contact_id)
    values = {"lead_id": lead_id, "number": number, "position": position, "state": "waiting"}
    return insert(book, LeadStep, {**values, **new._asdict(), "opened_on": on})


def add_step(
    book: Recording, lead_id: int, new: NewStep, after: int | None, number: int | None, on: date
) -> int:
    """Add a step after the one with the number `after` (0: first; None: last); returns its number.

    A broken step that it comes after is gone around.
    """
    steps = sorted(_steps(book, lead_id), key=lambda row: (row.position, row.number))
    at = len(steps)
    if after is not None:
        at = next((i for i, row in enumerate(steps, 1) if row.number == after), 0)
    fresh = number or max((row.number for row in steps), default=0) + 1
    for row in steps[:at]:
        if row.state == "broken" and not row.dropped_on:
            row.dropped_on = on.isoformat()
    for place, row in enumerate(steps, 1):
        row.position = place if place <= at else place + 1
    book.session.flush()
    _insert_step(book, lead_id, new, fresh, at + 1, on)
    return fresh


def step_state(book: Recording, lead_id: int, number: int, state: StepState, on: date) -> LeadStep:
    """Say how far a step is, on that day; whatever put it off or let it go is forgotten."""
    row = step(book, lead_id, number)
    row.state = state
    day = on.isoformat()
    if state == "asked":
        row.asked_on = day
    row.done_on = day if state == "done" else None
    row.broken_on = day if state == "broken" else None
    row.dropped_on = None
    if state == "waiting":
        row.asked_on = None
    wake(row)
    return row


def change_step(book: Recording, lead_id: int, number: int, columns: Mapping[str, Any]) -> None:
    """Change columns of a step; on another day it is not put off."""
    row = step(book, lead_id, number)
    for name, value in columns.items():
        setattr(row, name, as_stored(value))
    if "due_on" in columns:
        wake(row)


def let_go(book: Recording, lead_id: int, number: int, on: date) -> None:
    """Chase a step no more."""
    step(book, lead_id, number).dropped_on = on.isoformat()


def snooze(book: Recording, lead_id: int, until: date, why: str | None, number: int = 0) -> None:
    """Leave a step out of the morning report until that day; without a number, all there are."""
    chosen = [step(book, lead_id, number)] if number else _steps(book, lead_id)
    for row in chosen:
        put_off(row, until, why)


def unsnooze(book: Recording, lead_id: int, number: int) -> None:
    """Put a step off no longer; without a number, none of them."""
    for row in [step(book, lead_id, number)] if number else _steps(book, lead_id):
        wake(row)


def step(book: Recording, lead_id: int, number: int) -> LeadStep:
    """The row of a step; raises NothingMatches when another command removed it meanwhile."""
    for row in _steps(book, lead_id):
        if row.number == number:
            return row
    raise NothingMatches(f"There is no l{lead_id}.{number} any more.")


def _steps(book: Recording, lead_id: int) -> list[LeadStep]:
    return list(rows_where(book, LeadStep, "lead_id", [lead_id]))


def reach(book: Recording, lead_id: int, stage: str, on: date, text: str | None) -> None:
    """Let a lead be at that stage from that day on; one that had ended is open again."""
    row = load(book, LeadRow, lead_id)
    row.stage, row.ended, row.closed_on = stage, None, None
    row.outcome = row.kept_id = None
    _note_stage(book, lead_id, stage, on, text)


def end(
    book: Recording,
    lead_id: int,
    ended: Ending,
    stage: str,
    on: date,
    outcome: str | None,
    kept_id: int | None = None,
) -> None:
    """End a lead that way; who said no may be kept."""
    row = load(book, LeadRow, lead_id)
    row.ended, row.closed_on, row.outcome = ended, on.isoformat(), outcome
    row.stage, row.kept_id = stage, kept_id
    _note_stage(book, lead_id, "dropped" if ended == "dropped" else stage, on, outcome)


def tie(book: Recording, lead_id: int, favor_id: int) -> None:
    """Let a favor belong to a lead, and to no other."""
    book.session.flush()
    for row in rows_where(book, LeadFavor, "favor_id", [favor_id]):
        if row.lead_id == lead_id:
            return
        book.session.delete(row)
    book.session.flush()
    load(book, FavorRow, favor_id)
    insert(book, LeadFavor, {"lead_id": lead_id, "favor_id": favor_id})


def untie(book: Recording, favor_id: int) -> None:
    """Let a favor belong to no lead."""
    for row in list(rows_where(book, LeadFavor, "favor_id", [favor_id])):
        book.session.delete(row)


def follow(book: Recording, favor_id: int, contact_id: int, on: date) -> None:
    """What was asked of somebody for a lead has come: their step of it is done."""
    book.session.flush()
    for tied in rows_where(book, LeadFavor, "favor_id", [favor_id]):
        lead = load(book, LeadRow, tied.lead_id)
        for row in _steps(book, tied.lead_id):
            if row.contact_id == contact_id and row.state in AHEAD and not lead.closed_on:
                step_state(book, tied.lead_id, row.number, "done", on)


def give(book: Recording, kept_id: int, other_id: int) -> None:
    """Steps of one person to another; where both are one of a lead, what says more stays.

    What one of them said no to, the other did.
    """
    book.session.flush()
    for lead in rows_where(book, LeadRow, "kept_id", [other_id]):
        lead.kept_id = kept_id
    there = {row.lead_id: row for row in rows_where(book, LeadStep, "contact_id", [kept_id])}
    for row in list(rows_where(book, LeadStep, "contact_id", [other_id])):
        double = there.get(row.lead_id)
        if double is None:
            row.contact_id = kept_id
            continue
        if "done" in (row.state, double.state):
            _answered(book, row.lead_id, (kept_id, other_id))
        if STEP_STATES.index(_state(double)) >= STEP_STATES.index(_state(row)):
            book.session.delete(row)
        else:
            book.session.delete(double)
            row.contact_id = kept_id


def hear_once(book: Recording, contact_id: int) -> None:
    """Let what they are to hear of a lead by several favors be left by one of them."""
    book.session.flush()
    for favor in told_already(favors.of_contact(book.connection, contact_id)):
        row = load(book, FavorRow, favor.id)
        row.dropped_on, row.dropped_why = clock.day_of(book.at).isoformat(), "the same news"


def _answered(book: Recording, lead_id: int, whose: tuple[int, int]) -> None:
    """Their part is done: what was asked for it of either is waited for no more."""
    for tied in rows_where(book, LeadFavor, "lead_id", [lead_id]):
        favor = load(book, FavorRow, tied.favor_id)
        is_open = favor.asked and not (favor.done_on or favor.dropped_on or favor.outcome)
        if favor.contact_id in whose and is_open:
            favor.dropped_on, favor.dropped_why = (
                clock.day_of(book.at).isoformat(),
                "their part is done",
            )


def _state(row: LeadStep) -> StepState:
    return next(state for state in STEP_STATES if state == row.state)
