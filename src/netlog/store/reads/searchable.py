"""What is searched of each record, as it was typed: the facts behind search_text."""

import sqlite3
from collections.abc import Iterable, Iterator

from netlog.records.kept import FORM
from netlog.records.relations import NewRelation

LONGEST_LINE = 1000  # of a line that is kept; what is longer is a picture
# Labels that half of a book has, which nobody looks for.
COMMON = frozenset(
    {
        *("home", "work", "other", "mobile", "cell", "main", "fax", "pager", "business", "private"),
        *("personal", "internet", "pref", "iphone", "home fax", "work fax", "work mobile"),
    }
)
_COMMON = ", ".join(f"'{one}'" for one in sorted(COMMON))
_LABELLED = f"""
value || CASE WHEN label IS NULL OR lower(label) IN ({_COMMON}) THEN '' ELSE ' ' || label END
""".strip()
_OF_CONTACT = f"""
SELECT c.id, coalesce(c.organization, '') || char(10) || coalesce(c.title, '') || char(10)
    || coalesce(c.city, '') || char(10) || coalesce(c.how_met, '') || char(10)
    || coalesce((SELECT group_concat(tag, char(10)) FROM contact_tag
                 WHERE contact_id = c.id), '') || char(10)
    || coalesce((SELECT group_concat({_LABELLED}, char(10)) FROM contact_method
                 WHERE contact_id = c.id), '') || char(10)
    || coalesce((SELECT group_concat("key" || ' ' || value, char(10)) FROM contact_field
                 WHERE contact_id = c.id), '') || char(10)
    || coalesce((SELECT group_concat(coalesce(word, kind) || ' ' || coalesce(name, ''), char(10))
                 FROM relation WHERE contact_id = c.id), '') || char(10)
    || coalesce((SELECT group_concat(line, char(10)) FROM contact_kept
                 WHERE contact_id = c.id AND length(line) < 1000
                   AND line NOT LIKE 'X-NETLOG-FORM:%'), '') || char(10)
    || coalesce(c.notes, '')
FROM contact c
"""
_OF_MEETING = """
SELECT id, coalesce(text, '') || char(10) || coalesce(place, '') || char(10) || coalesce(asked, '')
    || char(10) || coalesce(occasion, '') || char(10) || coalesce(remind_why, '')
FROM meeting
"""
_OF_PLAN = """
SELECT id, coalesce(text, '') || char(10) || coalesce(place, '') FROM plan
"""
_OF_ORGANIZATION = f"""
SELECT o.id, o.name || char(10) || coalesce(o.city, '') || char(10)
    || coalesce((SELECT group_concat(alias, char(10)) FROM organization_alias
                 WHERE organization_id = o.id), '') || char(10)
    || coalesce((SELECT group_concat({_LABELLED}, char(10)) FROM organization_method
                 WHERE organization_id = o.id), '') || char(10)
    || coalesce((SELECT group_concat(coalesce(text, kind), char(10)) FROM organization_entry
                 WHERE organization_id = o.id), '') || char(10)
    || coalesce((SELECT group_concat(line, char(10)) FROM organization_kept
                 WHERE organization_id = o.id AND length(line) < 1000
                   AND line NOT LIKE 'X-NETLOG-FORM:%'), '') || char(10)
    || coalesce(o.notes, '')
FROM organization o
"""
_OF_GOAL = "SELECT id, text FROM goal"
_OF_LEAD = """
SELECT l.id, l.title || char(10) || coalesce(l.organization, '') || char(10)
    || coalesce(l.source, '') || char(10) || coalesce(l.outcome, '') || char(10)
    || coalesce((SELECT group_concat(text, char(10)) FROM lead_step
                 WHERE lead_id = l.id AND dropped_on IS NULL), '') || char(10)
    || coalesce((SELECT group_concat(text, char(10)) FROM lead_stage WHERE lead_id = l.id), '')
FROM lead l
"""
_OF_FAVOR = """
SELECT id, text || char(10) || coalesce(outcome, '') || char(10) || coalesce(asked_for, '')
FROM favor
"""

# What is searched of each table; whatever searches or is searched goes by these.
_OF = {
    "contact": _OF_CONTACT,
    "meeting": _OF_MEETING,
    "favor": _OF_FAVOR,
    "plan": _OF_PLAN,
    "organization": _OF_ORGANIZATION,
    "goal": _OF_GOAL,
    "lead": _OF_LEAD,
}
ONE = {table: f"{texts} WHERE id = :id" for table, texts in _OF.items()}
SOME = {table: f"{texts} WHERE id > :after ORDER BY id LIMIT :most" for table, texts in _OF.items()}
ALL = {table: f"{texts} ORDER BY id" for table, texts in _OF.items()}


def is_said(line: str) -> bool:
    """Whether a kept line is one that people may look for: no picture, and not the card's form."""
    return len(line) < LONGEST_LINE and not line.startswith(f"{FORM}:")


def text_of(
    said: Iterable[str | None],
    tags: Iterable[str],
    methods: Iterable[tuple[str, str, str, str | None]],
    fields: Iterable[tuple[str, str]],
    relations: Iterable[NewRelation],
    kept: Iterable[str],
    notes: str | None,
) -> str:
    """The text of a contact not yet stored, word for word as _OF_CONTACT reads it.

    said are organization, title, city and how_met; methods are kind, form, value and label, by the
    first three of which, and in whose order, SQLite finds them.
    """
    return "\n".join(
        [
            *(one or "" for one in said),
            "\n".join(sorted(tags)),
            "\n".join(_labelled(*one[2:]) for one in sorted(methods, key=lambda one: one[:3])),
            "\n".join(f"{key} {value}" for key, value in sorted(fields)),
            "\n".join(f"{one.tie.said} {one.name or ''}" for one in relations),
            "\n".join(line for line in kept if is_said(line)),
            notes or "",
        ]
    )


def _labelled(value: str, label: str | None) -> str:
    # SQLite knows the capitals of ASCII alone.
    is_common = label is None or (label.isascii() and label.lower() in COMMON)
    return value if is_common else f"{value} {label}"


def texts(
    connection: sqlite3.Connection, table: str, ids: Iterable[int] | None
) -> Iterator[tuple[int, str]]:
    """The id and the text of each record of the table with one of those ids; None for all."""
    if ids is None:
        yield from connection.execute(ALL[table]).fetchall()
        return
    for id_ in ids:
        yield from connection.execute(ONE[table], {"id": id_}).fetchall()
