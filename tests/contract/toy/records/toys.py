"""Toys: what was lent, and to whom."""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.people import Person


class Toy(NamedTuple):
    """One toy, and who has it since that day."""

    id: int
    ref: str
    uid: str
    contact: Person
    text: str
    lent_on: date
    created_at: str
    updated_at: str


class NewToy(NamedTuple):
    """A toy to lend."""

    contact_id: int
    text: str
    lent_on: date
    uid: str | None = None
