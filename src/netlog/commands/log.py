"""netlog log: a meeting with one or several people, and what follows from it."""

from collections.abc import Callable, Collection
from datetime import date
from functools import partial

from netlog import clock
from netlog.actions import along, capture, introducing, occasions, plans, retries, serving, settle
from netlog.actions.capture import Occasion
from netlog.actions.serving import Serving
from netlog.commands.frame import (
    attending,
    bare,
    besides,
    caution,
    confirmed,
    options,
    piping,
    planned,
    reminding,
    served,
    to_come,
    who,
)
from netlog.commands.frame.app import App, of
from netlog.commands.frame.attending import Attending
from netlog.commands.frame.declared import Context, Option
from netlog.errors import Refused, UsageMistake
from netlog.named import NamedTuple
from netlog.records.favors import Favor
from netlog.records.logged import LoggedMeeting
from netlog.records.meetings import Meeting, NewMeeting, WhoInvited, WhoPaid
from netlog.records.people import Person
from netlog.rules import reminders, text
from netlog.rules.bare import Grammar
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.store.reads import meetings
from netlog.typed import Annotated, Literal

TAKES_TEXT = True
RECORD = LoggedMeeting | list[LoggedMeeting]
EXAMPLES = (
    "netlog log grace coffee yesterday -- offered to read my CV",
    "netlog log ada carol lunch --invited me --paid me --place Balthazar",
    'netlog log +"Maria Lopez" call --owe "the slides by friday"',
)


