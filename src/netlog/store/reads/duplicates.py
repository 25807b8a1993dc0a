"""What tells who may be there twice: names and ways to reach everybody who is not archived."""

from collections import defaultdict

from netlog.name_keys import keyed
from netlog.records.duplicates import Traits, Way
from netlog.store.connect import Book

NAMES = "SELECT id, name, organization, name_key FROM contact WHERE archived_at IS NULL ORDER BY id"
WAYS = """
SELECT contact_id, kind, value, normal FROM contact_method
WHERE kind IN ('email', 'phone', 'url', 'handle') ORDER BY id
"""
ANSWERED = "SELECT contact_id, other_id FROM not_duplicate"
RELATED = """
SELECT contact_id, other_id FROM relation WHERE contact_id < other_id
UNION ALL SELECT other_id, contact_id FROM relation WHERE contact_id > other_id
"""

# The index alone answers this, however wide the contacts are.
WITH_EITHER_WORD = """
SELECT id, name_key FROM contact
WHERE instr(name_key, :one) > 0 OR instr(name_key, :other) > 0
"""


def everybody(connection: Book) -> list[Traits]:
    """Everybody who is not archived."""
    ways: dict[int, list[Way]] = defaultdict(list)
    for contact_id, *way in connection.execute(WAYS):
        ways[contact_id].append(Way(*way))
    people = []
    for id_, name, organization, name_key in connection.execute(NAMES):
        said = keyed(name_key)
        also = (*said.also, *said.nicknamed)
        theirs = tuple(ways.get(id_, ()))
        people.append(Traits(id_, name, organization, said.name, theirs, also, said.short))
    return people


def answered(connection: Book) -> set[tuple[int, int]]:
    """The pairs of whom it was said that they are not one person, the lower id first."""
    return set(connection.execute(ANSWERED))


def related(connection: Book) -> set[tuple[int, int]]:
    """The pairs who belong to one another, and so are two, the lower id first."""
    return set(connection.execute(RELATED))


def with_either_word(
    connection: Book, one: str, other: str, *, nicknamed: bool = False
) -> list[tuple[int, list[tuple[str, ...]]]]:
    """Everybody in whom a word begins with either, with the words of their names.

    Of other names than the first only those of several words: a nickname is many people's. With
    the surname it is a name where nicknamed says so.
    """
    binds = {"one": f" {one}", "other": f" {other}"}
    found = ((id_, keyed(key)) for id_, key in connection.execute(WITH_EITHER_WORD, binds))
    return [
        (id_, [said.name, *said.also, *(said.nicknamed if nicknamed else ())])
        for id_, said in found
    ]


def called_so(connection: Book, word: str) -> list[int]:
    """The ids of those who have that one word for another name: a nickname, whole."""
    rows = connection.execute(WITH_EITHER_WORD, {"one": f" {word}", "other": f" {word}"})
    return [id_ for id_, name_key in rows if word in keyed(name_key).short]
