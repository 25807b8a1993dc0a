"""netlog export: people and what happened, in the formats the world reads."""

import os

from netlog import clock, render
from netlog.actions import due
from netlog.actions.exporting import pieces, portable
from netlog.actions.exporting.held import Outgoing
from netlog.commands.frame import filters
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Context, Option
from netlog.commands.frame.filters import TypedFilters
from netlog.errors import UsageMistake
from netlog.formats import NAMED, WRITTEN
from netlog.formats.circumstances import Going, Version
from netlog.named import NamedTuple
from netlog.store import files
from netlog.typed import TYPE_CHECKING, Annotated, Literal
from netlog.wording import count, listed

if TYPE_CHECKING:
    Format = str
else:
    Format = Literal[WRITTEN]


class Exported(NamedTuple):
    """What was written: the file or folder, its format, how many people, how many bytes.

    companies are how many went along, into a format that has a place for them.
    """

    file: str
    format: str
    people: int
    bytes: int
    companies: int = 0


RECORD = Exported
EXAMPLES = (
    "netlog export -o backup.json",
    "netlog export --tag navy -o navy.vcf",
    "netlog export -o cards/    # one card a person",
    "netlog export --format ics -o ~/netlog.ics --force",
    "netlog export --silent-for 1y -o quiet.csv",
)
STDOUT = "-"
BY_ONE = ("md", "vcf")  # what a folder holds as a file for each person
OF_A_FOLDER = "vcf"
AHEAD = 30  # days of what is due that a calendar shows
EXTENSIONS = {f".{name}": name for name in WRITTEN} | {
    ".markdown": "md",
    ".vcard": "vcf",
    ".ical": "ics",
    ".ndjson": "jsonl",
}


@filters.accepted
def command(
    ctx: Context,
    *,
    format_: Annotated[
        Format | None,
        Option(
            "--format",
            help="The format; else that of the file's name, of a folder vcf, else json.",
        ),
    ] = None,
    to: Annotated[
        str | None,
        Option(
            "-o",
            "--output",
            metavar="PATH",
            help="The file; a folder/ holds a card each, with --format md a page each.",
        ),
    ] = None,
    vcard_version: Annotated[
        Version | None,
        Option("--vcard-version", help="Of vcf; else as it was read, or 4.0."),
    ] = None,
    force: Annotated[bool, Option("--force", help="Replace a file that is there.")] = False,
    typed: TypedFilters,
) -> None:
    """Give people back: as vCard, JSON, CSV, a calendar, Markdown or friends.md.

    Filters choose people as in `list`. json and jsonl hold everything, the archived as well, and
    `import` reads them back without loss. ics holds what is due within 30 days, what is planned and
    birthdays; a calendar that reads the file again updates its entries. Files are for you alone
    (0600).
    """
    app = of(ctx)
    chosen = _format(format_, to)
    if vcard_version and chosen != "vcf":
        raise UsageMistake("--vcard-version goes with --format vcf.")
    if app.json and to in (None, STDOUT) and chosen != "json":
        raise UsageMistake("--json prints JSON alone: add -o FILE, or --format json.")
    is_folder = chosen in BY_ONE and to is not None and _is_folder(to)
    if to not in (None, STDOUT) and not is_folder:
        assert to is not None
        files.check_target(to, force=force, book=app.path)
    today = clock.today()
    with app.reading() as connection:
        people = filters.read(app, connection, typed, today)
        if NAMED[chosen].told == "book":  # with the archived: nothing is to be lost
            people = people._replace(archived=True)
        going = Going(chosen, vcard_version, today, clock.now())
        found = portable.chosen(connection, people)
        companies = pieces.companies_along(connection, going, people)
        nobody = None if found or companies else filters.nobody(connection, people)
        if nobody and to not in (None, STDOUT) and filters.chooses(people):
            raise nobody
        told = NAMED[chosen].told
        items = due.items(connection, today, people, (), AHEAD) if told == "due" else []
        # A slow disk or a slow reader must not keep others from the book.
        if is_folder:
            from netlog.actions.exporting import folder

            held = Outgoing()
            pages = folder.pages(connection, going, found, people, held)
        else:
            held = Outgoing(pieces.pieces(connection, going, found, people, items))
    if nobody and not app.place:  # which is said, and that alone
        app.mention(" ".join(filter(None, (nobody.message, nobody.advice))))
    if to is None or to == STDOUT:
        with held:
            return render.contents(held.file())
    with held:
        if is_folder:
            size = files.write_pages(to, pages, force=force, book=app.path)
        else:
            size = files.write(to, held.all(), force=force, book=app.path)
    app.remember(to, "export")
    render.said(app.out, *_said(Exported(to, chosen, len(found), size, companies)))


def _said(one: Exported) -> tuple[str, Exported]:
    told = [count(one.people, "person", "people")] if one.people or not one.companies else []
    told += [count(one.companies, "company", "companies")] if one.companies else []
    return f"Exported {listed(told)} to {one.file}.", one


def _format(asked: Format | None, to: str | None) -> Format:
    if asked:
        return asked
    if os.path.basename(to or "") == "friends.md":
        return "friends"
    if to is not None and _is_folder(to):
        return OF_A_FOLDER
    extension = os.path.splitext(to or "")[1].lower()
    return EXTENSIONS.get(extension, "json")


def _is_folder(to: str) -> bool:
    return to.endswith("/") or os.path.isdir(to)
