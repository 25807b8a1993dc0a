"""What happened with people of a file: meetings, favors, thanks, rules, pairs told apart."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from netlog.records.importing import ImportPlan
from netlog.records.layouts import Layout
from netlog.records.meetings import NOT_A_TOUCH
from netlog.store.reads import importing as reads
from netlog.store.tables.base import Row, Stamped
from netlog.store.tables.belongings import NotDuplicate
from netlog.store.tables.cadence import CadenceRuleRow
from netlog.store.tables.cards import KeptCard
from netlog.store.tables.favors import FavorRow
from netlog.store.tables.meetings import MeetingRow
from netlog.store.writes import editing, plans, searchable
from netlog.store.writes.importing.bulk import (
    columns_of,
    id_of,
    ids_for,
    ids_of,
    searched,
    values_of,
    write,
)
from netlog.store.writes.journal import OWNERS
from netlog.store.writes.recording import Recording
from netlog.store.writes.rows import load
from netlog.typed import Any, cast

TABLES: dict[str, type[Row]] = {
    str(table.__tablename__): table
    for base in (Row, Stamped)
    for table in base.__subclasses__()
    if table is not Stamped
}
# A table is known once it is loaded: nothing else of an import loads that of cards.
TABLES["kept_card"] = KeptCard


def store_meetings(
    book: Recording, plan: ImportPlan, contacts: Sequence[int], tick: Callable[[], None]
) -> Sequence[int]:
    planned = plan.meetings
    ids = ids_of(book, MeetingRow, [one.exact for one in planned])
    there: list[tuple[int, int]] = []
    touched: set[int] = set()

    def rows() -> Iterator[tuple[Any, ...]]:
        for id_, one in zip(ids, planned, strict=True):
            tick()
            plain = one.meeting._asdict()
            people = [id_of(contacts, known) for known in plain.pop("contact_ids")]
            there.extend((id_, contact_id) for contact_id in people)
            if one.meeting.kind != NOT_A_TOUCH:
                touched.update(people)
            values = values_of(book, MeetingRow, id_, plain, one.exact)
            said = [values[key] for key in ("text", "place", "asked", "occasion", "remind_why")]
            values["search_text"] = searched(*said)
            yield tuple(values.values())

    write(book, MeetingRow, columns_of(MeetingRow), rows())
    book.journal.passed(MeetingRow, ids, touched)
    wanted = [row for one in planned for row in one.rows or [None] * len(one.meeting.contact_ids)]
    _store_company(book, "meeting", wanted, there)
    return ids


def change_plans(book: Recording, plan: ImportPlan, contacts: Sequence[int], today: date) -> None:
    """Plans that moved, that were kept by a meeting of the file, that will not take place."""
    for one in plan.plan_renewals:
        people = [id_of(contacts, known) for known in one.contact_ids] if one.contact_ids else None
        editing.change_plan(book, one.id, one.columns, people)
    for plan_id, uid in plan.kept_plans:
        meeting_id = reads.of_uid(book.connection, "meeting", uid)
        if meeting_id:
            on = reads.meeting(book.connection, meeting_id).happened_on
            plans.keep(book, plan_id, meeting_id, on)
    for plan_id, why in plan.dropped_plans:
        plans.drop(book, plan_id, today, why)


def store_favors(book: Recording, plan: ImportPlan, contacts: Sequence[int]) -> Sequence[int]:
    planned = plan.favors
    ids = ids_of(book, FavorRow, [one.exact for one in planned])
    rows = []
    for id_, one in zip(ids, planned, strict=True):
        plain = one.favor._asdict()
        plain["contact_id"] = id_of(contacts, one.favor.contact_id)
        plain["meeting_id"] = reads.of_uid(book.connection, "meeting", one.meeting)
        if one.introduced is not None:
            plain["introduced_id"] = id_of(contacts, one.introduced)
        values = values_of(book, FavorRow, id_, plain, one.exact)
        values["search_text"] = searched(values["text"], values["outcome"], values["asked_for"])
        rows.append(tuple(values.values()))
    write(book, FavorRow, columns_of(FavorRow), rows)
    book.journal.passed(FavorRow, ids, {id_of(contacts, one.favor.contact_id) for one in planned})
    return ids


def store_records(
    book: Recording, plan: ImportPlan, contacts: Sequence[int], layout: Layout
) -> Sequence[int]:
    """The records of a table, as its layout says."""
    planned = [one for one in plan.records if one.record.table == layout.table]
    table = TABLES[layout.table]
    ids = ids_of(book, table, [one.record.columns for one in planned])
    naming = [
        refers.column
        for key, refers in layout.refers.items()
        if refers.table == "contact" and key not in layout.loose
    ]
    tables = {refers.column: refers.table for refers in layout.refers.values()}
    rows = []
    there: list[tuple[int, int]] = []
    for id_, (one, people, named) in zip(ids, planned, strict=True):
        who = [id_of(contacts, known) for known in people]
        there.extend((id_, contact_id) for contact_id in who)
        plain: dict[str, Any] = dict(zip(naming, who, strict=False))
        plain |= {column: id_of(contacts, known) for column, known in named}
        for column, uid in one.others:
            plain[column] = reads.of_uid(book.connection, tables[column], uid)
        values = values_of(book, table, id_, {**plain, "uid": one.uid}, one.columns)
        if layout.searched:
            values["search_text"] = searched(*(values[key] for key in layout.searched))
        rows.append(tuple(values.values()))
    write(book, table, columns_of(table), rows)
    whose = {contact_id for _, contact_id in there}
    whose.update(id_of(contacts, known) for _, _, named in planned for _, known in named)
    book.journal.passed(table, ids, whose)
    if layout.owner in OWNERS:
        of = columns_of(table).index(f"{layout.owner}_id")
        searchable.index(book.connection, {layout.owner: {row[of] for row in rows}})
    if layout.has_company:
        wanted = [row for one, people, _ in planned for row in one.rows or [None] * len(people)]
        _store_company(book, layout.table, wanted, there)
    return ids


def drop_parts(book: Recording, plan: ImportPlan) -> None:
    """Take away those parts of known records that the file has not: others take their place."""
    for one in plan.record_renewals:
        if one.columns is None:
            book.session.delete(load(book, TABLES[one.table], one.id))
    book.session.flush()


def change_records(book: Recording, plan: ImportPlan, contacts: Sequence[int]) -> None:
    """What becomes of netlog's own that are there, once all that they may name is there as well."""
    for one in plan.record_renewals:
        if one.columns is not None:
            columns = {**one.columns, **{key: id_of(contacts, who) for key, who in one.named}}
            for key, uid in one.others:
                columns[key] = reads.of_uid(book.connection, key.removesuffix("_id"), uid)
            editing.change(book, cast(type[Stamped], TABLES[one.table]), one.id, columns)
    book.session.flush()


