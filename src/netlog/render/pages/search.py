"""What a search found, as a page."""

from collections.abc import Sequence
from datetime import date

from netlog.output import ROOMY, Room
from netlog.records.refs import NOUNS
from netlog.records.search import PLACES, Found
from netlog.render.page import Cell, Column, Listing
from netlog.wording import short_day

# From so many cells on the kind of a meeting stands beside it.
KINDS = 80
HEADINGS = {
    noun.name: "People" if noun.letter == "c" else noun.plural.capitalize()
    for noun in NOUNS.values()
    if noun.plural in PLACES
}


def listing(today: date, room: Room) -> Listing:
    """Found records by what they are, one line each, cut around the words that match."""

    def on(found: Found) -> Cell:
        return Cell(short_day(found.on, today) if found.on else "", "soft")

    narrow = room == "narrow"
    return Listing(
        columns=(
            Column("ref", lambda f: Cell(f.ref)),
            Column("who", _whose, most=24, firm=True),
            Column("on", on, most=12, firm=True, blank=True),
            Column(
                "about",
                lambda f: Cell(f.about if f.contacts else ""),
                from_width=ROOMY,
                most=24,
                blank=True,
                spare=True,
            ),
            Column("what", _kind, from_width=KINDS, until_width=ROOMY, blank=True, spare=True),
            Column("text", _text, grow=narrow, blank=True),
        ),
        empty="Nothing matches.",
        line=lambda f: f"{f.ref} {_who(f)}: {f.text}",
        section=lambda f: _heading(f, room),
        heads=False,
        tight=True,
    )


def _who(found: Found) -> str:
    if not found.contacts:
        return found.about if found.kind == "organization" else "–"
    first, *others = found.contacts
    return f"{first.name} +{len(others)}" if others else first.name


def _whose(found: Found) -> Cell:
    return Cell(_who(found), "strong", marks=found.marks if _is_name(found) else ())


def _text(found: Found) -> Cell:
    return Cell("") if _is_name(found) else Cell(found.text, marks=found.marks)


def _kind(found: Found) -> Cell:
    return Cell(found.about if found.kind in ("meeting", "plan") else "")


def grouped(found: Sequence[Found], room: Room) -> list[Found]:
    """What was found by what it is, in the order of the headings; the best of each first."""
    order = list(HEADINGS)
    headings = list(dict.fromkeys(_heading(one, room) for one in found))
    return sorted(
        found, key=lambda one: (order.index(one.kind), headings.index(_heading(one, room)))
    )


def _heading(found: Found, room: Room) -> str:
    """What it is, and of a favor for whom, where that has no column."""
    said = HEADINGS[found.kind]
    return f"{said} {found.about}" if found.kind == "favor" and room != "wide" else said


def _is_name(found: Found) -> bool:
    """Whether the text that matches is the name, which stands there already."""
    return found.kind == "contact" and found.text == found.contacts[0].name
