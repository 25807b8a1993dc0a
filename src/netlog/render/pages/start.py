"""The page of bare `netlog`: the book, the morning, the usual commands, where help is."""

import os
from collections.abc import Iterable, Iterator

from netlog.records.start import StartPage
from netlog.render.cells import width_of
from netlog.render.page import Cell, Column, Field, Listing, Part, Sheet
from netlog.render.pages import due
from netlog.wording import count

USUAL = (
    ('netlog add "Grace Hopper"', "a person; a name is enough"),
    ("netlog log grace coffee -- …", "a coffee, a call, a lunch"),
    ("netlog due", "whom to thank, what you owe"),
    ("netlog done t1", "settled; or: snooze t1 3d"),
    ("netlog show grace", "everything about somebody"),
    ("netlog undo", "take back the last command"),
)


HELP = ("netlog --help", "netlog log --help", "netlog help dates")
LABELS = 9  # what stands before a value


def sheet(width: int) -> Sheet:
    """Twelve lines at most on a screen of that width, unless the name of the book takes more."""
    room = width - LABELS if width else 0
    return Sheet(
        title=lambda start: f"netlog {start.version}",
        fields=(
            Field("Book", lambda start: _book(start, room)),
            Field("Today", lambda start: _today(start, room)),
            Field("Help", lambda _: next(_fitting(map(", ".join, (HELP, HELP[:1])), room))),
        ),
        parts=(Part("The usual", lambda _: USUAL, _usual()),),
    )


def _fitting(alternatives: Iterable[str], room: int) -> Iterator[str]:
    """Those that take one line; the last of all where none does."""
    last = ""
    for last in alternatives:
        if not room or width_of(last) <= room:
            yield last
    yield last


def _book(start: StartPage, room: int) -> str:
    home = os.path.expanduser("~")
    place = start.db
    if place.startswith(f"{home}{os.sep}"):
        place = f"~{place.removeprefix(home)}"
    if not start.exists:
        return f"{place}, which is not there yet"
    people = count(start.people, "person", "people")
    whole = f"{place}: {people}, {count(start.meetings, 'meeting')}"
    return next(_fitting((whole, f"{place}: {people}", place), room))


def _today(start: StartPage, room: int) -> str:
    if not start.people:
        return "Nobody is here yet. To look around on made-up people: netlog demo"
    if not start.due.people:
        return "Nothing is due."
    waiting = count(start.due.people + start.due.more, "person waits", "people wait")
    return next(_fitting((due.brief(start.due), waiting), room))


def _usual() -> Listing:
    return Listing(
        columns=(
            Column("command", lambda one: Cell(one[0])),
            Column("what", lambda one: Cell(one[1], "soft"), from_width=60, spare=True),
        ),
        empty="",
        line=lambda one: str(one[0]),
        heads=False,
    )
