"""docs/formats.md: what maps to what in each format, from the tables beside the readers."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netlog.formats import (
    csv_file,
    friends,
    ical,
    ical_export,
    linkedin,
    markdown,
    monica,
    netlog_json,
    vcard,
)
from netlog.formats.mapping import Mapped


class Described(NamedTuple):
    """A format: its name, what is read and written of it, and its table."""

    name: str
    about: str
    mapping: Sequence[Mapped]


FORMATS = (
    Described(
        "netlog JSON, JSON Lines",
        "`json`, `jsonl`. Both ways, without loss: an empty book that reads it is the same book. "
        "What `list --json` and `show --json` print is read too, and JSON made by hand in which "
        "only names are given.",
        netlog_json.MAPPING,
    ),
    Described(
        "vCard",
        "`vcf`. Versions 2.1, 3.0 and 4.0 are read, 4.0 and 3.0 written. A folder of cards (a "
        "vdir) is read as one address book.",
        vcard.MAPPING,
    ),
    Described(
        "CSV of Google, Outlook, Thunderbird and others",
        "`google`, `outlook`, `thunderbird`, `csv`. Read by the names of the columns, wherever "
        "they stand, in UTF-8, UTF-16 or windows-1252, with commas, semicolons or tabs; of other "
        "programs with `--map`. Written under Google's names. A cell that a spreadsheet would "
        "calculate, one that begins with = + - @, a tab or a line end, gets an apostrophe, which "
        "is taken away when it is read.",
        csv_file.MAPPING,
    ),
    Described(
        "LinkedIn",
        "`linkedin`. Connections.csv of 2018 and since, alone or in the archive's zip; "
        "messages.csv and Invitations.csv with `--with-messages`. Read only.",
        linkedin.MAPPING,
    ),
    Described(
        "friends.md", "`friends`, the file of the program friends. Both ways.", friends.MAPPING
    ),
    Described("Monica 4", "`monica`, its JSON export. Read only.", monica.MAPPING),
    Described(
        "iCalendar: what was",
        "`ics`, read: past events with others become meetings. Needs the extra: "
        '`pip install "netlog-cli[ical]"`. People who are not in the book are offered.',
        ical.MAPPING,
    ),
    Described(
        "iCalendar: what is due",
        "`ics`, written: what is due within 30 days, and birthdays, as a calendar to subscribe to.",
        ical_export.MAPPING,
    ),
    Described("Markdown", "`md`, written: one text, or a page each in a folder.", markdown.MAPPING),
)
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
    return "\n".join([HEAD, *(line for one in FORMATS for line in _section(one))])


def _section(one: Described) -> Iterator[str]:
    yield from (f"## {one.name}", "", one.about, "", "| netlog | there | lost |")
    yield "| --- | --- | --- |"
    for row in one.mapping:
        yield f"| {_cell(row.ours) or '–'} | {_cell(row.theirs) or '–'} | {_cell(row.lost)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
