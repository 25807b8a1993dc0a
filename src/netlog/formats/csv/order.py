"""Whether 05/06/1990 is in May or in June: what the dates, the columns and the places tell."""

import re
from collections.abc import Callable, Iterator, Sequence

from netlog.formats import dates
from netlog.formats.csv.columns import CsvColumn, is_british, language
from netlog.formats.csv.rows import CsvRow, first_rows

_LOOKED_AT = 10_000  # rows
_DATES = frozenset({"birthday", "met_on", "last_touch"})
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]", re.ASCII)
_BRITISH_CODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE | re.ASCII)
_AMERICAN_CODE = re.compile(r"\d{5}(-\d{4})?", re.ASCII)
_DAY_FIRST = frozenset(
    {"uk", "united kingdom", "great britain", "england", "scotland", "wales", "ireland"}
    | {"australia", "new zealand", "india", "gb", "au", "nz", "ie"}
)
_MONTH_FIRST = frozenset({"us", "usa", "united states", "united states of america"})


def order(
    text: str, header: Sequence[str], delimiter: str, known: Sequence[CsvColumn | None]
) -> tuple[bool, str]:
    """Whether the day comes first, and a date that could be either way where nothing tells."""
    if not any(column and column.what in _DATES for column in known):
        return False, ""
    rows = first_rows(text, delimiter, _LOOKED_AT)
    written = list(_cells(rows, known, _is_date))
    pairs = [(int(each[1]), int(each[2])) for each in map(_SLASHED.match, written) if each]
    if any(two > 12 for _, two in pairs):
        return False, ""
    if any(one > 12 for one, _ in pairs) or language(header) or is_british(header):
        return True, ""
    codes = list(_cells(rows, known, lambda column: column.part == "code"))
    countries = {each.casefold() for each in _cells(rows, known, _is_country)}
    if any(map(_BRITISH_CODE.fullmatch, codes)) or countries & _DAY_FIRST:
        return True, ""
    if any(map(_AMERICAN_CODE.fullmatch, codes)) or countries & _MONTH_FIRST:
        return False, ""
    return False, next(filter(dates.is_ambiguous, written), "")


def _is_date(column: CsvColumn) -> bool:
    return column.what in _DATES


def _is_country(column: CsvColumn) -> bool:
    return column.part == "country"


def _cells(
    rows: Sequence[CsvRow], known: Sequence[CsvColumn | None], wanted: Callable[[CsvColumn], bool]
) -> Iterator[str]:
    at = [number for number, column in enumerate(known) if column and wanted(column)]
    yield from (row.cells[n] for row in rows for n in at if n < len(row.cells))
