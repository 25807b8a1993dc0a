"""How wide the columns of a page are: which stand side by side, which below, and which nowhere."""

from collections.abc import Iterable, Sequence

from netlog.output import CRAMPED
from netlog.render.cells import width_of
from netlog.render.clean import clean, clean_block
from netlog.render.page import Column, Listing
from netlog.typed import Any

GAP = 2
# To how many cells a column may shrink.
LEAST, LEAST_WRAPPED = 6, 16
# So much of a text is left before long names get less room than they want.
LEAST_BESIDE_NAME = 28
# So much of it is left by a name that runs on.
LEAST_RUN_INTO = 12

Widths = dict[Column, int]


def below_others(columns: Sequence[Column], width: int) -> list[Column]:
    """The columns that stand under the others: some always, what wraps where it is narrow."""
    growing = [column for column in columns if column.grow]
    beside = len(columns) - len(growing)
    narrow = width < CRAMPED and (beside > 1 or len(growing) > 1)
    return [column for column in columns if column.under or (narrow and column.grow)]


def left_out(shown: Sequence[Column], there: Sequence[Column]) -> list[Column]:
    """Of those columns the ones that stand nowhere, each by one that tells it."""
    heads = {column.head for column in there}
    told = {c.head: c for c in shown if c.head not in heads and not c.spare}
    return list(told.values())


def widths_of(
    columns: Sequence[Column], page: Listing, records: Sequence[Any], width: int
) -> tuple[Widths, Sequence[Column]]:
    """The cells of each column that is shown: as many as it needs, the longest shrunk first.

    Where there is no room for all, none has more than its most, and what is firm keeps that; where
    the others have none left, the last of them is left out. With the columns of names that have
    less than they need.
    """
    needed = {column: _wanted(column, records, heads=page.heads) for column in columns}
    widths = dict(needed)
    firm = {c for c in columns if _is_firm(c, columns)}
    soft = [c for c in columns if c not in firm]
    least = {c: _least(c, heads=page.heads) for c in soft}
    _cap(widths, soft, width)
    wanted = dict(widths)
    _shrink(widths, {c: max(room, LEAST_BESIDE_NAME) for c, room in least.items()}, width)
    if _excess(widths, width) > 0:
        # What the names give up is the texts' again.
        widths = wanted
        _cap(widths, firm, width)
    _shrink(widths, least, width)
    while _excess(widths, width) > 0 and soft:
        del widths[soft.pop()]
    # Where it is narrow, there is room below for what is whole.
    while width < CRAMPED and _excess(widths, width) > 0 and len(widths) > 2:
        del widths[list(widths)[-1]]
    if (excess := _excess(widths, width)) > 0:
        # No text is left to shrink: the widest is broken in two, the ref last.
        widest = max(list(widths)[1:] or widths, key=widths.__getitem__)
        widths[widest] = max(widths[widest] - excess, 1)
    return widths, [c for c in list(widths)[1:] if c.firm and widths[c] < needed[c]]


def running_on(
    page: Listing, record: Any, widths: Widths, short: Sequence[Column], width: int
) -> Widths:
    """The widths for this record: a name that is longer than its short column runs on, if it can.

    It takes what those behind it leave free, and of a text that ends the line all but a little and
    what is marked in it. In a table, and such has heads or ends otherwise, only what is empty gives
    room.
    """
    long = [c for c in short if _cells_of(c, record) > widths[c]]
    if len(long) != 1 or "\n" in clean_block(long[0].cell(record).text):
        return widths
    columns = list(widths)
    last = columns[-1]
    is_table = page.heads or last.firm
    needed = _cells_of(long[0], record) - widths[long[0]]
    found = widths | {long[0]: widths[long[0]] + needed}
    for column in columns[columns.index(long[0]) + 1 :]:
        used = min(_cells_of(column, record), widths[column])
        if is_table and used:
            break
        least = min(used, _kept_of(column, record)) if column is last else used
        given = min(widths[column] - least, needed)
        found[column] -= given
        needed -= given
    free = 0 if is_table else -_excess(widths, width)
    return found if needed <= free else widths


def _kept_of(column: Column, record: Any) -> int:
    """What a name that runs on leaves of a text: what is marked, between what is cut off."""
    text, marks = (cell := column.cell(record)).text, cell.marks[:1]
    marked = (width_of(clean(text[start:end])) + 2 * len("… ") for start, end in marks)
    return max([LEAST_RUN_INTO, *marked])


def _cells_of(column: Column, record: Any) -> int:
    return width_of(clean(column.cell(record).text))


def _cap(widths: Widths, columns: Iterable[Column], width: int) -> None:
    """Give none of the columns more than its most, where there is no room for all."""
    if _excess(widths, width) > 0:
        widths |= {c: min(widths[c], c.most) for c in columns if c.most}


def _shrink(widths: Widths, least: Widths, width: int) -> None:
    """Take from the widest of the columns, cell by cell, until all have room or their least."""
    while _excess(widths, width) > 0:
        able = [column for column in least if widths[column] > least[column]]
        if not able:
            return
        widths[max(able, key=widths.__getitem__)] -= 1


def _excess(widths: Widths, width: int) -> int:
    """How many cells too many a line would have."""
    return sum(widths.values()) + GAP * (len(widths) - 1) - width


def _is_firm(column: Column, columns: Sequence[Column]) -> bool:
    """The ref, which comes first, and what is said to be; a text may come first, too."""
    return column.firm or (column is columns[0] and not column.free)


def _least(column: Column, *, heads: bool) -> int:
    least = LEAST_WRAPPED if column.grow else LEAST
    return max(least, width_of(column.head) if heads else 0)


def _wanted(column: Column, records: Sequence[Any], *, heads: bool) -> int:
    widest = max((_width(column.cell(record).text) for record in records), default=1)
    return max(widest, width_of(column.head) if heads else 1, 1)


def _width(text: str) -> int:
    """The cells of the widest line of a text."""
    shown = clean_block(text)
    return max(map(width_of, shown.split("\n"))) if "\n" in shown else width_of(shown)
