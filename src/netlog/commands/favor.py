"""netlog favor: the ledger of kindnesses, given and received, promised and asked for."""

from datetime import date
from functools import partial
from typing import Annotated

from netlog import clock, render
from netlog.actions import capture, editing, outcomes, retries, settle, standing
from netlog.actions import favors as favors_actions
from netlog.actions.capture import Got
from netlog.actions.editing import Edit
from netlog.actions.leads import finding, landing
from netlog.actions.serving import Serving
from netlog.commands.frame import asking, caution, options, questions, served, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.bare import people
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.commands.frame.noun import Sub
from netlog.errors import Refused, UsageMistake
from netlog.records.favors import TO_ME, TO_THEM, Favor, FavorFilter, NewFavor
from netlog.records.people import Person
from netlog.records.refs import Ref
from netlog.render.pages import favors as page
from netlog.render.pages import thanks as thanks_page
from netlog.render.pages.meetings import away
from netlog.rules import bare, dates, reciprocity, text
from netlog.store.config import settings
from netlog.store.reads import contacts, thanks
from netlog.store.reads import favors as reads

What = Annotated[str, Argument(metavar="TEXT", help="What it is, in a few words.")]
DueBy = Annotated[
    str | None, Option(metavar="DATE", help="When it is due: friday, 2w, 2026-12-01.")
]
FavorRef = Annotated[
    str,
    Argument(metavar="REF", help="The favor, such as f7."),
]


def promise(
    ctx: Context, typed: options.Who, what: What, by: DueBy = None, uid: options.Id = None
) -> None:
    """You will do something for them. It stands in `due` until done or dropped.

    A day at the end of TEXT ("the slides by monday") is the day it is due.
    """
    app, today = of(ctx), clock.today()
    said, day = _due(what, by, today)
    due_on = reciprocity.promise_due_on(today, day)
    _open(app, typed, TO_THEM, said, uid, day, due_on=due_on)


def ask(
    ctx: Context,
    typed: options.Who,
    what: What,
    by: DueBy = None,
    lead: options.OnLead = None,
    goal: options.OnGoal = None,
    uid: options.Id = None,
) -> None:
    """You asked them for something, and wait. Says so first when it is one ask too many."""
    app, today = of(ctx), clock.today()
    said, day = _due(what, by, today)
    due_on = reciprocity.waiting_due_on(today, day)
    serving = _serving(app, goal, lead)
    _open(app, typed, TO_ME, said, uid, day, due_on=due_on, asked=True, serving=serving)


def give(
    ctx: Context,
    typed: options.Who,
    what: What,
    on: options.On = None,
    uid: options.Id = None,
) -> None:
    """You did something for them."""
    app, day = of(ctx), _on(on, typed)
    _open(app, typed, TO_THEM, what, uid, day if on else None, done_on=day)


def receive(
    ctx: Context,
    typed: options.Who,
    what: What,
    on: options.On = None,
    lead: options.OnLead = None,
    goal: options.OnGoal = None,
    uid: options.Id = None,
) -> None:
    """They did something for you. Opens a thank-you.

    What you had asked them for is then done, where the words of both are alike.
    """
    app, day = of(ctx), _on(on, typed)
    serving = _serving(app, goal, lead)
    _open(app, typed, TO_ME, what, uid, day if on else None, done_on=day, serving=serving)


def _serving(app: App, goal: str | None, lead: str | None) -> Serving:
    """What a favor is for."""
    with app.reading() as connection:
        return served.named(app, connection, goal, lead)


def _due(what: str, typed: str | None, today: date) -> tuple[str, date | None]:
    """What is promised or asked, and the day it is due by, if one was named."""
    by = dates.parse_date(typed, today, "future") if typed is not None else None
    if by and by < today:
        raise Refused("--by is a day to come.")
    return bare.due(text.line(what, "text"), by, today, today)


