"""netlog path: through whom you come to somebody."""

from netlog import clock, render
from netlog.actions import path as actions
from netlog.commands.frame import options, piping, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import SeveralMatch, UsageMistake
from netlog.records.path import Path
from netlog.render.pages import path as page
from netlog.rules.path import PATHS
from netlog.store.connect import Book
from netlog.typed import Annotated

RECORD = list[Path]
EXAMPLES = (
    'netlog path "Harbor Trust"',
    "netlog path anne",
    "netlog path compilers",
)


def command(
    ctx: Context,
    typed: Annotated[
        list[str],
        Argument(
            metavar="WHO|ORG|TEXT",
            callback=piping.named_by_words,
            help="A person, an organization, or a word.",
        ),
    ],
    org: Annotated[
        bool, Option("--org", help="An organization is meant, though somebody is called so.")
    ] = False,
    limit: Annotated[int | None, options.limiting(f"{PATHS} paths")] = None,
) -> None:
    """Show through whom you come to a person, an organization or a word, the strongest way first.

    Up to four hops: whom you know there, whom you knew there, who met with, introduced or worked
    with them, steps of leads; with how warm each is, and how to begin: a question for advice.
    """
    app, today = of(ctx), clock.today()
    words = " ".join(typed).strip()
    if not words:
        raise UsageMistake("A path to whom?", advice='netlog path "Harbor Trust"')
    with app.reading() as connection:
        sought = _aim(app, connection, words, is_company=org)
        found = actions.paths(connection, sought, today, limit or PATHS)
    if app.out.mode == "json":
        render.listing(app.out, page.listing(words), found)
    else:
        render.listing(app.out, page.listing(words), page.rows(found, today))


def _aim(app: App, connection: Book, words: str, *, is_company: bool) -> actions.Aim:
    """Whom or what was meant; where several are called so, it asks on a terminal."""
    try:
        return actions.aim(connection, words, is_company=is_company)
    except SeveralMatch as error:
        if not app.can_ask:
            raise
        chosen = who.choose(words, error.candidates)
        is_person = chosen.id is not None
        return actions.aim(connection, chosen.ref if is_person else words, is_company=not is_person)
