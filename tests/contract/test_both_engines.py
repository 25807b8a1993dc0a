"""What reads the book says the same of it on SQLite and on PostgreSQL.

Each statement runs on both, over the same rows, with the values that its binds may have.
"""

import os
import re
import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from decimal import Decimal
from itertools import islice, product
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from psycopg2.extras import execute_values
from sqlmodel import SQLModel
from tests.contract.test_sql import STATEMENTS, filled
from tests.demo import demo_book
from tests.postgres import programs, server

import netlog.store.tables.whole  # noqa: F401 - maps every table
from netlog import cli
from netlog.store import connect, migrate

TODAY = "2026-11-23"
RELEASED = Path(__file__).parents[1] / "store" / "released"
# What is asked of the file and not of the book: its pages, its schema, the bytes of its rows.
OF_THE_FILE = ("doctor.", "references.", "compacting.ROOM")
DAYS = {
    **dict.fromkeys(("first", "since", "met", "thanked", "touched_since"), "2026-01-01"),
    **dict.fromkeys(("last", "until"), "2026-12-31"),
    "today": TODAY,
    "before": TODAY,
    "eve": "2026-11-22",
    "added_since": "2020-01-01",
    "silent_since": "2026-10-01",
    "happened_on": "2026-11-20",
    "happens_on": "2026-12-01",
    "opened_on": "2026-11-20",
    "from_key": "11-01",
    "to_key": "12-31",
    "from_key_2": "01-01",
    "to_key_2": "01-20",
}
TEXTS = {
    "table": "contact",
    "form": "3.0",
    "compact": "compact",
    "key": "team",
    "kind": "email",
    "label": "mentor",
    "scope": "tag",
    "digits": "1",
    "name": "PyCon",
    "name_0": "US Navy",
    "normal": "grace@navy.mil",
    "word": " a",
    "one": " grace",
    "text": "US Navy",
    "what": "coffee",
    "ids": "[1, 2, 3]",
    "match": '("coffee" * OR "slides" * OR "navy" * OR "post" * OR "mill" *)',
    "people": '("grace" * OR name_key : "gra" * OR "team")',
    "others": '"grace" * OR "jane" *',
}
NUMBERS = {
    **dict.fromkeys(("limit", "most", "links", "meetings"), 2**40),
    "folded": 0,
    "offset": 0,
    "few": 5,
    "guests": 15,
    "low": 1,
    "high": 2**40,
}
SEVERAL: dict[str, tuple[Any, ...]] = {
    **dict.fromkeys(("open_only", "everything", "turned", "ranked"), (0, 1)),
    **dict.fromkeys(("contact_id", "people"), (1, 2, None)),
    "chosen": (0, 1, 2, None),
    "direction": ("to_me", None),
}
# Where a name stands for something else than elsewhere.
OTHERWISE: dict[str, Any] = {
    "duplicates.WITH_EITHER_WORD.other": " ada",
    "history.OF_PART.table": "contact_tag",
    "labels.WITH_CIRCLE.label": "peer",
    "matching.BY_METHOD.form": "grace@navy.mil",
    "matching.BY_PHONE.digits": "17035550101",
    "matching.PROFILES.name": "roe",
    "search_dates.DATED.since": "1900-01-01",
}
WITH_UID = (
    *("batch", "contact", "contact_uid", "event_gone", "favor", "goal", "lead", "meeting"),
    *("organization", "plan", "thanks"),
)
INTRODUCER = "who_12"  # of the binds of a filter the one that is a person
STEPS = os.path.join(migrate.FOLDER, "postgres")
LISTS = "touches."  # counted, and in no order: days, people and kinds with commas between them
ID = (1, 2, 3, 4, 25)  # of what the rest of the names mean
CARDS = """BEGIN:VCARD
VERSION:3.0
UID:urn:card-of-jane
FN:Jane Roe
ORG:US Navy
EMAIL:jane@x.org
TEL:+49 30 1234567
item1.X-LOOM:oak
END:VCARD
"""
EVENTS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:event-1
DTSTART:20261110T120000Z
SUMMARY:Lunch
ATTENDEE;CN=Jane Roe:mailto:jane@x.org
ATTENDEE;CN=Max Muster:mailto:max@x.org
END:VEVENT
BEGIN:VEVENT
UID:event-2
DTSTART:20261210T120000Z
SUMMARY:Coffee
ATTENDEE;CN=Uma Weiss:mailto:uma@x.org
ATTENDEE;CN=Tom Thumb:mailto:tom@x.org
END:VEVENT
END:VCALENDAR
"""
# What neither of the other books holds.
LIVED = """
import {folder}/cards.vcf
edit jane --url https://x.org/roe --org Acme --set team=chess --circle peer
edit jane --tag mentor --birthday 1980-12-01
import {folder}/events.ics --yes
edit m1 --place Oslo --add-who uma
edit p1 --place Bergen --add-who jane
log jane coffee 2026-11-20 --occasion PyCon --asked "a desk" -- first
log jane coffee 2026-11-20 --occasion PyCon --asked "a desk" -- first
plan jane lunch 2026-12-01 12:30 -- fish
plan jane lunch 2026-12-01 12:30 -- fish
add "Old Friend" --every never
archive old --yes
duplicates --not jane old
goal add "a post at sea" --horizon short
goal tell g1 jane
edit tom --goal g1
edit old --goal g1
favor receive tom "a name at the mill" --goal g1
merge max uma --yes
org add "US Navy" --phone "+1 703 555 0101" --every 30d
org add Acme --city Oslo
add "Step One" --via jane
lead add Mill --org "US Navy" --goal g1 --via jane --via step
lead landed l1 -- they signed
lead add Yard --goal g1 --via step
lead declined l2 --keep step --every 3m -- no room
lead add Ship --org "US Navy" --via uma --via jane
lead step l3.1 broken
"""
# A range of the rows of the journal, not of days.
OF_ROWS = ("history.", "by_hand.")
# What is about something that none of the books holds.
SILENT = {
    *("cards.CARD", "cards.CARDS", "exporting.STATEMENTS.event_gone", "importing.ANSWER"),
    *(
        "exporting.STATEMENTS.kept_card",
        "history.SERVES.plan_id",
        "importing.FAVOR_LIKE",
        "leads.ARCHIVED",
    ),
    *("occurrences.GONE", "occurrences.KEPT_BY", "plans.OF_MEETING", "recall.ARCHIVED"),
    *("search_dates.DATED", "search_dates.DATED_AND", "standing.HEARD_OF"),
}
AT_MOST = 15  # sets of values a statement


class Book:
    """The same rows on either engine."""

    def __init__(self, lite: sqlite3.Connection, big: Any) -> None:
        self.lite = lite
        self.big = big
        firsts = " UNION ALL ".join(f"SELECT min(uid) FROM {table}" for table in WITH_UID)
        self.uids = tuple(uid for (uid,) in lite.execute(firsts))

    def answers(self, sql: str, binds: dict[str, Any]) -> tuple[list[Any], list[Any]]:
        """What either says, numbers as numbers."""
        mine = self.lite.execute(sql, binds).fetchall()
        self.big.execute(re.sub(r"(?<![:\w]):(\w+)", r"%(\1)s", sql.replace("%", "%%")), binds)
        return _plain(mine), _plain(self.big.fetchall())


def _plain(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [tuple(_value(one) for one in row) for row in rows]


def _value(one: Any) -> Any:
    if isinstance(one, memoryview):
        return bytes(one)
    return float(one) if isinstance(one, bool | int | Decimal) else one


def _sorted(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [tuple(sorted(str(one).split(",")) for one in row) for row in rows]


def _unranked(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [tuple(None if isinstance(one, float) and one < 0 else one for one in row)
            for row in rows]  # fmt: skip


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Book]]:
    """The demo, a book with one at least of everything, and what both lack."""
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed: what reads the book was tried on SQLite alone")
    folder = tmp_path_factory.mktemp("engines")
    demo = demo_book(folder / "demo.db", date.fromisoformat(TODAY))
    with ExitStack() as stack:
        socket = stack.enter_context(server(found))
        made = []
        for path in (demo, _lived(folder), RELEASED / f"v{migrate.LATEST}.db"):
            connection = psycopg2.connect(host=socket, user="postgres", dbname="postgres")
            stack.callback(connection.close)
            connection.autocommit = True
            lite = connect.for_reading(str(path))
            stack.callback(lite.close)
            made.append(Book(lite, _filled(connection.cursor(), path.stem, lite)))
        yield made


def _lived(folder: Path) -> Path:
    (folder / "cards.vcf").write_text(CARDS, "utf-8")
    (folder / "events.ics").write_text(EVENTS, "utf-8")
    path = folder / "lived.db"
    for line in LIVED.format(folder=folder).strip().splitlines():
        typed, dashes, text = line.partition(" -- ")
        assert (
            cli.main(
                (*shlex.split(typed), "--db", str(path), *filter(None, (dashes.strip(), text)))
            )
            == 0
        ), line
    return path


def _filled(big: Any, schema: str, lite: sqlite3.Connection) -> Any:
    """The cursor, on a schema of that name with what the steps make and the rows of the file."""
    big.execute(f"CREATE SCHEMA {schema}; SET search_path = {schema}; SET timezone = 'UTC'")
    for _, name in migrate.steps(STEPS):
        big.execute((Path(STEPS) / name).read_text("utf-8"))
    big.execute("SET session_replication_role = replica")  # rows come in any order
    for table in SQLModel.metadata.sorted_tables:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        rows = lite.execute(f'SELECT {names} FROM "{table.name}"').fetchall()
        execute_values(big, f'INSERT INTO "{table.name}" ({names}) VALUES %s', rows) if rows else 0
    return big


def asked(name: str, book: Book) -> Iterator[tuple[str, dict[str, Any]]]:
    """The statement in each way it may be filled, with values for its binds."""
    for sql in filled(name):
        keys = sorted(set(re.findall(r"(?<![:\w]):(\w+)", sql)))
        for values in islice(product(*(_values(name, key, book) for key in keys)), AT_MOST):
            yield sql, dict(zip(keys, values, strict=True))


def _values(name: str, key: str, book: Book) -> tuple[Any, ...]:
    if key == "uid" or f"{name}.{key}" == "history.BATCH.id":
        return book.uids
    if f"{name}.{key}" in OTHERWISE:
        return (OTHERWISE[f"{name}.{key}"],)
    if key in ("first", "last") and name.startswith(OF_ROWS):
        return (1,) if key == "first" else (2**40,)
    if key.startswith("who_"):
        return (1,) if key == INTRODUCER else ("peer",)
    for known in (DAYS, TEXTS, NUMBERS):
        if key in known:
            return (known[key],)
    return SEVERAL.get(key, ID)


def _is_asked(name: str) -> bool:
    return not name.startswith(OF_THE_FILE)


def _is_ordered(sql: str) -> bool:
    """Whether the whole of it is, and not a part in brackets alone."""
    while "(" in sql:
        sql = re.sub(r"\([^()]*\)", "", sql)
    return "ORDER BY" in sql


MODULES = sorted({name.partition(".")[0] for name in STATEMENTS if _is_asked(name)})


@pytest.mark.parametrize("module", MODULES)
def test_both_engines_answer_alike(books: list[Book], module: str) -> None:
    for name in STATEMENTS:
        if name.partition(".")[0] != module or not _is_asked(name):
            continue
        for book in books:
            for sql, binds in asked(name, book):
                mine, theirs = book.answers(sql, binds)
                if "_search(" in sql:  # each ranks as it does
                    mine, theirs = _unranked(mine), _unranked(theirs)
                if name.startswith(LISTS):
                    mine, theirs = _sorted(mine), _sorted(theirs)
                assert sorted(map(repr, theirs)) == sorted(map(repr, mine)), (name, binds)
                if _is_ordered(sql) and "_search(" not in sql:
                    assert theirs == mine, (name, binds)


def test_nearly_every_statement_has_something_to_say(books: list[Book]) -> None:
    """Whatever finds nothing in any of the books is compared with nothing."""
    silent = {
        name
        for name in filter(_is_asked, STATEMENTS)
        if not any(
            book.lite.execute(sql, binds).fetchone()
            for book in books
            for sql, binds in asked(name, book)
        )
    }
    assert silent == SILENT
