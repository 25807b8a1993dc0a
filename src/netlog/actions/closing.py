"""What is due, done or let go of: how each noun is closed, whoever asks for it."""

from collections.abc import Callable
from datetime import date, timedelta

from netlog.actions import capture, plans, settle, thanking
from netlog.actions.leads import endings, finding, joining, taking
from netlog.actions.settle import Target
from netlog.errors import Refused, UsageMistake
from netlog.named import NamedTuple
from netlog.records.contacts import Contact
from netlog.records.favors import TO_ME, Favor
from netlog.records.leads import Lead
from netlog.records.meetings import NewMeeting
from netlog.records.organizations import Company, NewEntry
from netlog.records.plans import Plan
from netlog.records.refs import day_number
from netlog.records.thanks import ThanksRules
from netlog.rules import asks
from netlog.typed import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


class Done(NamedTuple):
    """What was closed, and how; owes_thanks when a thank-you came of it.

    meeting_id is the meeting that a plan became; on the day of a favor.
    """

    target: Target
    did: Literal["sent", "kept", "received", "told", "touched", "met", "stepped"]
    owes_thanks: bool = False
    meeting_id: int | None = None
    on: date | None = None


def done(book: "Recording", target: Target, today: date, rules: ThanksRules) -> Done:
    """Close what was due, as done today."""
    return DONE[target.ref.letter](book, target, today, rules)


def drop(book: "Recording", target: Target, today: date, why: str | None) -> None:
    """Close what was due, though nobody did it."""
    DROPPED[target.ref.letter](book, target, today, why)


def check_can_be_done(target: Target, today: date) -> None:
    """Raise Refused for a plan whose day is still to come, and for a lead as a whole."""
    if isinstance(target.record, Lead) and not target.ref.step:
        if all(step.is_over for step in target.record.steps):
            raise Refused(
                f"What came of {target.ref}?",
                advice=f"netlog lead landed {target.ref}, or netlog lead declined {target.ref}",
            )
        raise Refused(
            f"Which step of {target.ref} is done?",
            advice=f"netlog done {target.ref}.1, or netlog lead landed {target.ref}",
        )
    if isinstance(target.record, Plan):
        plans.check_was(target.record, today)


def _send(book: "Recording", target: Target, today: date, _: ThanksRules) -> Done:
    from netlog.store.writes import thanks

    thanks.send(book, target.ref.id, today, None)
    return Done(target, "sent")


def _keep_plan(book: "Recording", target: Target, _: date, rules: ThanksRules) -> Done:
    return Done(target, "met", meeting_id=plans.keep(book, target.record, rules).id)


def _close_favor(book: "Recording", target: Target, today: date, rules: ThanksRules) -> Done:
    from netlog.store.writes import favors

    favor: Favor = target.record
    if favor.state != "open":
        favors.tell(book, favor.id, today)
        return Done(target, "told")
    on = asks.came_on(favor.opened_on, today, today)
    favors.finish(book, favor.id, on)
    if favor.direction != TO_ME:
        return Done(target, "kept", on=on)
    owed = thanking.for_favor(book, favor.contact.id, favor.id, on, rules)
    return Done(target, "received", owes_thanks=owed, on=on)


def _touch(book: "Recording", target: Target, today: date, rules: ThanksRules) -> Done:
    _settle(book, target, None, touched=today)
    message = NewMeeting(happened_on=today, kind="message", contact_ids=(target.ref.id,))
    capture.log(book, capture.Occasion(message, thanks="none"), rules)
    return Done(target, "touched")


def _take_step(book: "Recording", target: Target, today: date, rules: ThanksRules) -> Done:
    lead, step = finding.step_there(book.connection, target.ref)
    favor_id = taking.take(book, lead, step, "done", today, rules)
    return Done(target, "stepped", owes_thanks=favor_id is not None)


def _note_company(book: "Recording", target: Target, today: date, _: ThanksRules) -> Done:
    from netlog.store.writes import organizations

    organizations.wake(book, target.ref.id)
    organizations.note(book, target.ref.id, NewEntry(today, "message"))
    return Done(target, "touched")


DONE: dict[str, Callable[["Recording", Target, date, ThanksRules], Done]] = {
    "c": _touch,
    "f": _close_favor,
    "t": _send,
    "p": _keep_plan,
    "l": _take_step,
    "o": _note_company,
}


def _drop_thanks(book: "Recording", target: Target, today: date, why: str | None) -> None:
    from netlog.store.writes import thanks

    thanks.drop(book, target.ref.id, today, why)


def _drop_favor(book: "Recording", target: Target, today: date, why: str | None) -> None:
    from netlog.store.writes import favors

    favors.drop(book, target.ref.id, today, why)
    joining.part(book, target.record)


def _drop_plan(book: "Recording", target: Target, today: date, why: str | None) -> None:
    from netlog.store.writes import plans as writes

    writes.drop(book, target.ref.id, today, why)


def _let_go(book: "Recording", target: Target, today: date, why: str | None) -> None:
    if target.ref.step and why:
        raise UsageMistake(
            "A step keeps no reason.", advice=f"A lead does: netlog drop l{target.ref.id} --why"
        )
    if target.ref.step:
        taking.let_go(book, *finding.step_there(book.connection, target.ref), today)
    else:
        endings.end(book, target.record, "dropped", target.record.stage, today, why)


def _skip(book: "Recording", target: Target, today: date, why: str | None) -> None:
    contact: Contact = target.record
    if why:
        raise settle.keeps_no_reason(target)
    every = contact.cadence_days
    _settle(book, target, _once_later(target, timedelta(days=every), today) if every else None)


def _once_later(target: Target, every: timedelta, today: date) -> date:
    """A cadence from today; from the day on which they come where that is no sooner."""
    comes = max((one.comes_on for one in target.items if one.kind == "reconnect"), default=today)
    return today + every if comes < today + every else comes + every


def _settle(
    book: "Recording", target: Target, until: date | None, touched: date = date.min
) -> None:
    """Let pass what is due about somebody: their days, and getting back to them, until then."""
    from netlog.store.writes import contacts

    for item in target.items:
        if item.kind == "date":
            contacts.settle_day(book, target.ref.id, day_number(item.ref), item.due_on)
        else:
            contacts.skip(book, target.ref.id, until, touched)


def _skip_company(book: "Recording", target: Target, today: date, why: str | None) -> None:
    from netlog.store.writes import organizations

    if why:
        raise settle.keeps_no_reason(target)
    company: Company = target.record
    every = timedelta(days=company.cadence_days or 0)
    organizations.snooze(book, company.id, _once_later(target, every, today))


DROPPED: dict[str, Callable[["Recording", Target, date, str | None], None]] = {
    "c": _skip,
    "f": _drop_favor,
    "t": _drop_thanks,
    "p": _drop_plan,
    "l": _let_go,
    "o": _skip_company,
}
