"""Drafts of what to send, from what is on record; nothing is written."""

from collections.abc import Iterable
from datetime import date

from netlog.actions import messages, records
from netlog.errors import NothingMatches, UsageMistake
from netlog.named import NamedTuple
from netlog.records.drafts import Draft, ThankFor, ThanksFacts
from netlog.records.favors import TO_ME, Favor
from netlog.records.meetings import NOT_A_TOUCH, Meeting
from netlog.records.people import Person
from netlog.records.refs import Ref
from netlog.records.thanks import Thanks
from netlog.rules import discretion, drafts, sayable, thankable, topics
from netlog.store.connect import Book
from netlog.store.reads import contacts, favors, meetings
from netlog.store.reads import thanks as reads


class Drafted(NamedTuple):
    """A draft, and what is said to you beside it.

    told are the refs of favors of which it tells how they turned out, kept_back is what of the
    record is not written to them, with why.
    """

    draft: Draft
    told: tuple[str, ...]
    kept_back: tuple[str, ...]


def thanks(connection: Book, one: Ref, today: date) -> Drafted:
    """Two sentences for what is open with a person, or for one record of theirs.

    With nothing open, for what they did last. Raises NothingMatches where nothing is on record,
    UsageMistake for a meeting with several people.
    """
    person = _contact(connection, one)
    done = favors.of_contact(connection, person.id)
    met = meetings.of_contact(connection, person.id)
    contact = contacts.contact(connection, person.id)
    assert contact is not None
    language = messages.language(contact)
    theirs = messages.known_of(connection, contact, today)
    owed, faded = (
        thankable.named(theirs.found, reads.of_contact(connection, person.id), today)
        if one.letter == "c"
        else ([], [])
    )
    things = _things(connection, one, done, met, owed)
    if not things:
        raise NothingMatches(f"Nothing that {person.name} did is on record.")
    days = {thing.on for thing in things}
    of_then = [m.text for m in met if m.text and m.happened_on in days and not m.is_reason]
    named = {thing.favor for thing in things}
    for_ = [favor for favor in done if favor.text in named]
    more = sayable.beside(theirs, for_, today, language)
    spoken = (said for said in map(topics.spoken, of_then) if said and "?" not in said)
    why = [_kept_back(thing, theirs.names) for thing in things]
    # What is kept back is thanked for by its day alone.
    quoted = [t._replace(favor="") if kept else t for t, kept in zip(things, why, strict=True)]
    facts = ThanksFacts(
        things=tuple(quoted),
        spoken=next((s for s in spoken if discretion.may_be_sent(s, *theirs.names)), None),
        **more.places,
    )
    if more.settles or "outcome_day" in more.places or not facts.spoken:
        why += more.kept_back  # else it says what was spoken of, and nothing of that
    why += thankable.left_out(faded, {favor.id: favor for favor in done}, today)
    draft = Draft(person, drafts.thanks(facts, today, language))
    return Drafted(draft, more.settles, tuple(filter(None, why)))


def _kept_back(thing: ThankFor, names: tuple[str | None, ...]) -> str | None:
    """Why it is not quoted what they did, if it is not; what was "hers" in it is quoted."""
    if thing.favor and discretion.is_about_them(thing.favor, *names):
        return sayable.kept_back(thing.favor, *names, jobs=False)
    return None


def thanked(connection: Book, one: Ref) -> Thanks | None:
    """Thanks that were sent already: of a person with whom nothing is open, the last ones."""
    if one.letter == "t":
        named = reads.thanks(connection, one.id)
        return named if named and named.sent_on else None
    theirs = reads.of_contact(connection, one.id) if one.letter == "c" else ()
    if any(thanks.state == "open" for thanks in theirs):
        return None
    sent = [thanks for thanks in theirs if thanks.sent_on]
    return max(
        sent, key=lambda thanks: (thanks.sent_on or thanks.opened_on, thanks.id), default=None
    )


def _contact(connection: Book, one: Ref) -> Person:
    record = records.record(connection, one)
    if record is None:
        raise NothingMatches(f"There is no {one.noun} {one}.")
    if isinstance(record, Meeting):
        if len(record.contacts) != 1:
            raise UsageMistake(f"Several people were at {one}: netlog thank WHO --draft")
        return record.contacts[0]
    if isinstance(record, Favor | Thanks):
        return record.contact
    return Person(record.id, record.ref, record.name)


def _things(
    connection: Book,
    one: Ref,
    done: tuple[Favor, ...],
    met: tuple[Meeting, ...],
    owed: Iterable[Thanks],
) -> list[ThankFor]:
    """What to thank for, the earliest first; to a person that is what is owed, if anything is."""
    came = [f for f in done if f.direction == TO_ME and f.done_on]
    if one.letter == "c":
        if waiting := list(filter(None, (_of_thanks(one, done) for one in owed))):
            return _earliest_first(waiting)
        latest = [_of_favor(f) for f in came[:1]]
        latest += [_of_meeting(m) for m in met if m.kind != NOT_A_TOUCH][: 1 - len(latest)]
        return latest
    if one.letter == "t":
        alone = reads.thanks(connection, one.id)
        return list(filter(None, [alone and _of_thanks(alone, done)]))
    if one.letter == "f":
        return [_of_favor(f) for f in came if f.id == one.id]
    return [_of_meeting(m) for m in met if m.id == one.id]


def _of_thanks(owed: Thanks, done: tuple[Favor, ...]) -> ThankFor | None:
    if owed.favor:
        found = [_of_favor(f) for f in done if f.id == owed.favor.id]
        return found[0] if found else None
    if owed.meeting:
        return ThankFor(owed.meeting.happened_on, kind=owed.meeting.kind)
    return None


def _of_favor(favor: Favor) -> ThankFor:
    return ThankFor(favor.done_on or favor.opened_on, favor=favor.text)


def _of_meeting(meeting: Meeting) -> ThankFor:
    return ThankFor(meeting.happened_on, kind=meeting.kind)


def _earliest_first(things: Iterable[ThankFor]) -> list[ThankFor]:
    return sorted(things, key=lambda thing: thing.on)
