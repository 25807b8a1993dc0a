"""Who may be there twice, as a page."""

from collections.abc import Sequence

from netlog.errors import Candidate
from netlog.output import Room
from netlog.records.duplicates import Duplicate
from netlog.render.page import Cell, Column, Listing
from netlog.wording import count, typed_anew

HEADINGS = {
    "certain": "The same person, it seems",
    "likely": "Likely the same person",
    "possible": "Perhaps the same person",
}


def listing(
    room: Room, crowds: Sequence[tuple[str, int]] = (), *, in_lines: bool = False
) -> Listing:
    """The pairs, each with what they share and the command that makes them one.

    in_lines: a pair is one line, unless it is narrow. crowds are names that too many people bear.
    """
    columns = _IN_LINES if in_lines and room != "narrow" else _COLUMNS[room]
    return Listing(
        columns=columns,
        empty=of_crowds(crowds) if crowds else "Nobody seems to be there twice.",
        line=lambda p: f"{p.a.ref} {p.b.ref} {p.a.name}: {_why(p)}",
        section=lambda p: HEADINGS[p.confidence],
        heads=False,
    )


def of_crowds(crowds: Sequence[tuple[str, int]]) -> str:
    """That too many people bear a name for all pairs of them to be shown, and what shows them."""
    name, number = crowds[0]
    others = len(crowds) - 1
    more = f", as with {count(others, 'other name')}" if others else ""
    said = f"{number:,} people are called {name}, too many to pair them all{more}"
    return f"{said}: netlog search {typed_anew(name)}."


def _who(pair: Duplicate) -> str:
    return f"{_named(pair.a)} and {_named(pair.b)}"


def _why(pair: Duplicate) -> str:
    return "; ".join(reason.text for reason in pair.reasons)


def _merge(pair: Duplicate) -> str:
    return " ".join(pair.merge)


def _pair(pair: Duplicate) -> str:
    """Both without where they work."""
    return " and ".join(f"{one.name} ({one.ref})" for one in (pair.a, pair.b))


def _named(candidate: Candidate) -> str:
    work = f", {candidate.organization}" if candidate.organization else ""
    return f"{candidate.name}{work} ({candidate.ref})"


_COLUMNS: dict[Room, tuple[Column, ...]] = {
    "wide": (
        Column("who", lambda p: Cell(_who(p), "strong"), grow=True, free=True),
        Column("why", lambda p: Cell(_why(p)), grow=True),
        Column("merge", lambda p: Cell(_merge(p), "soft"), most=60),
    ),
    "medium": (
        Column(
            "who",
            lambda p: Cell(f"{_named(p.a)}\n{_named(p.b)}", "strong"),
            grow=True,
            free=True,
        ),
        Column("why", lambda p: Cell(f"{_why(p)}\n{_merge(p)}"), grow=True),
    ),
    "narrow": (
        Column("who", lambda p: Cell(_who(p)), firm=True),
        Column("why", lambda p: Cell(_why(p)), grow=True, under=True),
        Column("merge", lambda p: Cell(_merge(p)), grow=True, under=True),
    ),
}
_IN_LINES = (
    Column("who", lambda p: Cell(_pair(p)), firm=True),
    Column("why", lambda p: Cell(_why(p))),
    Column("merge", lambda p: Cell(_merge(p)), firm=True),
)
