"""CONTRIBUTING's recipes, followed in one copy of the tree: a command, a format, a noun more.

The docs are written, the laws are asked and the commands are run once for all three. The noun is a
toy that was lent: its own files are in toy/, what it adds to files that are there in toy/added.txt.
It must be read, listed, shown, found, edited, told in a history, undone, merged, removed, exported
and imported like any other.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.contract.trees import copied, insert, put, python, replace

# What a recipe may break. tools/docs.py has just been run, and the README's commands are none of a
# recipe's; of statements, commands and migrations only what is new; of the output of all commands
# only that of the new ones, below.
QUICK = """
not fresh and not readme and not output and (not test_sql or toy or cities)
and (not test_catalogue or cities or toy) and (not test_migrations or same)
""".replace("\n", " ").strip()
TOY = Path(__file__).parent / "toy"
# As many files as one noun may touch, its own and generated ones among them.
MOST = 45
pytestmark = pytest.mark.slow

CITIES = '''"""netlog cities: where people live."""

from netlog import render
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Context
from netlog.named import NamedTuple
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

from netlog.store.connect import Book

CITIES = """
SELECT city FROM contact WHERE city NOT NULL ORDER BY id
"""


def cities(connection: Book) -> list[str]:
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


def add_format(tree: Path) -> None:
    formats = tree / "src" / "netlog" / "formats"
    put(formats / "plus" / "__init__.py", '"""Plus lists."""\n')
    put(formats / "plus" / "reader.py", READER)
    line = '    Format("plus", "plus.reader", says=r"\\A\\+ "),'
    insert(formats / "__init__.py", line, before='Format("md"')


def texts(tree: Path) -> dict[str, bytes]:
    """The files of the copy by their names."""
    return {
        str(path.relative_to(tree)): path.read_bytes()
        for path in tree.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def changed(tree: Path, before: dict[str, bytes]) -> dict[str, bytes]:
    return {name: text for name, text in texts(tree).items() if before.get(name) != text}


class Followed:
    """The copy in which all recipes have been followed, and what the noun's touched."""

    def __init__(self, tree: Path) -> None:
        self.tree = tree
        before = texts(tree)
        add_noun(tree)
        noun = changed(tree, before)
        add_command(tree)
        add_format(tree)
        written = texts(tree)
        python(tree, "tools/docs.py")
        docs = changed(tree, written)
        self.touched = sorted({*noun, *(name for name, text in docs.items() if b"toy" in text)})


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    return Followed(copied(tmp_path_factory.mktemp("recipes") / "netlog"))


# Each line is a book, and words; what netlog prints for it is printed as JSON.
DRIVER = """
import contextlib, io, json, os, sys
from netlog import cli
said = []
for book, *words in json.load(sys.stdin):
    os.environ["NETLOG_DB"] = book
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = cli.main(words)
        out.flush()
    assert status == 0, (words, status, err.getvalue())
    said.append(out.buffer.getvalue().decode())
print(json.dumps(said))
"""


@pytest.fixture
def typed(followed: Followed, home: Path) -> Callable[..., list[str]]:
    """What is printed for each line: a book, and words typed on it; one after the other."""

    def run(*lines: tuple[str, ...]) -> list[str]:
        told = json.dumps([[str(home / f"{book}.db"), *words] for book, *words in lines])
        said: list[str] = json.loads(python(followed.tree, "-c", DRIVER, given=told))
        return said

    return run


def check(tree: Path, name: str, printed: str) -> Any:
    """What was printed, which is as its schema has it."""
    schema = json.loads((tree / "docs" / "schema" / f"{name}.json").read_text("utf-8"))
    found = json.loads(printed)
    jsonschema.Draft202012Validator(schema).validate(found)
    return found


def test_a_noun_touches_few_files(followed: Followed) -> None:
    print(len(followed.touched), "files for a noun:", *followed.touched)
    assert len(followed.touched) <= MOST, followed.touched


def test_what_is_added_by_the_recipes_is_documented(followed: Followed) -> None:
    docs = followed.tree / "docs"
    commands = (docs / "commands.md").read_text("utf-8")
    assert "netlog cities" in commands
    assert "netlog toy lend" in commands
    assert "Plus lists" in (docs / "formats.md").read_text("utf-8")


def test_what_is_added_by_the_recipes_keeps_the_laws(followed: Followed) -> None:
    laws = ("nouns", "roads", "sql", "docs", "catalogue", "formats")
    files = [f"tests/contract/test_{law}.py" for law in laws]
    python(followed.tree, "-m", "pytest", *files, "tests/store/test_migrations.py", "-k", QUICK)


def test_a_command_a_noun_and_a_format_that_were_added_work(
    followed: Followed, typed: Callable[..., list[str]], home: Path
) -> None:
    tree, whole, plus = followed.tree, str(home / "book.json"), home / "people.txt"
    put(plus, "+ Ada Lovelace\n+ Grace Hopper\n")
    said = typed(
        ("book", "add", "Ada", "--city", "Oslo"),
        ("book", "cities"),
        ("book", "cities", "--json"),
        ("book", "add", "Ada Lovelace"),
        ("book", "add", "Grace"),
        ("book", "toy", "lend", "c1", "the orrery"),
        ("book", "toy", "lend", "grace", "a top", "--on", "yesterday", "--json"),
        ("book", "toy", "list", "--json"),
        ("book", "show", "x1"),
        ("book", "search", "orrery"),
        ("book", "edit", "x1", "--text", "the new orrery"),
        ("book", "history", "x1"),
        ("book", "undo"),
        ("book", "merge", "c2", "c1", "--yes"),
        ("book", "show", "x1", "--json"),
        ("book", "remove", "x2", "--yes"),
        ("book", "export", "--format", "json", "-o", whole),
        ("copy", "import", whole),
        ("copy", "toy", "list", "--json"),
        ("copy", "remove", "ada", "--dry-run"),
        ("plus", "import", str(plus)),
        ("plus", "list", "--json"),
    )
    _, cities, counted, _, _, lent, top, toys, shown, found, _, told, _, _, merged = said[:15]
    assert cities.split() == ["Oslo", "1"]
    assert check(tree, "cities", counted) == [{"city": "Oslo", "people": 1}]
    assert lent == "Ada has the orrery since 23 Nov (x1).\n"
    check(tree, "toy-lend", top)
    assert [one["ref"] for one in check(tree, "toy-list", toys)] == ["x1", "x2"]
    assert shown.startswith("the orrery (x1)")
    assert "x1" in found
    assert "the new orrery" in told
    assert json.loads(merged)["contact"]["ref"] == "c2"
    listed, removed, _, people = said[-4:]
    (toy,) = json.loads(listed)
    assert (toy["text"], toy["contact"]["name"]) == ("the orrery", "Ada Lovelace")
    assert "1 toy" in removed
    assert people.count('"name"') == 2


def test_a_noun_that_is_begun_is_told_what_it_lacks(tmp_path: Path) -> None:
    tree = copied(tmp_path / "netlog")
    source = tree / "src" / "netlog"
    noun = '        Noun("x", "toy", "toys", "toy"),'
    insert(source / "records" / "refs.py", noun, before='Noun("p", ')
    add_migration(source, "CREATE TABLE toy (id INTEGER NOT NULL PRIMARY KEY) STRICT;\n")
    told = python(tree, "-m", "pytest", "-rf", "--tb=no", "tests/contract/test_nouns.py", status=1)
    lacking = set(re.findall(r"^FAILED \S+::test_every_noun_has_its_row\[(.+?)\]", told, re.M))
    assert {"read", "shown", "removed", "merged", "searched", "told in a history"} <= lacking
