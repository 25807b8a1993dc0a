"""What goes wrong is one sentence and a status, and nothing is changed by it."""

import json
import os
import py_compile
import re
import shlex
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NoReturn

import pexpect
import pytest
from tests.conftest import Netlog
from tests.forked import Program
from tests.pressing import press

import netlog
from netlog import __version__
from netlog.records.contacts import NewContact
from netlog.store.writes import contacts

RELEASED = Path(__file__).parents[1] / "store" / "released"

# One or more of each status; the names stand for the book below.
FAILING = [
    (1, "refused", ("log", "ada", "--on", "2027-01-01")),
    (1, "refused", ("thank", "t1", "--on", "in 3 days")),
    (2, "usage", ("log", "ada", "--on", "the other day")),
    (2, "usage", ("log", "ada", "--kind", "banquet")),
    (2, "usage", ("log", "ada", "--nonsense")),
    (2, "usage", ("log", "ada", "--on")),
    (2, "usage", ("log",)),
    (2, "usage", ("add", "two\nlines")),
    (2, "usage", ("due", "--kind", "coffee")),
    (2, "usage", ("every", "ada", "often")),
    (2, "usage", ("snooze", "ada", "yesterday")),
    (2, "usage", ("frobnicate",)),
    (3, "no_match", ("show", "zacharias")),
    (3, "no_match", ("log", "ada", "zacharias")),
    (3, "no_match", ("favor", "told", "f9")),
    (3, "no_match", ("done", "t99")),
    (3, "no_match", ("drop", "c99")),
    (4, "several_match", ("log", "grace", "-m", "x")),
    (4, "several_match", ("every", "grace", "2w")),
    (5, "conflict", ("add", "Ada Lovelace")),
]
failing = pytest.mark.parametrize(
    ("status", "code", "argv"), FAILING, ids=[f"{s} {' '.join(a)}" for s, _, a in FAILING]
)


@pytest.fixture
def book(netlog, recording, seeded):
    """Ada, and two people called Grace of whom one is owed thanks."""

    def fill() -> None:
        netlog("add", "Grace Hopper", "--log", "Coffee", "--kind", "coffee")
        with recording() as opened:
            contacts.add(opened, NewContact("Grace Kelly"))
            contacts.add(opened, NewContact("Ada Lovelace"))

    seeded(fill)
    return netlog


def only_line(text: str) -> str:
    assert text.endswith("\n")
    assert text.count("\n") == 1
    return text


@failing
def test_a_failure_is_one_line_or_one_object_on_stderr_and_changes_nothing(
    book, contents, status: int, code: str, argv: tuple[str, ...]
) -> None:
    before = contents()
    failed = book(*argv)
    assert (failed.status, failed.out) == (status, "")
    assert re.fullmatch(r"netlog: [^\n]+\n", failed.err)

    failed = book(*argv, "--json")
    assert (failed.status, failed.out) == (status, "")
    assert only_line(failed.err).isascii()
    report = json.loads(failed.err)
    assert report.keys() == {"error"}
    assert report["error"].keys() == {"code", "message", "advice", "saved", "candidates"}
    assert (report["error"]["code"], report["error"]["saved"]) == (code, False)

    assert contents() == before


def test_a_sentence_ends_and_begins_like_one(book) -> None:
    for _, _, argv in FAILING:
        message = book(*argv).err.removeprefix("netlog: ").rstrip("\n")
        assert not re.search(r"[?!;,]\.|(?<!\.)\.\.(?!\.)|  ", message), message


def test_json_errors_are_as_they_are_on_both_sides_of_the_command(book) -> None:
    assert book("--json", "show", "grace") == book("show", "grace", "--json")
    assert book("--json", "frobnicate") == book("frobnicate", "--json")


def test_a_name_that_was_taken_aloud_does_not_spoil_the_error_object(book) -> None:
    failed = book("told", "ada lovelase", "hired", "--json")
    assert failed.status == 3
    assert json.loads(failed.err)["error"]["code"] == "no_match"


def test_an_error_repeats_no_stored_text(book) -> None:
    book("log", "ada", "-m", "a secret", "--owe", "another secret")
    for argv in (("add", "Ada Lovelace"), ("show", "grace"), ("done", "f1", "f99")):
        for failed in (book(*argv), book(*argv, "--json")):
            assert failed.status != 0
            assert "secret" not in failed.err


# --db, on both sides too


