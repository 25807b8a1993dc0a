"""Which commands hold, and which can be taken back or brought back: values in, values out.

A command holds unless one that holds undid it. What undid is undone by redo, as in an editor.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from netlog.records.history import COMPACT, FORGET, Batch, Change

UNDO, MERGE = "undo", "merge"


def judged(newest_first: Iterable[Batch]) -> Iterator[tuple[Batch, bool]]:
    """Each command, and whether it was undone.

    Of those that changed a row it is enough to give all: to undo them changed the row as well.
    """
    undone: set[str] = set()
    for batch in newest_first:
        if batch.undoes and batch.id not in undone:
            undone.add(batch.undoes)
        yield batch, batch.id in undone


def to_undo(newest_first: Iterable[Batch], of: str | None = None) -> Iterator[Batch]:
    """The commands that hold, in the order in which they can be taken back: that person's alone."""
    # What was forgotten must not come back with what was done before, nor is all of it there.
    since = takewhile(lambda pair: pair[0].command not in (FORGET, COMPACT), judged(newest_first))
    return (b for b, undone in since if not (undone or b.undoes) and is_of(b, of))


def to_redo(newest_first: Iterable[Batch], of: str | None = None) -> Iterator[Batch]:
    """What was undone since the last command, in the order in which it can be brought back.

    What others do meanwhile ends nothing for whom that is about.
    """
    theirs = (pair for pair in judged(newest_first) if is_of(pair[0], of))
    since = takewhile(lambda pair: pair[0].undoes, theirs)
    return (batch for batch, undone in since if batch.command == UNDO and not undone)


def is_of(batch: Batch, who: str | None) -> bool:
    """Whether that person gave the command; of a file's, and of old ones, everybody did."""
    return who is None or batch.who in (who, None)


def of_commands(newest_first: list[Change]) -> tuple[list[Change], set[str]]:
    """The changes of a record from the first, without undoing and redoing; and who was undone."""
    batches = {change.batch.id: change.batch for change in newest_first}
    undone = {batch.id for batch, undone in judged(batches.values()) if undone}
    return [change for change in reversed(newest_first) if not change.batch.undoes], undone


def merges_taken_back(newest_first: Iterable[Batch]) -> frozenset[int]:
    """The numbers of the merges that do not hold, and of what undid and redid those."""
    every = [*judged(newest_first)]
    known = {batch.id: (batch, undone) for batch, undone in every}

    def merged_in_vain(batch: Batch, undone: bool) -> bool:
        while batch.undoes in known:
            batch, undone = known[batch.undoes]
        return batch.command == MERGE and undone

    return frozenset(batch.number for batch, undone in every if merged_in_vain(batch, undone))
