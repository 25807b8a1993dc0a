"""Organizations as a page."""

from netlog.render.page import Cell, Column, Listing
from netlog.wording import count


def listing() -> Listing:
    """Organizations with how many people you know there."""
    return Listing(
        columns=(
            Column("organization", lambda o: Cell(o.organization, "strong"), grow=True, free=True),
            Column("people", lambda o: Cell(count(o.people, "person", "people")), firm=True),
        ),
        empty="Nobody has an organization yet. Give one: netlog edit grace --org Acme",
        line=lambda o: f"{o.organization}: {o.people}",
        heads=False,
        one_line=True,
    )
