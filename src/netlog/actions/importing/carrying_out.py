"""The last step of an import: what was planned done in one transaction, and reported."""

from collections.abc import Callable, Sequence
from datetime import date

from netlog.actions.importing.ground import Planned
from netlog.actions.importing.shelf import Seen
from netlog.actions.importing.sources import Bundle
from netlog.records.importing import Came, ImportReport, Matched, Updated
from netlog.typed import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

Reported = TypeVar("Reported", Came, Matched, Updated)
Settle = Callable[[str | None], str | None]


def report(source: Bundle, planned: Planned, settled: Settle, *, dry_run: bool) -> ImportReport:
    """What was done, or would be; settled gives the ref that a ref of the plan came to be."""
    return ImportReport(
        file=source.name,
        format=source.format,
        dry_run=dry_run,
        new=_settled(planned.new, settled),
        matched=_settled(planned.matched, settled),
        updated=_settled(planned.updated, settled),
        skipped=planned.skipped,
        rejected=planned.rejected,
    )


def _settled(told: Sequence[Reported], settled: Settle) -> tuple[Reported, ...]:
    """The same, as it is read: there may be a hundred thousand."""
    seen = Seen(told, lambda one: one._replace(ref=settled(one.ref)))
    return cast("tuple[Reported, ...]", seen)


def unsettled(ref: str | None) -> str | None:
    """The ref in a dry run: none of what is not there."""
    return None if ref and ref[1] == "-" else ref


def carry_out(book: "Recording", planned: Planned, today: date, tick: Callable[[], None]) -> Settle:
    """Do what was planned; returns what gives the refs that came of it."""
    from netlog.store.writes.importing import carrying_out as writes

    ids = writes.carry_out(book, planned.plan, today, tick)

    def settled(ref: str | None) -> str | None:
        if not ref or ref[1] != "-":
            return ref
        return f"{ref[0]}{ids[ref[0]][int(ref[2:]) - 1]}"

    return settled
