"""A patch applied to a record, whoever made it: flags, a document, JSON, or another command.

Everything is read and checked before the file is opened for writing; there, what the patch was
made from must still stand.
"""

from collections.abc import Callable
from functools import partial

from netlog import clock
from netlog.actions import changing, goals, introducing, occasions, records
from netlog.actions.doors import Doors
from netlog.actions.leads import finding, joining
from netlog.errors import NothingMatches, Refused, WouldConflict, placed
from netlog.records.contacts import Contact
from netlog.records.editing import Edit, Edited
from netlog.records.favors import TO_THEM
from netlog.records.goals import Served
from netlog.records.meetings import Meeting
from netlog.records.organizations import Company
from netlog.records.people import Person
from netlog.records.refs import Ref, ref
from netlog.rules import documents, patches
from netlog.rules.patch_values import Footing
from netlog.rules.patches import Patch
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.typed import TYPE_CHECKING, Any
from netlog.wording import typed_command

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


MOST_TRIES = 5


Find = Callable[[Book, str], Person]


def apply(doors: Doors, edit: Edit, find: Find) -> Edited:
    """Make the change; returns the record as it stood and as it now stands.

    find says who is meant by what was typed for a person. What somebody else changed meanwhile
    stays. Raises UsageMistake or Refused for what is wrong with the patch, WouldConflict when both
    changed the same.
    """
    for tries_left in reversed(range(MOST_TRIES)):
        try:
            joined = _joined(doors, edit)
            return Edited(joined.before, _apply(doors, joined, find))
        except _Overtaken:
            if not tries_left:
                raise
    raise AssertionError


class _Overtaken(WouldConflict):
    """Somebody else wrote between the look at the record and the change."""


def _joined(doors: Doors, edit: Edit) -> Edit:
    """The change as one of the record as it now stands."""
    with doors.reading() as connection:
        now = records.record(connection, edit.ref)
    if now is None:
        raise WouldConflict(f"{edit.ref} was removed meanwhile.")
    patch, clashes = documents.joined(documents.of(edit.before), documents.of(now), edit.patch)
    if clashes:
        clash = WouldConflict(f"{edit.ref} was changed meanwhile: {', '.join(clashes)}.")
        first = clashes[0]
        raise clash.at(first, None) if first in edit.patch else clash.at("fields", first)
    return edit._replace(before=now, patch=patch)


def _to_plan(meeting: Meeting, day: str) -> str:
    """The command for the same meeting on a day to come."""
    words = [*(person.ref for person in meeting.contacts), meeting.kind, day]
    options = (("--place", meeting.place), ("--invited", meeting.invited_by))
    return typed_command("netlog plan", words, meeting.text, options)


def _apply(doors: Doors, edit: Edit, find: Find) -> Any:
    configured = settings()
    ground = Footing(
        clock.today(),
        configured.region,
        _unchecked(edit.before),
        configured.kinds,
        partial(_to_plan, edit.before) if isinstance(edit.before, Meeting) else None,
    )
    changes = patches.read(edit.ref.letter, edit.patch, ground)
    patches.check(edit.before, changes)
    with doors.reading() as connection:
        _resolve(connection, edit, changes, find)
        goal_id = goals.there(connection, edit.goal).id if edit.goal else None
        lead_id = _lead(connection, edit)
    with doors.recording(edit.command) as book:
        _check_unchanged(book.connection, edit)
        changing.WRITES[edit.ref.letter](book, edit, changes, ground.today, configured.thanks)
        if edit.goal is not None:
            _serve(book, edit.ref, goal_id)
        if edit.lead is not None:
            joining.rejoin(book, edit.before, lead_id)
    with doors.reading() as connection:
        return records.record(connection, edit.ref)


def _unchecked(record: Any) -> frozenset[tuple[str, str]]:
    held = record.methods if isinstance(record, Contact | Company) else ()
    return frozenset((method.kind, method.value) for method in held)


# What may serve a goal, by the letter of its ref.
SERVES: dict[str, Served] = {
    "c": "contact_id",
    "m": "meeting_id",
    "p": "plan_id",
    "f": "favor_id",
}


def _serve(book: "Recording", ref: Ref, goal_id: int | None) -> None:
    from netlog.store.writes import goals as writes

    if goal_id is None:
        writes.untie(book, SERVES[ref.letter], ref.id)
    else:
        writes.serve(book, goal_id, SERVES[ref.letter], ref.id)


def _lead(connection: Book, edit: Edit) -> int | None:
    """The lead that a favor is to be for; raises Refused where it is none that you had of them."""
    if not edit.lead:
        return None
    if edit.before.direction == TO_THEM:
        raise Refused(
            f"{edit.ref} is what you do for them: only what they do for you is for a lead."
        )
    return finding.lead(connection, edit.lead).id


def _resolve(connection: Book, edit: Edit, changes: Patch, find: Find) -> None:
    """Put the ids of people in the place of what was typed for them.

    An occasion is spelled as it was before, unless it is this one's own that is spelled anew.
    """
    said = changes.get("occasion")
    if said and not occasions.is_same(said, edit.before.occasion or ""):
        changes["occasion"] = occasions.spelled(connection, said)
    if "introduced_by" in changes:
        typed = changes.pop("introduced_by")
        with placed("introduced_by", typed):
            changes["introduced_by_id"] = _introducer(connection, edit.ref, typed, find)
    if changes.get("goal") and goals.goal(connection, changes["goal"]) is None:
        goal = ref("g", changes["goal"])
        raise NothingMatches(f"There is no goal {goal}.").at("goal", goal)
    if "contacts" in changes:
        there: dict[int, None] = {}
        for typed in changes.pop("contacts"):
            with placed("contacts", typed):
                there[find(connection, typed).id] = None
        changes["contact_ids"] = list(there)


def _introducer(connection: Book, whom: Ref, typed: str | None, find: Find) -> int | None:
    via = find(connection, typed).id if typed else None
    if via == whom.id:
        raise Refused("Nobody introduces themselves to you.")
    if via is not None:
        introducing.check_no_ring(connection, whom.id, via)
    return via


def _check_unchanged(connection: Book, edit: Edit) -> None:
    now = records.record(connection, edit.ref)
    if now is None:
        raise WouldConflict(f"{edit.ref} was removed meanwhile.")
    before, after = documents.of(edit.before), documents.of(now)
    if any(before.get(key) != after.get(key) for key in edit.patch):
        raise _Overtaken(f"{edit.ref} was changed meanwhile.")
