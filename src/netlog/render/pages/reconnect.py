"""Reconnect as a page."""

from netlog.records.reconnect import Suggestion
from netlog.render.page import Cell, Column, Listing


def listing(*, wide: bool, among_all: bool) -> Listing:
    """Whom, why, and how to begin; side by side where there is room."""

    def why(one: Suggestion) -> str:
        return "; ".join(reason.text for reason in one.why) or "no reason but a good one"

    who = (
        Column("ref", lambda s: Cell(s.contact.ref)),
        Column("who", lambda s: Cell(s.contact.name, "strong"), most=28, firm=True),
    )
    beside = (
        Column("why", lambda s: Cell(why(s)), grow=True),
        Column("how to begin", lambda s: Cell(s.opening.text), grow=True),
    )
    below = (Column("why", lambda s: Cell(f"{why(s)}\n→ {s.opening.text}"), grow=True),)
    return Listing(
        columns=(*who, *(beside if wide else below)),
        empty=f"Nobody {'' if among_all else 'among them '}to get back to. Enjoy the day.",
        line=lambda s: f"{s.contact.ref} {s.contact.name}: {s.opening.text}",
        heads=False,
    )
