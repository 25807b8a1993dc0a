"""How wide a text is on a terminal, and texts cut, padded and wrapped by that; nothing is drawn."""

import unicodedata
from collections.abc import Iterator

from netlog.later import pattern
from netlog.wording import last_word

ELLIPSIS = "…"
# In less room than that a text is cut by letters: each counts.
FEWEST_FOR_WORDS = 12
# "  promise     on its day, else after 7", with nothing else set apart.
_ENTRY = pattern(r"  (\S(?:.{0,17}?\S)?) {2,}(\S(?:(?!  ).)*)")
# Zero-width: combining marks, joiners, variation selectors.
_NONE = frozenset({"Mn", "Me", "Cf"})
# After these signs netlog is a command to type.
_BEFORE_COMMAND = tuple(":;,.?)")
_JOINER, _AS_EMOJI = "\u200d", "\ufe0f"
_SKINS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))


def width_of(text: str) -> int:
    """How many cells a terminal gives it; the text is one line."""
    if text.isascii():
        return len(text)
    return sum(_each(text))


def _each(text: str) -> Iterator[int]:
    """How many cells each character adds: what joins an emoji that stands there adds none."""
    before, had = "", 0
    for char in text:
        cells = _cells(char)
        if cells == 2 and (before == _JOINER or (had == 2 and char in _SKINS)):
            cells = 0
        elif char == _AS_EMOJI and had == 1 and not before.isalpha():
            cells = 1
        yield cells
        before, had = char, cells


