"""Pages for a person at a terminal, in colour: each piece of a line in the escapes of its style.

The layout has done the rest, so nothing here measures, wraps or knows a terminal.
"""

from collections.abc import Iterable, Sequence

from netlog.render import layout
from netlog.render.page import Listing, Sheet
from netlog.render.pieces import Piece, Pieces
from netlog.typed import Any

# Select Graphic Rendition; colours are those of the terminal's own palette.
CODES = {
    "": "",
    "soft": "2",
    "strong": "1",
    "late": "1;31",
    "mind": "33",
    "good": "32",
    "mark": "1;4",
    "title": "1",
    "heading": "1;36",
    "head": "2",
    "foot": "2",
    "code": "30;107",
}


def listing(page: Listing, records: Sequence[Any], width: int, colour: bool) -> str:
    """The page as terminal text."""
    return text(layout.listing(page, records, width), colour)


def sheet(page: Sheet, record: Any, width: int, colour: bool) -> str:
    """The page as terminal text."""
    return text(layout.sheet(page, record, width), colour)


def code(lines: Sequence[str]) -> str:
    """Lines of blocks, black on white."""
    return text(([Piece(line, "code")] for line in lines), colour=True)


def text(lines: Iterable[Pieces], colour: bool) -> str:
    """The lines as terminal text; without colour, without any style."""
    painted = _painted if colour else _bare
    return "".join(f"{''.join(map(painted, line)).rstrip()}\n" for line in lines)


def _painted(piece: Piece) -> str:
    code = CODES[piece.style]
    return f"\x1b[{code}m{piece.text}\x1b[0m" if code and piece.text else piece.text


def _bare(piece: Piece) -> str:
    return piece.text
