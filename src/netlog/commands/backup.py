"""netlog backup: a whole, checked and private copy of the book."""

import os
from collections.abc import Sequence

from netlog import clock, render
from netlog.commands.frame import questions
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import Refused, UsageMistake
from netlog.records.backups import BY_HAND, Backup
from netlog.render.pages import backups as page
from netlog.typed import TYPE_CHECKING, Annotated

if TYPE_CHECKING:
    from netlog.store.sealing import Locking

RECORD = Backup | list[Backup]
EXAMPLES = (
    "netlog backup",
    "netlog backup /media/stick/netlog.db",
    "netlog backup --encrypt /media/stick/netlog.db.age",
    "netlog backup --list",
)


def command(
    ctx: Context,
    to: Annotated[
        str | None,
        Argument(metavar="FILE", help="Where to; else among the backups beside the book."),
    ] = None,
    encrypt: Annotated[
        bool, Option("--encrypt", help="Lock it with a passphrase, in the format of age.")
    ] = False,
    recipients: Annotated[
        list[str] | None,
        Option(
            "--recipient",
            metavar="KEY",
            help="Lock it for the owner of a public key, age1... or ssh-...; repeat for several.",
        ),
    ] = None,
    listed: Annotated[
        bool, Option("--list", help="Show the backups that are there, the newest first.")
    ] = False,
) -> None:
    """Back up the book: a whole copy, checked, for you alone, its SHA-256 beside it.

    It never overwrites anything, and stays until you remove it. netlog makes others by itself,
    before an upgrade, an import, a restore and the removal of many; of those it keeps one for each
    of seven days and four weeks. `restore` brings one back. Whoever forgets the passphrase of one
    that is encrypted has no backup. `--list` compares each with its SHA-256, and marks those that
    `restore` would refuse.
    """
    from netlog.store import backups, judging

    app = of(ctx)
    app.wants_file(
        "A backup is a copy of a file", "pg_dump copies it; netlog export --format json, too."
    )
    if to == "list":
        raise UsageMistake(
            "The backups that are there: netlog backup --list. A file of that name: ./list."
        )
    if listed:
        if to is not None or encrypt or recipients:
            raise UsageMistake("--list stands alone.")
        render.listing(app.out, page.listing(clock.today()), judging.judged(app.path))
        return
    app.wants_book()
    with app.reading():
        pass  # an older book is upgraded first, and a file that is none refused
    lock = _lock(app, recipients or ()) if encrypt or recipients else None
    if to is None:
        made = backups.back_up(app.path, clock.now(), BY_HAND, lock)
    else:
        made = backups.back_up_to(app.path, os.path.expanduser(to), lock)
        app.remember(made, "backup")
    backup = backups.described(made)
    assert backup is not None
    render.said(app.out, page.made(backup), backup)


def _lock(app: App, recipients: Sequence[str]) -> "Locking":
    """What it is locked with: the keys that were named, else a passphrase, asked for twice."""
    from netlog.store import sealing

    lock = sealing.Locking(None, tuple(recipients))
    sealing.check(lock)
    if recipients:
        return lock
    if not app.can_ask:
        raise UsageMistake("A passphrase is asked for on a terminal; here add --recipient KEY.")
    passphrase = questions.secret("A passphrase:")
    if questions.secret("Once more:") != passphrase:
        raise Refused("The two differ.", saved=False)
    return lock._replace(passphrase=passphrase)
