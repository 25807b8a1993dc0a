"""The cards of a vCard file and their content lines, unfolded; what a property means is not known.

Bytes are unfolded before they are decoded, because old exporters fold in the middle of a character.
Memory is bounded by the largest card that is read, whatever the file holds.
"""

import binascii
import codecs
import re
from collections.abc import Iterator

from netlog.formats.charset import BOM, decoded_line, not_unicode, wide_charset
from netlog.formats.vcard.edges import EDGE, apart
from netlog.named import NamedTuple
from netlog.typed import BinaryIO

LARGEST_CARD = 10_000_000  # octets
MOST_LINES = 200_000  # before folded ones are put together

_CHUNK = 1 << 20
_SHOWN = 1_000
_SOFT = re.compile(rb"=[ \t]*\n")
_PRINTABLE = re.compile(
    rb";[ \t]*(?:ENCODING[ \t]*=[ \t]*\"?)?QUOTED-PRINTABLE\"?[ \t]*(?:;|$)", re.IGNORECASE
)
_AGENT = re.compile(rb"(?:\A|\n)(?:[\w-]+\.)?AGENT(?:;[^\n:]*)?:\s*\Z", re.IGNORECASE)
_TAIL = 200
_SHORTEST_BROKEN = 60
# A line of a card, told from text that goes on: known, with nothing before its value; in capitals,
# or as the card writes its names, or with a value that is what it says.
_NAMES = (
    rb"(?:[\w-]{1,40}\.)?(?:ADR|AGENT|BDAY|CATEGORIES|CLASS|EMAIL|END|FN|GEO|IMPP|KEY|LABEL|LOGO"
    rb"|MAILER|N|NICKNAME|NOTE|ORG|PHOTO|PRODID|REV|ROLE|SORT-STRING|SOUND|TEL|TITLE|TZ|UID|URL"
    rb"|VERSION|X-[\w-]{1,60})"
)
_PARAM = rb"(?:;[\w-]{1,40}(?:=[^:;\n]{0,80})?)"
_PROPERTY = re.compile(_NAMES + _PARAM + rb"*:(?![ \t])")
_IN_ANY_CASE = re.compile(_PROPERTY.pattern, re.IGNORECASE)
_WITH_PARAMS = re.compile(_NAMES + _PARAM + rb"+:(?![ \t])", re.IGNORECASE)
_AS_IT_SAYS = re.compile(
    rb"(?:TEL:\+?[\d ().-]+|EMAIL:[^\s@]+@[^\s@]+|URL:https?://\S+|BDAY:[\d-]+|REV:\d[\dTZ:-]+"
    rb"|UID:[\w:.-]+|END:VCARD)[ \t]*\Z",
    re.IGNORECASE,
)
_LOWER = re.compile(rb"^(?:version|n|fn)[;:]", re.MULTILINE)
_QUOTED = re.compile(rb"QUOTED-PRINTABLE[^:\n]*:[^\n]*=[89A-F]", re.IGNORECASE)
_DECLARED = re.compile(rb"[^:]*;[ \t]*CHARSET[ \t]*=[ \t]*\"?([\w-]{1,30})", re.IGNORECASE)


class RawCard(NamedTuple):
    """What stands between BEGIN and END, lines ended by LF; refused says why it is not read.

    edges are the lines of BEGIN and END as they stand, an empty one where it is missing.
    """

    row: int
    text: bytes
    refused: str = ""
    edges: tuple[bytes, bytes] = (b"", b"")


class _Gathered:
    """The lines of the card that is open, as long as they are not too many."""

    def __init__(self, begin: bytes = b"") -> None:
        self.begin = begin
        self.parts: list[bytes] = []
        self.agents: list[bytes] = []
        self.size = 0
        self.depth = 0

    def add(self, text: bytes) -> None:
        self.size += len(text)
        if self.size <= LARGEST_CARD and text:
            (self.agents if self.depth else self.parts).append(text)

    def expects_agent(self) -> bool:
        """Whether the line before is an AGENT without a value: then a card may stand in a card."""
        return bool(self.parts and _AGENT.search(self.parts[-1][-_TAIL:]))

    def close_agent(self) -> None:
        """Write the card within as version 3.0 does: on one line, escaped."""
        inner = b"BEGIN:VCARD\n" + b"".join(self.agents) + b"END:VCARD"
        for char, escaped in ((b"\\", b"\\\\"), (b"\n", b"\\n"), (b",", b"\\,"), (b";", b"\\;")):
            inner = inner.replace(char, escaped)
        self.parts[-1:] = [self.parts[-1].rstrip(), inner, b"\n"]
        self.agents = []

    def card(self, row: int, end: bytes) -> RawCard:
        text = b"".join(self.parts)
        if self.size > LARGEST_CARD:
            return RawCard(row, text[:_SHOWN], "it is larger than 10 MB")
        return RawCard(row, text, edges=(self.begin, end))


