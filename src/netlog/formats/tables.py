"""Tables of texts for other programs: CSV that is safe in a spreadsheet, and Markdown."""

import csv
import io
from collections.abc import Iterable, Sequence

from netlog.formats.csv.rows import guarded
from netlog.formats.markdown.marks import escaped


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under their heads, as RFC 4180 has them, and none that a spreadsheet would calculate."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return written.getvalue()


def as_markdown(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as GitHub draws it; whatever was typed is text in it."""
    lines = [_line(heads), _line(["---"] * len(heads))]
    lines += [_line([_in_cell(cell) for cell in row]) for row in rows]
    return "".join(f"{line}\n" for line in lines)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _in_cell(text: str) -> str:
    said = escaped(" ".join(text.split()))
    return said if "\\|" in said else said.replace("|", "\\|")
