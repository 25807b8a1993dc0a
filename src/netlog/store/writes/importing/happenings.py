"""What happened with people of a file: meetings, favors, thanks, rules, pairs told apart."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from netlog.records.importing import ImportPlan
from netlog.records.meetings import NOT_A_TOUCH
from netlog.store.reads import importing as reads
from netlog.store.tables import (
    CadenceRuleRow,
    FavorRow,
    MeetingContact,
    MeetingRow,
    NotDuplicate,
    ThanksRow,
)
from netlog.store.writes.importing.bulk import (
    columns_of,
    id_of,
    ids_for,
    ids_of,
    searched,
    values_of,
    write,
)
from netlog.store.writes.recording import Recording


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
            said = (values["text"], values["place"], values["asked"])
            values["search_text"] = searched(*said)
            yield tuple(values.values())

    write(book, MeetingRow, columns_of(MeetingRow), rows())
    book.journal.passed(MeetingRow, ids, touched)
    wanted = [row for one in planned for row in one.rows or [None] * len(one.meeting.contact_ids)]
    company = ids_for(book, MeetingContact, wanted)
    write(
        book,
        MeetingContact,
        ("id", "meeting_id", "contact_id"),
        ((id_, *pair) for id_, pair in zip(company, there, strict=True)),
    )
    book.journal.passed(MeetingContact, company, ())
    return ids


def store_favors(book: Recording, plan: ImportPlan, contacts: Sequence[int]) -> Sequence[int]:
    planned = plan.favors
    ids = ids_of(book, FavorRow, [one.exact for one in planned])
    rows = []
    for id_, one in zip(ids, planned, strict=True):
        plain = one.favor._asdict()
        plain["contact_id"] = id_of(contacts, one.favor.contact_id)
        plain["meeting_id"] = one.meeting and reads.meeting_of_uid(book.connection, one.meeting)
        values = values_of(book, FavorRow, id_, plain, one.exact)
        values["search_text"] = searched(values["text"], values["outcome"])
        rows.append(tuple(values.values()))
    write(book, FavorRow, columns_of(FavorRow), rows)
    book.journal.passed(FavorRow, ids, {id_of(contacts, one.favor.contact_id) for one in planned})
    return ids


def store_thanks(book: Recording, plan: ImportPlan, contacts: Sequence[int]) -> Sequence[int]:
    planned = plan.thanks
    ids = ids_of(book, ThanksRow, [one.exact for one in planned])
    rows = []
    for id_, one in zip(ids, planned, strict=True):
        plain = one.thanks._asdict()
        plain["contact_id"] = id_of(contacts, one.thanks.contact_id)
        plain["meeting_id"] = one.meeting and reads.meeting_of_uid(book.connection, one.meeting)
        plain["favor_id"] = one.favor and reads.favor_of_uid(book.connection, one.favor)
        rows.append(tuple(values_of(book, ThanksRow, id_, plain, one.exact).values()))
    write(book, ThanksRow, columns_of(ThanksRow), rows)
    book.journal.passed(ThanksRow, ids, {id_of(contacts, one.thanks.contact_id) for one in planned})
    return ids


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
