"""netlog restore: a backup is checked, shown, and takes the place of the book, which is kept."""

import errno
import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.of_file("it is put back")

RELEASED = Path(__file__).parent.parent / "store" / "released"


@pytest.fixture
def copy(netlog, db: Path, tmp_path: Path) -> Path:
    """A backup of a book with one person, to which another was added since."""
    netlog("add", "Grace Hopper")
    copy = tmp_path / "copy.db"
    netlog("backup", str(copy))
    netlog("add", "Ada Lovelace")
    return copy


def names(netlog) -> list[str]:
    return [p["name"] for p in sorted(netlog("list", "--json").json, key=lambda p: p["id"])]


def folder(db: Path) -> Path:
    return db.parent / "backups" / db.name


def damage(db: Path) -> bytes:
    db.write_bytes(db.read_bytes()[:4096] + os.urandom(4096) + b"\0" * 4096)
    return db.read_bytes()


# What it brings back


def test_the_book_is_what_the_backup_holds(netlog, copy: Path) -> None:
    assert netlog("restore", str(copy), "--yes").status == 0
    assert names(netlog) == ["Grace Hopper"]


def test_latest_is_the_newest_backup_of_the_book(netlog, db: Path) -> None:
    netlog("add", "Grace Hopper")
    netlog("backup")
    netlog("add", "Ada Lovelace")
    assert netlog("restore", "latest", "--yes").status == 0
    assert names(netlog) == ["Grace Hopper"]


def test_latest_passes_over_what_doctor_found_ill(netlog, db: Path) -> None:
    netlog("add", "Grace Hopper")
    netlog("backup")
    with closing(sqlite3.connect(db)) as book:
        book.execute("UPDATE contact SET name = 'Grave Hopper'")
        book.commit()
    netlog("doctor", "--fix")
    assert "before-doctor" in netlog("backup", "--list").out
    assert "by-hand" in netlog("restore", "latest", "--dry-run", "--json").json["source"]


def test_what_it_lacks_is_told_before_and_after(netlog, copy: Path) -> None:
    said = "It lacks 1 command, the last of them 23 Nov add: Ada Lovelace (c2)."
    would = netlog("restore", str(copy), "--dry-run").out
    assert "holds 1 person (now 2)." in would
    assert said in would
    done = netlog("restore", str(copy), "--yes").out
    assert "holds 1 person (was 2)." in done
    assert said in done


def test_the_book_it_replaces_is_a_backup_of_its_own(netlog, db: Path, copy: Path) -> None:
    kept = netlog("restore", str(copy), "--yes", "--json").json["kept"]
    assert kept == str(folder(db) / "20261123T120000Z-before-restore.db")
    assert netlog("restore", kept, "--yes").status == 0
    assert names(netlog) == ["Grace Hopper", "Ada Lovelace"]


def test_it_can_be_undone_and_gone_on_from_there(netlog, copy: Path) -> None:
    netlog("restore", str(copy), "--yes")
    assert netlog("undo").status == 0
    assert names(netlog) == []


def test_it_is_private_and_has_one_name(netlog, db: Path, copy: Path) -> None:
    copy.chmod(0o644)
    netlog("restore", str(copy), "--yes")
    found = db.stat()
    assert (stat.S_IMODE(found.st_mode), found.st_nlink) == (0o600, 1)
    assert sorted(db.parent.glob(".netlog-*")) == []


def test_where_there_is_no_book_it_begins_one(netlog, db: Path, copy: Path) -> None:
    db.unlink()
    restored = netlog("restore", str(copy), "--yes", "--json").json
    assert (restored["kept"], restored["lacks"]) == (None, 0)
    assert names(netlog) == ["Grace Hopper"]


@pytest.mark.parametrize("version", range(1, 7))
def test_an_older_one_is_brought_up_to_date(netlog, db: Path, version: int) -> None:
    source = RELEASED / f"v{version}.db"
    before = source.read_bytes()
    restored = netlog("restore", str(source), "--yes", "--json").json
    assert restored["upgraded_from"] == (version if version < latest(db) else None)
    assert names(netlog)
    assert source.read_bytes() == before


