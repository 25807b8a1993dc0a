"""PeopleFilter as an SQL condition on contact c, shared by every list of people."""

from collections.abc import Iterable, Iterator

from netlog.later import Later
from netlog.records.people import PeopleFilter
from netlog.store.connect import Book

# Few filter by words.
searchable, spellings = (Later("folding", name) for name in ("searchable", "spellings"))

CIRCLE = "EXISTS (SELECT 1 FROM contact_circle WHERE contact_id = c.id AND circle IN ({names}))"
TAG = "EXISTS (SELECT 1 FROM contact_tag WHERE contact_id = c.id AND tag = :{name})"
FIELD = """
EXISTS (SELECT 1 FROM contact_field
        WHERE contact_id = c.id AND "key" = :{name} AND value IN ({names}))
"""
ACTIVE = "c.archived_at IS NULL"
DAYS = {
    "added_since": "local_day(c.created_at) >= :added_since",
    "touched_since": "c.last_touch_on >= :touched_since",
    "silent_since": "coalesce(c.last_touch_on, local_day(c.created_at)) < :silent_since",
}

# Only Python folds: which of the texts in use are meant is asked first.
TEXTS = {
    "organization": "SELECT DISTINCT organization FROM contact WHERE organization IS NOT NULL",
    "city": "SELECT DISTINCT city FROM contact WHERE city IS NOT NULL",
    "how_met": "SELECT DISTINCT how_met FROM contact WHERE how_met IS NOT NULL",
}
VALUES = 'SELECT DISTINCT value FROM contact_field WHERE "key" = :key'


class Condition:
    """Terms that all must hold, and their named binds."""

    def __init__(self) -> None:
        self.terms: list[str] = []
        self.binds: dict[str, str | int] = {}

    def bind(self, value: str | int) -> str:
        """A new name for the value."""
        name = f"who_{len(self.binds)}"
        self.binds[name] = value
        return name

    def bind_all(self, values: Iterable[str]) -> str:
        """New names for the values, as a list for IN."""
        return ", ".join(f":{self.bind(value)}" for value in values) or "NULL"


def condition(connection: Book, people: PeopleFilter) -> tuple[str, dict[str, str | int]]:
    """The condition and its named binds."""
    made = Condition()
    if not people.archived:
        made.terms.append(ACTIVE)
    if people.circles:
        made.terms.append(CIRCLE.format(names=made.bind_all(people.circles)))
    made.terms += [TAG.format(name=made.bind(tag)) for tag in people.tags]
    made.terms += _of_texts(connection, people, made)
    for name, term in DAYS.items():
        day = getattr(people, name)
        if day:
            made.terms.append(term)
            made.binds[name] = day.isoformat()
    if people.introduced_by is not None:
        made.terms.append(f"c.introduced_by_id = :{made.bind(people.introduced_by)}")
    if people.unintroduced:
        made.terms.append("c.introduced_by_id IS NULL")
    if people.without_cadence:
        made.terms.append("c.every_days = 0")
    return " AND ".join(made.terms) or "1 = 1", made.binds


def _of_texts(connection: Book, people: PeopleFilter, made: Condition) -> Iterator[str]:
    for column, sql in TEXTS.items():
        wanted = getattr(people, column)
        if wanted is not None:
            meant = [text for (text,) in connection.execute(sql) if _holds(text, wanted)]
            if column == "organization":
                meant = [*dict.fromkeys((*meant, *people.spelled))]
            yield f"c.{column} IN ({made.bind_all(meant)})"
    for key, wanted in people.fields:
        values = connection.execute(VALUES, {"key": key})
        meant = [value for (value,) in values if spellings(value) & spellings(wanted)]
        yield FIELD.format(name=made.bind(key), names=made.bind_all(meant))


def _holds(text: str, wanted: str) -> bool:
    """Whether the wanted words stand side by side in the text, the last one perhaps unfinished."""
    found = f" {searchable(text)}"
    return any(f" {' '.join(words)}" in found for words in spellings(wanted))
