"""Who led to whom, as stored, and whom you brought together."""

from collections import defaultdict

from netlog.records.network import Link, ThanksTo, Together
from netlog.records.people import person
from netlog.records.refs import ref
from netlog.store.connect import Book
from netlog.store.reads.values import day, known_day

_IN_IT = """
c.introduced_by_id IS NOT NULL
   OR c.id IN (SELECT introduced_by_id FROM contact WHERE introduced_by_id IS NOT NULL)
   OR c.id IN (SELECT contact_id FROM favor WHERE introduced_id > 0 AND done_on IS NOT NULL)
"""
LINKS = f"""
SELECT c.id, c.name, c.introduced_by_id, c.organization,
       CASE WHEN c.met_on < local_day(c.created_at) THEN c.met_on
            ELSE local_day(c.created_at) END, c.last_touch_on,
       (SELECT count(*) FROM meeting_contact mc WHERE mc.contact_id = c.id)
FROM contact c WHERE {_IN_IT} ORDER BY c.id
"""
NICKNAMES = f"""
SELECT c.id, c.nickname FROM contact c WHERE c.nickname <> '' AND ({_IN_IT})
UNION ALL
SELECT l.contact_id, l.value FROM contact_name l JOIN contact c ON c.id = l.contact_id
WHERE l.kind = 'nickname' AND ({_IN_IT})
"""
CIRCLES = f"""
SELECT l.contact_id, l.circle FROM contact_circle l JOIN contact c ON c.id = l.contact_id
WHERE {_IN_IT} ORDER BY l.id
"""
TAGS = f"""
SELECT l.contact_id, l.tag FROM contact_tag l JOIN contact c ON c.id = l.contact_id
WHERE {_IN_IT} ORDER BY l.tag, l.contact_id
"""
# The best last: what landed, else what goes on, else what is over.
LEADS = f"""
SELECT c.id, coalesce(l.organization, l.title) || ': ' || l.stage
FROM lead_step s JOIN lead l ON l.id = s.lead_id JOIN contact c ON c.id = s.contact_id
WHERE (l.ended IS NULL OR l.ended <> 'dropped') AND s.state <> 'broken' AND ({_IN_IT})
ORDER BY coalesce(l.ended, '') = 'landed', l.ended IS NULL, l.opened_on, l.id
"""
OUTCOMES = f"""
SELECT c.id, f.outcome FROM favor f JOIN contact c ON c.id = f.contact_id
WHERE f.direction = 'to_me' AND (f.done_on IS NOT NULL OR f.dropped_on IS NULL)
  AND f.outcome IS NOT NULL AND ({_IN_IT})
ORDER BY f.outcome_on, f.id
"""
VIA = "SELECT introduced_by_id FROM contact WHERE id = :id"
_LED = "SELECT introduced_by_id FROM contact WHERE introduced_by_id IS NOT NULL"
# Thanks to those who led you to somebody, and news that were told them of what it led to.
THANKS = f"""
SELECT t.contact_id, t.id, t.opened_on, t.sent_on, f.text, t.meeting_id, lf.lead_id,
       CASE WHEN t.meeting_id IS NULL AND t.favor_id IS NULL THEN 1 ELSE 0 END
FROM thanks t LEFT JOIN favor f ON f.id = t.favor_id LEFT JOIN lead_favor lf ON lf.favor_id = f.id
WHERE t.dropped_on IS NULL AND t.contact_id IN ({_LED})
UNION ALL
SELECT f.contact_id, 0, f.outcome_on, f.told_on, f.text, NULL, lf.lead_id, 0
FROM favor f JOIN lead_favor lf ON lf.favor_id = f.id
WHERE f.told_on IS NOT NULL AND f.outcome_on IS NOT NULL AND f.direction = 'to_me'
  AND f.contact_id IN ({_LED})
"""
THERE = f"""
SELECT mc.meeting_id, mc.contact_id FROM meeting_contact mc
WHERE mc.meeting_id IN (SELECT meeting_id FROM thanks WHERE contact_id IN ({_LED}))
"""
ON_THE_WAY = "SELECT lead_id, contact_id FROM lead_step WHERE contact_id IS NOT NULL"
# Both have a record of it: that of the first of the two is told.
TOGETHER = """
SELECT f.id, c.id, c.name, o.id, o.name, f.done_on,
       coalesce(f.outcome, (SELECT g.outcome FROM favor g WHERE g.contact_id = f.introduced_id
                            AND g.introduced_id = f.contact_id AND g.done_on = f.done_on
                            AND g.outcome IS NOT NULL ORDER BY g.id LIMIT 1))
FROM favor f JOIN contact c ON c.id = f.contact_id JOIN contact o ON o.id = f.introduced_id
WHERE f.introduced_id IS NOT NULL AND f.contact_id < f.introduced_id AND f.done_on IS NOT NULL
ORDER BY f.done_on, f.id
"""


def via(connection: Book, contact_id: int) -> int | None:
    """The id of who led to somebody; None for nobody, also where they are not there."""
    row = connection.execute(VIA, {"id": contact_id}).fetchone()
    return row[0] if row else None


def links(connection: Book) -> list[Link]:
    """Everybody who was led to you, led you to somebody, or was brought together, by id."""
    circles: dict[int, list[str]] = defaultdict(list)
    tags: dict[int, list[str]] = defaultdict(list)
    nicknames: dict[int, list[str]] = defaultdict(list)
    for found, sql in ((circles, CIRCLES), (tags, TAGS), (nicknames, NICKNAMES)):
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
            tuple(nicknames[id_]),
        )
        for id_, name, via, organization, known_on, touched, meetings in connection.execute(LINKS)
    ]


def thanks(connection: Book) -> dict[int, list[ThanksTo]]:
    """The thanks to each of those who led you to somebody, sent or owed, by their ids."""
    there: dict[int, set[int]] = defaultdict(set)
    way: dict[int, set[int]] = defaultdict(set)
    for people, sql in ((there, THERE), (way, ON_THE_WAY)):
        for owner, contact_id in connection.execute(sql):
            people[owner].add(contact_id)
    found: dict[int, list[ThanksTo]] = defaultdict(list)
    for row in connection.execute(THANKS):
        contact_id, id_, opened_on, sent_on, said, meeting_id, lead_id, is_bare = row
        concerns = None if is_bare else frozenset(there[meeting_id] | way[lead_id])
        one = ThanksTo(ref("t", id_), known_day(opened_on), day(sent_on), said, concerns)
        found[contact_id].append(one)
    return dict(found)


def together(connection: Book) -> list[Together]:
    """Whom you brought together, the first ones first."""
    return [
        Together(ref("f", id_), person(one, name), person(other, others), known_day(on), outcome)
        for id_, one, name, other, others, on, outcome in connection.execute(TOGETHER)
    ]
