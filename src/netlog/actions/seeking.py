"""What you look for, wherever netlog speaks of it: the nearest goal, else what the config says."""

from collections.abc import Iterable

from netlog import clock
from netlog.rules import seeking as rules
from netlog.store.connect import Book
from netlog.store.reads import seeking as reads


def looking_for(connection: Book, configured: str | None, whom: int | None = None) -> str | None:
    """What you look for, where you speak with that person: the nearest goal, else the config."""
    return next(iter(sought(connection, configured, whom)), None)


def looking_for_each(
    connection: Book, configured: str | None, whom: Iterable[int]
) -> dict[int, str | None]:
    """The same for each of those people, by id."""
    found = _sought(connection, configured, whom)
    return {id_: next(iter(found[id_]), None) for id_ in found}


def sought(connection: Book, configured: str | None, whom: int | None = None) -> list[str]:
    """All that you look for, the nearest goal first; what the config says comes last.

    Goals that the person with that id serves come before all others.
    """
    nobody = 0
    return _sought(connection, configured, [whom or nobody])[whom or nobody]


def _sought(
    connection: Book, configured: str | None, people: Iterable[int]
) -> dict[int, list[str]]:
    """All that you look for, by the id of each of whom it is asked."""
    open_ = reads.in_short(connection)
    served = reads.served(connection) if open_ else frozenset()
    today = clock.today()
    everything = [*rules.sought(open_.values(), today), *filter(None, [configured])]
    found = {}
    for whom in people:
        theirs = rules.sought((one for id_, one in open_.items() if (whom, id_) in served), today)
        found[whom] = [*dict.fromkeys((*theirs, *everything))]
    return found
