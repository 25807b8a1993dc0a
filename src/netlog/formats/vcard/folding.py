"""How long lines are folded: as the standard says, as most programs do, as one line was."""

from collections.abc import Callable, Sequence

from netlog.named import NamedTuple

WIDEST = 75  # octets, the line break left out
CRLF = "\r\n"
SPACE, TAB = " ", "\t"
_MOST_PARTS = 200


class Fold(NamedTuple):
    """How one line was folded in a way of its own: characters of its parts, and what joins them.

    The last length is that of all parts that follow; without one the line is not folded.
    """

    lengths: tuple[int, ...]
    glue: str = SPACE

    def folded(self, line: str) -> str:
        """The line in such parts."""
        parts: list[str] = []
        at = 0
        lengths = iter(self.lengths)
        length = next(lengths, 0) or len(line)
        while at < len(line) or not parts:
            parts.append(line[at : at + length])
            at += length
            length = next(lengths, length)
        return f"{CRLF}{self.glue}".join(parts) + CRLF


class Folding(NamedTuple):
    """How a card was folded: the style of most lines, their glue, and each that was otherwise.

    is_exact: whether all that stood there can be written so again.
    """

    style: str = ""
    glue: str = SPACE
    folds: tuple[Fold | None, ...] = ()
    is_exact: bool = True


def folded(line: str, style: str = "", glue: str = SPACE) -> str:
    """The line as the card folded its lines, no character cut in two, ended with CRLF."""
    found = STYLES.get(style, _octets)(line.replace("\0", ""))  # many would look like UTF-16
    return found.replace(f"{CRLF} ", f"{CRLF}{glue}") if glue != SPACE else found


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


def folding(lines: Sequence[str], text: bytes) -> Folding:
    """How the lines were folded in the text that they were read from, its line ends LF."""
    short = all(len(one) * 4 <= WIDEST for one in lines)
    try:
        decoded = text.decode("utf-8")
    except UnicodeDecodeError:
        return Folding(folds=(None,) * len(lines), is_exact=False)
    if short and decoded == "".join(f"{one}\n" for one in lines):
        return Folding(folds=(None,) * len(lines))
    physical = _physical(decoded)
    if len(physical) != len(lines):
        return Folding(folds=(None,) * len(lines), is_exact=False)
    glue = TAB if f"\n{TAB}" in decoded and f"\n{SPACE}" not in decoded else SPACE
    missed = {
        name: [at for at, one in enumerate(lines) if folded(one, name, glue) != physical[at]]
        for name in STYLES
    }
    style = min(missed, key=lambda name: len(missed[name]))
    folds: list[Fold | None] = [None] * len(lines)
    for at in missed[style]:
        folds[at] = _fold_of(physical[at], lines[at])
    is_exact = all(folds[at] for at in missed[style]) and "\n\n" not in f"\n{decoded}"
    return Folding(style, glue, tuple(folds), is_exact)


def _physical(text: str) -> list[str]:
    """The lines of a card with their folds, as they would be written."""
    found: list[str] = []
    for line in text.split("\n"):
        if line[:1] in (SPACE, TAB) and found:
            found[-1] += line + CRLF
        elif line:
            found.append(line + CRLF)
    return found


def _fold_of(physical: str, line: str) -> Fold | None:
    """How the line was folded, where its parts are joined alike."""
    first, *rest = physical.removesuffix(CRLF).split(CRLF)
    lengths = [len(first), *(len(part) - 1 for part in rest)] if rest else []
    if 0 in lengths:
        return None
    if len(lengths) > 1 and lengths[-1] <= lengths[-2]:
        lengths.pop()  # it is what was left
    while len(lengths) > 1 and lengths[-1] == lengths[-2]:
        lengths.pop()
    fold = Fold(tuple(lengths), rest[0][:1] if rest else SPACE)
    return fold if len(lengths) <= _MOST_PARTS and fold.folded(line) == physical else None
