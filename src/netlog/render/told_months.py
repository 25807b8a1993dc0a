"""The months that a page of stats and its picture name, and what came before them in one."""

from collections.abc import Callable, Sequence

from netlog.records.stats import MonthCount
from netlog.typed import Final

EARLIER: Final = "earlier"
LAST_MONTHS: Final = 12


def told(months: Sequence[MonthCount], has: Callable[[MonthCount], bool]) -> list[MonthCount]:
    """The months that have a line of their own, the last ones, behind all before in one, if any."""
    before = _earlier(months[:-LAST_MONTHS])
    return [*([before] if has(before) else []), *months[-LAST_MONTHS:]]


def any_new(month: MonthCount) -> bool:
    """Whether anybody was new."""
    return bool(month.new)


def any_given(month: MonthCount) -> bool:
    """Whether anything was given, received or asked."""
    return bool(month.given or month.received or month.asked)


def _earlier(before: Sequence[MonthCount]) -> MonthCount:
    """Months that have no line of their own, in one."""
    return MonthCount(
        EARLIER,
        new=sum(month.new for month in before),
        given=sum(month.given for month in before),
        received=sum(month.received for month in before),
        asked=sum(month.asked for month in before),
        thanked=sum(month.thanked for month in before),
    )
