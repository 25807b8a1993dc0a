"""What a calendar says of events that it told of before: that they are off, or no more in it."""

from datetime import date

from netlog.named import NamedTuple


class IncomingWithdrawal(NamedTuple):
    """That the meeting of that uid did not happen, though it was told of before, and why not.

    whole says that all of the series of that uid did not, off that it will not happen either,
    listed that its series alone names it, and tells of no change of its own.
    """

    row: int
    uid: str
    reason: str
    whole: bool = False
    off: bool = True
    sequence: int = 0
    listed: bool = False


class IncomingSeries(NamedTuple):
    """All that a calendar has of the event of that uid: what else there was of it is no more.

    stands are the uids of its occurrences and the days on which they were planned, of a single
    event its own; coming are those of them that are still to come. reason says why there is none.
    sequence is that of the rule; apart are the uids of the occurrences that have one of their own.
    """

    row: int
    uid: str
    stands: tuple[tuple[str, date], ...] = ()
    coming: frozenset[str] = frozenset()
    reason: str = "it is no longer in the calendar"
    sequence: int = 0
    apart: frozenset[str] = frozenset()
