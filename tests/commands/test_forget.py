"""netlog forget: nothing of somebody is left, in the book, its journal or where one asks for it."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import String
from sqlmodel import SQLModel

from netlog.actions import copies as actions
from netlog.actions import forgetting
from netlog.errors import FileTrouble
from netlog.rules.forgetting import TEXTS
from netlog.store.tables import whole as _schema  # noqa: F401 - fills SQLModel.metadata
from netlog.store.tables.history import JOURNAL
from netlog.store.writes import copies

# All that is written of Grace and of nobody else.
SECRETS = ("Hopper", "Grace", "Amazing", "Murray", "grace@x.org", "5550100", "Cobol", "compilers")
CARD = """BEGIN:VCARD
VERSION:4.0
FN:Grace Hopper
NICKNAME:Amazing
X-ODD:Cobol
END:VCARD
"""


@pytest.fixture
def book(netlog, db: Path, tmp_path: Path, seeded) -> Path:
    """Grace, of whom every kind of record is, and others who mention her."""

    def fill() -> None:
        source = tmp_path / "grace.vcf"
        source.write_text(CARD)
        for command in (
            ("import", str(source)),
            ("edit", "c1", "--name", "Grace Murray"),
            ("edit", "c1", "--name", "Grace Hopper", "--note", "Wrote compilers"),
            ("edit", "c1", "--add-email", "grace@x.org", "--add-phone", "+1 555 5550100"),
            (
                "add",
                "Ada Lovelace",
                "--via",
                "grace",
                "--note",
                "Grace HOPPER sent her, grace@x.org",
            ),
            ("log", "grace", "coffee", "--owe", "a book on Cobol", "--", "Cobol"),
            ("log", "grace", "ada", "lunch", "--", "Looms, which Hopper knows"),
            ("favor", "ask", "grace", "an intro to compilers people"),
            ("favor", "receive", "ada", "A word with Grace Hopper"),
            ("plan", "grace", "call", "tomorrow", "--", "Cobol"),
            ("thank", "grace", "note"),
        ):
            done = netlog(*command)
            assert done.status == 0, done
        source.unlink()

    seeded(fill)
    return db


def files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())


def left(*folders: Path) -> set[tuple[str, str]]:
    """Which of the secrets stand in which file, in any case."""
    return {
        (path.name, secret)
        for path in files(*folders)
        for secret in SECRETS
        if secret.lower().encode() in path.read_bytes().lower()
    }


def test_no_byte_of_them_is_left(
    netlog, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert left(tmp_path)
    assert netlog("forget", "grace", "--yes", "--backups").status == 0
    assert left(tmp_path) == set()


def test_nobody_finds_them_any_more(netlog, book: Path) -> None:
    netlog("forget", "grace", "--yes")
    assert netlog("show", "c1").status == 3
    assert [person["name"] for person in netlog("list", "--json").json] == ["Ada Lovelace"]
    assert netlog("search", "cobol", "--json").json == []
    assert netlog("due", "--all", "--json").json == []


def test_the_book_is_whole_afterwards(netlog, book: Path) -> None:
    netlog("forget", "grace", "--yes", "--backups")
    assert netlog("doctor").out == "The book is healthy.\n"


def test_others_keep_what_is_theirs(netlog, book: Path) -> None:
    netlog("forget", "grace", "--yes")
    ada = netlog("show", "ada", "--json").json
    assert ada["notes"] == "[forgotten] sent her, [forgotten]"
    assert ada["introduced_by"] is None
    assert [meeting["text"] for meeting in ada["meetings"]] == ["Looms, which [forgotten] knows"]
    assert [favor["text"] for favor in ada["favors"]] == ["A word with [forgotten]"]


def test_what_others_say_may_stay(netlog, book: Path) -> None:
    gone = netlog("forget", "grace", "--yes", "--keep-mentions", "--json").json
    assert netlog("show", "ada", "--json").json["notes"] == "Grace HOPPER sent her, grace@x.org"
    assert gone["kept_mentions"] is True
    assert {(one["ref"], one["field"]) for one in gone["mentions"]} == {
        ("c2", "notes"), ("m2", "text"), ("f3", "text"),
    }  # fmt: skip


def test_a_word_of_their_name_that_others_bear_stays(netlog) -> None:
    netlog("add", "Grace Hopper")
    netlog("add", "Grace Kelly", "--note", "Not Hopper; Grace of Monaco, not Grace Hopper")
    netlog("forget", "c1", "--yes")
    kelly = netlog("show", "kelly", "--json").json
    assert kelly["name"] == "Grace Kelly"
    assert kelly["notes"] == "Not [forgotten]; Grace of Monaco, not [forgotten]"


def test_part_of_a_word_is_no_mention(netlog) -> None:
    netlog("add", "Ann Lee")
    netlog("add", "Bo", "--note", "Annual fleet meeting in Leeds")
    netlog("forget", "ann", "--yes")
    assert netlog("show", "bo", "--json").json["notes"] == "Annual fleet meeting in Leeds"


def test_nothing_is_undone_behind_it(netlog, book: Path) -> None:
    netlog("forget", "grace", "--yes")
    refused = netlog("undo")
    assert refused.status == 1
    assert "nothing to take back" in refused.err
    netlog("add", "Bob")
    assert netlog("undo").status == 0
    assert netlog("undo").status == 1
    assert netlog("redo").status == 0


def test_their_ref_never_comes_to_mean_another(netlog) -> None:
    netlog("add", "Ada")
    netlog("add", "Grace Hopper", "--log", "Coffee")
    netlog("forget", "grace", "--yes")
    assert netlog("add", "Bob", "--json").json["ref"] == "c3"
    assert netlog("log", "bob", "coffee", "--json").json["ref"] == "m2"


def test_who_was_removed_or_merged_is_forgotten_by_ref(netlog, tmp_path: Path, db: Path) -> None:
    netlog("add", "Grace Hopper", "--email", "grace@x.org", "--note", "Cobol")
    netlog("add", "Amazing Murray", "--note", "compilers")
    netlog("merge", "c1", "c2", "--yes")
    netlog("remove", "c1", "--yes")
    assert left(tmp_path)
    assert netlog("forget", "c1", "--yes", "--backups").status == 0
    assert left(tmp_path) == set()


# Backups


def test_backups_that_hold_them_are_named_and_left(netlog, book: Path) -> None:
    netlog("backup")
    gone = netlog("forget", "grace", "--yes", "--json").json
    assert len(gone["backups"]) == 1
    assert all(os.path.exists(path) for path in gone["backups"])
    assert netlog("restore", gone["backups"][0], "--dry-run").status == 0


def test_backups_are_written_anew_and_still_good(netlog, book: Path) -> None:
    netlog("backup")
    gone = netlog("forget", "grace", "--yes", "--backups", "--json").json
    assert gone["backups"] == []
    for path in gone["rewritten"]:
        assert netlog("restore", path, "--yes").status == 0
        assert netlog("who", "grace").status == 3


def test_a_backup_without_them_is_left_alone(netlog, db: Path) -> None:
    netlog("add", "Ada")
    netlog("backup")
    netlog("add", "Grace Hopper")
    gone = netlog("forget", "grace", "--yes", "--backups", "--json").json
    assert (gone["backups"], gone["rewritten"]) == ([], [])


# Asking


def test_in_a_pipe_it_wants_yes(netlog, book: Path) -> None:
    before = book.read_bytes()
    refused = netlog("forget", "grace")
    assert refused.status == 2
    assert "add --yes" in refused.err
    assert book.read_bytes() == before


def test_a_dry_run_tells_and_changes_nothing(netlog, book: Path) -> None:
    before = book.read_bytes()
    told = netlog("forget", "grace", "--dry-run")
    assert "would be forgotten for good" in told.out
    assert "[forgotten] in c2, f3 and m2" in told.out
    assert book.read_bytes() == before


def test_on_a_terminal_it_asks_and_offers_the_backups(netlog, book: Path, terminal) -> None:
    netlog("backup")
    with terminal("forget", "grace") as shown:
        shown.expect("would be forgotten for good")
        shown.expect("Forget Grace Hopper")
        shown.sendline("y")
        shown.expect("In the backups, too")
        shown.sendline("")
        shown.expect("Forgotten: c1")
        assert shown.wait() == 0
    assert left(book.parent) == set()


def test_nobody_is_forgotten_whom_nobody_knows(netlog, book: Path) -> None:
    assert netlog("forget", "c99", "--yes").status == 3


# The schema


def test_every_column_of_text_is_searched_for_mentions_or_holds_none() -> None:
    structural = {
        *("uid", "kind", "state", "how", "direction", "invited_by", "paid_by", "scope", "circle"),
        *("tag", "label", "key", "normal", "birthday", "day", "starts_at", "every_from", "stage"),
    }
    unsure = {
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        if table.name not in JOURNAL
        for column in table.columns
        if isinstance(column.type, String)
        and column.name not in TEXTS | structural
        and not column.name.endswith(("_on", "_at", "_key", "_until", "search_text"))
    }
    assert unsure == set()


def test_the_journal_says_that_something_was_forgotten_and_not_whom(netlog, book: Path) -> None:
    netlog("forget", "grace", "--yes")
    with closing(sqlite3.connect(book)) as connection:
        rows = connection.execute(
            "SELECT was_there, is_there FROM change c JOIN batch b ON b.id = c.batch_id "
            "WHERE command = 'forget'"
        )
        assert set(rows) == {(0, 0)}
    assert "somebody forgotten" in netlog("history").out


def test_what_was_exported_and_still_names_them_is_told(netlog, book: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    netlog("export", "-o", str(folder / "all.json"))
    netlog("export", "-o", str(folder / "gone.vcf"))
    netlog("export", "--format", "md", "-o", f"{folder}/pages/")
    netlog("export", "--format", "csv", "--circle", "peer", "-o", str(folder / "nobody.csv"))
    netlog("draft", "grace", "-o", str(folder / "drafts"))
    netlog("backup", str(folder / "stick.db"))
    (folder / "gone.vcf").unlink()
    named = {
        str(folder / name)
        for name in ("all.json", "pages/ada-lovelace-c2.md", "pages/grace-hopper-c1.md")
    } | {str(path) for path in (folder / "drafts").iterdir()}
    would = netlog("forget", "grace", "--dry-run", "--json").json
    assert set(would["exports"]) == named
    assert str(folder / "stick.db") in would["backups"]
    gone = netlog("forget", "grace", "--yes", "--backups")
    assert f"They are named in {len(named)} files outside of the book, yours to delete:" in gone.out
    assert str(folder / "all.json") in gone.out
    assert not {secret for name, secret in left(folder) if name == "stick.db"}
    assert netlog("doctor").status == 0


def test_a_path_that_names_them_is_forgotten_with_them(netlog, book: Path, tmp_path: Path) -> None:
    for name in ("grace_hopper.json", "GraceHopper.json", "everybody.json"):
        netlog("export", "-o", str(tmp_path / name))
    netlog("forget", "grace", "--yes", "--backups")
    with closing(sqlite3.connect(book)) as connection:
        paths = [path for (path,) in connection.execute("SELECT path FROM copy")]
    assert paths == [str(tmp_path / "everybody.json")]


def test_what_was_written_is_known_after_a_restore_and_is_no_command(
    netlog, book: Path, tmp_path: Path
) -> None:
    netlog("backup")
    before = netlog("history").out
    netlog("export", "-o", str(tmp_path / "all.json"))
    netlog("export", "-o", str(tmp_path / "all.json"), "--force")
    assert netlog("history").out == before
    netlog("restore", "latest", "--yes")
    assert netlog("forget", "grace", "--dry-run", "--json").json["exports"] == [
        str(tmp_path / "all.json")
    ]


def test_what_the_book_cannot_note_is_written_all_the_same(
    netlog, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "PATIENCE", "PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(book, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        done = netlog("export", "-o", str(tmp_path / "all.json"))
    assert done.status == 0
    assert (tmp_path / "all.json").exists()
    assert "forget will not look there" in done.err


def test_what_is_no_file_any_more_is_not_waited_for(netlog, book: Path, tmp_path: Path) -> None:
    for name in ("a.json", "b.db"):
        netlog(*(("export", "-o") if name == "a.json" else ("backup",)), str(tmp_path / name))
        (tmp_path / name).unlink()
        os.mkfifo(tmp_path / name)
    would = netlog("forget", "grace", "--dry-run", "--json").json
    assert would["exports"] == []
    assert not [path for path in would["backups"] if path.endswith("b.db")]


def test_they_are_found_in_escapes_folded_lines_and_across_pieces(
    netlog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netlog("add", "Zoë Ångström-Featherstonehaugh")
    netlog("add", "Bo")
    for name in ("a.json", "b.vcf", "c.txt"):
        netlog("export", "--format", "json", "-o", str(tmp_path / name))
    (tmp_path / "a.json").write_text(
        '[{"name": "Zo\\u00eb \\u00c5ngstr\\u00f6m-Featherstonehaugh"}]'
    )
    (tmp_path / "b.vcf").write_text("FN:Zoë Ångström-Fea\r\n therstonehaugh\r\n")
    (tmp_path / "c.txt").write_text("x" * 95 + " Zoë Ångström-Featherstonehaugh " + "x" * 95)
    monkeypatch.setattr(actions, "PIECE", 100)
    monkeypatch.setattr(actions, "OVERLAP", 40)
    would = netlog("forget", "zoe", "--dry-run", "--json").json
    assert [Path(one).name for one in would["exports"]] == ["a.json", "b.vcf", "c.txt"]


# A disk that is full


def test_without_room_to_write_the_book_anew_nobody_is_forgotten(
    netlog, book: Path, monkeypatch
) -> None:
    before = book.read_bytes()
    usage = shutil.disk_usage(book.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=100_000))
    failed = netlog("forget", "c1", "--yes")
    assert failed.status == 6
    assert "no room" in failed.err
    assert "Nothing was changed" in failed.err
    assert book.read_bytes() == before


def test_traces_that_may_be_left_are_told(netlog, book: Path, monkeypatch) -> None:
    def fails(path: str) -> None:
        raise FileTrouble(f"The disk is full, no space is left for {path}.", saved=True)

    monkeypatch.setattr(forgetting, "write_anew", fails)
    done = netlog("forget", "c1", "--yes")
    assert done.status == 0
    assert "may be left in its free space: netlog compact" in " ".join(done.out.split())
    monkeypatch.undo()


def test_a_backup_that_cannot_be_written_anew_keeps_none_from_it(netlog, book: Path) -> None:
    for _ in range(2):
        netlog("backup")
    damaged, good = sorted(one["path"] for one in netlog("backup", "--list", "--json").json)
    with open(damaged, "r+b") as file:
        file.seek(5000)
        file.write(b"noise")
    gone = netlog("forget", "c1", "--backups", "--yes", "--json").json
    assert (gone["backups"], gone["rewritten"]) == ([damaged], [good])
