"""Goals, who knows of them, and what their targets count."""

import sqlite3
from collections.abc import Callable, Collection
from datetime import date

from netlog.records.goals import CountedTarget, Goal, Knows, LandedFor
from netlog.records.leads import GoalBrief, LeadBrief
from netlog.records.people import Person, person
from netlog.records.refs import ref
from netlog.store.reads.values import ABOUT_THEN, day, known_day
from netlog.typed import Any

COLUMNS = """
SELECT g.id, g.uid, g.text, g.horizon, g.opened_on, g.due_on, g.done_on, g.dropped_on,
       g.dropped_why, g.created_at, g.updated_at, g.goes_on,
       (SELECT count(*) FROM goal_link l WHERE l.goal_id = g.id AND l.contact_id IS NOT NULL),
       (SELECT count(*) FROM goal_link l WHERE l.goal_id = g.id AND l.meeting_id IS NOT NULL),
       (SELECT count(*) FROM goal_link l JOIN plan p ON p.id = l.plan_id
        WHERE l.goal_id = g.id AND p.done_on IS NULL AND p.dropped_on IS NULL),
       (SELECT count(*) FROM goal_link l WHERE l.goal_id = g.id AND l.favor_id IS NOT NULL)
FROM goal g
"""
GOAL = COLUMNS + "WHERE g.id = :id"
OPEN = "g.done_on IS NULL AND g.dropped_on IS NULL"
GOALS = (
    COLUMNS
    + f"""
WHERE :everything OR ({OPEN})
ORDER BY g.done_on IS NOT NULL OR g.dropped_on IS NOT NULL, g.horizon DESC, g.due_on IS NULL,
         g.due_on, g.id
"""
)
# Of a goal the leads that landed after it was last said to go on, or another lead was begun.
LANDED_FOR = """
ld.goal_id = g.id AND ld.ended = 'landed' AND ld.closed_on > coalesce(g.goes_on, '')
  AND NOT EXISTS (SELECT 1 FROM lead o WHERE o.goal_id = g.id AND o.opened_on > ld.closed_on)
"""
LANDED = f"""
SELECT ld.id, ld.title, ld.organization, ld.closed_on FROM goal g JOIN lead ld ON {LANDED_FOR}
WHERE g.id = :id AND {OPEN} ORDER BY ld.closed_on DESC, ld.id DESC LIMIT 1
"""
LANDED_LATELY = f"""
SELECT g.id FROM lead ld JOIN goal g ON {LANDED_FOR}
WHERE ld.closed_on BETWEEN :first AND :last AND {OPEN} GROUP BY g.id ORDER BY g.id
"""
IN_SHORT = f"""
SELECT g.id, g.text, g.horizon, g.due_on FROM goal g
WHERE {OPEN} AND NOT EXISTS (SELECT 1 FROM lead ld WHERE {LANDED_FOR}) ORDER BY g.id
"""
# Whom open goals serve.
SERVED = f"""
SELECT l.contact_id, g.id FROM goal g JOIN goal_link l ON l.goal_id = g.id
WHERE {OPEN} AND l.contact_id IS NOT NULL
"""
TARGETS = """
SELECT number, what, per, local_day(created_at) FROM goal_target WHERE goal_id = :id ORDER BY id
"""
KNOWS = """
SELECT c.id, c.name, t.told_on FROM goal_told t JOIN contact c ON c.id = t.contact_id
WHERE t.goal_id = :id ORDER BY t.told_on, t.id
"""
LEADS = "SELECT id, title, ended FROM lead WHERE goal_id = :id ORDER BY id"
OF_CONTACT = """
SELECT g.id, g.text FROM goal_link l JOIN goal g ON g.id = l.goal_id
WHERE l.contact_id = :id ORDER BY g.id
"""
TOLD_TODAY = "SELECT 1 FROM goal_told WHERE told_on = :today LIMIT 1"
UNTOLD = """
SELECT c.id, c.name FROM goal_link l JOIN contact c ON c.id = l.contact_id
WHERE l.goal_id = :id AND c.archived_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM goal_told t WHERE t.goal_id = :id AND t.contact_id = c.id)
ORDER BY c.last_touch_on DESC, c.id
"""
# Whom to tell next: whoever you were in touch with last, of the goal's own people, then of those
# whom you keep in touch with.
NEXT = """
SELECT c.id, c.name FROM contact c
LEFT JOIN goal_link l ON l.goal_id = :id AND l.contact_id = c.id
WHERE c.archived_at IS NULL
  AND (l.id IS NOT NULL OR (c.last_touch_on IS NOT NULL AND c.every_days > 0))
  AND (c.snoozed_until IS NULL OR c.snoozed_until <= :today)
  AND NOT EXISTS (SELECT 1 FROM goal_told t WHERE t.goal_id = :id AND t.contact_id = c.id)
ORDER BY l.id IS NULL, c.last_touch_on DESC, c.id
"""
UID_TO_ID = "SELECT id FROM goal WHERE uid = :uid"

