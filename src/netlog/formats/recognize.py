"""Which format some bytes hold, by what they say and never by what the file is called."""

import re
from typing import Literal

from netlog.formats import csv_file
from netlog.formats.charset import decoded

Format = Literal[
    "vcard",
    "ical",
    "zip",
    "linkedin",
    "linkedin messages",
    "linkedin invitations",
    "google",
    "outlook",
    "thunderbird",
    "csv",
    "friends",
    "monica",
    "json",
    "jsonl",
]

_LOOKED_AT = 1 << 17  # even, or UTF-16 would be cut within a character
_BEGIN = re.compile(
    r"^[ \t]*(?:[\w-]{1,40}\.)?BEGIN[ \t]*:[ \t]*(VCARD|VCALENDAR|VEVENT)\b", re.I | re.M
)
_FRIENDS = re.compile(r"^###[ \t]+(Activities|Notes|Friends|Locations):[ \t]*$", re.M)
_LINE_ENDS = re.compile(r"\r\n?")
_OBJECT = re.compile(r"\s*\{\s*(\"|\})")
_ARRAY = re.compile(r"\s*\[\s*(\{|\])")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def recognized(data: bytes) -> Format | None:
    """The format; None when it is none that netlog reads. Only the beginning is looked at."""
    if data.startswith(_ZIP):
        return "zip"
    text = _LINE_ENDS.sub("\n", decoded(data[:_LOOKED_AT]))
    begun = _BEGIN.search(text)
    if begun and (not text[: begun.start()].strip() or not csv_file.found(text)):
        return "vcard" if begun[1].upper() == "VCARD" else "ical"
    if _FRIENDS.search(text):
        return "friends"
    if _OBJECT.match(text):
        return _json_object(text)
    if _ARRAY.match(text):
        return "json"
    header = csv_file.found(_LINE_ENDS.sub("\n", csv_file.text_of(data[:_LOOKED_AT])))
    return header.program if header else None


def _json_object(text: str) -> Format:
    if '"app_version"' in text and '"account"' in text:
        return "monica"
    first, _, rest = text.strip().partition("\n")
    several = first.rstrip().endswith("}") and _OBJECT.match(rest)
    return "jsonl" if several or '"type"' in first[:40] else "json"
