"""Who is meant by what a file says, and who belongs to whom by it."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from netlog.actions.importing.decided import Decisions
from netlog.folding import words
from netlog.records.contacts import StoredContact
from netlog.records.importing import Arrival, FieldChange, PlannedRelation
from netlog.records.incoming import IncomingRelation
from netlog.records.relations import NewRelation, StoredRelation
from netlog.rules import methods, uids
from netlog.rules import relations as rules
from netlog.rules.importing import somebody, texts
from netlog.store.reads import relations as relation_reads


class RelationPlanner(Decisions):
    """Whom the words of a file name, in it or in the book, and what becomes of its relations."""

    def _own(self, arrival: Arrival) -> Arrival:
        """With those uids that are nobody else's in the file."""
        return self._with_uids(arrival, lambda uid: not self.known.is_shared(uid))

    def _claimed(self, at_shelf: int, arrival: Arrival) -> Arrival:
        """With those uids that nobody had before it in the file."""

        def is_first(uid: str) -> bool:
            return self.first_of.setdefault(uids.key(uid), at_shelf) == at_shelf

        return self._with_uids(arrival, lambda uid: not self.known.is_shared(uid) or is_first(uid))

    def _remember(self, at_shelf: int, contact_id: int) -> None:
        """Who it is, for the rest of the file may speak of them."""
        places, ids = self.taken
        places.append(at_shelf)
        ids.append(contact_id)

    @cached_property
    def in_file(self) -> tuple[dict[str, int], set[str]]:
        """Who is meant by a uid, an e-mail or a name, and the names of several; made when asked."""
        found: dict[str, int] = {}
        namesakes: set[str] = set()
        for at, contact_id in zip(*self.taken, strict=True):
            arrival = self._own(self.arrivals[at])
            contact = arrival.contact
            emails = (method.normal for method in contact.methods if method.kind == "email")
            known_by = filter(None, (contact.uid, *arrival.uids))
            for said in (*map(uids.key, known_by), *emails):
                found.setdefault(said, contact_id)
            if found.setdefault(contact.name, contact_id) != contact_id:
                namesakes.add(contact.name)
        return found, namesakes

    def _with_uids(self, arrival: Arrival, holds: Callable[[str], bool]) -> Arrival:
        """With those of its uids of which that holds."""
        own = arrival.contact.uid
        if own and not holds(own):
            arrival = arrival._replace(contact=arrival.contact._replace(uid=None))
        if all(map(holds, arrival.uids)):
            return arrival  # no copy: there may be a hundred thousand
        return arrival._replace(uids=tuple(filter(holds, arrival.uids)))

    def _relate(self, new_id: int, arrival: Arrival) -> None:
        """Who belongs to somebody new, as somebody known or else by name."""
        rows: Sequence[int | None] = dict(arrival.rows).get("relations", ())
        if len(rows) != len(arrival.relations):
            rows = [None] * len(arrival.relations)
        there: list[StoredRelation] = []
        for row, said in zip(rows, arrival.relations, strict=True):
            new = self._relation(new_id, said)
            if new and not rules.known_as(new, there)[0]:
                self.relations.append(PlannedRelation(new_id, new, row))
                there.append(rules.as_stored(new))

    def _relate_known(self, there: StoredContact, arrival: Arrival) -> Iterator[FieldChange]:
        """What a file says of who belongs to somebody known and was not so; what that changes.

        The book has the last word where they contradict, unless it is to be overwritten.
        """
        own = list(there.relations)
        for said in arrival.relations if self.terms.update != "skip" else ():
            new = self._relation(there.id, said)
            if not new:
                continue
            same, contradicted = rules.known_as(new, own, self._called(new, said.who))
            if same and not rules.says_more(new, same):
                continue
            if contradicted and self.terms.update != "overwrite":
                continue
            ends = tuple(one.id for one in contradicted)
            known = same.id if same else None
            self.relations.append(PlannedRelation(there.id, new, known=known, ends=ends))
            own = [one for one in own if one is not same and one not in contradicted]
            own.append(rules.as_stored(new))
            before = same or next(iter(contradicted), None)
            yield FieldChange(
                new.tie.said, before and before.called, said.name or self._called(new, said.who)
            )

    def _called(self, new: NewRelation, who: str) -> str:
        return who if new.other_id is None else self.known.person(new.other_id).name

    def _meet_relations(self) -> None:
        """Of whom only the uid of a card was known: that card may have come now."""
        new = {
            uids.key(uid): self.first_new - at
            for at, arrival in enumerate(self.people)
            for uid in (arrival.contact.uid, *arrival.uids)
            if uid
        }
        for contact_id, one in relation_reads.named(self.connection) if new else ():
            other_id = new.get(uids.key(one.name or ""))
            if other_id is not None:
                relation = NewRelation(one.tie, other_id, one.name)
                self.relations.append(PlannedRelation(contact_id, relation, known=one.id))

    def _relation(self, contact_id: int, said: IncomingRelation) -> NewRelation | None:
        """With somebody known, where the name is a whole one; none with oneself."""
        by_uid = self.in_file[0].get(uids.key(said.who)) or self.known.of_uid(said.who)
        found = by_uid
        if found is None and len(words(said.who)) > 1:
            found = self._find(said.who)
        if found == contact_id:
            return None
        name = said.name or (None if by_uid is not None else said.who)
        return NewRelation(said.tie, found, name)

    def _find(self, said: str) -> int | None:
        """Who is meant by a uid, an e-mail or a name: of this file, else the only one there is."""
        said = texts.line(said) or ""
        in_file, namesakes = self.in_file
        if said in namesakes:
            return None
        way = _way_of(said)
        for found in (in_file.get(said), in_file.get(uids.key(said))):
            if found is not None:
                return found
        by_uid = self.known.of_uid(said)
        if by_uid is not None:
            return by_uid
        for several in (self.known.of_way(way) if way else (), self.known.of_name(said)):
            if len(several) == 1:
                return several[0]
        return None


def _way_of(said: str) -> str | None:
    """The e-mail or the profile that the words are, if they are one."""
    if "://" in said:
        return somebody.way("url", methods.normal_url(said))
    return somebody.way("email", said.casefold()) if "@" in said else None
