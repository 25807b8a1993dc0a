"""Every statement that reads the file is one SQLite accepts, and the morning's are found by index."""

import re
import sqlite3
from collections.abc import Iterator
from importlib import import_module
from itertools import product
from pkgutil import iter_modules
from string import Formatter
from typing import Any, NamedTuple

import pytest

from netlog.records.contacts import PeopleFilter
from netlog.store import migrate, reads
from netlog.store.reads.contacts import ORDERS
from netlog.store.reads.filters import condition

FILTERS = (PeopleFilter(), PeopleFilter("peer", ("chess", "old")), PeopleFilter(archived=True))

# What a placeholder may stand for; where it depends on the module, under both their names.
VALUES = {
    "who": ("c.id = :id", *(condition(people)[0] for people in FILTERS)),
    "order": tuple(ORDERS.values()),
    "contacts.whose": ("1 = 1", "contact_id = :id"),
    "reciprocity.whose": ("c.archived_at IS NULL", "c.id = :id"),
}


class Statement(NamedTuple):
    """A constant of a module of reads, with its placeholders filled in one of the ways."""

    name: str
    sql: str


class Anything(dict[str, Any]):
    """A value for every bind there may be."""

    def __missing__(self, name: str) -> None:
        return None


def statements() -> Iterator[Statement]:
    for module in iter_modules(reads.__path__):
        for name, sql in vars(import_module(f"{reads.__name__}.{module.name}")).items():
            if name.isupper() and isinstance(sql, str) and re.match(r"\s*(SELECT|WITH)\b", sql):
                yield from filled(module.name, name, sql)


def filled(module: str, name: str, sql: str) -> Iterator[Statement]:
    fields = sorted({field for _, field, _, _ in Formatter().parse(sql) if field})
    choices = [VALUES[field if field in VALUES else f"{module}.{field}"] for field in fields]
    for number, values in enumerate(product(*choices)):
        one = sql.format(**dict(zip(fields, values, strict=True)))
        yield Statement(f"{module}.{name}-{number}" if fields else f"{module}.{name}", one)


ALL = list(statements())
MORNING = [one for one in ALL if one.name.startswith("due.")]
OF_ONE = [one for one in ALL if one.name.endswith("_OF_ONE")]


def names(found: list[Statement]) -> list[str]:
    return [one.name for one in found]


@pytest.fixture(scope="module")
def fresh() -> Iterator[sqlite3.Connection]:
    """An empty database with the schema of this version."""
    connection = sqlite3.connect(":memory:")
    migrate.apply(connection, since=0)
    yield connection
    connection.close()


def plan(connection: sqlite3.Connection, sql: str) -> list[str]:
    rows = connection.execute(f"EXPLAIN QUERY PLAN {sql}", Anything())
    return [step for *_, step in rows]


def test_there_are_statements_of_every_kind() -> None:
    assert len(ALL) > 50
    assert len(MORNING) > 10
    assert len(OF_ONE) >= 3


@pytest.mark.parametrize("statement", ALL, ids=names(ALL))
def test_sqlite_accepts_it(fresh: sqlite3.Connection, statement: Statement) -> None:
    fresh.execute(f"EXPLAIN {statement.sql}", Anything())


@pytest.mark.parametrize("statement", ALL, ids=names(ALL))
def test_its_binds_have_names(statement: Statement) -> None:
    assert "?" not in statement.sql


@pytest.mark.parametrize("statement", MORNING + OF_ONE, ids=names(MORNING + OF_ONE))
def test_it_reads_no_table_from_end_to_end(fresh: sqlite3.Connection, statement: Statement) -> None:
    """Neither the morning report nor a write may slow down as the book grows."""
    scans = [step for step in plan(fresh, statement.sql) if re.match(r"SCAN \w+(?! USING)$", step)]
    assert scans == []
