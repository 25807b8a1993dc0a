"""Who belongs to whom: the relations of somebody, and those of others that name them."""

from collections.abc import Sequence

from netlog.records.people import Person, person
from netlog.records.relations import StoredRelation, Tie
from netlog.store.connect import Book
from netlog.typed import Any

OF_CONTACT = """
SELECT r.id, r.kind, r.word, r.other_id, o.name, r.name
FROM relation r LEFT JOIN contact o ON o.id = r.other_id
WHERE r.contact_id = :id ORDER BY r.id
"""
NAMING = """
SELECT r.id, r.kind, r.word, r.contact_id, c.name, NULL
FROM relation r JOIN contact c ON c.id = r.contact_id
WHERE r.other_id = :id ORDER BY r.id
"""
NAMED = """
SELECT r.contact_id, r.id, r.kind, r.word, NULL, NULL, r.name
FROM relation r WHERE r.other_id IS NULL ORDER BY r.id
"""
RELATED = """
SELECT id, name FROM contact
WHERE id IN (SELECT contact_id FROM relation UNION SELECT other_id FROM relation)
ORDER BY name_key, id
"""


def of_contact(connection: Book, contact_id: int) -> list[StoredRelation]:
    """The relations of somebody, as they are said of them."""
    rows = connection.execute(OF_CONTACT, {"id": contact_id})
    return [stored(row) for row in rows]


def naming(connection: Book, contact_id: int) -> list[StoredRelation]:
    """The relations of others with somebody; other is whose they are."""
    return [stored(row) for row in connection.execute(NAMING, {"id": contact_id})]


def named(connection: Book) -> list[tuple[int, StoredRelation]]:
    """The relations with those who are only a name, each with whose it is."""
    rows = connection.execute(NAMED)
    return [(contact_id, stored(row)) for contact_id, *row in rows]


def related(connection: Book) -> list[Person]:
    """Everybody who has a relation, by name."""
    return [person(*row) for row in connection.execute(RELATED)]


def stored(row: Sequence[Any]) -> StoredRelation:
    """A row of id, kind, word, id and name of the other, and how they were named."""
    id_, kind, word, other_id, other_name, name = row
    other = person(other_id, other_name) if other_id is not None else None
    return StoredRelation(id_, Tie(kind, word), other, name)
