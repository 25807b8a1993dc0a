"""Which half of a name a column called Name holds, where another has the other half."""

from collections.abc import Sequence

from netlog.formats.csv.columns import CsvColumn, folded
from netlog.formats.csv.languages import MAY_BE_HALF

EITHER = "either"


def half(header: Sequence[str], known: Sequence[CsvColumn | None]) -> str:
    """Which half of a name the column called Name holds: the one that has no column of its own.

    EITHER where both have one, of which one may be left empty.
    """
    named = [folded(name) for name, column in zip(header, known, strict=True) if _is_name(column)]
    what = {column.what for column in known if column}
    halves = [each for each in ("given", "family") if each in what]
    if not halves or not MAY_BE_HALF & set(named):
        return ""
    if len(halves) == 2:
        return EITHER
    return "family" if halves == ["given"] else "given"


def _is_name(column: CsvColumn | None) -> bool:
    return column is not None and column.what == "name"
