"""The book as netlog's own JSON has it: everything, or what belongs to some people."""

from collections.abc import Iterable, Iterator, Sequence

from netlog.records.contacts import Contact
from netlog.records.layouts import LAYOUTS
from netlog.records.people import PeopleFilter
from netlog.store.connect import Book
from netlog.store.reads import exporting
from netlog.typed import Any

EVERYBODY = PeopleFilter(archived=True)


def sections(
    connection: Book, chosen: Sequence[Contact], people: PeopleFilter
) -> Iterator[tuple[str, Iterable[dict[str, Any]]]]:
    """Of some people, what is only theirs: the rules for everybody stay at home."""
    of = None if people == EVERYBODY else {contact.id for contact in chosen}
    yield "contacts", exporting.contacts(connection, chosen)
    if of is None:
        yield "organizations", exporting.organizations(connection)
    for layout in LAYOUTS:
        yield layout.section, exporting.records(connection, layout, of)
