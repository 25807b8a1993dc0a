"""Which format some bytes hold, by what they say and never by what the file is called."""

import re

from netlog.formats import FORMATS
from netlog.formats.charset import decoded

_LOOKED_AT = 1 << 17  # even, or UTF-16 would be cut within a character
_LINE_ENDS = re.compile(r"\r\n?")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
ZIP = "zip"


def recognized(data: bytes) -> str | None:
    """The name of the format, or `zip`; None when it is none that netlog reads.

    Only the beginning is looked at. What a format is known by may stand in a cell of a table, too:
    then it is a table.
    """
    if is_zip(data):
        return ZIP
    text = _LINE_ENDS.sub("\n", decoded(data[:_LOOKED_AT]))
    at, name = _said(text)
    if name and not text[:at].strip():
        return name
    return _table(data) or name


def is_zip(data: bytes) -> bool:
    """Whether the bytes are the beginning of an archive."""
    return data.startswith(_ZIP)


def _said(text: str) -> tuple[int, str | None]:
    """Where the first thing is that a format is known by, and which one."""
    best: tuple[int, str | None] = len(text), None
    for one in FORMATS:
        found = re.search(one.says, text, re.IGNORECASE | re.MULTILINE) if one.says else None
        if found and found.start() <= best[0]:
            best = found.start(), one.name
    return best


def _table(data: bytes) -> str | None:
    from netlog.formats.csv.programs import found, text_of

    header = found(_LINE_ENDS.sub("\n", text_of(data[:_LOOKED_AT])))
    return header.program if header else None
