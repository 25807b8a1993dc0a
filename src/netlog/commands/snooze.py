"""netlog snooze: somebody, or one thing that is due, is put off until later, or no longer."""

from datetime import date

from netlog import clock, render
from netlog.actions import settle, standing
from netlog.actions.settle import Target
from netlog.commands.frame import options, piping, who
from netlog.commands.frame.app import App, of
from netlog.commands.frame.declared import Argument, Context, Option
from netlog.errors import Refused, UsageMistake
from netlog.records.contacts import Contact
from netlog.records.favors import Favor
from netlog.records.leads import Lead
from netlog.records.organizations import Company
from netlog.records.plans import Plan
from netlog.records.refs import Ref, parse_line_ref
from netlog.records.thanks import Thanks
from netlog.render.pages import snoozing as page
from netlog.rules import dates, text
from netlog.rules.open_lines import day_put_off
from netlog.store.connect import Book
from netlog.store.reads import contacts
from netlog.typed import Annotated, Any
from netlog.wording import typed_anew

RECORD = Contact | Favor | Thanks | Plan | Lead | Company
EXAMPLES = (
    "netlog snooze grace 2w",
    'netlog snooze t9 monday --why "she is travelling"',
    "netlog snooze grace --off",
    "netlog list --tag panel --ids | netlog snooze - 2w",
)


def command(
    ctx: Context,
    typed: options.EachWhoOrRef,
    duration: Annotated[
        list[str] | None, Argument(metavar="DURATION", help="2w, 3d, monday, 2027-01-15.")
    ] = None,
    why: Annotated[str | None, Option(metavar="TEXT", help="Why, for the record.")] = None,
    off: Annotated[
        bool, Option("--off", help="Put off no longer, and drop a reminder that was set.")
    ] = False,
) -> None:
    """Put off getting back to somebody, or one thing that is due, until later.

    What is owed to somebody stays due: snooze it by its own ref. From the third time on the
    report says how often. A - puts off all that are named on standard input; as JSON, an array.
    """
    app, today = of(ctx), clock.today()
    if off and (duration or why is not None):
        raise UsageMistake("--off goes with nothing else.")
    if not (off or duration):
        raise UsageMistake("Until when?", advice=f"netlog snooze {typed_anew(typed)} 2w")
    until = None if off else _until(duration or [], today)
    reason = text.optional_line(why, "text of --why")
    named = piping.refs_from_stdin(ctx, [typed])
    with app.reading() as connection:
        targets = [_target(app, connection, one) for one in dict.fromkeys(named)]
    if reason and (days := [one for one in targets if one.ref.is_day]):
        raise settle.keeps_no_reason(days[0])
    until_of = {one.ref: _comes(one, until, today) for one in targets if until}
    from netlog.store.writes import snoozing as writes

    with app.recording("snooze") as book:
        for target in targets:
            if until is None:
                writes.wake(book, target.ref)
            else:
                writes.put_off(book, target.ref, until_of[target.ref], reason)
    with app.reading() as connection:
        records = settle.closed(connection, targets)
        said = [
            line
            for target, record in zip(targets, records, strict=True)
            for line in _comes_up(connection, target, record, until, duration or [])
        ]
    one = typed != piping.PIPED
    render.said(app.out, "\n".join(said), records[0] if one else records)


def _comes_up(
    connection: Book,
    was: Target,
    now: Any,
    until: date | None,
    duration: list[str],
) -> list[str]:
    """When it comes up now, and what of somebody comes up before."""
    today = clock.today()
    comes_on = settle.comes_on(connection, was.ref, now, today)
    if was.ref.is_day:
        return [page.day_comes_up(was.items[0], now, comes_on, today)]
    days = settle.days_until(connection, now, comes_on, today)
    return [
        page.comes_up(now, comes_on, days, today),
        *page.reminder(was.record, until, today),
        *(page.stays(days, " ".join(duration)) if duration else ()),
    ]


def _until(duration: list[str], today: date) -> date:
    try:
        return dates.parse_duration(" ".join(duration), today)
    except UsageMistake as error:
        raise options.name_in_quotes(error, duration) from None


def _comes(target: Target, until: date, today: date) -> date:
    """Until when it is put off; raises Refused for a yearly day that is as good as over."""
    if not target.ref.is_day:
        return until
    (day,) = target.items
    comes = day_put_off(day.due_on, until, today)
    if comes <= today:
        raise Refused(
            f"{page.day(day, target.record)} cannot be put off any longer.",
            advice=f"netlog done {target.ref}, or netlog drop {target.ref}",
        )
    return comes


def _target(app: App, connection: Book, typed: str) -> Target:
    ref = parse_line_ref(typed)
    if ref and ref.is_day:
        return settle.day_of(connection, ref, clock.today())
    if ref and ref.letter != "c" and ref.letter in settle.CAN_BE_DUE:
        target = settle.open_target(connection, ref)
        if isinstance(target.record, Favor):
            target = _as_step(connection, target, target.record)
        if isinstance(target.record, Lead) and not target.record.steps:
            raise Refused(
                f"{ref} has no step to put off.",
                advice=f"netlog lead add-step {ref} WHO; if it is over: netlog lead landed {ref}, "
                f"netlog lead declined {ref}, or netlog drop {ref}",
            )
        return target
    person = who.one(app, connection, typed)
    return Target(Ref("c", person.id), contacts.contact(connection, person.id))


def _as_step(connection: Book, target: Target, ask: Favor) -> Target:
    """The step that is chased for what was asked on the way of a lead, else what was asked."""
    line = standing.chased(connection, [ask], clock.today()).get(ask.ref)
    step = parse_line_ref(line.ref) if line else None
    return settle.open_target(connection, step) if step else target
