"""Give and take as pages: the look before you ask, and the balance."""

from datetime import date

from netlog.records.reciprocity import Balance, Check, Exchange
from netlog.render.page import Cell, Column, Field, Listing, Part, Sheet
from netlog.wording import short_day


def check(today: date) -> Sheet:
    """What speaks against asking, or that nothing does."""

    def title(found: Check) -> str:
        return f"Before you ask {found.contact.name} ({found.contact.ref})"

    def reasons(found: Check) -> str:
        return "\n".join(reason.text for reason in found.reasons) or "nothing speaks against it"

    return Sheet(
        title=title,
        fields=(Field("Mind", reasons), Field("Bills", lambda found: found.bills.text)),
        parts=(Part("Last contacts", lambda found: found.last, _exchanges(today)),),
    )


def balances(today: date) -> Listing:
    """Who gave and who got, with a sentence for each."""

    def counts(one: Balance) -> str:
        return f"{one.given} given, {one.received} received"

    def still_open(one: Balance) -> str:
        sides = (("to give", one.open_to_them), ("to come", one.open_to_me))
        return ", ".join(f"{number} {side}" for side, number in sides if number)

    return Listing(
        columns=(
            Column("who", lambda b: Cell(b.contact.name, "strong")),
            Column("favors", lambda b: Cell(counts(b))),
            Column("open", lambda b: Cell(still_open(b), "soft"), from_width=80),
            Column("asks/gives", lambda b: Cell(f"{b.asks}/{b.gives}"), from_width=60),
            Column("so", lambda b: Cell(b.text), from_width=100, grow=True),
        ),
        empty='Nothing was given or taken yet. Start with: netlog favor receive grace "read my CV"',
        line=lambda b: f"{b.contact.ref} {b.contact.name}: {counts(b)}",
    )


def _exchanges(today: date) -> Listing:
    said = {"ask": "you asked", "give": "you gave", "thanks": "you thanked", "touch": "in touch"}

    def kind(exchange: Exchange) -> str:
        return said[exchange.kind]

    return Listing(
        columns=(
            Column("ref", lambda e: Cell(e.ref, "soft")),
            Column("on", lambda e: Cell(short_day(e.on, today))),
            Column("kind", lambda e: Cell(kind(e))),
        ),
        empty="Not in contact yet.",
        line=lambda e: f"{e.ref} {short_day(e.on, today)} {kind(e)}",
        heads=False,
    )
