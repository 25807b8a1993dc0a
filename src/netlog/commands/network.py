"""netlog network: who led to whom."""

import io
import os
from collections.abc import Callable

from netlog import clock, render
from netlog.actions import network as actions
from netlog.commands.frame import who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import NothingMatches, UsageMistake
from netlog.named import NamedTuple
from netlog.records.network import Network
from netlog.render.pages import network as page
from netlog.store import files
from netlog.typed import Annotated, Literal
from netlog.wording import listed

Drawing = Literal["text", "json", "mermaid", "dot", "svg", "html"]


class Drawn(NamedTuple):
    """What was written: the file, its format, how many people are in it, how many bytes."""

    file: str
    format: str
    people: int
    bytes: int


RECORD = Network | Drawn
EXAMPLES = (
    "netlog network",
    "netlog network gus            # who led to Gus, and whom Gus led you to",
    "netlog network -o network.html",
)
STDOUT = "-"
ENDINGS: dict[str, Drawing] = {
    ".svg": "svg",
    ".html": "html",
    ".htm": "html",
    ".dot": "dot",
    ".gv": "dot",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".json": "json",
    ".txt": "text",
}


def command(
    ctx: Context,
    typed: Annotated[
        str | None, Argument(metavar="[WHO]", help="Only who led to them, and whom they led.")
    ] = None,
    format_: Annotated[
        Drawing | None,
        Option("--format", help="How it is drawn; text, unless you or the name of the file say."),
    ] = None,
    to: Annotated[
        str | None, Option("-o", "--output", metavar="PATH", help="The file to write.")
    ] = None,
    force: Annotated[bool, Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Show who led you to whom, as a tree: how many came through each, and were they thanked.

    Whoever introduced somebody is said with `add --via`, `log --via` or `edit --via`. mermaid and
    dot are drawn by other programs; svg is a picture, html one page to search, filter and walk
    through, which asks nothing of the network.
    """
    app, today = of(ctx), clock.today()
    is_file = to is not None and to != STDOUT
    format_ = format_ or (_of_file(to) if to and is_file else None)
    if app.json and not is_file and format_ not in (None, "json"):
        raise UsageMistake("--json prints JSON alone: add -o FILE, or --format json.")
    if is_file:
        files.check_target(to or "", force=force, book=app.path)
    with app.reading() as connection:
        whom = who.one(app, connection, typed) if typed else None
        found = actions.network(connection, whom)
    if is_file and not found.nodes and not app.is_there:
        raise NothingMatches(
            "Nobody is drawn." if app.place else f"There is no book at {app.path}."
        )
    if is_file:
        _write(app, found, to or "", format_ or "text", force)
    elif app.json or format_ == "json":
        render.said(app.out._replace(mode="json"), "", found)
    elif format_ in (None, "text"):
        render.listing(app.out, page.tree(today, found, app.out), page.rows(found, today))
    else:
        with io.BytesIO(_drawn(found, format_ or "text")) as drawn:
            render.contents(drawn)


def _of_file(path: str) -> Drawing | None:
    """The format that the end of a file's name says, as export reads it; raises UsageMistake."""
    ending = os.path.splitext(path)[1].lower()
    if ending and ending not in ENDINGS:
        raise UsageMistake(
            f"netlog draws no {ending} files.",
            advice=f"The file may end in {listed([*ENDINGS], 'or')}; else add --format.",
        )
    return ENDINGS.get(ending)


def _write(app: App, found: Network, to: str, format_: Drawing, force: bool) -> None:
    size = files.write(to, [_drawn(found, format_)], force=force, book=app.path)
    app.remember(to, "export")
    said = f"Drew {len(found.nodes)} people to {to}."
    render.said(app.out, said, Drawn(to, format_, len(found.nodes), size))


def _drawn(found: Network, format_: Drawing) -> bytes:
    return DRAWERS[format_](found).encode("utf-8", "replace")


def _as_text(found: Network) -> str:
    today = clock.today()
    return render.plain(page.tree(today, found), page.rows(found, today))


def _as_json(found: Network) -> str:
    from netlog.render import as_json

    return as_json.dumps(found) + "\n"


def _as_mermaid(found: Network) -> str:
    from netlog.render import graphs

    return graphs.mermaid(found)


def _as_dot(found: Network) -> str:
    from netlog.render import graphs

    return graphs.dot(found)


def _as_svg(found: Network) -> str:
    from netlog.render import drawing

    return drawing.svg(found)


def _as_html(found: Network) -> str:
    from netlog.render import drawn_page

    return drawn_page.html(found)


DRAWERS: dict[Drawing, Callable[[Network], str]] = {
    "text": _as_text,
    "json": _as_json,
    "mermaid": _as_mermaid,
    "dot": _as_dot,
    "svg": _as_svg,
    "html": _as_html,
}
