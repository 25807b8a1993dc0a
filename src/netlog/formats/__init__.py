"""Foreign text in and out: each format between its own text and netlog's records, nothing else.

FORMATS is the one list of them: whoever recognizes, offers, reads, writes, documents or tests them
reads it. A module of a format is imported when the format is; the list itself costs nothing.
"""

from collections.abc import Iterator
from importlib import import_module

from netlog.named import NamedTuple
from netlog.typed import Any, Literal

Told = Literal["people", "pages", "due", "book"]


class Format(NamedTuple):
    """A format by the name that --format knows it by.

    says is a pattern that its text begins with; a table is known by the names of its columns.
    reads and writes name modules with a `read` and a `write`; they, or the one that maps, hold the
    TITLE, ABOUT and MAPPING of its documentation. told is what the writer is told: people, people
    with all their acts, what is due, or the whole book. streams says that the reader takes a large
    file bit by bit; met that its people were met or written to, and are offered rather than added;
    aside that it holds no people of its own, and is read when asked for.
    """

    name: str
    reads: str = ""
    writes: str = ""
    says: str = ""
    told: Told = "people"
    maps: str = ""
    table: bool = False
    streams: bool = False
    met: bool = False
    aside: bool = False


_BEGIN = r"^[ \t]*(?:[\w-]{1,40}\.)?BEGIN[ \t]*:[ \t]*"
_OBJECT = r"\A\s*\{\s*[\"}]"

# Where two say the same the later one, the narrower, is it.
FORMATS = (
    Format("json", "netlog.reader", "netlog.writer", rf"{_OBJECT}|\A\s*\[\s*[{{\]]", told="book"),
    Format(
        "jsonl",
        "netlog.reader",
        "netlog.writer",
        r"\A\s*(?=\{\s*[\"}])(?:[^\n]{0,34}\"type\"|[^\n]*\}[ \t]*\n\s*\{\s*[\"}])",
        told="book",
    ),
    Format("vcf", "vcard.reader", "vcard.writer", rf"{_BEGIN}VCARD(?:\b|VERSION)", streams=True),
    Format("csv", "csv.reader", "csv.writer", table=True),
    Format("google", "csv.reader", table=True),
    Format("outlook", "csv.reader", table=True),
    Format("thunderbird", "csv.reader", table=True),
    Format("linkedin", "csv.reader", maps="csv.linkedin", table=True),
    Format("linkedin messages", "csv.messages", met=True, aside=True),
    Format("linkedin invitations", "csv.invitations", met=True, aside=True),
    Format(
        "friends",
        "friends.reader",
        "friends.writer",
        r"^###[ \t]+(?:Activities|Notes|Friends|Locations):[ \t]*$",
        told="pages",
    ),
    Format("monica", "monica.reader", says=r'\A\s*\{(?=(?s:.*)"app_version")(?=(?s:.*)"account")'),
    Format("ics", "ical.reader", "ical.writer", rf"{_BEGIN}V(?:CALENDAR|EVENT)\b", "due", met=True),
    Format("ldif", "ldif", says=r"^(?:version:[ ]*\d+[ \t]*\s+)?(?:#[^\n]*\s+)*dn::?[ ]*\S"),
    Format("abook", "abook", says=r"^(?:#[^\n]*\s+)*\[format\]\s+program[ ]*=[ ]*abook"),
    Format("mutt", "mutt", says=r"^[ \t]*alias[ \t]+(?:-group[ \t]+\S+[ \t]+)*\S+[ \t]+[^\n]*@"),
    Format("md", writes="markdown.writer", told="pages"),
)
NAMED = {one.name: one for one in FORMATS}
# What --format of import and of export may say.
READ = tuple(one.name for one in FORMATS if one.reads and not one.aside)
WRITTEN = tuple(one.name for one in FORMATS if one.writes)


def is_table(name: str) -> bool:
    """Whether it is a format of rows below the names of columns; a folder or a zip is none."""
    return name in NAMED and NAMED[name].table


def reader(name: str) -> Any:
    """The module that reads the format of that name."""
    return import_module(f"{__name__}.{NAMED[name].reads}")


def writer(name: str) -> Any:
    """The module that writes the format of that name."""
    return import_module(f"{__name__}.{NAMED[name].writes}")


def documented() -> Iterator[Any]:
    """The modules that say what goes where: TITLE, ABOUT and MAPPING, each once."""
    named = dict.fromkeys(
        each for one in FORMATS for each in (one.maps or one.reads, one.writes) if each
    )
    modules = (import_module(f"{__name__}.{name}") for name in named)
    yield from (module for module in modules if hasattr(module, "MAPPING"))
