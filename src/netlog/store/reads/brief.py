"""People in common: who was at the same meetings."""

from netlog.records.brief import InCommon
from netlog.records.people import Person, person
from netlog.store.connect import Book

IN_COMMON = """
SELECT c.id, c.name, count(*) AS meetings
FROM meeting_contact mine
JOIN meeting_contact theirs
  ON theirs.meeting_id = mine.meeting_id AND theirs.contact_id <> mine.contact_id
JOIN contact c ON c.id = theirs.contact_id
WHERE mine.contact_id = :id
GROUP BY c.id ORDER BY meetings DESC, c.name_key, c.id
LIMIT :limit
"""

INTRODUCED = "SELECT id, name FROM contact WHERE introduced_by_id = :id ORDER BY id"


def in_common(connection: Book, contact_id: int, limit: int) -> tuple[InCommon, ...]:
    """Who was at meetings with the contact, the most frequent first."""
    rows = connection.execute(IN_COMMON, {"id": contact_id, "limit": limit})
    return tuple(InCommon(person(id_, name), meetings) for id_, name, meetings in rows)


def introduced(connection: Book, contact_id: int) -> tuple[Person, ...]:
    """Whom the contact introduced you to, the first one first."""
    return tuple(person(*row) for row in connection.execute(INTRODUCED, {"id": contact_id}))
