"""netlog doctor: what is wrong with the book and its place is found, named, and mended."""

import errno
import os
import re
import shlex
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from netlog.store import digests

pytestmark = pytest.mark.of_file("it is examined")


@pytest.fixture
def book(netlog, db: Path, seeded) -> Path:
    """A book with a little of everything."""

    def fill() -> None:
        for command in (
            ("add", "Grace Hopper", "--email", "g@x.org", "--tag", "navy", "--note", "Compilers"),
            ("add", "Ada Lovelace", "--birthday", "--12-10", "--every", "2w"),
            ("log", "grace", "ada", "coffee", "--owe", "the slides", "--", "Looms"),
            ("favor", "ask", "ada", "an introduction"),
            ("plan", "ada", "call", "tomorrow"),
        ):
            assert netlog(*command).status == 0

    seeded(fill)
    return db


@pytest.fixture
def tamper(book: Path) -> Callable[..., None]:
    """Change the file as no command of netlog's does."""

    def tamper(*statements: str) -> None:
        with closing(sqlite3.connect(book)) as connection:
            digests.know(connection)
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return tamper


def found(netlog, *argv: str) -> list[tuple[str, str | None, str | None]]:
    return [(f["code"], f["ref"], f["field"]) for f in netlog("doctor", *argv, "--json").json]


def test_a_healthy_book_is_called_so(netlog, book: Path) -> None:
    done = netlog("doctor")
    assert (done.status, done.out) == (0, "The book is healthy.\n")
    assert netlog("doctor", "--json").json == []


def test_a_book_that_is_not_there_is_not_made(netlog, db: Path) -> None:
    assert netlog("doctor").status == 0
    assert not db.exists()


def test_it_changes_nothing_unless_asked(netlog, book: Path, tamper) -> None:
    tamper("UPDATE contact SET notes = 'Pascal' WHERE id = 1")
    before = book.read_bytes()
    netlog("doctor")
    assert book.read_bytes() == before


# Rows beside the journal


@pytest.mark.parametrize(
    ("statement", "code", "ref", "field"),
    [
        ("UPDATE contact SET notes = 'Pascal' WHERE id = 1", "row_differs", "c1", "notes"),
        ("UPDATE meeting SET happened_on = '2026-11-22'", "row_differs", "m1", "happened_on"),
        ("UPDATE favor SET text = 'a bride' WHERE id = 1", "row_differs", "f1", "text"),
        ("UPDATE meeting SET text = NULL", "row_differs", "m1", "text"),
        ("UPDATE plan SET kind = 'calm'", "row_differs", "p1", "kind"),
        ("UPDATE contact_tag SET tag = 'nazy'", "row_differs", "c1", "tag"),
        ("UPDATE contact_method SET value = 'h@x.org'", "row_differs", "c1", "value"),
        ("DELETE FROM contact_tag", "row_missing", "c1", None),
        ("DELETE FROM thanks WHERE id = 2", "row_missing", "t2", None),
        (
            "UPDATE contact SET notes = CAST(x'ff' AS TEXT) WHERE id = 1",
            "row_differs",
            "c1",
            "notes",
        ),
    ],
)
def test_a_row_that_strayed_is_named_and_mended(
    netlog, tamper, statement: str, code: str, ref: str, field: str | None
) -> None:
    views = [("show", "c1", "--json"), ("show", "c2", "--json"), ("due", "--all", "--json")]
    before = [netlog(*view).out for view in views]
    tamper(statement)
    examined = netlog("doctor", "--json")
    assert examined.status == 7
    assert (code, ref, field) in [(f["code"], f["ref"], f["field"]) for f in examined.json]
    assert netlog("doctor", "--fix").status == 0
    assert netlog("doctor").out == "The book is healthy.\n"
    assert [netlog(*view).out for view in views] == before


