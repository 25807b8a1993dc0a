"""Whether what is logged was planned: offered on a terminal, seen where it is plain."""

from netlog import clock
from netlog.actions import plans
from netlog.commands.frame import questions
from netlog.commands.frame.app import App
from netlog.commands.frame.attending import Attending
from netlog.records.meetings import NewMeeting
from netlog.records.plans import Plan
from netlog.render.pages.plans import subject
from netlog.wording import listed


def found(app: App, meeting: NewMeeting, there: list[Attending]) -> Plan | None:
    """The plan that the meeting was: on a terminal the one that is said to be.

    Elsewhere the only one that it can have been; others are mentioned.
    """
    people = [one.known.id for one in there if one.known]
    with app.reading() as connection:
        was, may = plans.of_day(connection, meeting, people)
    if app.can_offer:
        return next((plan for plan in (*was, *may) if _is_it(plan, plan in was)), None)
    if len(was) == 1:
        return was[0]
    if left := [*was, *may]:
        named = listed([f"{subject(plan, clock.today())} ({plan.ref})" for plan in left])
        app.mention(f"Still planned: {named}. If this was it: netlog drop {left[0].ref}")
    return None


def _is_it(plan: Plan, likely: bool) -> bool:
    told = f"{subject(plan, clock.today())} ({plan.ref})"
    return questions.confirmed(f"Is this what was planned: {told}?", default=likely)
