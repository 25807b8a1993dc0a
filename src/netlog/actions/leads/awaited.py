"""What is waited for on the way, and what of it was let go with what was said of a lead."""

import sqlite3
from collections.abc import Collection, Iterable

from netlog.records.leads import Lead, LetGo
from netlog.store.reads import favors
from netlog.store.reads import leads as reads


def of_lead(connection: sqlite3.Connection, one: Lead) -> list[int]:
    """The favors of a lead and of its goal, by id; none that is let go."""
    tied = {favor_id for favor_id, _ in reads.favors(connection, one.id)}
    return sorted(tied.union(reads.favors_of_goal(connection, one.goal.id) if one.goal else ()))


def of_favor(connection: sqlite3.Connection, favor_id: int) -> list[int]:
    """Those of the lead that a favor is for, else of its goal."""
    lead_id = reads.of_favor(connection, favor_id)
    if lead_id is not None and (one := reads.lead(connection, lead_id)):
        return of_lead(connection, one)
    goal_id = reads.goal_of_favor(connection, favor_id)
    return [] if goal_id is None else reads.favors_of_goal(connection, goal_id)


def let_go(
    connection: sqlite3.Connection, before: Iterable[int], named: Collection[str] = ()
) -> tuple[LetGo, ...]:
    """Those of the favors that are let go by now, but for those that were named by their refs."""
    found = filter(None, (favors.favor(connection, id_) for id_ in before))
    return tuple(
        LetGo(one.ref, one.contact, one.text, one.asked)
        for one in found
        if one.dropped_on and one.ref not in named
    )
