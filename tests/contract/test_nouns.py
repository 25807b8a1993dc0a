"""Every noun has its row in every table that is keyed by letter, or says why it has none."""

import re
import sqlite3
from collections.abc import Collection
from pathlib import Path

import pytest

import netlog
from netlog.actions import changing, closing, records, settle
from netlog.commands import drop, remove, show
from netlog.commands.frame import flags
from netlog.later import Later
from netlog.records.history import Names
from netlog.records.layouts import SECTIONS
from netlog.records.refs import NOUNS, Ref, parse_ref, ref
from netlog.render.pages.editing import TITLES
from netlog.rules import documents, history_subjects, patch_readers
from netlog.rules.history_subjects import Owner
from netlog.store import connect, migrate
from netlog.store.reads import counts, offers
from netlog.store.reads.search import SEARCHED
from netlog.store.writes import merging, removing, snoozing

# Nouns that are kept and have no commands yet.
WITHOUT_COMMANDS: set[str] = set()
NOT_DUE = {
    "m": "a meeting is over",
    "g": "a goal is no debt",
}
# What is done with a noun, in which table, and which nouns are left out and why.
TABLES: dict[str, tuple[Collection[str], dict[str, str]]] = {
    "read": (records.READ, {}),
    "shown": (show.SHEETS, {}),
    "may be due": (settle.CAN_BE_DUE, NOT_DUE),
    "done": (closing.DONE, NOT_DUE),
    "dropped": (closing.DROPPED, NOT_DUE),
    "dropped, by name": (drop.SAID, NOT_DUE),
    "snoozed": (snoozing.SNOOZES, NOT_DUE),
    "edited": (changing.WRITES, {}),
    "edited, what may be": (patch_readers.READERS, {}),
    "edited by flags": (flags.KEYS, {}),
    "edited by flags, lists": (flags.LISTS, {}),
    "edited as a document": (documents.DOCUMENTS, {}),
    "edited, as is confirmed": (TITLES, {}),
    "removed": (removing.TABLES, {}),
    "removed, by name": (remove.NAMES, {}),
    "removed beside what was named": (
        remove.BESIDE,
        {"c": "a person goes only when named", "o": "so does a company"},
    ),
    "merged": (merging.GIVES, {"o": "what is somebody's organization is a text"}),
    "told in a history": (history_subjects.SUBJECTS, {}),
    "offered by TAB": (offers.BEGINNING, {"c": "people are offered by name, too"}),
    "going out and coming in": (
        [letter for letter, noun in NOUNS.items() if noun.table in SECTIONS.values()],
        {},
    ),
    "searched": (
        [letter for letter, noun in NOUNS.items() if noun.plural in SEARCHED],
        {"t": "thanks say nothing of their own"},
    ),
}


@pytest.fixture(scope="module")
def there() -> list[str]:
    """The letters of the nouns whose table is in the schema."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate.apply(connection, since=0)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    return [letter for letter, noun in NOUNS.items() if noun.table in tables]


@pytest.mark.parametrize("what", TABLES)
def test_every_noun_has_its_row(there: list[str], what: str) -> None:
    table, without = TABLES[what]
    assert {*table, *without} == {*there} - WITHOUT_COMMANDS


def test_every_noun_is_counted() -> None:
    connection = connect.to_nothing()
    migrate.apply(connection, since=0)
    assert counts.by_noun(connection) == {noun.plural: 0 for noun in NOUNS.values()}
    connection.close()


def test_a_noun_is_known_by_its_letter() -> None:
    for letter, noun in NOUNS.items():
        assert noun.letter == letter == letter.lower()
        assert parse_ref(ref(letter, 7)) == Ref(letter, 7)
        assert Ref(letter, 7).noun == noun.name


def test_a_ref_is_spelled_in_one_place() -> None:
    spelled = re.compile(rf"""f["'][{"".join(NOUNS)}]\{{""")
    source = Path(netlog.__file__).parent
    assert [path for path in source.rglob("*.py") if spelled.search(path.read_text("utf-8"))] == []


def test_letters_names_and_tables_are_each_of_one_noun() -> None:
    for column in zip(*NOUNS.values(), strict=True):
        assert len(set(column)) == len(NOUNS)


def test_what_has_no_ref_is_told_by_its_table() -> None:
    assert (
        history_subjects.subject(Owner("", 3, "new_thing"), [], Names({}, {}, {})) == "new thing 3"
    )


@pytest.mark.parametrize("table", [records.READ, show.SHEETS], ids=["read", "shown"])
def test_what_is_loaded_later_is_there(table: dict[str, Later]) -> None:
    assert all(callable(one.function()) for one in table.values())
