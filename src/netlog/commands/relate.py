"""netlog relate: who belongs to whom."""

from collections.abc import Sequence

from netlog import relating, render
from netlog.actions import relations
from netlog.commands.frame import who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import NothingMatches, UsageMistake
from netlog.records.people import Person
from netlog.records.relations import Related, Tie
from netlog.render.pages import relations as page
from netlog.rules import relations as rules
from netlog.rules import text
from netlog.store.connect import Book
from netlog.typed import Annotated
from netlog.wording import nearest, typed_anew

RECORD = list[Related]
EXAMPLES = (
    "netlog relate carol tom --as spouse",
    "netlog relate carol --named Ida --as daughter    # who is not in the book",
    "netlog relate grace ada --as other:mentor    # Ada is the mentor of Grace",
    "netlog relate carol",
    "netlog relate carol tom --off",
)

# Somebody of the book, or the name of one who is not.
Other = tuple[Person | None, str]


def command(
    ctx: Context,
    typed: Annotated[
        list[str] | None,
        Argument(
            metavar="[WHO] [WHO]...",
            help="One person, and who belongs to them; one alone: who does.",
        ),
    ] = None,
    as_: Annotated[
        str | None,
        Option(
            "--as",
            metavar=f"[{'|'.join(rules.CHOICES)}]",
            help='What the others are to the first, or a word of yours: other:"godmother".',
        ),
    ] = None,
    named: Annotated[
        list[str] | None,
        Option(metavar="NAME", help="Somebody who is not in your book; repeat for several."),
    ] = None,
    off: Annotated[
        bool, Option("--off", help="End it: what --as says, or all between them.")
    ] = False,
) -> None:
    """Say who belongs to whom: `relate carol ida --as child` makes Ida Carol's child.

    The other way is said by itself: Carol is then Ida's parent. Beside the words of --as, those
    for one person are known too, such as husband, daughter or boss. Without --as it shows what is
    between people, everybody's without a name.
    """
    app = of(ctx)
    tie = rules.parse(as_) if as_ is not None else None
    first, *others = typed or [""]
    names = [text.line(name, "name") for name in named or ()]
    if not (others or names):
        if tie or off:
            raise _missing(first, as_, off)
        _show(app, first)
        return
    if not first:
        raise UsageMistake("Whose?", advice=f"netlog relate carol --named {typed_anew(names[0])}")
    with app.reading() as connection:
        person = who.one(app, connection, first)
        found = [*_people(app, connection, person, others), *((None, name) for name in names)]
    if off:
        _end(app, person, found, tie)
    elif tie:
        _save(app, person, found, tie)
    else:
        _show_between(app, person, found)


def _missing(first: str, as_: str | None, off: bool) -> UsageMistake:
    """What to ask where a second person is missing, and what answers it."""
    said = f"--as {typed_anew(as_)}" if as_ else "--off"
    whom = typed_anew(first) if first else "carol"
    question = "Who is that to them?" if not off else "With whom does it end?"
    return UsageMistake(question, advice=f"netlog relate {whom} tom {said}")


def _people(app: App, connection: Book, person: Person, typed: Sequence[str]) -> list[Other]:
    found: list[Other] = []
    for name in typed:
        try:
            other = who.one(app, connection, name)
        except NothingMatches as error:
            raise error.also(_of_nobody(name, person, typed)) from None
        if other == person:
            raise UsageMistake(f"Both are {person.name} ({person.ref}).")
        found.append((other, other.name))
    return list(dict.fromkeys(found))


def _of_nobody(name: str, person: Person, typed: Sequence[str]) -> str:
    """What to type where nobody is called so: it may be what they are, or somebody not here."""
    near = None if relating.known(name) else nearest(name, rules.CHOICES, 0.8)
    if relation := near or (name if relating.known(name) else None):
        others = [typed_anew(one) for one in typed if one != name] or ["tom"]
        said = " ".join([person.ref, *others])
        return f"What they are is --as: netlog relate {said} --as {relation}"
    return f"Somebody who is not in your book: --named {typed_anew(name)}"


def _show(app: App, typed: str) -> None:
    """Everybody who belongs to that person; everybody's without a name."""
    with app.reading() as connection:
        if typed:
            person = who.one(app, connection, typed)
            found = relations.of_person(connection, person)
        else:
            found = relations.everybodys(connection)
    empty = f"Nobody is said to belong to {person.name}." if typed else None
    render.listing(app.out, page.listing(empty), found)


def _show_between(app: App, person: Person, others: Sequence[Other]) -> None:
    with app.reading() as connection:
        found = _between(connection, person, others)
    names = " or ".join(name for _, name in others)
    empty = f"Nothing is said of {person.name} and {names}. Say it: --as spouse"
    render.listing(app.out, page.listing(empty), found)


def _between(connection: Book, person: Person, others: Sequence[Other]) -> list[Related]:
    found = (relations.between(connection, person, *other) for other in others)
    return [one for several in found for one in several]


def _back(connection: Book, person: Person, others: Sequence[Other]) -> list[list[Related]]:
    """What the person is to each of the others, as the book says it of them."""
    return [
        relations.between(connection, other, person, person.name) if other else []
        for other, _ in others
    ]


def _save(app: App, person: Person, others: Sequence[Other], tie: Tie) -> None:
    with app.recording("relate") as book:
        said = [relations.relate(book, person, *other, tie) for other in others]
    with app.reading() as connection:
        now = _between(connection, person, others)
        back = _back(connection, person, others)
    lines = []
    for (other, name), one, theirs in zip(others, said, back, strict=True):
        stands = rules.standing(now, theirs, other, name, tie)
        lines.append(stands if one.changed else f"Known already: {stands}")
        lines += [f"No longer: {rules.sentence(ended)}" for ended in one.ended]
    render.said(app.out, "\n".join(lines), now)


def _end(app: App, person: Person, others: Sequence[Other], tie: Tie | None) -> None:
    """Raises NothingMatches where there is nothing to end with one of them."""
    with app.reading() as connection:
        there = _between(connection, person, others)
        back = [one for several in _back(connection, person, others) for one in several]
    for other, name in others:
        wanted = rules.with_other(there, other, name)
        if not (rules.having(wanted, tie) if tie else wanted):
            what = f" as {tie.said}" if tie else ""
            raise NothingMatches(
                f"Nothing is said of {person.name} and {name}{what}.",
                advice=f"netlog relate {person.ref} shows who belongs to them.",
            )
    with app.recording("relate") as book:
        ended = [one for other in others for one in relations.unrelate(book, person, *other, tie)]
    with app.reading() as connection:
        now = _between(connection, person, others)
    lines = [
        f"Ended: {rules.sentence(one, [said for said in back if said.contact == one.other])}"
        for one in ended
    ]
    render.said(app.out, "\n".join(lines), now)
