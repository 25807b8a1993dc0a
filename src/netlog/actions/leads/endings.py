"""A lead that comes to nothing, who stays of those who said no, and one that goes on after all."""

from datetime import date

from netlog import clock
from netlog.actions import thanking
from netlog.actions.leads import taking
from netlog.errors import Refused
from netlog.named import NamedTuple
from netlog.records.favors import TO_ME, FavorFilter, NewFavor
from netlog.records.leads import Ending, Lead, StageReached
from netlog.records.people import Person
from netlog.records.thanks import ThanksRules
from netlog.rules import peace, reciprocity
from netlog.store.reads import favors
from netlog.typed import TYPE_CHECKING
from netlog.wording import short_day

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


class Keeping(NamedTuple):
    """Whoever said no and is kept: how often to be in touch, in days, if that was said."""

    person: Person
    every: int | None


def decline(
    book: "Recording",
    one: Lead,
    why: str | None,
    stage: str,
    on: date,
    keeping: Keeping | None,
    rules: ThanksRules,
) -> bool:
    """End the lead as declined; who is kept is left in peace.

    Returns whether thanks are owed to them: for saying why, where they did.
    """
    from netlog.store.writes import contacts as contact_writes

    end(book, one, "declined", stage, on, why, keeping.person if keeping else None)
    if keeping is None:
        return False
    whom = keeping.person
    if keeping.every is not None:
        contact_writes.set_cadence(book, whom.id, keeping.every)
    _leave_alone(book, one, whom, peace.until(on))
    return why is not None and _told_why(book, one, whom, why, on, rules)


def _told_why(
    book: "Recording", one: Lead, whom: Person, why: str, on: date, rules: ThanksRules
) -> bool:
    """They told you why it is a no: a kindness; returns whether thanks for it are owed."""
    from netlog.store.writes import favors as writes
    from netlog.store.writes import leads

    favor_id = writes.add(book, NewFavor(whom.id, TO_ME, peace.told_why(why), on, done_on=on))
    leads.tie(book, one.id, favor_id)
    return thanking.for_favor(book, whom.id, favor_id, on, rules)


def _leave_alone(book: "Recording", one: Lead, whom: Person, until: date) -> None:
    """What was asked of them or set for a day before comes up when their peace is over."""
    from netlog.store.writes import contacts as contact_writes
    from netlog.store.writes import favors as writes

    for favor in favors.favors(book.connection, FavorFilter(whom.id, TO_ME, open_only=True)):
        if (favor.snoozed_until or date.min) < until:
            writes.snooze(book, favor.id, until, _said_no(one))
    contact_writes.remind_later(book, whom.id, until)


def _said_no(one: Lead) -> str:
    """Why what was asked of whoever is kept is put off."""
    return f"{one.leads_to} said no"


def reopen(book: "Recording", one: Lead, stage: str, on: date, said: str | None) -> list[int]:
    """Let a lead be at that stage; one that ended is open again, and nobody said no to it.

    Returns the asks that are waited for again, by id.
    """
    from netlog.store.writes import favors as favor_writes
    from netlog.store.writes import leads as writes

    begin(book, one, on)
    again = _ask_again(book, one, on) if one.state != "open" else []
    if one.kept:
        asked = favors.favors(book.connection, FavorFilter(one.kept.id, TO_ME, open_only=True))
        for favor in asked:
            if favor.snoozed_why == _said_no(one):
                favor_writes.unsnooze(book, favor.id)
    writes.reach(book, one.id, stage, on, said)
    return again


def begin(book: "Recording", one: Lead, on: date) -> None:
    """Whatever came of a lead before it was noted came after it began; raises as `check_day`."""
    from netlog.store.writes import leads as writes

    check_day(one, on)
    if begins_earlier(one, on):
        writes.begin(book, one.id, on)


def begins_earlier(one: Lead, on: date) -> StageReached | None:
    """The one stage of a lead of which nothing else is known, where it was noted after that day."""
    noted = one.stages[0] if len(one.stages) == 1 else None
    return noted if noted and on < noted.on else None


def is_earlier(one: Lead, on: date) -> bool:
    """Whether that is before the day since which a lead that moved on is where it stands."""
    return len(one.stages) > 1 and on < one.stages[-1].on


def check_day(one: Lead, on: date) -> None:
    """Raise Refused for a day that is earlier so."""
    if is_earlier(one, on):
        last = one.stages[-1]
        since = short_day(last.on, clock.today())
        raise Refused(
            f"{one.ref} is at {last.stage} since {since}: what comes then has that day or a later "
            "one.",
            advice=f"netlog lead show {one.ref}",
        )


def _ask_again(book: "Recording", one: Lead, on: date) -> list[int]:
    """Wait again for what was asked on the way; a day by which that was to come has gone by."""
    from netlog.store.writes import editing
    from netlog.store.writes import leads as writes

    for step in one.steps:
        if not step.is_over and taking.is_past(step, on):
            writes.change_step(book, one.id, step.number, {"due_on": None})
    found = []
    asked = {step.contact.id: step for step in one.steps if step.contact and step.state == "asked"}
    for contact_id, step in asked.items():
        for favor in favors.of_contact(book.connection, contact_id):
            is_its = favor.lead and favor.lead.id == one.id and favor.dropped_why == _over(one)
            if favor.state == "dropped" and is_its:
                by = None if taking.is_past(step, on) else step.by
                again: dict[str, date | None] = {"due_on": reciprocity.waiting_due_on(on, by)}
                again |= dict.fromkeys(("dropped_on", "dropped_why"), None)
                editing.change_favor(book, favor.id, again)
                found.append(favor.id)
    return found


def _over(one: Lead) -> str:
    """Why what was asked on the way is waited for no longer."""
    return f"{one.leads_to}: {'let go' if one.state == 'dropped' else one.state}"


def end(
    book: "Recording",
    one: Lead,
    ended: Ending,
    stage: str,
    on: date,
    why: str | None,
    kept: Person | None = None,
) -> None:
    """End a lead that came to nothing; what was asked on the way is waited for no longer."""
    from netlog.store.writes import leads as writes

    begin(book, one, on)
    taking.release(book, one, on, _over(one._replace(state=ended)))
    writes.end(book, one.id, ended, stage, on, why, kept.id if kept else None)
    book.session.flush()
