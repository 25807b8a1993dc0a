"""What each run may import, read from sys.modules in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.conftest import FOLDERS

HEAVY = {"sqlalchemy", "sqlmodel", "pydantic"}
RUNNER = """
import sys
from netlog import cli
status = cli.main(sys.argv[1:])
print("\\n" + " ".join(sys.modules))
sys.exit(status)
"""


@cache
def modules(*argv: str, **environment: str) -> tuple[set[str], set[str]]:
    """The top-level packages and the modules of netlog that a run imported.

    It is run once: it imports the same in every copy of the book.
    """
    done = subprocess.run(
        [sys.executable, "-c", RUNNER, *argv],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = done.stdout.strip().split("\n")[-1].split(" ")
    packages = {name.split(".")[0] for name in loaded}
    return packages, {name for name in loaded if name.startswith("netlog.")}


@pytest.fixture
def book(netlog, db: Path, seeded) -> Path:
    def fill() -> None:
        netlog("add", "Grace Hopper", "--log", "Coffee", "--kind", "coffee", "--on", "3d")
        netlog("add", "Ada Lovelace")

    seeded(fill)
    return db


@pytest.mark.parametrize(
    "argv",
    [
        ("--help",),
        ("--version",),
        ("due", "--help"),
        ("add", "--help"),
        ("due", "--json"),
        ("due", "--brief"),
        ("due",),
        ("list", "--json"),
        ("list",),
        ("search", "coffee"),
        ("search", "coffee", "--json"),
        ("show", "grace", "--json"),
        ("show", "grace"),
        ("history", "--json"),
        ("history", "grace"),
        ("undo", "--list"),
        ("tags", "--json"),
        ("duplicates", "--json"),
        ("merge", "c1", "c2", "--dry-run", "--json"),
    ],
)
def test_reading_imports_no_orm(book: Path, argv: tuple[str, ...]) -> None:
    packages, _ = modules(*argv)
    assert not packages & HEAVY


@pytest.mark.parametrize(
    "argv",
    [
        ("--help",),
        ("--version",),
        ("due", "--json"),
        ("due", "--brief"),
        ("due",),
        ("list", "--json"),
        ("show", "grace", "--json"),
        ("log", "grace", "-m", "Call", "--json"),
    ],
)
def test_json_and_pipes_import_no_rich(book: Path, argv: tuple[str, ...]) -> None:
    packages, _ = modules(*argv)
    assert "rich" not in packages


@pytest.mark.parametrize(
    "argv",
    [
        ("due", "--json"),
        ("due", "--brief"),
        ("due", "--all"),
        ("list",),
        ("list", "--limit", "50", "--json"),
        ("show", "grace"),
        ("check", "grace"),
        ("brief", "grace"),
        ("log", "grace", "-m", "Call", "--json"),
    ],
)
def test_a_plain_line_imports_no_typer(book: Path, argv: tuple[str, ...]) -> None:
    packages, _ = modules(*argv)
    assert not packages & {"typer", "click"}


def test_undo_maps_no_table(book: Path) -> None:
    """What refers to what it asks the file, so that it stays quick whatever tables there are."""
    packages, ours = modules("undo", "--dry-run")
    assert "sqlmodel" in packages
    tables = {name for name in ours if name.startswith("netlog.store.tables.")}
    assert tables == {"netlog.store.tables.base"}


def test_completion_imports_no_typer(book: Path) -> None:
    packages, _ = modules("netlog show gr", "gr", "9", _NETLOG_COMPLETE="bash")
    assert not packages & {"typer", "click", "rich", "inspect", "ast", "typing", "re"}


@pytest.mark.parametrize("argv", [("due",), ("list",), ("show", "grace")])
def test_a_terminal_gets_colours_without_rich(book: Path, argv: tuple[str, ...]) -> None:
    packages, ours = modules(*argv, FORCE_COLOR="1")
    assert "rich" not in packages
    assert "netlog.render.in_colour" in ours


@pytest.mark.parametrize("argv", [("--help",), ("--version",)])
def test_help_and_version_import_no_command(argv: tuple[str, ...]) -> None:
    _, ours = modules(*argv)
    commands = {name for name in ours if name.startswith("netlog.commands.")}
    assert commands <= {
        "netlog.commands.frame",
        "netlog.commands.frame.app",
        "netlog.commands.frame.declared",
        "netlog.commands.frame.noun",
        "netlog.commands.frame.once",
        "netlog.commands.frame.options",
    }
    assert not {name for name in ours if name.startswith("netlog.render.as_")}


def test_a_command_imports_no_other(book: Path) -> None:
    _, ours = modules("due", "--json")
    assert "netlog.commands.due" in ours
    assert not ours & {"netlog.commands.log", "netlog.commands.list_", "netlog.commands.show"}


@pytest.mark.parametrize("argv", [("due", "--json"), ("list", "--json"), ("show", "c1", "--json")])
def test_a_reading_run_imports_nothing_it_does_not_need(book: Path, argv: tuple[str, ...]) -> None:
    packages, _ = modules(*argv)
    assert not packages & {"rapidfuzz", "platformdirs", "tomllib", "asyncio"}


@pytest.mark.parametrize(
    "argv",
    [
        ("due", "--json"),
        ("due", "--brief"),
        ("due",),
        ("list", "--limit", "50"),
        ("list", "--json"),
        ("show", "grace"),
        ("check", "grace"),
        ("brief", "grace"),
        ("reconnect",),
        ("week",),
        ("balance",),
    ],
)
def test_a_plain_read_loads_no_typing_and_compiles_no_pattern(
    book: Path, argv: tuple[str, ...]
) -> None:
    """Which is a third of its time: see `typed`, `contexts` and `later`."""
    packages, _ = modules(*argv)
    assert not packages & {"typing", "re", "enum", "json", "inspect", "dataclasses", "pathlib"}
    assert not packages & {"contextlib", "contextvars"}


# What is loaded while the book is held: which tables are mapped among it. Each line that comes in
# is run by a fork of a process that has loaded nothing of netlog yet, but all with which tables are
# mapped: that takes five times as long as the rest.
HELD = """
import json, os, sys
import sqlalchemy.orm, sqlmodel

