"""Cadence rules, and the facts from which derived columns are judged."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from netlog.records.cadence import CadenceRule, ContactFacts, LabelledDays
from netlog.store.connect import Book
from netlog.store.reads.values import day

RULES = "SELECT id, uid, scope, label, days FROM cadence_rule ORDER BY scope, label"

FACTS = """
SELECT c.id, c.name, c.nickname, c.birthday, c.archived_at, c.cadence_days, c.created_at,
       c.met_on, c.first_on, c.snoozed_until, c.snoozed_on, c.remind_on,
       (SELECT max(day) FROM (
          SELECT max(m.happened_on) AS day
          FROM meeting_contact mc JOIN meeting m ON m.id = mc.meeting_id
          WHERE mc.contact_id = c.id AND m.kind <> 'note'
          UNION ALL
          SELECT max(sent_on) FROM thanks WHERE contact_id = c.id
          UNION ALL
          SELECT max(done_on) FROM favor WHERE contact_id = c.id
          UNION ALL
          SELECT max(told_on) FROM favor WHERE contact_id = c.id
          UNION ALL
          SELECT max(told_on) FROM favor_told WHERE contact_id = c.id
          UNION ALL
          SELECT max(opened_on) FROM favor WHERE contact_id = c.id AND asked = 1
       ) AS acts) AS last_touch_on,
       (SELECT max(closed_on) FROM lead WHERE kept_id = c.id AND ended = 'declined')
FROM contact c
"""
OTHER_NAMES = "SELECT contact_id, value FROM contact_name ORDER BY contact_id, kind, id"
OTHER_NAMES_OF_ONE = """
SELECT contact_id, value FROM contact_name WHERE contact_id = :id ORDER BY kind, id
"""
FACTS_OF_ONE = FACTS + "WHERE c.id = :id"

TAG_DAYS = """
SELECT t.contact_id, t.tag AS label, r.days
FROM contact_tag t JOIN cadence_rule r ON r.scope = 'tag' AND r.label = t.tag
"""
TAG_DAYS_OF_ONE = TAG_DAYS + "WHERE t.contact_id = :id"

CIRCLE_DAYS = """
SELECT t.contact_id, t.circle AS label, r.days
FROM contact_circle t JOIN cadence_rule r ON r.scope = 'circle' AND r.label = t.circle
"""
CIRCLE_DAYS_OF_ONE = CIRCLE_DAYS + "WHERE t.contact_id = :id"

EVERYBODYS = (FACTS, OTHER_NAMES, TAG_DAYS, CIRCLE_DAYS)
ONES = (FACTS_OF_ONE, OTHER_NAMES_OF_ONE, TAG_DAYS_OF_ONE, CIRCLE_DAYS_OF_ONE)

DEFAULT_DAYS = "SELECT days FROM cadence_rule WHERE scope = 'default'"


def rules(connection: Book) -> list[CadenceRule]:
    """The rules that were set, by scope and label."""
    return [
        CadenceRule(id_, None, uid, scope, label or None, days or None)
        for id_, uid, scope, label, days in connection.execute(RULES)
    ]


def facts(connection: Book, contact_id: int | None = None) -> Iterator[ContactFacts]:
    """What the derived columns follow from, for one contact or for all."""
    binds = {"id": contact_id}
    sql, names, tags, circles = EVERYBODYS if contact_id is None else ONES
    other_names = defaultdict(list)
    for owner, value in connection.execute(names, binds):
        other_names[owner].append(value)
    tag_days = _labelled(connection, tags, binds, "tag")
    circle_days = _labelled(connection, circles, binds, "circle")
    default = connection.execute(DEFAULT_DAYS).fetchone()
    for row in connection.execute(sql, binds).fetchall():
        (
            id_, name, nickname, birthday, archived_at, own, created_at, met_on, first_on, snoozed,
            snoozed_on, remind, last, said_no_on,
        ) = row  # fmt: skip
        yield ContactFacts(
            id=id_,
            name=name,
            nickname=nickname,
            other_names=tuple(other_names.get(id_, ())),
            birthday=birthday,
            archived=archived_at is not None,
            cadence_days=own,
            tag_days=tuple(tag_days.get(id_, ())),
            circle_days=tuple(circle_days.get(id_, ())),
            default_days=default and default[0],
            # In UTC, or what is derived from it would be another day in another zone.
            added_on=date.fromisoformat(created_at[:10]),
            met_on=day(met_on),
            first_on=day(first_on),
            last_touch_on=day(last),
            snoozed_until=day(snoozed),
            snoozed_on=day(snoozed_on),
            remind_on=day(remind),
            said_no_on=day(said_no_on),
        )


def _labelled(
    connection: Book, sql: str, binds: dict[str, int | None], scope: str
) -> dict[int, list[LabelledDays]]:
    found: dict[int, list[LabelledDays]] = defaultdict(list)
    for contact_id, label, days in connection.execute(sql, binds):
        found[contact_id].append(LabelledDays(f"{scope} {label}", days))
    return found
