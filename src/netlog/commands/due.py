"""netlog due: the morning report."""

from datetime import date

from netlog import clock, output, render
from netlog.actions import due
from netlog.commands.frame import options
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Context, Exit, Option
from netlog.records.due import KINDS, Block, BriefDue, DueItem
from netlog.records.people import PeopleFilter
from netlog.render.pages import due as page
from netlog.rules import due as rules
from netlog.rules.standing import PEOPLE
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.store.reads.due import any_landed, is_empty
from netlog.typed import Annotated

RECORD = list[DueItem] | BriefDue
SOMETHING_IS_DUE = 10
EXAMPLES = (
    "netlog due",
    "netlog due --all         # everybody, and what has come to rest",
    "netlog due --within 7d --kind thanks --kind promise",
    "netlog due --everyone    # in an office, of all whom you see",
    "netlog due --brief       # one line for a prompt: 3 thanks · 1 promise",
    "netlog due --json | jq -r '.[].contact.name'",
)


def command(
    ctx: Context,
    everybody: Annotated[
        bool, Option("--all", help="Everybody, and what has come to rest.")
    ] = False,
    within: Annotated[
        str | None, Option(metavar="DURATION", help="Look ahead: 7d, 2w, 1m.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        Option(
            metavar=f"[{'|'.join(KINDS)}]",
            help="Only this kind; repeat for several.",
        ),
    ] = None,
    circle: options.OnCircle = None,
    tag: options.OnTags = None,
    limit: Annotated[int | None, options.limiting(f"{PEOPLE} people")] = None,
    mine: options.Mine = False,
    everyone: options.Everyone = False,
    brief: Annotated[
        bool, Option("--brief", help="One line, nothing when nothing is due.")
    ] = False,
    exit_code: Annotated[
        bool, Option("--exit-code", help="Exit 10 when something is due.")
    ] = False,
) -> None:
    """Show what is due: thanks, promises, answers, outcomes, plans, people to get back to.

    Seven people at most, the most urgent; what is old comes to rest, and shows with --all. In an
    office it is of your own people, and of whom is shared with you to change.
    """
    app = of(ctx)
    today = clock.today()
    kinds = options.chosen(kind, KINDS, "kind of thing that is due")
    days = _ahead(within, today) if within is not None else 0
    people = options.people_filter(circle, tag)
    is_page = not (app.json or brief)

    def read(book: Book) -> tuple[list[Block], date | None, bool, str]:
        connection = _whose(app, book, mine=mine, everyone=everyone)
        found = due.blocks(connection, today, people, kinds, days, resting=everybody)
        narrowed = found or kinds or people != PeopleFilter()
        next_day = due.next_day(connection, today) if is_page and not narrowed else None
        note = _of_goals(connection, today, app.out.width) if is_page else ""
        return found, next_day, not found and is_empty(book), note

    found, next_day, nobody, note = app.asked(read)
    if app.place and not app.json:
        return  # which is said, and that alone
    most = limit or (None if everybody else settings().people)
    shown = rules.morning(found, None if app.json and not (limit or brief) else most)
    if brief:
        in_short = rules.brief(shown)
        if app.json:
            render.said(app.out, "", in_short)
        else:
            output.write(f"{page.brief(in_short)}\n" if found else "")
    elif app.json:
        render.listing(
            app.out, page.page(today, shown, app.out.room), app.settled_here(shown.items)
        )
    else:
        report = page.page(today, shown, app.out.room, next_day, nobody, note, bool(app.out.width))
        render.listing(app.out, report, page.rows(shown, today, app.out.room, bool(app.out.width)))
    if exit_code and found:
        raise Exit(SOMETHING_IS_DUE)


def _whose(app: App, book: Book, *, mine: bool, everyone: bool) -> Book:
    """Of an office only its user's own; a file is one's own."""
    if not (mine or everyone or app.is_on_server):
        return book
    from netlog.commands.frame import whose

    whose.check(app, mine=mine, everyone=everyone)
    return whose.people(app, book, everyone=everyone)


def _ahead(typed: str, today: date) -> int:
    from netlog.rules.cadence import parse_within

    return parse_within(typed, today)


def _of_goals(connection: Book, today: date, width: int) -> str:
    """What you are after, as a week begins with it, and whether it is reached; few need to know."""
    if today.weekday() and not any_landed(connection, today):
        return ""
    from netlog.actions import goals
    from netlog.render.pages.goals import note

    return note(*goals.header(connection, today), width)
