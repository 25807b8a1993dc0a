"""netlog merge: two contacts that are one person become one."""

from netlog import render
from netlog.actions import introducing, merging
from netlog.commands.frame import questions, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import Candidate, NothingMatches, Refused, UsageMistake
from netlog.named import NamedTuple
from netlog.records.contacts import StoredContact
from netlog.records.leads import LetGo
from netlog.records.merging import Merged, MergePlan, Moved, StepGiven
from netlog.records.people import Person
from netlog.render.pages import merging as page
from netlog.rules import merging as rules
from netlog.store.connect import Book
from netlog.store.reads import contacts, duplicates
from netlog.store.reads import merging as reads
from netlog.typed import Annotated


class Foreseen(NamedTuple):
    """What a merge does: to the person, to what goes over, to steps and asks of leads."""

    plan: MergePlan
    moved: Moved
    steps: tuple[StepGiven, ...]
    let_go: tuple[LetGo, ...]


RECORD = Merged
EXAMPLES = (
    "netlog merge c1 c9 --dry-run",
    "netlog merge c1 c9",
    "netlog merge liz c9 --yes",
)


def command(
    ctx: Context,
    kept: Annotated[str, Argument(metavar="WHO", help="The one who is kept.")],
    other: Annotated[str, Argument(metavar="WHO", help="The one who becomes part of it.")],
    dry_run: Annotated[
        bool, Option("--dry-run", help="Show what would happen, and change nothing.")
    ] = False,
    yes: Annotated[bool, Option("--yes", help="Do it without asking.")] = False,
) -> None:
    """Make one person of two: the first is kept and takes from the second what it lacks.

    Meetings, favors, thanks, introductions, tags and ways to reach them go over. Where both say
    something else the first wins; what is lost goes into the notes. It is one change, and one undo.
    It asks before it does, unless `duplicates` shows the two.
    """
    app = of(ctx)
    with app.reading() as connection:
        one, two = who.one(app, connection, kept), who.one(app, connection, other)
        if one == two:
            raise UsageMistake(f"Both are {one.name} ({one.ref}).")
        foreseen = _foreseen(connection, one, two)
        gone = contacts.contact(connection, two.id)
        assert gone is not None
        if tuple(sorted((one.id, two.id))) in duplicates.answered(connection):
            app.mention("Mind: you said that they are not the same person.")
        sure = dry_run or yes or merging.seem_one(connection, one, two)
    if not sure:
        _check_wanted(app, one, two)
    if not dry_run:
        foreseen = _save(app, one, two)
    with app.reading() as connection:
        contact = contacts.contact(connection, one.id)
    assert contact is not None
    merged = Candidate(two.id, two.ref, two.name, gone.organization)
    plan = foreseen.plan
    record = Merged(
        contact,
        merged,
        dry_run,
        plan.taken,
        foreseen.moved,
        plan.conflicts,
        foreseen.steps,
        foreseen.let_go,
    )
    render.sheet(app.out, page.sheet(), record)


def _check_wanted(app: App, one: Person, two: Person) -> None:
    """Ask on a terminal; elsewhere only --yes makes one of two who seem to be two."""
    names = f"{one.name} ({one.ref}) and {two.name} ({two.ref})"
    elsewhere = Refused(
        f"{names} would be one person, and do not look like it.", advice="If they are: add --yes."
    )
    questions.check_wanted(app, f"Make one person of {names}?", elsewhere, "They stay two.")


def _save(app: App, one: Person, two: Person) -> Foreseen:
    from netlog.store.writes import merging as writes

    with app.recording("merge") as book:
        foreseen = _foreseen(book.connection, one, two)
        writes.merge(book, one.id, two.id, foreseen.plan)
    return foreseen


def _foreseen(connection: Book, one: Person, two: Person) -> Foreseen:
    """What is to be done now: in between, another command may have changed either."""
    stored = (_stored(connection, one), _stored(connection, two))
    vias = {via for known in stored if (via := known.introduced_by)}
    led = {via.id for via in vias if introducing.came_through(connection, via, (one.id, two.id))}
    return Foreseen(
        rules.plan(*stored, led),
        reads.moved(connection, one.id, two.id),
        merging.steps(connection, one, two),
        merging.let_go(connection, one, two),
    )


def _stored(connection: Book, person: Person) -> StoredContact:
    found = contacts.stored(connection, [person.id])
    if not found:
        raise NothingMatches(f"There is no {person.ref} any more.")
    return found[0]