def test_a_value_that_became_of_another_type_is_mended(netlog, book: Path) -> None:
    before = netlog("export", "--format", "json").out
    with closing(sqlite3.connect(book)) as connection:
        [length] = connection.execute("SELECT length(text) FROM meeting").fetchone()
    whole = book.read_bytes()
    # In a row's header a text of n bytes is 2n + 13, and a blob 2n + 12.
    at = whole.rindex(b"coffee" + b"Looms")
    header = whole.rindex(bytes([2 * 6 + 13, 2 * length + 13]), 0, at)
    book.write_bytes(whole[: header + 1] + bytes([2 * length + 12]) + whole[header + 2 :])
    assert [code for code, _, _ in found(netlog)] == ["integrity", "row_differs"]
    mended = netlog("doctor", "--fix")
    assert (mended.status, ".damaged" in mended.err) == (0, True)
    assert netlog("doctor").status == 0
    assert netlog("export", "--format", "json").out == before


@pytest.mark.parametrize("table", ["contact", "contact_tag", "favor", "meeting_contact", "thanks"])
def test_a_row_whose_id_flipped_gets_its_own_back(netlog, book: Path, tamper, table: str) -> None:
    before = netlog("export", "--format", "json").out
    tamper("PRAGMA foreign_keys = OFF", f"UPDATE {table} SET id = 1025 WHERE id = 1")
    assert [field for code, _, field in found(netlog) if code == "row_differs"] == ["id"]
    assert "restore" not in netlog("doctor").out
    assert netlog("doctor", "--fix").status == 0
    assert netlog("doctor").status == 0
    assert netlog("export", "--format", "json").out == before


def test_a_row_that_was_removed_and_is_there_goes_again(netlog, book: Path, tamper) -> None:
    netlog("untag", "grace", "navy")
    tamper("INSERT INTO contact_tag (id, contact_id, tag) VALUES (1, 1, 'navy')")
    assert ("row_left", "c1", None) in found(netlog)
    assert netlog("doctor", "--fix").status == 0
    assert netlog("show", "grace", "--json").json["tags"] == []


def test_the_values_of_a_row_are_not_told(netlog, tamper) -> None:
    tamper("UPDATE contact SET notes = 'in confidence' WHERE id = 1")
    assert "confidence" not in netlog("doctor").out + netlog("doctor", "--json").out


def test_what_is_mended_was_backed_up_and_stands_in_the_journal(netlog, book: Path, tamper) -> None:
    tamper("UPDATE contact SET notes = 'Pascal' WHERE id = 1")
    mended = netlog("doctor", "--fix")
    [copy] = netlog("backup", "--list", "--json").json
    assert copy["reason"] == "before-doctor"
    assert copy["path"] in mended.err
    assert netlog("undo", "--list", "--json").json[0]["command"] == "doctor"
    assert "fixed" in mended.out


def test_an_entry_of_the_journal_that_cannot_be_read_is_told(netlog, tamper) -> None:
    tamper("UPDATE pack SET images = substr(images, 1, length(images) - 1) WHERE id = 1")
    assert ("journal", "c1", None) in found(netlog)
    assert netlog("doctor", "--fix").status == 7


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE batch SET turned = 1 WHERE id = 2",
        "UPDATE batch SET source_id = 3 WHERE id = 2",
        "UPDATE batch SET first = first + 2 WHERE id = 2",
        "UPDATE batch SET last = last - 2 WHERE id = 3",
        "UPDATE change SET batch_id = 99 WHERE id = 2",
        "UPDATE change SET row_id = 33 WHERE id = 1",
        "UPDATE batch SET turned = 0 WHERE undoes IS NOT NULL",
        "UPDATE batch SET source_id = 2 WHERE undoes IS NOT NULL",
        "UPDATE batch SET command = 'lof' WHERE command = 'log'",
        "UPDATE batch SET at = '2026-11-13T12:00:00Z' WHERE id = 1",
        "UPDATE batch SET at = '2026-11-3T12:00:00Z' WHERE id = (SELECT max(id) FROM batch)",
        "UPDATE batch SET uid = replace(uid, '-', '/') WHERE id = 1",
        "UPDATE batch SET command = CAST(x'ff' AS TEXT) WHERE id = 2",
        "UPDATE change SET table_name = 'contacu' WHERE id = 1",
        "UPDATE change SET contact_id = 2 WHERE table_name = 'contact_tag'",
        "UPDATE change SET contact_id = NULL WHERE table_name = 'contact_tag'",
    ],
)
def test_a_journal_that_contradicts_itself_changes_no_row(
    netlog, seeded, tamper, statement: str
) -> None:
    def fill() -> None:
        netlog("tag", "ada", "looms")
        netlog("undo")

    seeded(fill)
    before = netlog("export", "--format", "json").out
    assert before
    assert netlog("doctor").status == 0
    tamper(statement)
    assert {code for code, _, _ in found(netlog)} == {"journal"}
    netlog("doctor", "--fix")
    assert netlog("export", "--format", "json").out == before


