"""Give and take as pages: the look before you ask, and the balance."""

from collections.abc import Callable, Sequence
from datetime import date

from netlog.output import CRAMPED
from netlog.records.reciprocity import Balance, Check
from netlog.records.standing import Act
from netlog.render.page import Cell, Column, Field, Listing, Part, Sheet
from netlog.wording import count, short_day

ACTS = {
    "ask": "you asked",
    "gift": "you gave",
    "thanks": "you thanked",
    "told": "you told them",
    "help": "they helped",
    "touch": "in touch",
}


def check(today: date) -> Sheet:
    """What speaks against asking and how to begin instead, or that nothing does."""

    def title(found: Check) -> str:
        return f"Before you ask {found.contact.name} ({found.contact.ref})"

    return Sheet(
        title=title,
        fields=(
            Field("", lambda found: found.go_ahead),
            Field("Mind", lambda f: "\n".join(reason.text for reason in f.reasons), "mind"),
            Field("Instead", lambda found: found.instead),
            Field("Ask advice", lambda found: found.advice),
            Field("Bills", lambda found: found.bills.text),
        ),
        parts=(Part("Last contacts", lambda found: found.last, _acts(today)),),
    )


def balances(today: date, found: Sequence[Balance], *, name: str | None = None) -> Listing:
    """Who gave and who got, and one sentence to close; name is whose balance it is, if one's."""

    def number(value: int) -> str:
        return str(value) if value else "–"

    return Listing(
        columns=(
            Column("ref", lambda b: Cell(b.contact.ref)),
            Column("name", lambda b: Cell(b.contact.name, "strong"), most=28, firm=True),
            _beside("given", lambda b: Cell(number(b.given))),
            _beside("received", lambda b: Cell(number(b.received))),
            _beside("asked", lambda b: Cell(number(b.asks))),
            Column(
                "open",
                lambda b: Cell(_open(b)),
                from_width=CRAMPED,
                blank=True,
                stacked="open: {}",
            ),
        ),
        empty=(
            f"Nothing was given, asked or received between you and {name} yet."
            if name
            else "Nothing was given or taken yet. "
            'Start with: netlog favor receive grace "read my CV"'
        ),
        line=lambda b: f"{b.contact.ref} {b.contact.name}: {b.given} given, {b.received} received",
        foot=(_closing(found),) if found else (),
    )


def _beside(head: str, cell: Callable[[Balance], Cell]) -> Column:
    """A number under its head; "2 given" where it is narrow."""
    return Column(head, cell, from_width=CRAMPED, firm=True, stacked=f"{{}} {head}")


def _open(one: Balance) -> str:
    sides = ((one.open_to_them, "promised"), (one.open_to_me, "asked for"))
    return ", ".join(f"{number} {side}" for number, side in sides if number)


def _closing(found: Sequence[Balance]) -> str:
    """What it comes to: of one person their sentence, of many how many to think of first."""
    if len(found) == 1:
        return found[0].text
    first = [one for one in found if one.text.startswith("Before you ask")]
    if not first:
        return "Nothing is late with any of them: give where you can."
    people = count(len(first), "person", "people")
    return f"Before you ask again, think of {people} first: netlog check {first[0].contact.ref}"


def _acts(today: date) -> Listing:
    def said(act: Act) -> str:
        return ACTS[act.kind]

    return Listing(
        columns=(
            Column("ref", lambda act: Cell(act.ref, "soft")),
            Column("on", lambda act: Cell(short_day(act.on, today))),
            Column("kind", lambda act: Cell(said(act))),
        ),
        empty="Not in touch yet.",
        line=lambda act: f"{act.ref} {short_day(act.on, today)} {said(act)}",
        heads=False,
    )
