"""What stats are counted from beside touches: who is new, bills, chains; each asked once."""

from collections import defaultdict
from datetime import date

from netlog import clock
from netlog.named import NamedTuple
from netlog.records.people import person
from netlog.records.stats import Brought, CadenceHealth
from netlog.store.connect import Book
from netlog.store.reads.values import ABOUT_THEN, day, known_day
from netlog.typed import Final

Binds = dict[str, str]
# As much of an instant as says its minute.
MINUTE: Final = 16

# Those of one minute are of one day.
NEW = f"""
SELECT substr(day, 1, 7), sum(number) FROM (
  SELECT local_day(min(created_at)) AS day, count(*) AS number FROM contact
  WHERE created_at {ABOUT_THEN} GROUP BY substr(created_at, 1, 16)) AS begun
WHERE day BETWEEN :first AND :last GROUP BY 1
"""
PAID = """
SELECT substr(happened_on, 1, 7), count(*) FROM meeting
WHERE paid_by = 'me' AND happened_on BETWEEN :first AND :last GROUP BY 1
"""
CADENCE = """
SELECT count(*) FILTER (WHERE late <= 0), count(*) FILTER (WHERE late > 0 AND late <= every_days),
       count(*) FILTER (WHERE late > every_days)
FROM (SELECT julianday(:today) - julianday(next_due_on) AS late, every_days FROM contact
      WHERE archived_at IS NULL AND every_days > 0 AND next_due_on IS NOT NULL) AS meant
"""
BROUGHT = f"""
SELECT v.id, v.name, c.id, c.name, c.met_on, c.created_at
FROM contact c JOIN contact v ON v.id = c.introduced_by_id
WHERE c.introduced_by_id IS NOT NULL AND coalesce(c.met_on, c.created_at) {ABOUT_THEN}
"""
LEADS = """
SELECT id, CASE WHEN closed_on <= :last THEN ended END FROM lead
WHERE opened_on BETWEEN :first AND :last
"""
STAGES = """
SELECT l.id, s.stage FROM lead l JOIN lead_stage s ON s.lead_id = l.id
WHERE l.opened_on BETWEEN :first AND :last AND s.reached_on <= :last
"""
STEPS = """
SELECT lead_id, opened_on, asked_on, done_on FROM lead_step ORDER BY lead_id, position, number
"""
ASKS = """
SELECT count(*), count(*) FILTER (WHERE done_on <= :last AND dropped_on IS NULL) FROM favor
WHERE asked = 1 AND opened_on BETWEEN :first AND :last
"""


class LeadFacts(NamedTuple):
    """Leads that were opened in that time: how each ended in it, and the stages that it reached."""

    ended: dict[int, str | None]
    reached: dict[int, set[str]]


def _binds(first: date, last: date) -> Binds:
    return {"first": first.isoformat(), "last": last.isoformat()}


def new(connection: Book, first: date, last: date) -> dict[str, int]:
    """How many people were added in each month."""
    return dict(connection.execute(NEW, _binds(first, last)))


def paid(connection: Book, first: date, last: date) -> dict[str, int]:
    """How many bills you paid in each month."""
    return dict(connection.execute(PAID, _binds(first, last)))


def cadence(connection: Book, today: date) -> CadenceHealth:
    """Of those with a cadence: in time, late, and silent for a whole cadence more."""
    return CadenceHealth(*connection.execute(CADENCE, {"today": today.isoformat()}).fetchone())


def brought(
    connection: Book, first: date, last: date, most: int
) -> tuple[tuple[Brought, ...], int]:
    """Who led you to whom in that time, the one with most first, so many; and to how many all did.

    Those of one minute are of one day: there are fewer minutes than people.
    """
    found: dict[tuple[int, str], list[tuple[str, int, str]]] = defaultdict(list)
    days: dict[str, str] = {}
    span = _binds(first, last)
    for via, name, id_, called, met_on, created_at in connection.execute(BROUGHT, span):
        on = met_on or days.get(created_at[:MINUTE])
        if on is None:
            on = days[created_at[:MINUTE]] = clock.day_of(created_at).isoformat()
        if span["first"] <= on <= span["last"]:
            found[via, name].append((on, id_, called))
    ranked = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    several = tuple(
        Brought(person(*whom), tuple(person(*one[1:]) for one in sorted(people)))
        for whom, people in ranked[:most]
    )
    return several, sum(map(len, found.values()))


def leads(connection: Book, first: date, last: date) -> LeadFacts:
    """The leads that were opened in that time."""
    binds = _binds(first, last)
    reached: dict[int, set[str]] = defaultdict(set)
    for id_, stage in connection.execute(STAGES, binds):
        reached[id_].add(stage)
    return LeadFacts(dict(connection.execute(LEADS, binds)), reached)


def hops(connection: Book, first: date, last: date) -> list[int]:
    """How many days each step took that was done in that time.

    From when it was asked, else from when it came to be the current one.
    """
    found = []
    before: dict[int, date] = {}
    for lead_id, opened_on, asked_on, done_on in connection.execute(STEPS):
        done = day(done_on)
        if done is None:
            continue
        began = day(asked_on) or max(known_day(opened_on), before.get(lead_id, date.min))
        if first <= done <= last:
            found.append(max((done - began).days, 0))
        before[lead_id] = done
    return found


def asks(connection: Book, first: date, last: date) -> tuple[int, int]:
    """How many asks were made in that time, and how many of them were answered by its end."""
    made, answered = connection.execute(ASKS, _binds(first, last)).fetchone()
    return made, answered
