"""netlog search: people, meetings and favors by the words in them."""

from datetime import date

from netlog import clock, render
from netlog.commands.frame import options
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import UsageMistake
from netlog.records.search import PLACES, Found, SearchFilter
from netlog.render.pages import search as page
from netlog.rules import dates
from netlog.rules import search as rules
from netlog.store.reads import search as reads
from netlog.typed import Annotated

RECORD = list[Found]
MOST = 20
EXAMPLES = (
    "netlog search compilers",
    "netlog search acme hr --in meetings --since 6m",
    "netlog search '\"HR director\"'    # side by side",
)


def command(
    ctx: Context,
    typed: Annotated[
        list[str],
        Argument(metavar="TEXT...", help='Words, or beginnings of words; "two words" as such.'),
    ],
    places: Annotated[
        list[str] | None,
        Option("--in", metavar=f"[{'|'.join(PLACES)}]", help="Only there; repeat for two."),
    ] = None,
    circle: options.OnCircle = None,
    tag: options.OnTags = None,
    archived: Annotated[bool, Option("--archived", help="Archived people as well.")] = False,
    since: Annotated[
        str | None, Option(metavar="DATE", help="From that day: 6m, 2026-11-20.")
    ] = None,
    until: Annotated[
        str | None, Option(metavar="DATE", help="Up to that day: yesterday, 2026-11-20.")
    ] = None,
    limit: Annotated[int, options.limiting(str(MOST))] = MOST,
) -> None:
    """Find people, meetings and favors by all that is written of them, the best match first.

    Case and accents do not matter. For a person, --since is the day you met or noted them.
    """
    app, today = of(ctx), clock.today()
    terms = rules.terms(" ".join(typed))
    first, last = _day(since, today), _day(until, today)
    if first and last and first > last:
        raise UsageMistake("--since is after --until: nothing can be between them.")
    wanted = SearchFilter(
        places=tuple(options.chosen(_named(places), PLACES, "place to search")) or PLACES,
        people=options.people_filter(circle, tag)._replace(archived=archived),
        since=first,
        until=last,
        digits=rules.digits(" ".join(typed)),
    )
    hits = app.asked(lambda book: reads.search(book, terms, wanted, limit + 1))
    best = rules.ranked(hits, terms)
    found = [rules.found(hit, terms) for hit in best[:limit]]
    shown = found if app.json else page.grouped(found, app.out.room)
    render.listing(app.out, page.listing(today, app.out.room), shown)
    if len(best) > limit:
        app.mention(f"There are more: narrow it down, or say --limit {limit * 5}.")


def _named(places: list[str] | None) -> list[str]:
    """The places, whatever they are called: People, as their heading reads, meeting."""
    known = {"people": "contacts", "person": "contacts", **{one[:-1]: one for one in PLACES}}
    return [known.get(one.lower(), one.lower()) for one in places or ()]


def _day(typed: str | None, today: date) -> date | None:
    return None if typed is None else dates.parse_date(typed, today, "behind")
