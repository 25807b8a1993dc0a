"""netlog path: through whom you come to somebody."""

from typing import Annotated

from netlog import clock, render
from netlog.actions import path as actions
from netlog.commands.frame import options, piping
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context
from netlog.errors import UsageMistake
from netlog.records.path import Path
from netlog.render.pages import path as page
from netlog.rules.path import PATHS

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
        sought = actions.aim(connection, words)
        found = actions.paths(connection, sought, today, limit or PATHS)
    if app.out.mode == "json":
        render.listing(app.out, page.listing(words), found)
    else:
        render.listing(app.out, page.listing(words), page.rows(found, today))