def a_bit(table: str, column: str, id_: str) -> str:
    """One bit of a value flipped: the lowest of a number, or of the first letter of a text."""
    first = f"char(unicode({column}) + iif(unicode({column}) % 2, -1, 1))"
    other = f"iif(typeof({column}) = 'text', {first} || substr({column}, 2), "
    return f"UPDATE {table} SET {column} = {other}{column} + iif({column} % 2, -1, 1)) WHERE {id_}"


@pytest.mark.parametrize(
    "flip",
    [
        ("batch", "at", "id = 2"),
        ("batch", "source_id", "undoes IS NOT NULL"),
        ("change", "batch_id", "table_name = 'contact_tag'"),
        ("change", "contact_id", "table_name = 'contact_tag'"),
    ],
)
def test_a_flipped_bit_of_the_journal_is_mended_by_its_digest(
    netlog, book: Path, tamper, flip: tuple[str, str, str]
) -> None:
    netlog("undo")

    def journal() -> list[Any]:
        with closing(sqlite3.connect(book)) as connection:
            rows = "SELECT * FROM batch WHERE id <= 6", "SELECT * FROM change WHERE batch_id <= 6"
            return [connection.execute(one).fetchall() for one in rows]

    before, shown = journal(), netlog("show", "c1", "--json").out
    tamper(a_bit(*flip), "UPDATE contact SET notes = 'Bompilers' WHERE id = 1")
    assert journal() != before
    assert netlog("doctor").status == 7
    assert netlog("doctor", "--fix").status == 0
    assert journal() == before
    assert netlog("show", "c1", "--json").out == shown
    assert netlog("doctor").status == 0


def test_two_flipped_bits_of_one_command_are_not_guessed(netlog, tamper) -> None:
    tamper(a_bit("batch", "uid", "id = 2"), a_bit("batch", "command", "id = 2"))
    [finding] = netlog("doctor", "--json").json
    assert finding["fix"] == "netlog restore latest"
    assert netlog("doctor", "--fix").status == 7


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE copy SET path = path || 'x'",
        "UPDATE copy SET at = '2026-11-13T12:00:00Z'",
        "UPDATE copy SET kind = 'export'",
        "UPDATE copy SET sha256 = NULL",
    ],
)
def test_a_copy_that_is_not_as_written_is_told_and_forgotten(
    netlog, tamper, tmp_path: Path, statement: str
) -> None:
    assert netlog("backup", str(tmp_path / "there.db")).status == 0
    tamper(statement)
    [copy] = netlog("doctor", "--json").json
    assert copy["code"] == "copy"
    assert str(tmp_path / "there.db") in copy["what"]
    assert netlog("doctor", "--fix").status == 0
    assert netlog("doctor").status == 0


