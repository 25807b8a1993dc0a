"""netlog done: what was due is done."""

from collections.abc import Callable
from datetime import date

from netlog import clock, render
from netlog.actions import along, closing, settle, standing
from netlog.actions.closing import Done
from netlog.actions.settle import Target
from netlog.asking import kindness
from netlog.commands.frame import options
from netlog.commands.frame.app import of
from netlog.commands.frame.declared import Context
from netlog.records.contacts import Contact
from netlog.records.favors import Favor
from netlog.records.leads import Lead
from netlog.records.organizations import Company
from netlog.records.plans import Plan
from netlog.records.refs import ref
from netlog.records.thanks import Thanks
from netlog.render.pages import along as along_page
from netlog.render.pages import days as days_page
from netlog.render.pages import favors, snoozing, thanks
from netlog.store.config import settings
from netlog.wording import listed, short_day

REHEARSES = True
RECORD = list[Contact | Favor | Thanks | Plan | Lead | Company]
EXAMPLES = (
    "netlog done t9        # the thanks were sent",
    "netlog done f7 f8     # a promise is kept, a favor came (it opens thanks)",
    "netlog done p3        # it took place as planned, and is a meeting",
    "netlog done c12       # you got in touch today, or sent birthday wishes",
    "netlog done c12.2     # of several days of theirs, that one",
)


def command(ctx: Context, refs: options.Refs) -> None:
    """Close what is due: thanks sent, a promise kept, a favor received, an outcome told.

    A plan becomes a meeting on its day; `netlog log` says more of it. A step of a lead (l3.2) is
    done, and thanks for it are owed.

    For a person it says that you were in touch today, and notes a message. As JSON the thanks that
    are owed since then follow what is done.
    """
    app = of(ctx)
    today = clock.today()
    rules = settings().thanks
    with app.reading() as connection:
        targets = settle.targets(connection, refs, today)
        before = along.waiting(connection, settle.whom(targets))
    for target in targets:
        closing.check_can_be_done(target, today)
    with app.recording("done") as book:
        done = [closing.done(book, target, today, rules) for target in targets]
    said = [SAID[one.did](one, today) for one in done]
    if app.json:  # a record says nothing of what it had
        for one in done:
            for ended in _reminder_ended(one.target, today) if one.did == "touched" else ():
                app.mention(ended)
    with app.reading() as connection:
        besides = along.settled(connection, before, {str(target.ref) for target in targets})
        said += along_page.sentences(besides, today)
        whom = settle.whom(targets)
        opened = along.opened(connection, before, whom)
        # Of help that came, and of a step, it is said already.
        of_meetings = (one for one in opened if one.favor is None)
        said += thanks.owed(of_meetings, today, standing.coming(connection, whom, today))
        render.said(app.out, "\n".join(said), [*settle.closed(connection, targets), *opened])


def _sent(one: Done, today: date) -> str:
    return thanks.thanked(one.target.record, today)


def _kept(one: Done, today: date) -> str:
    return f"Kept {favors.subject(one.target.record)}{favors.on_day(one.on, today)}."


def _received(one: Done, today: date) -> str:
    favor: Favor = one.target.record
    then = "; a thank-you is open" if one.owes_thanks else ""
    whom = f"{favor.contact.name}{favors.on_day(one.on, today)}"
    return f"Received from {whom}: {kindness(favor.text)} ({favor.ref}){then}."


def _told(one: Done, today: date) -> str:
    favor: Favor = one.target.record
    if favor.outcome or favor.introduced:
        return favors.told(favor, today)
    return f"{favors.told(favor, today)} To keep what you told: netlog told {favor.ref} TEXT"


def _touched(one: Done, today: date) -> str:
    settled = (*one.target.items, *one.target.besides)
    days = [item for item in settled if item.kind == "date"]
    seen = days_page.seen_to(days, today)
    noted = f"Noted a message to {one.target.record.name} today{seen}."
    return "\n".join([noted, *_reminder_ended(one.target, today)])


def _reminder_ended(target: Target, today: date) -> list[str]:
    """That a reminder still to come is off: a touch ends those alone whose day has come."""
    ahead = any(item.kind == "reconnect" and item.comes_on > today for item in target.items)
    return snoozing.reminder(target.record, None, today) if ahead else []


def _met(one: Done, today: date) -> str:
    plan: Plan = one.target.record
    on, met = short_day(plan.happens_on, today), ref("m", one.meeting_id or 0)
    return f"Logged {plan.kind} with {listed([p.name for p in plan.contacts])} on {on} ({met})."


def _stepped(one: Done, today: date) -> str:
    lead: Lead = one.target.record
    step = next(step for step in lead.steps if step.number == one.target.ref.step)
    then = "; a thank-you is open" if one.owes_thanks else ""
    return f"{step.name} did their part for {lead.leads_to} ({step.ref}){then}."


SAID: dict[str, Callable[[Done, date], str]] = {
    "sent": _sent,
    "kept": _kept,
    "received": _received,
    "told": _told,
    "touched": _touched,
    "met": _met,
    "stepped": _stepped,
}
