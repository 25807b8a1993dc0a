"""Who could be meant: people by id, uid, method or folded words."""

from collections.abc import Iterable

from netlog.records.matching import Named
from netlog.store.connect import Book
from netlog.typed import Any

BY_ID = "SELECT id, name, organization, name_key, archived_at FROM contact WHERE id = :id"
BY_UID = "SELECT id, name, organization, name_key, archived_at FROM contact WHERE uid = :uid"

# The inner query runs over the index alone, however wide the contacts are.
BY_WORD = """
SELECT id, name, organization, name_key, archived_at FROM contact
WHERE id IN (SELECT id FROM contact WHERE instr(name_key, :word) > 0)
ORDER BY name_key, id
"""

BY_METHOD = """
SELECT DISTINCT c.id, c.name, c.organization, c.name_key, c.archived_at
FROM contact_method t JOIN contact c ON c.id = t.contact_id
WHERE t.normal = :form
ORDER BY c.name_key, c.id
"""

# What was stored under the forms of an older version is found by the value itself.
PROFILES = """
SELECT c.id, c.name, c.organization, c.name_key, c.archived_at, t.kind, t.value, t.label
FROM contact_method t JOIN contact c ON c.id = t.contact_id
WHERE t.kind IN ('url', 'handle') AND instr(lower(t.value), :name) > 0
ORDER BY c.name_key, c.id
"""

# Seven digits are a subscriber's number: either side may lack the country or area before them,
# or begin with the 0 that is dialled at home only.
BY_PHONE = """
SELECT DISTINCT c.id, c.name, c.organization, c.name_key, c.archived_at
FROM contact_method t JOIN contact c ON c.id = t.contact_id
WHERE t.kind = 'phone' AND (
    t.normal = :digits
    OR (length(:digits) >= 7 AND t.normal LIKE '%' || :digits)
    OR (length(t.normal) >= 7 AND :digits LIKE '%' || t.normal)
    OR (length(:digits) >= 8 AND :digits LIKE '0%' AND t.normal LIKE '%' || substr(:digits, 2))
    OR (length(t.normal) >= 8 AND t.normal LIKE '0%' AND :digits LIKE '%' || substr(t.normal, 2))
    OR :digits = replace(replace(replace(replace(replace(replace(
        t.value, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''))
ORDER BY c.name_key, c.id
"""

EVERYBODY = """
SELECT id, name, organization, name_key, archived_at FROM contact
WHERE (archived_at IS NOT NULL) = (:archived = 1) ORDER BY name_key, id
"""

# Whoever took somebody in is known under their uid, too.
BY_OTHER_UID = """
SELECT c.id, c.name, c.organization, c.name_key, c.archived_at
FROM contact_uid u JOIN contact c ON c.id = u.contact_id WHERE u.uid = :uid ORDER BY c.id
"""


def by_id(connection: Book, contact_id: int) -> list[Named]:
    """The person with that id, if there is one."""
    return _named(connection, BY_ID, {"id": contact_id})


def by_uid(connection: Book, uid: str) -> list[Named]:
    """The person with that uid, if there is one."""
    return _named(connection, BY_UID, {"uid": uid})


def by_word(connection: Book, word: str) -> list[Named]:
    """People one of whose words begins with the folded word."""
    return _named(connection, BY_WORD, {"word": f" {word}"})


def by_method(connection: Book, forms: Iterable[str]) -> list[Named]:
    """People with a method whose normal form is one of these."""
    return _each_once(_named(connection, BY_METHOD, {"form": form}) for form in forms)


def profiles(connection: Book, name: str) -> list[tuple[Named, str, str, str | None]]:
    """People with a url or handle that holds the name in lower case: who, kind, value, label."""
    return [(_person(row[:5]), *row[5:]) for row in connection.execute(PROFILES, {"name": name})]


def by_phone(connection: Book, spellings: Iterable[str]) -> list[Named]:
    """People one of whose phone numbers is some of these digits, or ends or begins in them."""
    return _each_once(_named(connection, BY_PHONE, {"digits": digits}) for digits in spellings)


def merged_into(connection: Book, contact_id: int) -> list[Named]:
    """Whom the contact that had that id was merged into, if it was."""
    from netlog.store.reads.history import last_of_row

    last = last_of_row(connection, "contact", contact_id)
    if last is None or last.after is not None:
        return []
    return _named(connection, BY_OTHER_UID, {"uid": last.image["uid"]})


def everybody(connection: Book, *, archived: bool = False) -> list[Named]:
    """Everybody who is not archived, or who is, for a search among near names."""
    return _named(connection, EVERYBODY, {"archived": int(archived)})


def _named(connection: Book, sql: str, binds: dict[str, str | int]) -> list[Named]:
    return [_person(row) for row in connection.execute(sql, binds)]


def _person(row: tuple[Any, ...]) -> Named:
    id_, name, organization, name_key, archived_at = row
    return Named(id_, name, organization, name_key, archived_at is not None)


def _each_once(found: Iterable[list[Named]]) -> list[Named]:
    return list(dict.fromkeys(person for people in found for person in people))
