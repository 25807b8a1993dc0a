"""The schema: one thing said twice, and how a file of an older netlog becomes one of this."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, Connection, UniqueConstraint, create_engine, inspect
from sqlmodel import SQLModel
from tests.store.killing import Files, contents, killed, leave

from netlog.errors import DamagedFile, FileTrouble
from netlog.records.contacts import NewContact
from netlog.records.meetings import NewMeeting
from netlog.records.people import PeopleFilter
from netlog.records.search import SearchFilter, Term
from netlog.records.thanks import NewThanks
from netlog.rules.derived import derive
from netlog.store import digests, doors, migrate, packs
from netlog.store.reads import cadence, contacts, favors, meetings, thanks
from netlog.store.reads.search import search
from netlog.store.tables import whole as _schema  # noqa: F401 - fills SQLModel.metadata
from netlog.store.writes import contacts as writing_contacts
from netlog.store.writes import derived, searchable
from netlog.store.writes import meetings as writing_meetings
from netlog.store.writes import thanks as writing_thanks

AT = "2026-11-23T12:00:00Z"
DAY = date(2026, 11, 20)
FIRST_WITH_PLANS = 4
RELEASED = sorted(
    (Path(__file__).parent / "released").glob("v*.db"), key=lambda path: int(path.stem[1:])
)

SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY 1, 2"
TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
Tables = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(autouse=True)
def copied_when_empty() -> None:
    """Here every book is made in earnest."""


def look(path: Path) -> None:
    with doors.reading(str(path), AT, derive):
        pass


def record(path: Path) -> None:
    with doors.recording(str(path), command="test", at=AT, judge=derive):
        pass


both_doors = pytest.mark.parametrize("open_book", [look, record])


def ask(path: Path, sql: str) -> list[tuple[Any, ...]]:
    """The answer of the file as it is, without netlog, which would upgrade it."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def version(path: Path) -> int:
    return int(ask(path, "PRAGMA user_version")[0][0])


def schema(path: Path) -> list[tuple[Any, ...]]:
    return ask(path, SCHEMA)


def tables(path: Path) -> Tables:
    connection = sqlite3.connect(path)
    try:
        names = connection.execute(TABLES).fetchall()
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY id").fetchall()
            for (name,) in names
            if "_search" not in name
        }
    finally:
        connection.close()


def backups(path: Path) -> list[Path]:
    return sorted((path.parent / "backups" / path.name).glob("*.db"))


@pytest.fixture
def book(db: Path) -> Path:
    """A file of this version, with a meeting to which other rows refer."""
    with doors.recording(str(db), command="log", at=AT, judge=derive) as book:
        grace = writing_contacts.add(book, NewContact("Grace Hopper"))
        coffee = writing_meetings.log(book, NewMeeting(DAY, "coffee", (grace,), text="A; b"))
        writing_thanks.add(book, NewThanks(grace, DAY, DAY, meeting_id=coffee))
    return db


# The schema is said twice: by the steps and by the classes


@pytest.fixture
def migrated(book: Path) -> Any:
    """A connection to a migrated file, for SQLAlchemy to look at."""
    engine = create_engine(f"sqlite:///{book}")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def types_differ(_context: Any, _one: Any, _two: Any, found: Any, said: Any) -> bool:
    """By affinity: TEXT is any string, INTEGER any number or truth."""
    return found._type_affinity is not said._type_affinity


def defaults_differ(
    _context: Any, _one: Any, _two: Any, found: str | None, _said: Any, said: str | None
) -> bool:
    """By value, however it is quoted."""
    one, two = (text if text is None else text.strip("()'\"") for text in (found, said))
    return one != two


def test_the_steps_and_the_classes_say_the_same(migrated: Connection) -> None:
    settings = {
        "compare_type": types_differ,
        "compare_server_default": defaults_differ,
        # FTS5 tables are no model's.
        "include_name": lambda name, kind, _: kind != "table" or "_search" not in name,
    }
    context = MigrationContext.configure(migrated, opts=settings)
    assert compare_metadata(context, SQLModel.metadata) == []


