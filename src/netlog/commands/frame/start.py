"""What netlog says when it is called bare, and the pages of `netlog help TOPIC`."""

import os
from collections.abc import Sequence

from netlog import __version__, clock, output, render
from netlog.actions import due
from netlog.commands.frame.app import App
from netlog.errors import UsageMistake
from netlog.records.people import PeopleFilter
from netlog.records.start import StartPage
from netlog.render.cells import reflowed
from netlog.render.pages import start as page
from netlog.rules import due as rules
from netlog.store.config import settings
from netlog.store.reads import contacts, meetings
from netlog.topics import TOPICS
from netlog.wording import listed, no_such, quoted

RECORD = StartPage


def show(app: App) -> None:
    """Where the book is and what is in it, what is due, the usual commands, where help is."""
    exists = app.is_on_server or os.path.exists(app.path)
    with app.reading() as connection:
        shown = rules.morning(due.blocks(connection, clock.today()), settings().people)
        people = contacts.number(connection, PeopleFilter(archived=True))
        number = meetings.number(connection)
    start = StartPage(__version__, app.path, exists, people, number, rules.brief(shown))
    render.sheet(app.out, page.sheet(app.out.width), start)


def topic(app: App, name: str, commands: Sequence[str]) -> None:
    """The page of help of that name; raises UsageMistake for one that there is not.

    commands are those of which there is help, too.
    """
    if name not in TOPICS:
        _, meant = no_such(name, "", (*TOPICS, *commands))
        what = f"There is no help on {quoted(name)}."
        raise UsageMistake(what, advice=meant or f"Topics: {listed(list(TOPICS))}.")
    if app.json:
        render.said(app.out, "", TOPICS[name])
    else:
        out = output.choose(json=False, pager=not app.unpaged)
        render.text(out, f"{reflowed(TOPICS[name].text, out.width)}\n")
