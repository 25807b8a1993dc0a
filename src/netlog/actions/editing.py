"""A patch applied to a record, whoever made it: flags, a document, JSON, or another command.

Everything is read and checked before the file is opened for writing; there, what the patch was
made from must still stand.
"""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from netlog import clock
from netlog.actions import goals, introducing, occasions, records, thanking
from netlog.actions.doors import Doors
from netlog.errors import NothingMatches, Refused, WouldConflict
from netlog.named import NamedTuple
from netlog.records.contacts import Contact
from netlog.records.goals import Served
from netlog.records.meetings import Meeting
from netlog.records.organizations import Company
from netlog.records.people import Person
from netlog.records.refs import Ref
from netlog.records.thanks import NewThanks, ThanksRules
from netlog.rules import documents, jobs, names, organizations, patches
from netlog.rules.patch_readers import Footing
from netlog.rules.patches import Patch
from netlog.store.config import settings
from netlog.store.reads import contacts, thanks

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


MOST_TRIES = 5


class Edit(NamedTuple):
    """A change to the record with that ref: from how it stood, by that patch.

    mends is whether a new name, organization or title corrects the old one; None: by how near they
    are. goal is the ref of one that the record serves as well; an empty one unties it from all.
    """

    ref: Ref
    before: Any
    patch: Patch
    command: str = "edit"
    mends: bool | None = None
    goal: str | None = None


class Edited(NamedTuple):
    """A record as one's own change met it, and as it made it: another's change is in both."""

    before: Any
    after: Any


Find = Callable[[sqlite3.Connection, str], Person]


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
        raise WouldConflict(f"{edit.ref} was changed meanwhile: {', '.join(clashes)}.")
    return edit._replace(before=now, patch=patch)


def _apply(doors: Doors, edit: Edit, find: Find) -> Any:
    configured = settings()
    ground = Footing(clock.today(), configured.region, _unchecked(edit.before), configured.kinds)
    changes = patches.read(edit.ref.letter, edit.patch, ground)
    patches.check(edit.before, changes)
    with doors.reading() as connection:
        _resolve(connection, edit, changes, find)
        goal_id = goals.there(connection, edit.goal).id if edit.goal else None
    with doors.recording(edit.command) as book:
        _check_unchanged(book.connection, edit)
        WRITES[edit.ref.letter](book, edit, changes, ground.today, configured.thanks)
        if edit.goal is not None:
            _serve(book, edit.ref, goal_id)
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


def _resolve(connection: sqlite3.Connection, edit: Edit, changes: Patch, find: Find) -> None:
    """Put the ids of people in the place of what was typed for them.

    An occasion is spelled as it was before, unless it is this one's own that is spelled anew.
    """
    said = changes.get("occasion")
    if said and not occasions.is_same(said, edit.before.occasion or ""):
        changes["occasion"] = occasions.spelled(connection, said)
    if "introduced_by" in changes:
        typed = changes.pop("introduced_by")
        via = find(connection, typed).id if typed else None
        if via == edit.ref.id:
            raise Refused("Nobody introduces themselves to you.")
        if via is not None:
            introducing.check_no_ring(connection, edit.ref.id, via)
        changes["introduced_by_id"] = via
    if changes.get("goal") and goals.goal(connection, changes["goal"]) is None:
        raise NothingMatches(f"There is no goal g{changes['goal']}.")
    if "contacts" in changes:
        there = [find(connection, typed).id for typed in changes.pop("contacts")]
        changes["contact_ids"] = list(dict.fromkeys(there))


def _check_unchanged(connection: sqlite3.Connection, edit: Edit) -> None:
    now = records.record(connection, edit.ref)
    if now is None:
        raise WouldConflict(f"{edit.ref} was removed meanwhile.")
    before, after = documents.of(edit.before), documents.of(now)
    if any(before.get(key) != after.get(key) for key in edit.patch):
        raise _Overtaken(f"{edit.ref} was changed meanwhile.")


JOB = ("organization", "title")
NAMES = {"name", "nickname", "nicknames", "former_names", "merged_names", *names.PHONETIC}


def _write_contact(
    book: "Recording", edit: Edit, changes: Patch, today: date, _: ThanksRules
) -> None:
    from netlog.store.writes import editing as writes

    if changes.keys() & NAMES:
        now = contacts.contact(book.connection, edit.ref.id) or edit.before
        nickname, others = names.of_contact(now, changes, edit.mends)
        changes = {
            key: value for key, value in changes.items() if key == "name" or key not in NAMES
        }
        changes |= {"nickname": nickname, "names": others}
    owned = writes.Belongings(
        **{key: changes.pop(key) for key in writes.Belongings._fields if key in changes}
    )
    after = edit.before._replace(**{key: changes[key] for key in JOB if key in changes})
    over = ends_job(edit.before, after, edit.mends)
    writes.change_contact(book, edit.ref.id, changes, owned, today if over else None)


