"""All that the book holds, as objects of netlog's own JSON, one by one and in the order of ids.

Lists and the ids of their rows are in one order, so that what is read back can be the same rows.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from netlog.records.contacts import Contact, NewMethod
from netlog.records.exporting import Object, Serve
from netlog.records.layouts import LAYOUTS, TOLD, Layout
from netlog.records.leads import GoalBrief
from netlog.records.refs import LETTERS, ref
from netlog.records.relations import StoredRelation
from netlog.store.connect import Book
from netlog.store.reads import organizations as reads
from netlog.store.reads.by_hand import ByHand
from netlog.store.reads.contacts import in_parts, owned, stored
from netlog.store.reads.values import Beside
from netlog.typed import Any

# In the order in which `reads.contacts.PARTS` lists them.
ROWS = {
    "circles": "SELECT contact_id, id FROM contact_circle WHERE {whose} ORDER BY id",
    "tags": "SELECT contact_id, id FROM contact_tag WHERE {whose} ORDER BY tag, contact_id",
    "methods": "SELECT contact_id, id FROM contact_method WHERE {whose} ORDER BY id",
    "names": "SELECT contact_id, id FROM contact_name WHERE {whose} ORDER BY kind, id",
    "dates": "SELECT contact_id, id FROM contact_date WHERE {whose} ORDER BY id",
    "fields": 'SELECT contact_id, id FROM contact_field WHERE {whose} ORDER BY "key"',
    "jobs": "SELECT contact_id, id FROM contact_job WHERE {whose} ORDER BY id",
    "kept": "SELECT contact_id, id FROM contact_kept WHERE {whose} ORDER BY id",
    "uids": "SELECT contact_id, id FROM contact_uid WHERE {whose} ORDER BY id",
    "relations": "SELECT contact_id, id FROM relation WHERE {whose} ORDER BY id",
}
ROWS_OF_COMPANY = {
    "aliases": "SELECT id FROM organization_alias WHERE organization_id = :id ORDER BY id",
    "methods": "SELECT id FROM organization_method WHERE organization_id = :id ORDER BY id",
    "kept": "SELECT id FROM organization_kept WHERE organization_id = :id ORDER BY id",
    "log": """
