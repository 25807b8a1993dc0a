"""What Rich is needed for: pages as pictures, and how far long work has come."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from time import monotonic

from rich.console import Console
from rich.text import Text

from netlog.render import layout
from netlog.render.page import Listing
from netlog.render.pieces import Pieces
from netlog.typed import Any

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


def picture(page: Listing, records: Sequence[Any], width: int, title: str) -> str:
    """The page as an SVG drawing of a terminal."""
    console = Console(
        file=StringIO(), record=True, width=width, force_terminal=True, color_system="truecolor"
    )
    for line in layout.listing(page, records, width):
        console.print(drawn(line), soft_wrap=True)
    return console.export_svg(title=title, unique_id="netlog")


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


def drawn(line: Pieces) -> Text:
    """A line as Rich knows it."""
    return Text.assemble(*((piece.text, STYLES[piece.style]) for piece in line))
