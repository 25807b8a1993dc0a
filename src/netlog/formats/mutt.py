"""mutt's aliases, in: a short name and one address, or the addresses of a group.

`alias [-group NAME] KEY Name <mail>, ... # comment`; a backslash at the end goes on.
"""

import re
from collections.abc import Iterator
from email.utils import getaddresses

from netlog.formats.charset import decoded
from netlog.formats.circumstances import UNKNOWN, Circumstances, RawSource, content
from netlog.formats.mapping import Mapped
from netlog.formats.names import in_order
from netlog.records.incoming import Declined, IncomingMethod, IncomingPerson, Reading

TITLE = "mutt's aliases"
ABOUT = "`mutt`, a file of `alias` lines, as mutt and neomutt keep them. Read only."
MAPPING = (
    Mapped("name", "the name beside the address, else the address"),
    Mapped("nickname", "the key of the alias"),
    Mapped("methods: email", "the address"),
    Mapped("tags", "-group; the key of an alias for several is a tag of each"),
    Mapped("notes", "what stands behind #"),
    Mapped("", "aliases of aliases, other commands of mutt", "all, told as skipped"),
)

_ALIAS = re.compile(r"\s*alias\s+((?:-group\s+\S+\s+)*)(\S+)\s+(.+)", re.DOTALL)
_GROUP = re.compile(r"-group\s+(\S+)")
_COMMENT = re.compile(r"\s#\s?(.*)")


def read(source: RawSource, at: Circumstances = UNKNOWN) -> Reading:
    """The people of the aliases; row is the number of the line."""
    for row, line in _lines(decoded(content(source), at.charset)):
        found = _ALIAS.fullmatch(line)
        if found is None:
            yield Declined(row, "it is no alias", rejected=False, source=line)
            continue
        groups = _GROUP.findall(found[1])
        yield from _people(row, found[2], groups, found[3], line)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start, held = 0, ""
    for row, raw in enumerate(text.splitlines(), 1):
        start = start or row
        if raw.endswith("\\"):
            held += raw[:-1]
            continue
        line, held = held + raw, ""
        if line.strip() and not line.lstrip().startswith("#"):
            yield start, line
        start = 0
    if held.strip():
        yield start, held


def _people(row: int, key: str, groups: list[str], rest: str, line: str) -> Reading:
    comment = _COMMENT.search(rest)
    if comment:
        rest = rest[: comment.start()]
    found = [(name, mail) for name, mail in getaddresses([rest]) if "@" in mail]
    if not found:
        yield Declined(row, "it names no address", rejected=False, source=line)
    several = len(found) > 1
    for name, mail in found:
        yield IncomingPerson(
            row,
            in_order(" ".join(name.split())) or mail,
            nickname=None if several else key,
            tags=tuple(dict.fromkeys([*groups, *([key] if several else [])])),
            methods=(IncomingMethod("email", mail),),
            notes=(comment[1].strip() or None) if comment else None,
        )
