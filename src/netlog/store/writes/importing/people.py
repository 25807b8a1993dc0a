"""People of a file: new ones stored in bulk, those who are there renewed."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import count

from netlog.folding import searchable as searchable_text
from netlog.records.cadence import ContactFacts, LabelledDays
from netlog.records.importing import Arrival, Changes, ImportPlan, Renewal
from netlog.records.relations import NewRelation
from netlog.store.reads import cadence, searchable
from netlog.store.reads.values import day
from netlog.store.tables.base import Row
from netlog.store.tables.belongings import (
    ContactCircle,
    ContactDate,
    ContactField,
    ContactJob,
    ContactKept,
    ContactMethod,
    ContactName,
    ContactTag,
    ContactUid,
)
from netlog.store.tables.contacts import ContactRow
from netlog.store.writes import day_numbers, editing
from netlog.store.writes.editing import Belongings
from netlog.store.writes.importing.bulk import id_of, ids_for, ids_of, write
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import as_stored, load, rows_where
from netlog.typed import Any
from netlog.wording import NEVER

AT_ONCE = 10_000  # parts of people that are stored together


class People:
    """The new people of a plan, with the cadence rules that hold for them."""

    def __init__(self, book: Recording, plan: ImportPlan, tick: Callable[[], None]) -> None:
        self.book = book
        self.people = plan.people
        self.tick = tick
        # Of netlog's own file rows keep their ids, which are judged all at once.
        self.is_own = bool(self.people and self.people[0].exact)
        self.ids: Sequence[int] = (
            ids_of(book, ContactRow, [one.exact for one in self.people])
            if self.is_own
            else book.journal.new_ids(ContactRow, len(self.people))
        )
        self.vias = dict(plan.introductions)
        self.related: dict[int, list[NewRelation]] = {}
        for one in plan.relations:
            self.related.setdefault(one.contact_id, []).append(one.relation)
        rules = cadence.rules(book.connection)
        self.days = {(rule.scope, rule.label): rule.cadence_days or NEVER for rule in rules}

    def store(self) -> Sequence[int]:
        if not self.people:
            return ()
        write(self.book, ContactRow, _CONTACT, map(self._row, count(), self.people))
        self.book.journal.passed(ContactRow, self.ids, ())
        jobs: _Part = (
            "jobs",
            ContactJob,
            ("organization", "title", "ended_on"),
            lambda one: [(org, title, ended or "") for org, title, ended in one.jobs],
        )
        for start, people in self._pieces():
            owners = self.ids[start : start + len(people)]
            for part in (*_PARTS, jobs):
                self._store_part(part, owners, people)
        return self.ids

    def _pieces(self) -> Iterator[tuple[int, Sequence[Arrival]]]:
        """People whose parts are stored together, and the place of the first of them."""
        if self.is_own:
            yield 0, self.people[:]
            return
        people: list[Arrival] = []
        start = parts = 0
        for arrival in self.people:
            people.append(arrival)
            parts += 1 + len(arrival.fields) + len(arrival.kept) + len(arrival.contact.methods)
            if parts >= AT_ONCE:
                yield start, people
                start, people, parts = start + len(people), [], 0
        if people:
            yield start, people

    def _store_part(self, part: "_Part", owners: Sequence[int], people: Sequence[Arrival]) -> None:
        """The rows of a side table, contact by contact."""
        name, table, columns, parts = part
        wanted: list[int | None] = []
        for one in people:
            number, own = len(parts(one)), dict(one.rows).get(name, ())
            wanted += own if len(own) == number else [None] * number
        if not wanted:
            return
        ids = ids_for(self.book, table, wanted)
        following = iter(ids)
        rows = (
            (next(following), id_, *each)
            for id_, one in zip(owners, people, strict=True)
            for each in parts(one)
        )
        write(self.book, table, ("id", "contact_id", *columns), rows)
        self.book.journal.passed(table, ids, ())

    def _row(self, at: int, arrival: Arrival) -> tuple[Any, ...]:
        self.tick()
        id_ = self.ids[at]
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
            "introduced_by_id": None if via is None else id_of(self.ids, via),
            # Two thousand acquaintances must not flood the morning.
            "cadence_days": NEVER
            if contact.cadence_days is None and not is_ours
            else contact.cadence_days,
            "notes": contact.notes,
            "first_on": exact.get("first_on") if is_ours else as_stored(contact.first_on),
        }
        values |= self.book.judge(self._facts(arrival, values))._asdict()
        text = searchable.text_of(
            (contact.organization, contact.title, contact.city, contact.how_met),
            contact.tags,
            [(one.kind, one.normal, one.value, one.label) for one in contact.methods],
            arrival.fields,
            self.related.get(-at - 1, ()),
            arrival.kept,
            contact.notes,
        )
        values["search_text"] = searchable_text(text)
        return tuple(values[name] for name in _CONTACT)

    def _facts(self, arrival: Arrival, values: dict[str, Any]) -> ContactFacts:
        tags, circles = arrival.contact.tags, arrival.contact.circles
        return ContactFacts(
            id=values["id"],
            name=values["name"],
            nickname=values["nickname"],
            other_names=tuple(name.value for name in arrival.contact.names),
            birthday=values["birthday"],
            archived=values["archived_at"] is not None,
            cadence_days=values["cadence_days"],
            tag_days=self._days("tag", tags),
            circle_days=self._days("circle", circles),
            default_days=self.days.get(("default", None)),
            added_on=date.fromisoformat(values["created_at"][:10]),
            met_on=day(values["met_on"]),
            first_on=day(values["first_on"]),
            last_touch_on=None,
            snoozed_until=day(values["snoozed_until"]),
            snoozed_on=day(values["snoozed_on"]),
            remind_on=day(values["remind_on"]),
        )

    def _days(self, scope: str, labels: Sequence[str]) -> tuple[LabelledDays, ...]:
        return tuple(
            LabelledDays(f"{scope} {label}", self.days[scope, label])
            for label in labels
            if (scope, label) in self.days
        )


_Parts = Callable[[Arrival], Sequence[Sequence[Any]]]
_CONTACT = tuple(ContactRow.__table__.columns.keys())  # type: ignore[attr-defined]
_EMPTY: dict[str, Any] = {**dict.fromkeys(_CONTACT), "snoozes": 0}
_Part = tuple[str, type[Row], tuple[str, ...], _Parts]
_PARTS: tuple[_Part, ...] = (
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
    ("names", ContactName, ("kind", "value"), lambda one: one.contact.names),
    (
        "dates",
        ContactDate,
        ("label", "day", "day_key", "done_on", "snoozed_until", "number"),
        lambda one: [
            (label, on, on[-5:], done_on, until, number)
            for (label, on, done_on, until, _), number in zip(
                one.contact.dates, day_numbers.first(one.contact.dates), strict=True
            )
        ],
    ),
    ("fields", ContactField, ("key", "value"), lambda one: one.fields),
    ("kept", ContactKept, ("line",), lambda one: [(line,) for line in one.kept]),
    ("uids", ContactUid, ("uid",), lambda one: [(uid,) for uid in one.uids]),
)


def renew(book: Recording, renewal: Renewal, today: date) -> None:
    """Change somebody who is there."""
    contact_id, changes = renewal.present.id, renewal.changes
    columns = {name: value for name, value in changes.columns.items() if value is not None}
    owned = Belongings(
        circles=changes.circles or None,
        tags=changes.tags or None,
        methods=changes.methods or None,
        names=changes.names or None,
        dates=changes.dates or None,
        fields=dict(changes.fields) or None,
    )
    editing.change_contact(book, contact_id, columns, owned, today if changes.ends_job else None)
    if changes.kept:
        for row in rows_where(book, ContactKept, "contact_id", [contact_id]):
            book.session.delete(row)
    book.session.add_all(_parts(contact_id, changes))
    load(book, ContactRow, contact_id).updated_at = book.at


def _parts(contact_id: int, changes: Changes) -> Iterator[Row]:
    for line in changes.kept:
        yield ContactKept(contact_id=contact_id, line=line)
    for uid in changes.uids:
        yield ContactUid(contact_id=contact_id, uid=uid)
    for organization, title, ended in changes.jobs:
        yield ContactJob(
            contact_id=contact_id,
            organization=organization,
            title=title,
            ended_on=ended or "",
        )
