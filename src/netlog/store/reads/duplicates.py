"""What tells who may be there twice: names and ways to reach everybody who is not archived."""

import sqlite3
from collections import defaultdict

from netlog.records.duplicates import Traits, Way

NAMES = "SELECT id, name, organization, name_key FROM contact WHERE archived_at IS NULL ORDER BY id"
WAYS = """
SELECT contact_id, kind, value, normal FROM contact_method
WHERE kind IN ('email', 'phone', 'url', 'handle') ORDER BY id
"""
ANSWERED = "SELECT contact_id, other_id FROM not_duplicate"

# The index alone answers this, however wide the contacts are.
WITH_EITHER_WORD = """
SELECT id, name_key FROM contact
WHERE instr(name_key, :one) > 0 OR instr(name_key, :other) > 0
"""


def everybody(connection: sqlite3.Connection) -> list[Traits]:
    """Everybody who is not archived."""
    ways: dict[int, list[Way]] = defaultdict(list)
    for contact_id, *way in connection.execute(WAYS):
        ways[contact_id].append(Way(*way))
    return [
        Traits(id_, name, organization, words_of(name_key), tuple(ways.get(id_, ())))
        for id_, name, organization, name_key in connection.execute(NAMES)
    ]


def answered(connection: sqlite3.Connection) -> set[tuple[int, int]]:
    """The pairs of whom it was said that they are not one person, the lower id first."""
    return set(connection.execute(ANSWERED))


def with_either_word(
    connection: sqlite3.Connection, one: str, other: str
) -> list[tuple[int, tuple[str, ...]]]:
    """Everybody in whom a word begins with either, with the words of their name."""
    binds = {"one": f" {one}", "other": f" {other}"}
    rows = connection.execute(WITH_EITHER_WORD, binds)
    return [(id_, words_of(name_key)) for id_, name_key in rows]


def words_of(name_key: str) -> tuple[str, ...]:
    """The folded words of the name; those of a nickname stand on a line of their own."""
    return tuple(name_key.split("\n")[1].split())
