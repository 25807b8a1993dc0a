"""Derived columns: whatever is written, they say what follows from the facts."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples

from netlog.records.cadence import Derived
from netlog.records.contacts import NewContact
from netlog.records.favors import NewFavor
from netlog.records.meetings import NewMeeting
from netlog.records.thanks import NewThanks
from netlog.rules.derived import derive
from netlog.store import doors
from netlog.store.reads.cadence import facts
from netlog.store.tables.belongings import ContactTag
from netlog.store.tables.meetings import MeetingContact, MeetingRow
from netlog.store.writes import cadence, contacts, favors, meetings, thanks
from netlog.store.writes import derived as derived_writes
from netlog.store.writes.recording import Recording

AT = "2026-11-23T12:00:00Z"
DAY = date(2026, 11, 20)

Begin = Callable[..., AbstractContextManager[Recording]]


def stored(path: Path) -> dict[int, Derived]:
    """The derived columns of everybody, by id."""
    columns = ", ".join(Derived._fields)
    with doors.reading(str(path), AT, derive) as connection:
        return {
            id_: Derived(*values)
            for id_, *values in connection.execute(f"SELECT id, {columns} FROM contact")
        }


def follows(path: Path) -> dict[int, Derived]:
    """What they must be, judged afresh from each contact's facts."""
    with doors.reading(str(path), AT, derive) as connection:
        return {known.id: derive(known) for known in facts(connection)}


def due(path: Path) -> list[str | None]:
    """The days to be back in touch, in the order of ids."""
    return [derived.next_due_on for _, derived in sorted(stored(path).items())]


def add(recording: Begin, **more: Any) -> None:
    """Three people, each in touch every ten days unless `more` says otherwise."""
    with recording() as book:
        for name in ("Grace", "Ada", "Mary"):
            contacts.add(book, NewContact(name, **{"cadence_days": 10, **more}))


def meet(book: Recording, *who: int, kind: str = "coffee", on: date = DAY) -> int:
    return meetings.log(book, NewMeeting(on, kind, who))


@given(data=st.data())
@settings(max_examples=examples(6), deadline=None)
def test_after_any_writes_they_are_what_the_facts_say(
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
    write_anything: Callable[[st.DataObject, Recording], None],
) -> None:
    path = tmp_path_factory.mktemp("book") / "netlog.db"
    for _ in range(data.draw(st.integers(1, 5), label="commands")):
        with doors.recording(str(path), command="test", at=AT, judge=derive) as book:
            for _ in range(data.draw(st.integers(1, 4), label="writes")):
                write_anything(data, book)
        assert stored(path) == follows(path)


def test_the_facts_of_one_are_those_among_all(db: Path, recording: Begin) -> None:
    with recording() as book:
        for number in range(4):
            tags, circles = ("chess", "old")[: number % 3], ("peer", "business")[: number % 2]
            contacts.add(book, NewContact(f"Person {number}", tags=tags, circles=circles))
        cadence.set_rule(book, "tag", "chess", 7)
        cadence.set_rule(book, "tag", "old", 0)
        cadence.set_rule(book, "circle", "business", 30)
        meet(book, 1, 3)
    with doors.reading(str(db), AT, derive) as connection:
        assert [next(facts(connection, one)) for one in (1, 2, 3, 4)] == list(facts(connection))


# A touch


def test_a_meeting_moves_everybody_who_was_there(db: Path, recording: Begin) -> None:
    add(recording)
    with recording() as book:
        meet(book, 1, 3)
    assert due(db) == ["2026-11-30", "2026-12-03", "2026-11-30"]


def test_a_note_is_no_touch(db: Path, recording: Begin) -> None:
    add(recording)
    with recording() as book:
        meet(book, 1, kind="note")
    assert stored(db)[1].last_touch_on is None
    assert due(db)[0] == "2026-12-03"


def test_only_the_last_touch_counts(db: Path, recording: Begin) -> None:
    add(recording)
    with recording() as book:
        meet(book, 1)
        meet(book, 1, on=date(2026, 11, 1))
    assert stored(db)[1].last_touch_on == "2026-11-20"


def test_help_received_and_thanks_sent_are_touches(db: Path, recording: Begin) -> None:
    add(recording)
    with recording() as book:
        favors.add(book, NewFavor(1, "to_me", "advice", DAY, done_on=DAY))
        thanks.send(book, thanks.add(book, NewThanks(1, DAY, DAY)), DAY, "note")
    assert stored(db)[1].last_touch_on == DAY.isoformat()


