"""netlog toy: what was lent, and to whom."""

from netlog.records.toys import NewToy, Toy

from netlog import clock, render
from netlog.commands.frame import options, who
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context
from netlog.commands.frame.noun import Sub
from netlog.render.pages import toys as page
from netlog.rules import dates, text
from netlog.store.reads import toys as reads
from netlog.typed import Annotated

Toys = Annotated[str, Argument(metavar="TEXT", help="What it is, in a few words.")]


def lend(ctx: Context, typed: options.Who, what: Toys, on: options.On = None) -> None:
    """They have something of yours."""
    app, today = of(ctx), clock.today()
    day = dates.parse_happened(on, today) if on else today
    said = text.line(what, "text")
    with app.reading() as connection:
        whom = who.one(app, connection, typed)
    from netlog.store.writes import toys

    with app.recording("toy lend") as book:
        toy_id = toys.add(book, NewToy(whom.id, said, day))
    with app.reading() as connection:
        lent = reads.toy(connection, toy_id)
    assert lent is not None
    render.said(app.out, page.confirmed(lent, today), lent)


def list_(ctx: Context) -> None:
    """Who has what."""
    app = of(ctx)
    with app.reading() as connection:
        found = reads.toys(connection)
    render.listing(app.out, page.listing(clock.today()), found)


COMMANDS = {
    "lend": Sub(lend, ('netlog toy lend grace "the orrery"',), Toy),
    "list": Sub(list_, ("netlog toy list",), list[Toy]),
}