def test_flipped_bits_that_change_what_is_shown_are_all_found(netlog, book: Path) -> None:
    views = [("show", "c1", "--json"), ("show", "c2", "--json"), ("due", "--all", "--json")]
    whole, before = book.read_bytes(), [netlog(*view).out for view in views]
    said = (b"Compilers", b"Looms", b"the slides", b"g@x.org", b"an introduction", b"coffee")
    changed = 0
    for at in (match.start() for word in said for match in re.finditer(re.escape(word), whole)):
        flipped = bytearray(whole)
        flipped[at + 1] ^= 1
        book.write_bytes(flipped)
        now = [netlog(*view) for view in views]
        if any(one.out != was and one.status == 0 for one, was in zip(now, before, strict=True)):
            changed += 1
            assert netlog("doctor").status == 7
    assert changed >= len(said)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE meeting SET happened_on = '2026-1q-03'",
        "UPDATE contact SET created_at = '2026-1q-03T12:00:00Z'",
        "UPDATE contact SET last_touch_on = '2026-1q-03'",
        "UPDATE contact SET next_due_on = 'x'",
        "UPDATE thanks SET due_on = '2026-11-Q0'",
        "UPDATE plan SET happens_on = '2026-11'",
        "UPDATE contact SET notes = CAST(x'ff' AS TEXT)",
    ],
)
def test_damage_that_a_command_meets_is_told_as_damage(netlog, tamper, statement: str) -> None:
    tamper(statement)
    statuses = set()
    for argv in (("list",), ("show", "ada"), ("due", "--all"), ("export", "--format", "json")):
        done = netlog(*argv)
        statuses.add(done.status)
        assert done.status in (0, 7)
        assert done.status == 0 or ("damaged" in done.err and "netlog doctor" in done.err)
    assert 7 in statuses
    assert netlog("doctor", "--fix").status == 0
    assert netlog("doctor").status == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET contact_id = 2 WHERE id = 2",
        "UPDATE batch SET at = '2024-11-20T12:00:00Z' WHERE id = 1",
        "UPDATE pack SET images = zeroblob(90) WHERE id = 1",
    ],
)
@pytest.mark.parametrize(
    "argv",
    [
        ("compact", "--older-than", "1d", "--keep", "0", "--yes"),
        ("compact", "--older-than", "1d", "--keep", "0", "--dry-run"),
        ("forget", "ada", "--yes"),
    ],
)
def test_no_command_hides_that_the_journal_is_not_as_written(
    netlog, book: Path, tamper, monkeypatch, statement: str, argv: tuple[str, ...]
) -> None:
    tamper(statement)
    before = book.read_bytes()
    monkeypatch.setenv("NETLOG_TODAY", "2026-12-24")
    refused = netlog(*argv)
    assert refused.status == 7
    assert "The journal is not as written" in refused.err
    assert refused.err.endswith("netlog doctor says what helps.\n")
    assert book.read_bytes() == before
    assert netlog("doctor").status == 7


# What follows from the rest


@pytest.mark.parametrize(
    "column", ["name_key", "birthday_key", "every_days", "last_touch_on", "next_due_on"]
)
def test_what_is_derived_is_derived_anew(netlog, book: Path, tamper, column: str) -> None:
    tamper(f"UPDATE contact SET {column} = {'1' if column == 'every_days' else repr('2001-01-01')}")
    assert ("derived", "c2", column) in found(netlog)
    assert netlog("doctor").status == 1
    assert netlog("doctor", "--fix").status == 0
    assert netlog("doctor").status == 0


def test_what_is_searched_is_made_anew(netlog, book: Path, tamper) -> None:
    tamper("UPDATE contact SET search_text = 'nothing' WHERE id = 1")
    assert found(netlog) == [("search", "c1", "search_text")]
    netlog("doctor", "--fix")
    assert netlog("search", "compilers", "--json").json


@pytest.mark.parametrize("at", [0.3, 0.6, 0.9])
def test_a_bit_of_the_search_index_that_flipped_is_told_and_mended(
    netlog, book: Path, tamper, at: float
) -> None:
    with closing(sqlite3.connect(book)) as connection:
        blocks = "SELECT max(id), block FROM contact_search_data"
        id_, block = connection.execute(blocks).fetchone()
    flipped = bytearray(block)
    flipped[int(len(block) * at)] ^= 1
    tamper(f"UPDATE contact_search_data SET block = x'{flipped.hex()}' WHERE id = {id_}")
    assert found(netlog) == [("search", None, None)]
    assert netlog("doctor", "--fix").status == 0
    assert netlog("search", "compilers", "--json").json
    assert netlog("doctor").status == 0


