"""Organizations as they are spelt on contacts."""

from netlog.records.orgs import Organization
from netlog.store.connect import Book

SPELLINGS = """
SELECT organization, count(*) FROM contact
WHERE organization IS NOT NULL AND archived_at IS NULL
GROUP BY organization ORDER BY organization
"""


def spellings(connection: Book) -> list[Organization]:
    """Every spelling, with how many people have it; the archived are left out."""
    return [Organization(*row) for row in connection.execute(SPELLINGS)]
