"""A new contact: told from those who are there, and stored with the meeting that made it."""

from collections.abc import Iterable, Sequence
from itertools import product

from netlog.actions import capture, retries, who
from netlog.actions.doors import Doors
from netlog.actions.serving import Serving, tie
from netlog.errors import Candidate, WouldConflict
from netlog.folding import sought_ways, words
from netlog.records.contacts import Contact, NewContact, NewMethod
from netlog.records.meetings import NewMeeting
from netlog.rules import methods, phones
from netlog.rules.duplicates import is_same_name, is_same_phone
from netlog.rules.importing import somebody
from netlog.rules.names import are_two, bare
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.store.reads import contacts as reads
from netlog.store.reads import duplicates, matching

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


def _check_same(connection: Book, contact_id: int, new: NewContact) -> None:
    """Raise WouldConflict when what is there under the same --id is another contact."""
    there = reads.contact(connection, contact_id)
    assert there is not None
    same = ("name", "nickname", "organization", "title", "city", "birthday", "how_met", "notes")
    pairs = [(getattr(new, name), getattr(there, name)) for name in same]
    retries.check_same(f"{there.name} ({there.ref})", *pairs)


def refuse_double(connection: Book, new: NewContact, advice: str, also: Sequence[int] = ()) -> None:
    """Raise WouldConflict when somebody has nearly that name, a former one or a fitting method.

    advice is how to add them all the same; also are those who are meant by the name, too. A mailbox
    or a number may be a family's or a firm's: of whom another name has it, `shared_ways` tells.
    """
    former = (one.value for one in new.names if one.kind == "former")
    named = [id_ for name in (new.name, *former) for id_ in _of_nearly_that_name(connection, name)]
    found = [c for id_ in dict.fromkeys(named) if (c := reads.contact(connection, id_))]
    for method in new.methods:
        others = _with_method(connection, method)
        found += [one for one in others if one not in found and _may_be(new, one, method)]
    if not found:
        return
    found += [c for id_ in also if (c := reads.contact(connection, id_)) and c not in found]
    candidates = [_candidate(one) for one in found]
    raise WouldConflict(
        f"{who.listed(candidates, 'and')} may be the same person.",
        advice=f"{advice}.",
        candidates=candidates,
    )


def candidates(connection: Book, ids: Iterable[int]) -> list[Candidate]:
    """Those people as one chooses between them."""
    found = (reads.contact(connection, id_) for id_ in ids)
    return [_candidate(one) for one in found if one]


def nearly(connection: Book, name: str) -> list[Candidate]:
    """Who is nearly called so: in another order, with a title, or but for one letter."""
    return candidates(connection, dict.fromkeys(_of_nearly_that_name(connection, name)))


def _may_be(new: NewContact, there: Contact, method: NewMethod) -> bool:
    """Whether one who has that method too may be them: a profile is one person's, else by name."""
    key = somebody.way(method.kind, method.normal, method.value) or ""
    if key.startswith("profile"):
        return True
    called = filter(None, (new.name, new.nickname, *(one.value for one in new.names)))
    theirs = (there.name, *there.nicknames, *there.former_names, *there.merged_names)
    return any(
        somebody.may_be_one(one, other) or somebody.bears(key, one, other)
        for one, other in product(called, theirs)
    )


def shared_ways(connection: Book, after: Contact, before: Contact | None = None) -> list[str]:
    """A sentence for each way to reach them that was added and is somebody else's, too.

    before is what they were; None of somebody new.
    """
    had = {(method.kind, method.value) for method in before.methods} if before else set()
    told = []
    for kind, label, value, _ in after.methods:
        if (kind, value) in had or kind == "address":
            continue
        normal = methods.normal(kind, value, label, settings().region)
        sharing = _with_method(connection, NewMethod(kind, value, normal, label))
        if others := [_candidate(one) for one in sharing if one.id != after.id]:
            has = "has" if len(others) == 1 else "have"
            told.append(f"{who.listed(others, 'and')} {has} {value}, too.")
    return told


def _with_method(connection: Book, method: NewMethod) -> list[Contact]:
    """Everybody who has that method, in one of its spellings."""
    region = settings().region
    if method.kind == "phone":
        likely = matching.by_phone(connection, phones.forms(method.value, region))
        ids = [one.id for one in likely]
    else:
        kinds = PROFILE_KINDS if method.kind in PROFILE_KINDS else (method.kind,)
        ids = [i for kind in kinds for i in reads.ids_by_method(connection, kind, method.normal)]
    found = [c for id_ in dict.fromkeys(ids) if (c := reads.contact(connection, id_))]
    return [one for one in found if method.kind != "phone" or _has_phone(one, method, region)]


def _has_phone(one: Contact, sought: NewMethod, region: str | None) -> bool:
    """Whether one of their numbers is that one, with or without what stands before it abroad."""
    digits = phones.whole(sought.normal, sought.value)
    return any(
        is_same_phone(digits, phones.whole(phones.normal(value, region), value))
        for kind, _, value, _ in one.methods
        if kind == "phone"
    )


def _candidate(one: Contact) -> Candidate:
    return Candidate(one.id, one.ref, one.name, one.organization)


def _of_nearly_that_name(connection: Book, name: str) -> list[int]:
    """Who may bear it or did: in another order of its words, or but for a letter of a long one.

    Of one word whose nickname it is, whole; a nickname may stand for the first name.

    Neither titles nor how umlauts are written makes it another name.
    """
    found: list[int] = []
    for typed in sorted({bare(way) for way in map(tuple, sought_ways(name))}):
        # Of a name that is misspelt in one word, one of any two words is right.
        *_, one, other = (typed[0], *sorted(typed, key=len))
        near = duplicates.with_either_word(connection, one, other, nicknamed=True)
        # Jr. and Sr. of the name are two, whom the bare name does not tell apart.
        found += [
            id_
            for id_, names in near
            if any(is_same_name(typed, had) and not are_two(words(name), had) for had in names)
        ]
        if len(typed) == 1:
            found += duplicates.called_so(connection, typed[0])
    return found