def latest(db: Path) -> int:
    with closing(sqlite3.connect(db)) as book:
        return book.execute("PRAGMA user_version").fetchone()[0]


# Asking


def test_in_a_pipe_it_wants_yes(netlog, copy: Path) -> None:
    refused = netlog("restore", str(copy))
    assert refused.status == 2
    assert "add --yes" in refused.err
    assert names(netlog) == ["Grace Hopper", "Ada Lovelace"]


def test_a_dry_run_changes_nothing(netlog, db: Path, copy: Path) -> None:
    before = db.read_bytes()
    done = netlog("restore", str(copy), "--dry-run", "--json")
    assert done.json["dry_run"] is True
    assert done.json["kept"] is None
    assert db.read_bytes() == before
    assert not folder(db).exists()


def test_on_a_terminal_it_asks_and_takes_no_for_an_answer(netlog, copy: Path, terminal) -> None:
    with terminal("restore", str(copy)) as shown:
        shown.expect("It lacks 1 command")
        shown.expect("Restore it")
        shown.sendline("n")
        shown.expect("Nothing was restored")
        assert shown.wait() == 1
    assert names(netlog) == ["Grace Hopper", "Ada Lovelace"]


def test_on_a_terminal_yes_restores(netlog, copy: Path, terminal) -> None:
    with terminal("restore", str(copy)) as shown:
        shown.expect("Restore it")
        shown.sendline("y")
        assert shown.wait() == 0
    assert names(netlog) == ["Grace Hopper"]


# A damaged book


def test_a_damaged_book_says_how_to_bring_it_back(netlog, db: Path) -> None:
    netlog("add", "Grace Hopper")
    netlog("backup")
    damage(db)
    refused = netlog("list")
    assert refused.status == 7
    assert "netlog restore latest" in refused.err


def test_a_damaged_book_is_kept_byte_by_byte(netlog, db: Path) -> None:
    netlog("add", "Grace Hopper")
    netlog("backup")
    netlog("add", "Ada Lovelace")
    damaged = damage(db)
    restored = netlog("restore", "latest", "--yes", "--json").json
    assert (restored["lacks"], restored["last"]) == (None, None)
    assert restored["kept"].endswith(".damaged")
    assert Path(restored["kept"]).read_bytes() == damaged
    assert stat.S_IMODE(os.stat(restored["kept"]).st_mode) == 0o600
    assert names(netlog) == ["Grace Hopper"]
    assert len(netlog("backup", "--list", "--json").json) == 1


def test_the_journal_of_a_damaged_book_goes_with_it(netlog, db: Path) -> None:
    netlog("add", "Grace Hopper")
    netlog("backup")
    db.write_bytes(b"\0" * 512 + db.read_bytes()[512:])
    journal = db.with_name(f"{db.name}-journal")
    journal.write_bytes(b"whatever a killed writer left")
    assert netlog("restore", "latest", "--yes").status == 0
    assert not journal.exists()
    assert names(netlog) == ["Grace Hopper"]
    assert [p.read_bytes() for p in folder(db).glob("*-journal.damaged")] == [
        b"whatever a killed writer left"
    ]


