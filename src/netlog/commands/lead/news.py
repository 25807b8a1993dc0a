"""What is said of a lead that landed, whichever command let it."""

from netlog import render
from netlog.commands.frame.app import App
from netlog.records.favors import Favor
from netlog.records.goals import Goal
from netlog.records.leads import Landed
from netlog.render.pages import goals as goals_page
from netlog.render.pages import leads as page


def settled_here(app: App, found: Landed) -> Landed:
    """With commands that act on this book, also when --db named it."""
    owed = (one._replace(settle=app.argv(*one.settle[1:])) for one in found.owed if one.settle)
    return found._replace(owed=tuple(owed) or found.owed)


def landed(app: App, found: Landed, goal: Goal | None, record: Landed | Favor) -> None:
    """Say what landed, whom to tell, and how the goal is said to be reached while it is open."""
    found = settled_here(app, found)
    reached = goals_page.reached(goal) if goal and goal.state == "open" else None
    record = found if isinstance(record, Landed) else record
    render.said(app.out, page.landed(found, reached), record)
