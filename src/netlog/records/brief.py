"""Brief: one screen before a meeting."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.contacts import Contact
from netlog.records.favors import Favor
from netlog.records.leads import Lead
from netlog.records.meetings import Meeting
from netlog.records.people import Person
from netlog.records.plans import Plan
from netlog.records.reciprocity import Bills, Reason
from netlog.records.relations import Relation
from netlog.records.standing import Topic
from netlog.records.thanks import Thanks


class InCommon(NamedTuple):
    """Somebody you both met, and how often together."""

    contact: Person
    meetings: int


class NearDate(NamedTuple):
    """A day of theirs that is near."""

    on: date
    what: str


class Brief(NamedTuple):
    """What to know before you meet; JSON lays the contact's own keys out flat.

    known are notes of what they said or do, introduced whom you know through them, plans what is
    still to come, relations who belongs to them, belonging the same as one says it, leads those
    that go on and that they are part of.
    """

    contact: Contact
    meetings: tuple[Meeting, ...]
    known: tuple[Topic, ...]
    favors: tuple[Favor, ...]
    thanks: tuple[Thanks, ...]
    in_common: tuple[InCommon, ...]
    introduced: tuple[Person, ...]
    dates: tuple[NearDate, ...]
    bills: Bills
    mind: tuple[Reason, ...]
    questions: tuple[str, ...]
    plans: tuple[Plan, ...] = ()
    relations: tuple[Relation, ...] = ()
    belonging: tuple[str, ...] = ()
    leads: tuple[Lead, ...] = ()

    @property
    def flattened(self) -> str:
        return "contact"
