"""The cells of one row of CSV by what its columns hold; of a person nothing is known."""

import re
from collections.abc import Sequence
from datetime import date

from netlog.formats.csv.columns import CsvColumn, says_nothing
from netlog.formats.csv.rows import CsvRow
from netlog.formats.csv.values import unlinked
from netlog.named import NamedTuple

JOIN = " ::: "
_JOINED = re.compile(r"(?<![\\:]):::")
# What stands in a cell where there is nothing; the rest may be somebody's name.
_NOTHING = re.compile(r"[-–—]+|#?n/a", re.IGNORECASE)
_UNKNOWN = frozenset({"none", "(none)", "null", "(null)", "nan", "undefined", "unknown", "not set"})
_NAMES = frozenset({"name", "given", "additional", "family", "second_family", "nickname", "notes"})
# Of what there is one, a second value becomes a field.
_ONCE = (
    *("name", "nickname", "organization", "title", "department", "birthday", "city", "how_met"),
    *("met_on", "introduced_by", "cadence_days", "uid"),
    *("given", "additional", "family", "second_family", "prefix", "suffix"),
    "before family",
)
NAME_PARTS = {
    "prefix": "name prefix",
    "given": "first name",
    "additional": "middle name",
    "before family": "surname prefix",
    "family": "last name",
    "second_family": "second last name",
    "suffix": "name suffix",
}


class Table(NamedTuple):
    """What all rows share: joined as Google does with ` ::: `, day_first in dates with slashes.

    half is which half of a name the column called Name holds, if it is one; is_sure says
    that the file itself tells whether the day comes first.
    """

    header: Sequence[str]
    columns: Sequence[CsvColumn | None]
    joined: bool = False
    day_first: bool = False
    half: str = ""
    today: date = date.max
    is_sure: bool = False


class Cells(NamedTuple):
    """The cells of a row by what they hold; slotted by kind and slot, then by part."""

    plain: dict[str, list[str]]
    slotted: dict[tuple[str, str], dict[str, str]]
    fields: list[tuple[str, str]]

    def first(self, what: str) -> str | None:
        """The first value of a column that one is enough of."""
        return self.plain.get(what, [None])[0]


def said_of(table: Table, row: CsvRow) -> Cells:
    """What the cells of the row say; what no column has a word for is a field."""
    said = Cells({}, {}, [])
    for at, cell in enumerate(row.cells):
        value = unlinked(cell)
        if not value or (not table.joined and _NOTHING.fullmatch(value)):
            continue
        column = table.columns[at] if at < len(table.columns) else None
        header = table.header[at].strip() if at < len(table.header) else ""
        if column and not table.joined and _is_unknown(column.what, value):
            continue
        if column is None:
            if not says_nothing(header, value):
                said.fields.append((header or f"column {at + 1}", value))
        elif column.slot:
            parts = said.slotted.setdefault((column.what, column.slot), {})
            if column.label:
                parts.setdefault("label", column.label)
            parts[column.part] = value
        else:
            said.plain.setdefault(column.what, []).append(value)
    for what in _ONCE:
        first, *rest = said.plain.get(what) or [""]
        others = dict.fromkeys(further for further in rest if further != first)
        called = NAME_PARTS.get(what, what.replace("_", " "))
        said.fields.extend((called, further) for further in others)
    for (kind, slot), parts in said.slotted.items():
        if kind == "field" and "value" in parts:
            said.fields.append((parts.get("label", slot), parts["value"]))
    return said


def _is_unknown(what: str, value: str) -> bool:
    """Whether the cell of anything but a name only says that there is nothing."""
    said = value.casefold()
    if what in _NAMES:
        return False
    return said in _UNKNOWN or (what == "last_touch" and said == "never")


def split(table: Table, cell: str) -> list[str]:
    """The values of a cell, of which there are several where the table joins them."""
    parts = unjoined(cell) if table.joined else [cell]
    return [part.strip() for part in parts if part.strip()]


def unjoined(cell: str) -> list[str]:
    """The values that Google's sign joins in a cell; a backslash before it makes it text."""
    return [part.replace("\\:::", ":::").strip() for part in _JOINED.split(cell)]
