"""What is due, asked and judged in one place for every command that needs to know."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from netlog.actions.judged import all_judged, in_place
from netlog.records.due import Block, DueItem
from netlog.records.favors import TO_ME, Favor
from netlog.records.people import PeopleFilter
from netlog.records.standing import Standing
from netlog.rules import due as rules
from netlog.store.connect import Book
from netlog.store.reads import due as reads
from netlog.store.reads.standing import Shared, nobodys, relationships, shared

A_DAY = timedelta(days=1)
# How far ahead the next day is looked for, step by step: most often it is near.
AHEAD_DAYS = (1, 3, 7, 31, 92, 366)


def blocks(
    connection: Book,
    today: date,
    people: PeopleFilter = PeopleFilter(),
    kinds: Collection[str] = (),
    within_days: int = 0,
    *,
    resting: bool = False,
) -> list[Block]:
    """Who is due by then among those people, the most urgent first; no kinds means all.

    resting adds what had its time.
    """
    until = rules.horizon(today, within_days)
    known = shared(connection)
    found = standings(connection, today, until, people, known, resting=resting)
    if people == PeopleFilter():
        found += beside(connection, today, known)
    return rules.blocks(found, today, until, kinds, resting=resting)


def items(
    connection: Book,
    today: date,
    people: PeopleFilter = PeopleFilter(),
    kinds: Collection[str] = (),
    within_days: int = 0,
) -> list[DueItem]:
    """What is due by then among those people, the most urgent first."""
    found = blocks(connection, today, people, kinds, within_days)
    return [line.item for block in found for line in block.lines]


def standings(
    connection: Book,
    today: date,
    until: date,
    people: PeopleFilter = PeopleFilter(),
    known: Shared | None = None,
    *,
    resting: bool = False,
    silent: bool = True,
    open_only: bool = True,
) -> list[Standing]:
    """Where you stand with everybody of whom anything may be due by then.

    known is what whoever asks has read already; silent: those to get back to are among them.
    open_only is for whoever asks for what is due, and not for what was given and taken.
    """
    since = date.min if resting else today - timedelta(days=rules.OLDEST_DAYS)
    keys = rules.birthday_keys(today, until)
    ids = reads.due(connection, people, since, until, keys, silent=silent)
    facts = relationships(connection, ids, waits, known, open_only=open_only)
    found = in_place(connection, facts)
    return list(all_judged(found, today))


def unknown(known: Shared, today: date) -> list[Standing]:
    """The steps of leads of which nobody is known who could be asked, each as if it were one."""
    return list(all_judged(nobodys(known), today))


def companies(connection: Book, today: date) -> list[Standing]:
    """The companies of which it was asked that they come up, each as if it were somebody."""
    if not reads.any_company(connection):
        return []
    from netlog.actions.organizations import asked_to_come_up

    return list(all_judged(asked_to_come_up(connection), today))


def beside(connection: Book, today: date, known: Shared) -> list[Standing]:
    """All that comes up and is nobody in the book."""
    return [*unknown(known, today), *companies(connection, today)]


def waits(favors: Sequence[Favor]) -> bool:
    """Whether an ask is open: then it counts when you were in touch since."""
    return any(favor.state == "open" and favor.direction == TO_ME for favor in favors)


def next_day(connection: Book, today: date) -> date | None:
    """The next day within a year on which anything comes up, where nothing is due today.

    When somebody is to be got back to is kept, and found by index; the others are judged, few or
    many, only as far ahead as nobody comes before.
    """
    last = rules.horizon(today, AHEAD_DAYS[-1])
    silent = min(reads.next_silent(connection, today) or date.max, last + A_DAY)
    known = shared(connection)
    besides = beside(connection, today, known)
    for ahead in AHEAD_DAYS:
        until = min(rules.horizon(today, ahead), silent)
        there = standings(connection, today, until, known=known, silent=False) + besides
        found = rules.next_day(there, today)
        if found and found <= until:
            return found
        if until == silent:
            break
    return silent if silent <= last else None
