"""netlog who: the ref of who is meant, for scripts and pickers; nobody is asked."""

from netlog import render
from netlog.actions import who
from netlog.commands.frame import piping
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context
from netlog.commands.frame.who import family as family_of
from netlog.commands.frame.who import taken
from netlog.errors import SeveralMatch
from netlog.records.people import Person
from netlog.render.pages import who as page
from netlog.store.connect import Book
from netlog.typed import Annotated

RECORD = Person | list[Person]
EXAMPLES = (
    "netlog who grace",
    'netlog who "Bob <bob@x.org>" --json',
    "netlog list --format tsv | fzf | netlog who -",
)


def command(
    ctx: Context,
    typed: Annotated[
        list[str],
        Argument(
            metavar="WHO...",
            callback=piping.from_stdin,
            help="A name, an e-mail, a phone number, a line of `list`; - reads lines from stdin.",
        ),
    ],
) -> None:
    """Print the one ref that is meant, or everybody who could be, with exit status 4.

    Of several lines on standard input each is somebody, and each has a line. Of a family, such as
    "the Millers", everybody has one.
    """
    app = of(ctx)
    texts = typed if app.reads_stdin else [" ".join(typed)]
    with app.reading() as connection:
        found = [person for text in texts for person in _meant(app, connection, text)]
    if app.json:
        is_one = not app.reads_stdin and len(found) == 1
        render.said(app.out, "", found[0] if is_one else found)
    else:
        render.said(app.out, "\n".join(person.ref for person in found), found)


def _meant(app: App, connection: Book, typed: str) -> list[Person]:
    """The one who is meant, or the family.

    Raises NothingMatches, or SeveralMatch once all are listed.
    """
    try:
        family = family_of(app, connection, typed, asks=False)
        return [_one(app, connection, typed)] if family is None else family
    except SeveralMatch as error:
        if not app.json:
            render.listing(app.out, page.candidates(), error.candidates)
        raise


def _one(app: App, connection: Book, typed: str) -> Person:
    """The one who is meant; raises NothingMatches or SeveralMatch."""
    found = who.find(connection, typed)
    if found.how == "nobody":
        raise who.nobody(connection, typed, found)
    if len(found.candidates) > 1:
        raise who.several(typed, found.candidates)
    return taken(app, typed, found)
