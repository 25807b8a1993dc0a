"""The throw-away book behind `netlog demo`, written as the commands would have written it.

Nothing is left to chance or to the clock: the same today makes the same book.
"""

import uuid
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from netlog import clock
from netlog.actions import capture, relations
from netlog.actions.demo import chains, script
from netlog.actions.demo.people import (
    COMPANY,
    ENTRY,
    PEOPLE,
    RELATIONS,
    RULES,
    START,
    Character,
)
from netlog.actions.demo.script import Gratitude, Habit, Kindness, Tale
from netlog.named import NamedTuple
from netlog.records.contacts import NewContact
from netlog.records.favors import TO_ME, TO_THEM, NewFavor
from netlog.records.meetings import NewMeeting, WhoInvited, WhoPaid
from netlog.records.organizations import NewCompany, NewEntry
from netlog.records.people import Person
from netlog.records.refs import ref
from netlog.records.thanks import FAVOR, How, NewThanks, ThanksRules
from netlog.rules import methods
from netlog.rules.derived import derive
from netlog.rules.relations import parse
from netlog.store.doors import recording
from netlog.typed import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

Turn = TypeVar("Turn")

NAMESPACE = uuid.UUID("6e65746c-6f67-5564-8000-64656d6f0000")
FRIDAY = 4


class Episode(NamedTuple):
    """A meeting on its day, with everybody who was there (keys), whose story it is first."""

    on: date
    people: tuple[str, ...]
    told: Tale


class Owed(NamedTuple):
    """A thank-you to write: to whom (a key), for a meeting, a favor or both, and its fate."""

    who: str
    opened_on: date
    due_on: date
    kind: str
    fate: Gratitude
    meeting_uid: str | None = None
    favor_uid: str | None = None


class Scene(NamedTuple):
    """The book being written, the ids in it by key or uid, and what is still to be written."""

    book: "Recording"
    today: date
    ids: dict[str, int]
    favors: list[NewFavor]
    thanks: list[Owed]

    def day(self, ago: int) -> date:
        return self.today - timedelta(days=ago)


def build(path: str, today: date) -> None:
    """Make the demo book at path, where no file is yet, as it stands on the morning of today."""
    with recording(path, command="demo", at=clock.noon(today), judge=derive) as book:
        scene = Scene(book, today, ids={}, favors=[], thanks=[])
        _set_rules(scene)
        _add_people(scene)
        _relate(scene)
        _add_company(scene)
        for happening in sorted(_happenings(scene)):
            _log(scene, happening)
        _write_favors(scene)
        _write_thanks(scene)
        chains.add(book, scene.ids, scene.day, _uid)
        _put_off(scene)


def _set_rules(scene: Scene) -> None:
    from netlog.store.writes import cadence

    _write_on(scene, scene.day(START))
    for scope, label, days in RULES:
        cadence.set_rule(scene.book, scope, label, days)


def _add_people(scene: Scene) -> None:
    from netlog.store.writes import contacts

    # Whoever introduced somebody stands before them, in time and in the list.
    for person in sorted(PEOPLE, key=lambda person: -person.added):
        _write_on(scene, scene.day(person.added))
        scene.ids[person.key] = contacts.add(scene.book, _contact(scene, person))


def _relate(scene: Scene) -> None:
    for key, other, tie in RELATIONS:
        whose, whom = (_person(scene, one) for one in (key, other))
        assert whose is not None
        relations.relate(scene.book, whose, whom, whom.name if whom else other, parse(tie))


def _person(scene: Scene, key: str) -> Person | None:
    name = next((one.name for one in PEOPLE if one.key == key), None)
    return Person(scene.ids[key], ref("c", scene.ids[key]), name) if name else None


def _add_company(scene: Scene) -> None:
    from netlog.store.writes import organizations

    name, city, notes = COMPANY
    ago, kind, text = ENTRY
    _write_on(scene, scene.day(ago))
    entries = (NewEntry(scene.day(ago), kind, text),)
    uid = _uid("organization", name)
    organizations.add(scene.book, NewCompany(name, uid, city=city, notes=notes, entries=entries))


