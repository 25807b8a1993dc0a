"""netlog show: everything about one person, or one record by its ref."""

from collections.abc import Sequence
from datetime import date

from netlog import clock, render
from netlog.actions import records, relations
from netlog.commands.frame import anything, options, piping
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Context, Option
from netlog.later import Later
from netlog.records.contacts import Contact, ContactSheet
from netlog.records.favors import Favor
from netlog.records.goals import Goal
from netlog.records.leads import Lead
from netlog.records.meetings import Meeting
from netlog.records.organizations import CompanySheet
from netlog.records.plans import Plan
from netlog.records.refs import Ref
from netlog.records.thanks import Thanks
from netlog.rules import peace
from netlog.store.connect import Book, together
from netlog.store.reads import brief, favors, goals, jobs, kept, leads, meetings, plans, thanks
from netlog.typed import TYPE_CHECKING, Annotated, Any

if TYPE_CHECKING:
    from netlog.render.page import Sheet

RECORD = ContactSheet | Meeting | Favor | Thanks | Plan | CompanySheet | Goal | Lead
# (today) to the page of a kind of record.
SHEETS = {
    "c": Later("render.pages.contacts", "sheet"),
    "m": Later("render.pages.meetings", "sheet"),
    "f": Later("render.pages.favors", "sheet"),
    "t": Later("render.pages.thanks", "sheet"),
    "p": Later("render.pages.plans", "sheet"),
    "o": Later("render.pages.organizations", "sheet"),
    "g": Later("render.pages.goals", "sheet"),
    "l": Later("render.pages.leads", "sheet"),
}
EXAMPLES = (
    "netlog show grace",
    "netlog show grace@example.org --json",
    "netlog show m40",
    "netlog list --tag panel --ids | netlog show -",
)


def command(
    ctx: Context,
    typed: options.EachWhoOrRef,
    everything: Annotated[
        bool, Option("--all", help="Also what an address book says and netlog only keeps.")
    ] = False,
) -> None:
    """Show everything about somebody, or the record with that ref, such as m40.

    A - shows all that are named on standard input, and "the Millers" a couple or whoever is tagged
    so, one after the other; as JSON, an array.
    """
    app, today = of(ctx), clock.today()
    with app.reading() as connection:
        named = piping.refs_from_stdin(ctx, [typed])
        meant = app.meaning(
            lambda: [ref for one in named for ref in anything.some(app, connection, one)]
        )
        refs = list(dict.fromkeys(meant))

        def read(book: Book) -> "tuple[list[tuple[Ref, Any]], list[Sheet]]":
            found = [(ref, _record(book, ref, today, everything=everything)) for ref in refs]
            pages = [_page(book, ref.letter, one, today) for ref, one in found]
            return _signed(book, found, pages) if app.is_on_server else (found, pages)

        found, pages = together(connection, read)
    if typed != piping.PIPED and len(found) == 1:
        render.sheet(app.out, pages[0], found[0][1])
        return
    render.each(app.out, [(page, one) for page, (_, one) in zip(pages, found, strict=True)])


def _record(connection: Book, ref: Ref, today: date, *, everything: bool) -> Any:
    """The record with all that is shown of it."""
    record = records.record(connection, ref)
    if ref.letter == "c":
        record = _sheet(connection, record, today)
        if everything:
            record = record._replace(kept=kept.of_contact(connection, record.contact.id))
    elif ref.letter == "f":
        (record,) = _awaited(connection, [record], today)
    elif ref.letter == "o":
        from netlog.actions import organizations

        record = organizations.sheet(connection, record)
        if everything:
            record = record._replace(kept=organizations.kept(connection, record.company))
    return record


def _page(connection: Book, letter: str, record: Any, today: date) -> "Sheet":
    """How a record is shown; what its own command says of it beside, is said here as well."""
    beside: tuple[Any, ...] = ()
    if letter == "l":
        from netlog.actions.leads import hearing
        from netlog.rules import chains

        beside = (chains.line(record, today), hearing.untold(connection, record))
    elif letter == "g":
        from netlog.rules import goals as goal_rules

        beside = tuple(map(goal_rules.bar, record.targets)), goal_rules.reached(record, today)
    page: Sheet = SHEETS[letter](today, *beside)
    return page


def _awaited(connection: Book, given: Sequence[Favor], today: date) -> tuple[Favor, ...]:
    if not any(one.lead for one in given):
        return tuple(given)
    from netlog.actions import standing

    return standing.awaited(connection, given, today)


def _signed(
    connection: Book, found: list[tuple[Ref, Any]], pages: "list[Sheet]"
) -> "tuple[list[tuple[Ref, Any]], list[Sheet]]":
    """With who added each record and who changed it last, and in an office whose a contact is."""
    from netlog.actions import office
    from netlog.render.pages import office as office_page
    from netlog.render.pages.history import by
    from netlog.store.reads import hands

    refs = [ref._replace(step=0) for ref, _ in found]
    known = hands.of(connection, refs)
    signed = [known.get(ref, hands.NOBODY) for ref in refs]
    records = [
        (ref, one._replace(**of._asdict()) if ref.letter == "c" else one)
        for (ref, one), of in zip(found, signed, strict=True)
    ]
    people = [one.contact for ref, one in records if ref.letter == "c"]
    shared = {f"{one.contact.ref}": one for one in office.sharing(connection, people)}
    records = [
        (ref, one._replace(**office.flat(shared[str(ref)])) if str(ref) in shared else one)
        for ref, one in records
    ]
    shown = [
        page._replace(fields=(*page.fields, *office_page.of(shared.get(str(ref))), by(of)))
        for page, of, ref in zip(pages, signed, refs, strict=True)
    ]
    return records, shown


def _sheet(connection: Book, contact: Contact, today: date) -> ContactSheet:
    return ContactSheet(
        contact,
        meetings.of_contact(connection, contact.id),
        _awaited(connection, favors.of_contact(connection, contact.id), today),
        thanks.of_contact(connection, contact.id),
        jobs.of_contact(connection, contact.id),
        brief.introduced(connection, contact.id),
        plans.of_contact(connection, contact.id),
        relations=relations.of(connection, contact.id),
        leads=leads.of_contact(connection, contact.id),
        goals=goals.of_contact(connection, contact.id),
        peace=peace.of(leads.said_no(connection).get(contact.id, ()), today),
    )
