"""What is said of a lead that landed, whichever command let it."""

from netlog import clock, render
from netlog.actions import goals, settle
from netlog.actions.leads import awaited, finding, hearing
from netlog.actions.leads.awaited import OnTheWay
from netlog.commands.frame.app import App
from netlog.records.leads import Landed, LeadNow
from netlog.records.refs import Ref
from netlog.render.pages import goals as goals_page
from netlog.render.pages import leads as page
from netlog.rules import chains


def settled_here(app: App, found: Landed) -> Landed:
    """With commands that act on this book, also when --db named it."""
    owed = (one._replace(settle=app.argv(*one.settle[1:])) for one in found.owed if one.settle)
    return found._replace(owed=tuple(owed) or found.owed)


def landed(app: App, lead_id: int, tied: OnTheWay, favor_id: int | None = None) -> None:
    """Say what landed, whom to tell, and how the goal is said to be reached while it is open.

    tied is what there was on the way: what of it was let go with it is told. The record is that of
    the favor, where one is named.
    """
    with app.reading() as connection:
        found = hearing.landed(connection, finding.there(connection, Ref("l", lead_id)))
        found = found._replace(let_go=awaited.let_go(connection, tied))
        goal = goals.goal(connection, found.lead.goal.id) if found.lead.goal else None
        favor = settle.favor(connection, favor_id) if favor_id is not None else None
    found = settled_here(app, found)
    reached = goals_page.reached(goal) if goal and goal.state == "open" else None
    render.said(
        app.out, page.landed(found, reached, chains.unnamed(found.lead.steps)), favor or found
    )


def named(app: App, lead_id: int, contact_id: int, did: str) -> None:
    """Say who a step of a lead that landed was, and how they are told."""
    with app.reading() as connection:
        found = hearing.landed(connection, finding.there(connection, Ref("l", lead_id)))
    owed = (one for one in settled_here(app, found).owed if one.contact.id == contact_id)
    besides = [said for one in owed for said in ("Tell them:", *page.to_tell(one))]
    way = chains.line(found.lead, clock.today())
    said = page.confirmed(found.lead, way, did, besides=besides)
    render.said(app.out, said, LeadNow(found.lead))
