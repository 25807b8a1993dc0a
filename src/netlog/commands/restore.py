"""netlog restore: a backup takes the place of the book, which is kept."""

from netlog import clock, render
from netlog.actions import restoring
from netlog.commands.frame import questions
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import UsageMistake
from netlog.records.backups import Restored
from netlog.render.pages import backups as page
from netlog.typed import TYPE_CHECKING, Annotated

if TYPE_CHECKING:
    from netlog.store.sealing import Opener

RECORD = Restored
EXAMPLES = (
    "netlog restore latest --dry-run",
    "netlog restore latest",
    "netlog restore /media/stick/netlog.db --yes",
    "netlog restore netlog.db.age --identity ~/.age/key.txt",
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
    identity: Annotated[
        str | None,
        Option(
            metavar="FILE", help="The private key that opens an encrypted one, as age keeps it."
        ),
    ] = None,
    yes: Annotated[bool, Option("--yes", help="Do it without asking.")] = False,
) -> None:
    """Bring a backup back. It is checked, what would change is shown, and it asks before it does.

    Its SHA-256, if one is beside it, its integrity and its tables must be right; an older one is
    brought up to date; one that is encrypted asks for its passphrase. The book that it replaces is
    kept as a backup itself, a damaged one as a file that ends in .damaged: to take a restore back,
    restore that.
    """
    app, today = of(ctx), clock.today()
    app.wants_file("A backup takes the place of a file", "pg_restore brings one of a server back.")
    source = restoring.found(app.path, typed)
    with restoring.ready(app, source, _key(app, source, identity)) as backup:
        would = page.would(backup.record, today)
        if dry_run:
            render.said(app.out._replace(rehearsing=True), would, backup.record)
            return
        if not yes:
            elsewhere = "That would replace the book: add --yes, or --dry-run to look first."
            no = "Nothing was restored."
            questions.check_wanted(app, "Restore it?", UsageMistake(elsewhere), no, would)
        restored = backup.carry_out()
    render.said(app.out, page.done(restored, today), restored)


def _key(app: App, source: str, identity: str | None) -> "Opener | None":
    """What opens the backup: the file that was named, else on a terminal a passphrase."""
    from netlog.store import sealing

    if identity is not None:
        return sealing.Opener(None, identity)
    if app.can_ask and sealing.is_locked(source):
        return sealing.Opener(questions.secret("Its passphrase:"))
    return None
