"""Who may be there twice, as a page."""

from netlog.errors import Candidate
from netlog.output import Room
from netlog.records.duplicates import Duplicate
from netlog.render.page import Cell, Column, Listing

HEADINGS = {
    "certain": "The same person, it seems",
    "likely": "Likely the same person",
    "possible": "Perhaps the same person",
}


def listing(room: Room) -> Listing:
    """The pairs, each with what they share and the command that makes them one."""

    def who(pair: Duplicate) -> str:
        return f"{_named(pair.a)} and {_named(pair.b)}"

    def why(pair: Duplicate) -> str:
        return "; ".join(reason.text for reason in pair.reasons)

    def merge(pair: Duplicate) -> str:
        return " ".join(pair.merge)

    columns: dict[Room, tuple[Column, ...]] = {
        "wide": (
            Column("who", lambda p: Cell(who(p), "strong"), grow=True, free=True),
            Column("why", lambda p: Cell(why(p)), grow=True),
            Column("merge", lambda p: Cell(merge(p), "soft"), most=60),
        ),
        "medium": (
            Column(
                "who",
                lambda p: Cell(f"{_named(p.a)}\n{_named(p.b)}", "strong"),
                grow=True,
                free=True,
            ),
            Column("why", lambda p: Cell(f"{why(p)}\n{merge(p)}"), grow=True),
        ),
        "narrow": (
            Column("all", lambda p: Cell(f"{who(p)}\n  {why(p)}\n  {merge(p)}"), grow=True),
        ),
    }
    return Listing(
        columns=columns[room],
        empty="Nobody seems to be there twice.",
        line=lambda p: f"{p.a.ref} {p.b.ref} {p.a.name}: {why(p)}",
        section=lambda p: HEADINGS[p.confidence],
        heads=False,
    )


def _named(candidate: Candidate) -> str:
    work = f", {candidate.organization}" if candidate.organization else ""
    return f"{candidate.name}{work} ({candidate.ref})"
