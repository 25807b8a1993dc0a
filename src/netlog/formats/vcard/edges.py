"""Where cards begin and end, even where an edge is glued to another, to a line, or indented.

What comes out has every edge alone on its line. Text that only speaks of edges stays text.
"""

import re
from collections.abc import Iterable, Iterator

_VCARD = rb"[ \t]*:[ \t]*VCARD"
_BLANK = rb"(?:[ \t\0]|\xc2\xa0)"  # what may follow, unseen
EDGE = re.compile(rb"^(BEGIN|END)" + _VCARD + _BLANK + rb"*$", re.IGNORECASE | re.MULTILINE)
_ANY = re.compile(rb"(?:BEGIN|END)" + _VCARD, re.IGNORECASE)
_BEGIN = re.compile(rb"([ \t]*)(BEGIN" + _VCARD + rb")(.*)", re.IGNORECASE | re.DOTALL)
_END = re.compile(rb"[ \t]*(END" + _VCARD + rb")(?![\w-])(.*)", re.IGNORECASE | re.DOTALL)
_END_OF_LINE = re.compile(
    rb"(.+?)(END" + _VCARD + rb")" + _BLANK + rb"*$", re.IGNORECASE | re.DOTALL
)
_BEGIN_OF_LINE = re.compile(
    rb"(.+?)(BEGIN" + _VCARD + rb")" + _BLANK + rb"*$", re.IGNORECASE | re.DOTALL
)
_FIRST = re.compile(rb"[ \t]*VERSION[;:]", re.IGNORECASE)
_END_BEGIN = re.compile(
    rb"(.*?)(END" + _VCARD + rb")(?:[;,]|" + _BLANK + rb")*(BEGIN" + _VCARD + rb".*)",
    re.IGNORECASE | re.DOTALL,
)
_PROPERTY = re.compile(rb"[ \t;,]*((?:[\w-]{1,40}\.)?[A-Za-z][\w-]{0,40}[;:].*)", re.DOTALL)
_INDENT = re.compile(rb"([ \t]+)(?:VERSION|N|FN|UID|PRODID)[;:]", re.IGNORECASE)
_INDENTED = re.compile(
    rb"^BEGIN" + _VCARD + rb"[ \t]*\n[ \t]+(?:VERSION|N|FN|UID|PRODID)[;:]",
    re.IGNORECASE | re.MULTILINE,
)
_VERSION = re.compile(rb"(VERSION:[\d.]+)[ \t]+(\S.*)", re.IGNORECASE | re.DOTALL)
# A card whose line ends became blanks, and where in it a property begins.
_FLAT = re.compile(
    rb"[ \t]*(BEGIN"
    + _VCARD
    + rb")[ \t]+(VERSION:[\d.]+[ \t](?:(?!(?:BEGIN|END)"
    + _VCARD
    + rb").)*?)[ \t]+(END"
    + _VCARD
    + rb")"
    + _BLANK
    + rb"*",
    re.IGNORECASE | re.DOTALL,
)
_WITHIN = re.compile(
    rb"[ \t]+(?=(?:[\w-]{1,40}\.)?(?:FN|N|NICKNAME|EMAIL|TEL|ADR|ORG|TITLE|ROLE|URL|BDAY|NOTE|UID"
    rb"|REV|PRODID|PHOTO|CATEGORIES|IMPP|ANNIVERSARY|GENDER|KIND|RELATED|LANG|TZ|GEO|KEY|LOGO"
    rb"|SOUND|MEMBER|SOURCE|LABEL|X-[A-Z][A-Z-]*)(?:;[^\s:]*)?:)"
)


def apart(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same text, chunk by chunk of whole lines; only what is amiss is looked into."""
    mender = _Mender()
    for chunk in chunks:
        edges = len(_ANY.findall(chunk))
        is_plain = edges == len(EDGE.findall(chunk)) and not _INDENTED.search(chunk)
        if is_plain and not mender.indent:
            if edges:
                mender.opened = chunk[[*EDGE.finditer(chunk)][-1].start()] in b"Bb"
            yield chunk
        else:
            yield b"\n".join(mender.mended(chunk.split(b"\n")))


class _Mender:
    """Line by line; knows whether a card is open, and how far its lines are indented."""

    def __init__(self) -> None:
        self.opened = False
        self.indent = b""

    def mended(self, lines: list[bytes]) -> Iterator[bytes]:
        for at, line in enumerate(lines):
            yield from self._line(line, lines, at)

    def _line(self, line: bytes, lines: list[bytes], at: int) -> Iterator[bytes]:
        if not _ANY.search(line):
            yield line.removeprefix(self.indent) if self.indent else line
        elif flat := _flat(line):
            yield from flat
        elif found := _END_BEGIN.fullmatch(line):
            if _ANY.search(found[1]):
                yield line
                return
            yield from self._ended(found[1], found[2])
            yield from self._line(found[3], lines, at)
        elif found := _BEGIN.fullmatch(line):
            yield from self._begun(found[1], found[2], found[3], lines, at)
        elif found := _END.fullmatch(line):
            yield from self._ended(b"", found[1])
        elif (found := _END_OF_LINE.fullmatch(line)) and self._closes(found[1], lines, at):
            yield from self._ended(found[1], found[2])
        elif (found := _BEGIN_OF_LINE.fullmatch(line)) and _opens(found[1], lines, at):
            yield found[1].removeprefix(self.indent)
            yield from self._begun(b"", found[2], b"", lines, at)
        else:
            yield line

    def _begun(
        self, indent: bytes, edge: bytes, rest: bytes, lines: list[bytes], at: int
    ) -> Iterator[bytes]:
        after = _PROPERTY.fullmatch(rest)
        if (rest.strip() and not after) or (indent and self.opened and not self.indent):
            yield b"".join((indent, edge, rest))  # folded text that speaks of it
            return
        self.opened = True
        following = next((line for line in lines[at + 1 :] if line.strip()), b"")
        if within := _INDENT.match(following):
            indent = within[1]  # the edges are less far indented, or not at all
        self.indent = indent if indent and following.startswith(indent) else b""
        yield edge
        if after:
            version = _VERSION.fullmatch(after[1])
            yield from version.groups() if version else (after[1],)

    def _ended(self, before: bytes, edge: bytes) -> Iterator[bytes]:
        if before.strip():
            yield before.removeprefix(self.indent)
        self.opened, self.indent = False, b""
        yield edge

    def _closes(self, before: bytes, lines: list[bytes], at: int) -> bool:
        """Whether an edge behind a line ends the card: nothing follows, or the next one begins."""
        following = next((line for line in lines[at + 1 :] if line.strip()), b"")
        return (
            self.opened
            and not _ANY.search(before)
            and bool(not following or _BEGIN.fullmatch(following))
        )


def _flat(line: bytes) -> list[bytes]:
    """The lines of the cards that stand whole on one; none where it is anything else."""
    found = list(_FLAT.finditer(line))
    if not found or b"".join(one[0] for one in found) != line:
        return []
    return [part for one in found for part in (one[1], *_WITHIN.split(one[2]), one[3])]


def _opens(before: bytes, lines: list[bytes], at: int) -> bool:
    """Whether an edge behind a line begins a card: a version follows, as behind no text."""
    following = next((line for line in lines[at + 1 :] if line.strip()), b"")
    return not _ANY.search(before) and bool(_FIRST.match(following))
