"""netlog forget: nothing of somebody is left, in the book, its journal or where one asks for it."""

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import String
from sqlmodel import SQLModel
from tests.examples import examples

from netlog.actions import copies as actions
from netlog.actions import forgetting
from netlog.errors import FileTrouble
from netlog.rules.forgetting import TEXTS
from netlog.store.tables import whole as _schema  # noqa: F401 - fills SQLModel.metadata
from netlog.store.tables.history import JOURNAL
from netlog.store.writes import copies

pytestmark = pytest.mark.of_file("it is written anew")

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
    monkeypatch.setattr(copies, "PATIENCE", 0.001)
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


# Merged, and apart again


@pytest.fixture
def apart(netlog) -> None:
    """Ann and Bo, who were one for a while."""
    for command in (
        ("add", "Ann A"),
        ("add", "Bo B", "--email", "bo@b.org", "--nick", "Bobo"),
        ("log", "bo", "coffee", "--got", "a tip", "--", "Beans"),
        ("merge", "ann", "bo", "--yes"),
        ("undo",),
        ("log", "bo", "call", "--", "Bo rang"),
    ):
        assert netlog(*command).status == 0, command


def test_a_merge_that_was_undone_makes_nobody_part_of_another(netlog, apart) -> None:
    before = (netlog("show", "bo", "--json").json, netlog("history", "bo").out)
    would = netlog("forget", "ann", "--dry-run", "--json").json
    assert (would["records"], would["merged"], would["mentions"]) == (1, [], [])
    assert netlog("forget", "ann", "--yes").status == 0
    assert (netlog("show", "bo", "--json").json, netlog("history", "bo").out) == before
    assert netlog("doctor").status == 0


def test_who_was_removed_since_is_no_part_of_them_either(netlog, apart) -> None:
    netlog("remove", "bo", "--yes")
    before = netlog("history", "c2").out
    assert netlog("forget", "ann", "--dry-run", "--json").json["merged"] == []
    assert netlog("forget", "ann", "--yes").status == 0
    assert netlog("history", "c2").out == before
    assert netlog("forget", "c2", "--yes").status == 0


def test_what_was_taken_of_them_until_the_merge_was_undone_goes_too(netlog, db, apart) -> None:
    netlog("remove", "ann", "--yes")
    netlog("forget", "bo", "--yes")
    assert "nickname: [forgotten], merged name [forgotten] added" in netlog("history", "c1").out
    assert netlog("forget", "c1", "--yes").status == 0


def test_who_became_part_of_them_is_named_and_goes_with_them(netlog) -> None:
    for command in (("add", "Ann A"), ("add", "Bo B"), ("merge", "ann", "bo", "--yes")):
        netlog(*command)
    netlog("undo")
    netlog("redo")
    would = netlog("forget", "ann", "--dry-run")
    assert "So would Bo B (c2), part of them by merging." in would.out
    assert "c2 was merged into Ann A (c1)" in netlog("forget", "c2", "--yes").err
    gone = netlog("forget", "ann", "--yes", "--json").json
    assert gone["merged"] == [{"ref": "c2", "name": None}]
    assert netlog("history", "c2").status == 3


def test_a_backup_of_the_time_when_they_were_one_keeps_what_it_knows_of_the_other(
    netlog, tmp_path: Path
) -> None:
    netlog("add", "Ann A")
    netlog("add", "Bo B")
    netlog("log", "bo", "coffee", "--", "Bo likes beans")
    netlog("merge", "ann", "bo", "--yes")
    netlog("backup")
    netlog("undo")
    gone = netlog("forget", "ann", "--yes", "--backups", "--json").json
    (backup,) = gone["rewritten"]
    assert netlog("restore", backup, "--yes").status == 0
    assert netlog("history", "c2").out == "c2  23 Nov  removed\nc2  23 Nov  added\n"


def test_backups_of_the_time_before_they_were_one_lose_both(netlog, db: Path) -> None:
    netlog("add", "Bo B")
    netlog("backup")
    netlog("add", "Ann A")
    netlog("merge", "ann", "bo", "--yes")
    gone = netlog("forget", "ann", "--yes", "--backups", "--json").json
    assert len(gone["rewritten"]) == 1 or gone["backups"] == []
    assert not [file for file in files(db.parent) if b"Bo B" in file.read_bytes()]


def test_a_name_and_an_address_that_somebody_else_has_stay_theirs(netlog) -> None:
    netlog("add", "Ann", "--phone", "+4930123456")
    netlog("add", "Ann Lee", "--phone", "+4930123456", "--force")
    netlog("add", "Bo", "--note", "Ann said so: +4930123456")
    before = [netlog("show", who, "--json").json for who in ("c2", "c3")]
    netlog("forget", "c1", "--yes")
    assert [netlog("show", who, "--json").json for who in ("c2", "c3")] == before


PEOPLE = ("Ann", "Bob", "Cy")
DEEDS = st.sampled_from(
    ("log", "log", "email", "merge", "merge", "undo", "undo one", "redo", "remove")
)
WHO = st.sampled_from(PEOPLE)


@settings(max_examples=examples(4), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(DEEDS, WHO, WHO), min_size=3, max_size=9), WHO)
def test_who_is_forgotten_is_who_was_named_and_nobody_else(netlog, db, steps, whom) -> None:
    db.unlink(missing_ok=True)
    for name in PEOPLE:
        netlog("add", name)
    for number, (deed, one, other) in enumerate(steps):
        match deed:
            case "log":
                netlog("log", one, "coffee", "--got", f"a tip {number}", "--", f"Beans {number}")
            case "email":
                netlog("edit", one, "--add-email", f"{one}{number}@x.org")
            case "merge":
                netlog("merge", one, other, "--yes")
            case "undo one":
                done = [c["id"] for c in netlog("undo", "--list", "--json").json]
                if done:
                    netlog("undo", done[number % len(done)])
            case "remove":
                netlog("remove", one, "--yes")
            case _:
                netlog(deed)

    def told() -> dict[int, set[str]]:
        """Each person, and all that the export and the history tell of them."""
        book = netlog("export", "--format", "json").json
        found = {
            one["id"]: {json.dumps(one), netlog("history", one["ref"]).out}
            for one in book["contacts"]
        }
        for kind in ("meetings", "favors", "thanks"):
            for one in book[kind]:
                (contact,) = one.get("contacts") or [one["contact"]]
                found[contact["id"]].add(json.dumps(one))
        return found

    before = told()
    would = netlog("forget", f"c{PEOPLE.index(whom) + 1}", "--dry-run", "--json")
    if would.status == 3:  # merged into somebody
        return
    going = {
        int(ref[1:]) for ref in (would.json["ref"], *(one["ref"] for one in would.json["merged"]))
    }
    gone = netlog("forget", would.json["ref"], "--yes")
    assert gone.status == 0, gone
    assert told() == {id_: lines for id_, lines in before.items() if id_ not in going}
    for name in (PEOPLE[id_ - 1] for id_ in going):
        assert netlog("history", f"c{PEOPLE.index(name) + 1}").status == 3
    assert netlog("doctor").status == 0
