"""Meetings and who was there."""

from collections import defaultdict

from netlog.records.meetings import Meeting
from netlog.records.people import Person, person
from netlog.records.refs import ref
from netlog.store.connect import Book
from netlog.store.reads.serving import goals, goals_of
from netlog.store.reads.values import day, known_day
from netlog.typed import Any

COLUMNS = f"""
SELECT m.id, m.uid, m.happened_on, m.kind, m.text, m.place, m.asked, m.invited_by, m.paid_by,
       m.created_at, m.updated_at, m.occasion, m.remind_on, m.remind_why,
       {goals_of("meeting_id", "m.id")}
FROM meeting m
"""
MEETING = COLUMNS + "WHERE m.id = :id"
OF_CONTACT = (
    COLUMNS
    + """
JOIN meeting_contact mc ON mc.meeting_id = m.id
WHERE mc.contact_id = :contact_id
ORDER BY m.happened_on DESC, m.id DESC
"""
)
PRESENT = """
SELECT c.id, c.name FROM meeting_contact mc JOIN contact c ON c.id = mc.contact_id
WHERE mc.meeting_id = :id ORDER BY mc.id
"""
# Who was at each meeting that somebody was at.
PRESENT_OF_ONE = """
SELECT mc.meeting_id, c.id, c.name
FROM meeting_contact mine
JOIN meeting_contact mc ON mc.meeting_id = mine.meeting_id
JOIN contact c ON c.id = mc.contact_id
WHERE mine.contact_id = :contact_id ORDER BY mc.id
"""
# The same people and goals: none of either that is not the other's.
SAME_BEFORE = """
SELECT m.id FROM meeting n JOIN meeting m ON m.happened_on = n.happened_on
WHERE n.id = :id AND m.id < n.id AND m.created_at >= :since AND m.kind = n.kind
  AND coalesce(m.text, '') = coalesce(n.text, '')
  AND coalesce(m.place, '') = coalesce(n.place, '')
  AND coalesce(m.asked, '') = coalesce(n.asked, '')
  AND coalesce(m.invited_by, '') = coalesce(n.invited_by, '')
  AND coalesce(m.paid_by, '') = coalesce(n.paid_by, '')
  AND coalesce(m.occasion, '') = coalesce(n.occasion, '')
  AND coalesce(m.remind_on, '') = coalesce(n.remind_on, '')
  AND coalesce(m.remind_why, '') = coalesce(n.remind_why, '')
  AND NOT EXISTS (
    SELECT contact_id FROM meeting_contact WHERE meeting_id IN (m.id, n.id)
    GROUP BY contact_id HAVING count(*) = 1)
  AND NOT EXISTS (
    SELECT goal_id FROM goal_link WHERE meeting_id IN (m.id, n.id)
    GROUP BY goal_id HAVING count(*) = 1)
ORDER BY m.id DESC LIMIT 1
"""
UID_TO_ID = "SELECT id FROM meeting WHERE uid = :uid"
NUMBER = "SELECT count(*) FROM meeting"


def number(connection: Book) -> int:
    """How many there are."""
    found: int = connection.execute(NUMBER).fetchone()[0]
    return found


def meeting(connection: Book, meeting_id: int) -> Meeting | None:
    """The meeting with that id, None when there is none."""
    row = connection.execute(MEETING, {"id": meeting_id}).fetchone()
    if row is None:
        return None
    present = connection.execute(PRESENT, {"id": meeting_id})
    return _meeting(row, tuple(person(*one) for one in present))


def of_contact(connection: Book, contact_id: int) -> tuple[Meeting, ...]:
    """The contact's meetings, newest first."""
    binds = {"contact_id": contact_id}
    present = defaultdict(list)
    for meeting_id, *who in connection.execute(PRESENT_OF_ONE, binds):
        present[meeting_id].append(person(*who))
    rows = connection.execute(OF_CONTACT, binds)
    return tuple(_meeting(row, tuple(present[row[0]])) for row in rows)


def same_before(connection: Book, meeting: Meeting, since: str) -> int | None:
    """The id of the last meeting before this one that says just the same, noted since then."""
    row = connection.execute(SAME_BEFORE, {"id": meeting.id, "since": since}).fetchone()
    return row and int(row[0])


def id_of_uid(connection: Book, uid: str) -> int | None:
    """The id of the meeting with that uid."""
    row = connection.execute(UID_TO_ID, {"uid": uid}).fetchone()
    return row and int(row[0])


def _meeting(row: tuple[Any, ...], present: tuple[Person, ...]) -> Meeting:
    (
        id_, uid, happened_on, kind, text, place, asked, invited_by, paid_by, created, updated,
        occasion, remind_on, remind_why, serves,
    ) = row  # fmt: skip
    return Meeting(
        id=id_,
        ref=ref("m", id_),
        uid=uid,
        happened_on=known_day(happened_on),
        kind=kind,
        text=text,
        place=place,
        asked=asked,
        invited_by=invited_by,
        paid_by=paid_by,
        contacts=present,
        created_at=created,
        updated_at=updated,
        occasion=occasion,
        remind_on=day(remind_on),
        remind_why=remind_why,
        goals=goals(serves),
    )
