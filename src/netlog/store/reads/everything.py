"""All that the book holds, as objects of netlog's own JSON, one by one and in the order of ids.

Lists and the ids of their rows are in one order, so that what is read back can be the same rows.
"""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from netlog.records.contacts import Contact
from netlog.records.exporting import Object
from netlog.records.refs import ref
from netlog.store.reads.contacts import owned, stored

# In the order in which `reads.contacts.PARTS` lists them.
ROWS = {
    "circles": "SELECT contact_id, id FROM contact_circle WHERE {whose} ORDER BY id",
    "tags": "SELECT contact_id, id FROM contact_tag WHERE {whose} ORDER BY tag",
    "methods": "SELECT contact_id, id FROM contact_method WHERE {whose} ORDER BY id",
    "fields": 'SELECT contact_id, id FROM contact_field WHERE {whose} ORDER BY "key"',
    "jobs": "SELECT contact_id, id FROM contact_job WHERE {whose} ORDER BY id",
    "kept": "SELECT contact_id, id FROM contact_kept WHERE {whose} ORDER BY id",
    "uids": "SELECT contact_id, id FROM contact_uid WHERE {whose} ORDER BY id",
}
DAYS = ("met_on", "last_touch_on", "next_due_on", "snoozed_until", "remind_on")
# Columns that no other form of a contact tells.
BESIDE = ("birthday_done_on", "archived_at", "snoozed_on", "first_on")

MEETINGS = """
SELECT m.id, m.uid, m.happened_on, m.kind, m.text, m.place, m.asked, m.invited_by, m.paid_by,
       m.created_at, m.updated_at, p.id, p.contact_id, c.uid, c.name
FROM meeting m
LEFT JOIN meeting_contact p ON p.meeting_id = m.id
LEFT JOIN contact c ON c.id = p.contact_id
ORDER BY m.id, p.id
"""
FAVORS = """
SELECT f.id, f.uid, f.contact_id, c.uid, c.name, f.meeting_id, m.uid, m.kind, m.happened_on,
       f.direction, f.text, f.asked, f.opened_on, f.due_on, f.done_on, f.dropped_on,
       f.dropped_why, f.outcome, f.outcome_on, f.told_on, f.snoozed_until, f.snoozed_why,
       f.snoozes, f.created_at, f.updated_at
FROM favor f JOIN contact c ON c.id = f.contact_id LEFT JOIN meeting m ON m.id = f.meeting_id
ORDER BY f.id
"""
FAVOR_KEYS = (
    *("direction", "text", "asked", "opened_on", "due_on", "done_on", "dropped_on"),
    *("dropped_why", "outcome", "outcome_on", "told_on", "snoozed_until", "snoozed_why"),
    *("snoozes", "created_at", "updated_at"),
)
THANKS = """
SELECT t.id, t.uid, t.contact_id, c.uid, c.name, t.meeting_id, m.uid, m.kind, m.happened_on,
       t.favor_id, f.uid, f.text, t.opened_on, t.due_on, t.sent_on, t.how, t.dropped_on,
       t.dropped_why, t.snoozed_until, t.snoozed_why, t.snoozes, t.created_at, t.updated_at
FROM thanks t JOIN contact c ON c.id = t.contact_id
LEFT JOIN meeting m ON m.id = t.meeting_id LEFT JOIN favor f ON f.id = t.favor_id
ORDER BY t.id
"""
THANKS_KEYS = (
    *("opened_on", "due_on", "sent_on", "how", "dropped_on", "dropped_why", "snoozed_until"),
    *("snoozed_why", "snoozes", "created_at", "updated_at"),
)
RULES = "SELECT id, uid, scope, label, days, created_at, updated_at FROM cadence_rule ORDER BY id"
ANSWERS = """
SELECT n.id, n.contact_id, a.uid, a.name, n.other_id, b.uid, b.name
FROM not_duplicate n JOIN contact a ON a.id = n.contact_id JOIN contact b ON b.id = n.other_id
ORDER BY n.id
"""


