"""Occasions: their names, who was met at one, and the thanks that are still open for it."""

from collections import defaultdict
from datetime import date

from netlog.records.occasions import MetThere
from netlog.records.people import Person, person
from netlog.records.refs import ref
from netlog.store.connect import Book
from netlog.store.reads.values import known_day

NAMES = """
SELECT occasion FROM meeting WHERE occasion IS NOT NULL
GROUP BY occasion ORDER BY max(happened_on) DESC, max(id) DESC
"""
SPAN = "SELECT min(happened_on), max(happened_on) FROM meeting WHERE occasion = :name"
PRESENT = """
SELECT c.id, c.name, m.id FROM meeting m JOIN meeting_contact mc ON mc.meeting_id = m.id
JOIN contact c ON c.id = mc.contact_id
WHERE m.occasion = :name ORDER BY m.happened_on, m.id, mc.id
"""
MEETINGS = "SELECT id FROM meeting WHERE occasion = :name"
WAITING = """
SELECT t.contact_id, t.id FROM meeting m JOIN thanks t ON t.meeting_id = m.id
JOIN contact c ON c.id = t.contact_id
WHERE m.occasion = :name AND t.sent_on IS NULL AND t.dropped_on IS NULL AND c.archived_at IS NULL
ORDER BY t.id
"""


def names(connection: Book) -> list[str]:
    """Every occasion, the last one first."""
    return [name for (name,) in connection.execute(NAMES)]


def span(connection: Book, name: str) -> tuple[date, date]:
    """Its first and its last day."""
    first, last = connection.execute(SPAN, {"name": name}).fetchone()
    return known_day(first), known_day(last)


def met(connection: Book, name: str) -> tuple[MetThere, ...]:
    """Who was met there, the first one first."""
    people: dict[Person, list[str]] = {}
    for id_, called, meeting_id in connection.execute(PRESENT, {"name": name}):
        people.setdefault(person(id_, called), []).append(ref("m", meeting_id))
    waits = defaultdict(list)
    for contact_id, thanks_id in connection.execute(WAITING, {"name": name}):
        waits[contact_id].append(ref("t", thanks_id))
    return tuple(
        MetThere(one, tuple(meetings), tuple(waits[one.id])) for one, meetings in people.items()
    )


def meetings(connection: Book, name: str) -> set[int]:
    """The ids of the meetings at it."""
    return {id_ for (id_,) in connection.execute(MEETINGS, {"name": name})}


def waiting(connection: Book, name: str) -> list[int]:
    """The ids of the thanks that are still open for it."""
    return [id_ for _, id_ in connection.execute(WAITING, {"name": name})]
