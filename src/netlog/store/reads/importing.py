"""What an import asks of the book: who is known by what, and what happened."""

from collections.abc import Iterator, Sequence
from datetime import date

from netlog.named import NamedTuple
from netlog.records.importing import StoredMeeting
from netlog.records.layouts import Layout
from netlog.store.connect import Book
from netlog.store.reads.values import Beside, day
from netlog.typed import Any

PEOPLE = "SELECT id, name, organization, uid, name_key FROM contact ORDER BY id"
WAYS = """
SELECT contact_id, kind, normal, value FROM contact_method
WHERE kind IN ('email', 'phone', 'url', 'handle') ORDER BY contact_id
"""
UIDS = "SELECT contact_id, uid FROM contact_uid ORDER BY contact_id"

LAST_TOUCH = "SELECT last_touch_on FROM contact WHERE id = :id"
MEETINGS_OF_DAY = """
SELECT m.id, m.kind, m.text, m.place
FROM meeting m JOIN meeting_contact p ON p.meeting_id = m.id
WHERE p.contact_id = :contact_id AND m.happened_on = :happened_on ORDER BY m.id
"""
PLANS_OF_DAY = """
SELECT p.id, p.starts_at, p.text, p.place
FROM plan p JOIN plan_contact pc ON pc.plan_id = p.id
WHERE pc.contact_id = :contact_id AND p.happens_on = :happens_on ORDER BY p.id
"""
WHO_IS_TO_COME = "SELECT contact_id FROM plan_contact WHERE plan_id = :id"
WHO_WAS_THERE = "SELECT contact_id FROM meeting_contact WHERE meeting_id = :id ORDER BY id"
MEETING = """
SELECT happened_on, kind, text, place,
       asked IS NOT NULL OR invited_by IS NOT NULL OR paid_by IS NOT NULL OR occasion IS NOT NULL
       OR remind_on IS NOT NULL
       OR EXISTS (SELECT 1 FROM thanks t WHERE t.meeting_id = m.id)
       OR EXISTS (SELECT 1 FROM favor f WHERE f.meeting_id = m.id)
       OR EXISTS (SELECT 1 FROM goal_link g WHERE g.meeting_id = m.id)
       OR EXISTS (
           SELECT 1 FROM plan p WHERE p.meeting_id = m.id AND (
               NOT EXISTS (
                   SELECT 1 FROM change c JOIN batch b ON b.source_id = c.batch_id
                   WHERE c.table_name = 'plan' AND c.row_id = p.id
                   AND b.command = 'import'
               )
               OR EXISTS (
                   SELECT 1 FROM change c JOIN batch b ON b.source_id = c.batch_id
                   WHERE c.table_name = 'plan' AND c.row_id = p.id
                   AND b.command NOT IN ('import', 'undo', 'redo')
               )
           )
       )
FROM meeting m WHERE id = :id
"""
FAVOR_LIKE = """
SELECT id FROM favor
WHERE contact_id = :contact_id AND direction = :direction AND text = :text
  AND opened_on = :opened_on
ORDER BY id
"""
RULE = "SELECT id FROM cadence_rule WHERE scope = :scope AND label = :label"
OF_UID = "SELECT id FROM {table} WHERE uid = :uid"
ANSWER = "SELECT 1 FROM not_duplicate WHERE contact_id = :low AND other_id = :high"


class Identity(NamedTuple):
    """What tells one contact from another: names, uids, its own first, and methods.

    Of a method kind, the form it is looked up by, and value.
    """

    id: int
    name: str
    name_key: str
    organization: str | None
    uids: tuple[str, ...]
    methods: tuple[tuple[str, str, str], ...]


def everybody(connection: Book) -> Iterator[Identity]:
    """Everybody, one by one; three passes side by side hold nothing in memory."""
    ways = Beside(connection.execute(WAYS))
    uids = Beside(connection.execute(UIDS))
    for id_, name, organization, uid, name_key in connection.execute(PEOPLE):
        others = tuple(other for (other,) in uids.of(id_))
        yield Identity(id_, name, name_key, organization, (uid, *others), tuple(ways.of(id_)))


def _first(connection: Book, sql: str, binds: dict[str, Any]) -> Iterator[Any]:
    return (value for (value,) in connection.execute(sql, binds))


def last_touch(connection: Book, contact_id: int) -> date | None:
    """The day of the last touch of a contact."""
    row = connection.execute(LAST_TOUCH, {"id": contact_id}).fetchone()
    return day(row and row[0])


