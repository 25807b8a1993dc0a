"""What is searched of each record, as it was typed: the facts behind search_text."""

from collections.abc import Iterable, Iterator

from netlog.records.kept import FORM
from netlog.records.relations import NewRelation
from netlog.store.connect import Book, listed
from netlog.store.reads.values import LINE

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


def _lines(what: str, source: str, order: str = "id") -> str:
    """SQL for what that is of each row of the source, one line each; an empty text for none."""
    listed = f"SELECT {what} AS line FROM {source} ORDER BY {order}"
    return f"coalesce((SELECT group_concat(line, {LINE}) FROM ({listed}) AS listed), '')"


def _texts(*texts: str) -> str:
    """SQL for the texts, each on a line of its own; "?" ends the name of what may be NULL."""
    said = (f"coalesce({text[:-1]}, '')" if text.endswith("?") else text for text in texts)
    return f" || {LINE} || ".join(said)


_ORDER = "kind, normal, value"
_KEPT = f"length(line) < {LONGEST_LINE} AND line NOT LIKE '{FORM}:%'"
_CONTACT = _texts(
    *("c.organization?", "c.title?", "c.city?", "c.how_met?"),
    _lines("tag", "contact_tag WHERE contact_id = c.id", "tag"),
    _lines(_LABELLED, "contact_method WHERE contact_id = c.id", _ORDER),
    _lines("\"key\" || ' ' || value", "contact_field WHERE contact_id = c.id", '"key", value'),
    _lines("coalesce(word, kind) || ' ' || coalesce(name, '')", "relation WHERE contact_id = c.id"),
    _lines("line", f"contact_kept WHERE contact_id = c.id AND {_KEPT}"),
    "c.notes?",
)
_ORGANIZATION = _texts(
    *("o.name", "o.city?"),
    _lines("alias", "organization_alias WHERE organization_id = o.id", "alias"),
    _lines(_LABELLED, "organization_method WHERE organization_id = o.id", _ORDER),
    _lines("coalesce(text, kind)", "organization_entry WHERE organization_id = o.id"),
    _lines("line", f"organization_kept WHERE organization_id = o.id AND {_KEPT}"),
    "o.notes?",
)
_LEAD = _texts(
    *("l.title", "l.organization?", "l.source?", "l.outcome?"),
    _lines("text", "lead_step WHERE lead_id = l.id AND dropped_on IS NULL", "number"),
    _lines("text", "lead_stage WHERE lead_id = l.id"),
)
_FAVOR = _texts(
    *("f.text", "f.outcome?", "f.asked_for?"),
    _lines("text", "favor_told WHERE favor_id = f.id", "told_on, id"),
)
_MEETING = _texts("text?", "place?", "asked?", "occasion?", "remind_why?")

# What is searched of each table; whatever searches or is searched goes by these.
_OF = {
    "contact": f"SELECT c.id, {_CONTACT} FROM contact c",
    "meeting": f"SELECT id, {_MEETING} FROM meeting",
    "favor": f"SELECT f.id, {_FAVOR} FROM favor f",
    "plan": f"SELECT id, {_texts('text?', 'place?')} FROM plan",
    "organization": f"SELECT o.id, {_ORGANIZATION} FROM organization o",
    "goal": "SELECT id, text FROM goal",
    "lead": f"SELECT l.id, {_LEAD} FROM lead l",
}
ONE = {table: f"{texts} WHERE id = :id" for table, texts in _OF.items()}
MANY = {table: f"{texts} WHERE id IN ({{ids}})" for table, texts in _OF.items()}
# As many ids as one statement may well name.
AT_ONCE = 500
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
    """The text of a contact not yet stored, word for word as _CONTACT reads it.

    said are organization, title, city and how_met; methods are kind, form, value and label, by the
    first three of which they are ordered.
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


def texts(connection: Book, table: str, ids: Iterable[int] | None) -> Iterator[tuple[int, str]]:
    """The id and the text of each record of the table with one of those ids; None for all."""
    if ids is None:
        yield from connection.execute(ALL[table]).fetchall()
        return
    wanted = list(ids)
    if len(wanted) == 1:
        yield from connection.execute(ONE[table], {"id": wanted[0]}).fetchall()
        return
    for start in range(0, len(wanted), AT_ONCE):
        some, binds = listed(wanted[start : start + AT_ONCE])
        yield from connection.execute(MANY[table].format(ids=some), binds).fetchall()
