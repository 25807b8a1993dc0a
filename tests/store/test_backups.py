"""Backups: whole, private, checked, never overwritten, and not kept for ever."""

import errno
import hashlib
import os
import resource
import signal
import sqlite3
import stat
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.errors import DamagedFile, FileTrouble, WouldConflict
from netlog.records.contacts import NewContact
from netlog.rules.derived import derive
from netlog.store import doors, sums
from netlog.store.backups import DAILY, WEEKLY, back_up, back_up_to, kept
from netlog.store.writes import contacts

AT = "2026-11-23T12:00:00Z"


def add(path: Path, name: str, notes: str | None = None) -> None:
    with doors.recording(str(path), command="add", at=AT, judge=derive) as book:
        contacts.add(book, NewContact(name, notes=notes))


def names(path: Path) -> list[str]:
    with doors.reading(str(path), AT, derive) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM contact ORDER BY id")]


def save(path: Path, at: str = AT, reason: str = "before-import") -> Path:
    return Path(back_up(str(path), at, reason))


def folder_of(path: Path) -> Path:
    return path.parent / "backups" / path.name


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def book(db: Path) -> Path:
    """A file with one person in it."""
    add(db, "Grace Hopper")
    return db


# One backup


def test_what_a_killed_process_left_long_ago_is_swept_away(book: Path) -> None:
    save(book)
    for name, hours in ((".netlog-old.tmp", 2), (".netlog-young.tmp", 0), ("mine.tmp", 2)):
        path = folder_of(book) / name
        path.touch()
        then = path.stat().st_mtime - 3600 * hours
        os.utime(path, (then, then))
    save(book, reason="before-restore")
    left = {path.name for path in folder_of(book).iterdir() if path.name.endswith(".tmp")}
    assert left == {".netlog-young.tmp", "mine.tmp"}


def test_it_holds_every_row_of_every_table(book: Path) -> None:
    with closing(sqlite3.connect(book)) as one, closing(sqlite3.connect(save(book))) as two:
        # VACUUM writes indexes before triggers, whatever the order in which they were made.
        assert sorted(one.iterdump()) == sorted(two.iterdump())
    one.close()
    two.close()


def test_it_is_a_book_of_its_own(book: Path) -> None:
    copy = save(book)
    add(copy, "Ada Lovelace")
    assert names(copy) == ["Grace Hopper", "Ada Lovelace"]
    assert names(book) == ["Grace Hopper"]


def test_it_is_named_after_its_instant_and_its_reason(book: Path) -> None:
    copy = save(book, "2026-11-23T07:08:09Z", "before-import")
    assert copy == folder_of(book) / "20261123T070809Z-before-import.db"


