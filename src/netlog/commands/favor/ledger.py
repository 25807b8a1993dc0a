"""The ledger: all of it, one favor, and what is changed of it."""

from functools import partial

from netlog import clock, render
from netlog.actions import along, editing, standing
from netlog.commands.favor import words
from netlog.commands.favor.words import DueBy, FavorRef
from netlog.commands.frame import options, served, who
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import UsageMistake
from netlog.records.along import Waiting
from netlog.records.editing import Edit
from netlog.records.favors import TO_ME, TO_THEM, FavorFilter
from netlog.records.people import Person
from netlog.records.refs import Ref
from netlog.render.pages import favors as page
from netlog.store.reads import favors as reads
from netlog.typed import Annotated


def list_(
    ctx: Context,
    typed: Annotated[str | None, Argument(metavar="[WHO]", help="Only with this person.")] = None,
    open_only: Annotated[
        bool, Option("--open", help="Only what is neither done nor dropped.")
    ] = False,
    to_me: Annotated[bool, Option("--to-me", help="Only what they do for you.")] = False,
    to_them: Annotated[bool, Option("--to-them", help="Only what you do for them.")] = False,
    limit: options.Limit = None,
) -> None:
    """Show the ledger, with somebody or with all, and how it stands."""
    app, today = of(ctx), clock.today()
    if to_me and to_them:
        raise UsageMistake("--to-me and --to-them exclude each other: leave both out for both.")
    direction = TO_ME if to_me else TO_THEM if to_them else None
    with app.reading() as connection:
        person: Person | None = who.one(app, connection, typed) if typed else None
        wanted = FavorFilter(person.id if person else None, direction, open_only)
        found = standing.awaited(connection, reads.favors(connection, wanted, limit), today)
        stands = standing.balances(connection, person, today) if person else []
    render.listing(app.out, page.ledger(today, with_names=person is None), found)
    if stands and app.out.mode != "json":
        render.aside(stands[0].text)


def show(ctx: Context, ref: FavorRef) -> None:
    """Show one favor."""
    app, today = of(ctx), clock.today()
    favor = words.favor(app, ref)
    with app.reading() as connection:
        (shown,) = standing.awaited(connection, [favor], today)
    render.sheet(app.out, page.sheet(today), shown)


def edit(
    ctx: Context,
    ref: FavorRef,
    what: Annotated[str | None, Option("--text", metavar="TEXT", help="What it is.")] = None,
    by: DueBy = None,
    on: options.On = None,
    lead: options.OnLead = None,
    goal: options.OnGoal = None,
) -> None:
    """Change what a favor says, when it is due, the day it was done, or what it is for.

    --lead "" and --goal "" untie it.
    """
    app = of(ctx)
    if {what, by, on, lead, goal} == {None}:
        raise UsageMistake("Say what to change: --text, --by, --on, --lead or --goal.")
    favor = words.favor(app, ref)
    with app.reading() as connection:
        serving = served.named(app, connection, goal or None, lead or None)
        before = along.waiting(connection, [favor.contact.id], serving.lead)
    typed = {"text": what, "due_on": by, "done_on": on}
    patch = {key: value for key, value in typed.items() if value is not None}
    edit = Edit(Ref("f", favor.id), favor, patch, "favor edit", goal=goal, lead=lead)
    editing.apply(app, edit, partial(who.one, app))
    words.confirm(app, favor.id, before if lead else Waiting())
