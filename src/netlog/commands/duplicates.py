"""netlog duplicates: who may be there twice."""

from netlog import render
from netlog.commands.frame import options, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Context, Option
from netlog.errors import Candidate, UsageMistake
from netlog.records.duplicates import Duplicate, NotSame
from netlog.records.people import Person
from netlog.records.refs import ref
from netlog.render.pages import duplicates as page
from netlog.rules import duplicates as rules
from netlog.store.connect import Book
from netlog.store.reads import contacts
from netlog.store.reads import duplicates as reads
from netlog.typed import Annotated

RECORD = list[Duplicate] | NotSame
EXAMPLES = (
    "netlog duplicates",
    "netlog duplicates --not c1 c9    # two people, whatever they share",
    "netlog duplicates --json | jq '.[] | select(.confidence == \"certain\")'",
)


def command(
    ctx: Context,
    different: Annotated[
        tuple[str, str] | None,
        Option("--not", metavar="WHO WHO", help="Never ask again about these two."),
    ] = None,
    limit: options.Limit = None,
) -> None:
    """Show pairs of people who may be one, why, and the command that makes them one.

    They share an e-mail, a phone number, a LinkedIn page or, but for a letter, their name; or one
    of them is called by the first name of the other, and no more. Of a name that more than 20 have
    each is paired once, and colleagues are; the name is told.
    """
    app = of(ctx)
    if different:
        _tell_apart(app, *different)
        return
    with app.reading() as connection:
        people = reads.everybody(connection)
        answered = reads.answered(connection) | reads.related(connection)
    named = {p.id: Candidate(p.id, ref("c", p.id), p.name, p.organization) for p in people}
    found = [
        Duplicate(
            named[a], named[b], confidence, reasons, app.argv("merge", named[a].ref, named[b].ref)
        )
        for a, b, confidence, reasons in rules.pairs(people, answered)[:limit]
    ]
    crowds = rules.crowds(people)
    in_lines = app.out.mode == "plain" and app.out.width > 0
    render.listing(app.out, page.listing(app.out.room, crowds, in_lines=in_lines), found)
    if crowds and (found or app.out.mode == "json"):
        render.aside(page.of_crowds(crowds))


def _tell_apart(app: App, first: str, second: str) -> None:
    with app.reading() as connection:
        one, other = who.one(app, connection, first), who.one(app, connection, second)
        if one == other:
            raise UsageMistake(f"Both are {one.name} ({one.ref}).")
        both = NotSame(*(_candidate(connection, person) for person in sorted((one, other))))
    from netlog.store.writes import duplicates as writes

    with app.recording("duplicates") as book:
        new = writes.tell_apart(book, one.id, other.id)
    names = f"{both.a.name} ({both.a.ref}) and {both.b.name} ({both.b.ref})"
    said = "are not the same person" if new else "were known not to be the same person already"
    render.said(app.out, f"{names} {said}.", both)


def _candidate(connection: Book, person: Person) -> Candidate:
    contact = contacts.contact(connection, person.id)
    assert contact is not None
    return Candidate(contact.id, contact.ref, contact.name, contact.organization)
