"""netlog drop: let go of what was due."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from netlog import clock, render
from netlog.actions import settle
from netlog.actions.settle import Target
from netlog.commands.frame import options
from netlog.commands.frame.app import of
from netlog.records.contacts import Contact
from netlog.records.favors import Favor
from netlog.records.plans import Plan
from netlog.records.thanks import Thanks
from netlog.render.pages import plans as page
from netlog.rules import text

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

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
        said = [DROPS[target.ref.letter](book, target, today, reason) for target in targets]
    with app.reading() as connection:
        render.said(app.out, "\n".join(said), settle.closed(connection, targets))


def _drop_thanks(book: "Recording", target: Target, today: date, why: str | None) -> str:
    from netlog.store.writes import thanks

    thanks.drop(book, target.ref.id, today, why)
    return f"Dropped the thanks to {target.record.contact.name} ({target.ref})."


def _drop_favor(book: "Recording", target: Target, today: date, why: str | None) -> str:
    from netlog.store.writes import favors

    favors.drop(book, target.ref.id, today, why)
    return f"Dropped what concerned {target.record.contact.name} ({target.ref})."


def _drop_plan(book: "Recording", target: Target, today: date, why: str | None) -> str:
    from netlog.store.writes import plans

    plans.drop(book, target.ref.id, today, why)
    return f"Dropped the {page.subject(target.record, today)} ({target.ref})."


def _skip(book: "Recording", target: Target, today: date, _: str | None) -> str:
    from netlog.store.writes import contacts

    contact: Contact = target.record
    for item in target.items:
        if item.kind == "date":
            contacts.settle_birthday(book, contact.id, item.due_on)
        else:
            every = contact.cadence_days
            contacts.skip(book, contact.id, today + timedelta(days=every) if every else None)
    return f"{contact.name} is skipped this once."


DROPS: dict[str, Callable[["Recording", Target, date, str | None], str]] = {
    "c": _skip,
    "f": _drop_favor,
    "t": _drop_thanks,
    "p": _drop_plan,
}