def command(
    ctx: Context,
    typed: options.WhoAndMore,
    message: Annotated[
        str | None, Option("--message", "-m", metavar="TEXT", help="What was it about?")
    ] = None,
    on: options.On = None,
    kind: options.OnKind = None,
    place: Annotated[str | None, Option(metavar="TEXT", help="Where it was.")] = None,
    invited: Annotated[WhoInvited | None, Option(help="Who invited.")] = None,
    paid: Annotated[WhoPaid | None, Option(help="Who paid.")] = None,
    asked: Annotated[
        list[str] | None,
        Option(metavar="TEXT", help="What you asked the first of them for; repeat."),
    ] = None,
    owe: Annotated[
        list[str] | None,
        Option(metavar="TEXT", help="What you promised the first of them; repeat."),
    ] = None,
    by: Annotated[
        str | None, Option(metavar="DATE", help="When what you owe or asked for is due.")
    ] = None,
    got: Annotated[
        list[str] | None,
        Option(metavar="TEXT", help="What the first of them did for you; repeat."),
    ] = None,
    thanked: Annotated[bool, Option("--thanked", help="You thanked them on the spot.")] = False,
    no_thanks: Annotated[bool, Option("--no-thanks", help="No thanks are owed for this.")] = False,
    remind: Annotated[
        str | None,
        Option(
            "--next",
            metavar="DATE",
            help="Be reminded of them on that day: 2w, or '2w: send the slides'.",
        ),
    ] = None,
    create: Annotated[bool, Option("--create", help="Add whoever is not there yet.")] = False,
    told: Annotated[
        list[str] | None,
        Option(metavar="REF", help="You told them how this favor turned out; repeat."),
    ] = None,
    answers: options.Answers = None,
    plan: Annotated[
        str | None, Option(metavar="PLAN", help="The plan that it was, such as p3.")
    ] = None,
    via: Annotated[str | None, Option(metavar="WHO", help="Who introduced you to them.")] = None,
    goal: options.OnGoal = None,
    occasion: Annotated[
        str | None,
        Option(metavar="OCCASION", help="What it was part of: a conference, a fair."),
    ] = None,
    each: Annotated[bool, Option("--each", help="Record one meeting a person.")] = False,
    uid: options.Id = None,
) -> None:
    """Record a meeting: a coffee, a call, a message, anything that happened on a day.

    Whatever stands after -- is what it was about. A day at the end of what you owe or asked for
    ("the slides by monday") is its day.

    Most kinds open a thank-you for each person, due two days later. On a terminal, without a
    text, it asks what it was about, what you owe them and what they did; Enter skips.
    """
    app, today, uid = of(ctx), clock.today(), options.uid(uid)
    thanks = _thanks(thanked, no_thanks)
    favors = besides.Favors(owe or [], asked or [], got or [], by)
    asks = options.favor_ids(answers)
    said_plan = options.plan_ref(plan).id if plan is not None else None
    if by is not None and not (owe or asked):
        raise UsageMistake("--by goes with --owe or --asked.")
    message = options.told(app, message, "--message")
    grammar = Grammar(today, kinds=settings().kinds, direction="past")
    said = bare.read(app, typed, grammar, bare.given(kind=kind, day=on), adds=create)
    both = [*to_come.on_both(ctx.params), ("--kind", kind)]
    on, kind = said.day or on, said.kind or kind
    people = piping.piped(ctx, said.who)
    if not people:
        raise UsageMistake("Log with whom? netlog log grace coffee -- what it was about.")
    with to_come.once_it_was(ctx.params):
        typed_so = bare.given(kind=kind, day=on)
        offered = partial(to_come.with_new, app, people, create=create, said=typed_so)
        meeting = capture.meeting(message, on, kind, today, offered, both)
    meeting = meeting._replace(
        uid=uid,
        place=text.optional_line(place, "place"),
        invited_by=invited,
        paid_by=paid,
        occasion=_spelled(app, text.optional_line(occasion, "text of --occasion")),
    )
    meeting = _reminding(meeting, remind, today)
    if each and (uid or owe or asked or got or told):
        raise UsageMistake("--each goes with what holds of everybody: log the rest by itself.")
    happened = Occasion(meeting, thanks, told=options.favor_ids(told))
    happened = besides.with_favors(happened, favors, today)

    def check(connection: Book, known: Meeting) -> None:
        typed = (happened.meeting.happened_on if on is not None else None, kind)
        retries.check_same_meeting(connection, known, people, happened, typed)

    known = _known(app, uid, check)
    if known:
        return confirmed.confirm(app, [confirmed.LoggedAs(known.id, is_new=False)], happened, today)
    there = _attending(app, people, happened, create, bare.given(kind=kind, day=on))
    around = Around(_led(app, via, there), _serving(app, goal), each)
    if app.can_offer and message is None:
        happened = besides.offered(happened, today)
    happened = besides.with_answers(app, there, happened, asks)
    happened = _as_planned(app, there, happened, kind, said_plan)
    _record(app, there, happened, check, around)


def _record(
    app: App, there: list[Attending], happened: Occasion, check: "CheckKnown", around: "Around"
) -> None:
    """Store it, and say what was recorded."""
    today = clock.today()
    replaced = reminding.replacing(app, there, happened.meeting, today)
    known = [one.known.id for one in there if one.known]
    waited = app.asked(lambda book: along.waiting(book, known))
    logged = _save(app, there, happened, check, around)
    confirmed.confirm(app, logged, happened, today, each=around.each, waited=waited)
    for one in replaced:
        app.mention(one)


def _thanks(thanked: bool, no_thanks: bool) -> Literal["open", "sent", "none"]:
    if thanked and no_thanks:
        raise UsageMistake("--thanked and --no-thanks exclude each other.")
    return "sent" if thanked else "none" if no_thanks else "open"


def _reminding(meeting: NewMeeting, typed: str | None, today: date) -> NewMeeting:
    """The meeting with the day on which everybody who was there comes up."""
    if typed is None:
        return meeting
    remind_on, why = reminders.read(typed, today)
    reason = text.optional_line(why, "reason of --next")
    return meeting._replace(remind_on=remind_on, remind_why=reason)


def _serving(app: App, goal: str | None) -> Serving:
    """What the meeting is for."""
    with app.reading() as connection:
        return served.named(app, connection, goal)


