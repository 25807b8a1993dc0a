"""A record that an earlier try stored under the same --id: confirmed when it is the same one."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from netlog.actions import who
from netlog.actions.capture import Occasion
from netlog.errors import WouldConflict
from netlog.records.favors import TO_ME, Favor, FavorFilter, NewFavor
from netlog.records.meetings import Meeting
from netlog.records.plans import NewPlan, Plan
from netlog.records.refs import ref
from netlog.rules import asks
from netlog.store.connect import Book
from netlog.store.reads import favors, meetings, plans

JUST_NOW = timedelta(minutes=10)


def check_same(ref: str, *said: tuple[object, object]) -> None:
    """Raise WouldConflict unless each thing typed, where it is not None, is what the record holds.

    said are pairs of what was typed and what is stored.
    """
    if any(typed is not None and typed != stored for typed, stored in said):
        raise WouldConflict(
            f"That --id belongs to {ref}, which says something else.",
            advice="Use a new id for a new record.",
        )


def just_noted(connection: Book, meeting: Meeting) -> str | None:
    """The ref of a meeting that was noted a few minutes before and says just the same."""
    found = meetings.same_before(connection, meeting, _minutes_before(meeting.created_at))
    before = None if found is None else meetings.meeting(connection, found)
    if before is None:
        return None
    promised, told = (
        sorted(
            f"{one.direction} {one.due_on} {one.text}"
            for one in favors.of_meeting(connection, of.id)
        )
        for of in (before, meeting)
    )
    return before.ref if promised == told else None


def just_given(connection: Book, favor: Favor) -> str | None:
    """The ref of a favor that was noted a few minutes before and says just the same."""
    found = favors.same_before(connection, favor, _minutes_before(favor.created_at))
    return None if found is None else ref("f", found)


def just_planned(connection: Book, plan: Plan) -> str | None:
    """The ref of a plan that was noted a few minutes before and says just the same."""
    found = plans.same_before(connection, plan, _minutes_before(plan.created_at))
    return None if found is None else ref("p", found)


def _minutes_before(at: str) -> str:
    return (datetime.fromisoformat(at) - JUST_NOW).strftime("%Y-%m-%dT%H:%M:%SZ")


def check_same_meeting(
    connection: Book,
    known: Meeting,
    names: Sequence[str],
    happened: Occasion,
    typed: tuple[date | None, str | None],
) -> None:
    """Raise WouldConflict unless the meeting is the one that happened, with the same people.

    typed are the day and the kind where they were given: what was left out was today's then.
    """
    new = happened.meeting
    said = [one.what for one in (*happened.owe, *happened.asked)]
    said += [one.what for one in happened.got]
    texts = [text for one in _of(connection, known) for text in (one.text, one.asked_for) if text]
    meant = [_meant(connection, name) for name in names]
    check_same(
        known.ref,
        (typed[0], known.happened_on),
        (typed[1], known.kind),
        (new.text, known.text),
        (new.place, known.place),
        (new.asked, known.asked),
        (new.invited_by, known.invited_by),
        (new.paid_by, known.paid_by),
        (True, all(any(asks.joined(text, one) == text for text in texts) for one in said)),
        (True, _are_those(meant, {contact.id for contact in known.contacts})),
    )


def check_same_plan(
    connection: Book,
    known: Plan,
    new: NewPlan,
    names: Sequence[str],
    typed_kind: str | None,
) -> None:
    """Raise WouldConflict unless the plan is the new one, with the same people."""
    meant = [_meant(connection, name) for name in names]
    check_same(
        known.ref,
        (new.happens_on, known.happens_on),
        (new.starts_at, known.starts_at),
        (typed_kind, known.kind),
        (new.text, known.text),
        (new.place, known.place),
        (new.invited_by, known.invited_by),
        (True, _are_those(meant, {contact.id for contact in known.contacts})),
    )


def answered_before(connection: Book, new: NewFavor) -> int | None:
    """The id of the ask that an earlier try of this, which came that day, has answered."""
    found = favors.favors(connection, FavorFilter(new.contact_id, TO_ME))
    same = (f for f in found if f.asked and f.done_on == new.done_on)
    return next((f.id for f in same if asks.joined(f.text, new.text) == f.text), None)


def check_same_favor(known: Favor, new: NewFavor, typed: date | None) -> None:
    """Raise WouldConflict unless the favor is the new one; typed is its day where it was given.

    A promise or an ask may have come about since; what was done cannot become one.
    """
    day = known.done_on if new.done_on else known.due_on
    check_same(
        known.ref,
        (typed, day),
        (new.asked, known.asked),
        (new.done_on and True, known.done_on is not None),
        (True, new.done_on is not None or known.due_on is not None),
        (new.contact_id, known.contact.id),
        (new.direction, known.direction),
        (new.text, known.asked_for if new.done_on is None and known.asked_for else known.text),
    )


def _of(connection: Book, known: Meeting) -> list[Favor]:
    """The favors of a meeting, and those asked for before that came at it."""
    opened = favors.of_meeting(connection, known.id)
    first = FavorFilter(known.contacts[0].id, TO_ME)
    came = [one for one in favors.favors(connection, first) if one.done_on == known.happened_on]
    return [*opened, *came]


def _meant(connection: Book, name: str) -> set[int]:
    """The ids of those whom a name may mean, also where it was new."""
    typed = name.removeprefix("+") if not name[1:2].isdigit() else name
    return {candidate.id for candidate in who.find(connection, typed).candidates}


def _are_those(meant: Sequence[set[int]], present: set[int]) -> bool:
    """Whether each name may mean somebody who was there, and nobody else was."""
    return all(present & ids for ids in meant) and present <= set().union(*meant)
