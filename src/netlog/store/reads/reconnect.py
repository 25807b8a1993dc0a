"""The facts on whoever may be worth getting back to, found by index."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
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

# The rest is asked of one contact, or of all at once when many are candidates.
CONTACT = """
SELECT id, name, every_days, created_at, last_touch_on, next_due_on, snoozed_until, birthday,
       birthday_done_on
FROM contact WHERE {whose}
"""

THANKS = """
SELECT t.contact_id, 't' || t.id, coalesce(m.happened_on, t.opened_on) AS on_day, m.kind, f.text,
       t.due_on
FROM thanks t
LEFT JOIN meeting m ON m.id = t.meeting_id
LEFT JOIN favor f ON f.id = t.favor_id
WHERE t.sent_on IS NULL AND t.dropped_on IS NULL AND {whose} ORDER BY on_day, t.id
"""

OUTCOMES = """
SELECT contact_id, 'f' || id, outcome_on, outcome FROM favor
WHERE outcome_on IS NOT NULL AND told_on IS NULL AND dropped_on IS NULL AND {whose}
ORDER BY outcome_on, id
"""

PROMISES = """
SELECT contact_id, 'f' || id, opened_on, text FROM favor
WHERE direction = 'to_them' AND done_on IS NULL AND dropped_on IS NULL AND {whose}
ORDER BY due_on, id
"""

FAVORS = """
SELECT contact_id, sum(direction = 'to_them'), sum(direction = 'to_me')
FROM favor WHERE done_on IS NOT NULL AND {whose} GROUP BY contact_id
"""

INTRODUCED = """
SELECT introduced_by_id, name FROM contact
WHERE introduced_by_id IS NOT NULL AND {whose} ORDER BY id
"""

# What was asked for is nothing to begin with, and notes are one's own.
LAST_TOPIC = """
SELECT 'm' || m.id, m.happened_on, m.text
FROM meeting_contact mc JOIN meeting m ON m.id = mc.meeting_id
WHERE mc.contact_id = :id AND m.text IS NOT NULL AND m.asked IS NULL AND m.kind <> 'note'
ORDER BY m.happened_on DESC, m.id DESC LIMIT 1
"""

# Past this many, one look at everybody's facts is cheaper than one at each contact's.
FEW = 100


def candidates(
    connection: sqlite3.Connection,
    people: PeopleFilter,
    today: date,
    birthday_keys: tuple[tuple[str, str], ...],
) -> list[int]:
    """The ids of those people for whom anything speaks."""
    who, binds = filters.condition(connection, people)
    first, last = birthday_keys[0], birthday_keys[-1]
    binds = {**binds, "today": today.isoformat(), "from_key": first[0], "to_key": first[1]}
    binds |= {"from_key_2": last[0], "to_key_2": last[1]}
    return [id_ for (id_,) in connection.execute(CANDIDATES.format(who=who), binds)]


def acquaintances(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Acquaintance]:
    """What is known of those contacts, but for the last topic."""

    def by_contact(sql: str, key: str = "contact_id") -> dict[int, list[Any]]:
        found = defaultdict(list)
        for owner, *rest in _rows(connection, sql, key, ids):
            found[owner].append(rest)
        return found

    def owed(rows: list[Any]) -> tuple[OwedFor, ...]:
        return tuple(OwedFor(ref, known_day(on), what) for ref, on, what in rows)

    contacts = {row[0]: row[1:] for row in _rows(connection, CONTACT, "id", ids)}
    thanks = by_contact(THANKS, "t.contact_id")
    outcomes, promises = by_contact(OUTCOMES), by_contact(PROMISES)
    favors, introduced = by_contact(FAVORS), by_contact(INTRODUCED, "introduced_by_id")
    found = []
    for id_ in ids:
        name, every_days, created_at, last, due, snoozed, birthday, greeted = contacts[id_]
        given, received = favors[id_][0] if id_ in favors else (0, 0)
        found.append(
            Acquaintance(
                contact=person(id_, name),
                every_days=every_days,
                added_on=known_day(created_at[:10]),
                last_touch_on=day(last),
                next_due_on=day(due),
                snoozed_until=day(snoozed),
                birthday=birthday,
                birthday_done_on=day(greeted),
                thanks=tuple(
                    OwedFor(ref, known_day(on), kind or text or "", kind is not None, day(due_on))
                    for ref, on, kind, text, due_on in thanks[id_]
                ),
                outcomes=owed(outcomes[id_]),
                promises=owed(promises[id_]),
                given=given,
                received=received,
                introduced=tuple(name for (name,) in introduced[id_]),
            )
        )
    return found


def last_topic(connection: sqlite3.Connection, contact_id: int) -> OwedFor | None:
    """What you last spoke of, if anything was noted."""
    row = connection.execute(LAST_TOPIC, {"id": contact_id}).fetchone()
    return row and OwedFor(row[0], known_day(row[1]), row[2])


def _rows(
    connection: sqlite3.Connection, sql: str, key: str, ids: Sequence[int]
) -> Iterator[tuple[Any, ...]]:
    if len(ids) > FEW:
        yield from connection.execute(sql.format(whose="1 = 1"))
        return
    for id_ in ids:
        yield from connection.execute(sql.format(whose=f"{key} = :id"), {"id": id_})
