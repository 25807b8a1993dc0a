"""Tables and panels for a person at a terminal: the only module that knows Rich."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from itertools import groupby
from time import monotonic
from typing import Any, Literal

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from netlog.output import WIDEST
from netlog.render.clean import clean, clean_block
from netlog.render.page import Cell, Column, Listing, Sheet

STYLES = {"": "", "soft": "dim", "strong": "bold", "late": "bold red", "good": "green"}
MARKED = "bold underline"
HEADING = "bold cyan"
GAP = 2
STEP = 100
A_MOMENT = 0.5  # seconds


def listing(page: Listing, records: Sequence[Any], width: int, colour: bool) -> str:
    """The page as terminal text."""
    console = _console(width, colour)
    _draw_listing(console, page, records)
    return _text(console)


def sheet(page: Sheet, record: Any, width: int, colour: bool) -> str:
    """The page as terminal text."""
    console = _console(width, colour)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for field in page.fields:
        if value := field.value(record):
            grid.add_row(Text(field.label, "dim"), Text(clean_block(value)))
    title = Text(clean(page.title(record)), "bold", overflow="ellipsis", no_wrap=True)
    title.truncate(max(width - 6, 1), overflow="ellipsis")
    expand = width < WIDEST
    console.print(Panel(grid, title=title, title_align="left", border_style="dim", expand=expand))
    for part in page.parts:
        if records := part.records(record):
            console.print(Text(f"\n{part.heading}", HEADING))
            _draw_listing(console, part.page, records)
    return _text(console)


def picture(page: Listing, records: Sequence[Any], width: int, title: str) -> str:
    """The page as an SVG drawing of a terminal."""
    console = Console(
        file=StringIO(), record=True, width=width, force_terminal=True, color_system="truecolor"
    )
    _draw_listing(console, page, records)
    return console.export_svg(title=title, unique_id="netlog")


def code(lines: Sequence[str]) -> str:
    """Lines of blocks, black on white."""
    console = _console(max(map(len, lines)), colour=True)
    for line in lines:
        console.print(Text(line, "black on bright_white"), no_wrap=True)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


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


def _console(width: int, colour: bool) -> Console:
    return Console(
        file=StringIO(),
        width=width,
        force_terminal=True,
        color_system="standard" if colour else None,
        no_color=not colour,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def _text(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return "".join(f"{line.rstrip()}\n" for line in console.file.getvalue().splitlines())


def _draw_listing(console: Console, page: Listing, records: Sequence[Any]) -> None:
    if page.title:
        console.print(_title(page, console.width))
        if page.tight and records:
            console.print()
    if not records:
        console.print(Text(f"\n{page.empty}" if page.title else page.empty))
    elif console.width < page.narrow_below:
        for record in records:
            line = Text(clean(page.line(record)), no_wrap=True, overflow="ellipsis")
            console.print(line, no_wrap=True, overflow="ellipsis", crop=True)
        if page.narrow_note:
            console.print(Text(page.narrow_note, "dim"))
    elif page.section is None:
        console.print(_table(page, records, _widths(page, records, console.width)))
    else:
        widths = _widths(page, records, console.width)
        for heading, group in groupby(records, key=page.section):
            console.print(Text(heading if page.tight else f"\n{heading}", HEADING))
            console.print(_table(page, list(group), widths))
    if records and page.foot:
        console.print(Text(f"\n{_phrases(page.foot, console.width)}", "dim"))


def _title(page: Listing, width: int) -> Text:
    """The title, and what stands aside at the right of it, or below where there is no room."""
    title, aside = Text(clean(page.title), "bold"), Text(clean(page.aside))
    if not page.aside:
        return title
    room = width - title.cell_len - aside.cell_len
    return Text.assemble(title, " " * room if room >= GAP else "\n", aside)


def _phrases(phrases: Sequence[str], width: int) -> str:
    """The phrases side by side as far as they fit, each whole."""
    lines: list[str] = []
    for phrase in map(clean, phrases):
        longer = f"{lines[-1]}   {phrase}" if lines else phrase
        lines[-1:] = [longer] if cell_len(longer) <= width else [*lines[-1:], phrase]
    return "\n".join(lines)


def _widths(page: Listing, records: Sequence[Any], width: int) -> dict[Column, int]:
    """The width of each column that is shown, the same in all sections.

    The growing ones share what the others leave, as far as they need it.
    """
    columns = [column for column in page.columns if width >= column.from_width]
    wanted = {column: _widest(column, records, page.heads) for column in columns}
    growing = [column for column in columns if column.grow or column.cut]
    fixed = {c: min(wanted[c], c.most) for c in columns if c not in growing}
    left = width - sum(fixed.values()) - GAP * (len(columns) - 1)
    share = max(left // max(len(growing), 1), 1)
    return {c: fixed[c] if c in fixed else min(wanted[c], share) for c in columns}


def _widest(column: Column, records: Sequence[Any], heads: bool) -> int:
    cells = (line for r in records for line in clean_block(column.cell(r).text).split("\n"))
    return max(cell_len(column.head) if heads else 1, max(map(cell_len, cells), default=1))


def _table(page: Listing, records: Sequence[Any], widths: dict[Column, int]) -> Table:
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.show_header = page.heads
    for column, width in widths.items():
        overflow: Literal["fold", "ellipsis"] = "fold" if column.grow else "ellipsis"
        head = Text(column.head, "dim")
        table.add_column(head, overflow=overflow, no_wrap=not column.grow, width=width)
    for record in records:
        table.add_row(*(_cell(column.cell(record)) for column in widths))
    return table


def _cell(cell: Cell) -> RenderableType:
    drawn = Text(style=STYLES[cell.style])
    end = 0
    # Piece by piece: an escape is longer than what it stands for.
    for start, until in cell.marks:
        drawn.append(clean_block(cell.text[end:start]))
        drawn.append(clean_block(cell.text[start:until]), MARKED)
        end = until
    return drawn.append(clean_block(cell.text[end:]))
