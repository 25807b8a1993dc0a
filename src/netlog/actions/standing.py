"""Where you stand with somebody: judged once, for every command that concludes anything."""

from collections.abc import Iterable, Sequence
from datetime import date

from netlog.actions import due, seeking
from netlog.actions.judged import all_judged, judged
from netlog.records.favors import Favor
from netlog.records.people import PeopleFilter, Person
from netlog.records.reciprocity import Balance, Check
from netlog.records.reconnect import Suggestion
from netlog.records.standing import Open, Standing
from netlog.rules import reciprocity, reconnect
from netlog.rules import standing as rules
from netlog.rules.due import DEBTS
from netlog.rules.standing import is_over, with_room
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.store.reads import reciprocity as reads
from netlog.store.reads.standing import all_meetings, relationship, relationships, shared


def of(connection: Book, person: Person, today: date) -> Standing:
    """Where you stand with one person, with all that is known."""
    return judged(relationship(connection, person.id), today)


def each(connection: Book, people: Iterable[int], today: date) -> list[Standing]:
    """Where you stand with each of them by id, with all that is known."""
    return list(all_judged(relationships(connection, list(people), all_meetings), today))


def coming(connection: Book, people: Iterable[int], today: date) -> dict[str, date | None]:
    """Since or from when the morning shows what is open with them, by its ref; None: no more."""
    facts = relationships(connection, list(people), due.waits, open_only=True)
    found = all_judged(facts, today)
    return {
        ref: None if is_over(one, today) else one.comes_on
        for stands in found
        for one in stands.open
        if one.kind in DEBTS
        for ref in (one.ref, *one.asks)
    }


def chased(connection: Book, given: Iterable[Favor], today: date) -> dict[str, Open]:
    """The line of the step for which each of them was asked, by the ref of the ask."""
    asked = {one.contact.id for one in given if one.lead and one.asked and one.state == "open"}
    if not asked:
        return {}
    facts = relationships(connection, list(asked), due.waits, open_only=True)
    lines = (one for stands in all_judged(facts, today) for one in stands.open)
    return {ref: one for one in lines for ref in one.asks}


def awaited(connection: Book, given: Sequence[Favor], today: date) -> tuple[Favor, ...]:
    """The favors; what was asked on the way of a lead is due on the day of its step."""
    return rules.awaited(chased(connection, given, today).values(), given, today)


def look(connection: Book, person: Person, today: date, lead: int | None = None) -> Check:
    """What to think of before asking them, by the user's thresholds; perhaps for a lead, by id."""
    ((_, found),) = looks(connection, [person.id], today, lead)
    return found


def looks(
    connection: Book, people: Sequence[int], today: date, lead: int | None = None
) -> list[tuple[Standing, Check]]:
    """Where you stand with each of them by id, and what to think of before asking them.

    lead is the id of the one that they are asked for, if any.
    """
    configured = settings()
    looking_for = seeking.looking_for_each(connection, configured.looking_for, people)
    found = each(connection, people, today)
    if lead is not None:
        found = [rules.asking_for(one, lead) for one in found]
    return [
        (one, reciprocity.check(one, today, configured.check, looking_for[one.contact.id]))
        for one in found
    ]


def balances(connection: Book, person: Person | None, today: date) -> list[Balance]:
    """What was given and taken, with one person or with everybody; none where nothing was.

    Of one person what speaks against asking is said all the same.
    """
    limits = settings().check
    if person is None:
        found = relationships(connection, reads.with_favors(connection), _never)
        there = filter(reciprocity.is_any, all_judged(found, today))
        return reciprocity.balances(there, today, limits)
    known = relationship(connection, person.id)
    one = judged(known, today)
    was = known.favors or any(meeting.paid_by for meeting in known.meetings)
    is_worth_saying = was or reciprocity.check(one, today, limits).reasons
    return [reciprocity.balance(one, today, limits)] if is_worth_saying else []


def _never(_: Sequence[Favor]) -> bool:
    """Give and take needs no meeting but those with a bill."""
    return False


def suggestions(
    connection: Book, people: PeopleFilter, today: date, limit: int
) -> list[Suggestion]:
    """Whom of those people to get back to, the weightiest first, and how to begin."""
    until = today + reconnect.BIRTHDAY_WITHIN
    known = shared(connection)
    morning = due.standings(connection, today, until, people, known, open_only=False)
    found = {one.contact.id: one for one in morning}
    others = [id_ for id_ in reads.worth_a_word(connection, people) if id_ not in found]
    more = relationships(connection, others, _never, known)
    everybody = [*found.values(), *all_judged(more, today)]
    ranked = reconnect.candidates(everybody, today)
    owing = [bool(reconnect.debts(one, today)) for one in ranked]
    chosen = [ranked[at].contact.id for at in with_room(owing, limit)]
    whole = relationships(connection, chosen, all_meetings, known)
    return [reconnect.suggestion(one, today) for one in all_judged(whole, today)]


def suggestion(connection: Book, person: Person, today: date) -> Suggestion:
    """How to get back to one person, whatever speaks for it."""
    return reconnect.suggestion(of(connection, person, today), today, whoever=True)
