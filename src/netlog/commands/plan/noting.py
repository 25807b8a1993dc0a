"""A meeting that is planned: with whom, when, what about."""

from collections.abc import Callable
from datetime import date

from netlog import clock, render
from netlog.actions import plans, retries, serving
from netlog.actions import who as who_actions
from netlog.actions.serving import Serving
from netlog.commands.frame import attending, bare, options, piping, served, to_come
from netlog.commands.frame.app import App, of
from netlog.commands.frame.attending import Attending
from netlog.commands.frame.declared import Argument, Context
from netlog.commands.plan import words
from netlog.commands.plan.words import PlanDay, PlanInvited, PlanPlace, PlanText, PlanTime
from netlog.errors import Refused, UsageMistake
from netlog.named import NamedTuple
from netlog.records.plans import NewPlan, Plan
from netlog.records.refs import parse_ref
from netlog.render.pages import plans as page
from netlog.rules import bare as bare_rules
from netlog.rules import dates, text
from netlog.rules.bare import Grammar
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.store.reads import plans as reads
from netlog.typed import Annotated
from netlog.wording import long_day, quoted, typed_anew, typed_command

DEFAULT_KIND = "meeting"


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
    day, time, kind = said.day or on, said.time or at, said.kind or kind
    if wrong := next(filter(bare_rules.is_no_time, people), None):
        raise UsageMistake(f"{wrong} is no time of the day.", advice="A time is 10:00 or 9am.")
    if people and day is None:
        _refuse_mistyped_day(app, people, kind or "coffee")
    if not people or day is None:
        who = " ".join(map(typed_anew, people)) or "grace"
        raise UsageMistake(
            "Meet whom, and when?" if not people else "On which day?",
            advice=f"netlog plan {who} {kind or 'coffee'} friday 10:00",
        )
    typed_so = bare.given(kind=kind, day=day)

    def logged() -> list[str]:
        with app.reading() as connection:
            whom = to_come.meant(app, connection, people, said=typed_so)
        return [*whom, *filter(None, [kind])]

    new = NewPlan(
        happens_on=_happens_on(day, today, logged, message, ctx, time),
        kind=kind or DEFAULT_KIND,
        contact_ids=(),
        starts_at=_time(time),
        uid=uid,
        text=text.optional_block(message, "text"),
        place=text.optional_line(place, "place"),
        invited_by=invited,
    )
    known = _known(app, uid, new, people, kind)
    if known:
        return _confirm(app, PlannedAs(known.id, is_new=False), today)
    with app.reading() as connection:
        there = attending.find(app, connection, people, create=None, said=typed_so)
        serves = served.named(app, connection, goal)
    _confirm(app, _save(app, there, new, people, kind, serves), today)


def _refuse_mistyped_day(app: App, people: list[str], kind: str) -> None:
    """Raise UsageMistake for a word that is nobody, nearly a day or not."""
    named = [word for word in people if not word.startswith("+") and parse_ref(word) is None]
    with app.reading() as connection:
        found = {word: who_actions.find(connection, word).how for word in named}
    for word, how in found.items():
        if how in ("near", "nobody") and (near := bare.nearly(word, ())):
            raise UsageMistake(
                f"{quoted(word)} is nobody here, and no day.", advice=f"Did you mean {near[1]}?"
            )
    if strange := [word for word, how in found.items() if how == "nobody"]:
        refs = [word.lower() for word in people if (ref := parse_ref(word)) and ref.letter == "p"]
        if refs:
            from netlog.commands.frame.of_ref import with_ref

            raise with_ref("plan", [strange[0], refs[0]]) or UsageMistake(
                f"netlog plan has no {typed_anew(strange[0])}.",
                advice=f"Did you mean done, drop, snooze, edit or remove: netlog done {refs[0]}?",
            )
        others = " ".join(typed_anew(word) for word in people if word not in strange) or "grace"
        raise UsageMistake(
            f"{quoted(strange[0])} is nobody here, and no day.",
            advice=f"netlog plan {others} {kind} friday 10:00",
        )


def _happens_on(
    typed: str,
    today: date,
    words: Callable[[], list[str]],
    message: str | None,
    ctx: Context,
    time: str | None,
) -> date:
    """The day of a plan; raises Refused for one that is past, whose log has these words."""
    day = dates.parse_date(typed, today, "future")
    if day < today:
        about = text.optional_block(message, "text")
        both = to_come.on_both(ctx.params)
        meant = typed_command("netlog log", [*words(), day.isoformat()], about, both)
        timeless = f" Without the time, {time}: a log keeps the day." if time else ""
        raise Refused(
            f"{long_day(day)} is past.{timeless}",
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
    connection: Book, new: NewPlan, people: list[str], typed_kind: str | None
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
        plan = words.there(connection, planned.id)
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
