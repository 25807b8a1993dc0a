"""netlog compact: the room that the journal of long ago takes, given back."""

from netlog import clock
from netlog.commands.frame.app import of
from netlog.commands.frame.compacting import compacted
from netlog.commands.frame.declared import Context, Option
from netlog.errors import UsageMistake
from netlog.records.compacting import KEEP, OLDER_THAN, Compacted
from netlog.rules import dates
from netlog.typed import Annotated

RECORD = Compacted
EXAMPLES = (
    "netlog compact --dry-run",
    "netlog compact",
    "netlog compact --older-than 6m --keep 20 --yes",
)
MOST_KEPT = 1_000_000


def command(
    ctx: Context,
    older_than: Annotated[
        str,
        Option(metavar="DATE", help="What was done before then goes: 1y, 6m, 2026-01-01."),
    ] = OLDER_THAN,
    keep: Annotated[
        int, Option(metavar="N", help="The last N commands can be taken back in any case.")
    ] = KEEP,
    dry_run: Annotated[
        bool, Option("--dry-run", help="Show what would go, and change nothing.")
    ] = False,
    yes: Annotated[bool, Option("--yes", help="Do it without asking.")] = False,
) -> None:
    """Fold what netlog remembers of long ago, and write the book anew without the room that took.

    Your records stay, each as it is; what was undone or changed on the way goes, so that `undo` and
    `history` reach back no further. `doctor` examines as before. The book as it was is kept as a
    backup.
    """
    app = of(ctx)
    app.wants_file("compact writes a file anew", "A server gives room back itself: VACUUM.")
    if not 0 <= keep <= MOST_KEPT:
        raise UsageMistake(f"--keep takes a number from 0 to {MOST_KEPT:,}.")
    before = dates.parse_date(older_than, clock.today(), "behind")
    compacted(app, before, keep, dry_run=dry_run, yes=yes)
