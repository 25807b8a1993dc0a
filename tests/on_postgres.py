"""Books of the tests on PostgreSQL, where NETLOG_TEST_POSTGRES asks for it.

A server is started once for a process of tests, and one database of it is the book of each test in
turn: to delete what another has left, and to put in what this one begins with, takes a few
milliseconds, a new database two hundred. Whoever needs a second book makes one.
"""

import os
import re
from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import cache
from io import BytesIO
from itertools import count
from typing import Any, NamedTuple
from urllib.parse import quote

import psycopg2
from psycopg2.extensions import connection
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
    with closing(_keeper("postgres")) as keeper:
        keeper.cursor().execute(sql)


def _keeper(name: str, user: str = "postgres") -> Any:
    keeper = psycopg2.connect(host=_socket(), user=user, dbname=name)
    keeper.autocommit = True
    return keeper


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
    with closing(_keeper(name, user)) as keeper:
        cursor = keeper.cursor()
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else []


def book(like: str = "template1") -> str:
    """The name of a new book, a copy of another."""
    name = f"book_{next(_NUMBERS)}"
    _keep(f"CREATE DATABASE {name} TEMPLATE {like} STRATEGY file_copy")
    return name


# Who did what, which is known on a server alone: here it is the server's own user.
BY = re.compile(
    r" \(by postgres\)|(?<=\()by postgres, |postgres's (?=\w+ on)| that postgres (did|took back)"
    r"| by postgres\b(?!')|\n  By +added by postgres"
)
SIGNED = re.compile(r'("(?:who|added_by|changed_by)": )"postgres"')


def unsigned(text: str) -> str:
    """What is said, as it is said of a file."""
    return SIGNED.sub(r"\1null", BY.sub("", text))


def drop(name: str) -> None:
    """Let it be gone."""
    _keep(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


class Rows(NamedTuple):
    """What is in a book: the rows of each table as they are copied, and how far its ids are."""

    tables: dict[str, bytes]
    ids: str


# By what has made them.
MADE: dict[str, Rows] = {}
TABLES = """
SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
ORDER BY relname
"""
IDS = """
SELECT coalesce(string_agg(format('SELECT setval(%L, %s, %L)', sequencename,
  coalesce(last_value, start_value), last_value IS NOT NULL), ';'), 'SELECT 1')
FROM pg_sequences WHERE schemaname = 'public'
"""
# Rows that are gone take room, and time, until a table is emptied as a whole: from that size on.
LARGE = f"""
SELECT count(*) FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > {1 << 19}
"""


OURS = "ours"


# Without triggers, which hold keys and sign what is written.
PAST_ALL = "SET session_replication_role = replica"


@cache
def ours() -> str:
    """The name of the book that is each test's in turn."""
    _keep(f"CREATE DATABASE {OURS} TEMPLATE {empty()} STRATEGY file_copy")
    return OURS


@cache
def empty() -> str:
    """The name of a book with nothing in it."""
    from netlog.rules.derived import derive
    from netlog.store.postgres.transactions import upgrade

    name = book()
    upgrade(address(name), derive)
    return name


def rows(name: str) -> Rows:
    """What is in the book of that name."""
    with closing(_keeper(name)) as keeper, keeper.cursor() as cursor:
        cursor.execute(IDS)
        (ids,) = cursor.fetchone()
        found: dict[str, bytes] = {}
        for table in _tables():
            copied = BytesIO()
            cursor.copy_expert(f"COPY {table} TO STDOUT", copied)
            found[table] = copied.getvalue()
    return Rows({table: copied for table, copied in found.items() if copied}, ids)


@cache
def nothing() -> Rows:
    """What is in a book in which nobody has written."""
    return rows(empty())


def written(name: str) -> dict[str, bytes]:
    """What has been written in the book of that name."""
    ours, none = rows(name).tables, nothing().tables
    return {table: copied for table, copied in ours.items() if copied != none.get(table)}


def fill(these: Rows) -> None:
    """Let our book hold these rows and no other."""
    keeper = _filler()
    with keeper.cursor() as cursor:
        cursor.execute(LARGE)
        is_large = cursor.fetchone()[0]
        gone = ";".join(f"DELETE FROM {table}" for table in _tables())
        cursor.execute(f"TRUNCATE {', '.join(_tables())}" if is_large else gone)
        cursor.execute(these.ids)
        for table, copied in these.tables.items():
            cursor.copy_expert(f"COPY {table} FROM STDIN", BytesIO(copied))


def refill(name: str, make: Callable[[], object]) -> None:
    """Let our empty book hold what make puts there; what it has put there once is put back."""
    if name in MADE:
        fill(MADE[name])
    else:
        make()
        MADE[name] = rows(ours())


@cache
def _tables() -> list[str]:
    return [name for (name,) in keep(empty(), TABLES)]


@cache
def _filler() -> Any:
    """A connection to our book past its triggers, open as long as this process."""
    keeper = _keeper(ours())
    # Whom a failed test has left in the middle of something is not waited for.
    keeper.cursor().execute(f"{PAST_ALL}; SET lock_timeout = '5s'")
    return keeper


class Kept(connection):
    """A connection to our book that stays open when it is closed, for the next command.

    A server takes longer to get to know its tables for a new one than most commands take.
    """

    idle = False

    def close(self) -> None:
        """Let the next have it, as a new one; unless it is lost."""
        if self.idle:
            return
        try:
            self.reset()
            self.set_session("DEFAULT", "DEFAULT", "DEFAULT", False)
        except psycopg2.Error:
            super().close()
        else:
            self.idle = True
            _idle(os.getpid()).append(self)


@cache
def _idle(process: int) -> list[Kept]:
    """Those that nobody uses, of a process: its children have none of them."""
    return []


def keep_connections() -> None:
    """Let commands in this process have our book by connections that stay open."""
    connect = psycopg2.connect

    def kept(dsn: str | None = None, **named: Any) -> Any:
        if not dsn or dsn != address(OURS):
            return connect(dsn, **named)
        idle = _idle(os.getpid())
        one = idle.pop() if idle else connect(dsn, connection_factory=Kept, **named)
        one.idle = False
        return one

    psycopg2.connect = kept
