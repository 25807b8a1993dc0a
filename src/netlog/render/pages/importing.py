"""An import as a page: what came, whom it met, what was left and why."""

from collections.abc import Callable, Sequence

from netlog.records.importing import FieldChange, ImportReport, Matched, Skipped, Updated
from netlog.records.layouts import LAYOUTS
from netlog.render.page import Cell, Column, Field, Listing, Part, Sheet
from netlog.typed import Any
from netlog.wording import count, listed

MOST_SHOWN = 20
RECORDS = {
    "contact": "person",
    "cadence_rule": "rule",
    "organization": "company",
    "kept_card": "card without a person",
    "event_gone": "event that is gone",
}
# What is a part of another record is counted with all such: nobody has called it by a name.
PARTS = frozenset(layout.table for layout in LAYOUTS if layout.owner)
PART = "part of these"
PLURALS = {
    "contact": "people",
    "thanks": "thanks",
    "organization": "companies",
    "kept_card": "cards without a person",
    "event_gone": "events that are gone",
    PART: "parts of these",
}


def sheet() -> Sheet:
    """What came, or would come, of an import."""
    return Sheet(
        title=_title,
        fields=(
            Field("New", lambda r: _counted(r.new)),
            Field("Known", lambda r: _counted(r.matched)),
            Field("Changed", lambda r: _counted(r.updated)),
            Field("Skipped", lambda r: str(len(r.skipped)) if r.skipped else None),
            Field("Rejected", lambda r: str(len(r.rejected)) if r.rejected else None),
        ),
        parts=(
            Part("New", _first(lambda r: r.new), _new()),
            Part("Changed", _first(lambda r: r.updated), _changed()),
            Part("Known, and different in the file", _first(_differing), _differences()),
            Part("Skipped", _first(lambda r: r.skipped), _left()),
            Part("Rejected", _first(lambda r: r.rejected), _left()),
        ),
        sentence=_nothing_new,
    )


def _nothing_new(report: ImportReport) -> str | None:
    """Of a file that says nothing but what is known, or nothing at all."""
    if report.new or report.updated or report.skipped or report.rejected or _differing(report):
        return None
    if not report.matched:
        return f"There is nothing in {report.file}."
    known = _counted(report.matched)
    are = "is" if len(report.matched) == 1 else "are"
    return f"Nothing new in {report.file}: the {known} {are} known already."


def _title(report: ImportReport) -> str:
    tried = ": this would be imported" if report.dry_run else ""
    return f"{report.file} ({report.format}){tried}"


def _counted(told: Sequence[Any]) -> str | None:
    kinds: dict[str, int] = {}
    for one in sorted(told, key=lambda one: one.record in PARTS):
        kind = PART if one.record in PARTS else one.record
        kinds[kind] = kinds.get(kind, 0) + 1
    counted = (
        count(number, RECORDS.get(kind, kind), PLURALS.get(kind)) for kind, number in kinds.items()
    )
    return listed(list(counted)) or None


def _first(of: Callable[[ImportReport], Sequence[Any]]) -> Callable[[ImportReport], Sequence[Any]]:
    """As many as one can take in; the rest is counted."""

    def shown(report: ImportReport) -> Sequence[Any]:
        told = of(report)
        if len(told) <= MOST_SHOWN:
            return told
        more = len(told) - MOST_SHOWN
        return [*told[:MOST_SHOWN], Skipped(0, f"and {more:,} more; --json tells of all")]

    return shown


def _differing(report: ImportReport) -> Sequence[Matched | Updated]:
    told: list[Matched | Updated] = [*report.matched, *report.updated]
    return [one for one in told if one.differs]


def _listing(text: Callable[[Any], str]) -> Listing:
    def row(told: Any) -> str:
        return f"row {told.row}" if told.row else ""

    def said(told: Any) -> str:
        return told.reason if isinstance(told, Skipped) else text(told)

    return Listing(
        columns=(
            Column("row", lambda told: Cell(row(told), "soft")),
            Column("text", lambda told: Cell(said(told)), grow=True),
        ),
        empty="",
        line=lambda told: ": ".join(filter(None, (row(told), said(told)))),
        heads=False,
    )


def _new() -> Listing:
    return _listing(lambda came: _called(came.name, came.ref))


def _changed() -> Listing:
    return _listing(
        lambda told: f"{_called(told.name, told.ref)}: " + "; ".join(map(_change, told.changed))
    )


def _differences() -> Listing:
    return _listing(lambda told: f"{_called(told.name, told.ref)}: {', '.join(told.differs)}")


def _left() -> Listing:
    return _listing(lambda left: left.reason)


def _called(name: str, ref: str | None) -> str:
    return f"{name} ({ref})" if ref else name


def _change(change: FieldChange) -> str:
    if change.after is None:
        return f"{change.field} without {change.before}" if change.before else change.field
    if change.before is None:
        return f"{change.field} {change.after}"
    return f"{change.field} {change.before} → {change.after}"
