"""Thanks, with whom and what for."""

from netlog.records.favors import FavorBrief
from netlog.records.people import person
from netlog.records.refs import ref
from netlog.records.thanks import Thanks, Whom
from netlog.store.connect import Book
from netlog.store.reads.values import day, known_day, meeting_brief
from netlog.typed import Any

COLUMNS = """
SELECT t.id, t.uid, c.id, c.name, m.id, m.kind, m.happened_on, f.id, f.text, t.opened_on,
       t.due_on, t.sent_on, t.how, t.dropped_on, t.dropped_why, t.snoozed_until, t.snoozed_why,
       t.snoozes, t.created_at, t.updated_at
FROM thanks t
JOIN contact c ON c.id = t.contact_id
LEFT JOIN meeting m ON m.id = t.meeting_id
LEFT JOIN favor f ON f.id = t.favor_id
"""
ONE = COLUMNS + "WHERE t.id = :id"
OF_CONTACT = COLUMNS + "WHERE t.contact_id = :contact_id ORDER BY t.opened_on DESC, t.id DESC"
OF_MEETING = COLUMNS + "WHERE t.meeting_id = :meeting_id ORDER BY t.id"
OF_FAVOR = COLUMNS + "WHERE t.favor_id = :favor_id ORDER BY t.id"

WHOM = """
SELECT c.archived_at, t.tag FROM contact c LEFT JOIN contact_tag t ON t.contact_id = c.id
WHERE c.id = :contact_id
"""


def whom(connection: Book, contact_id: int) -> Whom:
    """What says whether thanks may be owed to that contact."""
    rows = connection.execute(WHOM, {"contact_id": contact_id}).fetchall()
    tags = frozenset(tag for _, tag in rows if tag is not None)
    return Whom(tags, any(archived_at for archived_at, _ in rows))


def thanks(connection: Book, thanks_id: int) -> Thanks | None:
    """The thanks with that id, None when there are none."""
    row = connection.execute(ONE, {"id": thanks_id}).fetchone()
    return row and of_row(row)


def of_contact(connection: Book, contact_id: int) -> tuple[Thanks, ...]:
    """The contact's thanks, newest first."""
    return tuple(map(of_row, connection.execute(OF_CONTACT, {"contact_id": contact_id})))


def of_meeting(connection: Book, meeting_id: int) -> tuple[Thanks, ...]:
    """The thanks that a meeting opened."""
    return tuple(map(of_row, connection.execute(OF_MEETING, {"meeting_id": meeting_id})))


def of_favor(connection: Book, favor_id: int) -> tuple[Thanks, ...]:
    """The thanks that a favor opened."""
    return tuple(map(of_row, connection.execute(OF_FAVOR, {"favor_id": favor_id})))


def of_row(row: tuple[Any, ...]) -> Thanks:
    """The thanks of a row of COLUMNS."""
    (
        id_, uid, contact_id, name, meeting_id, kind, happened_on, favor_id, favor_text, opened_on,
        due_on, sent_on, how, dropped_on, dropped_why, snoozed_until, snoozed_why, snoozes,
        created_at, updated_at,
    ) = row  # fmt: skip
    return Thanks(
        id=id_,
        ref=ref("t", id_),
        uid=uid,
        contact=person(contact_id, name),
        meeting=meeting_brief(meeting_id, kind, happened_on),
        favor=None if favor_id is None else FavorBrief(favor_id, ref("f", favor_id), favor_text),
        state="sent" if sent_on else "dropped" if dropped_on else "open",
        opened_on=known_day(opened_on),
        due_on=known_day(due_on),
        sent_on=day(sent_on),
        how=how,
        dropped_on=day(dropped_on),
        dropped_why=dropped_why,
        snoozed_until=day(snoozed_until),
        snoozed_why=snoozed_why,
        snoozes=snoozes,
        created_at=created_at,
        updated_at=updated_at,
    )
