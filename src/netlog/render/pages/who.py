"""Everybody who could be meant, as lines to choose from."""

from netlog.render.page import Cell, Column, Listing


def candidates() -> Listing:
    """Refs first, so that a chosen line is a WHO."""
    return Listing(
        columns=(
            Column("ref", lambda c: Cell(c.ref, "soft")),
            Column("name", lambda c: Cell(c.name, "strong")),
            Column("organization", lambda c: Cell(c.organization or ""), blank=True),
        ),
        empty="",
        line=lambda c: f"{c.ref} {c.name}",
        heads=False,
        narrow_below=0,
    )
