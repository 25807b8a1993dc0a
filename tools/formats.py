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

What becomes of people and companies that are known already, `--update` says:

- `skip` leaves them as they are.
- `fill`, which is what happens unless you say otherwise, adds what they lack: an empty column, a
  further way to reach them, a tag, a field, a fuller birthday. What they have stays, and where the
  file says another thing, the report names it ("Known, and different in the file: row 3 Ron Kay
  (c1): title, city").
- `overwrite` follows the file where it says another thing. What it does not say stays: nothing is
  emptied, and no way to reach them, tag or circle is taken away. A name that was, and a job, are
  kept as former ones; a name that says less (R. Weber) or a number with fewer digits is not taken.
  Events of a calendar move, grow and are taken back only so, and only where you noted no more of
  them.

Of several entries for one person in a file the first is taken, with what only the others say; where
they say another thing, that is told. Whoever introduced somebody, the circles and the cadence are
filled and overwritten like everything else.
A bare first name alone makes no two entries one person: of two cards of Maria both are added, and
`netlog duplicates` offers them, unless both have the same way to reach her or uid, or the same
organization and nothing that contradicts that, or say all the same.
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
