"""Pages for a person at a terminal, in colour: the only module that knows Rich."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from time import monotonic
from typing import Any

from rich.console import Console
from rich.text import Text

from netlog.render import layout
from netlog.render.layout import Piece, Pieces
from netlog.render.page import Listing, Sheet

STYLES = {
    "": "",
    "soft": "dim",
    "strong": "bold",
    "late": "bold red",
    "mind": "yellow",
    "good": "green",
    "mark": "bold underline",
    "title": "bold",
    "heading": "bold cyan",
    "head": "dim",
    "foot": "dim",
    "code": "black on bright_white",
}
STEP = 100
A_MOMENT = 0.5  # seconds


def listing(page: Listing, records: Sequence[Any], width: int, colour: bool) -> str:
    """The page as terminal text."""
    return _text(layout.listing(page, records, width), colour)


def sheet(page: Sheet, record: Any, width: int, colour: bool) -> str:
    """The page as terminal text."""
    return _text(layout.sheet(page, record, width), colour)


def picture(page: Listing, records: Sequence[Any], width: int, title: str) -> str:
    """The page as an SVG drawing of a terminal."""
    console = Console(
        file=StringIO(), record=True, width=width, force_terminal=True, color_system="truecolor"
    )
    for line in layout.listing(page, records, width):
        console.print(_drawn(line), soft_wrap=True)
    return console.export_svg(title=title, unique_id="netlog")


def code(lines: Sequence[str]) -> str:
    """Lines of blocks, black on white."""
    return _text(([Piece(line, "code")] for line in lines), colour=True)


@contextmanager
def counting(label: str) -> Iterator[Callable[[], None]]:
    """A line on stderr that counts, once the work takes longer than a moment."""
    # Imported here: no report needs it, and it is a fifth of Rich.
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    progress = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        TextColumn("{task.completed:,.0f}", markup=False),
        TimeElapsedColumn(),
        console=Console(stderr=True, markup=False, emoji=False, highlight=False),
        transient=True,
        auto_refresh=False,
    )
    task = progress.add_task(label, total=None)
    begun, done = monotonic(), 0

    def tick() -> None:
        nonlocal done
        done += 1
        if done % STEP or monotonic() - begun < A_MOMENT:
            return
        progress.start()
        progress.update(task, completed=done)
        progress.refresh()

    try:
        yield tick
    finally:
        progress.stop()


def _text(lines: Iterable[Pieces], colour: bool) -> str:
    console = Console(
        file=StringIO(),
        force_terminal=True,
        color_system="standard" if colour else None,
        no_color=not colour,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    for line in lines:
        console.print(_drawn(line), soft_wrap=True)
    assert isinstance(console.file, StringIO)
    return "".join(f"{line.rstrip()}\n" for line in console.file.getvalue().splitlines())


def _drawn(line: Pieces) -> Text:
    return Text.assemble(*((piece.text, STYLES[piece.style]) for piece in line))