def _contact(scene: Scene, person: Character) -> NewContact:
    return NewContact(
        name=person.name,
        uid=_uid("contact", person.name),
        nickname=person.nickname,
        organization=person.organization,
        title=person.title,
        city=person.city,
        birthday=_birthday(scene, person),
        how_met=person.how_met,
        met_on=_day(scene, person.met),
        introduced_by_id=scene.ids[person.via] if person.via else None,
        circles=person.circles,
        tags=person.tags,
        methods=methods.gather(
            *([value] if value else () for value in (person.email, person.phone, person.url))
        ),
        cadence_days=person.every,
        notes=person.notes,
    )


def _birthday(scene: Scene, person: Character) -> str | None:
    if person.birthday is None:
        return None
    on = scene.day(person.birthday)
    if (on.month, on.day) == (2, 29):
        on -= timedelta(days=1)
    year = "-" if person.turning is None else f"{on.year - person.turning}"
    return f"{year}-{on:%m-%d}"


def _happenings(scene: Scene) -> Iterator[Episode]:
    turns: dict[str, int] = {}
    for key, tales in script.STORIES.items():
        yield from (_happening(scene, key, told) for told in tales)
    for key, habit in script.HABITS.items():
        yield from (_happening(scene, key, told) for told in _small_talk(habit, turns))


def _happening(scene: Scene, key: str, told: Tale) -> Episode:
    on = scene.day(told.ago)
    if told.kind in script.OFFICE_KINDS:
        on -= timedelta(days=max(0, on.weekday() - FRIDAY))
    return Episode(on, (key, *told.also.split()), told)


def _small_talk(habit: Habit, turns: dict[str, int]) -> Iterator[Tale]:
    """The meetings of a habit, first to last; turns counts how often each kind was spoken for."""
    rhythm = range(habit.last, habit.first + 1, habit.every)
    for nth, ago in enumerate(reversed(rhythm)):
        kind = _in_turn(habit.kinds, nth)
        text, place = _in_turn(habit.texts or ("",), nth), habit.place
        if not text:
            turn = turns[kind] = turns.get(kind, -1) + 1
            text = _in_turn(script.SMALL_TALK[kind], turn)
            place = _in_turn(script.PLACES.get(kind, (None,)), turn)
        strayed = ago + _in_turn(script.WOBBLE, rhythm.index(ago))
        yield Tale(kind, strayed, text, habit.also, place, thanks=habit.thanks)


def _log(scene: Scene, happening: Episode) -> None:
    """Write a meeting; leave its favors and thanks to be written."""
    from netlog.store.writes import meetings

    on, people, told = happening
    uid = _uid("meeting", told.kind, told.ago, *people)
    invited, paid = _treat(told)
    _write_on(scene, on)
    scene.ids[uid] = meetings.log(
        scene.book,
        NewMeeting(
            happened_on=on,
            kind=told.kind,
            contact_ids=tuple(scene.ids[key] for key in people),
            uid=uid,
            text=told.text,
            place=told.place,
            asked=next((one.what for one in told.favors if one.role == "asked"), None),
            invited_by=invited,
            paid_by=paid,
        ),
    )
    came = _note_favors(scene, happening, uid)
    for who in people if told.thanks != "none" else ():
        theirs = [uid for uid, _ in came] if who == people[0] else []
        due = _owing(scene, who, told.kind, on, has_received=bool(theirs))
        kind: str = told.kind
        fate = told.thanks
        if theirs and not due.for_meeting:
            kind, fate = FAVOR, came[0][1]
        for due_on, of_meeting, favor_uid in capture.thanks_for(due, theirs):
            owed = Owed(who, on, due_on, kind, fate, uid if of_meeting else None, favor_uid)
            scene.thanks.append(owed)


def _owing(scene: Scene, who: str, kind: str, on: date, *, has_received: bool) -> capture.Owing:
    return capture.owing(
        scene.book, scene.ids[who], kind, on, ThanksRules(), has_received=has_received
    )


def _treat(told: Tale) -> tuple[WhoInvited | None, WhoPaid | None]:
    """Who invited and who paid."""
    if told.kind in ("coffee", "lunch") and not (told.invited or told.paid):
        return _in_turn(script.TREATS, told.ago)
    return told.invited, told.paid