def ends_job(before: Contact, after: Contact, mends: bool | None) -> bool:
    """Whether organization and title as they were are a former job now."""
    old, new = ([getattr(contact, key) for key in JOB] for contact in (before, after))
    if mends is None:
        return jobs.ends(old, new)
    return not mends and any(was for was, now in zip(old, new, strict=True) if was != now)


def _write_meeting(
    book: "Recording", edit: Edit, changes: Patch, today: date, rules: ThanksRules
) -> None:
    from netlog.store.writes import editing as writes

    contact_ids = changes.pop("contact_ids", None)
    writes.change_meeting(book, edit.ref.id, changes, contact_ids)
    if contact_ids:
        _thank_newcomers(book, edit.before, changes, contact_ids, rules)
    if changes.get("kind", edit.before.kind) != edit.before.kind:
        _thank_by_kind(book, edit.before, changes, contact_ids, rules)


def _thank_by_kind(
    book: "Recording",
    before: Meeting,
    changes: Patch,
    contact_ids: list[int] | None,
    rules: ThanksRules,
) -> None:
    """Thanks follow the kind: one that earns none closes them, one that earns some opens them.

    What was done at the meeting is thanked for all the same.
    """
    from netlog.store.writes import thanks as writes

    book.session.flush()
    on = changes.get("happened_on", before.happened_on)
    owed = thanks.of_meeting(book.connection, before.id)
    for contact_id in contact_ids or [person.id for person in before.contacts]:
        theirs = [one for one in owed if one.contact.id == contact_id]
        due_on = thanking.owed_on(book, contact_id, changes["kind"], on, rules)
        if due_on is None:
            for one in theirs:
                if one.state == "open" and one.favor is None:
                    writes.remove(book, one.id)
        elif not theirs and not thanking.owed_on(book, contact_id, before.kind, on, rules):
            writes.add(book, NewThanks(contact_id, on, due_on, meeting_id=before.id))


def _thank_newcomers(
    book: "Recording",
    before: Meeting,
    changes: Patch,
    contact_ids: list[int],
    rules: ThanksRules,
) -> None:
    """Open thanks for who was there as well, where the meeting opened them for the others."""
    from netlog.store.writes import thanks as writes

    happened_on = changes.get("happened_on", before.happened_on)
    kind = changes.get("kind", before.kind)
    owed = thanks.of_meeting(book.connection, before.id)
    known = {person.id for person in before.contacts} | {one.contact.id for one in owed}
    for contact_id in contact_ids if owed else ():
        due_on = thanking.owed_on(book, contact_id, kind, happened_on, rules)
        if due_on and contact_id not in known:
            writes.add(book, NewThanks(contact_id, happened_on, due_on, meeting_id=before.id))


def _write_favor(book: "Recording", edit: Edit, changes: Patch, _: date, __: ThanksRules) -> None:
    from netlog.store.writes import editing as writes

    writes.change_favor(book, edit.ref.id, changes)


def _write_thanks(book: "Recording", edit: Edit, changes: Patch, _: date, __: ThanksRules) -> None:
    from netlog.store.writes import editing as writes

    writes.change_thanks(book, edit.ref.id, changes)


def _write_plan(book: "Recording", edit: Edit, changes: Patch, _: date, __: ThanksRules) -> None:
    from netlog.store.writes import editing as writes

    writes.change_plan(book, edit.ref.id, changes, changes.pop("contact_ids", None))


def _write_company(book: "Recording", edit: Edit, changes: Patch, _: date, __: ThanksRules) -> None:
    from netlog.store.writes import organizations as writes

    aliases, methods = changes.pop("aliases", None), changes.pop("methods", None)
    name = changes.get("name", edit.before.name)
    if name != edit.before.name and not organizations.is_correction(edit.before.name, name):
        aliases = (*(edit.before.aliases if aliases is None else aliases), edit.before.name)
    if aliases is not None:
        aliases = organizations.own_aliases(name, aliases)
    writes.change(book, edit.ref.id, changes, aliases, methods)


def _write_goal(book: "Recording", edit: Edit, changes: Patch, _: date, __: ThanksRules) -> None:
    from netlog.store.tables.goals import GoalRow
    from netlog.store.writes import editing as writes
    from netlog.store.writes import goals as goal_writes

    targets = changes.pop("targets", None)
    if "by" in changes:
        changes["due_on"] = changes.pop("by")
    writes.change(book, GoalRow, edit.ref.id, changes)
    if targets is not None:
        goal_writes.retarget(book, edit.ref.id, targets)


def _write_lead(book: "Recording", edit: Edit, changes: Patch, _: date, __: ThanksRules) -> None:
    from netlog.store.tables.leads import LeadRow
    from netlog.store.writes import editing as writes

    if "goal" in changes:
        changes["goal_id"] = changes.pop("goal")
    writes.change(book, LeadRow, edit.ref.id, changes)


WRITES: dict[str, Callable[["Recording", Edit, Patch, date, ThanksRules], None]] = {
    "c": _write_contact,
    "m": _write_meeting,
    "f": _write_favor,
    "t": _write_thanks,
    "p": _write_plan,
    "o": _write_company,
    "g": _write_goal,
    "l": _write_lead,
}
