"""Who led to whom, as stored, and whom you brought together."""

import sqlite3
from collections import defaultdict
from datetime import date

from netlog.records.network import Link, Together
from netlog.records.people import person
from netlog.records.refs import ref
from netlog.store.reads.values import day, known_day

_IN_IT = """
c.introduced_by_id IS NOT NULL
   OR c.id IN (SELECT introduced_by_id FROM contact WHERE introduced_by_id IS NOT NULL)
"""
LINKS = f"""
SELECT c.id, c.name, c.introduced_by_id, c.organization,
       min(coalesce(c.met_on, '9999'), substr(c.created_at, 1, 10)), c.last_touch_on,
       (SELECT count(*) FROM meeting_contact mc WHERE mc.contact_id = c.id)
FROM contact c WHERE {_IN_IT} ORDER BY c.id
"""
CIRCLES = f"""
SELECT l.contact_id, l.circle FROM contact_circle l JOIN contact c ON c.id = l.contact_id
WHERE {_IN_IT} ORDER BY l.id
"""
TAGS = f"""
SELECT l.contact_id, l.tag FROM contact_tag l JOIN contact c ON c.id = l.contact_id
WHERE {_IN_IT} ORDER BY l.tag
"""
# The best last: what landed, else what goes on, else what is over.
LEADS = f"""
SELECT c.id, coalesce(l.organization, l.title) || ': ' || l.stage
FROM lead_step s JOIN lead l ON l.id = s.lead_id JOIN contact c ON c.id = s.contact_id
WHERE (l.ended IS NULL OR l.ended <> 'dropped') AND s.state <> 'broken' AND ({_IN_IT})
ORDER BY coalesce(l.ended = 'landed', 0), l.ended IS NULL, l.opened_on, l.id
"""
OUTCOMES = f"""
SELECT c.id, f.outcome FROM favor f JOIN contact c ON c.id = f.contact_id
WHERE f.direction = 'to_me' AND f.done_on IS NOT NULL AND f.outcome IS NOT NULL AND ({_IN_IT})
ORDER BY f.outcome_on, f.id
"""
THANKED = """
SELECT t.contact_id, max(t.sent_on) FROM thanks t
WHERE t.sent_on IS NOT NULL
  AND t.contact_id IN (SELECT introduced_by_id FROM contact WHERE introduced_by_id IS NOT NULL)
GROUP BY t.contact_id
"""
# Both have a record of it: that of the first of the two is told.
TOGETHER = """
SELECT f.id, c.id, c.name, o.id, o.name, f.done_on, f.outcome
FROM favor f JOIN contact c ON c.id = f.contact_id JOIN contact o ON o.id = f.introduced_id
WHERE f.introduced_id IS NOT NULL AND f.contact_id < f.introduced_id AND f.done_on IS NOT NULL
ORDER BY f.done_on, f.id
"""


def links(connection: sqlite3.Connection) -> list[Link]:
    """Everybody who was led to you, or led you to somebody, by id."""
    circles: dict[int, list[str]] = defaultdict(list)
    tags: dict[int, list[str]] = defaultdict(list)
    for found, sql in ((circles, CIRCLES), (tags, TAGS)):
        for owner, label in connection.execute(sql):
            found[owner].append(label)
    became = dict(connection.execute(OUTCOMES)) | dict(connection.execute(LEADS))
    return [
        Link(
            person(id_, name),
            via,
            organization,
            known_day(known_on),
            day(touched),
            meetings,
            tuple(circles[id_]),
            tuple(tags[id_]),
            became.get(id_),
        )
        for id_, name, via, organization, known_on, touched, meetings in connection.execute(LINKS)
    ]


def thanked(connection: sqlite3.Connection) -> dict[int, date]:
    """The last day on which each of those who led you to somebody was thanked."""
    return {id_: known_day(on) for id_, on in connection.execute(THANKED)}


def together(connection: sqlite3.Connection) -> list[Together]:
    """Whom you brought together, the first ones first."""
    return [
        Together(ref("f", id_), person(one, name), person(other, others), known_day(on), outcome)
        for id_, one, name, other, others, on, outcome in connection.execute(TOGETHER)
    ]
