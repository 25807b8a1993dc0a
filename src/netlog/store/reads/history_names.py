"""Names of those of whom a history tells: as they are stored, or as the journal last had them."""

from collections.abc import Iterable
from itertools import product

from netlog.named import NamedTuple
from netlog.records.history import Change, Names
from netlog.records.refs import ref
from netlog.store.connect import Book
from netlog.store.reads.history import last_of_row

COMPANY_NAME = "SELECT name FROM organization WHERE id = :id"
NAME = "SELECT name FROM contact WHERE id = :id"
WHO = ("contact_id", "other_id", "introduced_by_id", "introduced_id", "kept_id")
KIND = "SELECT kind FROM meeting WHERE id = :id"
PRESENT = "SELECT contact_id FROM meeting_contact WHERE meeting_id = :id ORDER BY id"
PLANNED_KIND = "SELECT kind FROM plan WHERE id = :id"
TO_COME = "SELECT contact_id FROM plan_contact WHERE plan_id = :id ORDER BY id"
TITLES = (
    ("goal", "SELECT text FROM goal WHERE id = :id", "text"),
    ("lead", "SELECT title FROM lead WHERE id = :id", "title"),
)


class _Company(NamedTuple):
    """Where the people of a noun are: its table, theirs, and what reads both."""

    table: str
    parts: str
    column: str
    kind: str
    there: str


COMPANY = (
    _Company("meeting", "meeting_contact", "meeting_id", KIND, PRESENT),
    _Company("plan", "plan_contact", "plan_id", PLANNED_KIND, TO_COME),
)


def known(connection: Book, found: Iterable[Change]) -> Names:
    """The names that are needed to tell these changes, also of contacts that are gone."""
    changes = list(found)
    wanted = {change.row_id for change in changes if change.table == "contact"}
    for change in changes:
        for image in filter(None, (change.before, change.after)):
            wanted.update(image[key] for key in WHO if image.get(key) is not None)
    (present, kinds), (planned, plan_kinds) = (
        _company(connection, changes, company) for company in COMPANY
    )
    for there in (*present.values(), *planned.values()):
        wanted.update(there)
    names = {id_: _name(connection, id_) for id_ in wanted}
    return Names(
        names,
        present,
        kinds,
        planned,
        plan_kinds,
        _companies(connection, changes),
        _titles(connection, changes),
    )


def _companies(connection: Book, changes: list[Change]) -> dict[int, str]:
    """The names of the companies to which changed rows belong."""
    found: dict[int, str] = {}
    for id_ in {change.image.get("organization_id") for change in changes}:
        if id_ is None:
            continue
        row = connection.execute(COMPANY_NAME, {"id": id_}).fetchone()
        last = None if row else last_of_row(connection, "organization", id_)
        if row or last:
            found[id_] = str(row[0] if row else last and last.image["name"])
    return found


def _titles(connection: Book, changes: list[Change]) -> dict[tuple[str, int], str]:
    """What the goals and leads are called of which a part was changed."""
    found: dict[tuple[str, int], str] = {}
    images = [image for change in changes for image in (change.before, change.after) if image]
    for image, (table, sql, column) in product(images, TITLES):
        id_ = image.get(f"{table}_id")
        if id_ is None or (table, id_) in found:
            continue
        row = connection.execute(sql, {"id": id_}).fetchone()
        last = None if row else last_of_row(connection, table, id_)
        found[table, id_] = str(row[0] if row else last.image[column] if last else "")
    return found


def _company(
    connection: Book, changes: list[Change], company: _Company
) -> tuple[dict[int, tuple[int, ...]], dict[int, str]]:
    """Who is at those of a noun that were changed, and of which kind each is."""
    told: dict[int, set[int]] = {}
    for change in changes:
        if change.table == company.table:
            told.setdefault(change.row_id, set())
        elif change.table == company.parts:
            for image in filter(None, (change.before, change.after)):
                told.setdefault(image[company.column], set()).add(image["contact_id"])
    there: dict[int, tuple[int, ...]] = {}
    kinds: dict[int, str] = {}
    for id_, those in told.items():
        kinds.update((id_, kind) for (kind,) in connection.execute(company.kind, {"id": id_}))
        rows = connection.execute(company.there, {"id": id_})
        # Of one that is gone only the journal knows who was there.
        there[id_] = tuple(contact for (contact,) in rows) or tuple(sorted(those))
    return there, kinds


def _name(connection: Book, contact_id: int) -> str:
    row = connection.execute(NAME, {"id": contact_id}).fetchone()
    if row:
        return str(row[0])
    last = last_of_row(connection, "contact", contact_id)
    return str(last.image["name"]) if last else ref("c", contact_id)
