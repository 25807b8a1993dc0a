"""An import: what a file's people may be stored as, who is known already, and the report."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from netlog.named import NamedTuple
from netlog.records.contacts import (
    FormerJob,
    NewContact,
    NewDate,
    NewMethod,
    OtherName,
    StoredContact,
)
from netlog.records.favors import NewFavor
from netlog.records.incoming import Exact, IncomingRecord, IncomingRelation, IncomingRule
from netlog.records.meetings import NewMeeting
from netlog.records.organizations import NewCompany
from netlog.records.relations import NewRelation
from netlog.typed import Any, Literal

Update = Literal["skip", "fill", "overwrite"]
By = Literal["uid", "email", "phone", "profile", "name", "content"]
Recorded = Literal[
    "contact",
    "meeting",
    "favor",
    "favor_told",
    "thanks",
    "plan",
    "cadence_rule",
    "organization",
    "goal",
    "goal_target",
    "goal_told",
    "goal_link",
    "lead",
    "lead_stage",
    "lead_step",
    "lead_favor",
    "kept_card",
    "event_gone",
]


class Arrival(NamedTuple):
    """A person of a file as it may be stored.

    introduced_by is a name or a uid, and so is who belongs to them by relations; jobs are
    organization, title and the day they ended, if known;
    uids are further ones that this person has in the file. is_met says that the file tells of a
    meeting with them, and is not an address book with them in it; touched_on that it knows the day
    of the last contact.
    """

    row: int
    contact: NewContact
    introduced_by: str | None = None
    relations: tuple[IncomingRelation, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    jobs: tuple[FormerJob, ...] = ()
    kept: tuple[str, ...] = ()
    uids: tuple[str, ...] = ()
    exact: Exact = ()
    rows: tuple[tuple[str, tuple[int, ...]], ...] = ()
    is_met: bool = False
    touched_on: date | None = None


class Wishes(NamedTuple):
    """What the import is to give everybody: circles, tags, a cadence in days (0: never).

    first_on is the day on which all come up first; else the days are spread from `since` on.
    """

    circles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    cadence_days: int | None = None
    first_on: date | None = None
    since: date | None = None


class FieldChange(NamedTuple):
    """A field that an import changes, before and after; what was added to several has no before."""

    field: str
    before: str | None
    after: str | None


class Changes(NamedTuple):
    """What an arrival changes of a stored contact.

    Circles, tags, methods, names, dates and kept lines are given whole where they change, else
    empty; fields are those set, jobs and uids those added.
    """

    columns: dict[str, Any]
    circles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    methods: tuple[NewMethod, ...] = ()
    names: tuple[OtherName, ...] = ()
    dates: tuple[NewDate, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    jobs: tuple[FormerJob, ...] = ()
    kept: tuple[str, ...] = ()
    uids: tuple[str, ...] = ()
    ends_job: bool = False
    told: tuple[FieldChange, ...] = ()


class Renewal(NamedTuple):
    """A stored contact and what becomes of it."""

    present: StoredContact
    changes: Changes


class PlannedMeeting(NamedTuple):
    """A meeting to store; of people who are new themselves the ids are below zero."""

    row: int
    meeting: NewMeeting
    exact: Exact = ()
    rows: tuple[int, ...] = ()


class MeetingRenewal(NamedTuple):
    """A stored meeting and what becomes of it; contact_ids are all who were there, or empty."""

    id: int
    columns: dict[str, Any]
    contact_ids: tuple[int, ...] = ()


class StoredMeeting(NamedTuple):
    """A meeting that is there; is_built_on when more than a calendar knows hangs on it."""

    happened_on: date
    kind: str
    text: str | None
    place: str | None
    contact_ids: tuple[int, ...]
    is_built_on: bool


class PlanRenewal(NamedTuple):
    """A stored plan and what becomes of it; contact_ids are all who are to come, or empty."""

    id: int
    columns: dict[str, Any]
    contact_ids: tuple[int, ...] = ()


class PlannedFavor(NamedTuple):
    """A favor to store; meeting is a uid, introduced who of the plan was introduced to them."""

    row: int
    favor: NewFavor
    meeting: str | None = None
    exact: Exact = ()
    introduced: int | None = None


class PlannedRecord(NamedTuple):
    """A record to store, with the ids of its people, below zero for those who are new.

    named are further people whom it names, by the column of their ids.
    """

    record: IncomingRecord
    contact_ids: tuple[int, ...]
    named: tuple[tuple[str, int], ...] = ()


class PlannedRelation(NamedTuple):
    """A relation to store of somebody; row is the id that it had, known what says it with less.

    Ids of people who are new are below zero; ends are the ids of relations that it contradicts.
    """

    contact_id: int
    relation: NewRelation
    row: int | None = None
    known: int | None = None
    ends: tuple[int, ...] = ()


class RecordRenewal(NamedTuple):
    """A stored record and what becomes of it; without columns it goes.

    named are people by the column of their ids, below zero for those who are new, others the uids
    of the records that it names, by the column of theirs.
    """

    table: str
    id: int
    columns: Mapping[str, Any] | None
    named: tuple[tuple[str, int], ...] = ()
    others: tuple[tuple[str, str], ...] = ()


class PlannedCompany(NamedTuple):
    """A company to store, or to fill where known is the id of one that is there.

    Of netlog's own export: rows are the ids of what belongs to it, by the name of the list.
    """

    new: NewCompany
    known: int | None = None
    columns: Mapping[str, Any] = MappingProxyType({})
    exact: Exact = ()
    rows: Mapping[str, tuple[int, ...]] = MappingProxyType({})


class ImportPlan(NamedTuple):
    """What an import will do: the nth of people is known by the id -n until it has one.

    introductions are pairs of who was introduced and by whom; withdrawals are the ids of meetings
    that did not happen after all. kept_plans are ids of plans with the uids of the meetings that
    they became, dropped_plans those that will not take place, and why.
    """

    people: Sequence[Arrival] = ()
    renewals: tuple[Renewal, ...] = ()
    introductions: tuple[tuple[int, int], ...] = ()
    meetings: tuple[PlannedMeeting, ...] = ()
    favors: tuple[PlannedFavor, ...] = ()
    records: tuple[PlannedRecord, ...] = ()
    rules: tuple[IncomingRule, ...] = ()
    answers: tuple[tuple[int, int, Exact], ...] = ()
    meeting_renewals: tuple["MeetingRenewal", ...] = ()
    withdrawals: tuple[int, ...] = ()
    plan_renewals: tuple[PlanRenewal, ...] = ()
    kept_plans: tuple[tuple[int, str], ...] = ()
    dropped_plans: tuple[tuple[int, str], ...] = ()
    relations: tuple[PlannedRelation, ...] = ()
    companies: tuple[PlannedCompany, ...] = ()
    record_renewals: tuple[RecordRenewal, ...] = ()

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to write."""
        return any(self)


class Came(NamedTuple):
    """A record that came in; ref is null in a dry run."""

    row: int
    record: Recorded
    ref: str | None
    name: str


class Matched(NamedTuple):
    """A record that was there already, how it was known, and in what the file differs from it."""

    row: int
    record: Recorded
    ref: str | None
    name: str
    by: By
    differs: tuple[str, ...] = ()


class Updated(NamedTuple):
    """A contact that was there already and took something from the file."""

    row: int
    record: Recorded
    ref: str | None
    name: str
    by: By
    changed: tuple[FieldChange, ...] = ()
    differs: tuple[str, ...] = ()


class Skipped(NamedTuple):
    """What did not come in, and why; row is that of the card, row or line in the file."""

    row: int
    reason: str


class ImportReport(NamedTuple):
    """What an import did with one file, or would do in a dry run."""

    file: str
    format: str
    dry_run: bool
    new: tuple[Came, ...]
    matched: tuple[Matched, ...]
    updated: tuple[Updated, ...]
    skipped: tuple[Skipped, ...]
    rejected: tuple[Skipped, ...]
