"""Search: records whose folded words match, best first, by functions that each engine has."""

from collections.abc import Callable, Sequence
from itertools import chain

from netlog.records.people import PeopleFilter, person
from netlog.records.search import Hit, SearchFilter, Term
from netlog.store.connect import Book
from netlog.store.reads import filters, search_dates
from netlog.store.reads.search_match import match, match_people
from netlog.store.reads.values import day
from netlog.typed import Any

# A name weighs most. The days of a contact are when you met, or when you noted them.
CONTACTS = """
SELECT c.id, c.name, c.nickname, c.organization, c.title, c.city, c.how_met, c.notes, s.rank
FROM contact_search(:people, 'bm25(10, 1)') s JOIN contact c ON c.id = s.rowid
WHERE {who}
  AND (:since IS NULL OR coalesce(c.met_on, local_day(c.created_at)) >= :since)
  AND (:until IS NULL OR coalesce(c.met_on, local_day(c.created_at)) <= :until)
ORDER BY rank, c.id LIMIT :limit
"""
# A number is found by any of its digits, with or without what stands before it abroad.
PHONED = """
SELECT c.id, c.name, c.nickname, c.organization, c.title, c.city, c.how_met, c.notes, 0 AS rank
FROM contact c
WHERE c.id IN (
    SELECT contact_id FROM contact_method WHERE kind = 'phone' AND (
        instr(normal, :digits) > 0
        OR (:digits LIKE '0%' AND instr(normal, substr(:digits, 2)) > 0)
        OR (length(normal) >= 7 AND :digits LIKE '%' || ltrim(normal, '0'))))
  AND {who}
  AND (:since IS NULL OR coalesce(c.met_on, local_day(c.created_at)) >= :since)
  AND (:until IS NULL OR coalesce(c.met_on, local_day(c.created_at)) <= :until)
ORDER BY c.name_key, c.id LIMIT :limit
"""
LABELS = """
SELECT tag FROM contact_tag WHERE contact_id = :id
UNION ALL SELECT value FROM contact_name WHERE contact_id = :id
UNION ALL SELECT value || coalesce(' (' || label || ')', '') FROM contact_method
    WHERE contact_id = :id
UNION ALL SELECT "key" || ': ' || value FROM contact_field WHERE contact_id = :id
UNION ALL SELECT coalesce(word, kind) || coalesce(' ' || name, '') FROM relation
    WHERE contact_id = :id
UNION ALL SELECT label || ' ' || day FROM contact_date WHERE contact_id = :id
UNION ALL SELECT line FROM contact_kept
    WHERE contact_id = :id AND length(line) < 1000 AND line NOT LIKE 'X-NETLOG-FORM:%'
"""
# Of a word that thousands share, the latest are ranked: to rank a million takes seconds.
RANKED = 5000
MEETINGS = """
WITH latest AS (
    SELECT m.id, s.rank
    FROM meeting_search(:match) s JOIN meeting m ON m.id = s.rowid
    WHERE EXISTS (SELECT 1 FROM meeting_contact p JOIN contact c ON c.id = p.contact_id
                  WHERE p.meeting_id = m.id AND {who})
      AND (:since IS NULL OR m.happened_on >= :since)
      AND (:until IS NULL OR m.happened_on <= :until)
    ORDER BY s.rowid DESC LIMIT :ranked
)
SELECT m.id, m.kind, m.happened_on, m.text, m.place, m.asked, m.occasion, m.remind_why, l.rank
FROM latest l JOIN meeting m ON m.id = l.id
ORDER BY l.rank, m.happened_on DESC, m.id DESC LIMIT :limit
"""
PRESENT = """
SELECT c.id, c.name FROM meeting_contact p JOIN contact c ON c.id = p.contact_id
WHERE p.meeting_id = :id ORDER BY p.id
"""
PLANS = """
WITH latest AS (
    SELECT p.id, s.rank
    FROM plan_search(:match) s JOIN plan p ON p.id = s.rowid
    WHERE EXISTS (SELECT 1 FROM plan_contact pc JOIN contact c ON c.id = pc.contact_id
                  WHERE pc.plan_id = p.id AND {who})
      AND (:since IS NULL OR p.happens_on >= :since)
      AND (:until IS NULL OR p.happens_on <= :until)
    ORDER BY s.rowid DESC LIMIT :ranked
)
SELECT p.id, p.kind, p.happens_on, p.dropped_on, p.text, p.place, l.rank
FROM latest l JOIN plan p ON p.id = l.id
ORDER BY l.rank, p.happens_on DESC, p.id DESC LIMIT :limit
"""
TO_COME = """
SELECT c.id, c.name FROM plan_contact pc JOIN contact c ON c.id = pc.contact_id
WHERE pc.plan_id = :id ORDER BY pc.id
"""
FAVORS = """
WITH latest AS (
    SELECT f.id, s.rank
    FROM favor_search(:match) s JOIN favor f ON f.id = s.rowid JOIN contact c ON c.id = f.contact_id
    WHERE {who}
      AND (:since IS NULL OR f.opened_on >= :since)
      AND (:until IS NULL OR f.opened_on <= :until)
    ORDER BY s.rowid DESC LIMIT :ranked
)
SELECT f.id, c.id, c.name, f.direction, f.opened_on, f.text, f.outcome, f.asked_for,
       (SELECT group_concat(nullif(text, ''), '; ') FROM favor_told WHERE favor_id = f.id), l.rank
FROM latest l JOIN favor f ON f.id = l.id JOIN contact c ON c.id = f.contact_id
ORDER BY l.rank, f.opened_on DESC, f.id DESC LIMIT :limit
"""
ORGANIZATIONS = """
SELECT o.id, o.name, s.rank
FROM organization_search(:match) s JOIN organization o ON o.id = s.rowid
ORDER BY rank, o.id LIMIT :limit
"""
OF_ORGANIZATION = """
SELECT alias FROM organization_alias WHERE organization_id = :id
UNION ALL SELECT city FROM organization WHERE id = :id
UNION ALL SELECT value || coalesce(' (' || label || ')', '') FROM organization_method
    WHERE organization_id = :id
UNION ALL SELECT coalesce(text, kind) FROM organization_entry WHERE organization_id = :id
UNION ALL SELECT notes FROM organization WHERE id = :id
UNION ALL SELECT line FROM organization_kept
    WHERE organization_id = :id AND length(line) < 1000 AND line NOT LIKE 'X-NETLOG-FORM:%'
"""

