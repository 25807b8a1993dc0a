"""What a foreign file holds, as `formats` read it and before anybody looked who is known.

A reader yields these one by one, in the order of the file, so that a large file takes little
memory. Text is as the file has it, decoded and trimmed; whether it may be stored is judged later.
"""

from collections.abc import Iterator
from datetime import date

from netlog.named import NamedTuple
from netlog.records.calendars import IncomingSeries, IncomingWithdrawal
from netlog.records.contacts import NewDate, OtherName
from netlog.records.relations import Tie
from netlog.typed import Literal

# Columns as netlog's own export has them (id, created_at and the like), taken as they are; a
# foreign file has none.
Exact = tuple[tuple[str, str | int | None], ...]


# What a kept line says of a card that is of a company.
COMPANY = "KIND:org"

# Fields of a person that only netlog's own export has.
OWN = ("exact", "ended_on", "uids", "rows")


class IncomingMethod(NamedTuple):
    """A way to reach somebody; kind is email, phone, url, address or handle.

    normal is the form it is looked up by, in netlog's own export.
    """

    kind: str
    value: str
    label: str | None = None
    preferred: bool = False
    normal: str | None = None


class IncomingRelation(NamedTuple):
    """Somebody who belongs to a person, and what they are to them; who is a name or a uid.

    Of netlog's own export: name is how they were named, where that is another. To be written:
    known_as are other names and uids of theirs.
    """

    tie: Tie
    who: str
    name: str | None = None
    known_as: tuple[str, ...] = ()


class GuessedDay(NamedTuple):
    """A day of somebody as it is written, and as what it was read: None where it is none."""

    what: str
    typed: str
    read: str | None = None


class IncomingPerson(NamedTuple):
    """A person of the file; row is the number of the card, row or record, from 1.

    birthday is as a contact has it; introduced_by is a name or a uid within the same file; names
    are those beside name and nickname, dates other days of every year, relations who belongs to
    them; jobs are further
    organizations and titles, the present one left out; kept are properties that netlog has no place
    for, verbatim and unfolded, to be written back on export; touched_on is the day of the
    last contact, where a file says no more of it; revised_at is when netlog last changed what it
    writes, grouped those tags that the card of a group says; guessed are days that could be read
    otherwise, or not at all; cadence is one in words, after what the file calls it. Of netlog's own
    export: ended_on is
    for each job the day it ended, uids are further ones, rows the ids of what belongs to the
    person, by the name of the list.
    """

    row: int
    name: str
    uid: str | None = None
    nickname: str | None = None
    organization: str | None = None
    title: str | None = None
    city: str | None = None
    birthday: str | None = None
    how_met: str | None = None
    met_on: date | None = None
    introduced_by: str | None = None
    circles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    methods: tuple[IncomingMethod, ...] = ()
    cadence_days: int | None = None
    notes: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    names: tuple[OtherName, ...] = ()
    dates: tuple[NewDate, ...] = ()
    relations: tuple[IncomingRelation, ...] = ()
    jobs: tuple[tuple[str | None, str | None], ...] = ()
    kept: tuple[str, ...] = ()
    touched_on: date | None = None
    revised_at: str | None = None
    grouped: tuple[str, ...] = ()
    guessed: tuple[GuessedDay, ...] = ()
    cadence: tuple[str, str] | None = None
    exact: Exact = ()
    ended_on: tuple[str | None, ...] = ()
    uids: tuple[str, ...] = ()
    rows: tuple[tuple[str, tuple[int, ...]], ...] = ()


class IncomingCard(NamedTuple):
    """A card that is of nobody: of a group, a place, or one that names nobody; card is its form.

    To be written: left are the members, by uid or mailto, who are no longer of the group.
    """

    row: int
    kind: str
    name: str | None
    card: str
    uid: str
    left: frozenset[str] = frozenset()
    revised_at: str | None = None


class IncomingEntry(NamedTuple):
    """Something that happened with a company itself, of netlog's own export."""

    happened_on: date
    kind: str
    text: str | None = None


class IncomingOrganization(NamedTuple):
    """A company of the file: a card of an organization alone, or a record of netlog's own.

    kept is as of a person; rows are the ids of what belongs to it, by the name of the list.
    """

    row: int
    name: str
    uid: str | None = None
    aliases: tuple[str, ...] = ()
    city: str | None = None
    methods: tuple[IncomingMethod, ...] = ()
    notes: str | None = None
    kept: tuple[str, ...] = ()
    log: tuple[IncomingEntry, ...] = ()
    cadence_days: int | None = None
    revised_at: str | None = None
    exact: Exact = ()
    rows: tuple[tuple[str, tuple[int, ...]], ...] = ()


class IncomingMeeting(NamedTuple):
    """Something that happened; who are names, e-mails, profiles or uids of who was there.

    sequence is which change of an event it is, in a calendar; names are what those are called whom
    a profile does not lead to.

    uid is the event's own, stable between two exports of the same file; rows are, in netlog's own
    export, the ids under which each of them was there. absent are e-mails of who was invited, and
    did not come.
    """

    row: int
    happened_on: date
    kind: str
    who: tuple[str, ...]
    uid: str | None = None
    text: str | None = None
    place: str | None = None
    exact: Exact = ()
    rows: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    sequence: int | None = None


class IncomingPlan(NamedTuple):
    """A meeting of a calendar that is still to come; who, names and absent are as of a meeting.

    starts_at is HH:MM on the clock of the day; exact: netlog's own, of which kind stands as it is.
    """

    row: int
    happens_on: date
    kind: str
    who: tuple[str, ...]
    starts_at: str | None = None
    uid: str | None = None
    text: str | None = None
    place: str | None = None
    absent: tuple[str, ...] = ()
    sequence: int | None = None
    names: tuple[str, ...] = ()
    exact: bool = False


class IncomingFavor(NamedTuple):
    """A favor; direction is to_them or to_me, done_on None while it is open."""

    row: int
    who: str
    direction: Literal["to_them", "to_me"]
    text: str
    opened_on: date
    done_on: date | None = None
    uid: str | None = None
    exact: Exact = ()


class IncomingRecord(NamedTuple):
    """A record of a table that only netlog has, as its layout says; who are uids of its people.

    columns are its values as they are, others the uids of the records that it names, by the column
    of their ids; rows are the ids under which each of them belongs to it.
    """

    row: int
    table: str
    who: tuple[str, ...]
    uid: str | None = None
    columns: Exact = ()
    others: tuple[tuple[str, str], ...] = ()
    rows: tuple[int, ...] = ()


class IncomingRule(NamedTuple):
    """A cadence rule; scope is default, circle or tag, days 0 means never."""

    row: int
    scope: str
    label: str
    days: int
    uid: str | None = None
    exact: Exact = ()


class IncomingAnswer(NamedTuple):
    """Two people, by their uids, who are not the same person."""

    row: int
    who: str
    other: str
    exact: Exact = ()


class Declined(NamedTuple):
    """Something of the file that cannot come in, and why; skipped on purpose, or rejected as wrong.

    source is the text of the row or card, for a file of rejects.
    """

    row: int
    reason: str
    rejected: bool = True
    source: str = ""


class Noted(NamedTuple):
    """Something to tell of what did come in: what was taken for what, what could not be read."""

    text: str


Incoming = (
    IncomingPerson
    | IncomingOrganization
    | IncomingMeeting
    | IncomingPlan
    | IncomingFavor
    | IncomingRecord
    | IncomingCard
    | IncomingRule
    | IncomingAnswer
    | IncomingWithdrawal
    | IncomingSeries
    | Declined
    | Noted
)
Reading = Iterator[Incoming]
