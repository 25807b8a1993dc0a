"""How a card was written: its lines in their order, to be written so again as far as they hold.

The form travels among the kept lines, as one of netlog's own: the lines that netlog had read, with
an empty one for each that is kept beside it. What lines do not tell (the name of the file, octets
that no writer of ours would write so) stands before them.
"""

import binascii
import io
import re
import zlib
from collections.abc import Iterator, Sequence

from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.folding import CRLF, SPACE, TAB, Fold, folded, folding
from netlog.formats.vcard.lines import LARGEST_CARD, RawCard, cards
from netlog.formats.vcard.values import ContentLine, content_line, escaped, unescaped
from netlog.named import NamedTuple
from netlog.records.kept import FORM

# What entries of the form begin with that are no lines.
_STYLE = "="
_FOLD = "@"
_FILE = ">"
_SOURCE = "!"
_TOGETHER = "~"
_LF, _GLUED_BY_TAB, _BY_TAB = "lf", "tab", "t"
_BREAKS = re.compile(r"[\r\n]+")
_NEVER = frozenset({"BEGIN", "END"})
# Without a form these speak of the file that was, and not of the person.
_OF_THE_FILE = frozenset({"VERSION", "PRODID", "REV", "PROFILE", "UID"})


class Form:
    """The lines of a card as it was read; without one, those that are kept alone."""

    def __init__(self, kept: Sequence[str], uid: str | None = None) -> None:
        self.file = ""  # the name of its file in a folder
        self.place = 0  # among the cards of that file, where they are several
        self.together = b""  # that file, where its cards alone do not say it
        self.source = b""  # the card as it stood, where its lines do not say that
        self.style = ""
        self.glue = SPACE
        self.line_end = CRLF
        self.folds: dict[int, Fold] = {}
        self.lines: list[ContentLine] = []
        self.by_name: dict[str, list[ContentLine]] = {}
        self._known: set[int] = set()
        own, theirs, others = _told_apart(kept, uid)
        rest = iter(theirs)
        if own:
            self._stand(own, rest)
        self.stood = len(self.lines)  # those of the card itself
        for raw in (*rest, *others):
            self._add(raw, known=False, alone=not own)
        self.version = next((one.text() for one in self.lines if one.name == "VERSION"), "")

    def _stand(self, text: str, kept: Iterator[str]) -> None:
        """The lines in the order of the card."""
        fold: Fold | None = None
        for entry in text.split("\n"):
            if entry.startswith(_STYLE):
                self.style, *marks = entry[1:].split(",")
                self.line_end = "\n" if _LF in marks else CRLF
                self.glue = TAB if _GLUED_BY_TAB in marks else SPACE
            elif entry.startswith(_FOLD):
                fold = _fold(entry[1:])
            elif entry.startswith(_FILE):
                self.file, _, place = entry[1:].partition("\t")
                self.place = int(place) if place.isdecimal() else 0
            elif entry.startswith(_TOGETHER):
                self.together = _unpacked(entry[1:])
            elif entry.startswith(_SOURCE):
                self.source = _unpacked(entry[1:])
            else:
                raw = entry or next(kept, "")
                self._add(raw, known=bool(entry), alone=False, fold=fold)
                fold = None

    def _add(self, raw: str, *, known: bool, alone: bool, fold: "Fold | None" = None) -> None:
        line = content_line(raw, len(self.lines))
        if line is None or line.name in _NEVER or (alone and line.name in _OF_THE_FILE):
            return
        if known:
            self._known.add(line.at)
        if fold:
            self.folds[line.at] = fold
        self.lines.append(line)
        self.by_name.setdefault(line.name, []).append(line)

    @property
    def was_read(self) -> bool:
        """Whether there was a card."""
        return bool(self.stood)

    def is_known(self, line: ContentLine) -> bool:
        """Whether netlog had read what the line says."""
        return line.at in self._known

    def folded(self, text: str, at: int | None) -> str:
        """A line as the card had folded it, where it stood there, and else its others."""
        fold = self.folds.get(at) if at is not None else None
        return fold.folded(text) if fold else folded(text, self.style, self.glue)


