"""Two contacts side by side, and how much hangs on the one that goes."""

import sqlite3

from netlog.records.merging import Moved, Side, StoredMethod
from netlog.records.people import person

SIDE = """
SELECT c.id, c.name, c.nickname, c.organization, c.title, c.city, c.birthday, c.how_met, c.met_on,
       c.cadence_days, c.snoozed_until, c.snoozed_why, c.snoozes, c.remind_on, c.remind_why,
       c.birthday_done_on, c.notes, c.archived_at, c.created_at,
       c.snoozed_on, c.first_on, v.id, v.name
FROM contact c LEFT JOIN contact v ON v.id = c.introduced_by_id
WHERE c.id = :id
"""
CIRCLES = "SELECT circle FROM contact_circle WHERE contact_id = :id ORDER BY id"
TAGS = "SELECT tag FROM contact_tag WHERE contact_id = :id ORDER BY tag"
METHODS = """
SELECT kind, label, value, normal, preferred FROM contact_method WHERE contact_id = :id ORDER BY id
"""
FIELDS = 'SELECT "key", value FROM contact_field WHERE contact_id = :id ORDER BY "key"'

MOVED = """
SELECT
    (SELECT count(*) FROM meeting_contact mc WHERE mc.contact_id = :other AND NOT EXISTS (
        SELECT 1 FROM meeting_contact k
        WHERE k.meeting_id = mc.meeting_id AND k.contact_id = :kept)),
    (SELECT count(*) FROM meeting_contact mc
     JOIN meeting_contact k ON k.meeting_id = mc.meeting_id AND k.contact_id = :kept
     WHERE mc.contact_id = :other),
    (SELECT count(*) FROM favor WHERE contact_id = :other),
    (SELECT count(*) FROM thanks t WHERE t.contact_id = :other AND NOT (
        t.sent_on IS NULL AND t.dropped_on IS NULL AND EXISTS (
            SELECT 1 FROM thanks k
            WHERE k.meeting_id = t.meeting_id AND k.contact_id = :kept AND k.dropped_on IS NULL))),
    (SELECT count(*) FROM contact WHERE introduced_by_id = :other AND id <> :kept),
    (SELECT count(*) FROM plan_contact WHERE contact_id = :other)
"""


def side(connection: sqlite3.Connection, contact_id: int) -> Side | None:
    """The contact with that id, None when there is none."""
    binds = {"id": contact_id}
    row = connection.execute(SIDE, binds).fetchone()
    if row is None:
        return None
    (
        id_, name, nickname, organization, title, city, birthday, how_met, met_on, cadence_days,
        snoozed_until, snoozed_why, snoozes, remind_on, remind_why, birthday_done_on, notes,
        archived_at, created_at, snoozed_on, first_on, via_id, via_name,
    ) = row  # fmt: skip
    return Side(
        id=id_,
        name=name,
        nickname=nickname,
        organization=organization,
        title=title,
        city=city,
        birthday=birthday,
        how_met=how_met,
        met_on=met_on,
        introduced_by=None if via_id is None else person(via_id, via_name),
        cadence_days=cadence_days,
        snoozed_until=snoozed_until,
        snoozed_why=snoozed_why,
        snoozes=snoozes,
        remind_on=remind_on,
        remind_why=remind_why,
        birthday_done_on=birthday_done_on,
        notes=notes,
        archived_at=archived_at,
        created_at=created_at,
        snoozed_on=snoozed_on,
        first_on=first_on,
        circles=tuple(circle for (circle,) in connection.execute(CIRCLES, binds)),
        tags=tuple(tag for (tag,) in connection.execute(TAGS, binds)),
        methods=tuple(
            StoredMethod(kind, label, value, normal, preferred == 1)
            for kind, label, value, normal, preferred in connection.execute(METHODS, binds)
        ),
        fields=dict(connection.execute(FIELDS, binds).fetchall()),
    )


def moved(connection: sqlite3.Connection, kept_id: int, other_id: int) -> Moved:
    """How much a merge moves from the other to the one that is kept."""
    binds = {"kept": kept_id, "other": other_id}
    return Moved(*connection.execute(MOVED, binds).fetchone())
