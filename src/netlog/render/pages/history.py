"""Commands and what they did, the days of somebody, and the sentence that confirms an undo."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from netlog import clock
from netlog.records.history import UNREADABLE, Command, Deed, Event, Hands
from netlog.records.refs import NOUNS, parse_ref
from netlog.render.page import Cell, Column, Field, Listing
from netlog.wording import capitalized, count, listed, short_day

MOST_NAMED = 6
WHOLE = ("added", "changed", "removed", "forgotten", UNREADABLE)
MOST_OTHERS = 3
# How many of a noun there are, as `remove` says it.
NUMBERED = {letter: (noun.name, noun.plural) for letter, noun in NOUNS.items()} | {
    "c": ("person", "people"),
    "t": ("thank-you", "thanks"),
}
MERGE = "merge"
NAMED_BY_THEMSELVES = "co"
# What became of what a command had removed.
BECAME = {
    "Took back": "{} back",
    "Would take back": "would be back",
    "Brought back": "{} removed again",
    "Would bring back": "would be removed again",
}
# Commands that settle what is due.
SETTLING = frozenset({"done", "drop"})
AS_BEFORE = {"Took back": "{} as before", "Would take back": "would be as before"}


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
            Column("when", lambda c: Cell(_day(c, today), "soft")),
            Column("command", lambda c: Cell(_command(c), "soft" if c.undone else "strong")),
            Column("what", lambda c: Cell(_whole(c), "soft" if c.undone else ""), grow=True),
        ),
        empty=empty,
        line=lambda c: f"{_day(c, today)} {_command(c)}: {_whole(c)}",
        heads=False,
        one_line=True,
    )


def timeline(today: date) -> Listing:
    """What happened with somebody or to one record, newest first."""
    return Listing(
        columns=(
            Column("ref", lambda e: Cell(e.ref or ""), blank=True),
            Column("on", lambda e: Cell(short_day(e.on, today), "soft"), firm=True),
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
        _of_removal(verb, c)
        or f"{verb}: {signed(c.command, c)}, {_day(c, today)}: {_whole(c)}.{_again(verb, c)}"
        for c in done
    )


def _again(verb: str, command: Command) -> str:
    """What holds now that something was settled no more."""
    if verb not in AS_BEFORE or command.command not in SETTLING:
        return ""
    is_ = "is" if verb == "Took back" else "would be"
    return f" What it settled {is_} open again."


def by(hands: Hands) -> Field:
    """Who added a record and, where that is another, who changed it last."""
    added = f"added by {hands.added_by}" if hands.added_by else ""
    changed = "" if hands.changed_by in (None, hands.added_by) else hands.changed_by
    said = (added, f"last changed by {changed}" if changed else "")
    return Field("By", lambda _: ", ".join(filter(None, said)))


def _of_removal(verb: str, command: Command) -> str | None:
    """ "Grace Hopper (c1) is back, with 9 meetings and 7 thanks."; None for any other command.

    What was only changed, as a lead that named her, is said to be as before.
    """
    gone = [deed for deed in command.what if deed.what == "removed"]
    if not gone or any(deed.what == "added" for deed in command.what):
        return None
    # People come first, and what went with them follows.
    named = [deed for deed in gone if _letter(deed) == _letter(gone[0])]
    beside = [deed for deed in gone if deed not in named]
    others = [deed for deed in command.what if deed.what != "removed"]
    became = BECAME[verb].format("is" if _is_one(named) else "are")
    if command.command.endswith(MERGE):
        # All that is not of their kind went over to whom they were merged into, or was theirs.
        stayed = [d for d in others if _letter(d) == _letter(gone[0]) or _was_kept(d)]
        beside += [deed for deed in others if deed not in stayed]
        others = stayed
        became = became.replace("removed", _merged(others))
    with_it = f", with {_numbers(beside)}" if beside else ""
    said = f"{_names(named)} {became}{with_it}."
    if not others or verb not in AS_BEFORE:
        return said
    are = AS_BEFORE[verb].format("is" if _is_one(others) else "are")
    return f"{said} {_names(others, MOST_OTHERS)} {are}."


def _was_kept(deed: Deed) -> bool:
    """Whether a favor or thanks were those of whoever is kept before, and changed otherwise."""
    return _letter(deed) in ("f", "t") and "with: " not in deed.what


def _merged(stayed: Sequence[Deed]) -> str:
    kept = [deed for deed in stayed if not _was_kept(deed)]
    return f"merged into {kept[0].name} ({kept[0].ref})" if len(kept) == 1 else "merged"


def _letter(deed: Deed) -> str:
    """By which noun the deed is counted; of many that were only counted, what they are called."""
    return deed.ref[0] if deed.ref else deed.name.partition(" ")[2]


def _is_one(deeds: Sequence[Deed]) -> bool:
    return len(deeds) == 1 and (deeds[0].ref is not None or deeds[0].name.startswith("1 "))


def _names(deeds: Sequence[Deed], most: int = MOST_NAMED) -> str:
    if len(deeds) > most:
        return _numbers(deeds)
    said = listed([f"{deed.name} ({deed.ref})" if deed.ref else deed.name for deed in deeds])
    # A sentence begins with it; how a name is written is whose it is.
    return said if _letter(deeds[0]) in NAMED_BY_THEMSELVES else capitalized(said)


def _numbers(deeds: Sequence[Deed]) -> str:
    """ "9 meetings, 4 favors and 1 thank-you"."""
    letters = Counter(_letter(deed) for deed in deeds if deed.ref)
    counted = [count(number, *NUMBERED[letter]) for letter, number in letters.items()]
    return listed([*counted, *(deed.name for deed in deeds if not deed.ref)])


def _handle(command: Command) -> str:
    """The first stretch of the id, or two of them where one could be the ref of a record."""
    first, _, rest = command.id.partition("-")
    return f"{first}-{rest[:4]}" if parse_ref(first) else first


def _command(command: Command) -> str:
    said = signed(command.command, command)
    return f"{said} (undone)" if command.undone else said


def signed(said: str, one: Command | Event) -> str:
    """With who did it, where that is known: on a server."""
    return f"{said} by {one.who}" if one.who else said


def _event(event: Event) -> str:
    beside = (f"by {event.who}" if event.who else "", "undone" if event.undone else "")
    said = ", ".join(filter(None, beside))
    return f"{event.what} ({said})" if said else event.what


def _whole(command: Command) -> str:
    named = [_happened(one) for one in command.what[:MOST_NAMED]]
    more = len(command.what) - len(named)
    return "; ".join([*named, *([f"{more} more"] if more else ())])


def _happened(one: Deed) -> str:
    name = f"{one.name} ({one.ref})" if one.ref else one.name
    if one.what == "added" and one.ref:
        return name
    return f"{name} {one.what}" if one.what in WHOLE else f"{name}, {one.what}"


def _day(command: Command, today: date) -> str:
    return short_day(clock.day_of(command.at), today)
