"""The journal folded: records stay as they are, what is left can be taken back, no ref returns."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import examples
from tests.store.killing import killed, leave
from tests.store.test_history import (
    AT,
    DAY,
    Begin,
    able,
    check,
    dump,
    meddle,
    recorded,
    redo,
    take_back,
)

from netlog.records.contacts import NewContact
from netlog.records.meetings import NewMeeting
from netlog.rules.derived import derive
from netlog.store import doors
from netlog.store.reads import compacting as reads
from netlog.store.reads import history, occurrences
from netlog.store.writes import cadence, compacting, contacts, meetings
from netlog.store.writes.recording import Recording

FOREVER = "9999"


def fold(path: Path, at_most: int | None = None, before: str = FOREVER) -> int:
    """Fold so much, or as much as can be; returns up to which command it was."""
    with doors.recording(str(path), command="compact", at=AT, judge=derive) as book:
        most = history.last_number(book.connection) if at_most is None else at_most
        number = reads.last_to_fold(book.connection, before, most)
        if number:
            compacting.fold(book, number)
    return number or 0


def journaled(path: Path) -> tuple[int, int, int]:
    """How many commands, changes and packs there are."""
    with doors.reading(str(path), AT, derive) as connection:
        counts = (f"(SELECT count(*) FROM {table})" for table in ("batch", "change", "pack"))
        found: tuple[int, int, int] = connection.execute(f"SELECT {', '.join(counts)}").fetchone()
    return found


def images(path: Path) -> None:
    """Read the whole journal: what cannot be read raises."""
    with doors.reading(str(path), AT, derive) as connection:
        for batch in history.batches(connection):
            history.changes(connection, batch)


@given(data=st.data())
@settings(max_examples=examples(4), deadline=None)
def test_wherever_it_is_folded_nothing_is_lost_and_what_is_left_is_taken_back(
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
    write_anything: Callable[[st.DataObject, Recording], None],
) -> None:
    path = tmp_path_factory.mktemp("book") / "netlog.db"
    states = {0: dump(path)}
    for _ in range(data.draw(st.integers(2, 7), label="commands")):
        before = able(path)
        if before and data.draw(st.integers(0, 2), label="undo") == 0:
            take_back(path, data.draw(st.integers(1, len(before)), label="so many"))
            if data.draw(st.booleans(), label="redo"):
                redo(path, 1)
        else:
            with recorded(path) as book:
                for _ in range(data.draw(st.integers(1, 4), label="writes")):
                    write_anything(data, book)
                    if data.draw(st.integers(0, 3), label="meddle") == 0:
                        meddle(data, book)
        if data.draw(st.integers(0, 3), label="fold") == 0:
            fold(path, data.draw(st.integers(0, 9), label="at most"))
        if able(path):
            states[able(path)[0].number] = dump(path)
    whole = dump(path)
    folded = fold(path, data.draw(st.integers(0, 12), label="at most"))
    assert dump(path) == whole
    check(path)
    images(path)
    left = able(path)
    assert all(batch.number > folded for batch in left)
    assert take_back(path, len(left)) is None
    check(path)
    assert redo(path, len(left)) is None
    assert dump(path) == whole
    check(path)


@pytest.fixture
def book(db: Path, recording: Begin, seeded: Callable[[Callable[[], Any]], None]) -> Path:
    """Ada, added and changed twice, and a coffee with her that nobody touched since."""

    def fill() -> None:
        with recording("add") as book:
            contacts.add(book, NewContact("Ada Lovelace"))
        with recording("log") as book:
            meetings.log(book, NewMeeting(DAY, "coffee", (1,)))
        for days in (7, 30):
            with recording("every") as book:
                contacts.set_cadence(book, 1, days)

    seeded(fill)
    return db


def commands(path: Path) -> list[str]:
    with doors.reading(str(path), AT, derive) as connection:
        return [batch.command for batch in history.batches(connection)]


def test_what_one_command_made_stays_its_own(book: Path) -> None:
    fold(book)
    assert commands(book) == ["compact", "log"]


def test_nothing_is_taken_back_behind_it(book: Path) -> None:
    fold(book, 3)
    assert [batch.command for batch in able(book)] == ["every"]


def test_folding_twice_folds_what_came_since(book: Path, recording: Begin) -> None:
    fold(book)
    assert fold(book) == 0
    with recording("every") as opened:
        contacts.set_cadence(opened, 1, 90)
    whole = dump(book)
    assert fold(book) > 0
    assert dump(book) == whole
    assert commands(book) == ["compact", "log"]


def test_what_was_removed_is_gone_for_good_and_its_ref_never_returns(
    book: Path, recording: Begin
) -> None:
    with recording("add") as opened:
        gone = contacts.add(opened, NewContact("Grace Hopper"))
    take_back(book)
    fold(book)
    assert b"Grace Hopper" not in book.read_bytes()
    with doors.reading(str(book), AT, derive) as connection:
        assert history.of_row(connection, "contact", gone) == []
    with recording("add") as opened:
        assert contacts.add(opened, NewContact("Somebody else")) == gone + 1


def test_what_was_taken_back_is_folded_as_it_is_now(book: Path) -> None:
    take_back(book)
    whole = dump(book)
    fold(book)
    assert dump(book) == whole
    check(book)


def test_what_stays_is_not_folded_from_under_an_undo(book: Path) -> None:
    """What took an old command back has its rows from there, and can be taken back itself."""
    take_back(book, 4)
    assert fold(book, 4) == 0
    assert redo(book, 4) is None


def test_only_what_is_older_than_the_day_is_folded(book: Path, recording: Begin) -> None:
    with recording("every", at="2027-01-01T00:00:00Z") as opened:
        contacts.set_cadence(opened, 1, 90)
    assert fold(book, before=AT[:10]) == 0
    assert fold(book, before="2027-01-01") == 4


def test_what_several_imports_made_is_still_the_imports(db: Path, recording: Begin) -> None:
    with recording("import") as opened:
        contacts.add(opened, NewContact("Ada Lovelace"))
        meetings.log(opened, NewMeeting(DAY, "coffee", (1,)))
    with recording("import") as opened:
        contacts.set_cadence(opened, 1, 7)
    with recording("add") as opened:
        cadence.set_rule(opened, "tag", "chess", 7)
    fold(db)
    with doors.reading(str(db), AT, derive) as connection:
        assert occurrences.brought(connection, "meeting", 1) == {1}
        [change] = history.of_row(connection, "contact", 1)
    assert (change.batch.command, change.before) == ("import", None)


def test_an_older_book_whose_packs_hold_both_sides_is_folded(book: Path) -> None:
    """An upgrade packs 32 changes together, whichever commands they were of."""
    with doors.recording(str(book), command="test", at=AT, judge=derive) as opened:
        rows = [
            (change.batch.first, change.before, change.after)
            for batch in history.batches(opened.connection)
            for change in history.changes(opened.connection, batch)
        ]
        packed = compacting.packs.Packed()
        for id_, before, after in rows:
            packed.step(id_, *map(compacting.packs.dumped, (before, after)))
        opened.connection.execute("DELETE FROM pack")
        opened.connection.execute("INSERT INTO pack VALUES (1, ?)", (packed.finalize(),))
    whole = dump(book)
    assert fold(book, 3) == 3
    images(book)
    assert dump(book) == whole
    assert take_back(book) is None
    check(book)


def test_it_takes_no_more_room_than_there_are_rows(book: Path, recording: Begin) -> None:
    for days in range(50):
        with recording("every") as opened:
            contacts.set_cadence(opened, 1, days)
    fold(book)
    commands, changes, packs = journaled(book)
    assert (commands, packs) == (2, 1)
    assert changes == sum(map(len, dump(book).values()))


def test_a_killed_one_never_happened_or_is_whole(book: Path, home: Path) -> None:
    whole = dump(book)
    statements, left = killed(lambda: fold(book), book.parent)
    assert statements > 20
    for number, files in enumerate(left):
        path = home / str(number) / book.name
        leave(files, path.parent)
        assert dump(path) == whole
        assert commands(path) in (["every", "every", "log", "add"], ["compact", "log"])
        images(path)
        check(path)
