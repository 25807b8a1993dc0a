"""What shell completion offers from the file: people and tags, the archived ones left out."""

import sqlite3
from collections.abc import Iterator

from netlog.records.matching import Named

# The words are looked for in the index, whose order is the order of the people: whoever wants only
# the first few reads no further.
PEOPLE = """
SELECT id, name, organization, name_key FROM contact
WHERE instr(name_key, :word) > 0 AND archived_at IS NULL
ORDER BY name_key, id
"""
PEOPLE_BACKWARDS = """
SELECT id, name, organization, name_key FROM contact
WHERE instr(name_key, :word) > 0 AND archived_at IS NULL
ORDER BY name_key DESC, id DESC
"""

PEOPLE_BY_REF = """
SELECT id, name, organization, name_key FROM contact
WHERE CAST(id AS TEXT) LIKE :digits || '%' AND archived_at IS NULL
ORDER BY id
LIMIT :most
"""

TAGS = """
SELECT t.tag, count(*) FROM contact_tag t JOIN contact c ON c.id = t.contact_id
WHERE c.archived_at IS NULL GROUP BY t.tag ORDER BY t.tag
"""


def people(
    connection: sqlite3.Connection, word: str, *, backwards: bool = False
) -> Iterator[Named]:
    """People one of whose words begins with the folded word; all people for an empty one."""
    sql = PEOPLE_BACKWARDS if backwards else PEOPLE
    return (Named(*row) for row in connection.execute(sql, {"word": f" {word}"}))


def people_by_ref(connection: sqlite3.Connection, digits: str, most: int) -> list[Named]:
    """At most so many people whose id begins with those digits."""
    binds = {"digits": digits, "most": most}
    return [Named(*row) for row in connection.execute(PEOPLE_BY_REF, binds)]


def tags(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """The tags in use, each with the number of people who have it."""
    return connection.execute(TAGS).fetchall()
