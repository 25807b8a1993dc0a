"""Leads with their steps and stages."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from netlog import clock
from netlog.records.leads import ENDINGS, GoalBrief, Lead, StageReached, Step, dated, gone_around
from netlog.records.people import Person, person
from netlog.records.refs import ref
from netlog.records.standing import SaidNo
from netlog.store.config import settings
from netlog.store.connect import Book, may_hold
from netlog.store.reads.values import day, known_day
from netlog.typed import Any

LEADS = """
SELECT l.id, l.uid, l.title, l.organization, l.source, g.id, g.text, l.stage, l.ended, l.opened_on,
       l.closed_on, l.outcome, l.created_at, l.updated_at, k.id, k.name
FROM lead l LEFT JOIN goal g ON g.id = l.goal_id LEFT JOIN contact k ON k.id = l.kept_id
WHERE {which} ORDER BY l.closed_on IS NOT NULL, l.closed_on DESC, l.id
"""
STEPS = """
SELECT s.lead_id, s.id, s.uid, s.number, c.id, c.name, s.text, s.state, s.opened_on, s.due_on,
       s.asked_on, s.done_on, s.broken_on, s.dropped_on, s.snoozed_until, s.snoozed_why, s.snoozes
FROM lead_step s JOIN lead l ON l.id = s.lead_id LEFT JOIN contact c ON c.id = s.contact_id
WHERE {which} ORDER BY s.lead_id, s.position, s.number
"""
# What was asked of a step, or came of it, before the step was said to be asked.
ASKS = """
SELECT lf.lead_id, f.contact_id, f.opened_on, f.due_on, f.done_on
FROM lead_favor lf JOIN lead l ON l.id = lf.lead_id JOIN favor f ON f.id = lf.favor_id
WHERE {which} AND f.direction = 'to_me' AND f.asked = 1 AND f.dropped_on IS NULL
  AND (f.done_on IS NOT NULL OR f.outcome IS NULL) ORDER BY f.done_on IS NULL, f.id
"""
STAGES = """
SELECT s.lead_id, s.stage, s.reached_on, s.text
FROM lead_stage s JOIN lead l ON l.id = s.lead_id
WHERE {which} ORDER BY s.reached_on, s.id
"""
ONE = "l.id = :id"
OPEN = "l.closed_on IS NULL"
ALL = "1 = 1"
OF_CONTACT = """
l.id IN (SELECT lead_id FROM lead_step WHERE contact_id = :id
         UNION SELECT id FROM lead WHERE kept_id = :id
         UNION SELECT lf.lead_id FROM lead_favor lf JOIN favor f ON f.id = lf.favor_id
         WHERE f.contact_id = :id)
"""
OF_GOAL = "l.goal_id = :id"
ANY_OPEN = "SELECT 1 FROM lead WHERE closed_on IS NULL LIMIT 1"
ARCHIVED = """
SELECT id, archived_at FROM contact WHERE archived_at IS NOT NULL
  AND id IN (SELECT s.contact_id FROM lead_step s JOIN lead l ON l.id = s.lead_id
             WHERE l.closed_on IS NULL)
