"""Text in pieces, each of one style: made of cells and texts, broken into lines, and cut out."""

from collections.abc import Iterator, Sequence

from netlog.named import NamedTuple
from netlog.render.cells import wrapped
from netlog.render.clean import clean_block
from netlog.render.page import Cell


class Piece(NamedTuple):
    """Text of one style: that of a cell, or "title", "heading", "head" or "foot"."""

    text: str
    style: str = ""


Pieces = list[Piece]


def pieces_of(cell: Cell) -> Iterator[Piece]:
    """Piece by piece: an escape is longer than what it stands for.

    Together they are the text, whatever is marked: no mark says a letter twice, or leaves one out.
    """
    end = 0
    for start, until in sorted(cell.marks):
        start = max(start, end)
        if start < until:
            yield Piece(clean_block(cell.text[end:start]), cell.style)
            yield Piece(clean_block(cell.text[start:until]), cell.marked)
            end = until
    yield Piece(clean_block(cell.text[end:]), cell.style)


def lines_of_text(text: str, width: int, style: str = "") -> Iterator[Pieces]:
    """The lines of a text of one style, none of an empty one."""
    if text:
        yield from lines_of([Piece(clean_block(text), style)], width)


def lines_of(pieces: Pieces, width: int) -> Iterator[Pieces]:
    """The lines of the pieces as one text, each in so many cells."""
    text = "".join(piece.text for piece in pieces)
    begin = 0
    for line in text.split("\n"):
        for start, end in wrapped(line, width):
            yield list(stretch(pieces, begin + start, begin + end))
        begin += len(line) + 1


def stretch(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """What of the pieces stands from start up to end of their text."""
    at = 0
    for piece in pieces:
        text = piece.text[max(start - at, 0) : max(end - at, 0)]
        at += len(piece.text)
        if text:
            yield Piece(text.replace("\n", " "), piece.style)


def first_mark(pieces: Sequence[Piece]) -> tuple[int, int]:
    """From where up to where the first marked piece stands; nowhere where there is none."""
    at = 0
    for piece in pieces:
        if piece.style == "mark":
            return at, at + len(piece.text)
        at += len(piece.text)
    return 0, 0
