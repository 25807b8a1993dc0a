"""What a page is made of; `pages` fills these in and the engines draw them."""

from collections.abc import Callable, Sequence

from netlog.named import NamedTuple
from netlog.typed import Any, Literal

# Between phrases, each of which is kept whole.
BETWEEN = "   "
LONGEST_KEPT = 200  # characters of a line of a card

Style = Literal["", "soft", "strong", "late", "mind", "good", "mark"]


class Cell(NamedTuple):
    """A text and how it stands out; the style is never the only signal.

    marks are stretches of the text, from start up to end, of a style of their own: they stand out
    by weight and a line unless another is said. tails are ends that may stand for the end of the
    text, the longest first: where there is no room for all, the first that leaves what stands
    before it whole is taken, else the first that has room; least are the ends for where none has.
    shorter are other texts for less room, the longest first: the first that fits is taken, else the
    last; what is marked is in each, too.
    """

    text: str
    style: Style = ""
    marks: Sequence[tuple[int, int]] = ()
    marked: Style = "mark"
    tails: Sequence[str] = ()
    least: Sequence[str] = ()
    shorter: Sequence[str] = ()


class Column(NamedTuple):
    """A column; it is left out on terminals narrower than from_width.

    With until_width it is left out from that width on, and in a pipe: another says it better there.

    Where there is no room for all it has at most `most` cells, if that is said, and shrinks unless
    it is firm, as the first always is. grow lets it wrap, the others are cut with an ellipsis.
    blank says nothing where it is empty, as no word follows that could be taken for it, and is
    left out where all are. under: it stands below the others, wrapped, at every width.

    free: it shrinks though it comes first. What has no room beside the others stands below them
    where it is narrow, in the form of `stacked`; spare: it may be left out and nobody is told.
    """

    head: str
    cell: Callable[[Any], Cell]
    from_width: int = 0
    until_width: int = 0
    grow: bool = False
    most: int = 0
    blank: bool = False
    firm: bool = False
    under: bool = False
    free: bool = False
    stacked: str = "{}"
    spare: bool = False


def filled(columns: Sequence[Column], records: Sequence[Any]) -> tuple[Column, ...]:
    """The columns without those that say nothing of any of these records."""
    return tuple(c for c in columns if not c.blank or any(c.cell(one).text for one in records))


class Listing(NamedTuple):
    """Many records: columns, the sentence for none, and the one line each becomes when narrow.

    section names the heading a record stands under, in the order the records come; narrow_note
    stands below those lines. aside stands at the right of the title, note below both, foot below
    everything: phrases that are kept whole, or a line each with foot_in_lines. tight: no blank line
    between sections. one_line: what may wrap does so under its ref where it is narrow, and is cut
    elsewhere. unsaid: nothing is said of columns that have no room.
    """

    columns: tuple[Column, ...]
    empty: str
    line: Callable[[Any], str]
    title: str = ""
    section: Callable[[Any], str] | None = None
    heads: bool = True
    narrow_below: int = 30
    narrow_note: str = ""
    aside: str = ""
    note: str = ""
    foot: tuple[str, ...] = ()
    foot_in_lines: bool = False
    tight: bool = False
    one_line: bool = False
    unsaid: bool = False


class Field(NamedTuple):
    """One labelled value of a sheet; an empty value is left out.

    phrases: it is some of ours, with BETWEEN them, each on a line of its own where it is bounded.
    """

    label: str
    value: Callable[[Any], str | None]
    style: Style = ""
    phrases: bool = False


class Part(NamedTuple):
    """A listing inside a sheet, left out when it has no records."""

    heading: str
    records: Callable[[Any], Sequence[Any]]
    page: Listing


class Sheet(NamedTuple):
    """One record in full; or the sentence, where that is not None and says it all."""

    title: Callable[[Any], str]
    fields: tuple[Field, ...]
    parts: tuple[Part, ...] = ()
    sentence: Callable[[Any], str | None] = lambda _: None


def shortened(line: str) -> str:
    """A kept line as one can look at it: of a picture its beginning and its size."""
    if len(line) <= LONGEST_KEPT:
        return line
    return f"{line[:LONGEST_KEPT]}… ({len(line):,} characters)"
