"""netlog list: people, one a line."""

from netlog import clock, output, render
from netlog.commands.frame import filters, options
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Context, Option
from netlog.commands.frame.filters import TypedFilters
from netlog.errors import UsageMistake
from netlog.records.contacts import Contact, Order, Slice
from netlog.render.pages import contacts as page
from netlog.store.connect import Book, together
from netlog.store.reads import contacts as reads
from netlog.store.reads import due
from netlog.typed import Annotated, Literal
from netlog.wording import no_such

RECORD = list[Contact]
EXAMPLES = (
    "netlog list --circle business --tag hiring --sort due",
    "netlog list --silent-for 6m --columns name,email,last",
    "netlog list --org Acme --ids | netlog tag - hiring",
    "netlog list --format tsv | fzf | netlog log - coffee",
    "netlog list --json | jq -r '.[] | select(.last_touch_on == null) | .name'",
)


@filters.accepted
def command(
    ctx: Context,
    typed: TypedFilters,
    sort: Annotated[Order, Option(help="The order.")] = "name",
    reverse: Annotated[bool, Option("--reverse", help="The other way round.")] = False,
    limit: options.Limit = None,
    offset: Annotated[int, Option(metavar="N", min=0, help="Leave out the first N.")] = 0,
    columns: Annotated[
        str | None,
        Option(
            metavar="NAME,...",
            help=f"Which columns: {', '.join(page.COLUMNS)}, or fields of yours.",
        ),
    ] = None,
    format_: Annotated[
        Literal["tsv"] | None,
        Option("--format", help="tsv: lines with tabs between, the ref first, for a picker."),
    ] = None,
    ids: Annotated[bool, Option("--ids", help="Refs alone, one a line, for a pipe.")] = False,
) -> None:
    """List people: where they belong, when you were last in touch and when they are due.

    Filters add up. A narrow terminal leaves columns out, a pipe gets them all; JSON has every
    field.
    """
    app, today = of(ctx), clock.today()
    if ids and (columns is not None or app.json or format_):
        raise UsageMistake("--ids prints refs alone: leave --columns, --format and --json out.")
    if format_ and app.json:
        raise UsageMistake("--format tsv and --json are two: leave one out.")
    with app.reading() as connection:
        names = _columns(connection, columns)
        if names and format_:
            names = ["ref", *(name for name in names if name != "ref")]
        report = page.listing(today, names)
        people = filters.read(app, connection, typed, today)
        which = Slice(sort, reverse, limit, offset)
        found = together(connection, lambda book: reads.contacts(book, people, which))
        number = reads.number(connection, people) if limit is not None else 0
        if app.place and not app.json:
            return  # which is said, and that alone
        if not found and due.is_empty(connection):
            report = page.first_steps(report)
        elif not found:
            report = report._replace(empty=filters.nobody(connection, people).message)
    if ids:
        output.write("".join(f"{contact.ref}\n" for contact in found))
        return
    if format_:
        render.tabbed(report, found)
    else:
        render.listing(app.out, report, found)
    more = number - offset - len(found)
    if more > 0:
        app.mention(f"{more} more: leave --limit out, or add --offset {offset + len(found)}.")


def _columns(connection: Book, typed: str | None) -> list[str] | None:
    if typed is None:
        return None
    names = [" ".join(name.casefold().split()) for name in typed.split(",") if name.strip()]
    known = (*page.COLUMNS, *reads.field_keys(connection))
    unknown = next((name for name in names if name not in known), None)
    if unknown:
        what, advice = no_such(unknown, "column", known)
        raise UsageMistake(what, advice=advice)
    if not names:
        raise UsageMistake(f"--columns knows {', '.join(known)}.")
    return list(dict.fromkeys(names))
