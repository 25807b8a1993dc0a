"""netlog import: people, meetings and favors from the files of other programs."""

from collections.abc import Sequence
from datetime import date

from netlog import clock, output, render
from netlog.actions.importing import sources
from netlog.actions.importing.ground import Terms
from netlog.actions.importing.reading import Request
from netlog.actions.importing.sources import Bundle
from netlog.commands.frame import options
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Exit, Option
from netlog.commands.frame.importing import Imports
from netlog.errors import NetlogError, UsageMistake
from netlog.formats import READ, charset
from netlog.formats.circumstances import Circumstances
from netlog.records.importing import ImportReport, Update, Wishes
from netlog.records.people import CIRCLES
from netlog.render.pages import importing as page
from netlog.rules import card, dates
from netlog.rules.cadence import parse_cadence
from netlog.store import files
from netlog.store.config import settings
from netlog.typed import TYPE_CHECKING, Annotated, Literal
from netlog.wording import nearest

if TYPE_CHECKING:
    Format = str
else:
    Format = Literal[READ]

RECORD = list[ImportReport]
EXAMPLES = (
    "netlog import contacts.vcf --dry-run",
    "netlog import Connections.csv --tag linkedin",
    "netlog import people.csv --map name=Full,email=Mail --every 90d",
    "netlog export --format json | netlog import - --db other.db",
)


def command(
    ctx: Context,
    named: Annotated[
        list[str],
        Argument(metavar="FILE...", help="Files, a folder of .vcf, LinkedIn's zip; - is stdin."),
    ],
    format_: Annotated[
        Format | None,
        Option("--format", help="Take it for this one; else its content tells."),
    ] = None,
    dry_run: Annotated[
        bool, Option("--dry-run", help="Show what would happen, and change nothing.")
    ] = False,
    update: Annotated[
        Update,
        Option(help="People you know: leave them, fill what is empty, or overwrite."),
    ] = "fill",
    circle: Annotated[
        list[str] | None,
        Option(metavar=f"[{'|'.join(CIRCLES)}]", help="Put everybody there; repeat for several."),
    ] = None,
    tag: Annotated[
        list[str] | None, Option(metavar="TAG", help="Label everybody; repeat for several.")
    ] = None,
    every: Annotated[
        str | None,
        Option(metavar="CADENCE", help="How often to be in touch with new people."),
    ] = None,
    first_on: Annotated[
        str | None,
        Option(metavar="DATE", help="When they come up first; else spread over the cadence."),
    ] = None,
    mapped: Annotated[
        str | None,
        Option("--map", metavar="NAME=COLUMN,...", help="What the columns of a CSV hold."),
    ] = None,
    rejects: Annotated[
        str | None,
        Option(metavar="FILE", help="Write there what was rejected, to be mended."),
    ] = None,
    with_messages: Annotated[
        bool,
        Option("--with-messages", help="LinkedIn's messages and invitations as well."),
    ] = False,
    encoding: Annotated[
        str | None,
        Option(metavar="CHARSET", help="Read it as this, such as windows-1251."),
    ] = None,
    yes: Annotated[
        bool, Option("--yes", help="Take guessed columns and a calendar's new people.")
    ] = False,
) -> None:
    """Take in address books, calendars and the exports of other programs.

    Whoever is known already (by uid, e-mail, phone, profile, or name and organization) is not
    added again. Nobody gets a cadence unless you say --every; first days are spread over it, so
    that no morning floods. Each file is one change, and one
    undo; what cannot be read is told row by row, and then the exit status is 1.
    """
    app, today = of(ctx), clock.today()
    configured = settings()
    mine = configured.card
    every_days = parse_cadence(every) if every is not None else None
    order = Request(
        Wishes(
            tuple(options.chosen(circle, CIRCLES, "circle")),
            options.tags(tag),
            every_days,
            _first_on(first_on, every_days, today),
            today,
        ),
        Terms(today, update, adds_the_met=yes, own_kinds=configured.own_kinds),
        Circumstances(
            today,
            clock.now(),
            (*card.addresses(mine), *configured.mine),
            _mapped(mapped),
            card.name(mine),
            guests=configured.guests,
            forms=True,
        ),
        configured.region,
    )
    found = _sources(named, format_, with_messages, _charset(encoding))
    _check_rejects(app, rejects, found)
    imports = Imports(app, order, dry_run=dry_run, yes=yes)
    for source in found:
        imports.take(source, last=source is found[-1])
    if rejects is not None:
        _write_rejects(app, rejects, imports.rejects)
    render.sheets(app.out, page.sheet(), imports.reports)
    if any(report.rejected for report in imports.reports):
        raise Exit(1)


def _first_on(typed: str | None, every_days: int | None, today: date) -> date | None:
    """The day on which everybody comes up first; raises UsageMistake for one that cannot be."""
    if typed is None:
        return None
    if not every_days:
        raise UsageMistake("--first-on goes with --every: nobody comes up without a cadence.")
    on = dates.parse_date(typed, today, "future")
    if on < today:
        raise UsageMistake("--first-on is a day to come.")
    return on


def _mapped(typed: str | None) -> tuple[tuple[str, str], ...]:
    """What --map says: pairs of netlog's word and a column."""
    if typed is None:
        return ()
    pairs = [part.partition("=") for part in typed.split(",")]
    if not all(target.strip() and column.strip() for target, _, column in pairs):
        raise UsageMistake("--map is written as name=Full,email=Mail.")
    return tuple((target.strip(), column.strip()) for target, _, column in pairs)


def _charset(typed: str | None) -> str:
    """The charset of --encoding as Python calls it."""
    if typed is None:
        return ""
    found = charset.of_that_name(typed)
    if found is None:
        near = nearest(typed, charset.USUAL)
        raise UsageMistake(
            "--encoding names a charset, such as windows-1251 or shift-jis.",
            advice=f"Did you mean {near}?" if near else None,
        )
    return found


def _sources(
    named: list[str], asked: str | None, with_messages: bool, encoding: str
) -> list[Bundle]:
    """All of them, looked into before any is taken."""
    if named.count(sources.STDIN) > 1:
        raise UsageMistake("Standard input is read once: one - is enough.")
    data = output.read() if sources.STDIN in named else None
    return [sources.find(name, data, asked, with_messages, encoding) for name in named]


def _check_rejects(app: App, path: str | None, found: Sequence[Bundle]) -> None:
    if path is None:
        return
    files.check_target(path, force=None, book=app.path)
    if len({source.format for source in found}) > 1:
        raise UsageMistake("--rejects goes with files of one format.")


def _write_rejects(app: App, path: str, texts: Sequence[str]) -> None:
    """Write them for the user alone; nothing is written where there is nothing."""
    if not texts:
        return
    try:
        pieces = (text.encode("utf-8", "replace") for text in texts)
        files.write(path, pieces, force=None, book=app.path)
    except NetlogError as error:
        # The import is done: only this failed.
        app.saved = False
        done = "The import is done, and nothing was written there."
        raise error.also(saved=True, afterwards=done) from None