def test_a_meeting_put_on_another_day_moves_them_again(db: Path, recording: Begin) -> None:
    add(recording)
    with recording() as book:
        meet(book, 1, 2)
    with recording() as book:
        book.session.get(MeetingRow, 1).happened_on = "2026-11-21"
    assert due(db) == ["2026-12-01", "2026-12-01", "2026-12-03"]


def test_a_meeting_that_turns_out_a_note_no_longer_counts(db: Path, recording: Begin) -> None:
    add(recording)
    with recording() as book:
        meet(book, 1)
    with recording() as book:
        book.session.get(MeetingRow, 1).kind = "note"
    assert stored(db)[1].last_touch_on is None


def test_a_meeting_given_to_somebody_else_moves_both(db: Path, recording: Begin) -> None:
    add(recording)
    with recording() as book:
        meet(book, 1)
    with recording() as book:
        book.session.get(MeetingContact, 1).contact_id = 2
    assert due(db) == ["2026-12-03", "2026-11-30", "2026-12-03"]


def test_a_deleted_meeting_moves_everybody_back(db: Path, recording: Begin) -> None:
    add(recording)
    with recording() as book:
        meet(book, 1, 2)
    with recording() as book:
        for one in (1, 2):
            book.session.delete(book.session.get(MeetingContact, one))
        book.session.flush()
        book.session.delete(book.session.get(MeetingRow, 1))
    assert due(db) == ["2026-12-03"] * 3


# A rule


def rule_days(path: Path) -> list[int]:
    return [derived.every_days for _, derived in sorted(stored(path).items())]


def test_a_rule_moves_everybody_it_concerns(db: Path, recording: Begin) -> None:
    add(recording, cadence_days=None, tags=("chess",))
    with recording() as book:
        contacts.add(book, NewContact("Alan"))
        contacts.set_cadence(book, 2, 5)
    with recording() as book:
        cadence.set_rule(book, "tag", "chess", 20)
    assert rule_days(db) == [20, 5, 20, 90]
    assert due(db) == ["2026-12-13", "2026-11-28", "2026-12-13", "2027-02-21"]


def test_the_default_moves_everybody_without_a_cadence(db: Path, recording: Begin) -> None:
    add(recording, cadence_days=None)
    with recording() as book:
        contacts.set_cadence(book, 2, 5)
        cadence.set_rule(book, "default", "", 30)
    assert rule_days(db) == [30, 5, 30]


def test_a_rule_taken_away_moves_them_back(db: Path, recording: Begin) -> None:
    add(recording, cadence_days=None, circles=("peer",))
    with recording() as book:
        cadence.set_rule(book, "circle", "peer", 20)
    with recording() as book:
        cadence.set_rule(book, "circle", "peer", None)
    assert rule_days(db) == [90, 90, 90]


def test_a_rule_taken_away_and_set_anew_in_one_command_holds(db: Path, recording: Begin) -> None:
    add(recording, cadence_days=None)
    with recording() as book:
        cadence.set_rule(book, "default", "", 20)
    with recording() as book:
        cadence.set_rule(book, "default", "", None)
        cadence.set_rule(book, "default", "", 30)
    assert rule_days(db) == [30, 30, 30]


def test_a_tag_given_later_brings_its_rule(db: Path, recording: Begin) -> None:
    add(recording, cadence_days=None)
    with recording() as book:
        cadence.set_rule(book, "tag", "chess", 20)
    with recording() as book:
        book.session.add(ContactTag(contact_id=2, tag="chess"))
    assert rule_days(db) == [90, 20, 90]


# How many


def test_more_people_than_are_looked_at_one_by_one(
    db: Path, recording: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = 40
    monkeypatch.setattr(derived_writes, "FEW", few)
    with recording() as book:
        for number in range(few + 2):
            contacts.add(book, NewContact(f"Person {number}", cadence_days=10))
    with recording() as book:
        meet(book, *range(1, few + 2))
    assert due(db) == ["2026-11-30"] * (few + 1) + ["2026-12-03"]


def test_nobody_else_is_rewritten(db: Path, recording: Begin) -> None:
    """However large the book, a write costs what it touched."""
    add(recording)
    connection = sqlite3.connect(db)
    connection.execute("UPDATE contact SET every_from = 'as it was'")
    connection.commit()
    connection.close()
    with recording() as book:
        meet(book, 2)
    assert [derived.every_from for derived in stored(db).values()] == [
        "as it was",
        "contact",
        "as it was",
    ]
