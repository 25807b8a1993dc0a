"""The screen before a meeting."""

from datetime import date

from netlog.records.brief import Brief
from netlog.records.plans import Plan
from netlog.render.page import Cell, Column, Field, Listing, Part, Sheet
from netlog.render.pages import favors, meetings, plans, thanks
from netlog.render.pages.contacts import (
    introduced_by,
    joined,
    labels,
    leads_in_short,
    reminder,
)
from netlog.wording import short_day


def sheet(today: date) -> Sheet:
    """One person on one screen."""

    def met(brief: Brief) -> str | None:
        on = brief.contact.met_on
        return joined(brief.contact.how_met, short_day(on, today) if on else None)

    remind = reminder(today)

    def known(brief: Brief) -> str:
        return "\n".join(f"{note.text} ({short_day(note.on, today)})" for note in brief.known)

    return Sheet(
        title=lambda b: f"{b.contact.name} ({b.contact.ref})",
        fields=(
            Field("Work", lambda b: joined(b.contact.title, b.contact.organization)),
            Field("City", lambda b: b.contact.city),
            Field("Relations", lambda b: ", ".join(b.belonging)),
            Field("Met", met),
            Field("Introduced by", lambda b: introduced_by(b.contact)),
            Field("Introduced", lambda b: ", ".join(p.name for p in b.introduced)),
            Field("Circles, tags", lambda b: labels(b.contact)),
            Field("Dates", lambda b: ", ".join(near.what for near in b.dates)),
            Field("In common", lambda b: ", ".join(c.contact.name for c in b.in_common)),
            Field("Bills", lambda b: b.bills.text),
            Field("Mind", lambda b: "\n".join(reason.text for reason in b.mind), "mind"),
            Field("Reminder", lambda b: remind(b.contact)),
            Field("Notes", lambda b: b.contact.notes),
            Field("You know", known),
        ),
        parts=_parts(today),
    )


def _parts(today: date) -> tuple[Part, ...]:
    """What is open between you, what there was, and what to ask."""

    def planned(brief: Brief) -> list[Plan]:
        return plans.besides(brief.plans, brief.contact.id)

    def met(brief: Brief) -> list[meetings.OnPage]:
        return meetings.besides(brief.meetings, brief.contact.id)

    return (
        *plans.parts(planned, today),
        Part("Leads", lambda b: b.leads, leads_in_short()),
        Part("Thanks to send", lambda b: b.thanks, thanks.listing(today)),
        Part("Open between you", lambda b: b.favors, favors.listing(today)),
        Part("Last times", met, meetings.listing(today)),
        Part("Questions", lambda b: b.questions, _questions()),
    )


def _questions() -> Listing:
    return Listing(
        columns=(Column("question", lambda q: Cell(q), grow=True),),
        empty="",
        line=lambda q: q,
        heads=False,
    )
