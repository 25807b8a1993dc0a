"""What a search found, as a page."""

from datetime import date

from netlog.records.search import Found
from netlog.render.page import Cell, Column, Listing
from netlog.wording import short_day


def listing(today: date) -> Listing:
    """Found records, the best first, with their matching words marked."""

    def about(found: Found) -> str:
        on = f"{found.about} on {short_day(found.on, today)}" if found.on else found.about
        return on or "–"

    def who(found: Found) -> str:
        return ", ".join(contact.name for contact in found.contacts)

    return Listing(
        columns=(
            Column("ref", lambda f: Cell(f.ref, "soft")),
            Column("who", lambda f: Cell(who(f), "strong"), most=30),
            Column("about", lambda f: Cell(about(f)), from_width=70, most=30),
            Column("text", lambda f: Cell(f.text, marks=f.marks), grow=True),
        ),
        empty="Nothing matches.",
        line=lambda f: f"{f.ref} {who(f)}: {f.text}",
        heads=False,
    )
