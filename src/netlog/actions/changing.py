"""What a change of each noun writes, and what follows: a former job, an alias, thanks owed anew."""

from collections.abc import Callable
from datetime import date, timedelta

from netlog import clock
from netlog.actions import thanking
from netlog.actions.leads import joining
from netlog.records.contacts import Contact
from netlog.records.editing import Edit, JobFate
from netlog.records.meetings import Meeting
from netlog.records.thanks import NewThanks, ThanksRules
from netlog.rules import jobs, names, organizations
from netlog.rules.patches import Patch
from netlog.store.connect import Book
from netlog.store.reads import contacts, history, thanks
from netlog.store.reads import organizations as reads
from netlog.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

JOB = ("organization", "title")

NAMES = {"name", "nickname", "nicknames", "former_names", "merged_names", *names.PHONETIC}


def _write_contact(
    book: "Recording", edit: Edit, changes: Patch, today: date, _: ThanksRules
) -> None:
    from netlog.store.writes import editing as writes

    if changes.keys() & NAMES:
        now = contacts.contact(book.connection, edit.ref.id) or edit.before
        stands = "name" in changes and _stands(book.connection, now, today)
        nickname, others = names.of_contact(now, changes, edit.mends, stands=stands)
        changes = {
            key: value for key, value in changes.items() if key == "name" or key not in NAMES
        }
        changes |= {"nickname": nickname, "names": others}
    owned = writes.Belongings(
        **{key: changes.pop(key) for key in writes.Belongings._fields if key in changes}
    )
    after = edit.before._replace(**{key: changes[key] for key in JOB if key in changes})
    over = ends_job(book.connection, edit.before, after, edit.mends)
    writes.change_contact(book, edit.ref.id, changes, owned, today if over else None)


def _stands(connection: Book, contact: Contact, today: date) -> bool:
    """Whether the name was given over a day ago: a slip is corrected sooner."""
    since = today - timedelta(days=1)
    if clock.day_of(contact.created_at) >= since:
        return False
    given = (
        change.batch.at
        for change in history.of_row(connection, "contact", contact.id)
        if (change.before or {}).get("name") != (change.after or {}).get("name")
    )
    return all(clock.day_of(at) < since for at in given)


def ends_job(connection: Book, before: Contact, after: Contact, mends: bool | None) -> bool:
    """Whether organization and title as they were are a former job now."""
    old, new = ([getattr(contact, key) for key in JOB] for contact in (before, after))
    if mends is None:
        return jobs.ends(old, new, reads.names(connection) if old[0] != new[0] else ())
    return not mends and any(was for was, now in zip(old, new, strict=True) if was != now)


def fate(connection: Book, before: Contact, after: Contact, mends: bool | None) -> JobFate:
    """What became of the job that was there."""
    old, new = before.organization, after.organization
    stays = jobs.has_ended(old, new) and jobs.is_one_company(old, new, reads.names(connection))
    return JobFate(ends_job(connection, before, after, mends), mends, stays)


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
    if changes.get("due_on"):
        joining.move(book, edit.ref.id)


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
