"""How a card was written: its lines in their order, to be written so again as far as they hold.

The form travels among the kept lines, as one of netlog's own: the lines that netlog had read, with
an empty one for each that is kept beside it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from netlog.formats.vcard.card import CardLines
from netlog.formats.vcard.values import ContentLine, escaped, parsed, unescaped
from netlog.records.incoming import FORM

WIDEST = 75  # octets, the line break left out
CRLF = "\r\n"

# What entries of the form begin with that are no lines.
_STYLE = "="
_FOLD = "@"
_BREAKS = re.compile(r"[\r\n]+")
_NEVER = frozenset({"BEGIN", "END"})
# Without a form these speak of the file that was, and not of the person.
_OF_THE_FILE = frozenset({"VERSION", "PRODID", "REV", "PROFILE", "UID"})


class Form:
    """The lines of a card as it was read; without one, those that are kept alone."""

    def __init__(self, kept: Sequence[str], uid: str | None = None) -> None:
        self.style = ""
        self.line_end = CRLF
        self.folds: dict[int, Fold] = {}
        self.lines: list[ContentLine] = []
        self._known: set[int] = set()
        own, theirs, others = _told_apart(kept, uid)
        rest = iter(theirs)
        if own:
            self._stand(own, rest)
        for raw in (*rest, *others):
            self._add(raw, known=False, alone=not own)
        self.version = next((one.text() for one in self.lines if one.name == "VERSION"), "")

    def _stand(self, text: str, kept: Iterator[str]) -> None:
        """The lines in the order of the card."""
        fold: Fold | None = None
        for entry in text.split("\n"):
            if entry.startswith(_STYLE):
                self.style, _, end = entry[1:].partition(",")
                self.line_end = "\n" if end else CRLF
            elif entry.startswith(_FOLD):
                first, rest = (int(one) for one in entry[1:].split(","))
                fold = Fold(first, rest)
            else:
                raw = entry or next(kept, "")
                self._add(raw, known=bool(entry), alone=False, fold=fold)
                fold = None

    def _add(self, raw: str, *, known: bool, alone: bool, fold: "Fold | None" = None) -> None:
        for line in parsed([raw]):
            if line.name in _NEVER or (alone and line.name in _OF_THE_FILE):
                continue
            line = line._replace(at=len(self.lines))
            if known:
                self._known.add(line.at)
            if fold:
                self.folds[line.at] = fold
            self.lines.append(line)

    def is_known(self, line: ContentLine) -> bool:
        """Whether netlog had read what the line says."""
        return line.at in self._known

    def folded(self, text: str, at: int | None) -> str:
        """A line as the card had folded it, where it stood there, and else its others."""
        fold = self.folds.get(at) if at is not None else None
        return fold.folded(text) if fold else folded(text, self.style)


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
            lines.append(_BREAKS.sub("", line))
    if not cards:
        return "", [], lines
    wanted = f"UID:{escaped(uid or '')}"
    own = next((one for one in cards if wanted in one[0].split("\n")), cards[0])
    others = [line for one in cards if one is not own for line in one[1]]
    return own[0], own[1], [*others, *lines]


class Fold(NamedTuple):
    """How one line was folded in a way of its own: characters of the first part and the others."""

    first: int
    rest: int

    def folded(self, line: str) -> str:
        """The line in such parts."""
        if not self.rest:
            return line + CRLF
        ends = range(self.first, len(line), self.rest)
        parts = [line[: self.first], *(line[at : at + self.rest] for at in ends)]
        return f"{CRLF} ".join(parts) + CRLF


def form(card: CardLines, text: bytes, line_end: str = CRLF) -> str:
    """The form of a card that was read, as a line to keep; text is what stood between its edges."""
    raw = [line.raw for line in card.lines]
    style, folds = _folding(raw, text)
    ended = ",lf" if line_end != CRLF else ""
    entries = [f"{_STYLE}{style}{ended}"] if style or ended else []
    for line, fold in zip(card.lines, folds, strict=True):
        if fold:
            entries.append(_FOLD + ",".join(map(str, fold)))
        entries.append(line.raw if line.at in card.taken else "")
    return f"{FORM}:" + escaped("\n".join(entries))


def is_form(line: str) -> bool:
    """Whether a kept line is the form of the card, and says nothing of the person."""
    return line.startswith(f"{FORM}:")


def folded(line: str, style: str = "") -> str:
    """The line as the card folded its lines, no character cut in two, ended with CRLF."""
    return STYLES.get(style, _octets)(line.replace("\0", ""))  # many would look like UTF-16


def _octets(line: str) -> str:
    """In parts of at most 75 octets."""
    if len(line) <= WIDEST and line.isascii():
        return line + CRLF
    octets = line.encode("utf-8", "replace")
    parts = []
    start, room = 0, WIDEST
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(octets[start:end])
        start, room = end, WIDEST - 1
    return b"\r\n ".join([*parts, octets[start:]]).decode() + CRLF


def _long_ones(line: str) -> str:
    """Only what has 75 characters, whatever their octets, as vobject does."""
    return line + CRLF if len(line) < WIDEST else _octets(line)


def _not_at_all(line: str) -> str:
    return line + CRLF


STYLES: dict[str, Callable[[str], str]] = {
    "": _octets,
    "long": _long_ones,
    "none": _not_at_all,
}


def _folding(lines: Sequence[str], text: bytes) -> tuple[str, list[Fold | None]]:
    """The style in which most lines were folded, and how those were that were folded otherwise."""
    alone: list[Fold | None] = [None] * len(lines)
    if b"\n " not in text and b"\n\t" not in text and all(len(one) * 4 <= WIDEST for one in lines):
        return "", alone
    physical = _physical(text.decode("utf-8", "replace"))
    if len(physical) != len(lines):
        return "", alone
    missed = {
        name: [at for at, one in enumerate(lines) if fold(one) != physical[at]]
        for name, fold in STYLES.items()
    }
    style = min(missed, key=lambda name: len(missed[name]))
    for at in missed[style]:
        alone[at] = _fold_of(physical[at], lines[at])
    return style, alone


def _physical(text: str) -> list[str]:
    """The lines of a card with their folds, as they would be written."""
    found: list[str] = []
    for line in text.split("\n"):
        if line[:1] in (" ", "\t") and found:
            found[-1] += line + CRLF
        elif line:
            found.append(line + CRLF)
    return found


def _fold_of(physical: str, line: str) -> Fold | None:
    """How the line was folded, where its parts are of one length."""
    first, *rest = physical.removesuffix(CRLF).split(CRLF)
    fold = Fold(len(first), max(1, len(rest[0]) - 1) if rest else 0)
    return fold if fold.folded(line) == physical else None
