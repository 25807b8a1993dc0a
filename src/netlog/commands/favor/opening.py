"""A favor that is noted: promised, asked for, given, received."""

from collections.abc import Sequence
from datetime import date

from netlog import clock
from netlog.actions import along, answering, retries, settle
from netlog.actions import favors as favors_actions
from netlog.actions.answering import Got
from netlog.actions.serving import Serving
from netlog.commands.favor import words
from netlog.commands.favor.words import DueBy
from netlog.commands.frame import asking, caution, options, served, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.commands.frame.to_come import to_plan
from netlog.errors import Refused
from netlog.records.favors import TO_ME, TO_THEM, FavorFilter, NewFavor
from netlog.rules import bare, dates, reciprocity, text
from netlog.store.reads import favors as reads
from netlog.typed import Annotated

What = Annotated[str, Argument(metavar="TEXT", help="What it is, in a few words.")]


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
    app = of(ctx)
    day = words.on(on, to_plan(app, (typed,), what))
    _open(app, typed, TO_THEM, what, uid, day if on else None, done_on=day)


def receive(
    ctx: Context,
    typed: options.Who,
    what: What,
    on: options.On = None,
    lead: options.OnLead = None,
    goal: options.OnGoal = None,
    answers: Annotated[
        str | None,
        Option(metavar="ASK", help="What you had asked them for, such as f3: this came of it."),
    ] = None,
    uid: options.Id = None,
) -> None:
    """They did something for you. Opens a thank-you, which as JSON stands with it.

    What you had asked them for is then done, where the words of both are alike or --answers says.
    """
    app = of(ctx)
    day = words.on(on, to_plan(app, (typed,), what))
    said = options.favor_ids([answers] if answers is not None else None)
    serving = _serving(app, goal, lead)
    given = day if on else None
    _open(app, typed, TO_ME, what, uid, given, done_on=day, serving=serving, said=said)


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
    said: Sequence[int] = (),
) -> None:
    """Record a favor, and the thank-you that a received one opens; day is the one typed, if any,
    said the ask that it answers.
    """
    uid, line = options.uid(uid), text.line(what, "text")
    with app.reading() as connection:
        known = reads.id_of_uid(connection, uid) if uid else None
        person = who.one(app, connection, typed)
        if asked and not known:
            caution.warn(app, connection, person, clock.today(), serving.lead)
        waiting = answering.open_asks(connection, person.id, done_on) if done_on else []
        before = along.waiting(connection, [person.id], serving.lead)
    new = NewFavor(
        contact_id=person.id,
        direction=direction,
        text=line,
        opened_on=done_on or clock.today(),
        asked=asked,
        uid=uid,
        due_on=due_on,
        done_on=done_on,
    )
    answers = None
    if direction == TO_ME and done_on and not known and not _is_answered(app, new):
        (got,) = asking.answered(app, person, [Got(line)], waiting, said)
        answers = got.answers
    saved = favors_actions.record(app, new, day, answers, serving)
    noted = "" if saved.is_new else "Noted before. "
    received = direction == TO_ME and not asked
    words.confirm(app, saved.id, before, noted, answered=saved.answered, with_thanks=received)
    if saved.is_new and not saved.answered:
        _mention_others(app, saved.id)


def _is_answered(app: App, new: NewFavor) -> bool:
    """Whether an earlier try of this with its --id has answered an ask."""
    if not new.uid:
        return False
    with app.reading() as connection:
        return retries.answered_before(connection, new) is not None


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
