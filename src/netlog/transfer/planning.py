"""What an import will do, worked out before anything is written: a dry run ends here.

People come first, whatever their place in the file: an introduction or a meeting may name somebody
who comes later. Whoever is new is known by an id below zero until there is one.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from netlog.records.favors import TO_THEM, NewFavor
from netlog.records.importing import (
    Arrival,
    By,
    Came,
    LeftOut,
    Matched,
    Plan,
    PlannedFavor,
    PlannedMeeting,
    PlannedThanks,
    Present,
    Recorded,
    Renewal,
    Update,
    Updated,
)
from netlog.records.incoming import (
    Exact,
    IncomingAnswer,
    IncomingFavor,
    IncomingMeeting,
    IncomingRule,
    IncomingThanks,
    Left,
)
from netlog.records.meetings import KINDS, NewMeeting
from netlog.records.thanks import NewThanks
from netlog.rules import admission, identity, importing, methods, reciprocity
from netlog.rules.dates import MOST_DAYS_AHEAD
from netlog.rules.identity import Known, Somebody
from netlog.store.reads import importing as reads
from netlog.wording import listed, short_day

Happening = IncomingMeeting | IncomingFavor | IncomingThanks | IncomingRule | IncomingAnswer
MOST_NAMED = 4
_LETTERS: dict[Recorded, str] = {"contact": "c", "meeting": "m", "favor": "f", "thanks": "t"}
_LETTERS["cadence_rule"] = ""


class Contents(NamedTuple):
    """A file as it was read: people as they may be stored, what happened, what was left."""

    arrivals: Sequence[Arrival]
    happenings: Sequence[Happening] = ()
    left: Sequence[Left] = ()


class Terms(NamedTuple):
    """How to import: today, what becomes of those known, whether those only met are added."""

    today: date
    update: Update = "fill"
    adds_the_met: bool = False


class Planned(NamedTuple):
    """A plan with what there is to say of it; offered are people left out who may be added.

    The refs of what is new have ids below zero: the nth of its kind is -n.
    """

    plan: Plan
    new: tuple[Came, ...]
    matched: tuple[Matched, ...]
    updated: tuple[Updated, ...]
    skipped: tuple[LeftOut, ...]
    rejected: tuple[LeftOut, ...]
    offered: tuple[Arrival, ...]


class Ground:
    """The book as it stands, and as the files before this one would have left it in a dry run."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.known = Known(map(_somebody, reads.everybody(connection)))
        self.imagined: dict[int, Present] = {}
        self.seen: set[Hashable] = set()
        self.first_new = -1

    def over(self, connection: sqlite3.Connection) -> "Ground":
        """The same, looked at through another connection."""
        self.connection = connection
        return self

    def present(self, contact_id: int) -> Present:
        """Somebody who is there, or would be."""
        return self.imagined.get(contact_id) or reads.present(self.connection, contact_id)

    def imagine(self, plan: Plan) -> None:
        """Let the plan be carried out, as far as the next one could tell."""
        vias = dict(plan.introductions)
        for at, arrival in enumerate(plan.people):
            new_id = self.first_new - at
            self.imagined[new_id] = importing.imagined(new_id, arrival, vias.get(new_id))
        self.first_new -= len(plan.people)
        for there, changes in plan.renewals:
            after = importing.applied(there, changes)
            if there.id in vias:
                after = after._replace(
                    columns={**after.columns, "introduced_by_id": vias[there.id]}
                )
            self.imagined[there.id] = after
            self.known.add(identity.somebody(after.id, after.contact, after.uids))
        for one in plan.meetings:
            self.seen |= {one.meeting.uid, _content(one.meeting)}
        for favor in plan.favors:
            self.seen |= {favor.favor.uid, _content(favor.favor)}
        self.seen |= {thanks.thanks.uid for thanks in plan.thanks}
        self.seen |= {(rule.scope, rule.label) for rule in plan.rules}
        self.seen |= {answer[:2] for answer in plan.answers}


def plan(ground: Ground, contents: Contents, terms: Terms) -> Planned:
    """What the file will do to the book; the ground learns who is new."""
    planner = _Planner(ground, terms)
    planner.take_people(contents.arrivals)
    planner.take_happenings(contents.happenings)
    planner.leave(contents.left)
    return planner.planned()


def _somebody(row: reads.Row) -> Somebody:
    ways = (identity.way(kind, normal) for kind, normal in row.methods)
    return Somebody(row.id, row.name, row.organization, row.uids, tuple(filter(None, ways)))


