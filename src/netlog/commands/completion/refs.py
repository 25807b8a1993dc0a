"""What completion offers by ref: what the command at hand could act on.

Like `people`, it looks at the file in passing and has the parameters of an `autocompletion`.
"""

from collections.abc import Iterable

from netlog.commands.completion.people import MOST, Offer, glance
from netlog.records.matching import Named, Referred
from netlog.store.connect import Book
from netlog.typed import Any


def complete(ctx: Any, args: list[str], incomplete: str) -> list[Offer]:
    """Refs that begin so, or belong to somebody whose words begin so.

    What is open where the command settles it, what is due first; any record elsewhere.
    """
    from netlog.store.reads import offers as reads

    words = ctx.command_path.split()[1:]
    with glance(ctx) as connection:
        match words:
            case ["done" | "drop" | "snooze"]:
                found = _to_settle(connection)
            case ["plan", "edit" | "drop"]:
                found = reads.open_plans(connection)
            case ["plan", "show"]:
                found = _any(connection, ("p",), incomplete)
            case ["org", *_]:
                found = reads.organizations(connection)
            case ["lead", "step"]:
                found = reads.open_steps(connection)
            case ["lead", "show"]:
                found = _any(connection, ("l",), incomplete)
            case ["lead", *_]:
                found = reads.open_leads(connection)
            case ["goal", "show"]:
                found = _any(connection, ("g",), incomplete)
            case ["goal", *_]:
                found = reads.open_goals(connection)
            case ["thank"]:
                found = reads.open_thanks(connection)
            case ["log"] | ["favor", "told"]:
                found = reads.untold_favors(connection)
            case ["told"]:
                found = reads.untold_favors(connection)
                found += reads.favors_without_outcome(connection)
            case [_, "outcome"]:
                found = reads.favors_without_outcome(connection)
            case _:
                letters = ("f",) if words[:1] == ["favor"] else tuple(reads.BEGINNING)
                found = _any(connection, letters, incomplete)
    return _offers(found, incomplete)


def open_ones(metavar: str, ctx: Any, args: list[str], incomplete: str) -> list[Offer]:
    """What is open of the kind the metavar names, whose ref or whose words begin so."""
    from netlog.store.reads import offers as reads

    read = {
        "GOAL": reads.open_goals,
        "LEAD": reads.open_leads,
        "PLAN": reads.open_plans,
        "ASK": reads.open_asks,
    }[metavar]
    with glance(ctx) as connection:
        return _offers(read(connection), incomplete)


def _to_settle(connection: Book) -> list[Referred]:
    """All that can be settled, what is due first."""
    from netlog.store.reads import offers as reads

    found = _due(connection)
    found += reads.open_thanks(connection) + reads.open_favors(connection)
    found += reads.open_plans(connection) + reads.untold_favors(connection)
    return found + reads.open_steps(connection)


def _due(connection: Book) -> list[Referred]:
    """What the morning report shows, in its order."""
    from netlog import clock
    from netlog.actions import due
    from netlog.folding import name_key

    return [
        Referred(
            item.ref,
            Named(item.contact.id, item.contact.name, None, name_key(item.contact.name, None)),
            item.what,
        )
        for item in due.items(connection, clock.today())
    ]


def _any(connection: Book, letters: Iterable[str], incomplete: str) -> list[Referred]:
    """Records of these kinds whose ref begins so."""
    from netlog.store.reads import offers as reads

    letter, digits = incomplete[:1].lower(), incomplete[1:]
    if digits and not (digits.isascii() and digits.isdigit()):
        return []
    wanted = [one for one in letters if one == letter or not letter]
    return [one for kind in wanted for one in reads.beginning(connection, kind, digits, MOST)]


def _offers(found: Iterable[Referred], incomplete: str) -> list[Offer]:
    from netlog.rules import matching

    offers: dict[str, Offer] = {}
    for one in found:
        begins = one.ref.startswith(incomplete.lower())
        if begins or matching.begun(incomplete, [one.contact]):
            offers.setdefault(one.ref, Offer(one.ref, f"{one.contact.name}: {one.about}"))
    return list(offers.values())
