"""Texts of a file as the book takes them: without what cannot be shown, in NFC."""

import re
import unicodedata

LONGEST_UID = 255

_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85]")
_UNSTORABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]+")
_OF_A_LINE = re.compile(r"[\t\n]")


def line(text: str | None) -> str | None:
    """One line of text without what cannot be shown, in NFC; None when nothing is left."""
    if not text:
        return None
    if not (text.isascii() and text.isprintable()):
        shown = _UNSTORABLE.sub(" ", _OF_A_LINE.sub(" ", _BREAKS.sub(" ", text)))
        if shown != text:
            text = " ".join(shown.split())
        text = unicodedata.normalize("NFC", text)
    return text.strip() or None


def block(text: str | None) -> str | None:
    """Text of several lines without what cannot be shown, in NFC; None when nothing is left."""
    if not text:
        return None
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", _UNSTORABLE.sub(" ", _BREAKS.sub("\n", text)))
    return text.strip() or None


def uid(text: str | None) -> str | None:
    """A uid as it travels: as the file has it, unless it is too long to be one."""
    found = line(text)
    return found if found and len(found) <= LONGEST_UID else None


def kept(text: str) -> str:
    """A line to be written back as it came, but for what SQLite cannot hold."""
    return _UNSTORABLE.sub(" ", _BREAKS.sub(" ", text)).replace("\n", " ")
