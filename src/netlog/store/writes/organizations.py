"""Companies: added, changed, made one, and what happened with them noted."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from netlog.records.contacts import NewMethod
from netlog.records.organizations import NewCompany, NewEntry
from netlog.store.tables.organizations import (
    OrganizationAlias,
    OrganizationEntry,
    OrganizationKept,
    OrganizationMethod,
    OrganizationRow,
)
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import AnyRow, as_stored, insert, load, rows_where
from netlog.typed import Any

PARTS = (OrganizationAlias, OrganizationMethod, OrganizationKept, OrganizationEntry)


def add(book: Recording, new: NewCompany) -> int:
    """Store a company; returns its id."""
    plain: dict[str, Any] = {"uid": new.uid, "name": new.name, "city": new.city, "notes": new.notes}
    plain["cadence_days"] = new.cadence_days
    company_id = insert(book, OrganizationRow, plain)
    add_parts(book, company_id, new)
    return company_id


def add_parts(book: Recording, company_id: int, new: NewCompany) -> None:
    """Let a company have these aliases, ways to reach it and entries as well.

    Kept lines are those of one card: where there are any, they stand for those before.
    """
    for row in rows_where(book, OrganizationKept, "organization_id", [company_id]):
        if new.kept:
            book.session.delete(row)
    book.session.add_all(
        [
            *(OrganizationAlias(organization_id=company_id, alias=one) for one in new.aliases),
            *(_method(company_id, one) for one in new.methods),
            *(OrganizationKept(organization_id=company_id, line=one) for one in new.kept),
        ]
    )
    for entry in new.entries:
        note(book, company_id, entry)
    book.session.flush()


def note(book: Recording, company_id: int, entry: NewEntry) -> None:
    """Note that something happened with a company."""
    row = load(book, OrganizationRow, company_id)
    book.session.add(
        OrganizationEntry(
            organization_id=company_id,
            happened_on=entry.happened_on.isoformat(),
            kind=entry.kind,
            text=entry.text,
        )
    )
    row.updated_at = book.at


def set_cadence(book: Recording, company_id: int, days: int | None) -> None:
    """Bring a company up so often; 0 or None for never."""
    load(book, OrganizationRow, company_id).cadence_days = days


def snooze(book: Recording, company_id: int, until: date, _: str | None = None) -> None:
    """Leave a company out of the morning report until that day, unless something happens."""
    row = load(book, OrganizationRow, company_id)
    row.snoozed_on, row.snoozed_until = book.today.isoformat(), until.isoformat()


def wake(book: Recording, company_id: int) -> None:
    """Put a company off no longer."""
    row = load(book, OrganizationRow, company_id)
    row.snoozed_on = row.snoozed_until = None


def change(
    book: Recording,
    company_id: int,
    columns: Mapping[str, Any],
    aliases: Sequence[str] | None = None,
    methods: Sequence[NewMethod] | None = None,
) -> None:
    """Change a company; aliases and methods are given whole."""
    row = load(book, OrganizationRow, company_id)
    for name, value in columns.items():
        setattr(row, name, as_stored(value))
    changed = False
    if aliases is not None:
        there = {one.alias: one for one in _of(book, OrganizationAlias, company_id)}
        gone = [one for alias, one in there.items() if alias not in aliases]
        new = [alias for alias in aliases if alias not in there]
        changed = _replaced(
            book, gone, [OrganizationAlias(organization_id=company_id, alias=one) for one in new]
        )
    if methods is not None:
        held = {_held(one): one for one in _of(book, OrganizationMethod, company_id)}
        wanted = [method._replace(preferred=bool(method.preferred)) for method in methods]
        gone_methods = [one for method, one in held.items() if method not in wanted]
        fresh = [_method(company_id, method) for method in wanted if method not in held]
        changed = _replaced(book, gone_methods, fresh) or changed
    if changed:
        row.updated_at = book.at


def merge(book: Recording, kept_id: int, other_id: int, columns: Mapping[str, Any]) -> None:
    """Let all of one company be the other's, whose columns become these; the first is gone."""
    kept, other = (load(book, OrganizationRow, id_) for id_ in (kept_id, other_id))
    for name, value in columns.items():
        setattr(kept, name, value)
    kept.updated_at = book.at
    aliases = {one.alias for one in _of(book, OrganizationAlias, kept_id)} | {kept.name}
    for alias in _of(book, OrganizationAlias, other_id):
        _give(book, alias, kept_id, known=alias.alias in aliases)
        aliases.add(alias.alias)
    ways = {(one.kind, one.normal) for one in _of(book, OrganizationMethod, kept_id)}
    for method in _of(book, OrganizationMethod, other_id):
        _give(book, method, kept_id, known=(method.kind, method.normal) in ways)
    for part in (OrganizationKept, OrganizationEntry):
        for row in _of(book, part, other_id):
            row.organization_id = kept_id
    if other.name not in aliases:
        book.session.add(OrganizationAlias(organization_id=kept_id, alias=other.name))
    book.session.flush()
    book.session.delete(other)
    book.session.flush()


def _give(
    book: Recording, row: OrganizationAlias | OrganizationMethod, kept_id: int, *, known: bool
) -> None:
    if known:
        book.session.delete(row)
    else:
        row.organization_id = kept_id


def _replaced(book: Recording, gone: Iterable[Any], new: Sequence[Any]) -> bool:
    """Delete these and add those; returns whether there were any."""
    left = list(gone)
    for row in left:
        book.session.delete(row)
    book.session.flush()  # a new one may be as one that goes
    book.session.add_all(new)
    return bool(left or new)


def _of(book: Recording, table: type[AnyRow], company_id: int) -> list[AnyRow]:
    return list(rows_where(book, table, "organization_id", [company_id]))


def _method(company_id: int, new: NewMethod) -> OrganizationMethod:
    values = {**new._asdict(), "preferred": int(new.preferred)}
    return OrganizationMethod(organization_id=company_id, **values)


def _held(row: OrganizationMethod) -> NewMethod:
    return NewMethod(row.kind, row.value, row.normal, row.label, bool(row.preferred))
