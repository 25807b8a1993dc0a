"""What may be stored: typed text normalised to NFC, refused when it holds control characters."""

import unicodedata

from netlog.errors import UsageMistake
from netlog.records.limits import LONGEST_TEXT

MULTILINE = "\n\t"


def line(text: str, what: str) -> str:
    """One line of text, trimmed, in NFC; raises UsageMistake when empty or not printable text."""
    return _clean(text, what, allowed="")


def block(text: str, what: str) -> str:
    """Text of one or more lines, trimmed, in NFC; newline and tab may stand in it."""
    return _clean(text.replace("\r\n", "\n"), what, allowed=MULTILINE)


def optional_line(text: str | None, what: str) -> str | None:
    """Like `line`, and None stays None."""
    return None if text is None else line(text, what)


def optional_block(text: str | None, what: str) -> str | None:
    """Like `block`, and None stays None."""
    return None if text is None else block(text, what)


def tag(text: str) -> str:
    """A tag as it is stored: lower case, without a leading #."""
    return line(line(text, "tag").removeprefix("#"), "tag").casefold()


def _clean(text: str, what: str, *, allowed: str) -> str:
    trimmed = text.strip()
    if not trimmed:
        raise UsageMistake(f"The {what} is empty.", advice="Give it some text.")
    if len(trimmed) > LONGEST_TEXT:
        raise UsageMistake(f"The {what} is longer than 1 MB.", advice="Shorten it.")
    if trimmed.isascii() and trimmed.isprintable():
        return trimmed
    for char in trimmed:
        if char in allowed or (" " <= char < "\x7f"):
            continue
        category = unicodedata.category(char)
        if category == "Cc":
            raise UsageMistake(
                f"The {what} holds a control character (U+{ord(char):04X}).",
                advice="Remove it and try again.",
            )
        if category == "Cs":
            raise UsageMistake(
                f"The {what} is not valid UTF-8 text.", advice="Check the terminal's encoding."
            )
    return unicodedata.normalize("NFC", trimmed)
