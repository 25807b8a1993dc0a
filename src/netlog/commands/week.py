"""netlog week: the weekly review, and the record of a search."""

import io
from collections.abc import Sequence
from datetime import date

from netlog import clock, render
from netlog.actions import week as actions
from netlog.commands.frame import options, whose
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Context, Option
from netlog.errors import UsageMistake
from netlog.records.week import Effort, Week
from netlog.render.pages import week as page
from netlog.rules import dates, spans
from netlog.rules.goals import bar_of_then
from netlog.store.connect import Book
from netlog.typed import Annotated, Literal

RECORD = Week | list[Effort]
EXAMPLES = (
    "netlog week",
    'netlog week --of "last week"',
    "netlog week --format md",
    "netlog week --by bob        # in an office, that of a colleague",
    "netlog week --log 2026-11-01..today --format csv",
)
TableFormat = Literal["md", "csv"]


def command(
    ctx: Context,
    day: Annotated[
        str | None,
        Option(
            "--of",
            metavar="DATE",
            help="The week of that day, or 2026-W48; else this one.",
        ),
    ] = None,
    log: Annotated[
        str | None,
        Option(
            metavar="FROM..TO",
            help="The record of your search instead: day, person, organization, how, what.",
        ),
    ] = None,
    by: options.ByUser = None,
    mine: options.Mine = False,
    everyone: options.Everyone = False,
    format_: Annotated[
        TableFormat | None, Option("--format", help="As a table for other programs.")
    ] = None,
) -> None:
    """Look back on a week, and ahead to the next: what you did, what is open, whom to turn to.

    Weeks begin on Monday; in brackets stands the week before. What is open, the thinnest circle and
    whom to turn to, seven people at the most, are of today, as `due` and `reconnect` have them. In
    an office it is your own week, unless you say.
    """
    app, today = of(ctx), clock.today()
    if app.json and format_:
        raise UsageMistake("--json prints JSON alone: leave --format out.")
    whose.check(app, mine=mine, everyone=everyone, by=by)
    if log is not None:
        if day is not None:
            raise UsageMistake("--log names its own days: leave --of out.")
        _log(app, log, format_, by=by, everyone=everyone)
        return
    asked = _day(day, today) if day is not None else today

    def read(book: Book) -> tuple[Week, bool]:
        did = whose.done_by(app, book, everyone=everyone, by=by)
        connection = did if by is not None else whose.people(app, book, everyone=everyone)
        found = actions.week(connection, asked, today, did)
        rests = not (found.plan or found.open or app.json) and actions.rests(connection, today)
        return found, rests

    found, rests = app.asked(read)
    rows = page.rows(found, [bar_of_then(one.target) for one in found.targets])
    if app.json:
        render.said(app.out, "", found._replace(open=tuple(app.settled_here([*found.open]))))
    elif format_:
        _table(format_, page.HEADS, page.cells(found, rows))
    else:
        shown = page.page(found, app.out.room, rests=rests)
        render.fitting(app.out, shown, [*page.ever_fewer(rows)])


def _day(typed: str, today: date) -> date:
    return spans.week(typed, today) or dates.parse_date(typed, today, "past")


def _log(
    app: App, typed: str, format_: TableFormat | None, *, by: str | None, everyone: bool
) -> None:
    """The plain record of a search, as employment offices ask for it."""
    span = actions.span(typed, clock.today())
    with app.reading() as book:
        found = actions.efforts(whose.done_by(app, book, everyone=everyone, by=by), span)
    if format_:
        _table(format_, page.EFFORT_HEADS, page.effort_cells(found))
    else:
        render.listing(app.out, page.efforts(app.out.room), found)


def _table(format_: TableFormat, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from netlog.formats import tables

    drawn = (tables.as_csv if format_ == "csv" else tables.as_markdown)(heads, rows)
    with io.BytesIO(drawn.encode("utf-8", "replace")) as file:
        render.contents(file)