def _as_planned(
    app: App, there: list[Attending], happened: Occasion, kind: str | None, said: int | None
) -> Occasion:
    """The occasion as that which was planned, if it was."""
    plan = planned.found(app, happened.meeting, there, kind, said)
    if plan is None:
        return happened
    kept = plans.kept(happened.meeting, plan, kind)
    return happened._replace(meeting=kept, plan=plan.id)


def _spelled(app: App, name: str | None) -> str | None:
    """The occasion as it was spelled before, if it was; of a new one the nearest is told."""
    if name is None:
        return None
    with app.reading() as connection:
        if near := occasions.nearest(connection, name):
            app.mention(f"{name} is a new occasion: nearest is {near}.")
        return occasions.spelled(connection, name)


class Around(NamedTuple):
    """Who introduced them, what goal the meeting serves, and whether it is one for each."""

    via: Person | None
    serves: Serving
    each: bool = False


CheckKnown = Callable[[Book, Meeting], None]


def _known(app: App, uid: str | None, check: CheckKnown) -> Meeting | None:
    """The meeting that an earlier try recorded under this id, checked to be the same."""
    if uid is None:
        return None
    with app.reading() as connection:
        return _stored(connection, uid, check)


def _stored(connection: Book, uid: str | None, check: CheckKnown) -> Meeting | None:
    meeting_id = meetings.id_of_uid(connection, uid) if uid else None
    known = meetings.meeting(connection, meeting_id) if meeting_id else None
    if known:
        check(connection, known)
    return known


def _attending(
    app: App, typed: list[str], happened: Occasion, create: bool, said: Collection[str]
) -> list[Attending]:
    """Everybody who is meant, before anything is opened for writing; cautions about an ask."""
    with app.reading() as connection:
        found = attending.find(app, connection, typed, create=create, said=said)
        for favor_id in happened.told:
            _check_told(settle.favor(connection, favor_id), found)
        if happened.asked and found[0].known:
            caution.warn(app, connection, found[0].known, clock.today())
    return found


def _check_told(favor: Favor, found: list[Attending]) -> None:
    """Raise unless the favor's outcome waits to be told to somebody who was there."""
    settle.check_untold(favor)
    if favor.contact not in [one.known for one in found]:
        raise Refused(f"{favor.ref} concerns {favor.contact.name}.")


def _led(app: App, typed: str | None, there: list[Attending]) -> Person | None:
    """Who introduced those of them who have no introducer yet; raises WouldConflict for none."""
    if typed is None:
        return None
    with app.reading() as connection:
        via = who.one(app, connection, typed)
        if all(one.known for one in there):
            met = [one.known.id for one in there if one.known]
            introducing.led_to(connection, via, met)
    return via


def _save(
    app: App,
    there: list[Attending],
    happened: Occasion,
    check: CheckKnown,
    around: Around,
) -> list[confirmed.LoggedAs]:
    """Store the meeting, or find the one that another try with the same --id has just stored.

    Of each person one, where that was asked for; what was planned was the first of them.
    """
    rules = settings().thanks
    with app.recording("log") as book:
        quicker = _stored(book.connection, happened.meeting.uid, check)
        if quicker:
            return [confirmed.LoggedAs(quicker.id, is_new=False)]
        ids = attending.stored(book, there)
        people = tuple(dict.fromkeys(ids))
        via = around.via
        groups = [(id_,) for id_ in people] if around.each else [people]
        logged = []
        for group in groups:
            meeting = happened.meeting._replace(contact_ids=group)
            logged.append(capture.log(book, happened._replace(meeting=meeting), rules))
            serving.tie(book, around.serves, "meeting_id", logged[-1].id)
            for favor_id in logged[-1].help:
                serving.tie(book, around.serves, "favor_id", favor_id)
            happened = happened._replace(plan=None)
        led = introducing.note(book, via, people) if via else None
    added = tuple(id_ for id_, one in zip(ids, there, strict=True) if not one.known)
    return [confirmed.LoggedAs(one.id, added, one.answered, via=via, led=led) for one in logged]
