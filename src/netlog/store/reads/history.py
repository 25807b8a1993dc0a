"""The journal, from its end: commands without their rows, and the changes of one or of a record."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from netlog.records.history import Batch, Change, Image, Tally
from netlog.records.refs import NOUNS, Ref

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
TALLIES = """
SELECT table_name,
       CASE WHEN before IS NULL THEN 'added' WHEN after IS NULL THEN 'removed' ELSE 'changed' END,
       count(*)
FROM change WHERE id BETWEEN :first AND :last
GROUP BY 1, 2 ORDER BY min(id)
"""
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


def _change(row: tuple[Any, ...]) -> Change:
    *batch, table, row_id, before, after = row
    return Change(Batch(*batch), table, row_id, _image(before), _image(after))


def _image(stored: str | None) -> Image | None:
    return None if stored is None else json.loads(stored)
