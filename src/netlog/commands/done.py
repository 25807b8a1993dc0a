"""netlog done: what was due is done."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import typer

from netlog import clock, render
from netlog.actions import capture, plans, settle, thanking
from netlog.actions.settle import Target
from netlog.commands.frame import options
from netlog.commands.frame.app import of
from netlog.records.contacts import Contact
from netlog.records.favors import TO_ME, Favor
from netlog.records.meetings import NewMeeting
from netlog.records.plans import Plan
from netlog.records.refs import ref
from netlog.records.thanks import Thanks, ThanksRules
from netlog.store.config import settings
from netlog.wording import listed, short_day

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

RECORD = list[Contact | Favor | Thanks | Plan]
EXAMPLES = (
    "netlog done t9        # the thanks were sent",
    "netlog done f7 f8     # a promise is kept, a favor came (it opens thanks)",
    "netlog done p3        # it took place as planned, and is a meeting",
    "netlog done c12       # you got in touch today, or sent birthday wishes",
)


def command(ctx: typer.Context, refs: options.Refs) -> None:
    """Close what is due: thanks sent, a promise kept, a favor received, an outcome told.

    A plan becomes a meeting on its day; `netlog log` says more of it.

    For a person it says that you were in touch today, and notes a message.
    """
    app = of(ctx)
    today = clock.today()
    rules = settings().thanks
    with app.reading() as connection:
        targets = settle.targets(connection, refs, today)
    for target in targets:
        if isinstance(target.record, Plan):
            plans.check_was(target.record, today)
    with app.recording("done") as book:
        said = [_close(book, target, today, rules) for target in targets]
    with app.reading() as connection:
        render.said(app.out, "\n".join(said), settle.closed(connection, targets))


def _close(book: "Recording", target: Target, today: date, rules: ThanksRules) -> str:
    return CLOSES[target.ref.letter](book, target, today, rules)


def _send(book: "Recording", target: Target, today: date, _: ThanksRules) -> str:
    from netlog.store.writes import thanks

    thanks.send(book, target.ref.id, max(today, target.record.opened_on), None)
    return f"Thanked {target.record.contact.name} ({target.ref})."


def _keep_plan(book: "Recording", target: Target, today: date, rules: ThanksRules) -> str:
    plan: Plan = target.record
    logged = plans.keep(book, plan, rules)
    on = short_day(plan.happens_on, today)
    met = ref("m", logged.id)
    return f"Logged {plan.kind} with {listed([p.name for p in plan.contacts])} on {on} ({met})."


def _close_favor(book: "Recording", target: Target, today: date, rules: ThanksRules) -> str:
    from netlog.store.writes import favors

    favor: Favor = target.record
    name = favor.contact.name
    if favor.done_on:
        favors.tell(book, favor.id, max(today, favor.done_on))
        said = f"Told {name} how it turned out ({target.ref})"
        return f"{said}." if favor.outcome else f"{said}; to note it: netlog told {target.ref} TEXT"
    today = max(today, favor.opened_on)
    favors.finish(book, favor.id, today)
    if favor.direction != TO_ME:
        return f"Kept your promise to {name} ({target.ref})."
    owed = thanking.for_favor(book, favor.contact.id, favor.id, today, rules)
    return f"Received from {name} ({target.ref}){'; a thank-you is open' if owed else ''}."


def _in_touch(book: "Recording", target: Target, today: date, rules: ThanksRules) -> str:
    from netlog.store.writes import contacts

    for item in target.items:
        if item.kind == "date":
            contacts.settle_birthday(book, target.ref.id, item.due_on)
        else:
            contacts.skip(book, target.ref.id, None)
    message = NewMeeting(happened_on=today, kind="message", contact_ids=(target.ref.id,))
    capture.log(book, capture.Occasion(message, thanks="none"), rules)
    return f"Noted a message to {target.record.name} today."


CLOSES: dict[str, Callable[["Recording", Target, date, ThanksRules], str]] = {
    "c": _in_touch,
    "f": _close_favor,
    "t": _send,
    "p": _keep_plan,
}
