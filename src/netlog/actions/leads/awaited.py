"""What is waited for on the way, and what of it was let go with what was said of a lead."""

from collections.abc import Collection, Sequence

from netlog.named import NamedTuple
from netlog.records.leads import Lead, LetGo
from netlog.store.connect import Book
from netlog.store.reads import favors, thanks
from netlog.store.reads import leads as reads


class OnTheWay(NamedTuple):
    """What there is on the way, by id: the favors, and the thanks that are owed for them."""

    favors: tuple[int, ...] = ()
    thanks: tuple[int, ...] = ()


def of_lead(connection: Book, one: Lead) -> OnTheWay:
    """What a lead and its goal have; no favor that is let go."""
    tied = {favor_id for favor_id, _ in reads.favors(connection, one.id)}
    ids = tied.union(reads.favors_of_goal(connection, one.goal.id) if one.goal else ())
    return _tied(connection, sorted(ids))


def of_favor(connection: Book, favor_id: int) -> OnTheWay:
    """What the lead has that a favor is for, else its goal."""
    lead_id = reads.of_favor(connection, favor_id)
    if lead_id is not None and (one := reads.lead(connection, lead_id)):
        return of_lead(connection, one)
    goal_id = reads.goal_of_favor(connection, favor_id)
    ids = [] if goal_id is None else reads.favors_of_goal(connection, goal_id)
    return _tied(connection, ids)


def _tied(connection: Book, ids: Sequence[int]) -> OnTheWay:
    owed = (one for id_ in ids for one in thanks.of_favor(connection, id_))
    return OnTheWay(tuple(ids), tuple(one.id for one in owed if one.state == "open"))


def let_go(connection: Book, before: OnTheWay, named: Collection[str] = ()) -> tuple[LetGo, ...]:
    """What of it is let go by now, but for what was named by its ref."""
    asked = filter(None, (favors.favor(connection, id_) for id_ in before.favors))
    owed = filter(None, (thanks.thanks(connection, id_) for id_ in before.thanks))
    found = [
        *(LetGo(one.ref, one.contact, one.text, one.asked) for one in asked if one.dropped_on),
        *(
            LetGo(one.ref, one.contact, one.favor.text if one.favor else "", asked=False)
            for one in owed
            if one.dropped_on
        ),
    ]
    return tuple(one for one in found if one.ref not in named)
