"""Plans: as a list, in full, and as the sentence that confirms one."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from netlog.records.plans import Plan
from netlog.render.page import Cell, Column, Field, Listing, Part, Sheet
from netlog.render.pages.serving import SERVES
from netlog.typed import TypeVar
from netlog.wording import PAST, PLANNED, WEEKDAYS, listed, put_off, short_day

Of = TypeVar("Of")


def parts(of: Callable[[Of], Sequence[Plan]], today: date) -> tuple[Part, Part]:
    """The open plans on a page: what is past and waits to be told of, then what is to come."""
    return (
        Part(PAST, lambda one: [p for p in of(one) if p.happens_on < today], listing(today)),
        Part(PLANNED, lambda one: [p for p in of(one) if p.happens_on >= today], listing(today)),
    )


def besides(plans: Sequence[Plan], contact_id: int) -> list[Plan]:
    """Their plans with the others who are to be there: on a page of theirs they need no naming."""
    return [
        plan._replace(contacts=tuple(c for c in plan.contacts if c.id != contact_id))
        for plan in plans
    ]


def listing(today: date) -> Listing:
    """Plans, the soonest first; what is past asks how it was."""

    def told(plan: Plan) -> str:
        asks = "how was it? " if is_past(plan, today) else ""
        return f"{asks}{_told(plan, today)}"

    return Listing(
        columns=(
            Column("ref", lambda p: Cell(p.ref, "soft")),
            Column("when", lambda p: _when(p, today), most=24, firm=True),
            Column("what", lambda p: Cell(told(p)), grow=True),
        ),
        empty="Nothing is planned.",
        line=lambda p: f"{p.ref} {_when(p, today).text} {told(p)}",
        heads=False,
        one_line=True,
    )


def sheet(today: date) -> Sheet:
    """One plan in full."""
    return Sheet(
        title=lambda p: f"{p.kind} on {_when(p, today).text} ({p.ref})",
        fields=(
            Field("With", lambda p: ", ".join(f"{one.name} ({one.ref})" for one in p.contacts)),
            Field("Place", lambda p: p.place),
            Field("Invited", lambda p: p.invited_by),
            Field("State", lambda p: _state(p, today) or _open(p, today)),
            Field("Dropped", lambda p: p.dropped_why),
            Field(
                "Snoozed until", lambda p: put_off(p.snoozed_until, p.snoozed_why, p.snoozes, today)
            ),
            SERVES,
            Field("Text", lambda p: p.text),
        ),
    )


def subject(plan: Plan, today: date) -> str:
    """ "coffee with Helen on Tue 10 Nov, 10:00"."""
    return f"{plan.kind} with {names(plan)} on {_when(plan, today).text}"


def confirmed(plan: Plan, today: date, *, is_new: bool = True, comes_up: bool = True) -> str:
    """The confirmation; comes_up says that somebody of it is not archived."""
    said = "Planned" if is_new else "Planned before"
    before = plan.happens_on - timedelta(days=1)
    then = f" It comes up on {short_day(before, today)}." if comes_up and before > today else ""
    return f"{said}: {subject(plan, today)} ({plan.ref}).{then}"


def names(plan: Plan) -> str:
    """Everybody who is to be there: "Ada, Carol and Grace"."""
    return listed([contact.name for contact in plan.contacts])


def is_past(plan: Plan, today: date) -> bool:
    """Whether its day is over, and nobody said what became of it."""
    return plan.state == "open" and plan.happens_on < today


def _open(plan: Plan, today: date) -> str:
    if not is_past(plan, today):
        return "open"
    return f"past: how was it? netlog done {plan.ref}, or netlog drop {plan.ref}"


def _when(plan: Plan, today: date) -> Cell:
    day = f"{WEEKDAYS[plan.happens_on.weekday()][:3]} {short_day(plan.happens_on, today)}"
    at = f", {plan.starts_at}" if plan.starts_at else ""
    when = f"{day}{at}"
    return Cell(when, "late" if is_past(plan, today) else "strong" if plan.state == "open" else "")


def _told(plan: Plan, today: date) -> str:
    place = f" at {plan.place}" if plan.place else ""
    company = f" with {names(plan)}" if plan.contacts else ""
    text = f": {plan.text}" if plan.text else ""
    state = f" ({_state(plan, today)})" if plan.state != "open" else ""
    return f"{plan.kind}{place}{company}{text}{state}"


def _state(plan: Plan, today: date) -> str:
    if plan.meeting:
        return f"became {plan.meeting.ref}"
    if plan.done_on:
        return f"done {short_day(plan.done_on, today)}"
    return f"dropped {short_day(plan.dropped_on, today)}" if plan.dropped_on else ""
