"""netlog recall: the book filled from memory, place by place."""

from collections.abc import Iterator, Sequence

from netlog import clock, render
from netlog.actions import recall as actions
from netlog.actions.recall import Recalling
from netlog.commands.frame import naming, questions, recalled
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Exit, Option
from netlog.errors import Interrupted, UsageMistake
from netlog.named import NamedTuple
from netlog.records.recall import Recalled, RecallPlace
from netlog.render.pages import recall as page
from netlog.rules import recall as rules
from netlog.rules.place_names import circle_called, place_called
from netlog.rules.recall import PlaceLine
from netlog.store import progress
from netlog.store.progress import Walked
from netlog.typed import Annotated
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


class Kept(NamedTuple):
    """What was kept of a line, and the id of the command that did; None where nothing changed.

    again: more is to be typed of that place, for not all of the line was kept. ended is the Ctrl-D
    behind the line, or the Ctrl-D or Ctrl-C that came while it was asked who is meant.
    """

    found: Recalled
    command: str | None
    again: bool = False
    ended: EOFError | Interrupted | None = None

    @property
    def someone(self) -> bool:
        """Whether anybody was."""
        return bool(self.found.added or self.found.known)


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
    name, gets the place as a tag; what stands in parentheses behind a name is noted. The walk keeps
    each line at once; the next one goes on where it stopped, and comes back to what was taken back.
    Ctrl-D ends it, behind a line too, Ctrl-C with status 130. With - all lines are kept, or none.
    [recall] in the config names places of your own.
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
        recalled.from_stdin(app, at, force=force)
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
        places = actions.places(connection)
    one = place_called(typed, places)
    named = one.place if one else circle_called(typed)
    if named is None or at is not None:
        return UsageMistake("Names go in on standard input.", advice=_piped(at))
    walk = f"netlog recall --at {typed_anew(named)}, or " if app.can_ask else ""
    return UsageMistake("The place is an option:", advice=f"{walk}{_piped(named)}")


def _piped(at: str | None) -> str:
    return "netlog recall -" + (f" --at {typed_anew(at)}" if at else "")


def _walk(app: App, at: str | None) -> None:
    """From place to place, until the last or Ctrl-D; each line is kept before the next is asked.

    First come those of which what was kept was taken back.
    """
    with app.reading() as connection:
        places = actions.places(connection)
        walked = progress.reached(app.path)
        gone = actions.taken_back(connection, walked.kept) if at is None else set()
    begin = _named(places, at) if at is not None else None
    again, then = rules.way(places, walked.place, walked.before, gone, begin)
    if places:
        render.aside(page.BEGIN)
    if again:
        render.aside(page.taken_back([places[number].place for number in again]))
    found: list[Recalled] = []
    for number in (*again, *then):
        place = places[number]
        walked = walked if number in again else _at(walked, places, number)
        try:
            progress.note(app.path, walked)
            kept = None
            for kept in _answers(app, places, number):
                walked = _beyond(walked, kept.found.place, kept.command)
                found += [kept.found] if kept.someone else []
                progress.note(app.path, walked)
                if kept.ended:
                    raise kept.ended
            walked = walked if kept else _beyond(walked, place.place, None)
        except (EOFError, Interrupted, KeyboardInterrupt) as ended:
            _stop(app, place, found, ended)
            return
    progress.note(app.path, Walked(kept=walked.kept))
    render.said(app.out, page.summary(found, None), found)


def _at(walked: Walked, places: Sequence[RecallPlace], number: int) -> Walked:
    """How far the walk has come with a place of it."""
    before = tuple(one.place for one in places[:number])
    return walked._replace(place=places[number].place, before=before)


def _stop(app: App, place: RecallPlace, found: list[Recalled], ended: BaseException) -> None:
    """Say what was kept and where it goes on; raises Exit, or Interrupted, for all but Ctrl-D."""
    if isinstance(ended, Interrupted) and not found:
        raise ended
    if isinstance(ended, KeyboardInterrupt):
        render.aside(page.interrupted(place))
    render.said(app.out, page.summary(found, place.place), found)
    if not isinstance(ended, EOFError):
        raise Exit(Interrupted.status) from None


def _beyond(walked: Walked, place: str, command: str | None) -> Walked:
    """How far the walk has come behind a place, with what was kept of it this time, if any."""
    others = {said: id_ for said, id_ in walked.kept.items() if said != place}
    return walked._replace(kept=others | ({place: command} if command else {}))


def _named(places: list[RecallPlace], typed: str) -> int:
    """The number of the place of that name; raises UsageMistake for none."""
    if found := place_called(typed, places) or _first_of(typed, places):
        return places.index(found)
    what, advice = no_such(typed, "place", [one.place for one in places])
    raise UsageMistake(what, advice=advice or "netlog recall --list")


def _first_of(typed: str, places: list[RecallPlace]) -> RecallPlace | None:
    """The place with which the circle of that name begins."""
    circle = circle_called(typed)
    return next((one for one in places if one.circle == circle), None)


def _answers(app: App, places: list[RecallPlace], number: int) -> Iterator[Kept]:
    """What is kept at a place, line by line, until nothing is left of one, or Enter goes on."""
    while kept := _ask(app, places, number):
        yield kept
        if not kept.again:
            return


def _ask(app: App, places: list[RecallPlace], number: int) -> Kept | None:
    """What was kept of a line; None where Enter went on. Raises EOFError at Ctrl-D.

    Ctrl-D behind a line ends the walk as well, once that line is kept.
    """
    place = places[number]
    while True:
        typed = questions.line(page.question(place, number + 1, len(places)))
        end = EOFError() if isinstance(typed, questions.HalfLine) else None
        if typed.casefold() in HELP:
            render.aside(page.prompts(place))
            if end:
                raise end
            continue
        if not typed.strip(" ,;") or _goes_on(typed):
            if end:
                raise end
            return None
        typed, last = rules.whole(typed)
        try:
            at, names = rules.at_place(typed, place, places)
        except UsageMistake as error:
            render.aside(f"{error.message} Nothing of that line was kept: type it again.")
            continue
        line, nobodys = rules.clear(names, at)
        for one in nobodys:
            render.aside(one.message)
        kept = _keep(app, line)
        if last is not None:
            render.aside(page.cut(last))
        again = kept.again or nobodys or last is not None or at != place
        return kept._replace(again=bool(again), ended=kept.ended or end)


def _goes_on(typed: str) -> bool:
    """Whether a word is no name, but goes on; raises EOFError where it ends the walk."""
    word = typed.casefold().strip(" .!:")
    if word in ENDS and naming.yes(f"{typed}: stop here?"):
        raise EOFError
    return word in GOES_ON and not naming.yes(f"{typed}: is that a name?", default=False)


def _keep(app: App, line: PlaceLine) -> Kept:
    """Ask who is meant, and keep the line; ended where an end came amid the questions."""
    said = naming.answered(app, line)
    line, judged = said.line, said.judged
    kept, command = Recalled(line.place, line.circle, (), ()), None
    if line.names:
        with app.recording("recall") as book:
            recalling = Recalling(book, clock.today(), lambda one, _: judged.get(one), both=True)
            kept = recalling.keep(line)
        command = book.journal.batch if book.journal.is_written else None
        asked = [one.name for one in judged]
        recalled.mention(
            app, [line], [kept], [one for one in recalling.taken if one[0] not in asked]
        )
    if added := page.kept(kept, line.tag):
        render.aside(added)
    if said.left:
        render.aside(page.left([one.typed for one in said.left], line.place))
    return Kept(kept, command, bool(said.left or said.nobodys), said.ended)
