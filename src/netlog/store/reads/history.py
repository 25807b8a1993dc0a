"""The journal, from its end: commands without their rows, and the changes of one or of a record."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from netlog.named import NamedTuple
from netlog.records.history import Batch, Change, Image, Names, Tally
from netlog.records.refs import NOUNS, Ref, ref

# A command is never looked for among its rows: from its last row an index leads to the first.
BATCHES = """
WITH RECURSIVE walk (batch, command, at, undoes, first, last) AS (
    SELECT c.batch, c.command, c.at, c.undoes,
           (SELECT min(b.id) FROM change b WHERE b.batch = c.batch), c.id
    FROM change c WHERE c.id = (SELECT max(e.id) FROM change e)
    UNION ALL
    SELECT c.batch, c.command, c.at, c.undoes,
           (SELECT min(b.id) FROM change b WHERE b.batch = c.batch), c.id
    FROM walk w JOIN change c ON c.id = (SELECT max(e.id) FROM change e WHERE e.id < w.first)
)
SELECT batch, command, at, undoes, first, last FROM walk
"""
BATCH = """
SELECT batch, command, at, undoes, min(id), max(id) FROM change WHERE batch = :id
"""
COLUMNS = """
SELECT batch, command, at, undoes, id, id, table_name, row_id, before, after FROM change
"""
CHANGES = COLUMNS + "WHERE id BETWEEN :first AND :last ORDER BY id"
PASSING = (
    COLUMNS
    + "WHERE id BETWEEN :first AND :last AND (:table IS NULL OR table_name = :table) ORDER BY id"
)
# What was forgotten has no image any more.
OF_ROW = (
    COLUMNS
    + """
WHERE table_name = :table AND row_id = :row_id AND coalesce(after, before) IS NOT NULL
ORDER BY id DESC
"""
)
LAST_OF_ROW = OF_ROW + " LIMIT 1"
# What is told of a contact itself: its labels too, with all that ever became of them.
LABELS_OF_CONTACT = (
    COLUMNS
    + """
WHERE (table_name, row_id) IN (
    SELECT table_name, row_id FROM change
    WHERE contact_id = :contact_id AND table_name IN (
        'contact_circle', 'contact_tag', 'contact_method', 'contact_name', 'contact_date',
        'contact_field', 'contact_job', 'contact_kept', 'relation'
    )
)
"""
)
PARTS_OF_MEETING = (
    COLUMNS
    + """
WHERE table_name = 'meeting_contact'
  AND row_id IN (SELECT id FROM meeting_contact WHERE meeting_id = :id)
"""
)
PARTS_OF_COMPANY = (
    COLUMNS
    + """
WHERE table_name IN ('organization_alias', 'organization_method', 'organization_kept',
                     'organization_entry')
  AND json_extract(coalesce(after, before), '$.organization_id') = :id
"""
)
COMPANY_NAME = "SELECT name FROM organization WHERE id = :id"
TALLIES = """
SELECT table_name,
       CASE WHEN before IS NULL THEN 'added' WHEN after IS NULL THEN 'removed' ELSE 'changed' END,
       count(*)
FROM change WHERE id BETWEEN :first AND :last
GROUP BY 1, 2 ORDER BY min(id)
"""
NAME = "SELECT name FROM contact WHERE id = :id"
WHO = ("contact_id", "other_id", "introduced_by_id", "introduced_id")
KIND = "SELECT kind FROM meeting WHERE id = :id"
PRESENT = "SELECT contact_id FROM meeting_contact WHERE meeting_id = :id ORDER BY id"
PLANNED_KIND = "SELECT kind FROM plan WHERE id = :id"
TO_COME = "SELECT contact_id FROM plan_contact WHERE plan_id = :id ORDER BY id"
TITLES = (
    ("goal", "SELECT text FROM goal WHERE id = :id", "text"),
    ("lead", "SELECT title FROM lead WHERE id = :id", "title"),
)
PARTS_OF_LEAD = (
    COLUMNS
    + """
WHERE (table_name = 'lead_step' AND row_id IN (SELECT id FROM lead_step WHERE lead_id = :id))
   OR (table_name = 'lead_stage' AND row_id IN (SELECT id FROM lead_stage WHERE lead_id = :id))
"""
)
PARTS_OF_GOAL = (
    COLUMNS
    + """
WHERE (table_name = 'goal_target' AND row_id IN (SELECT id FROM goal_target WHERE goal_id = :id))
   OR (table_name = 'goal_told' AND row_id IN (SELECT id FROM goal_told WHERE goal_id = :id))
"""
)
PARTS_OF_PLAN = (
    COLUMNS
    + """
WHERE table_name = 'plan_contact'
  AND row_id IN (SELECT id FROM plan_contact WHERE plan_id = :id)