def test_they_say_the_same_is_unique(migrated: Connection) -> None:
    for name, table in SQLModel.metadata.tables.items():
        found = inspect(migrated).get_unique_constraints(name)
        said = [one for one in table.constraints if isinstance(one, UniqueConstraint)]
        columns = {tuple(column.name for column in one.columns) for one in said}
        assert {tuple(one["column_names"]) for one in found} == columns


def test_they_make_the_same_checks(migrated: Connection) -> None:
    for name, table in SQLModel.metadata.tables.items():
        found = inspect(migrated).get_check_constraints(name)
        said = [one for one in table.constraints if isinstance(one, CheckConstraint)]
        assert sorted(one["sqltext"] for one in found) == sorted(str(one.sqltext) for one in said)


def test_they_both_say_strict() -> None:
    tables = SQLModel.metadata.tables.values()
    assert all(table.dialect_options["sqlite"]["strict"] for table in tables)


# The steps


def test_they_are_numbered_from_one_to_the_latest() -> None:
    assert [number for number, _ in migrate.steps()] == list(range(1, migrate.LATEST + 1))


@pytest.mark.parametrize(
    ("script", "count"),
    [
        ("SELECT 1;\nSELECT 2;\n", 2),
        ("SELECT\n  1;\n", 1),
        ("-- A comment; with a semicolon;\nSELECT 1;\n", 1),
        ("SELECT 1 -- one;\n;\n", 1),
        ("SELECT ';\n';\nSELECT 2;\n", 2),
        ("CREATE TRIGGER t AFTER INSERT ON x BEGIN\n  DELETE FROM y;\n  DELETE FROM z;\nEND;\n", 1),
        ("SELECT 1;\nSELECT 2", 2),
        ("SELECT 1;\n\n\n", 1),
        ("", 0),
    ],
)
def test_a_script_is_split_where_its_statements_end(script: str, count: int) -> None:
    found = migrate.statements(script)
    assert len(found) == count
    assert "".join(found).strip() == script.strip()


# An older file


STEP = """
-- What a table cannot be given; it gets by being made anew.
{anew};
INSERT INTO meeting_anew SELECT *, 'fair; mild' FROM meeting;
DROP TABLE meeting;
ALTER TABLE meeting_anew RENAME TO meeting;
{indexes};
"""


def making_meeting_anew() -> str:
    """A step that rebuilds the table of meetings with one more column."""
    connection = sqlite3.connect(":memory:")
    migrate.apply(connection, since=0)
    made = dict(
        connection.execute("SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'meeting'")
    )
    connection.close()
    columns = made.pop("meeting").removeprefix("CREATE TABLE meeting").rpartition(")")[0]
    return STEP.format(
        anew=f"CREATE TABLE meeting_anew{columns}, weather TEXT) STRICT",
        indexes=";\n".join(sql for sql in made.values() if sql),
    )


