"""Rows made from records, and rows loaded for change: what was there a moment ago may be gone."""

import uuid
from collections.abc import Collection, Iterator
from datetime import date

from sqlalchemy import inspect
from sqlmodel import select

from netlog.errors import NothingMatches
from netlog.records.refs import LETTERS, ref
from netlog.store.reads.matching import by_id
from netlog.store.tables.base import Row, Stamped
from netlog.store.tables.contacts import ContactRow
from netlog.store.writes.recording import Recording
from netlog.typed import TYPE_CHECKING, Any, TypeVar

AnyRow = TypeVar("AnyRow", bound=Row)
if TYPE_CHECKING:
    from netlog.store.tables.favors import FavorRow, ThanksRow
    from netlog.store.tables.leads import LeadStep
    from netlog.store.tables.plans import PlanRow

    Snoozed = ContactRow | FavorRow | LeadStep | PlanRow | ThanksRow

# As many values as one statement may well name.
AT_ONCE = 500


def insert(book: Recording, table: type[Stamped], values: dict[str, Any]) -> int:
    """Store a new record under its uid or a fresh one; dates become text. Returns its id."""
    stored = {name: as_stored(value) for name, value in values.items()}
    stored["uid"] = stored.get("uid") or str(uuid.uuid4())
    row = table(**stored, created_at=book.at, updated_at=book.at)
    book.session.add(row)
    book.session.flush()
    assert row.id is not None
    return row.id


def put_off(row: "Snoozed", until: date, why: str | None) -> None:
    """Snooze what the row makes due, and count how often that was done."""
    row.snoozed_until, row.snoozed_why = until.isoformat(), why
    row.snoozes += 1


def wake(row: "Snoozed") -> None:
    """Forget that the row was put off: what was, is settled, and what comes of it is new."""
    row.snoozed_until = row.snoozed_why = None
    row.snoozes = 0
    if isinstance(row, ContactRow):
        row.snoozed_on = None


def touched(book: Recording, contact_id: int, on: date) -> None:
    """Note that you were in touch on that day: the latest word, so it ends an earlier snooze."""
    row = load(book, ContactRow, contact_id)
    if row.snoozed_on is None or row.snoozed_on <= on.isoformat():
        wake(row)


def as_stored(value: Any) -> Any:
    """The value as SQLite keeps it: dates are text, truth is a number."""
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def load(book: Recording, table: type[AnyRow], row_id: int) -> AnyRow:
    """The noun's row to change; raises NothingMatches when another command removed it meanwhile."""
    row = book.session.get(table, row_id)
    if row is None:
        raise gone(ref(LETTERS[str(table.__tablename__)], row_id))
    return row


def rows_where(
    book: Recording, table: type[AnyRow], column: str, values: Collection[Any]
) -> Iterator[AnyRow]:
    """The rows in whose column stands one of the values, as objects to change or delete."""
    wanted = list(values)
    compared = inspect(table).columns[column]
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        yield from book.session.exec(select(table).where(compared.in_(part))).all()


def check_there(book: Recording, contact_ids: Collection[int]) -> None:
    """Raise NothingMatches when another command removed one of these people meanwhile."""
    book.session.flush()  # the connection sees what was flushed only
    for contact_id in contact_ids:
        if not by_id(book.connection, contact_id):
            raise gone(ref("c", contact_id))


def gone(handle: str) -> NothingMatches:
    """The error for what was there a moment ago."""
    return NothingMatches(f"There is no {handle} any more.")
