"""Who of those that an import adds may be in the book already, judged as `add` judges.

They are added all the same: a slip in a file must cost nobody.
"""

from collections.abc import Sequence

from netlog import wording
from netlog.actions import adding, who
from netlog.records.importing import Came
from netlog.records.people import PeopleFilter
from netlog.store.connect import Book
from netlog.store.reads import contacts

MOST_COMPARED = 2_000_000  # names beside names: some tenths of a second
MOST_NAMED = 3


def told(connection: Book, new: Sequence[Came], *, is_there: bool) -> str | None:
    """The sentence on those who may be in the book as it was before the file; None for nobody.

    is_there is whether they will be in it when that is read.
    """
    people = [one for one in new if one.record == "contact"]
    there = contacts.number(connection, PeopleFilter())
    if not (people and there):
        return None
    if len(people) * there > MOST_COMPARED:
        return "netlog duplicates tells who of them was there already." if is_there else None
    said = [
        f"{who.shortened(one.name)} may be {who.listed(near, 'or')}"
        for one in people
        if (near := adding.nearly(connection, one.name))
    ]
    if not said:
        return None
    more = len(said) - MOST_NAMED
    named = wording.listed(
        [
            *said[:MOST_NAMED],
            *([f"{more} more {'is' if more == 1 else 'are'} alike"] if more > 0 else []),
        ]
    )
    return f"{named}: netlog duplicates." if is_there else f"{named}."