@pytest.fixture
def newer(tmp_path: Path, book: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A netlog one version newer than the book; the path of its last step."""
    number = migrate.LATEST + 1
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.FOLDER, folder)
    step = folder / f"{number:04}_next.sql"
    step.write_text(making_meeting_anew())
    monkeypatch.setattr(migrate, "FOLDER", str(folder))
    monkeypatch.setattr(migrate, "LATEST", number)
    return step


@both_doors
def test_it_is_upgraded_by_whatever_opens_it(
    book: Path, newer: Path, open_book: Callable[[Path], None]
) -> None:
    open_book(book)
    assert version(book) == migrate.LATEST
    assert ask(book, "SELECT text, weather FROM meeting") == [("A; b", "fair; mild")]


def test_an_upgrade_leaves_what_refers_to_a_table_made_anew(book: Path, newer: Path) -> None:
    before = tables(book)
    look(book)
    assert {**tables(book), "meeting": before["meeting"]} == before


def test_after_an_upgrade_the_file_is_whole(book: Path, newer: Path) -> None:
    look(book)
    assert ask(book, "PRAGMA integrity_check") == [("ok",)]
    assert ask(book, "PRAGMA foreign_key_check") == []


def test_after_an_upgrade_it_can_be_written(book: Path, newer: Path) -> None:
    with doors.recording(str(book), command="add", at=AT, judge=derive) as opened:
        writing_contacts.add(opened, NewContact("Ada Lovelace"))
    assert ask(book, "SELECT name FROM contact") == [("Grace Hopper",), ("Ada Lovelace",)]


def test_it_is_backed_up_before(book: Path, newer: Path) -> None:
    before = tables(book)
    look(book)
    (backup,) = backups(book)
    assert backup.name == "20261123T120000Z-before-upgrade.db"
    assert (version(backup), tables(backup)) == (migrate.LATEST - 1, before)


def test_a_file_of_this_version_is_not_backed_up(book: Path) -> None:
    look(book)
    record(book)
    assert backups(book) == []


def test_without_a_backup_it_is_not_upgraded(book: Path, newer: Path) -> None:
    (book.parent / "backups").write_text("no folder")
    before = book.read_bytes()
    with pytest.raises(FileTrouble, check=lambda error: not error.saved):
        look(book)
    assert book.read_bytes() == before


@both_doors
def test_a_step_that_fails_leaves_it_as_it_was(
    book: Path, newer: Path, open_book: Callable[[Path], None]
) -> None:
    newer.write_text(newer.read_text() + "INSERT INTO meeting VALUES (1);\n")
    before = book.read_bytes()
    with pytest.raises(FileTrouble, check=lambda error: not error.saved):
        open_book(book)
    assert book.read_bytes() == before


def test_a_step_that_loses_what_others_refer_to_leaves_it_as_it_was(
    book: Path, newer: Path
) -> None:
    newer.write_text(newer.read_text() + "DELETE FROM meeting;\n")
    before = book.read_bytes()
    with pytest.raises(DamagedFile, match="could not be upgraded"):
        look(book)
    assert book.read_bytes() == before


def test_an_upgrade_killed_at_any_statement_is_old_or_new_and_is_finished_by_the_next(
    book: Path, newer: Path, tmp_path: Path
) -> None:
    before = schema(book)
    statements, left = killed(partial(look, book), book.parent)
    after, rows = schema(book), tables(book)
    assert statements > 10
    assert len(left) > 3
    finished: list[Files] = []
    for number, files in enumerate(left):
        path = tmp_path / str(number) / book.name
        leave(files, path.parent)
        found = (version(path), schema(path))
        assert found in ((migrate.LATEST - 1, before), (migrate.LATEST, after))
        files = contents(path.parent)
        journal = f"{path.name}-journal"
        if files.get(journal, b"")[:1] == b"\0":
            files[journal] = b"of a file that is not written yet: SQLite looks no further"
        if files not in finished:
            finished.append(files)
            look(path)
            assert tables(path) == rows
    assert len(finished) > 3


def test_several_at_once_upgrade_it_once(book: Path, newer: Path, children: Any) -> None:
    children([partial(look, book), partial(record, book)] * 3)
    assert version(book) == migrate.LATEST
    assert [version(backup) for backup in backups(book)] == [migrate.LATEST - 1]


# Files of released versions


def test_there_is_one_of_each_version() -> None:
    numbers = range(1, migrate.LATEST + 1)
    assert [path.name for path in RELEASED] == [f"v{number}.db" for number in numbers]


@pytest.fixture(params=RELEASED, ids=lambda path: path.name)
def released(request: pytest.FixtureRequest, home: Path) -> Path:
    return Path(shutil.copy(request.param, home))


# Those files as they are once something has read them.
UPGRADED: dict[str, bytes] = {}


@pytest.fixture
def upgraded(released: Path) -> Path:
    """The same, brought to this version by whoever reads it: for all tests of it once."""
    if released.name not in UPGRADED:
        look(released)
        UPGRADED[released.name] = released.read_bytes()
    released.write_bytes(UPGRADED[released.name])
    return released


@cache
def schemas() -> tuple[list[tuple[Any, ...]], ...]:
    """The schema of a new file after each of the steps."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.create_aggregate("packed", 3, packs.Packed)
        digests.know(connection)
        found = []
        for _, name in migrate.steps():
            connection.executescript(Path(migrate.FOLDER, name).read_text(encoding="utf-8"))
            found.append(connection.execute(SCHEMA).fetchall())
    return tuple(found)


def test_the_steps_behind_a_release_never_change(released: Path) -> None:
    number = version(released)
    assert schema(released) == schemas()[number - 1], (
        f"Version {number} was released with other steps. If it was not released yet, "
        "run tests/store/released/make.py."
    )


@both_doors
def test_it_is_read_in_full(released: Path, open_book: Callable[[Path], None]) -> None:
    open_book(released)
    assert version(released) == migrate.LATEST
    with doors.reading(str(released), AT, derive) as connection:
        ada, grace = contacts.contacts(connection, PeopleFilter(archived=True))
        assert (grace.name, grace.nickname, grace.birthday) == (
            "Grace Hopper",
            "Amazing Grace",
            "1906-12-09",
        )
        assert grace.circles == ("peer", "business")
        assert grace.tags == ("Zoë’s friends", "compilers")
        assert [method.value for method in grace.methods] == ["Grace@navy.mil", "+1 703 555 0101"]
        assert grace.notes == "Likes clocks\nthat run backwards — 李."
        assert (grace.cadence_days, grace.next_due_on) == (60, date(2027, 1, 19))
        assert (ada.introduced_by.name, ada.cadence_days) == ("Grace Hopper", None)
        (coffee,) = meetings.of_contact(connection, grace.id)
        assert [person.name for person in coffee.contacts] == ["Grace Hopper", "Ada Lovelace"]
        known = {
            person.id: [
                one for one in favors.of_contact(connection, person.id) if not one.introduced
            ]
            for person in (ada, grace)
        }
        assert [one.outcome for one in known[grace.id]] == ["It compiled"]
        assert [one.state for one in known[ada.id]] == ["dropped"]
        assert [one.state for one in thanks.of_contact(connection, grace.id)] == ["open"]
        assert [one.how for one in thanks.of_contact(connection, ada.id)] == ["note"]
        assert [rule.cadence_days for rule in cadence.rules(connection)] == [None, 30]


def test_what_it_says_can_be_searched(upgraded: Path) -> None:
    with doors.reading(str(upgraded), AT, derive) as connection:
        hits = search(connection, (Term(("compil",), begins=True),), SearchFilter(), 9)
    plans = ["plan"] if int(upgraded.stem[1:]) >= FIRST_WITH_PLANS else []
    assert sorted(hit.kind for hit in hits) == ["contact", "favor", "meeting", *plans]


def test_nothing_of_it_is_told_otherwise_than_when_made_anew(upgraded: Path) -> None:
    with doors.recording(str(upgraded), command="test", at=AT, judge=derive) as book:
        tables = ("contact", "meeting", "favor", "plan", "organization", "goal", "lead")
        everything = [f"SELECT * FROM {table} ORDER BY id" for table in tables]
        found = [book.connection.execute(sql).fetchall() for sql in everything]
        derived.recompute(book.connection, None, derive)
        searchable.rebuild(book.connection)
        assert [book.connection.execute(sql).fetchall() for sql in everything] == found


def test_it_can_be_written(released: Path) -> None:
    with doors.recording(str(released), command="add", at=AT, judge=derive) as book:
        assert writing_contacts.add(book, NewContact("Alan Turing")) == 3
