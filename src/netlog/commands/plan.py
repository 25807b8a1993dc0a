"""netlog plan: meetings still to come."""

import sqlite3
from datetime import date
from functools import partial
from typing import Annotated

from netlog import clock, render
from netlog.actions import editing, plans, retries, serving, settle
from netlog.actions import who as who_actions
from netlog.actions.editing import Edit
from netlog.actions.serving import Serving
from netlog.commands.frame import attending, bare, flags, options, piping, served, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.attending import Attending
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.commands.frame.noun import Sub
from netlog.errors import Refused, UsageMistake
from netlog.named import NamedTuple
from netlog.records.meetings import WhoInvited
from netlog.records.plans import NewPlan, Plan, PlanFilter
from netlog.records.refs import Ref, parse_ref
from netlog.render.pages import plans as page
from netlog.rules import bare as bare_rules
from netlog.rules import dates, text
from netlog.rules.bare import Grammar
from netlog.store.config import settings
from netlog.store.reads import plans as reads
from netlog.wording import long_day, quoted, typed_anew

# What is meant by `netlog plan grace friday`, and by `netlog plan`.
USUAL = ("add", "list")
DEFAULT_KIND = "meeting"

PlanText = Annotated[
    str | None, Option("--message", "-m", metavar="TEXT", help="What it is about.")
]
PlanDay = Annotated[
    str | None, Option("--on", metavar="DATE", help="The day: tomorrow, friday, 2026-12-01.")
]
PlanTime = Annotated[str | None, Option(metavar="TIME", help="The time: 10:00, 9am, 14h30.")]
PlanPlace = Annotated[str | None, Option(metavar="TEXT", help="Where it is.")]
PlanInvited = Annotated[WhoInvited | None, Option(help="Who invited.")]
PlanRef = Annotated[str, Argument(metavar="REF", help="The plan, such as p3.")]


def add(
    ctx: Context,
    typed: Annotated[
        list[str] | None,
        Argument(
            metavar="WHO... [KIND] DAY [TIME]",
            help="People, +NAME adding somebody; - reads them from stdin. A word that is a kind, a "
            "day or a time is one.",
        ),
    ] = None,
    message: PlanText = None,
    on: PlanDay = None,
    at: PlanTime = None,
    kind: options.OnKind = None,
    place: PlanPlace = None,
    invited: PlanInvited = None,
    goal: options.OnGoal = None,
    uid: options.Id = None,
) -> None:
    """Plan to meet somebody: it comes up the day before and on the day.

    The word add can be left out: netlog plan grace coffee friday 10:00

    Whatever stands after -- is what it is about. The morning after, `due` asks how it was:
    `netlog done p3`, or `netlog log` of the same people on that day, makes it a meeting.
    """
    app, today, uid = of(ctx), clock.today(), options.uid(uid)
    message = options.told(app, message, "--message")
    grammar = Grammar(today, kinds=settings().kinds, direction="future", times=True)
    words = bare_rules.apart(typed or [], grammar)
    said = bare.read(app, words, grammar, bare.given(kind=kind, day=on, time=at))
    people = piping.piped(ctx, said.who)
    day, time = said.day or on, said.time or at
    if people and day is None:
        _refuse_mistyped_day(app, people)
    if not people or day is None:
        who = " ".join(map(typed_anew, people)) or "grace"
        raise UsageMistake(
            "Meet whom, and when?" if not people else "On which day?",
            advice=f"netlog plan {who} {said.kind or kind or 'coffee'} friday 10:00",
        )
    new = NewPlan(
        happens_on=_happens_on(day, today, people),
        kind=said.kind or kind or DEFAULT_KIND,
        contact_ids=(),
        starts_at=_time(time),
        uid=uid,
        text=text.optional_block(message, "text"),
        place=text.optional_line(place, "place"),
        invited_by=invited,
    )
    typed_kind = said.kind or kind
    known = _known(app, uid, new, people, typed_kind)
    if known:
        return _confirm(app, PlannedAs(known.id, is_new=False), today)
    with app.reading() as connection:
        there = attending.find(app, connection, people, create=False)
        serves = served.named(app, connection, goal)
    _confirm(app, _save(app, there, new, people, typed_kind, serves), today)


def _refuse_mistyped_day(app: App, people: list[str]) -> None:
    """Raise UsageMistake for a word that is nobody, and nearly a day."""
    with app.reading() as connection:
        for word in people:
            near = bare.nearly(word, ())
            if near and who_actions.find(connection, word).how in ("near", "nobody"):
                raise UsageMistake(
                    f"{quoted(word)} is nobody here, and no day.", advice=f"Did you mean {near[1]}?"
                )


