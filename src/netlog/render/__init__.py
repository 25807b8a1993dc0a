"""Records shown: as JSON, as plain lines in a pipe, with Rich on a terminal.

What each report shows is data in `pages`; the engines know nothing of people.
"""

import sys
from collections.abc import Callable, Iterator, Sequence

from netlog import output
from netlog.contexts import contextmanager
from netlog.output import Output
from netlog.render.cells import folded
from netlog.render.clean import clean, clean_block
from netlog.render.page import Listing, Sheet
from netlog.typed import Any, BinaryIO
from netlog.wording import acting_on

REHEARSED = "This would happen, and nothing is changed:"


def listing(out: Output, page: Listing, records: Sequence[Any]) -> None:
    """Show many records by that page; as JSON, an array. Of a book that is absent, nothing."""
    if out.mode == "json":
        _stream(records)
    elif out.absent and not records:
        return
    elif out.mode == "plain":
        _in_plain(page, records, out.width)
    else:
        from netlog.render import in_colour

        _show(out, in_colour.listing(page, records, out.width, out.colour))


def fitting(out: Output, page: Listing, selections: Sequence[Sequence[Any]]) -> None:
    """Like `listing`, of the first selection that the screen shows whole; of the first where none
    does, or nobody looks.
    """
    if not out.paged:
        listing(out, page, selections[0])
        return
    from netlog.render import in_colour

    def drawn(records: Sequence[Any]) -> str:
        return in_colour.listing(page, records, out.width, out.colour)

    whole = next(filter(output.fits, map(drawn, selections)), None)
    _show(out, whole or drawn(selections[0]))


def _in_plain(page: Listing, records: Sequence[Any], width: int) -> None:
    """Print plain lines.

    Each line in a pipe is a record: what else is to be said of them is said beside it, but under
    the title of a report.
    """
    from netlog.render import as_plain

    read = output.is_terminal(sys.stdout)
    if not (records or page.title or read):
        aside(page.empty)
        return
    output.write(as_plain.listing(page, records, width, read=read))
    if not read and (left := as_plain.left_unsaid(page, records, width)):
        aside(left)


def plain(page: Listing, records: Sequence[Any]) -> str:
    """Many records as the plain lines that a pipe would get."""
    from netlog.render import as_plain

    return as_plain.listing(page, records)


def tabbed(page: Listing, records: Sequence[Any]) -> None:
    """Show many records as lines with a tab between the cells, whatever reads them."""
    from netlog.render import as_plain

    output.write(as_plain.tabbed(page, records))


def sheet(out: Output, page: Sheet, record: Any) -> None:
    """Show one record in full by that page; as JSON, an object. Of an absent book, nothing."""
    if out.mode == "json":
        _json(record)
    elif out.absent:
        return
    else:
        _show(out, _drawn(out, page, record))


def sheets(out: Output, page: Sheet, records: Sequence[Any]) -> None:
    """Show several records in full, one after the other; as JSON, an array."""
    if out.mode == "json":
        _json(list(records))
    else:
        _show(out, "\n".join(_drawn(out, page, record) for record in records))


def each(out: Output, found: Sequence[tuple[Sheet, Any]]) -> None:
    """Like `sheets`, each record by a page of its own."""
    if out.mode == "json":
        _json([record for _, record in found])
    else:
        _show(out, "\n".join(_drawn(out, page, record) for page, record in found))


def text(out: Output, shown: str) -> None:
    """Show a text of our own that stands as it is."""
    _show(out, shown)


def _show(out: Output, text: str) -> None:
    """Print it, through a pager where it is longer than the terminal."""
    (output.page if out.paged else output.write)(text)


def _drawn(out: Output, page: Sheet, record: Any) -> str:
    sentence = page.sentence(record)
    if sentence is not None:
        return f"{clean_block(sentence)}\n"
    if out.mode == "plain":
        from netlog.render import as_plain

        return as_plain.sheet(page, record, out.width)
    from netlog.render import in_colour

    return in_colour.sheet(page, record, out.width, out.colour)


def said(out: Output, sentences: str, record: Any) -> None:
    """Confirm a write: sentences for a person, the record as it now stands as JSON."""
    if out.mode == "json":
        _json(record)
    else:
        before = f"{REHEARSED}\n" if out.rehearsing else ""
        here = acting_on(out.db, sentences) if out.db else sentences
        wrapped = folded(f"{before}{clean_block(here)}", output.room_of(sys.stdout))
        output.write(f"{wrapped}\n")


def code(out: Output, modules: Sequence[Sequence[bool]], *, inverted: bool) -> None:
    """Draw a code of dark (True) and light modules, its quiet zone included.

    In colour it is black on white whatever the terminal's own are. Without, what is light is drawn,
    as suits light text on a dark ground; inverted for dark text on a light one.
    """
    from netlog.render import blocks

    if out.mode == "rich" and out.colour:
        from netlog.render import in_colour

        output.write(in_colour.code(blocks.drawn(modules, ink=True)))
    else:
        output.write("".join(f"{line}\n" for line in blocks.drawn(modules, ink=inverted)))


def contents(file: BinaryIO) -> None:
    """Print what goes into a file: byte by byte, but cleaned where a terminal would obey it."""
    if not output.is_terminal(sys.stdout):
        output.copy(file)
        return
    for line in file:
        text = line.decode("utf-8", "replace")
        output.write(clean_block(text.rstrip("\r\n")) + "\n")


def aside(sentence: str) -> None:
    """A hint or a warning, on stderr."""
    output.hint(_beside(clean_block(sentence)) + "\n")


def failure(sentence: str) -> None:
    """What went wrong, on stderr, in one line but for a terminal's width."""
    output.hint(_beside(f"netlog: {clean(sentence)}") + "\n")


@contextmanager
def counting(out: Output, label: str) -> Iterator[Callable[[], None]]:
    """Show on stderr how far long work has come; yields what to call for each thing done.

    Nothing is shown of what is done within a moment, with --json, or where nobody looks.
    """
    if out.mode == "json" or not output.is_terminal(sys.stderr):
        yield lambda: None
        return
    from netlog.render import as_rich

    with as_rich.counting(clean(label)) as tick:
        yield tick


def prompt(question: str) -> None:
    """A question, on stderr, with the answer to follow on its line."""
    said = clean_block(question)
    output.hint(_beside(said.rstrip()) + " " * (len(said) - len(said.rstrip())))


def _beside(text: str) -> str:
    return folded(text, output.room_of(sys.stderr))


def _stream(records: Sequence[Any]) -> None:
    """Print an array as it is made: nobody waits for the last record to see the first."""
    from netlog.render import as_json

    for piece in as_json.pieces(records):
        output.write(piece)
    output.write("\n")


def _json(value: Any) -> None:
    from netlog.render import as_json

    output.write(as_json.dumps(value) + "\n")
