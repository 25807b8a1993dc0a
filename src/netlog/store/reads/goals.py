"""Goals, who knows of them, and what their targets count: all that are asked for at once."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date

from netlog.records.goals import CountedTarget, Goal, Knows, LandedFor, ServedBy
from netlog.records.leads import GoalBrief, LeadBrief
from netlog.records.people import Person, person
from netlog.records.refs import ref
from netlog.store.connect import Book
from netlog.store.reads.seeking import LANDED_FOR, OPEN
from netlog.store.reads.values import day, known_day
from netlog.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netlog.store.reads.goal_counts import Days

    DaysOf = Callable[[str], tuple[Days, Days]]

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
GOALS = (
    COLUMNS
    + f"""
WHERE :everything = 1 OR ({OPEN})
ORDER BY g.done_on IS NOT NULL OR g.dropped_on IS NOT NULL, g.horizon DESC, g.due_on IS NULL,
         g.due_on, g.id
"""
)
# What there is to all goals that are asked for is asked at once.
_OF_GOALS = "IN (SELECT value FROM json_each(CAST(:ids AS TEXT)))"
LANDED = f"""
SELECT g.id, ld.id, ld.title, ld.organization, ld.closed_on
FROM goal g JOIN lead ld ON {LANDED_FOR}
WHERE g.id {_OF_GOALS} AND {OPEN} ORDER BY ld.closed_on DESC, ld.id DESC
"""
LANDED_LATELY = f"""
SELECT g.id FROM lead ld JOIN goal g ON {LANDED_FOR}
WHERE ld.closed_on BETWEEN :first AND :last AND {OPEN} GROUP BY g.id ORDER BY g.id
"""
TARGETS = f"""
SELECT goal_id, number, what, per, local_day(created_at) FROM goal_target
WHERE goal_id {_OF_GOALS} ORDER BY id
"""
KNOWS = f"""
SELECT t.goal_id, c.id, c.name, t.told_on FROM goal_told t JOIN contact c ON c.id = t.contact_id
WHERE t.goal_id {_OF_GOALS} ORDER BY t.told_on, t.id
"""
LEADS = f"SELECT goal_id, id, title, ended FROM lead WHERE goal_id {_OF_GOALS} ORDER BY id"
SERVING = f"""
SELECT l.goal_id, 'm' AS letter, m.id AS row_id, m.kind, m.happened_on AS day, m.text, c.id, c.name,
       mc.id AS place