def test_another_programs_file_is_never_replaced(netlog, db: Path, copy: Path, tmp_path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("mine " * 500)
    refused = netlog("--db", str(notes), "restore", str(copy), "--yes")
    assert refused.status == 7
    assert "is not a netlog book" in refused.err
    assert notes.read_text() == "mine " * 500


# What is no good as a backup


@pytest.fixture
def refuses(netlog, db: Path):
    def refuses(path: Path, status: int) -> str:
        before = db.read_bytes()
        refused = netlog("restore", str(path), "--yes")
        assert refused.status == status
        assert db.read_bytes() == before
        assert not folder(db).exists()
        return refused.err

    return refuses


def test_a_file_that_is_not_there(refuses, copy: Path) -> None:
    assert "no such file" in refuses(copy.with_name("gone.db"), 6)


def test_a_folder(refuses, copy: Path) -> None:
    assert "is not a file" in refuses(copy.parent, 6)


def test_a_pipe_does_not_hang(refuses, copy: Path) -> None:
    os.mkfifo(copy.with_name("pipe"))
    assert "is not a file" in refuses(copy.with_name("pipe"), 6)


def test_another_programs_file(refuses, copy: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as made:
        made.execute("CREATE TABLE t (x)")
    assert "is no netlog backup" in refuses(other, 7)


def test_the_book_itself(refuses, db: Path, copy: Path) -> None:
    assert "is the book itself" in refuses(db, 1)


def test_one_that_is_not_what_was_written(refuses, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as tampered:
        tampered.execute("UPDATE contact SET notes = 'x'")
        tampered.commit()
    assert "its SHA-256 differs" in refuses(copy, 7)


def test_one_that_is_not_whole(refuses, copy: Path) -> None:
    copy.with_name("copy.db.sha256").unlink()
    copy.write_bytes(copy.read_bytes()[:20480])
    refuses(copy, 7)


def test_one_whose_rows_refer_to_nothing(refuses, copy: Path) -> None:
    copy.with_name("copy.db.sha256").unlink()
    with closing(sqlite3.connect(copy)) as tampered:
        tampered.execute("UPDATE contact SET introduced_by_id = 99")
        tampered.commit()
    assert "is damaged" in refuses(copy, 7)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE extra (x)",
        "CREATE VIEW extra AS SELECT 1",
        "DROP INDEX ix_change_row",
        "CREATE TRIGGER extra AFTER INSERT ON contact BEGIN DELETE FROM meeting; END",
    ],
)
def test_one_with_a_schema_that_is_not_ours(refuses, copy: Path, statement: str) -> None:
    copy.with_name("copy.db.sha256").unlink()
    with closing(sqlite3.connect(copy)) as tampered:
        tampered.execute(statement)
    assert "netlog's" in refuses(copy, 7)


def test_one_of_a_newer_netlog(refuses, copy: Path) -> None:
    copy.with_name("copy.db.sha256").unlink()
    with closing(sqlite3.connect(copy)) as newer:
        newer.execute("PRAGMA user_version = 999")
    assert "newer netlog" in refuses(copy, 7)


def test_latest_where_there_is_none(netlog, db: Path) -> None:
    netlog("add", "Grace Hopper")
    refused = netlog("restore", "latest", "--yes")
    assert refused.status == 1
    assert "There are no backups of" in refused.err


# Others at the same time


def test_who_waited_for_the_old_book_writes_into_no_other(db: Path, netlog, copy: Path) -> None:
    with closing(sqlite3.connect(db, isolation_level=None)) as waiting:
        waiting.execute("SELECT count(*) FROM contact").fetchone()
        assert netlog("restore", str(copy), "--yes").status == 0
        waiting.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError) as refused:
            waiting.execute("UPDATE contact SET notes = 'lost'")
        assert refused.value.sqlite_errorname == "SQLITE_READONLY_DBMOVED"


def test_a_book_that_another_writes_is_waited_for_as_the_config_says(
    netlog, db: Path, copy: Path, home: Path, monkeypatch
) -> None:
    config = home / "config.toml"
    config.write_text("wait = 0")
    monkeypatch.setenv("NETLOG_CONFIG", str(config))
    before = db.read_bytes()
    with closing(sqlite3.connect(db, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        refused = netlog("restore", str(copy), "--yes")
        assert refused.status == 6
        assert "busy" in refused.err
    assert db.read_bytes() == before


def test_a_full_disk_is_that_of_the_book(netlog, copy: Path, db: Path, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    failed = netlog("restore", str(copy), "--yes")
    assert failed.status == 6
    assert f"{db} cannot be used: no space left" in failed.err
