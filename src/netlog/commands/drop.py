"""netlog drop: let go of what was due."""

from collections.abc import Callable
from datetime import date

from netlog import clock, render
from netlog.actions import along, closing, settle
from netlog.actions.leads import awaited
from netlog.actions.settle import Target
from netlog.commands.frame import options
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Context, Option
from netlog.records.contacts import Contact
from netlog.records.favors import Favor
from netlog.records.leads import Lead, LeadNow
from netlog.records.organizations import Company
from netlog.records.plans import Plan
from netlog.records.thanks import Thanks
from netlog.render.pages import along as along_page
from netlog.render.pages import days as days_page
from netlog.render.pages import favors, plans, snoozing, thanks
from netlog.render.pages import leads as leads_page
from netlog.rules import text
from netlog.store.connect import Book
from netlog.typed import Annotated, Any
from netlog.wording import short_day

REHEARSES = True
RECORD = list[Contact | Favor | Thanks | Plan | LeadNow | Company]
EXAMPLES = (
    "netlog drop t9",
    'netlog drop f7 --why "she changed jobs"',
    "netlog drop c12       # not now: ask again after another cadence",
)


def command(
    ctx: Context,
    refs: options.Refs,
    why: Annotated[str | None, Option(metavar="TEXT", help="Why, for the record.")] = None,
) -> None:
    """Let go of what is due without having done it.

    For a person it skips this once: the next reminder is a cadence away. Where only yearly days of
    theirs are due, these pass; c12.2 is that day alone.
    """
    app = of(ctx)
    today = clock.today()
    reason = text.optional_line(why, "text of --why")
    with app.reading() as connection:
        targets = settle.targets(connection, refs, today)
        before = along.waiting(connection, settle.whom(targets))
        leads = [one.record for one in targets if isinstance(one.record, Lead)]
        tied = {lead.id: awaited.of_lead(connection, lead) for lead in leads}
    with app.recording("drop") as book:
        for target in targets:
            closing.drop(book, target, today, reason)
    with app.reading() as connection:
        closed = settle.closed(connection, targets)
        said = [
            line
            for target, now in zip(targets, closed, strict=True)
            for line in (
                _person_skipped(connection, target, now, today)
                if isinstance(now, Contact)
                else [SAID[target.ref.letter](target, now, today)]
            )
        ]
        named = {str(target.ref) for target in targets}
        besides = along.settled(connection, before, named)
        said += along_page.sentences(besides, today)
        let_go = {id_: awaited.let_go(connection, tied[id_], named) for id_ in tied}
        said += leads_page.waited_no_longer(
            dict.fromkeys(one for found in let_go.values() for one in found)
        )
    shown = [LeadNow(one, let_go[one.id]) if isinstance(one, Lead) else one for one in closed]
    render.said(app.out, "\n".join(said), shown)


def _person_skipped(connection: Book, was: Target, now: Contact, today: date) -> list[str]:
    """What was let go, by name: their days, and getting back to them; and when they come up."""
    said = SAID["c"](was, now, today)
    ahead = settle.days_until(connection, now, now.next_due_on, today)
    comes = now.next_due_on or ahead
    then = snoozing.comes_up(now, now.next_due_on, ahead, today) if comes else ""
    if all(item.kind == "date" for item in was.items):
        return [said, then] if then else [said]
    joined = f"{said[:-1]}, and{then.removeprefix(now.name)}" if then else said
    return [joined, *snoozing.reminder(was.record, None, today)]


def _let_pass(was: Target, now: Contact, today: date) -> str:
    days = [item for item in was.items if item.kind == "date"]
    said = [days_page.passed(now.name, days, today)] if days else []
    skipped = [] if len(days) == len(was.items) else [f"{now.name} is skipped this once."]
    return "\n".join([*said, *skipped])


def _skipped(now: Company, today: date) -> str:
    on = now.snoozed_until
    then = f", and comes up again on {short_day(on, today)}" if on else ""
    return f"{now.name} is skipped this once{then}."


def _let_go(was: Target) -> str:
    lead: Lead = was.record
    if not was.ref.step:
        return f"Let go of the lead {lead.title} ({lead.ref})."
    step = next(step for step in lead.steps if step.number == was.ref.step)
    return f"Let go of {step.name} for {lead.leads_to} ({step.ref})."


# Of what was dropped as it was, of a person or company as it now stands.
SAID: dict[str, Callable[[Target, Any, date], str]] = {
    "c": _let_pass,
    "o": lambda _, now, today: _skipped(now, today),
    "f": lambda was, *_: f"Dropped {favors.subject(was.record)}.",
    "t": lambda was, _, today: f"Dropped {thanks.subject(was.record, today)}.",
    "l": lambda was, *_: _let_go(was),
    "p": lambda was, _, today: f"Dropped the {plans.subject(was.record, today)} ({was.ref}).",
}
