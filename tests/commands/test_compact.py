"""netlog compact: the room that the journal of long ago takes, given back; every record stays."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.of_file("it is written anew")


@pytest.fixture
def book(netlog, db: Path, seeded, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two years ago Grace and her double were added, changed and merged; today she was tagged."""

    def fill() -> None:
        with monkeypatch.context() as then:
            then.setenv("NETLOG_TODAY", "2024-11-20")
            netlog("add", "Grace Hopper", "--email", "g@x.org", "--city", "Arlington")
            netlog("add", "Amazing Grace", "--email", "ag@x.org")
            netlog("log", "c1", "coffee", "--", "compilers")
            netlog("edit", "c1", "--city", "New York")
            netlog("merge", "c1", "c2", "--yes")
            netlog("edit", "c1", "--city", "Washington")
        netlog("tag", "c1", "+navy")

    seeded(fill)
    return db


KEEP_NONE = ("--keep", "0")


def listed(netlog) -> list[str]:
    return [command["command"] for command in netlog("history", "--json").json]


def test_every_record_stays_and_the_book_is_healthy(netlog, book: Path) -> None:
    views = [("show", "c1", "--json"), ("list", "--json"), ("due", "--all", "--json")]
    before = [netlog(*view).out for view in views]
    assert netlog("compact", *KEEP_NONE, "--yes").status == 0
    assert [netlog(*view).out for view in views] == before
    assert netlog("doctor").status == 0


def test_it_says_what_can_no_longer_be_taken_back_and_keeps_a_backup(netlog, book: Path) -> None:
    done = netlog("compact", *KEEP_NONE, "--yes")
    assert done.out.startswith("6 commands from before 23 Nov 2025 can no longer be taken back.")
    assert "before-compact.db" in done.err
    [copy] = netlog("backup", "--list", "--json").json
    assert copy["reason"] == "before-compact"
    assert netlog("--db", copy["path"], "history", "--json").json[-1]["command"] == "add"


def test_what_is_younger_can_still_be_taken_back_and_no_more(netlog, book: Path) -> None:
    netlog("compact", *KEEP_NONE, "--yes")
    assert listed(netlog) == ["tag", "compact", "merge", "log", "add"]
    assert netlog("undo").status == 0
    refused = netlog("undo")
    assert refused.status == 1
    assert refused.err == (
        "netlog: There is nothing to take back: what was done until 20 Nov 2024 is compacted.\n"
    )


def test_the_last_commands_stay_however_old(netlog, book: Path) -> None:
    assert netlog("compact", "--keep", "3", "--dry-run", "--json").json["commands"] == 4
    assert netlog("compact").out.startswith("Nothing from before 23 Nov 2025 to fold. The book ")
    assert len(listed(netlog)) == 7


def test_the_history_of_a_record_says_where_it_begins(netlog, book: Path) -> None:
    netlog("compact", *KEEP_NONE, "--yes")
    assert "as it was then; what came before is compacted" in netlog("history", "c1").out


def test_into_whom_somebody_was_merged_is_still_known(netlog, book: Path) -> None:
    told = netlog("show", "c2").err
    assert "c1" in told
    netlog("compact", *KEEP_NONE, "--yes")
    assert netlog("show", "c2").err == told


def test_a_dry_run_changes_nothing(netlog, book: Path) -> None:
    before = book.read_bytes()
    told = netlog("compact", *KEEP_NONE, "--dry-run")
    assert "6 commands from before 23 Nov 2025 could no longer be taken back" in told.out
    assert book.read_bytes() == before
    assert netlog("backup", "--list", "--json").json == []


def test_in_a_pipe_only_yes_does_it(netlog, book: Path) -> None:
    before = book.read_bytes()
    refused = netlog("compact", *KEEP_NONE)
    assert (refused.status, refused.out) == (2, "")
    assert "Add --yes" in refused.err
    assert book.read_bytes() == before


def test_on_a_terminal_it_asks(netlog, book: Path, terminal) -> None:
    before = book.read_bytes()
    with terminal("compact", *KEEP_NONE) as shown:
        shown.expect("6 commands from before 23 Nov 2025 could no longer")
        shown.expect("Compact the book")
        shown.sendline("n")
        shown.expect("Nothing was compacted")
        assert shown.wait() == 1
    assert book.read_bytes() == before


def test_room_is_given_back_though_nothing_is_folded(netlog, book: Path) -> None:
    netlog("add", "Ada Lovelace", "--note", "x" * 90_000)
    netlog("undo")
    size = book.stat().st_size
    assert netlog("compact").status == 0
    assert book.stat().st_size < size - 80_000


@pytest.mark.parametrize("typed", ["-1", "1000001", "x"])
def test_a_number_to_keep_that_is_none_is_refused(netlog, book: Path, typed: str) -> None:
    assert netlog("compact", f"--keep={typed}", "--yes").status == 2


def test_a_day_that_cannot_be_read_is_refused(netlog, book: Path) -> None:
    refused = netlog("compact", "--older-than", "yore", "--yes")
    assert refused.status == 2
    assert netlog("backup", "--list", "--json").json == []


def test_the_doctor_compacts_a_healthy_book(netlog, book: Path) -> None:
    done = netlog("doctor", "--compact", "--yes")
    assert done.status == 0
    assert done.out.startswith("The book is healthy.\nNothing from before 23 Nov 2025 to fold. ")


def test_the_doctor_compacts_none_that_is_ill(netlog, book: Path) -> None:
    with closing(sqlite3.connect(book, isolation_level=None)) as connection:
        connection.execute("UPDATE contact SET notes = 'flipped' WHERE id = 1")
    before = book.read_bytes()
    assert netlog("doctor", "--compact", "--yes").status == 7
    assert book.read_bytes() == before


def test_yes_alone_says_nothing_to_the_doctor(netlog, book: Path) -> None:
    assert netlog("doctor", "--yes").status == 2
