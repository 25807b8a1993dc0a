"""What somebody did, and which ask of yours it answers."""

from collections.abc import Sequence
from datetime import date, timedelta

from netlog import clock
from netlog.named import NamedTuple
from netlog.records.favors import TO_ME, Favor, FavorFilter
from netlog.rules import asks, dates
from netlog.store.connect import Book
from netlog.store.reads import favors as reads
from netlog.store.reads import thanks
from netlog.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from netlog.store.writes.recording import Recording

# So near to the day on which an ask was settled, the same words are about the same kindness.
LATELY = timedelta(days=7)


class Got(NamedTuple):
    """What they did for you; answers is the id of the ask that it is known to answer."""

    what: str
    answers: int | None = None


def open_asks(connection: Book, contact_id: int, on: date) -> list[Favor]:
    """What they were asked for by that day, and did not do yet; the oldest first."""
    found = reads.favors(connection, FavorFilter(contact_id, TO_ME, open_only=True))
    return [ask for ask in reversed(found) if ask.opened_on <= on + dates.MOST_DAYS_AHEAD]


def answer(
    book: "Recording",
    contact_id: int,
    got: Got,
    waiting: Sequence[Favor],
    on: date,
    meeting_id: int | None = None,
) -> Favor | None:
    """Let a kindness answer the open ask that is known or seen to be meant; returns that.

    One that was settled in these days, without a word of how, is meant as well.
    """
    from netlog.store.writes import favors as writes

    meant = [ask for ask in waiting if ask.id == got.answers]
    ask = meant[0] if meant else asks.answered(got.what, waiting)
    if ask is None:
        ask = asks.came_lately(got.what, done_asks(book.connection, contact_id, on))
    if ask:
        came = asks.what_came(ask, got.what)
        done_on = ask.done_on or asks.came_on(ask.opened_on, on, clock.today())
        writes.answer(book, ask.id, came, done_on, meeting_id)
    return ask


def done_asks(connection: Book, contact_id: int, on: date) -> list[Favor]:
    """What they were asked for and was settled in the days before, without a meeting; also where
    it was closed by what came of it.
    """
    found = reads.favors(connection, FavorFilter(contact_id, TO_ME))
    return [
        ask
        for ask in found
        if ask.asked and ask.state in ("done", "closed") and not ask.dropped_on
        if (settled := ask.done_on or ask.outcome_on) and abs(on - settled) <= LATELY
        if not any(owed.meeting for owed in thanks.of_favor(connection, ask.id))
    ]
