"""The file: how it comes to be, how it is opened, and what is refused and left untouched."""

import os
import signal
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from netlog.errors import DamagedFile, FileTrouble, NetlogError
from netlog.records.contacts import NewContact
from netlog.rules.derived import derive
from netlog.store import connect, doors, migrate
from netlog.store.writes import contacts

AT = "2026-11-23T12:00:00Z"

Door = Callable[[Path], AbstractContextManager[sqlite3.Connection]]


@pytest.fixture(autouse=True)
def copied_when_empty() -> None:
    """Here every book is made in earnest."""


@contextmanager
def read(path: Path) -> Iterator[sqlite3.Connection]:
    with doors.reading(str(path), AT, derive) as connection:
        yield connection


@contextmanager
def write(path: Path) -> Iterator[sqlite3.Connection]:
    with doors.recording(str(path), command="test", at=AT, judge=derive) as book:
        yield book.connection


both_doors = pytest.mark.parametrize("door", [read, write])


def add(path: Path, name: str = "Grace Hopper") -> None:
    with doors.recording(str(path), command="add", at=AT, judge=derive) as book:
        contacts.add(book, NewContact(name))


def names(path: Path) -> list[str]:
    with read(path) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM contact ORDER BY name")]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def tree(folder: Path) -> dict[str, tuple[int, int, bytes | str]]:
    """All there is in a folder, with modes, numbers of names and content."""
    found = {}
    for path in sorted(folder.rglob("*")):
        about = path.lstat()
        content = path.readlink() if path.is_symlink() else path.is_file() and path.read_bytes()
        found[str(path)] = (about.st_mode, about.st_nlink, content)
    return found


def refused(path: Path, door: Door) -> NetlogError:
    """What is raised, once it is sure that nothing was touched."""
    before = tree(path.parent)
    with pytest.raises(NetlogError) as raised, door(path):
        pass
    assert tree(path.parent) == before
    assert str(path) in raised.value.message
    assert not raised.value.saved
    return raised.value


def another_programs(path: Path, *statements: str) -> None:
    """A whole SQLite file that is not netlog's."""
    path.parent.mkdir(exist_ok=True)
    connection = sqlite3.connect(path)
    for statement in (*statements, "CREATE TABLE contact (id INTEGER, name TEXT)"):
        connection.execute(statement)
    connection.commit()
    connection.close()


# How it comes to be


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_it_is_made_private_whatever_the_umask(home: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        add(home / "new" / "folder" / "netlog.db")
    finally:
        os.umask(before)
    assert mode(home / "new" / "folder" / "netlog.db") == 0o600
    assert mode(home / "new" / "folder") == 0o700
    assert mode(home / "new") == 0o700


def test_it_bears_netlogs_mark_and_its_version(db: Path) -> None:
    add(db)
    with read(db) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x6E65746C,)
        assert connection.execute("PRAGMA user_version").fetchone() == (migrate.LATEST,)


def test_its_tables_are_strict(db: Path) -> None:
    add(db)
    with read(db) as connection:
        tables = connection.execute("PRAGMA main.table_list").fetchall()
    strict = {name: strict for _, name, _, _, _, strict in tables if not name.startswith("sqlite_")}
    strict = {name: one for name, one in strict.items() if "_search" not in name}
    assert strict
    assert set(strict.values()) == {1}


def test_making_it_leaves_nothing_else_behind(db: Path) -> None:
    add(db)
    assert os.listdir(db.parent) == [db.name]


def test_making_it_sweeps_away_what_a_killed_process_left_long_ago(db: Path) -> None:
    db.parent.mkdir(parents=True)
    left = db.parent / ".netlog-killed.tmp"
    left.touch()
    os.utime(left, (0, 0))
    add(db)
    assert list(db.parent.iterdir()) == [db]


def test_the_first_writes_of_several_processes_are_all_there(db: Path, children: Any) -> None:
    people = [f"Person {number}" for number in range(8)]
    children([lambda name=name: add(db, name) for name in people])
    assert names(db) == people
    assert os.listdir(db.parent) == [db.name]


