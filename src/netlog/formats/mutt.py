"""mutt's aliases, in: a short name and one address, or the addresses of a group.

`alias [-group NAME] KEY Name <mail>, ... # comment`; a backslash at the end goes on.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    Mapped("tags", "an alias within another by its key: the key of the other is a tag of each"),
    Mapped("", "keys that are no alias of the file, other commands of mutt", "told as skipped"),
)

_ALIAS = re.compile(r"\s*alias\s+((?:-group\s+\S+\s+)*)(\S+)\s+(.+)", re.DOTALL)
_GROUP = re.compile(r"-group\s+(\S+)")
_COMMENT = re.compile(r"\s#\s?(.*)")


def read(source: RawSource, at: Circumstances = UNKNOWN) -> Reading:
    """The people of the aliases; row is the number of the line."""
    lines = [
        (row, line, _ALIAS.fullmatch(line))
        for row, line in _lines(decoded(content(source), at.charset))
    ]
    keyed = _keyed(found for _, _, found in lines if found)
    for row, line, found in lines:
        if found is None:
            yield Declined(row, "it is no alias", rejected=False, source=line)
            continue
        groups = [*_GROUP.findall(found[1]), *_within(found[2].lower(), keyed)]
        yield from _people(row, found[2], groups, found[3], line)
        for key in _members(found[3])[1]:
            if key.lower() not in keyed:
                yield Declined(row, f"no alias of the file is {key}", rejected=False, source=line)


def _keyed(found: Iterable[re.Match[str]]) -> dict[str, list[str]]:
    """The aliases that name each alias, by its key."""
    said = [(one[2], _members(one[3])[1]) for one in found]
    within: dict[str, list[str]] = {key.lower(): [] for key, _ in said}
    for key, members in said:
        for member in members:
            if member.lower() in within:
                within[member.lower()].append(key)
    return within


def _within(key: str, keyed: Mapping[str, Sequence[str]]) -> list[str]:
    """The keys of the aliases that the alias is in, as a member of theirs or of those in them."""
    found: list[str] = []
    waiting = [*keyed[key]]
    while waiting:
        one = waiting.pop(0)
        if one not in found and one.lower() != key:
            found.append(one)
            waiting += keyed[one.lower()]
    return found


def _members(rest: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The names and addresses of an alias, and the keys of others that it names."""
    comment = _COMMENT.search(rest)
    said = getaddresses([rest[: comment.start()] if comment else rest])
    keys = [mail for name, mail in said if mail and not name and "@" not in mail]
    return [(name, mail) for name, mail in said if "@" in mail], keys


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
    found, keys = _members(rest)
    if not found and not keys:
        yield Declined(row, "it names no address", rejected=False, source=line)
    several = len(found) + len(keys) > 1
    for name, mail in found:
        yield IncomingPerson(
            row,
            in_order(" ".join(name.split())) or mail,
            nickname=None if several else key,
            tags=tuple(dict.fromkeys([*groups, *([key] if several else [])])),
            methods=(IncomingMethod("email", mail),),
            notes=(comment[1].strip() or None) if comment else None,
        )