def _on(on: str | None, typed: str) -> date:
    today = clock.today()
    return dates.parse_happened(on, today, people((typed,))) if on is not None else today


def _open(
    app: App,
    typed: str,
    direction: str,
    what: str,
    uid: str | None,
    day: date | None,
    *,
    asked: bool = False,
    due_on: date | None = None,
    done_on: date | None = None,
    serving: Serving = Serving(),
) -> None:
    """Record a favor, and the thank-you that a received one opens; day is the one typed, if any."""
    uid, said = options.uid(uid), text.line(what, "text")
    with app.reading() as connection:
        known = reads.id_of_uid(connection, uid) if uid else None
        person = who.one(app, connection, typed)
        if asked and not known:
            caution.warn(app, connection, person, clock.today())
        waiting = capture.open_asks(connection, person.id, done_on) if done_on else []
    new = NewFavor(
        contact_id=person.id,
        direction=direction,
        text=said,
        opened_on=done_on or clock.today(),
        asked=asked,
        uid=uid,
        due_on=due_on,
        done_on=done_on,
    )
    answers = None
    if direction == TO_ME and done_on and not known:
        (got,) = asking.answered(app, [Got(said)], waiting)
        answers = got.answers
    saved = favors_actions.record(app, new, day, answers, serving)
    _confirm(app, saved.id, "" if saved.is_new else "Noted before. ", answered=saved.answered)
    if saved.is_new and not saved.answered:
        _mention_others(app, saved.id)


def _mention_others(app: App, favor_id: int) -> None:
    """Mention the same favor of just now, and the promise that may be kept by it."""
    with app.reading() as connection:
        favor = settle.favor(connection, favor_id)
        same = retries.just_given(connection, favor)
        promised = FavorFilter(favor.contact.id, TO_THEM, open_only=True)
        promises = reads.favors(connection, promised) if favor.direction == TO_THEM else []
    if same:
        app.mention(f"The same as {same} just now; netlog undo takes this one back.")
    elif favor.done_on:
        asking.was_promised(app, favor.text, promises)


def _confirm(app: App, favor_id: int, before: str = "", *, answered: bool = False) -> None:
    today = clock.today()
    with app.reading() as connection:
        favor = settle.favor(connection, favor_id)
        owed = thanks.of_favor(connection, favor_id)
        contact = contacts.contact(connection, favor.contact.id)
        comes = standing.coming(connection, [favor.contact.id], today)
    lines = [f"{before}{page.confirmed(favor, today, comes)}"]
    lines += [page.answered(favor, today)] if answered else []
    lines += thanks_page.owed(owed, today, comes)
    lines += away([contact]) if contact and favor.state == "open" else []
    render.said(app.out, "\n".join(lines), favor)


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
        found = reads.favors(connection, wanted, limit)
        stands = standing.balances(connection, person, today) if person else []
    render.listing(app.out, page.ledger(today, with_names=person is None), found)
    if stands and app.out.mode != "json":
        render.aside(stands[0].text)


def show(ctx: Context, ref: FavorRef) -> None:
    """Show one favor."""
    app = of(ctx)
    favor = _favor(app, ref)
    render.sheet(app.out, page.sheet(clock.today()), favor)


def edit(
    ctx: Context,
    ref: FavorRef,
    what: Annotated[str | None, Option("--text", metavar="TEXT", help="What it is.")] = None,
    by: DueBy = None,
    on: options.On = None,
) -> None:
    """Change what a favor says, when it is due, or the day it was done."""
    app = of(ctx)
    if what is None and by is None and on is None:
        raise UsageMistake("Say what to change: --text, --by or --on.")
    favor = _favor(app, ref)
    typed = {"text": what, "due_on": by, "done_on": on}
    patch = {key: value for key, value in typed.items() if value is not None}
    edit = Edit(Ref("f", favor.id), favor, patch, "favor edit")
    editing.apply(app, edit, partial(who.one, app))
    _confirm(app, favor.id)


