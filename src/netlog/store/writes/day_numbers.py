"""The numbers of yearly days in their refs, as 3 in c5.3: of one that went none comes back."""

from collections.abc import Sequence

from netlog.records.contacts import NewDate
from netlog.records.refs import BIRTHDAY, LAST_DAY
from netlog.store.reads import history
from netlog.store.writes.recording import Recording

UNNUMBERED = "SELECT id, contact_id FROM contact_date WHERE number = 0 ORDER BY id"
HIGHEST = "SELECT max(number) FROM contact_date WHERE contact_id = :contact_id"
NUMBER = "UPDATE contact_date SET number = :number WHERE id = :id"


def first(dates: Sequence[NewDate]) -> Sequence[int]:
    """The numbers of somebody's first yearly days: those they come with, else one by one."""
    own = {one.number for one in dates if one.number and BIRTHDAY < one.number <= LAST_DAY}
    if len(own) == len(dates):
        return [one.number for one in dates if one.number]
    return range(BIRTHDAY + 1, BIRTHDAY + 1 + len(dates))


def highest(book: Recording, contact_id: int) -> int:
    """The highest number that the journal knows a yearly day of theirs by, gone or not."""
    with history.leaving_out():
        changes = history.of_part(book.connection, "contact_date", contact_id)
    # An older netlog gave them none.
    had = (change.image.get("number") or 0 for change in changes)
    return max((BIRTHDAY, *had))


def fill(book: Recording) -> None:
    """Give a number to yearly days that are back as an older netlog had them, without any."""
    for id_, contact_id in book.connection.execute(UNNUMBERED).fetchall():
        (held,) = book.connection.execute(HIGHEST, {"contact_id": contact_id}).fetchone()
        number = 1 + max(held, highest(book, contact_id))
        book.connection.execute(NUMBER, {"number": number, "id": id_})
