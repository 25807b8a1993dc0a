"""Drafts of what to send, from what is on record; nothing is written."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from netlog.actions import records
from netlog.errors import NothingMatches, UsageMistake
from netlog.records.drafts import Draft, ThankFor, ThanksFacts
from netlog.records.favors import TO_ME, TO_THEM, Favor
from netlog.records.meetings import NOT_A_TOUCH, Meeting
from netlog.records.people import Person
from netlog.records.refs import Ref
from netlog.records.thanks import Thanks
from netlog.rules import drafts, topics
from netlog.store.reads import favors, meetings
from netlog.store.reads import thanks as reads


def thanks(connection: sqlite3.Connection, one: Ref, today: date) -> Draft:
    """Two sentences for what is open with a person, or for one record of theirs.

    With nothing open, for what they did last. Raises NothingMatches where nothing is on record,
    UsageMistake for a meeting with several people.
    """
    contact = _contact(connection, one)
    done = favors.of_contact(connection, contact.id)
    met = meetings.of_contact(connection, contact.id)
    things = _things(connection, one, done, met)
    if not things:
        raise NothingMatches(f"Nothing that {contact.name} did is on record.")
    days = {thing.on for thing in things}
    of_then = [m.text for m in met if m.text and m.happened_on in days and not m.is_reason]
    named = {thing.favor for thing in things}
    facts = ThanksFacts(
        things=tuple(things),
        outcome=next((f.outcome for f in done if f.outcome and f.text in named), None),
        spoken=next(filter(drafts.may_be_sent, filter(None, map(topics.spoken, of_then))), None),
        promised=next((f.text for f in done if f.direction == TO_THEM and f.state == "open"), None),
    )
    return Draft(contact, drafts.thanks(facts, today))


def thanked(connection: sqlite3.Connection, one: Ref) -> Thanks | None:
    """Of a person with whom nothing is open, the thanks that were sent last."""
    theirs = reads.of_contact(connection, one.id) if one.letter == "c" else ()
    if any(thanks.state == "open" for thanks in theirs):
        return None
    sent = [thanks for thanks in theirs if thanks.sent_on]
    return max(
        sent, key=lambda thanks: (thanks.sent_on or thanks.opened_on, thanks.id), default=None
    )


def _contact(connection: sqlite3.Connection, one: Ref) -> Person:
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
    connection: sqlite3.Connection,
    one: Ref,
    done: tuple[Favor, ...],
    met: tuple[Meeting, ...],
) -> list[ThankFor]:
    """What to thank for, the earliest first."""
    came = [f for f in done if f.direction == TO_ME and f.done_on]
    if one.letter == "c":
        waiting = [t for t in reads.of_contact(connection, one.id) if t.state == "open"]
        if waiting:
            return _earliest_first(filter(None, (_of_thanks(t, done) for t in waiting)))
        latest = [_of_favor(f) for f in came[:1]]
        latest += [_of_meeting(m) for m in met if m.kind != NOT_A_TOUCH][: 1 - len(latest)]
        return latest
    if one.letter == "t":
        owed = reads.thanks(connection, one.id)
        return list(filter(None, [owed and _of_thanks(owed, done)]))
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
