"""The week under review, asked in bounded reads and judged as `due` and `reconnect` judge."""

import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta

from netlog.actions import due, goals
from netlog.actions.judged import all_judged
from netlog.errors import Refused, UsageMistake
from netlog.records.favors import Favor
from netlog.records.leads import GoalBrief
from netlog.records.standing import Standing
from netlog.records.week import Did, Effort, TurnTo, Week, WeekTarget
from netlog.rules import due as due_rules
from netlog.rules import reconnect, spans
from netlog.rules import week as rules
from netlog.store.config import settings
from netlog.store.reads import goals as goal_reads
from netlog.store.reads import week as reads
from netlog.store.reads.standing import relationships

A_DAY = timedelta(days=1)
ADVISED_WITHIN = timedelta(days=180)
SPAN = ".."


def week(connection: sqlite3.Connection, of: date, today: date) -> Week:
    """The week in which that day is; raises Refused for one that is still to come."""
    since = rules.since(of)
    if since > today:
        raise Refused(f"The week of {of.isoformat()} is still to come.")
    until = min(since + timedelta(days=rules.DAYS - 1), today)
    before = since - timedelta(days=rules.DAYS)
    standings = _standings(connection, today)
    met = reads.met(connection, since, until)
    counts = reads.circles(connection, today - rules.LATELY)
    return Week(
        since=since,
        until=until,
        did=_did(connection, since, until),
        before=_did(connection, before, since - A_DAY),
        met=met,
        targets=_targets(connection, until),
        open=rules.longest_open(standings, today),
        thin=rules.thin(counts),
        plan=_plan(connection, standings, today),
    )


def rests(connection: sqlite3.Connection, today: date) -> bool:
    """Whether anything has come to rest that is still open."""
    return bool(due.blocks(connection, today, resting=True))


def _did(connection: sqlite3.Connection, first: date, last: date) -> Did:
    asked, given, thanked, new = (
        goal_reads.counted(connection, what, (first, last))
        for what in ("asks", "gives", "thanks", "new people")
    )
    return Did(len(reads.met(connection, first, last)), asked, given, thanked, new)


def _targets(connection: sqlite3.Connection, day: date) -> tuple[WeekTarget, ...]:
    return tuple(
        WeekTarget(GoalBrief(goal.id, goal.ref, goal.text), target)
        for goal in goals.goals(connection, day)
        for target in goal.targets
    )


def _standings(connection: sqlite3.Connection, today: date) -> list[Standing]:
    """Where you stand with those who are most urgent in the coming week, with all that is known.

    Companies are among them, and steps of which nobody is known, each as if it were somebody.
    """
    until = due_rules.horizon(today, rules.DAYS)
    keys = due_rules.birthday_keys(today, today + reconnect.BIRTHDAY_WITHIN)
    ids = reads.urgent(connection, today, until, keys)
    return _judged(connection, ids, today) + due.beside(connection, today)


def _judged(connection: sqlite3.Connection, ids: Sequence[int], today: date) -> list[Standing]:
    return list(all_judged(relationships(connection, ids, _all_meetings), today))


def _all_meetings(_: Sequence[Favor]) -> bool:
    """An opening may be what was last spoken of."""
    return True


def _plan(
    connection: sqlite3.Connection, standings: list[Standing], today: date
) -> tuple[TurnTo, ...]:
    configured = settings()
    latest = today - reconnect.LATELY - A_DAY
    advisers = reads.advisers(connection, today - ADVISED_WITHIN, latest)
    return rules.plan(
        standings,
        _judged(connection, advisers, today),
        _judged(connection, reads.uncalled(connection), today),
        today,
        configured.check,
        {id_: goals.looking_for(connection, configured.looking_for, id_) for id_ in advisers},
    )


def efforts(connection: sqlite3.Connection, span: tuple[date, date]) -> list[Effort]:
    """The record of a search over those days, both included."""
    return reads.efforts(connection, *span)


def span(typed: str, today: date) -> tuple[date, date]:
    """The days from FROM to TO, both included; of a week or a month its first, its last.

    One day, week or month alone is that one; without FROM it is all until TO. Raises UsageMistake
    for anything else.
    """
    first, dots, last = (part.strip() for part in typed.partition(SPAN))
    if not first and not last:
        raise UsageMistake("--log takes days.", advice="netlog week --log 2026-11-01..today")
    begins = spans.edge(first, today, "start") if first else date.min
    if not dots:
        return begins, spans.edge(first, today, "end")
    ends = spans.edge(last, today, "end") if last else today
    if ends < begins:
        raise UsageMistake(f"{begins.isoformat()} is after {ends.isoformat()}.")
    return begins, ends
