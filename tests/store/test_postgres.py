"""A book on a PostgreSQL server: its doors, who waits for whom, and what is told of failures."""

import builtins
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from tests.postgres import programs, server

from netlog.errors import DamagedFile, FileTrouble, UsageMistake
from netlog.records.contacts import NewContact
from netlog.records.meetings import NewMeeting
from netlog.records.people import PeopleFilter
from netlog.records.search import SearchFilter, Term
from netlog.rules.derived import derive
from netlog.store import connect, doors, migrate
from netlog.store.postgres import address, transactions
from netlog.store.reads import contacts, history
from netlog.store.reads.search import search
from netlog.store.tables.contacts import ContactRow
from netlog.store.writes import contacts as writes
from netlog.store.writes import derived, meetings, searchable
from netlog.store.writes import history as taking_back
from netlog.store.writes.rows import rows_where

AT = "2026-11-23T12:00:00Z"
DAY = date(2026, 11, 20)
NUMBERS = count(1)


@pytest.fixture(scope="module")
def socket() -> Iterator[str]:
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed: no book on a server was tried")
    with server(found) as folder:
        yield folder


def asked(socket: str, sql: str, database: str = "postgres") -> list[Any]:
    with closing(psycopg2.connect(host=socket, user="postgres", dbname=database)) as keeper:
        keeper.autocommit = True
        cursor = keeper.cursor()
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def place(socket: str) -> str:
    """The address of a database in which no book is yet."""
    name = f"book_{next(NUMBERS)}"
    asked(socket, f"CREATE DATABASE {name}")
    return f"postgresql://postgres@/{name}?host={socket}"


def recording(place: str, command: str = "test") -> Any:
    return doors.recording(place, command=command, at=AT, judge=derive)


def add(place: str, name: str) -> int:
    with recording(place, "add") as book:
        return writes.add(book, NewContact(name))


def number(place: str) -> int:
    with doors.reading(place, AT, derive) as book:
        return contacts.number(book, PeopleFilter(archived=True))


def test_where_no_book_is_an_empty_one_is_read_and_none_made(socket: str, place: str) -> None:
    assert number(place) == 0
    name = place.rpartition("/")[0] and place.split("/")[3].partition("?")[0]
    assert asked(socket, "SELECT to_regclass('netlog_book')", name) == [(None,)]


def test_what_is_written_is_read_found_and_taken_back(place: str) -> None:
    grace = add(place, "Grace Hopper")
    with recording(place, "log") as book:
        meetings.log(book, NewMeeting(DAY, "coffee", (grace,), text="the compiler"))
    terms = [Term(("compil",), begins=True)]
    with doors.reading(place, AT, derive) as view:
        hits = search(view, terms, SearchFilter(("meetings",)), 5)
        assert [hit.contacts[0].name for hit in hits] == ["Grace Hopper"]
        last = next(history.batches(view))
        assert next(change.table for change in history.changes(view, last)) == "meeting"
    with recording(place, "undo") as book:
        assert taking_back.take_back(book, last) is None
    with doors.reading(place, AT, derive) as view:
        assert search(view, terms, SearchFilter(("meetings",)), 5) == []


def test_no_id_is_given_twice_and_a_rehearsal_takes_none(place: str) -> None:
    assert add(place, "Ada") == 1
    with doors.rehearsing(place, command="add", at=AT, judge=derive) as book:
        assert writes.add(book, NewContact("Nobody")) == 2
    assert add(place, "Grace") == 2


def test_writers_at_once_lose_nothing(
    place: str, children: Callable[[list[Callable[[], Any]]], list[Any]]
) -> None:
    add(place, "Ada")
    ids = children([partial(add, place, f"P{nth}") for nth in range(6)])
    assert sorted(ids) == [2, 3, 4, 5, 6, 7]
    assert number(place) == 7


