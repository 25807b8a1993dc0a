"""netlog redo: what undo took back is brought back, until something else is done."""

from netlog import clock, render
from netlog.actions import history
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context
from netlog.commands.undo import DryRun
from netlog.records.history import Command
from netlog.render.pages import history as page
from netlog.rules import history as rules
from netlog.store.connect import Book
from netlog.store.reads import history as reads
from netlog.typed import Annotated
from netlog.wording import count

RECORD = list[Command]
EXAMPLES = ("netlog redo", "netlog redo 3", "netlog redo --dry-run")


def command(
    ctx: Context,
    number: Annotated[
        int, Argument(metavar="N", min=1, help="How many commands to bring back.")
    ] = 1,
    dry_run: DryRun = False,
) -> None:
    """Bring back what was taken back last; or the last N commands, all or none.

    Only right after `netlog undo`: a new command ends what can be brought back.
    """
    app, today = of(ctx), clock.today()
    done = history.take_back(app, "redo", number, rules.to_redo, _refusal, dry_run=dry_run)
    verb = "Would bring back" if dry_run else "Brought back"
    render.said(app.out, page.said(verb, done, today), done)


def _refusal(connection: Book, who: str | None, able: int) -> str:
    of = f" that {who} took back" if who else ""
    if able:
        return f"Only {count(able, 'command')}{of} can be brought back."
    last = next((b for b in reads.batches(connection) if rules.is_of(b, who)), None)
    if last and not last.undoes:
        return (
            f"There is nothing{of} to bring back: the last command was {last.command}, and a new "
            "command ends what redo could bring back."
        )
    return f"There is nothing{of} to bring back."
