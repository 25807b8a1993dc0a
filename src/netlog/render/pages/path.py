"""Ways to somebody: a line a hop, the strongest way first."""

from collections.abc import Iterator, Sequence
from datetime import date

from netlog.named import NamedTuple
from netlog.records.path import Path
from netlog.render.page import Cell, Column, Listing
from netlog.wording import beginnings, in_phrases, short_day


class PathRow(NamedTuple):
    """A line of the screen: a hop, and under the last how to begin.

    shorter are ways to say why in less room, the longest first.
    """

    way: str
    ref: str
    name: str
    why: str
    begin: str
    shorter: tuple[str, ...]


def listing(words: str) -> Listing:
    """Ways to what is sought."""
    return Listing(
        columns=(
            Column("ref", lambda row: Cell(row.ref, "soft"), blank=True),
            Column("who", lambda row: Cell(row.name, "strong"), most=32, blank=True, firm=True),
            Column("why", lambda row: Cell(row.why, shorter=row.shorter), grow=True, blank=True),
            Column("how to begin", lambda row: Cell(row.begin), under=True, grow=True, blank=True),
        ),
        empty=f"Nobody leads to {words}.",
        line=lambda row: f"{row.ref} {row.name}",
        section=lambda row: row.way,
        heads=False,
        one_line=True,
    )


def rows(found: Sequence[Path], today: date) -> list[PathRow]:
    """The lines of the screen."""
    return [row for at, path in enumerate(found, 1) for row in _rows(at, path, today)]


def _rows(at: int, path: Path, today: date) -> Iterator[PathRow]:
    way = f"{at}. you → {' → '.join(hop.contact.name for hop in path.hops)}"
    for number, hop in enumerate(path.hops):
        why = hop.why if number else ""
        warm = f"last {short_day(hop.last_touch_on, today)}" if hop.last_touch_on else "never yet"
        gave = f"given {hop.given}, received {hop.received}" if hop.given or hop.received else ""
        is_last = number == len(path.hops) - 1
        ends = path.leads_to if is_last else ""
        begin = f"→ {path.opening}" if is_last else ""
        about = ends or why
        said, *shorter = (
            in_phrases(why, ends, warm, gave),
            in_phrases(why, ends, warm),
            in_phrases(about, warm),
            *(in_phrases(begun, warm) for begun in beginnings(about)),
            warm,
        )
        yield PathRow(way, hop.contact.ref, hop.contact.name, said, begin, tuple(shorter))
