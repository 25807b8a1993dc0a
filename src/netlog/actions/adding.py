"""A new contact: told from those who are there, and stored with the meeting that made it."""

import sqlite3

from netlog.actions import capture, retries, who
from netlog.actions.doors import Doors
from netlog.actions.serving import Serving, tie
from netlog.errors import Candidate, WouldConflict
from netlog.records.contacts import Contact, NewContact, NewMethod
from netlog.records.meetings import NewMeeting
from netlog.rules import methods, phones
from netlog.rules.duplicates import is_same_name
from netlog.rules.names import bare, bare_spellings
from netlog.store.config import settings
from netlog.store.reads import contacts as reads
from netlog.store.reads import duplicates

PROFILE_KINDS = ("url", "handle")
FORCE = "add --force to add them all the same"


def add(
    doors: Doors,
    new: NewContact,
    meeting: NewMeeting | None,
    *,
    force: bool,
    serves: Serving = Serving(),
) -> tuple[int, bool]:
    """Store the contact, and the meeting with them; force takes them though they look like others.
    serves is the goal that they are for.

    Returns its id, and False when an earlier try had stored it. Raises WouldConflict.
    """
    from netlog.store.writes import contacts as writes

    configured = settings().thanks
    with doors.recording("add") as book:
        known = reads.id_of_uid(book.connection, new.uid) if new.uid else None
        if known:
            _check_same(book.connection, known, new)
            return known, False
        if not force:
            refuse_double(book.connection, new, FORCE)
        contact_id = writes.add(book, new)
        tie(book, serves, "contact_id", contact_id)
        if meeting:
            attended = meeting._replace(contact_ids=(contact_id,))
            capture.log(book, capture.Occasion(attended), configured)
    return contact_id, True


def _check_same(connection: sqlite3.Connection, contact_id: int, new: NewContact) -> None:
    """Raise WouldConflict when what is there under the same --id is another contact."""
    there = reads.contact(connection, contact_id)
    assert there is not None
    same = ("name", "nickname", "organization", "title", "city", "birthday", "how_met", "notes")
    pairs = [(getattr(new, name), getattr(there, name)) for name in same]
    retries.check_same(f"{there.name} ({there.ref})", *pairs)


def refuse_double(connection: sqlite3.Connection, new: NewContact, advice: str) -> None:
    """Raise WouldConflict when somebody has nearly that name, or one of the methods.

    advice is how to add them all the same.
    """
    ids = [
        *_of_nearly_that_name(connection, new.name),
        *(
            id_
            for method in new.methods
            for kind, form in _stored_as(method)
            for id_ in reads.ids_by_method(connection, kind, form)
        ),
    ]
    if not ids:
        return
    found = [c for id_ in dict.fromkeys(ids) if (c := reads.contact(connection, id_))]
    candidates = [Candidate(c.id, c.ref, c.name, c.organization) for c in found]
    raise WouldConflict(
        f"{who.listed(candidates, 'and')} may be the same person.",
        advice=f"{advice}.",
        candidates=candidates,
    )


def shared_ways(connection: sqlite3.Connection, before: Contact, after: Contact) -> list[str]:
    """A sentence for each way to reach them that was added and is somebody else's, too."""
    had = {(method.kind, method.value) for method in before.methods}
    told = []
    for kind, label, value, _ in after.methods:
        if (kind, value) in had or kind == "address":
            continue
        normal = methods.normal(kind, value, label, settings().region)
        others = _others_with(connection, after.id, NewMethod(kind, value, normal, label))
        if others:
            has = "has" if len(others) == 1 else "have"
            told.append(f"{who.listed(others, 'and')} {has} {value}, too.")
    return told


def _others_with(
    connection: sqlite3.Connection, contact_id: int, method: NewMethod
) -> list[Candidate]:
    stored = _stored_as(method)
    ids = (id_ for kind, form in stored for id_ in reads.ids_by_method(connection, kind, form))
    found = [reads.contact(connection, id_) for id_ in dict.fromkeys(ids) if id_ != contact_id]
    return [Candidate(c.id, c.ref, c.name, c.organization) for c in found if c]


def _of_nearly_that_name(connection: sqlite3.Connection, name: str) -> list[int]:
    """Who may bear it or did: in another order of its words, or but for a letter of a long one.

    Neither titles nor how umlauts are written makes it another name.
    """
    found: list[int] = []
    for typed in sorted(bare_spellings(name)):
        # Of a name that is misspelt in one word, one of any two words is right.
        *_, one, other = (typed[0], *sorted(typed, key=len))
        near = duplicates.with_either_word(connection, one, other)
        found += [
            id_ for id_, names in near if any(is_same_name(typed, bare(had)) for had in names)
        ]
    return found


def _stored_as(method: NewMethod) -> list[tuple[str, str]]:
    """The kinds and forms under which somebody may have that method already."""
    if method.kind == "phone":
        return [("phone", form) for form in phones.forms(method.value, settings().region)]
    kinds = PROFILE_KINDS if method.kind in PROFILE_KINDS else (method.kind,)
    return [(kind, method.normal) for kind in kinds]