GOALS = """
SELECT g.id, g.opened_on, g.horizon, g.text, s.rank
FROM goal_search(:match) s JOIN goal g ON g.id = s.rowid
WHERE :chosen = 0
  AND (:since IS NULL OR g.opened_on >= :since) AND (:until IS NULL OR g.opened_on <= :until)
ORDER BY rank, g.id LIMIT :limit
"""
# Of some people alone a lead is one that any of them is a step of.
LEADS = """
SELECT l.id, l.opened_on, l.stage, l.title, l.organization, l.source, l.outcome,
       (SELECT group_concat(nullif(text, ''), '; ') FROM lead_step
        WHERE lead_id = l.id AND dropped_on IS NULL),
       (SELECT group_concat(nullif(text, ''), '; ') FROM lead_stage WHERE lead_id = l.id), s.rank
FROM lead_search(:match) s JOIN lead l ON l.id = s.rowid
WHERE (:chosen = 0 OR EXISTS (
      SELECT 1 FROM lead_step t JOIN contact c ON c.id = t.contact_id
      WHERE t.lead_id = l.id AND {who}))
  AND (:since IS NULL OR l.opened_on >= :since) AND (:until IS NULL OR l.opened_on <= :until)
ORDER BY rank, l.id LIMIT :limit
"""
STEPS = """
SELECT c.id, c.name FROM lead_step t JOIN contact c ON c.id = t.contact_id
WHERE t.lead_id = :id ORDER BY t.position
"""


def search(connection: Book, terms: Sequence[Term], wanted: SearchFilter, limit: int) -> list[Hit]:
    """At most so many records of each place that have all terms, the best of each place first.

    Where more than RANKED meetings or favors match, only the latest of them are considered.
    """
    who, binds = filters.condition(connection, wanted.people)
    since, until = (day and day.isoformat() for day in (wanted.since, wanted.until))
    asked = {
        **binds,
        "terms": terms,
        "match": match(terms),
        "people": match_people(terms),
        "digits": wanted.digits,
        "since": since,
        "until": until,
        "ranked": RANKED,
        "limit": limit,
        "chosen": int(wanted.people._replace(archived=False) != PeopleFilter()),
    }
    # Where it is asked of some people or days, it is not of companies.
    of_all = wanted.people._replace(archived=False) == PeopleFilter() and not (since or until)
    places = [place for place in wanted.places if of_all or place != "organizations"]
    return [hit for place in places for hit in SEARCHED[place](connection, who, asked)]


