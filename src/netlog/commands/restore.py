"""netlog restore: a backup takes the place of the book, which is kept."""

from typing import Annotated

from netlog import clock, render
from netlog.actions import restoring
from netlog.commands.frame import questions
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import Refused, UsageMistake
from netlog.records.backups import Restored
from netlog.render.pages import backups as page

RECORD = Restored
EXAMPLES = (
    "netlog restore latest --dry-run",
    "netlog restore latest",
    "netlog restore /media/stick/netlog.db --yes",
)


def command(
    ctx: Context,
    typed: Annotated[
        str,
        Argument(metavar="FILE|latest", help="A backup; latest is the newest of this book."),
    ],
    dry_run: Annotated[
        bool, Option("--dry-run", help="Show what would change, and change nothing.")
    ] = False,
    yes: Annotated[bool, Option("--yes", help="Do it without asking.")] = False,
) -> None:
    """Bring a backup back. It is checked, what would change is shown, and it asks before it does.

    Its SHA-256, if one is beside it, its integrity and its tables must be right; an older one is
    brought up to date. The book that it replaces is kept as a backup itself, a damaged one as a
    file that ends in .damaged: to take a restore back, restore that.
    """
    app, today = of(ctx), clock.today()
    with restoring.ready(app, restoring.found(app.path, typed)) as backup:
        would = page.would(backup.record, today)
        if dry_run:
            render.said(app.out._replace(rehearsing=True), would, backup.record)
            return
        if not yes:
            _check_wanted(app, would)
        app.be_patient()
        restored = backup.carry_out()
    render.said(app.out, page.done(restored, today), restored)


def _check_wanted(app: App, would: str) -> None:
    """Ask on a terminal; elsewhere only --yes replaces the book."""
    if not app.can_ask:
        raise UsageMistake("That would replace the book: add --yes, or --dry-run to look first.")
    render.aside(would)
    if not questions.confirmed("Restore it?"):
        raise Refused("Nothing was restored.")
