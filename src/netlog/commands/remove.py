"""netlog remove: people or single records, with what is nothing without them."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from netlog import clock, render
from netlog.actions import along, records, relations
from netlog.commands.frame import anything, piping, questions
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import UsageMistake
from netlog.records.meetings import Meeting
from netlog.records.refs import NOUNS, Ref
from netlog.records.removing import Gone, IdsByLetter, Removed
from netlog.render.pages import along as along_page
from netlog.render.pages import plans as plans_page
from netlog.store.connect import Book
from netlog.store.reads import removing as reads
from netlog.typed import Annotated, Any
from netlog.wording import count, listed, short_day

REHEARSES = True
RECORD = Removed
EXAMPLES = (
    "netlog remove c9",
    "netlog remove m40 --yes",
    "netlog list --tag old --ids | netlog remove - --yes",
)
# More than these, or people by pipe, and the book is backed up first.
FEW = 10
# What goes along with it, counted.
BESIDE = {
    "m": ("meeting", "meetings"),
    "f": ("favor", "favors"),
    "t": ("thank-you", "thanks"),
    "p": ("plan", "plans"),
    "g": ("goal", "goals"),
    "l": ("lead", "leads"),
}


def command(
    ctx: Context,
    typed: Annotated[
        list[str],
        Argument(
            metavar="WHO...",
            callback=piping.from_stdin,
            help="People, or refs such as m40, f7, t9, p3; - reads them from stdin.",
        ),
    ],
    yes: Annotated[bool, Option("--yes", help="Do it without asking.")] = False,
) -> None:
    """Remove people, or any other record by its ref. It asks before it does.

    With people go their favors, their thanks, who belongs to them, meetings and plans where
    nobody else is; with a meeting or a favor the thanks still open for it. Thanks that were sent
    stay.

    `undo` brings it all back. To keep somebody without being reminded, archive them.
    """
    app, today = of(ctx), clock.today()
    with app.reading() as connection:
        refs = list(dict.fromkeys(anything.one(app, connection, one) for one in typed))
        for ref in refs:
            if ref.step:
                raise UsageMistake(
                    f"{ref} is a step of a lead.", advice=f"To let it go: netlog drop {ref}"
                )
        named = [_named(connection, ref, today) for ref in refs]
        going = reads.going(connection, _asked(refs))
        owed = [records.record(connection, ref) for ref in refs if ref.letter == "f"]
        before = along.waiting(connection, (one.contact.id for one in owed))
        related = relations.number(connection, going["c"])
    what = _told(named, _beside(going, refs), related)
    if not (yes or app.rehearsing):
        elsewhere = UsageMistake(f"That would remove {what}: add --yes.")
        questions.check_wanted(app, f"Remove {what}?", elsewhere, "Nothing was removed.")
    many = app.reads_stdin or len(refs) > FEW
    backs_up = many and not (app.rehearsing or app.is_on_server)
    backup = _backed_up(app) if backs_up else None
    from netlog.actions import removing

    with app.recording("remove") as book:
        going = reads.going(book.connection, _asked(refs))
        removing.remove(book, going, clock.now())
    also = _beside(going, refs)
    record = Removed(tuple(named), tuple(str(ref) for ref in also), backup, app.rehearsing)
    with app.reading() as connection:
        steps = along.settled(connection, before, ())._replace(thanks=(), news=())
    said = [f"Removed {_told(named, also, related)}.", *along_page.sentences(steps, today)]
    render.said(app.out, "\n".join(said), record)


def _named(connection: Book, ref: Ref, today: date) -> Gone:
    record: Any = records.record(connection, ref)
    return Gone(record.ref, NAMES[ref.letter](record, today))


def _meeting(meeting: Meeting, today: date) -> str:
    names = listed([person.name for person in meeting.contacts])
    return f"{meeting.kind} with {names} on {short_day(meeting.happened_on, today)}"


NAMES: dict[str, Callable[[Any, date], str]] = {
    "c": lambda contact, _: str(contact.name),
    "m": _meeting,
    "f": lambda favor, _: f'the favor "{favor.text}" of {favor.contact.name}',
    "t": lambda thanks, _: f"thanks to {thanks.contact.name}",
    "o": lambda company, _: str(company.name),
    "g": lambda goal, _: f'the goal "{goal.text}"',
    "l": lambda lead, _: f'the lead "{lead.title}"',
    "p": lambda plan, today: f"the plan {plans_page.subject(plan, today)}",
}


def _asked(refs: list[Ref]) -> IdsByLetter:
    """What was named alone."""
    return {letter: frozenset(ref.id for ref in refs if ref.letter == letter) for letter in NOUNS}


def _beside(going: IdsByLetter, refs: list[Ref]) -> list[Ref]:
    """What goes without having been named."""
    named = set(refs)
    return [
        ref
        for letter, ids in going.items()
        for id_ in sorted(ids)
        if (ref := Ref(letter, id_)) not in named
    ]


def _told(named: list[Gone], also: list[Ref], related: int) -> str:
    """'Grace Hopper (c1), and with it 3 meetings': what goes, in words."""
    said = [f"{one.name} ({one.ref})" for one in named]
    if len(said) > FEW:
        people = all(one.ref.startswith("c") for one in named)
        said = [f"{len(named):,} {'people' if people else 'records'}"]
    gone = Counter(ref.letter for ref in also)
    beside = [count(gone[letter], *words) for letter, words in BESIDE.items() if gone[letter]]
    beside += [count(related, "relation")] if related else []
    it = "it" if len(named) == 1 and not named[0].ref.startswith("c") else "them"
    return listed(said) + (f", and with {it} {listed(beside)}" if beside else "")


def _backed_up(app: App) -> str:
    from netlog.store import backups

    backup = backups.back_up(app.path, clock.now(), "before-remove")
    app.mention(f"The book as it was is in {backup}.")
    return backup
