"""A command taken back: with its rows held in memory, or passed over where they are too many."""

from netlog.errors import Refused
from netlog.records.history import Batch, Obstacle
from netlog.store.connect import server
from netlog.store.reads import history as reads
from netlog.store.writes import day_numbers, history, history_large
from netlog.store.writes.recording import Recording

MOST_HELD = 10_000  # rows


def take_back(book: Recording, batch: Batch, *, alone: bool = False) -> Obstacle | None:
    """Make every row that the command changed what it was before, and journal that.

    alone: what later commands changed of the same rows stays, where it is something else. Returns
    what stands in the way, if anything; then the caller must not let it be saved.
    """
    if server(book.connection):
        _check_seen(book, batch)
    take = history_large.take_back if batch.rows > MOST_HELD else history.take_back
    obstacle = take(book, batch, alone=alone)
    if obstacle is None:
        day_numbers.fill(book)
    return obstacle


def _check_seen(book: Recording, batch: Batch) -> None:
    """Raise Refused where some of it is not seen any more: all of it is taken back, or none."""
    seen = sum(tally.number for tally in reads.tallies(book.connection, batch))
    if seen < batch.rows:
        raise Refused(
            f"{batch.command} changed what you do not see any more.",
            advice="Who keeps the office can take it back.",
        )
