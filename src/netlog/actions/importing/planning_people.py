"""People of a file planned: who is known, who is new, who introduced whom, what changes."""

from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, partial

from netlog.actions.importing.ground import Ground, Planned, Terms
from netlog.actions.importing.shelf import Seen, Shelf
from netlog.folding import words
from netlog.records.contacts import StoredContact
from netlog.records.importing import (
    Arrival,
    By,
    Came,
    CardRenewal,
    FieldChange,
    ImportPlan,
    Matched,
    MeetingRenewal,
    PlannedCompany,
    PlannedFavor,
    PlannedMeeting,
    PlannedRecord,
    PlannedRelation,
    PlanRenewal,
    Recorded,
    Renewal,
    Skipped,
    Updated,
)
from netlog.records.incoming import (
    Declined,
    Exact,
    IncomingRelation,
    IncomingRule,
)
from netlog.records.refs import ref
from netlog.records.relations import NewRelation, StoredRelation
from netlog.rules import methods, uids
from netlog.rules import relations as rules
from netlog.rules.importing import admission, identity, renewal
from netlog.rules.importing.identity import Somebody
from netlog.store.reads import relations as relation_reads
from netlog.wording import listed

MOST_NAMED = 4


class PeoplePlanner:
    """What becomes of people, and who is meant by what the rest of the file says."""

    def __init__(self, ground: Ground, terms: Terms) -> None:
        self.ground = ground
        self.connection = ground.connection
        self.known = ground.known
        self.terms = terms
        self.first_new = ground.first_new
        self.people: Shelf[Arrival] = Shelf()
        self.arrivals: Shelf[Arrival] = Shelf()
        self.met: dict[int, list[tuple[int, By]]] = {}
        self.taken = array("Q"), array("q")
        self.claimed: dict[str, int] = {}
        self.introductions: dict[int, int] = {}
        self.relations: list[PlannedRelation] = []
        self.companies: list[PlannedCompany] = []
        self.card_renewals: list[CardRenewal] = []
        self.touches: list[tuple[int, int, date]] = []
        self.renewals: list[Renewal] = []
        self.meetings: list[PlannedMeeting] = []
        self.meeting_renewals: list[MeetingRenewal] = []
        self.withdrawals: list[int] = []
        self.moved: dict[tuple[str, str | None], int] = {}
        self.told_back: set[tuple[str, int]] = set()
        self.series: set[str] = set()
        self.outdated: set[str] = set()
        self.plan_renewals: list[PlanRenewal] = []
        self.kept_plans: list[tuple[int, str]] = []
        self.dropped_plans: list[tuple[int, str]] = []
        self.favors: list[PlannedFavor] = []
        self.records: list[PlannedRecord] = []
        self.rules: list[IncomingRule] = []
        self.answers: list[tuple[int, int, Exact]] = []
        self.uids: set[Hashable] = set()
        self.counts: Counter[Recorded] = Counter()
        self.new: Shelf[Came] = Shelf()
        self.matched: Shelf[Matched] = Shelf()
        self.updated: list[Updated] = []
        self.skipped: list[Skipped] = []
        self.rejected: list[Skipped] = []
        self.offered: list[Arrival] = []

    def planned(self) -> Planned:
        found = ImportPlan(
            self.people,
            tuple(self.renewals),
            tuple(self.introductions.items()),
            tuple(self.meetings),
            tuple(self.favors),
            tuple(self.records),
            tuple(self.rules),
            tuple(self.answers),
            tuple(self.meeting_renewals),
            tuple(self.withdrawals),
            tuple(self.plan_renewals),
            tuple(self.kept_plans),
            tuple(self.dropped_plans),
            tuple(self.relations),
            tuple(self.companies),
            tuple(self.card_renewals),
        )
        return Planned(
            found,
            self.new,
            self.matched,
            tuple(self.updated),
            tuple(sorted(self.skipped)),
            tuple(sorted(self.rejected)),
            tuple(self.offered),
        )

    def leave(self, left: Iterable[Declined]) -> None:
        for one in left:
            (self.rejected if one.rejected else self.skipped).append(Skipped(one.row, one.reason))

    # People

    def take_people(self, arrivals: Shelf[Arrival]) -> None:
        """Who of them is known, who is new; then who introduced whom, and what that changes."""
        self.arrivals, self.people = arrivals, Shelf(beside=arrivals)
        self.known.expect(Seen(arrivals, partial(_somebody, 0)), self._newcomer)
        met = [at for at, arrival in enumerate(arrivals) if self._take_now(at, arrival)]
        for at in met:
            self._take(at, arrivals[at])
        for contact_id, entries in self.met.items():
            self._renew(contact_id, entries)
        for at, arrival in enumerate(self.people):
            new_id = self.first_new - at
            free = self._with_uids(arrival, partial(self._is_free, new_id))
            after = self._introduced(new_id, free)
            if after is not arrival:
                self.people[at] = after
            self._relate(new_id, free)
        self._meet_relations()

    def _newcomer(self, new_id: int) -> Somebody:
        """Somebody of the file who is new, as they are known so far."""
        return _somebody(new_id, self.people[self.first_new - new_id])

    def _take_now(self, at: int, arrival: Arrival) -> bool:
        """Take somebody of an address book; whether it is one who was met, who comes later."""
        if not arrival.is_met:
            self._take(at, arrival)
        return arrival.is_met

    def _own(self, arrival: Arrival) -> Arrival:
        """With those uids that are nobody else's in the file."""
        return self._with_uids(arrival, lambda uid: not self.known.is_shared(uid))

    def _take(self, at_shelf: int, said: Arrival) -> None:
        arrival = self._own(said)
        one = _somebody(0, arrival)
        found = self.known.find(one)
        if found.several:
            them = listed([ref("c", id_) for id_ in found.several[:MOST_NAMED]], "or")
            reason = f"{arrival.contact.name} may be {them}"
            # A guest of a calendar is not to be mended there.
            (self.skipped if arrival.is_met else self.rejected).append(Skipped(arrival.row, reason))
            return
        if found.id is None:
            self._add(arrival, one, at_shelf if arrival is said else None, at_shelf)
            return
        self._remember(at_shelf, found.id)
        if arrival.touched_on:
            self.touches.append((arrival.row, found.id, arrival.touched_on))
        if found.id <= self.first_new:
            at = self.first_new - found.id
            whole = renewal.joined(self.people[at], arrival)
            self.people[at] = whole
            self.known.add(_somebody(found.id, whole))
            told = Matched(arrival.row, "contact", ref("c", found.id), whole.contact.name, found.by)
            self.matched.append(told)
        else:
            self.met.setdefault(found.id, []).append((at_shelf, found.by))
            known = self.known.person(found.id)
            learned = _learned(known, one)
            if learned != known:
                self.known.add(learned)

    def _add(self, arrival: Arrival, one: Somebody, shared: int | None, at_shelf: int) -> None:
        if arrival.is_met and not self.terms.adds_the_met:
            reason = f"{arrival.contact.name} is not in your book"
            self.skipped.append(Skipped(arrival.row, reason))
            self.offered.append(arrival)
            return
        new_id = self.first_new - len(self.people)
        if shared is None:
            self.people.append(arrival)
        else:
            self.people.share(self.arrivals, shared)
        self.known.add(one._replace(id=new_id))
        self._remember(at_shelf, new_id)
        if arrival.touched_on:
            self.touches.append((arrival.row, new_id, arrival.touched_on))
        self.new.append(Came(arrival.row, "contact", ref("c", new_id), arrival.contact.name))

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

    def _renew(self, contact_id: int, known: list[tuple[int, By]]) -> None:
        """What all entries for one who is there change, told of the first of them."""
        entries = [(self._own(self.arrivals[at]), by) for at, by in known]
        (arrival, by), *others = entries
        for other, _ in others:
            arrival = renewal.joined(arrival, other)
        there = self.ground.present(contact_id)
        via = self._find(arrival.introduced_by) if arrival.introduced_by else None
        if arrival.introduced_by and via is None:
            arrival = _with_field(arrival)
        via = None if via == contact_id else via
        arrival = self._with_uids(arrival, partial(self._is_free, contact_id))
        found = renewal.changes(there, arrival, self.terms.update, via)
        via = found.columns.get("introduced_by_id")
        if via is not None and via < 0:
            # Whoever has no id yet gets one first.
            self.introductions[contact_id] = via
            columns = {**found.columns}
            del columns["introduced_by_id"]
            found = found._replace(columns=columns)
        name = found.columns.get("name", there.name)
        theirs = ref("c", contact_id)
        related = tuple(self._relate_known(there, arrival))
        found = found._replace(told=(*found.told, *related))
        if found.told or found.kept:
            self.renewals.append(Renewal(there, found))
        if found.told:
            told = Updated(arrival.row, "contact", theirs, name, by, found.told, found.differs)
            self.updated.append(told)
            entries = others
        for entry, known_by in entries:
            self.matched.append(
                Matched(entry.row, "contact", theirs, name, known_by, found.differs)
            )
        as_stored = identity.somebody(contact_id, there, there.uids)
        if as_stored != self.known.person(contact_id):
            self.known.add(as_stored)

    def _with_uids(self, arrival: Arrival, holds: Callable[[str], bool]) -> Arrival:
        """With those of its uids of which that holds."""
        own = arrival.contact.uid
        if own and not holds(own):
            arrival = arrival._replace(contact=arrival.contact._replace(uid=None))
        if all(map(holds, arrival.uids)):
            return arrival  # no copy: there may be a hundred thousand
        return arrival._replace(uids=tuple(filter(holds, arrival.uids)))

    def _is_free(self, contact_id: int, uid: str) -> bool:
        """Whether the uid is nobody else's, in the book or in the file."""
        is_theirs = self.known.of_uid(uid) in (None, contact_id)
        return is_theirs and self.claimed.setdefault(uids.key(uid), contact_id) == contact_id

    def _introduced(self, new_id: int, arrival: Arrival) -> Arrival:
        """With who introduced them, as somebody known or else in words."""
        if not arrival.introduced_by:
            return arrival
        via = self._find(arrival.introduced_by)
        if via is None or via == new_id:
            return _with_field(arrival)
        self.introductions[new_id] = via
        return arrival

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
        said = admission.line(said) or ""
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


def _somebody(id_: int, arrival: Arrival) -> Somebody:
    return identity.somebody(id_, arrival.contact, arrival.uids)


def _way_of(said: str) -> str | None:
    """The e-mail or the profile that the words are, if they are one."""
    if "://" in said:
        return identity.way("url", methods.normal_url(said))
    return identity.way("email", said.casefold()) if "@" in said else None


def _learned(known: Somebody, one: Somebody) -> Somebody:
    """Somebody known with what an entry of the file says: the next entry may be somebody else."""
    return known._replace(
        organization=known.organization or one.organization,
        uids=tuple(dict.fromkeys((*known.uids, *one.uids))),
        ways=tuple(dict.fromkeys((*known.ways, *one.ways))),
    )


def _with_field(arrival: Arrival) -> Arrival:
    """With who introduced them in words, when that is nobody known."""
    fields = dict(arrival.fields)
    fields.setdefault("introduced by", arrival.introduced_by or "")
    return arrival._replace(fields=tuple(fields.items()))
