"""Favors, with whom and at which meeting."""

from netlog.records.favors import Favor, FavorFilter, ToldBefore
from netlog.records.leads import LeadBrief
from netlog.records.people import person
from netlog.records.refs import ref
from netlog.store.connect import Book
from netlog.store.reads.serving import BETWEEN, MARK, goals, goals_of
from netlog.store.reads.values import ALL, day, known_day, meeting_brief
from netlog.typed import Any

COLUMNS = f"""
SELECT f.id, f.uid, c.id, c.name, m.id, m.kind, m.happened_on, f.direction, f.text, f.asked,
       f.opened_on, f.due_on, f.done_on, f.dropped_on, f.dropped_why, f.outcome, f.outcome_on,
       f.told_on, f.snoozed_until, f.snoozed_why, f.snoozes, f.created_at, f.updated_at,
       i.id, i.name, l.id, l.title, l.ended, f.asked_for,
       (SELECT group_concat(line, {BETWEEN}) FROM (
          SELECT told_on || text AS line FROM favor_told WHERE favor_id = f.id
          ORDER BY told_on, id) AS told),
       {goals_of("favor_id", "f.id")}
FROM favor f
JOIN contact c ON c.id = f.contact_id
LEFT JOIN contact i ON i.id = f.introduced_id
LEFT JOIN lead_favor lf ON lf.favor_id = f.id
LEFT JOIN lead l ON l.id = lf.lead_id
LEFT JOIN meeting m ON m.id = f.meeting_id
"""
FAVORS = (
    COLUMNS
    + """
WHERE (:contact_id IS NULL OR f.contact_id = :contact_id)
  AND (:direction IS NULL OR f.direction = :direction)
  AND (:open_only = 0
       OR (f.done_on IS NULL AND f.dropped_on IS NULL AND f.outcome IS NULL))
ORDER BY f.opened_on DESC, f.id DESC
LIMIT :limit
"""
)
FAVOR = COLUMNS + "WHERE f.id = :id"
SAME_BEFORE = """
SELECT f.id FROM favor n JOIN favor f ON f.contact_id = n.contact_id
WHERE n.id = :id AND f.id < n.id AND f.created_at >= :since AND f.direction = n.direction
  AND f.text = n.text AND f.opened_on = n.opened_on AND f.asked = n.asked
  AND coalesce(f.due_on, '') = coalesce(n.due_on, '')
  AND coalesce(f.done_on, '') = coalesce(n.done_on, '')
  AND coalesce(f.introduced_id, 0) = coalesce(n.introduced_id, 0)
  AND NOT EXISTS (
    SELECT goal_id FROM goal_link WHERE favor_id IN (f.id, n.id)
    GROUP BY goal_id HAVING count(*) = 1)
ORDER BY f.id DESC LIMIT 1
"""
UID_TO_ID = "SELECT id FROM favor WHERE uid = :uid"
OF_CONTACT = COLUMNS + "WHERE f.contact_id = :contact_id ORDER BY f.opened_on DESC, f.id DESC"
OF_MEETING = COLUMNS + "WHERE f.meeting_id = :meeting_id ORDER BY f.id"


def favor(connection: Book, favor_id: int) -> Favor | None:
    """The favor with that id, None when there is none."""
    row = connection.execute(FAVOR, {"id": favor_id}).fetchone()
    return row and of_row(row)


def favors(connection: Book, wanted: FavorFilter, limit: int | None = None) -> list[Favor]:
    """Those favors, newest first."""
    binds = {**wanted._asdict(), "limit": ALL if limit is None else limit}
    return [of_row(row) for row in connection.execute(FAVORS, binds)]


def same_before(connection: Book, favor: Favor, since: str) -> int | None:
    """The id of the last favor before this one that says just the same, noted since then."""
    row = connection.execute(SAME_BEFORE, {"id": favor.id, "since": since}).fetchone()
    return row and int(row[0])


def id_of_uid(connection: Book, uid: str) -> int | None:
    """The id of the favor with that uid."""
    row = connection.execute(UID_TO_ID, {"uid": uid}).fetchone()
    return row and int(row[0])


def of_contact(connection: Book, contact_id: int) -> tuple[Favor, ...]:
    """The contact's favors, newest first."""
    return tuple(map(of_row, connection.execute(OF_CONTACT, {"contact_id": contact_id})))


def of_meeting(connection: Book, meeting_id: int) -> tuple[Favor, ...]:
    """The favors that a meeting opened or settled."""
    return tuple(map(of_row, connection.execute(OF_MEETING, {"meeting_id": meeting_id})))


def of_row(row: tuple[Any, ...]) -> Favor:
    """The favor of a row of COLUMNS."""
    (
        id_, uid, contact_id, name, meeting_id, kind, happened_on, direction, text, asked,
        opened_on, due_on, done_on, dropped_on, dropped_why, outcome, outcome_on, told_on,
        snoozed_until, snoozed_why, snoozes, created_at, updated_at, other_id, other_name,
        lead_id, title, ended, asked_for, told,
        serves,
    ) = row  # fmt: skip
    return Favor(
        id=id_,
        ref=ref("f", id_),
        uid=uid,
        contact=person(contact_id, name),
        meeting=meeting_brief(meeting_id, kind, happened_on),
        direction=direction,
        state=_state(done_on, dropped_on, outcome),
        text=text,
        asked=asked == 1,
        opened_on=known_day(opened_on),
        due_on=day(due_on),
        done_on=day(done_on),
        dropped_on=day(dropped_on),
        dropped_why=dropped_why,
        outcome=outcome,
        outcome_on=day(outcome_on),
        told_on=day(told_on),
        snoozed_until=day(snoozed_until),
        snoozed_why=snoozed_why,
        snoozes=snoozes,
        created_at=created_at,
        updated_at=updated_at,
        introduced=person(other_id, other_name) if other_id is not None else None,
        lead=LeadBrief(lead_id, ref("l", lead_id), title, ended or "open") if lead_id else None,
        asked_for=asked_for,
        told_before=tuple(map(_told, told.split(MARK))) if told else (),
        goals=goals(serves),
    )


def _told(line: str) -> ToldBefore:
    return ToldBefore(known_day(line[:10]), line[10:])


def _state(done_on: str | None, dropped_on: str | None, outcome: str | None) -> str:
    if done_on:
        return "done"
    if dropped_on:
        return "dropped"
    return "open" if outcome is None else "closed"
