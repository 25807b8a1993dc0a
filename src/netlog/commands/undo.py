"""netlog undo: the last command is taken back, exactly."""

from collections.abc import Iterable, Iterator
from itertools import islice

from netlog import clock, render
from netlog.actions import history
from netlog.commands.frame import options
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import UsageMistake
from netlog.records.history import COMPACT, FORGET, Batch, Command
from netlog.render.pages import history as page
from netlog.rules import history as rules
from netlog.store.connect import Book
from netlog.store.reads import history as reads
from netlog.typed import Annotated
from netlog.wording import count, short_day

RECORD = list[Command]
EXAMPLES = (
    "netlog undo",
    "netlog undo 3             # the last three, at once",
    "netlog undo m40           # what was last done to that record, alone",
    "netlog undo --list        # what can be taken back, each with its id",
    "netlog undo --dry-run",
    "netlog undo --of bob      # on a server: what bob did last",
)

LONGEST_NUMBER = 4
DryRun = Annotated[bool, Option("--dry-run", help="Show what would happen, and change nothing.")]


def command(
    ctx: Context,
    typed: Annotated[
        str | None,
        Argument(
            metavar="N|REF|ID",
            help="How many commands, the last one first; or one, by a record or by its id.",
        ),
    ] = None,
    listed: Annotated[
        bool, Option("--list", help="Show what can be taken back, the last first.")
    ] = False,
    limit: Annotated[int | None, options.limiting(f"{history.MOST_LISTED} commands")] = None,
    dry_run: DryRun = False,
    of_whom: Annotated[
        str | None,
        Option("--of", metavar="USER", help="On a server: what that user did, not you."),
    ] = None,
) -> None:
    """Take back the last command, whatever it was; or the last N of them, all or none.

    Every record becomes exactly what it was. `netlog redo` brings it back. With a ref it is the
    last command that changed that record, with an id of `undo --list` that one: what was done later
    stays, and what needs what would go stands in the way. On a server it is what you did yourself,
    unless who keeps the book says --of.
    """
    app = of(ctx)
    if listed and (typed or dry_run):
        raise UsageMistake("--list stands alone: it takes nothing back.")
    if limit is not None and not listed:
        raise UsageMistake("--limit belongs to --list.")
    if listed:
        _list(app, of_whom, history.MOST_LISTED if limit is None else limit)
        return
    number = _number(typed)
    if number is None:
        done = _one(app, typed or "", of_whom, dry_run=dry_run)
    else:
        done = history.take_back(
            app, "undo", number, rules.to_undo, _refusal, dry_run=dry_run, of=of_whom
        )
    verb = "Would take back" if dry_run else "Took back"
    render.said(app.out, page.said(verb, done, clock.today()), done)


def _list(app: App, of_whom: str | None, most: int) -> None:
    """Show what can be taken back, so many at most."""
    with app.reading() as connection, reads.leaving_out() as left_out:
        whose = history.theirs(connection, of_whom)
        able = list(islice(rules.to_undo(reads.batches(connection), whose), most))
        found = [history.told(connection, b, undone=False, left_out=left_out) for b in able]
    render.listing(app.out, page.able(clock.today()), found)
    history.mention_left_out(app.mention, left_out)


def _number(typed: str | None) -> int | None:
    """How many commands are meant; None when it is one of them. Raises UsageMistake for none."""
    if typed is None:
        return 1
    if not typed.isascii() or not typed.isdigit() or len(typed) > LONGEST_NUMBER:
        return None
    if int(typed) < 1:
        raise UsageMistake("netlog undo takes a number from 1 on.")
    return int(typed)


def _one(app: App, typed: str, of_whom: str | None, *, dry_run: bool) -> list[Command]:
    with app.reading() as connection:
        meant = history.one(connection, typed, of_whom)

    def choose(newest_first: Iterable[Batch], who: str | None) -> Iterator[Batch]:
        return (batch for batch in rules.to_undo(newest_first, who) if batch.id == meant)

    return history.take_back(
        app, "undo", 1, choose, _refusal, dry_run=dry_run, alone=True, of=of_whom
    )


def _refusal(connection: Book, who: str | None, able: int) -> str:
    of = f" that {who} did" if who else ""
    if able:
        return f"Only {count(able, 'command')}{of} can be taken back."
    said = f"There is nothing{of} to take back"
    held = rules.judged(reads.batches(connection))
    last = next((batch for batch, undone in held if not (undone or batch.undoes)), None)
    if last and last.command == FORGET:
        return f"{said}: forget cannot be undone, nor what was done before it."
    if last and last.command == COMPACT:
        until = short_day(clock.day_of(last.at), clock.today())
        return f"{said}: what was done until {until} is compacted."
    return f"{said}."
