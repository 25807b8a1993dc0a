"""netlog plan: meetings still to come."""

from netlog.commands.frame.noun import Sub
from netlog.commands.plan import noting, standing
from netlog.records.plans import Plan

# What is meant by `netlog plan grace friday`, and by `netlog plan`.
USUAL = ("add", "list")

COMMANDS = {
    "add": Sub(
        noting.add,
        (
            "netlog plan add grace coffee friday 10:00 -- her new book",
            "netlog plan add ada carol lunch 2026-12-01 --place Balthazar",
        ),
        Plan,
        takes_text=True,
    ),
    "list": Sub(standing.list_, ("netlog plan list", "netlog plan list grace --all"), list[Plan]),
    "show": Sub(standing.show, ("netlog plan show p3",), Plan),
    "edit": Sub(
        standing.edit, ("netlog plan edit p3 --on monday --at 9am",), Plan, takes_text=True
    ),
    "drop": Sub(standing.drop, ('netlog plan drop p3 --why "she is ill"',), list[Plan]),
}
