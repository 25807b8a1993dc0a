"""Contacts in full, one or many."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from netlog.records.contacts import Contact, Method, PeopleFilter, Slice
from netlog.records.people import person
from netlog.records.refs import ref
from netlog.store.reads import filters
from netlog.store.reads.values import day

CONTACTS = """
SELECT c.id, c.uid, c.name, c.nickname, c.organization, c.title, c.city, c.birthday, c.how_met,
       c.met_on, c.introduced_by_id, v.name, c.every_days, c.every_from, c.last_touch_on,
       c.next_due_on, c.snoozed_until, c.snoozed_why, c.snoozes, c.remind_on, c.remind_why,
       c.archived_at, c.notes, c.created_at, c.updated_at
FROM contact c LEFT JOIN contact v ON v.id = c.introduced_by_id
WHERE {who}
ORDER BY {order}
LIMIT :limit OFFSET :offset
"""
# What is not known stands last, in whichever direction.
ORDERS = {
    "name": "c.name_key {up}, c.id {up}",
    "due": "c.next_due_on IS NULL, c.next_due_on {up}, c.name_key, c.id",
    "last": "c.last_touch_on IS NULL, c.last_touch_on {down}, c.name_key, c.id",
    "added": "c.created_at {down}, c.id {down}",
    "touches": """(
        SELECT count(*) FROM meeting_contact p JOIN meeting m ON m.id = p.meeting_id
        WHERE p.contact_id = c.id AND m.kind <> 'note') {down}, c.name_key, c.id""",
}
COUNT = "SELECT count(*) FROM contact c WHERE {who}"

CIRCLES = "SELECT contact_id, circle FROM contact_circle WHERE {whose} ORDER BY id"
TAGS = "SELECT contact_id, tag FROM contact_tag WHERE {whose} ORDER BY tag"
METHODS = """
SELECT contact_id, kind, label, value, preferred FROM contact_method WHERE {whose} ORDER BY id
"""
FIELDS = 'SELECT contact_id, "key", value FROM contact_field WHERE {whose} ORDER BY "key"'

FIELD_KEYS = 'SELECT DISTINCT "key" FROM contact_field ORDER BY "key"'
ID_TO_UID = "SELECT uid FROM contact WHERE id = :id"
UID_TO_ID = "SELECT id FROM contact WHERE uid = :uid"
IDS_BY_METHOD = """
SELECT DISTINCT contact_id FROM contact_method WHERE kind = :kind AND normal = :normal
"""

# Past this many, reading a whole side table is cheaper than asking for each contact's part.
FEW = 200

Owned = dict[int, list[Any]]


def contact(connection: sqlite3.Connection, contact_id: int) -> Contact | None:
    """The contact with that id, None when there is none."""
    found = _contacts(connection, "c.id = :id", {"id": contact_id}, Slice())
    return found[0] if found else None


def contacts(
    connection: sqlite3.Connection, people: PeopleFilter, part: Slice = Slice()
) -> list[Contact]:
    """That part of those people."""
    who, binds = filters.condition(connection, people)
    return _contacts(connection, who, binds, part)


def contacts_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> list[Contact]:
    """The contacts with these ids, in that order; who is not there is left out."""
    if len(ids) > FEW:
        everybody = _contacts(connection, "1 = 1", {}, Slice())
        found = {one.id: one for one in everybody}
        return [found[id_] for id_ in ids if id_ in found]
    return [one for id_ in ids if (one := contact(connection, id_))]


def number(connection: sqlite3.Connection, people: PeopleFilter) -> int:
    """How many there are of those people."""
    who, binds = filters.condition(connection, people)
    found: int = connection.execute(COUNT.format(who=who), binds).fetchone()[0]
    return found


def field_keys(connection: sqlite3.Connection) -> list[str]:
    """The names of the custom fields in use."""
    return [key for (key,) in connection.execute(FIELD_KEYS)]


def id_of_uid(connection: sqlite3.Connection, uid: str) -> int | None:
    """The id of the contact with that uid."""
    row = connection.execute(UID_TO_ID, {"uid": uid}).fetchone()
    return row and int(row[0])


def uid_of_id(connection: sqlite3.Connection, contact_id: int) -> str | None:
    """The uid of the contact with that id."""
    row = connection.execute(ID_TO_UID, {"id": contact_id}).fetchone()
    return row and str(row[0])


def ids_by_method(connection: sqlite3.Connection, kind: str, normal: str) -> list[int]:
    """Who has a method with that normal form."""
    return [id_ for (id_,) in connection.execute(IDS_BY_METHOD, {"kind": kind, "normal": normal})]


def _contacts(
    connection: sqlite3.Connection,
    who: str,
    binds: dict[str, Any],
    part: Slice,
) -> list[Contact]:
    up, down = ("DESC", "ASC") if part.reverse else ("ASC", "DESC")
    sql = CONTACTS.format(who=who, order=ORDERS[part.order].format(up=up, down=down))
    limit = -1 if part.limit is None else part.limit
    binds = {**binds, "limit": limit, "offset": part.offset}
    rows = connection.execute(sql, binds).fetchall()
    ids = [row[0] for row in rows]
    circles, tags, methods, fields = (
        owned(connection, sql, ids) for sql in (CIRCLES, TAGS, METHODS, FIELDS)
    )
    return [
        _contact(
            row,
            tuple(circle for (circle,) in circles[row[0]]),
            tuple(tag for (tag,) in tags[row[0]]),
            tuple(
                Method(kind, label, value, preferred == 1)
                for kind, label, value, preferred in methods[row[0]]
            ),
            dict(fields[row[0]]),
        )
        for row in rows
    ]


def owned(connection: sqlite3.Connection, sql: str, ids: Sequence[int]) -> Owned:
    """The rows of a side table by contact, without their contact_id."""
    found: Owned = defaultdict(list)
    for contact_id, *rest in _side_rows(connection, sql, ids):
        found[contact_id].append(rest)
    return found


def _side_rows(connection: sqlite3.Connection, sql: str, ids: Sequence[int]) -> Iterable[Any]:
    if len(ids) > FEW:
        yield from connection.execute(sql.format(whose="1 = 1"))
        return
    for id_ in ids:
        yield from connection.execute(sql.format(whose="contact_id = :id"), {"id": id_})


def _contact(
    row: tuple[Any, ...],
    circles: tuple[str, ...],
    tags: tuple[str, ...],
    methods: tuple[Method, ...],
    fields: dict[str, str],
) -> Contact:
    (
        id_, uid, name, nickname, organization, title, city, birthday, how_met, met_on,
        via_id, via_name, every_days, every_from, last_touch_on, next_due_on, snoozed_until,
        snoozed_why, snoozes, remind_on, remind_why, archived_at, notes, created_at,
        updated_at,
    ) = row  # fmt: skip
    return Contact(
        id=id_,
        ref=ref("c", id_),
        uid=uid,
        name=name,
        nickname=nickname,
        organization=organization,
        title=title,
        city=city,
        birthday=birthday,
        how_met=how_met,
        met_on=day(met_on),
        introduced_by=None if via_id is None else person(via_id, via_name),
        circles=circles,
        tags=tags,
        methods=methods,
        cadence_days=every_days or None,
        cadence_from=every_from,
        last_touch_on=day(last_touch_on),
        next_due_on=day(next_due_on),
        snoozed_until=day(snoozed_until),
        snoozed_why=snoozed_why,
        snoozes=snoozes,
        remind_on=day(remind_on),
        remind_why=remind_why,
        archived=archived_at is not None,
        fields=fields,
        notes=notes,
        created_at=created_at,
        updated_at=updated_at,
    )
