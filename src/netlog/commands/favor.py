"""netlog favor: the ledger of kindnesses, given and received, promised and asked for."""

from datetime import date
from functools import partial
from typing import Annotated

import typer

from netlog import clock, render
from netlog.actions import editing, retries, settle, standing, thanking
from netlog.actions.editing import Edit
from netlog.commands.frame import caution, options, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.noun import Sub
from netlog.errors import Refused, UsageMistake
from netlog.records.favors import TO_ME, TO_THEM, Favor, FavorFilter, NewFavor
from netlog.records.people import Person
from netlog.records.refs import Ref
from netlog.render.pages import favors as page
from netlog.render.pages import thanks as thanks_page
from netlog.rules import dates, reciprocity, text
from netlog.store.config import settings
from netlog.store.reads import favors as reads
from netlog.store.reads import thanks

What = Annotated[str, typer.Argument(metavar="TEXT", help="What it is, in a few words.")]
DueBy = Annotated[
    str | None, typer.Option(metavar="DATE", help="When it is due: friday, 2w, 2026-12-01.")
]
FavorRef = Annotated[
    str,
    typer.Argument(metavar="REF", help="The favor, such as f7."),
]


def promise(
    ctx: typer.Context, typed: options.Who, what: What, by: DueBy = None, uid: options.Id = None
) -> None:
    """You will do something for them. It stands in `due` until done or dropped."""
    app, today = of(ctx), clock.today()
    day = _by(by, today)
    due_on = reciprocity.promise_due_on(today, day)
    _open(app, typed, TO_THEM, what, uid, day, due_on=due_on)


def ask(
    ctx: typer.Context, typed: options.Who, what: What, by: DueBy = None, uid: options.Id = None
) -> None:
    """You asked them for something, and wait. Says so first when it is one ask too many."""
    app, today = of(ctx), clock.today()
    day = _by(by, today)
    due_on = reciprocity.waiting_due_on(today, day)
    _open(app, typed, TO_ME, what, uid, day, due_on=due_on, asked=True)


def give(
    ctx: typer.Context,
    typed: options.Who,
    what: What,
    on: options.On = None,
    uid: options.Id = None,
) -> None:
    """You did something for them."""
    app, day = of(ctx), _on(on)
    _open(app, typed, TO_THEM, what, uid, day if on else None, done_on=day)


def receive(
    ctx: typer.Context,
    typed: options.Who,
    what: What,
    on: options.On = None,
    uid: options.Id = None,
) -> None:
    """They did something for you. Opens a thank-you."""
    app, day = of(ctx), _on(on)
    _open(app, typed, TO_ME, what, uid, day if on else None, done_on=day)


def _by(typed: str | None, today: date) -> date | None:
    if typed is None:
        return None
    by = dates.parse_date(typed, today, "future")
    if by < today:
        raise Refused("--by is a day to come.")
    return by


def _on(typed: str | None) -> date:
    today = clock.today()
    return dates.parse_happened(typed, today) if typed is not None else today


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
) -> None:
    """Record a favor, and the thank-you that a received one opens; day is the one typed, if any."""
    uid, said = options.uid(uid), text.line(what, "text")
    with app.reading() as connection:
        known = reads.id_of_uid(connection, uid) if uid else None
        person = who.one(app, connection, typed)
        if asked and not known:
            caution.warn(app, connection, person, clock.today())
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
    favor_id, is_new = _save(app, new, day)
    _confirm(app, favor_id, "" if is_new else "Noted before. ")


def _save(app: App, new: NewFavor, day: date | None) -> tuple[int, bool]:
    """Store the favor; returns its id, and False when an earlier try had stored it."""
    from netlog.store.writes import favors as writes

    rules = settings().thanks
    with app.recording(f"favor {_verb(new)}") as book:
        known = reads.id_of_uid(book.connection, new.uid) if new.uid else None
        if known:
            retries.check_same_favor(settle.favor(book.connection, known), new, day)
            return known, False
        favor_id = writes.add(book, new)
        if new.done_on and new.direction == TO_ME:
            thanking.for_favor(book, new.contact_id, favor_id, new.done_on, rules)
    return favor_id, True


def _verb(new: NewFavor) -> str:
    """The command that makes such a favor."""
    if new.direction == TO_ME:
        return "ask" if new.asked else "receive"
    return "give" if new.done_on else "promise"


def _confirm(app: App, favor_id: int, before: str = "") -> None:
    with app.reading() as connection:
        favor = settle.favor(connection, favor_id)
        owed = thanks.of_favor(connection, favor_id)
    today = clock.today()
    lines = [f"{before}{page.confirmed(favor, today)}", *thanks_page.owed(owed, today)]
    render.said(app.out, "\n".join(lines), favor)


def list_(
    ctx: typer.Context,
    typed: Annotated[
        str | None, typer.Argument(metavar="[WHO]", help="Only with this person.")
    ] = None,
    open_only: Annotated[
        bool, typer.Option("--open", help="Only what is neither done nor dropped.")
    ] = False,
    to_me: Annotated[bool, typer.Option("--to-me", help="Only what they do for you.")] = False,
    to_them: Annotated[bool, typer.Option("--to-them", help="Only what you do for them.")] = False,
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


def show(ctx: typer.Context, ref: FavorRef) -> None:
    """Show one favor."""
    app = of(ctx)
    favor = _favor(app, ref)
    render.sheet(app.out, page.sheet(clock.today()), favor)


def edit(
    ctx: typer.Context,
    ref: FavorRef,
    what: Annotated[str | None, typer.Option("--text", metavar="TEXT", help="What it is.")] = None,
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


def outcome(ctx: typer.Context, ref: FavorRef, what: What) -> None:
    """Note how their help turned out. From then on telling them is owed."""
    app, today = of(ctx), clock.today()
    favor = _favor(app, ref)
    if favor.direction != TO_ME:
        raise Refused(f"{favor.ref} is not a favor they did for you.")
    if favor.state == "dropped":
        raise Refused(f"{favor.ref} was dropped.")
    from netlog.store.writes import favors as writes

    said, rules = text.line(what, "outcome"), settings().thanks
    with app.recording("favor outcome") as book:
        writes.turn_out(book, favor.id, said, today)
        if favor.state == "open":
            thanking.for_favor(book, favor.contact.id, favor.id, today, rules)
    _confirm(app, favor.id)


def told(ctx: typer.Context, ref: FavorRef, on: options.On = None) -> None:
    """You told them how it turned out."""
    app = of(ctx)
    favor = _favor(app, ref)
    settle.check_untold(favor)
    from netlog.store.writes import favors as writes

    day = _on(on)
    if favor.done_on and day < favor.done_on:
        raise Refused("That was before there was anything to tell.")
    with app.recording("favor told") as book:
        writes.tell(book, favor.id, day)
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
