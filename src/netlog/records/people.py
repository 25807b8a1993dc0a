"""The short form of a contact, as other records name it, and how some are told from all.

Every command reads it: the contact in full stands in `contacts`, and is slow to import.
"""

from datetime import date

from netlog.named import NamedTuple
from netlog.records.refs import ref
from netlog.typed import Literal, get_args

Circle = Literal["peer", "business", "community"]
CIRCLES: tuple[Circle, ...] = get_args(Circle)


class Person(NamedTuple):
    """Who, in three keys."""

    id: int
    ref: str
    name: str


def person(contact_id: int, name: str) -> Person:
    """The short form of the contact with that id."""
    return Person(contact_id, ref("c", contact_id), name)


class PeopleFilter(NamedTuple):
    """Which people; what is not given leaves everybody.

    In any of these circles, with all of these tags and fields. Of organization, city and how_met
    the words are in it, whatever their case and accents; spelled are organizations that are meant
    as well. silent_since: no touch on or after that
    day, and of whom there is none, added before it. Archived ones only when asked.
    """

    circles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    archived: bool = False
    organization: str | None = None
    spelled: tuple[str, ...] = ()
    city: str | None = None
    how_met: str | None = None
    introduced_by: int | None = None
    unintroduced: bool = False
    added_since: date | None = None
    touched_since: date | None = None
    silent_since: date | None = None
    without_cadence: bool = False
    fields: tuple[tuple[str, str], ...] = ()
