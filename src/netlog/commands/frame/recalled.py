"""Lines of names on standard input, as recall takes them: all of them are kept, or none.

And what is to be known of a line that was kept beside whom it added, in the walk too.
"""

from collections.abc import Sequence
from itertools import pairwise

from netlog import clock, render
from netlog.actions import recall as actions
from netlog.actions.recall import CalledToMind, Recalling
from netlog.commands.frame.app import App
from netlog.commands.frame.piping import lines_of_stdin
from netlog.errors import NetlogError
from netlog.records.people import Person
from netlog.records.recall import Recalled, RecallPlace
from netlog.render.pages import recall as page
from netlog.rules import recall as rules
from netlog.rules.place_names import circle_called, nearly_called, place_called
from netlog.rules.recall import PlaceLine
from netlog.rules.said_names import CalledAs
from netlog.wording import typed_anew


def from_stdin(app: App, at: str | None, *, force: bool) -> None:
    """Keep all lines in one recording, or none, and say so."""
    app.reads_stdin = True
    try:
        places, lines, new = _read(app, at, force=force)
    except NetlogError as error:
        raise error.also(saved=False) from None

    def judge(_: CalledAs, one: CalledToMind) -> Person | None:
        if one.bearers or not force:
            raise actions.refused(one)
        return None

    found: list[Recalled] = []
    if lines:
        with app.recording("recall") as book:
            recalling = Recalling(book, clock.today(), judge, both=force)
            found = [recalling.keep(line) for line in lines]
        mention(app, lines, found, recalling.taken)
        _mention_places(app, lines, places, new)
    said = [page.kept(one, line.tag) for one, line in zip(found, lines, strict=True)]
    render.said(app.out, "\n".join(said) or "Nobody was named.", found)


def _read(
    app: App, at: str | None, *, force: bool
) -> tuple[list[RecallPlace], list[PlaceLine], list[str]]:
    """The places there are, what the lines say, and which of their places nobody is from yet;
    raises for what is not clear.
    """
    typed = lines_of_stdin()
    with app.reading() as connection:
        places = actions.places(connection)
        lines = rules.place_lines(typed, places, at)
        for line in () if force else lines:
            for one, then in pairwise(line.names):
                if turned := actions.turned(connection, one, then):
                    raise actions.refused_turned(one, then, turned)
        new = actions.unknown(connection, lines)
    return places, lines, new


def _mention_places(
    app: App, lines: Sequence[PlaceLine], places: Sequence[RecallPlace], new: Sequence[str]
) -> None:
    """Which of the places may be misspelt, and which of the new ones are no places of recall."""
    near = dict(nearly_called([line.place for line in lines], places))
    for place, meant in near.items():
        app.mention(f"{place} is a place of its own. Did you mean {meant}?")
    for place in new:
        if not (place in near or place_called(place, places) or circle_called(place)):
            own = f"{place} is a place of its own, and of no circle."
            app.mention(f"{own} Those of recall: netlog recall --list")


def mention(
    app: App,
    lines: Sequence[PlaceLine],
    found: Sequence[Recalled],
    taken: Sequence[tuple[str, Person]],
) -> None:
    """What is to be known of those lines beside whom they added."""
    for name, person in taken:
        anew = f"netlog add {typed_anew(name)} --force"
        app.mention(f"{name} is taken for {person.name} ({person.ref}). Somebody else: {anew}")
    for line in lines:
        for name in line.twice:
            app.mention(f"{name} is named twice at {line.place}: one person.")
    for one in dict.fromkeys(person for kept in found for person in kept.known if person.archived):
        app.mention(f"{one.name} is archived. To have them back: netlog unarchive {one.ref}")
