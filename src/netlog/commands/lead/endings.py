"""netlog lead stage, landed, declined, closed and drop: how far it comes, and how it ends."""

from datetime import date

from netlog import clock, render
from netlog.actions.leads import awaited, endings, finding, hearing, landing
from netlog.commands.frame import options, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.commands.lead import news, words
from netlog.commands.lead.words import LeadRef, LeadText
from netlog.errors import UsageMistake
from netlog.records.leads import Ending, Lead, LeadNow
from netlog.render.pages import leads as page
from netlog.rules import chains, peace
from netlog.rules.cadence import parse_cadence
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.typed import Annotated
from netlog.wording import short_day


def stage(
    ctx: Context,
    ref: LeadRef,
    typed: Annotated[str, Argument(metavar="STAGE", help="How far it is now.")],
    message: LeadText = None,
    on: options.On = None,
) -> None:
    """Say how far a lead is: heard, exploring, applied, interview, offer, or a name of yours.

    Whatever stands after -- is kept with it. One that had come to nothing is open again.
    """
    app, today = of(ctx), clock.today()
    said = words.said(app, message)
    name = words.stage(typed, ref)
    day = words.happened(on, today)
    with app.reading() as connection:
        lead = finding.lead(connection, ref)
    if lead.state == "landed":
        finding.check_open(lead)
    if (lead.state, lead.stage) == ("open", name) and not (said or on):
        words.confirm(app, lead.id, f"Still {name}")
        return
    if lead.state == "open" and endings.is_earlier(lead, day):
        from netlog.store.writes import leads as writes

        with app.recording("lead stage") as book:
            writes.note_earlier(book, lead.id, name, day, said)
        did = f"Noted {name} of {short_day(day, today)}; still {lead.stage}"
        words.confirm(app, lead.id, did)
        return
    with app.recording("lead stage") as book:
        again = endings.reopen(book, lead, name, day, said)
    _say_begun(app, lead, day)
    words.confirm(app, lead.id, f"Now {name}", again=again)


def landed(
    ctx: Context,
    ref: LeadRef,
    message: LeadText = None,
    on: options.On = None,
    draft: Annotated[
        bool, Option("--draft", help="Print what to send to each, and write nothing.")
    ] = False,
) -> None:
    """It came: everybody upstream is owed the news, once each, the nearest first.

    Upstream are its steps, whoever led to those, and who did something for it or for its goal.
    Whatever stands after -- is the news. told or thank settles each.
    """
    app = of(ctx)
    said, day = words.said(app, message), words.happened(on, clock.today())
    with app.reading() as connection:
        lead = finding.lead(connection, ref)
        if not (draft and lead.state == "landed"):
            finding.check_open(lead)
        if draft:
            _draft(app, connection, lead, said)
            return
    with app.recording("lead landed") as book:
        before = awaited.of_lead(book.connection, lead)
        landing.land(book, lead, said or _worked_out(lead), settings().endings[0], day)
    _say_begun(app, lead, day)
    news.landed(app, lead.id, before)


def _draft(app: App, connection: Book, lead: Lead, said: str | None) -> None:
    """What to send to whoever has not heard yet, or would be owed the news."""
    if lead.state == "landed":
        found = hearing.landed(connection, lead)
    else:
        found = hearing.would_land(connection, lead, said or _worked_out(lead))
    found = news.settled_here(app, found)
    for step in chains.unnamed(lead.steps):
        app.mention(page.not_in_the_book(step))
    render.said(app.out, page.drafts(found), found)


def _say_begun(app: App, was: Lead, on: date) -> None:
    """That a lead began on an earlier day than was noted, where what came of it was then."""
    if (noted := endings.begins_earlier(was, on)) is not None:
        today = clock.today()
        app.mention(
            f"{was.ref} was noted as {noted.stage} on {short_day(noted.on, today)}: that is "
            f"{short_day(on, today)} now, as nothing comes of a lead before it is {noted.stage}."
        )


def _worked_out(lead: Lead) -> str:
    return f"it worked out with {lead.leads_to}"


def declined(
    ctx: Context,
    ref: LeadRef,
    message: LeadText = None,
    keep: Annotated[str | None, Option(metavar="WHO", help="Who said so, and is kept.")] = None,
    every: Annotated[
        str | None, Option(metavar="CADENCE", help="How often to be in touch with them.")
    ] = None,
    on: options.On = None,
) -> None:
    """It was declined; with --keep whoever liked you stays.

    They are left in peace for 30 days, and owed thanks for saying why. Whatever stands after -- is
    why.
    """
    app, today = of(ctx), clock.today()
    why, day = words.said(app, message), words.happened(on, today)
    if every is not None and keep is None:
        raise UsageMistake("--every goes with --keep WHO.")
    cadence = parse_cadence(every) if every is not None else None
    with app.reading() as connection:
        lead = finding.lead(connection, ref)
        finding.check_open(lead)
        endings.check_day(lead, day)
        person = who.one(app, connection, keep) if keep is not None else None
    keeping = endings.Keeping(person, cadence) if person else None
    configured = settings()
    with app.recording("lead declined") as book:
        before, ending = awaited.of_lead(book.connection, lead), configured.endings[1]
        thanked = endings.decline(book, lead, why, ending, day, keeping, configured.thanks)
    with app.reading() as connection:
        now = finding.lead(connection, lead.ref)
        let_go = awaited.let_go(connection, before)
    _say_begun(app, lead, day)
    said = page.declined(now, today, peace.until(day), let_go, owes_thanks=thanked)
    render.said(app.out, said, LeadNow(now, let_go))


def closed(ctx: Context, ref: LeadRef, message: LeadText = None, on: options.On = None) -> None:
    """It came to nothing, and nobody said no. Whatever stands after -- is why."""
    _end(of(ctx), ref, "closed", message, on)


def drop(
    ctx: Context,
    ref: LeadRef,
    why: Annotated[str | None, Option(metavar="TEXT", help="Why, for the record.")] = None,
) -> None:
    """Let a lead go: you follow it no more."""
    _end(of(ctx), ref, "dropped", why, None)


def _end(app: App, ref: str, ended: Ending, message: str | None, on: str | None) -> None:
    today, why = clock.today(), words.said(app, message)
    day = words.happened(on, today)
    with app.reading() as connection:
        lead = finding.lead(connection, ref)
        finding.check_open(lead)
    name = lead.stage if ended == "dropped" else settings().endings[2]
    with app.recording("lead drop" if ended == "dropped" else "lead closed") as book:
        tied = awaited.of_lead(book.connection, lead)
        endings.end(book, lead, ended, name, day, why)
    _say_begun(app, lead, day)
    did = "Let go" if ended == "dropped" else "Closed"
    words.confirm(app, lead.id, did, tied=tied)
