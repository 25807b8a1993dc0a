"""netlog backup: a copy of the book that one can trust, and the list of them."""

import hashlib
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.of_file("it is copied")

AMONG_BACKUPS = "backups/netlog.db"


@pytest.fixture
def book(netlog, db: Path) -> Path:
    netlog("add", "Grace Hopper")
    return db


def backups(book: Path) -> list[Path]:
    return sorted((book.parent / "backups" / book.name).glob("*.db"))


def test_it_is_made_beside_the_book_and_says_where(netlog, book: Path) -> None:
    done = netlog("backup")
    [copy] = backups(book)
    assert copy.name == "20261123T120000Z-by-hand.db"
    assert done.out.startswith("Backed up 1 person (")
    assert done.out.endswith(f" to {copy}.\n")


def test_it_is_made_where_one_says(netlog, book: Path, tmp_path: Path) -> None:
    copy = tmp_path / "stick" / "people.db"
    copy.parent.mkdir()
    assert netlog("backup", str(copy)).status == 0
    assert netlog("list", "--db", str(copy)).out.startswith("c1  Grace Hopper")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    digest = hashlib.sha256(copy.read_bytes()).hexdigest()
    assert copy.with_name("people.db.sha256").read_text() == f"{digest}  people.db\n"


@pytest.mark.parametrize("name", ["people.db", "people.db.sha256"])
def test_it_never_overwrites(netlog, book: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    refused = netlog("backup", str(tmp_path / "people.db"))
    assert refused.status == 5
    assert f"{name} is there already" in refused.err
    assert (tmp_path / name).read_text() == "mine"
    assert not list(tmp_path.glob(".netlog-*"))


def test_it_is_never_the_book_itself(netlog, book: Path) -> None:
    before = book.read_bytes()
    assert netlog("backup", str(book)).status == 1
    assert book.read_bytes() == before


def test_a_folder_that_is_not_there_is_told(netlog, book: Path, tmp_path: Path) -> None:
    refused = netlog("backup", str(tmp_path / "gone" / "people.db"))
    assert refused.status == 6
    assert "There is no folder" in refused.err


def test_without_a_book_there_is_nothing_to_back_up(netlog, db: Path) -> None:
    refused = netlog("backup")
    assert refused.status == 1
    assert refused.err == f"netlog: There is no book at {db} yet.\n"
    assert not db.exists()


def test_a_damaged_book_is_not_backed_up(netlog, book: Path) -> None:
    book.write_bytes(book.read_bytes()[:8192] + b"\0" * 8192)
    assert netlog("backup").status == 7
    assert backups(book) == []


def test_the_list_has_the_newest_first(netlog, book: Path, monkeypatch) -> None:
    netlog("backup")
    netlog("add", "Ada Lovelace")
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-24")
    netlog("backup")
    newest, oldest = netlog("backup", "--list", "--json").json
    assert (newest["at"], newest["people"]) == ("2026-11-24T12:00:00Z", 2)
    assert (oldest["at"], oldest["people"]) == ("2026-11-23T12:00:00Z", 1)
    assert oldest["reason"] == "by-hand"
    assert oldest["sha256"] == hashlib.sha256(Path(oldest["path"]).read_bytes()).hexdigest()
    assert oldest["size"] == os.path.getsize(oldest["path"])


def test_of_those_of_one_second_the_last_is_the_newest(netlog, book: Path) -> None:
    netlog("backup")
    netlog("add", "Ada Lovelace")
    netlog("backup")
    assert [b["people"] for b in netlog("backup", "--list", "--json").json] == [2, 1]


def test_the_list_of_none_says_how_to_make_one(netlog, book: Path) -> None:
    assert netlog("backup", "--list").err == "There are no backups yet. Make one: netlog backup\n"
    assert netlog("backup", "--list", "--json").json == []


def test_one_that_cannot_be_read_is_listed_as_such(netlog, book: Path) -> None:
    netlog("backup")
    [copy] = backups(book)
    copy.write_bytes(b"\0" * 4096)
    assert "unreadable" in netlog("backup", "--list").out
    assert netlog("backup", "--list", "--json").json[0]["people"] is None


def _altered(*statements: str) -> Callable[[Path], None]:
    def alter(copy: Path) -> None:
        with closing(sqlite3.connect(copy)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return alter


def _written(content: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return lambda copy: copy.write_bytes(content(copy.read_bytes())) and None


@pytest.mark.parametrize(
    ("spoil", "seal", "state", "said"),
    [
        (_written(bytes), True, "whole", ""),
        (_written(bytes), False, "unsealed", "no SHA-256"),
        (_written(lambda b: b[:-1] + bytes([b[-1] ^ 1])), None, "changed", "not as written"),
        (_written(lambda b: b[:9000]), False, "damaged", "damaged"),
        (_written(lambda b: b"text" * 300), True, "foreign", "not netlog's"),
        (_altered("CREATE TABLE stranger (a)"), True, "foreign", "not netlog's"),
        (_altered("PRAGMA user_version = 9999"), True, "newer", "of a newer netlog"),
    ],
)
def test_the_list_marks_those_that_restore_refuses(
    netlog, book: Path, spoil: Callable[[Path], None], seal: bool | None, state: str, said: str
) -> None:
    netlog("backup")
    [copy] = backups(book)
    spoil(copy)
    digest = Path(f"{copy}.sha256")
    if seal is False:
        digest.unlink()
    elif seal:
        digest.write_text(f"{hashlib.sha256(copy.read_bytes()).hexdigest()}  {copy.name}\n")
    assert [one["state"] for one in netlog("backup", "--list", "--json").json] == [state]
    assert said in netlog("backup", "--list").out
    assert netlog("doctor").status == (state != "whole")
    is_taken = state in ("whole", "unsealed")
    assert netlog("restore", "latest", "--yes").status == (0 if is_taken else 7)


def test_a_pipe_among_the_backups_is_not_waited_for(netlog, book: Path) -> None:
    netlog("backup")
    [copy] = backups(book)
    copy.unlink()
    os.mkfifo(copy)
    assert netlog("backup", "--list", "--json").json[0]["state"] == "foreign"


def test_one_by_hand_stays_whatever_netlog_backs_up_itself(
    netlog, book: Path, monkeypatch, tmp_path: Path
) -> None:
    netlog("backup")
    [mine] = backups(book)
    source = tmp_path / "people.csv"
    for day in range(1, 29):
        monkeypatch.setenv("NETLOG_TODAY", f"2027-02-{day:02}")
        source.write_text(f"name\nPerson {day}\n")
        netlog("import", str(source))
    assert mine in backups(book)
    assert len(backups(book)) < 28


def test_the_list_takes_no_file(netlog, book: Path) -> None:
    assert netlog("backup", "--list", "x.db").status == 2
