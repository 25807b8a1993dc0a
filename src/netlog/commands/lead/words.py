"""What is typed of a lead: its stage, a day to come, what there is to say; and what it is now."""

from collections.abc import Sequence
from datetime import date

from netlog import clock, render
from netlog.actions import retries, settle
from netlog.actions.leads import awaited, finding
from netlog.actions.leads.awaited import OnTheWay
from netlog.actions.leads.finding import MeantStep
from netlog.commands.frame import options, who
from netlog.commands.frame.app import App
from netlog.commands.frame.declared import Argument, Option
from netlog.errors import Refused, SeveralMatch, UsageMistake
from netlog.records.leads import LeadNow, NewLead, NewStep, Step
from netlog.records.refs import Ref
from netlog.render.pages import leads as page
from netlog.rules import chains, dates, text
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.store.folders import config_path
from netlog.typed import Annotated
from netlog.wording import no_such

LeadRef = Annotated[str, Argument(metavar="REF", help="The lead, such as l3.")]
StepRef = Annotated[str, Argument(metavar="REF", help="The step, such as l3.2.")]
LeadOrg = Annotated[str | None, Option(metavar="NAME", help="The organization it leads to.")]
LeadVia = Annotated[
    list[str] | None,
    Option(
        "--via",
        metavar="WHO|TEXT",
        help="A step towards it: somebody, or what is known of them; repeat, in order.",
    ),
]
StageName = Annotated[
    str | None,
    Option("--stage", metavar="STAGE", help="How far it is; heard unless you say."),
]
LeadSource = Annotated[str | None, Option(metavar="TEXT", help="Where you heard of it.")]
StepDay = Annotated[
    str | None, Option(metavar="DATE", help="The day by which the step is to be done.")
]
LeadText = Annotated[
    str | None, Option("--message", "-m", metavar="TEXT", help="What there is to say of it.")
]


def meant(
    app: App, connection: Book, typed: Sequence[str], there: Sequence[Step] = ()
) -> tuple[NewStep, ...]:
    """The steps that were typed; what is only near is told, a step that is there above all."""
    described = [one for one in there if one.contact is None]
    found = [_meant(app, connection, one, described) for one in typed]
    for one in found:
        if one.near:
            app.mention(one.near)
    steps = tuple(one.step for one in found)
    finding.check_once(steps)
    return steps


def _meant(app: App, connection: Book, typed: str, described: Sequence[Step]) -> MeantStep:
    """Who one of them is; where it fits several, one is chosen on a terminal."""
    try:
        return finding.meant(connection, typed, described)
    except SeveralMatch as error:
        if not app.can_ask:
            raise
        return MeantStep(NewStep(who.choose(typed, error.candidates).id))


def stage(typed: str, ref: str = "LEAD") -> str:
    """A stage of a lead that goes on, the one with that ref; raises UsageMistake for another."""
    configured = settings()
    said = typed.strip().lower()
    if said in configured.endings:
        ending = ("landed", "declined", "closed")[configured.endings.index(said)]
        raise UsageMistake(f"A lead ends as {said} with netlog lead {ending} {ref}.")
    if said not in configured.stages:
        raise no_stage(typed, configured.stages)
    return said


def no_stage(typed: str, known: Sequence[str]) -> UsageMistake:
    """The error for a word that is none of those stages: which there are, and where to name one."""
    what, meant = no_such(typed, "stage", known)
    own = f"Names of your own: stages under [leads] in {config_path()}"
    return UsageMistake(what, advice=meant or own)


def day_to_come(typed: str | None, today: date) -> date | None:
    """The day of a --by; raises Refused for one that is past."""
    day = dates.parse_date(typed, today, "future") if typed else None
    if day and day < today:
        raise Refused("--by is a day to come.")
    return day


def happened(on: str | None, today: date) -> date:
    """The day of an --on, else today."""
    return dates.happened_on(on, today)


def said(app: App, message: str | None) -> str | None:
    """What is said of it, after -- or with -m, as one line."""
    block = text.optional_block(options.told(app, message, "--message"), "text")
    return " ".join(block.split()) if block else None


def confirm(
    app: App,
    lead_id: int,
    did: str = "Lead",
    same_as: NewLead | None = None,
    tied: OnTheWay | None = None,
    again: Sequence[int] = (),
) -> None:
    """Say what became of a lead; a repeated one has to say what is there.

    tied is what there was on the way: what of it was let go with it is told; None where nothing can
    be. again are the asks that are waited for again, by id.
    """
    today = clock.today()
    with app.reading() as connection:
        lead = finding.there(connection, Ref("l", lead_id))
        away = finding.away(connection, lead)
        let_go = awaited.let_go(connection, tied or OnTheWay())
        asked = [settle.favor(connection, id_) for id_ in again]
    if same_as:
        said = (same_as.organization, lead.organization), (same_as.source, lead.source)
        retries.check_same(lead.ref, (same_as.title, lead.title), *said)
    besides = [*page.waited_no_longer(let_go), *page.awaited_again(asked)]
    said_of_it = page.confirmed(lead, chains.line(lead, today), did, away, besides)
    now = lead if tied is None else LeadNow(lead, let_go)
    render.said(app.out, said_of_it, now)
