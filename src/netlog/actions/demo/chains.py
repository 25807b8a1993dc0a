"""What the owner of the demo book is after, and the chains towards it: data, and how it is stored.

Days are counted back from the day the book is built; a negative one is still to come. People are
named by their keys, favors by whose they are and by their words.
"""

from collections.abc import Callable, Mapping
from datetime import date

from netlog import clock
from netlog.named import NamedTuple
from netlog.records.goals import Horizon, NewGoal, NewTarget
from netlog.records.leads import Ending, NewLead, NewStep, StepState
from netlog.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


class Ambition(NamedTuple):
    """A goal: since when, by when, its target, and who knows of it since which day."""

    text: str
    horizon: Horizon
    since: int
    by: int | None
    target: NewTarget
    told: tuple[tuple[str, int], ...]


class ChainLink(NamedTuple):
    """A step: a key or a description, how far it is and since when, by when it is to be done."""

    who: str
    state: StepState = "waiting"
    on: int | None = None
    by: int | None = None


class Chain(NamedTuple):
    """A lead: the stages that it reached, its steps, and what was done or asked for it."""

    title: str
    organization: str
    source: str | None
    stages: tuple[tuple[str, int], ...]
    steps: tuple[ChainLink, ...]
    favors: tuple[tuple[str, str, str], ...] = ()
    ended: Ending | None = None
    outcome: str | None = None


GOALS = (
    Ambition(
        "a staff post in data",
        "short",
        since=360,
        by=-100,
        target=NewTarget(3, "touches", "week"),
        told=(("carol", 362), ("maria", 360), ("lukasz", 300), ("ines", 240), ("dana", 103)),
    ),
    Ambition(
        "a workshop of my own for data teams",
        "long",
        since=230,
        by=None,
        target=NewTarget(1, "new people", "month"),
        told=(("ruth", 222),),
    ),
)
# All of them are towards the first goal.
LEADS = (
    Chain(
        "Staff engineer",
        "Fennmoor Grid",
        source="Maria's cousin works there",
        stages=(("heard", 121), ("exploring", 103), ("interview", 27)),
        steps=(
            ChainLink("maria", "done", 113),
            ChainLink("dana", "done", 62),
            ChainLink("henrik", "asked", 8, by=-6),
            ChainLink("the director who signs"),
        ),
        favors=(
            ("maria", "asked", "her cousin Dana's address"),
            ("dana", "asked", "an introduction to Henrik, who leads her team"),
            ("henrik", "asked", "word on the staff engineer post"),
        ),
    ),
    Chain(
        "Second platform role",
        "Umberfold Health",
        source=None,
        stages=(("heard", 92), ("exploring", 19)),
        steps=(ChainLink("siobhan", "asked", 19, by=5), ChainLink("her head of IT")),
        favors=(("siobhan", "asked", "word on the second platform role"),),
    ),
    Chain(
        "Data analyst",
        "Umberfold Health",
        source="Priya knows the team",
        stages=(("heard", 400), ("interview", 380)),
        steps=(ChainLink("priya", "done", 386), ChainLink("siobhan", "done", 380)),
        favors=(("siobhan", "got", "told me plainly what my answers lacked"),),
        ended="declined",
        outcome="somebody with hospital experience got it",
    ),
)
DECLINED_ON = 366

Day = Callable[[int], date]
Uid = Callable[..., str]


def add(book: "Recording", ids: Mapping[str, int], day: Day, uid: Uid) -> None:
    """Store the goals and the leads; ids are those of people by key, of favors by uid."""
    goals = [_goal(book, ids, one, day, uid) for one in GOALS]
    for chain in LEADS:
        _lead(book, ids, chain, goals[0], day, uid)


def _goal(book: "Recording", ids: Mapping[str, int], one: Ambition, day: Day, uid: Uid) -> int:
    from netlog.store.writes import goals

    book.at = clock.noon(day(one.since))
    by = None if one.by is None else day(one.by)
    new = NewGoal(one.text, one.horizon, day(one.since), by, uid("goal", one.text), (one.target,))
    goal_id = goals.add(book, new)
    for who, ago in one.told:
        goals.tell(book, goal_id, ids[who], day(ago))
    return goal_id


def _lead(
    book: "Recording", ids: Mapping[str, int], one: Chain, goal_id: int, day: Day, uid: Uid
) -> None:
    from netlog.store.writes import leads

    (first, opened), *later = one.stages
    book.at = clock.noon(day(opened))
    name = uid("lead", one.title, one.organization)
    steps = tuple(
        NewStep(ids.get(link.who), None if link.who in ids else link.who) for link in one.steps
    )
    new = NewLead(one.title, first, day(opened), one.organization, one.source, goal_id, name, steps)
    lead_id = leads.add(book, new)
    for number, link in enumerate(one.steps, 1):
        columns = {"uid": uid("step", name, number)}
        due_on = {} if link.by is None else {"due_on": day(link.by)}
        leads.change_step(book, lead_id, number, {**columns, **due_on})
        if link.on is not None:
            leads.step_state(book, lead_id, number, link.state, day(link.on))
    for stage, ago in later:
        leads.reach(book, lead_id, stage, day(ago), None)
    for who, role, what in one.favors:
        leads.tie(book, lead_id, ids[uid("favor", who, role, what)])
    if one.ended:
        leads.end(book, lead_id, one.ended, one.ended, day(DECLINED_ON), one.outcome)
