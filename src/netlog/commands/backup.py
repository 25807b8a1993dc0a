"""netlog backup: a whole, checked and private copy of the book."""

import os
from typing import Annotated

from netlog import clock, render
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import Refused, UsageMistake
from netlog.records.backups import BY_HAND, Backup
from netlog.render.pages import backups as page

RECORD = Backup | list[Backup]
EXAMPLES = (
    "netlog backup",
    "netlog backup /media/stick/netlog.db",
    "netlog backup --list",
)


def command(
    ctx: Context,
    to: Annotated[
        str | None,
        Argument(metavar="FILE", help="Where to; else among the backups beside the book."),
    ] = None,
    listed: Annotated[
        bool, Option("--list", help="Show the backups that are there, the newest first.")
    ] = False,
) -> None:
    """Back up the book: a whole copy, checked, for you alone, its SHA-256 beside it.

    It never overwrites anything, and stays until you remove it. netlog makes others by itself,
    before an upgrade, an import, a restore and the removal of many; of those it keeps one for each
    of seven days and four weeks. `restore` brings one back.
    """
    from netlog.store import backups

    app = of(ctx)
    if listed:
        if to is not None:
            raise UsageMistake("--list takes no FILE.")
        render.listing(app.out, page.listing(clock.today()), backups.found(app.path))
        return
    if not os.path.lexists(app.path):
        raise Refused(f"There is no book at {app.path} yet.")
    with app.reading():
        pass  # an older book is upgraded first, and a file that is none refused
    if to is None:
        made = backups.back_up(app.path, clock.now(), BY_HAND)
    else:
        made = backups.back_up_to(app.path, os.path.expanduser(to))
    backup = backups.described(made)
    assert backup is not None
    render.said(app.out, page.made(backup), backup)