def _note_favors(scene: Scene, happening: Episode, meeting_uid: str) -> list[tuple[str, Gratitude]]:
    """Leave the favors of a meeting to be written; returns those received there and then."""
    on, (who, *_), told = happening
    came = []
    for kindness in told.favors:
        favor, fate = _favor(scene, kindness, who, on, scene.ids[meeting_uid]), kindness.thanks
        scene.favors.append(favor)
        if kindness.role == "got" and kindness.done is None:
            came.append((str(favor.uid), fate))
        elif favor.direction == TO_ME and favor.done_on and fate != "none":
            _write_on(scene, favor.done_on)
            due_on = _owing(scene, who, FAVOR, favor.done_on, has_received=False).for_meeting
            if due_on:
                owed = Owed(who, favor.done_on, due_on, FAVOR, fate, favor_uid=favor.uid)
                scene.thanks.append(owed)
            _write_on(scene, on)
    return came


def _favor(scene: Scene, kindness: Kindness, who: str, on: date, meeting_id: int) -> NewFavor:
    """The favor as it stands today, opened on the day of the meeting."""
    contact_id = scene.ids[who]
    said = capture.Said(kindness.what, _day(scene, kindness.due))
    match kindness.role:
        case "owed":
            new = capture.promised(contact_id, said, on, meeting_id)
        case "asked":
            new = capture.asked_for(contact_id, said, on, meeting_id)
        case "got":
            new = capture.received(contact_id, said.what, on, meeting_id)
        case "gave":
            new = NewFavor(contact_id, TO_THEM, said.what, on, meeting_id=meeting_id, done_on=on)
    return new._replace(
        uid=_uid("favor", who, kindness.role, kindness.what),
        done_on=_day(scene, kindness.done) or new.done_on,
        outcome=kindness.outcome,
        outcome_on=_day(scene, kindness.known),
        told_on=_day(scene, kindness.told),
    )


def _write_favors(scene: Scene) -> None:
    """Write the favors, open ones first: what is due is then easy to type, as f1 or f2."""
    from netlog.store.writes import favors

    for favor in sorted(scene.favors, key=lambda one: (one.done_on is not None, one.opened_on)):
        assert favor.uid is not None
        _write_on(scene, favor.opened_on)
        scene.ids[favor.uid] = favors.add(scene.book, favor)


def _write_thanks(scene: Scene) -> None:
    """Write the thanks, open ones first, for the same reason."""
    from netlog.store.writes import thanks

    ordered = sorted(scene.thanks, key=lambda one: (one.fate != "open", one.opened_on))
    for nth, owed in enumerate(ordered):
        sent_on, how = _sent(scene, owed, nth)
        _write_on(scene, owed.opened_on)
        thanks.add(
            scene.book,
            NewThanks(
                contact_id=scene.ids[owed.who],
                opened_on=owed.opened_on,
                due_on=owed.due_on,
                uid=_uid("thanks", owed.who, owed.meeting_uid, owed.favor_uid),
                meeting_id=scene.ids[owed.meeting_uid] if owed.meeting_uid else None,
                favor_id=scene.ids[owed.favor_uid] if owed.favor_uid else None,
                sent_on=sent_on,
                how=how,
            ),
        )


def _sent(scene: Scene, owed: Owed, nth: int) -> tuple[date | None, How | None]:
    """When and how thanks were sent, the ways taking turns where the story names none."""
    if owed.fate == "open" or owed.fate == "none":
        return None, None
    wait, how = _in_turn(script.THANKED[owed.kind], nth)
    if owed.fate != "sent":
        wait, how = max(wait, 1), owed.fate
    return min(owed.opened_on + timedelta(days=wait), scene.day(1)), how


def _put_off(scene: Scene) -> None:
    from netlog.store.writes import contacts

    for person in PEOPLE:
        contact_id, until = scene.ids[person.key], _day(scene, person.snoozed_until)
        if until:
            contacts.snooze(scene.book, contact_id, until, person.snoozed_why)
        if remind_on := _day(scene, person.remind_on):
            contacts.remind(scene.book, contact_id, remind_on, person.remind_why)


def _in_turn(ways: Sequence[Turn], nth: int) -> Turn:
    return ways[nth % len(ways)]


def _write_on(scene: Scene, day: date) -> None:
    """Let the next records be made at noon of that day."""
    scene.book.at = clock.noon(day)


def _day(scene: Scene, ago: int | None) -> date | None:
    return None if ago is None else scene.day(ago)


def _uid(*parts: object) -> str:
    """The same for the same parts in every book."""
    return str(uuid.uuid5(NAMESPACE, "|".join(map(str, parts))))
