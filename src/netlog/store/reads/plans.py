"""Plans and who is to be there."""

from collections.abc import Iterable
from datetime import date

from netlog.records.people import Person, person
from netlog.records.plans import Plan, PlanFilter
from netlog.records.refs import ref
from netlog.store.connect import Book
from netlog.store.reads.serving import goals, goals_of
from netlog.store.reads.values import day, known_day, meeting_brief
from netlog.typed import Any

COLUMNS = f"""
SELECT p.id, p.uid, p.happens_on, p.starts_at, p.kind, p.text, p.place, p.invited_by,
       m.id, m.kind, m.happened_on, p.done_on, p.dropped_on, p.dropped_why, p.snoozed_until,
       p.snoozed_why, p.snoozes, p.created_at, p.updated_at,
       {goals_of("plan_id", "p.id")}
FROM plan p LEFT JOIN meeting m ON m.id = p.meeting_id
"""
OPEN = "p.done_on IS NULL AND p.dropped_on IS NULL"
SOONEST_FIRST = " ORDER BY p.happens_on, p.starts_at IS NULL, p.starts_at, p.id"
PLAN = COLUMNS + "WHERE p.id = :id"
OF_CONTACT = (
    COLUMNS
    + """
JOIN plan_contact pc ON pc.plan_id = p.id
WHERE pc.contact_id = :contact_id
ORDER BY p.happens_on DESC, p.id DESC
"""
)
OF_MEETING = COLUMNS + "WHERE p.meeting_id = :meeting_id ORDER BY p.id"
OPEN_BY = COLUMNS + f"WHERE {OPEN} AND p.happens_on <= :until" + SOONEST_FIRST
OPEN_ON = COLUMNS + f"WHERE {OPEN} AND p.happens_on = :happens_on" + SOONEST_FIRST
PLANS = (
    COLUMNS
    + f"""
WHERE (:open_only = 0 OR ({OPEN}))
  AND (:contact_id IS NULL OR EXISTS (
      SELECT 1 FROM plan_contact pc WHERE pc.plan_id = p.id AND pc.contact_id = :contact_id))
"""
    + SOONEST_FIRST
    + " LIMIT :limit"
)
SAME_BEFORE = """
SELECT p.id FROM plan n JOIN plan p ON p.happens_on = n.happens_on
WHERE n.id = :id AND p.id < n.id AND p.created_at >= :since AND p.kind = n.kind
  AND p.done_on IS NULL AND p.dropped_on IS NULL
  AND coalesce(p.starts_at, '') = coalesce(n.starts_at, '')
  AND coalesce(p.text, '') = coalesce(n.text, '')
  AND coalesce(p.place, '') = coalesce(n.place, '')
  AND coalesce(p.invited_by, '') = coalesce(n.invited_by, '')
  AND NOT EXISTS (
    SELECT contact_id FROM plan_contact WHERE plan_id IN (p.id, n.id)
    GROUP BY contact_id HAVING count(*) = 1)
  AND NOT EXISTS (
    SELECT goal_id FROM goal_link WHERE plan_id IN (p.id, n.id)
    GROUP BY goal_id HAVING count(*) = 1)
ORDER BY p.id DESC LIMIT 1
"""
TO_COME = """
SELECT c.id, c.name FROM plan_contact pc JOIN contact c ON c.id = pc.contact_id
WHERE pc.plan_id = :id ORDER BY pc.id
"""
UID_TO_ID = "SELECT id FROM plan WHERE uid = :uid"
EVERYTHING = 2**62


def plan(connection: Book, plan_id: int) -> Plan | None:
    """The plan with that id, None when there is none."""
    row = connection.execute(PLAN, {"id": plan_id}).fetchone()
    return row and _plan(connection, row)


def plans(connection: Book, wanted: PlanFilter, limit: int | None = None) -> tuple[Plan, ...]:
    """Those plans, the soonest first."""
    binds = {
        "contact_id": wanted.contact_id,
        "open_only": int(wanted.open_only),
        "limit": EVERYTHING if limit is None else limit,
    }
    return _plans(connection, connection.execute(PLANS, binds))


def of_contact(connection: Book, contact_id: int) -> tuple[Plan, ...]:
    """The contact's plans, the latest first, whatever became of them."""
    return _plans(connection, connection.execute(OF_CONTACT, {"contact_id": contact_id}))


def of_meeting(connection: Book, meeting_id: int) -> tuple[Plan, ...]:
    """The plans that became that meeting."""
    return _plans(connection, connection.execute(OF_MEETING, {"meeting_id": meeting_id}))


def open_plans(connection: Book, until: date) -> tuple[Plan, ...]:
    """The plans for that day or before that nothing became of yet, the soonest first."""
    return _plans(connection, connection.execute(OPEN_BY, {"until": until.isoformat()}))


def open_on(connection: Book, happens_on: date) -> tuple[Plan, ...]:
    """The plans for that day that nothing became of yet."""
    return _plans(connection, connection.execute(OPEN_ON, {"happens_on": happens_on.isoformat()}))


def same_before(connection: Book, plan: Plan, since: str) -> int | None:
    """The id of the last open plan before this one that says just the same, noted since then."""
    row = connection.execute(SAME_BEFORE, {"id": plan.id, "since": since}).fetchone()
    return row and int(row[0])


def id_of_uid(connection: Book, uid: str) -> int | None:
    """The id of the plan with that uid."""
    row = connection.execute(UID_TO_ID, {"uid": uid}).fetchone()
    return row and int(row[0])


def _plans(connection: Book, rows: Iterable[tuple[Any, ...]]) -> tuple[Plan, ...]:
    return tuple(_plan(connection, row) for row in list(rows))


def _plan(connection: Book, row: tuple[Any, ...]) -> Plan:
    (
        id_, uid, happens_on, starts_at, kind, text, place, invited_by, meeting_id, meeting_kind,
        happened_on, done_on, dropped_on, dropped_why, snoozed_until, snoozed_why, snoozes,
        created_at, updated_at, serves,
    ) = row  # fmt: skip
    return Plan(
        id=id_,
        ref=ref("p", id_),
        uid=uid,
        happens_on=known_day(happens_on),
        starts_at=starts_at,
        kind=kind,
        text=text,
        place=place,
        invited_by=invited_by,
        contacts=_to_come(connection, id_),
        state="done" if done_on else "dropped" if dropped_on else "open",
        meeting=meeting_brief(meeting_id, meeting_kind, happened_on),
        done_on=day(done_on),
        dropped_on=day(dropped_on),
        dropped_why=dropped_why,
        snoozed_until=day(snoozed_until),
        snoozed_why=snoozed_why,
        snoozes=snoozes,
        created_at=created_at,
        updated_at=updated_at,
        goals=goals(serves),
    )


def _to_come(connection: Book, plan_id: int) -> tuple[Person, ...]:
    return tuple(person(*row) for row in connection.execute(TO_COME, {"id": plan_id}))
