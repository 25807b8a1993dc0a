"""The recording door: one transaction, all or nothing, and honest about what became of it."""

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from netlog.errors import FileTrouble, NetlogError, Refused, WouldConflict
from netlog.records.contacts import NewContact
from netlog.rules.derived import derive
from netlog.store import connect, digests, doors
from netlog.store.tables.belongings import ContactTag
from netlog.store.tables.contacts import ContactRow
from netlog.store.writes import contacts

AT = "2026-11-23T12:00:00Z"
SECRET = "she told me in confidence"


def rows(path: Path, sql: str = "SELECT name FROM contact ORDER BY id") -> list[Any]:
    with doors.reading(str(path), AT, derive) as connection:
        return [value for (value,) in connection.execute(sql)]


@pytest.fixture
def book(db: Path, recording: Any, seeded: Callable[[Callable[[], Any]], None]) -> Path:
    """A file with one person in it."""

    def fill() -> None:
        with recording() as book:
            contacts.add(book, NewContact("Grace Hopper"))

    seeded(fill)
    return db


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "patience", lambda: 0.01)


@pytest.fixture
def other(book: Path) -> Iterator[sqlite3.Connection]:
    """Another program on the same file, which does not wait."""
    connection = sqlite3.connect(book, timeout=0, isolation_level=None)
    yield connection
    connection.close()


def change_and_raise(recording: Any, error: BaseException) -> None:
    with recording() as opened:
        contacts.add(opened, NewContact("Ada Lovelace"))
        contacts.set_cadence(opened, 1, 7)
        raise error


# Its turn