@both_doors
def test_a_creation_killed_at_its_end_is_finished_by_the_next_command(
    db: Path, door: Door, child: Any
) -> None:
    def die(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def killed_before_the_temporary_name_goes() -> bool:
        os.unlink = die  # in this child alone
        add(db)
        return True

    assert child(killed_before_the_temporary_name_goes) is None
    assert len(os.listdir(db.parent)) == 2
    with door(db):
        pass
    assert os.listdir(db.parent) == [db.name]


# A file that is not there


def test_a_missing_file_reads_as_an_empty_book(db: Path) -> None:
    assert names(db) == []


def test_reading_makes_neither_a_file_nor_a_folder(home: Path, db: Path) -> None:
    names(db)
    assert tree(home) == {}


@both_doors
def test_where_none_could_be_made_it_is_no_empty_book(
    home: Path, door: Door, child: Any, powerless: Any
) -> None:
    """As where a disk is not mounted."""
    (home / "disk").mkdir(mode=0o500)

    def told() -> NetlogError:
        return refused(home / "disk" / "folder" / "netlog.db", door)

    assert "does not let one be made" in child(powerless(told)).message


@both_doors
def test_a_folder_that_is_none_is_no_empty_book(home: Path, door: Door) -> None:
    (home / "disk").write_text("not mounted")
    with pytest.raises(FileTrouble, match="not a directory"), door(home / "disk" / "netlog.db"):
        pass


@both_doors
def test_the_journal_of_a_file_that_is_gone_is_not_let_into_a_new_one(db: Path, door: Door) -> None:
    add(db)
    db.with_name("netlog.db-journal").write_bytes(b"what a killed writer left")
    db.rename(db.with_name("moved.db"))
    assert "netlog.db-journal" in refused(db, door).message


# How it is opened

ALWAYS = {
    "journal_mode": "delete",
    "cell_size_check": 1,
    "mmap_size": 0,
    "busy_timeout": 0,  # it waits by itself
}
READING = {**ALWAYS, "query_only": 1, "trusted_schema": 0}
WRITING = {**ALWAYS, "synchronous": 3, "foreign_keys": 1, "secure_delete": 1, "cache_spill": 0}


@pytest.mark.parametrize(
    ("door", "setting", "value"),
    [
        *((read, setting, value) for setting, value in READING.items()),
        *((write, setting, value) for setting, value in WRITING.items()),
    ],
)
def test_its_settings_are_in_force(db: Path, door: Door, setting: str, value: int | str) -> None:
    add(db)
    with door(db) as connection:
        assert connection.execute(f"PRAGMA {setting}").fetchone() == (value,)


@pytest.mark.parametrize(("settings", "stays"), [([], False), (["PRAGMA secure_delete=OFF"], True)])
def test_no_byte_of_what_is_deleted_stays(db: Path, settings: list[str], stays: bool) -> None:
    add(db)
    secret = "told in confidence"
    with closing(connect.for_writing(str(db))) as connection:
        for setting in settings:
            connection.execute(setting)
        connection.execute("CREATE TABLE told (text)")
        connection.execute("INSERT INTO told VALUES (?)", (secret * 1000,))
        connection.execute("INSERT INTO told VALUES (?)", (secret,))
        assert secret.encode() in db.read_bytes()
        connection.execute("DELETE FROM told")
    assert (secret.encode() in db.read_bytes()) is stays


def test_the_reading_door_cannot_write(db: Path) -> None:
    add(db)
    with (
        pytest.raises(FileTrouble, match="may not be written"),
        doors.reading(str(db), AT, derive) as connection,
    ):
        connection.execute("DELETE FROM change")
    assert names(db) == ["Grace Hopper"]


def test_reading_is_one_view_of_one_moment(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "patience", lambda: 0.01)
    add(db)
    with read(db) as connection:
        with pytest.raises(FileTrouble):
            add(db, "Ada Lovelace")
        assert connection.execute("SELECT count(*) FROM contact").fetchone() == (1,)


@pytest.mark.parametrize("name", ["a?b.db", "a#b.db", "a%20b.db", "a b.db", "ä&=.db", "mode=ro"])
def test_its_name_may_hold_any_character(home: Path, name: str) -> None:
    add(home / name)
    assert names(home / name) == ["Grace Hopper"]
    assert os.listdir(home) == [name]


def test_its_path_may_begin_with_two_slashes(home: Path) -> None:
    twice = f"/{home}/netlog.db"
    with doors.recording(twice, command="add", at=AT, judge=derive) as book:
        contacts.add(book, NewContact("Grace Hopper"))
    assert names(home / "netlog.db") == ["Grace Hopper"]


def test_a_link_to_a_file_is_followed(home: Path, db: Path) -> None:
    add(db)
    link = home / "link.db"
    link.symlink_to(db)
    add(link, "Ada Lovelace")
    assert names(link) == ["Ada Lovelace", "Grace Hopper"]
    assert link.is_symlink()


@both_doors
def test_a_file_that_others_may_read_is_made_private(db: Path, door: Door) -> None:
    add(db)
    db.chmod(0o644)
    with door(db):
        pass
    assert mode(db) == 0o600


# What is refused and left untouched


@both_doors
@pytest.mark.parametrize("size", [0, 1, 511])
def test_a_file_too_small_to_be_whole(db: Path, door: Door, size: int) -> None:
    add(db)
    os.truncate(db, size)
    db.chmod(0o644)
    assert refused(db, door).status == 7


@both_doors
def test_a_file_that_is_not_sqlite(home: Path, door: Door) -> None:
    path = home / "letter.txt"
    path.write_text("Dear Grace, " * 100)
    assert refused(path, door).status == 7


@both_doors
@pytest.mark.parametrize("mark", [0, 1196444487])
def test_another_programs_file(home: Path, door: Door, mark: int) -> None:
    another_programs(home / "other.db", f"PRAGMA application_id = {mark}")
    assert isinstance(refused(home / "other.db", door), DamagedFile)


@both_doors
def test_another_programs_file_in_wal_mode(home: Path, door: Door) -> None:
    """Opening that for writing would change its mode before anything could be looked at."""
    another_programs(home / "other.db", "PRAGMA journal_mode = WAL")
    assert isinstance(refused(home / "other.db", door), DamagedFile)


@both_doors
def test_a_newer_netlogs_file(db: Path, door: Door) -> None:
    add(db)
    connection = sqlite3.connect(db)
    connection.execute(f"PRAGMA user_version = {migrate.LATEST + 1}")
    connection.close()
    error = refused(db, door)
    assert isinstance(error, DamagedFile)
    assert error.advice == "Upgrade netlog to use it."


@both_doors
def test_a_file_with_a_second_name(db: Path, door: Door) -> None:
    add(db)
    os.link(db, db.with_name("copy.db"))
    assert "hard link" in refused(db, door).message


@both_doors
def test_a_folder(home: Path, door: Door) -> None:
    (home / "folder").mkdir()
    assert refused(home / "folder", door).status == 6


@both_doors
def test_a_pipe_and_without_waiting_for_it(home: Path, door: Door, child: Any) -> None:
    os.mkfifo(home / "pipe")

    def open_it() -> int:
        signal.alarm(10)  # kills a child that waits
        return refused(home / "pipe", door).status

    assert child(open_it) == 6


@both_doors
def test_a_link_to_nothing(home: Path, door: Door) -> None:
    (home / "link.db").symlink_to(home / "gone.db")
    assert "link to nothing" in refused(home / "link.db", door).message


@both_doors
def test_a_link_to_itself(home: Path, door: Door) -> None:
    (home / "link.db").symlink_to(home / "link.db")
    assert refused(home / "link.db", door).status == 6


@both_doors
def test_a_name_that_is_too_long(home: Path, door: Door) -> None:
    assert "too long" in refused(home / ("n" * 300), door).message


@both_doors
def test_a_file_that_may_not_be_read(db: Path, door: Door, child: Any, powerless: Any) -> None:
    add(db)
    before = tree(db.parent)
    db.chmod(0)

    def told() -> NetlogError:
        with pytest.raises(FileTrouble) as raised, door(db):
            pass
        return raised.value

    assert "permission denied" in child(powerless(told)).message
    db.chmod(0o600)
    assert tree(db.parent) == before


def test_a_file_that_may_not_be_written_can_still_be_read(
    db: Path, child: Any, powerless: Any
) -> None:
    add(db)
    db.chmod(0o400)
    db.parent.chmod(0o500)
    assert child(powerless(lambda: names(db))) == ["Grace Hopper"]
    with pytest.raises(FileTrouble, match="may not be written"):
        child(powerless(lambda: add(db)))
    db.parent.chmod(0o700)