class _Planner:
    def __init__(self, ground: Ground, terms: Terms) -> None:
        self.ground = ground
        self.connection = ground.connection
        self.known = ground.known
        self.terms = terms
        self.first_new = ground.first_new
        self.people: list[Arrival] = []
        self.met: dict[int, list[tuple[Arrival, By]]] = {}
        self.in_file: dict[str, int] = {}
        self.namesakes: set[str] = set()
        self.claimed: dict[str, int] = {}
        self.introductions: dict[int, int] = {}
        self.renewals: list[Renewal] = []
        self.meetings: list[PlannedMeeting] = []
        self.favors: list[PlannedFavor] = []
        self.thanks: list[PlannedThanks] = []
        self.rules: list[IncomingRule] = []
        self.answers: list[tuple[int, int, Exact]] = []
        self.uids: set[Hashable] = set()
        self.counts: Counter[Recorded] = Counter()
        self.new: list[Came] = []
        self.matched: list[Matched] = []
        self.updated: list[Updated] = []
        self.skipped: list[LeftOut] = []
        self.rejected: list[LeftOut] = []
        self.offered: list[Arrival] = []

    def planned(self) -> Planned:
        found = Plan(
            tuple(self.people),
            tuple(self.renewals),
            tuple(self.introductions.items()),
            tuple(self.meetings),
            tuple(self.favors),
            tuple(self.thanks),
            tuple(self.rules),
            tuple(self.answers),
        )
        return Planned(
            found,
            tuple(self.new),
            tuple(self.matched),
            tuple(self.updated),
            tuple(sorted(self.skipped)),
            tuple(sorted(self.rejected)),
            tuple(self.offered),
        )

    def leave(self, left: Iterable[Left]) -> None:
        for one in left:
            (self.rejected if one.rejected else self.skipped).append(LeftOut(one.row, one.reason))

    # People

    def take_people(self, arrivals: Sequence[Arrival]) -> None:
        """Who of them is known, who is new; then who introduced whom, and what that changes."""
        self.known.expect([identity.somebody(0, one.contact, one.uids) for one in arrivals])
        for arrival in sorted(arrivals, key=lambda one: one.is_met):
            self._take(self._with_uids(arrival, lambda uid: not self.known.is_shared(uid)))
        for contact_id, entries in self.met.items():
            self._renew(contact_id, entries)
        for at, arrival in enumerate(self.people):
            new_id = self.first_new - at
            free = self._with_uids(arrival, partial(self._is_free, new_id))
            self.people[at] = self._introduced(new_id, free)

    def _take(self, arrival: Arrival) -> None:
        one = identity.somebody(0, arrival.contact, arrival.uids)
        found = self.known.find(one)
        if found.several:
            them = listed([f"c{id_}" for id_ in found.several[:MOST_NAMED]], "or")
            reason = f"{arrival.contact.name} may be {them}"
            self.rejected.append(LeftOut(arrival.row, reason))
            return
        if found.id is None:
            self._add(arrival, one)
            return
        self._remember(arrival, found.id)
        if found.id <= self.first_new:
            at = self.first_new - found.id
            self.people[at] = importing.joined(self.people[at], arrival)
            whole = self.people[at]
            self.known.add(identity.somebody(found.id, whole.contact, whole.uids))
            ref = f"c{found.id}"
            self.matched.append(Matched(arrival.row, "contact", ref, whole.contact.name, found.by))
        else:
            self.met.setdefault(found.id, []).append((arrival, found.by))
            known = self.known.person(found.id)
            learned = _learned(known, one)
            if learned != known:
                self.known.add(learned)

    def _add(self, arrival: Arrival, one: Somebody) -> None:
        if arrival.is_met and not self.terms.adds_the_met:
            reason = f"{arrival.contact.name} is not in your book"
            self.skipped.append(LeftOut(arrival.row, reason))
            self.offered.append(arrival)
            return
        new_id = self.first_new - len(self.people)
        self.people.append(arrival)
        self.known.add(one._replace(id=new_id))
        self._remember(arrival, new_id)
        self.new.append(Came(arrival.row, "contact", f"c{new_id}", arrival.contact.name))

    def _remember(self, arrival: Arrival, contact_id: int) -> None:
        """Under what the rest of the file may speak of them."""
        contact = arrival.contact
        emails = (method.normal for method in contact.methods if method.kind == "email")
        for said in filter(None, (contact.uid, *arrival.uids, *emails)):
            self.in_file.setdefault(said, contact_id)
        if self.in_file.setdefault(contact.name, contact_id) != contact_id:
            self.namesakes.add(contact.name)

    def _renew(self, contact_id: int, entries: list[tuple[Arrival, By]]) -> None:
        """What all entries for one who is there change, told of the first of them."""
        (arrival, by), *others = entries
        for other, _ in others:
            arrival = importing.joined(arrival, other)
        there = self.ground.present(contact_id)
        via = self._find(arrival.introduced_by) if arrival.introduced_by else None
        if arrival.introduced_by and via is None:
            arrival = _with_field(arrival)
        via = None if via == contact_id else via
        arrival = self._with_uids(arrival, partial(self._is_free, contact_id))
        found = importing.changes(there, arrival, self.terms.update, via)
        via = found.columns.get("introduced_by_id")
        if via is not None and via < 0:
            # Whoever has no id yet gets one first.
            self.introductions[contact_id] = via
            columns = {**found.columns}
            del columns["introduced_by_id"]
            found = found._replace(columns=columns)
        name = found.columns.get("name", there.contact.name)
        ref = f"c{contact_id}"
        if found.told:
            self.renewals.append(Renewal(there, found))
            told = Updated(arrival.row, "contact", ref, name, by, found.told, found.differs)
            self.updated.append(told)
            entries = others
        for entry, known_by in entries:
            self.matched.append(Matched(entry.row, "contact", ref, name, known_by, found.differs))
        as_stored = identity.somebody(contact_id, there.contact, there.uids)
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
        return is_theirs and self.claimed.setdefault(uid, contact_id) == contact_id

    def _introduced(self, new_id: int, arrival: Arrival) -> Arrival:
        """With who introduced them, as somebody known or else in words."""
        if not arrival.introduced_by:
            return arrival
        via = self._find(arrival.introduced_by)
        if via is None or via == new_id:
            return _with_field(arrival)
        self.introductions[new_id] = via
        return arrival

    def _find(self, said: str) -> int | None:
        """Who is meant by a uid, an e-mail or a name: of this file, else the only one there is."""
        said = admission.line(said) or ""
        if said in self.namesakes:
            return None
        way = _way_of(said)
        for found in (self.in_file.get(said), self.in_file.get(said.casefold())):
            if found is not None:
                return found
        by_uid = self.known.of_uid(said)
        if by_uid is not None:
            return by_uid
        for several in (self.known.of_way(way) if way else (), self.known.of_name(said)):
            if len(several) == 1:
                return several[0]
        return None

    # What happened

    def take_happenings(self, happenings: Iterable[Happening]) -> None:
        for one in happenings:
            match one:
                case IncomingMeeting():
                    self._take_meeting(one)
                case IncomingFavor():
                    self._take_favor(one)
                case IncomingThanks():
                    self._take_thanks(one)
                case IncomingRule():
                    self._take_rule(one)
                case IncomingAnswer():
                    self._take_answer(one)

    def _take_meeting(self, one: IncomingMeeting) -> None:
        named = zip_longest(one.who, one.names, fillvalue="")
        there = [self._find(said) or (self._find(name) if name else None) for said, name in named]
        ids = tuple(dict.fromkeys(id_ for id_ in there if id_))
        if not ids:
            told = one.names or one.who
            several = [name for name in told if len(self.known.of_name(name)) > 1]
            reason = f"{_some(several)} may be several of your book"
            self._skip(
                one.row, reason if several else f"nobody of it is in your book: {_some(told)}"
            )
            return
        if not one.exact and one.happened_on > self.terms.today + MOST_DAYS_AHEAD:
            self._skip(one.row, "it is still to come")
            return
        kind = one.kind if one.kind in KINDS else "meeting"
        text, place = admission.block(one.text), admission.line(one.place)
        uid = admission.uid(one.uid)
        name = f"{kind} with {self._names(ids)}, {short_day(one.happened_on, self.terms.today)}"
        known = uid and reads.meeting_of_uid(self.connection, uid)
        by: By = "uid" if known else "content"
        said = (kind, text, place)
        new = NewMeeting(one.happened_on, kind, ids, uid=uid, text=text, place=place)
        keys: tuple[Hashable, ...] = (uid,)
        if not one.exact:  # of netlog's own, two alike are two
            known = known or reads.same_meeting(self.connection, one.happened_on, said, ids)
            keys = (uid, _content(new))
        if self._is_new("meeting", one.row, keys, known, by, name):
            rows = one.rows if len(one.rows) == len(ids) else ()
            self.meetings.append(PlannedMeeting(one.row, new, one.exact, rows))

    def _take_favor(self, one: IncomingFavor) -> None:
        who, text = self._find(one.who), admission.block(one.text)
        if who is None or not text:
            self._skip(one.row, f"{one.who} is not in your book" if text else "it says nothing")
            return
        uid = admission.uid(one.uid)
        known = uid and reads.favor_of_uid(self.connection, uid)
        by: By = "uid" if known else "content"
        if not known and who > 0 and not one.exact:
            said = (who, one.direction, text, one.opened_on)
            known = reads.same_favor(self.connection, *said)
        word = "for" if one.direction == TO_THEM else "from"
        name = f"favor {word} {self._names([who])}"
        due = reciprocity.promise_due_on if one.direction == TO_THEM else reciprocity.waiting_due_on
        new = NewFavor(
            contact_id=who,
            direction=one.direction,
            text=text,
            opened_on=one.opened_on,
            # Old debts of another program come up from today on, not as years overdue.
            due_on=None
            if one.done_on or one.exact
            else due(max(one.opened_on, self.terms.today), None),
            done_on=one.done_on,
            uid=uid,
        )
        keys = (uid,) if one.exact else (uid, _content(new))
        if not self._is_new("favor", one.row, keys, known, by, name):
            return
        exact = dict(one.exact)
        meeting = exact.pop("meeting", None)
        self.favors.append(
            PlannedFavor(one.row, new, str(meeting) if meeting else None, tuple(exact.items()))
        )

    def _take_thanks(self, one: IncomingThanks) -> None:
        who = self._find(one.who)
        if who is None:
            self._skip(one.row, f"{one.who} is not in your book")
            return
        uid = admission.uid(one.uid)
        known = uid and reads.thanks_of_uid(self.connection, uid)
        name = f"thanks to {self._names([who])}"
        if self._is_new("thanks", one.row, (uid,), known, "uid", name):
            new = NewThanks(who, one.opened_on, one.due_on, uid=uid)
            self.thanks.append(PlannedThanks(one.row, new, one.meeting, one.favor, one.exact))

    def _take_rule(self, incoming: IncomingRule) -> None:
        one = admission.rule(incoming)
        if isinstance(one, Left):
            self.rejected.append(LeftOut(one.row, one.reason))
            return
        known = reads.rule(self.connection, one.scope, one.label)
        name = f"{one.scope} {one.label}".strip()
        if self._is_new("cadence_rule", one.row, ((one.scope, one.label),), known, "content", name):
            taken = one.uid in self.uids or reads.has_rule_uid(self.connection, one.uid)
            self.uids.add(one.uid)
            self.rules.append(one._replace(uid=None) if taken else one)

    def _take_answer(self, one: IncomingAnswer) -> None:
        who, other = self._find(one.who), self._find(one.other)
        if who is None or other is None or who == other:
            self._skip(one.row, "it speaks of people who are not two in your book")
            return
        pair = (min(who, other), max(who, other))
        if pair in self.ground.seen or reads.is_answered(self.connection, pair):
            return
        if all(pair != known[:2] for known in self.answers):
            self.answers.append((*pair, one.exact))

    def _is_new(
        self,
        record: Recorded,
        row: int,
        keys: Sequence[Hashable],
        known: int | str | None,
        by: By,
        name: str,
    ) -> bool:
        """Whether it is to be stored; tells of it in either case.

        keys are its uid, which no two of a file have, and what else an earlier file had the same.
        """
        letter, number = _LETTERS[record], self.counts[record] + 1
        uid = keys[0]
        has_uid = uid is not None and (uid in self.uids or uid in self.ground.seen)
        if known or has_uid or not self.ground.seen.isdisjoint(set(keys) - {None}):
            by = "uid" if has_uid else by
            ref = f"{letter}{known}" if letter and known else None
            self.matched.append(Matched(row, record, ref, name, by))
            return False
        self.uids.add(uid)
        self.counts[record] = number
        self.new.append(Came(row, record, f"{letter}-{number}" if letter else None, name))
        return True

    def _skip(self, row: int, reason: str) -> None:
        self.skipped.append(LeftOut(row, reason))

    def _names(self, ids: Sequence[int]) -> str:
        return _some([self.known.person(id_).name for id_ in ids])


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


def _content(new: NewMeeting | NewFavor) -> Hashable:
    """What makes two of them the same when neither uid says so."""
    if isinstance(new, NewMeeting):
        return new.happened_on, new.kind, new.text, new.place, frozenset(new.contact_ids)
    return new.contact_id, new.direction, new.text, new.opened_on


def _some(names: Sequence[str]) -> str:
    shown = list(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        shown.append(f"{len(names) - MOST_NAMED} more")
    return listed(shown)


def _with_field(arrival: Arrival) -> Arrival:
    """With who introduced them in words, when that is nobody known."""
    fields = dict(arrival.fields)
    fields.setdefault("introduced by", arrival.introduced_by or "")
    return arrival._replace(fields=tuple(fields.items()))
