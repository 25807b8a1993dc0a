"""Organizations as they are spelt on contacts."""

import sqlite3

from netlog.records.orgs import Organization

SPELLINGS = """
SELECT organization, count(*) FROM contact
WHERE organization IS NOT NULL AND archived_at IS NULL
GROUP BY organization ORDER BY organization
"""


def spellings(connection: sqlite3.Connection) -> list[Organization]:
    """Every spelling, with how many people have it; the archived are left out."""
    return [Organization(*row) for row in connection.execute(SPELLINGS)]