def cards(stream: BinaryIO) -> Iterator[RawCard]:
    """The cards in order, numbered from 1; one that is never closed ends where the next begins.

    Text outside of any card comes as a refused one under the number of the card before it.
    """
    row, opened, gathered = 0, False, _Gathered()
    for chunk in apart(chunks(stream)):
        start = 0
        for edge in EDGE.finditer(chunk):
            gathered.add(chunk[start : edge.start()])
            start = edge.end() + 1
            begins = edge[1][0] in b"Bb"
            if opened and (gathered.depth or (begins and gathered.expects_agent())):
                if gathered.depth > 1 or (gathered.depth and begins):
                    gathered.add(edge[0] + b"\n")
                gathered.depth += 1 if begins else -1
                if not gathered.depth and gathered.size <= LARGEST_CARD:
                    gathered.close_agent()
                continue
            yield from _closed(row, opened, gathered, b"" if begins else edge[0])
            row, opened, gathered = row + begins, begins, _Gathered(edge[0])
        gathered.add(chunk[start:])
    yield from _closed(row, opened, gathered)


def _closed(row: int, opened: bool, gathered: _Gathered, end: bytes = b"") -> Iterator[RawCard]:
    if opened:
        if gathered.depth:
            gathered.close_agent()
        yield gathered.card(row, end)
    elif any(part.strip() for part in gathered.parts):
        yield RawCard(
            max(row, 1), b"".join(gathered.parts)[:_SHOWN], "it stands outside of any card"
        )


def chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The file as UTF-8 or whatever a byte is a character in, cut after line ends, which are LF."""
    rest = held = b""
    for block in _narrow(stream):
        block = held + block
        whole = block.rstrip(b"\r")  # perhaps the first half of a CRLF
        held = block[len(whole) :]
        if b"\r" in whole:
            if b"\r\r\n" in whole:
                whole = whole.replace(b"\r\r\n", b"\n")
            whole = whole.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        rest += whole
        cut = rest.rfind(b"\n") + 1 or (len(rest) if len(rest) > _CHUNK else 0)
        if cut:
            yield rest[:cut]
            rest = rest[cut:]
    if rest or held:
        yield rest + b"\n"


def _narrow(stream: BinaryIO) -> Iterator[bytes]:
    block = stream.read(_CHUNK)
    charset, bom = wide_charset(block[:4096])
    if not charset:
        block = block.removeprefix(BOM)
        while block:
            # A file put together from several may have their marks in its middle.
            yield block.replace(BOM + b"BEGIN", b"BEGIN") if BOM in block else block
            block = stream.read(_CHUNK)
        return
    decoder = codecs.getincrementaldecoder(charset)("replace")
    block = block[bom:]
    while block:
        yield decoder.decode(block).encode()
        block = stream.read(_CHUNK)
    yield decoder.decode(b"", final=True).encode()


def content_lines(text: bytes, charset: str = "") -> list[str] | None:
    """The lines of a card put together again and decoded; None when they are too many.

    charset is that of lines that are not in UTF-8 and declare none.
    """
    if b"=" in text and _SOFT.search(text) and b"QUOTED-PRINTABLE" in text.upper():
        text = b"".join(_soft_breaks_joined(text))
    if b"\n\n" in text:
        text = b"\n".join(line for line in text.split(b"\n") if line)
    if b"\n " in text or b"\n\t" in text:
        text = text.replace(b"\n ", b"").replace(b"\n\t", b"")
    if text.count(b"\n") > MOST_LINES:
        return None
    try:
        return text.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return [decoded_line(line, _declared(line), charset) for line in text.split(b"\n")]


def undeclared(stream: BinaryIO) -> Iterator[bytes]:
    """The lines that are not in UTF-8 and do not declare in what they are, quoted ones decoded."""
    for chunk in chunks(stream):
        lines = chunk.split(b"\n")
        yield from (line for line in not_unicode(lines) if not _declared(line))
        if _QUOTED.search(chunk):
            quoted = (line for line in lines if _QUOTED.search(line) and not _declared(line))
            yield from not_unicode(map(binascii.a2b_qp, quoted))


def _declared(line: bytes) -> str:
    found = _DECLARED.match(line[:_SHOWN])
    return found[1].decode("ascii", "replace") if found else ""


def _soft_breaks_joined(text: bytes) -> Iterator[bytes]:
    """The pieces of the text without the breaks that = announces in quoted-printable lines.

    The line after such a break is whole: a space at its start is text. A blank one ends the value,
    and so does a property after a line too short to have been broken.
    """
    property_ = _IN_ANY_CASE if _LOWER.search(text) else _PROPERTY
    soft = printable = short = False
    for line in text.split(b"\n"):
        likely = short and (property_.match(line) or _AS_IT_SAYS.match(line))
        if soft and (not line or likely or _WITH_PARAMS.match(line)):
            yield b"\n"
            soft = False
        if not soft and line[:1] not in (b" ", b"\t"):
            printable = bool(_PRINTABLE.search(line.partition(b":")[0]))
        bare = line.rstrip(b" \t") if printable else line
        soft = printable and bare.endswith(b"=")
        short = len(bare) < _SHORTEST_BROKEN
        yield bare[:-1] if soft else line + b"\n"