# The file as a whole


@pytest.mark.parametrize("statement", ["CREATE TABLE extra (x)", "DROP INDEX ix_change_row"])
def test_tables_that_are_not_ours_are_damage(netlog, tamper, statement: str) -> None:
    tamper(statement)
    assert netlog("doctor").status == 7
    assert ("schema", None, None) in found(netlog)


def test_a_row_that_refers_to_nothing_is_damage(netlog, tamper) -> None:
    tamper("UPDATE contact SET introduced_by_id = 99 WHERE id = 1")
    assert ("foreign_key", None, None) in found(netlog)


def test_a_file_that_is_no_book_any_more_is_one_finding(netlog, book: Path) -> None:
    book.write_bytes(b"\0" * 4096)
    examined = netlog("doctor", "--json")
    assert examined.status == 7
    assert [(f["code"], f["severity"]) for f in examined.json] == [("damaged", "damage")]


def test_a_hard_link_is_a_finding(netlog, book: Path) -> None:
    os.link(book, book.with_name("other.db"))
    examined = netlog("doctor", "--json")
    assert examined.status == 1
    assert "has a second name" in examined.json[0]["what"]


# Its place


def test_what_others_may_read_is_told_and_made_private(netlog, book: Path) -> None:
    netlog("backup")
    folder = book.parent / "backups" / book.name
    [copy] = folder.glob("*.db")
    for place in (copy, folder, book):
        place.chmod(0o755)
    assert [code for code, _, _ in found(netlog)] == ["permissions"] * 3
    book.chmod(0o644)
    assert netlog("doctor", "--fix").status == 0
    assert {place.stat().st_mode & 0o077 for place in (copy, folder, book)} == {0}


@pytest.mark.parametrize(
    ("name", "service"), [("Dropbox", "Dropbox"), ("OneDrive - Navy", "OneDrive")]
)
def test_a_folder_that_a_service_copies_is_told(
    netlog, tmp_path: Path, name: str, service: str
) -> None:
    path = tmp_path / name / "people.db"
    netlog("--db", str(path), "add", "Grace Hopper")
    [finding] = netlog("--db", str(path), "doctor", "--json").json
    assert finding["code"] == "synced"
    assert service in finding["what"]


def test_a_conflict_copy_is_told(netlog, book: Path) -> None:
    copy = book.with_name("netlog (ada's conflicted copy 2026-11-23).db")
    copy.write_bytes(book.read_bytes())
    [finding] = netlog("doctor", "--json").json
    assert finding["code"] == "conflict_copy"
    assert shlex.split(finding["fix"])[:3] == ["netlog", "import", str(copy)]


