"""Every statement that reads the file is one SQLite accepts; the morning's are found by index."""

import ast
import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from itertools import product
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter
from typing import Any

import pytest

from netlog.records.layouts import SECTIONS
from netlog.records.people import PeopleFilter
from netlog.store import connect, migrate, reads, writes
from netlog.store.reads import due, leads
from netlog.store.reads.contacts import ORDERS
from netlog.store.reads.filters import condition

DAY = date(2026, 11, 23)
EVERYTHING = PeopleFilter(
    circles=("peer", "business"),
    tags=("chess", "old"),
    organization="acme",
    city="oslo",
    how_met="reunion",
    introduced_by=1,
    unintroduced=True,
    added_since=DAY,
    touched_since=DAY,
    silent_since=DAY,
    without_cadence=True,
    fields=(("team", "chess"),),
)
CONTACT = """
INSERT INTO contact (uid, name, organization, city, how_met, created_at, updated_at)
VALUES ('', 'Grace', 'Acme', 'Oslo', 'Reunion', '', '')
"""
FILTERS = (PeopleFilter(), EVERYTHING, PeopleFilter(archived=True))


def conditions() -> Iterator[str]:
    """What filters of people become."""
    connection = sqlite3.connect(":memory:")
    migrate.apply(connection, since=0)
    connection.execute(CONTACT)
    connection.execute("INSERT INTO contact_field VALUES (1, 1, 'team', 'chess')")
    yield from (condition(connection, people)[0] for people in FILTERS)
    connection.close()


# What a placeholder may stand for; where that depends on the module, under both their names, and
# where on the statement, under all three.
VALUES = {
    "who": ("c.id = :id", *conditions()),
    "order": tuple(order.format(up="ASC", down="DESC") for order in ORDERS.values()),
    "contacts.NAMED.whose": ("c.id = :id",),
    "contacts.whose": ("1 = 1", "contact_id = :id"),
    "exporting.whose": ("1 = 1", "contact_id = :id"),
    "importing.table": tuple(set(SECTIONS.values()) - {"not_duplicate"}),
    "due.silent": ("", due._SILENT),
    "leads.which": ("1 = 1", "l.closed_on IS NULL", "l.id = :id", leads.OF_CONTACT),
    "occurrences.table": ("meeting", "plan"),
    "hands.ids": (":id",),
    "path.ids": (":id_0",),
    "searchable.ids": (":id",),
    "path.names": (":name_0",),
    "standing.whose": ("1 = 1",),
}


class Anything(dict[str, Any]):
    """A value for every bind there may be."""

    def __missing__(self, name: str) -> None:
        return None


def constants() -> Iterator[tuple[str, str]]:
    """The statements in the modules of reads, by the names of module and constant.

    What begins with an underscore is a part of one.
    """
    for module in iter_modules(reads.__path__):
        for name, value in vars(import_module(f"{reads.__name__}.{module.name}")).items():
            if not name.isupper() or name.startswith("_"):
                continue
            several = value if isinstance(value, dict) else {"": value}
            for key, sql in several.items():
                if isinstance(sql, str) and re.match(r"\s*(SELECT|WITH)\b", sql):
                    yield f"{module.name}.{name}.{key}".rstrip("."), sql


STATEMENTS = dict(constants())
# What may not slow down as the book grows: the morning report, what became of
# somebody, and the facts behind a write.
OF_ONE = [name for name in STATEMENTS if name.endswith("_OF_ONE")]
QUICK = [name for name in STATEMENTS if name.startswith(("due.", "history."))] + OF_ONE
QUICK.remove("due.ANYBODY")  # stops at the first row it meets
for name in ("history.BATCHES", "history.COLUMNS"):  # read as far as needed; never alone
    QUICK.remove(name)


