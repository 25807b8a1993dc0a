"""What belongs to a contact, made anew: rows of what stays the same stay."""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from operator import eq

from sqlmodel import select

from netlog.folding import fold
from netlog.records.contacts import NAME_KINDS, NewDate, NewMethod, OtherName
from netlog.store.tables.belongings import ContactDate, ContactField, ContactMethod, ContactName
from netlog.store.writes import contacts, day_numbers
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import AnyRow
from netlog.typed import Any


def rows_of(book: Recording, table: type[AnyRow], **where: int) -> list[AnyRow]:
    """The rows that refer to it, what this transaction has added among them."""
    book.session.flush()
    return list(book.session.exec(select(table).filter_by(**where).order_by("id")))


def replace(
    book: Recording,
    table: type[AnyRow],
    column: str,
    owner_id: int,
    values: Sequence[Any],
    owner: str = "contact_id",
) -> bool:
    """Make the owner's rows hold these values, one each; returns whether any changed."""
    there = {getattr(row, column): row for row in rows_of(book, table, **{owner: owner_id})}
    gone = [row for value, row in there.items() if value not in values]
    new = [value for value in dict.fromkeys(values) if value not in there]
    for row in gone:
        book.session.delete(row)
    book.session.add_all(table(**{owner: owner_id, column: value}) for value in new)
    return bool(gone or new)


def replace_methods(book: Recording, contact_id: int, methods: Sequence[NewMethod]) -> bool:
    there = rows_of(book, ContactMethod, contact_id=contact_id)
    kept: dict[int, NewMethod] = {}
    new = []
    for method in methods:
        row = _same(there, method, kept)
        if row is None or row.id is None:
            new.append(method)
        else:
            kept[row.id] = method
    gone = [row for row in there if row.id not in kept]
    for row in gone:
        book.session.delete(row)
    # A new one may have the form of one that goes.
    book.session.flush()
    changed = [_update(row, kept[row.id]) for row in there if row.id in kept]
    for method in new:
        values = {**method._asdict(), "preferred": int(method.preferred)}
        book.session.add(ContactMethod(contact_id=contact_id, **values))
    return bool(gone or new or any(changed))


def _same(
    there: Sequence[ContactMethod], method: NewMethod, taken: Mapping[int, object]
) -> ContactMethod | None:
    """The row that is that method: by its value, or else by its normal form."""
    free = [row for row in there if row.kind == method.kind and row.id not in taken]
    by_value = [row for row in free if row.value == method.value]
    by_form = [row for row in free if row.normal == method.normal]
    return next(iter(by_value + by_form), None)


def _update(row: ContactMethod, method: NewMethod) -> bool:
    """Bring the row up to date; its form stays as long as what it follows from does."""
    if (row.value, row.label) != (method.value, method.label):
        row.value, row.label, row.normal = method.value, method.label, method.normal
    elif bool(row.preferred) == method.preferred:
        return False
    row.preferred = method.preferred
    return True


def replace_names(book: Recording, contact_id: int, names: Sequence[OtherName]) -> bool:
    """Make the names these; each kind of them stands in the order in which it was stored."""
    there = sorted(rows_of(book, ContactName, contact_id=contact_id), key=lambda row: row.kind)
    changed = False
    for kind in NAME_KINDS:
        rows = [row for row in there if row.kind == kind]
        wanted = [name.value for name in names if name.kind == kind]
        held = [row.value for row in rows]
        same = sum(1 for _ in takewhile(bool, map(eq, held, wanted)))
        changed = changed or held != wanted
        for row in rows[same:]:
            book.session.delete(row)
        book.session.flush()
        book.session.add_all(
            ContactName(contact_id=contact_id, kind=kind, value=value) for value in wanted[same:]
        )
    return changed


def replace_dates(book: Recording, contact_id: int, dates: Sequence[NewDate]) -> bool:
    """Make the yearly days these; one that stays keeps whether it was kept this year."""
    there = {fold(row.label): row for row in rows_of(book, ContactDate, contact_id=contact_id)}
    wanted = {fold(date.label): date for date in dates}
    changed = there.keys() != wanted.keys()
    for key, row in there.items():
        if key not in wanted:
            book.session.delete(row)
            continue
        new = wanted[key]
        done_on = new.done_on or (row.done_on if row.day_key == new.on[-5:] else None)
        # What was put off on one day says nothing of another.
        same_day = row.day_key == new.on[-5:]
        until = new.snoozed_until or (row.snoozed_until if same_day else None)
        kept = (new.label, new.on, done_on, until)
        if (row.label, row.day, row.done_on, row.snoozed_until) != kept:
            row.label, row.day, row.done_on, row.snoozed_until = kept
            row.day_key = new.on[-5:]
            changed = True
    if new_days := [date for key, date in wanted.items() if key not in there]:
        # A ref that was printed of a day that went must not come to mean one that came.
        held = max((row.number for row in there.values()), default=0)
        first = max(held, day_numbers.highest(book, contact_id)) + 1
        book.session.add_all(
            contacts.yearly(contact_id, date, number) for number, date in enumerate(new_days, first)
        )
    return changed


def merge_fields(book: Recording, contact_id: int, fields: Mapping[str, str | None]) -> bool:
    there = {row.key: row for row in rows_of(book, ContactField, contact_id=contact_id)}
    changed = False
    for key, value in fields.items():
        row = there.get(key)
        if row and value is None:
            book.session.delete(row)
        elif row and value is not None and row.value != value:
            row.value = value
        elif row is None and value is not None:
            book.session.add(ContactField(contact_id=contact_id, key=key, value=value))
        else:
            continue
        changed = True
    return changed
