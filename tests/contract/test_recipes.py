"""CONTRIBUTING's recipes, followed in a copy of the tree: a command, a format, a noun more.

The noun is a toy that was lent: its own files are in toy/, what it adds to files that are there in
toy/added.txt. It must be read, listed, shown, found, edited, told in a history, undone, merged,
removed, exported and imported like any other.
"""

import json
import re
from pathlib import Path

import pytest
from tests.contract.trees import Python, insert, put, replace

# tools/docs.py has just been run, and the README's commands are none of a recipe's; of commands and
# of migrations only what is new.
QUICK = """
not fresh and not readme and (not test_catalogue or cities or toy) and (not test_migrations or same)
""".strip()
TOY = Path(__file__).parent / "toy"
# As many files as one noun may touch, its own and generated ones among them.
MOST = 45
pytestmark = pytest.mark.slow

CITIES = '''"""netlog cities: where people live."""

from typing import NamedTuple

from netlog import render
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Context
from netlog.render.pages import cities as page
from netlog.rules import cities as rules
from netlog.store.reads import cities as reads


class Inhabited(NamedTuple):
    """A city, and how many people live there."""

    city: str
    people: int


RECORD = list[Inhabited]
EXAMPLES = ("netlog cities", "netlog cities --json")


def command(ctx: Context) -> None:
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


def add_command(tree: Path) -> None:
    """`cities`, as CONTRIBUTING has it."""
    source, contract = tree / "src" / "netlog", tree / "tests" / "contract"
    entry = '    Entry("cities", "cities", "People", "Count people by city."),'
    insert(source / "catalogue.py", entry, before='Entry("search"')
    put(source / "commands" / "cities.py", CITIES)
    put(source / "rules" / "cities.py", COUNTED)
    put(source / "store" / "reads" / "cities.py", READS)
    put(source / "render" / "pages" / "cities.py", PAGE)
    insert(contract / "test_roads.py", '    "cities": Road("cities"),', before='"search": Road')
    insert(contract / "test_docs.py", '    ("cities", ("cities",)),', before='("list", ')


def add_noun(tree: Path) -> None:
    """The toy: its own files, its migration, and what toy/added.txt says."""
    source = tree / "src" / "netlog"
    for path in TOY.rglob("*.py"):
        put(source / path.relative_to(TOY), path.read_text("utf-8"))
    add_migration(source, (TOY / "toys.sql").read_text("utf-8"))
    for block in re.split(r"^(?=[@~] )", (TOY / "added.txt").read_text("utf-8"), flags=re.M)[1:]:
        line, _, lines = block.partition("\n")
        name, _, words = line[2:].partition(" | ")
        if line.startswith("@"):
            insert(tree / name, lines.removesuffix("\n"), before=words)
        else:
            replace(tree / name, *words.split(" -> "))


def add_migration(source: Path, sql: str) -> None:
    (latest,) = re.findall(
        r"^LATEST = (\d+)", (source / "store/migrate.py").read_text("utf-8"), re.M
    )
    number = int(latest) + 1
    replace(source / "store" / "migrate.py", f"LATEST = {latest}", f"LATEST = {number}")
    put(source / "store" / "migrations" / f"{number:04}_toys.sql", sql)


def texts(tree: Path) -> dict[str, bytes]:
    """The files of the copy by their names."""
    return {
        str(path.relative_to(tree)): path.read_bytes()
        for path in tree.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_a_noun_and_a_command_are_added_by_the_recipes(
    tree: Path, python: Python, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = texts(tree)
    add_noun(tree)
    python("tools/docs.py")
    touched = sorted(name for name, text in texts(tree).items() if before.get(name) != text)
    print(len(touched), "files for a noun:", *touched)
    assert len(touched) <= MOST, touched
    add_command(tree)
    python("tools/docs.py")
    assert "netlog cities" in (tree / "docs" / "commands.md").read_text("utf-8")
    laws = ("nouns", "roads", "sql", "docs", "catalogue")
    files = [f"tests/contract/test_{law}.py" for law in laws]
    python("-m", "pytest", *files, "tests/store/test_migrations.py", "-k", QUICK)

    def netlog(*words: str) -> str:
        return python("-m", "netlog", *words)

    netlog("add", "Ada", "--city", "Oslo")
    assert netlog("cities").split() == ["Oslo", "1"]
    for name in ("Ada Lovelace", "Grace"):
        netlog("add", name)
    assert netlog("toy", "lend", "c1", "the orrery") == "Ada has the orrery since 23 Nov (x1).\n"
    netlog("toy", "lend", "grace", "a top", "--on", "yesterday")
    assert [one["ref"] for one in json.loads(netlog("toy", "list", "--json"))] == ["x1", "x2"]
    assert netlog("show", "x1").startswith("the orrery (x1)")
    assert "x1" in netlog("search", "orrery")
    netlog("edit", "x1", "--text", "the new orrery")
    assert "the new orrery" in netlog("history", "x1")
    netlog("undo")
    netlog("merge", "c2", "c1", "--yes")
    assert json.loads(netlog("show", "x1", "--json"))["contact"]["ref"] == "c2"
    netlog("remove", "x2", "--yes")
    book = tree / "book.json"
    book.write_text(netlog("export", "--format", "json"), "utf-8")
    monkeypatch.setenv("NETLOG_DB", str(tree / "other.db"))
    netlog("import", str(book))
    (toy,) = json.loads(netlog("toy", "list", "--json"))
    assert (toy["text"], toy["contact"]["name"]) == ("the orrery", "Ada Lovelace")
    assert "1 toy" in netlog("remove", toy["contact"]["ref"], "--dry-run")


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
    noun = '        Noun("x", "toy", "toys", "toy"),'
    insert(source / "records" / "refs.py", noun, before='Noun("p", ')
    add_migration(source, "CREATE TABLE toy (id INTEGER NOT NULL PRIMARY KEY) STRICT;\n")
    told = python("-m", "pytest", "-rf", "tests/contract/test_nouns.py", status=1)
    lacking = set(re.findall(r"^FAILED \S+::test_every_noun_has_its_row\[(.+?)\]", told, re.M))
    assert {"read", "shown", "removed", "merged", "searched", "told in a history"} <= lacking
