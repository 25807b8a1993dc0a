"""Former jobs of a contact."""

from netlog.records.contacts import Job
from netlog.store.connect import Book
from netlog.store.reads.values import day

OF_CONTACT = """
SELECT organization, title, ended_on FROM contact_job WHERE contact_id = :contact_id
ORDER BY ended_on DESC, id DESC
"""


def of_contact(connection: Book, contact_id: int) -> tuple[Job, ...]:
    """Where the contact worked before, the last first."""
    rows = connection.execute(OF_CONTACT, {"contact_id": contact_id})
    return tuple(Job(organization, title, day(on or None)) for organization, title, on in rows)
