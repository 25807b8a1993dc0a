"""What may be wrong with the book and where it lies."""

from netlog.named import NamedTuple
from netlog.typed import Any, Literal

Severity = Literal["damage", "warning"]
FIX = "netlog doctor --fix"
RESTORE = "netlog restore latest"


class Finding(NamedTuple):
    """One thing that is wrong: what it is, how bad, and what to do.

    ref and field are the record and the column, where it is about one. fixed is whether --fix has
    just mended it.
    """

    code: str
    severity: Severity
    ref: str | None
    field: str | None
    what: str
    fix: str | None
    fixed: bool = False


class Strayed(NamedTuple):
    """A row that is not what the journal says: None is a row that is not, or should not be, there.

    said are the columns that differ; where the id does, the row is present under another. Where the
    journal's own entry is_readable no more, nothing can be said of the row.
    """

    table: str
    row_id: int
    present: dict[str, Any] | None
    image: dict[str, Any] | None
    said: tuple[str, ...]
    is_readable: bool = True