def contacts(connection: sqlite3.Connection, chosen: Sequence[Contact]) -> Iterator[Object]:
    """The contacts with all that belongs to them."""
    ids = [contact.id for contact in chosen]
    rows = {name: owned(connection, sql, ids) for name, sql in ROWS.items()}
    whole = {one.id: one for one in stored(connection, ids)}
    uids = {contact.id: contact.uid for contact in chosen}
    for contact in chosen:
        one = whole[contact.id]
        via = contact.introduced_by
        yield {
            **contact._asdict(),
            **{name: getattr(one, name) for name in DAYS},
            # Who does not come along is named alone: no uid would lead to them.
            "introduced_by": via and _someone(via.id, uids.get(via.id), via.name),
            "methods": [
                {
                    "kind": method.kind,
                    "label": method.label,
                    "value": method.value,
                    "preferred": method.preferred,
                    "normal": method.normal,
                }
                for method in one.methods
            ],
            **{name: getattr(one, name) for name in BESIDE},
            "jobs": [
                {"organization": organization, "title": title, "ended_on": ended_on}
                for organization, title, ended_on in one.jobs
            ],
            "kept": one.kept,
            "uids": one.uids,
            "rows": {
                name: [id_ for (id_,) in found[contact.id]]
                for name, found in rows.items()
                if contact.id in found
            },
        }


def meetings(connection: sqlite3.Connection, of: Collection[int] | None) -> Iterator[Object]:
    """The meetings with the people who were there; of some people those with one of them."""
    for (id_, uid, *said), group in groupby(connection.execute(MEETINGS), key=lambda row: row[:11]):
        there = [row[11:] for row in group if row[11] is not None]
        there = [one for one in there if of is None or one[1] in of]
        if not there and of is not None:
            continue
        *plain, created_at, updated_at = said
        keys = ("happened_on", "kind", "text", "place", "asked", "invited_by", "paid_by")
        yield {
            "id": id_,
            "ref": ref("m", id_),
            "uid": uid,
            **dict(zip(keys, plain, strict=True)),
            "contacts": [_someone(*who) for _, *who in there],
            "created_at": created_at,
            "updated_at": updated_at,
            "rows": [row_id for row_id, *_ in there],
        }


def favors(connection: sqlite3.Connection, of: Collection[int] | None) -> Iterator[Object]:
    """The favors, of some people or of all."""
    for id_, uid, *rest in connection.execute(FAVORS):
        if of is None or rest[0] in of:
            said = dict(zip(FAVOR_KEYS, rest[7:], strict=True))
            state = "dropped" if said["dropped_on"] else "done" if said["done_on"] else "open"
            yield {
                "id": id_,
                "ref": ref("f", id_),
                "uid": uid,
                "contact": _someone(*rest[:3]),
                "meeting": _meeting(*rest[3:7]),
                "direction": said.pop("direction"),
                "state": state,
                "text": said.pop("text"),
                "asked": bool(said.pop("asked")),
                **said,
            }


def thanks(connection: sqlite3.Connection, of: Collection[int] | None) -> Iterator[Object]:
    """The thanks, of some people or of all."""
    for id_, uid, *rest in connection.execute(THANKS):
        if of is None or rest[0] in of:
            favor_id, favor_uid, text = rest[7:10]
            said = dict(zip(THANKS_KEYS, rest[10:], strict=True))
            favor = {"id": favor_id, "ref": ref("f", favor_id), "uid": favor_uid, "text": text}
            state = "dropped" if said["dropped_on"] else "sent" if said["sent_on"] else "open"
            yield {
                "id": id_,
                "ref": ref("t", id_),
                "uid": uid,
                "contact": _someone(*rest[:3]),
                "meeting": _meeting(*rest[3:7]),
                "favor": favor if favor_id else None,
                "state": state,
                **said,
            }


def cadence_rules(connection: sqlite3.Connection) -> Iterator[Object]:
    """The cadence rules; cadence_days 0 means never."""
    for id_, uid, scope, label, days, created_at, updated_at in connection.execute(RULES):
        yield {
            "id": id_,
            "ref": None,
            "uid": uid,
            "scope": scope,
            "label": label or None,
            "cadence_days": days,
            "created_at": created_at,
            "updated_at": updated_at,
        }


def answers(connection: sqlite3.Connection, of: Collection[int] | None) -> Iterator[Object]:
    """The pairs of people told apart."""
    for id_, *rest in connection.execute(ANSWERS):
        if of is None or {rest[0], rest[3]} <= set(of):
            yield {"id": id_, "contact": _someone(*rest[:3]), "other": _someone(*rest[3:])}


def _someone(id_: int, uid: str | None, name: str) -> Object:
    return {"id": id_, "ref": ref("c", id_), "uid": uid, "name": name}


def _meeting(id_: int | None, uid: str, kind: str, happened_on: str) -> Object | None:
    if id_ is None:
        return None
    return {"id": id_, "ref": ref("m", id_), "uid": uid, "kind": kind, "happened_on": happened_on}
