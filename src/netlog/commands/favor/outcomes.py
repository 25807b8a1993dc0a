"""How their help turned out, and that they were told."""

from netlog import clock
from netlog.actions import along, outcomes, settle
from netlog.actions.leads import awaited, landing
from netlog.commands.favor import words
from netlog.commands.favor.words import FavorRef
from netlog.commands.frame import options, questions, to_come
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import UsageMistake
from netlog.records.favors import Favor
from netlog.render.pages import favors as page
from netlog.rules import text
from netlog.store.config import settings
from netlog.typed import Annotated


def outcome(
    ctx: Context,
    ref: FavorRef,
    what: Annotated[str, Argument(metavar="TEXT", help="How it turned out.")],
    without_them: Annotated[
        bool,
        Option("--without-them", help="It came about, and was none of their doing."),
    ] = False,
    has_landed: Annotated[
        bool,
        Option("--landed", help="It is what you were after: all upstream hear of it."),
    ] = False,
) -> None:
    """Note how their help turned out. From then on telling them is owed.

    As JSON the thanks that are open for it stand with it.

    What you still wait for has come with it: on a terminal it asks whether they did that. In a
    script it is taken for their doing, and thanks are owed, unless --without-them says otherwise.
    With --landed whoever did not answer is owed the news alone.
    """
    app, today = of(ctx), clock.today()
    favor = words.favor(app, ref)
    outcomes.check_theirs(favor)
    said, rules = text.line(what, "outcome"), settings().thanks
    if has_landed:
        return _landed(app, favor, said, without_them)
    without_them = without_them or (favor.state == "open" and not _is_theirs(app, favor))
    with app.recording("favor outcome") as book:
        before = along.waiting(book.connection, [favor.contact.id])
        if without_them:
            outcomes.without_them(book, favor, said, today)
        else:
            outcomes.note(book, favor, said, today, rules)
    known = page.known_before(favor, said, today)
    came = favor.state == "open"
    words.confirm(app, favor.id, before, before_that=known, came=came, with_thanks=True)


def _landed(app: App, favor: Favor, said: str, without_them: bool) -> None:
    """It led to what you were after: everybody upstream is owed the news.

    What was asked for and never came stays so, unless one who can be asked says otherwise.
    """
    from netlog.commands.lead import news

    if without_them or favor.introduced:
        raise UsageMistake("--landed is for what they did.")
    configured, today = settings(), clock.today()
    did = favor.state == "open" and app.can_offer and _helped(favor)
    with app.recording("favor outcome") as book:
        before = awaited.of_favor(book.connection, favor.id)
        if did:
            outcomes.note(book, favor, said, today, configured.thanks)
            favor = settle.favor(book.connection, favor.id)
        ref = landing.land_favor(
            book, favor, said, today, configured.stages[0], configured.endings[0]
        )
    news.landed(app, ref.id, before, favor.id)


def _is_theirs(app: App, favor: Favor) -> bool:
    """Whether what they were asked for was their doing; it is, where nobody can be asked."""
    if app.can_offer:
        return _helped(favor)
    app.mention(
        f"That is taken for {favor.contact.name}'s doing. If it came without them: netlog undo, "
        f"then netlog favor outcome {favor.ref} TEXT --without-them"
    )
    return True


def _helped(favor: Favor) -> bool:
    return questions.confirmed(f"Did {favor.contact.name} help with that?", default=True)


def told(ctx: Context, ref: FavorRef, on: options.On = None) -> None:
    """You told them how it turned out, as it was noted; `netlog told` notes it, too."""
    app = of(ctx)
    favor = words.favor(app, ref)
    day = words.on(on, to_come.to_plan(app, (ref,), favor.outcome))
    if favor.wants_outcome and not favor.outcome:
        with app.reading() as connection:
            raise outcomes.unsaid(connection, favor)
    outcomes.check_told(favor, None, day)
    with app.recording("favor told") as book:
        before = along.waiting(book.connection, [favor.contact.id])
        outcomes.tell(book, favor, None, day)
    words.confirm(app, favor.id, before)
