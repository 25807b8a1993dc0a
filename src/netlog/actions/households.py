"""Who is meant by a family: a couple through their relation, or all who have its tag.

Of a couple one is called so: "the Poes" are Tom Poe and Ann Lee, who married.
"""

from collections.abc import Iterator

from netlog.actions import relations
from netlog.errors import Candidate
from netlog.records.matching import Named
from netlog.records.people import PeopleFilter
from netlog.relating import COUPLE
from netlog.rules import households, matching
from netlog.store.connect import Book
from netlog.store.reads import contacts, labels
from netlog.store.reads import matching as reads

Household = tuple[Candidate, ...]


def of(
    connection: Book, typed: str, *, archived: bool = False
) -> tuple[list[Household], Household]:
    """The households that are meant, and all of the surname; nobody where no family is typed.

    archived: the archived are meant before all others.
    """
    surnames, pair = households.surnames(typed), households.pair(typed)
    if pair and not surnames:
        return _of_pair(connection, *pair, archived=archived), ()
    if not surnames:
        return [], ()
    everybody: dict[Named, None] = {}
    couples: dict[frozenset[int], Household] = {}
    for surname in surnames:
        found = reads.by_word(connection, surname.split()[-1])
        bearing = matching.preferred(households.of_surname(found, surname), archived=archived)
        everybody |= dict.fromkeys(bearing)
        together = [one for one in bearing if households.is_of_several(one.name)]
        for couple in (*_couples(connection, bearing), *_each(together)):
            couples.setdefault(frozenset(one.id for one in couple), couple)
    for tag in [one.tag for one in labels.counted(connection)]:
        if households.is_called(tag, typed):
            people = contacts.contacts(connection, PeopleFilter(tags=(tag,), archived=archived))
            tagged = tuple(Candidate(one.id, one.ref, one.name, one.organization) for one in people)
            if tagged:
                couples.setdefault(frozenset(one.id for one in tagged), tagged)
    # Who is tagged with a couple, such as their children, belongs to the same family.
    whole = [one for ids, one in couples.items() if not any(ids < other for other in couples)]
    return whole, matching.candidates(everybody)


def _of_pair(
    connection: Book,
    first: frozenset[str],
    second: frozenset[str],
    *,
    archived: bool,
) -> list[Household]:
    """The couples, and entries of two, that are called so: "ann and bob"."""
    people = reads.by_word(connection, min(first))
    bearing = [one for one in people if households.bears(one.name, first)]
    bearing = matching.preferred(bearing, archived=archived)
    both = [
        couple
        for couple in _couples(connection, bearing)
        if any(households.bears(one.name, second) for one in couple)
    ]
    together = [
        one
        for one in bearing
        if households.is_of_several(one.name) and households.bears(one.name, second)
    ]
    found = {frozenset(one.id for one in each): each for each in (*both, *_each(together))}
    return list(found.values())


def _each(people: list[Named]) -> Iterator[Household]:
    return ((one,) for one in matching.candidates(people))


def _couples(connection: Book, people: list[Named]) -> Iterator[Household]:
    """Each with their spouse or partner, who may be called otherwise."""
    known = {one.id: one for one in people}
    for one in people:
        for relation in relations.of(connection, one.id):
            if relation.contact and relation.kind in COUPLE:
                (other,) = reads.by_id(connection, relation.contact.id)
                if other.archived <= one.archived:
                    # Who is called so comes first, and of two by their ids.
                    both = sorted((one, other), key=lambda each: (each.id not in known, each.id))
                    yield matching.candidates(both)
