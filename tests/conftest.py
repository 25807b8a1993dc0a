"""A test has a home of its own, or none; one that would touch the real one fails."""

import fcntl
import gc
import io
import json
import os
import pty
import sqlite3
import struct
import subprocess
import sys
import termios
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pexpect
import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, Phase, settings
from ptyprocess import PtyProcess
from tests import on_postgres
from tests.demo import demo_book
from tests.examples import examples
from tests.forked import Program, become

from netlog import cli
from netlog.actions.demo.story import build
from netlog.rules.derived import derive
from netlog.store import creation, doors, migrate

# Where a shell forbids byte code, each of our processes would compile netlog anew: half its time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

TODAY = "2026-11-23"  # a Monday
AT = f"{TODAY}T12:00:00Z"

# How long an example takes says more about the machine than about netlog.
settings.register_profile(
    "ci",
    max_examples=examples(25),
    deadline=None,
    # What could be left out of an example besides is worth no minutes.
    phases=[phase for phase in Phase if phase is not Phase.explain],
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.register_profile("thorough", settings.get_profile("ci"))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

# What a developer's own shell may hold and no test may see.
FOREIGN = (
    *("NETLOG_DB", "NETLOG_CONFIG", "NETLOG_DEBUG", "NETLOG_TRACE", "NETLOG_PAGER"),
    *("PAGER", "LESS"),
    *("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "VISUAL", "EDITOR"),
)


class Result(NamedTuple):
    """What one run of the command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        return json.loads(self.err)["error"]


Netlog = Callable[..., Result]


# The folders of somebody's own, by the variables that name them.
FOLDERS = {f"XDG_{name}_HOME": name.lower() for name in ("DATA", "CONFIG", "CACHE", "STATE")}

for _name in FOREIGN:
    os.environ.pop(_name, None)
# What is without a home of its own has none: no file can be there.
os.environ |= {"HOME": "/dev/null/home", "NETLOG_TODAY": TODAY, "TERM": "xterm-256color"}
os.environ |= {name: f"/dev/null/home/{folder}" for name, folder in FOLDERS.items()}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty HOME."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    for name, inner in FOLDERS.items():
        monkeypatch.setenv(name, f"{folder}/{inner}")
    return folder


@pytest.fixture
def on_server(home: Path, monkeypatch: pytest.MonkeyPatch) -> str | None:
    """The name of this test's book on PostgreSQL, where NETLOG_TEST_POSTGRES asks for one."""
    if not on_postgres.IS_ASKED:
        return None
    name = on_postgres.ours()
    on_postgres.fill(on_postgres.nothing())
    monkeypatch.setenv("NETLOG_DB", on_postgres.address(name))
    return name


@pytest.fixture
def db(home: Path, on_server: str | None) -> Path:
    """Where this test's file is, or will be: the user's own place, which nobody has to name."""
    return home / "data" / "netlog" / "netlog.db"


Contents = Callable[[], object]
Sql = Callable[[str], list[Any]]


@pytest.fixture
def contents(db: Path, on_server: str | None) -> Contents:
    """What this test's book holds, as it is stored: it is equal where nothing was written."""
    if on_server:
        return lambda: on_postgres.written(on_server)
    return lambda: db.read_bytes() if db.exists() else b""


@pytest.fixture
def sql(db: Path, on_server: str | None) -> Sql:
    """What this test's book says to SQL, past netlog and all that holds it together."""

    def asked(statement: str) -> list[Any]:
        if on_server:
            return on_postgres.keep(on_server, f"{on_postgres.PAST_ALL}; {statement}")
        with closing(sqlite3.connect(db, isolation_level=None)) as connection:
            return connection.execute(statement).fetchall()

    return asked


@pytest.fixture
def netlog(db: Path, on_server: str | None, capfd: pytest.CaptureFixture[str]) -> Netlog:
    """Run the command in this process, on this test's file, with its output in pipes."""

    def run(*argv: str) -> Result:
        capfd.readouterr()
        mask = os.umask(0o077)
        os.umask(mask)
        try:
            status = cli.main(argv)
        finally:
            os.umask(mask)
        out, err = capfd.readouterr()
        if on_server:
            out, err = map(on_postgres.unsigned, (out, err))
        return Result(status, out, err)

    return run


@pytest.fixture
def demo(
    netlog: Netlog, home: Path, on_server: str | None, monkeypatch: pytest.MonkeyPatch
) -> Netlog:
    """Run the command on the demo book of today."""
    today = date.fromisoformat(TODAY)
    if on_server:
        on_postgres.refill("demo", lambda: build(on_postgres.address(on_server), today))
    else:
        monkeypatch.setenv("NETLOG_DB", str(demo_book(home / "demo.db", today)))
    return netlog


# The books of this process's tests, by the fixture that filled them.
BOOKS: dict[str, bytes] = {}


@pytest.fixture
def seeded(db: Path, on_server: str | None) -> Callable[..., None]:
    """Fill this test's file by an act; the next test that needs the same gets a copy of it.

    What the act depends on beside is said with it.
    """

    def seed(fill: Callable[[], Any], *by: object) -> None:
        name = " ".join((f"{fill.__module__}.{fill.__qualname__}", *map(repr, by)))
        if on_server:
            on_postgres.refill(name, fill)
            return
        if name not in BOOKS:
            fill()
            BOOKS[name] = db.read_bytes()
            return
        db.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        db.touch(mode=0o600)
        db.write_bytes(BOOKS[name])

    return seed


# An empty book as a file and as one in memory, once this process has made the first of each.
EMPTY: dict[str, bytes] = {}


@pytest.fixture
def one_of_each(netlog: Netlog, seeded: Callable[..., None]) -> Netlog:
    """A record of each noun, and a person beside: Carol (c1) and Ada (c2)."""

    def fill() -> None:
        netlog("add", "Carol Whitfield", "--tag", "mentor", "--email", "carol@x.org")
        netlog("add", "Ada Lovelace")
        netlog("log", "carol", "coffee", "-m", "her loom", "--owe", "the slides")
        netlog("goal", "add", "a post in data", "--horizon", "short")
        netlog("lead", "add", "Harbor Trust", "--via", "carol")
        netlog("plan", "ada", "coffee", "friday")
        netlog("org", "add", "Acme")

    seeded(fill)
    return netlog


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """What comes in on standard input."""

    def pipe(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return pipe


@pytest.fixture(autouse=True)
def copied_when_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a new book be a copy of the first: all migrations take longer than most of our tests.

    Tests of how a book is made make theirs in earnest.
    """
    fill, apply = creation._fill, migrate.apply

    def filled(path: str) -> None:
        if "file" in EMPTY:
            Path(path).write_bytes(EMPTY["file"])
            return
        fill(path)
        EMPTY["file"] = Path(path).read_bytes()

    def applied(connection: sqlite3.Connection, since: int) -> None:
        (_, _, path), *_ = connection.execute("PRAGMA database_list")
        if since or path:
            apply(connection, since)
        elif "memory" in EMPTY:
            connection.deserialize(EMPTY["memory"])
        else:
            apply(connection, since)
            EMPTY["memory"] = connection.serialize()

    monkeypatch.setattr(creation, "_fill", filled)
    monkeypatch.setattr(migrate, "apply", applied)


@pytest.fixture
def terminal(db: Path) -> Callable[..., "Terminal"]:
    """Run the command on a pseudo-terminal; returns pexpect's child, to be read and answered.

    It is a fork of this process, which has loaded already what it needs.
    """

    def run(*argv: str, rows: int = 24, columns: int = 80, **environment: str) -> Terminal:
        return Terminal(argv, rows, columns, environment)

    return run


class Terminal(pexpect.spawn):
    """A pseudo-terminal, and the command in a fork of this process."""

    def __init__(
        self, argv: Sequence[str], rows: int, columns: int, environment: dict[str, str]
    ) -> None:
        self.ours, self.size = environment, (rows, columns)
        super().__init__(
            sys.executable, list(argv), encoding="utf-8", timeout=30, dimensions=self.size
        )
        # It has said what it is waiting for before it is answered, and has ended when it is closed:
        # whoever waits a while for that spends half of such tests asleep.
        self.delaybeforesend = self.delayafterread = None
        self.ptyproc.delayafterclose = self.ptyproc.delayafterterminate = 0.01

    def _spawnpty(self, args: list[str], **_: Any) -> PtyProcess:
        with warnings.catch_warnings():
            # xdist has a thread of its own, which holds nothing that the child needs.
            warnings.simplefilter("ignore", DeprecationWarning)
            pid, fd = pty.fork()
        if not pid:
            self._become(args[1:])
        terminal = PtyProcess(pid, fd)
        terminal.setwinsize(*self.size)
        return terminal

    def _become(self, argv: list[str]) -> NoReturn:
        status = 1
        try:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *self.size, 0, 0))
            status = become(argv, self.ours)
        finally:
            os._exit(status)


@pytest.fixture
def process(db: Path) -> Netlog:
    """Run the command as a process of its own, with no standard input."""

    def run(*argv: str, **environment: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "netlog", *argv],
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def forked(db: Path, program: Program) -> Netlog:
    """The same in a tenth of the time: how a process starts is not what is of interest."""

    def run(*argv: str, **environment: str) -> Result:
        done = subprocess.run(
            [os.path.join(program.folder, "netlog"), *argv],
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def program() -> Iterator[Program]:
    """A `netlog` for the PATH of shells."""
    found = Program()
    yield found
    found.close()


@pytest.fixture
def recording(db: Path, on_server: str | None) -> Callable[[], Any]:
    """A transaction on this test's book, for seeding through the write layer."""
    place = on_postgres.address(on_server) if on_server else str(db)

    @contextmanager
    def begin(command: str = "test", at: str = AT) -> Iterator[Any]:
        with doors.recording(place, command=command, at=at, judge=derive) as book:
            yield book

    return begin


def pytest_configure(config: pytest.Config) -> None:
    """Keep what tests write in memory where there is room: each commit waits for the disk there.

    netlog itself waits for it as ever; such a file is merely on no disk.
    """
    if not config.option.basetemp and _takes_files(MEMORY):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", MEMORY)
    if on_postgres.IS_ASKED:
        on_postgres.keep_connections()


MEMORY, ROOM = "/dev/shm", 1 << 30


def _takes_files(folder: str) -> bool:
    """Whether files of tests fit there, and programs among them run."""
    try:
        found = os.statvfs(folder)
    except OSError:
        return False
    runs = not (found.f_flag & getattr(os, "ST_NOEXEC", 0))
    return runs and os.access(folder, os.W_OK) and found.f_bavail * found.f_frsize >= ROOM


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On PostgreSQL leave out what is about a file."""
    for item in items if on_postgres.IS_ASKED else ():
        of_file = item.get_closest_marker("of_file")
        if of_file:
            item.add_marker(pytest.mark.skip(reason=f"about a file: {of_file.args[0]}"))


def pytest_sessionfinish() -> None:
    """Let go of the server that this process started, if it did."""
    on_postgres.stop()


def pytest_collection_finish() -> None:
    """What is there by now stays: each collection would look through it in vain, and often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Tell whoever counts of a test once: of what came before it and after it, where that failed.

    Of ten thousand tests sixty thousand messages would go from one process to another, and half a
    minute with them.
    """
    config = item.config
    if not hasattr(config, "workerinput") or config.option.durations is not None:
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    return True


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-transcripts",
        action="store_true",
        help="write down in tests/transcripts what the sessions print now",
    )


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """As many as there are cores, but benchmarks run alone."""
    alone = config.option.markexpr == "benchmark"
    return 0 if alone else (os.cpu_count() or 1)
