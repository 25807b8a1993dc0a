"""Two contacts of whom one is made: do they seem to be one, and what becomes of their leads."""

from netlog.records.favors import TO_ME, Favor, told_already
from netlog.records.leads import STEP_STATES, LetGo
from netlog.records.merging import StepGiven
from netlog.records.people import Person
from netlog.rules import duplicates as rules
from netlog.store.connect import Book
from netlog.store.reads import duplicates as reads
from netlog.store.reads import favors, leads


def seem_one(connection: Book, one: Person, two: Person) -> bool:
    """Whether `duplicates` shows the two."""
    both = [traits for traits in reads.everybody(connection) if traits.id in (one.id, two.id)]
    apart = reads.answered(connection) | reads.related(connection)
    return bool(rules.pairs(both, apart))


def steps(connection: Book, kept: Person, other: Person) -> tuple[StepGiven, ...]:
    """What becomes of the steps that the other is, before they are one."""
    found = []
    for lead in leads.of_contact(connection, other.id):
        if (theirs := lead.step_of(other)) is None:
            continue
        own = lead.step_of(kept)
        if own is None:
            found.append(StepGiven(theirs.ref, None))
            continue
        stays = max(own, theirs, key=lambda step: STEP_STATES.index(step.state))
        found.append(StepGiven((own if stays == theirs else theirs).ref, stays.ref))
    return tuple(found)


def let_go(connection: Book, kept: Person, other: Person) -> tuple[LetGo, ...]:
    """What is waited for no longer, or told once, when they are one."""
    theirs = [
        favor
        for one in (kept, other)
        for favor in favors.of_contact(connection, one.id)
        if favor.lead and favor.direction == TO_ME and not favor.dropped_on
    ]
    gone = [*_answered(connection, kept, other, theirs), *told_already(theirs)]
    return tuple(LetGo(one.ref, one.contact, one.text, one.asked) for one in gone)


def _answered(connection: Book, kept: Person, other: Person, theirs: list[Favor]) -> list[Favor]:
    """The asks of a lead that both are a step of, where the part of either is done."""
    done = set()
    for lead in leads.of_contact(connection, other.id):
        both = (lead.step_of(kept), lead.step_of(other))
        if all(both) and any(step and step.state == "done" for step in both):
            done.add(lead.id)
    return [one for one in theirs if one.state == "open" and one.lead and one.lead.id in done]
