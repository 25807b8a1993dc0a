"""Another netlog book imported as it is: whole, once, and its file left alone."""

import hashlib
import io
import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from netlog.formats import recognize

RELEASED = sorted((Path(__file__).parents[1] / "store" / "released").glob("v*.db"))


@pytest.fixture
def other(netlog: Any, tmp_path: Path) -> Path:
    """A file with a coffee, a promise and a former name; the test's own book is empty."""
    path = tmp_path / "other.db"
    for argv in (
        ("add", "Jane Smith", "--nick", "JJ", "--tag", "chess", "--email", "j@x.org"),
        ("edit", "jane", "--name", "Jane Miller", "--add-date", "anniversary=2010-06-01"),
        ("log", "jane", "coffee", "-m", "x", "--owe", "the slides"),
    ):
        assert netlog("--db", str(path), *argv).status == 0
    return path


def whole(netlog: Any, *argv: str) -> Any:
    told = json.loads(netlog(*argv, "export", "--format", "json").out)
    del told["netlog"]
    return told


def test_a_book_comes_in_whole_as_its_json_does(netlog, other: Path) -> None:
    report = netlog("import", str(other), "--json").json[0]
    assert report["format"] == "netlog book"
    assert [one["record"] for one in report["new"]] == ["contact", "meeting", "favor", "thanks"]
    assert whole(netlog) == whole(netlog, "--db", str(other))


def test_a_file_is_looked_through_for_its_format_once_and_a_book_never(
    netlog, other: Path, tmp_path: Path, monkeypatch
) -> None:
    looked: list[bytes] = []
    recognized = recognize.recognized
    monkeypatch.setattr(recognize, "recognized", lambda d: [looked.append(d), recognized(d)][1])
    assert netlog("import", str(other)).status == 0
    assert looked == []
    people = tmp_path / "people.csv"
    people.write_text("Name,Email\nAda,ada@example.org\n")
    assert netlog("import", str(people), "--yes").status == 0
    assert len(looked) == 1
    assert netlog("import", str(people), "--format", "csv", "--yes").status == 0
    assert len(looked) == 1


def test_the_same_book_again_changes_nothing(netlog, other: Path) -> None:
    netlog("import", str(other))
    assert "Nothing new" in netlog("import", str(other)).out


def test_it_is_one_change_and_its_file_is_left_alone(netlog, other: Path) -> None:
    before = hashlib.sha256(other.read_bytes()).digest()
    netlog("import", str(other))
    assert hashlib.sha256(other.read_bytes()).digest() == before
    assert [path.name for path in other.parent.glob("other*")] == ["other.db"]
    netlog("undo")
    assert netlog("list", "--json").json == []


def test_a_book_of_an_older_version_is_read_and_not_upgraded(netlog, tmp_path: Path) -> None:
    new = str(tmp_path / "new.db")
    for released in RELEASED:
        old = tmp_path / "old.db"
        shutil.copy(released, old)
        report = netlog("--db", new, "import", str(old), "--json", "--dry-run").json[0]
        assert [one["name"] for one in report["new"][:2]] == ["Grace Hopper", "Ada Lovelace"]
        assert old.read_bytes() == released.read_bytes()
    assert netlog("--db", new, "import", str(old)).status == 0


def test_a_book_on_standard_input_is_read(netlog, other: Path, monkeypatch) -> None:
    held = io.TextIOWrapper(io.BytesIO(other.read_bytes()))
    monkeypatch.setattr("sys.stdin", held)
    assert netlog("import", "-").status == 0
    assert netlog("show", "jane smith").status == 0


def test_another_programs_database_is_refused(netlog, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE a (b)")
    connection.commit()
    connection.close()
    refused = netlog("import", str(foreign))
    assert refused.status == 1
    assert "is a database, but no netlog book" in refused.err


def test_a_newer_netlogs_book_is_refused(netlog, other: Path) -> None:
    connection = sqlite3.connect(other)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    refused = netlog("import", str(other))
    assert (refused.status, "newer netlog" in refused.err) == (1, True)


def test_a_damaged_book_is_told(netlog, other: Path) -> None:
    other.write_bytes(other.read_bytes()[:20_000])
    refused = netlog("import", str(other))
    assert (refused.status, "is damaged" in refused.err) == (7, True)


def test_parts_of_leads_and_goals_are_counted_as_such(netlog, tmp_path: Path) -> None:
    netlog("add", "Maria")
    netlog("lead", "add", "Operations", "--via", "maria", "--via", "her landlady")
    book = tmp_path / "book.json"
    netlog("export", "-o", str(book))
    done = netlog("import", str(book), "--yes", "--db", str(tmp_path / "other.db"))
    assert "1 person, 1 lead and 3 parts of these" in done.out
