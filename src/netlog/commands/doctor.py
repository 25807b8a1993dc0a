"""netlog doctor: whether the book is whole, and what can be mended."""

from netlog import clock, render
from netlog.actions import doctor
from netlog.commands.frame.app import App, of
from netlog.commands.frame.compacting import compacted
from netlog.commands.frame.declared import Context, Exit, Option
from netlog.errors import DamagedFile, UsageMistake
from netlog.records.compacting import KEEP, OLDER_THAN
from netlog.records.doctor import Finding
from netlog.render.pages import doctor as page
from netlog.rules import dates
from netlog.store.place import named
from netlog.typed import Annotated

RECORD = list[Finding]
EXAMPLES = (
    "netlog doctor",
    "netlog doctor --fix",
    "netlog doctor --compact",
    "netlog doctor --json",
)
ILL = 1


def command(
    ctx: Context,
    fix: Annotated[bool, Option("--fix", help="Mend what can be mended, after a backup.")] = False,
    compact: Annotated[
        bool, Option("--compact", help="Compact a healthy book, as netlog compact does.")
    ] = False,
    yes: Annotated[bool, Option("--yes", help="Compact it without asking.")] = False,
) -> None:
    """Examine the book: the file, each row beside the journal, what follows from it, its place.

    A row that is not what the journal last said of it is found, and with --fix restored from there.
    It also tells of backups that are no good, of folders that others read or a service copies,
    and of mistakes in the config file. Exit status 0: healthy; 1: something was found; 7: damage.
    """
    app = of(ctx)
    if yes and not compact:
        raise UsageMistake("--yes belongs to --compact.")
    if compact and app.json:
        raise UsageMistake("As JSON: netlog doctor --json, then netlog compact --json.")
    with doctor.despite_config(app) as path:
        if path and not named(app.db):
            app.mention(f"The book that is examined is {path}.")
        app.wants_file("doctor examines a file", "pg_amcheck examines those of a server.")
        _examine(app, fix=fix, compact=compact, yes=yes)


def _examine(app: App, *, fix: bool, compact: bool, yes: bool) -> None:
    found = doctor.examined(app)
    if fix:
        found, backup = doctor.mended(app, found)
        if backup:
            app.mention(f"The book as it was is in {backup}.")
    found = [one._replace(fix=one.fix and app.acting_here(one.fix)) for one in found]
    found.sort(key=lambda one: one.severity)
    if app.place and not found and not app.json:
        return
    if found or app.json:
        render.listing(app.out, page.listing(), found)
    else:
        render.text(app.out, f"{page.HEALTHY}\n")
    left = [one for one in found if not one.fixed]
    if any(one.severity == "damage" for one in left):
        raise Exit(DamagedFile.status)
    if left:
        raise Exit(ILL)
    if compact:
        before = dates.parse_date(OLDER_THAN, clock.today(), "behind")
        compacted(app, before, KEEP, dry_run=False, yes=yes)
