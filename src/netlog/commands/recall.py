"""netlog recall: the book filled from memory, place by place."""

from collections.abc import Sequence
from typing import Annotated

from netlog import clock, output, render
from netlog.actions import recall as actions
from netlog.actions.recall import CalledToMind, Recalling
from netlog.commands.frame import questions
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import (
    Interrupted,
    NetlogError,
    Refused,
    SeveralMatch,
    UsageMistake,
)
from netlog.folding import fold
from netlog.records.people import Person
from netlog.records.recall import Recalled, RecallPlace
from netlog.render.pages import recall as page
from netlog.rules import recall as rules
from netlog.rules.recall import CalledAs, PlaceLine
from netlog.store import progress
from netlog.wording import no_such, typed_anew

RECORD = list[RecallPlace] | list[Recalled]
EXAMPLES = (
    "netlog recall",
    "netlog recall --at gym",
    "netlog recall --list",
    "netlog recall -         # lines such as gym: Ann Lee, Bo",
)
PIPED = "-"
HELP = ("?", "help")
# What is typed to end or to go on, and may be somebody's name all the same.
ENDS = ("quit", "exit", "q", "stop", "bye", "done")
GOES_ON = ("none", "nobody", "no one", "no", "skip", "next", "pass", "n/a", "nothing")


def command(
    ctx: Context,
    typed: Annotated[
        str | None,
        Argument(metavar="[-]", help="Read lines such as `gym: Ann Lee, Bo` from stdin."),
    ] = None,
    list_: Annotated[
        bool, Option("--list", help="Print the places that people come from.")
    ] = False,
    at: Annotated[
        str | None,
        Option(
            metavar="PLACE",
            help="Begin there, where it stopped unless you say; with - of lines that name none.",
        ),
    ] = None,
    force: Annotated[
        bool, Option("--force", help="With -: add them though somebody is nearly called so.")
    ] = False,
) -> None:
    """Fill the book from memory: walk through where people come from, a line of names each.

    Whoever is new becomes a person of that circle, met there; whoever is here already, by the whole
    name, gets the place as a tag; what stands in parentheses behind a name is noted. Each line is
    kept at once, and the next walk goes on where this one stopped. [recall] in the config names
    places of your own.
    """
    app = of(ctx)
    if list_ and (typed is not None or at is not None):
        raise UsageMistake("--list prints all places, and that alone.")
    if force and typed != PIPED:
        raise UsageMistake("--force goes with -: at a terminal recall asks.")
    if list_:
        with app.reading() as connection:
            found = actions.places(connection)
        render.listing(app.out, page.listing(), found)
    elif typed == PIPED:
        _from_stdin(app, at, force=force)
    elif typed is not None:
        raise _no_word(app, typed, at)
    elif app.can_ask:
        _walk(app, at)
    else:
        raise UsageMistake(
            "recall asks at a terminal.", advice=f"netlog recall --list, or {_piped(at)}"
        )


def _no_word(app: App, typed: str, at: str | None) -> UsageMistake:
    """The mistake for a word: a place is an option, and names come in on standard input."""
    with app.reading() as connection:
        places = [one.place for one in actions.places(connection)]
    place = next((one for one in places if fold(one) == fold(typed.strip())), None)
    if place is None or at is not None:
        return UsageMistake("Names go in on standard input.", advice=_piped(at))
    walk = f"netlog recall --at {typed_anew(place)}, or " if app.can_ask else ""
    return UsageMistake("The place is an option:", advice=f"{walk}{_piped(place)}")


def _piped(at: str | None) -> str:
    return "netlog recall -" + (f" --at {typed_anew(at)}" if at else "")


def _from_stdin(app: App, at: str | None, *, force: bool) -> None:
    """All lines in one recording, or none."""
    app.reads_stdin = True
    try:
        typed = output.read().decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise UsageMistake("Standard input is not UTF-8 text.") from None
    with app.reading() as connection:
        places = actions.places(connection)
    lines = rules.place_lines(typed, places, at)

    def judge(one: CalledToMind) -> Person | None:
        if not force:
            raise actions.refused(one)
        return None

    found: list[Recalled] = []
    if lines:
        with app.recording("recall") as book:
            recalling = Recalling(book, clock.today(), judge, both=force)
            found = [recalling.keep(line) for line in lines]
        _mention_taken(app, recalling.taken)
    for line in lines:
        _mention_twice(app, line)
    said = [page.kept(one, line.tag) for one, line in zip(found, lines, strict=True)]
    render.said(app.out, "\n".join(said) or "Nobody was named.", found)


def _mention_twice(app: App, line: PlaceLine) -> None:
    for name in line.twice:
        app.mention(f"{name} is named twice at {line.place}: one person.")