def test_whoever_writes_for_long_is_not_waited_for_for_ever(
    socket: str, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(place, "Ada")
    said: list[None] = []
    monkeypatch.setattr(connect, "patience", lambda: 0.2)
    monkeypatch.setattr(connect, "TOLD_AFTER_SECONDS", 0.1)
    monkeypatch.setattr(connect, "waiting", lambda: said.append(None))
    with recording(place), pytest.raises(FileTrouble, match=r"^Another person is writing") as found:
        add(place, "Grace")
    assert (found.value.status, found.value.saved, len(said)) == (6, False, 1)
    assert number(place) == 1


def cut_off(socket: str, place: str, before: str | None) -> None:
    """Write, and lose the connection: by that statement before the commit, else just after it."""
    with recording(place) as book:
        writes.add(book, NewContact("Grace"))
        commit = book.session.commit

        def lost() -> None:
            if before:
                asked(socket, before)
            commit()
            raise psycopg2.OperationalError("server closed the connection unexpectedly")

        book.session.commit = lost


@pytest.mark.parametrize("before", [True, False])
def test_a_connection_that_is_lost_in_the_commit_is_told_as_it_is(
    socket: str, place: str, before: bool
) -> None:
    """Whether it is in the book is asked of the server: it alone can tell."""
    add(place, "Ada")
    name = place.split("/")[3].partition("?")[0]
    lose = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    act = partial(cut_off, socket, place, lose if before else None)
    with pytest.raises(FileTrouble) as found:
        act()
    assert found.value.saved is (not before)
    assert number(place) == (1 if before else 2)


@pytest.mark.parametrize("act", [number, partial(add, name="Grace")])
def test_an_older_book_is_upgraded_with_what_follows(
    socket: str, place: str, act: Callable[[str], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    name = place.split("/")[3].partition("?")[0]
    first, script = migrate.steps(transactions.FOLDER)[0]
    asked(socket, (Path(transactions.FOLDER) / script).read_text("utf-8"), name)
    asked(socket, f"UPDATE netlog_book SET version = {first}", name)
    asked(socket, "INSERT INTO contact (uid, name, city, created_at, updated_at) "
          f"VALUES ('u', 'Ada', 'Oslo', '{AT}', '{AT}')", name)  # fmt: skip
    monkeypatch.setattr(derived, "SINCE", migrate.LATEST)
    monkeypatch.setitem(searchable.SINCE, "contact", migrate.LATEST)
    act(place)
    (found,) = asked(
        socket, "SELECT name_key, search_text, lexemes FROM contact WHERE id = 1", name
    )
    assert found == ("\n ada\n", "oslo", "'\x01':5A 'ada':3A 'oslo':6")
    assert asked(socket, "SELECT version FROM netlog_book", name) == [(migrate.LATEST,)]


def test_a_newer_book_is_left_alone(socket: str, place: str) -> None:
    add(place, "Ada")
    name = place.split("/")[3].partition("?")[0]
    asked(socket, f"UPDATE netlog_book SET version = {migrate.LATEST + 1}", name)
    for act in (partial(number, place), partial(add, place, "Grace")):
        with pytest.raises(DamagedFile, match="newer netlog"):
            act()


def test_a_server_that_is_not_there_is_said_without_the_password() -> None:
    plain = address.known("postgresql://ann:s3cret@localhost:1/office?connect_timeout=1")
    assert plain == "postgresql://ann@localhost:1/office?connect_timeout=1"
    assert address.password_of(plain) == "s3cret"
    with pytest.raises(FileTrouble) as found:
        number(plain)
    assert str(found.value.message) == "The server of office on localhost:1 cannot be reached."


def test_a_database_that_is_not_there_is_said(socket: str) -> None:
    with pytest.raises(FileTrouble, match=r"^There is no database nowhere"):
        number(f"postgresql://postgres@/nowhere?host={socket}")


def test_who_is_not_let_in_is_told(socket: str) -> None:
    with pytest.raises(FileTrouble, match="does not let you in"):
        number(f"postgresql://stranger@/postgres?host={socket}")


def test_what_a_statement_is_told_is_what_sqlite_has(place: str) -> None:
    add(place, "Ada")
    with doors.reading(place, AT, derive) as book:
        row = book.execute("SELECT 1 = 1, sum(id), avg(id), NULL, :yes FROM contact", {"yes": True})
        assert [repr(one) for one in row.fetchone()] == ["1", "1", "1.0", "None", "1"]
        (pack,) = book.execute("SELECT images FROM pack").fetchone()
        assert type(pack) is bytes


def test_many_rows_that_change_at_once_are_all_counted(place: str) -> None:
    ids = [add(place, name) for name in ("Ada", "Grace", "Joan")]
    with recording(place, "edit") as book:
        for row in rows_where(book, ContactRow, "id", ids):
            row.city = "Oslo"
    with doors.reading(place, AT, derive) as view:
        assert {one.city for one in contacts.stored(view, ids)} == {"Oslo"}


def test_without_the_driver_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def none(name: str, *rest: Any, **named: Any) -> Any:
        if name.startswith("psycopg2"):
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", none)
    with pytest.raises(UsageMistake, match=r"pip install 'netlog-cli\[postgres\]'"):
        address.driver()


def test_its_lock_is_asked_for_before_anything_is_read(place: str) -> None:
    add(place, "Ada")
    told: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connect, "trace", told.append)
        with recording(place) as book:
            writes.add(book, NewContact("Grace"))
    whole = "\n".join(told)
    assert -1 < whole.find(transactions.LOCK) < whole.find("netlog_book")


def test_what_was_dumped_is_restored_whole(socket: str, place: str, tmp_path: Path) -> None:
    """With nothing looked up in any schema, as pg_restore does."""
    with recording(place, "add") as book:
        writes.add(book, NewContact("Grace Hopper", notes="the compiler"))
    name, copy = place.split("/")[3].partition("?")[0], f"book_{next(NUMBERS)}"
    asked(socket, f"CREATE DATABASE {copy}")
    bin_, dump = programs(), str(tmp_path / "dump")
    assert bin_
    who = ("-h", socket, "-U", "postgres")
    subprocess.run([bin_ / "pg_dump", *who, "-Fc", "-f", dump, name], check=True)
    subprocess.run([bin_ / "pg_restore", *who, "-e", "-d", copy, dump], check=True)
    with doors.reading(place.replace(name, copy), AT, derive) as view:
        hits = search(view, [Term(("compil",), begins=True)], SearchFilter(("contacts",)), 5)
        assert len(hits) == 1
