"""One cell laid out in so many cells of a screen: wrapped, cut or told in less, by its column.

What a column says of it is kept: a name is whole, a tail stays, a mark is seen.
"""

from collections.abc import Iterator, Sequence

from netlog.render.cells import ELLIPSIS, cut, cut_around, cut_at_word, cut_between_words, width_of
from netlog.render.clean import clean, clean_block
from netlog.render.page import Cell, Column
from netlog.render.pieces import (
    Piece,
    Pieces,
    first_mark,
    lines_of,
    lines_of_text,
    pieces_of,
    stretch,
)
from netlog.typed import Any

# A title wraps, and so does a name, unless it is none any more.
MOST_LINES = 3
# So much is left of what stands before a tail.
LEAST_HEAD, LEAST_OF_ALL = 10, 4


def cell_lines(column: Column, record: Any, width: int) -> Iterator[Pieces]:
    """The lines of a cell: wrapped at words where it may grow, else one that is cut."""
    cell = column.cell(record)
    if not cell.marks and width_of(shown := clean_block(cell.text)) <= width and "\n" not in shown:
        yield [Piece(shown, cell.style)] if shown else []
        return
    pieces = list(pieces_of(cell))
    if column.grow:
        yield from lines_of(pieces, width)
        return
    if column.firm:
        yield from _whole(pieces, width)
        return
    text = _in_a_line(pieces)
    if cell.shorter and width_of(text) > width:
        pieces = list(pieces_of(_in_less(cell, width)))
        text = _in_a_line(pieces)
    tails = [clean(tail) for tail in cell.tails if tail]
    if tails and width_of(text) > width:
        yield from _ended(cell, text, tails, width)
        return
    if column.under:
        yield [Piece(cut_at_word(text, width), cell.style)]
        return
    start, end = cut_around(text, width, *first_mark(pieces))
    dots = Piece(ELLIPSIS, cell.style)
    yield [
        *([dots] if start and text[start] != ELLIPSIS else []),
        *stretch(pieces, start, end),
        *([dots] if end < len(text) else []),
    ]


def _in_less(cell: Cell, width: int) -> Cell:
    """The first of its shorter texts for which there is room, with its marks."""
    fitting = (one for one in cell.shorter if width_of(clean(one)) <= width)
    text = next(fitting, cell.shorter[-1])
    marked = (cell.text[start:end] for start, end in cell.marks)
    at = [(text.find(one), len(one)) for one in marked]
    return cell._replace(text=text, marks=[(start, start + long) for start, long in at])


def _in_a_line(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces).replace("\n", " ")


def _ended(cell: Cell, text: str, tails: Sequence[str], width: int) -> Iterator[Pieces]:
    """A text for all of which there is no room, and one of its ends."""
    head = text.removesuffix(tails[0])
    rooms = [(tail, room) for tail in tails if (room := width - width_of(tail)) >= LEAST_HEAD]
    kept = [(cut_between_words(head, room), tail) for tail, room in rooms]
    ended = [pair for pair in kept if pair[0] == head]
    ended += [pair for pair in kept if width_of(pair[0]) > LEAST_OF_ALL]
    if rooms and not cell.least:
        ended.append((cut(head, rooms[0][1]), rooms[0][0]))
    if ended:
        yield [Piece("".join(ended[0]), cell.style)]
    elif cell.least:
        yield [Piece(_in_least(head, text, tails, cell.least, width), cell.style)]
    else:
        # What stands in no room beside a text is told all the same.
        yield [Piece(cut_at_word(head, width), cell.style)]
        yield from lines_of_text(tails[0].strip(), width, cell.style)


def _in_least(head: str, text: str, tails: Sequence[str], least: Sequence[str], width: int) -> str:
    """Words of the head, and the first of the ends that leaves room for some; else that end, in as
    many words as there is room for.

    Where there is no end to keep, the text is cut as others are.
    """
    ends = [*filter(None, least)]
    for end in ends:
        kept = cut_between_words(head, max(width - width_of(end), 1))
        if kept == head or width_of(kept) > LEAST_OF_ALL:
            return f"{kept}{end}"
    alone = [clean(end).lstrip(" :;,") for end in (*tails, *ends)] if ends else [text]
    whole = next((end for end in alone if width_of(end) <= width), "")
    return whole or cut_between_words(alone[-1], width) or cut(alone[-1], width)


def _whole(pieces: Pieces, width: int) -> Iterator[Pieces]:
    """A name or the like in as many lines as it needs, unless it is no name any more."""
    lines = list(lines_of(pieces, width))
    yield from lines[: MOST_LINES - (len(lines) > MOST_LINES)]
    if len(lines) > MOST_LINES:
        last = "".join(piece.text for piece in lines[MOST_LINES - 1])
        yield [Piece(cut(f"{last}{ELLIPSIS}", width), pieces[0].style)]
