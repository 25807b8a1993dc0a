"""netlog undo: the last command is taken back, exactly."""

import sqlite3
from itertools import islice
from typing import Annotated

import typer

from netlog import clock, render
from netlog.actions import history
from netlog.commands.frame import options
from netlog.commands.frame.app import of
from netlog.errors import UsageMistake
from netlog.records.history import Command
from netlog.render.pages import history as page
from netlog.rules import history as rules
from netlog.store.reads import history as reads
from netlog.wording import count

RECORD = list[Command]
EXAMPLES = (
    "netlog undo",
    "netlog undo 3             # the last three, at once",
    "netlog undo --list        # what can be taken back",
    "netlog undo --dry-run",
)

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show what would happen, and change nothing.")
]


def command(
    ctx: typer.Context,
    number: Annotated[
        int | None, typer.Argument(metavar="N", min=1, help="How many commands; the last one.")
    ] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="Show what can be taken back, the last first.")
    ] = False,
    limit: Annotated[int | None, options.limiting(f"{history.MOST_LISTED} commands")] = None,
    dry_run: DryRun = False,
) -> None:
    """Take back the last command, whatever it was; or the last N of them, all or none.

    Every record becomes exactly what it was. `netlog redo` brings it back.
    """
    app, today = of(ctx), clock.today()
    if listed and (number or dry_run):
        raise UsageMistake("--list stands alone: it takes nothing back.")
    if limit is not None and not listed:
        raise UsageMistake("--limit belongs to --list.")
    if listed:
        most = history.MOST_LISTED if limit is None else limit
        with app.reading() as connection:
            able = list(islice(rules.to_undo(reads.batches(connection)), most))
            found = [history.told(connection, batch, undone=False) for batch in able]
        render.listing(app.out, page.commands(today, "There is nothing to take back."), found)
        return
    done = history.take_back(app, "undo", number or 1, rules.to_undo, _refusal, dry_run=dry_run)
    verb = "Would take back" if dry_run else "Took back"
    render.said(app.out, page.said(verb, done, today), done)


def _refusal(_connection: sqlite3.Connection, able: int) -> str:
    if not able:
        return "There is nothing to take back."
    return f"Only {count(able, 'command')} can be taken back."
