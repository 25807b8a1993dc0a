"""netlog goal: what you are after, and who knows of it."""

from collections.abc import Collection
from datetime import date
from functools import partial

from netlog import clock, render
from netlog.actions import editing, goals, telling
from netlog.commands.frame import flags, options, to_come, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.commands.frame.noun import Sub
from netlog.errors import Refused, UsageMistake
from netlog.records import refs
from netlog.records.editing import Edit
from netlog.records.goals import Goal, Horizon, NewGoal, NewTarget
from netlog.records.refs import Ref
from netlog.render.pages import goals as page
from netlog.rules import dates, text
from netlog.rules import goals as rules
from netlog.store.config import settings
from netlog.store.reads import goals as reads
from netlog.typed import Annotated, get_args
from netlog.wording import listed

USUAL = ("add", "list")
TITLED = True
WHAT = "a goal is what you are after"
INSTEAD = "Who knows of a goal: netlog goal tell g1 {}"

GoalRef = Annotated[str, Argument(metavar="REF", help="The goal, such as g1.")]
GoalDay = Annotated[
    str | None, Option(metavar="DATE", help="The day by which it is to be: end of march, 6m.")
]
GoalTargets = Annotated[
    list[str] | None,
    Option(
        "--target",
        metavar="TARGET",
        help='"5 coffees a week": a number; a kind of meeting, touches, gives, asks, thanks or new '
        "people; a day, week or month. Repeat for several.",
    ),
]


def add(
    ctx: Context,
    what: Annotated[str, Argument(metavar="TEXT", help="What you are after.")],
    horizon: Annotated[
        Horizon | None, Option(help="Whether it is for months or for years.")
    ] = None,
    by: GoalDay = None,
    target: GoalTargets = None,
    uid: options.Id = None,
) -> None:
    """Set a goal, with targets that count themselves from what you log.

    Weeks are from Monday. brief and check quote it when they say what to ask for advice on, and on
    Mondays due begins with it.
    """
    app, today, uid = of(ctx), clock.today(), options.uid(uid)
    if not uid:
        with app.reading() as connection:
            who.check_is_no_name(connection, what, WHAT, INSTEAD)
    if horizon is None:
        raise UsageMistake(
            "Is it a goal of short or of long term?",
            advice=f"Add --horizon {' or --horizon '.join(get_args(Horizon))}.",
        )
    new = NewGoal(
        text=text.line(what, "goal"),
        horizon=horizon,
        opened_on=today,
        due_on=_by(by, today),
        uid=uid,
        targets=_targets(target),
    )
    from netlog.store.writes import goals as writes

    with app.recording("goal add") as book:
        known = reads.id_of_uid(book.connection, uid) if uid else None
        goal_id = known or writes.add(book, new)
    with app.reading() as connection:
        goal = goals.there(connection, refs.ref("g", goal_id))
    if known:
        _check_same(goal, new)
    render.said(app.out, page.confirmed(goal, today, "Goal" if not known else "Set before"), goal)


def _check_same(goal: Goal, new: NewGoal) -> None:
    """Raise WouldConflict when what is there under the same --id is another goal."""
    from netlog.actions import retries

    retries.check_same(goal.ref, (new.text, goal.text), (new.horizon, goal.horizon))


def _by(typed: str | None, today: date) -> date | None:
    day = dates.parse_date(typed, today, "future") if typed else None
    if day and day < today:
        raise Refused("--by is a day to come.")
    return day


def _targets(typed: list[str] | None) -> tuple[NewTarget, ...]:
    kinds = settings().kinds if typed else ()
    return tuple(dict.fromkeys(rules.target(one, kinds) for one in typed or ()))


def list_(
    ctx: Context,
    everything: Annotated[
        bool, Option("--all", help="Also what was reached, and what was let go.")
    ] = False,
) -> None:
    """Show your goals, and how far their targets are."""
    app, today = of(ctx), clock.today()
    with app.reading() as connection:
        found = goals.goals(connection, today, everything=everything)
        some = found or goals.goals(connection, today, everything=True)
    bars = {one.id: tuple(map(rules.bar, one.targets)) for one in found}
    empty = page.NONE_OPEN if some else page.NONE
    render.listing(app.out, page.listing(today, bars, empty), found)


def show(ctx: Context, ref: GoalRef) -> None:
    """Show one goal: its targets, who knows of it, and whom to tell next."""
    app, today = of(ctx), clock.today()
    with app.reading() as connection:
        goal = goals.there(connection, ref)
    bars = tuple(map(rules.bar, goal.targets))
    render.sheet(app.out, page.sheet(today, bars, rules.reached(goal, today)), goal)


