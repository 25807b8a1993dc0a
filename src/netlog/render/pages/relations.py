"""Who belongs to whom, as a list: said so that it cannot be read the wrong way round."""

from netlog.records.relations import Related
from netlog.render.clean import clean
from netlog.render.page import Cell, Column, Listing

NOBODY = "Nobody belongs to anybody yet: netlog relate carol tom --as spouse"


def listing(empty: str | None = None) -> Listing:
    """The list, a line for each: "c1  Carol Whitfield's child  Ida (c9)"."""
    return Listing(
        columns=(
            Column("", lambda one: Cell(one.contact.ref)),
            Column("of whom", lambda one: Cell(_whose(one))),
            Column("who", lambda one: Cell(_other(one), "strong"), grow=True),
        ),
        empty=clean(empty) if empty else NOBODY,
        line=line,
        heads=False,
    )


def line(one: Related) -> str:
    """c1 Carol Whitfield's child: Ida (c9)."""
    return f"{one.contact.ref} {_whose(one)}: {_other(one)}"


def _whose(one: Related) -> str:
    if one.kind == "assists":
        return f"{one.contact.name} assists"
    if one.word.endswith(" of"):
        return f"{one.contact.name}, {one.word}"
    return f"{one.contact.name}'s {one.word}"


def _other(one: Related) -> str:
    return f"{one.name} ({one.other.ref})" if one.other else one.name