FROM goal_link l JOIN meeting m ON m.id = l.meeting_id
LEFT JOIN meeting_contact mc ON mc.meeting_id = m.id LEFT JOIN contact c ON c.id = mc.contact_id
WHERE l.goal_id {_OF_GOALS}
UNION ALL
SELECT l.goal_id, 'p', p.id, p.kind, p.happens_on, p.text, c.id, c.name, pc.id
FROM goal_link l JOIN plan p ON p.id = l.plan_id
LEFT JOIN plan_contact pc ON pc.plan_id = p.id LEFT JOIN contact c ON c.id = pc.contact_id
WHERE l.goal_id {_OF_GOALS} AND p.done_on IS NULL AND p.dropped_on IS NULL
UNION ALL
SELECT l.goal_id, 'f', f.id, 'favor', coalesce(f.done_on, f.opened_on), f.text, c.id, c.name, 0
FROM goal_link l JOIN favor f ON f.id = l.favor_id JOIN contact c ON c.id = f.contact_id
WHERE l.goal_id {_OF_GOALS}
UNION ALL
SELECT l.goal_id, 'c', c.id, 'person', NULL, NULL, c.id, c.name, 0
FROM goal_link l JOIN contact c ON c.id = l.contact_id
WHERE l.goal_id {_OF_GOALS}
ORDER BY day DESC NULLS LAST, letter, row_id DESC, place
"""
OF_CONTACT = """
SELECT g.id, g.text FROM goal_link l JOIN goal g ON g.id = l.goal_id
WHERE l.contact_id = :id ORDER BY g.id
"""
TOLD_TODAY = "SELECT 1 FROM goal_told WHERE told_on = :today LIMIT 1"
_NOT_PUT_OFF = "(c.snoozed_until IS NULL OR c.snoozed_until <= :today)"
# A goal's own people, whoever you were in touch with last first, and whether they may be told now.
UNTOLD = f"""
SELECT l.goal_id, c.id, c.name, {_NOT_PUT_OFF}
FROM goal_link l JOIN contact c ON c.id = l.contact_id
WHERE l.goal_id {_OF_GOALS} AND c.archived_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM goal_told t WHERE t.goal_id = l.goal_id AND t.contact_id = c.id)
ORDER BY c.last_touch_on DESC NULLS LAST, c.id
"""
# Whom to tell where none of them is left: those whom you keep in touch with.
OTHERS = f"""
SELECT c.id, c.name FROM contact c
WHERE c.archived_at IS NULL AND c.last_touch_on IS NOT NULL AND c.every_days > 0 AND {_NOT_PUT_OFF}
ORDER BY c.last_touch_on DESC NULLS LAST, c.id
"""
UID_TO_ID = "SELECT id FROM goal WHERE uid = :uid"


def goal(
    connection: Book,
    goal_id: int,
    spans: "DaysOf",
    today: date,
    left: Collection[int],
) -> Goal | None:
    """The goal with that id; spans are, for each of day, week and month, this one and the last.

    Of those who are left in peace nobody is to be told next.
    """
    rows = connection.execute(GOAL, {"id": goal_id}).fetchall()
    return next(iter(_goals(connection, rows, spans, today, left)), None)


def goals(
    connection: Book,
    spans: "DaysOf",
    today: date,
    left: Collection[int],
    *,
    everything: bool = False,
) -> list[Goal]:
    """The open goals, those of short term first; everything: those that are over as well."""
    rows = connection.execute(GOALS, {"everything": int(everything)}).fetchall()
    return _goals(connection, rows, spans, today, left)


def id_of_uid(connection: Book, uid: str) -> int | None:
    """The id of the goal with that uid."""
    row = connection.execute(UID_TO_ID, {"uid": uid}).fetchone()
    return row and int(row[0])


def knows(connection: Book, goal_id: int) -> tuple[Knows, ...]:
    """Who was told of it, the first one first."""
    return _knows(_of_each(connection, KNOWS, [goal_id])[goal_id])


def of_contact(connection: Book, contact_id: int) -> tuple[GoalBrief, ...]:
    """The goals that somebody serves."""
    rows = connection.execute(OF_CONTACT, {"id": contact_id})
    return tuple(GoalBrief(id_, ref("g", id_), text) for id_, text in rows)


def _of_each(
    connection: Book, sql: str, ids: Iterable[int], **binds: str
) -> defaultdict[int, list[tuple[Any, ...]]]:
    """What the statement finds, by the goal that its first column names."""
    found: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    of_goals = f"[{', '.join(map(str, ids))}]"
    for goal_id, *row in connection.execute(sql, {"ids": of_goals, **binds}):
        found[goal_id].append(tuple(row))
    return found


def _goals(
    connection: Book,
    rows: list[tuple[Any, ...]],
    spans: "DaysOf",
    today: date,
    left: Collection[int],
) -> list[Goal]:
    ids = [row[0] for row in rows]
    knows = _of_each(connection, KNOWS, ids)
    untold = _of_each(connection, UNTOLD, ids, today=today.isoformat())
    landed = _of_each(connection, LANDED, ids)
    leads = _of_each(connection, LEADS, ids)
    targets = _of_each(connection, TARGETS, ids)
    serving = _of_each(connection, SERVING, ids)
    found = [
        _goal(row)._replace(
            targets=tuple(_target(connection, row[4], target, spans) for target in targets[row[0]]),
            leads=tuple(_lead(one) for one in leads[row[0]]),
            knows=_knows(knows[row[0]]),
            landed=next((_landed(one) for one in landed[row[0]]), None),
            untold=tuple(person(id_, name) for id_, name, _ in untold[row[0]]),
            serving=_serving(serving[row[0]]),
        )
        for row in rows
    ]
    going = [one.id for one in found if one.state == "open" and not one.landed]
    able = {
        goal_id: [(id_, name) for id_, name, now in untold[goal_id] if now and id_ not in left]
        for goal_id in going
    }
    told = {goal_id: {row[0] for row in knows[goal_id]} for goal_id in going}
    nexts = _nexts(connection, able, told, today, left)
    return [one._replace(next=nexts.get(one.id)) for one in found]


def _goal(row: tuple[Any, ...]) -> Goal:
    """The goal by its own row alone."""
    (
        id_, uid, text, horizon, opened_on, due_on, done_on, dropped_on, dropped_why, created_at,
        updated_at, goes_on, people, meetings, plans, favors,
    ) = row  # fmt: skip
    return Goal(
        id=id_,
        ref=ref("g", id_),
        uid=uid,
        text=text,
        horizon=horizon,
        state="dropped" if dropped_on else "done" if done_on else "open",
        opened_on=known_day(opened_on),
        by=day(due_on),
        done_on=day(done_on),
        dropped_on=day(dropped_on),
        dropped_why=dropped_why,
        targets=(),
        leads=(),
        knows=(),
        next=None,
        people=people,
        meetings=meetings,
        plans=plans,
        created_at=created_at,
        updated_at=updated_at,
        favors=favors,
        goes_on=day(goes_on),
    )


def _lead(row: tuple[Any, ...]) -> LeadBrief:
    id_, title, ended = row
    return LeadBrief(id_, ref("l", id_), title, ended or "open")


def _serving(rows: list[tuple[Any, ...]]) -> tuple[ServedBy, ...]:
    """What serves a goal, of a row for each person of it."""
    found: dict[str, ServedBy] = {}
    for letter, id_, kind, on, text, contact_id, name, _ in rows:
        one = ref(letter, id_)
        before = found.get(one, ServedBy(one, kind, day(on), (), text))
        there = () if contact_id is None else (person(contact_id, name),)
        found[one] = before._replace(contacts=before.contacts + there)
    return tuple(found.values())


def _landed(row: tuple[Any, ...]) -> LandedFor:
    id_, title, organization, on = row
    return LandedFor(ref("l", id_), organization or title, known_day(on))


def _knows(rows: list[tuple[Any, ...]]) -> tuple[Knows, ...]:
    return tuple(Knows(person(id_, name), known_day(on)) for id_, name, on in rows)


def _nexts(
    connection: Book,
    able: Mapping[int, list[tuple[int, str]]],
    told: Mapping[int, Collection[int]],
    today: date,
    left: Collection[int],
) -> dict[int, Person]:
    """Whom to tell, by goal: one a day at the most, and nobody who was put off or left in peace.

    able are a goal's own people who may be told, told all who know of it.
    """
    on = {"today": today.isoformat()}
    if not able or connection.execute(TOLD_TODAY, on).fetchone():
        return {}
    found = {goal_id: person(*own[0]) for goal_id, own in able.items() if own}
    for id_, name in connection.execute(OTHERS, on):
        if len(found) == len(able):
            break
        if id_ not in left:
            for goal_id in able:
                if goal_id not in found and id_ not in told[goal_id]:
                    found[goal_id] = person(id_, name)
    return found


def landed_lately(connection: Book, first: date, last: date) -> list[int]:
    """The open goals, by id, for which a lead landed on one of those days, and none goes on."""
    binds = {"first": first.isoformat(), "last": last.isoformat()}
    return [id_ for (id_,) in connection.execute(LANDED_LATELY, binds)]


def _target(
    connection: Book, opened_on: str, row: tuple[Any, ...], spans: "DaysOf"
) -> CountedTarget:
    from netlog.store.reads.goal_counts import counted  # which goals without targets do without

    number, what, per, set_on = row
    this, last = spans(per)
    return CountedTarget(
        number,
        what,
        "day" if per == "day" else "week" if per == "week" else "month",
        counted(connection, what, this),
        this[0],
        counted(connection, what, last),
        max(known_day(set_on), known_day(opened_on)),
    )
