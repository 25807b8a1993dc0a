"""Who somebody was, in the tables and in the journal."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

# The last image of a contact that may be gone.
LAST = """
SELECT coalesce(after, before) FROM change
WHERE table_name = 'contact' AND row_id = :id AND coalesce(after, before) IS NOT NULL
ORDER BY id DESC LIMIT 1
"""
WITH_UID = """
SELECT id FROM contact WHERE uid = :uid
UNION
SELECT row_id FROM change
WHERE table_name = 'contact' AND json_extract(coalesce(after, before), '$.uid') = :uid
"""
# Who became part of them: a merge changed the one and removed the other.
MERGED = """
SELECT gone.row_id FROM change kept JOIN change gone ON gone.batch = kept.batch
WHERE kept.command = 'merge' AND kept.table_name = 'contact' AND kept.row_id = :id
  AND gone.table_name = 'contact' AND gone.after IS NULL AND gone.row_id <> :id
"""
IMAGES = """
SELECT table_name, coalesce(after, before) FROM change
WHERE (table_name = 'contact' AND row_id = :id) OR contact_id = :id
"""
NAMES = "SELECT name, nickname FROM contact WHERE id = :id"
OTHER_NAMES = "SELECT value FROM contact_name WHERE contact_id = :id"
METHODS = "SELECT value FROM contact_method WHERE contact_id = :id"
NAMES_OF_OTHERS = """
SELECT name FROM contact UNION SELECT nickname FROM contact WHERE nickname IS NOT NULL
UNION SELECT value FROM contact_name
"""
# Of those they were at, what only the journal remembers.
GONE_MEETINGS = """
SELECT DISTINCT json_extract(coalesce(after, before), '$.meeting_id') AS meeting_id FROM change
WHERE table_name = 'meeting_contact' AND contact_id = :id
  AND coalesce(after, before) IS NOT NULL
  AND NOT EXISTS (
    SELECT 1 FROM meeting m
    WHERE m.id = json_extract(coalesce(change.after, change.before), '$.meeting_id')
  )
"""


def name_of(connection: sqlite3.Connection, contact_id: int) -> tuple[str, str] | None:
    """The last name and the uid that the journal knows of a contact, also of one that is gone."""
    found = connection.execute(LAST, {"id": contact_id}).fetchone()
    if found is None:
        return None
    image = json.loads(found[0])
    return image["name"], image["uid"]


def ids(connection: sqlite3.Connection, uid: str) -> set[int]:
    """The ids of the contact with that uid, and of those who became part of it by merging."""
    found: set[int] = set()
    new = {row_id for (row_id,) in connection.execute(WITH_UID, {"uid": uid})}
    while new:
        found |= new
        rows = (row for one in new for row in connection.execute(MERGED, {"id": one}))
        new = {row_id for (row_id,) in rows} - found
    return found


def called(connection: sqlite3.Connection, ids: set[int]) -> tuple[set[str], set[str]]:
    """What they are and were called, and how they are and were reached."""
    names: set[str] = set()
    methods: set[str] = set()
    for one in ids:
        for row in connection.execute(NAMES, {"id": one}):
            names.update(filter(None, row))
        names.update(value for (value,) in connection.execute(OTHER_NAMES, {"id": one}))
        methods.update(value for (value,) in connection.execute(METHODS, {"id": one}))
        for table, image in _images(connection, one):
            if table == "contact":
                names.update(filter(None, (image.get("name"), image.get("nickname"))))
            elif table == "contact_name":
                names.add(image["value"])
            elif table == "contact_method":
                methods.add(image["value"])
    return names, methods


def names_of_others(connection: sqlite3.Connection, mine: set[str]) -> set[str]:
    """Every name in the book that is none of these."""
    return {name for (name,) in connection.execute(NAMES_OF_OTHERS)} - mine


def gone_meetings(connection: sqlite3.Connection, ids: set[int]) -> set[int]:
    """The meetings at which one of them was, and which are there no more."""
    rows = (row for one in ids for row in connection.execute(GONE_MEETINGS, {"id": one}))
    return {meeting for (meeting,) in rows}


def _images(connection: sqlite3.Connection, one: int) -> Iterator[tuple[str, dict[str, Any]]]:
    for table, image in connection.execute(IMAGES, {"id": one}):
        if image is not None:
            yield table, json.loads(image)
