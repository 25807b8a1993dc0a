"""What an import has decided so far: one list for each thing that may become of a record."""

from array import array
from collections import Counter
from collections.abc import Hashable, Iterable
from datetime import date

from netlog.actions.importing.ground import Ground, Planned, Terms
from netlog.actions.importing.shelf import Shelf
from netlog.records.importing import (
    Arrival,
    By,
    Came,
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
    RecordRenewal,
    Renewal,
    Skipped,
    Updated,
)
from netlog.records.incoming import Declined, Exact, IncomingRule
from netlog.wording import listed

MOST_NAMED = 3


class Decisions:
    """What becomes of a file, as far as it was read; those who plan people and the rest add."""

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
        # Of uids that several have: where the first of them stands, and who gets another.
        self.first_of: dict[str, int] = {}
        self.beyond: list[tuple[str, str]] = []
        self.introductions: dict[int, int] = {}
        # Who led to whom by this file, whether they are there already or not.
        self.vias: dict[int, int] = {}
        self.relations: list[PlannedRelation] = []
        self.companies: list[PlannedCompany] = []
        # Where those of the file stand among them, and which of the new ones that is.
        self.firms: dict[str, tuple[int, int]] = {}
        self.firm_of: dict[str, str] = {}  # the name of the first one of a uid
        self.record_renewals: list[RecordRenewal] = []
        self.touches: list[tuple[int, int, date]] = []
        self.renewals: list[Renewal] = []
        self.meetings: list[PlannedMeeting] = []
        self.meeting_renewals: list[MeetingRenewal] = []
        self.withdrawals: list[int] = []
        self.moved: dict[tuple[str, str | None], int] = {}
        self.told_back: set[tuple[str, int]] = set()
        self.followed: set[Skipped] = set()  # what was told of them otherwise
        self.off: dict[str, int] = {}  # events that are, by uid, and which change says so
        self.series: set[str] = set()
        self.outdated: set[str] = set()
        self.apart: set[str] = set()
        self.renewed: set[str] = set()
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
        self.unmet: dict[str, list[Skipped]] = {}

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
            tuple(self.record_renewals),
        )
        return Planned(
            found,
            self.new,
            self.matched,
            tuple(self.updated),
            tuple(sorted(one for one in self.skipped if one not in self.followed)),
            tuple(sorted(self.rejected)),
            tuple(one for one in self.offered if one.contact.name in self.unmet),
            _beyond(self.beyond),
        )

    def leave(self, left: Iterable[Declined]) -> None:
        for one in left:
            (self.rejected if one.rejected else self.skipped).append(Skipped(one.row, one.reason))


def _beyond(those: list[tuple[str, str]]) -> str | None:
    """The sentence on who gets another uid than the file says."""
    if not those:
        return None
    if len(those) == 1:
        ((name, first),) = those
        return f"{name} has the uid of {first} in the file, and gets another."
    said = [f"{name} ({first})" for name, first in those[:MOST_NAMED]]
    said += [f"{len(those) - MOST_NAMED:,} more"] if len(those) > MOST_NAMED else []
    return f"Who has the uid of somebody before them in the file gets another: {listed(said)}."
