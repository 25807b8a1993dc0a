"""How wide a text is on a terminal, and texts cut, padded and wrapped by that; nothing is drawn."""

import unicodedata
from collections.abc import Iterator

ELLIPSIS = "…"
# Zero-width: combining marks, joiners, variation selectors.
_NONE = frozenset({"Mn", "Me", "Cf"})


def width_of(text: str) -> int:
    """How many cells a terminal gives it; the text is one line."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


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


def _beginning(text: str, width: int) -> str:
    """As much of the text as so many cells take."""
    taken = 0
    for index, char in enumerate(text):
        taken += _cells(char)
        if taken > width:
            return text[:index]
    return text


def wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The lines of a text by where each begins and ends: broken at spaces, else where it must be.

    What stands between two lines is the space that was broken at.
    """
    width = max(width, 2)  # a wide letter fits
    start = 0
    while width_of(text[start:]) > width:
        end = start + len(_beginning(text[start:], width))
        space = text.rfind(" ", start, end + 1)
        if space > start:
            yield start, space
            start = space + 1
        else:
            yield start, end
            start = end
    yield start, len(text)
