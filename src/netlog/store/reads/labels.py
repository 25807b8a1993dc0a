"""Tags and circles: who has one, and how many have each."""

from netlog.records.tags import Tag
from netlog.store.connect import Book

COUNTED = """
SELECT t.tag, count(*) - count(c.archived_at), count(c.archived_at)
FROM contact_tag t JOIN contact c ON c.id = t.contact_id
GROUP BY t.tag ORDER BY 2 DESC, 3 DESC NULLS LAST, t.tag
"""
WITH_TAG = "SELECT contact_id FROM contact_tag WHERE tag = :label"
WITH_CIRCLE = "SELECT contact_id FROM contact_circle WHERE circle = :label"


def counted(connection: Book) -> list[Tag]:
    """The tags there are, those of most people first."""
    return [Tag(*row) for row in connection.execute(COUNTED)]


def with_tag(connection: Book, tag: str) -> set[int]:
    """Who has that tag, by id."""
    return {id_ for (id_,) in connection.execute(WITH_TAG, {"label": tag})}


def with_circle(connection: Book, circle: str) -> set[int]:
    """Who is in that circle, by id."""
    return {id_ for (id_,) in connection.execute(WITH_CIRCLE, {"label": circle})}
