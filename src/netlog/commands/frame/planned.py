"""Whether what is logged was planned: offered on a terminal, seen where it is plain."""

from netlog import clock
from netlog.actions import plans
from netlog.commands.frame import questions
from netlog.commands.frame.app import App
from netlog.commands.frame.attending import Attending
from netlog.errors import Refused
from netlog.records.meetings import NewMeeting
from netlog.records.plans import Plan
from netlog.records.refs import ref
from netlog.render.pages.plans import subject
from netlog.wording import listed


def found(
    app: App,
    meeting: NewMeeting,
    there: list[Attending],
    kind: str | None,
    said: int | None,
) -> Plan | None:
    """The plan that the meeting was: the one that was said to be, by option or on a terminal.

    Elsewhere the only one that it can have been, of several the only one of the kind that was
    typed; others are mentioned. Raises Refused where it cannot have been the one of that id.
    """
    people = [one.known.id for one in there if one.known]
    with app.reading() as connection:
        was, may = plans.of_day(connection, meeting, people)
    if said is not None:
        return _said(said, [*was, *may])
    alike = [plan for plan in was if plan.kind == kind]
    if app.can_offer:
        was.sort(key=lambda plan: plan not in alike)
        return next((plan for plan in (*was, *may) if _is_it(plan, plan in was)), None)
    likely = alike or was
    if len(likely) == 1:
        return likely[0]
    if left := [*was, *may]:
        named = listed([f"{subject(plan, clock.today())} ({plan.ref})" for plan in left])
        options = " or ".join(f"--plan {plan.ref}" for plan in left)
        one = "this was it" if len(left) == 1 else "this was one of them"
        app.mention(f"Still planned: {named}. If {one}: netlog undo, then the same with {options}")
    return None


def _said(plan_id: int, plans_: list[Plan]) -> Plan:
    for plan in plans_:
        if plan.id == plan_id:
            return plan
    raise Refused(
        f"{ref('p', plan_id)} is no open plan of that day with any of them.",
        advice="netlog plan list",
    )


def _is_it(plan: Plan, likely: bool) -> bool:
    told = f"{subject(plan, clock.today())} ({plan.ref})"
    return questions.confirmed(f"Is this what was planned: {told}?", default=likely)