"""
)


def batches(connection: sqlite3.Connection) -> Iterator[Batch]:
    """Every command that changed something, newest first; read only as far as they are taken."""
    return (Batch(*row) for row in connection.execute(BATCHES))


def batch(connection: sqlite3.Connection, batch_id: str) -> Batch:
    """The command of that id."""
    return Batch(*connection.execute(BATCH, {"id": batch_id}).fetchone())


def changes(connection: sqlite3.Connection, batch: Batch) -> list[Change]:
    """What the command did, row by row."""
    binds = {"first": batch.first, "last": batch.last}
    return [_change(row) for row in connection.execute(CHANGES, binds)]


def passing(
    connection: sqlite3.Connection, batch: Batch, table: str | None = None
) -> Iterator[Change]:
    """The same one by one, of one table where it is named, for those that are too many to hold."""
    binds = {"first": batch.first, "last": batch.last, "table": table}
    return map(_change, connection.execute(PASSING, binds))


def tallies(connection: sqlite3.Connection, batch: Batch) -> list[Tally]:
    """What the command did, counted by table; for those whose rows are too many to tell."""
    binds = {"first": batch.first, "last": batch.last}
    return [Tally(*row) for row in connection.execute(TALLIES, binds)]


def of_row(connection: sqlite3.Connection, table: str, row_id: int) -> list[Change]:
    """All changes of one row, newest first."""
    return [_change(row) for row in connection.execute(OF_ROW, {"table": table, "row_id": row_id})]


def last_of_row(connection: sqlite3.Connection, table: str, row_id: int) -> Change | None:
    """The last change of one row."""
    row = connection.execute(LAST_OF_ROW, {"table": table, "row_id": row_id}).fetchone()
    return row and _change(row)


def of_contact(connection: sqlite3.Connection, contact_id: int) -> list[Change]:
    """All changes of a contact, its labels, methods, fields and jobs, newest first."""
    labels = connection.execute(LABELS_OF_CONTACT, {"contact_id": contact_id})
    return _newest_first([*of_row(connection, "contact", contact_id), *map(_change, labels)])


def of_meeting(connection: sqlite3.Connection, meeting_id: int) -> list[Change]:
    """All changes of a meeting and of who is told to have been there, newest first."""
    parts = connection.execute(PARTS_OF_MEETING, {"id": meeting_id})
    return _newest_first([*of_row(connection, "meeting", meeting_id), *map(_change, parts)])


def of_plan(connection: sqlite3.Connection, plan_id: int) -> list[Change]:
    """All changes of a plan and of who is told to come, newest first."""
    parts = connection.execute(PARTS_OF_PLAN, {"id": plan_id})
    return _newest_first([*of_row(connection, "plan", plan_id), *map(_change, parts)])


def of_company(connection: sqlite3.Connection, company_id: int) -> list[Change]:
    """All changes of a company, of its aliases, ways to reach it and its log, newest first."""
    parts = connection.execute(PARTS_OF_COMPANY, {"id": company_id})
    return _newest_first([*of_row(connection, "organization", company_id), *map(_change, parts)])


def of_lead(connection: sqlite3.Connection, lead_id: int) -> list[Change]:
    """All changes of a lead, its steps and its stages, newest first."""
    parts = connection.execute(PARTS_OF_LEAD, {"id": lead_id})
    return _newest_first([*of_row(connection, "lead", lead_id), *map(_change, parts)])


def of_goal(connection: sqlite3.Connection, goal_id: int) -> list[Change]:
    """All changes of a goal, its targets and who knows of it, newest first."""
    parts = connection.execute(PARTS_OF_GOAL, {"id": goal_id})
    return _newest_first([*of_row(connection, "goal", goal_id), *map(_change, parts)])


# Nouns of whose parts more is told than the changes of one row.
WITH_PARTS = {
    "c": of_contact,
    "m": of_meeting,
    "p": of_plan,
    "o": of_company,
    "l": of_lead,
    "g": of_goal,
}


def of_record(connection: sqlite3.Connection, ref: Ref) -> list[Change]:
    """All changes of a record, and of its parts where they are told with it, newest first."""
    if ref.letter in WITH_PARTS:
        return WITH_PARTS[ref.letter](connection, ref.id)
    return of_row(connection, NOUNS[ref.letter].table, ref.id)


def _newest_first(found: list[Change]) -> list[Change]:
    return sorted(found, key=lambda change: change.batch.first, reverse=True)


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


def known(connection: sqlite3.Connection, found: Iterable[Change]) -> Names:
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


def _companies(connection: sqlite3.Connection, changes: list[Change]) -> dict[int, str]:
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


def _titles(connection: sqlite3.Connection, changes: list[Change]) -> dict[tuple[str, int], str]:
    """What the goals and leads are called of which a part was changed."""
    found: dict[tuple[str, int], str] = {}
    for change in changes:
        for table, sql, column in TITLES:
            id_ = change.image.get(f"{table}_id")
            if id_ is None or (table, id_) in found:
                continue
            row = connection.execute(sql, {"id": id_}).fetchone()
            last = None if row else last_of_row(connection, table, id_)
            found[table, id_] = str(row[0] if row else last.image[column] if last else "")
    return found


def _company(
    connection: sqlite3.Connection, changes: list[Change], company: _Company
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


def _name(connection: sqlite3.Connection, contact_id: int) -> str:
    row = connection.execute(NAME, {"id": contact_id}).fetchone()
    if row:
        return str(row[0])
    last = last_of_row(connection, "contact", contact_id)
    return str(last.image["name"]) if last else ref("c", contact_id)


def _change(row: tuple[Any, ...]) -> Change:
    *batch, table, row_id, before, after = row
    return Change(Batch(*batch), table, row_id, _image(before), _image(after))


def _image(stored: str | None) -> Image | None:
    return None if stored is None else json.loads(stored)
