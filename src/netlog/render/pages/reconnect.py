"""Reconnect as a page."""

from collections.abc import Iterator, Sequence

from netlog.output import Room
from netlog.records.reconnect import Suggestion, Why
from netlog.render.page import Cell, Column, Listing
from netlog.wording import days_phrase, lateness

# Why, where the opening says for what.
OWED = {"outcome": "news to tell", "thanks": "thanks to send"}
REMINDED = "you wanted to be reminded:"
# From so many cells on both texts of a line stand side by side.
WIDE = 150


def listing(
    found: Sequence[Suggestion],
    room: Room,
    *,
    among_all: bool,
    in_morning: bool = False,
    whole: bool = False,
) -> Listing:
    """Whom, how late and why on one line, and how to begin below, or beside where it is wide.

    Where it is narrow, why goes below as well. whole: how to begin wraps, elsewhere than where it
    is narrow it is cut at a word.

    in_morning: there is nobody, and yet the morning has something of people who were met lately.
    """
    narrow = room == "narrow"
    them = "" if among_all else "among them "
    then = "beside whom the morning has: netlog due" if in_morning else "to get back to"
    return Listing(
        columns=(
            Column("ref", lambda s: Cell(s.contact.ref)),
            Column("who", lambda s: Cell(s.contact.name, "strong"), most=28, firm=True),
            Column("late", _late, most=14, firm=True, blank=True),
            Column("why", _reasons, grow=narrow),
            Column("how to begin", _opening, until_width=WIDE, grow=narrow or whole, under=True),
            Column("how to begin", _opening, from_width=WIDE, grow=whole),
        ),
        empty=f"Nobody {them}{then}." + ("" if in_morning else " Enjoy the day."),
        line=lambda s: f"{s.contact.ref} {s.contact.name}: {s.opening.text}",
        heads=False,
        foot=(f"Before you write: netlog brief {found[0].contact.ref}",) if found else (),
    )


def _opening(one: Suggestion) -> Cell:
    return Cell(f"→ {one.opening.text}")


def _late(one: Suggestion) -> Cell:
    return Cell(lateness(one.days_overdue) if one.days_overdue > 0 else "", "late")


def _reasons(one: Suggestion) -> Cell:
    """Why; where there is no room for all of it the first reasons, each whole or in few words."""
    said = list(_why(one))
    brief = [_briefly(reason, text) for reason, text in zip(one.why, said, strict=False)] or said
    forms = [
        "; ".join([*said[:whole], *brief[whole:first], *(["…"] if first < len(said) else [])])
        for first in range(len(said), 0, -1)
        for whole in range(first, -1, -1)
    ]
    return Cell(forms[0], shorter=(*forms[1:], brief[0]))


def _briefly(reason: Why, text: str) -> str:
    """A reason without its particulars."""
    match reason.code:
        case "helped":
            return f"helped you {text[text.rfind('(') :]}"
        case "overdue":
            return text.partition(":" if text.startswith(REMINDED) else ", ")[0]
        case "introduced":
            first, several, _ = text.partition(", ")
            if several:
                return f"{first} and others"
            return "introduced you to others" if " and " in text else text
        case "promise":
            return text.partition(":")[0]
        case _:
            return OWED.get(reason.code, text)


def _why(one: Suggestion) -> Iterator[str]:
    """The reasons, without what stands beside them: how late, and what the opening is about."""
    for number, reason in enumerate(one.why):
        text = reason.text.removesuffix(f", {days_phrase(one.days_overdue)} overdue")
        if not number and one.opening.ref and reason.code in OWED:
            text = OWED[reason.code]
        elif not number and reason.code == "promise":
            text = text.partition(":")[0]
        yield text
    if not one.why:
        yield "no reason but a good one"
