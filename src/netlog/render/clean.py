"""The one choke point: stored or typed text made harmless for a terminal.

Control, bidirectional and invisible formatting characters are shown as escapes such as \\x1b.
"""

import unicodedata

_JOINERS = "\u200c\u200d"
# Letters by category, and yet nothing is seen of them.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0")
_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"})


def clean(text: str) -> str:
    """One line that shows exactly what is there and moves no cursor."""
    if _shows_itself(text):
        return text
    return "".join(
        char if _harmless(text, index) else _escaped(char) for index, char in enumerate(text)
    )


def clean_block(text: str) -> str:
    """Like `clean`, line by line; a tab becomes spaces."""
    if _shows_itself(text):
        return text
    return "\n".join(clean(line.replace("\t", "    ")) for line in text.split("\n"))


def _shows_itself(text: str) -> bool:
    """Whether it is one line of nothing but what is seen."""
    return text.isprintable() and (text.isascii() or _BLANK.isdisjoint(text))


def _harmless(text: str, index: int) -> bool:
    char = text[index]
    if char in _JOINERS:
        return _joins(text, index)
    return unicodedata.category(char) not in _HARMFUL and char not in _BLANK


def _joins(text: str, index: int) -> bool:
    """Whether a joiner stands inside a word or an emoji of a script that needs it."""
    around = text[index - 1 : index] + text[index + 1 : index + 2]
    return len(around) == 2 and all(
        char > "\u05ff" and char not in _BLANK and unicodedata.category(char) not in _HARMFUL
        for char in around
    )


def _escaped(char: str) -> str:
    code = ord(char)
    if code <= 0xFF:
        return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(char, f"\\x{code:02x}")
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
