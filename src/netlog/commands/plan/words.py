"""What is typed of a plan, and the plan that is meant."""

from netlog.actions import settle
from netlog.commands.frame import options
from netlog.commands.frame.app import App
from netlog.commands.frame.declared import Argument, Option
from netlog.records.meetings import WhoInvited
from netlog.records.plans import Plan
from netlog.records.refs import Ref
from netlog.store.connect import Book
from netlog.typed import Annotated

PlanText = Annotated[
    str | None, Option("--message", "-m", metavar="TEXT", help="What it is about.")
]
PlanDay = Annotated[
    str | None, Option("--on", metavar="DATE", help="The day: tomorrow, friday, 2026-12-01.")
]
PlanTime = Annotated[str | None, Option(metavar="TIME", help="The time: 10:00, 9am, 14h30.")]
PlanPlace = Annotated[str | None, Option(metavar="TEXT", help="Where it is.")]
PlanInvited = Annotated[WhoInvited | None, Option(help="Who invited.")]
PlanRef = Annotated[str, Argument(metavar="REF", help="The plan, such as p3.")]


def plan(app: App, typed: str) -> Plan:
    """The plan with that ref; raises NothingMatches when there is none."""
    with app.reading() as connection:
        return there(connection, options.plan_ref(typed).id)


def there(connection: Book, plan_id: int) -> Plan:
    """The plan of that id; raises NothingMatches when there is none."""
    found: Plan = settle.there(connection, Ref("p", plan_id))
    return found
