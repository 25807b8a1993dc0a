"""Who somebody was, in the tables and in the journal."""

from collections.abc import Collection, Iterator

from netlog.records.forgetting import Apart
from netlog.records.history import Image
from netlog.store.connect import Book
from netlog.store.reads.history import last_of_row, of_part
from netlog.store.reads.images import Images

HOLDS_UID = "SELECT id FROM contact WHERE uid = :uid"
# Of whom the journal alone knows.
GONE = """
SELECT id, row_id, was_there, is_there FROM change
WHERE table_name = 'contact' AND row_id NOT IN (SELECT id FROM contact) ORDER BY id
"""
EVERYBODY = "SELECT id, uid FROM contact"
# Whoever became part of them left their uid.
OTHER_UIDS = "SELECT uid FROM contact_uid WHERE contact_id = :id"
IMAGES = """
SELECT id, batch_id, table_name, was_there, is_there FROM change
WHERE (table_name = 'contact' AND row_id = :id) OR contact_id = :id
"""
NAMES = "SELECT name, nickname FROM contact WHERE id = :id"
OTHER_NAMES = "SELECT value FROM contact_name WHERE contact_id = :id"
METHODS = "SELECT value FROM contact_method WHERE contact_id = :id"
ALL_NAMES = """
SELECT id, name FROM contact UNION SELECT id, nickname FROM contact WHERE nickname IS NOT NULL
UNION SELECT contact_id, value FROM contact_name
"""
ALL_METHODS = "SELECT contact_id, value FROM contact_method"
MEETING = "SELECT 1 FROM meeting WHERE id = :id"


def name_of(connection: Book, contact_id: int) -> tuple[str, str] | None:
    """The last name and the uid that the journal knows of a contact, also of one that is gone."""
    last = last_of_row(connection, "contact", contact_id)
    return None if last is None else (last.image["name"], last.image["uid"])


def ids(connection: Book, uids: Collection[str], apart: Collection[str] = ()) -> set[int]:
    """The ids of the contacts with these uids, and of those who became part of them by merging.

    A merge that was taken back made nobody part of anybody: whoever is in the book is nobody else,
    nor is whoever has one of the uids apart.
    """
    known = set(uids)
    found = {id_ for uid in uids for (id_,) in connection.execute(HOLDS_UID, {"uid": uid})}
    gone = _gone(connection)
    new = found
    while True:
        known |= {uid for id_ in new for uid in _other_uids(connection, id_)} - set(apart)
        new = {id_ for id_, uid in gone.items() if uid in known} - found
        if not new:
            return found
        found |= new


def apart(connection: Book, ids: Collection[int]) -> Apart:
    """How everybody else in the book is known, called and reached."""

    def of_others(sql: str) -> frozenset[str]:
        return frozenset(value for id_, value in connection.execute(sql) if id_ not in ids)

    return Apart(*(of_others(sql) for sql in (EVERYBODY, ALL_NAMES, ALL_METHODS)))


def called(
    connection: Book, ids: Collection[int], without: Collection[int]
) -> tuple[set[str], set[str]]:
    """What they are and were called, and how they are and were reached.

    What the commands of those numbers made of them does not count, nor below.
    """
    names: set[str] = set()
    methods: set[str] = set()
    for one in ids:
        for row in connection.execute(NAMES, {"id": one}):
            names.update(filter(None, row))
        names.update(value for (value,) in connection.execute(OTHER_NAMES, {"id": one}))
        methods.update(value for (value,) in connection.execute(METHODS, {"id": one}))
        for table, image in _images(connection, one, without):
            if table == "contact":
                names.update(filter(None, (image.get("name"), image.get("nickname"))))
            elif table == "contact_name":
                names.add(image["value"])
            elif table == "contact_method":
                methods.add(image["value"])
    return names, methods


def gone_meetings(connection: Book, ids: Collection[int], without: Collection[int]) -> set[int]:
    """The meetings at which one of them was, and which are there no more."""
    found = {
        image["meeting_id"]
        for one in ids
        for table, image in _images(connection, one, without)
        if table == "meeting_contact" and image["contact_id"] == one
    }
    return {one for one in found if not connection.execute(MEETING, {"id": one}).fetchone()}


def owner(connection: Book, table: str, row_id: int) -> int | None:
    """Whose a row is, or was when it was last there; None for nobody's."""
    found = connection.execute(f"SELECT contact_id FROM {table} WHERE id = ?", (row_id,)).fetchone()
    if found:
        return int(found[0]) if found[0] else None
    last = last_of_row(connection, table, row_id)
    return last.image.get("contact_id") if last else None


def _gone(connection: Book) -> dict[int, str]:
    """The uids by id of the contacts of whom the journal alone knows."""
    images, found = Images(connection), dict[int, str]()
    for id_, row_id, was_there, is_there in connection.execute(GONE):
        for image in images.of(id_, was_there=was_there, is_there=is_there):
            if image is not None:
                found[row_id] = image["uid"]
    return found


def _other_uids(connection: Book, one: int) -> Iterator[str]:
    """The uids that are theirs besides their own; of whoever is gone those that went with them."""
    yield from (uid for (uid,) in connection.execute(OTHER_UIDS, {"id": one}))
    last = last_of_row(connection, "contact", one)
    if last is None or last.after is not None:
        return
    for change in of_part(connection, "contact_uid", one):
        if change.batch.number == last.batch.number and change.before and not change.after:
            yield change.before["uid"]


def _images(connection: Book, one: int, without: Collection[int]) -> Iterator[tuple[str, Image]]:
    """What the journal has of them, by table, without the commands of those numbers."""
    images = Images(connection)
    for id_, number, table, was_there, is_there in connection.execute(IMAGES, {"id": one}):
        if number in without:
            continue
        for image in images.of(id_, was_there=was_there, is_there=is_there):
            if image is not None:
                yield table, image
