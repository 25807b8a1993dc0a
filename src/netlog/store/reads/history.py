"""The journal, from its end: commands without their rows, and the changes of one or of a record."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from netlog.records.history import Batch, Change, Tally
from netlog.records.refs import NOUNS, Ref
from netlog.store.connect import Book, stream
from netlog.store.packs import Unreadable
from netlog.store.reads.images import Images

# Who gave a command: a file is one person's, and has no column for it; see `store.postgres.wire`.
WHO = "NULL AS who"
BATCHES = f"""
SELECT uid, command, at, undoes, first, last, id, source_id, turned, {WHO}
FROM batch ORDER BY id DESC
"""
LAST_NUMBER = "SELECT coalesce(max(id), 0) FROM batch"
BATCH = f"""
SELECT uid, command, at, undoes, first, last, id, source_id, turned, {WHO}
FROM batch WHERE uid = :id
"""
COLUMNS = f"""
SELECT b.uid, b.command, b.at, b.undoes, c.id, c.id, b.id, b.source_id, b.turned, {WHO},
       c.table_name, c.row_id, c.was_there, c.is_there
FROM change c JOIN batch b ON b.source_id = c.batch_id
"""
OF_BATCH = (
    COLUMNS
    + """
WHERE c.id BETWEEN :first AND :last AND b.id = :number
  AND (:table IS NULL OR c.table_name = :table)
ORDER BY c.id
"""
)
# What was forgotten has no image any more.
OF_ROW = (
    COLUMNS
    + """
WHERE c.table_name = :table AND c.row_id = :row_id AND (c.was_there = 1 OR c.is_there = 1)
ORDER BY b.id DESC, c.id DESC
"""
)
LAST_OF_ROW = OF_ROW + " LIMIT 1"
# Of whom a change was.
OF_PART = (
    COLUMNS
    + """
WHERE c.contact_id = :contact_id AND c.table_name = :table ORDER BY b.id DESC, c.id DESC
"""
)
# What is told of a contact itself: its labels too, with all that ever became of them.
LABELS_OF_CONTACT = (
    COLUMNS
    + """
