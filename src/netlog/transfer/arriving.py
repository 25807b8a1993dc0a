"""An import from file to report: read, cleaned, planned, and carried out in one transaction."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from netlog.records.importing import Arrival, Came, ImportReport, Matched, Updated, Wishes
from netlog.records.incoming import IncomingPerson, Left
from netlog.rules import admission
from netlog.transfer import planning, sources
from netlog.transfer.ground import Contents, Ground, Happening, Planned, Terms
from netlog.transfer.sources import Circumstances, Source

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

Told = TypeVar("Told", Came, Matched, Updated)
Settle = Callable[[str | None], str | None]


class Order(NamedTuple):
    """What was asked for: what to give everybody, the terms, what the readers need to know."""

    wishes: Wishes
    terms: Terms
    circumstances: Circumstances
    region: str | None = None


class Read(NamedTuple):
    """A source as it was read; left has what cannot come in, with its text."""

    source: Source
    contents: Contents
    left: tuple[Left, ...]


def read(source: Source, order: Order, tick: Callable[[], None]) -> Read:
    """Everything in the source, people as they may be stored; tick is called for each thing."""
    arrivals: list[Arrival] = []
    happenings: list[Happening] = []
    left: list[Left] = []
    for part, one in sources.read(source, order.circumstances):
        tick()
        name = part.name
        if isinstance(one, IncomingPerson):
            taken = admission.person(one, order.terms.today, order.wishes, order.region)
            if isinstance(taken, Left):
                left.append(_named(taken, name))
            else:
                arrivals.append(taken._replace(is_met=part.format in sources.OF_THE_MET))
        elif isinstance(one, Left):
            left.append(_named(one, name))
        else:
            happenings.append(one)
    return Read(source, Contents(arrivals, happenings, left), tuple(left))


def _named(left: Left, name: str) -> Left:
    """With the file it is in, where there are several."""
    return left._replace(reason=f"{name}: {left.reason}") if name else left


def report(source: Source, planned: Planned, settled: Settle, *, dry_run: bool) -> ImportReport:
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


def _settled(told: tuple[Told, ...], settled: Settle) -> tuple[Told, ...]:
    return tuple(one._replace(ref=settled(one.ref)) for one in told)


def unsettled(ref: str | None) -> str | None:
    """The ref in a dry run: none of what is not there."""
    return None if ref and ref[1] == "-" else ref


def carry_out(book: "Recording", planned: Planned, today: date, tick: Callable[[], None]) -> Settle:
    """Do what was planned; returns what gives the refs that came of it."""
    from netlog.store.writes import importing as writes

    written = writes.carry_out(book, planned.plan, today, tick)
    ids = dict(zip("cmft", written, strict=True))

    def settled(ref: str | None) -> str | None:
        if not ref or ref[1] != "-":
            return ref
        return f"{ref[0]}{ids[ref[0]][int(ref[2:]) - 1]}"

    return settled


def rejects(read_: Read) -> Iterator[str]:
    """The text of what was rejected, to be mended and read again; of CSV under its header."""
    texts = [one.source for one in read_.left if one.rejected and one.source]
    if texts and read_.source.format in sources.CSV:
        texts = [*sources.header(read_.source), *texts]
    yield from (text if text.endswith("\n") else f"{text}\n" for text in texts)


def plan(ground: Ground, read_: Read, order: Order) -> Planned:
    """What the source will do to the book as the ground shows it."""
    return planning.plan(ground, read_.contents, order.terms)


def ground(connection: sqlite3.Connection) -> Ground:
    """The book as it stands."""
    return Ground(connection)
