"""Goals as they stand today."""

from datetime import date, timedelta

from netlog import clock
from netlog.errors import NothingMatches, UsageMistake
from netlog.records.goals import Goal
from netlog.records.refs import parse_ref
from netlog.rules import goals as rules
from netlog.rules import peace
from netlog.store.connect import Book
from netlog.store.reads import goals as reads
from netlog.store.reads import leads
from netlog.wording import short_day


def goal(connection: Book, goal_id: int, today: date | None = None) -> Goal | None:
    """The goal with that id, with its counts of today."""
    day = today or clock.today()
    left = peace.left(leads.last_no(connection), day)
    return reads.goal(connection, goal_id, lambda per: _spans(per, day), day, left)


def goals(connection: Book, today: date, *, everything: bool = False) -> list[Goal]:
    """The open goals, those of short term first; everything: those that are over as well."""
    left = peace.left(leads.last_no(connection), today)
    return reads.goals(
        connection, lambda per: _spans(per, today), today, left, everything=everything
    )


def _spans(per: str, today: date) -> tuple[tuple[date, date], tuple[date, date]]:
    """The present day, week or month up to today, and the one before it, whole."""
    first = rules.begun(per, today)
    return (first, today), (rules.before(per, today), first - timedelta(days=1))


def there(connection: Book, typed: str) -> Goal:
    """The goal with that ref; raises UsageMistake for no ref of one, NothingMatches for none."""
    ref = parse_ref(typed)
    if ref is None or ref.letter != "g":
        raise UsageMistake("A goal is named by its ref, such as g1.", advice="netlog goal list")
    found = goal(connection, ref.id)
    if found is None:
        raise NothingMatches(f"There is no goal {ref}.", advice="netlog goal list")
    return found


def over(one: Goal, today: date) -> str | None:
    """That a goal is over, in words; None while it is open."""
    on = one.done_on or one.dropped_on
    if one.state == "open" or on is None:
        return None
    did = "was reached" if one.state == "done" else "was let go"
    return f"{one.text} ({one.ref}) {did} on {short_day(on, today)}."


def reopening(one: Goal) -> str:
    """The command that opens a goal again."""
    return rules.going_on(one)


def header(connection: Book, today: date) -> tuple[tuple[str, ...], list[str]]:
    """What you are after, and how the last week went, on Mondays, in less and less room; and what
    is asked of goals: whether one is reached, for a week after a lead of it landed.
    """
    first, last = today - timedelta(days=rules.ASKED_DAYS), today - timedelta(days=1)
    asked = set(reads.landed_lately(connection, first, last))
    if today.weekday() and not asked:
        return (), []
    found = goals(connection, today)
    others = [one for one in found if one.id not in asked]
    questions = [rules.reached(one, today) for one in found if one.id in asked]
    return rules.header(others, today), [*rules.past(others, today), *questions]