def same_plan(
    connection: Book,
    happens_on: date,
    said: tuple[str | None, str | None, str | None],
    contact_ids: Sequence[int],
) -> int | None:
    """The id of a plan for that day with these people and of that time, text and place."""
    if any(id_ < 0 for id_ in contact_ids):
        return None
    binds = {"contact_id": contact_ids[0], "happens_on": happens_on.isoformat()}
    for id_, *stored in connection.execute(PLANS_OF_DAY, binds):
        there = set(_first(connection, WHO_IS_TO_COME, {"id": id_}))
        if tuple(stored) == said and there == set(contact_ids):
            found: int = id_
            return found
    return None


def meeting(connection: Book, meeting_id: int) -> StoredMeeting:
    """A meeting that is there."""
    binds = {"id": meeting_id}
    happened_on, kind, text, place, is_built_on = connection.execute(MEETING, binds).fetchone()
    there = tuple(_first(connection, WHO_WAS_THERE, binds))
    day_ = date.fromisoformat(happened_on)
    return StoredMeeting(day_, kind, text, place, there, bool(is_built_on))


def same_meeting(
    connection: Book,
    happened_on: date,
    said: tuple[str, str | None, str | None],
    contact_ids: Sequence[int],
) -> int | None:
    """The id of a meeting of that day with these people and of that kind, text and place."""
    if any(id_ < 0 for id_ in contact_ids):
        return None
    binds = {"contact_id": contact_ids[0], "happened_on": happened_on.isoformat()}
    for id_, *stored in connection.execute(MEETINGS_OF_DAY, binds):
        if tuple(stored) == said:
            there = set(_first(connection, WHO_WAS_THERE, {"id": id_}))
            if there == set(contact_ids):
                found: int = id_
                return found
    return None


def same_favor(
    connection: Book, contact_id: int, direction: str, text: str, opened_on: date
) -> int | None:
    """The id of a favor of that person, direction, text and day."""
    binds = {"direction": direction, "text": text, "opened_on": opened_on.isoformat()}
    return _id(connection, FAVOR_LIKE, contact_id=contact_id, **binds)


def rule(connection: Book, scope: str, label: str) -> int | None:
    """The id of the cadence rule for that."""
    return _id(connection, RULE, scope=scope, label=label)


def of_uid(connection: Book, table: str, uid: str | None) -> int | None:
    """The id of the record of a table that has that uid."""
    return _id(connection, OF_UID.format(table=table), uid=uid) if uid else None


def columns(connection: Book, table: str, id_: int, names: Sequence[str]) -> dict[str, Any]:
    """Those columns of a record that is there."""
    sql = f"SELECT {', '.join(names)} FROM {table} WHERE id = :id"
    return dict(zip(names, connection.execute(sql, {"id": id_}).fetchone(), strict=True))


def parts(connection: Book, layout: Layout, owner_id: int) -> Sequence[tuple[int, str]]:
    """The ids and uids of the parts of that kind that a record has."""
    column = layout.refers[layout.owner].column
    sql = f"SELECT id, uid FROM {layout.table} WHERE {column} = :owner ORDER BY id"
    return connection.execute(sql, {"owner": owner_id}).fetchall()


def taken_by(
    connection: Book, layout: Layout, owner_id: int | None, values: Sequence[Any]
) -> int | None:
    """The id of a record of the table with those values in its columns of once, of that owner."""
    if owner_id is None and layout.once != ("favor_id",):
        return None
    column = layout.refers[layout.owner].column
    whose = "1 = 1" if owner_id is None else f"{column} = :owner"
    terms = " AND ".join(f"{name} = :value_{at}" for at, name in enumerate(layout.once))
    binds = {f"value_{at}": value for at, value in enumerate(values)} | {"owner": owner_id}
    sql = f"SELECT id FROM {layout.table} WHERE {whose} AND {terms}"
    return _id(connection, sql, **binds)


def is_answered(connection: Book, pair: tuple[int, int]) -> bool:
    """Whether these two, the lower id first, are said not to be one person."""
    return bool(connection.execute(ANSWER, {"low": pair[0], "high": pair[1]}).fetchone())


def _id(connection: Book, sql: str, **binds: Any) -> int | None:
    row = connection.execute(sql, binds).fetchone()
    return row and int(row[0])
