"""netlog told: they heard how their help turned out."""

from datetime import date

from netlog import clock, render
from netlog.actions import along, outcomes, settle
from netlog.commands.frame import options, to_come, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context
from netlog.errors import SeveralMatch, UsageMistake
from netlog.records.favors import Favor
from netlog.records.refs import parse_ref
from netlog.render.pages import along as along_page
from netlog.render.pages import favors as page
from netlog.rules import dates, text
from netlog.store.connect import Book
from netlog.typed import Annotated
from netlog.wording import typed_anew

TAKES_TEXT = True
RECORD = Favor
EXAMPLES = (
    'netlog told helen "second round on Monday"',
    "netlog told f7 -- they want to see a chapter",
)


def command(
    ctx: Context,
    typed: options.WhoOrRef,
    what: Annotated[
        list[str] | None,
        Argument(metavar="[TEXT]", help="How it turned out, in quotes or after --."),
    ] = None,
    on: options.On = None,
) -> None:
    """You told them how their help turned out: noted and told at once.

    Without a TEXT, what was noted before with `favor outcome` is told.
    """
    app, today = of(ctx), clock.today()
    if what and len(what) > 1:
        words = [*what, *([app.told] if app.told else [])]
        raise UsageMistake(
            "What has several words goes in quotes or after --.",
            advice=f"netlog told {typed_anew(typed)} -- {' '.join(map(typed_anew, words))}",
        )
    said = text.optional_line(options.told(app, what[0] if what else None, "TEXT"), "text")
    day = dates.happened_on(on, today, to_come.to_plan(app, (typed,), said))
    with app.reading() as connection:
        favor = _meant(app, connection, typed, said, today)
        before = along.waiting(connection, [favor.contact.id])
    outcomes.check_told(favor, said, day)
    with app.recording("told") as book:
        outcomes.tell(book, favor, said, day)
    with app.reading() as connection:
        favor = settle.favor(connection, favor.id)
        besides = along.settled(connection, before, {favor.ref})
    sentences = [page.told(favor, today), *along_page.sentences(besides, today)]
    render.said(app.out, "\n".join(sentences), favor)


def _meant(app: App, connection: Book, typed: str, said: str | None, today: date) -> Favor:
    """The favor with that ref, else the one of that person whose outcome waits to be told."""
    ref = parse_ref(typed)
    if ref and ref.letter == "f":
        return settle.favor(connection, ref.id)
    person = who.one(app, connection, typed)
    try:
        return outcomes.to_tell(connection, person, today, noted=said is None)
    except SeveralMatch as error:
        if not app.can_ask:
            raise
        return settle.favor(connection, who.choose(said or typed, error.candidates).id or 0)
