"""People: the contact in full, its short form, and what a new one is made of."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from netlog.named import NamedTuple
from netlog.records.favors import Favor
from netlog.records.leads import GoalBrief, Lead
from netlog.records.meetings import Meeting
from netlog.records.people import Person
from netlog.records.plans import Plan
from netlog.records.relations import Relation, StoredRelation
from netlog.records.standing import Peace
from netlog.records.thanks import Thanks
from netlog.typed import Literal, get_args

METHOD_KINDS = ("email", "phone", "url", "handle", "address")


class Method(NamedTuple):
    """A way to reach a contact; kind is email, phone, url, address or handle."""

    kind: str
    label: str | None
    value: str
    preferred: bool


NameKind = Literal["former", "merged", "nickname", "phonetic_first", "phonetic_last"]
NAME_KINDS: tuple[NameKind, ...] = get_args(NameKind)


class OtherName(NamedTuple):
    """A name beside the one in use; nickname is a further one, the first has a column."""

    kind: NameKind
    value: str


class YearlyDate(NamedTuple):
    """A day that comes every year: on is YYYY-MM-DD, or --MM-DD without its first year."""

    label: str
    on: str


class NewDate(NamedTuple):
    """A yearly day to store, the day of the last one that was kept, and what it is put off to.

    number is that of its ref, as 3 in c5.3, where it has one already.
    """

    label: str
    on: str
    done_on: str | None = None
    snoozed_until: str | None = None
    number: int | None = None


class Contact(NamedTuple):
    """A contact as JSON shows it.

    nickname is the first of nicknames; merged_names are those of contacts that were merged into it.

    birthday is YYYY-MM-DD or --MM-DD, or YYYY-MM, --MM, YYYY or 199X where no more is known;
    cadence_days is the cadence in force (null: never) and cadence_from where it comes from:
    contact, "tag NAME", "circle NAME" or default.
    """

    id: int
    ref: str
    uid: str
    name: str
    nickname: str | None
    nicknames: tuple[str, ...]
    former_names: tuple[str, ...]
    merged_names: tuple[str, ...]
    phonetic_first: str | None
    phonetic_last: str | None
    organization: str | None
    title: str | None
    city: str | None
    birthday: str | None
    dates: tuple[YearlyDate, ...]
    how_met: str | None
    met_on: date | None
    introduced_by: Person | None
    circles: tuple[str, ...]
    tags: tuple[str, ...]
    methods: tuple[Method, ...]
    cadence_days: int | None
    cadence_from: str
    last_touch_on: date | None
    next_due_on: date | None
    snoozed_until: date | None
    snoozed_why: str | None
    snoozes: int
    remind_on: date | None
    remind_why: str | None
    archived: bool
    fields: dict[str, str]
    notes: str | None
    created_at: str
    updated_at: str


class Job(NamedTuple):
    """Where somebody worked before, and the day on which that was known to have ended, if any."""

    organization: str | None
    title: str | None
    ended_on: date | None


class ContactSheet(NamedTuple):
    """A contact with everything known of it; JSON lays the contact's own keys out flat.

    jobs are the former ones, the last first; introduced are whom you know through them; plans
    those to come and those that were, the latest first. kept are the lines of a card that netlog
    has no place for, where they were asked for. relations are who belongs to them, leads those
    that they are a step of, goals those that they serve; peace says until when they are left in it.
    Who added them, and who changed them last, is known on a server alone; whose they are, and with
    whom shared, to write or to read, in an office.
    """

    contact: Contact
    meetings: tuple[Meeting, ...]
    favors: tuple[Favor, ...]
    thanks: tuple[Thanks, ...]
    jobs: tuple[Job, ...] = ()
    introduced: tuple[Person, ...] = ()
    plans: tuple[Plan, ...] = ()
    kept: tuple[str, ...] | None = None
    relations: tuple[Relation, ...] = ()
    leads: tuple[Lead, ...] = ()
    goals: tuple[GoalBrief, ...] = ()
    peace: Peace | None = None
    added_by: str | None = None
    changed_by: str | None = None
    owner: str | None = None
    shared_with: tuple[str, ...] = ()
    shown_to: tuple[str, ...] = ()

    @property
    def flattened(self) -> str:
        return "contact"


class NewMethod(NamedTuple):
    """A method to store; normal is the form in which it is looked up."""

    kind: str
    value: str
    normal: str
    label: str | None = None
    preferred: bool = False


# Organization, title and the day on which that was over, if it is known.
FormerJob = tuple[str | None, str | None, str | None]


class Beyond(NamedTuple):
    """What a contact has beyond what a list of contacts tells, as the file holds it."""

    jobs: tuple[FormerJob, ...]
    kept: tuple[str, ...]
    relations: tuple[StoredRelation, ...]


class StoredContact(NamedTuple):
    """A contact whole, as the file has it: every column of its row, and what belongs to it.

    Days and instants are text, cadence_days is its own and not a rule's; every_days and every_from
    are what is in force. All other forms of a stored contact are made of this one.
    """

    id: int
    name: str
    uid: str = ""
    nickname: str | None = None
    organization: str | None = None
    title: str | None = None
    city: str | None = None
    birthday: str | None = None
    how_met: str | None = None
    met_on: str | None = None
    introduced_by_id: int | None = None
    cadence_days: int | None = None
    every_days: int | None = None
    every_from: str = "default"
    last_touch_on: str | None = None
    next_due_on: str | None = None
    snoozed_until: str | None = None
    snoozed_on: str | None = None
    snoozed_why: str | None = None
    snoozes: int = 0
    remind_on: str | None = None
    remind_why: str | None = None
    first_on: str | None = None
    birthday_done_on: str | None = None
    birthday_snoozed_until: str | None = None
    archived_at: str | None = None
    notes: str | None = None
    created_at: str = ""
    updated_at: str = ""
    introduced_by: Person | None = None
    circles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    methods: tuple[NewMethod, ...] = ()
    names: tuple[OtherName, ...] = ()
    dates: tuple[NewDate, ...] = ()
    fields: Mapping[str, str] = MappingProxyType({})
    jobs: tuple[FormerJob, ...] = ()
    kept: tuple[str, ...] = ()
    uids: tuple[str, ...] = ()
    relations: tuple[StoredRelation, ...] = ()


class NewContact(NamedTuple):
    """What a contact is made of; only the name is required. cadence_days 0 means never.

    first_on is when to be in touch for the first time, where the cadence is not to say so.
    """

    name: str
    uid: str | None = None
    nickname: str | None = None
    organization: str | None = None
    title: str | None = None
    city: str | None = None
    birthday: str | None = None
    how_met: str | None = None
    met_on: date | None = None
    introduced_by_id: int | None = None
    circles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    methods: tuple[NewMethod, ...] = ()
    cadence_days: int | None = None
    notes: str | None = None
    first_on: date | None = None
    names: tuple[OtherName, ...] = ()
    dates: tuple[NewDate, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()


Order = Literal["name", "last", "due", "added", "touches"]


class Slice(NamedTuple):
    """Which part of a list of people, in which order."""

    order: Order = "name"
    reverse: bool = False
    limit: int | None = None
    offset: int = 0