_SPAN = "BETWEEN :first AND :last"
KIND = f"SELECT count(*) FROM meeting WHERE kind = :what AND happened_on {_SPAN}"
# Somebody on a day is one touch, whatever happened between you on it.
TOUCHES = f"""
SELECT count(*) FROM (
    SELECT mc.contact_id, m.happened_on FROM meeting m
      JOIN meeting_contact mc ON mc.meeting_id = m.id
      WHERE m.kind <> 'note' AND m.happened_on {_SPAN}
    UNION SELECT contact_id, sent_on FROM thanks WHERE sent_on {_SPAN}
    UNION SELECT contact_id, done_on FROM favor WHERE done_on {_SPAN}
    UNION SELECT contact_id, told_on FROM favor WHERE told_on {_SPAN}
    UNION SELECT contact_id, opened_on FROM favor WHERE asked = 1 AND opened_on {_SPAN})
"""
GIVES = f"""
SELECT (SELECT count(*) FROM favor WHERE direction = 'to_them' AND done_on {_SPAN})
     + (SELECT count(*) FROM meeting WHERE paid_by = 'me' AND happened_on {_SPAN})
"""
ASKS = f"SELECT count(*) FROM favor WHERE asked = 1 AND opened_on {_SPAN}"
THANKS = f"SELECT count(*) FROM thanks WHERE sent_on {_SPAN}"
NEW_PEOPLE = f"""
SELECT count(*) FROM contact
WHERE created_at {ABOUT_THEN} AND local_day(created_at) {_SPAN}
"""
COUNTING = {
    "touches": TOUCHES,
    "gives": GIVES,
    "asks": ASKS,
    "thanks": THANKS,
    "new people": NEW_PEOPLE,
}

Days = tuple[date, date]
DaysOf = Callable[[str], tuple[Days, Days]]


def goal(
    connection: sqlite3.Connection,
    goal_id: int,
    spans: DaysOf,
    today: date,
    left: Collection[int],
) -> Goal | None:
    """The goal with that id; spans are, for each of day, week and month, this one and the last.

    Of those who are left in peace nobody is to be told next.
    """
    row = connection.execute(GOAL, {"id": goal_id}).fetchone()
    return row and _goal(connection, row, spans, today, left)


def goals(
    connection: sqlite3.Connection,
    spans: DaysOf,
    today: date,
    left: Collection[int],
    *,
    everything: bool = False,
) -> list[Goal]:
    """The open goals, those of short term first; everything: those that are over as well."""
    rows = connection.execute(GOALS, {"everything": int(everything)}).fetchall()
    return [_goal(connection, row, spans, today, left) for row in rows]


def in_short(connection: sqlite3.Connection) -> dict[int, tuple[str, str, date | None]]:
    """The open goals by id: text, horizon, and the day by which each is to be.

    One for which a lead has landed may be reached: nobody looks for that, until it is to go on.
    """
    rows = connection.execute(IN_SHORT)
    return {id_: (text, horizon, day(due_on)) for id_, text, horizon, due_on in rows}


def served(connection: sqlite3.Connection) -> frozenset[tuple[int, int]]:
    """Whom open goals serve: pairs of a person and a goal, by id."""
    return frozenset(connection.execute(SERVED))


def id_of_uid(connection: sqlite3.Connection, uid: str) -> int | None:
    """The id of the goal with that uid."""
    row = connection.execute(UID_TO_ID, {"uid": uid}).fetchone()
    return row and int(row[0])