def test_db_is_read_before_and_after_the_command(book, tmp_path) -> None:
    other = str(tmp_path / "other.db")
    assert book("--db", other, "add", "Zed").status == 0
    after = book("list", "--db", other, "--json")
    before = book("--db", other, "--json", "list")
    assert before == after
    assert [contact["name"] for contact in after.json] == ["Zed"]
    assert len(book("list", "--json").json) == 3


# Misspelt commands


@pytest.mark.parametrize(
    ("typed", "meant"), [("lgo", "log"), ("thnak", "thank"), ("shwo", "show"), ("snoze", "snooze")]
)
def test_a_misspelt_command_gets_a_suggestion(netlog, typed: str, meant: str) -> None:
    failed = netlog(typed, "grace")
    assert failed.status == 2
    assert f"There is no command '{typed}'." in failed.err
    assert "Did you mean" in failed.err
    assert meant in failed.err


def test_a_command_that_is_like_no_other_gets_none(netlog) -> None:
    failed = netlog("frobnicate")
    assert failed.status == 2
    assert "Did you mean" not in failed.err


# The file


def test_a_folder_in_place_of_the_file_is_refused(netlog, tmp_path) -> None:
    for argv in (("list",), ("add", "Zed")):
        failed = netlog(*argv, "--db", str(tmp_path), "--json")
        assert (failed.status, failed.error["code"]) == (6, "file")


def test_a_folder_that_cannot_be_made_is_refused(netlog, tmp_path) -> None:
    (tmp_path / "file").write_text("in the way")
    failed = netlog("add", "Zed", "--db", str(tmp_path / "file" / "n.db"))
    assert failed.status == 6
    only_line(failed.err)


@pytest.mark.parametrize("content", [b"", b"x", b"not a database at all. " * 100])
def test_a_file_that_is_not_netlogs_is_refused_and_left_alone(
    netlog, tmp_path, content: bytes
) -> None:
    path = tmp_path / "foreign.db"
    path.write_bytes(content)
    for argv in (("list",), ("due",), ("add", "Zed")):
        failed = netlog(*argv, "--db", str(path), "--json")
        assert (failed.status, failed.out, failed.error["code"]) == (7, "", "damaged")
    assert path.read_bytes() == content