SELECT id FROM organization_entry WHERE organization_id = :id ORDER BY happened_on, id
""",
}
DAYS = ("met_on", "last_touch_on", "next_due_on", "snoozed_until", "remind_on")
# Columns that no other form of a contact tells.
BESIDE = ("birthday_done_on", "birthday_snoozed_until", "archived_at", "snoozed_on", "first_on")

_COMPANY = """
SELECT p.{owner}_id, p.id, c.id, c.uid, c.name
FROM {owner}_contact p JOIN contact c ON c.id = p.contact_id
ORDER BY p.{owner}_id, p.id
"""


# What happened or is to come, and the goals that it serves.
SERVE = """
SELECT l.meeting_id, l.plan_id, l.favor_id, g.id, g.text
FROM goal_link l JOIN goal g ON g.id = l.goal_id
WHERE l.contact_id IS NULL ORDER BY g.id
"""


def serve(connection: Book) -> Serve:
    """The goals that meetings, plans and favors serve, by the ref of each of these."""
    found: defaultdict[str, tuple[GoalBrief, ...]] = defaultdict(tuple)
    for *ids, goal_id, text in connection.execute(SERVE):
        for letter, id_ in zip("mpf", ids, strict=True):
            if id_ is not None:
                found[ref(letter, id_)] += (GoalBrief(goal_id, ref("g", goal_id), text),)
    return found


def _statement(layout: Layout) -> str:
    """The records of a table by id: columns of their own, then those of what they name."""
    columns = [f"t.{layout.columns.get(key, key)}" for key in layout.plain]
    joins = []
    for key, (column, table) in layout.refers.items():
        columns += [f'"{key}".{name}' for name in ("id", "uid", *TOLD[table])]
        joins.append(f'LEFT JOIN {table} "{key}" ON "{key}".id = t.{column}')
    return f"SELECT {', '.join(columns)}\nFROM {layout.table} t {' '.join(joins)}\nORDER BY t.id"


STATEMENTS = {layout.table: _statement(layout) for layout in LAYOUTS}
COMPANIES = {
    layout.table: _COMPANY.format(owner=layout.table) for layout in LAYOUTS if layout.has_company
}


def contacts(connection: Book, chosen: Sequence[Contact]) -> Iterator[Object]:
    """The contacts with all that belongs to them."""
    uids = {contact.id: contact.uid for contact in chosen}
    for part in in_parts(chosen):
        yield from _part(connection, part, uids)


def _part(connection: Book, chosen: Sequence[Contact], uids: Mapping[int, str]) -> Iterator[Object]:
    """Some of them; uids are those of all that go out."""
    ids = [contact.id for contact in chosen]
    rows = {name: owned(connection, sql, ids) for name, sql in ROWS.items()}
    for contact, one in zip(chosen, stored(connection, ids), strict=True):
        via = contact.introduced_by
        yield {
            **contact._asdict(),
            **{name: getattr(one, name) for name in DAYS},
            # Who does not come along is named alone: no uid would lead to them.
            "introduced_by": via and _someone(via.id, uids.get(via.id), via.name),
            "methods": [_method(method) for method in one.methods],
            "dates": [date._asdict() for date in one.dates],
            **{name: getattr(one, name) for name in BESIDE},
            "jobs": [
                {"organization": organization, "title": title, "ended_on": ended_on or None}
                for organization, title, ended_on in one.jobs
            ],
            "relations": [_relation(tied, uids) for tied in one.relations],
            "kept": one.kept,
            "uids": one.uids,
            "rows": {
                name: [id_ for (id_,) in found[contact.id]]
                for name, found in rows.items()
                if contact.id in found
            },
        }


def _method(one: NewMethod) -> Object:
    return {
        "kind": one.kind,
        "label": one.label,
        "value": one.value,
        "preferred": one.preferred,
        "normal": one.normal,
    }


def _relation(one: StoredRelation, uids: Mapping[int, str]) -> Object:
    who = one.other
    contact = who and _someone(who.id, uids.get(who.id), who.name)
    return {"kind": one.tie.kind, "word": one.tie.word, "contact": contact, "name": one.name}


def organizations(connection: Book) -> Iterator[Object]:
    """The companies with all that belongs to them."""
    for one in reads.companies(connection):
        yield {
            **one._asdict(),
            "snoozed_on": one.snoozed_on and one.snoozed_on.isoformat(),
            "snoozed_until": one.snoozed_until and one.snoozed_until.isoformat(),
            "methods": [_method(method) for method in reads.methods(connection, one.id)],
            "kept": reads.kept(connection, one.id),
            "log": [
                {
                    "happened_on": entry.happened_on.isoformat(),
                    "kind": entry.kind,
                    "text": entry.text,
                }
                for entry in reversed(reads.entries(connection, one.id))
            ],
            "rows": {
                name: [id_ for (id_,) in connection.execute(sql, {"id": one.id})]
                for name, sql in ROWS_OF_COMPANY.items()
            },
        }


def records(connection: Book, layout: Layout, of: Collection[int] | None) -> Iterator[Object]:
    """The records of a table; of some people alone those that are theirs.

    Of a record that several people belong to, only those people are told, and it is theirs when one
    of them is there; what names people is theirs when all of them are.
    """
    if of is not None and (layout.owner or not (layout.has_company or _naming_people(layout))):
        return
    by_hand = ByHand(connection, layout.table) if "by_hand" in layout.keys else None
    company = None
    if layout.has_company:
        company = Beside(connection.execute(COMPANIES[layout.table]))
    for row in connection.execute(STATEMENTS[layout.table]):
        values = iter(row)
        said: Object = {key: _value(layout, key, next(values)) for key in layout.plain}
        for key, (_, table) in layout.refers.items():
            said[key] = _named(table, [next(values) for _ in ("id", "uid", *TOLD[table])])
        there = company.of(said["id"]) if company else []
        if of is not None:
            there = [one for one in there if one[1] in of]
            named = {said[key]["id"] for key in _naming_people(layout)}
            if not (there if company else named <= set(of)):
                continue
            said |= {key: None for key in layout.loose if not _comes_along(said[key], of)}
        if by_hand:
            said["by_hand"] = by_hand.told(said)
        said = {
            "ref": LETTERS.get(layout.table) and ref(LETTERS[layout.table], said["id"]),
            "state": next((state for column, state in layout.states if said[column]), "open"),
            "contacts": [_someone(*who) for _, *who in there],
            "rows": [row_id for row_id, *_ in there],
        } | said
        yield {key: said[key] for key in layout.keys}


def _naming_people(layout: Layout) -> list[str]:
    people = (key for key, refers in layout.refers.items() if refers.table == "contact")
    return [key for key in people if key not in layout.loose]


def _comes_along(named: Object | None, of: Collection[int]) -> bool:
    """Whether somebody who is named is one of those people."""
    return named is not None and named["id"] in of


def _value(layout: Layout, key: str, value: Any) -> Any:
    if key in layout.flags:
        return bool(value)
    return None if layout.empty.get(key) == value else value


def _named(table: str, values: Sequence[Any]) -> Object | None:
    """Another record as it is named: by id, ref and uid, and what tells it from others."""
    id_, uid, *told = values
    if id_ is None:
        return None
    beside = dict(zip(TOLD[table], told, strict=True))
    return {"id": id_, "ref": ref(LETTERS[table], id_), "uid": uid, **beside}


def _someone(id_: int, uid: str | None, name: str) -> Object:
    return {"id": id_, "ref": ref("c", id_), "uid": uid, "name": name}
