"""The throw-away book behind `netlog demo`, written as the commands would have written it.

Nothing is left to chance or to the clock: the same today makes the same book.
"""

import uuid
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from netlog.actions.demo import script
from netlog.actions.demo.people import PEOPLE, RULES, START, Character
from netlog.actions.demo.script import Gratitude, Habit, Kindness, Tale
from netlog.records.contacts import NewContact
from netlog.records.favors import TO_ME, TO_THEM, NewFavor
from netlog.records.meetings import NewMeeting, WhoInvited, WhoPaid
from netlog.records.thanks import FAVOR, How, NewThanks
from netlog.rules import gratitude, methods, reciprocity
from netlog.rules.derived import derive
from netlog.store.doors import recording

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

Turn = TypeVar("Turn")

NAMESPACE = uuid.UUID("6e65746c-6f67-5564-8000-64656d6f0000")
FRIDAY = 4
DUE = {"owed": reciprocity.promise_due_on, "asked": reciprocity.waiting_due_on}


class Episode(NamedTuple):
    """A meeting on its day, with everybody who was there (keys), whose story it is first."""

    on: date
    people: tuple[str, ...]
    told: Tale


class Owed(NamedTuple):
    """A thank-you to write: to whom (a key), for a meeting, a favor or both, and its fate."""

    who: str
    opened_on: date
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
    with recording(path, command="demo", at=f"{today}T00:00:00Z", judge=derive) as book:
        scene = Scene(book, today, ids={}, favors=[], thanks=[])
        _set_rules(scene)
        _add_people(scene)
        for happening in sorted(_happenings(scene)):
            _log(scene, happening)
        _write_favors(scene)
        _write_thanks(scene)
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
    thanked_for = _note_favors(scene, happening, uid)
    if gratitude.due_on(told.kind, on, {}) and told.thanks != "none":
        for who in people:
            favor_uid = thanked_for if who == people[0] else None
            scene.thanks.append(Owed(who, on, told.kind, told.thanks, uid, favor_uid))


def _treat(told: Tale) -> tuple[WhoInvited | None, WhoPaid | None]:
    """Who invited and who paid."""
    if told.kind in ("coffee", "lunch") and not (told.invited or told.paid):
        return _in_turn(script.TREATS, told.ago)
    return told.invited, told.paid


def _note_favors(scene: Scene, happening: Episode, meeting_uid: str) -> str | None:
    """Leave the favors of a meeting to be written; returns the one received there and then."""
    on, (who, *_), told = happening
    received = None
    for kindness in told.favors:
        favor, fate = _favor(scene, kindness, who, on, scene.ids[meeting_uid]), kindness.thanks
        scene.favors.append(favor)
        at_once = kindness.role == "got" and kindness.done is None
        if at_once and told.kind in gratitude.OPENED_BY:
            received = favor.uid
        elif favor.direction == TO_ME and favor.done_on and fate != "none":
            owed = Owed(who, favor.done_on, FAVOR, fate, favor_uid=favor.uid)
            scene.thanks.append(owed)
    return received


def _favor(scene: Scene, kindness: Kindness, who: str, on: date, meeting_id: int) -> NewFavor:
    """The favor as it stands today, opened on the day of the meeting."""
    role, by = kindness.role, _day(scene, kindness.due)
    at_once = on if role in ("got", "gave") else None
    return NewFavor(
        contact_id=scene.ids[who],
        direction=TO_ME if role in ("asked", "got") else TO_THEM,
        text=kindness.what,
        opened_on=on,
        asked=role == "asked",
        uid=_uid("favor", who, role, kindness.what),
        meeting_id=meeting_id,
        due_on=DUE[role](on, by) if role in DUE else None,
        done_on=_day(scene, kindness.done) or at_once,
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
        due_on = gratitude.due_on(owed.kind, owed.opened_on, {})
        assert due_on is not None
        sent_on, how = _sent(scene, owed, nth)
        _write_on(scene, owed.opened_on)
        thanks.add(
            scene.book,
            NewThanks(
                contact_id=scene.ids[owed.who],
                opened_on=owed.opened_on,
                due_on=due_on,
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
            contacts.remind(scene.book, contact_id, remind_on)


def _in_turn(ways: Sequence[Turn], nth: int) -> Turn:
    return ways[nth % len(ways)]


def _write_on(scene: Scene, day: date) -> None:
    """Let the next records be made at noon of that day."""
    scene.book.at = f"{day}T12:00:00Z"


def _day(scene: Scene, ago: int | None) -> date | None:
    return None if ago is None else scene.day(ago)


def _uid(*parts: object) -> str:
    """The same for the same parts in every book."""
    return str(uuid.uuid5(NAMESPACE, "|".join(map(str, parts))))