def filled(name: str) -> list[str]:
    """The statement with its placeholders filled in each way they may be."""
    sql, module = STATEMENTS[name], name.partition(".")[0]
    fields = sorted({field for _, field, _, _ in Formatter().parse(sql) if field})
    keys = [(f"{name}.{field}", f"{module}.{field}", field) for field in fields]
    choices = [next(VALUES[one] for one in spelled if one in VALUES) for spelled in keys]
    return [sql.format(**dict(zip(fields, chosen, strict=True))) for chosen in product(*choices)]


@pytest.fixture(scope="module")
def fresh() -> Iterator[sqlite3.Connection]:
    """An empty database with the schema of this version."""
    connection = connect.to_nothing()
    migrate.apply(connection, since=0)
    yield connection
    connection.close()


def test_every_module_of_reads_is_looked_at() -> None:
    asking = {module.name for module in iter_modules(reads.__path__)} - {
        "values",
        "search_match",
        "serving",
    }
    assert {name.partition(".")[0] for name in STATEMENTS} == asking
    assert len(QUICK) > 8


@pytest.mark.parametrize("name", STATEMENTS)
def test_sqlite_accepts_it(fresh: sqlite3.Connection, name: str) -> None:
    for sql in filled(name):
        fresh.execute(f"EXPLAIN {sql}", Anything())


def test_all_binds_have_names() -> None:
    assert [name for name, sql in STATEMENTS.items() if "?" in sql] == []


@pytest.mark.parametrize("path", sorted(Path(writes.__path__[0]).rglob("*.py")), ids=str)
def test_what_is_written_has_named_binds_and_goes_by_no_setting(path: Path) -> None:
    """Whatever SQLite alone is told has a name that another engine can answer for."""
    found = {
        node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [text for text in found if re.search(r"[(,=] ?\?|PRAGMA", text)] == []


def plan(connection: sqlite3.Connection, sql: str) -> list[str]:
    return [step for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {sql}", Anything())]


@pytest.mark.parametrize("name", QUICK)
def test_it_reads_no_table_or_index_from_end_to_end(fresh: sqlite3.Connection, name: str) -> None:
    for sql in filled(name):
        assert [step for step in plan(fresh, sql) if re.match(r"SCAN \w", step)] == []


@pytest.mark.parametrize("name", [name for name in STATEMENTS if name.startswith("path.")])
def test_a_way_reads_no_more_than_names_and_leads_from_end_to_end(
    fresh: sqlite3.Connection, name: str
) -> None:
    """Leads are few, the words of a search are found by their own index, and m, t and mine are
    what a part of the statement has found.
    """
    for sql in filled(name):
        scans = [step for step in plan(fresh, sql) if re.match(r"SCAN \w", step)]
        assert [step for step in scans if not re.search(r"VIRTUAL TABLE|COVERING", step)
                and step.split()[1] not in ("lead", "s", "m", "t", "mine")] == []  # fmt: skip


@pytest.mark.parametrize("name", OF_ONE)
def test_what_is_asked_of_one_contact_begins_there(fresh: sqlite3.Connection, name: str) -> None:
    assert re.search(r"\((rowid|contact_id)=\?\)", plan(fresh, STATEMENTS[name])[0])


@pytest.mark.parametrize(
    ("name", "whose"),
    [("standing.UNTOLD", "f.contact_id = :id"), ("standing.UNSENT", "t.contact_id = :id")],
)
def test_what_is_open_with_somebody_is_found_by_whose_it_is(
    fresh: sqlite3.Connection, name: str, whose: str
) -> None:
    """By an index of what is open, everybody's would be read."""
    steps = plan(fresh, STATEMENTS[name].format(whose=whose))
    assert [step for step in steps if "(contact_id=?)" in step]


def test_the_record_of_a_search_reads_no_table_for_each_meeting(fresh: sqlite3.Connection) -> None:
    """What is read from end to end is read once, before or beside the meetings."""
    steps = list(fresh.execute(f"EXPLAIN QUERY PLAN {STATEMENTS['week.EFFORTS']}", Anything()))
    for_each = {id_ for id_, _, _, said in steps if said.startswith("CORRELATED")}
    assert [said for _, of, _, said in steps if of in for_each and said.startswith("SCAN")] == []
