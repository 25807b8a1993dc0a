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


def balances(today: date, *, wide: bool, name: str | None = None) -> Listing:
    """Who gave and who got, with a sentence for each; name is whose balance it is, if one's."""

    def counts(one: Balance) -> str:
        sides = (
            ("given", one.given, one.last_given_on),
            ("received", one.received, one.last_received_on),
        )
        return ", ".join(
            f"{number} {side}" + (f" (last {short_day(on, today)})" if on else "")
            for side, number, on in sides
        )

    def still_open(one: Balance) -> str:
        sides = (("to give", one.open_to_them), ("to come", one.open_to_me))
        return ", ".join(f"{number} {side}" for side, number in sides if number)

    def year(one: Balance) -> str:
        return f"asked {one.asks}, gave {one.gives} this year" if one.asks or one.gives else ""

    def all_of_it(one: Balance) -> str:
        return "; ".join(filter(None, (counts(one), still_open(one), year(one))))

    who = Column("who", lambda b: Cell(b.contact.name, "strong"))
    beside = (
        Column("favors", lambda b: Cell(all_of_it(b)), grow=True),
        Column("so", lambda b: Cell(b.text), grow=True),
    )
    below = (Column("so", lambda b: Cell(f"{all_of_it(b)}\n{b.text}"), grow=True),)
    return Listing(
        columns=(who, *(beside if wide else below)),
        empty=(
            f"Nothing has passed between you and {name} yet."
            if name
            else "Nothing was given or taken yet. "
            'Start with: netlog favor receive grace "read my CV"'
        ),
        line=lambda b: f"{b.contact.ref} {b.contact.name}: {b.given} given, {b.received} received",
        heads=False,
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
