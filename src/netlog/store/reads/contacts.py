"""Contacts in full, one or many."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from netlog.records.contacts import (
    Beyond,
    Contact,
    Method,
    NameKind,
    NewDate,
    NewMethod,
    OtherName,
    Slice,
    StoredContact,
    YearlyDate,
)
from netlog.records.people import PeopleFilter, person
from netlog.records.refs import ref
from netlog.store.connect import Book
from netlog.store.reads import relations
from netlog.store.reads.values import ALL, day, rows_of
from netlog.typed import Any

# What belongs to a contact, in the order in which it is told.
PARTS = {
    "circles": "SELECT contact_id, circle FROM contact_circle WHERE {whose} ORDER BY id",
    "tags": "SELECT contact_id, tag FROM contact_tag WHERE {whose} ORDER BY tag, contact_id",
    "methods": """
SELECT contact_id, kind, value, normal, label, preferred
FROM contact_method WHERE {whose} ORDER BY id
""",
    "names": "SELECT contact_id, kind, value FROM contact_name WHERE {whose} ORDER BY kind, id",
    "dates": "SELECT contact_id, label, day, done_on, snoozed_until, number FROM contact_date "
    "WHERE {whose} ORDER BY id",
    "fields": 'SELECT contact_id, "key", value FROM contact_field WHERE {whose} ORDER BY "key"',
    "jobs": """
SELECT contact_id, organization, title, ended_on FROM contact_job WHERE {whose} ORDER BY id
""",
    "kept": "SELECT contact_id, line FROM contact_kept WHERE {whose} ORDER BY id",
    "uids": "SELECT contact_id, uid FROM contact_uid WHERE {whose} ORDER BY id",
    "relations": """
SELECT r.contact_id, r.id, r.kind, r.word, r.other_id, o.name, r.name
FROM relation r LEFT JOIN contact o ON o.id = r.other_id WHERE {whose} ORDER BY r.id
""",
}
OF_A_LIST = ("circles", "tags", "methods", "names", "dates", "fields")
_COLUMNS = [name for name in StoredContact._fields if name not in (*PARTS, "introduced_by")]
NAMED = f"""
SELECT {", ".join(f"c.{name}" for name in _COLUMNS)}, v.name
FROM contact c LEFT JOIN contact v ON v.id = c.introduced_by_id
WHERE {{whose}}
"""
CONTACTS = NAMED.replace("{whose}", "{who}") + "ORDER BY {order} LIMIT :limit OFFSET :offset"
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
# Each counts an index, not the rows.
COUNT_ACTIVE = """
SELECT (SELECT count(*) FROM contact)
     - (SELECT count(*) FROM contact WHERE archived_at IS NOT NULL)
"""

FIELD_KEYS = 'SELECT DISTINCT "key" FROM contact_field ORDER BY "key"'
ID_TO_UID = "SELECT uid FROM contact WHERE id = :id"
UID_TO_ID = "SELECT id FROM contact WHERE uid = :uid"
IDS_BY_METHOD = """
SELECT DISTINCT contact_id FROM contact_method WHERE kind = :kind AND normal = :normal
"""

# Past this many, reading a whole side table is cheaper than asking for each contact's part.
FEW = 200

Owned = dict[int, list[Any]]


def contact(connection: Book, contact_id: int) -> Contact | None:
    """The contact with that id, None when there is none."""
    found = _contacts(connection, "c.id = :id", {"id": contact_id}, Slice())
    return found[0] if found else None


def contacts(connection: Book, people: PeopleFilter, part: Slice = Slice()) -> list[Contact]:
    """That part of those people."""
    from netlog.store.reads import filters

    who, binds = filters.condition(connection, people)
    return _contacts(connection, who, binds, part)


def contacts_by_id(connection: Book, ids: Sequence[int]) -> list[Contact]:
    """The contacts with these ids, in that order; who is not there is left out."""
    return [_contact(one) for one in _named(connection, ids, OF_A_LIST)]


def number(connection: Book, people: PeopleFilter) -> int:
    """How many there are of those people."""
    from netlog.store.reads import filters

    who, binds = filters.condition(connection, people)
    sql = COUNT_ACTIVE if who == filters.ACTIVE else COUNT.format(who=who)
    found: int = connection.execute(sql, binds).fetchone()[0]
    return found


def field_keys(connection: Book) -> list[str]:
    """The names of the custom fields in use."""
    return [key for (key,) in connection.execute(FIELD_KEYS)]


def id_of_uid(connection: Book, uid: str) -> int | None:
    """The id of the contact with that uid."""
    row = connection.execute(UID_TO_ID, {"uid": uid}).fetchone()
    return row and int(row[0])


def uid_of_id(connection: Book, contact_id: int) -> str | None:
    """The uid of the contact with that id."""
    row = connection.execute(ID_TO_UID, {"id": contact_id}).fetchone()
    return row and str(row[0])


def ids_by_method(connection: Book, kind: str, normal: str) -> list[int]:
    """Who has a method with that normal form."""
    return [id_ for (id_,) in connection.execute(IDS_BY_METHOD, {"kind": kind, "normal": normal})]


def stored(connection: Book, ids: Sequence[int]) -> list[StoredContact]:
    """The contacts with these ids, whole and in that order; who is not there is left out."""
    return _named(connection, ids, tuple(PARTS))


def beyond(connection: Book, ids: Sequence[int]) -> Iterator[Beyond]:
    """What of those contacts no list tells, in that order, a part of them at a time."""
    for part in in_parts(ids):
        found = {name: owned(connection, PARTS[name], part) for name in Beyond._fields}
        for id_ in part:
            yield Beyond(*(_MADE[name](of.get(id_, ())) for name, of in found.items()))


def in_parts(ids: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Those of a whole book a part at a time, for what is too much to be in memory at once."""
    for at in range(0, len(ids), FEW):
        yield ids[at : at + FEW]