def _store_company(
    book: Recording, owner: str, wanted: Sequence[int | None], there: Sequence[tuple[int, int]]
) -> None:
    """Who belongs to records of that table: pairs of ids, of the record and of somebody."""
    table = TABLES[f"{owner}_contact"]
    ids = ids_for(book, table, wanted)
    rows = ((id_, *pair) for id_, pair in zip(ids, there, strict=True))
    write(book, table, ("id", f"{owner}_id", "contact_id"), rows)
    book.journal.passed(table, ids, ())


def store_rules(book: Recording, plan: ImportPlan) -> None:
    ids = ids_of(book, CadenceRuleRow, [rule.exact for rule in plan.rules])
    for id_, rule in zip(ids, plan.rules, strict=True):
        plain = {"uid": rule.uid, "scope": rule.scope, "label": rule.label, "days": rule.days}
        book.session.add(CadenceRuleRow(**values_of(book, CadenceRuleRow, id_, plain, rule.exact)))
    book.session.flush()


def store_answers(book: Recording, plan: ImportPlan, contacts: Sequence[int]) -> None:
    ids = ids_of(book, NotDuplicate, [exact for _, _, exact in plan.answers])
    for id_, (one, other, _) in zip(ids, plan.answers, strict=True):
        low, high = sorted((id_of(contacts, one), id_of(contacts, other)))
        book.session.add(NotDuplicate(id=id_, contact_id=low, other_id=high))
    book.session.flush()
