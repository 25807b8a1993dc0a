"""Two contacts that become one: what each holds, what is decided, and what came of it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from netlog.errors import Candidate
from netlog.records.contacts import Contact
from netlog.records.people import Person


class StoredMethod(NamedTuple):
    """A method as it is stored; kind and normal say which it is."""

    kind: str
    label: str | None
    value: str
    normal: str
    preferred: bool


class Side(NamedTuple):
    """One of the two, as it is stored: days and instants are text, cadence_days is its own."""

    id: int
    name: str
    nickname: str | None = None
    organization: str | None = None
    title: str | None = None
    city: str | None = None
    birthday: str | None = None
    how_met: str | None = None
    met_on: str | None = None
    introduced_by: Person | None = None
    cadence_days: int | None = None
    snoozed_until: str | None = None
    snoozed_why: str | None = None
    snoozes: int = 0
    remind_on: str | None = None
    remind_why: str | None = None
    birthday_done_on: str | None = None
    notes: str | None = None
    archived_at: str | None = None
    created_at: str = ""
    snoozed_on: str | None = None
    first_on: str | None = None
    circles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    methods: tuple[StoredMethod, ...] = ()
    fields: Mapping[str, str] = MappingProxyType({})


class Taken(NamedTuple):
    """Something that the one that is kept has from the other."""

    field: str
    value: str


class Conflict(NamedTuple):
    """Something that both have, and differently: what is kept, of whom, and what is not.

    noted says that the notes keep what is lost.
    """

    field: str
    kept: str | None
    kept_of: str
    lost: str
    noted: bool


class MergePlan(NamedTuple):
    """What is to be done: columns of the one that is kept, and what it lacks of the other's."""

    values: dict[str, Any]
    circles: frozenset[str]
    tags: frozenset[str]
    methods: tuple[StoredMethod, ...]
    fields: dict[str, str]
    taken: tuple[Taken, ...]
    conflicts: tuple[Conflict, ...]


class Moved(NamedTuple):
    """How much goes over; meetings that both were at are counted in `together` alone."""

    meetings: int
    together: int
    favors: int
    thanks: int
    introductions: int
    plans: int


class Merged(NamedTuple):
    """The contact as it now stands, and what came of the other; JSON lays its keys out flat."""

    contact: Contact
    merged: Candidate
    dry_run: bool
    taken: tuple[Taken, ...]
    moved: Moved
    conflicts: tuple[Conflict, ...]

    @property
    def flattened(self) -> str:
        return "contact"