def _contacts(connection: Book, who: str, binds: dict[str, Any], part: Slice) -> list[Contact]:
    rows = _rows(connection, who, binds, part)
    return [_contact(one) for one in _whole(connection, rows, OF_A_LIST)]


def _named(connection: Book, ids: Sequence[int], names: Sequence[str]) -> list[StoredContact]:
    rows = list(rows_of(connection, NAMED, "c.id", ids, FEW))
    found = {one.id: one for one in _whole(connection, rows, names)}
    return [found[id_] for id_ in ids if id_ in found]


def _rows(connection: Book, who: str, binds: dict[str, Any], part: Slice) -> list[tuple[Any, ...]]:
    up, down = ("DESC", "ASC") if part.reverse else ("ASC", "DESC")
    sql = CONTACTS.format(who=who, order=ORDERS[part.order].format(up=up, down=down))
    limit = ALL if part.limit is None else part.limit
    return connection.execute(sql, {**binds, "limit": limit, "offset": part.offset}).fetchall()


def _whole(
    connection: Book, rows: Sequence[tuple[Any, ...]], names: Sequence[str]
) -> Iterator[StoredContact]:
    """The contacts of these rows, each with the parts of those names."""
    ids = [row[0] for row in rows]
    parts = {name: owned(connection, PARTS[name], ids) for name in names}
    via_at = _COLUMNS.index("introduced_by_id")
    for *row, via_name in rows:
        via = row[via_at]
        introduced_by = None if via_name is None else person(via, via_name)
        made = [_MADE[name](found.get(row[0], ())) for name, found in parts.items()]
        yield StoredContact(*(*row, introduced_by, *made))


def _firsts(rows: Iterable[Sequence[Any]]) -> tuple[Any, ...]:
    return tuple(first for (first,) in rows)


def _methods(rows: Iterable[Sequence[Any]]) -> tuple[NewMethod, ...]:
    return tuple(
        NewMethod(kind, value, normal, label, preferred == 1)
        for kind, value, normal, label, preferred in rows
    )


_MADE: dict[str, Callable[[Iterable[Any]], Any]] = {
    "circles": _firsts,
    "tags": _firsts,
    "methods": _methods,
    "names": lambda rows: tuple(OtherName(*row) for row in rows),
    "dates": lambda rows: tuple(NewDate(*row) for row in rows),
    "fields": dict,
    "jobs": lambda rows: tuple(map(tuple, rows)),
    "kept": _firsts,
    "uids": _firsts,
    "relations": lambda rows: tuple(map(relations.stored, rows)),
}


def owned(connection: Book, sql: str, ids: Sequence[int]) -> Owned:
    """The rows of a side table by contact, without their contact_id."""
    found: Owned = defaultdict(list)
    for contact_id, *rest in rows_of(connection, sql, "contact_id", ids, FEW):
        found[contact_id].append(rest)
    return found


def _contact(one: StoredContact) -> Contact:
    return Contact(
        id=one.id,
        ref=ref("c", one.id),
        uid=one.uid,
        name=one.name,
        nickname=one.nickname,
        nicknames=(*([one.nickname] if one.nickname else ()), *_of_kind(one, "nickname")),
        former_names=_of_kind(one, "former"),
        merged_names=_of_kind(one, "merged"),
        phonetic_first=next(iter(_of_kind(one, "phonetic_first")), None),
        phonetic_last=next(iter(_of_kind(one, "phonetic_last")), None),
        organization=one.organization,
        title=one.title,
        city=one.city,
        birthday=one.birthday,
        dates=tuple(YearlyDate(date.label, date.on) for date in one.dates),
        how_met=one.how_met,
        met_on=day(one.met_on),
        introduced_by=one.introduced_by,
        circles=one.circles,
        tags=one.tags,
        methods=tuple(
            Method(method.kind, method.label, method.value, method.preferred)
            for method in one.methods
        ),
        cadence_days=one.every_days or None,
        cadence_from=one.every_from,
        last_touch_on=day(one.last_touch_on),
        next_due_on=day(one.next_due_on),
        snoozed_until=day(one.snoozed_until),
        snoozed_why=one.snoozed_why,
        snoozes=one.snoozes,
        remind_on=day(_reminds_on(one)),
        remind_why=one.remind_why,
        archived=one.archived_at is not None,
        fields=dict(one.fields),
        notes=one.notes,
        created_at=one.created_at,
        updated_at=one.updated_at,
    )


def _reminds_on(one: StoredContact) -> str | None:
    """The day of a reminder: until they are touched on it, what comes next is the reminder, moved
    by having been put off.
    """
    if one.remind_on and one.next_due_on and (one.last_touch_on or "") < one.remind_on:
        return one.next_due_on
    return one.remind_on


def _of_kind(one: StoredContact, wanted: NameKind) -> tuple[str, ...]:
    return tuple(value for kind, value in one.names if kind == wanted)
