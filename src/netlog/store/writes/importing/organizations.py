"""Companies of a file: new ones stored as they were, those who are there filled."""

from collections.abc import Sequence

from netlog.records.importing import ImportPlan, PlannedCompany
from netlog.store.tables.organizations import (
    OrganizationAlias,
    OrganizationEntry,
    OrganizationKept,
    OrganizationMethod,
    OrganizationRow,
)
from netlog.store.writes import organizations
from netlog.store.writes.importing.bulk import ids_for, ids_of, values_of
from netlog.store.writes.recording import Recording
from netlog.typed import Any


def store_companies(book: Recording, plan: ImportPlan) -> Sequence[int]:
    """The ids of those that are new, in their order."""
    for one in plan.companies:
        if one.known:
            organizations.change(book, one.known, one.columns)
            organizations.add_parts(book, one.known, one.new)
    new = [one for one in plan.companies if not one.known]
    ids = ids_of(book, OrganizationRow, [one.exact for one in new])
    for id_, one in zip(ids, new, strict=True):
        plain = {
            key: getattr(one.new, key) for key in ("uid", "name", "city", "notes", "cadence_days")
        }
        values = values_of(book, OrganizationRow, id_, plain, one.exact)
        book.session.add(OrganizationRow(**values))
    book.session.flush()
    _add_parts(book, ids, new)
    return ids


def _add_parts(book: Recording, ids: Sequence[int], new: Sequence[PlannedCompany]) -> None:
    """What belongs to them, under the ids that it had where it can."""
    for name, table in _PARTS.items():
        made = [
            (id_, one, part) for id_, one in zip(ids, new, strict=True) for part in _of(one, name)
        ]
        wanted: list[int | None] = []
        for one in new:
            number, own = len(_of(one, name)), one.rows.get(name, ())
            wanted += own if len(own) == number else [None] * number
        for row_id, (id_, _, part) in zip(ids_for(book, table, wanted), made, strict=True):
            book.session.add(table(id=row_id, organization_id=id_, **part))
    book.session.flush()


_PARTS: dict[
    str,
    type[OrganizationAlias]
    | type[OrganizationMethod]
    | type[OrganizationKept]
    | type[OrganizationEntry],
] = {
    "aliases": OrganizationAlias,
    "methods": OrganizationMethod,
    "kept": OrganizationKept,
    "log": OrganizationEntry,
}


def _of(one: PlannedCompany, name: str) -> list[dict[str, Any]]:
    """The columns of each row of a list."""
    match name:
        case "aliases":
            return [{"alias": alias} for alias in one.new.aliases]
        case "methods":
            return [{**way._asdict(), "preferred": int(way.preferred)} for way in one.new.methods]
        case "kept":
            return [{"line": line} for line in one.new.kept]
        case _:
            return [
                {"happened_on": on.isoformat(), "kind": kind, "text": text}
                for on, kind, text in one.new.entries
            ]