WHERE (c.table_name, c.row_id) IN (
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
WHERE c.table_name = 'meeting_contact'
  AND c.row_id IN (SELECT id FROM meeting_contact WHERE meeting_id = :id)
"""
)
# Of parts that are gone only their images say whose they were.
_PARTS_OF = (
    COLUMNS
    + """
WHERE c.table_name = '{table}' AND (c.was_there = 1 OR c.is_there = 1) AND (
    c.row_id IN (SELECT id FROM {table} WHERE {owner} = :id)
    OR NOT EXISTS (SELECT 1 FROM {table} WHERE id = c.row_id))
"""
)


def _parts_of(owner: str, *tables: str) -> str:
    return " UNION ALL ".join(_PARTS_OF.format(table=table, owner=owner) for table in tables)


PARTS_OF_COMPANY = _parts_of(
    "organization_id",
    *("organization_alias", "organization_method", "organization_kept", "organization_entry"),
)
PARTS_OF_LEAD = _parts_of("lead_id", "lead_step", "lead_stage", "lead_favor")
PARTS_OF_FAVOR = _parts_of("favor_id", "favor_told", "lead_favor", "goal_link")
PARTS_OF_GOAL = _parts_of("goal_id", "goal_target", "goal_told", "goal_link")
# What somebody, a meeting or a plan serves, by the column of its id.
SERVES = {
    column: _parts_of(column, "goal_link") for column in ("contact_id", "meeting_id", "plan_id")
}
TALLIES = """
SELECT table_name,
       CASE WHEN CASE WHEN :turned = 1 THEN is_there ELSE was_there END = 0 THEN 'added'
            WHEN CASE WHEN :turned = 1 THEN was_there ELSE is_there END = 0 THEN 'removed'
            ELSE 'changed' END,
       count(*)
FROM change WHERE id BETWEEN :first AND :last AND batch_id = :source
GROUP BY 1, 2 ORDER BY min(id)
"""
PARTS_OF_PLAN = (
    COLUMNS
    + """
WHERE c.table_name = 'plan_contact'
  AND c.row_id IN (SELECT id FROM plan_contact WHERE plan_id = :id)
"""
)


# What could not be read, while somebody looks who wants the rest.
_LEFT_OUT: ContextVar[list[Batch]] = ContextVar("_LEFT_OUT")


@contextmanager
def leaving_out() -> Iterator[list[Batch]]:
    """Within, what the journal cannot tell any more is left out, instead of being told as damage.

    Gives what was: a command whose instant is none, or a change, as a batch of one row.
    """
    left_out: list[Batch] = []
    token = _LEFT_OUT.set(left_out)
    try:
        yield left_out
    finally:
        _LEFT_OUT.reset(token)


def batches(connection: Book) -> Iterator[Batch]:
    """Every command that changed something, newest first; read only as far as they are taken."""
    found = (Batch(*row) for row in stream(connection, BATCHES))
    left_out = _LEFT_OUT.get(None)
    return found if left_out is None else _dated(found, left_out)


def _dated(found: Iterable[Batch], left_out: list[Batch]) -> Iterator[Batch]:
    for batch in found:
        if _is_dated(batch):
            yield batch
        else:
            left_out.append(batch)


def _is_dated(batch: Batch) -> bool:
    try:
        datetime.fromisoformat(batch.at)
    except ValueError:
        return False
    return True


def last_number(connection: Book) -> int:
    """The number of the last command, 0 before the first: another one means that somebody wrote."""
    found: int = connection.execute(LAST_NUMBER).fetchone()[0]
    return found


def batch(connection: Book, batch_id: str) -> Batch:
    """The command of that id."""
    return Batch(*connection.execute(BATCH, {"id": batch_id}).fetchone())


def changes(connection: Book, batch: Batch) -> list[Change]:
    """What the command did, row by row."""
    return list(passing(connection, batch))


def passing(connection: Book, batch: Batch, table: str | None = None) -> Iterator[Change]:
    """The same one by one, of one table where it is named, for those that are too many to hold."""
    binds = {"first": batch.first, "last": batch.last, "number": batch.number, "table": table}
    return _changes(connection, OF_BATCH, binds)


def tallies(connection: Book, batch: Batch) -> list[Tally]:
    """What the command did, counted by table; for those whose rows are too many to tell."""
    binds = batch._asdict()
    return [Tally(*row) for row in connection.execute(TALLIES, binds)]


def of_row(connection: Book, table: str, row_id: int) -> list[Change]:
    """All changes of one row, newest first."""
    return list(_changes(connection, OF_ROW, {"table": table, "row_id": row_id}))


def last_of_row(connection: Book, table: str, row_id: int) -> Change | None:
    """The last change of one row."""
    return next(_changes(connection, LAST_OF_ROW, {"table": table, "row_id": row_id}), None)


def of_part(connection: Book, table: str, contact_id: int) -> list[Change]:
    """All changes of that table's rows that are somebody's, newest first."""
    return list(_changes(connection, OF_PART, {"table": table, "contact_id": contact_id}))


def of_contact(connection: Book, contact_id: int) -> list[Change]:
    """All changes of a contact, its labels, methods, fields, jobs and goals, newest first."""
    labels = _changes(connection, LABELS_OF_CONTACT, {"contact_id": contact_id})
    serves = _serves(connection, "contact_id", contact_id)
    return _newest_first([*of_row(connection, "contact", contact_id), *labels, *serves])


def of_meeting(connection: Book, meeting_id: int) -> list[Change]:
    """All changes of a meeting, of who was there and of what it serves, newest first."""
    parts = _changes(connection, PARTS_OF_MEETING, {"id": meeting_id})
    serves = _serves(connection, "meeting_id", meeting_id)
    return _newest_first([*of_row(connection, "meeting", meeting_id), *parts, *serves])


def of_plan(connection: Book, plan_id: int) -> list[Change]:
    """All changes of a plan, of who is to come and of what it serves, newest first."""
    parts = _changes(connection, PARTS_OF_PLAN, {"id": plan_id})
    serves = _serves(connection, "plan_id", plan_id)
    return _newest_first([*of_row(connection, "plan", plan_id), *parts, *serves])


def of_company(connection: Book, company_id: int) -> list[Change]:
    """All changes of a company, of its aliases, ways to reach it and its log, newest first."""
    parts = _parts(connection, PARTS_OF_COMPANY, "organization_id", company_id)
    return _newest_first([*of_row(connection, "organization", company_id), *parts])


def of_favor(connection: Book, favor_id: int) -> list[Change]:
    """All changes of a favor, of what was told of it before and of what it is for, newest first."""
    parts = _parts(connection, PARTS_OF_FAVOR, "favor_id", favor_id)
    return _newest_first([*of_row(connection, "favor", favor_id), *parts])


def of_lead(connection: Book, lead_id: int) -> list[Change]:
    """All changes of a lead, its steps, its stages and its favors, newest first."""
    parts = _parts(connection, PARTS_OF_LEAD, "lead_id", lead_id)
    return _newest_first([*of_row(connection, "lead", lead_id), *parts])


def of_goal(connection: Book, goal_id: int) -> list[Change]:
    """All changes of a goal, its targets, who knows of it and what serves it, newest first."""
    parts = _parts(connection, PARTS_OF_GOAL, "goal_id", goal_id)
    return _newest_first([*of_row(connection, "goal", goal_id), *parts])


def _serves(connection: Book, column: str, id_: int) -> Iterator[Change]:
    """The changes of what a record serves, or served."""
    return _parts(connection, SERVES[column], column, id_)


def _parts(connection: Book, sql: str, owner: str, owner_id: int) -> Iterator[Change]:
    """The changes of those parts that belong, or belonged, to that record."""
    found = _changes(connection, sql, {"id": owner_id})
    return (part for part in found if part.image[owner] == owner_id)


# Nouns of whose parts more is told than the changes of one row.
WITH_PARTS = {
    "c": of_contact,
    "m": of_meeting,
    "f": of_favor,
    "p": of_plan,
    "o": of_company,
    "l": of_lead,
    "g": of_goal,
}


def of_record(connection: Book, ref: Ref) -> list[Change]:
    """All changes of a record, and of its parts where they are told with it, newest first."""
    if ref.letter in WITH_PARTS:
        return WITH_PARTS[ref.letter](connection, ref.id)
    return of_row(connection, NOUNS[ref.letter].table, ref.id)


def _newest_first(found: list[Change]) -> list[Change]:
    return sorted(found, key=lambda one: (one.batch.number, one.batch.first), reverse=True)


def _changes(connection: Book, sql: str, binds: Mapping[str, object]) -> Iterator[Change]:
    images = Images(connection)
    left_out = _LEFT_OUT.get(None)
    found = stream(connection, sql, binds) if sql is OF_BATCH else connection.execute(sql, binds)
    for *batch, table, row_id, was_there, is_there in found:
        one = Batch(*batch)
        try:
            before, after = images.of(one.first, was_there=was_there, is_there=is_there)
        except Unreadable:
            if left_out is None:
                raise
            left_out.append(one)
            continue
        if left_out is not None and not _is_dated(one):
            left_out.append(one)
            continue
        yield Change(one, table, row_id, *((after, before) if one.turned else (before, after)))
