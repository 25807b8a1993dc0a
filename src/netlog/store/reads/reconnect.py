"""The facts on whoever may be worth getting back to: found by index, then read one by one."""

import sqlite3
from datetime import date
from typing import Any

from netlog.records.contacts import PeopleFilter
from netlog.records.people import person
from netlog.records.reciprocity import OwedFor
from netlog.records.reconnect import Acquaintance
from netlog.store.reads import filters
from netlog.store.reads.values import day, known_day

# Everybody for whom anything speaks; the rest of the book is not looked at.
CANDIDATES = """
SELECT c.id FROM contact c
WHERE {who} AND c.id IN (
  SELECT id FROM contact WHERE next_due_on <= :today
  UNION SELECT contact_id FROM thanks WHERE sent_on IS NULL AND dropped_on IS NULL
  UNION SELECT contact_id FROM favor WHERE told_on IS NULL AND outcome_on <= :today
  UNION SELECT contact_id FROM favor
    WHERE done_on IS NULL AND dropped_on IS NULL AND direction = 'to_them'
  UNION SELECT contact_id FROM favor WHERE direction = 'to_me' AND done_on IS NOT NULL
  UNION SELECT id FROM contact WHERE birthday_key BETWEEN :from_key AND :to_key
  UNION SELECT id FROM contact WHERE birthday_key BETWEEN :from_key_2 AND :to_key_2
  UNION SELECT introduced_by_id FROM contact WHERE introduced_by_id IS NOT NULL)
ORDER BY c.id
"""

CONTACT = """
SELECT id, name, every_days, created_at, last_touch_on, next_due_on, snoozed_until, birthday
FROM contact WHERE id = :id
"""

THANKS = """
SELECT 't' || t.id, coalesce(m.happened_on, t.opened_on) AS on_day, m.kind, f.text
FROM thanks t
LEFT JOIN meeting m ON m.id = t.meeting_id
LEFT JOIN favor f ON f.id = t.favor_id
WHERE t.contact_id = :id AND t.sent_on IS NULL AND t.dropped_on IS NULL ORDER BY on_day, t.id
"""

OUTCOMES = """
SELECT 'f' || id, outcome_on, outcome FROM favor
WHERE contact_id = :id AND outcome IS NOT NULL AND told_on IS NULL AND dropped_on IS NULL
ORDER BY outcome_on, id
"""

PROMISES = """
SELECT 'f' || id, opened_on, text FROM favor
WHERE contact_id = :id AND direction = 'to_them' AND done_on IS NULL AND dropped_on IS NULL
ORDER BY due_on, id
"""

FAVORS = """
SELECT coalesce(sum(direction = 'to_them'), 0), coalesce(sum(direction = 'to_me'), 0)
FROM favor WHERE contact_id = :id AND done_on IS NOT NULL
"""

INTRODUCED = "SELECT name FROM contact WHERE introduced_by_id = :id ORDER BY id"

LAST_TOPIC = """
SELECT 'm' || m.id, m.happened_on, m.text
FROM meeting_contact mc JOIN meeting m ON m.id = mc.meeting_id
WHERE mc.contact_id = :id AND m.text IS NOT NULL
ORDER BY m.happened_on DESC, m.id DESC LIMIT 1
"""


def candidates(
    connection: sqlite3.Connection,
    people: PeopleFilter,
    today: date,
    birthday_keys: tuple[tuple[str, str], ...],
) -> list[int]:
    """The ids of those people for whom anything speaks."""
    who, binds = filters.condition(people)
    first, last = birthday_keys[0], birthday_keys[-1]
    binds |= {"today": today.isoformat(), "from_key": first[0], "to_key": first[1]}
    binds |= {"from_key_2": last[0], "to_key_2": last[1]}
    return [id_ for (id_,) in connection.execute(CANDIDATES.format(who=who), binds)]


def acquaintance(connection: sqlite3.Connection, contact_id: int) -> Acquaintance:
    """What is known of one contact."""
    binds = {"id": contact_id}

    def rows(sql: str) -> list[tuple[Any, ...]]:
        return connection.execute(sql, binds).fetchall()

    id_, name, every_days, created_at, last, due, snoozed, birthday = rows(CONTACT)[0]
    given, received = rows(FAVORS)[0]
    topics = [OwedFor(ref, known_day(on), text) for ref, on, text in rows(LAST_TOPIC)]
    return Acquaintance(
        contact=person(id_, name),
        every_days=every_days,
        added_on=known_day(created_at[:10]),
        last_touch_on=day(last),
        next_due_on=day(due),
        snoozed_until=day(snoozed),
        birthday=birthday,
        thanks=tuple(
            OwedFor(ref, known_day(on), kind or text or "", kind is not None)
            for ref, on, kind, text in rows(THANKS)
        ),
        outcomes=tuple(OwedFor(ref, known_day(on), text) for ref, on, text in rows(OUTCOMES)),
        promises=tuple(OwedFor(ref, known_day(on), text) for ref, on, text in rows(PROMISES)),
        given=given,
        received=received,
        introduced=tuple(name for (name,) in rows(INTRODUCED)),
        last_topic=topics[0] if topics else None,
    )
