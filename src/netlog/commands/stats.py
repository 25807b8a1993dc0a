"""netlog stats: what was done, and what came of it, in numbers and pictures."""

import io
import os

from netlog import clock, render
from netlog.actions import stats as actions
from netlog.commands.frame import options, whose
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Context, Option
from netlog.errors import UsageMistake
from netlog.records.stats import Stats
from netlog.render.pages import stats as page
from netlog.rules import spans
from netlog.rules import stats as rules
from netlog.store import files
from netlog.typed import Annotated

RECORD = Stats
EXAMPLES = (
    "netlog stats",
    "netlog stats --since 2026-01-01",
    "netlog stats --html stats.html",
    "netlog stats --everyone     # in an office, of all that you see",
)
STDOUT = "-"


def command(
    ctx: Context,
    since: Annotated[
        str | None, Option(metavar="DATE", help="The first day; twelve months back unless you say.")
    ] = None,
    until: Annotated[
        str | None, Option(metavar="DATE", help="The last day; today unless you say.")
    ] = None,
    by: options.ByUser = None,
    mine: options.Mine = False,
    everyone: options.Everyone = False,
    svg: Annotated[
        str | None, Option(metavar="PATH", help="Draw it to this file as a picture.")
    ] = None,
    html: Annotated[
        str | None, Option(metavar="PATH", help="Draw it to this file as one page, offline.")
    ] = None,
    force: Annotated[bool, Option("--force", help="Replace files that are there.")] = False,
) -> None:
    """Show your network in numbers: touches day by day and by kind, new people, give and take.

    And honest odds, from your own record alone: a ratio is said from ten on, with what it stands
    on. Circles and cadence are as they stand today. Somebody is one touch on a day. In an office
    they are your own, unless you say.
    """
    app, today = of(ctx), clock.today()
    whose.check(app, mine=mine, everyone=everyone, by=by)
    last = spans.edge(until, today, "end") if until is not None else today
    first = spans.edge(since, today, "start") if since is not None else rules.began(last)
    if first > last:
        raise UsageMistake(f"{first.isoformat()} is after {last.isoformat()}.")
    wanted = [(path, kind) for path, kind in ((svg, "svg"), (html, "html")) if path is not None]
    if app.json and any(path == STDOUT for path, _ in wanted):
        raise UsageMistake("--json prints JSON alone: name a file.")
    if svg is not None and html is not None and os.path.realpath(svg) == os.path.realpath(html):
        raise UsageMistake(f"--svg and --html both name {svg}: one file holds one picture.")
    for path, _ in wanted:
        if path != STDOUT:
            files.check_target(path, force=force, book=app.path)
    with app.reading() as book:
        connection = whose.done_by(app, book, everyone=everyone, by=by)
        found = actions.stats(connection, first, last, today)
    for path, kind in wanted:
        drawn = _drawn(found, kind)
        if path == STDOUT:
            with io.BytesIO(drawn) as file:
                render.contents(file)
        else:
            files.write(path, [drawn], force=force, book=app.path)
            app.remember(path, "export")
    named = [path for path, _ in wanted if path != STDOUT]
    if named and len(named) < len(wanted):
        app.mention(page.drawn(named))
    elif named:
        render.said(app.out, page.drawn(named), found)
    elif not wanted:
        render.sheet(app.out, page.sheet(app.out.width), found)


def _drawn(found: Stats, kind: str) -> bytes:
    from netlog.render import charts

    draw = charts.svg if kind == "svg" else charts.html
    return draw(found).encode("utf-8", "replace")
