"""Goals: stored with their targets, told of, served, let go."""

from collections.abc import Sequence
from datetime import date

from netlog.records.goals import NewGoal, NewTarget, Served
from netlog.store.tables.goals import GoalLink, GoalRow, GoalTarget, GoalTold
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import insert, load, rows_where


def add(book: Recording, new: NewGoal) -> int:
    """Store a goal with its targets; returns its id."""
    plain = new._asdict()
    del plain["targets"]
    goal_id = insert(book, GoalRow, plain)
    _add_targets(book, goal_id, new.targets)
    return goal_id


def _add_targets(book: Recording, goal_id: int, targets: Sequence[NewTarget]) -> None:
    for target in targets:
        insert(book, GoalTarget, {"goal_id": goal_id, **target._asdict()})


def retarget(book: Recording, goal_id: int, targets: Sequence[NewTarget]) -> None:
    """Give a goal these targets, in the place of those it has."""
    load(book, GoalRow, goal_id).updated_at = book.at
    for row in list(rows_where(book, GoalTarget, "goal_id", [goal_id])):
        book.session.delete(row)
    book.session.flush()
    _add_targets(book, goal_id, targets)


def tell(book: Recording, goal_id: int, contact_id: int, on: date) -> None:
    """Note that somebody knows of a goal since that day; the first day stays."""
    load(book, GoalRow, goal_id)
    for row in rows_where(book, GoalTold, "goal_id", [goal_id]):
        if row.contact_id == contact_id:
            row.told_on = min(row.told_on, on.isoformat())
            return
    insert(book, GoalTold, {"goal_id": goal_id, "contact_id": contact_id, "told_on": on})


def serve(book: Recording, goal_id: int, what: Served, row_id: int) -> None:
    """Tie a person, a meeting, a plan or a favor to a goal; what is tied stays so."""
    load(book, GoalRow, goal_id)
    if all(row.goal_id != goal_id for row in rows_where(book, GoalLink, what, [row_id])):
        insert(book, GoalLink, {"goal_id": goal_id, what: row_id})


def untie(book: Recording, what: Served, row_id: int) -> None:
    """Let a person, a meeting, a plan or a favor serve no goal."""
    for row in list(rows_where(book, GoalLink, what, [row_id])):
        book.session.delete(row)


def pass_on(book: Recording, plan_id: int, meeting_id: int) -> None:
    """Let the meeting that a plan became serve the goals of the plan."""
    for row in list(rows_where(book, GoalLink, "plan_id", [plan_id])):
        serve(book, row.goal_id, "meeting_id", meeting_id)


def finish(book: Recording, goal_id: int, on: date) -> None:
    """Mark a goal as reached on that day."""
    row = load(book, GoalRow, goal_id)
    row.done_on, row.dropped_on, row.dropped_why = on.isoformat(), None, None


def drop(book: Recording, goal_id: int, on: date, why: str | None) -> None:
    """Mark a goal as let go on that day."""
    row = load(book, GoalRow, goal_id)
    row.dropped_on, row.dropped_why = on.isoformat(), why


def reopen(book: Recording, goal_id: int, on: date) -> None:
    """Let a goal that is over be open again, and say on that day that it goes on."""
    row = load(book, GoalRow, goal_id)
    row.done_on = row.dropped_on = row.dropped_why = None
    row.goes_on = on.isoformat()


def give(book: Recording, kept_id: int, other_id: int) -> None:
    """What one person knows of and serves is another's; of two the earlier, or one, stays."""
    told = {row.goal_id: row for row in rows_where(book, GoalTold, "contact_id", [kept_id])}
    for row in list(rows_where(book, GoalTold, "contact_id", [other_id])):
        if row.goal_id in told:
            known = told[row.goal_id]
            known.told_on = min(known.told_on, row.told_on)
            book.session.delete(row)
        else:
            row.contact_id = kept_id
    serving = {row.goal_id for row in rows_where(book, GoalLink, "contact_id", [kept_id])}
    for link in list(rows_where(book, GoalLink, "contact_id", [other_id])):
        if link.goal_id in serving:
            book.session.delete(link)
        else:
            link.contact_id = kept_id