"""
FAVORS = """
SELECT f.id, c.id, c.name, f.done_on, f.dropped_on, f.direction
FROM lead_favor lf JOIN favor f ON f.id = lf.favor_id JOIN contact c ON c.id = f.contact_id
WHERE lf.lead_id = :id ORDER BY f.id DESC
"""
GOAL_FAVORS = """
SELECT f.id FROM goal_link gl JOIN favor f ON f.id = gl.favor_id
WHERE gl.goal_id = :id AND f.direction = 'to_me' AND f.dropped_on IS NULL ORDER BY f.id
"""
INTRODUCER = """
SELECT v.id, v.name FROM contact c JOIN contact v ON v.id = c.introduced_by_id WHERE c.id = :id
"""
SAID_NO = """
SELECT kept_id, closed_on, coalesce(organization, title) FROM lead
WHERE ended = 'declined' AND kept_id IS NOT NULL ORDER BY closed_on, id
"""
ANY = "SELECT 1 FROM lead LIMIT 1"
ACTIVE = "SELECT 1 FROM contact WHERE id = :id AND archived_at IS NULL"
UID_TO_ID = "SELECT id FROM lead WHERE uid = :uid"
GOAL_OF_FAVOR = "SELECT goal_id FROM goal_link WHERE favor_id = :id ORDER BY id LIMIT 1"
LEAD_OF_FAVOR = "SELECT lead_id FROM lead_favor WHERE favor_id = :id"


def lead(connection: Book, lead_id: int) -> Lead | None:
    """The lead with that id, None when there is none."""
    return next(iter(_leads(connection, ONE, {"id": lead_id})), None)


def leads(connection: Book, *, everything: bool = False) -> list[Lead]:
    """The open ones, the oldest first; everything: those that ended as well, after them."""
    return _leads(connection, ALL if everything else OPEN)


def any_(connection: Book) -> bool:
    """Whether there is a lead at all, open or not."""
    return connection.execute(ANY).fetchone() is not None


def of_contact(connection: Book, contact_id: int) -> tuple[Lead, ...]:
    """The leads that somebody is a step of, or did something for."""
    return tuple(_leads(connection, OF_CONTACT, {"id": contact_id}))


def of_goal(connection: Book, goal_id: int) -> tuple[Lead, ...]:
    """The leads that serve a goal."""
    return tuple(_leads(connection, OF_GOAL, {"id": goal_id}))


def open_leads(connection: Book) -> list[Lead]:
    """The open leads; in most books there are none."""
    found = connection.execute(ANY_OPEN).fetchone()
    return _leads(connection, OPEN) if may_hold(connection, found) else []


def archived(connection: Book) -> dict[int, date]:
    """Who of the steps of open leads is in the archive, by id, and since when."""
    return {id_: clock.day_of(at) for id_, at in connection.execute(ARCHIVED)}


def id_of_uid(connection: Book, uid: str) -> int | None:
    """The id of the lead with that uid."""
    row = connection.execute(UID_TO_ID, {"uid": uid}).fetchone()
    return row and int(row[0])


def of_favor(connection: Book, favor_id: int) -> int | None:
    """The id of the lead that a favor belongs to."""
    row = connection.execute(LEAD_OF_FAVOR, {"id": favor_id}).fetchone()
    return row and int(row[0])


def goal_of_favor(connection: Book, favor_id: int) -> int | None:
    """The id of the goal that a favor serves, of several the first."""
    row = connection.execute(GOAL_OF_FAVOR, {"id": favor_id}).fetchone()
    return row and int(row[0])


def favors(connection: Book, lead_id: int) -> list[tuple[int, Person]]:
    """What was done or asked for it, by id, the latest first, with whose it is; none let go."""
    rows = connection.execute(FAVORS, {"id": lead_id})
    return [
        (favor_id, person(contact_id, name))
        for favor_id, contact_id, name, _, dropped_on, direction in rows
        if direction == "to_me" and not dropped_on
    ]


def favors_of_goal(connection: Book, goal_id: int) -> list[int]:
    """What was done or asked for a goal, by id; none let go."""
    return [id_ for (id_,) in connection.execute(GOAL_FAVORS, {"id": goal_id})]


def introducers(connection: Book, one: Person) -> Iterator[Person]:
    """Who led to somebody, and who to those, up to the first."""
    seen = {one.id}
    at: Person | None = one
    while at:
        row = connection.execute(INTRODUCER, {"id": at.id}).fetchone()
        at = person(*row) if row and row[0] not in seen else None
        if at:
            seen.add(at.id)
            yield at


def said_no(connection: Book) -> dict[int, list[SaidNo]]:
    """What those who are kept said no to, by their ids, the last one last."""
    found: dict[int, list[SaidNo]] = defaultdict(list)
    for id_, on, leads_to in connection.execute(SAID_NO):
        found[id_].append(SaidNo(known_day(on), leads_to))
    return dict(found)


def last_no(connection: Book) -> dict[int, date]:
    """The days of the last no of those who are kept, by their ids."""
    return {id_: known_day(on) for id_, on, _ in connection.execute(SAID_NO)}


def is_active(connection: Book, contact_id: int) -> bool:
    """Whether somebody is there and not archived."""
    return connection.execute(ACTIVE, {"id": contact_id}).fetchone() is not None


def _leads(connection: Book, which: str, binds: dict[str, Any] | None = None) -> list[Lead]:
    asked = binds or {}
    rows: list[tuple[Any, ...]] = connection.execute(LEADS.format(which=which), asked).fetchall()
    if not may_hold(connection, rows):
        return []
    asks = {
        (owner, whose): tuple(days)
        for owner, whose, *days in connection.execute(ASKS.format(which=which), asked)
    }
    steps: dict[int, list[Step]] = defaultdict(list)
    for owner, *row in connection.execute(STEPS.format(which=which), asked):
        step = _step(owner, row)
        ask = asks.get((owner, step.contact.id)) if step.contact else None
        is_ahead = step.state == "waiting" and not step.dropped_on
        steps[owner].append(_joined(step, *ask) if ask and is_ahead else step)
    stages: dict[int, list[StageReached]] = defaultdict(list)
    for owner, stage, on, text in connection.execute(STAGES.format(which=which), asked):
        stages[owner].append(StageReached(stage, known_day(on), text))
    return [
        _lead(
            row,
            tuple(dated(gone_around(steps[row[0]]), _again(stages[row[0]]))),
            tuple(stages[row[0]]),
        )
        for row in rows
    ]


def _again(stages: Sequence[StageReached]) -> date:
    """Since when a lead that was over goes on; of one that never was, long ago."""
    if len(stages) < 2:
        return date.min
    over = {"dropped", *ENDINGS, *settings().endings}
    after = pairwise(stages)
    return max((now.on for before, now in after if before.stage in over), default=date.min)


def _step(lead_id: int, row: Sequence[Any]) -> Step:
    (
        id_, uid, number, contact_id, name, text, state, opened_on, due_on, asked_on, done_on,
        broken_on, dropped_on, snoozed_until, snoozed_why, snoozes,
    ) = row  # fmt: skip
    return Step(
        id=id_,
        ref=f"{ref('l', lead_id)}.{number}",
        uid=uid,
        number=number,
        contact=person(contact_id, name) if contact_id is not None else None,
        text=text,
        state=state,
        opened_on=known_day(opened_on),
        since=None,
        by=day(due_on),
        asked_on=day(asked_on),
        done_on=day(done_on),
        broken_on=day(broken_on),
        dropped_on=day(dropped_on),
        snoozed_until=day(snoozed_until),
        snoozed_why=snoozed_why,
        snoozes=snoozes,
    )


def _joined(step: Step, opened_on: str, due_on: str | None, done_on: str | None) -> Step:
    """A step whose ask was noted, and not joined to it, as older versions left it."""
    if done_on:
        return step._replace(state="done", done_on=known_day(done_on))
    return step._replace(state="asked", asked_on=known_day(opened_on), by=day(due_on) or step.by)


def _lead(row: tuple[Any, ...], steps: tuple[Step, ...], stages: tuple[StageReached, ...]) -> Lead:
    (
        id_, uid, title, organization, source, goal_id, goal, stage, ended, opened_on, closed_on,
        outcome, created_at, updated_at, kept_id, kept,
    ) = row  # fmt: skip
    return Lead(
        id=id_,
        ref=ref("l", id_),
        uid=uid,
        title=title,
        organization=organization,
        source=source,
        goal=GoalBrief(goal_id, ref("g", goal_id), goal) if goal_id is not None else None,
        stage=stage,
        state=ended or "open",
        opened_on=known_day(opened_on),
        closed_on=day(closed_on),
        outcome=outcome,
        steps=steps if not closed_on else tuple(step._replace(since=None) for step in steps),
        stages=stages,
        created_at=created_at,
        updated_at=updated_at,
        kept=person(kept_id, kept) if kept_id is not None else None,
    )
