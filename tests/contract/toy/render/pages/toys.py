"""Toys: as a list and in full."""

from datetime import date

from netlog.records.toys import Toy

from netlog.render.page import Cell, Column, Field, Listing, Sheet
from netlog.wording import short_day


def listing(today: date) -> Listing:
    """Toys with who has them, the latest first."""
    return Listing(
        columns=(
            Column("ref", lambda t: Cell(t.ref, "soft")),
            Column("who", lambda t: Cell(t.contact.name, "strong")),
            Column("since", lambda t: Cell(short_day(t.lent_on, today), "soft")),
            Column("what", lambda t: Cell(t.text), grow=True),
        ),
        empty="Nothing is lent.",
        line=lambda t: f"{t.ref} {t.contact.name}: {t.text}",
        heads=False,
    )


def sheet(today: date) -> Sheet:
    """One toy in full."""
    return Sheet(
        title=lambda t: f"{t.text} ({t.ref})",
        fields=(
            Field("Who", lambda t: t.contact.name),
            Field("Since", lambda t: short_day(t.lent_on, today)),
        ),
    )


def confirmed(toy: Toy, today: date) -> str:
    """The sentence that confirms what was lent."""
    return f"{toy.contact.name} has {toy.text} since {short_day(toy.lent_on, today)} ({toy.ref})."
