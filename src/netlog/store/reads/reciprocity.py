"""Between whom and you anything was given, received, promised or asked."""

from netlog.records.people import PeopleFilter
from netlog.store.connect import Book

# Whom anything speaks for getting back to, beside what is due.
WORTH_A_WORD = """
SELECT c.id FROM contact c
WHERE {who} AND c.id IN (
  SELECT contact_id FROM favor WHERE direction = 'to_me' AND done_on IS NOT NULL
  UNION SELECT introduced_by_id FROM contact WHERE introduced_by_id IS NOT NULL)
ORDER BY c.id
"""

WITH_FAVORS = """
SELECT c.id FROM contact c
WHERE c.archived_at IS NULL AND c.id IN (
  SELECT contact_id FROM favor
  UNION SELECT mc.contact_id FROM meeting m JOIN meeting_contact mc ON mc.meeting_id = m.id
    WHERE m.paid_by = 'me')
ORDER BY c.id
"""


def worth_a_word(connection: Book, people: PeopleFilter) -> list[int]:
    """The ids of those people who did something for you, or introduced somebody."""
    from netlog.store.reads import filters

    who, binds = filters.condition(connection, people)
    return [id_ for (id_,) in connection.execute(WORTH_A_WORD.format(who=who), binds)]


def with_favors(connection: Book) -> list[int]:
    """The ids of everybody with anything given, received, promised or asked."""
    return [id_ for (id_,) in connection.execute(WITH_FAVORS)]
