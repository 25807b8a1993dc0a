"""The day on which a lead lands: everybody upstream is owed the news, by one favor each."""

from collections.abc import Sequence
from datetime import date

from netlog.actions.leads import endings, finding, hearing, taking
from netlog.records.favors import TO_ME, Favor, NewFavor
from netlog.records.leads import Lead, NewLead, NewStep, StepState, Upstream
from netlog.records.people import Person
from netlog.records.refs import Ref
from netlog.rules import asks, chains
from netlog.store.connect import Book
from netlog.store.reads import favors
from netlog.store.reads import leads as reads
from netlog.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


def land(book: "Recording", one: Lead, outcome: str, stage: str, on: date) -> list[int]:
    """End the lead as landed; returns the favors by which everybody upstream is owed the news."""
    from netlog.store.writes import leads as writes

    people = hearing.upstream(book.connection, one)
    endings.begin(book, one, on)
    _take_up(book, one)
    writes.end(book, one.id, "landed", stage, on, outcome)
    owed = _owe(book, one, people, outcome, on)
    taking.release(book, one, on, f"{one.leads_to}: landed")
    return owed


def _take_up(book: "Recording", one: Lead) -> None:
    """What was done or asked for its goal, and for no other lead, is told of by what landed.

    Whoever was asked for the goal is not nudged beside the news; other leads of that goal keep
    their own asks.
    """
    from netlog.store.writes import leads as writes

    for favor_id in reads.favors_of_goal(book.connection, one.goal.id) if one.goal else ():
        favor = favors.favor(book.connection, favor_id)
        if favor and favor.lead is None and not favor.told_on:
            writes.tie(book, one.id, favor_id)


def land_favor(
    book: "Recording", favor: Favor, outcome: str, on: date, began: str, stage: str
) -> Ref:
    """Let what came of a favor have landed: the lead that it was for, else one made of it.

    Returns the ref of the lead.
    """
    from netlog.store.writes import favors as favor_writes
    from netlog.store.writes import leads as writes

    if favor.lead:
        finding.check_open(finding.there(book.connection, Ref("l", favor.lead.id)))
        favor_writes.keep_told(book, favor)
        noted = favor.outcome if favor.is_untold else None
        said = asks.joined(noted, outcome) if noted else outcome
        favor_writes.turn_out(book, favor.id, said, on)
        book.session.flush()
        one = finding.there(book.connection, Ref("l", favor.lead.id))
    else:
        steps = (NewStep(favor.contact.id),)
        goal_id = reads.goal_of_favor(book.connection, favor.id)
        lead_id = writes.add(
            book, NewLead(favor.text, began, favor.opened_on, goal_id=goal_id, steps=steps)
        )
        writes.tie(book, lead_id, favor.id)
        state: StepState = "done" if favor.done_on else "asked"
        writes.step_state(book, lead_id, 1, state, favor.done_on or favor.opened_on)
        book.session.flush()
        one = finding.there(book.connection, Ref("l", lead_id))
    land(book, one, outcome, stage, on)
    return Ref("l", one.id)


def hear_too(book: "Recording", one: Lead, contact_id: int, on: date) -> None:
    """Let somebody hear of a lead that landed whose part in it is known since then alone."""
    book.session.flush()
    now = finding.there(book.connection, Ref("l", one.id))
    people = hearing.upstream(book.connection, now)
    theirs = [whom for whom in people if whom.contact.id == contact_id]
    _owe(book, now, theirs, now.outcome or "", on)


def _owe(
    book: "Recording", one: Lead, people: Sequence[Upstream], outcome: str, on: date
) -> list[int]:
    """One favor each whose outcome is known and not told: what is there, or a new one."""
    from netlog.store.writes import favors as writes
    from netlog.store.writes import leads

    found = []
    for person in (whom.contact for whom in people):
        known = _waiting_for_news(book.connection, one, person)
        if known:
            said = asks.joined(known.outcome, outcome) if known.outcome else outcome
            writes.turn_out(book, known.id, said, known.outcome_on or on)
            found.append(known.id)
            continue
        since, did = _part_in(one, person, on)
        new = NewFavor(person.id, TO_ME, chains.led_to(one.leads_to), since, done_on=did)
        favor_id = writes.add(book, new)
        leads.tie(book, one.id, favor_id)
        writes.turn_out(book, favor_id, outcome, on)
        found.append(favor_id)
    return found


def _waiting_for_news(connection: Book, one: Lead, whom: Person) -> Favor | None:
    """What they did for it of which they have not heard: first what they would be told of anyway,
    then what they did, then what they were asked for.

    What was told already keeps the words in which it was.
    """
    theirs = finding.favors_of(connection, one, whom)
    waiting = [favor for favor in theirs if not favor.told_on]
    return max(waiting, key=lambda one: (bool(one.outcome), bool(one.done_on)), default=None)


def _part_in(one: Lead, whom: Person, on: date) -> tuple[date, date | None]:
    """Since when they are on the way, and when they did their part, None where they never did.

    It is never before the lead: what came before that was not for it.
    """
    step = one.step_of(whom)
    did = step.done_on if step else None
    since = did or (step.opened_on if step else one.opened_on)
    day = min(max(since, one.opened_on), on)
    return day, day if did else None
