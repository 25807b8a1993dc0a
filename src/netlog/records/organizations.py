"""Companies, schools and clubs that have a record: one in full, its sheet, a line of a list."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.contacts import Method, NewMethod
from netlog.records.leads import Lead
from netlog.records.people import Person


class Company(NamedTuple):
    """An organization as JSON shows it; url is the first of its methods that is one.

    cadence_days, where there are any, say that it comes up; snoozed_on is when it was put off.
    """

    id: int
    ref: str
    uid: str
    name: str
    aliases: tuple[str, ...]
    url: str | None
    city: str | None
    methods: tuple[Method, ...]
    notes: str | None
    created_at: str
    updated_at: str
    cadence_days: int | None = None
    snoozed_on: date | None = None
    snoozed_until: date | None = None


class AtCompany(NamedTuple):
    """Somebody who works there, or did until that day; title is what they are or were there."""

    contact: Person
    title: str | None
    until: date | None = None
    last_touch_on: date | None = None


class CompanyEntry(NamedTuple):
    """Something that happened with the company itself."""

    id: int
    happened_on: date
    kind: str
    text: str | None


class CompanySheet(NamedTuple):
    """A company with all that is known of it; JSON lays its own keys out flat.

    spelled are the texts on people that mean it; last_touch is who of its people you were last in
    touch with, people those who are there, former those who were. leads are those that name it,
    the open ones first. last_touch_on is the day of the last touch, with its people or by its log.
    contact is the person whom its card names, kept the lines of the card that netlog has no place
    for, where they were asked for.
    """

    company: Company
    spelled: tuple[str, ...]
    last_touch: AtCompany | None
    people: tuple[AtCompany, ...]
    former: tuple[AtCompany, ...]
    log: tuple[CompanyEntry, ...]
    leads: tuple[Lead, ...]
    next_due_on: date | None = None
    last_touch_on: date | None = None
    contact: str | None = None
    kept: tuple[str, ...] | None = None

    @property
    def flattened(self) -> str:
        return "company"


class CompanyLine(NamedTuple):
    """A company in a list: how many people you know there; the last touch as its sheet has it."""

    id: int
    ref: str
    name: str
    aliases: tuple[str, ...]
    city: str | None
    people: int
    last_touch_on: date | None


class NewCompany(NamedTuple):
    """What a company is made of; only the name is required."""

    name: str
    uid: str | None = None
    aliases: tuple[str, ...] = ()
    city: str | None = None
    methods: tuple[NewMethod, ...] = ()
    notes: str | None = None
    kept: tuple[str, ...] = ()
    cadence_days: int | None = None
    entries: tuple["NewEntry", ...] = ()


class NewEntry(NamedTuple):
    """Something that happened with a company, to store."""

    happened_on: date
    kind: str
    text: str | None = None


class CompanyNames(NamedTuple):
    """A company by the names that find it, its own first."""

    id: int
    names: tuple[str, ...]
