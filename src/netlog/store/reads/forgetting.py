"""Who somebody was, in the tables and in the journal."""

import sqlite3
from collections.abc import Iterator

from netlog.records.history import Image
from netlog.store.reads.history import last_of_row
from netlog.store.reads.images import Images

HOLDS_UID = "SELECT id FROM contact WHERE uid = :uid"
OF_PEOPLE = """
SELECT id, row_id, was_there, is_there FROM change WHERE table_name = 'contact' ORDER BY id
"""
# Whoever became part of them left their uid.
OTHER_UIDS = "SELECT uid FROM contact_uid WHERE contact_id = :id"
IMAGES = """
SELECT id, table_name, was_there, is_there FROM change
WHERE (table_name = 'contact' AND row_id = :id) OR contact_id = :id
"""
NAMES = "SELECT name, nickname FROM contact WHERE id = :id"
OTHER_NAMES = "SELECT value FROM contact_name WHERE contact_id = :id"
METHODS = "SELECT value FROM contact_method WHERE contact_id = :id"
NAMES_OF_OTHERS = """
SELECT name FROM contact UNION SELECT nickname FROM contact WHERE nickname IS NOT NULL
UNION SELECT value FROM contact_name
"""
MEETING = "SELECT 1 FROM meeting WHERE id = :id"


def name_of(connection: sqlite3.Connection, contact_id: int) -> tuple[str, str] | None:
    """The last name and the uid that the journal knows of a contact, also of one that is gone."""
    last = last_of_row(connection, "contact", contact_id)
    return None if last is None else (last.image["name"], last.image["uid"])


def ids(connection: sqlite3.Connection, uid: str) -> set[int]:
    """The ids of the contact with that uid, and of those who became part of it by merging."""
    uids, found = {uid}, set[int]()
    while new := _bore(connection, uids) - found:
        found |= new
        uids |= {one for id_ in new for one in _other_uids(connection, id_)}
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
    found = {
        image["meeting_id"]
        for one in ids
        for table, image in _images(connection, one)
        if table == "meeting_contact" and image["contact_id"] == one
    }
    return {one for one in found if not connection.execute(MEETING, {"id": one}).fetchone()}


def _bore(connection: sqlite3.Connection, uids: set[str]) -> set[int]:
    """The contacts that have, or had, one of these uids."""
    rows = (row for uid in uids for row in connection.execute(HOLDS_UID, {"uid": uid}))
    found = {row_id for (row_id,) in rows}
    images = Images(connection)
    for id_, row_id, was_there, is_there in connection.execute(OF_PEOPLE):
        both = images.of(id_, was_there=was_there, is_there=is_there)
        if any(image and image["uid"] in uids for image in both):
            found.add(row_id)
    return found


def _other_uids(connection: sqlite3.Connection, one: int) -> Iterator[str]:
    yield from (uid for (uid,) in connection.execute(OTHER_UIDS, {"id": one}))
    yield from (i["uid"] for table, i in _images(connection, one) if table == "contact_uid")


def _images(connection: sqlite3.Connection, one: int) -> Iterator[tuple[str, Image]]:
    images = Images(connection)
    for id_, table, was_there, is_there in connection.execute(IMAGES, {"id": one}):
        for image in images.of(id_, was_there=was_there, is_there=is_there):
            if image is not None:
                yield table, image