def _contacts(connection: Book, who: str, binds: dict[str, Any]) -> list[Hit]:
    found = [connection.execute(CONTACTS.format(who=who), binds)]
    if binds["digits"]:
        found.append(connection.execute(PHONED.format(who=who), binds))
    dated = search_dates.dated(connection, who, binds, binds["terms"])
    rows: dict[int, Any] = {}
    for row in chain(*found, dated):
        rows.setdefault(row[0], row)
    return [
        Hit(
            "contact",
            id_,
            (person(id_, name),),
            None,
            ", ".join(filter(None, (title, organization))),
            (name, *filter(None, rest), *_labels(connection, id_)),
            rank,
        )
        for id_, name, *rest, rank in rows.values()
        for organization, title in ((rest[1], rest[2]),)
    ]


def _labels(connection: Book, contact_id: int) -> list[str]:
    return [text for (text,) in connection.execute(LABELS, {"id": contact_id})]


def _meetings(connection: Book, who: str, binds: dict[str, Any]) -> list[Hit]:
    rows = connection.execute(MEETINGS.format(who=who), binds).fetchall()
    return [
        Hit(
            "meeting",
            id_,
            tuple(person(*row) for row in connection.execute(PRESENT, {"id": id_})),
            day(happened_on),
            kind,
            tuple(filter(None, texts)),
            rank,
        )
        for id_, kind, happened_on, *texts, rank in rows
    ]


def _favors(connection: Book, who: str, binds: dict[str, Any]) -> list[Hit]:
    rows = connection.execute(FAVORS.format(who=who), binds).fetchall()
    return [
        Hit(
            "favor",
            id_,
            (person(contact_id, name),),
            day(opened_on),
            "for them" if direction == "to_them" else "for you",
            tuple(filter(None, texts)),
            rank,
        )
        for id_, contact_id, name, direction, opened_on, *texts, rank in rows
    ]


def _plans(connection: Book, who: str, binds: dict[str, Any]) -> list[Hit]:
    rows = connection.execute(PLANS.format(who=who), binds).fetchall()
    return [
        Hit(
            "plan",
            id_,
            tuple(person(*row) for row in connection.execute(TO_COME, {"id": id_})),
            day(happens_on),
            f"planned {kind}, dropped" if dropped_on else f"planned {kind}",
            tuple(filter(None, texts)),
            rank,
        )
        for id_, kind, happens_on, dropped_on, *texts, rank in rows
    ]


def _organizations(connection: Book, who: str, binds: dict[str, Any]) -> list[Hit]:
    """Companies, who are nobody and whose days are not theirs."""
    rows = connection.execute(ORGANIZATIONS, binds).fetchall()
    return [
        Hit("organization", id_, (), None, name, (name, *_texts(connection, id_)), rank)
        for id_, name, rank in rows
    ]


def _texts(connection: Book, company_id: int) -> list[str]:
    return [text for (text,) in connection.execute(OF_ORGANIZATION, {"id": company_id}) if text]


def _goals(connection: Book, _: str, binds: dict[str, Any]) -> list[Hit]:
    rows = connection.execute(GOALS, binds).fetchall()
    return [
        Hit("goal", id_, (), day(opened_on), f"{horizon}-term goal", (text,), rank)
        for id_, opened_on, horizon, text, rank in rows
    ]


def _leads(connection: Book, who: str, binds: dict[str, Any]) -> list[Hit]:
    rows = connection.execute(LEADS.format(who=who), binds).fetchall()
    return [
        Hit(
            "lead",
            id_,
            tuple(person(*row) for row in connection.execute(STEPS, {"id": id_})),
            day(opened_on),
            stage,
            tuple(filter(None, texts)),
            rank,
        )
        for id_, opened_on, stage, *texts, rank in rows
    ]


# By the plural of the noun, which is how a place is named.
SEARCHED: dict[str, Callable[[Book, str, dict[str, Any]], list[Hit]]] = {
    "contacts": _contacts,
    "meetings": _meetings,
    "favors": _favors,
    "plans": _plans,
    "organizations": _organizations,
    "goals": _goals,
    "leads": _leads,
}
