"""netlog lead add, list, show and edit: what may come, as it is noted."""

from collections.abc import Sequence
from functools import partial

from netlog import clock, render
from netlog.actions import editing, goals
from netlog.actions.leads import finding, hearing
from netlog.commands.frame import flags, options, served, who
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.commands.lead import words
from netlog.commands.lead.words import LeadOrg, LeadRef, LeadSource, LeadVia, StageName
from netlog.errors import UsageMistake
from netlog.records.editing import Edit
from netlog.records.leads import Lead, NewLead
from netlog.records.refs import Ref
from netlog.render.pages import leads as page
from netlog.rules import chains, text
from netlog.store.config import settings
from netlog.store.reads import leads as reads
from netlog.typed import Annotated

WHAT = "a lead is what may come"
INSTEAD = "netlog show {0}, or netlog lead add TITLE --via {0}"
NO_SUCH = "No lead is like that."
NONE_OPEN = "No lead is open. Those that ended: netlog lead list --all"


def add(
    ctx: Context,
    title: Annotated[str, Argument(metavar="TITLE", help="What may come.")],
    org: LeadOrg = None,
    goal: options.OnGoal = None,
    source: LeadSource = None,
    via: LeadVia = None,
    stage: StageName = None,
    on: options.On = None,
    uid: options.Id = None,
) -> None:
    """Note a lead: something that may come, through people who know people.

    A --via that fits one person is that person; one that fits nobody is a description, which
    becomes somebody with `netlog lead step l3.2 --who`.
    """
    app, today, uid = of(ctx), clock.today(), options.uid(uid)
    with app.reading() as connection:
        if not any((org, goal, source, via, stage, on, uid)):
            who.check_is_no_name(connection, title, WHAT, INSTEAD)
        steps = words.meant(app, connection, via or ())
        goal_id = served.one(app, connection, goal).id if goal is not None else None
        known = reads.id_of_uid(connection, uid) if uid else None
    new = NewLead(
        title=text.line(title, "title"),
        stage=words.stage(stage) if stage is not None else settings().stages[0],
        opened_on=words.happened(on, today),
        organization=text.optional_line(org, "organization"),
        source=text.optional_line(source, "source"),
        goal_id=goal_id,
        uid=uid,
        steps=steps,
    )
    from netlog.store.writes import leads as writes

    if known is not None:
        words.confirm(app, known, "Noted before", same_as=new)
        return
    with app.recording("lead add") as book:
        lead_id = writes.add(book, new)
    words.confirm(app, lead_id)


def list_(
    ctx: Context,
    everything: Annotated[bool, Option("--all", help="Also those that ended.")] = False,
    stage: Annotated[str | None, Option(metavar="STAGE", help="Only those at this stage.")] = None,
    goal: Annotated[
        str | None, Option("--goal", metavar="GOAL", help="Only those that serve it, such as g1.")
    ] = None,
    limit: options.Limit = None,
) -> None:
    """Show the leads, each with its way in one line."""
    app, today = of(ctx), clock.today()
    with app.reading() as connection:
        goal_id = goals.there(connection, goal).id if goal is not None else None
        found = reads.leads(connection, everything=everything)
        some = bool(found) or (not everything and reads.any_(connection))
    if stage is not None:
        found = _at(found, stage)
    if goal_id is not None:
        found = [one for one in found if one.goal and one.goal.id == goal_id]
    found = found[:limit]
    lines = {one.id: chains.line(one, today) for one in found}
    narrowed = stage is not None or goal_id is not None
    empty = (NO_SUCH if narrowed else NONE_OPEN) if some else page.NONE
    render.listing(app.out, page.listing(lines, today, empty), found)


def _at(found: Sequence[Lead], typed: str) -> list[Lead]:
    """The leads at a stage; raises UsageMistake for no name of one."""
    configured = settings()
    known, said = (*configured.stages, *configured.endings), typed.strip().lower()
    if said not in (*known, *(one.stage for one in found)):
        raise words.no_stage(typed, known)
    return [one for one in found if one.stage == said]


def show(ctx: Context, ref: LeadRef) -> None:
    """Show one lead: its steps, the stages it went through, and who is to hear that it landed."""
    app, today = of(ctx), clock.today()
    with app.reading() as connection:
        found = finding.lead(connection, ref)
        untold = hearing.untold(connection, found)
    render.sheet(app.out, page.sheet(today, chains.line(found, today), untold), found)


def edit(
    ctx: Context,
    ref: LeadRef,
    title: Annotated[str | None, Option(metavar="TEXT", help="What may come.")] = None,
    org: LeadOrg = None,
    source: LeadSource = None,
    goal: options.OnGoal = None,
) -> None:
    """Change what a lead is called, where it leads, whence it came. An empty text clears."""
    app = of(ctx)
    typed = {"title": title, "org": org, "source": source, "goal": goal}
    given = {key: value for key, value in typed.items() if value is not None}
    if not given:
        raise UsageMistake("What is to change?", advice=f"netlog lead edit {ref} --org Acme")
    with app.reading() as connection:
        found = finding.lead(connection, ref)
        if goal:
            served.one(app, connection, goal)
    patch = flags.patch_of("l", found, given, None, str)
    change = Edit(Ref("l", found.id), found, patch, "lead edit")
    editing.apply(app, change, partial(who.one, app))
    words.confirm(app, found.id)