def outcome(
    ctx: Context,
    ref: FavorRef,
    what: Annotated[str, Argument(metavar="TEXT", help="How it turned out.")],
    without_them: Annotated[
        bool,
        Option("--without-them", help="It came about, and was none of their doing."),
    ] = False,
    has_landed: Annotated[
        bool,
        Option("--landed", help="It is what you were after: all upstream hear of it."),
    ] = False,
) -> None:
    """Note how their help turned out. From then on telling them is owed.

    What you still wait for has come with it: on a terminal it asks whether they did that. In a
    script it is taken for their doing, and thanks are owed, unless --without-them says otherwise.
    """
    app, today = of(ctx), clock.today()
    favor = _favor(app, ref)
    outcomes.check_theirs(favor)
    said, rules = text.line(what, "outcome"), settings().thanks
    if has_landed:
        return _landed(app, favor, said, without_them)
    without_them = without_them or (favor.state == "open" and not _is_theirs(app, favor))
    with app.recording("favor outcome") as book:
        if without_them:
            outcomes.without_them(book, favor, said, today)
        else:
            outcomes.note(book, favor, said, today, rules)
    _confirm(app, favor.id)


def _landed(app: App, favor: Favor, said: str, without_them: bool) -> None:
    """What they did led to what you were after: everybody upstream is owed the news."""
    from netlog.render.pages import leads as leads_page

    if without_them or favor.introduced:
        raise UsageMistake("--landed is for what they did.")
    ending = settings()
    with app.recording("favor outcome") as book:
        ref = landing.land_favor(
            book, favor, said, clock.today(), ending.stages[0], ending.endings[0]
        )
    with app.reading() as connection:
        found = landing.landed(connection, finding.there(connection, ref))
        now = settle.favor(connection, favor.id)
    render.said(app.out, leads_page.landed(found), now)


def _is_theirs(app: App, favor: Favor) -> bool:
    """Whether what they were asked for was their doing; it is, where nobody can be asked."""
    name = favor.contact.name
    if app.can_offer:
        return questions.confirmed(f"Did {name} help with that?", default=True)
    app.mention(
        f"That is taken for {name}'s doing. If it came without them: netlog undo, then "
        f"netlog favor outcome {favor.ref} TEXT --without-them"
    )
    return True


def told(ctx: Context, ref: FavorRef, on: options.On = None) -> None:
    """You told them how it turned out, as it was noted; `netlog told` notes it, too."""
    app = of(ctx)
    favor, day = _favor(app, ref), _on(on, ref)
    if favor.wants_outcome and not favor.outcome:
        with app.reading() as connection:
            raise outcomes.unsaid(connection, favor)
    outcomes.check_told(favor, None, day)
    with app.recording("favor told") as book:
        outcomes.tell(book, favor, None, day)
    _confirm(app, favor.id)


def _favor(app: App, ref: str) -> Favor:
    """The favor with that ref; raises NothingMatches when there is none."""
    (favor_id,) = options.favor_ids([ref])
    with app.reading() as connection:
        return settle.favor(connection, favor_id)


COMMANDS = {
    "promise": Sub(promise, ('netlog favor promise grace "the slides" --by friday',), Favor),
    "ask": Sub(ask, ('netlog favor ask carol "an intro to HR" --by 2w',), Favor),
    "give": Sub(give, ('netlog favor give ada "a reference" --on yesterday',), Favor),
    "receive": Sub(receive, ('netlog favor receive grace "read my CV"',), Favor),
    "list": Sub(
        list_, ("netlog favor list", "netlog favor list carol --open --to-me"), list[Favor]
    ),
    "show": Sub(show, ("netlog favor show f7",), Favor),
    "edit": Sub(edit, ("netlog favor edit f7 --by 2w",), Favor),
    "outcome": Sub(outcome, ('netlog favor outcome f7 "first interview on Monday"',), Favor),
    "told": Sub(told, ("netlog favor told f7",), Favor),
}
