"""docs/formats.md: what maps to what in each format, from the tables beside the readers."""

from collections.abc import Iterator
from typing import Any

from netlog import formats

HEAD = """\
# Formats

Generated from the tables beside the readers and writers by `python tools/docs.py`.

`netlog import` finds the format by content. What a file has and netlog has no place for is kept
where the table says so, else it is told what is lost. Text is cleaned of control characters; what
is no valid e-mail, phone or day becomes a field of the person. Of a record whose day is still to
come, or that names nobody in the book, the import says that it was skipped.
"""


def described() -> str:
    """The page."""
    return "\n".join([HEAD, *(line for one in formats.documented() for line in _section(one))])


def _section(one: Any) -> Iterator[str]:
    yield from (f"## {one.TITLE}", "", " ".join(one.ABOUT.split()), "", "| netlog | there | lost |")
    yield "| --- | --- | --- |"
    for row in one.MAPPING:
        yield f"| {_cell(row.ours) or '–'} | {_cell(row.theirs) or '–'} | {_cell(row.lost)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
