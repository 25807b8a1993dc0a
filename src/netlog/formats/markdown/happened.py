"""What happened with somebody, and what is to come, as Markdown: a line each.

What else is known of it stands behind it, each with the word for it: "hi — Occasion: PyCon".
"""

from collections.abc import Sequence
from datetime import date

from netlog.formats.markdown.marks import escaped
from netlog.records.contacts import Contact, Job
from netlog.records.favors import TO_THEM, Favor
from netlog.records.meetings import Meeting
from netlog.records.people import Person
from netlog.records.plans import Plan
from netlog.records.thanks import Thanks
from netlog.wording import said_how

Goals = Sequence[str]  # what it serves, in their words
Behind = Sequence[tuple[str, str | None]]


def meeting_line(meeting: Meeting, contact: Contact, goals: Goals) -> str:
    """A meeting as somebody who was there has it."""
    first = meeting.contacts[0]
    whom = f" {first.name}" if first.id != contact.id else ""
    why = f" ({meeting.remind_why})" if meeting.remind_why else ""
    behind = (
        (f"Asked{whom}", meeting.asked),
        ("Occasion", meeting.occasion),
        ("Reminder", f"{_day(meeting.remind_on)}{why}" if meeting.remind_on else None),
    )
    said = _where(meeting.contacts, contact, meeting.place, meeting.invited_by, meeting.paid_by)
    lead = f"- {meeting.happened_on.isoformat()} {meeting.kind}"
    return _line(" ".join(filter(None, (lead, said))), meeting.text, behind, goals)


def plan_line(plan: Plan, contact: Contact, goals: Goals) -> str:
    """A plan as somebody who is to be there has it, and what became of it."""
    said = _where(plan.contacts, contact, plan.place, plan.invited_by)
    on = " ".join(filter(None, (plan.happens_on.isoformat(), plan.starts_at, plan.kind, said)))
    ended = plan.done_on or plan.dropped_on
    lead = f"- {on}, {plan.state}{_day(ended)}"
    return _line(lead, plan.text, (("Let go", plan.dropped_why),), goals)


def favor_line(favor: Favor, goals: Goals) -> str:
    """A favor, how it stands, and how it turned out."""
    side = "for them" if favor.direction == TO_THEM else "for me"
    asked = ", asked" if favor.asked else ""
    ended = favor.done_on or favor.dropped_on or favor.outcome_on
    due = f", due{_day(favor.due_on)}" if favor.due_on and favor.state == "open" else ""
    met = favor.introduced.name if favor.introduced else ""
    before = "; ".join(f"{one.told_on.isoformat()} {one.text}".strip() for one in favor.told_before)
    behind = (
        ("Asked for", favor.asked_for),
        ("Introduced to", met if met not in favor.text else None),
        ("Lead", favor.lead and favor.lead.title),
        ("Outcome", favor.outcome),
        ("Known on", _day(favor.outcome_on) if favor.outcome_on != ended else None),
        ("Told before", before),
        ("Told", _day(favor.told_on)),
        ("Let go", favor.dropped_why),
    )
    lead = f"- {favor.opened_on.isoformat()} {side}{asked}, {favor.state}{_day(ended)}{due}"
    return _line(lead, favor.text, behind, goals)


def thanks_line(thanks: Thanks) -> str:
    """Thanks, and what they are for."""
    meeting = thanks.meeting
    reason = thanks.favor.text if thanks.favor else ""
    if meeting:
        reason = f"{meeting.kind} on {meeting.happened_on.isoformat()}"
    how = f" {said_how(thanks.how)}" if thanks.how else ""
    sent = f"sent{_day(thanks.sent_on)}{how}" if thanks.sent_on else "to send"
    return _line(f"- {thanks.opened_on.isoformat()}, {sent}", reason or "thanks", (), ())


def job_line(job: Job) -> str:
    """Where somebody worked before."""
    until = f"until {job.ended_on.isoformat()}" if job.ended_on else ""
    return ", ".join(escaped(one) for one in (job.title, job.organization, until) if one)


def _where(people: Sequence[Person], contact: Contact, place: str | None, *bill: str | None) -> str:
    """With whom else, where, and who invited and paid."""
    others = ", ".join(each.name for each in people if each.id != contact.id)
    words = ("with", "at", "invited by", "paid by")
    named = zip(words, (others, place, *bill), strict=False)
    return " ".join(f"{word} {escaped(value)}" for word, value in named if value)


def _line(lead: str, text: str | None, behind: Behind, goals: Goals) -> str:
    named = (*behind, ("Serves", ", ".join(goals)))
    more = (f"{escaped(word)}: {escaped(value)}" for word, value in named if value)
    return ": ".join(filter(None, (lead, " — ".join(filter(None, (escaped(text or ""), *more))))))


def _day(day: date | None) -> str:
    return f" {day.isoformat()}" if day else ""
