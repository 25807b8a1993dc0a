"""What of a contact's card netlog only keeps, as content lines of vCard."""

from netlog.records.kept import FORM
from netlog.store.connect import Book

KEPT = """
SELECT line FROM contact_kept WHERE contact_id = :id AND line NOT LIKE :form || '%' ORDER BY id
"""


def of_contact(connection: Book, contact_id: int) -> tuple[str, ...]:
    """The lines in their order, without the one that says how the card was written."""
    rows = connection.execute(KEPT, {"id": contact_id, "form": f"{FORM}:"})
    return tuple(line for (line,) in rows)
