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
RELATED = """
SELECT min(contact_id, other_id), max(contact_id, other_id) FROM relation
WHERE other_id IS NOT NULL
"""

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
        Traits(
            id_,
            name,
            organization,
            first,
            tuple(ways.get(id_, ())),
            (*also, *_nicknamed(name_key)),
            _short(name_key),
        )
        for id_, name, organization, name_key in connection.execute(NAMES)
        for first, *also in (_names(name_key),)
    ]


def answered(connection: sqlite3.Connection) -> set[tuple[int, int]]:
    """The pairs of whom it was said that they are not one person, the lower id first."""
    return set(connection.execute(ANSWERED))


def related(connection: sqlite3.Connection) -> set[tuple[int, int]]:
    """The pairs who belong to one another, and so are two, the lower id first."""
    return set(connection.execute(RELATED))


def with_either_word(
    connection: sqlite3.Connection, one: str, other: str, *, nicknamed: bool = False
) -> list[tuple[int, list[tuple[str, ...]]]]:
    """Everybody in whom a word begins with either, with the words of their names.

    Of other names than the first only those of several words: a nickname is many people's. With
    the surname it is a name where nicknamed says so.
    """
    binds = {"one": f" {one}", "other": f" {other}"}
    rows = connection.execute(WITH_EITHER_WORD, binds)
    also = _nicknamed if nicknamed else lambda _: ()
    return [(id_, [*_names(name_key), *also(name_key)]) for id_, name_key in rows]


def called_so(connection: sqlite3.Connection, word: str) -> list[int]:
    """The ids of those who have that one word for another name: a nickname, whole."""
    rows = connection.execute(WITH_EITHER_WORD, {"one": f" {word}", "other": f" {word}"})
    return [id_ for id_, name_key in rows if word in _short(name_key)]


def _names(name_key: str) -> list[tuple[str, ...]]:
    """The folded words of the name, then those of each other line that has several."""
    first, *others = (tuple(line.split()) for line in name_key.strip("\n").split("\n"))
    return [first, *(line for line in others if len(line) > 1)]


def _nicknamed(name_key: str) -> tuple[tuple[str, ...], ...]:
    """Each nickname with what stands behind the first name, and with the last word alone.

    The last two are how the first and the last name are spoken, where anything says it.
    """
    _, *behind = name_key.strip("\n").split("\n", 1)[0].split()
    rests = dict.fromkeys((tuple(behind), tuple(behind[-1:]))) if behind else ()
    short = _short(name_key)
    spoken = [short[-2:]] if len(short) > 1 else []
    return (*((nickname, *rest) for nickname in short for rest in rests), *spoken)


def _short(name_key: str) -> tuple[str, ...]:
    """The other names of one word."""
    _, *others = name_key.strip("\n").split("\n")
    return tuple(line.strip() for line in others if len(line.split()) == 1)
