"""Give and take: exchanges, what is owed, bills and tallies, for one contact or for everybody."""

import sqlite3
from datetime import date

from netlog.records.people import person
from netlog.records.reciprocity import Bill, ContactKind, Exchange, GiveAndTake, OwedFor, Tally
from netlog.store.reads.values import day, known_day

CONTACT = "SELECT id, name, created_at, last_touch_on FROM contact WHERE id = :id"

TOUCHES = """
SELECT m.happened_on, m.id, max(coalesce(f.asked, 0))
FROM meeting_contact mc
JOIN meeting m ON m.id = mc.meeting_id
LEFT JOIN favor f ON f.meeting_id = m.id AND f.contact_id = mc.contact_id
WHERE mc.contact_id = :id AND (m.kind <> 'note' OR f.asked = 1)
GROUP BY m.id
"""

ASKS_BESIDE_MEETINGS = """
SELECT opened_on, id FROM favor WHERE contact_id = :id AND meeting_id IS NULL AND asked = 1
"""

GIVEN = """
SELECT done_on, id FROM favor
WHERE contact_id = :id AND direction = 'to_them' AND done_on IS NOT NULL
"""

THANKS_SENT = "SELECT sent_on, id FROM thanks WHERE contact_id = :id AND sent_on IS NOT NULL"

UNTHANKED = """
SELECT t.id, coalesce(m.happened_on, t.opened_on) AS on_day, m.kind, f.text
FROM thanks t
LEFT JOIN meeting m ON m.id = t.meeting_id
LEFT JOIN favor f ON f.id = t.favor_id
WHERE t.contact_id = :id AND t.sent_on IS NULL AND t.dropped_on IS NULL
ORDER BY on_day, t.id
"""

UNTOLD = """
SELECT id, outcome_on, text FROM favor
WHERE contact_id = :id AND outcome IS NOT NULL AND told_on IS NULL AND dropped_on IS NULL
ORDER BY outcome_on, id
"""

BILLS = """
SELECT m.id, m.happened_on, m.kind, m.invited_by, m.paid_by
FROM meeting_contact mc JOIN meeting m ON m.id = mc.meeting_id
WHERE mc.contact_id = :id AND (m.paid_by IS NOT NULL OR m.invited_by IS NOT NULL)
ORDER BY m.happened_on DESC, m.id DESC
"""

# One pass over favors, whatever the number of contacts and meetings: an ask at a meeting has a
# favor of its own. CROSS JOIN keeps SQLite from going through the contacts instead.
TALLIES = """
SELECT c.id, c.name,
       sum(f.direction = 'to_them' AND f.done_on IS NOT NULL),
       sum(f.direction = 'to_me' AND f.done_on IS NOT NULL),
       sum(f.direction = 'to_them' AND f.done_on IS NULL AND f.dropped_on IS NULL),
       sum(f.direction = 'to_me' AND f.done_on IS NULL AND f.dropped_on IS NULL),
       max(CASE WHEN f.direction = 'to_them' THEN f.done_on END),
       max(CASE WHEN f.direction = 'to_me' THEN f.done_on END),
       sum(f.asked = 1 AND f.opened_on >= :since),
       sum(f.direction = 'to_them' AND f.done_on >= :since)
FROM favor f CROSS JOIN contact c
WHERE c.id = f.contact_id AND {whose}
GROUP BY c.id
"""


def give_and_take(
    connection: sqlite3.Connection, contact_id: int
) -> tuple[GiveAndTake, list[Exchange]]:
    """The facts of one relationship, and its exchanges in no order for `rules` to put in one."""
    binds = {"id": contact_id}
    id_, name, created_at, last = connection.execute(CONTACT, binds).fetchone()
    facts = GiveAndTake(
        contact=person(id_, name),
        added_on=known_day(created_at[:10]),
        last_touch_on=day(last),
        exchanges=(),
        unthanked=tuple(
            OwedFor(f"t{thanks_id}", known_day(on), kind or favor_text or "", kind is not None)
            for thanks_id, on, kind, favor_text in connection.execute(UNTHANKED, binds)
        ),
        untold=tuple(
            OwedFor(f"f{favor_id}", known_day(on), text)
            for favor_id, on, text in connection.execute(UNTOLD, binds)
        ),
        bills=tuple(
            Bill(f"m{meeting_id}", known_day(on), kind, invited_by, paid_by)
            for meeting_id, on, kind, invited_by, paid_by in connection.execute(BILLS, binds)
        ),
    )
    return facts, _exchanges(connection, binds)


def _exchanges(connection: sqlite3.Connection, binds: dict[str, int]) -> list[Exchange]:
    found = [
        Exchange(known_day(on), "ask" if asked else "touch", f"m{meeting_id}")
        for on, meeting_id, asked in connection.execute(TOUCHES, binds)
    ]
    beside: tuple[tuple[str, ContactKind, str], ...] = (
        (ASKS_BESIDE_MEETINGS, "ask", "f"),
        (GIVEN, "give", "f"),
        (THANKS_SENT, "thanks", "t"),
    )
    for sql, kind, letter in beside:
        rows = connection.execute(sql, binds)
        found += [Exchange(known_day(on), kind, f"{letter}{id_}") for on, id_ in rows]
    return found


def tallies(
    connection: sqlite3.Connection, since: date, contact_id: int | None = None
) -> list[Tally]:
    """What was given and taken; asks and gives are counted from `since` on."""
    whose = "c.archived_at IS NULL" if contact_id is None else "c.id = :id"
    binds = {"since": since.isoformat(), "id": contact_id}
    return [
        Tally(
            person(id_, name),
            given,
            received,
            open_to_them,
            open_to_me,
            day(last_given),
            day(last_received),
            asks,
            gives or 0,
        )
        for id_, name, given, received, open_to_them, open_to_me, last_given, last_received, asks,
        gives in connection.execute(TALLIES.format(whose=whose), binds)
    ]  # fmt: skip