def _mention_taken(app: App, taken: Sequence[tuple[str, Person]]) -> None:
    for name, person in taken:
        anew = f"netlog add {typed_anew(name)} --force"
        app.mention(f"{name} is taken for {person.name} ({person.ref}). Somebody else: {anew}")


def _walk(app: App, at: str | None) -> None:
    """From place to place, until the last or Ctrl-D; each line is kept before the next is asked."""
    with app.reading() as connection:
        places = actions.places(connection)
    begin = _named(places, at) if at is not None else _reached(places, app.path)
    found: list[Recalled] = []
    stopped: str | None = None
    if places:
        render.aside(page.BEGIN)
    for number in range(begin, len(places)):
        place = places[number]
        progress.note(app.path, place.place)
        try:
            kept = _ask(app, place, number + 1, len(places))
        except EOFError:
            stopped = place.place
            break
        except (Interrupted, KeyboardInterrupt) as ended:
            if isinstance(ended, KeyboardInterrupt):
                render.aside(page.interrupted(place))
            if not found:
                raise
            stopped = place.place
            break
        found += [kept] if kept else []
    if stopped is None:
        progress.note(app.path, None)
    output.write(f"{page.summary(found, stopped)}\n")


def _named(places: list[RecallPlace], typed: str) -> int:
    """The number of the place of that name; raises UsageMistake for none."""
    names = [one.place for one in places]
    for number, name in enumerate(names):
        if fold(name) == fold(typed.strip()):
            return number
    what, advice = no_such(typed, "place", names)
    raise UsageMistake(what, advice=advice or "netlog recall --list")


def _reached(places: list[RecallPlace], book: str) -> int:
    """The number of the place at which the last walk stopped."""
    place = progress.reached(book)
    return next((number for number, one in enumerate(places) if one.place == place), 0)


def _ask(app: App, place: RecallPlace, number: int, of_: int) -> Recalled | None:
    """What was kept of the place; None where Enter went on. Raises EOFError at Ctrl-D."""
    while True:
        typed = questions.line(page.question(place, number, of_))
        if typed.casefold() in HELP:
            render.aside(page.prompts(place))
            continue
        if not typed.strip(" ,;") or _goes_on(typed):
            return None
        try:
            if ":" in typed:
                raise UsageMistake(f"This line is of {place.place}: names alone, between commas.")
            line = rules.named(typed, place)
            kept = _keep(app, line)
        except (UsageMistake, SeveralMatch) as error:
            render.aside(_told(error))
            continue
        render.aside(page.kept(kept, place.tag))
        return kept


def _goes_on(typed: str) -> bool:
    """Whether a word is no name, but goes on; raises EOFError where it ends the walk."""
    word = typed.casefold().strip(" .!:")
    if word in ENDS and _yes(f"{typed}: stop here?"):
        raise EOFError
    return word in GOES_ON and not _yes(f"{typed}: is that a name?", default=False)


def _keep(app: App, line: PlaceLine) -> Recalled:
    line = _once(line)
    judged = _judged(app, line)
    _mention_twice(app, line)
    with app.recording("recall") as book:
        recalling = Recalling(book, clock.today(), lambda one: judged.get(one.name), both=True)
        kept = recalling.keep(line)
    _mention_taken(app, [one for one in recalling.taken if one[0] not in judged])
    return kept


def _once(line: PlaceLine) -> PlaceLine:
    """The line without whom another name of it means, but for an accent, as answered."""
    kept: list[CalledAs] = []
    for one in line.names:
        other = next((k for k in kept if rules.may_be_two(one, k)), None)
        if other and _yes(f"{one.typed}: is that {other.typed}, whom you just named?"):
            kept[kept.index(other)] = rules.joined(other, one)
        else:
            kept.append(one)
    return line._replace(names=tuple(kept))


def _told(error: NetlogError) -> str:
    said = " ".join(filter(None, (error.message, error.advice)))
    return f"{said} Nothing of that line was kept: type it again."


def _judged(app: App, line: PlaceLine) -> dict[str, Person]:
    """Who it is of whom somebody is nearly called so, as answered, before anything is written."""
    found = {}
    for called in line.names:
        with app.reading() as connection:
            one = actions.meant(connection, called.name)
            if called.note and actions.meant(connection, called.typed).person:
                continue
        for near in one.near:
            if _yes(f"{called.name}: is that {near.name} ({near.ref})?"):
                found[called.name] = Person(near.id or 0, near.ref, near.name)
                break
    return found


def _yes(question: str, *, default: bool = True) -> bool:
    """Whether it is so; raises EOFError at Ctrl-D, as the question before it does."""
    try:
        return questions.confirmed(question, default=default)
    except Refused:
        raise EOFError from None
