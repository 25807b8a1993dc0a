"""The facts of the morning report: only rows that may be due by a day, found by index."""

import sqlite3
from datetime import date
from typing import Any

from netlog.records.contacts import PeopleFilter
from netlog.records.due import Birthday, DueFacts, OpenFavor, OutOfTouch, OwedThanks
from netlog.records.people import person
from netlog.store.reads import filters
from netlog.store.reads.values import day, known_day

THANKS = """
SELECT t.id, c.id, c.name, t.opened_on, t.due_on, t.snoozed_until, m.kind, m.happened_on, f.text,
       t.snoozes
FROM thanks t
JOIN contact c ON c.id = t.contact_id
LEFT JOIN meeting m ON m.id = t.meeting_id
LEFT JOIN favor f ON f.id = t.favor_id
WHERE t.sent_on IS NULL AND t.dropped_on IS NULL AND t.due_on <= :until
  AND (t.snoozed_until IS NULL OR t.snoozed_until <= :until) AND {who}
"""

OPEN_FAVORS = """
SELECT f.id, c.id, c.name, f.direction, f.text, f.opened_on, f.due_on, f.snoozed_until, NULL,
       NULL, f.snoozes
FROM favor f JOIN contact c ON c.id = f.contact_id
WHERE f.done_on IS NULL AND f.dropped_on IS NULL AND f.due_on <= :until
  AND (f.snoozed_until IS NULL OR f.snoozed_until <= :until) AND {who}
"""

UNTOLD_OUTCOMES = """
SELECT f.id, c.id, c.name, f.direction, f.text, f.outcome_on, f.outcome_on, f.snoozed_until,
       f.outcome, f.done_on, f.snoozes
FROM favor f JOIN contact c ON c.id = f.contact_id
WHERE f.told_on IS NULL AND f.outcome_on <= :until AND f.dropped_on IS NULL
  AND (f.snoozed_until IS NULL OR f.snoozed_until <= :until) AND {who}
"""

# How it turned out was never noted: asked for once, a while after they helped.
UNKNOWN_OUTCOMES = """
SELECT f.id, c.id, c.name, f.direction, f.text, f.done_on, f.done_on, f.snoozed_until,
       NULL, f.done_on, f.snoozes
FROM favor f JOIN contact c ON c.id = f.contact_id
WHERE f.direction = 'to_me' AND f.outcome_on IS NULL AND f.dropped_on IS NULL
  AND f.done_on <= :received_by
  AND (f.snoozed_until IS NULL OR f.snoozed_until <= :until) AND {who}
"""

FAVORS = (OPEN_FAVORS, UNTOLD_OUTCOMES, UNKNOWN_OUTCOMES)

OUT_OF_TOUCH = """
SELECT c.id, c.name, c.every_days, c.last_touch_on, c.created_at, c.next_due_on, c.remind_on,
       c.snoozes
FROM contact c
WHERE c.next_due_on <= :until AND {who}
"""

BIRTHDAYS = """
SELECT c.id, c.name, c.birthday, c.birthday_done_on, c.last_touch_on, c.snoozed_until, c.snoozes
FROM contact c
WHERE c.birthday_key BETWEEN :from_key AND :to_key AND {who}
"""

NEXT_DUE = """
SELECT min(due_on) FROM (
  SELECT min(due_on) AS due_on FROM thanks WHERE sent_on IS NULL AND dropped_on IS NULL
  UNION ALL
  SELECT min(due_on) FROM favor WHERE done_on IS NULL AND dropped_on IS NULL
  UNION ALL
  SELECT min(next_due_on) FROM contact WHERE next_due_on IS NOT NULL)
"""

ANYBODY = "SELECT EXISTS (SELECT 1 FROM contact)"


def facts(
    connection: sqlite3.Connection,
    people: PeopleFilter,
    until: date,
    received_by: date,
    birthday_keys: tuple[tuple[str, str], ...],
) -> DueFacts:
    """What may be due by `until`, among those people.

    received_by is the day by which a favor without an outcome must have come to be asked about;
    birthday_keys are ranges of MM-DD, both ends included, that `rules.due` asks for.
    """
    who, binds = filters.condition(connection, people)
    binds |= {"until": until.isoformat(), "received_by": received_by.isoformat()}

    def rows(sql: str, **more: str) -> list[tuple[Any, ...]]:
        return connection.execute(sql.format(who=who), {**binds, **more}).fetchall()

    ranges = [rows(BIRTHDAYS, from_key=start, to_key=end) for start, end in birthday_keys]
    return DueFacts(
        thanks=tuple(map(_owed_thanks, rows(THANKS))),
        favors=tuple(
            map(_favor, rows(OPEN_FAVORS) + rows(UNTOLD_OUTCOMES) + rows(UNKNOWN_OUTCOMES))
        ),
        out_of_touch=tuple(map(_out_of_touch, rows(OUT_OF_TOUCH))),
        birthdays=tuple(_birthday(row) for found in ranges for row in found),
    )


def next_due_on(connection: sqlite3.Connection) -> date | None:
    """The first day on which anything is due, for a calm word when nothing is."""
    return day(connection.execute(NEXT_DUE).fetchone()[0])


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nobody was added yet."""
    return not connection.execute(ANYBODY).fetchone()[0]


def _owed_thanks(row: tuple[Any, ...]) -> OwedThanks:
    id_, contact_id, name, opened_on, due_on, snoozed, kind, happened_on, favor_text, snoozes = row
    return OwedThanks(
        id=id_,
        contact=person(contact_id, name),
        opened_on=known_day(opened_on),
        due_on=known_day(max(due_on, snoozed or "")),
        meeting_kind=kind,
        meeting_on=day(happened_on),
        favor_text=favor_text,
        snoozes=snoozes,
    )


def _favor(row: tuple[Any, ...]) -> OpenFavor:
    (
        id_, contact_id, name, direction, text, since, due_on, snoozed, outcome, done_on,
        snoozes,
    ) = row  # fmt: skip
    return OpenFavor(
        id=id_,
        contact=person(contact_id, name),
        direction=direction,
        text=text,
        since=known_day(since),
        due_on=known_day(max(due_on, snoozed or "")),
        outcome=outcome,
        received_on=day(done_on),
        snoozes=snoozes,
    )


def _out_of_touch(row: tuple[Any, ...]) -> OutOfTouch:
    id_, name, every_days, last_touch_on, created_at, due_on, remind_on, snoozes = row
    return OutOfTouch(
        contact=person(id_, name),
        every_days=every_days,
        last_touch_on=day(last_touch_on),
        added_on=known_day(created_at[:10]),
        next_due_on=known_day(due_on),
        remind_on=day(remind_on),
        snoozes=snoozes,
    )


def _birthday(row: tuple[Any, ...]) -> Birthday:
    id_, name, birthday, done_on, last_touch_on, snoozed, snoozes = row
    return Birthday(
        person(id_, name), birthday, day(done_on), day(last_touch_on), day(snoozed), snoozes
    )
