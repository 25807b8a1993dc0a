"""Who belongs to the people of a file."""

from collections.abc import Sequence

from netlog.records.importing import ImportPlan, PlannedRelation
from netlog.records.relations import NewRelation
from netlog.store.tables.belongings import RelationRow
from netlog.store.writes import relations
from netlog.store.writes.importing.bulk import id_of, ids_for, write
from netlog.store.writes.recording import Recording

_COLUMNS = ("id", "contact_id", "other_id", "kind", "word", "name")


def store_relations(book: Recording, plan: ImportPlan, contacts: Sequence[int]) -> None:
    """Those of new people past the session, those of people who are there one by one."""
    new = [one for one in plan.relations if one.contact_id < 0]
    ids = ids_for(book, RelationRow, [one.row for one in new])
    rows = [
        (id_, id_of(contacts, one.contact_id), *_values(_settled(one, contacts)))
        for id_, one in zip(ids, new, strict=True)
    ]
    if rows:
        write(book, RelationRow, _COLUMNS, rows)
        book.journal.passed(RelationRow, ids, ())
    for one in plan.relations:
        if one.contact_id < 0:
            continue
        relation = _settled(one, contacts)
        relations.end(book, one.ends)
        if one.known is None:
            relations.add(book, one.contact_id, relation)
        else:
            relations.complete(book, one.known, relation)


def _settled(one: PlannedRelation, contacts: Sequence[int]) -> NewRelation:
    """The relation with the id that the other came to have."""
    other_id = one.relation.other_id
    return one.relation._replace(other_id=other_id and id_of(contacts, other_id))


def _values(new: NewRelation) -> tuple[int | str | None, ...]:
    return new.other_id, new.tie.kind, new.tie.word, new.name
