"""What a record serves, as it was typed: a goal or a lead that is over is told, and served."""

from netlog import clock
from netlog.actions import goals, serving
from netlog.actions.leads import finding
from netlog.actions.serving import Serving
from netlog.commands.frame.app import App
from netlog.records.goals import Goal
from netlog.records.refs import Ref
from netlog.store.connect import Book


def named(app: App, connection: Book, goal: str | None = None, lead: str | None = None) -> Serving:
    """What is named by those refs; raises UsageMistake for other words, NothingMatches for none."""
    found = serving.named(connection, goal, lead)
    if goal is not None:
        one(app, connection, goal)
    if found.lead is not None:
        error = finding.over(finding.there(connection, Ref("l", found.lead)))
        if error:
            app.mention(" ".join(filter(None, (error.message, error.advice))))
    return found


def one(app: App, connection: Book, typed: str) -> Goal:
    """The goal with that ref; raises as `named` does."""
    found = goals.there(connection, typed)
    if over := goals.over(found, clock.today()):
        app.mention(f"{over} To go on: {goals.reopening(found)}")
    return found