def edit(
    ctx: Context,
    ref: GoalRef,
    what: Annotated[
        str | None, Option("--text", metavar="TEXT", help="What you are after.")
    ] = None,
    horizon: Annotated[Horizon | None, Option(help="Short or long term.")] = None,
    by: GoalDay = None,
    target: GoalTargets = None,
    reopen: Annotated[
        bool, Option("--reopen", help="It is not over: go on with it. Nothing else beside it.")
    ] = False,
) -> None:
    """Change a goal: its words, its day, its targets. --by "" clears.

    --target gives new targets in the place of those there are, --target "" none.
    """
    app, today = of(ctx), clock.today()
    typed = {"text": what, "horizon": horizon, "by": by, "targets": target}
    given = {key: value for key, value in typed.items() if value is not None}
    if reopen:
        _reopen(app, ref, given, today)
        return
    if not given:
        raise UsageMistake("What is to change?", advice="netlog goal edit g1 --by 2027-03-01")
    with app.reading() as connection:
        goal = goals.there(connection, ref)
    patch = flags.patch_of("g", goal, given, None, str)
    change = Edit(Ref("g", goal.id), goal, patch, "goal edit")
    goal = editing.apply(app, change, partial(who.one, app)).after
    _confirm(app, goal, today, "Goal")


def _reopen(app: App, ref: str, given: Collection[str], today: date) -> None:
    """Let a goal that is over, or that may be reached, go on."""
    from netlog.store.writes import goals as writes

    if given:
        raise UsageMistake("--reopen goes with nothing else.")
    with app.reading() as connection:
        goal = goals.there(connection, ref)
    if goal.state == "open" and not goal.landed:
        raise Refused(f"{goal.ref} is open.")
    with app.recording("goal edit") as book:
        writes.reopen(book, goal.id, today)
    _confirm(app, goal, today, "It goes on" if goal.state == "open" else "Open again")


def drop(
    ctx: Context,
    ref: GoalRef,
    why: Annotated[str | None, Option(metavar="TEXT", help="Why, for the record.")] = None,
    done: Annotated[bool, Option("--done", help="It is reached.")] = False,
) -> None:
    """Let a goal go; with --done it is reached."""
    from netlog.store.writes import goals as writes

    app, today = of(ctx), clock.today()
    reason = text.optional_line(why, "text of --why")
    if done and reason:
        raise UsageMistake("--why says why a goal is let go, not why it is reached.")
    with app.reading() as connection:
        goal = goals.there(connection, ref)
    if goal.state != "open":
        state = "reached" if goal.state == "done" else "let go"
        again = f"To go on: {goals.reopening(goal)}"
        raise Refused(f"{goal.ref} is {state} already.", advice=again)
    with app.recording("goal drop") as book:
        if done:
            writes.finish(book, goal.id, today)
        else:
            writes.drop(book, goal.id, today, reason)
    _confirm(app, goal, today, "Reached" if done else "Let go")


def tell(
    ctx: Context,
    ref: GoalRef,
    typed: options.SeveralWho,
    on: options.On = None,
) -> None:
    """You told somebody what you are after: a touch, and no ask."""
    app, today = of(ctx), clock.today()
    with app.reading() as connection:
        goal = goals.there(connection, ref)
    day = dates.happened_on(on, today, to_come.to_plan(app, typed, goal=ref, several=True))
    with app.reading() as connection:
        people = who.several(app, connection, typed)
    ended = goal.done_on or goal.dropped_on
    if (over := goals.over(goal, today)) and ended and day > ended:
        raise Refused(over, advice=f"To go on: {goals.reopening(goal)}")
    with app.recording("goal tell") as book:
        new = telling.tell(book, goal, people, day, settings().thanks)
    with app.reading() as connection:
        goal = goals.there(connection, goal.ref)
    known = [one.name for one in people if one not in new]
    lines = [f"Told {listed([one.name for one in people])} of it: {goal.text} ({goal.ref})."]
    lines += [f"{listed(known)} knew of it already."] if known else []
    render.said(app.out, "\n".join(lines), goal)


def _confirm(app: App, goal: Goal, today: date, did: str) -> None:
    with app.reading() as connection:
        now = goals.there(connection, goal.ref)
    said = page.confirmed(now._replace(state="open"), today, did)
    render.said(app.out, said, now)


COMMANDS = {
    "add": Sub(
        add,
        (
            'netlog goal add "a post in data" --horizon short --by 6m',
            'netlog goal add "my own firm" --horizon long --target "5 coffees a week"',
        ),
        Goal,
    ),
    "list": Sub(list_, ("netlog goal list",), list[Goal]),
    "show": Sub(show, ("netlog goal show g1",), Goal),
    "edit": Sub(
        edit,
        ('netlog goal edit g1 --target "3 coffees a week"', "netlog goal edit g1 --reopen"),
        Goal,
    ),
    "drop": Sub(
        drop, ('netlog goal drop g1 --why "found one"', "netlog goal drop g1 --done"), Goal
    ),
    "tell": Sub(tell, ("netlog goal tell g1 grace ada",), Goal),
}
