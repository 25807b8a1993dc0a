"""CONTRIBUTING's recipes, followed in a copy of the tree: a command, a format, a noun more."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TAKEN = (
    "src",
    "tests",
    "tools",
    "docs",
    "LICENSE",
    "pyproject.toml",
    *(path.name for path in ROOT.glob("*.md")),
)
LEFT = shutil.ignore_patterns(".*", "released", "benchmarks")
# tools/docs.py has just been run, and the README's commands are none of a recipe's.
QUICK = ("-k", "not fresh and not readme")
pytestmark = pytest.mark.slow

Python = Callable[..., str]

CITIES = '''"""netlog cities: where people live."""

from typing import NamedTuple

import typer

from netlog import render
from netlog.commands.frame.app import of
from netlog.render.pages import cities as page
from netlog.rules import cities as rules
from netlog.store.reads import cities as reads


class Inhabited(NamedTuple):
    """A city, and how many people live there."""

    city: str
    people: int


RECORD = list[Inhabited]
EXAMPLES = ("netlog cities", "netlog cities --json")


def command(ctx: typer.Context) -> None:
    """Count the people of each city."""
    app = of(ctx)
    with app.reading() as connection:
        found = rules.counted(reads.cities(connection))
    render.listing(app.out, page.listing(), [Inhabited(*one) for one in found])
'''
COUNTED = '''"""Cities counted."""

from collections import Counter
from collections.abc import Iterable


def counted(cities: Iterable[str]) -> list[tuple[str, int]]:
    """Each city and how often it is there, most first."""
    return Counter(cities).most_common()
'''
READS = '''"""Where people live."""

import sqlite3

CITIES = """
SELECT city FROM contact WHERE city NOT NULL ORDER BY id
"""


def cities(connection: sqlite3.Connection) -> list[str]:
    """The city of each who has one."""
    return [city for (city,) in connection.execute(CITIES)]
'''
PAGE = '''"""Cities as a page."""

from netlog.render.page import Cell, Column, Listing


def listing() -> Listing:
    """Cities with how many people live there."""
    return Listing(
        columns=(
            Column("city", lambda one: Cell(one.city, "strong")),
            Column("people", lambda one: Cell(str(one.people))),
        ),
        empty="Nobody lives anywhere yet. Say where: netlog edit grace --city Oslo",
        line=lambda one: f"{one.city}: {one.people}",
    )
'''
READER = '''"""A list of people, one a line behind a plus."""

from netlog.formats.charset import decoded
from netlog.formats.circumstances import UNKNOWN, Circumstances, RawSource, content
from netlog.formats.mapping import Mapped
from netlog.records.incoming import IncomingPerson, Reading

TITLE = "Plus lists"
ABOUT = "`plus`, a list of people, one a line behind a plus. Read only."
MAPPING = (Mapped("name", "what stands behind the plus"),)


def read(source: RawSource, at: Circumstances = UNKNOWN) -> Reading:
    """The people of the list; row is the number of the line."""
    lines = decoded(content(source), at.charset).splitlines()
    for row, line in enumerate(lines, 1):
        if line.startswith("+ "):
            yield IncomingPerson(row, line[2:])
'''


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of what a recipe touches."""
    copy = tmp_path / "netlog"
    copy.mkdir()
    for name in TAKEN:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=LEFT)
        else:
            shutil.copy(ROOT / name, copy)
    return copy


@pytest.fixture
def python(tree: Path, db: Path) -> Python:
    """Run Python in the copy; returns what it printed."""

    def run(*argv: str, status: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, *argv],
            cwd=tree,
            env={**os.environ, "PYTHONPATH": str(tree / "src"), "PYTEST_ADDOPTS": "-n 0"},
            capture_output=True,
            text=True,
        )
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout

    return run


def put(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def insert(path: Path, line: str, *, before: str) -> None:
    """Put a line before the first that begins with that."""
    text = path.read_text("utf-8")
    found = re.search(rf"^ *{re.escape(before)}", text, re.M)
    assert found, (path, before)
    path.write_text(f"{text[: found.start()]}{line}\n{text[found.start() :]}", "utf-8")


def test_a_command_is_added_by_the_recipe(tree: Path, python: Python) -> None:
    source, contract = tree / "src" / "netlog", tree / "tests" / "contract"
    entry = '    Entry("cities", "cities", "People", "Count people by city."),'
    insert(source / "catalogue.py", entry, before='Entry("search"')
    put(source / "commands" / "cities.py", CITIES)
    put(source / "rules" / "cities.py", COUNTED)
    put(source / "store" / "reads" / "cities.py", READS)
    put(source / "render" / "pages" / "cities.py", PAGE)
    insert(contract / "test_roads.py", '    "cities": Road("cities"),', before='"search": Road')
    insert(contract / "test_docs.py", '    ("cities", ("cities",)),', before='("list", ')
    python("tools/docs.py")
    assert "netlog cities" in (tree / "docs" / "commands.md").read_text("utf-8")
    laws = ("roads", "sql", "docs")
    python("-m", "pytest", *(f"tests/contract/test_{law}.py" for law in laws), *QUICK)
    python("-m", "pytest", "tests/contract/test_catalogue.py", "-k", "cities")
    python("-m", "netlog", "add", "Ada", "--city", "Oslo")
    assert python("-m", "netlog", "cities").split() == ["Oslo", "1"]


def test_a_format_is_added_by_the_recipe(tree: Path, python: Python) -> None:
    formats = tree / "src" / "netlog" / "formats"
    put(formats / "plus" / "__init__.py", '"""Plus lists."""\n')
    put(formats / "plus" / "reader.py", READER)
    line = '    Format("plus", "plus.reader", says=r"\\A\\+ "),'
    insert(formats / "__init__.py", line, before='Format("md"')
    python("tools/docs.py")
    assert "Plus lists" in (tree / "docs" / "formats.md").read_text("utf-8")
    python("-m", "pytest", "tests/contract/test_formats.py")
    put(tree / "people.txt", "+ Ada Lovelace\n+ Grace Hopper\n")
    python("-m", "netlog", "import", "people.txt")
    assert python("-m", "netlog", "list", "--json").count('"name"') == 2


def test_a_noun_that_is_begun_is_told_what_it_lacks(tree: Path, python: Python) -> None:
    source = tree / "src" / "netlog"
    insert(
        source / "records" / "refs.py", '        Noun("x", "toy", "toys", "toy"),', before="# Under"
    )
    migrate = source / "store" / "migrate.py"
    text = migrate.read_text("utf-8")
    latest = int(re.findall(r"^LATEST = (\d+)", text, re.M)[0])
    migrate.write_text(text.replace(f"LATEST = {latest}", f"LATEST = {latest + 1}"), "utf-8")
    step = source / "store" / "migrations" / f"{latest + 1:04}_toys.sql"
    step.write_text("CREATE TABLE toy (id INTEGER NOT NULL PRIMARY KEY) STRICT;\n", "utf-8")
    told = python("-m", "pytest", "-rf", "tests/contract/test_nouns.py", status=1)
    lacking = set(re.findall(r"^FAILED \S+::test_every_noun_has_its_row\[(.+?)\]", told, re.M))
    assert {"read", "shown", "removed", "merged", "searched", "told in a history"} <= lacking