def test_who_waits_looks_as_often_as_who_has_just_come(
    other: sqlite3.Connection, recording: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.execute("BEGIN IMMEDIATE")
    paused: list[float] = []

    def pause(seconds: float) -> None:
        paused.append(seconds)
        if len(paused) == 200:
            other.execute("ROLLBACK")

    monkeypatch.setattr("time.sleep", pause)
    with recording() as book:
        contacts.add(book, NewContact("Ada Lovelace"))
    assert len(paused) == 200
    assert max(paused) <= connect.PAUSE_SECONDS[1]


def test_waiting_is_told_once_when_it_takes_a_while(
    other: sqlite3.Connection, recording: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.execute("BEGIN IMMEDIATE")
    told: list[float] = []
    clock = iter(range(1000))

    def pause(_: float) -> None:
        if next(clock) >= 50 and other.in_transaction:
            other.execute("ROLLBACK")

    monkeypatch.setattr("time.sleep", pause)
    monkeypatch.setattr("time.monotonic", lambda: next(clock) / 10)
    monkeypatch.setattr(connect, "waiting", lambda: told.append(next(clock) / 10))
    with recording() as book:
        contacts.add(book, NewContact("Ada Lovelace"))
    assert len(told) == 1
    assert told[0] > connect.TOLD_AFTER_SECONDS


@pytest.mark.skipif(not os.path.exists("/proc/locks"), reason="only Linux tells who holds a lock")
def test_who_is_waited_for_in_vain_is_named(book: Path, recording: Any, impatient: None) -> None:
    hold = (
        "import sqlite3, sys; book = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "book.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(book)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(FileTrouble) as refused, recording() as opened:
            contacts.add(opened, NewContact("Ada Lovelace"))
        holder.communicate("")
    assert f"(process {holder.pid}) is busy with the file" in refused.value.message


# One transaction


def test_it_is_one_immediate_transaction(
    book: Path, recording: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    really = connect.for_writing

    def traced(path: str, **how: bool) -> sqlite3.Connection:
        connection = really(path, **how)
        connection.set_trace_callback(said.append)
        return connection

    monkeypatch.setattr(connect, "for_writing", traced)
    with recording() as opened:
        ada = contacts.add(opened, NewContact("Ada Lovelace", tags=("chess",)))
        contacts.set_cadence(opened, ada, 7)
        contacts.set_cadence(opened, 1, 7)
    statements = [words for words in said if not words.startswith("PRAGMA")]
    assert (statements[0], statements[-1]) == ("BEGIN IMMEDIATE", "COMMIT")
    # A line that begins with -- is what a trigger does.
    first = {words.split()[0] for words in statements[1:-1]}
    assert first - {"--"} == {"SELECT", "INSERT", "UPDATE"}


def test_nobody_else_can_write_while_it_is_open(recording: Any, other: sqlite3.Connection) -> None:
    with recording(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")


def test_others_read_what_was_there_until_it_is_done(
    recording: Any, other: sqlite3.Connection
) -> None:
    with recording() as opened:
        contacts.add(opened, NewContact("Ada Lovelace"))
        assert other.execute("SELECT count(*) FROM contact").fetchall() == [(1,)]
    assert other.execute("SELECT count(*) FROM contact").fetchall() == [(2,)]


def test_what_it_wrote_can_be_read_inside_it(recording: Any) -> None:
    with recording() as opened:
        ada = contacts.add(opened, NewContact("Ada Lovelace"))
        found = opened.connection.execute("SELECT name FROM contact WHERE id = ?", (ada,))
        assert found.fetchall() == [("Ada Lovelace",)]


@pytest.mark.parametrize("error", [Refused("No."), ValueError(), KeyboardInterrupt()])
def test_whatever_is_raised_inside_nothing_is_changed(
    book: Path, recording: Any, error: BaseException
) -> None:
    before = book.read_bytes()
    with pytest.raises(type(error)):
        change_and_raise(recording, error)
    assert book.read_bytes() == before


def test_a_failed_one_lets_go_of_the_file(recording: Any, other: sqlite3.Connection) -> None:
    with pytest.raises(Refused), recording():
        raise Refused("No.")
    other.execute("BEGIN EXCLUSIVE")


# A busy file


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_file_that_stays_busy_is_told_as_another_programs_doing(
    recording: Any, other: sqlite3.Connection, lock: str
) -> None:
    other.execute(f"BEGIN {lock}")
    with pytest.raises(FileTrouble, match="Another program is busy") as raised, recording():
        pass
    assert raised.value.status == 6
    assert raised.value.saved is False


@pytest.mark.usefixtures("impatient")
def test_a_reader_that_never_ends_is_told_so_too_and_nothing_was_saved(
    book: Path, recording: Any, other: sqlite3.Connection
) -> None:
    other.execute("BEGIN")
    other.execute("SELECT * FROM contact").fetchall()
    with (
        pytest.raises(FileTrouble, match="Another program is busy") as raised,
        recording() as opened,
    ):
        contacts.add(opened, NewContact("Ada Lovelace"))
    assert raised.value.saved is False
    other.execute("COMMIT")
    assert rows(book) == ["Grace Hopper"]


@pytest.mark.usefixtures("impatient")
def test_a_book_nobody_may_read_now_is_busy_as_well(other: sqlite3.Connection, book: Path) -> None:
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(FileTrouble, match="Another program is busy"):
        rows(book)


# A commit that fails


def failing(act: Callable[[], Any]) -> NetlogError:
    with pytest.raises(FileTrouble) as raised:
        act()
    return raised.value


def test_a_full_disk_saves_nothing(book: Path, recording: Any) -> None:
    def fill() -> None:
        with recording() as opened:
            opened.connection.execute("PRAGMA max_page_count = 1")
            contacts.add(opened, NewContact("Ada Lovelace", notes="n" * 100_000))

    error = failing(fill)
    assert error.saved is False
    assert "disk is full" in error.message
    assert rows(book) == ["Grace Hopper"]


def test_a_commit_that_sqlite_refuses_saves_nothing(book: Path, recording: Any) -> None:
    def leave_a_tag_to_nobody() -> None:
        with recording() as opened:
            opened.connection.execute("PRAGMA defer_foreign_keys = ON")
            opened.session.add(ContactTag(contact_id=99, tag="nobody"))

    with pytest.raises(WouldConflict) as raised:
        leave_a_tag_to_nobody()
    assert raised.value.saved is False
    assert rows(book, "SELECT tag FROM contact_tag") == []


def no_writes_past(size: int) -> None:
    """Let the disk end there, for this process."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_disk_that_fails_in_the_commit_saves_nothing(
    book: Path, recording: Any, child: Any
) -> None:
    def grow_past_the_end() -> None:
        with recording() as opened:
            contacts.add(opened, NewContact("Ada Lovelace", notes="n" * 100_000))
            no_writes_past(book.stat().st_size)

    error = failing(lambda: child(grow_past_the_end))
    assert error.saved is False
    assert "The disk reported an error" in error.message
    assert rows(book) == ["Grace Hopper"]


def test_a_disk_that_cannot_even_take_it_back_leaves_it_unknown(
    book: Path, recording: Any, child: Any
) -> None:
    """The journal can be written, the file cannot: neither the change nor its rollback."""

    def write_late_pages() -> None:
        with recording() as opened:
            contacts.add(opened, NewContact("Ada Lovelace"))
            no_writes_past(book.stat().st_size // 4)

    error = failing(lambda: child(write_late_pages))
    assert error.saved == "unknown"
    assert rows(book) == ["Grace Hopper"]


class BadDisk(sqlite3.Connection):
    """Commits, and then reports that the folder could not be synced."""

    def commit(self) -> None:
        super().commit()
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorname = "SQLITE_IOERR_DIR_FSYNC"
        raise error


def test_a_commit_that_took_hold_and_then_failed_is_unknown(
    book: Path, recording: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write() -> None:
        with recording() as opened:
            contacts.add(opened, NewContact("Ada Lovelace"))

    connection = BadDisk(book, isolation_level=None)
    digests.know(connection)
    really = connect.for_writing
    opening = iter([lambda _, **how: connection, really])
    monkeypatch.setattr(connect, "for_writing", lambda path, **how: next(opening)(path, **how))
    assert failing(write).saved == "unknown"
    assert rows(book) == ["Grace Hopper", "Ada Lovelace"]


def all_told(error: BaseException | None) -> Iterator[str]:
    """The error's words and those of all that led to it, shown or not."""
    while error:
        yield str(error)
        error = error.__context__


@pytest.mark.parametrize(
    "fault",
    [
        lambda book: book.session.add(
            ContactRow(uid=SECRET, name="", notes=SECRET, created_at=AT, updated_at=AT)
        ),
        lambda book: book.session.add(ContactTag(contact_id=1, tag=SECRET, id=SECRET)),
        lambda book: book.session.add_all(
            [ContactTag(contact_id=1, tag=SECRET), ContactTag(contact_id=1, tag=SECRET)]
        ),
        lambda book: book.connection.execute(f"SELECT '{SECRET}' FROM nowhere"),
    ],
)
def test_an_error_never_tells_what_was_stored(recording: Any, fault: Callable[[Any], Any]) -> None:
    def write() -> None:
        with recording() as opened:
            contacts.add(opened, NewContact("Grace Hopper", notes=SECRET))
            fault(opened)

    with pytest.raises(NetlogError) as raised:
        write()
    assert not raised.value.saved
    assert not any(SECRET in told for told in all_told(raised.value))


@pytest.mark.usefixtures("book")
def test_after_a_failure_the_next_one_works(db: Path, recording: Any) -> None:
    with pytest.raises(WouldConflict), recording() as opened:
        opened.session.add(ContactTag(contact_id=99, tag="nobody"))
    with recording() as opened:
        contacts.add(opened, NewContact("Ada Lovelace"))
    assert rows(db) == ["Grace Hopper", "Ada Lovelace"]


# Ids


def remove_contact(book: Any, contact_id: int) -> None:
    book.session.delete(book.session.get(ContactRow, contact_id))
    book.session.flush()


def test_an_id_is_never_given_again(book: Path, recording: Any) -> None:
    with recording() as opened:
        ada = contacts.add(opened, NewContact("Ada Lovelace"))
    with recording() as opened:
        remove_contact(opened, ada)
    with recording() as opened:
        assert contacts.add(opened, NewContact("Somebody else")) == ada + 1


def test_nor_in_the_command_that_removed_its_row(book: Path, recording: Any) -> None:
    with recording() as opened:
        remove_contact(opened, 1)
        assert contacts.add(opened, NewContact("Somebody else")) == 2


def test_an_id_in_use_is_free_for_nobody_though_the_journal_is_gone(
    recording: Any, other: sqlite3.Connection
) -> None:
    other.execute("DELETE FROM change")
    with recording() as opened:
        assert contacts.add(opened, NewContact("Somebody else")) == 2


def test_ids_of_one_command_are_consecutive(recording: Any) -> None:
    with recording() as opened:
        assert [contacts.add(opened, NewContact(name)) for name in "ABC"] == [1, 2, 3]


def test_a_command_that_failed_used_up_no_id(book: Path, recording: Any) -> None:
    with pytest.raises(Refused):
        change_and_raise(recording, Refused("No."))
    with recording() as opened:
        assert contacts.add(opened, NewContact("Ada Lovelace")) == 2