@pytest.mark.of_file("a newer one")
def test_a_file_of_a_newer_netlog_is_refused_and_left_alone(book, db) -> None:
    with closing(sqlite3.connect(db, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = db.read_bytes()
    for argv in (("list",), ("add", "Zed")):
        failed = book(*argv)
        assert failed.status == 7
        assert "newer netlog" in failed.err
    # What is no command is not made one that names the book.
    assert "Upgrade netlog to use it." in book("list", "--db", str(db)).err
    assert db.read_bytes() == before


# What is no fault of the user's


@pytest.fixture
def broken(book, monkeypatch) -> Netlog:
    """A fault of our own, as a command may have one, that speaks of what it read."""

    def fault(*_: object, **__: object) -> NoReturn:
        raise RuntimeError("secret day")

    monkeypatch.setattr("netlog.commands.show._record", fault)
    return book


def test_a_fault_of_ours_is_one_line_without_a_traceback(broken) -> None:
    failed = broken("show", "hopper")
    assert (failed.status, failed.out) == (1, "")
    assert "NETLOG_DEBUG=1" in only_line(failed.err)
    assert "secret" not in failed.err


def test_with_debug_the_report_is_a_private_file(broken, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("NETLOG_DEBUG", "1")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    failed = broken("show", "hopper")
    assert failed.status == 1
    (report,) = tmp_path.glob("netlog-debug-*.txt")
    assert str(report) in only_line(failed.err)
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert "Traceback" in report.read_text("utf-8")


def test_a_day_that_is_none_is_told_as_damage(book, sql) -> None:
    sql("UPDATE meeting SET happened_on = 'secret day'")
    failed = book("show", "hopper")
    assert (failed.status, failed.out) == (7, "")
    assert "The book is damaged: m1: happened_on not as written" in only_line(failed.err)
    assert "secret" not in failed.err


# What cannot be printed


def run(*argv: str | bytes, by: str = "", **streams) -> subprocess.CompletedProcess[bytes]:
    """The end of a process of its own, or of a fork, as a write's is: to load all takes long."""
    return subprocess.run(
        [*([by] if by else [sys.executable, "-m", "netlog"]), *argv],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        timeout=60,
        **streams,
    )


def test_a_write_whose_confirmation_cannot_be_printed_is_still_fine(book, program: Program) -> None:
    with open("/dev/full", "wb") as full:
        done = run("add", "Zed", by=f"{program.folder}/netlog", stdout=full)
    assert done.returncode == 0
    assert done.stderr.startswith(b"netlog: Saved, but not confirmed.")
    assert book("show", "zed").status == 0


@pytest.mark.parametrize(
    "argv", [("list", "--json"), ("--help",), ("due", "--help"), ("--version",)]
)
def test_what_cannot_be_printed_is_a_failure(book, argv: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        failed = run(*argv, stdout=full)
    assert failed.returncode == 6
    assert b"cannot be written: no space left on device" in failed.stderr


def without_a_reader() -> int:
    """The writing end of a pipe that nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    return writer


@pytest.mark.parametrize("argv", [("due", "--json"), ("--help",)], ids=" ".join)
def test_a_reader_that_is_gone_is_silent(book, argv: tuple[str, ...]) -> None:
    writer = without_a_reader()
    failed = run(*argv, stdout=writer)
    os.close(writer)
    assert (failed.returncode, failed.stderr) == (141, b"")


def test_a_write_whose_reader_is_gone_is_fine_and_silent(book, program: Program) -> None:
    writer = without_a_reader()
    done = run("add", "Zed", by=f"{program.folder}/netlog", stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")
    assert book("show", "zed").status == 0


def test_a_reader_that_leaves_halfway_is_silent_in_a_pipeline(book, recording) -> None:
    with recording() as opened:
        for number in range(20):
            contacts.add(opened, NewContact(f"{number} {'x' * 10_000}"))
    program = f"{shlex.quote(sys.executable)} -m netlog"
    done = subprocess.run(
        ["bash", "-c", f'{program} list | head -c 1; echo " ${{PIPESTATUS[0]}}"'],
        env=dict(
            os.environ
        ),  # else what readline, which pytest loads, has told the process: COLUMNS
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.stdout.split()[-1], done.stderr) == ("141", "")


@pytest.mark.of_file("it is whole")
def test_closed_streams_do_no_harm(book, db) -> None:
    program = f"{shlex.quote(sys.executable)} -m netlog"
    for closed in (">&-", "<&- >&- 2>&-"):
        subprocess.run(["bash", "-c", f"{program} log ada -m x {closed}"], timeout=60)
    with closing(sqlite3.connect(db, isolation_level=None)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    assert len(book("show", "ada", "--json").json["meetings"]) == 2


# Interrupted, misled


def test_ctrl_c_at_a_question_changes_nothing(book, contents) -> None:
    before = contents()
    child = pexpect.spawn(
        sys.executable,
        ["-m", "netlog", "snooze", "grace", "2w"],
        env=dict(os.environ),
        encoding="utf-8",
        timeout=30,
        # What is started in the background may have been told to ignore it.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    child.expect(r"Which one\? \[1-2\] ")
    press(child, "sendintr")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 130
    assert "Traceback" not in child.before
    assert contents() == before


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_an_argument_that_is_not_utf8_is_refused(book, options: tuple[str, ...]) -> None:
    failed = run("add", b"\xff\xfe", *options, stdout=subprocess.PIPE)
    assert (failed.returncode, failed.stdout) == (2, b"")
    assert b"not valid UTF-8" in failed.stderr
    if options:
        assert json.loads(failed.stderr)["error"]["code"] == "usage"


def test_an_argument_is_utf8_whatever_the_locale(book, process) -> None:
    added = process("add", "Zoë Żak", LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert added == (0, "Zoë Żak (c4) added.\n", "")


@pytest.mark.parametrize("today", ["nonsense", "2026-13-01", "23.11.2026", "2026-11-23T12:00:00"])
def test_a_today_that_is_no_day_is_refused(book, contents, monkeypatch, today: str) -> None:
    before = contents()
    monkeypatch.setenv("NETLOG_TODAY", today)
    for argv in (("due",), ("add", "Zed"), ("list",)):
        failed = book(*argv, "--json")
        assert (failed.status, failed.out) == (2, "")
        assert "NETLOG_TODAY" in failed.error["message"]
    assert contents() == before


# The words say what to do


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("add", "Grace", "Hopper"), 'in quotes: netlog add "Grace Hopper"'),
        (("snooze", "grace", "hopper", "2w"), "A name of several words goes in quotes."),
        (("every", "grace", "hopper", "2w"), "A name of several words goes in quotes."),
        (("done", "t1", "bob"), "'bob' is not a ref of something due"),
        (("drop", "m1"), "'m1' is not a ref of something due"),
        (("due", "--within"), "--within takes a span: --within 2w"),
        (("favor", "outcome"), "Which favor? netlog favor outcome f7"),
        (("log", "ada", "--nonsense"), "netlog log --help shows what there is."),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_a_mistake_says_what_to_do(book, argv: tuple[str, ...], said: str) -> None:
    assert said in book(*argv).err


def test_a_misspelt_command_is_never_taken_for_a_hidden_name(book) -> None:
    assert "Did you mean list?" in book("lis").err


@pytest.mark.parametrize(("asked", "shown"), [((), "Capture"), (("log",), "Usage: netlog log")])
def test_help_is_a_command_too(book, asked: tuple[str, ...], shown: str) -> None:
    helped = book("help", *asked)
    assert helped.status == 0
    assert shown in helped.out


@pytest.mark.parametrize("argv", [("--version", "--json"), ("--json", "--version")], ids=" ".join)
def test_the_version_is_json_when_asked_for(netlog, argv: tuple[str, ...]) -> None:
    assert netlog(*argv).json == {"version": __version__}


@pytest.mark.parametrize("day", ["20261123", "2026-W48-1", "23.11.2026"])
def test_a_pinned_today_has_one_form(netlog, monkeypatch, day: str) -> None:
    monkeypatch.setenv("NETLOG_TODAY", day)
    assert netlog("due").status == 2


# The config file


@pytest.fixture
def config(home: Path, monkeypatch) -> Path:
    path = home / "settings" / "config.toml"
    path.parent.mkdir()
    monkeypatch.setenv("NETLOG_CONFIG", str(path))
    return path


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('dbb = "x.db"', "it has no setting 'dbb', only db, region, day_ends, wait, kinds"),
        ("[thanks]\ncofee = 1", "[thanks] has no setting 'cofee', only coffee"),
        ("[check]\npatience = 1", "[check] has no setting 'patience'"),
        ("wait = -1", "wait must be seconds from 0 to 86400"),
        ('wait = "long"', "wait must be seconds from 0 to 86400"),
    ],
)
def test_a_slip_in_the_config_file_does_not_pass(
    netlog, config: Path, content: str, said: str
) -> None:
    config.write_text(content)
    refused = netlog("add", "Ada")
    assert refused.status == 2
    assert said in refused.err


@pytest.mark.parametrize(
    ("lock", "words"),
    [
        ("IMMEDIATE", ("add", "Ada")),
        ("EXCLUSIVE", ("add", "Ada")),
        ("EXCLUSIVE", ("list",)),
        ("EXCLUSIVE", ("backup",)),
        ("EXCLUSIVE", ("doctor",)),
    ],
)
@pytest.mark.of_file("it is locked")
def test_another_is_waited_for_as_long_as_the_config_says(
    book, db: Path, config: Path, lock: str, words: tuple[str, ...]
) -> None:
    config.write_text("wait = 0")
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute(f"BEGIN {lock}")
        refused = book(*words)
    said = refused.err + refused.out
    assert refused.status == (1 if words == ("doctor",) else 6)
    assert "is busy with the file" in said


@pytest.mark.of_file("it is locked")
def test_whoever_reads_is_waited_for_by_whoever_writes(book, db: Path, config: Path) -> None:
    config.write_text("wait = 0")
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT name FROM contact").fetchall()
        refused = book("add", "Ada")
        assert refused.status == 6
        assert "is busy with the file" in refused.err
        assert "Nothing was changed." in refused.err
        other.execute("ROLLBACK")
    assert book("add", "Ada").status == 0


@pytest.mark.of_file("an older one")
def test_an_older_book_is_upgraded_when_it_is_free(netlog, db: Path, config: Path) -> None:
    db.parent.mkdir(parents=True)
    shutil.copy(RELEASED / "v24.db", db)
    config.write_text("wait = 0")
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert netlog("list").status == 6
    assert netlog("list").status == 0


@pytest.mark.of_file("it is locked")
def test_on_a_terminal_who_waits_says_so(book, db: Path, monkeypatch) -> None:
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        seconds = iter(range(1000))

        def pause(_: float) -> None:
            if next(seconds) > 5 and other.in_transaction:
                other.execute("ROLLBACK")

        monkeypatch.setattr("time.sleep", pause)
        monkeypatch.setattr("time.monotonic", lambda: float(next(seconds)))
        monkeypatch.setattr("netlog.output.is_terminal", lambda _: True)
        shown = book("list")
    assert shown.status == 0
    assert shown.err == "Another program is busy with the book: waiting for it.\n"


def test_a_config_file_that_is_named_must_be_there(netlog, config: Path, monkeypatch) -> None:
    monkeypatch.delenv("NETLOG_DB", raising=False)
    refused = netlog("add", "Ada")
    assert refused.status == 2
    assert "it cannot be read" in refused.err


def test_a_relative_path_in_the_config_file_starts_at_its_folder(
    netlog, config: Path, monkeypatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("NETLOG_DB", raising=False)
    monkeypatch.chdir(tmp_path)
    config.write_text('db = "people.db"')
    assert netlog("add", "Ada").status == 0
    assert (config.parent / "people.db").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a = " + "[" * 500_000, "nested more than 10 deep"),
        ("[" + ".".join("a" * 900) + "]\nx = 1", "nested more than 10 deep"),
        ("due = " + "[" * 11 + "]" * 11, "nested more than 10 deep"),
        ("#" * 1_000_001, "it is larger than 1 MB"),
        ('db = "/tmp/a\\u0000b"', "db must be a path in quotes"),
    ],
    ids=["brackets", "tables", "eleven", "large", "nul"],
)
def test_a_config_file_that_is_out_of_bounds_is_refused(
    netlog, config: Path, monkeypatch, content: str, said: str
) -> None:
    monkeypatch.delenv("NETLOG_DB", raising=False)
    config.write_text(content)
    for command in (("list",), ("add", "Ada")):
        refused = netlog(*command)
        assert refused.status == 2
        assert said in refused.err


def test_a_pipe_in_the_place_of_the_config_file_is_refused_at_once(netlog, config: Path) -> None:
    os.mkfifo(config)
    refused = netlog("add", "Ada")
    assert refused.status == 2
    assert "it is not a file" in refused.err


# The place of the book


@pytest.mark.parametrize("by", ["flag", "environment", "config"])
@pytest.mark.parametrize("command", [("list",), ("add", "Ada"), ("due", "--json")])
def test_an_address_is_never_a_path(
    netlog, config: Path, monkeypatch, tmp_path: Path, by: str, command: tuple[str, ...]
) -> None:
    address = "mysql://ada:secret@db.example.org/people"
    monkeypatch.chdir(tmp_path)
    config.write_text(f'db = "{address}"' if by == "config" else "")
    monkeypatch.delenv("NETLOG_DB", raising=False)
    if by == "environment":
        monkeypatch.setenv("NETLOG_DB", address)
    refused = netlog(*command, *(("--db", address) if by == "flag" else ()))
    assert refused.status == 2
    assert "mysql://" in refused.err
    assert "is an address" in refused.err
    assert "secret" not in refused.out + refused.err
    assert not [path for path in tmp_path.rglob("*") if "mysql" in path.name]


def test_a_folder_with_a_colon_is_a_path(netlog, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert netlog("--db", "./odd://people.db", "add", "Ada").status == 0
    assert (tmp_path / "odd:" / "people.db").exists()


def test_an_interruption_while_it_loads_says_nothing(tmp_path: Path) -> None:
    # Python looks for signals between steps: give it some, before the next import goes wrong.
    (tmp_path / "sqlite3.py").write_text(
        "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\nfor _ in range(10**6): pass\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "netlog", "list"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == -signal.SIGINT
    assert done.stderr == b""


@pytest.mark.parametrize("module", ["errors", "tree"])
def test_a_compiled_file_that_a_full_disk_cut_off_is_no_interruption(
    tmp_path: Path, module: str
) -> None:
    source = Path(netlog.__file__).parent / f"{module}.py"
    cache = tmp_path / "cache"
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(cache), "HOME": str(tmp_path)}
    path = Path(f"{cache}{source.parent}/{source.stem}.{sys.implementation.cache_tag}.pyc")
    path.parent.mkdir(parents=True)
    path.write_bytes(
        Path(py_compile.compile(str(source), str(tmp_path / "whole"))).read_bytes()[:1024]
    )
    command = [
        sys.executable,
        "-B",
        "-c",
        "from netlog.start import run; run()",
        "import",
        "--help",
    ]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 6
    assert done.stderr.startswith(f"netlog: Python had kept {path} cut off, as on a full disk; ")
    assert not path.exists()
