"""An import carried out: new rows in bulk, past the session, and what changes of those there.

The statements are made of the tables, so that the schema has one home; the journal, the derived
columns and the search index are written in the same transaction, as for any other write.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import bindparam, insert
from sqlalchemy.dialects import sqlite

from netlog.folding import words
from netlog.records.cadence import ContactFacts, LabelledDays
from netlog.records.importing import Arrival, Changes, Plan, Renewal
from netlog.records.incoming import Exact
from netlog.records.meetings import NOT_A_TOUCH
from netlog.store.reads import cadence, searchable
from netlog.store.reads import importing as reads
from netlog.store.reads.values import day
from netlog.store.tables import (
    CadenceRule,
    Contact,
    ContactCircle,
    ContactField,
    ContactJob,
    ContactKept,
    ContactMethod,
    ContactTag,
    ContactUid,
    Favor,
    Meeting,
    MeetingContact,
    NotDuplicate,
    Row,
    Thanks,
)
from netlog.store.writes import editing
from netlog.store.writes import searchable as searching
from netlog.store.writes.editing import Owned
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import as_stored, load, rows_where
from netlog.wording import NEVER

HIGHEST_ID = 1_000_000_000  # a file's own wish goes no further: the ids to come stand after it

_BY = sqlite.dialect()


def _nothing() -> None:
    """What a tick does when nobody looks."""


class Written(NamedTuple):
    """The ids that new records got: the nth is that of the nth of the plan."""

    contacts: Sequence[int]
    meetings: Sequence[int]
    favors: Sequence[int]
    thanks: Sequence[int]


def carry_out(
    book: Recording, plan: Plan, today: date, tick: Callable[[], None] = _nothing
) -> Written:
    """Store what is new and change what is there; a former job without a day ended today.

    tick is called for each person and each meeting that is stored.
    """
    # An introduction may name somebody who is stored later.
    book.connection.execute("PRAGMA defer_foreign_keys = ON")
    contacts = _People(book, plan, tick).store(today)
    for renewal in plan.renewals:
        _renew(book, renewal, today)
    for contact_id, via in plan.introductions:
        if contact_id > 0:
            load(book, Contact, contact_id, f"c{contact_id}").introduced_by_id = _id(contacts, via)
    _store_rules(book, plan)
    meetings = _store_meetings(book, plan, contacts, tick)
    favors = _store_favors(book, plan, contacts)
    thanks = _store_thanks(book, plan, contacts)
    _store_answers(book, plan, contacts)
    return Written(contacts, meetings, favors, thanks)


def _id(new: Sequence[int], known: int) -> int:
    """The id of somebody: of the nth who is new where it is -n."""
    return known if known > 0 else new[-known - 1]


def _ids_of(book: Recording, table: type[Row], exact: Sequence[Exact]) -> Sequence[int]:
    """Ids for records: those the file has, where no row of the table has or had any."""
    return _ids(book, table, [dict(one).get("id") for one in exact])


def _ids(book: Recording, table: type[Row], wanted: Sequence[Any]) -> Sequence[int]:
    """Ids for so many rows: those wanted, where no row of the table has or had any."""
    fresh = book.journal.new_ids(table, len(wanted))
    own = {id_ for id_ in wanted if isinstance(id_, int) and 0 < id_ < HIGHEST_ID}
    if fresh and fresh[0] == 1 and len(own) == len(wanted):
        book.journal.new_ids(table, max(own) - len(wanted))
        return wanted
    return fresh


def _write(
    book: Recording,
    table: type[Row],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
) -> None:
    values: dict[str, Any] = {name: bindparam(name) for name in columns}
    name = str(table.__tablename__)
    at_once = (
        searching.at_once(book.connection, name) if name in searching.INDEXED else nullcontext()
    )
    compiled = insert(table).values(values).compile(dialect=_BY)
    order = [columns.index(name) for name in compiled.positiontup or columns]
    if order != list(range(len(columns))):
        rows = (tuple(row[at] for at in order) for row in rows)
    with at_once:
        book.connection.executemany(str(compiled), rows)


# People


class _People:
    """The new people of a plan, with the cadence rules that hold for them."""

    def __init__(self, book: Recording, plan: Plan, tick: Callable[[], None]) -> None:
        self.book = book
        self.people = plan.people
        self.tick = tick
        self.ids = _ids_of(book, Contact, [one.exact for one in plan.people])
        self.vias = dict(plan.introductions)
        rules = cadence.rules(book.connection)
        self.days = {(rule.scope, rule.label): rule.cadence_days or NEVER for rule in rules}

    def store(self, today: date) -> Sequence[int]:
        if not self.people:
            return ()
        _write(self.book, Contact, _CONTACT, map(self._row, range(len(self.people))))
        self.book.journal.passed(Contact, self.ids, ())
        for name, table, columns, parts in _PARTS:
            self._store_parts(name, table, columns, parts)
        ended_on = today.isoformat()
        self._store_parts(
            "jobs",
            ContactJob,
            ("organization", "title", "ended_on"),
            lambda one: [(org, title, ended or ended_on) for org, title, ended in one.jobs],
        )
        return self.ids

    def _store_parts(
        self, name: str, table: type[Row], columns: Sequence[str], parts: "_Parts"
    ) -> None:
        """The rows of a side table, contact by contact."""
        wanted: list[int | None] = []
        for one in self.people:
            number, own = len(parts(one)), dict(one.rows).get(name, ())
            wanted += own if len(own) == number else [None] * number
        if not wanted:
            return
        ids = _ids(self.book, table, wanted)
        following = iter(ids)
        rows = (
            (next(following), id_, *part)
            for id_, one in zip(self.ids, self.people, strict=True)
            for part in parts(one)
        )
        _write(self.book, table, ("id", "contact_id", *columns), rows)
        self.book.journal.passed(table, ids, ())

    def _row(self, at: int) -> tuple[Any, ...]:
        self.tick()
        arrival, id_ = self.people[at], self.ids[at]
        contact, exact = arrival.contact, dict(arrival.exact)
        via = self.vias.get(-at - 1)
        is_ours = "created_at" in exact
        values: dict[str, Any] = {
            **_EMPTY,
            "created_at": self.book.at,
            "updated_at": self.book.at,
            **{name: value for name, value in exact.items() if name in _EMPTY},
            "id": id_,
            "uid": contact.uid or str(uuid.uuid4()),
            "name": contact.name,
            "nickname": contact.nickname,
            "organization": contact.organization,
            "title": contact.title,
            "city": contact.city,
            "birthday": contact.birthday,
            "how_met": contact.how_met,
            "met_on": as_stored(contact.met_on),
            "introduced_by_id": None if via is None else _id(self.ids, via),
            # Two thousand acquaintances must not flood the morning.
            "cadence_days": NEVER
            if contact.cadence_days is None and not is_ours
            else contact.cadence_days,
            "notes": contact.notes,
        }
        values |= self.book.judge(self._facts(arrival, values))._asdict()
        text = searchable.text_of(
            (contact.organization, contact.title, contact.city, contact.how_met),
            contact.tags,
            [(one.kind, one.normal, one.value) for one in contact.methods],
            arrival.fields,
            contact.notes,
        )
        values["search_text"] = " ".join(words(text))
        return tuple(values[name] for name in _CONTACT)

    def _facts(self, arrival: Arrival, values: dict[str, Any]) -> ContactFacts:
        tags, circles = arrival.contact.tags, arrival.contact.circles
        return ContactFacts(
            id=values["id"],
            name=values["name"],
            nickname=values["nickname"],
            birthday=values["birthday"],
            archived=values["archived_at"] is not None,
            cadence_days=values["cadence_days"],
            tag_days=self._days("tag", tags),
            circle_days=self._days("circle", circles),
            default_days=self.days.get(("default", None)),
            added_on=date.fromisoformat(values["created_at"][:10]),
            last_touch_on=None,
            snoozed_until=day(values["snoozed_until"]),
            remind_on=day(values["remind_on"]),
        )

    def _days(self, scope: str, labels: Sequence[str]) -> tuple[LabelledDays, ...]:
        return tuple(
            LabelledDays(f"{scope} {label}", self.days[scope, label])
            for label in labels
            if (scope, label) in self.days
        )


_Parts = Callable[[Arrival], Sequence[Sequence[Any]]]
_CONTACT = tuple(Contact.__table__.columns.keys())  # type: ignore[attr-defined]
_EMPTY: dict[str, Any] = {**dict.fromkeys(_CONTACT), "snoozes": 0}
_PARTS: tuple[tuple[str, type[Row], tuple[str, ...], _Parts], ...] = (
    (
        "circles",
        ContactCircle,
        ("circle",),
        lambda one: [(circle,) for circle in one.contact.circles],
    ),
    ("tags", ContactTag, ("tag",), lambda one: [(tag,) for tag in one.contact.tags]),
    (
        "methods",
        ContactMethod,
        ("kind", "value", "normal", "label", "preferred"),
        lambda one: [(*method[:4], int(method.preferred)) for method in one.contact.methods],
    ),
    ("fields", ContactField, ("key", "value"), lambda one: one.fields),
    ("kept", ContactKept, ("line",), lambda one: [(line,) for line in one.kept]),
    ("uids", ContactUid, ("uid",), lambda one: [(uid,) for uid in one.uids]),
)


def _renew(book: Recording, renewal: Renewal, today: date) -> None:
    """Change somebody who is there."""
    contact_id, changes = renewal.present.id, renewal.changes
    columns = {name: value for name, value in changes.columns.items() if value is not None}
    owned = Owned(
        circles=changes.circles or None,
        tags=changes.tags or None,
        methods=changes.methods or None,
        fields=dict(changes.fields) or None,
    )
    editing.change_contact(book, contact_id, columns, owned, today if changes.ends_job else None)
    if changes.kept:
        for row in rows_where(book, ContactKept, "contact_id", [contact_id]):
            book.session.delete(row)
    book.session.add_all(_parts(contact_id, changes, today))
    load(book, Contact, contact_id, f"c{contact_id}").updated_at = book.at


def _parts(contact_id: int, changes: Changes, today: date) -> Iterator[Row]:
    for line in changes.kept:
        yield ContactKept(contact_id=contact_id, line=line)
    for uid in changes.uids:
        yield ContactUid(contact_id=contact_id, uid=uid)
    for organization, title, ended in changes.jobs:
        yield ContactJob(
            contact_id=contact_id,
            organization=organization,
            title=title,
            ended_on=ended or today.isoformat(),
        )


# What happened


def _store_meetings(
    book: Recording, plan: Plan, contacts: Sequence[int], tick: Callable[[], None]
) -> Sequence[int]:
    planned = plan.meetings
    ids = _ids_of(book, Meeting, [one.exact for one in planned])
    there: list[tuple[int, int]] = []
    touched: set[int] = set()

    def rows() -> Iterator[tuple[Any, ...]]:
        for id_, one in zip(ids, planned, strict=True):
            tick()
            plain = one.meeting._asdict()
            people = [_id(contacts, known) for known in plain.pop("contact_ids")]
            there.extend((id_, contact_id) for contact_id in people)
            if one.meeting.kind != NOT_A_TOUCH:
                touched.update(people)
            values = _values(book, Meeting, id_, plain, one.exact)
            said = (values["text"], values["place"], values["asked"])
            values["search_text"] = _searched(*said)
            yield tuple(values.values())

    _write(book, Meeting, _columns(Meeting), rows())
    book.journal.passed(Meeting, ids, touched)
    wanted = [row for one in planned for row in one.rows or [None] * len(one.meeting.contact_ids)]
    company = _ids(book, MeetingContact, wanted)
    _write(
        book,
        MeetingContact,
        ("id", "meeting_id", "contact_id"),
        ((id_, *pair) for id_, pair in zip(company, there, strict=True)),
    )
    book.journal.passed(MeetingContact, company, ())
    return ids


def _store_favors(book: Recording, plan: Plan, contacts: Sequence[int]) -> Sequence[int]:
    planned = plan.favors
    ids = _ids_of(book, Favor, [one.exact for one in planned])
    rows = []
    for id_, one in zip(ids, planned, strict=True):
        plain = one.favor._asdict()
        plain["contact_id"] = _id(contacts, one.favor.contact_id)
        plain["meeting_id"] = one.meeting and reads.meeting_of_uid(book.connection, one.meeting)
        values = _values(book, Favor, id_, plain, one.exact)
        values["search_text"] = _searched(values["text"], values["outcome"])
        rows.append(tuple(values.values()))
    _write(book, Favor, _columns(Favor), rows)
    book.journal.passed(Favor, ids, ())
    return ids


def _store_thanks(book: Recording, plan: Plan, contacts: Sequence[int]) -> Sequence[int]:
    planned = plan.thanks
    ids = _ids_of(book, Thanks, [one.exact for one in planned])
    rows = []
    for id_, one in zip(ids, planned, strict=True):
        plain = one.thanks._asdict()
        plain["contact_id"] = _id(contacts, one.thanks.contact_id)
        plain["meeting_id"] = one.meeting and reads.meeting_of_uid(book.connection, one.meeting)
        plain["favor_id"] = one.favor and reads.favor_of_uid(book.connection, one.favor)
        rows.append(tuple(_values(book, Thanks, id_, plain, one.exact).values()))
    _write(book, Thanks, _columns(Thanks), rows)
    book.journal.passed(Thanks, ids, ())
    return ids


def _store_rules(book: Recording, plan: Plan) -> None:
    ids = _ids_of(book, CadenceRule, [rule.exact for rule in plan.rules])
    for id_, rule in zip(ids, plan.rules, strict=True):
        plain = {"uid": rule.uid, "scope": rule.scope, "label": rule.label, "days": rule.days}
        book.session.add(CadenceRule(**_values(book, CadenceRule, id_, plain, rule.exact)))
    book.session.flush()


def _store_answers(book: Recording, plan: Plan, contacts: Sequence[int]) -> None:
    ids = _ids_of(book, NotDuplicate, [exact for _, _, exact in plan.answers])
    for id_, (one, other, _) in zip(ids, plan.answers, strict=True):
        low, high = sorted((_id(contacts, one), _id(contacts, other)))
        book.session.add(NotDuplicate(id=id_, contact_id=low, other_id=high))
    book.session.flush()


def _values(
    book: Recording, table: type[Row], id_: int, plain: dict[str, Any], exact: Exact
) -> dict[str, Any]:
    """The row by column, in the order of the table."""
    said = {
        "snoozes": 0,
        "created_at": book.at,
        "updated_at": book.at,
        **{name: as_stored(value) for name, value in plain.items()},
        **dict(exact),
        "id": id_,
    }
    said["uid"] = said.get("uid") or str(uuid.uuid4())
    return {name: said.get(name) for name in _columns(table)}


def _columns(table: type[Row]) -> list[str]:
    return list(table.__table__.columns.keys())  # type: ignore[attr-defined]


def _searched(*said: str | None) -> str:
    return " ".join(words("\n".join(one or "" for one in said)))
