"""The page of bare `netlog`: the book, the morning, the usual commands, where help is."""

import os

from netlog.records.start import StartPage
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


def sheet() -> Sheet:
    """Twelve lines at most, on a terminal of 80 columns."""
    return Sheet(
        title=lambda start: f"netlog {start.version}",
        fields=(
            Field("Book", _book),
            Field("Today", _today),
            Field("Help", lambda _: "netlog --help, netlog log --help, netlog help dates"),
        ),
        parts=(Part("The usual", lambda _: USUAL, _usual()),),
    )


def _book(start: StartPage) -> str:
    home = os.path.expanduser("~")
    place = start.db
    if place.startswith(f"{home}{os.sep}"):
        place = f"~{place.removeprefix(home)}"
    if not start.exists:
        return f"{place}, which is not there yet"
    people = count(start.people, "person", "people")
    return f"{place}: {people}, {count(start.meetings, 'meeting')}"


def _today(start: StartPage) -> str:
    if not start.people:
        return "Nobody is here yet. To look around on made-up people: netlog demo"
    return due.brief(start.due) if start.due.people else "Nothing is due."


def _usual() -> Listing:
    return Listing(
        columns=(
            Column("command", lambda one: Cell(one[0])),
            Column("what", lambda one: Cell(one[1], "soft"), from_width=60),
        ),
        empty="",
        line=lambda one: str(one[0]),
        heads=False,
    )