@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_it_is_private_whatever_the_umask(book: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        copy = save(book)
    finally:
        os.umask(before)
    assert mode(copy) == 0o600
    assert mode(copy.with_name(f"{copy.name}.sha256")) == 0o600
    assert mode(copy.parent) == 0o700
    assert mode(copy.parent.parent) == 0o700


def test_its_digest_is_beside_it_as_sha256sum_writes_it(book: Path) -> None:
    copy = save(book)
    digest = hashlib.sha256(copy.read_bytes()).hexdigest()
    assert copy.with_name(f"{copy.name}.sha256").read_text() == f"{digest}  {copy.name}\n"


def test_nothing_else_is_left_beside_it(book: Path) -> None:
    copy = save(book)
    assert sorted(os.listdir(copy.parent)) == [copy.name, f"{copy.name}.sha256"]


def test_the_book_is_left_as_it_is(book: Path) -> None:
    before = book.read_bytes()
    save(book)
    assert book.read_bytes() == before


def test_a_second_one_in_the_same_second_overwrites_nothing(book: Path) -> None:
    first = save(book)
    add(book, "Ada Lovelace")
    second = save(book)
    assert names(first) == ["Grace Hopper"]
    assert names(second) == ["Grace Hopper", "Ada Lovelace"]
    assert sorted([second.name, first.name]) == [first.name, second.name]


def test_it_can_be_made_while_others_read(book: Path) -> None:
    with doors.reading(str(book), AT, derive):
        assert names(save(book)) == ["Grace Hopper"]


# One that cannot be made


def test_a_damaged_book_is_not_backed_up(book: Path) -> None:
    add(book, "Ada Lovelace", "n" * 50_000)
    os.truncate(book, book.stat().st_size - 4096)
    with pytest.raises(DamagedFile):
        save(book)
    assert os.listdir(folder_of(book)) == []


def test_a_full_disk_leaves_no_part_of_it(book: Path, child: Any) -> None:
    def save_on_a_small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
        save(book)

    with pytest.raises(FileTrouble, check=lambda error: not error.saved):
        child(save_on_a_small_disk)
    assert os.listdir(folder_of(book)) == []


def test_without_its_digest_it_does_not_stay(book: Path, monkeypatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sums.files, "temporary", full)
    with pytest.raises(FileTrouble):
        save(book)
    assert os.listdir(folder_of(book)) == []


def test_its_digest_is_there_before_it(book: Path, monkeypatch) -> None:
    beside: list[list[str]] = []

    def noted(source: str, target: str) -> None:
        beside.append([name for name in os.listdir(folder_of(book)) if not name.endswith(".tmp")])
        link(source, target)

    link = os.link
    monkeypatch.setattr(os, "link", noted)
    copy = save(book)
    assert beside == [[], [f"{copy.name}.sha256"]]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_whoever_is_killed_leaves_no_copy_alone_and_the_next_one_is_whole(
    book: Path, tmp_path: Path, child: Any, number: int
) -> None:
    copy = tmp_path / "Sicherung-ü.db"

    def die_at_that_step() -> None:
        def step(source: str, target: str) -> None:
            done.append(target)
            if len(done) == number:
                os.kill(os.getpid(), signal.SIGKILL)
            link(source, target)

        done: list[str] = []
        link, os.link = os.link, step
        back_up_to(str(book), str(copy))

    child(die_at_that_step)
    assert copy.exists() is (number == 3)
    assert number < 3 or sums.said(str(copy)) == sums.of(str(copy))
    copy.unlink(missing_ok=True)
    left = list(tmp_path.glob(".netlog-*"))
    for path in left:
        os.utime(path, (0, 0))
    assert back_up_to(str(book), str(copy)) == str(copy)
    assert copy.with_name("Sicherung-ü.db.sha256").read_bytes() == (
        f"{hashlib.sha256(copy.read_bytes()).hexdigest()}  Sicherung-ü.db\n".encode()
    )
    assert list(tmp_path.glob(".netlog-*")) == []


def test_a_digest_of_something_else_is_never_overwritten(book: Path, tmp_path: Path) -> None:
    copy = tmp_path / "people.db"
    for said in (f"{'0' * 64}  other.db\n", f"{'0' * 64}  people.db\nmore\n", "mine"):
        copy.with_name("people.db.sha256").write_text(said)
        with pytest.raises(WouldConflict):
            back_up_to(str(book), str(copy))
        assert copy.with_name("people.db.sha256").read_text() == said
    assert not copy.exists()


def test_a_digest_whose_backup_was_killed_goes_with_a_later_one(book: Path) -> None:
    left = folder_of(book) / "20261123T120000Z-before-import.db.sha256"
    left.parent.mkdir(parents=True)
    left.write_text("")
    assert save(book).name == "20261123T120000Z-before-import_2.db"
    assert left.exists()  # it may belong to a process under way
    os.utime(left, (0, 0))
    save(book, "2026-11-24T12:00:00Z")
    assert not left.exists()


def test_where_no_folder_can_be_made_it_says_so(book: Path) -> None:
    (book.parent / "backups").write_text("no folder")
    with pytest.raises(FileTrouble) as raised:
        save(book)
    assert raised.value.status == 6


# Which stay


def save_weekly(path: Path) -> None:
    """Make more backups than stay."""
    for week in range(DAILY + 2):
        save(path, f"{date(2026, 8, 3) + timedelta(weeks=week)}T12:00:00Z")


def day_of(name: str) -> date:
    return date.fromisoformat(name[:8])


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
instants = st.builds("{:%Y%m%d}T{:02}0000Z-x.db".format, days, st.integers(0, 23))
backups = st.lists(instants, unique=True, max_size=60).map(lambda names: sorted(names)[::-1])


@given(backups)
def test_the_newest_of_each_of_the_last_seven_days_with_one_stay(found: list[str]) -> None:
    last = sorted({day_of(name) for name in found})[-DAILY:]
    newest = {max(name for name in found if day_of(name) == day) for day in last}
    assert newest <= set(kept(found))


@given(backups)
def test_the_newest_of_each_of_the_last_four_weeks_with_one_stay(found: list[str]) -> None:
    def week(name: str) -> date:
        return day_of(name) - timedelta(days=day_of(name).weekday())

    last = sorted({week(name) for name in found})[-WEEKLY:]
    newest = {max(name for name in found if week(name) == monday) for monday in last}
    assert newest <= set(kept(found))


@given(backups)
def test_no_more_than_those_stay(found: list[str]) -> None:
    stay = kept(found)
    assert len(stay) <= DAILY + WEEKLY
    assert [name for name in found if name in stay] == stay
    assert len({day_of(name) for name in stay}) == len(stay)


@given(backups)
def test_those_that_stay_would_stay_again(found: list[str]) -> None:
    assert kept(kept(found)) == kept(found)


def test_the_others_go_with_their_digests(book: Path) -> None:
    for day in range(1, 24):
        save(book, f"2026-11-{day:02}T12:00:00Z")
    stay = [8, 15, 17, 18, 19, 20, 21, 22, 23]
    names = [f"202611{day:02}T120000Z-before-import.db" for day in stay]
    digests = [f"{name}.sha256" for name in names]
    assert sorted(os.listdir(folder_of(book))) == sorted(names + digests)


def test_those_of_one_day_all_stay_until_another_day_has_one(book: Path) -> None:
    first, second = (save(book, f"2026-11-23T{hour}:00:00Z") for hour in (10, 11))
    assert first.exists()
    third = save(book, "2026-11-24T10:00:00Z")
    assert [copy.exists() for copy in (first, second, third)] == [False, True, True]


def test_the_one_just_made_stays_though_the_clock_went_back(book: Path) -> None:
    save_weekly(book)
    assert names(save(book, "2020-01-01T12:00:00Z")) == ["Grace Hopper"]


def test_files_of_others_in_the_folder_are_left_alone(book: Path) -> None:
    folder_of(book).mkdir(parents=True)
    for name in ("my-own.db", "notes.txt", "2026-old.db"):
        (folder_of(book) / name).write_text("mine")
    save_weekly(book)
    assert {"my-own.db", "notes.txt", "2026-old.db"} <= set(os.listdir(folder_of(book)))


def test_several_processes_may_make_them_at_once(book: Path, children: Any) -> None:
    save_weekly(book)
    copies = children([lambda: save(book, "2026-11-23T12:00:00Z")] * 4)
    assert len(set(copies)) == 4
    assert all(copy.exists() for copy in copies)


def test_those_of_another_book_in_the_same_folder_are_left_alone(book: Path) -> None:
    other = book.with_name("other.db")
    add(other, "Somebody else")
    theirs = save(other, "2020-01-01T12:00:00Z")
    save_weekly(book)
    assert names(theirs) == ["Somebody else"]
