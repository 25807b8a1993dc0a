"""What is planned: all of it, one plan, what is changed of it, what does not take place."""

from functools import partial

from netlog import clock, render
from netlog.actions import editing, settle
from netlog.commands.frame import flags, options, who
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.commands.plan import words
from netlog.commands.plan.words import PlanDay, PlanInvited, PlanPlace, PlanRef, PlanText, PlanTime
from netlog.errors import UsageMistake
from netlog.records.editing import Edit
from netlog.records.plans import PlanFilter
from netlog.records.refs import Ref
from netlog.render.pages import plans as page
from netlog.rules import text
from netlog.store.reads import plans as reads
from netlog.typed import Annotated


def list_(
    ctx: Context,
    typed: Annotated[str | None, Argument(metavar="[WHO]", help="Only with this person.")] = None,
    everything: Annotated[
        bool, Option("--all", help="Also what was kept, and what was dropped.")
    ] = False,
    limit: options.Limit = None,
) -> None:
    """Show what is planned, the soonest first."""
    app, today = of(ctx), clock.today()
    with app.reading() as connection:
        person = who.one(app, connection, typed) if typed else None
        wanted = PlanFilter(person.id if person else None, open_only=not everything)
        found = reads.plans(connection, wanted, limit)
    render.listing(app.out, page.listing(today), found)


def show(ctx: Context, ref: PlanRef) -> None:
    """Show one plan."""
    app = of(ctx)
    render.sheet(app.out, page.sheet(clock.today()), words.plan(app, ref))


def edit(
    ctx: Context,
    ref: PlanRef,
    message: PlanText = None,
    on: PlanDay = None,
    at: PlanTime = None,
    kind: options.OnKind = None,
    place: PlanPlace = None,
    invited: PlanInvited = None,
    add_who: Annotated[
        list[str] | None, Option(metavar="WHO", help="Somebody who comes, too; repeat.")
    ] = None,
    rm_who: Annotated[
        list[str] | None, Option(metavar="WHO", help="Somebody who does not; repeat.")
    ] = None,
) -> None:
    """Change a plan: another day, another time, who comes. An empty text clears: --at ""."""
    app, today = of(ctx), clock.today()
    typed: dict[str, object] = {
        "text": options.told(app, message, "--message"),
        "on": on,
        "at": at,
        "kind": kind,
    }
    typed |= {"place": place, "invited": invited, "add_who": add_who, "rm_who": rm_who}
    given = {key: value for key, value in typed.items() if value is not None and value != []}
    if not given:
        raise UsageMistake(
            "What is to change?", advice="netlog plan edit p3 --on friday --at 10:00"
        )

    def find_ref(name: str) -> str:
        with app.reading() as connection:
            return who.one(app, connection, name).ref

    plan = words.plan(app, ref)
    patch = flags.patch_of("p", plan, given, None, find_ref)
    change = Edit(Ref("p", plan.id), plan, patch, "plan edit")
    _, changed = editing.apply(app, change, partial(who.one, app))
    render.said(app.out, page.confirmed(changed, today), changed)


def drop(
    ctx: Context,
    refs: Annotated[list[str], Argument(metavar="REF...", help="Plans, such as p3.")],
    why: Annotated[str | None, Option(metavar="TEXT", help="Why, for the record.")] = None,
) -> None:
    """Let a plan go: it does not take place."""
    from netlog.store.writes import plans as writes

    app, today = of(ctx), clock.today()
    reason = text.optional_line(why, "text of --why")
    with app.reading() as connection:
        targets = [
            settle.open_target(connection, options.plan_ref(one)) for one in dict.fromkeys(refs)
        ]
    with app.recording("plan drop") as book:
        for target in targets:
            writes.drop(book, target.ref.id, today, reason)
    with app.reading() as connection:
        dropped = settle.closed(connection, targets)
    said = [f"Dropped the {page.subject(plan, today)} ({plan.ref})." for plan in dropped]
    render.said(app.out, "\n".join(said), dropped)
