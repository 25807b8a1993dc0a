"""The ground of an import: what was read, the terms, and the book as it stands or would stand."""

from collections.abc import Hashable, Sequence
from datetime import date

from netlog.actions.importing.shelf import Shelf
from netlog.named import NamedTuple
from netlog.records.calendars import IncomingSeries, IncomingWithdrawal
from netlog.records.contacts import StoredContact
from netlog.records.favors import NewFavor
from netlog.records.importing import (
    Arrival,
    Came,
    ImportPlan,
    Matched,
    Skipped,
    Update,
    Updated,
)
from netlog.records.incoming import (
    Declined,
    IncomingAnswer,
    IncomingCard,
    IncomingFavor,
    IncomingMeeting,
    IncomingOrganization,
    IncomingPlan,
    IncomingRecord,
    IncomingRule,
)
from netlog.records.meetings import NewMeeting
from netlog.records.organizations import CompanyNames
from netlog.rules import organizations, relations
from netlog.rules.importing import renewal, somebody
from netlog.rules.importing.identity import Acquaintances
from netlog.rules.importing.somebody import Somebody
from netlog.store.connect import Book
from netlog.store.reads import contacts, network
from netlog.store.reads import importing as reads
from netlog.store.reads.organizations import names as names_of_companies

Happening = (
    IncomingOrganization
    | IncomingMeeting
    | IncomingPlan
    | IncomingFavor
    | IncomingRecord
    | IncomingCard
    | IncomingRule
    | IncomingAnswer
    | IncomingWithdrawal
    | IncomingSeries
)


class Contents(NamedTuple):
    """A file as it was read: people as they may be stored, what happened, what was left."""

    arrivals: Shelf[Arrival]
    happenings: Sequence[Happening] = ()
    left: Sequence[Declined] = ()


class Terms(NamedTuple):
    """How to import: today, what becomes of those known, whether those only met are added.

    own_kinds are kinds of meetings beside the built-in ones.
    """

    today: date
    update: Update = "fill"
    adds_the_met: bool = False
    own_kinds: tuple[str, ...] = ()


class Planned(NamedTuple):
    """A plan with what there is to say of it; offered are people left out who may be added.

    note is a sentence on what no row tells. The refs of what is new have ids below zero: the
    nth of its kind is -n.
    """

    plan: ImportPlan
    new: Sequence[Came]
    matched: Sequence[Matched]
    updated: tuple[Updated, ...]
    skipped: tuple[Skipped, ...]
    rejected: tuple[Skipped, ...]
    offered: tuple[Arrival, ...]
    note: str | None = None


class Ground:
    """The book as it stands, and as the files before this one would have left it in a dry run."""

    def __init__(self, connection: Book) -> None:
        self.connection = connection
        self.known = Acquaintances(map(_somebody, reads.everybody(connection)))
        self.imagined: dict[int, StoredContact] = {}
        self.seen: set[Hashable] = set()
        self.first_new = -1
        self._companies: Sequence[CompanyNames] | None = None

    def over(self, connection: Book) -> "Ground":
        """The same, looked at through another connection."""
        self.connection = connection
        return self

    @property
    def companies(self) -> Sequence[CompanyNames]:
        """The companies of the book by their names."""
        if self._companies is None:
            self._companies = names_of_companies(self.connection)
        return self._companies

    def via(self, contact_id: int) -> int | None:
        """The id of who led to somebody who is there, or would be."""
        found = self.imagined.get(contact_id)
        return found.introduced_by_id if found else network.via(self.connection, contact_id)

    def present(self, contact_id: int) -> StoredContact:
        """Somebody who is there, or would be."""
        found = self.imagined.get(contact_id)
        return found or contacts.stored(self.connection, [contact_id])[0]

    def all_present(self, ids: Sequence[int]) -> list[StoredContact]:
        """Those people as they are there, and those who would be."""
        would_be = [self.imagined[id_] for id_ in ids if id_ in self.imagined]
        others = [id_ for id_ in ids if id_ not in self.imagined]
        return [*would_be, *contacts.stored(self.connection, others)]

    def imagine(self, plan: ImportPlan) -> None:
        """Let the plan be carried out, as far as the next one could tell."""
        vias = dict(plan.introductions)
        for at, arrival in enumerate(plan.people):
            new_id = self.first_new - at
            self.imagined[new_id] = renewal.imagined(new_id, arrival, vias.get(new_id))
            self.known.hold(somebody.somebody(new_id, arrival.contact, arrival.uids))
        self.first_new -= len(plan.people)
        for there, changes in plan.renewals:
            after = renewal.applied(there, changes)
            if there.id in vias:
                after = after._replace(introduced_by_id=vias[there.id])
            self.imagined[there.id] = after
            self.known.add(somebody.somebody(after.id, after, after.uids))
        for planned_ in plan.relations:
            there = self.present(planned_.contact_id)
            new = relations.as_stored(planned_.relation)
            gone = (planned_.known, *planned_.ends)
            left = (one for one in there.relations if one.id not in gone)
            self.imagined[there.id] = there._replace(relations=(*left, new))
        for one in plan.meetings:
            self.seen |= {one.meeting.uid, content_of(one.meeting)}
        for favor in plan.favors:
            self.seen |= {favor.favor.uid, content_of(favor.favor)}
        self.seen |= {planned.record.uid for planned in plan.records}
        self.seen |= {one.new.uid for one in plan.companies} | {
            organizations.key(one.new.name) for one in plan.companies
        }
        self.seen |= {(rule.scope, rule.label) for rule in plan.rules}
        self.seen |= {answer[:2] for answer in plan.answers}


def content_of(new: NewMeeting | NewFavor) -> Hashable:
    """What makes two of them the same when neither uid says so."""
    if isinstance(new, NewMeeting):
        return new.happened_on, new.kind, new.text, new.place, frozenset(new.contact_ids)
    return new.contact_id, new.direction, new.text, new.opened_on


def _somebody(row: reads.Identity) -> Somebody:
    ways = (somebody.way(*method) for method in row.methods)
    one = Somebody(row.id, row.name, row.organization, row.uids, tuple(filter(None, ways)))
    return somebody.named(one, row.name_key)
