"""Books of the tests on PostgreSQL, where NETLOG_TEST_POSTGRES asks for it: each a database.

A server is started once for a process of tests; what is there already is copied, not made anew.
"""

import os
import re
from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import cache
from itertools import count
from typing import Any
from urllib.parse import quote

import psycopg2
import pytest
from tests.postgres import programs, server

IS_ASKED = bool(os.environ.get("NETLOG_TEST_POSTGRES"))
# Ended with the process.
_STACK = ExitStack()
_NUMBERS = count(1)


@cache
def _socket() -> str:
    found = programs()
    assert found, "PostgreSQL is not installed"
    return _STACK.enter_context(server(found))


def _keep(sql: str) -> None:
    # Each time anew: a test may fork, and its child would end a connection that is shared.
    with closing(psycopg2.connect(host=_socket(), user="postgres", dbname="postgres")) as keeper:
        keeper.autocommit = True
        keeper.cursor().execute(sql)


def stop() -> None:
    """Let go of the server, if there is one."""
    _STACK.close()


def address(name: str, user: str = "postgres") -> str:
    """Where the book of that name is, for that user of the server."""
    return f"postgresql://{user}@/{name}?host={quote(_socket())}"


def users(*names: str) -> None:
    """Have users of these names, of whom the server knows nothing else."""
    for name in names:
        _user(name)


@cache
def _user(name: str) -> None:
    _keep(f"CREATE ROLE {name} LOGIN")


def keep(name: str, sql: str, user: str = "postgres") -> list[Any]:
    """What a user, the server's own keeper as a rule, is told in the book of that name by SQL."""
    with closing(psycopg2.connect(host=_socket(), user=user, dbname=name)) as keeper:
        keeper.autocommit = True
        cursor = keeper.cursor()
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else []


def book(like: str = "template1") -> str:
    """The name of a new book, a copy of another."""
    name = f"book_{next(_NUMBERS)}"
    _keep(f"CREATE DATABASE {name} TEMPLATE {like} STRATEGY file_copy")
    return name


# Who did what, which is known on a server alone: here it is the server's own user.
BY = re.compile(r" \(by postgres\)| by postgres|\n  By +added by postgres")
SIGNED = re.compile(r'("(?:who|added_by|changed_by)": )"postgres"')


def unsigned(text: str) -> str:
    """What is said, as it is said of a file."""
    return SIGNED.sub(r"\1null", BY.sub("", text))


def drop(name: str) -> None:
    """Let it be gone."""
    _keep(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


# What is about a file: how it is copied, examined, written anew.
OF_FILES = ("backup", "restore", "compact", "doctor", "forget")


def is_of_file(item: pytest.Item) -> bool:
    """Whether the test, or a fixture of its own module, asks where the file is."""
    if any(f"test_{name}" in item.path.name for name in OF_FILES):
        return True
    known: Any = getattr(item, "_fixtureinfo", None)
    if known is None:
        return False
    own = (
        one
        for several in known.name2fixturedefs.values()
        for one in several
        if one.baseid == item.nodeid.partition("::")[0]
    )
    return "db" in known.argnames or any("db" in one.argnames for one in own)


_MADE: dict[str, str] = {}


def made(name: str, fill: Callable[[str], object]) -> str:
    """The name of a book to copy, which is filled, at its address, when it is first wanted."""
    if name not in _MADE:
        fresh = book(empty() if name != "empty" else "template1")
        fill(address(fresh))
        _MADE[name] = fresh
    return _MADE[name]


def empty() -> str:
    """The name of a book with nothing in it."""

    def fill(where: str) -> None:
        from netlog.rules.derived import derive
        from netlog.store.postgres.transactions import upgrade

        upgrade(where, derive)

    return made("empty", fill)
