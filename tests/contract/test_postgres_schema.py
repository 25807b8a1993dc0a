"""The schema that the steps for PostgreSQL make is what SQLModel's metadata says."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import BigInteger, Integer, String, Text, create_engine
from sqlalchemy.pool import NullPool
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString
from tests.postgres import programs, server

import netlog.store.tables.whole  # noqa: F401 - maps every table
from netlog.store import migrate
from netlog.store.postgres import transactions
from netlog.store.reads.searchable import ALL

# Since then each step has a file for either engine.
FIRST = 28
# What is there for PostgreSQL alone: how far the steps have been taken, and what is searched.
OWN = {"netlog_book", *(f"ix_{table}_lexemes" for table in ALL), "lexemes"}
RULES = """
SELECT c.conname, pg_get_constraintdef(c.oid) FROM pg_constraint c
JOIN pg_namespace n ON n.oid = c.connamespace WHERE n.nspname = 'public'
"""
COLLATIONS = """
SELECT table_name, column_name, collation_name FROM information_schema.columns
WHERE table_schema = 'public' AND data_type IN ('text', 'character varying')
"""


@pytest.fixture(scope="module")
def made() -> Iterator[Any]:
    """A connection to a book that the steps have just made."""
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed: its schema was not looked at")
    with server(found) as socket:
        engine = create_engine(
            "postgresql+psycopg2://",
            creator=lambda: psycopg2.connect(host=socket, user="postgres", dbname="postgres"),
            poolclass=NullPool,
        )
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            # What a server has of its own comes after these.
            for _, name in migrate.steps(transactions.FOLDER):
                script = (Path(transactions.FOLDER) / name).read_text("utf-8")
                connection.connection.cursor().execute(script)
            yield connection


def test_each_step_has_a_file_for_either_engine() -> None:
    numbers = [number for number, _ in migrate.steps() if number >= FIRST]
    assert [number for number, _ in migrate.steps(transactions.FOLDER)] == numbers


def test_it_has_the_tables_columns_and_indexes_of_the_metadata(made: Any) -> None:
    def is_common(_: Any, name: str, *__: Any) -> bool:
        return name not in OWN

    def differs(_: Any, __: Any, ___: Any, found: Any, wanted: Any) -> bool | None:
        alike = ((BigInteger, Integer), (Text, (AutoString, String)))
        is_alike = any(isinstance(found, a) and isinstance(wanted, b) for a, b in alike)
        return False if is_alike else None

    context = MigrationContext.configure(
        made, opts={"include_object": is_common, "compare_type": differs}
    )
    found = compare_metadata(context, SQLModel.metadata)
    # References may wait for the end, for which SQLite has a setting; they are counted below.
    assert [one for one in found if one[0] not in ("add_fk", "remove_fk")] == []


def test_it_has_the_rules_of_the_metadata(made: Any) -> None:
    found = [text for _, text in made.exec_driver_sql(RULES)]
    keys = [text for text in found if text.startswith("FOREIGN KEY")]
    tables = SQLModel.metadata.tables.values()
    assert len(keys) == sum(len(table.foreign_keys) for table in tables)
    assert [text for text in keys if not text.endswith("DEFERRABLE")] == []
    checks = sum(text.startswith("CHECK") for text in found)
    wanted = sum(type(one).__name__ == "CheckConstraint" for t in tables for one in t.constraints)
    assert checks == wanted
    cascades = sum("ON DELETE CASCADE" in text for text in keys)
    assert cascades == sum(key.ondelete == "CASCADE" for t in tables for key in t.foreign_keys)


def test_text_is_compared_byte_by_byte(made: Any) -> None:
    otherwise = [row for row in made.exec_driver_sql(COLLATIONS) if row[2] != "C"]
    assert otherwise == []


@pytest.mark.parametrize(
    ("match", "query"),
    [
        ('("ada" *)', "'ada':*"),
        ('("ada") AND ("grace hopper" *)', "'ada' & 'grace' <-> 'hopper':*"),
        ('("ada" * OR name_key : "love lace" *)', "'ada':* | 'love':A <-> 'lace':*A"),
        ('(("a") AND ("b")) OR name_key : "ab" *', "'a' & 'b' | 'ab':*A"),
        ('"o\'x\\y"', "'o''x\\\\y'"),
    ],
)
def test_what_is_asked_of_an_index_is_asked_of_both(made: Any, match: str, query: str) -> None:
    (said,) = made.exec_driver_sql("SELECT asked_for(%(m)s)::text", {"m": match}).one()
    assert re.sub(r"[()]", "", said).strip() == query
