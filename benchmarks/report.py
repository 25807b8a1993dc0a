"""Write what was measured as Markdown."""

import os
import platform
from collections.abc import Sequence
from datetime import date

from measure import Cost, Table
from peers import Peer

HEAD = """# netlog beside its peers

Written by `benchmarks/run` on {day}, on {machine}. Each figure is the
median of {runs} whole processes, output into a pipe, in milliseconds: of processor (user and
system) / by the clock. The peers take turns, command by command. **Bold**: the least processor.
"none": no such command; with a reason, what took longer than the limit of {limit:g} seconds to be
filled with so many people, or for one command.

{versions}
{missing}
"""

WHY = """
## How to read it

- **Writes.** netlog writes through SQLModel, whose import is most of an `add` or a `log`; no
  lighter way past it exists, so that no write can forget the journal that `undo`, `history` and
  `doctor` read. What appends a line to a file (abook), is compiled (taskwarrior) or imports less
  (khard, narad, hermitcrm) can be quicker at this.
- **abook** is C and reads one flat file; `list` and `export` are its conversions of that file.
- **taskwarrior** is C++, and holds tasks: each person is one, a meeting is an annotation.
- **khard** has no meetings and nothing that falls due; its files are vCards already.
- **narad** keeps a meeting as a note; it has no export.
- **hermitcrm** writes a file and a commit for each change, so that it takes longest to be filled;
  it lists and searches in its web page.
"""


def markdown(
    tables: Sequence[tuple[int, Table]],
    found: Sequence[Peer],
    missing: Sequence[str],
    runs: int,
    limit: float,
) -> str:
    """The whole document; limit is in seconds."""
    versions = "\n".join(f"- {peer.name} {peer.version}: {peer.about}" for peer in found)
    left_out = f"\nNot here, so left out: {'; '.join(missing)}.\n" if missing else ""
    head = HEAD.format(
        day=date.today(),
        machine=_machine(),
        runs=runs,
        limit=limit,
        versions=versions,
        missing=left_out,
    )
    return (
        head
        + "".join(_table(size, rows, found) for size, rows in tables)
        + _growth(tables, found)
        + WHY
    )


def _machine() -> str:
    kind = f"{platform.system()} {platform.machine()}"
    return f"{kind}, {os.cpu_count()} processors, Python {platform.python_version()}"


def _table(size: int, rows: Table, found: Sequence[Peer]) -> str:
    head = ["", *(peer.name for peer in found)]
    lines = [_line(head), _line(["---", *["---:"] * len(found)])]
    for task, costs in rows.items():
        least = min((cost.cpu for cost in costs.values() if isinstance(cost, Cost)), default=0)
        lines.append(_line([task, *(_cell(costs[peer.name], least) for peer in found)]))
    return f"\n## {size:,} people\n\n" + "\n".join(lines) + "\n"


def _growth(tables: Sequence[tuple[int, Table]], found: Sequence[Peer]) -> str:
    if len(tables) < 2:
        return ""
    (small, first), (large, last) = tables[0], tables[-1]
    lines = [_line(["", *(peer.name for peer in found)]), _line(["---", *["---:"] * len(found)])]
    for task in first:
        pairs = [(first[task][peer.name], last[task][peer.name]) for peer in found]
        lines.append(_line([task, *(_times(*pair) for pair in pairs)]))
    title = f"\n## How many times the processor from {small:,} to {large:,} people\n\n"
    return title + "\n".join(lines) + "\n"


def _times(small: Cost | str, large: Cost | str) -> str:
    if isinstance(small, Cost) and isinstance(large, Cost):
        return f"{large.cpu / max(small.cpu, 0.001):.1f}"
    return "none"


def _cell(cost: Cost | str, least: float) -> str:
    if not isinstance(cost, Cost):
        return cost
    told = f"{cost.cpu * 1000:.0f} / {cost.wall * 1000:.0f}"
    return f"**{told}**" if cost.cpu == least and least else told


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