def _told_apart(kept: Sequence[str], uid: str | None) -> tuple[str, list[str], list[str]]:
    """The form of the card of that uid, the lines kept beside it, and those of other cards.

    Of two contacts who became one both have left theirs; a form stands behind its lines.
    """
    cards: list[tuple[str, list[str]]] = []
    lines: list[str] = []
    for line in kept:
        if is_form(line):
            cards.append((unescaped(line.partition(":")[2]), lines))
            lines = []
        else:
            lines.append(_in_one(line))
    if not cards:
        return "", [], lines
    wanted = f"UID:{escaped(uid or '')}"
    own = next((one for one in cards if wanted in one[0].split("\n")), cards[0])
    others = [line for one in cards if one is not own for line in one[1]]
    return own[0], own[1], [*others, *lines]


def _in_one(line: str) -> str:
    """The line without breaks, which only another program could have left in it."""
    return _BREAKS.sub("", line) if "\n" in line or "\r" in line else line  # some are photos


class Origin(NamedTuple):
    """The file that a card was in: its name in the folder, and its octets.

    Of one that holds several at which place of it the card stood, from 1; the octets stand at the
    first, where the cards one after the other are not all of the file.
    """

    name: str
    content: bytes
    place: int = 0


def form(card: CardLines, raw: RawCard, line_end: str = CRLF, origin: Origin | None = None) -> str:
    """The form of a card that was read, as a line to keep; raw is what it was read from."""
    lines = [line.raw for line in card.lines]
    found = folding(lines, raw.text)
    marks = [_LF] if line_end != CRLF else []
    marks += [_GLUED_BY_TAB] if found.glue == TAB else []
    entries = [_STYLE + ",".join([found.style, *marks])] if found.style or marks else []
    if origin and origin.name:
        entries.append(_FILE + origin.name + (f"\t{origin.place}" if origin.place else ""))
    if origin and origin.place and origin.content:
        entries.append(_packed(origin.content, _TOGETHER))
    entries += _source(raw, line_end, origin, is_exact=found.is_exact)
    for line, fold in zip(card.lines, found.folds, strict=True):
        if fold:
            by_tab = [_BY_TAB] if fold.glue == TAB else []
            entries.append(_FOLD + ",".join([*map(str, fold.lengths), *by_tab]))
        entries.append(line.raw if line.at in card.taken else "")
    return f"{FORM}:" + escaped("\n".join(entries))


def _source(raw: RawCard, line_end: str, origin: Origin | None, *, is_exact: bool) -> Iterator[str]:
    """The octets of the card, where neither its lines nor their folds tell of all of them."""
    whole = octets(raw, line_end)
    plain = raw.edges == (b"BEGIN:VCARD", b"END:VCARD")
    if origin and not origin.place and origin.content != whole:
        yield _packed(origin.content)
    elif not (is_exact and plain):
        yield _packed(whole)


def octets(raw: RawCard, line_end: str) -> bytes:
    """The card as it stood in its file, from edge to edge."""
    begin, end = raw.edges
    whole = b"".join([begin, b"\n" if begin else b"", raw.text, end, b"\n" if end else b""])
    return whole.replace(b"\n", line_end.encode())


def all_octets(content: bytes, line_end: str) -> bytes:
    """The cards of a file, one after the other, with nothing between them."""
    return b"".join(octets(card, line_end) for card in cards(io.BytesIO(content)))


def _packed(content: bytes, mark: str = _SOURCE) -> str:
    return mark + binascii.b2a_base64(zlib.compress(content), newline=False).decode()


def _unpacked(text: str) -> bytes:
    """The octets; none where the form is not netlog's own."""
    try:
        return zlib.decompressobj().decompress(binascii.a2b_base64(text), LARGEST_CARD)
    except (binascii.Error, zlib.error):
        return b""


def _fold(entry: str) -> Fold:
    """How one line was folded; older forms end in a 0 where it was not."""
    *_, last = said = entry.split(",")
    lengths = [int(one) for one in said if one.isdecimal() and int(one)]
    if last == "0":
        lengths = []
    return Fold(tuple(lengths), TAB if last == _BY_TAB else SPACE)


def is_form(line: str) -> bool:
    """Whether a kept line is the form of the card, and says nothing of the person."""
    return line.startswith(f"{FORM}:")