def _cells(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in _NONE:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def padded(text: str, width: int) -> str:
    """The text with spaces behind it, up to so many cells."""
    return text + " " * (width - width_of(text))


def cut(text: str, width: int) -> str:
    """The text in at most so many cells, at least one, an ellipsis for what is cut off."""
    if width_of(text) <= width:
        return text
    return f"{_beginning(text, width - 1)}{ELLIPSIS}"


def cut_at_word(text: str, width: int) -> str:
    """Like `cut`, at the end of a word, unless a word has no end there or each letter counts."""
    if width_of(text) <= width:
        return text
    return f"{text[: _whole_words(text, len(_beginning(text, width - 1)), width)]}{ELLIPSIS}"


def _whole_words(text: str, end: int, width: int) -> int:
    return last_word(text, end, at_words=width >= FEWEST_FOR_WORDS)


def cut_between_words(text: str, width: int) -> str:
    """Like `cut`, at the end of a word: a part of one says nothing. Empty where none is whole."""
    kept = cut_at_word(text, width)
    end = len(kept) - 1
    if kept == text or not (text[end - 1].isalnum() and text[end].isalnum()):
        return kept
    space = text.rfind(" ", 0, end)
    return f"{text[:space].rstrip(' ,;:.')}{ELLIPSIS}" if space > 0 else ""


def cut_around(text: str, width: int, first: int, last: int) -> tuple[int, int]:
    """From where up to where the text is shown in at most so many cells, ellipses counted in.

    It begins later only where the stretch from first up to last would not be seen otherwise.
    """
    if width_of(text) <= width:
        return 0, len(text)
    head = len(_beginning(text, width - 1))
    if last <= head:
        return 0, max(_whole_words(text, head, width), last)
    # A third of the room for what stands before it; at the end of the text, all there is.
    room = max(width - 1, 1)
    start = max(first - len(_beginning(text[:first][::-1], room // 3)), 1)
    if width_of(text[start:]) <= room:
        start = len(text) - len(_beginning(text[::-1], room))
    if (space := text.find(" ", start, first)) >= 0:
        start = space + 1
    if width_of(text[start:]) <= room:
        return start, len(text)
    end = start + len(_beginning(text[start:], room - 1))
    return start, max(_whole_words(text, end, width), min(last, end))


def _beginning(text: str, width: int) -> str:
    """As much of the text as so many cells take."""
    if text.isascii():
        return text[: max(width, 0)]
    taken = 0
    for index, cells in enumerate(_each(text)):
        taken += cells
        if taken > width:
            return text[:index]
    return text


def _command_at(text: str, start: int, end: int) -> int:
    """Where the last command of ours begins, less its space; -1 for none: a book is netlog's, too.

    It stands after a sign, or after the words that offer it.
    """
    begins = text.rfind(" netlog ", start, end)
    before = text[start:begins].rsplit(" ", 1)[-1]
    return begins if before[-1:] in _BEFORE_COMMAND or before in ("mean", "or", "and") else -1


def _before_command(text: str, start: int, space: int, width: int) -> int:
    """Where to break instead, so that the command that the text ends with is not broken."""
    begins = _command_at(text, start, space + 1)
    return begins if begins > start and width_of(text[begins + 1 :]) <= width else space


def wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The lines of a text by where each begins and ends: broken at spaces, hyphens or anywhere.

    What stands between two lines is the space that was broken at. A command of ours at the end of
    the text stays on one line, to be copied, where one holds it.
    """
    width = max(width, 2)  # a wide letter fits
    start = 0
    # No line looks further than it reaches: a text may be ten thousand letters in one word.
    while (end := start + len(_beginning(text[start:], width))) < len(text):
        space = text.rfind(" ", start, end + 1)
        if space > start:
            space = _before_command(text, start, space, width)
            yield start, space
            start = space + 1
        else:
            hyphen = text.rfind("-", (2 * start + end) // 3, end)
            end = hyphen + 1 or end
            yield start, end
            start = end
    yield start, len(text)


def folded(text: str, width: int) -> str:
    """The text with its lines wrapped between words, each as far in as it begins.

    A word, a path above all, is never broken: the terminal does that, and gives it back whole.
    Width 0 is no bound.
    """
    return "\n".join(_folded(line, width) for line in text.split("\n")) if width else text


def _folded(line: str, width: int) -> str:
    words = line.lstrip(" ")
    inset = min(len(line) - len(words), width // 2)
    room = width - inset
    lines = [""]
    for word in _unbroken(words, room):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        lines[-1:] = [longer] if width_of(longer) <= room else [*filter(None, lines[-1:]), word]
    return "\n".join(f"{' ' * inset}{part}" for part in lines)


def _unbroken(text: str, room: int) -> list[str]:
    """The words; a command of ours that they end with is one of them where a line holds it."""
    begins = _command_at(text, 0, len(text))
    if begins < 0 or width_of(text[begins + 1 :]) > room:
        return text.split(" ")
    return [*text[:begins].split(" "), text[begins + 1 :]]


def reflowed(text: str, width: int) -> str:
    """A page of ours in lines of that width: its paragraphs, and its lists of words and meanings.

    Width 0 is no bound.
    """
    if not width or max(map(width_of, text.split("\n"))) <= width:
        return text
    return "\n\n".join("\n".join(_flowing(part, width)) for part in text.split("\n\n"))


def _flowing(paragraph: str, width: int) -> Iterator[str]:
    lines: list[str] = []
    for line in paragraph.split("\n"):
        # A list has a line an entry, whose continuation stands further in; prose has one line.
        goes_on = lines and (line.startswith("    ") or not line.startswith(" "))
        lines[-1:] = [f"{lines[-1]} {line.strip()}"] if goes_on else [*lines[-1:], line]
    for line in lines:
        if entry := _ENTRY.fullmatch(line):
            yield from _entry(entry[1], entry[2], entry.start(2), width)
        elif line.startswith("  ") and "  " in line.strip():
            yield from _examples(line.split("  "), width)
        else:
            yield folded(line, width)


def _examples(phrases: list[str], width: int) -> Iterator[str]:
    """Phrases that stand two spaces apart, each whole where a line holds it."""
    line = ""
    for phrase in filter(None, (one.strip() for one in phrases)):
        longer = f"{line}  {phrase}"
        if line and width_of(longer) > width:
            yield from folded(line, width).split("\n")
            longer = f"  {phrase}"
        line = longer
    yield from folded(line, width).split("\n")


def _entry(word: str, meaning: str, hang: int, width: int) -> Iterator[str]:
    """A word, and its meaning in the lines beside and below it."""
    hang = min(hang, width // 2)
    if max(map(width_of, meaning.split())) > width - hang:
        hang = 4
    if width_of(word) + 2 * 2 > hang:
        yield f"  {word}"
        word = ""
    first, *rest = folded(meaning, width - hang).split("\n")
    yield f"{padded(f'  {word}', hang)}{first}"
    yield from (f"{' ' * hang}{one}" for one in rest)
