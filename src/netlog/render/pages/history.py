"""Commands and what they did, the days of somebody, and the sentence that confirms an undo."""

from collections.abc import Sequence
from datetime import date

from netlog.records.history import Command, Deed, Event
from netlog.records.refs import NOUNS, parse_ref
from netlog.render.page import Cell, Column, Listing
from netlog.wording import count, day_of, listed, short_day

MOST_NAMED = 6
WHOLE = ("added", "changed", "removed", "forgotten")
SINGULARS = {"t": "thank-you"}
# What became of what a command had removed.
BECAME = {
    "Took back": "{} back",
    "Would take back": "would be back",
    "Brought back": "{} removed again",
    "Would bring back": "would be removed again",
}


def able(today: date) -> Listing:
    """Commands that can be taken back, each with the beginning of its id, by which `undo` does."""
    page = commands(today, "There is nothing to take back.")
    return page._replace(
        columns=(Column("id", lambda c: Cell(_handle(c), "soft")), *page.columns),
        line=lambda c: f"{_handle(c)} {page.line(c)}",
    )


def commands(today: date, empty: str) -> Listing:
    """Commands, newest first."""
    return Listing(
        columns=(
            Column("when", lambda c: Cell(day_of(c.at, today), "soft")),
            Column("command", lambda c: Cell(_command(c), "soft" if c.undone else "strong")),
            Column("what", lambda c: Cell(_whole(c), "soft" if c.undone else ""), grow=True),
        ),
        empty=empty,
        line=lambda c: f"{day_of(c.at, today)} {_command(c)}: {_whole(c)}",
        heads=False,
        one_line=True,
    )


def timeline(today: date) -> Listing:
    """What happened with somebody or to one record, newest first."""
    return Listing(
        columns=(
            Column("ref", lambda e: Cell(e.ref or ""), blank=True),
            Column("on", lambda e: Cell(short_day(e.on, today), "soft")),
            Column("what", lambda e: Cell(_event(e), "soft" if e.undone else ""), grow=True),
        ),
        empty="Nothing happened then.",
        line=lambda e: f"{e.ref or ''} {short_day(e.on, today)} {_event(e)}",
        heads=False,
        one_line=True,
    )


def said(verb: str, done: Sequence[Command], today: date) -> str:
    """The confirmation, a line a command: "Took back: add, 23 Nov: Grace Hopper (c1)."."""
    return "\n".join(
        _of_removal(verb, c) or f"{verb}: {c.command}, {day_of(c.at, today)}: {_whole(c)}."
        for c in done
    )


def _of_removal(verb: str, command: Command) -> str | None:
    """ "Grace Hopper (c1) is back, with 9 meetings and 7 thanks."; None for any other command."""
    if not command.what or not all(deed.what == "removed" and deed.ref for deed in command.what):
        return None
    letters = [(deed.ref or "")[0] for deed in command.what]
    # People come first, and what went with them follows.
    named = command.what[: letters.count(letters[0])]
    names = listed([f"{deed.name} ({deed.ref})" for deed in named])
    if len(named) > MOST_NAMED:
        names = f"{len(named)} {NOUNS[letters[0]].plural}"
    beside = letters[len(named) :]
    counted = [
        count(beside.count(letter), SINGULARS.get(letter, NOUNS[letter].name), NOUNS[letter].plural)
        for letter in dict.fromkeys(beside)
    ]
    became = BECAME[verb].format("is" if len(named) == 1 else "are")
    return f"{names} {became}{f', with {listed(counted)}' if counted else ''}."


def _handle(command: Command) -> str:
    """The first stretch of the id, or two of them where one could be the ref of a record."""
    first, _, rest = command.id.partition("-")
    return f"{first}-{rest[:4]}" if parse_ref(first) else first


def _command(command: Command) -> str:
    return f"{command.command} (undone)" if command.undone else command.command


def _event(event: Event) -> str:
    return f"{event.what} (undone)" if event.undone else event.what


def _whole(command: Command) -> str:
    named = [_happened(one) for one in command.what[:MOST_NAMED]]
    more = len(command.what) - len(named)
    return "; ".join([*named, *([f"{more} more"] if more else ())])


def _happened(one: Deed) -> str:
    name = f"{one.name} ({one.ref})" if one.ref else one.name
    if one.what == "added" and one.ref:
        return name
    return f"{name} {one.what}" if one.what in WHOLE else f"{name}, {one.what}"
