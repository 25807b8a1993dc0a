"""A value of the journal put back as it was; that the session tells nothing of it is the point."""

from collections.abc import Iterable

from netlog.records.flips import Flipped
from netlog.store.connect import Book


def mend(connection: Book, flipped: Iterable[Flipped]) -> None:
    """Put each of them back."""
    for one in flipped:
        value = one.value.decode() if isinstance(one.value, bytes) else one.value
        statement = f"UPDATE {one.table} SET {one.column} = :value WHERE id = :id"
        connection.execute(statement, {"value": value, "id": one.id})
