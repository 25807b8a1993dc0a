"""The week under review, asked in bounded reads and judged as `due` and `reconnect` judge."""

from collections.abc import Iterable
from datetime import date, timedelta

from netlog.actions import due, goals, seeking
from netlog.actions.judged import all_judged, in_place
from netlog.errors import Refused, UsageMistake
from netlog.records.leads import GoalBrief
from netlog.records.standing import Standing
from netlog.records.week import Did, Effort, Week, WeekTarget
from netlog.rules import due as due_rules
from netlog.rules import reconnect, spans
from netlog.rules import week as rules
from netlog.store.config import settings
from netlog.store.connect import Book
from netlog.store.reads import goal_counts
from netlog.store.reads import week as reads
from netlog.store.reads.standing import Shared, all_meetings, relationships, shared

A_DAY = timedelta(days=1)
ADVISED_WITHIN = timedelta(days=180)
SPAN = ".."
# The same in a word before the day.
IN_WORDS = {"since": "{}..", "from": "{}..", "until": "..{}", "till": "..{}"}


def week(connection: Book, of: date, today: date, by: Book | None = None) -> Week:
    """The week in which that day is; raises Refused for one that is still to come.

    by is the book with what somebody did, where that is not all that is in it.
    """
    by = by or connection
    since = rules.since(of)
    if since > today:
        raise Refused(f"The week of {of.isoformat()} is still to come.")
    until = min(since + timedelta(days=rules.DAYS - 1), today)
    before = since - timedelta(days=rules.DAYS)
    configured = settings()
    urgent = _urgent(connection, today)
    latest = today - reconnect.LATELY - A_DAY
    advisers = reads.advisers(connection, today - ADVISED_WITHIN, latest)
    uncalled = reads.uncalled(connection)
    known = shared(connection)
    found = _judged(connection, (*urgent, *advisers, *uncalled), today, known)
    standings = [found[id_] for id_ in urgent] + due.beside(connection, today, known)
    met = reads.met(by, since, until)
    met_before = reads.met(by, before, since - A_DAY)
    return Week(
        since=since,
        until=until,
        did=_did(by, since, until, len(met)),
        before=_did(by, before, since - A_DAY, len(met_before)),
        met=met,
        targets=_targets(by, until),
        open=rules.longest_open(standings, today),
        thin=rules.thin(reads.circles(connection, today - rules.LATELY)),
        plan=rules.plan(
            standings,
            [found[id_] for id_ in advisers],
            [found[id_] for id_ in uncalled],
            today,
            configured.check,
            seeking.looking_for_each(connection, configured.looking_for, advisers),
        ),
    )


def rests(connection: Book, today: date) -> bool:
    """Whether anything has come to rest that is still open."""
    return bool(due.blocks(connection, today, resting=True))


def _did(connection: Book, first: date, last: date, met: int) -> Did:
    asked, given, thanked, new = (
        goal_counts.counted(connection, what, (first, last))
        for what in ("asks", "gives", "thanks", "new people")
    )
    return Did(met, asked, given, thanked, new)


def _targets(connection: Book, day: date) -> tuple[WeekTarget, ...]:
    return tuple(
        WeekTarget(GoalBrief(goal.id, goal.ref, goal.text), target)
        for goal in goals.goals(connection, day)
        for target in goal.targets
    )


def _urgent(connection: Book, today: date) -> list[int]:
    """Those who are most urgent in the coming week, by id."""
    until = due_rules.horizon(today, rules.DAYS)
    keys = due_rules.birthday_keys(today, today + reconnect.BIRTHDAY_WITHIN)
    return reads.urgent(connection, today, until, keys)


def _judged(
    connection: Book, ids: Iterable[int], today: date, known: Shared
) -> dict[int, Standing]:
    """Where you stand with each of them, by id; an opening may be what was last spoken of."""
    each = list(dict.fromkeys(ids))
    found = in_place(connection, relationships(connection, each, all_meetings, known))
    return {one.contact.id: one for one in all_judged(found, today)}


def efforts(connection: Book, span: tuple[date, date]) -> list[Effort]:
    """The record of a search over those days, both included."""
    return reads.efforts(connection, *span)


def span(typed: str, today: date) -> tuple[date, date]:
    """The days from FROM to TO, both included; of a week or a month its first, its last.

    One day, week or month alone is that one, and so much time, such as `2w`, the time up to today;
    without FROM it is all until TO. Raises UsageMistake for anything else.
    """
    word, _, rest = typed.strip().partition(" ")
    if word.casefold() in IN_WORDS and SPAN not in rest:
        typed = IN_WORDS[word.casefold()].format(rest)
    first, dots, last = (part.strip() for part in typed.partition(SPAN))
    if not dots and (so_long := spans.until_today(first, today)):
        return so_long, today
    if not first and not last:
        raise UsageMistake("--log takes days.", advice="netlog week --log 2026-11-01..today")
    begins = spans.edge(first, today, "start") if first else date.min
    if not dots:
        return begins, spans.edge(first, today, "end")
    ends = spans.edge(last, today, "end") if last else today
    if ends < begins:
        raise UsageMistake(f"{begins.isoformat()} is after {ends.isoformat()}.")
    return begins, ends