def test_what_to_do_is_to_be_done_to_the_book_that_was_named(netlog, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    netlog("add", "Zed", "--db", str(other))
    other.chmod(0o644)
    [finding] = netlog("doctor", "--json", "--db", str(other)).json
    assert finding["fix"] == f"netlog --db {other} doctor --fix"


def test_a_network_file_system_is_told(netlog, book: Path, monkeypatch, tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/home {book.parent} nfs4 rw 0 0\n")
    monkeypatch.setattr("netlog.store.surroundings.MOUNTS", str(mounts))
    assert [code for code, _, _ in found(netlog)] == ["network"]


def test_wal_is_told_and_put_back(netlog, book: Path, tamper) -> None:
    tamper("PRAGMA journal_mode=WAL")
    assert [code for code, _, _ in found(netlog)] == ["wal"]
    assert netlog("doctor", "--fix").status == 0
    with closing(sqlite3.connect(book)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_program_that_keeps_it_in_wal_is_told_at_once(netlog, book: Path, monkeypatch) -> None:
    monkeypatch.setattr("netlog.store.connect.WAL_WAIT_SECONDS", 0.01)
    with closing(sqlite3.connect(book)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("SELECT * FROM contact").fetchone()
        refused = netlog("add", "Bob")
        assert refused.status == 6
        assert "keeps the book" in refused.err
        assert "in WAL" in refused.err
    assert netlog("add", "Bob").status == 0


def test_a_backup_that_is_not_what_was_written_is_told(netlog, book: Path) -> None:
    netlog("backup")
    [copy] = (book.parent / "backups" / book.name).glob("*.db")
    copy.write_bytes(copy.read_bytes()[:-1] + b"x")
    assert [code for code, _, _ in found(netlog)] == ["bad_backup"]


@pytest.mark.parametrize("left", [None, "", "0b1c"])
def test_a_backup_without_its_digest_gets_it(netlog, book: Path, left: str | None) -> None:
    netlog("backup")
    [digest] = (book.parent / "backups" / book.name).glob("*.sha256")
    whole = digest.read_text()
    digest.unlink() if left is None else digest.write_text(left)
    assert [code for code, _, _ in found(netlog)] == ["unsealed_backup"]
    assert netlog("doctor", "--fix").status == 0
    assert digest.read_text() == whole


def test_a_damaged_book_without_a_backup_is_told_what_to_do(netlog, book: Path) -> None:
    book.write_bytes(book.read_bytes()[:5000])
    [finding] = netlog("doctor", "--json").json
    assert (finding["code"], "netlog restore FILE" in finding["fix"]) == ("damaged", True)


def test_a_damaged_backup_without_its_digest_gets_none(netlog, book: Path) -> None:
    netlog("backup")
    [digest] = (book.parent / "backups" / book.name).glob("*.sha256")
    digest.unlink()
    copy = digest.with_suffix("")
    copy.write_bytes(copy.read_bytes()[:9000])
    assert [code for code, _, _ in found(netlog)] == ["bad_backup"]  # no --fix would seal it
    assert netlog("doctor", "--fix").status == 1
    assert copy.exists()
    assert not digest.exists()


def test_backups_that_cannot_be_read_keep_nothing_else_untold(
    netlog, book: Path, tamper, monkeypatch
) -> None:
    def denied(folder: str) -> list[str]:
        if "backups" in str(folder):
            raise PermissionError(errno.EACCES, "Permission denied")
        return listdir(folder)

    listdir = os.listdir
    tamper("UPDATE contact SET notes = 'Pascal' WHERE id = 1")
    monkeypatch.setattr(os, "listdir", denied)
    examined = netlog("doctor", "--json")
    assert examined.status == 7
    assert [one["code"] for one in examined.json] == ["row_differs", "search", "file"]
    assert "permission denied" in examined.json[-1]["what"]


def test_a_clock_that_was_ahead_is_told(netlog, book: Path, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-20")
    assert [code for code, _, _ in found(netlog)] == ["clock"]


def test_a_change_of_today_is_not_ahead(netlog, book: Path, tamper, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_TODAY", "2026-11-23")
    tamper(
        "UPDATE batch SET at = '2026-11-23T20:00:00Z' WHERE id = (SELECT max(id) FROM batch)",
        digests.SEAL_ALL,
    )
    assert netlog("doctor").status == 0


@pytest.mark.parametrize("config", [b"x = [", b"\xff", b'db = "there.db"\nx = [', None])
@pytest.mark.parametrize("named", [True, False])
def test_a_config_file_that_cannot_be_used_keeps_nothing_untold(
    netlog, book: Path, tamper, home: Path, monkeypatch, config: bytes | None, *, named: bool
) -> None:
    tamper("UPDATE contact SET notes = 'Pascal' WHERE id = 1")
    path = home / "config.toml"
    if config is None:
        path.mkdir()
    else:
        path.write_bytes(config)
    monkeypatch.setenv("NETLOG_CONFIG", str(path))
    if named:
        monkeypatch.setenv("NETLOG_DB", str(book))
    else:
        place = home / "there.db" if config and b"db" in config else book
        if place != book:
            shutil.copy(book, place)
        assert f"The book that is examined is {place}." in netlog("doctor").err
    codes = {code for code, _, _ in found(netlog)}
    assert codes == {"config", "row_differs", "search"}
    assert netlog("doctor", "--fix").status == 1
    assert found(netlog) == [("config", None, None)]


def test_a_config_file_that_is_wrong_is_told(netlog, book: Path, home: Path, monkeypatch) -> None:
    (home / "config.toml").write_text("colour = 1")
    monkeypatch.setenv("NETLOG_CONFIG", str(home / "config.toml"))
    refused: Any = netlog("--db", str(book), "doctor", "--json")
    assert [finding["code"] for finding in refused.json] == ["config"]


# What is no book, or is gone


@pytest.mark.parametrize("held", [b"short", b"SQLite format 3\0" + bytes(1000), b"x" * 5000])
def test_what_is_no_book_keeps_its_permissions(netlog, tmp_path: Path, held: bytes) -> None:
    other = tmp_path / "other"
    other.write_bytes(held)
    other.chmod(0o644)
    done = netlog("--db", str(other), "doctor", "--fix")
    assert "open to others" not in done.out
    assert (other.stat().st_mode & 0o777, other.read_bytes()) == (0o644, held)


def test_a_folder_keeps_its_permissions(netlog, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    folder.chmod(0o755)
    done = netlog("--db", str(folder), "doctor", "--fix")
    assert (done.status, "open to others" in done.out) == (1, False)
    assert folder.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("table", ["thanks", "favor", "plan", "contact_method"])
def test_a_table_that_is_gone_is_damage_to_every_command(netlog, tamper, table: str) -> None:
    assert netlog("backup").status == 0
    tamper(f"DROP TABLE {table}")
    statuses = set()
    for argv in (
        ("due",),
        ("show", "ada"),
        ("log", "ada", "coffee"),
        ("export", "--format", "json"),
    ):
        done = netlog(*argv)
        statuses.add(done.status)
        assert done.status == 0 or "netlog restore latest" in done.err
    assert statuses <= {0, 7}
    assert 7 in statuses
    done = netlog("doctor")
    assert done.status == 7
    assert all(line.startswith("damage") for line in done.out.splitlines())


def test_a_foreign_trigger_and_its_refusal_advise_the_same(netlog, tamper) -> None:
    assert netlog("backup").status == 0
    tamper("CREATE TRIGGER theirs AFTER INSERT ON contact BEGIN SELECT 1; END")
    refused = netlog("add", "Bo Poe")
    assert (refused.status, "netlog restore latest" in refused.err) == (7, True)
    assert "netlog restore latest" in netlog("doctor").out


def test_of_a_book_that_is_gone_its_backups_are_named_to_everybody(netlog, book: Path) -> None:
    assert netlog("backup").status == 0
    book.unlink()
    read = netlog("list")
    assert (read.status, read.out, "netlog restore latest" in read.err) == (0, "", True)
    assert "netlog restore latest" in netlog("show", "ada").err
    assert found(netlog) == [("absent", None, None)]
    begun = netlog("add", "Bo Poe")
    assert (begun.status, "netlog restore latest" in begun.err) == (0, True)
    assert "restore" not in netlog("add", "Cy Poe").err
    book.unlink()
    restored = netlog("restore", "latest", "--yes")
    assert (restored.status, "restore latest" in restored.err) == (0, False)
    assert {p["name"] for p in netlog("list", "--json").json} == {"Grace Hopper", "Ada Lovelace"}


@pytest.mark.parametrize("length", [300, 4000])
def test_a_path_that_cannot_be_is_told_as_other_commands_tell_it(
    netlog, monkeypatch: pytest.MonkeyPatch, length: int
) -> None:
    monkeypatch.setenv("NETLOG_DB", "/" + "a" * length)
    assert netlog("list").status == 6
    done = netlog("doctor")
    assert (done.status, "file name too long" in done.out) == (1, True)
