"""The day on which a lead lands: who is upstream, and owed the news, the nearest first."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netlog.actions.leads import endings, finding, taking
from netlog.records.favors import TO_ME, Favor, NewFavor
from netlog.records.leads import (
    Landed,
    Lead,
    NewLead,
    NewStep,
    OwedNews,
    Role,
    StepState,
    Upstream,
)
from netlog.records.people import Person
from netlog.records.refs import Ref
from netlog.rules import asks, chains, peace
from netlog.store.reads import favors
from netlog.store.reads import leads as reads

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording


def upstream(connection: sqlite3.Connection, one: Lead) -> list[Upstream]:
    """Everybody through whom it came, the nearest to it first, the archived left out."""
    steps = [
        Upstream(step.contact, chains.part_of(step))
        for step in chains.upstream(one.steps)
        if step.contact
    ]
    tied = [*_tied(connection, one)]
    broken = {step.contact.id for step in one.steps if step.contact and step.state == "broken"}
    kept = {whom.contact.id for whom in (*steps, *tied)}
    led = [whom for whom in _introducers(connection, steps) if whom.contact.id not in broken]
    led += [whom for whom in _introducers(connection, tied) if whom.contact.id not in broken]
    found = chains.once([*steps, *led, *tied])
    return [
        whom
        for whom in found
        if reads.is_active(connection, whom.contact.id)
        and (whom.contact.id in kept or whom.contact.id not in broken)
    ]


def _introducers(connection: sqlite3.Connection, led: Sequence[Upstream]) -> Iterator[Upstream]:
    """Whoever led to those, and to whom."""
    for whom in led:
        to = whom.contact
        for via in reads.introducers(connection, to):
            yield Upstream(via, "introduced", to)
            to = via


def _tied(connection: sqlite3.Connection, one: Lead) -> Iterator[Upstream]:
    """Who did something for it or for its goal, or was asked to."""
    for favor_id, whose in reads.favors(connection, one.id):
        favor = favors.favor(connection, favor_id)
        if favor and peace.is_why(favor.text):
            # That it was a no once is no help on the way.
            yield Upstream(whose, "named")
        elif favor and favor.text != chains.led_to(one.leads_to):
            did = None if favor.text == taking.help_for(one) else favor.text
            yield Upstream(whose, _part_by(favor), did=did)
    if one.goal:
        for favor_id in reads.favors_of_goal(connection, one.goal.id):
            if favor := favors.favor(connection, favor_id):
                yield Upstream(favor.contact, _part_by(favor), for_goal=True, did=favor.text)


def _part_by(favor: Favor) -> Role:
    """What a favor says of their part; an ask that was never answered is no help."""
    return "helped" if favor.done_on else "asked"


def land(book: "Recording", one: Lead, outcome: str, stage: str, on: date) -> list[int]:
    """End the lead as landed; returns the favors by which everybody upstream is owed the news."""
    from netlog.store.writes import leads as writes

    people = upstream(book.connection, one)
    endings.begin(book, one, on)
    writes.end(book, one.id, "landed", stage, on, outcome)
    owed = _owe(book, one, people, outcome, on)
    taking.release(book, one, on, f"{one.leads_to}: landed")
    return owed


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


def _waiting_for_news(connection: sqlite3.Connection, one: Lead, whom: Person) -> Favor | None:
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
    step = next((step for step in one.steps if step.contact == whom), None)
    did = step.done_on if step else None
    since = did or (step.opened_on if step else one.opened_on)
    day = min(max(since, one.opened_on), on)
    return day, day if did else None


def landed(connection: sqlite3.Connection, one: Lead) -> Landed:
    """The lead, and everybody upstream who has not heard yet, the nearest first."""
    waiting: dict[int, Favor] = {}
    for favor_id, _ in reads.favors(connection, one.id):
        favor = favors.favor(connection, favor_id)
        if favor and favor.is_untold and favor.outcome:
            waiting.setdefault(favor.contact.id, favor)
    known = {whom.contact.id: whom for whom in upstream(connection, one)}
    known |= {
        id_: Upstream(favor.contact, _part_by(favor))
        for id_, favor in waiting.items()
        if id_ not in known
    }
    owed = [(whom, waiting[id_]) for id_, whom in known.items() if id_ in waiting]
    return Landed(
        one,
        tuple(
            OwedNews(
                favor.contact,
                favor.ref,
                ("netlog", "done", favor.ref),
                chains.draft(whom, one.leads_to, favor.outcome or ""),
            )
            for whom, favor in owed
        ),
    )


def would_land(connection: sqlite3.Connection, one: Lead, outcome: str) -> Landed:
    """The lead, and whom landing it would owe the news; nothing is written."""
    return Landed(
        one,
        tuple(
            OwedNews(whom.contact, None, (), chains.draft(whom, one.leads_to, outcome))
            for whom in upstream(connection, one)
        ),
    )
