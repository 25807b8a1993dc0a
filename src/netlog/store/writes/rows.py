"""Rows made from records, and rows loaded for change: what was there a moment ago may be gone."""

import uuid
from datetime import date
from typing import Any, TypeVar

from netlog.errors import NothingMatches
from netlog.store.tables import Contact, Favor, Row, Stamped, Thanks
from netlog.store.writes.recording import Recording

AnyRow = TypeVar("AnyRow", bound=Row)


def insert(book: Recording, table: type[Stamped], values: dict[str, Any]) -> int:
    """Store a new record under its uid or a fresh one; dates become text. Returns its id."""
    stored = {name: as_stored(value) for name, value in values.items()}
    stored["uid"] = stored.get("uid") or str(uuid.uuid4())
    row = table(**stored, created_at=book.at, updated_at=book.at)
    book.session.add(row)
    book.session.flush()
    assert row.id is not None
    return row.id


def put_off(row: Contact | Favor | Thanks, until: date, why: str | None) -> None:
    """Snooze what the row makes due, and count how often that was done."""
    row.snoozed_until, row.snoozed_why = until.isoformat(), why
    row.snoozes += 1


def as_stored(value: Any) -> Any:
    """The value as SQLite keeps it: dates are text, truth is a number."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def load(book: Recording, table: type[AnyRow], row_id: int, ref: str) -> AnyRow:
    """The row to change; raises NothingMatches when another command removed it meanwhile."""
    row = book.session.get(table, row_id)
    if row is None:
        raise NothingMatches(f"There is no {ref} any more. Nothing was changed.")
    return row
