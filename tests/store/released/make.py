"""Write a file of this version of netlog, which every later one must be able to upgrade.

Run it when a migration is added, and again whenever that changes before it is released:
`PYTHONPATH=src python tests/store/released/make.py`. Files of released versions never change.
"""

from datetime import date
from pathlib import Path

from netlog.records.contacts import NewContact, NewDate, NewMethod, OtherName
from netlog.records.copies import Copy
from netlog.records.favors import NewFavor
from netlog.records.goals import NewGoal, NewTarget
from netlog.records.leads import NewLead, NewStep
from netlog.records.meetings import NewMeeting
from netlog.records.organizations import NewCompany, NewEntry
from netlog.records.plans import NewPlan
from netlog.records.relations import NewRelation, Tie
from netlog.records.thanks import NewThanks
from netlog.rules.derived import derive
from netlog.store import doors, migrate
from netlog.store.reads import favors as reads
from netlog.store.writes import (
    cadence,
    contacts,
    copies,
    favors,
    goals,
    leads,
    meetings,
    organizations,
    plans,
    relations,
    thanks,
)
from netlog.store.writes.recording import Recording

AT = "2026-11-23T12:00:00Z"
DAY = date(2026, 11, 20)

GRACE = NewContact(
    name="Grace Hopper",
    uid="00000000-0000-4000-8000-000000000001",
    nickname="Amazing Grace",
    organization="US Navy",
    title="Rear admiral",
    city="Arlington",
    birthday="1906-12-09",
    how_met="the reunion",
    met_on=date(2026, 11, 1),
    circles=("peer", "business"),
    tags=("compilers", "Zoë’s friends"),
    methods=(
        NewMethod("email", "Grace@navy.mil", "grace@navy.mil", "work", preferred=True),
        NewMethod("phone", "+1 703 555 0101", "17035550101"),
    ),
    notes="Likes clocks\nthat run backwards — 李.",
    names=(OtherName("former", "Grace Murray"), OtherName("nickname", "Gracie")),
    dates=(NewDate("anniversary", "1930-06-15", "2026-06-15"),),
)
ADA = NewContact(
    name="Ada Lovelace",
    uid="00000000-0000-4000-8000-000000000002",
    birthday="--12-10",
    introduced_by_id=1,
    cadence_days=0,
)


def fill(book: Recording) -> None:
    """Two people, and one at least of everything there is."""
    grace, ada = contacts.add(book, GRACE), contacts.add(book, ADA)
    coffee = meetings.log(
        book,
        NewMeeting(
            DAY, "coffee", (grace, ada), text="Compilers", place="Officers' club", paid_by="me"
        ),
    )
    advice = favors.add(book, NewFavor(grace, "to_me", "advice", DAY, done_on=DAY))
    promise = favors.add(book, NewFavor(ada, "to_them", "an introduction", DAY, due_on=DAY))
    favors.drop(book, promise, DAY, "she knows him")
    favors.turn_out(book, advice, "It compiled", DAY)
    told = reads.favor(book.connection, advice)
    favors.keep_told(book, told._replace(outcome="It parsed", told_on=DAY))
    for one, other in ((grace, ada), (ada, grace)):
        met = NewFavor(one, "to_them", "introduced", DAY, introduced_id=other, done_on=DAY)
        favors.add(book, met)
    thanks.add(book, NewThanks(grace, DAY, date(2026, 11, 22), meeting_id=coffee))
    sent = thanks.add(book, NewThanks(ada, DAY, date(2026, 11, 22), favor_id=advice))
    thanks.send(book, sent, DAY, "note")
    plans.add(book, NewPlan(date(2026, 12, 1), "lunch", (grace, ada), "12:30", text="Compiling"))
    relations.add(book, grace, NewRelation(Tie("friend"), ada))
    relations.add(book, grace, NewRelation(Tie("spouse", "husband"), None, "Vincent"))
    navy = NewCompany("US Navy", aliases=("The fleet",), city="Arlington", kept=("LOGO:x",))
    organizations.add(book, navy._replace(entries=(NewEntry(DAY, "call", "the yard"),)))
    contacts.remind(book, ada, date(2026, 12, 10), "her birthday")
    target = NewTarget(5, "coffee", "week")
    goal = goals.add(book, NewGoal("a post at sea", "short", DAY, targets=(target,)))
    goals.tell(book, goal, ada, DAY)
    goals.serve(book, goal, "meeting_id", coffee)
    steps = (NewStep(grace), NewStep(None, "somebody at the mill"))
    lead = leads.add(book, NewLead("The mill", "heard", DAY, goal_id=goal, steps=steps))
    leads.tie(book, lead, advice)
    cadence.set_rule(book, "tag", "compilers", 30)
    cadence.set_rule(book, "circle", "peer", 0)


def make(path: Path) -> None:
    """Make the file at path anew."""
    path.unlink(missing_ok=True)
    with doors.recording(str(path), command="make", at=AT, judge=derive) as book:
        fill(book)
    with doors.recording(str(path), command="every", at=AT, judge=derive) as book:
        contacts.set_cadence(book, 1, 60)
    copies.keep(str(path), [Copy("/media/stick/netlog.db", AT, "backup", None)])


if __name__ == "__main__":
    make(Path(__file__).with_name(f"v{migrate.LATEST}.db"))