def run(tell, folder, home, words):
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.dup2(2, 1)
    os.chdir(folder)
    os.environ.update(home)
    assert not [name for name in sys.modules if name.startswith("netlog")]
    from netlog import cli
    from netlog.store import connect

    begin, commit, loaded = connect.begin, connect.commit, {}

    def take(*given, **said):
        taken = begin(*given, **said)
        loaded["before"] = set(sys.modules)
        return taken

    def let_go(*given, **said):
        loaded["meanwhile"] = set(sys.modules) - loaded["before"]
        return commit(*given, **said)

    connect.begin, connect.commit = take, let_go
    status = cli.main(words)
    os.write(tell, json.dumps([status, sorted(loaded["meanwhile"])]).encode())

for line in sys.stdin:
    told, tell = os.pipe()
    if not os.fork():
        try:
            run(tell, *json.loads(line))
        except BaseException as error:
            sys.excepthook(type(error), error, error.__traceback__)
        finally:
            os._exit(0)
    os.close(tell)
    with open(told) as pipe:
        print(pipe.read(), flush=True)
    os.wait()
"""


@pytest.fixture(scope="module")
def held() -> Iterator[Callable[..., tuple[int, list[str]]]]:
    """Run words in a folder: the exit status, and what was loaded while the book was held."""
    with subprocess.Popen(
        [sys.executable, "-c", HELD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout

        def run(folder: Path, *words: str) -> tuple[int, list[str]]:
            own = {name: os.environ[name] for name in ("HOME", *FOLDERS)}
            print(json.dumps([str(folder), own, words]), file=process.stdin, flush=True)
            status, loaded = json.loads(process.stdout.readline())
            return status, loaded

        yield run


@pytest.mark.parametrize(
    "line",
    [
        "add Zoe --force",
        "log c2 -m Call",
        "log c2 --owe slides --asked help --got advice",
        "thank c2 note",
        "done t1",
        "done c2",
        "drop t1",
        "favor ask c2 help",
        "favor give c2 advice",
        "favor receive c2 advice",
        "snooze c2 2w",
        "every c2 2w",
        "plan c2 coffee tomorrow",
        "lead add Engineer",
        "introduce c1 c2",
        "relate c1 c2 --as spouse",
        "edit c2 --note Looms",
        "undo",
        "import ada.vcf",
    ],
)
def test_no_table_is_mapped_while_the_book_is_held(
    book: Path, tmp_path: Path, held: Callable[..., tuple[int, list[str]]], line: str
) -> None:
    """It takes longer than the change, and everybody else waits for it."""
    (tmp_path / "ada.vcf").write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Ada\nEND:VCARD\n", "utf-8")
    status, meanwhile = held(tmp_path, *line.split())
    assert status == 0
    assert [name for name in meanwhile if name.startswith("netlog.store.tables.")] == []


# What goes wrong, a config file, how wide a terminal is, and whose name may be meant.
SELDOM = {
    "netlog.store.failures",
    "netlog.store.config_text",
    "netlog.store.reads.filters",
    "netlog.commands.frame.questions",
    "netlog.render.layout",
    "netlog.render.widths",
    "netlog.rules.addressed",
    "netlog.rules.matching",
    "netlog.rules.names",
}


@pytest.mark.parametrize("command", ["show", "check", "brief"])
def test_a_page_of_somebody_by_ref_loads_nothing_that_it_seldom_needs(
    book: Path, command: str
) -> None:
    _, ours = modules(command, "c1")
    assert ours & SELDOM == set()
