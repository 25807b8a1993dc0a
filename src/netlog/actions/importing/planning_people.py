"""People of a file planned: who is known, who is new, who introduced whom, what changes."""

from collections.abc import Sequence
from functools import partial, reduce

from netlog.actions.importing.bare_names import BareNames
from netlog.actions.importing.planning_relations import RelationPlanner
from netlog.actions.importing.shelf import Seen, Shelf
from netlog.records.contacts import StoredContact
from netlog.records.importing import Arrival, By, Came, Matched, Renewal, Skipped, Updated
from netlog.records.refs import ref
from netlog.rules import uids
from netlog.rules.importing import renewal, somebody
from netlog.rules.importing.identity import Identified
from netlog.rules.importing.somebody import Somebody
from netlog.wording import listed

MOST_NAMED = 4


class PeoplePlanner(RelationPlanner):
    """What becomes of people."""

    def take_people(self, arrivals: Shelf[Arrival]) -> None:
        """Who of them is known, who is new; then who introduced whom, and what that changes."""
        self.arrivals, self.people = arrivals, Shelf(beside=arrivals)
        self.bare_names = BareNames(self.known, self._known_as)
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
                self.known.changed(new_id)
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

    def _take(self, at_shelf: int, said: Arrival) -> None:
        one = _somebody(0, self._own(said))
        arrival = self._claimed(at_shelf, said)
        found = self.known.find(one)
        if found.several and somebody.is_bare(one.name):
            found = self._of_bare_name(one, found.several, arrival)
        if found.several:
            them = listed([ref("c", id_) for id_ in found.several[:MOST_NAMED]], "or")
            reason = f"{arrival.contact.name} may be {them}"
            # A guest of a calendar is not to be mended there.
            if arrival.is_met:
                self._leave_out(arrival, reason)
            else:
                self.rejected.append(Skipped(arrival.row, reason))
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
            self._note(found.id, one)
            if whole.contact.name != self.new[at].name:
                self.new[at] = self.new[at]._replace(name=whole.contact.name)
            name, theirs = whole.contact.name, ref("c", found.id)
            differs = self._unlike(renewal.imagined(found.id, whole, None), whole, arrival)
            self.matched.append(Matched(arrival.row, "contact", theirs, name, found.by, differs))
        else:
            self.met.setdefault(found.id, []).append((at_shelf, found.by))
            known = self.known.person(found.id)
            learned = _learned(known, one)
            if learned != known:
                self.known.add(learned)

    def _of_bare_name(self, one: Somebody, several: Sequence[int], said: Arrival) -> Identified:
        """Who of them it is: whoever is known by the very same, or a guest of the file met again.

        Else somebody else, unless it may be somebody who was there before the file.
        """
        new = [id_ for id_ in several if id_ <= self.first_new]
        if said.is_met and len(new) == 1:
            return Identified(new[0], "name")
        # Who introduced them, and who belongs to them, is not compared.
        is_whole = not (said.introduced_by or said.relations)
        same = self.bare_names.same(one, renewal.imagined(0, said, None)) if is_whole else []
        if len(same) == 1:
            return Identified(same[0], "name")
        return Identified(None, "name", tuple(id_ for id_ in several if id_ > self.first_new))

    def _known_as(self, ids: Sequence[int]) -> list[StoredContact]:
        """Those people as they are there or would be, or as the file says they are."""
        new = (id_ for id_ in ids if id_ <= self.first_new)
        there = self.ground.all_present([id_ for id_ in ids if id_ > self.first_new])
        return [*there, *(self._newcomer_whole(id_) for id_ in new)]

    def _newcomer_whole(self, new_id: int) -> StoredContact:
        return renewal.imagined(new_id, self.people[self.first_new - new_id], None)

    def _note(self, new_id: int, one: Somebody) -> None:
        """Have somebody new among those of one bare first name, as they are known now."""
        if self.bare_names.are_looked_for(one):
            self.bare_names.note(self._newcomer_whole(new_id))

    def _unlike(self, there: StoredContact, whole: Arrival, entry: Arrival) -> tuple[str, ...]:
        """In what an entry is not followed, once all were taken; a calendar's guest says nothing.

        whole is what all entries for one person say.
        """
        is_left = self.terms.update == "skip" and there.id > 0
        if is_left or entry.is_met:
            return ()
        via = self._find(entry.introduced_by) if entry.introduced_by and there.id > 0 else None
        return renewal.unlike(there, whole, entry, via)

    def _add(self, arrival: Arrival, one: Somebody, shared: int | None, at_shelf: int) -> None:
        if arrival.is_met and not self.terms.adds_the_met:
            reason = f"{arrival.contact.name} is not in your book"
            self._leave_out(arrival, reason)
            self.offered.append(arrival)
            return
        new_id = self.first_new - len(self.people)
        if shared is None:
            self.people.append(arrival)
        else:
            self.people.share(self.arrivals, shared)
        self.known.add(one._replace(id=new_id))
        self._note(new_id, one)
        self._remember(at_shelf, new_id)
        if arrival.touched_on:
            self.touches.append((arrival.row, new_id, arrival.touched_on))
        self.new.append(Came(arrival.row, "contact", ref("c", new_id), arrival.contact.name))
        self._tell_uid(arrival, self.arrivals[at_shelf].contact.uid)

    def _tell_uid(self, arrival: Arrival, said: str | None) -> None:
        """Note who gets another uid than the file says, as somebody before them has it."""
        if said and arrival.contact.uid is None:
            first = self.arrivals[self.first_of[uids.key(said)]].contact.name
            self.beyond.append((arrival.contact.name, first))

    def _leave_out(self, arrival: Arrival, reason: str) -> None:
        """Skip somebody who was met, unless they turn out to be known by what they are called."""
        said = Skipped(arrival.row, reason)
        self.skipped.append(said)
        self.unmet.setdefault(arrival.contact.name, []).append(said)

    def _is_known(self, name: str) -> None:
        """Something is with them: that they are left out is not so."""
        self.followed.update(self.unmet.pop(name, ()))

    def _renew(self, contact_id: int, known: list[tuple[int, By]]) -> None:
        """What all entries for one who is there change, told of the first of them."""
        entries = [(self._claimed(at, self.arrivals[at]), by) for at, by in known]
        arrival = whole = reduce(renewal.joined, (entry for entry, _ in entries))
        there = self.ground.present(contact_id)
        via = self._find(arrival.introduced_by) if arrival.introduced_by else None
        is_ring = via not in (None, contact_id) and self._came_through(via, contact_id)
        if arrival.introduced_by and (via is None or is_ring):
            arrival = _with_field(arrival, self._name_of(via))
        via = None if is_ring or via == contact_id else via
        arrival = self._with_uids(arrival, partial(self._is_free, contact_id))
        found = renewal.changes(there, arrival, self.terms.update, via, self.ground.companies)
        after = renewal.applied(there, found)
        via = found.columns.get("introduced_by_id")
        if via is not None:
            self.vias[contact_id] = via
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
        for at, (entry, by) in enumerate(entries):
            differs = self._unlike(after, whole, entry)
            told = Matched(entry.row, "contact", theirs, name, by, differs)
            if found.told and not at:
                self.updated.append(Updated(*told[:-1], found.told, differs))
            else:
                self.matched.append(told)
        as_stored = somebody.somebody(contact_id, there, there.uids)
        if as_stored != self.known.person(contact_id):
            self.known.add(as_stored)

    def _is_free(self, contact_id: int, uid: str) -> bool:
        """Whether the uid is nobody else's, in the book or in the file."""
        is_theirs = self.known.of_uid(uid) in (None, contact_id)
        return is_theirs and self.claimed.setdefault(uids.key(uid), contact_id) == contact_id

    def _introduced(self, new_id: int, arrival: Arrival) -> Arrival:
        """With who introduced them, as somebody known or else in words."""
        if not arrival.introduced_by:
            return arrival
        via = self._find(arrival.introduced_by)
        if via is None or self._came_through(via, new_id):
            return _with_field(arrival, self._name_of(via))
        self.introductions[new_id] = self.vias[new_id] = via
        return arrival

    def _name_of(self, id_: int | None) -> str | None:
        """The name of somebody who is there, or new by this file."""
        if id_ is None:
            return None
        is_new = id_ <= self.first_new
        return (
            self.people[self.first_new - id_].contact.name
            if is_new
            else self.ground.present(id_).name
        )

    def _came_through(self, one: int, other: int) -> bool:
        """Whether somebody is the other, or came to you through them, as far as is planned."""
        seen: set[int] = set()
        at: int | None = one
        while at is not None and at not in seen:
            if at == other:
                return True
            seen.add(at)
            at = self.vias[at] if at in self.vias else self.ground.via(at)
        return False


def _somebody(id_: int, arrival: Arrival) -> Somebody:
    return somebody.somebody(id_, arrival.contact, arrival.uids)


def _learned(known: Somebody, one: Somebody) -> Somebody:
    """Somebody known with what an entry of the file says: the next entry may be somebody else."""
    return known._replace(
        organization=known.organization or one.organization,
        uids=tuple(dict.fromkeys((*known.uids, *one.uids))),
        ways=tuple(dict.fromkeys((*known.ways, *one.ways))),
    )


def _with_field(arrival: Arrival, called: str | None) -> Arrival:
    """With who introduced them in words, when that is nobody known, or somebody they led to."""
    fields = dict(arrival.fields)
    fields.setdefault("introduced by", called or arrival.introduced_by or "")
    return arrival._replace(fields=tuple(fields.items()))
