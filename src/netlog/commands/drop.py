"""netlog drop: let go of what was due."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

import typer

from netlog import clock, render
from netlog.actions import closing, settle
from netlog.actions.settle import Target
from netlog.commands.frame import options
from netlog.commands.frame.app import of
from netlog.records.contacts import Contact
from netlog.records.favors import Favor
from netlog.records.plans import Plan
from netlog.records.thanks import Thanks
from netlog.render.pages import plans as page
from netlog.rules import text

RECORD = list[Contact | Favor | Thanks | Plan]
EXAMPLES = (
    "netlog drop t9",
    'netlog drop f7 --why "she changed jobs"',
    "netlog drop c12       # not now: ask again after another cadence",
)


def command(
    ctx: typer.Context,
    refs: options.Refs,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why, for the record.")] = None,
) -> None:
    """Let go of what is due without having done it.

    For a person it skips this once: the birthday passes, the next reminder is a cadence away.
    """
    app = of(ctx)
    today = clock.today()
    reason = text.optional_line(why, "text of --why")
    with app.reading() as connection:
        targets = settle.targets(connection, refs, today)
    with app.recording("drop") as book:
        for target in targets:
            closing.drop(book, target, today, reason)
    said = [SAID[target.ref.letter](target, today) for target in targets]
    with app.reading() as connection:
        render.said(app.out, "\n".join(said), settle.closed(connection, targets))


SAID: dict[str, Callable[[Target, date], str]] = {
    "c": lambda target, _: f"{target.record.name} is skipped this once.",
    "f": lambda target, _: f"Dropped what concerned {target.record.contact.name} ({target.ref}).",
    "t": lambda target, _: f"Dropped the thanks to {target.record.contact.name} ({target.ref}).",
    "p": lambda target, today: f"Dropped the {page.subject(target.record, today)} ({target.ref}).",
}
