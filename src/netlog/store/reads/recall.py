"""How many people are known from the places where people come from, and who is archived."""

from collections import defaultdict
from collections.abc import Sequence

from netlog.folding import fold
from netlog.store.connect import Book

MET = "SELECT id, how_met FROM contact WHERE how_met IS NOT NULL AND archived_at IS NULL"
TAGGED = """
SELECT t.contact_id, t.tag FROM contact_tag t JOIN contact c ON c.id = t.contact_id
WHERE c.archived_at IS NULL
"""
ARCHIVED = """
SELECT id FROM contact
WHERE archived_at IS NOT NULL AND id IN (SELECT value FROM json_each(CAST(:ids AS TEXT)))
"""


def archived(connection: Book, ids: Sequence[int]) -> set[int]:
    """Those of them who are archived."""
    return {id_ for (id_,) in connection.execute(ARCHIVED, {"ids": str([*ids])})}


def known(connection: Book, places: Sequence[tuple[str, str]]) -> list[int]:
    """How many were met at each place, or have its tag; places are pairs of the two."""
    by_place: dict[str, set[int]] = defaultdict(set)
    by_tag: dict[str, set[int]] = defaultdict(set)
    for id_, place in connection.execute(MET):
        by_place[fold(place)].add(id_)
    for id_, tag in connection.execute(TAGGED):
        by_tag[tag].add(id_)
    return [len(by_place[fold(place)] | by_tag[tag]) for place, tag in places]