def _happens_on(typed: str, today: date, people: list[str]) -> date:
    """The day of a plan; raises Refused for one that is past."""
    day = dates.parse_date(typed, today, "future")
    if day < today:
        meant = f"netlog log {bare.people(people)} --on {day.isoformat()}"
        raise Refused(
            f"{long_day(day)} is past.",
            advice=f"What happened is logged: {meant}",
        )
    return day


def _time(typed: str | None) -> str | None:
    found = bare_rules.time(typed) if typed is not None else None
    if typed is not None and found is None:
        raise UsageMistake("--at is a time, such as 10:00 or 9am.")
    return found


class PlannedAs(NamedTuple):
    """The plan by id, whom it added; is_new unless an earlier try stored it."""

    id: int
    added: tuple[int, ...] = ()
    is_new: bool = True


def _known(
    app: App, uid: str | None, new: NewPlan, people: list[str], typed_kind: str | None
) -> Plan | None:
    """The plan that an earlier try recorded under this id, checked to be the same."""
    if uid is None:
        return None
    with app.reading() as connection:
        return _stored(connection, new, people, typed_kind)


def _stored(
    connection: sqlite3.Connection, new: NewPlan, people: list[str], typed_kind: str | None
) -> Plan | None:
    plan_id = reads.id_of_uid(connection, new.uid) if new.uid else None
    known = reads.plan(connection, plan_id) if plan_id else None
    if known:
        retries.check_same_plan(connection, known, new, people, typed_kind)
    return known


def _save(
    app: App,
    there: list[Attending],
    new: NewPlan,
    people: list[str],
    typed_kind: str | None,
    serves: Serving,
) -> PlannedAs:
    from netlog.store.writes import plans as writes

    with app.recording("plan") as book:
        quicker = _stored(book.connection, new, people, typed_kind)
        if quicker:
            return PlannedAs(quicker.id, is_new=False)
        ids = attending.stored(book, there)
        plan_id = writes.add(book, new._replace(contact_ids=tuple(dict.fromkeys(ids))))
        serving.tie(book, serves, "plan_id", plan_id)
    added = (id_ for id_, one in zip(ids, there, strict=True) if not one.known)
    return PlannedAs(plan_id, tuple(added))


def _confirm(app: App, planned: PlannedAs, today: date) -> None:
    with app.reading() as connection:
        plan = _there(connection, planned.id)
        comes_up = not plans.is_archived_all(connection, [one.id for one in plan.contacts])
        same = retries.just_planned(connection, plan) if planned.is_new else None
    added = [one for one in plan.contacts if one.id in planned.added]
    lines = [
        *(f"Added {one.name} ({one.ref})." for one in added),
        page.confirmed(plan, today, is_new=planned.is_new, comes_up=comes_up),
    ]
    render.said(app.out, "\n".join(lines), plan)
    if same:
        app.mention(f"The same as {same} just now; netlog undo takes this one back.")


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
    render.sheet(app.out, page.sheet(clock.today()), _plan(app, ref))


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

    plan = _plan(app, ref)
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
        targets = [settle.open_target(connection, _ref(one)) for one in dict.fromkeys(refs)]
    with app.recording("plan drop") as book:
        for target in targets:
            writes.drop(book, target.ref.id, today, reason)
    with app.reading() as connection:
        dropped = settle.closed(connection, targets)
    said = [f"Dropped the {page.subject(plan, today)} ({plan.ref})." for plan in dropped]
    render.said(app.out, "\n".join(said), dropped)


def _plan(app: App, typed: str) -> Plan:
    """The plan with that ref; raises NothingMatches when there is none."""
    with app.reading() as connection:
        return _there(connection, _ref(typed).id)


def _there(connection: sqlite3.Connection, plan_id: int) -> Plan:
    found: Plan = settle.there(connection, Ref("p", plan_id))
    return found


def _ref(typed: str) -> Ref:
    ref = parse_ref(typed)
    if ref is None or ref.letter != "p":
        raise UsageMistake("A plan is named by its ref, such as p3.", advice="netlog plan list")
    return ref


COMMANDS = {
    "add": Sub(
        add,
        (
            "netlog plan add grace coffee friday 10:00 -- her new book",
            "netlog plan add ada carol lunch 2026-12-01 --place Balthazar",
        ),
        Plan,
        takes_text=True,
    ),
    "list": Sub(list_, ("netlog plan list", "netlog plan list grace --all"), list[Plan]),
    "show": Sub(show, ("netlog plan show p3",), Plan),
    "edit": Sub(edit, ("netlog plan edit p3 --on monday --at 9am",), Plan, takes_text=True),
    "drop": Sub(drop, ('netlog plan drop p3 --why "she is ill"',), list[Plan]),
}
