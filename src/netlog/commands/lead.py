"""netlog lead: what may come, and the people through whom it may, in order."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Annotated

import typer

from netlog import clock, render
from netlog.actions import editing, goals, leads, retries
from netlog.actions.editing import Edit
from netlog.commands.frame import attending, flags, options, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.noun import Sub
from netlog.errors import Refused, UsageMistake
from netlog.records.leads import Ending, Landed, Lead, NewLead, NewStep, StepState
from netlog.records.refs import Ref, parse_ref
from netlog.render.pages import leads as page
from netlog.rules import chains, dates, text
from netlog.rules.cadence import parse_cadence
from netlog.rules.standing import PEACE
from netlog.store.config import settings
from netlog.store.reads import leads as reads
from netlog.wording import no_such

USUAL = ("add", "list")
STATES: tuple[StepState, ...] = ("waiting", "asked", "done", "broken")

LeadRef = Annotated[str, typer.Argument(metavar="REF", help="The lead, such as l3.")]
StepRef = Annotated[str, typer.Argument(metavar="REF", help="The step, such as l3.2.")]
LeadOrg = Annotated[str | None, typer.Option(metavar="NAME", help="The organization it leads to.")]
LeadSource = Annotated[str | None, typer.Option(metavar="TEXT", help="Where you heard of it.")]
StepDay = Annotated[
    str | None, typer.Option(metavar="DATE", help="StepDay when the step is to be done.")
]
LeadText = Annotated[
    str | None, typer.Option("--message", "-m", metavar="TEXT", help="What there is to say of it.")
]


def add(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What may come.")],
    org: LeadOrg = None,
    goal: options.OnGoal = None,
    source: LeadSource = None,
    via: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHO|TEXT",
            help="A step towards it: somebody, or what is known of them; repeat, in order.",
        ),
    ] = None,
    stage: Annotated[
        str | None, typer.Option(metavar="STAGE", help="How far it is; heard unless you say.")
    ] = None,
    on: options.On = None,
    uid: options.Id = None,
) -> None:
    """Note a lead: something that may come, through people who know people.

    A --via that fits one person is that person; one that fits nobody is a description, which
    becomes somebody with `netlog lead step l3.2 --who`.
    """
    app, today, uid = of(ctx), clock.today(), options.uid(uid)
    day = dates.parse_happened(on, today) if on is not None else today
    with app.reading() as connection:
        steps = _meant(app, connection, via or ())
        goal_id = goals.there(connection, goal).id if goal is not None else None
        known = reads.id_of_uid(connection, uid) if uid else None
    new = NewLead(
        title=text.line(title, "title"),
        stage=_stage(stage) if stage is not None else settings().stages[0],
        opened_on=day,
        organization=text.optional_line(org, "organization"),
        source=text.optional_line(source, "source"),
        goal_id=goal_id,
        uid=uid,
        steps=steps,
    )
    from netlog.store.writes import leads as writes

    lead_id = known
    if known is None:
        with app.recording("lead add") as book:
            lead_id = writes.add(book, new)
    _confirm(app, lead_id or 0, "Lead" if known is None else "Noted before", new if known else None)


def _meant(app: App, connection: sqlite3.Connection, typed: Sequence[str]) -> tuple[NewStep, ...]:
    """The steps that were typed; what is only near is told."""
    found = [leads.meant(connection, one) for one in typed]
    for one in found:
        if one.near:
            app.mention(one.near)
    steps = tuple(one.step for one in found)
    leads.check_once(steps)
    return steps


def _stage(typed: str) -> str:
    """A stage of a lead that goes on; raises UsageMistake for another word."""
    configured = settings()
    said = typed.strip().lower()
    if said in configured.endings:
        ending = ("landed", "declined", "closed")[configured.endings.index(said)]
        raise UsageMistake(f"A lead ends as {said} with netlog lead {ending} l3.")
    if said not in configured.stages:
        what, advice = no_such(typed, "stage", configured.stages)
        raise UsageMistake(what, advice=advice)
    return said


def list_(
    ctx: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Also those that ended.")] = False,
    stage: Annotated[
        str | None, typer.Option(metavar="STAGE", help="Only those at this stage.")
    ] = None,
    goal: options.OnGoal = None,
    limit: options.Limit = None,
) -> None:
    """Show the leads, each with its way in one line."""
    app, today = of(ctx), clock.today()
    with app.reading() as connection:
        goal_id = goals.there(connection, goal).id if goal is not None else None
        found = reads.leads(connection, everything=everything)
    if stage is not None:
        configured = settings()
        said = stage.strip().lower()
        if said not in (*configured.stages, *configured.endings):
            what, advice = no_such(stage, "stage", (*configured.stages, *configured.endings))
            raise UsageMistake(what, advice=advice)
        found = [one for one in found if one.stage == said]
    if goal_id is not None:
        found = [one for one in found if one.goal and one.goal.id == goal_id]
    found = found[:limit]
    lines = {one.id: chains.line(one, today) for one in found}
    render.listing(app.out, page.listing(lines, today), found)


def show(ctx: typer.Context, ref: LeadRef) -> None:
    """Show one lead: its steps, and the stages it went through."""
    app, today = of(ctx), clock.today()
    with app.reading() as connection:
        found = leads.lead(connection, ref)
    render.sheet(app.out, page.sheet(today, chains.line(found, today)), found)


def edit(
    ctx: typer.Context,
    ref: LeadRef,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="What may come.")] = None,
    org: LeadOrg = None,
    source: LeadSource = None,
    goal: options.OnGoal = None,
) -> None:
    """Change what a lead is called, where it leads, whence it came. An empty text clears."""
    app = of(ctx)
    typed = {"title": title, "org": org, "source": source, "goal": goal}
    given = {key: value for key, value in typed.items() if value is not None}
    if not given:
        raise UsageMistake("What is to change?", advice="netlog lead edit l3 --org Acme")
    with app.reading() as connection:
        found = leads.lead(connection, ref)
        if goal:
            goals.there(connection, goal)
    patch = flags.patch_of("l", found, given, None, str)
    change = Edit(Ref("l", found.id), found, patch, "lead edit")
    editing.apply(app, change, partial(who.one, app))
    _confirm(app, found.id)


def step(
    ctx: typer.Context,
    ref: StepRef,
    typed: Annotated[
        str | None,
        typer.Argument(metavar=f"[{'|'.join(STATES)}]", help="How far it is now."),
    ] = None,
    whom: Annotated[
        str | None,
        typer.Option("--who", metavar="WHO", help="Who it is; whom nobody matches is added."),
    ] = None,
    by: StepDay = None,
    on: options.On = None,
) -> None:
    """Say how far a step is, who it is, or by when it is to be done.

    asked notes the ask; done is their help, for which thanks are owed. broken asks for another way.
    """
    app, today = of(ctx), clock.today()
    if typed is None and whom is None and by is None:
        raise UsageMistake(
            "What of the step?", advice="netlog lead step l3.2 done, or --who, or --by"
        )
    state = _state(typed) if typed is not None else None
    day = dates.parse_happened(on, today) if on is not None else today
    if on is not None and state is None:
        raise UsageMistake("--on is the day on which the step was asked, done or broken.")
    due_on = _by(by, today)
    with app.reading() as connection:
        lead, at = leads.step(connection, ref)
        leads.check_open(lead)
        there = attending.find(app, connection, [whom], create=True) if whom is not None else []
    _check_new_step(lead, [one.known.id for one in there if one.known], at.number)
    from netlog.store.writes import leads as writes

    rules = settings().thanks
    with app.recording("lead step") as book:
        if there:
            (contact_id,) = attending.stored(book, there)
            writes.change_step(book, lead.id, at.number, {"contact_id": contact_id})
            if not there[0].known:
                _introduce(book, lead, at.number, contact_id)
            book.session.flush()
            lead, at = leads.step_there(book.connection, Ref("l", lead.id, at.number))
        if by is not None:
            writes.change_step(book, lead.id, at.number, {"due_on": due_on})
            at = at._replace(by=due_on)
        if state is not None:
            leads.take(book, lead, at, state, day, rules)
    added = there and not there[0].known
    said = f"Added {there[0].new_name.removeprefix('+')}. " if added else ""
    _confirm(app, lead.id, f"{said}{lead.ref}")


def _introduce(book: object, lead: Lead, number: int, contact_id: int) -> None:
    """Who is new came through whoever stands before them."""
    from netlog.store.tables import ContactRow
    from netlog.store.writes.recording import Recording
    from netlog.store.writes.rows import load

    assert isinstance(book, Recording)
    at = next(i for i, one in enumerate(lead.steps) if one.number == number)
    before = [one.contact for one in lead.steps[:at] if one.contact]
    if before:
        load(book, ContactRow, contact_id).introduced_by_id = before[-1].id


def _check_new_step(lead: Lead, ids: Sequence[int], number: int = 0) -> None:
    """Raise Refused when somebody is another step of the lead already."""
    for one in lead.steps:
        if one.contact and one.contact.id in ids and one.number != number:
            raise Refused(f"{one.contact.name} is {one.ref} already.")


def _state(typed: str) -> StepState:
    for state in STATES:
        if typed.strip().lower() == state:
            return state
    what, advice = no_such(typed, "state of a step", STATES)
    raise UsageMistake(what, advice=advice)


def _by(typed: str | None, today: date) -> date | None:
    day = dates.parse_date(typed, today, "future") if typed else None
    if day and day < today:
        raise Refused("--by is a day to come.")
    return day


def add_step(
    ctx: typer.Context,
    ref: LeadRef,
    typed: Annotated[str, typer.Argument(metavar="WHO|TEXT", help="Somebody, or who they are.")],
    after: Annotated[
        str | None,
        typer.Option(metavar="REF", help="After that step; l3 itself: first. Else last."),
    ] = None,
    by: StepDay = None,
) -> None:
    """Add a step to a lead; where a step broke, the new one goes around it."""
    app, today = of(ctx), clock.today()
    due_on = _by(by, today)
    with app.reading() as connection:
        lead = leads.lead(connection, ref)
        leads.check_open(lead)
        (new,) = _meant(app, connection, [typed])
        place = _place(lead, after)
    _check_new_step(lead, [new.contact_id] if new.contact_id is not None else [])
    from netlog.store.writes import leads as writes

    with app.recording("lead add-step") as book:
        fresh = new._replace(due_on=due_on)
        writes.add_step(book, lead.id, fresh, place, None, today)
    _confirm(app, lead.id, lead.ref)


def _place(lead: Lead, typed: str | None) -> int | None:
    """After which step a new one comes: None for the last, 0 for none; around one that broke."""
    if typed is None:
        at = chains.current(lead.steps)
        return at.number if at and at.state == "broken" else None
    ref = parse_ref(typed)
    numbers = {0, *(one.number for one in lead.steps)}
    if ref is None or ref.letter != "l" or ref.id != lead.id or ref.step not in numbers:
        raise UsageMistake(f"--after names a step of {lead.ref}, such as {lead.ref}.1.")
    return ref.step


def stage(
    ctx: typer.Context,
    ref: LeadRef,
    typed: Annotated[str, typer.Argument(metavar="STAGE", help="How far it is now.")],
    message: LeadText = None,
    on: options.On = None,
) -> None:
    """Say how far a lead is: heard, exploring, applied, interview, offer, or a name of yours.

    Whatever stands after -- is kept with it. One that had come to nothing is open again.
    """
    app, today = of(ctx), clock.today()
    said = _said(app, message)
    name = _stage(typed)
    day = dates.parse_happened(on, today) if on is not None else today
    with app.reading() as connection:
        lead = leads.lead(connection, ref)
    if lead.state == "landed":
        raise Refused(f"{lead.ref} has landed.")
    from netlog.store.writes import leads as writes

    with app.recording("lead stage") as book:
        writes.reach(book, lead.id, name, day, said)
    _confirm(app, lead.id, f"Now {name}")


def _said(app: App, message: str | None) -> str | None:
    said = text.optional_block(options.told(app, message, "--message"), "text")
    return " ".join(said.split()) if said else None


def landed(
    ctx: typer.Context,
    ref: LeadRef,
    message: LeadText = None,
    on: options.On = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Print what to send to each, and write nothing.")
    ] = False,
) -> None:
    """It came: everybody upstream is owed the news, once each, the nearest first.

    Upstream are its steps, whoever led to those, and who did something for it or for its goal.
    Whatever stands after -- is the news. told or thank settles each.
    """
    app, today = of(ctx), clock.today()
    said = _said(app, message)
    day = dates.parse_happened(on, today) if on is not None else today
    with app.reading() as connection:
        lead = leads.lead(connection, ref)
        if draft:
            _draft(app, connection, lead, said)
            return
    if lead.state == "landed":
        raise Refused(f"{lead.ref} has landed already.", advice=f"netlog lead show {lead.ref}")
    news = said or f"it worked out with {lead.leads_to}"
    with app.recording("lead landed") as book:
        leads.land(book, lead, news, settings().endings[0], day)
    with app.reading() as connection:
        found = leads.landed(connection, leads.lead(connection, lead.ref))
    render.said(app.out, page.landed(found), found)


def _draft(app: App, connection: sqlite3.Connection, lead: Lead, said: str | None) -> None:
    """What to send to whoever has not heard yet, or would be owed the news."""
    if lead.state == "landed":
        found = leads.landed(connection, lead)
    else:
        news = said or f"it worked out with {lead.leads_to}"
        found = leads.would_land(connection, lead, news)
    render.said(app.out, page.drafts(found), found)


def declined(
    ctx: typer.Context,
    ref: LeadRef,
    message: LeadText = None,
    keep: Annotated[
        str | None, typer.Option(metavar="WHO", help="Who said so, and is kept.")
    ] = None,
    every: Annotated[
        str | None, typer.Option(metavar="CADENCE", help="How often to be in touch with them.")
    ] = None,
    on: options.On = None,
) -> None:
    """It was declined; with --keep whoever liked you stays.

    They are owed thanks for saying why, and left in peace for 30 days. Whatever stands after -- is
    why.
    """
    app, today = of(ctx), clock.today()
    why = _said(app, message)
    if every is not None and keep is None:
        raise UsageMistake("--every goes with --keep WHO.")
    cadence = parse_cadence(every) if every is not None else None
    day = dates.parse_happened(on, today) if on is not None else today
    with app.reading() as connection:
        lead = leads.lead(connection, ref)
        leads.check_open(lead)
        person = who.one(app, connection, keep) if keep is not None else None
    keeping = leads.Keeping(person, cadence) if person else None
    configured = settings()
    with app.recording("lead declined") as book:
        leads.decline(book, lead, why, configured.endings[1], day, keeping, configured.thanks)
    with app.reading() as connection:
        now = leads.lead(connection, lead.ref)
    kept = person.name if person else None
    render.said(app.out, page.declined(now, kept, today, day + PEACE), now)


def closed(
    ctx: typer.Context, ref: LeadRef, message: LeadText = None, on: options.On = None
) -> None:
    """It came to nothing, and nobody said no. Whatever stands after -- is why."""
    _end(of(ctx), ref, "closed", message, on)


def drop(
    ctx: typer.Context,
    ref: LeadRef,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why, for the record.")] = None,
) -> None:
    """Let a lead go: you follow it no more."""
    _end(of(ctx), ref, "dropped", why, None)


def _end(app: App, ref: str, ended: Ending, message: str | None, on: str | None) -> None:
    today, why = clock.today(), _said(app, message)
    day = dates.parse_happened(on, today) if on is not None else today
    with app.reading() as connection:
        lead = leads.lead(connection, ref)
        leads.check_open(lead)
    from netlog.store.writes import leads as writes

    name = lead.stage if ended == "dropped" else settings().endings[2]
    with app.recording("lead drop" if ended == "dropped" else "lead closed") as book:
        writes.end(book, lead.id, ended, name, day, why)
    _confirm(app, lead.id, "Let go" if ended == "dropped" else "Closed")


def _confirm(app: App, lead_id: int, did: str = "Lead", same_as: NewLead | None = None) -> None:
    today = clock.today()
    with app.reading() as connection:
        lead = leads.there(connection, Ref("l", lead_id))
    if same_as:
        said = (same_as.organization, lead.organization), (same_as.source, lead.source)
        retries.check_same(lead.ref, (same_as.title, lead.title), *said)
    render.said(app.out, page.confirmed(lead, chains.line(lead, today), did), lead)


COMMANDS = {
    "add": Sub(
        add,
        (
            'netlog lead add "Harbor Trust" --via gus --via "his HR director"',
            'netlog lead add "the mill job" --org "Mill & Co" --goal g1',
        ),
        Lead,
    ),
    "list": Sub(list_, ("netlog lead list", "netlog lead list --all"), list[Lead]),
    "show": Sub(show, ("netlog lead show l3",), Lead),
    "step": Sub(
        step,
        (
            "netlog lead step l3.1 done",
            'netlog lead step l3.2 --who "Anne Kim" --by friday',
        ),
        Lead,
    ),
    "add-step": Sub(add_step, ('netlog lead add-step l3 "a partner" --after l3.1',), Lead),
    "stage": Sub(
        stage, ("netlog lead stage l3 interview -- with both partners",), Lead, takes_text=True
    ),
    "edit": Sub(edit, ('netlog lead edit l3 --org "Harbor Trust"',), Lead),
    "landed": Sub(landed, ("netlog lead landed l3 -- I begin in May",), Landed, takes_text=True),
    "declined": Sub(
        declined,
        ("netlog lead declined l3 --keep anne --every 3m -- they hired inside",),
        Lead,
        takes_text=True,
    ),
    "closed": Sub(closed, ("netlog lead closed l3 -- the post was cut",), Lead, takes_text=True),
    "drop": Sub(drop, ('netlog lead drop l3 --why "too far away"',), Lead),
}