def knows(connection: sqlite3.Connection, goal_id: int) -> tuple[Knows, ...]:
    """Who was told of it, the first one first."""
    rows = connection.execute(KNOWS, {"id": goal_id})
    return tuple(Knows(person(id_, name), known_day(on)) for id_, name, on in rows)


def of_contact(connection: sqlite3.Connection, contact_id: int) -> tuple[GoalBrief, ...]:
    """The goals that somebody serves."""
    rows = connection.execute(OF_CONTACT, {"id": contact_id})
    return tuple(GoalBrief(id_, ref("g", id_), text) for id_, text in rows)


def _goal(
    connection: sqlite3.Connection,
    row: tuple[Any, ...],
    spans: DaysOf,
    today: date,
    left: Collection[int],
) -> Goal:
    (
        id_, uid, text, horizon, opened_on, due_on, done_on, dropped_on, dropped_why, created_at,
        updated_at, goes_on, people, meetings, plans, favors,
    ) = row  # fmt: skip
    binds = {"id": id_}
    state = "dropped" if dropped_on else "done" if done_on else "open"
    landed_ = landed(connection, id_)
    return Goal(
        id=id_,
        ref=ref("g", id_),
        uid=uid,
        text=text,
        horizon=horizon,
        state=state,
        opened_on=known_day(opened_on),
        by=day(due_on),
        done_on=day(done_on),
        dropped_on=day(dropped_on),
        dropped_why=dropped_why,
        targets=tuple(
            _target(
                connection, number, what, per, max(known_day(set_on), known_day(opened_on)), spans
            )
            for number, what, per, set_on in connection.execute(TARGETS, binds).fetchall()
        ),
        leads=tuple(
            LeadBrief(lead_id, ref("l", lead_id), title, ended or "open")
            for lead_id, title, ended in connection.execute(LEADS, binds)
        ),
        knows=knows(connection, id_),
        next=_next(connection, id_, today, left) if state == "open" and not landed_ else None,
        people=people,
        meetings=meetings,
        plans=plans,
        created_at=created_at,
        updated_at=updated_at,
        favors=favors,
        goes_on=day(goes_on),
        landed=landed_,
        untold=tuple(person(*one) for one in connection.execute(UNTOLD, binds)),
    )


def landed(connection: sqlite3.Connection, goal_id: int) -> LandedFor | None:
    """The lead that landed last for an open goal which was not said to go on since."""
    row = connection.execute(LANDED, {"id": goal_id}).fetchone()
    return row and LandedFor(ref("l", row[0]), row[2] or row[1], known_day(row[3]))


def landed_lately(connection: sqlite3.Connection, first: date, last: date) -> list[int]:
    """The open goals, by id, for which a lead landed on one of those days, and none goes on."""
    binds = {"first": first.isoformat(), "last": last.isoformat()}
    return [id_ for (id_,) in connection.execute(LANDED_LATELY, binds)]


def _next(
    connection: sqlite3.Connection, goal_id: int, today: date, left: Collection[int]
) -> Person | None:
    """Whom to tell: one a day at the most, and nobody who was put off or is left in peace."""
    if connection.execute(TOLD_TODAY, {"today": today.isoformat()}).fetchone():
        return None
    rows = connection.execute(NEXT, {"id": goal_id, "today": today.isoformat()})
    return next((person(*row) for row in rows if row[0] not in left), None)


def _target(
    connection: sqlite3.Connection, number: int, what: str, per: str, set_on: date, spans: DaysOf
) -> CountedTarget:
    this, last = spans(per)
    return CountedTarget(
        number,
        what,
        "day" if per == "day" else "week" if per == "week" else "month",
        counted(connection, what, this),
        this[0],
        counted(connection, what, last),
        set_on,
    )


def counted(connection: sqlite3.Connection, what: str, span: Days) -> int:
    """How many of those there were in the days of the span, both included."""
    binds = {"what": what, "first": span[0].isoformat(), "last": span[1].isoformat()}
    found: int = connection.execute(COUNTING.get(what, KIND), binds).fetchone()[0]
    return found
