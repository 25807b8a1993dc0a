"""The marks of a friends.md line, and how text is kept from being taken for them.

The format knows no escape of its own. It is Markdown, so a character that would be a mark is
written as its numeric entity: every Markdown viewer shows it right, `friends` sees no mark in it,
and reading turns it back. Law: for any text, plain(escaped(text)) == text.
"""

import re

_MARKS = "()[]*_@\n\r."
_ENTITIES = {f"&#{ord(mark)};": mark for mark in _MARKS} | {"&amp;": "&"}
_ENTITY = re.compile(r"&(?:amp|#[0-9]{1,3});")
_NICKNAME = re.compile(r"a\.k\.a\.")
NAMED = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*")
PLACED = re.compile(r"(?<!\w)_([^_]+)_(?!\w)")


def escaped(text: str, marks: str) -> str:
    """`text` without any of `marks`, or line breaks, that could be taken for the file's own."""
    text = _ENTITY.sub(lambda found: f"&amp;{found[0][1:]}", text)
    for mark in {*marks, "\n", "\r"}:
        text = text.replace(mark, f"&#{ord(mark)};")
    return text


def escaped_name(text: str) -> str:
    """A name, nickname or place, as it may stand anywhere in the file."""
    return _NICKNAME.sub("a&#46;k&#46;a&#46;", escaped(text, "()[]*_@"))


def escaped_text(text: str) -> str:
    """What is told of a meeting; its @tags stay tags, as they are no more than text."""
    return escaped(text, "*_")


def plain(text: str) -> str:
    """What was meant, marks taken for text again."""
    return _ENTITY.sub(lambda found: _ENTITIES.get(found[0], found[0]), text)


def unmarked(text: str) -> str:
    """A line as one reads it aloud: names and places without their marks."""
    return plain(PLACED.sub(r"\1", NAMED.sub(r"\1", text)))
